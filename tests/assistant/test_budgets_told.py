"""Budgets found behind units, changed midway, filled by several sums, and rules of account; sums by hand."""

import pytest

from assistant import Assistant


@pytest.mark.parametrize(
    ("asked", "cost", "budget"),
    [
        # 4 × 0.95 × $100 = $380; ÷ 25% = $1,520
        ("what budget do i need so that the 25% tranche buys 4 flies at 0.95", 380, 1520),
        ("how big must the budget be for a 30% first tranche to cover 6 flies costing 0.80", 480, 1600),
        ("if 20% should get me 4 butterflies at $85 each what total do i need", 340, 1700),
        ("minimum budget for the first 25% slice to buy one fly at 1.35", 135, 540),
        ("budget needed: 25% = 8 flies at 0.75", 600, 2400),
        ("what plan size makes a 30% opener equal 10 flies @ .66", 660, 2200),
        ("how large a budget so 25% affords 2 minis at 18.50", 3700, 14800),
    ],
)
def test_a_budget_from_what_its_share_buys(warmed: Assistant, session: str, asked: str, cost: float, budget: float) -> None:
    first, second = warmed.ask(asked, session).results
    assert first.notional == pytest.approx(cost)  # type: ignore[attr-defined]
    assert second.whole == pytest.approx(budget)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "units"),
    [
        ("20 spreads per 100k, how many for 350k", 70),
        ("rule: 5 flies per 25k. i have 80k", 16),
        ("if i do 3 lots for each $20,000, what for $75,000", 11),  # 11.25
        ("every 30k gets 4 contracts; 100k?", 13),  # 13.33
        ("8 per 100k, got 260k", 20),  # 20.8
        ("1 fly per 5k of account. 42k account?", 8),  # 8.4
    ],
)
def test_contracts_by_account(warmed: Assistant, session: str, asked: str, units: int) -> None:
    (found,) = warmed.ask(asked, session).results
    assert (found.tool, found.units) == ("scaled_count", units)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "used", "share"),
    [
        # 30% × $5,000 = $1,500, of $8,000 18.75%
        ("budget got raised from 5k to 8k after i put on 30%. where am i now in percent", 1500, 0.1875),
        ("i had 25% of 6k in, now the budget is 9k, what percent is that", 1500, 1 / 6),
        ("put on 45% of a 10k budget then cut the budget to 8k. what share now", 4500, 0.5625),
        ("lowered the hedge budget from 20k to 15k with 45% on", 9000, 0.6),
        ("budget is 8k now, was 5k when i put on 30%. percent in?", 1500, 0.1875),
    ],
)
def test_a_budget_changed_midway(warmed: Assistant, session: str, asked: str, used: float, share: float) -> None:
    first, second = warmed.ask(asked, session).results
    assert first.used == pytest.approx(used)  # type: ignore[attr-defined]
    assert second.share == pytest.approx(share)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "each", "left"),
    [
        ("tranches of 900, 720, 720 out of 3600 what pct each and total", (0.25, 0.2), 1260),
        ("paid 300, 240, 240 on a plan of 1200. share of each?", (0.25, 0.2), 420),
        ("spent 800 + 640 + 640 from a 3200 pot. what's left", (), 1120),
        ("out of 10k i've used 2,500 and 2,000, how much left", (), 5500),
    ],
)
def test_sums_put_in_one_after_the_other(
    warmed: Assistant, session: str, asked: str, each: tuple[float, ...], left: float
) -> None:
    *parts, together = warmed.ask(asked, session).results
    assert tuple(part.share for part in parts) == pytest.approx(each)  # type: ignore[attr-defined]
    assert together.left == pytest.approx(left)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "asked",
    [
        "20% of 5k or 30% of 8k, which is more",
        "50k account, 10% hedge budget, first tranche",
        "units of 3 flies at 0.90 in a 25% tranche of 4k, how many",
    ],
)
def test_other_sums_and_shares_are_no_changed_budget(warmed: Assistant, session: str, asked: str) -> None:
    assert {r.tool for r in warmed.ask(asked, session).results}.isdisjoint({"part_of", "whole_of_part", "scaled_count"})
