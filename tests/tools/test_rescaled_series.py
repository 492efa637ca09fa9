import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, macd, macd_trigger, rescaled_series

VALUES = 20 + 3 * np.sin(np.arange(120) / 9) + np.random.default_rng(5).normal(0, 0.2, 120)


@given(st.integers(1, 400).map(lambda n: n / 20), st.integers(-300, 300).map(lambda n: n / 20))
def test_it_says_what_a_rescaled_series_does(factor, shift):
    if (factor, shift) == (1, 0):
        return
    found = rescaled_series(factor, shift)
    before, after = macd(VALUES), macd(VALUES * factor + shift)
    assert after.dropna().to_numpy() == pytest.approx(before.dropna().to_numpy() * found.macd_factor, abs=1e-8)
    points = [macd_trigger(v).events["point"].tolist() for v in (VALUES, VALUES * factor + shift)]
    assert points[0] == points[1]
    assert not found.crosses_move


@pytest.mark.parametrize(("factor", "shift"), [(100, 0), (1, -3), (0.5, 2)])
def test_the_level_moves_with_a_constant_alone(factor, shift):
    level = VALUES[-1] / VALUES.mean()
    moved = (VALUES[-1] * factor + shift) / (VALUES * factor + shift).mean()
    assert rescaled_series(factor, shift).level_moves == (abs(moved - level) > 1e-9)


def test_short_averages_by_hand():
    # 10, 14, 20 over 2 bars and 3: 12, then 12 + ⅔ × 8 = 17⅓; the mean of all three is 14⅔; MACD = 17⅓ − 14⅔ = 2⅔.
    # Times 4 plus 7 they are 47, 63, 87: 55, then 55 + ⅔ × 32 = 76⅓; 65⅔; MACD = 76⅓ − 65⅔ = 10⅔ = 4 × 2⅔.
    before, after = (macd(values, fast=2, slow=3, signal=1)["macd"].iloc[-1] for values in ([10, 14, 20], [47, 63, 87]))
    assert (before, after) == (pytest.approx(8 / 3), pytest.approx(rescaled_series(4, 7).macd_factor * 8 / 3))


def test_it_is_said_in_words():
    assert "scale by the same factor, 100" in rescaled_series(100).summary()
    assert "Subtracting a constant from every value (3) leaves MACD, signal and histogram unchanged" in (
        rescaled_series(shift=-3).summary()
    )


@pytest.mark.parametrize("factor", [0, -1, 1])
def test_what_is_no_change_of_scale(factor):
    with pytest.raises(ToolError, match="factor"):
        rescaled_series(factor)


def test_one_figure_is_told_after_the_change():
    # 0.0042 × 100 = 0.42; 1.6/10 = 0.16; a constant leaves a MACD as it is
    assert rescaled_series(100, value=0.0042).value_after == 0.42
    assert "It comes to 0.16**: 1.6/10" in rescaled_series(0.1, value=1.6).summary()
    assert "It comes to -0.42**: (-0.0042) × 100" in rescaled_series(100, value=-0.0042).summary()
    assert "It stays 0.3" in rescaled_series(1, -2, value=0.3).summary()
    assert rescaled_series(100).value_after is None
