"""The price that makes a profit wanted, asked for in words, against the payoff worked out beside it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant import Assistant

FREELY = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
DEBITS = st.integers(20, 200).map(lambda n: n / 100)
WAYS = (
    "{lower}/{body}/{upper} fly for {debit}, what VIX gives me ${wanted} profit?",
    "at what settlement do I make ${wanted} on a {lower}/{body}/{upper} butterfly at {debit}",
    "{lower}/{body}/{upper} fly, debit {debit}. where does vix have to settle to make {wanted}?",
    "which vix level for a ${wanted} gain on my {lower}/{body}/{upper} fly, paid {debit}",
    "how far does the vix need to go to earn ${wanted} on the {lower}/{body}/{upper} fly bought for {debit}",
)


@FREELY
@given(st.sampled_from(WAYS), st.integers(18, 32), st.integers(4, 8), DEBITS, st.integers(5, 90))
def test_the_settlements_that_make_a_profit(
    warmed: Assistant, session: str, way: str, lower: int, wing: int, debit: float, part: int
) -> None:
    most = (wing - debit) * 100
    wanted = max(10, round(most * part / 100))
    asked = way.format(lower=lower, body=lower + wing, upper=lower + 2 * wing, debit=f"{debit:.2f}", wanted=wanted)
    (result,) = warmed.ask(asked, session).results
    low = lower + debit + wanted / 100
    assert result.target_at == pytest.approx((low, 2 * (lower + wing) - low))  # type: ignore[attr-defined]
    assert result.debit == debit  # type: ignore[attr-defined]


@FREELY
@given(st.integers(15, 30), DEBITS, st.sampled_from([("double", 1), ("triple", 2)]), st.integers(1, 9))
def test_money_made_several_times_over(
    warmed: Assistant, session: str, lower: int, debit: float, by: tuple[str, int], count: int
) -> None:
    word, share = by
    asked = f"{count} {lower}/{lower + 8}/{lower + 16} flies at {debit:.2f}: where must vix settle to {word} my money?"
    (result,) = warmed.ask(asked, session).results
    assert result.target == pytest.approx(share * debit * 100 * count)  # type: ignore[attr-defined]
    low = lower + (1 + share) * debit
    assert result.target_at == pytest.approx((low, 2 * (lower + 8) - low))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "at"),
    [
        ("long 25 call at 1.80: at what vix do I make $500", (31.8,)),
        ("bought 20c at 1.5 sold 30c at .6, what settlement gives $300 profit", (23.9,)),
        ("20/25 call spread at 1.5 debit, where do I make 50%", (22.25,)),
        ("22/27/32 fly at 1.15, at what vix do I lose $50", (22.65, 31.35)),
    ],
)
def test_of_other_positions_and_of_a_loss(warmed: Assistant, session: str, asked: str, at: tuple[float, ...]) -> None:
    (result,) = warmed.ask(asked, session).results
    assert result.target_at == pytest.approx(at)  # type: ignore[attr-defined]


def test_the_target_is_changed_and_gives_way_to_a_settlement(warmed: Assistant, session: str) -> None:
    warmed.ask("25/30/35 fly at 0.85", session)
    steps = {
        "what VIX gives me $200": (27.85, 32.15),
        "and for $300?": (28.85, 31.15),
        "where would I make 100%?": (26.7, 33.3),
        "and for 200%?": (27.55, 32.45),
    }
    for said, at in steps.items():
        (result,) = warmed.ask(said, session).results
        assert result.target_at == pytest.approx(at), said  # type: ignore[attr-defined]
        assert result.debit == 0.85  # type: ignore[attr-defined]
    (result,) = warmed.ask("and if it settles at 31?", session).results
    assert (result.target, result.settlement_profit) == (None, 315)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "asked", ["25/30/35 fly at 0.85, what profit do I make at 29", "25/30/35 at .85, what do I make if vix prints 29"]
)
def test_what_is_made_at_a_price_is_no_target(warmed: Assistant, session: str, asked: str) -> None:
    (result,) = warmed.ask(asked, session).results
    assert (result.target, result.settlement_profit) == (None, 315)  # type: ignore[attr-defined]


@pytest.mark.parametrize("words", ["if vix goes to 0", "if the vix went to zero", "settles at 0"])
def test_a_vix_of_nothing(warmed: Assistant, session: str, words: str) -> None:
    (result,) = warmed.ask(f"22/27/32 fly at 1.10, {words}", session).results
    assert result.settlement_profit == -110  # type: ignore[attr-defined]


def test_the_counts_of_legs_are_not_those_of_the_position(warmed: Assistant, session: str) -> None:
    (result,) = warmed.ask("long 3 of the 30 calls at 1.2, short 1 of the 25 calls at 2.6, settles 33", session).results
    # 3 × 3.00 − 8.00 = 1.00; paid 3 × 1.20 − 2.60 = 1.00
    assert (result.contracts, result.settlement_profit) == (1, 0)  # type: ignore[attr-defined]
    (result,) = warmed.ask("4 flies at 0.85 settle 29.5, strikes 25/30/35", session).results
    assert (result.contracts, result.debit, result.settlement) == (4, 0.85, 29.5)  # type: ignore[attr-defined]
