import pytest

from assistant.understanding.composed.several import calculations
from assistant.understanding.text.quantities import Reading


def calls(text):
    return [(c.call.tool, dict(c.call.arguments)) for c in calculations(Reading(text))]


@pytest.mark.parametrize(
    "text",
    [
        "can I compare macd at low and high vol? ema12 10.5 ema26 10 against 31.5 and 30",
        "ema12 10.5, ema26 10 vs ema12 31.5, ema26 30: which macd is larger?",
        "fast ema 10.5 slow ema 10 compared with fast ema 31.5 slow ema 30",
    ],
)
def test_the_averages_of_two_bars(text):
    first, second = {"fast_ema": 10.5, "slow_ema": 10.0}, {"fast_ema": 31.5, "slow_ema": 30.0}
    assert calls(text) == [("macd_values", first), ("macd_values", second)]


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("which has the faster reaction, 8/17/9 or 12/26/9? iv goes up 2 points in one bar from flat", 2.0),
        ("iv drops 3 points in one day. 8/17 or 12/26, which moves more", -3.0),
        ("macd 8/17/9 vs 12/26/9, iv jumps 3 points in a day", 3.0),
        ("does 8-17-9 react sooner than 12-26-9", 1.0),
    ],
)
def test_one_step_through_two_settings(text, size):
    at = {"fast_ema": 0.0, "slow_ema": 0.0, "value": size}
    assert calls(text) == [
        ("macd_after_value", {**at, "fast": 8, "slow": 17}),
        ("macd_after_value", {**at, "fast": 12, "slow": 26}),
    ]


def test_settings_of_which_no_reaction_is_asked_are_not_computed():
    assert calls("12/26/9 or 8/17/9, which does the article use") == []
    assert all(tool != "macd_after_value" for tool, _ in calls("25/30/35 or 25/30/40, which fly pays faster?"))


@pytest.mark.parametrize(
    "text",
    [
        "emas (19.0 / 19.4), signal at -0.30. close needed to cross the signal line?",
        "what print crosses the signal of -0.30 if the ema12 is 19.0 and the ema26 19.4",
    ],
)
def test_the_value_that_crosses_and_the_line_to_pass(text):
    found = calls(text)
    assert [tool for tool, _ in found] == ["macd_input", "cross_needs"]
    assert found[0][1] == {"fast_ema": 19.0, "slow_ema": 19.4, "wanted": -0.3}
    assert found[1][1] == {"macd": -0.4, "signal": -0.3}


def test_bars_named_behind_their_lines():
    text = "macd .09 sig .12 mon, .11/.118 tue, .13/.1204 wed, .128/.1219 thu. was it expanding thu"
    lines = {"macd": [0.09, 0.11, 0.13, 0.128], "signal": [0.12, 0.118, 0.1204, 0.1219]}
    lines["labels"] = ["Monday", "Tuesday", "Wednesday", "Thursday"]
    assert calls(text) == [("macd_lines", lines)]
    led = "mon macd .09 sig .12, tue .11/.118, wed .13/.1204, thu .128/.1219. was it expanding thu"
    assert calls(led) == [("macd_lines", lines)]


@pytest.mark.parametrize(
    ("text", "bars"),
    [
        ("I've 2 years of weeks, enough for macd?", 104),
        ("is 18 months of daily data enough for macd?", 378),
        ("got half a year of weekly closes, can I run a macd?", 26),
        ("three years of weekly data enough for a histogram?", 156),
        ("3 month of daily data = 63 rows, how many usable signal values come out", 63),
    ],
)
def test_bars_told_as_a_stretch_of_time(text, bars):
    assert calls(text) == [("first_bars", {"given": bars})]


def test_both_counts_of_each_day_are_no_nets():
    up, down = [2100.0, 1300.0, 1500.0], [900.0, 1650.0, 1500.0]
    text = "breadth week: 2100/900 1300/1650 1500/1500, total net + how many down days"
    assert calls(text) == [("advance_decline", {"advances": up, "declines": down})]
    nets = "cumulative a/d from these nets: +310 -120 -450"
    assert calls(nets) == [("advance_decline", {"advances": [310.0, 0.0, 0.0], "declines": [0.0, 120.0, 450.0]})]


@pytest.mark.parametrize(
    "text",
    [
        "ad line at pivots 9,410 / 9,655 / 9,520 with spx 5005 / 5088 / 5142, any of these divergent?",
        "spx highs 5005, 5088, 5142 and a/d 9410, 9655, 9520 at those highs: divergence?",
    ],
)
def test_each_pivot_is_held_against_the_one_before(text):
    first = {"index_before": 5005.0, "index_now": 5088.0, "line_before": 9410.0, "line_now": 9655.0}
    second = {"index_before": 5088.0, "index_now": 5142.0, "line_before": 9655.0, "line_now": 9520.0}
    assert calls(text) == [("two_pivots", first), ("two_pivots", second)]


