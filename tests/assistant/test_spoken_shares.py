"""Shares of a staged hedge spoken of without their sign, and what is asked of them; sums by hand."""

import pytest

from assistant.understanding.composed.several import calculations
from assistant.understanding.hedge.spoken_shares import in_signs
from assistant.understanding.text.quantities import Reading


def calls(text: str) -> list[tuple[str, dict[str, object]]]:
    return [(c.call.tool, dict(c.call.arguments)) for c in calculations(Reading(text))]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("low end first then two twenties", "25% first then two twenties"),
        ("start at the top of the range", "start 30% first"),
        ("2 adds done on top of 30, budget 11k", "2 adds done on top of 30% first, budget 11k"),
        ("i am at 65, hedge 14k", "i am at 65% deployed, hedge 14k"),
        ("25 and two adds in", "25% first and two adds in"),
        ("can i still add 20", "can i still add 20%"),
    ],
)
def test_they_become_percent(text: str, told: str) -> None:
    assert in_signs(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "vix is now at 25",
        "at the end of the day",
        "i add 20 contracts",
        "i am at 25 strikes",
        "room for one more 20",
        "20 flies",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert in_signs(text) == text


@pytest.mark.parametrize(
    ("text", "amount", "share"),
    [
        # 30% + 20% = 50%; 25% + 2 × 20% = 65%; 30% + 2 × 20% = 70%; 25% + 3 × 20% = 85%
        ("30% start + one add used up 9k. what was my whole budget then", 9000, 0.5),
        ("25% first and two adds cost me 6,500 so far, what is the full budget", 6500, 0.65),
        ("opener 30 plus two 20s came to 14,000. total plan?", 14000, 0.7),
        ("low end first, two twenties on top came to 6,500, what is the full budget", 6500, 0.65),
        ("four tranches from 25 cost 8.5k all told, what's the budget", 8500, 0.85),
    ],
)
def test_a_whole_behind_tranches_added_up(text: str, amount: float, share: float) -> None:
    found = dict(calls(text))
    assert found["whole_of_part"] == {"amount": amount, "share": share}
    assert "running_share" in found


@pytest.mark.parametrize(
    ("text", "first", "adds"),
    [
        ("write out the ladder from 30 in cumulative %", 0.3, 4),
        ("give me the cumulative percents starting at 25", 0.25, 4),
        ("show the steps up to 100 if i start with 28", 0.28, 4),
        ("cumulative % after two adds from 25", 0.25, 2),
        ("i have 37 percent deployed, how far from cap", 0.37, 0),
        ("if i'm 85% in can i still add 20", 0.85, 1),
    ],
)
def test_running_shares(text: str, first: float, adds: int) -> None:
    (found,) = calls(text)
    assert found == ("running_share", {"first": first, "adds": adds, **({"step": 0.2} if "step" in found[1] else {})})


@pytest.mark.parametrize(
    ("text", "lost", "account"),
    [
        # 70% of 10,000; 65% of 8,000; all of 12,000
        ("worst case: 10k plan, 30+20+20 in, all flies die. how much of my 400k is gone", 7000, 400000),
        ("plan 8k, 25 and two adds in, everything expires worthless, what % of the 300k account is that", 5200, 300000),
        ("if the whole 12k hedge goes bust how much of a 500k book have i lost", 12000, 500000),
        ("hedge loses 100%: 65% of 8k in. loss in $ and % of 160k", 5200, 160000),
    ],
)
def test_a_hedge_that_is_lost_as_a_part_of_the_account(text: str, lost: float, account: float) -> None:
    assert ("part_of", {"amount": lost, "whole": account}) in calls(text)


@pytest.mark.parametrize(
    ("text", "slice_of", "part", "units"),
    [
        # 30% × 16,000 = 4,800, half 2,400, at $80; 25% × 12,000 = 3,000, half 1,500, at $110
        ("16k plan, 30% layer, half of it in .80 flies, how many and how much", 4800, 0.5, 2400),
        ("12k budget, first layer 25%, half of that in flies at 1.10. count?", 3000, 0.5, 1500),
        ("half of my 25% tranche of 10k goes to flies costing 62 dollars, how many", 2500, 0.5, 1250),
    ],
)
def test_a_part_of_a_slice_in_butterflies(text: str, slice_of: float, part: float, units: float) -> None:
    _, (_, split), (_, bought) = calls(text)
    assert (split["budget"], split["deployed"], bought["budget"]) == (slice_of, part, units)


def test_a_slice_told_in_dollars() -> None:
    text = "if flies doubled from .6 to 1.2 how many fewer do i get out of a 900 dollar tranche"
    assert calls(text) == [("units_for_budget", {"budget": 900, "unit_cost": 120, "old_cost": 60})]
    # 1,800 / 0.25 = 7,200; 1,800 / 0.30 = 6,000
    found = calls("if tranche 1 was 1,800 what are the following ones")
    assert [given.get("whole") for tool, given in found if tool == "share_of"] == [7200, 6000]
    assert calls("margin per mini 1,150, tranche is 5k. how many minis")[0][1]["budget"] == 5000


def test_units_planned_at_a_price() -> None:
    found = calls("got 18 flies planned at .75, cost of tranche one?")
    assert found[1] == ("tranche_plan", {"budget": 1350, "unit_cost": 75})  # 18 × $75


@pytest.mark.parametrize(
    ("text", "old", "new", "share"),
    [
        # 4,500 / 7,000; 2,700 / 9,000; 3,600 / 6,000
        ("wife cut my hedge budget from 10k to 7k, already 4,500 in. where am i now", 0.45, 7000, 0.642857142857),
        ("budget raised from 6k to 9k, 2,700 already used. what share is that now and whats left", 0.45, 9000, 0.3),
        ("i had 8k planned and spent 3,600, now its only 6k in total. percent used?", 0.45, 6000, 0.6),
    ],
)
def test_a_changed_budget_with_the_part_behind_it(text: str, old: float, new: float, share: float) -> None:
    (_, of_old), (_, of_new) = calls(text)
    assert float(str(of_old["amount"])) / float(str(of_old["whole"])) == pytest.approx(old)
    assert (of_new["budget"], of_new["deployed"]) == (new, share)


def test_more_than_all_of_the_budget() -> None:
    # 30 + 4 × 20 = 110%; 11,000 of 10,000 is 110%
    assert calls("i overspent: 30+20+20+20+20 of 7k in dollars")[0] == ("running_share", {"first": 0.3, "adds": 4, "step": 0.2})
    assert ("part_of", {"amount": 11000, "whole": 10000}) in calls("budget 10k but spent 11k. over by what percent")


def test_a_share_of_what_the_first_one_leaves() -> None:
    # 5,000 − 30% = 3,500
    found = calls("what's 20% of what's left after the first 30% on 5k")
    assert ("budget_split", {"budget": 3500, "deployed": 0.2}) in found


def test_an_add_a_month_is_no_number_of_adds() -> None:
    (found,) = calls("how long till full if one add a month, start 30")
    assert found == ("running_share", {"first": 0.3, "adds": 4})


def test_units_that_are_a_share_of_what_is_planned() -> None:
    # 9 × $62 = $558
    found = calls("i bought 9 flies at .62, thats 25%. planned total?")
    assert found[1] == ("whole_of_part", {"amount": 558, "share": 0.25})


def test_full_futures_in_minis() -> None:
    for text in ("convert 2 VX to minis", "how many minis is 2 VX"):
        assert calls(text) == [("contract_value", {"product": "VXM", "price": 1.0, "contracts": 20})]


def test_the_next_add_is_not_in_yet() -> None:
    # 2,160 / 27% = 8,000
    assert calls("opener used 2,160 (27%). budget and next add?")[0] == ("whole_of_part", {"amount": 2160, "share": 0.27})


def test_from_one_share_to_another() -> None:
    (found,) = calls("from 45 to 65 on 11k costs?")
    assert found == ("share_of", {"whole": 11000, "shares": [0.45, 0.65], "of": "dollars"})
    assert calls("vix moved from 20 to 35 in 10 days") == []


def test_a_part_of_a_sum_in_butterflies_at_a_price_in_two_words() -> None:
    # 12,000 / 3 = 4,000, at $120 each
    found = calls("use a third of my twelve thousand, the butterfly is one twenty, how many contracts")
    assert found == [("units_for_budget", {"budget": 12000, "unit_cost": 120, "share": 0.333333})]
