import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, macd_cross


def test_a_bullish_cross_below_the_zero_line():
    # −0.12 − (−0.08) = −0.04 before; −0.05 − (−0.07) = +0.02 now.
    result = macd_cross(-0.05, -0.07, -0.12, -0.08)
    assert (result.histogram_before, result.histogram, result.crossed) == (-0.04, 0.02, "up")
    assert result.expanding
    assert result.trigger
    assert result.below_zero
    text = result.summary()
    assert "from 0.04 below the signal to 0.02 above the signal" in text
    assert "from -0.04 to +0.02" in text
    assert "about the signal line, not zero" in text


def test_a_cross_down_is_not_the_methods_trigger():
    result = macd_cross(0.4, 0.5, 0.6, 0.5)
    assert (result.crossed, result.trigger) == ("down", False)
    assert "not the primary article's bullish trigger" in result.summary()


def test_without_the_bar_before_a_cross_is_unknown():
    # 0.031 − 0.027 = 0.004
    result = macd_cross(0.031, 0.027, normalised=0.74)
    assert (result.crossed, result.expanding, result.trigger, result.depressed) == ("unknown", None, None, True)
    assert "+0.004" in result.summary()
    assert "needs yesterday's values" in result.summary()
    assert "0.74 is under 0.8" in result.summary()


@pytest.mark.parametrize(("level", "depressed"), [(0.79, True), (0.8, False), (0.0, True), (1.2, False), (None, None)])
def test_depressed_is_below_point_eight(level, depressed):
    assert macd_cross(1.0, 0.5, normalised=level).depressed is depressed


def test_staying_above_is_no_cross_whether_or_not_it_expands():
    assert macd_cross(1.0, 0.5, 0.9, 0.5).crossed == "none"
    assert macd_cross(1.0, 0.5, 0.9, 0.5).expanding
    assert macd_cross(0.9, 0.5, 1.0, 0.5).expanding is False


def test_from_level_with_the_signal_counts_as_a_cross_both_ways():
    assert macd_cross(1.1, 1.0, 1.0, 1.0).crossed == "up"
    assert macd_cross(0.9, 1.0, 1.0, 1.0).crossed == "down"
    assert macd_cross(1.0, 1.0, 0.9, 1.0).crossed == "none"


def test_rounding_noise_is_no_cross():
    # 0.1 + 0.2 exceeds 0.3 by one rounding step.
    result = macd_cross(0.1 + 0.2, 0.3, 0.2, 0.3)
    assert (result.histogram, result.crossed) == (0.0, "none")


@pytest.mark.parametrize("missing", ["macd_before", "signal_before"])
def test_half_a_bar_is_refused_by_the_name_of_what_is_missing(missing):
    given_ = {"macd_before": 1.0, "signal_before": 1.0}
    del given_[missing]
    with pytest.raises(ToolError) as caught:
        macd_cross(1.0, 1.0, **given_)
    assert caught.value.parameter == missing


@given(*[st.integers(-1000, 1000)] * 4)
def test_negating_everything_turns_up_into_down(a, b, c, d):
    turned = {"up": "down", "down": "up", "none": "none"}
    assert macd_cross(-a, -b, -c, -d).crossed == turned[macd_cross(a, b, c, d).crossed]


def test_the_call_reproduces_the_result():
    result = macd_cross(-0.05, -0.07, -0.12, -0.08, 0.7)
    assert eval(result.call, {"macd_cross": macd_cross}) == result


@pytest.mark.parametrize(
    ("before", "now", "state"),
    [
        (0.11, 0.08, "above zero but falling, so it does not expand positively"),
        (0.08, 0.08, "above zero but unchanged, so it does not expand positively"),
        (0.08, 0.11, "above zero and rising, so it expands positively"),
        (-0.11, -0.08, "below zero but rising, so it does not expand positively"),
        (-0.08, -0.11, "below zero and falling, so it does not expand positively"),
        (-0.08, 0, "at zero but rising, so it does not expand positively"),
        (0.08, 0, "at zero and falling, so it does not expand positively"),
    ],
)
def test_place_and_way_of_the_histogram_are_both_said(before, now, state):
    assert f": {state}." in macd_cross(now, 0, before, 0).summary()


def test_no_cross_up_is_certain_at_or_below_the_signal():
    assert "no cross up on this bar, wherever it stood before" in macd_cross(0.1, 0.2).summary()
    assert "equality is no cross" in macd_cross(0.2, 0.2).summary()
    assert "needs yesterday's values" in macd_cross(0.3, 0.2).summary()
    # 0.018 − 0.018 = 0 after −0.004 − 0.006 = −0.01
    assert "only equals its signal, and equality is no cross" in macd_cross(0.018, 0.018, -0.004, 0.006).summary()


def test_lines_that_differ_by_rounding_noise_are_called_equal():
    # 0.3 − (0.1 + 0.2) = −5.6e-17 in floating point
    found = macd_cross(0.1 + 0.2, 0.3)
    assert (found.histogram, found.noise) == (0.0, pytest.approx(5.6e-17, rel=0.01))
    assert "the two lines are equal" in found.summary()
    assert "rounding noise" in found.summary()
    assert "rounding noise" not in macd_cross(0.3, 0.3).summary()
    assert "rounding noise" in macd_cross(0.1 + 0.2, 0.3, 0.2, 0.3).summary()