def test_the_share_after_the_higher_highs_of_bars():
    bars = "hist by week after entry: .04 .09 .07 .05 .08 .12 .10."
    found = calls(f"{bars} did 25% start. what % am I at by the rule")
    assert found[1:] == [("running_share", {"first": 0.25, "adds": 1})]
    assert len(calls(f"{bars} any higher high")) == 1


def test_a_level_told_as_a_ratio_and_a_run_with_its_own_periods():
    cross = {"macd_now": 0.12, "signal_now": 0.09, "macd_before": 0.08, "signal_before": 0.083, "normalised": 0.86}
    assert calls("put iv ratio .86, macd .12 sig .09 (yday .08 / .083). trigger or no?") == [("macd_cross", cross)]
    run = ", ".join(str(20 + n / 10) for n in range(40))
    ((_, told),) = calls(f"8-17-9 on this: {run}")
    assert {k: told[k] for k in ("fast", "slow", "signal")} == {"fast": 8, "slow": 17, "signal": 9}
    assert "fast" not in calls(f"macd of this: {run}")[0][1]


def test_a_run_that_is_turned_round_says_so():
    run = ", ".join(str(20 + n / 10) for n in range(40))
    (found,) = calculations(Reading(f"careful, newest first: {run}. macd?"))
    assert found.call.arguments["series"][0] == 23.9
    assert "reversed first: the oldest is" in found.note


@pytest.mark.parametrize(
    "text",
    ["why's my first cross on bar 34 thrown out by the app", "a cross on point 33, can that be the first?"],
)
def test_the_bar_of_a_first_cross(text):
    assert calls(text) == [("first_bars", {})]
    assert all(tool != "first_bars" for tool, _ in calls("first macd cross on bar 3: macd .12 signal .09, before .08 and .083"))


def test_bars_told_by_their_days_are_named():
    (found,) = calculations(Reading("Mon 1900/1050, Tue 1210/1700, Wed 1640/1320 adv/dec. plot me the line from 0"))
    assert found.note == "the points, or bars, are in their order Monday, Tuesday and Wednesday."
    (found,) = calculations(Reading("1900/1050, 1210/1700, 1640/1320 adv/dec since Monday. the line from 0"))
    assert found.note == ""


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("macd .02 under its signal yesterday, .015 above it today", [-0.02, 0.015]),
        ("macd is .04 above signal today, yesterday it was .01 below. trigger?", [-0.01, 0.04]),
        ("yesterday the line was .05 below signal and today .01 above", [-0.05, 0.01]),
        ("macd sits .12 under signal. is it a cross", [-0.12]),
    ],
)
def test_bars_told_by_their_gap_from_the_signal(text, values):
    assert calls(text) == [("histogram_bars", {"values": values})]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("at noon macd was .03 over signal, by the close it was .01 under. yesterday under too. cross?", -0.01),
        ("intraday the macd line went .02 above the signal but closed .005 below", -0.005),
    ],
)
def test_what_stood_during_the_day_is_no_bar(text, value):
    (found,) = calculations(Reading(text))
    assert (found.call.tool, found.call.arguments) == ("histogram_bars", {"values": [value]})
    assert "only the close of a bar counts" in found.note


@pytest.mark.parametrize(
    "text",
    [
        "macd -.10 below signal -.08, cross?",
        "macd .20 above signal .18 today, yesterday .15 below .16",
        "macd .20, signal .1 below",
    ],
)
def test_a_line_beside_the_value_of_its_signal_is_no_gap(text):
    assert all(tool != "histogram_bars" for tool, _ in calls(text))


@pytest.mark.parametrize(
    ("text", "macd", "signal"),
    [
        ("someone ran MACD as ema26 minus ema12 and got -0.36. signal -0.29 same way. the real ones?", 0.36, 0.29),
        ("i computed macd slow minus fast: macd 0.22, signal 0.25. which side is it really", -0.22, -0.25),
    ],
)
def test_averages_subtracted_the_wrong_way_round(text, macd, signal):
    (found,) = calculations(Reading(text))
    assert (found.call.tool, found.call.arguments) == ("macd_cross", {"macd_now": macd, "signal_now": signal})
    assert f"MACD {macd:.2f}, signal {signal:.2f}" in found.note


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("chinese broker app: dif .52, dea .38, macd bar .28. why not .14?", (0.52, 0.38, 0.28)),
        ("dif 0.30 dea 0.22 macd 0.16, is the histogram .08?", (0.3, 0.22, 0.16)),
        ("macd .50, signal .30, but my platform's histogram says .40. why", (0.5, 0.3, 0.4)),
    ],
)
def test_a_histogram_that_a_platform_shows(text, shown):
    assert calls(text) == [("third_line", dict(zip(("macd", "signal", "shown"), shown, strict=True)))]


def test_dif_and_dea_are_the_line_and_its_signal():
    told = {"macd_before": -0.35, "signal_before": -0.33, "macd_now": -0.2, "signal_now": -0.3}
    assert calls("dif -0.2, dea -0.3 today, yesterday dif -0.35, dea -0.33. cross?") == [("macd_cross", told)]
