"""What results rule out, held against results whose payoff, order and states were worked out by hand."""

import pytest

from assistant.guards.contradictions import Contradictions
from assistant.understanding.premises.opposites import GROUPS, inflected, words_of
from tools import black76, butterfly, macd_cross, position, rsi_value, series_summary, staged_cost
from tools.result import Result

RESULTS: dict[str, Result] = {
    # 22/26/30 for 0.95: it gains between 22.95 and 29.05; at 28.40 it is worth 1.60, a profit of 0.65.
    "fly": butterfly(22, 26, 30, 0.95),
    "higher fly": butterfly(30, 34, 38, 0.95),  # it gains between 30.95 and 37.05
    # A straddle at 20 for 4: it loses between 16 and 24 and gains outside.
    "straddle": position([("long", "call", 20.0, 2.1), ("long", "put", 20.0, 1.9)]),
    # An 18 put with the future at 19.50 is out of the money; its delta is below zero, its vega above.
    "put": black76(19.5, 18.0, 0.12, 0.9, kind="put"),
    # MACD from below to above its signal: a bullish cross, and 0.72 is under 0.8.
    "cross": macd_cross(-0.42, -0.55, -0.71, -0.66, normalised=0.72),
    # 3, 9, 6: the last is the median and the mean.
    "summary": series_summary([3.0, 9.0, 8.0, 4.0]),
    "rsi": rsi_value(0.42, 0.95),
    # 10 at 2 and 10 at 1 average 1.50.
    "staged": staged_cost([(2.0, 10), (1.0, 10)]),
}


def fault(said: str, *names: str) -> str:
    return Contradictions((RESULTS[name], RESULTS[name].to_dict()) for name in names).fault(said)


TRUE = [
    ("fly", "It makes money between 22.95 and 29.05."),
    ("fly", "Above 29.05 the position loses money."),
    ("fly", "At a settlement of 28.40 it is in profit."),
    ("fly", "28.40 lies inside the profit zone."),
    ("fly", "Above 29.05 the profit is gone."),
    ("fly", "Below 22.95 or above 29.05 it loses."),
    ("straddle", "You need a settlement below 16.00 or above 24.00 to profit."),
    ("straddle", "You are long the 20 call and long the 20 put."),
    ("put", "The put is out of the money and has a negative delta."),
    ("put", "If it were in the money, the put would be dearer."),
    ("cross", "The MACD crossed above its signal line."),
    ("cross", "The level is not far below 0.8, yet it is depressed."),
    ("summary", "The last value, 4.00, is below the mean of 6.00."),
    ("rsi", "The average loss is higher than the average gain."),
    ("staged", "Staging lowered your cost."),
]
FALSE = [
    ("fly", "You lose between 22.95 and 29.05."),
    ("fly", "Above 29.05 it is profitable."),
    ("fly", "At a settlement of 28.40 you are in the red."),
    ("fly", "28.40 lies outside the profit zone."),
    ("straddle", "It earns as long as settlement stays between 16.00 and 24.00."),
    ("straddle", "You are short the 20 call."),
    ("put", "The 18 put is in the money."),
    ("put", "The delta is positive."),
    ("cross", "The MACD has crossed beneath its signal line."),
    ("cross", "At 0.72 it is too high to be depressed."),
    ("summary", "At 4.00 the last value sits higher than the mean of 6.00."),
    ("summary", "The last value is above the mean."),
    ("rsi", "Average gains exceed average losses."),
    ("staged", "Averaging in pushed up your cost."),
]


@pytest.mark.parametrize(("name", "said"), TRUE)
def test_what_the_result_bears_out_passes(name: str, said: str) -> None:
    assert fault(said, name) == ""


@pytest.mark.parametrize(("name", "said"), FALSE)
def test_what_the_result_rules_out_is_found(name: str, said: str) -> None:
    assert fault(said, name)


def test_of_two_results_of_one_tool_one_may_bear_it_out() -> None:
    assert fault("Between 32 and 36 it makes money.", "fly", "higher fly") == ""
    assert fault("Between 32 and 36 it makes money.", "fly")


def test_verbs_are_inflected() -> None:
    assert set(inflected("drop")) == {"drop", "drops", "dropped", "dropping"}
    assert set(inflected("carry")) == {"carry", "carries", "carried", "carrying"}
    assert set(inflected("surpass")) == {"surpass", "surpasses", "surpassed", "surpassing"}
    assert set(inflected("rise")) == {"rise", "rises", "rose", "risen", "rising"}
    assert "took_in" in inflected("take_in")


def test_no_word_names_both_sides_of_a_group() -> None:
    for group, sides in GROUPS.items():
        one, two = (set(words_of(group, side)) for side in list(sides)[:2])
        assert one & two == set(), group
