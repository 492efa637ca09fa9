"""Sums of the method with all their numbers in the question: each kind as many people would put it."""

from typing import Any

import pytest

from assistant.understanding.composed.several import calculations
from assistant.understanding.text.quantities import Reading

from .asked import computed

E1 = {"fast_ema": 19.42, "slow_ema": 19.07, "signal": 0.28}


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        ("ema12 of my put iv = 19.42, ema26 = 19.07, signal .28 → macd? hist?", E1),
        ("fast EMA sits at 21.40 and the slow one at 20.95, what's the macd", {"fast_ema": 21.4, "slow_ema": 20.95}),
        (
            "12-day average 18.1, 26-day average 18.6, signal line -0.4: histogram?",
            {"fast_ema": 18.1, "slow_ema": 18.6, "signal": -0.4},
        ),
        ("the quick average reads 22.15 while the slow reads 21.70. MACD line?", {"fast_ema": 22.15, "slow_ema": 21.7}),
        ("EMA(12)=17.84 EMA(26)=18.30 sig=-0.31 hist?", {"fast_ema": 17.84, "slow_ema": 18.3, "signal": -0.31}),
        (
            "with the 12 period ema at 24.05, the 26 period ema at 23.60 and the signal at 0.38, what are macd and histogram",
            {"fast_ema": 24.05, "slow_ema": 23.6, "signal": 0.38},
        ),
        ("my short ema prints 16.92; my long ema prints 17.35 - macd value?", {"fast_ema": 16.92, "slow_ema": 17.35}),
        ("19.8 for the 12 ema, 20.3 for the 26 ema. macd?", {"fast_ema": 19.8, "slow_ema": 20.3}),
        ("what is the MACD if EMA 12 is 30.1 and EMA 26 is 28.4", {"fast_ema": 30.1, "slow_ema": 28.4}),
        ("ppo vs macd: ema12 26.0 ema26 23.5, give me both", {"fast_ema": 26.0, "slow_ema": 23.5}),
        ("macd and ppo in percent for ema12 18.4, ema26 19.1", {"fast_ema": 18.4, "slow_ema": 19.1}),
        ("e12: 20.5, e26: 19.9 → macd", {"fast_ema": 20.5, "slow_ema": 19.9}),
        ("fast 18.60, slow 18.15, signal 0.40. macd and hist", {"fast_ema": 18.6, "slow_ema": 18.15, "signal": 0.4}),
    ],
)
def test_two_averages(text: str, arguments: dict[str, float]) -> None:
    assert computed(text) == ("macd_values", arguments)


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        ("macd is 0.42 and the histogram is 0.05, where is the signal line", {"macd": 0.42, "histogram": 0.05}),
        ("signal .31, hist -.04 → macd?", {"signal": 0.31, "histogram": -0.04}),
        ("If histogram = 0.12 and MACD = 0.55, what must the signal be?", {"macd": 0.55, "histogram": 0.12}),
        ("histogram -0.03 with signal at 0.20, so the macd line is?", {"signal": 0.2, "histogram": -0.03}),
    ],
)
def test_the_third_figure(text: str, arguments: dict[str, float]) -> None:
    assert computed(text) == ("third_line", arguments)


@pytest.mark.parametrize(
    ("text", "before", "now"),
    [
        (
            "Tuesday MACD 0.310, signal 0.290. Wednesday MACD 0.335, signal 0.300. Did it cross up on Wednesday?",
            (0.31, 0.29),
            (0.335, 0.3),
        ),
        ("Mon: macd -.20 sig -.15; Tue: macd -.10 sig -.14. cross?", (-0.2, -0.15), (-0.1, -0.14)),
        ("day 1 macd .05 signal .08, day 2 macd .11 signal .09 - crossed?", (0.05, 0.08), (0.11, 0.09)),
        (
            "On Thursday the MACD was 0.22 with its signal at 0.25; on Friday they were 0.27 and 0.26. Bullish cross?",
            (0.22, 0.25),
            (0.27, 0.26),
        ),
        ("friday macd -.3 signal -.2, monday macd -.1 signal -.17: a cross?", (-0.3, -0.2), (-0.1, -0.17)),
        ("first bar macd -0.3 signal -0.2, second bar macd -0.1 signal -0.17", (-0.3, -0.2), (-0.1, -0.17)),
        ("week 10: MACD 1.2, sig 1.3. week 11: MACD 1.5, sig 1.35", (1.2, 1.3), (1.5, 1.35)),
        ("macd .31 sig .35 then macd .38 sig .36 - did it cross", (0.31, 0.35), (0.38, 0.36)),
        ("t-1: macd 0.4 signal 0.45; t: macd 0.5 signal 0.47", (0.4, 0.45), (0.5, 0.47)),
        ("before: macd 1.20 over sig 1.10. now: macd 1.02, sig 1.08", (1.2, 1.1), (1.02, 1.08)),
    ],
)
def test_a_cross_between_two_bars(text: str, before: tuple[float, float], now: tuple[float, float]) -> None:
    told = dict(zip(("macd_before", "signal_before", "macd_now", "signal_now"), (*before, *now), strict=True))
    assert computed(text) == ("macd_cross", told)


