"""Averages, bars and weights in the shortest words: which number is a span, a line, a day or a level of the scale."""

import pytest

from assistant.understanding.composed.several import calculations
from assistant.understanding.text.quantities import Reading

from .asked import computed


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        ("26 ema was 21.4, todays iv 19.9, new 26 ema?", {"previous": 21.4, "value": 19.9, "span": 26}),
        ("12 day ema 18.2 yesterday, 19 today, the next 12 day ema is", {"previous": 18.2, "value": 19.0, "span": 12}),
        ("ema12 today if it was 18 and iv comes in at 20", {"previous": 18.0, "value": 20.0, "span": 12}),
        ("prev 26ema 17.7 new iv 18.9", {"previous": 17.7, "value": 18.9, "span": 26}),
        ("yest 12ema 22.3, today's value 21.0", {"previous": 22.3, "value": 21.0, "span": 12}),
    ],
)
def test_a_span_named_twice_is_no_second_value(text, arguments):
    found = calculations(Reading(text))
    assert [(c.call.tool, dict(c.call.arguments)) for c in found] == [("ema_step", arguments)]


@pytest.mark.parametrize(
    ("text", "bars"),
    [
        ("yest macd -.05 sig -.02, today -.01 / -.015 bullish?", (-0.05, -0.02, -0.01, -0.015)),
        ("macd .11 signal .14 y'day, today .16 / .15, cross?", (0.11, 0.14, 0.16, 0.15)),
        ("ystd macd .30 signal .25 today macd .22 signal .24", (0.30, 0.25, 0.22, 0.24)),
    ],
)
def test_a_pair_after_its_day_is_macd_and_signal(text, bars):
    names = ("macd_before", "signal_before", "macd_now", "signal_now")
    assert computed(text) == ("macd_cross", dict(zip(names, bars, strict=True)))


def test_an_average_beside_the_line_is_no_signal():
    assert not calculations(Reading("macd at 0.5 with 12 ema 20.1, what is the 26 ema"))


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        ("how much does yesterday's value weigh in ema12", {"span": 12, "ago": 1}),
        ("weight of the value 5 bars ago in a 12 ema", {"span": 12, "ago": 5}),
        ("what does a close of 20 days ago still count in the 26 ema", {"span": 26, "ago": 20}),
    ],
)
def test_an_older_value_weighs_less(text, arguments):
    assert computed(text) == ("smoothing_constant", arguments)


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        ("norm iv: .95 .88 .81 .79 .78 .80 .83, macd crossed on the 5th. depressed at the cross?", {"at": 5}),
        ("norm level list .95 .88 .81 .79 .78 .80 .83 which are depressed", {}),
        ("normalised readings .95, .88, .81, .79, .78, .80, .83; cross on bar 3, depressed?", {"at": 3}),
        ("normalized level went .95 .88 .81 .79 .78 .80 .83 and the cross came on the last bar", {"at": 7}),
    ],
)
def test_readings_of_the_scale_in_a_row_are_judged_each(text, arguments):
    values = [0.95, 0.88, 0.81, 0.79, 0.78, 0.80, 0.83]
    assert computed(text) == ("depressed_readings", {"values": values, **arguments})


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("avg up .33 avg down .21 then flat day, rsi", 0.0),
        ("average gain .33, average loss .21, price unchanged today, rsi?", 0.0),
        ("avg gain .33 avg loss .21, future down .4 today, new rsi", -0.4),
    ],
)
def test_a_day_without_a_move_is_a_change_of_nothing(text, change):
    tool, arguments = computed(text)
    assert tool == "rsi_step"
    assert arguments == {"average_gain": 0.33, "average_loss": 0.21, "change": change}


@pytest.mark.parametrize(
    ("text", "deltas", "ivs"),
    [
        ("put iv 21.2 delta .09, 19.8 delta .12, find .10", [0.09, 0.12], [0.212, 0.198]),
        ("delta .09 iv 21.2, delta .12 iv 19.8, at .10?", [0.09, 0.12], [0.212, 0.198]),
    ],
)
def test_the_delta_that_is_wanted_is_no_volatility(text, deltas, ivs):
    assert computed(text) == ("iv_at_delta", {"deltas": deltas, "ivs": ivs, "delta": 0.1})


