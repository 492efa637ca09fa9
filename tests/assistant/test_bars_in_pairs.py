"""Two bars told as pairs, and what else is asked of lines and averages in few words: each as many people would put it."""

import pytest

from assistant.understanding.composed.several import calculations
from assistant.understanding.lines.bars import bars
from assistant.understanding.text.quantities import Reading

from .asked import computed


@pytest.mark.parametrize(
    ("text", "before", "now"),
    [
        (".18 vs .21 signal yesterday, .220 vs .215 today. is that it?", (0.18, 0.21), (0.22, 0.215)),
        ("macd .10 sig .04 yesterday and .12 / .05 today, new cross?", (0.1, 0.04), (0.12, 0.05)),
        ("-.100 and -.100 yesterday, -.090 and -.098 today", (-0.1, -0.1), (-0.09, -0.098)),
        ("yest .040 macd / .046 sig, today both .050", (0.04, 0.046), (0.05, 0.05)),
        ("line .018/.018 today and -.004 line vs .006 sig yesterday, a cross?", (-0.004, 0.006), (0.018, 0.018)),
        ("today .31/.28, yesterday .26/.29 - did it cross", (0.26, 0.29), (0.31, 0.28)),
        (".18/.21 then .22/.215, cross?", (0.18, 0.21), (0.22, 0.215)),
        ("prev bar: macd 0.30 signal 0.35. this bar: macd 0.40, signal 0.36", (0.3, 0.35), (0.4, 0.36)),
        ("last week -0.05 vs 0.01, this week 0.02 vs 0.015. crossed?", (-0.05, 0.01), (0.02, 0.015)),
    ],
)
def test_two_bars_as_pairs(text: str, before: tuple[float, float], now: tuple[float, float]) -> None:
    told = dict(zip(("macd_before", "signal_before", "macd_now", "signal_now"), (*before, *now), strict=True))
    assert computed(text) == ("macd_cross", told)


@pytest.mark.parametrize(
    "text",
    [
        "macd .10 to .12, signal .04 to .05",  # each line with its move
        "signal .21 macd .18 yesterday, signal .22 macd .25 today",  # the signal first
    ],
)
def test_other_orders_stay(text: str) -> None:
    found = bars(Reading(text))
    assert found is not None
    assert found["macd_now"] in (0.12, 0.25)


def test_three_bars_are_no_pair() -> None:
    assert bars(Reading("signal .18/.21, .20/.21, .22/.215 yesterday and today")) is None


def told(text: str) -> list[tuple[str, dict[str, float]]]:
    return [(c.call.tool, dict(c.call.arguments)) for c in calculations(Reading(text))]


@pytest.mark.parametrize("text", ["smoothing factors for 12 26 9", "alpha of 12, 26 and the 9", "half lives of 12/26/9 emas"])
def test_several_weights(text: str) -> None:
    assert told(text) == [("smoothing_constant", {"span": n}) for n in (12, 26, 9)]


@pytest.mark.parametrize(
    ("text", "previous", "value"),
    [
        ("signal was 0.14 and todays macd is 0.24. whats the signal now (9)", 0.14, 0.24),
        ("yesterday signal 1.10, macd today 1.35, updated signal with 9", 1.1, 1.35),
    ],
)
def test_a_signal_moved_on_by_a_span_in_brackets(text: str, previous: float, value: float) -> None:
    assert told(text)[0] == ("ema_step", {"previous": previous, "value": value, "span": 9})


