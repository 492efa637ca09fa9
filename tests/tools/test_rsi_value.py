import json
import math

import numpy as np
import pytest
import talib

from tools import ToolError
from tools.rsi_value import rsi_value
from tools.smoothing import wilder_step


def test_by_hand():
    # RS = 0.6/0.4 = 1.5; 100 − 100/2.5 = 60
    found = rsi_value(0.6, 0.4)
    assert (found.strength, found.rsi, found.extreme) == (pytest.approx(1.5), pytest.approx(60), False)
    assert "RSI = 60.00" in found.summary()


def test_the_extreme_begins_above_seventy():
    assert not rsi_value(0.7, 0.3).extreme
    assert rsi_value(0.71, 0.29).extreme


def test_no_loss_is_the_limit_and_no_move_is_undefined():
    assert rsi_value(1, 0).rsi == 100
    assert rsi_value(0, 1).rsi == 0
    flat = rsi_value(0, 0)
    assert math.isnan(flat.rsi)
    assert "undefined" in flat.summary()
    assert json.loads(json.dumps(flat.to_dict(), allow_nan=False))["rsi"] is None


def test_steps_by_hand_make_the_rsi_of_talib():
    data = np.random.default_rng(9).normal(20, 2, 60)
    change = np.diff(data)
    gain, loss = np.maximum(change, 0)[:14].mean(), np.maximum(-change, 0)[:14].mean()
    for move in change[14:]:
        gain = wilder_step(gain, max(move, 0.0)).value
        loss = wilder_step(loss, max(-move, 0.0)).value
    assert rsi_value(gain, loss).rsi == pytest.approx(talib.RSI(data, 14)[-1], abs=1e-8)


def test_a_loss_is_given_as_a_positive_number():
    with pytest.raises(ToolError, match="average_loss"):
        rsi_value(0.6, -0.4)


def test_a_rise_without_a_loss_is_told_apart_from_a_flat_series():
    assert "0/0" in rsi_value(1, 0).summary()
    assert "0/0" not in rsi_value(1, 2).summary()
