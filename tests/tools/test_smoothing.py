import numpy as np
import pandas as pd
import pytest
import talib
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, ema
from tools.smoothing import ema_step, smoothing_constant, weight, wilder_step

VALUE = st.floats(-1e6, 1e6)


def test_one_step_by_hand():
    # alpha = 2/13; 18.2 + 2/13 × 0.8 = 18.323077
    found = ema_step(18.2, 19.0, 12)
    assert (found.alpha, found.value) == (pytest.approx(2 / 13), pytest.approx(18.3230769, abs=1e-7))
    assert "New EMA = 18.3231" in found.summary()
    assert "2/(12 + 1) = 0.1538" in found.summary()


@pytest.mark.parametrize(("span", "alpha"), [(9, 0.2), (12, 0.1538), (26, 0.0741), (1, 1.0)])
def test_the_constants_of_the_usual_spans(span, alpha):
    assert smoothing_constant(span).alpha == pytest.approx(alpha, abs=5e-5)


def test_wilders_average_of_14_weighs_like_an_exponential_one_of_27():
    found = smoothing_constant(14)
    assert found.wilder_as_span == 27
    assert smoothing_constant(27).alpha == pytest.approx(found.wilder)


def test_wilders_step_by_hand():
    # (13 × 0.6 + 0.2) / 14 = 8.0 / 14
    assert wilder_step(0.6, 0.2).value == pytest.approx(8 / 14)
    assert "(13 × 0.6 + 0.2) / 14" in wilder_step(0.6, 0.2).summary()


def test_steps_make_the_average_of_talib():
    data = np.random.default_rng(3).normal(20, 2, 80)
    expected = talib.EMA(data, 12)
    value = expected[40]
    for new in data[41:]:
        value = ema_step(value, new, 12).value
    assert value == pytest.approx(expected[-1], abs=1e-9)


@given(VALUE, VALUE, st.integers(1, 500))
def test_a_step_lies_between_old_and_new(previous, value, span):
    found = ema_step(previous, value, span).value
    assert min(previous, value) - 1e-6 <= found <= max(previous, value) + 1e-6


def test_a_step_is_the_next_value_of_the_whole_average():
    data = pd.Series([18.0, 18.4, 18.1, 18.9, 19.2, 18.7])
    whole = ema(data, 4)
    assert ema_step(float(whole.iloc[-2]), 18.7, 4).value == pytest.approx(whole.iloc[-1])


def test_negative_averages_stand_in_brackets():
    assert "(0.1 − (-0.2))" in ema_step(-0.2, 0.1, 9).summary()


@pytest.mark.parametrize("bad", [{"span": 0}, {"span": 2.5}, {"previous": float("inf")}, {"value": "19"}])
def test_nonsense_is_refused(bad):
    with pytest.raises(ToolError):
        ema_step(**{"previous": 18.2, "value": 19.0, "span": 12, **bad})


def test_a_loss_is_given_as_a_positive_number():
    with pytest.raises(ToolError, match="value"):
        wilder_step(0.6, -0.2)


def test_a_step_says_its_weight_as_a_fraction_and_how_far_the_new_value_lies():
    # 22.4 + 2/27 × (21.05 − 22.4) = 22.4 − 0.1 = 22.3
    found = ema_step(22.4, 21.05, 26)
    assert (found.gap, found.value) == (pytest.approx(-1.35), pytest.approx(22.3))
    assert "22.4 + 2/27 × (21.05 − 22.4) = 22.4 + 2/27 × (-1.35)" in found.summary()


@pytest.mark.parametrize(("span", "told"), [(9, "0.2"), (4, "0.4"), (19, "0.1"), (12, "2/13"), (5, "2/6"), (999, "2/1,000")])
def test_a_weight_is_written_as_tenths_where_that_is_exact(span, told):
    assert weight(span) == told


@pytest.mark.parametrize("span", [2, 12, 26])
def test_the_weights_of_all_values_add_up_to_one(span):
    total = sum(smoothing_constant(span, n).aged for n in range(2000))
    assert total == pytest.approx(1.0)
    assert smoothing_constant(span, 0).aged == smoothing_constant(span).alpha


def test_an_older_weight_by_hand():
    # 2/13 × (11/13)^5 = 2 × 161,051 / 4,826,809 = 0.066732
    found = smoothing_constant(12, 5)
    assert found.aged == pytest.approx(322_102 / 4_826_809)
    assert "The value of 5 bars ago weighs 6.67%" in found.summary()
    assert "ago" not in smoothing_constant(12).summary()


def test_the_bars_in_which_a_weight_halves():
    # ln 0.5 / ln(11/13) = 4.149; ln 0.5 / ln(25/27) = 9.006
    assert smoothing_constant(12).half_life == pytest.approx(4.1493, abs=1e-4)
    assert "every 9.01 bars" in smoothing_constant(26).summary()
    assert smoothing_constant(1).half_life == 0


def test_the_newest_value_and_the_average_before_share_the_whole():
    # 2 ÷ 10 = 20%; 1 − 0.2 = 80%
    assert "20%**, for an exponential average of 9 periods; the other 80% stays with the average before" in (
        smoothing_constant(9).summary()
    )
    assert "the other" not in smoothing_constant(1).summary()
