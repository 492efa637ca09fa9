"""What is in, what it was a part of and what is lost of it, in words that name cues, parts or contracts."""

from typing import Any

import pytest

from assistant.understanding.composed.several import calculations
from assistant.understanding.text.quantities import Reading


def calls(text: str) -> list[tuple[str, dict[str, Any]]]:
    return [(c.call.tool, dict(c.call.arguments)) for c in calculations(Reading(text))]


@pytest.mark.parametrize(
    ("text", "first", "adds"),
    [
        ("crossed, then two higher highs since. 30 base. % in?", 0.3, 2),
        ("started 25, a histogram high and then a divergence after the cross, how much is in", 0.25, 2),
        ("at 90% now, another higher high. another 20?", 0.9, 1),
        ("30 on the trigger, 20 on a new high, a month later breadth diverges. total?", 0.3, 2),
        ("25 first then 20s, when are we all in", 0.25, 4),
        ("25/20/20/20/20 ok?", 0.25, 4),
    ],
)
def test_cues_are_adds(text: str, first: float, adds: int) -> None:
    told = [c for tool, c in calls(text) if tool == "running_share"]
    assert [(c["first"], c["adds"]) for c in told] == [(first, adds)]


def test_strikes_and_shares_of_a_plan_that_fit_are_no_row_of_adds() -> None:
    assert "running_share" not in [tool for tool, _ in calls("20/25/30 fly at .80")]
    assert "running_share" not in [tool for tool, _ in calls("30/20 call spread for 1.10")]


@pytest.mark.parametrize(
    ("text", "amount", "share"),
    [
        ("6,300 in after first (25) and one add. whole budget?", 6300, 0.45),
        ("my adds come to 900 each, so what was layer 1 supposed to be?", 900, 0.2),
        ("i put 2,100 in and that was the opening 30%. full budget?", 2100, 0.3),
    ],
)
def test_the_budget_behind_a_part(text: str, amount: float, share: float) -> None:
    assert ("whole_of_part", {"amount": amount, "share": share}) in calls(text)


def test_what_comes_next_of_the_budget_behind_the_first_part() -> None:
    # 2,400 ÷ 0.30 = 8,000, of which a later tranche is 20%
    assert ("share_of", {"whole": 8000.0, "shares": [0.2]}) in calls("i spent 2,400 and that was my 30%. so the budget was?")


def test_a_loss_of_what_is_in() -> None:
    # 45% of 16,000 = 7,200; half of it is 3,600
    found = calls("had 45% of 16k in and it lost 50%, what is that of the whole budget")
    assert found[-1] == ("part_of", {"amount": 3600.0, "whole": 16000.0})


def test_both_ends_of_the_range_where_no_first_share_is_told() -> None:
    split = [c for tool, c in calls("on 9k, what is the most and the least that is in after 1 add") if tool == "budget_split"]
    assert [c["deployed"] for c in split] == [0.45, 0.5]


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("7 of 20 flies bought, where is that on the ladder", {"planned": 20, "bought": 7}),
        ("no dollar budget, just 4 contracts in total. layer 1?", {"planned": 4}),
        ("40 flies in total, ladder in contracts starting at 30", {"planned": 40, "first": 0.3}),
    ],
)
def test_a_plan_in_contracts(text: str, given: dict[str, Any]) -> None:
    assert calls(text)[0] == ("tranche_units", given)


@pytest.mark.parametrize(
    ("text", "deployed"),
    [
        ("went in with 4 grand of 10k on day one, how much over the plan", 0.4),
        ("only got 900 of 6k filled on the cross. short by?", 0.15),
    ],
)
def test_a_first_tranche_is_held_against_its_range(text: str, deployed: float) -> None:
    (told,) = [c for tool, c in calls(text) if tool == "budget_split"]
    assert (told["deployed"], told["meant"]) == (pytest.approx(deployed), "first tranche")


def test_a_part_in_cash_of_a_budget_that_changed() -> None:
    # 3,000 of 12,000 is 25%, of 8,000 37.5%
    found = calls("put 3k in as layer 1 of 12k, then cut the budget to 8k. what % am i at")
    of_new = {"budget": 8000, "deployed": 0.375, "meant": "before an add"}
    assert found == [("part_of", {"amount": 3000, "whole": 12000}), ("budget_split", of_new)]


def test_a_fifth_of_the_whole_or_of_what_is_left() -> None:
    found = calls("is the next 20 on the original budget or on what remains? 12k, 3k used")
    assert ("share_of", {"whole": 12000, "shares": [0.2]}) in found
    assert ("budget_split", {"budget": 9000, "deployed": 0.2}) in found


def test_the_plan_behind_sums_that_stand_to_each_other_as_its_tranches() -> None:
    # 1,200 is 20% of 6,000, and 1,800 is 30% of it
    found = calls("fills 1800, 1200, 1200. what plan does that look like")
    assert found[0] == ("whole_of_part", {"amount": 1200, "share": 0.2})
    assert found[-1] == ("budget_split", {"budget": 6000, "deployed": 0.7})
    assert "whole_of_part" not in [tool for tool, _ in calls("fills 1200, 1200, 1200. what plan does that look like")]


def test_a_row_of_sums_with_slashes_is_checked_against_the_plan() -> None:
    found = calls("check: 1250 / 1000 / 1000 on a 5k plan")
    assert found[-1] == ("budget_split", {"budget": 5000, "deployed": 0.65})


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("one VX at 24 against an 8k budget, how levered is that", 8000),
        ("was long one vx from 20, it settles 16. vs my 5k hedge money", 5000),
    ],
)
def test_a_future_against_the_money_beside_it(text: str, whole: float) -> None:
    tool, told = calls(text)[-1]
    assert (tool, told["whole"]) == ("part_of", whole)


def test_exposure_of_minis() -> None:
    assert calls("4 minis at 17.50, exposure?") == [("contract_value", {"price": 17.5, "contracts": 4, "product": "VXM"})]


def test_how_far_apart_flows_are_is_no_flow() -> None:
    assert calls("hedge flows -900, -500, +2000 one year apart, irr?") == [("irr", {"cash_flows": [-900, -500, 2000]})]


def test_all_at_once_is_no_further_purchase() -> None:
    (found,) = calls("6 flies at 1.00, 4 at .80 vs all 10 at 1.00, saved how much")
    assert [fill["units"] for fill in found[1]["fills"]] == [6, 4]


def test_an_opening_told_in_units_and_their_price() -> None:
    # 14 × $78 = $1,092 is 26% of 4,200
    found = calls("14 flies at .78 was my layer 1 on 4,200, was that too much?")
    assert found[-1] == ("budget_split", {"budget": 4200, "deployed": pytest.approx(0.26), "meant": "first tranche"})


def test_both_cues_on_one_day_are_one_add() -> None:
    found = calls("histogram higher high AND a/d divergence same day, so 40% add?")
    assert [(tool, c["first"], c["adds"]) for tool, c in found] == [("running_share", 0.25, 1), ("running_share", 0.3, 1)]