@pytest.mark.parametrize(
    ("text", "macd", "signal"),
    [
        (
            "line: -.9, -.7, -.5 ; signal: -.8, -.75, -.68 over three days. bullish cross?",
            [-0.9, -0.7, -0.5],
            [-0.8, -0.75, -0.68],
        ),
        (
            "macd 0.10 0.14 0.12 0.20, signal 0.12 0.12 0.13 0.14: where are the crosses",
            [0.1, 0.14, 0.12, 0.2],
            [0.12, 0.12, 0.13, 0.14],
        ),
        (
            "MACD values are .5, .4, .2 and signal values are .45, .42, .33. which bar crossed down",
            [0.5, 0.4, 0.2],
            [0.45, 0.42, 0.33],
        ),
        ("macd: [0.1, 0.2, 0.3] signal: [0.15, 0.18, 0.2] histogram per bar?", [0.1, 0.2, 0.3], [0.15, 0.18, 0.2]),
        ("signal line -.2 -.1 0 and macd -.3 -.05 .1, when does it cross", [-0.3, -0.05, 0.1], [-0.2, -0.1, 0.0]),
        (
            "four sessions, macd -1.2 -1.0 -0.7 -0.6 against signal -1.1 -1.05 -0.9 -0.8",
            [-1.2, -1.0, -0.7, -0.6],
            [-1.1, -1.05, -0.9, -0.8],
        ),
        ("here's my macd: .20/.26/.31 and signal: .22/.23/.25", [0.2, 0.26, 0.31], [0.22, 0.23, 0.25]),
        ("bar 41: 0.12 / 0.15 (macd/signal). bar 42: 0.19 / 0.16. cross up?", [0.12, 0.19], [0.15, 0.16]),
    ],
)
def test_rows_of_both_lines(text: str, macd: list[float], signal: list[float]) -> None:
    assert computed(text) == ("macd_lines", {"macd": macd, "signal": signal})


@pytest.mark.parametrize(
    ("text", "peaks"),
    [
        ("hist peaks so far 0.12 then 0.10. is that a higher high", [0.12, 0.10]),
        ("histogram peaked at .08, later at .11: higher high?", [0.08, 0.11]),
        ("first hump of the histogram 0.21, second hump 0.25", [0.21, 0.25]),
        ("histogram peaks .05, .04, .07", [0.05, 0.04, 0.07]),
    ],
)
def test_peaks_of_a_histogram(text: str, peaks: list[float]) -> None:
    assert computed(text) == ("histogram_peaks", {"peaks": peaks})


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        (
            "Yesterday: fast EMA 18.20, slow EMA 18.90, signal line -0.75. Today's IV 20.00. Walk through to today's histogram "
            "and tell whether there is a cross (yesterday's histogram was +0.05).",
            (18.2, 18.9, -0.75, 20),
        ),
        ("ema12 was 20.1, ema26 was 19.8, signal .25; new close 21.0 → macd, signal, hist today?", (20.1, 19.8, 0.25, 21)),
        (
            "prior 12 ema 17.4, prior 26 ema 17.9, prior signal -.42, the new value is 18.8. histogram?",
            (17.4, 17.9, -0.42, 18.8),
        ),
        (
            "I have EMA12 = 22.30, EMA26 = 22.80 and signal = -0.45 as of yesterday. IV prints 24. What's the new histogram?",
            (22.3, 22.8, -0.45, 24),
        ),
        (
            "previous fast average 15, slow average 15.5, signal -.6, then today's reading 16.2: macd and histogram",
            (15, 15.5, -0.6, 16.2),
        ),
    ],
)
def test_a_macd_one_value_further(text: str, arguments: tuple[float, ...]) -> None:
    assert computed(text) == ("macd_step", dict(zip(("fast_ema", "slow_ema", "signal", "value"), arguments, strict=True)))


