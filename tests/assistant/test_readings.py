"""Readings typed by hand: a histogram's bars, a level beside its average, weights of a sum, bars at hand."""

import pytest

from assistant.understanding.framed.calculations import calculation
from assistant.understanding.text.quantities import Reading

from .asked import computed


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("histogram .01 .02 .04 .03 -> still expanding?", [0.01, 0.02, 0.04, 0.03]),
        ("hist: -0.02, -0.01, 0.01, 0.03. trigger?", [-0.02, -0.01, 0.01, 0.03]),
        ("hist readings last 5: .01 .03 .06 .04 .05 any higher high?", [0.01, 0.03, 0.06, 0.04, 0.05]),
        ("over 4 days the histogram went .02, .05, .03 and .06", [0.02, 0.05, 0.03, 0.06]),
        ("macd histogram: 0.1, 0.2 rising?", [0.1, 0.2]),
        ("histogram today .022, yesterday .015, day before -.003", [-0.003, 0.015, 0.022]),
        ("histogram 0.03 now, 0.05 the bar before", [0.05, 0.03]),
        ("hist was 0.05 yesterday and is 0.03 today", [0.05, 0.03]),
        ("hist last 5 bars -0.21 -0.14 -0.05 0.02 0.07, crossed?", [-0.21, -0.14, -0.05, 0.02, 0.07]),
        ("how many crosses, hist: 0.05 -0.02 -0.04 0.01", [0.05, -0.02, -0.04, 0.01]),
        ("histogram 0.3 -0.1 -0.2 0.1 whats up", [0.3, -0.1, -0.2, 0.1]),
        ("hist 0.04 after 0.07, still expanding?", [0.07, 0.04]),
        ("histogram of 0.00 after -0.05, a cross?", [-0.05, 0.0]),
        ("histogram peaked .08 then dipped to .02 then .11 then .09", [0.08, 0.02, 0.11, 0.09]),
    ],
)
def test_bars_of_a_histogram(text: str, values: list[float]) -> None:
    assert computed(text) == ("histogram_bars", {"values": values})


@pytest.mark.parametrize(
    "text",
    [
        "my histogram is at 0.04",
        "histogram peaks .05, .04, .07",
        "macd .35 signal .41 whats the histogram",
        "what is the histogram",
    ],
)
def test_what_is_no_row_of_bars(text: str) -> None:
    found = calculation(Reading(text))
    assert found is None or found.call.tool != "histogram_bars"


@pytest.mark.parametrize(
    ("text", "value", "usual"),
    [
        ("put iv 14.2 now, trailing mean 19.6. is that depressed", 14.2, 19.6),
        ("normalised level if iv is 12.9 and the average 17.2", 12.9, 17.2),
        ("put vol 13.5 vs one-year mean of 18: depressed or not", 13.5, 18),
        ("its 252 day average is 20.4 and today 15.1, below .8?", 15.1, 20.4),
        ("median 22, now 16.5, low enough on the 0.8 scale?", 16.5, 22),
    ],
)
def test_a_level_beside_its_average(text: str, value: float, usual: float) -> None:
    assert computed(text) == ("normalised_level", {"value": value, "usual": usual})


@pytest.mark.parametrize(
    ("text", "bars"),
    [
        ("only have 30 daily IVs. can i compute the signal line", 30),
        ("i've got 20 closes, enough for macd?", 20),
        ("is 40 bars of data enough for macd and signal", 40),
        ("i have 33 values, does the signal exist yet", 33),
        ("are 25 weeks sufficient for the macd?", 25),
        ("can you do a histogram if i only have 60 data points", 60),
        ("one year of weekly bars is 52. how many usable bars of signal", 52),
        ("my daily closes are 90, how many values of histogram do i get", 90),
    ],
)
def test_bars_at_hand(text: str, bars: int) -> None:
    assert computed(text) == ("first_bars", {"given": bars})


@pytest.mark.parametrize(
    "text",
    [
        "index starts at zero, which index holds my first non-nan signal for default periods?",
        "in python what's the index of the first valid macd",
        "zero-based index of the first histogram value?",
    ],
)
def test_a_place_in_an_index_is_no_number_of_bars(text: str) -> None:
    assert computed(text) == ("first_bars", {})


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("weekly 12/26/9 covers how many trading days roughly", {"fast": 12, "slow": 26, "signal": 9}),
        ("weekly 5/35/5 spans how many days?", {"fast": 5, "slow": 35, "signal": 5}),
        ("what daily settings are equivalent to a weekly macd?", {}),
        ("convert weekly macd 8/17/9 to days", {"fast": 8, "slow": 17, "signal": 9}),
    ],
)
def test_a_weekly_macd_in_days(text: str, spans: dict[str, int]) -> None:
    assert computed(text) == ("first_bars", {**spans, "bar_days": 5})


@pytest.mark.parametrize(
    "text",
    [
        "is the weekly or daily macd used in the method",
        "on a weekly chart, how many bars until the first signal",
        "how many days until the vix weekly expires",
    ],
)
def test_other_weeks_are_not_told_in_days(text: str) -> None:
    found = calculation(Reading(text))
    assert found is None or "bar_days" not in found.call.arguments
