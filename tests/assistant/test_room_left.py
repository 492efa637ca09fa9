"""What is in told as a share, and whether another add fits; adds up to the cap; sums by hand."""

import pytest

from assistant import Assistant


@pytest.mark.parametrize(
    ("asked", "used", "left", "after"),
    [
        ("70% deployed of 25k. can i still add a full 20?", 17_500, 7_500, 22_500),
        ("65% in of a 30k plan, room for another 20?", 19_500, 10_500, 25_500),
        ("85% deployed of 40k, room for another full add?", 34_000, 6_000, 40_000),
    ],
)
def test_room_for_another(warmed: Assistant, session: str, asked: str, used: float, left: float, after: float) -> None:
    splits = [r for r in warmed.ask(asked, session).results if r.tool == "budget_split"]
    assert [(s.used, s.left) for s in splits[:1]] == [(used, left)]  # type: ignore[attr-defined]
    assert splits[-1].used == after  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("how many 20% adds fit after a 30% start", 0.3),
        ("how many adds can i do from 25%", 0.25),
        ("started with 25%, how many 20s until im full?", 0.25),
    ],
)
def test_adds_up_to_the_cap(warmed: Assistant, session: str, asked: str, first: float) -> None:
    (found,) = warmed.ask(asked, session).results
    assert (found.inputs["first"], found.inputs["adds"]) == (first, 4)
    assert f"3 full adds make {100 * first + 60:g}%" in found.summary()


@pytest.mark.parametrize(
    ("asked", "shares"),
    [
        ("hedge 10k, unit 140 bucks, 25/20/20/20, units each", {0.25: 17, 0.2: 14}),
        ("6000 budget, flies .85, 25% then 20%. contracts and dollars per step", {0.25: 17, 0.2: 14}),
    ],
)
def test_units_of_each_share(warmed: Assistant, session: str, asked: str, shares: dict[float, int]) -> None:
    found = warmed.ask(asked, session).results
    assert {r.inputs["share"]: r.units for r in found} == shares  # type: ignore[attr-defined]


def test_days_stand_beside_their_stages(warmed: Assistant, session: str) -> None:
    asked = "macd turned mar 3, higher histogram highs mar 17 and apr 2, 14k plan start 25%. running total?"
    text = warmed.ask(asked, session).text
    assert all(part in text for part in ("Mar 3: 25% is in", "Mar 17: 45% is in", "Apr 2: 65% is in", "$4,900"))


def test_what_a_future_was_bought_at_is_no_settlement(warmed: Assistant, session: str) -> None:
    (held,) = warmed.ask("bought 2 VX at 17.50 and 1 at 19.00, average and p/l at 22", session).results
    # 2 × 4.50 and 3.00 points at $1,000; on average (35 + 19) ÷ 3 = 18
    assert held.settlement_profit == pytest.approx(12_000)  # type: ignore[attr-defined]
    assert held.break_evens == (18.0,)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("is 22% inside the first tranche range? 18k", 0.22),
        ("what would 15% first be on 20k vs the article", 0.15),
        ("first tranche of 35% on 14k ok?", 0.35),
    ],
)
def test_a_first_tranche_outside_the_range(warmed: Assistant, session: str, asked: str, first: float) -> None:
    (plan,) = warmed.ask(asked, session).results
    assert plan.inputs["first"] == first
    assert plan.range_cash is None  # type: ignore[attr-defined]