@pytest.mark.parametrize(
    ("text", "values", "span"),
    [
        ("series 20 26 22 25, EMA length 3. Result if seeded w/ SMA vs seeded with first value", [20, 26, 22, 25], 3),
        ("3 period ema of 18, 19, 21, 20, first value seed", [18, 19, 21, 20], 3),
        ("EMA(4) over 15.2 15.8 16.1 15.9 16.4?", [15.2, 15.8, 16.1, 15.9, 16.4], 4),
        (
            "Compute the five-day exponential average of 20.1, 20.4, 20.2, 20.9, 21.3, 21.0 with both seeds",
            [20.1, 20.4, 20.2, 20.9, 21.3, 21.0],
            5,
        ),
        ("values 10 12 11 13 14: ema of length 4 please", [10, 12, 11, 13, 14], 4),
        ("simple and exponential average (3) of 19, 20.5, 22", [19, 20.5, 22], 3),
        ("what's the 3-day SMA of 18 19 20.5", [18, 19, 20.5], 3),
        ("ema 3, data 5 6 7 8 9", [5, 6, 7, 8, 9], 3),
    ],
)
def test_the_average_of_a_short_list(text: str, values: list[float], span: int) -> None:
    assert computed(text) == ("ema_of_values", {"values": values, "span": span})


@pytest.mark.parametrize(
    ("text", "macd", "span"),
    [
        (
            "metatrader style signal: nine MACD values .10 .12 .11 .13 .15 .16 .14 .17 .18. simple "
            "average? histogram against the last one?",
            [0.10, 0.12, 0.11, 0.13, 0.15, 0.16, 0.14, 0.17, 0.18],
            9,
        ),
        (
            "SMA signal of macd values .2 .22 .19 .25 .27 .3 .28 .31 .33",
            [0.2, 0.22, 0.19, 0.25, 0.27, 0.3, 0.28, 0.31, 0.33],
            9,
        ),
        ("MT4 signal from these macd values: 0.1, 0.2, 0.15, 0.12, 0.2 with a 5 period", [0.1, 0.2, 0.15, 0.12, 0.2], 5),
        ("simple mean of the last 4 macd readings .1 .2 .3 .25 as signal line", [0.1, 0.2, 0.3, 0.25], 4),
    ],
)
def test_a_simple_signal(text: str, macd: list[float], span: int) -> None:
    assert computed(text) == ("simple_signal", {"macd": macd, "span": span})


@pytest.mark.parametrize(
    ("text", "slope"),
    [
        (
            "Suppose the series rises in a perfectly straight line by 0.10 per day for a very long "
            "time; what constant does MACD(12,26) approach, and what is the histogram?",
            0.1,
        ),
        ("if IV falls 0.05 every day forever where does the macd settle", -0.05),
        ("a linear trend of +0.2 points a bar: macd in the limit?", 0.2),
        ("constant slope of 0.3 per day, what does the macd converge to", 0.3),
        ("going up 1 point each week endlessly, weekly macd?", 1.0),
        ("declines by .08 daily without end. MACD & histogram in the long run", -0.08),
        ("the vol climbs 0.25 points a day, day after day; macd level and histogram?", 0.25),
    ],
)
def test_an_endless_line(text: str, slope: float) -> None:
    tool, arguments = computed(text)
    assert (tool, arguments["slope"]) == ("macd_of_slope", slope)


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        ("flat 20 for 100 days and then one print of 26. whats MACD and histogram on that day?", ([20, 26], [100, 1])),
        ("IV sits at 18 for 60 bars, then jumps to 22 and stays there for 5 bars. MACD?", ([18, 22], [60, 5])),
        ("constant 15 over 200 days followed by a single spike to 30: macd, signal, histogram", ([15, 30], [200, 1])),
        ("50 days at 16, then 10 days at 19 - histogram?", ([16, 19], [50, 10])),
        ("a series that is 20 for 80 bars then 25 for 3 bars, macd?", ([20, 25], [80, 3])),
        ("steady at 22 for 120 days, drops to 17 on day 121. histogram then?", ([22, 17], [120, 1])),
        ("60 values of 18 and then 24: macd", ([18, 24], [60, 1])),
        ("every reading is 19.5 for 90 days. macd?", ([19.5], [90])),
    ],
)
def test_a_series_told_in_words(text: str, arguments: tuple[list[float], list[int]]) -> None:
    assert computed(text) == ("macd_of_stretches", dict(zip(("levels", "lengths"), arguments, strict=True)))


