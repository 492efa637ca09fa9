"""How long a start lasts, moves in a row, dates with a year, and the line that breadth goes on from."""

import pytest

from assistant.understanding.composed.several import calculations
from assistant.understanding.text.quantities import Reading
from tools import start_left

from .asked import computed


@pytest.mark.parametrize(
    ("text", "span", "share"),
    [
        ("how many bars until the seed counts less than 1% in the 26 ema", 26, 0.01),
        ("after how many bars is the start of a 12 ema under 5%", 12, 0.05),
        ("how many bars until a spike is half forgotten in the 26 ema", 26, 0.5),
        ("after how many bars is half the seed of a 12 ema gone", 12, 0.5),
        ("how long before the initial value fades to 0.5% in ema26", 26, 0.005),
    ],
)
def test_the_bars_are_the_first_that_leave_less(text, span, share):
    tool, arguments = computed(text)
    assert (tool, arguments["span"]) == ("start_left", span)
    assert start_left(span, arguments["after"]).left < share <= start_left(span, arguments["after"] - 1).left


@pytest.mark.parametrize(
    ("text", "gain", "loss"),
    [
        ("vix futures up 10 days in a row by .3 then down 4 days by .2: rsi14", 3 / 14, 0.8 / 14),
        ("vx rose 9 days by .25 and fell 5 days by .4, rsi", 2.25 / 14, 2 / 14),
    ],
)
def test_moves_in_a_row_are_summed(text, gain, loss):
    (found,) = calculations(Reading(text))
    assert found.call.tool == "rsi_value"
    assert (found.call.arguments["average_gain"], found.call.arguments["average_loss"]) == (
        pytest.approx(gain),
        pytest.approx(loss),
    )


@pytest.mark.parametrize("text", ["first bar is jan 2 2026", "since march 3rd, 2025", "from the 4th of may 2026 on"])
def test_a_date_with_its_year_is_no_number(text):
    assert not Reading(text).quantities


@pytest.mark.parametrize(
    "text",
    [
        "nyse adv 1,850 dec 1,020 unch 130 yesterday's line 42,310",
        "adv 1850 dec 1020, a/d line was 42310",
    ],
)
def test_the_line_goes_on_from_where_it_stood(text):
    assert computed(text) == ("advance_decline", {"advances": [1850.0], "declines": [1020.0], "start": 42310.0})
