"""Butterflies closed before they settle, and what four commissions or the quotes of the calls cost; sums by hand."""

import pytest

from assistant import Assistant


@pytest.mark.parametrize(
    ("asked", "profit"),
    [
        ("paid 0.75 and sold the 25/30/35 back at 1.60 a week later, 6 of them", 510),
        ("got into a 24/28/32 at .70 and closed it at 1.35 before expiry, made on 3?", 195),
        ("bought the 20/25/30 for 1.10, sold the fly at 0.45, 2 lots, result?", -130),
    ],
)
def test_strikes_stand_within_the_sale(warmed: Assistant, session: str, asked: str, profit: float) -> None:
    (found,) = warmed.ask(asked, session).results
    assert (found.tool, found.profit) == ("round_trip", pytest.approx(profit))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "fees", "even"),
    [
        ("fly at 0.85 plus 4 commissions of 0.65 each. 25/30/35 real BEs", 2.60, 25.876),
        ("25/30/35 at .80 with four fees of $0.70, breakevens", 2.80, 25.828),
        ("25/30/35 for 0.90, 4 commissions at $1.10, 3 contracts", 4.40, 25.944),
    ],
)
def test_four_commissions_a_butterfly(warmed: Assistant, session: str, asked: str, fees: float, even: float) -> None:
    (found,) = warmed.ask(asked, session).results
    assert found.inputs["fees"] == pytest.approx(fees)
    assert found.break_evens[0] == pytest.approx(even)  # type: ignore[attr-defined]


def test_quotes_without_a_leading_zero(warmed: Assistant, session: str) -> None:
    debit, *_ = warmed.ask("25c 2.00/2.15, 30c 1.25/1.35, 35c .85/.95. mid and natural for 25/30/35?", session).results
    # mid 2.075 − 2 × 1.30 + 0.90; natural 2.15 − 2 × 1.25 + 0.95
    assert (debit.mid_debit, debit.natural_debit) == pytest.approx((0.375, 0.60))  # type: ignore[attr-defined]


def test_the_sum_of_three_prices_is_told(warmed: Assistant, session: str) -> None:
    answer = warmed.ask("25C 1.90 ask, 30C 1.10 bid, 35C 0.75 ask, what does the fly cost me", session)
    assert "1.90 − 2 × 1.10 + 0.75 = 0.45" in answer.text