def test_the_number_of_a_month_is_no_price():
    assert computed("front 15, 2nd 16.2, 3rd 16.9: slopes")[1] == {"curve": [15.0, 16.2, 16.9]}


@pytest.mark.parametrize(
    ("text", "first"),
    [("25% at the cross, hist peaks .05 .08 .07 .11", 0.25), ("hist peaks .05 .08 .07 .11, 30% already in", 0.3)],
)
def test_the_share_of_the_first_tranche_stands_on_either_side(text, first):
    assert computed(text) == ("histogram_peaks", {"peaks": [0.05, 0.08, 0.07, 0.11], "first": first})


def test_a_jump_after_flat_days_is_two_stretches():
    tool, arguments = computed("iv jumps from 18 to 21 after 200 flat days, macd hist")
    assert (tool, arguments["levels"], arguments["lengths"]) == ("macd_of_stretches", [18.0, 21.0], [200, 1])


@pytest.mark.parametrize(
    "text",
    [
        "vx closes newest first 18 17.5 17.2 16.8 17 16.5 16.1 rsi 4",
        "rsi(4), most recent first: 18, 17.5, 17.2, 16.8, 17, 16.5, 16.1",
        "rsi 4 of 18 17.5 17.2 16.8 17 16.5 16.1 in reverse order",
        "vx closes oldest first 16.1 16.5 17 16.8 17.2 17.5 18 rsi 4",
    ],
)
def test_a_row_from_the_newest_on_is_turned(text):
    assert computed(text) == ("rsi_extreme", {"series": [16.1, 16.5, 17.0, 16.8, 17.2, 17.5, 18.0], "period": 4})


def test_a_long_row_from_the_newest_on_is_turned():
    values = [round(18 + n / 10, 1) for n in range(40)]
    text = f"macd, latest first: {', '.join(map(str, values[::-1]))}"
    assert computed(text)[1]["series"] == values


def test_the_delta_after_a_row_of_volatilities_is_none_of_them():
    found = computed("put deltas .05 .09 .14 ivs 29 26.2 23.8, 10 delta")
    assert found == ("iv_at_delta", {"deltas": [0.05, 0.09, 0.14], "ivs": [0.29, 0.262, 0.238], "delta": 0.1})


def test_two_numbers_after_a_day_are_its_pair():
    bars = {"macd_now": 0.05, "signal_now": 0.02, "macd_before": 0.01, "signal_before": 0.02, "normalised": 1.1}
    assert computed("macd .05 sig .02 yesterday .01 .02, norm 1.1") == ("macd_cross", bars)


@pytest.mark.parametrize(
    "text",
    ["because the MACD uses 5/35 settings, signals come late?", "is macd 12/26 the same as mov(12)-mov(26)", "macd 12 26 9"],
)
def test_spans_are_no_lines(text):
    assert all(c.call.tool != "macd_cross" for c in calculations(Reading(text)))


@pytest.mark.parametrize(
    ("text", "tools"),
    [
        ("rsi 72 on vx and flat hist .05 .05, what now per rules", ["histogram_bars", "rsi_line"]),
        ("norm .74 at cross, macd -.12 over sig -.15, rsi vx 61. what is met", ["macd_cross", "rsi_line"]),
    ],
)
def test_an_rsi_that_is_told_is_held_against_its_line(text, tools):
    assert [c.call.tool for c in calculations(Reading(text))] == tools


def test_prices_of_two_futures_are_no_volatilities():
    found = calculations(Reading("constant maturity 30 day from m1 17 (12 days) and m2 18.5 (40 days)"))
    assert all(c.call.tool != "iv_at_tenor" for c in found)


