import itertools

import numpy as np
import pytest
import talib
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, histogram_bars


def test_a_stretch_read_by_hand():
    # peaks: 0.06 (0.03 < 0.06 > 0.04) and 0.07 (0.05 < 0.07 > 0.06); 0.07 − 0.06 = 0.01 above: a higher high, known on bar 8
    found = histogram_bars([0.01, 0.03, 0.06, 0.04, 0.02, 0.05, 0.07, 0.06])
    assert found.peaks == ((3, 0.06), (7, 0.07))
    assert found.higher == ((7, 0.07, 8),)
    assert not found.expanding
    assert "0.07 on bar 7, known on bar 8" in found.summary()
    assert "still positive but shrank from 0.07 to 0.06 (by 0.01)" in found.summary()


def test_a_cross_that_expands():
    found = histogram_bars([-0.003, 0.015, 0.022])
    assert found.expanding
    assert (found.cross_up, found.cross_down, found.peaks) == ((2,), (), ())
    assert "up from 0.015 to 0.022" in found.summary()


def test_a_lower_peak_is_no_higher_high_and_a_last_bar_no_peak():
    assert histogram_bars([0.01, 0.08, 0.02, 0.05, 0.04]).higher == ()
    assert histogram_bars([0.01, 0.08, 0.02, 0.09]).higher == ()
    assert histogram_bars([-0.09, -0.02, -0.05]).peaks == ()  # only peaks above zero count


def test_crosses_of_a_real_histogram_are_those_of_its_lines():
    data = 20 + np.cumsum(np.random.default_rng(3).normal(0, 0.4, 300))
    line, signal, bars = (part[33:] for part in talib.MACD(data, 12, 26, 9))
    found = histogram_bars(bars)
    above = line > signal
    assert [b - 1 for b in found.cross_up] == list(np.flatnonzero(above[1:] & ~above[:-1]) + 1)
    assert [b - 1 for b in found.cross_down] == list(np.flatnonzero(~above[1:] & above[:-1]) + 1)


@given(st.lists(st.integers(-50, 50), min_size=2, max_size=60))
def test_a_higher_high_is_a_peak_above_the_one_before(values: list[int]):
    found = histogram_bars([float(v) for v in values])
    heights = [height for _, height in found.peaks]
    assert [value for _, value, _ in found.higher] == [b for a, b in itertools.pairwise(heights) if b > a]
    assert all(values[known - 1] < value for _, value, known in found.higher)


@pytest.mark.parametrize("values", [[], [0.1, float("nan")], [0.1, float("inf")]])
def test_what_is_no_histogram(values):
    with pytest.raises(ToolError, match="values"):
        histogram_bars(values)


@pytest.mark.parametrize("value", [0.03, -0.02, 0.0])
def test_a_first_bar_crosses_nothing_and_does_not_expand(value):
    found = histogram_bars([value])
    assert (found.cross_up, found.cross_down, found.peaks, found.expanding) == ((), (), (), False)
    assert "No cross" in found.summary()
    assert "no earlier value" in found.summary()


def test_a_cross_is_told_with_the_histogram_before_and_after_and_equality_as_none():
    found = histogram_bars([-0.04, 0.0, 0.0, 0.03, -0.01])
    assert (found.level_on, found.cross_up, found.cross_down) == ((2, 3), (4,), (5,))
    assert "on bar 4, from 0 to +0.03; down through zero, the MACD" in found.summary()
    assert "(a down cross), on bar 5, from +0.03 to -0.01" in found.summary()
    assert "On bar 2 and bar 3 the two are equal, which is no cross" in found.summary()


def test_the_bars_that_expanded_before_the_latest():
    # above zero and above the bar before on bars 3 (0.027 > -0.016), 4 and 5, not on 6 (0.046 < 0.067)
    found = histogram_bars([-0.06, -0.016, 0.027, 0.054, 0.067, 0.046])
    assert found.expands_on == (3, 4, 5)
    assert "on bars 3 to 5, not since then" in found.summary()
    assert "(below 0.8 normalised) cannot be judged" in found.summary()
    assert "It was expanding" not in histogram_bars([0.04, 0.03, 0.05]).summary()


def test_the_tranches_that_bars_call_for():
    # cross −0.02 → 0.03 on bar 3: 25%; peaks 0.08, 0.10 (higher, known on bar 8: 25% + 20% = 45%) and 0.09 (not higher)
    values = [-0.06, -0.02, 0.03, 0.08, 0.05, 0.04, 0.1, 0.07, 0.06, 0.05, 0.09, 0.06]
    found = histogram_bars(values, first=0.25)
    assert found.ladder == ((3, 0.25), (8, 0.45))
    assert "45% in after bar 12" in found.summary()
    assert "Peak 0.09 (bar 11): no higher high, which adds nothing" in found.summary()
    assert histogram_bars(values).ladder == ()
    assert histogram_bars([0.05, 0.03, 0.06, 0.04], first=0.3).ladder == ()
    # 60% + 50% passes 100%: the last slice is what is left
    assert histogram_bars(values, first=0.6, step_size=0.5).ladder == ((3, 0.6), (8, 1.0))


def test_bars_below_zero_that_come_nearer_do_not_expand():
    # -0.40 -> -0.25 -> -0.12: -0.12 - (-0.25) = 0.13 up, -0.12 - (-0.40) = 0.28 nearer to zero, never above it
    told = histogram_bars([-0.40, -0.25, -0.12]).summary()
    assert "rises from -0.25 to -0.12 (by 0.13), but is still negative, the MACD below its signal" in told
    assert "shrinks toward zero by 0.28, from -0.4 to -0.12" in told
    assert "toward zero" not in histogram_bars([-0.40, -0.25, 0.02]).summary()
    assert "rises from -0.1 to 0 (by 0.1), but is at zero" in histogram_bars([-0.2, -0.1, 0.0]).summary()
    assert "unchanged at 0.2" in histogram_bars([0.2, 0.2]).summary()


def test_several_crosses_are_counted_and_told_by_side():
    # the sign turns up on bars 4 (-0.04 -> 0.01) and 7 (0.00 -> 0.02), down on bars 2 and 8
    told = histogram_bars([0.05, -0.02, -0.04, 0.01, 0.03, 0.0, 0.02, -0.01]).summary()
    assert "on bar 4, from -0.04 to +0.01 and bar 7, from 0 to +0.02" in told
    assert "4 crosses, 2 up and 2 down" in told


def test_without_a_higher_high_the_other_cue_is_named():
    assert "The other cue of a later tranche" in histogram_bars([0.08, 0.12, 0.09, 0.11, 0.10]).summary()
    assert "The other cue" not in histogram_bars([0.08, 0.11, 0.09, 0.12, 0.10]).summary()
