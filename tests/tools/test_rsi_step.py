import math

import numpy as np
import pytest
import talib
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, rsi_ratio, rsi_step, rsi_value


def test_a_fall_by_hand():
    # before 100 × 0.62/0.87 = 71.264; gain 13 × 0.62/14 = 0.575714; loss (13 × 0.25 + 0.84)/14 = 0.292143; after 66.337
    found = rsi_step(0.62, 0.25, -0.84)
    assert found.before == pytest.approx(71.2644, abs=1e-4)
    assert (found.gain_now, found.loss_now) == (pytest.approx(0.5757143), pytest.approx(0.2921429))
    assert found.after == pytest.approx(66.3374, abs=1e-4)
    assert not found.extreme


def test_steps_run_along_the_rsi_of_another_library():
    data = 20 + np.cumsum(np.random.default_rng(4).normal(0, 0.4, 60))
    moves = np.diff(data)
    gain, loss = np.maximum(moves[:14], 0).mean(), np.maximum(-moves[:14], 0).mean()
    wanted = talib.RSI(data, 14)
    for n, change in enumerate(moves[14:], start=15):
        found = rsi_step(gain, loss, change)
        assert found.after == pytest.approx(wanted[n])
        gain, loss = found.gain_now, found.loss_now


def test_a_flat_past_has_no_rsi_before_the_step():
    found = rsi_step(0, 0, 0.5)
    assert math.isnan(found.before)
    assert "before undefined, after 100" in found.summary()


def test_a_ratio_by_hand():
    # 70/(100 − 70) = 2.333333; 50/50 = 1
    assert rsi_ratio(70).strength == pytest.approx(2.3333333)
    assert rsi_ratio(50).strength == 1
    # 0.20 × 60/40 = 0.30
    assert rsi_ratio(60, 0.2).average_gain == pytest.approx(0.3)
    # RS at 30 is 30/70; 0.6 × 70/30 = 1.4
    assert rsi_ratio(30, average_gain=0.6).average_loss == pytest.approx(1.4)
    assert "Average loss = 1.40" in rsi_ratio(30, average_gain=0.6).summary()
    assert math.isinf(rsi_ratio(100).strength)
    with pytest.raises(ToolError, match="rsi"):
        rsi_ratio(101)


@given(st.floats(0, 99))
def test_the_ratio_gives_back_its_rsi(rsi):
    assert rsi_value(rsi_ratio(rsi).strength, 1).rsi == pytest.approx(rsi)


@given(st.floats(0.01, 5), st.floats(0.01, 5), st.floats(-3, 3))
def test_the_ratio_told_is_that_of_the_rsi_after(gain, loss, change):
    found = rsi_step(gain, loss, change)
    assert found.strength_now == pytest.approx(rsi_ratio(found.after).strength)


def test_an_rsi_without_a_loss_tells_no_ratio():
    assert math.isinf(rsi_step(0.5, 0, 1).strength_now)
    assert "RS" not in rsi_step(0.5, 0, 1).summary().replace("RSI", "")


def test_both_averages_are_told_with_their_working():
    # (13 × 0.3 + 1)/14 = 0.35; (13 × 0.2 + 0)/14 = 0.1857
    told = rsi_step(0.3, 0.2, 1).summary()
    assert "(13 × 0.3 + 1)/14 = 0.35" in told
    assert "(13 × 0.2 + 0)/14 = 0.1857" in told


def test_a_ratio_is_told_as_the_two_sides():
    # 100 − 62.5 = 37.5
    assert "62.5/37.5" in rsi_ratio(62.5).summary()
