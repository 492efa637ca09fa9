"""Averages moved on by a value, by spans, by weights and from rest, as many people would put it."""

from typing import Any

import pytest

from assistant.understanding.composed.several import calculations
from assistant.understanding.text.quantities import Reading

from .asked import computed


def _calls(text: str) -> list[tuple[str, dict[str, Any]]]:
    return [(c.call.tool, dict(c.call.arguments)) for c in calculations(Reading(text))]


@pytest.mark.parametrize(
    ("text", "previous", "value", "span"),
    [
        ("take an ema12 standing at 21.5, feed it 24, what do i get", 21.5, 24, 12),
        ("my nine day average sits at .35 and todays macd is .50, where does it move to", 0.35, 0.5, 9),
        ("smoothing weight 0.2, old average 0.40, new reading 0.65, updated?", 0.4, 0.65, 9),
        ("my smooth average of nine is at 0.37 and today brings 0.62. Where does it settle?", 0.37, 0.62, 9),
        ("Slow EMA 19.2 (k=2/27), new value 21.0. Next?", 19.2, 21, 26),
        ("26-period exponential average 17.9; latest print 19; recompute", 17.9, 19, 26),
        ("with alpha = 2/13 move 16.80 on by a print of 18.10", 16.8, 18.1, 12),
        ("An EMA of 9 periods stands at -0.2; a MACD of 0.1 arrives. New level?", -0.2, 0.1, 9),
        ("twelve-day ema at 19, add a close of 21: result?", 19, 21, 12),
        ("alpha 2/(9+1), average so far .14, next one .24", 0.14, 0.24, 9),
    ],
)
def test_one_average_by_its_span_in_many_guises(text: str, previous: float, value: float, span: int) -> None:
    assert _calls(text) == [("ema_step", {"previous": previous, "value": value, "span": span})]


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        ("smoothing 0.1538, from 20.0, observation 22", (20, 22, 0.1538)),
        ("weight 0.3 on the new value: average was 14, print 15", (14, 15, 0.3)),
        ("old average 18.2, today 19.4, k = 0.15 → new average", (18.2, 19.4, 0.15)),
    ],
)
def test_one_average_by_a_weight_of_no_whole_span(text: str, arguments: tuple[float, ...]) -> None:
    assert _calls(text) == [("weighted_step", dict(zip(("previous", "value", "weight"), arguments, strict=True)))]


@pytest.mark.parametrize(
    ("text", "arguments", "more"),
    [
        ("i have 12 EMA 18.0 and 26 EMA 17.5. next iv 20. new macd?", (18, 17.5, 20), {}),
        ("fast 18 slow 17.4, next print 20, give me both new emas and the macd", (18, 17.4, 20), {}),
        ("Both emas start at 18 and the next value is 24: what are they and the macd after that?", (18, 18, 24), {}),
        ("flat at 15 then a jump to 18: macd after one bar?", (15, 15, 18), {}),
        ("after a long quiet spell at 16, iv prints 20: first macd?", (16, 16, 20), {}),
        ("from rest at 14 the series steps to 17; MACD on that bar?", (14, 14, 17), {}),
        ("EMA12=EMA26=17, today 19.6, macd?", (17, 17, 19.6), {}),
        ("12/26 averages 19.4/18.8, close 21, new MACD line", (19.4, 18.8, 21), {}),
        (
            "with alphas 2/13 and 2/27, both emas at 20, and a print of 26: what's the macd",
            (20, 20, 26),
            {"fast": 12, "slow": 26},
        ),
        (
            "weights 0.15 and 0.075: averages at 20 and 19, new value 22. macd?",
            (20, 19, 22),
            {"fast_weight": 0.15, "slow_weight": 0.075},
        ),
    ],
)
def test_both_averages_without_a_signal(text: str, arguments: tuple[float, ...], more: dict[str, float]) -> None:
    given = dict(zip(("fast_ema", "slow_ema", "value"), arguments, strict=True)) | more
    assert _calls(text) == [("macd_after_value", given)]


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        ("steady state at 20. which next print gives a macd of 0.30?", (20, 20, 0.3)),
        (
            "From a steady state, how large a step h makes the first MACD response equal 0.25? (alphas 2/13 and 2/27)",
            (0, 0, 0.25),
        ),
        ("what close makes macd zero when ema12 18 and ema26 19", (18, 19, 0)),
        ("fast 22.10, slow 21.80: at what next print is the macd line zero", (22.1, 21.8, 0)),
        ("ema12 15.2 ema26 15.9: which print makes the macd line exactly zero?", (15.2, 15.9, 0)),
        ("by how much must iv jump from a flat 20 for the MACD to read 0.5", (20, 20, 0.5)),
        ("jump size for a macd of 1.0 on first bar after flat 15", (15, 15, 1)),
        ("fast 18.2 slow 18.9 signal -.75: which value brings the cross", (18.2, 18.9, -0.75)),
    ],
)
def test_the_value_that_brings_a_line(text: str, arguments: tuple[float, ...]) -> None:
    tool, given = computed(text)
    assert (tool, *(given[k] for k in ("fast_ema", "slow_ema", "wanted"))) == ("macd_input", *arguments)


