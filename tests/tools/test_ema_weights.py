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


def test_a_weight_that_is_no_whole_number_of_bars_is_told_beside_the_nearest():
    found = weight_span(0.075)
    assert (found.nearest, found.nearest_alpha) == (26, pytest.approx(2 / 27))
    assert "not 26: 26 bars weigh 2/27 = 0.0741" in found.summary()
    assert "That is not" not in weight_span(0.2).summary()


@pytest.mark.parametrize("weight", [1.0, 0.99, 0.0001])
def test_the_nearest_number_of_bars_is_whole_and_at_least_one(weight):
    found = weight_span(weight)
    assert found.nearest >= 1
    assert abs(found.nearest - found.span) <= 0.5


def test_what_is_left_at_other_bars_and_of_a_start_from_the_mean():
    found = start_left(26, 200)
    kept = 25 / 27
    assert dict(found.elsewhere) == {34: pytest.approx(kept**34), 136: pytest.approx(kept**136)}
    assert found.after_seed == pytest.approx(kept**174)
    assert "7.3% after 34" in found.summary()
    assert start_left(26, 26).after_seed is None
    assert "after 34" not in start_left(26, 34).summary().partition("halves")[2]


def test_when_half_and_a_hundredth_of_a_start_are_left():
    # 25/27 = 0.925926: 0.925926^9 = 0.500249, ^59 = 0.010668, ^60 = 0.009878
    found = start_left(26, 30)
    assert found.halved == (9, pytest.approx(0.500249, abs=1e-6))
    assert found.under == ((0.1, 30), (0.01, 60))
    assert start_left(1, 5).under == ((0.1, 1), (0.01, 1))


def test_a_weight_of_wilder_leads_to_its_span():
    # 1/14: 2 × 14 − 1 = 27, and 2/28 = 1/14
    assert "2 × 14 − 1 = 27, and 2/28 = 1/14" in weight_span(1 / 14).summary()
    assert "2 × " not in weight_span(0.15).summary()


def test_a_weight_written_shortly_is_that_of_a_whole_number_of_bars():
    # 2/21 = 0.095238, written with four decimals 0.0952; 0.15 has too few decimals to be taken for 2/13 = 0.1538
    assert "So it is that of 20 bars, rounded: 2/21 = 0.0952381" in weight_span(0.0952).summary()
    assert "rounded" not in weight_span(0.15).summary()
    assert "rounded" not in weight_span(0.0953).summary()