@pytest.mark.parametrize(
    "text",
    [
        "ema12 20.00 ema26 20.50 signal -0.40. what print tomorrow puts macd right on its signal",
        "fast ema 20, slow ema 20.5, signal -.4: which value makes the macd equal the signal? what close hits the signal",
    ],
)
def test_the_value_that_meets_the_signal(text: str) -> None:
    assert computed(text) == ("macd_input", {"fast_ema": 20, "slow_ema": 20.5, "wanted": -0.4})


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("iv jumps 5 points in one day, how much of that goes into macd same day", 5),
        ("vol drops 3 overnight, what does that do to the macd the same day", -3),
        ("if iv spikes by 4.5 in a single session how much does macd 12/26 move", 4.5),
    ],
)
def test_a_step_of_one_bar(text: str, step: float) -> None:
    tool, arguments = computed(text)
    assert tool == "macd_after_value"
    assert (arguments["fast_ema"], arguments["slow_ema"], arguments["value"]) == (0, 0, step)


def test_a_step_of_every_bar_is_a_slope() -> None:
    assert computed("iv rises 0.2 every bar, what does macd end at") == ("macd_of_slope", {"slope": 0.2})


def test_tranches_are_no_peaks() -> None:
    assert computed("after tranche 1 the histogram peaked .08, .06, .11. how many adds") == (
        "histogram_peaks",
        {"peaks": [0.08, 0.06, 0.11]},
    )
    assert computed("tranche 1 done at 25. since then hist peak .041 then peak .038")[1] == {"peaks": [0.041, 0.038]}


def test_a_line_in_percent_of_its_slow_average() -> None:
    # 0.6 above 24 is 24.6; 0.6/24 = 2.5%
    assert computed("macd 0.6 when the 26 ema is 24, in percent") == ("macd_values", {"fast_ema": 24.6, "slow_ema": 24})
    assert computed("what's the ppo if macd is -0.4 and slow ema 20") == ("macd_values", {"fast_ema": 19.6, "slow_ema": 20})


def test_an_average_that_starts_from_a_sum() -> None:
    # 246/12 = 20.5
    (found,) = calculations(Reading("first 12 ivs add up to 246, 13th is 22. first two values of the ema"))
    assert found.call.arguments == {"previous": 20.5, "value": 22, "span": 12}
    assert "246/12 = 20.50" in found.note
    assert not told("first 12 ivs add up to 246, 20th is 22. the ema?")


def test_bars_and_one_line() -> None:
    assert told("weekly hist .03 last week, .05 this week, macd .12. signal and is it growing") == [
        ("histogram_bars", {"values": [0.03, 0.05]}),
        ("third_line", {"macd": 0.12, "histogram": 0.05}),
    ]
    assert told("histogram .05 and macd .20") == [("third_line", {"macd": 0.2, "histogram": 0.05})]


@pytest.mark.parametrize(
    "text", ["how many weeks before i get a signal line", "on weekly bars how long till theres a signal value"]
)
def test_the_wait_for_a_signal(text: str) -> None:
    assert computed(text) == ("first_bars", {})


def test_a_histogram_by_day() -> None:
    bars = [-0.02, 0.01, 0.03, 0.06, 0.05]
    assert computed("hist by day -.02 .01 .03 .06 .05 first tranche on the 2nd, when do i add")[0] == "histogram_bars"
    assert computed("daily histogram: -.02 .01 .03 .06 .05 expanding?") == ("histogram_bars", {"values": bars})


def test_the_last_two_highs_of_rows() -> None:
    # highs at 5875 and 5910; the line there 12,950 and 12,810
    assert computed("spx: 5820 5875 5860 5910 5895 a/d: 12400 12950 12700 12810 12500 negative divergence?") == (
        "two_pivots",
        {"index_before": 5875, "index_now": 5910, "line_before": 12950, "line_now": 12810, "point_before": 2, "point_now": 4},
    )


@pytest.mark.parametrize(
    "text",
    [
        "settlements so far 23.40 26.20 29.00, i had one 25/30/35 at .85 in each. score?",
        "a 25/30/35 at .85, settlements 23.40, 26.20 and 29.00",
    ],
)
def test_settlements_in_a_row(text: str) -> None:
    assert [given["settlement"] for _, given in told(text)] == [23.4, 26.2, 29]
