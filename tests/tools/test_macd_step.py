import numpy as np
import pytest
import talib
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, ema, macd_step

FINE = st.floats(5, 60).map(lambda v: round(v, 2))


def test_a_step_by_hand():
    # 18.2 + 2/13 × 1.8 = 18.476923; 18.9 + 2/27 × 1.1 = 18.981481; MACD −0.504558; signal −0.75 + 0.2 × 0.245442 = −0.700912
    found = macd_step(18.2, 18.9, -0.75, 20)
    assert (found.fast_now, found.slow_now) == (pytest.approx(18.4769231), pytest.approx(18.9814815))
    assert (found.macd, found.signal_now) == (pytest.approx(-0.5045584), pytest.approx(-0.7009117))
    assert found.histogram == pytest.approx(0.1963533)
    assert found.histogram_before == pytest.approx(0.05)
    assert found.crossed == "none"


def test_the_next_bar_of_a_series_is_that_of_another_library():
    data = 20 + np.cumsum(np.random.default_rng(11).normal(0, 0.5, 260))
    fast, slow = (ema(data[:-1], span).iloc[-1] for span in (12, 26))
    line, signal, bars = (part[-1] for part in talib.MACD(data, 12, 26, 9))
    # talib starts its fast average later; after 260 bars that is forgotten
    found = macd_step(fast, slow, talib.MACD(data[:-1], 12, 26, 9)[1][-1], data[-1])
    assert (found.macd, found.signal_now, found.histogram) == (
        pytest.approx(line, abs=1e-9),
        pytest.approx(signal, abs=1e-9),
        pytest.approx(bars, abs=1e-9),
    )


@given(FINE, FINE, st.floats(-2, 2), FINE)
def test_the_lines_meet_at_the_value_named_and_cross_above_it(fast, slow, signal, value):
    at = macd_step(fast, slow, signal, value).meets_at
    assert macd_step(fast, slow, signal, at).histogram == pytest.approx(0, abs=1e-9)
    assert macd_step(fast, slow, signal, at + 1).histogram > 0 > macd_step(fast, slow, signal, at - 1).histogram


def test_the_fast_average_is_the_faster():
    with pytest.raises(ToolError, match="fast"):
        macd_step(18, 19, 0, 20, fast=26, slow=12)
