"""Lots told by what they cost in dollars: whole contracts at each price, and their average; sums by hand."""

import pytest

from assistant import Assistant


@pytest.mark.parametrize(
    ("asked", "units", "average"),
    [
        # $1,000 ÷ $50 = 20, $1,000 ÷ $100 = 10; $2,000 ÷ 30
        ("if i put $1,000 in at .50 and another 1,000 at 1.00 is my average .75", (20, 10), 2000 / 3000),
        # 12.5 and 6.25 in whole contracts: 12 × 0.40 + 6 × 0.80 = 9.60
        ("500 dollars at 0.40, 500 at 0.80, average price per fly?", (12, 6), 9.6 / 18),
        ("spent $2,000 at 1.25 and $1,500 at .75 on flies, average cost and how many", (16, 20), 35 / 36),
        ("$600 at .60, $600 at .75, $600 at 1.00 - avg?", (10, 8, 6), 0.75),
        ("2k at .80 then 2k at .50, what's my blended debit", (25, 40), 40 / 65),
        ("put $900 in when it was .45 and $900 @ .90, true average?", (20, 10), 0.6),
    ],
)
def test_dollars_at_each_price(warmed: Assistant, session: str, asked: str, units: tuple[int, ...], average: float) -> None:
    (found,) = warmed.ask(asked, session).results
    assert tuple(lot[1] for lot in found.inputs["fills"]) == units
    assert found.average == pytest.approx(average)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "asked",
    ["10 flies at .80 and 8 at .65, average?", "30% at 1.00 and 20% at .80, average", "500 at .40 and 300 at .80, average"],
)
def test_counts_and_shares_are_no_dollars(warmed: Assistant, session: str, asked: str) -> None:
    (found,) = warmed.ask(asked, session).results
    assert found.inputs["fills"][0][1] in (10, 30, 500)


@pytest.mark.parametrize(
    ("asked", "made", "share"),
    [
        ("long one VX at 21 with 20k set aside, drops 3 pts. how much of the pot is gone", -3000, 0.15),
        ("2 VXM from 19.50, 5k account, falls to 16. what share of the account", -700, 0.14),
        ("long 3 minis at 18.40, they lose 2.5 points, what's that of my 4,000 budget?", -750, 0.1875),
        ("1 VX long from 22.10, it dropped 3.10. hedge pot 15k, share lost", -3100, 3100 / 15000),
        ("8k hedge budget, long one mini at 21, falls 6 points: percent of the budget lost", -600, 0.075),
    ],
)
def test_a_future_that_moves_by_points_as_a_share_of_the_pot(
    warmed: Assistant, session: str, asked: str, made: float, share: float
) -> None:
    held, part = warmed.ask(asked, session).results
    assert held.settlement_profit == pytest.approx(made)  # type: ignore[attr-defined]
    assert part.share == pytest.approx(share)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "made"),
    [
        ("bought 1 vx future at 17.2 and it rises 4 points, p/l", 4000),
        ("short 2 VX at 24, up 1.5 pts against me, loss?", -3000),
        ("i own 1 VXM from 20, down 2 points, dollars?", -200),
        ("long 2 VX from 18.60, now 16.90, damage?", -3400),
        ("long 1 VX at 18, dropped to 12.5", -5500),
    ],
)
def test_points_up_or_down_and_a_price(warmed: Assistant, session: str, asked: str, made: float) -> None:
    (held,) = warmed.ask(asked, session).results
    assert held.settlement_profit == pytest.approx(made)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "units"),
    [
        # 20% of 10,000 ÷ 165 = 12.12; 25% and 30% of 6,000 ÷ 75 = 20 and 24
        ("second layer on a 10k plan, fly trades 1.65 now", {0.2: 12}),
        ("layer one with 6k budget and flies quoted at 0.75, whole contracts?", {0.25: 20, 0.3: 24}),
        ("11k hedge, opener in flies at $140 each", {0.25: 19, 0.3: 23}),
        ("budget 8k, third tranche, flies at .95 now, how many", {0.2: 16}),
    ],
)
def test_one_slice_in_whole_units(warmed: Assistant, session: str, asked: str, units: dict[float, int]) -> None:
    plan = warmed.ask(asked, session).results[0]
    alone = {s.share: s.units for s in plan.alone}  # type: ignore[attr-defined]
    assert units.items() <= alone.items()


@pytest.mark.parametrize(
    ("asked", "used", "unused"),
    [
        ("I have already put 3 additions after the 25%, how many dollars of the 16,500 are inside and missing?", 14025, 2475),
        ("to a pot of 9,000 I have put 2 adds after the 30%, dollars in and out?", 6300, 2700),
    ],
)
def test_adds_that_were_put_in_are_no_puts(warmed: Assistant, session: str, asked: str, used: float, unused: float) -> None:
    split = warmed.ask(asked, session).results[-1]
    assert (split.used, split.left) == pytest.approx((used, unused))  # type: ignore[attr-defined]


def test_both_ends_of_a_hedge_that_costs_a_range(warmed: Assistant, session: str) -> None:
    plans = warmed.ask("say hedge costs 1-2% of 500k, range for layer one?", session).results
    assert [p.range_cash for p in plans] == [(1250, 1500), (2500, 3000)]  # type: ignore[attr-defined]
    assert all(p.inputs["unit_cost"] is None for p in plans)
