import numpy as np
import pytest
import talib

from tools import ToolError, macd
from tools.macd_values import first_bars, macd_values


def test_line_and_histogram_by_hand():
    # 18.4 − 18.1 = 0.3; 0.3 − 0.2 = 0.1
    found = macd_values(18.4, 18.1, 0.2)
    assert (found.macd, found.histogram) == (0.3, 0.1)
    assert "MACD = 18.4 − 18.1 = 0.30" in found.summary()
    assert "Histogram = 0.3 − 0.2 = 0.10" in found.summary()
    assert "above its signal" in found.summary()


def test_without_a_signal_there_is_no_histogram():
    found = macd_values(18.1, 18.4)
    assert (found.macd, found.histogram) == (-0.3, None)
    assert "needs the signal line" in found.summary()


def test_negative_lines_by_hand():
    # 18.1 − 18.15 = −0.05; −0.05 − (−0.07) = 0.02
    found = macd_values(18.1, 18.15, -0.07)
    assert (found.macd, found.histogram) == (-0.05, 0.02)
    assert "-0.05 − (-0.07) = 0.02" in found.summary()
    assert "below" in macd_values(18.1, 18.2, -0.05).summary()
    assert "stands on its signal" in macd_values(18.2, 18.1, 0.1).summary()


def test_the_first_bars_are_where_the_series_begins_to_have_values():
    data = np.random.default_rng(5).normal(20, 2, 60)
    frame = macd(data)
    found = first_bars()
    assert frame["macd"].first_valid_index() + 1 == found.macd == 26
    assert frame["signal"].first_valid_index() + 1 == found.signal == 34
    assert np.flatnonzero(~np.isnan(talib.MACD(data, 12, 26, 9)[1]))[0] + 1 == found.signal
    assert (found.fast, found.cross, found.settled) == (12, 35, 136)
    assert "26 + 9 − 1 = 34" in found.summary()


def test_other_spans():
    assert first_bars(5, 35, 5).signal == 39
    with pytest.raises(ToolError, match="fast"):
        first_bars(26, 12, 9)


@pytest.mark.parametrize(
    ("bars", "reached", "said"),
    [
        (20, "none", "No, 20 bars are too few"),
        (26, "macd", "enough for the MACD line (from bar 26) but not for its signal"),
        (33, "macd", "which need 34"),
        (34, "signal", "but not to tell a cross, which needs 35"),
        (40, "cross", "under 136 the start of the averages still shows"),
        (500, "cross", "and to tell a cross."),
    ],
)
def test_what_the_bars_at_hand_are_enough_for(bars, reached, said):
    found = first_bars(given=bars)
    assert found.enough_for == reached
    assert said in found.summary()
    lines = macd(np.random.default_rng(5).normal(20, 2, 600)).iloc[:bars]
    assert lines["macd"].notna().any() == (reached != "none")
    assert lines["signal"].notna().any() == (reached in ("signal", "cross"))


def test_without_bars_at_hand_none_are_judged():
    assert first_bars().enough_for is None


def test_the_histogram_bars_that_come_of_so_many_values():
    assert first_bars(given=120).bars == 87  # from bar 34 on: 120 − 33
    assert "87 histogram bars" in first_bars(given=120).summary()
    assert first_bars(given=20).bars == 0
    assert "14 more" in first_bars(given=20).summary()
    assert first_bars().bars is None


def test_weekly_bars_are_told_in_months():
    # 34 × 12/52 = 7.846
    assert "34 weeks (7.8 months)" in first_bars().summary()


def test_both_lines_are_counted_of_the_bars_at_hand():
    # 63 − 26 + 1 = 38 MACD values, 63 − 34 + 1 = 30 of the signal
    assert "38 MACD values (from point 26) and 30 histogram bars" in first_bars(given=63).summary()


def test_the_spans_of_weekly_bars_in_days():
    # 12 × 5 = 60, 26 × 5 = 130, 9 × 5 = 45
    found = first_bars(bar_days=5)
    assert found.days == (60, 130, 45)
    assert "12/26/9 covers 60, 130 and 45 days" in found.summary()
    assert first_bars().days is None
    assert "covers" not in first_bars().summary()


def test_the_places_in_an_index_that_begins_at_zero():
    # bar 34 is the 34th value, index 33; bar 26 is index 25
    assert "index 33 where the count begins at 0 (the MACD's is 25)" in first_bars().summary()


def test_its_sign_is_said():
    assert "negative, the fast average stands below the slow one" in macd_values(19.85, 20.31).summary()
    assert "positive, the fast average stands above the slow one" in macd_values(20.31, 19.85).summary()
    assert "neither above nor below zero, the fast average stands on the slow one" in macd_values(20, 20).summary()
