"""Butterflies bought in lots, with fees told by the leg, targets told in points, and futures of both sizes; sums by hand."""

from typing import Any

import pytest

from assistant import Assistant
from tests.assistant.asked import computed


@pytest.mark.parametrize(
    ("asked", "average", "count"),
    [
        # (3 × 0.80 + 2 × 1.10) ÷ 5
        ("bought 3 25/30/35 flies at 0.80 and 2 more at 1.10. average cost and break-evens?", 0.92, 5),
        ("scaled in: 4 at 0.70, 4 at 0.90 of the 28/33/38. breakevens on the average", 0.8, 8),
        ("I own 5 30/35/40 at .5 and bought 5 at .8; total max loss?", 0.65, 10),
    ],
)
def test_a_butterfly_bought_in_lots(warmed: Assistant, session: str, asked: str, average: float, count: int) -> None:
    cost, fly = warmed.ask(asked, session).results
    assert cost.average == pytest.approx(average)  # type: ignore[attr-defined]
    assert (fly.debit, fly.contracts) == (pytest.approx(average), count)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "fees"),
    [
        ("breakevens for 25/30/35 at 0.85 with $1.30 a contract commissions per leg", 5.2),
        ("25/30/35 fly at 0.85, 4 legs, 65 cents per contract. where do I break even after fees?", 2.6),
        ("Including $3 of fees per butterfly, break-evens of the 25/30/35 bought at 0.85?", 3),
        ("25/30/35 debit .85 fees 0.05 points. breakevens", 5),
        ("paid 0.85 plus 2.40 dollars commission for a 25/30/35, BE?", 2.4),
    ],
)
def test_fees(warmed: Assistant, session: str, asked: str, fees: float) -> None:
    (result,) = warmed.ask(asked, session).results
    assert (result.debit, result.fees) == pytest.approx((0.85, fees))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "at"),
    [
        ("Find all settlement levels at which a 30/34/38 butterfly with premium 0.44 earns exactly 1.56 points.", (32, 36)),
        ("where does a 25/30/35 at 0.85 make 2 points?", (27.85, 32.15)),
        ("which VIX gives a profit of 3.15 points on the 25/30/35 bought for 0.85", (29, 31)),
        ("for the 20/25/30 at 1.20, which prices lose exactly half a point", (20.7, 29.3)),
        ("three 25/30/35 at 0.85: where do they make 2 points?", (27.85, 32.15)),
    ],
)
def test_a_profit_wanted_in_points(warmed: Assistant, session: str, asked: str, at: tuple[float, ...]) -> None:
    (result,) = warmed.ask(asked, session).results
    assert result.target_at == pytest.approx(at)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "sums"),
    [
        (
            "one mini VIX future (VXM) long at 20.40, sold at 17.95. The loss is how much, and the same with the big VX?",
            (-245, -2450),
        ),
        ("VXM short from 24.5 to 21.3, profit? and for a full-size VX?", (320, 3200)),
        ("long 2 vx at 18.2 settled 21.7; what would minis have made", (7000, 700)),
    ],
)
def test_both_sizes_of_the_future(warmed: Assistant, session: str, asked: str, sums: tuple[float, float]) -> None:
    results: tuple[Any, ...] = warmed.ask(asked, session).results
    made = [r.profit if r.tool == "round_trip" else r.settlement_profit for r in results]
    assert sorted(made) == pytest.approx(sorted(sums))


def test_an_option_told_by_the_letters_of_its_formula() -> None:
    tool, terms = computed("Black-76 with F=22, K=25, T=0.10, sigma=0.95, r=0: call price and delta?")
    assert tool == "black76"
    assert terms == {"forward": 22, "strike": 25, "years": 0.1, "vol": 0.95, "rate": 0, "kind": "call"}


@pytest.mark.parametrize(
    ("asked", "debit", "count"),
    [
        ("fifteen 25/30/35 flies at .65 total risk and max gain", 0.65, 15),
        ("12 of the 28/33/38 at 0.55, total loss possible and total profit?", 0.55, 12),
        ("8 30/35/40 flies at $90, total risk?", 0.9, 8),
        ("4 24/29/34 butterflies for 1.20 total", 0.3, 4),
        ("8 30/35/40 flies for $720 total, risk?", 0.9, 8),
    ],
)
def test_a_total_that_is_asked_for_is_no_price_of_all(
    warmed: Assistant, session: str, asked: str, debit: float, count: int
) -> None:
    (result,) = warmed.ask(asked, session).results
    assert (result.debit, result.contracts) == pytest.approx((debit, count))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "count", "most", "least"),
    [
        # the credit is kept outside the wings; at the body 5 − credit is lost
        ("sold 2 25/30/35 at 1.05, what do i owe if vix pins 30", 2, 210, -790),
        ("short three 30/35/40 for .80, max gain?", 3, 240, -1260),
        ("wrote a 24/29/34 at 0.95, break evens", 1, 95, -405),
    ],
)
def test_three_strikes_that_are_sold(
    warmed: Assistant, session: str, asked: str, count: int, most: float, least: float
) -> None:
    (held,) = warmed.ask(asked, session).results
    assert (held.contracts, held.max_profit, held.max_loss) == pytest.approx((count, most, least))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "debit", "count"),
    [
        ("23/28/33 vix fly cost me a buck forty for two of them, BEs", 0.7, 2),
        ("25/30/35 at 2.55 for 3 of them, numbers", 0.85, 3),
        ("butterfly 26 31 36, 0.55 each, 8 of em, settlement 31", 0.55, 8),
    ],
)
def test_a_price_for_so_many_of_them(warmed: Assistant, session: str, asked: str, debit: float, count: int) -> None:
    (fly,) = warmed.ask(asked, session).results
    assert (fly.debit, fly.contracts) == pytest.approx((debit, count))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "debit", "count"),
    [
        ("dont want to lose more than $400, 24/29/34 costs 0.92. lots?", 0.92, 4),
        ("max loss 1000, 25/30/35 fly debit 0.85, how many contracts", 0.85, 11),
        ("i cap the risk at $750 a trade, the 28/33/38 costs $60: how many fit?", 0.6, 12),
    ],
)
def test_as_many_as_a_limit_of_risk_pays_for(warmed: Assistant, session: str, asked: str, debit: float, count: int) -> None:
    fly, bought = warmed.ask(asked, session).results
    assert (fly.tool, fly.debit) == ("butterfly", debit)  # type: ignore[attr-defined]
    assert (bought.tool, bought.units) == ("units_for_budget", count)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ("24/28/32 for .70, the broker wants $0.65 per option, 4 options, no other fee. real breakevens", 1),
        ("4 flies 24/28/32 for .70, broker takes 0.65 per option. breakevens", 4),
    ],
)
def test_the_options_that_fees_are_paid_for_are_no_butterflies(warmed: Assistant, session: str, asked: str, count: int) -> None:
    (result,) = warmed.ask(asked, session).results
    assert (result.contracts, result.fees) == (count, pytest.approx(2.6))  # type: ignore[attr-defined]


def test_flies_that_are_held_are_not_sized_by_what_they_lose(warmed: Assistant, session: str) -> None:
    asked = "30/35/40 costs me $60 for one, I hold 3; how much can I make at best and lose at worst?"
    (result,) = warmed.ask(asked, session).results
    assert (result.debit, result.contracts) == (0.6, 3)  # type: ignore[attr-defined]