def test_a_series_that_rises_for_some_time() -> None:
    told = {"levels": [15], "lengths": [60], "slopes": [0.1]}
    assert computed("starts at 15 and rises 0.1 a day for 60 days: macd at the end?") == ("macd_of_stretches", told)
    told = {"levels": [20, 20.5], "lengths": [50, 10], "slopes": [0, 0.5]}
    assert computed("flat at 20 for 50 days, then up 0.5 a day for 10 days: macd?") == ("macd_of_stretches", told)


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        ("i only have 30 daily readings, enough to run 12/26/9?", {"fast": 12, "slow": 26, "signal": 9, "given": 30}),
        ("can I get a histogram out of 28 closes", {"given": 28}),
        ("will 33 weekly values do for the signal", {"given": 33}),
        ("minimum length of data for macd 5/13/4", {"fast": 5, "slow": 13, "signal": 4}),
        ("is 35 points ok for 12/26/9", {"fast": 12, "slow": 26, "signal": 9, "given": 35}),
        ("how many closes until the signal line of 8/21/5 shows up", {"fast": 8, "slow": 21, "signal": 5}),
        ("when does a 5/35/5 macd first print a signal", {"fast": 5, "slow": 35, "signal": 5}),
        ("how long must my series be before 19/39/9 can cross", {"fast": 19, "slow": 39, "signal": 9}),
        ("at which bar does macd(6,13,5) start", {"fast": 6, "slow": 13, "signal": 5}),
        ("bars needed until macd(8,17,9) has its first signal?", {"fast": 8, "slow": 17, "signal": 9}),
    ],
)
def test_how_many_values_a_rule_needs(text: str, arguments: dict[str, int]) -> None:
    assert computed(text) == ("first_bars", arguments)


@pytest.mark.parametrize(
    ("text", "nets", "start"),
    [
        ("cumulate from zero these daily nets: +310, -120, +45, -500, +80", [310, -120, 45, -500, 80], None),
        (
            "my breadth file, net advances per day: -735, 1607, -212, 480, -1300. cumulative line at the end",
            [-735, 1607, -212, 480, -1300],
            None,
        ),
        ("A/D line at 12,400, then net +320, -150, +90: where now", [320, -150, 90], 12_400),
        ("daily adv minus dec: 250 -340 120 900. running total?", [250, -340, 120, 900], None),
        ("breadth nets 400 -200 -650 120; line from 10,000?", [400, -200, -650, 120], 10_000),
        ("advance decline differences of 1,050, -430 and 220, cumulative please", [1050, -430, 220], None),
        ("net issues: +900 / -1200 / +300. sum of the line?", [900, -1200, 300], None),
    ],
)
def test_net_advances(text: str, nets: list[float], start: float | None) -> None:
    tool, found = computed(text)
    assert tool == "advance_decline"
    assert [a - d for a, d in zip(found["advances"], found["declines"], strict=True)] == nets
    assert found.get("start") == start


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        (
            "Index makes a higher high (5100 → 5160) while the A/D line makes a lower one (48,200 → "
            "47,650). What is the name of this and how many points did breadth drop?",
            (5100, 5160, 48200, 47650),
        ),
        ("SPX highs 5800 then 5850, A/D line 61,000 then 60,200: divergence?", (5800, 5850, 61000, 60200)),
        (
            "S&P went from 5,200 to 5,260 and the advance decline line from 52,300 to 52,900. divergence or not?",
            (5200, 5260, 52300, 52900),
        ),
        ("index up 5100 to 5160, a/d line down 48200 to 47650. name it", (5100, 5160, 48200, 47650)),
        ("breadth fell from 30,100 to 29,400 as the index rose from 4720 to 4785, what divergence", (4720, 4785, 30100, 29400)),
    ],
)
def test_two_pivots(text: str, arguments: tuple[float, ...]) -> None:
    names = ("index_before", "index_now", "line_before", "line_now")
    assert computed(text) == ("two_pivots", dict(zip(names, arguments, strict=True)))


