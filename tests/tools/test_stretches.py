import numpy as np
import pytest
import talib
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, macd_of_slope, macd_of_stretches


def test_one_print_after_a_flat_stretch_by_hand():
    # 6 × (2/13 − 2/27) = 0.478632; signal 0.2 of it = 0.095726; histogram 0.8 of it = 0.382906
    found = macd_of_stretches([20, 26], [100, 1])
    assert found.macd == pytest.approx(0.4786325)
    assert found.signal_line == pytest.approx(0.0957265)
    assert found.histogram == pytest.approx(0.382906)
    assert (found.count, found.last, found.limit) == (101, 26, 0)


@given(
    st.lists(st.tuples(st.integers(10, 40), st.integers(1, 60), st.integers(-20, 20)), min_size=1, max_size=4),
    st.integers(300, 400),
)
def test_a_built_series_has_the_macd_of_another_library(stretches, long):
    levels, bars, slopes = ([*part] for part in zip(*stretches, strict=True))
    bars[0] += long
    steps = [s / 100 for s in slopes]
    data = np.concatenate([at + step * np.arange(n) for at, n, step in zip(levels, bars, steps, strict=True)])
    found = macd_of_stretches(levels, bars, steps)
    line, signal, histogram = (part[-1] for part in talib.MACD(data, 12, 26, 9))
    # talib starts its fast average later; after 300 bars that is forgotten
    assert found.macd == pytest.approx(line, abs=1e-6)
    assert found.signal_line == pytest.approx(signal, abs=1e-6)
    assert found.histogram == pytest.approx(histogram, abs=1e-6)


def test_a_straight_line_by_hand():
    # 0.10 × (26 − 12)/2 = 0.70; behind by 0.10 × 5.5 = 0.55 and 0.10 × 12.5 = 1.25
    found = macd_of_slope(0.1)
    assert (found.macd, found.histogram) == (pytest.approx(0.7), 0)
    assert (found.fast_behind, found.slow_behind) == (pytest.approx(0.55), pytest.approx(1.25))


@given(st.integers(-200, 200).map(lambda n: n / 100))
def test_a_long_straight_line_comes_to_its_limit(slope):
    long = macd_of_stretches([50], [800], [slope])
    assert long.macd == pytest.approx(macd_of_slope(slope).macd, abs=1e-8)
    assert long.limit == macd_of_slope(slope).macd
    assert long.histogram == pytest.approx(0, abs=1e-8)


@pytest.mark.parametrize(
    ("levels", "bars", "slopes", "match"),
    [
        ([20, 26], [100], None, "lengths"),
        ([20], [100], [0.1, 0.2], "slopes"),
        ([20], [33], None, "at least 34"),
        ([20], [99.5], None, "whole numbers"),
        ([20], [200_000], None, "100,000"),
    ],
)
def test_what_is_no_series(levels, bars, slopes, match):
    with pytest.raises(ToolError, match=match):
        macd_of_stretches(levels, bars, slopes)


def test_a_step_after_a_long_flat_stretch_by_hand():
    # averages move by 5 × 2/13 = 0.769231 and 5 × 2/27 = 0.370370; the MACD is 0.398860, its signal a fifth of that
    found = macd_of_stretches([20, 25], [250, 1])
    assert (found.fast_now, found.slow_now) == (pytest.approx(20.769231), pytest.approx(20.370370))
    assert (found.histogram_before, found.crossed) == (0.0, "up")
    assert "the histogram goes from 0 to +0.3191" in found.summary()
    assert found.histogram == pytest.approx(macd_of_stretches([20, 25], [34, 1]).histogram)
    assert "From 34 bars on, the length of the first stretch changes nothing" in found.summary()


def test_a_fall_after_a_flat_stretch_crosses_down_and_a_flat_series_nowhere():
    assert macd_of_stretches([20, 18], [60, 1]).crossed == "down"
    flat = macd_of_stretches([18.4], [40])
    assert flat.crossed == "none"
    assert "cross on" not in flat.summary()


def test_a_series_that_never_moves_is_said_not_to_cross():
    assert "equality is no cross" in macd_of_stretches([18.5], [50]).summary()
    assert "equality" not in macd_of_stretches([18.5, 19], [50, 30]).summary()


def test_one_step_from_rest_is_told_by_the_weights():
    # 2 × (2/13 − 2/27) = 2 × 0.0797721 = 0.159544; the signal, at 0 before, takes 2/10 of it: 0.0319088
    told = macd_of_stretches([20, 22], [250, 1]).summary()
    assert "2 × (2/13 − 2/27) = 0.1595 and its signal by 0.2 of that, 0.0319" in told
    assert "One step" not in macd_of_stretches([20, 22], [250, 2]).summary()
    assert "One step" not in macd_of_stretches([20, 22], [33, 1]).summary()


def test_a_spike_and_back_shrinks_the_histogram_without_a_cross():
    # fast 20 + 11/13 × 0.307692 = 20.260355, slow 20 + 25/27 × 0.148148 = 20.137174: MACD 0.123181 after 0.159544
    # signal 0.0319088 + 0.2 × (0.123181 − 0.0319088) = 0.0501633; histogram 0.073018 after 0.127635
    found = macd_of_stretches([20, 22, 20], [250, 1, 1])
    assert (found.macd, found.macd_before) == (pytest.approx(0.123181, abs=1e-6), pytest.approx(0.159544, abs=1e-6))
    assert "stays above zero and shrinks, from +0.1276 to +0.07302; the MACD one bar before was 0.1595" in found.summary()
