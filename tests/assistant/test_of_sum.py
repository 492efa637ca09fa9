"""A share just told, of a sum named now; all the units that a sum buys; two priced options as one spread; other turns."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from assistant import Assistant

Made = tuple[str, Mapping[str, Any]]


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant()


@pytest.fixture
def said(assistant: Assistant, request: pytest.FixtureRequest) -> Callable[..., list[Made]]:
    """What the last of some questions, asked in turn, computes."""

    def ask(*questions: str) -> list[Made]:
        for question in questions:
            answer = assistant.ask(question, request.node.name)
        return [(r.tool, r.inputs) for r in answer.results]

    return ask


PRICED = ("price a vix 20 call with the future at 18, 30 days, vol 90%", "and the 25")
FLY = ("25/30/35 fly for .85", "how many can I get for 1000")


@pytest.mark.parametrize(
    ("of", "budget"),
    [
        ("of 40,000 in dollars", 40_000),
        ("and of $60k?", 60_000),
        ("in dollars if the plan is 80k", 80_000),
        ("how much is that of my 25,000 budget", 25_000),
    ],
)
def test_a_share_of_a_sum(said, of: str, budget: float) -> None:
    ((tool, given),) = said("25% first then two adds, where am I", of)
    assert (tool, given["budget"], given["deployed"]) == ("budget_split", budget, pytest.approx(0.65))


def test_the_share_of_a_cue_and_then_another_sum(said) -> None:
    said("macd .08 signal .06, yesterday .05 and .07, a/d lower high while spx higher high", "how much is that of 50k")
    ((tool, given),) = said("and of 20k")
    assert (tool, given["budget"], given["deployed"]) == ("budget_split", 20_000, 0.2)


@pytest.mark.parametrize("other", ["and at 28?", "what is 30% of 900", "the vix at 40,000 would be what"])
def test_what_is_no_sum_alone(said, other: str) -> None:
    assert all(given.get("deployed") != pytest.approx(0.65) for _, given in said("25% first then two adds, where am I", other))


@pytest.mark.parametrize(
    ("question", "settlement"),
    [("what's the most I could make with those", None), ("what would all of them make at 31", 31)],
)
def test_all_units_that_a_sum_buys(said, question: str, settlement: float | None) -> None:
    ((tool, given),) = said(*FLY, question)
    # 1000 / 85 = 11.76
    assert (tool, given["contracts"], given.get("settlement")) == ("butterfly", 11, settlement)


@pytest.mark.parametrize("question", ["difference between the two", "what does that call spread cost", "as a spread?"])
def test_two_priced_options_are_one_spread(said, question: str) -> None:
    ((tool, given),) = said(*PRICED, question)
    assert tool == "position"
    assert [(side, strike) for side, _, strike, *_ in given["legs"]] == [("long", 20), ("short", 25)]


@pytest.mark.parametrize("other", ["and with vol 80%", "what is a spread"])
def test_what_asks_for_no_spread(said, other: str) -> None:
    assert all(tool != "position" for tool, _ in said(*PRICED, other))


def test_options_of_two_terms_are_no_spread(said) -> None:
    assert said(PRICED[0], "and the 25 with 60 days", "difference between the two") == []


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("what if breadth made a higher high too", ("higher", "higher", "highs")),
        ("and at lows?", ("higher", "lower", "lows")),
        ("spx lower high instead", ("lower", "lower", "highs")),
    ],
)
def test_another_turn(said, question: str, told: tuple[str, str, str]) -> None:
    ((tool, given),) = said("spx at new highs and breadth made a lower high", question)
    assert (tool, given["index"], given["line"], given["pivots"]) == ("divergence_in_words", *told)


@pytest.mark.parametrize(
    ("ask", "cost"), [("and in flies at .85", 85), ("how many flies at .75 is that", 75), ("in condors for 885", 885)]
)
def test_what_the_part_just_told_buys(said, ask: str, cost: float) -> None:
    ((tool, given),) = said("25% first then two adds, where am I", "of 40,000 in dollars", ask)
    # 65% × 40,000 = 26,000
    assert (tool, given["budget"], given["unit_cost"]) == ("units_for_budget", 26_000, cost)