def test_two_lows() -> None:
    tool, found = computed("SPX lows 5100 then 5040; A/D 40,000 then 40,600 bullish divergence?")
    assert (tool, found["pivots"], found["line_now"]) == ("two_pivots", "lows", 40_600)


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        (
            "pivot high sits on bar 60, I use 5 left 5 right. earliest bar at which I know it?",
            {"bar": 60, "left": 5, "right": 5},
        ),
        ("swing high at bar 112 with 3 bars each side, when is it confirmed?", {"bar": 112, "left": 3, "right": 3}),
        ("peak on day 40, right = 4. when known?", {"bar": 40, "right": 4}),
        ("left/right 5: high at index 88, known on?", {"bar": 88, "left": 5, "right": 5}),
        ("a pivot of bar 20 needs 6 bars to the right; on which bar may i act", {"bar": 20, "right": 6}),
        ("the turn happened on point 47 and the rule wants five bars after it. when can i use it", {"bar": 47, "right": 5}),
    ],
)
def test_when_a_pivot_is_known(text: str, arguments: dict[str, int]) -> None:
    assert computed(text) == ("pivot_known", arguments)


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        (
            "14-period Wilder RSI; old averages: gains 0.62, losses 0.25. The future falls 0.84 today. RSI before and after?",
            (0.62, 0.25, -0.84),
        ),
        ("avg gain .40 avg loss .30, next close up 0.9: new rsi?", (0.4, 0.3, 0.9)),
        ("gains average 0.5, losses average 0.2; tomorrow drops 1.1. RSI after?", (0.5, 0.2, -1.1)),
        ("previous average gain .35, previous average loss .28, today's change -0.5, rsi now?", (0.35, 0.28, -0.5)),
        ("0.45 average gain and 0.31 average loss so far, then it rises by .7; rsi?", (0.45, 0.31, 0.7)),
    ],
)
def test_an_rsi_one_change_further(text: str, arguments: tuple[float, ...]) -> None:
    tool, found = computed(text)
    assert tool == "rsi_step"
    assert (found["average_gain"], found["average_loss"], found["change"]) == arguments


@pytest.mark.parametrize(
    ("text", "tool", "arguments"),
    [
        ("What average-gain to average-loss ratio corresponds to an RSI of exactly 70?", "rsi_ratio", {"rsi": 70}),
        ("RS needed for RSI 30?", "rsi_ratio", {"rsi": 30}),
        ("rsi 80 means gains are how many times losses", "rsi_ratio", {"rsi": 80}),
        ("rsi if rs = 2.5", "rsi_value", {"average_gain": 2.5, "average_loss": 1}),
        ("rsi when gains are .9 and losses .4", "rsi_value", {"average_gain": 0.9, "average_loss": 0.4}),
        ("0.5 avg loss vs 0.8 avg gain: rsi?", "rsi_value", {"average_gain": 0.8, "average_loss": 0.5}),
        (
            "rsi of a contract that hasn't moved for 20 days, close 16.50 every day",
            "rsi_value",
            {"average_gain": 0, "average_loss": 0},
        ),
        ("price flat 14 bars straight, RSI?", "rsi_value", {"average_gain": 0, "average_loss": 0}),
    ],
)
def test_an_rsi_by_hand(text: str, tool: str, arguments: dict[str, float]) -> None:
    assert computed(text) == (tool, arguments)


@pytest.mark.parametrize(
    ("text", "deltas", "ivs"),
    [
        (
            "chain has 5300P δ -0.07 IV .268 and 5400P δ -0.115 IV .241, nothing between. give me the 10-delta put vol",
            [0.07, 0.115],
            [0.268, 0.241],
        ),
        ("-.08 delta 24.6 vol, -.12 delta 23.1 vol. interpolate to 10 delta", [0.08, 0.12], [0.246, 0.231]),
        ("5100 put: delta -0.06, iv 31%; 5200 put: delta -0.14, iv 27%. 10-delta iv linear?", [0.06, 0.14], [0.31, 0.27]),
        ("deltas .07/.11, ivs .29/.26 → iv at .10", [0.07, 0.11], [0.29, 0.26]),
        ("12-delta put 22.1%, 9-delta put 23.4%: 10-delta?", [0.12, 0.09], [0.221, 0.234]),
        ("deltas -0.05 -0.08 -0.13 with iv 0.31 0.28 0.25", [0.05, 0.08, 0.13], [0.31, 0.28, 0.25]),
        ("put with delta 8 at 27.5% and delta 13 at 25%, what's the 10 delta vol", [0.08, 0.13], [0.275, 0.25]),
    ],
)
def test_a_volatility_between_deltas(text: str, deltas: list[float], ivs: list[float]) -> None:
    tool, found = computed(text)
    assert tool == "iv_at_delta"
    assert ([abs(d) for d in found["deltas"]], found["ivs"], found["delta"]) == (deltas, ivs, 0.1)