@pytest.mark.parametrize(
    "text",
    [
        "weighted average cost of 0.6 at 8% and 0.4 at 5%",
        "my first slice is 0.25 of the plan, then 0.20 each time",
        "what is the smoothing constant of a 12 period ema",
    ],
)
def test_shares_of_other_things_move_no_average(text: str) -> None:
    assert not {tool for tool, _ in _calls(text)} & {"ema_step", "weighted_step", "macd_after_value", "macd_input"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("first histogram bar is 0.04 and there's NaN before it: a cross?", 0.04),
        ("first valid histogram value +.02, everything earlier blank. does it count as a crossover?", 0.02),
        ("NaN, NaN, 0.05 in the histogram column, is it a trigger?", 0.05),
        ("only one histogram bar exists, +0.01, no earlier ones. cross?", 0.01),
        ("yesterdays histogram is missing (nan), today's is -0.06. signal?", -0.06),
        ("histogram 0.03 today, first value, nothing before", 0.03),
        ("the warm-up ends with a histogram of .07; cross up?", 0.07),
    ],
)
def test_a_first_bar_with_nothing_before(text: str, value: float) -> None:
    assert computed(text) == ("histogram_bars", {"values": [value]})


@pytest.mark.parametrize(
    ("text", "macd", "signal"),
    [
        (
            "Week 1 macd 0.05 signal 0.07; week 2 0.09, 0.075; week 3 0.12, 0.085. Cross week?",
            [0.05, 0.09, 0.12],
            [0.07, 0.075, 0.085],
        ),
        (
            "Mon: MACD -0.10, signal -0.06. Tue: -0.07, -0.062. Wed: -0.03, -0.055. Which day crossed?",
            [-0.1, -0.07, -0.03],
            [-0.06, -0.062, -0.055],
        ),
        (
            "day 1: signal 0.2 macd 0.1; day 2: signal 0.18 macd 0.17; day 3: signal .19 macd .25",
            [0.1, 0.17, 0.25],
            [0.2, 0.18, 0.19],
        ),
    ],
)
def test_both_lines_bar_by_bar(text: str, macd: list[float], signal: list[float]) -> None:
    assert computed(text) == ("macd_lines", {"macd": macd, "signal": signal})


def test_a_signal_that_stands_still_is_that_of_both_bars():
    told = computed("macd crossed from -0.2 to 0.1 while signal is flat at 0.05")
    assert told == ("macd_cross", {"macd_before": -0.2, "macd_now": 0.1, "signal_before": 0.05, "signal_now": 0.05})


@pytest.mark.parametrize(
    "text", ["signal line 0.12, today's macd 0.22, new signal?", "sig .12, macd .22: where does the updated signal stand"]
)
def test_a_signal_moved_on_without_a_time(text: str) -> None:
    assert _calls(text) == [("ema_step", {"previous": 0.12, "value": 0.22, "span": 9})]


@pytest.mark.parametrize(
    "text",
    [
        "signal at 0.20 and the gap is 0.05, macd?",
        "the macd stands a distance of 0.05 from its signal at 0.20, what is the macd",
    ],
)
def test_a_gap_is_the_histogram(text: str) -> None:
    assert computed(text) == ("third_line", {"signal": 0.2, "histogram": 0.05})
