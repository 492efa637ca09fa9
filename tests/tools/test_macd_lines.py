import numpy as np
import pytest
import talib

from tools import ToolError, macd_lines, simple_signal


def test_three_days_by_hand():
    # −0.9 + 0.8 = −0.1; −0.7 + 0.75 = 0.05; −0.5 + 0.68 = 0.18
    found = macd_lines([-0.9, -0.7, -0.5], [-0.8, -0.75, -0.68])
    assert found.histogram == (-0.1, 0.05, 0.18)
    assert (found.cross_up, found.cross_down, found.expanding) == ((2,), (), True)
    assert "on bar 2" in found.summary()


def test_crosses_of_lines_are_those_of_another_library():
    data = 20 + np.cumsum(np.random.default_rng(5).normal(0, 0.4, 300))
    line, signal, bars = (part[33:] for part in talib.MACD(data, 12, 26, 9))
    found = macd_lines(line, signal)
    assert found.histogram == pytest.approx(bars)
    assert [n - 1 for n in found.cross_up] == [n for n in range(1, len(bars)) if bars[n] > 0 >= bars[n - 1]]


def test_equal_lines_within_rounding_are_no_cross():
    assert macd_lines([0.1 + 0.2, 0.3], [0.3, 0.3]).histogram == (0.0, 0.0)


def test_lines_of_different_length_are_refused():
    with pytest.raises(ToolError, match="as many values as macd has"):
        macd_lines([0.1, 0.2, 0.3], [0.1, 0.2])


def test_a_simple_signal_by_hand():
    # (0.10 + 0.12 + 0.11 + 0.13 + 0.15 + 0.16 + 0.14 + 0.17 + 0.18)/9 = 1.26/9 = 0.14; 0.18 − 0.14 = 0.04
    values = [0.10, 0.12, 0.11, 0.13, 0.15, 0.16, 0.14, 0.17, 0.18]
    found = simple_signal(values)
    assert (found.signal, found.histogram) == (pytest.approx(0.14), pytest.approx(0.04))
    assert simple_signal([9.0, *values]).signal == pytest.approx(talib.SMA(np.array(values), 9)[-1])
    with pytest.raises(ToolError, match="at least 9"):
        simple_signal(values[1:])


def test_both_lines_below_zero_are_said_to_be_so():
    below = macd_lines([-0.31, -0.25], [-0.27, -0.27])
    assert below.below_zero
    assert "Both lines are below zero" in below.summary()
    mixed = macd_lines([-0.31, 0.02], [-0.27, -0.01])
    assert not mixed.below_zero
    assert "below zero on the last bar" not in mixed.summary()


def test_the_sum_of_a_simple_signal_is_told():
    # 0.02 + 0.04 + 0.05 + 0.07 + 0.06 + 0.08 + 0.09 + 0.10 + 0.12 = 0.63
    found = simple_signal([0.02, 0.04, 0.05, 0.07, 0.06, 0.08, 0.09, 0.10, 0.12])
    assert (found.total, found.signal) == (0.63, 0.07)
    assert "0.63 / 9" in found.summary()


def test_the_exponential_signal_beside_the_simple_one():
    # weight 2/6 from 0.30: 0.233333, 0.138889, 0.085926, 0.077284; 0.06 − 0.077284 = -0.017284
    found = simple_signal([0.30, 0.10, -0.05, -0.02, 0.06], 5)
    assert found.exponential == pytest.approx(0.077284, abs=1e-6)
    assert found.exponential_histogram == pytest.approx(-0.017284, abs=1e-6)


def test_the_exponential_signal_may_go_on_from_the_bar_before():
    # 0.26 + 2/6 × (0.33 − 0.26) = 0.283333; 0.33 − 0.283333 = 0.046667
    found = simple_signal([0.20, 0.24, 0.30, 0.28, 0.33], 5, previous=0.26)
    assert found.exponential == pytest.approx(0.283333, abs=1e-6)
    assert found.exponential_histogram == pytest.approx(0.046667, abs=1e-6)
    assert "from 0.26 one bar before" in found.summary()