@pytest.mark.parametrize(
    ("text", "days", "ivs", "tenor"),
    [
        (
            "two expiries: 23 DTE ten-delta IV 0.20, 37 DTE 0.22. constant 30-day value by total variance?",
            [23, 37],
            [0.20, 0.22],
            30,
        ),
        ("20 days 18%, 48 days 21%: 30 day constant maturity vol", [20, 48], [0.18, 0.21], 30),
        ("near expiry 16 dte iv 24.5, far 44 dte iv 23.1 → interpolated 30d", [16, 44], [0.245, 0.231], 30),
        ("interpolate variance between 25d (0.19) and 53d (0.205) for 30 days", [25, 53], [0.19, 0.205], 30),
        ("constant 45-day iv from 35 days at 19% and 63 days at 20.5%", [35, 63], [0.19, 0.205], 45),
        ("IV 22% with 21 days left and 20% with 49 days left; what's the constant 30-day number", [21, 49], [0.22, 0.2], 30),
        ("total variance: 0.24 at 18 dte and 0.225 at 39 dte", [18, 39], [0.24, 0.225], None),
    ],
)
def test_a_volatility_between_expiries(text: str, days: list[float], ivs: list[float], tenor: float | None) -> None:
    tool, found = computed(text)
    assert tool == "iv_at_tenor"
    assert (found["days"], found["ivs"], found.get("tenor")) == (days, ivs, tenor)


def test_a_pasted_series_with_other_spans() -> None:
    series = [18 + n % 5 for n in range(32)]
    row = ", ".join(map(str, series))
    for text in (f"run MACD 5/13/4 on these put vols: {row}. last line?", f"macd(5,13,4): {row}", f"with 5/13/4 macd\n{row}"):
        tool, found = computed(text)
        assert (tool, found["series"]) == ("macd_trigger", series)
        assert (found["fast"], found["slow"], found["signal"]) == (5, 13, 4)


def _curves(text: str) -> list[Any]:
    return [c.call.arguments["curve"] for c in calculations(Reading(text)) if c.call.tool == "term_structure"]


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("front vix fut went from 13.9 to 16.4 while 2nd stayed 16.1, before vs after slope %", [13.9, 16.1], [16.4, 16.1]),
        ("VX1 14.2 → 18.9, VX2 15.6 → 17.8: slope before and after", [14.2, 15.6], [18.9, 17.8]),
        ("before: front 13.5 second 15.0. after: front 19.2 second 18.4. contango?", [13.5, 15], [19.2, 18.4]),
        ("yesterday M1 15 M2 16.2; today M1 17.5 M2 17.1. slope change", [15, 16.2], [17.5, 17.1]),
        ("second month unchanged at 17, front moves 15.5 to 18. slopes?", [15.5, 17], [18, 17]),
    ],
)
def test_a_curve_before_and_after(text: str, before: list[float], after: list[float]) -> None:
    assert _curves(text) == [before, after]


@pytest.mark.parametrize(
    ("text", "previous", "value"),
    [
        ("signal prev .15, macd today .27. new 9 period signal and histogram please", 0.15, 0.27),
        ("The signal before was 0.0420, now MACD is 0.0820. Please the new 9-period signal and the histogram.", 0.042, 0.082),
        ("Signal of before 0.10; MACD of today 0.10. The signal how much is now, and the histogram?", 0.1, 0.1),
        ("old signal line -0.20, latest macd -0.05: where does the signal go, hist?", -0.2, -0.05),
        ("macd prints .33 and yesterday's signal was .28, next signal? histogram?", 0.28, 0.33),
    ],
)
def test_a_signal_line_one_bar_further(text: str, previous: float, value: float) -> None:
    found = calculations(Reading(text))
    assert [c.call.tool for c in found] == ["ema_step", "macd_cross"]
    assert found[0].call.arguments == {"previous": previous, "value": value, "span": 9}


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        ("What input x makes the 12-EMA move from 18.00 to exactly 18.50?", (18, 18.5, 12)),
        ("the 26 ema is 20.4, what close is needed to reach 21", (20.4, 21, 26)),
        ("which value takes a 9 period ema from 0.10 to 0.16", (0.1, 0.16, 9)),
    ],
)
def test_the_value_that_an_average_needs(text: str, arguments: tuple[float, ...]) -> None:
    assert computed(text) == ("ema_input", dict(zip(("previous", "wanted", "span"), arguments, strict=True)))


