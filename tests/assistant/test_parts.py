"""Parts of a sum told in dollars, ranges of percentages, what one option pays, entries of one size."""

from typing import Any

import pytest

from assistant import Assistant
from assistant.understanding.composed.several import calculations
from assistant.understanding.text.quantities import Reading


def calls(text: str) -> list[tuple[str, dict[str, Any]]]:
    return [(c.call.tool, dict(c.call.arguments)) for c in calculations(Reading(text))]


@pytest.mark.parametrize(
    ("text", "budget", "deployed"),
    [
        ("i used up $3,600 of the 8k hedge money, whats the percentage and how much is left", 8000, 0.45),
        ("we have put 2,400 of 6,000 to work. how much in percent", 6000, 0.4),
        ("my hedge budget is 12,000 and i have spent 5,400 so far. % in? what remains", 12_000, 0.45),
        ("spent 1,000 out of my 4k budget, is that inside the range?", 4000, 0.25),
        ("already in for $900 of a total of $2,000, share?", 2000, 0.45),
    ],
)
def test_a_part_told_in_dollars(text: str, budget: float, deployed: float) -> None:
    assert calls(text) == [("budget_split", {"budget": budget, "deployed": deployed})]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("1.5-2% cost per year on 250k in dollars?", ("$3,750", "$5,000")),
        ("18-28% of 1,150 in dollars", ("$207", "$322")),
        ("10 to 12% of $7,900?", ("$790", "$948")),
    ],
)
def test_both_ends_of_a_range(warmed: Assistant, session: str, text: str, ends: tuple[str, str]) -> None:
    told = warmed.ask(text, session).text
    assert all(end in told for end in ends)


@pytest.mark.parametrize(
    ("text", "leg", "settlement"),
    [
        ("20 vix 25 calls, settlement 31.40. cash?", ("long", "call", 25, 0, 20), 31.4),
        ("5 VIX 30 puts settle at 26.2, what do i receive", ("long", "put", 30, 0, 5), 26.2),
        ("vix 22 call bought 1.40 settles 25.10 profit", ("long", "call", 22, 1.4, 1), 25.1),
        ("ten vix 24 calls, VRO 26.12, what lands in my account", ("long", "call", 24, 0, 10), 26.12),
    ],
)
def test_what_one_option_pays(text: str, leg: tuple[Any, ...], settlement: float) -> None:
    ((tool, given),) = calls(text)
    assert (tool, given["settlement"]) == ("position", settlement)
    assert tuple(given["legs"][0].values()) == leg


def test_a_premium_that_is_not_told_is_not_counted_and_said_so() -> None:
    (found,) = calculations(Reading("20 vix 25 calls, settlement 31.40. cash?"))
    assert "no premium is counted" in found.note


@pytest.mark.parametrize(
    ("text", "prices"),
    [
        ("average of 0.70 0.90 1.20 if each add is same size", [0.7, 0.9, 1.2]),
        ("equal units at .80, 1.00 and 1.30, blended cost?", [0.8, 1.0, 1.3]),
    ],
)
def test_entries_of_one_size(text: str, prices: list[float]) -> None:
    fills = [{"price": p, "units": 1.0} for p in prices]
    assert calls(text) == [("staged_cost", {"fills": fills, "multiplier": 100.0})]


@pytest.mark.parametrize("text", ["i have spent a lot on hedges, is that normal", "put 2 of 5 flies on", "25-30% first, why?"])
def test_no_part_of_a_sum(text: str) -> None:
    assert "budget_split" not in [tool for tool, _ in calls(text)]
