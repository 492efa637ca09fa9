"""Numbers that stand beside the values of a question and are none of them: how many they are, days, weights, dates."""

import pytest

from assistant.understanding.composed.several import calculations
from assistant.understanding.text.quantities import Reading

from .asked import computed

ROW = [16 + n / 25 for n in range(36)]
TYPED = ", ".join(f"{v:g}" for v in ROW)


@pytest.mark.parametrize(
    "text",
    [
        f"{TYPED} 36 points going straight up, macd cross?",
        f"{TYPED}\n36 daily closes. macd?",
        f"macd of these {TYPED}: 36 values",
        f"{TYPED.replace(',', '')} 36 readings, any macd cross",
        f"36 put ivs: {TYPED} macd?",
    ],
)
def test_how_many_they_are_is_no_value_of_a_row(text):
    tool, arguments = computed(text)
    assert tool == "macd_trigger"
    assert arguments["series"] == pytest.approx(ROW)


def test_the_last_value_of_a_row_stays_one_where_its_unit_follows():
    text = f"macd of {TYPED.rpartition(', ')[0]}, 17 points"
    assert computed(text)[1]["series"][-1] == 17.0


@pytest.mark.parametrize(
    ("text", "deltas", "ivs"),
    [
        ("chain 30d: delta -.13 iv 24.1%, delta -.08 iv 26.2%. 10 delta iv?", [0.13, 0.08], [0.241, 0.262]),
        ("45dte: -0.14 delta 23.8, -0.09 delta 25.1 -> ten delta iv", [0.14, 0.09], [0.238, 0.251]),
        ("delta 0.08 -> 22.4 iv ; delta 0.14 -> 20.1 iv, 28d expiry, 0.10 iv?", [0.08, 0.14], [0.224, 0.201]),
        ("two quotes, 13 delta 24.1 and 8 delta 26.2, 10 delta?", [0.13, 0.08], [0.241, 0.262]),
    ],
)
def test_days_to_expiry_are_no_delta(text, deltas, ivs):
    assert computed(text) == ("iv_at_delta", {"deltas": deltas, "ivs": ivs, "delta": 0.1})


@pytest.mark.parametrize(
    ("text", "peaks", "first"),
    [
        ("histogram peaks after the cross .07 on 3/11, .05 on 3/20, .10 on 4/2, starting from 25%?", [0.07, 0.05, 0.1], 0.25),
        ("hist peaks 0.12 (mar 3), 0.15 (mar 19), 0.2 (apr 20). first tranche 30%, where am i", [0.12, 0.15, 0.2], 0.3),
        ("histogram peaked at .05 on day 3 and .09 on day 11; i have 30% already. now?", [0.05, 0.09], 0.3),
        ("histogram tops 2026-03-11 .08, 2026-04-02 .06, started with 25%", [0.08, 0.06], 0.25),
        ("hist peaks so far 0.12 then 0.10", [0.12, 0.10], None),
    ],
)
def test_the_days_of_peaks_are_no_peaks(text, peaks, first):
    assert computed(text) == ("histogram_peaks", {"peaks": peaks} | ({} if first is None else {"first": first}))


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("put iv flat at 20 for months then 25 today. macd signal hist today?", [20.0, 25.0]),
        ("iv stuck at 18 for ages, now 21. macd?", [18.0, 21.0]),
        ("for a long time at 22, today 19.5: macd, signal and histogram", [22.0, 19.5]),
        ("series stood at 15 for a year and then 18, what's the macd and does it cross", [15.0, 18.0]),
        ("put iv sat at 17 for many weeks then jumps to 20, macd hist?", [17.0, 20.0]),
        ("flat at 20 for ages then one bar at 22, default settings. macd, signal, hist?", [20.0, 22.0]),
        ("20 for months, then 22, then 20. macd and hist after it", [20.0, 22.0, 20.0]),
        ("iv 18 flat for months, 3 bars of 20. macd signal hist now?", [18.0, 20.0]),
        ("16 for ages, then 20 and back to 16: macd hist", [16.0, 20.0, 16.0]),
    ],
)
def test_a_long_time_at_one_level_needs_no_number_of_bars(text, levels):
    tool, arguments = computed(text)
    assert tool == "macd_of_stretches"
    assert arguments["levels"] == levels


@pytest.mark.parametrize(
    ("text", "weights"),
    [
        ("a page has 0.075 and 0.15 as macd weights, which periods is that", [0.075, 0.15]),
        ("what period is metastock's .075 really", [0.075, 0.15]),
        ("metastock's 0.15: how many periods?", [0.15, 0.075]),
        ("alphas .2 and .1, what lengths?", [0.2, 0.1]),
        ("smoothing factor 0.1538 is how many days", [0.1538]),
    ],
)
def test_each_weight_has_a_span(text, weights):
    found = calculations(Reading(text))
    assert [(c.call.tool, c.call.arguments["weight"]) for c in found] == [("weight_span", w) for w in weights]


@pytest.mark.parametrize(
    "text",
    [
        "daily vs weekly warm up, how long in time for first signal",
        "row 1 is a header, first histogram number shows up in row 35. ok?",
        "how many weeks until the first macd signal on a weekly chart",
    ],
)
def test_the_warm_up_is_counted_without_a_number(text):
    assert computed(text) == ("first_bars", {})


@pytest.mark.parametrize(
    ("text", "usual"),
    [
        ("what would the 10 delta iv have to be for 0.8 if the mean is 24.5", 24.5),
        ("how low must put iv go to be under .8 when the average is 22", 22.0),
        ("mean of the last year is 19, which iv makes 0.8", 19.0),
    ],
)
def test_the_line_of_the_scale_is_no_reading(text, usual):
    assert computed(text) == ("value_at_level", {"usual": usual, "normalised": 0.8})
