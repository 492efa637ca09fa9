import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, ema_step, smoothing_constant, start_left, weight_span


def test_the_weights_of_metastock_and_of_wilder():
    assert weight_span(0.15).span == pytest.approx(12 + 1 / 3)
    assert weight_span(0.075).span == pytest.approx(25 + 2 / 3)
    wilder = weight_span(1 / 14)  # 2/(27 + 1) = 1/14
    assert (wilder.span, wilder.wilder) == (pytest.approx(27), pytest.approx(14))


@given(st.integers(1, 500))
def test_a_span_is_found_again_from_its_constant(span):
    assert weight_span(smoothing_constant(span).alpha).span == pytest.approx(span)


def test_what_is_left_by_hand():
    assert start_left(12, 20).left == pytest.approx((11 / 13) ** 20)  # (11/13)^20 = 0.0354
    assert "3.5% of the start" in start_left(12, 20).summary()
    assert start_left(26, 0).left == 1


@given(st.integers(2, 60), st.integers(1, 40))
def test_a_start_of_one_followed_by_zeros_fades_to_what_is_left(span, after):
    average = 1.0
    for _ in range(after):
        average = ema_step(average, 0, span).value
    assert start_left(span, after).left == pytest.approx(average, abs=1e-9)


@given(st.integers(2, 400))
def test_the_start_halves_in_its_half_life(span):
    found = start_left(span, 1)
    assert (1 - found.alpha) ** found.half_life == pytest.approx(0.5)


@pytest.mark.parametrize("weight", [0, 1.2])
def test_a_weight_is_a_share(weight):
    with pytest.raises(ToolError, match="weight"):
        weight_span(weight)
