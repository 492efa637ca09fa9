"""Exponential averages over a list against TA-Lib, and from the first value by the recursion written out."""

import numpy as np
import pandas as pd
import pytest
import talib
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.test_working import check
from tools import ToolError, ema_line

VALUES = st.lists(st.floats(5, 90).map(lambda x: round(x, 2)), min_size=3, max_size=60)


def test_a_short_list_by_hand():
    # mean of 10 11 12 11 13 = 11.4; 11.4 + (14 − 11.4) ÷ 3 = 12.2667; 12.2667 + (13 − 12.2667) ÷ 3 = 12.5111
    found = ema_line([10, 11, 12, 11, 13, 14, 13], 5)
    assert found.latest == pytest.approx(12.5111, abs=5e-5)
    assert "Value by value from point 5 on: 11.4, 12.2667, 12.5111." in found.summary()


@given(VALUES, st.integers(2, 20))
def test_another_library_agrees(values, span):
    if span > len(values):
        with pytest.raises(ToolError, match=f"at least {span} numbers long"):
            ema_line(values, span)
        return
    found = ema_line(values, span)
    np.testing.assert_allclose(found.average, talib.EMA(np.array(values), span), rtol=0, atol=1e-9)
    check(found)


@given(VALUES, st.integers(1, 3))
def test_the_other_start_is_the_recursion_from_the_first_value(values, span):
    alpha, average = 2 / (span + 1), values[0]
    for value in values[1:]:
        average = (1 - alpha) * average + alpha * value
    assert ema_line(values, span).other == pytest.approx(average)
    turned = ema_line(values, span, "first")
    assert turned.latest == pytest.approx(average)
    assert turned.other == pytest.approx(ema_line(values, span).latest)
    check(turned)


def test_dates_are_told():
    values = pd.Series(np.arange(300.0) % 17, pd.bdate_range("2024-01-02", periods=300), name="iv")
    found = ema_line(values, 20)
    assert "on 2025-02-24" in found.summary()
    assert "Value by value" not in found.summary()
    assert found.figure().layout.title.text == "EMA(20) of iv, last 250 bars"
    check(found)