@pytest.mark.parametrize(
    "text",
    [
        "macd -1.4 -1.2 -.9 -.8 trigger -1.1 -1.1 -1.05 -1: any cross",
        "macd tomorrow if iv 17.5; emas 18.4 18.9",
        "signal is 0.62, what print takes macd there. emas 12/26: 48.75, 48.40",
        "How high must the next put IV be to lift a 26 period average of 0.19 up to 0.20?",
    ],
)
def test_what_is_asked_otherwise_is_neither_a_cross_nor_a_step(text):
    assert all(c.call.tool not in ("macd_cross", "ema_step") for c in calculations(Reading(text)))


@pytest.mark.parametrize(
    ("text", "tool"),
    [("alpha=0.0741 old ema=.212 iv=.26, what now?", "weighted_step"), ("alpha .2 old .41 new .47 which value", "ema_step")],
)
def test_values_beside_one_weight_are_no_weights(text, tool):
    assert all(c.call.tool in (tool, "weighted_step") for c in calculations(Reading(text)))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("I have 20 delta at 0.22 and 30 delta at 0.195, the 25 delta put vol?", 0.25),
        ("25 delta at 18.4, 5 delta at 29.5, 10?", 0.1),
    ],
)
def test_deltas_in_hundredths_may_be_wide_apart(text, wanted):
    tool, arguments = computed(text)
    assert (tool, arguments["delta"]) == ("iv_at_delta", wanted)


def test_a_change_may_have_its_sign():
    found = computed("avg gain .51, avg loss .77. VX jumps +1.9. RSI(14) becomes?")
    assert found == ("rsi_step", {"average_gain": 0.51, "average_loss": 0.77, "change": 1.9, "period": 14})


@pytest.mark.parametrize(
    ("text", "span", "steps"),
    [
        (
            "sma seed of a 12 ema is 19.65 and bar 13 is 20.95, bar 14 is 20.95 again. ema at 14",
            12,
            [(19.65, 20.95), (19.85, 20.95)],
        ),
        ("26 ema starts at 18.5 on bar 26, bar 27 is 19, bar 28 is 20. ema on bar 28", 26, [(18.5, 19), (18.537037, 20)]),
        (
            "holidays as repeated closes: ema12 20, last close 22 repeated twice? no, repeated 2 times",
            12,
            [(20, 22), (20.307692, 22)],
        ),
        ("ema9 at 15, then 16 repeated 2 times", 9, [(15, 16), (15.2, 16)]),
    ],
)
def test_bars_by_their_numbers_and_closes_entered_again(text, span, steps):
    found = calculations(Reading(text))
    assert [c.call.tool for c in found] == ["ema_step"] * len(steps)
    told = [(c.call.arguments["previous"], c.call.arguments["value"], c.call.arguments["span"]) for c in found]
    assert told == [(before, value, span) for before, value in steps]
    assert ("every bar is a step" in found[-1].note) == ("repeated" in text)
    assert ("those of bar 13 and bar 14." in found[-1].note) == ("bar 13" in text)


@pytest.mark.parametrize(
    "text", ["ema(12) seeded from 12 values averaging 18.4, then 20 arrives", "12 ivs average 18.4, next is 20: ema12"]
)
def test_a_start_told_by_its_average(text):
    (found,) = calculations(Reading(text))
    assert (found.call.tool, found.call.arguments) == ("ema_step", {"previous": 18.4, "value": 20.0, "span": 12})
    assert set(Reading(text).quantities) == set(found.sources.values())  # so nothing is left for another calculation


@pytest.mark.parametrize(
    "text",
    [
        "first nine macd values are .10 .14 .19 .23 .22 .20 .17 .15 .13, what does the signal start at",
        "macd .10 .14 .19 .23 .22 .20 .17 .15 .13: where does the signal line begin",
    ],
)
def test_where_a_signal_starts(text):
    seeded, gap = calculations(Reading(text))
    assert (seeded.call.tool, seeded.call.arguments["span"]) == ("ema_of_values", 9)
    assert (gap.call.tool, gap.call.arguments) == ("third_line", {"macd": 0.13, "signal": 0.17})


def test_eight_macds_start_no_signal():
    found = calculations(Reading("macd values are .10 .14 .19 .23 .22 .20 .17 .15, what does the signal start at"))
    assert all(c.call.tool != "third_line" for c in found)
