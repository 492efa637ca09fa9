import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.interpolate import interp1d

from tools import ToolError, iv_at_delta, iv_at_tenor

VOL = st.integers(5, 150).map(lambda n: n / 100)


def test_between_two_strikes_by_hand():
    # (0.10 − 0.07)/(0.115 − 0.07) = 2/3; 0.268 − 2/3 × 0.027 = 0.25
    found = iv_at_delta([-0.07, -0.115], [0.268, 0.241])
    assert found.iv == pytest.approx(0.25)
    assert found.weight == pytest.approx(2 / 3)
    assert found.between == (0.07, 0.115)


@given(st.lists(st.integers(10, 600), min_size=3, max_size=8, unique=True), st.data())
def test_a_row_of_quotes_is_interpolated_as_another_library_does(thousandths, data):
    deltas = [n / 1000 for n in thousandths]
    ivs = data.draw(st.lists(VOL, min_size=len(deltas), max_size=len(deltas)))
    wanted = data.draw(st.floats(min(deltas), max(deltas)))
    order = np.argsort(deltas)
    line = interp1d(np.array(deltas)[order], np.array(ivs)[order])
    assert iv_at_delta([-d for d in deltas], ivs, wanted).iv == pytest.approx(float(line(wanted)))


def test_a_delta_outside_the_quotes_is_not_guessed():
    with pytest.raises(ToolError, match=r"both sides of 0\.1"):
        iv_at_delta([-0.05, -0.08], [0.27, 0.25])


def test_volatilities_in_percent_are_refused_with_the_way_out():
    with pytest.raises(ToolError, match=r"0\.241"):
        iv_at_delta([0.07, 0.115], [26.8, 24.1])


def test_a_tenor_between_two_expiries_by_hand():
    # half way: (0.5 × 0.2² × 23 + 0.5 × 0.22² × 37)/30 = (0.46 + 0.8954)/30 = 0.04518; its root is 0.212556
    found = iv_at_tenor([23, 37], [0.20, 0.22])
    assert found.iv == pytest.approx(0.2125558)
    assert found.straight == pytest.approx(0.21)
    assert iv_at_tenor([37, 23], [0.22, 0.20]).iv == found.iv  # in either order


@given(VOL, VOL, st.integers(1, 29), st.integers(31, 200))
def test_total_variance_runs_straight_between_the_expiries(a, b, near, far):
    variance = interp1d([near, far], [a * a * near, b * b * far])
    assert iv_at_tenor([near, far], [a, b]).iv ** 2 * 30 == pytest.approx(float(variance(30)))


@pytest.mark.parametrize(("days", "tenor"), [([31, 60], 30), ([20, 20], 20), ([10, 20, 40], 30)])
def test_a_tenor_that_is_not_between_two_expiries_is_refused(days, tenor):
    with pytest.raises(ToolError):
        iv_at_tenor(days, [0.2] * len(days), tenor)


def test_both_weights_of_a_tenor_are_told():
    assert "which weigh 18/28 and 10/28 (35.7%)" in iv_at_tenor([20, 48], [0.21, 0.225]).summary()


@pytest.mark.parametrize(("delta", "which"), [(0.1, "lower"), (0.4, "higher")])
def test_which_strikes_are_missing_is_said(delta, which):
    with pytest.raises(ToolError, match=f"{which} strikes are needed"):
        iv_at_delta([-0.35, -0.25, -0.16], [0.17, 0.182, 0.201], delta)


def test_the_way_is_told_from_the_larger_delta():
    # 0.12 − 0.10 = 0.02 of 0.12 − 0.09 = 0.03; 24 + 2/3 × 1.5 = 25
    told = iv_at_delta([-0.12, -0.09], [0.24, 0.255]).summary()
    assert "0.02/0.03 = 2/3 (66.7%) of the way from 0.12 down to 0.09: 24% + 0.02/0.03 × 1.50 = 25%" in told


def test_the_strikes_between_which_it_lies():
    # (0.1 − 0.085)/(0.112 − 0.085) = 0.5556; 0.251 + 0.5556 × (0.239 − 0.251) = 0.2443
    found = iv_at_delta([-0.07, -0.085, -0.112], [0.262, 0.251, 0.239], strikes=[4350, 4400, 4450])
    assert found.strikes == (4400, 4450)
    assert "between the 4400 (−0.085) and the 4450 (−0.112) puts" in found.summary()
    with pytest.raises(ToolError, match="strikes"):
        iv_at_delta([0.07, 0.12], [0.26, 0.24], strikes=[4350])


def test_the_three_total_variances():
    # 0.25² × 23 = 1.4375; 0.24² × 37 = 2.1312; (1.4375 + 2.1312)/2 = 1.78435; √(1.78435/30) = 0.24388
    found = iv_at_tenor([23, 37], [0.25, 0.24])
    assert found.variances == pytest.approx((1.4375, 2.1312, 1.78435))
    assert found.iv == pytest.approx(0.24388, abs=5e-6)
    assert "0.25² × 23 = 1.4375" in found.summary()


def test_the_way_from_the_lower_delta():
    # (0.10 − 0.08)/(0.13 − 0.08) = 0.4; 0.262 − 0.4 × 0.015 = 0.256
    assert "0.262 − 0.40 × 0.015 = 0.256" in iv_at_delta([-0.08, -0.13], [0.262, 0.247]).summary()
