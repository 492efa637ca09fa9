"""What a sentence counts of a result's things is held against how many there are, and how many of them are so."""

import pytest

from assistant.guards.facts.judged import Judged
from tools import CATALOGUE
from tools.result import Result


def result(tool: str, **given: object) -> Result:
    return CATALOGUE[tool].function(**given)


def wrong(of: Result, text: str) -> str:
    return Judged(of.tool, of.to_dict()).wrong(text)


FILLS = result("staged_cost", fills=[[1.5, 4], [1.1, 7], [0.9, 2]])
EXITS = result("staged_exit", entry=0.9, exits=[[1.5, 3], [2.0, 4]], contracts=12)
PLAN = result("tranche_plan", budget=50_000)  # 25 + 20 + 20 + 20 + 15
# 19 March 2025 would be the Wednesday, but the Friday 30 days later is Good Friday: the 18th.
EXPIRIES = result("vix_expiries", date="2025-02-10", count=4)
EVENTS = result("event_window", dates=["2024-03-18", "2024-05-07", "2024-09-16"], days=3)  # the 7th of May is six days off
BREADTH = result("advance_decline", advances=[1500, 900, 1700], declines=[1000, 1400, 800])  # up, down, up
CLOSES = [
    15.1,
    14.8,
    14.9,
    14.5,
    14.2,
    14.4,
    14.0,
    13.9,
    14.1,
    13.7,
    13.8,
    14.6,
    15.9,
    17.7,
    19.8,
    22.6,
    26.4,
    24.1,
    21.9,
    20.3,
]
RSI = result("rsi_extreme", series=CLOSES)  # one steep rise, and a fall from it
SPREAD = result("position", legs=[["short", "put", 5700, 22.5], ["long", "put", 5650, 16.1]])


@pytest.mark.parametrize(
    ("of", "true", "false"),
    [
        (FILLS, "All three fills are in it.", "All four fills are in it."),
        (FILLS, "There were three purchases.", "There were two purchases."),
        (EXITS, "Five are still open.", "Six are still open."),
        (EXITS, "Both of the sales made money.", "All three exits made money."),
        (PLAN, "There are five tranches in this plan.", "There are six tranches in this plan."),
        (EXPIRIES, "Three of the four are Wednesdays.", "All four are Wednesdays."),
        (EXPIRIES, "One of the four was moved by a holiday.", "Two of the four were moved by a holiday."),
        (EVENTS, "Two of your three dates are near a meeting.", "All three dates are near a meeting."),
        (EVENTS, "Two out of three, within three days.", "Three out of three, within three days."),
        (BREADTH, "Two of your three days were up.", "Three of your three days were up."),
        (RSI, "It rose above 70 once.", "It rose above 70 twice."),
        (SPREAD, "Both legs are puts.", "All three legs are puts."),
    ],
)
def test_things_are_counted(of: Result, true: str, false: str) -> None:
    assert not wrong(of, true)
    assert wrong(of, false)


@pytest.mark.parametrize(
    ("of", "text"),
    [
        (FILLS, "Two fills came in under 1.20."),  # some of them
        (FILLS, "After four more fills the average would be another."),
        (EXITS, "Would you rather have four exits?"),
        (PLAN, "The first two tranches make 45%."),
        (EVENTS, "The window reaches three days to either side."),
        (BREADTH, "After two days up it would have been higher."),
        (EXPIRIES, "At least one of the four was moved by a holiday."),
    ],
)
def test_some_of_them_are_not_all(of: Result, text: str) -> None:
    assert not wrong(of, text)


@pytest.mark.parametrize("of", [FILLS, EXITS, PLAN, EXPIRIES, EVENTS, BREADTH, RSI, SPREAD], ids=lambda r: r.tool)
def test_no_tool_miscounts_its_own_things(of: Result) -> None:
    assert [line for line in of.summary().split("\n") if wrong(of, line)] == []
