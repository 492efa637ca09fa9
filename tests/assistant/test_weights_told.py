"""Spans behind weights, what is left of a start, places in a range, skews and signals moved on, as many people put them."""

from typing import Any

import pytest

from assistant.understanding.composed.several import calculations
from assistant.understanding.filling.brought import From
from assistant.understanding.text.quantities import Reading

from .asked import computed


def _calls(text: str) -> list[tuple[str, dict[str, Any]]]:
    return [(c.call.tool, dict(c.call.arguments)) for c in calculations(Reading(text))]


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("what period is metastock's .075 really", 0.075),
        ("alpha 0.2 = how many days ema", 0.2),
        ("which span has a smoothing factor of 0.1", 0.1),
        ("wilder 14 smoothing = which ema length?", 1 / 14),
        ("rsi's wilder 14 equals an ema of how many bars", 1 / 14),
        ("convert k=.0769 to periods?", 0.0769),
        ("equivalent ema length of wilder 20", 0.05),
    ],
)
def test_the_span_of_a_weight(text: str, weight: float) -> None:
    assert computed(text) == ("weight_span", {"weight": pytest.approx(weight)})


@pytest.mark.parametrize(
    ("text", "span", "after"),
    [
        ("12 ema, 20 bars after the seed, how much of the seed is left", 12, 20),
        ("what % of the first value remains in a 26 EMA after 100 days", 26, 100),
        ("after 60 bars the start of a 12 period ema still counts for how much", 12, 60),
        ("seed influence left after 34 bars, ema 26", 26, 34),
        ("how much of the initial value is left in a 9 period ema after 10 steps", 9, 10),
        ("does the sma seed of the macd still matter after 200 bars?", 26, 200),
        ("does it still matter how i seeded the ema after 252 daily bars?", 26, 252),
        ("after 100 trading days does the seed of a 12 ema still count?", 12, 100),
    ],
)
def test_what_is_left_of_a_start(text: str, span: int, after: int) -> None:
    assert computed(text) == ("start_left", {"span": span, "after": after})


@pytest.mark.parametrize(
    ("text", "macd", "signal"),
    [
        ("what macd do i need tomorrow for a cross up if the signal is at 0.35 today and macd 0.31", 0.31, 0.35),
        ("signal -0.2 macd -0.25: where must the macd be next bar to cross", -0.25, -0.2),
        ("macd needed for a bullish cross, signal now 0.1, macd 0.05", 0.05, 0.1),
        ("how high does the macd have to go to cross? macd .2 and signal .26", 0.2, 0.26),
    ],
)
def test_the_macd_that_crosses(text: str, macd: float, signal: float) -> None:
    assert computed(text) == ("cross_needs", {"macd": macd, "signal": signal})


@pytest.mark.parametrize(
    ("text", "value", "low", "high"),
    [
        ("range last year 13 to 29, put iv now 16.2. normalised min max?", 16.2, 13, 29),
        ("min 12 max 30 now 18: min-max level", 18, 12, 30),
        ("iv rank with low 15, high 40, current 22", 22, 15, 40),
        ("iv rank: high 40 low 15, it's 22", 22, 15, 40),
    ],
)
def test_a_place_in_a_range(text: str, value: float, low: float, high: float) -> None:
    assert computed(text) == ("range_level", {"value": value, "low": low, "high": high})


@pytest.mark.parametrize(
    ("text", "vols"),
    [
        ("10d put 26.4, 10d call 14.9, atm 17.8. skew?", {"put": 0.264, "other": 0.149, "atm": 0.178}),
        ("put iv 28 call iv 18 skew", {"put": 0.28, "other": 0.18}),
        ("skew between the 10 delta put at 27 and atm 19", {"put": 0.27, "other": 0.19}),
        ("25 delta put at .25 and 25 delta call at .19; risk reversal?", {"put": 0.25, "other": 0.19}),
    ],
)
def test_a_skew(text: str, vols: dict[str, float]) -> None:
    assert computed(text) == ("skew_between", vols)


@pytest.mark.parametrize(
    "text",
    [
        "signal .12, next two macds .20 and .26. signal and hist each day",
        "sig line .12; the following macd values are .20, .26: signals?",
        "signal is at 0.12 and then macd comes in at .20 then .26, signal line?",
    ],
)
def test_a_signal_moved_on_twice(text: str) -> None:
    # 0.12 + 0.2 × 0.08 = 0.136; 0.136 + 0.2 × 0.124 = 0.1608
    first = ("ema_step", {"previous": 0.12, "value": 0.2, "span": 9})
    second = ("ema_step", {"previous": 0.136, "value": 0.26, "span": 9})
    assert _calls(text) == [first, second, ("macd_lines", {"macd": [0.2, 0.26], "signal": [0.136, 0.1608]})]


@pytest.mark.parametrize(
    "text",
    [
        "ema12 of put iv 21.36, ema26 20.88, yesterday's signal .39. macd, new signal, hist?",
        "fast ema 21.36 and slow ema 20.88 now; the old signal .39. histogram?",
    ],
)
def test_a_signal_moved_on_by_what_two_averages_make(text: str) -> None:
    assert _calls(text) == [
        ("macd_values", {"fast_ema": 21.36, "slow_ema": 20.88}),
        ("ema_step", {"previous": 0.39, "value": From("macd_values", "macd"), "span": 9}),
        ("macd_cross", {"macd_now": From("macd_values", "macd"), "signal_now": From("ema_step", "average")}),
    ]


def test_sums_of_changes_are_averaged_over_them():
    told = _calls("sum of gains 9.8 sum of losses 5.6 over the first 14 changes. first rsi value?")
    assert told == [("rsi_value", {"average_gain": 0.7, "average_loss": 0.4})]


def test_a_10_delta_put_is_no_expiry():
    tool, given = computed("10d put iv 23.2 at 23 days and 24.6 at 37 days, what is it at 30")
    assert (tool, given) == ("iv_at_tenor", {"days": [23, 37], "ivs": [0.232, 0.246], "tenor": 30})


def test_days_that_are_counted_are_no_start_of_a_line():
    _, given = computed("adv/dec last 5 days 1890/1010 1702/1240 1345/1588. a/d from 0?")
    assert given["start"] == 0
    assert computed("advancers 1620, decliners 1335, 95 unchanged, prior a/d 10450")[1]["start"] == 10450


def test_lines_that_were_level_the_bar_before():
    told = computed("macd .12 sig .09, both were equal at .08 yesterday. trigger?")
    assert told == ("macd_cross", {"macd_now": 0.12, "signal_now": 0.09, "macd_before": 0.08, "signal_before": 0.08})


def test_the_bars_that_come_of_so_many_values():
    assert computed("120 values in, how many histogram bars out (12 26 9)") == (
        "first_bars",
        {"fast": 12, "slow": 26, "signal": 9, "given": 120},
    )