@pytest.mark.parametrize(
    ("text", "tool", "arguments"),
    [
        (
            "trailing 252-bar mean is 0.2650; at which reading would the normalised scale stand at exactly 0.80?",
            "value_at_level",
            {"usual": 0.265, "normalised": 0.8},
        ),
        ("how low must iv go to be under .8 if the mean is 22", "value_at_level", {"usual": 22, "normalised": 0.8}),
        (
            "The put volatility is 0.183 today and its average over the trailing 252 "
            "bars is 0.244. normalised level, below 0.8?",
            "normalised_level",
            {"value": 0.183, "usual": 0.244},
        ),
        ("NORM LVL: IV 18.72, TRAILING 252 MEAN 24.00. <0.8 Y/N?", "normalised_level", {"value": 18.72, "usual": 24}),
        (
            "If RSI(14) stands at 60 with an average loss of 0.20, what is the average gain?",
            "rsi_ratio",
            {"rsi": 60, "average_loss": 0.2},
        ),
        ('{"avg_gain":0.117,"avg_loss":0.063} -> rsi', "rsi_value", {"average_gain": 0.117, "average_loss": 0.063}),
        ("ag .24 al .36 rsi14?", "rsi_value", {"average_gain": 0.24, "average_loss": 0.36}),
        (
            "fast=5, slow=20, signal=5. Minimum number of bars so that one signal value comes?",
            "first_bars",
            {"fast": 5, "slow": 20, "signal": 5},
        ),
        (
            "14.9 front, 16.6 second, 33 days between. Slope in percent, and by the year?",
            "yearly_slope",
            {"front": 14.9, "second": 16.6, "days": 33},
        ),
        ("annualised slope: M1 18.2, M2 17.5, 28 days apart", "yearly_slope", {"front": 18.2, "second": 17.5, "days": 28}),
        ("vx 13.85/15.55/16.4 slope 1-2?", "term_structure", {"curve": [13.85, 15.55, 16.4]}),
        (
            "C = 1.90 and P = 0.70 at strike 20, same expiry. What forward does parity imply",
            "pair_forward",
            {"strike": 20, "call": [1.9], "put": [0.7]},
        ),
    ],
)
def test_the_same_turned_round_or_abbreviated(text: str, tool: str, arguments: dict[str, Any]) -> None:
    assert computed(text) == (tool, arguments)


def test_a_line_of_breadth_from_days_told_apart() -> None:
    tool, found = computed("A/D line Monday 7,450; Tuesday +225; Wednesday -640; Thursday +90. Complete the line.")
    assert (tool, found["start"]) == ("advance_decline", 7450)
    assert [a - d for a, d in zip(found["advances"], found["declines"], strict=True)] == [225, -640, 90]
    _, found = computed("advance-decline line from zero after net advances of plus 640, minus 215 and minus 980?")
    assert [a - d for a, d in zip(found["advances"], found["declines"], strict=True)] == [640, -215, -980]


def test_quotes_by_delta_with_their_strikes() -> None:
    text = "PUTS: 4200 d -0.081 iv 25.9 / 4250 d -0.101 iv 24.7 / 4300 d -0.126 iv 23.4. 10D IV?"
    told = {"deltas": [0.081, 0.101, 0.126], "ivs": [0.259, 0.247, 0.234], "delta": 0.1, "strikes": [4200.0, 4250.0, 4300.0]}
    assert computed(text) == ("iv_at_delta", told)


@pytest.mark.parametrize(
    "text",
    [
        "What weight does a new observation get in EMAs of 12, 26 and 9, as percentages?",
        "alphas for 12/26/9",
        "smoothing constants for 12, 26 and 9 period ema?",
    ],
)
def test_the_weights_of_several_averages(text: str) -> None:
    assert [c.call.arguments for c in calculations(Reading(text))] == [{"span": 12}, {"span": 26}, {"span": 9}]


