import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, macd_after_value, macd_input, macd_step

FINE = st.floats(5, 60).map(lambda v: round(v, 2))


def test_a_step_by_the_weights_of_metastock():
    # 20 + 0.15 × 2 = 20.3; 19 + 0.075 × 3 = 19.225; 20.3 − 19.225 = 1.075
    found = macd_after_value(20, 19, 22, fast_weight=0.15, slow_weight=0.075)
    assert (found.fast_now, found.slow_now, found.macd, found.macd_before) == (20.3, 19.225, 1.075, 1.0)


def test_a_series_run_through_another_library_ends_on_the_same_line():
    data = pd.Series(20 + np.cumsum(np.random.default_rng(5).normal(0, 0.5, 80)))
    fast, slow = (data.ewm(span=span, adjust=False).mean() for span in (12, 26))
    found = macd_after_value(fast.iloc[-2], slow.iloc[-2], data.iloc[-1])
    assert found.macd == pytest.approx((fast - slow).iloc[-1], abs=1e-9)


@given(FINE, FINE, FINE)
def test_the_line_is_that_of_the_whole_step(fast, slow, value):
    assert macd_after_value(fast, slow, value).macd == pytest.approx(macd_step(fast, slow, 0.1, value).macd)


def test_a_step_from_rest_by_hand():
    # the line moves by (2/13 − 2/27) × h = 28/351 × h; h = 0.25 × 351/28 = 3.133929
    assert macd_input(20, 20, 0.25).change == pytest.approx(3.1339286)
    assert macd_input(0, 0, 0.25).value == pytest.approx(3.1339286)


@given(FINE, FINE, st.floats(-3, 3).map(lambda v: round(v, 3)))
def test_the_value_found_brings_the_line_wanted(fast, slow, wanted):
    assert macd_after_value(fast, slow, macd_input(fast, slow, wanted).value).macd == pytest.approx(wanted, abs=1e-7)


@pytest.mark.parametrize("run", [macd_after_value, macd_input])
def test_the_fast_average_must_be_the_faster(run):
    with pytest.raises(ToolError, match="fast"):
        run(18, 19, 20, fast=26, slow=12)
    with pytest.raises(ToolError, match="slow_weight"):
        run(18, 19, 20, fast_weight=0.05, slow_weight=0.2)


def test_both_steps_are_told_with_their_weights():
    # 23.15 − 2/13 × 1.95 = 22.85; 22.60 − 2/27 × 1.40 = 22.4963
    told = macd_after_value(23.15, 22.60, 21.20).summary()
    assert "0.3537**, down from 0.55" in told
    assert "23.15 + 2/13 × (21.2 − 23.15) = 22.85" in told
    assert "22.6 + 2/27 × (21.2 − 22.6) = 22.4963" in told
    given_weights = macd_after_value(20, 20, 21, fast_weight=0.15, slow_weight=0.075).summary()
    assert "20 + 0.15 × (21 − 20) = 20.15" in given_weights


def test_a_step_from_equal_averages_is_told_by_the_weights():
    # 2/13 − 2/27 = 0.0798; 5 × 0.0798 = 0.3989
    found = macd_after_value(0, 0, 5)
    assert found.macd == pytest.approx(0.398860, abs=1e-6)
    assert "5 × (2/13 − 2/27) = 5 × 0.0798" in found.summary()


def test_the_value_wanted_is_told_as_an_equation():
    # 11/13 × 20 − 25/27 × 20.5 + x × 0.0798 = −0.4
    assert "11/13 × 20 − 25/27 × 20.5 + x × (2/13 − 2/27) = -0.4" in macd_input(20, 20.5, -0.4).summary()


def test_the_averages_meet_where_the_line_is_zero():
    # x = (25/27 × 21.8 − 11/13 × 22.1) / (2/13 − 2/27) = 18.617857; 22.1 + 2/13 × (18.617857 − 22.1) = 21.564286
    found = macd_input(22.1, 21.8, 0)
    assert (found.fast_now, found.slow_now) == (pytest.approx(21.564286, abs=1e-6), pytest.approx(21.564286, abs=1e-6))
    assert "Both averages are then 21.5643" in found.summary()
    assert "The averages are then" in macd_input(20, 20.5, -0.4).summary()


def test_the_signal_of_a_series_that_stood_still():
    # 25 after 20: MACD 5 x (2/13 - 2/27) = 0.398860; signal 2/10 of it = 0.079772; histogram 0.319088
    found = macd_after_value(20, 20, 25)
    assert found.signal_from_rest == pytest.approx(0.0797721)
    assert found.histogram_from_rest == pytest.approx(0.3190883)
    assert "= 0.0798 and the histogram 0.3191: an upward cross from 0" in found.summary()
    assert macd_after_value(20, 20.1, 25).signal_from_rest is None
