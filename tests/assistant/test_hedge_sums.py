"""Sums of a staged hedge in other people's words, against the shares added up and the dollars divided by hand."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant import Assistant
from assistant.understanding.composed.notionals import notionals
from assistant.understanding.composed.several import calculations
from assistant.understanding.composed.sized import sized
from assistant.understanding.hedge.hedge_figures import figures
from assistant.understanding.text.quantities import Reading

FREELY = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
SUMS = st.integers(20, 900).map(lambda n: n * 100)


def called(text: str, tool: str) -> list[dict[str, Any]]:
    """The arguments of every call of one tool that the question makes."""
    return [dict(c.call.arguments) for c in calculations(Reading(text)) if c.call.tool == tool and not c.missing]


IN_TURN = (
    "put {a}% then 20% then 20% in, budget {total}. how much is in",
    "budget {total}, i've bought {a}%, 20% and 20% so far, whats left in cash",
    "three buys so far: {a}%, 20%, 20%. plan is ${total}. cash unspent?",
    "we're {a}+20+20 into a ${total} plan. dollars committed?",
    "after {a}/20/20 what has been spent out of ${total}",
    "trigger in january, {a}% in. march new histogram high, another 20%. may divergence, 20% more. budget ${total}. where now?",
)


@FREELY
@given(st.sampled_from(IN_TURN), SUMS, st.sampled_from([25, 30]))
def test_shares_put_in_one_after_the_other(way: str, total: int, first: int) -> None:
    (split,) = called(way.format(a=first, total=f"{total:,}"), "budget_split")
    assert split == {"budget": total, "deployed": pytest.approx((first + 40) / 100)}


NEXT = (
    ("hedge is 50% on out of {total}. one more tranche: dollars then?", 0.5, 1),
    ("55% of {total} was in, after another tranche how much cash remains", 0.55, 1),
    ("already 45% deployed of a {total} budget, two more adds make it what in dollars", 0.45, 2),
)


@FREELY
@given(st.sampled_from(NEXT), SUMS)
def test_what_the_next_tranche_makes_of_it(warmed: Assistant, session: str, case: tuple[str, float, int], total: int) -> None:
    way, on, adds = case
    results = warmed.ask(way.format(total=f"${total:,}"), f"{session}-{NEXT.index(case)}-{total}").results
    now, then = (r for r in results if r.tool == "budget_split")
    assert now.used == pytest.approx(total * on)  # type: ignore[attr-defined]
    assert then.used == pytest.approx(total * (on + 0.2 * adds))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "first", "adds"),
    [
        ("currently at 50 percent. two more adds make it what", 0.5, 2),
        ("where am i after one more add if 65% of the plan is on?", 0.65, 1),
        ("i started with 30 percent. one addition since. what would two more make it?", 0.3, 3),
        ("how many adds after 25% to have 85% on", 0.25, 3),
        ("what opener plus three 20% adds makes 90%", 0.3, 3),
        ("im at 65 now and began with 25, how many adds was that", 0.25, 2),
        ("reserve is 30%. how many 20% phases after a 30% opening have been executed?", 0.3, 2),
        ("already 65% deployed, how many full 20% adds are left before 100", 0.65, 2),
        ("started 30, added once, add again: percent?", 0.3, 2),
        ("how many adds until 90 from 30", 0.3, 3),
        ("i want to be 65% in with two adds. first?", 0.25, 2),
    ],
)
def test_shares_without_a_sum(asked: str, first: float, adds: int) -> None:
    (share,) = called(asked, "running_share")
    assert (share["first"], share["adds"]) == (pytest.approx(first), adds)


@pytest.mark.parametrize(
    ("asked", "whole"),
    [
        ("first tranche at 30% was $2,250, so the budget is?", 7_500),
        ("i've spent 6,500 and that's 65%. budget and remaining?", 10_000),
        ("after the opener and two adds 13,000 is in; opener was 25%. what was the budget", 20_000),
        ("$4,000 left after 60% gone. total budget?", 10_000),
        ("if the first tranche is $1,500 at 25%, how big is each add?", 6_000),
        ("if 45% is 4,500 what's 65%", 10_000),
        ("12,600 is 70% deployed. full plan?", 18_000),
    ],
)
def test_the_budget_behind_a_part(asked: str, whole: float) -> None:
    (part,) = called(asked, "whole_of_part")
    assert part["amount"] / part["share"] == pytest.approx(whole)


@pytest.mark.parametrize(
    ("asked", "budget", "deployed"),
    [
        ("week 1 cross, week 4 higher high, week 6 nothing, week 9 divergence; start 25%, plan 20k. dollars in?", 20_000, 0.65),
        ("two divergences and one higher high after a 30% first tranche on $25,000: how much is deployed?", 25_000, 0.9),
        ("3 cues after the trigger, budget 14k, begin at 25. dollars deployed?", 14_000, 0.85),
        ("crossed in march, higher high in april, a/d divergence in may. budget $26,000 starting 25%. cash in?", 26_000, 0.65),
        ("macd turned mar 3, higher highs mar 17 and apr 2, 14k plan start 25%. dollars in?", 14_000, 0.65),
    ],
)
def test_cues_told_as_a_story(asked: str, budget: float, deployed: float) -> None:
    (split,) = called(asked, "budget_split")
    assert split == {"budget": budget, "deployed": pytest.approx(deployed)}


@pytest.mark.parametrize(
    ("asked", "budget", "deployed"),
    [
        ("i put 2k in each of the first 3 tranches of a 10k plan. how much in and out", 10_000, 0.6),
        ("total of 6 buys of $450 vs a 3k budget", 3_000, 0.9),
        ("20% of remaining vs 20% of total: 12k with 25% in", 9_000, 0.2),
        ("is the 20% add of whats left or of the total? 10k, 3k already in", 7_000, 0.2),
    ],
)
def test_equal_sums_and_what_is_left(asked: str, budget: float, deployed: float) -> None:
    (split,) = called(asked, "budget_split")
    assert split == {"budget": budget, "deployed": pytest.approx(deployed)}


def test_two_cues_on_one_day_are_not_added_up() -> None:
    assert not called(
        "trigger, then higher high and divergence on the same day: 25% start on $10,000, dollars in?", "budget_split"
    )


@pytest.mark.parametrize(
    ("asked", "cash", "cost", "share"),
    [
        ("first slice is 1,600. contracts at 2.10?", 1_600, 210, None),
        ("a fly is $110. 20% add of $6,200. count and change", 6_200, 110, 0.2),
        ("how many 80-dollar flies fit into 27% of 5,000", 5_000, 80, 0.27),
        ("i've $900 in tranche one and spreads at 1.15. how many, what remains", 900, 115, None),
    ],
)
def test_whole_units_of_one_slice(asked: str, cash: float, cost: float, share: float | None) -> None:
    (units,) = called(asked, "units_for_budget")
    assert units == {"budget": cash, "unit_cost": pytest.approx(cost)} | ({} if share is None else {"share": share})


@pytest.mark.parametrize(
    ("asked", "budget", "cost", "share"),
    [
        ("max loss 2% of 60k, fly debit 0.85, how many", 60_000, 85, 0.02),
        ("i risk 500 a trade, condor max loss 620", 500, 620, None),
        ("10% of account cap, 45k, one condor risks 1385. how many", 45_000, 1_385, 0.1),
        ("2% rule on 55,000 and a spread with max loss 365, contracts?", 55_000, 365, 0.02),
        ("my limit is 3% of a 30k account. one fly costs 110 dollars, how many?", 30_000, 110, 0.03),
        ("max 1,000 at risk, spread risks 270 apiece", 1_000, 270, None),
    ],
)
def test_units_that_a_limit_of_risk_pays_for(asked: str, budget: float, cost: float, share: float | None) -> None:
    (found,) = sized(Reading(asked))
    assert dict(found.call.arguments) == {"budget": budget, "unit_cost": cost} | ({} if share is None else {"share": share})


@pytest.mark.parametrize(
    ("asked", "held"),
    [
        ("notional of 2 VX at 18.40 and of 10 minis at 18.40?", [("VX", 18.4, 2), ("VXM", 18.4, 10)]),
        ("VX 2x @23.10 ntnl? VXM 25x?", [("VX", 23.1, 2), ("VXM", 23.1, 25)]),
        ("VX at 17.2, VXM at 17.25: notional of each", [("VX", 17.2, 1), ("VXM", 17.25, 1)]),
        ("what are 1, 2 and 5 VX worth at 20.5 in notional", [("VX", 20.5, 1), ("VX", 20.5, 2), ("VX", 20.5, 5)]),
    ],
)
def test_several_notionals(asked: str, held: list[tuple[str, float, int]]) -> None:
    found = [c.call.arguments for c in notionals(Reading(asked))]
    assert [(a["product"], a["price"], a["contracts"]) for a in found] == held


@pytest.mark.parametrize(
    ("asked", "parts", "planned"),
    [
        ("weights 40 35 25 on 30k?", [40, 35, 25], 30_000),
        ("front layer 40%, middle 35%, back 25% of $8,000: dollars", [40, 35, 25], 8_000),
        ("allocate 40% to 30 DTE, 40% to 110 and 20% to 220 with $12,500", [40, 40, 20], 12_500),
        ("divide 10,000 into 25, 20, 20, 20, 15", [25, 20, 20, 20, 15], 10_000),
        ("budget 9,000 over three months, equal parts per month", [1, 1, 1], 9_000),
        ("three layers, 30k, front gets 40%, the others split the rest equally", [40, 30, 30], 30_000),
        ("30 110 220 day layers and 30 contracts total, contracts per layer at 4:4:2", [4, 4, 2], 30),
    ],
)
def test_weights_that_make_the_whole(asked: str, parts: list[float], planned: float) -> None:
    (split,) = called(asked, "layer_split")
    assert (split["parts"], split["planned"]) == (parts, planned)


@pytest.mark.parametrize(
    ("asked", "average"),
    [
        ("averaged in: 6 flies for 90 cents, 5 for 70 cents, 5 for 1.10. mean price", 0.9),
        ("paid 1.00 for 25, 1.25 for 20 and .80 for 20: weighted average", (25 + 25 + 16) / 65),
        ("average entry of 30% at price P and 20% at P/2, with P = 1.60", (30 * 1.6 + 20 * 0.8) / 50),
        ("3 flies 1.10 then 2 flies .85 then 2 .60, blended", (3.3 + 1.7 + 1.2) / 7),
        ("all at once at 1.00 vs 30% at 1.00, 20% at .80, 20% at .60", (30 + 16 + 12) / 70),
    ],
)
def test_an_average_of_purchases(asked: str, average: float) -> None:
    (fills,) = called(asked, "staged_cost")
    pairs = [(f["price"], f["units"]) for f in fills["fills"]]
    assert sum(p * u for p, u in pairs) / sum(u for _, u in pairs) == pytest.approx(average)


@pytest.mark.parametrize(
    "asked",
    [
        "25% of $9,000, $4,000 of which is 17 and 3, budget 5,000?",
        "budget of 10k and a budget of 12k, first tranche?",
        "first tranche 25%, 40% and 70%: budget 8k",
    ],
)
def test_a_number_without_a_role_is_counted(asked: str) -> None:
    assert figures(Reading(asked)).unread


def test_a_sum_in_thousands_is_no_price_of_a_spread() -> None:
    found = [c.call.arguments for c in calculations(Reading("20 19/24 call spreads at .50 per 100k. for 350k?"))]
    assert [a["net"] for a in found] == [0.5]