@pytest.mark.parametrize(
    ("text", "tool", "arguments"),
    [
        (
            "the 12-period exponential average reads 20.86, the 26-period one 21.34 - what's the MACD",
            "macd_values",
            {"fast_ema": 20.86, "slow_ema": 21.34},
        ),
        (
            "On the 5th the MACD line was -0.40 and the signal -0.35; on the 6th -0.30 and -0.34. cross?",
            "macd_cross",
            {"macd_before": -0.4, "signal_before": -0.35, "macd_now": -0.3, "signal_now": -0.34},
        ),
        (
            "two days ago macd 0.1 sig 0.2, yesterday 0.15 and 0.19, today 0.22 vs 0.195",
            "macd_cross",
            {"macd_before": 0.15, "signal_before": 0.19, "macd_now": 0.22, "signal_now": 0.195},
        ),
        ("MACD minus signal was -0.04 and is now 0.03, is that a cross", "histogram_bars", {"values": [-0.04, 0.03]}),
        (
            "my ema(26) is 19.50 and the next iv is 21.12: updated value?",
            "ema_step",
            {"previous": 19.5, "value": 21.12, "span": 26},
        ),
        (
            "breadth: 1,840 up 1,120 down, then 1,300 up 1,650 down. cumulative?",
            "advance_decline",
            {"advances": [1840, 1300], "declines": [1120, 1650]},
        ),
        (
            "new high in SPX 5,920 vs 5,880 before, but A/D line 71,300 vs 71,900. divergence?",
            "two_pivots",
            {"index_before": 5880, "index_now": 5920, "line_before": 71_900, "line_now": 71_300},
        ),
        (
            "average gain .55, average loss .45, gain of 1.2 today, new RSI(14)",
            "rsi_step",
            {"average_gain": 0.55, "average_loss": 0.45, "change": 1.2, "period": 14},
        ),
        ("rsi from average up move 0.9 and average down move 0.3", "rsi_value", {"average_gain": 0.9, "average_loss": 0.3}),
    ],
)
def test_which_number_is_the_earlier_one(text: str, tool: str, arguments: dict[str, Any]) -> None:
    assert computed(text) == (tool, arguments)


@pytest.mark.parametrize(
    ("text", "previous"),
    [
        ("signal as simple 5 average vs 5 ema: macd .20 .24 .30 .28 .33, ema before today was .26", 0.26),
        ("metatrader style signal of macd .20 .24 .30 .28 .33 over 5 bars, yesterday's ema .27", 0.27),
    ],
)
def test_a_simple_signal_beside_the_exponential_one_that_stands(text: str, previous: float) -> None:
    tool, told = computed(text)
    assert (tool, told["macd"], told["previous"]) == ("simple_signal", [0.2, 0.24, 0.3, 0.28, 0.33], previous)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("hist peaks since first buy: .08 .12 .10 .15. how many 20% adds, starting 25", 0.25),
        ("histogram peaks .08 .12 .10 .15, started with 30, how far in am i", 0.3),
        ("histogram peaks .08 .12 .10 .15, starting 25 bars ago", None),
    ],
)
def test_the_share_that_the_peaks_began_with(text: str, first: float | None) -> None:
    assert computed(text) == (
        "histogram_peaks",
        {"peaks": [0.08, 0.12, 0.1, 0.15]} | ({} if first is None else {"first": first}),
    )


@pytest.mark.parametrize(
    ("text", "bar"),
    [
        ("macd cross on bar 40, act on which bar", 40),
        ("trigger fired at bar 112. when can a backtest trade it", 112),
        ("signal on day 8: do i enter that day or the next?", 8),
    ],
)
def test_a_cross_needs_no_later_bar(text: str, bar: int) -> None:
    assert computed(text) == ("pivot_known", {"bar": bar, "right": 0})


@pytest.mark.parametrize(
    ("text", "start", "end", "nets"),
    [
        (
            "ad line went 5,000 to 3,900 in four days, -900 the first day, -350 the second, 200 up the third. day four?",
            5000,
            3900,
            3,
        ),
        (
            "ad line went 5,000 to 3,900, 900 declines-minus-advances first, 350 the second, 200 up the third. day four?",
            5000,
            3900,
            3,
        ),
        ("ad line is at 4,200 today, was 4,350 yesterday: net?", 4350, 4200, 0),
        ("the advance-decline line stood at 7,450 yesterday, 7,100 today. what net is that", 7450, 7100, 0),
        ("breadth line from 2,000 to 1,700, first bar -250: what was the second?", 2000, 1700, 1),
    ],
)
def test_the_net_that_is_left(text: str, start: float, end: float, nets: int) -> None:
    told = {1: [-250.0], 3: [-900.0, -350.0, 200.0]}.get(nets)
    assert computed(text) == ("net_left", {"start": start, "end": end} | ({"nets": told} if told else {}))


@pytest.mark.parametrize(
    "text",
    [
        "a/d line from 5000 to 5400 while spx fell, what does it mean",
        "a/d line 10,000 start, nets +300 -120 +50: where does it end",
        "A/D line Monday 7,450; Tuesday +225; Wednesday -640",
    ],
)
def test_other_levels_leave_no_net(text: str) -> None:
    assert all(c.call.tool != "net_left" for c in calculations(Reading(text)))


def test_a_row_of_macds_against_a_signal_that_stands_still() -> None:
    told = {"macd": [0.08, 0.1, 0.12], "signal": [0.1, 0.1, 0.1]}
    assert computed("signal flat at .1 and macd goes .08, .1, .12: which bar crosses") == ("macd_lines", told)
