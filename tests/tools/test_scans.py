"""Averages in rows against pandas' recursion value by value, and against their own past."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ema, macd, rsi
from tools.averages import smoothed
from tools.scans import head_after, row_weights, scan, walk

RANDOM = np.random.default_rng(5)
WALK = 20 + np.cumsum(RANDOM.normal(0, 0.05, 12_000))


def recursion(values, alpha):
    """pandas' own, which goes from value to value."""
    return pd.Series(values).ewm(alpha=alpha, adjust=False).mean().to_numpy()


@pytest.mark.parametrize("alpha", [2 / 3, 2 / 10, 2 / 13, 2 / 27, 1 / 14, 2 / 5001, 1e-7])
@pytest.mark.parametrize(
    "values",
    [WALK, WALK * 1e95, WALK * 1e-300, RANDOM.integers(0, 2, 9000).astype(float), np.linspace(1000, 1, 9000), -WALK],
    ids=["walk", "large", "tiny", "zeros and ones", "falling", "negative"],
)
def test_rows_give_what_the_recursion_gives(values, alpha):
    np.testing.assert_allclose(smoothed(values, 1, alpha, "first"), recursion(values, alpha), rtol=1e-12, atol=5e-324)


def test_an_average_that_dies_away_keeps_its_digits():
    values = np.concatenate((WALK[:3000], np.zeros(4000)))
    found, expected = smoothed(values, 9, 0.2, "first"), recursion(values, 0.2)
    held = expected > 1e-290  # below it floats themselves lose digits
    np.testing.assert_allclose(found[held], expected[held], rtol=1e-10)
    assert held.sum() == 3000 + int(np.log(1e-290 / expected[2999]) / np.log(0.8))


def test_an_outlier_at_any_place_dies_away_as_in_the_recursion():
    for place in (511, 512, 513, 2400, 2993, 4608):
        values = WALK.copy()
        values[place] = 1e8
        np.testing.assert_allclose(smoothed(values, 12, 2 / 13, "first"), recursion(values, 2 / 13), rtol=1e-12)


@given(st.integers(40, len(WALK)), st.sampled_from(["sma", "first"]))
def test_what_comes_later_changes_nothing_to_the_last_bit(length, seed):
    np.testing.assert_array_equal(macd(WALK, seed=seed).to_numpy()[:length], macd(WALK[:length], seed=seed).to_numpy())
    np.testing.assert_array_equal(rsi(WALK).to_numpy()[:length], rsi(WALK[:length]).to_numpy())
    np.testing.assert_array_equal(ema(WALK, 26, seed).to_numpy()[:length], ema(WALK[:length], 26, seed).to_numpy())


@given(st.integers(1, 9000))
def test_a_constant_series_is_its_own_average_up_to_rounding(span):
    values = np.full(9000, 18.91)
    np.testing.assert_allclose(smoothed(values, span, 2 / (span + 1), "first"), 18.91, rtol=1e-12)


def test_weights_stay_in_the_range_of_a_float():
    for alpha in (1.0, 2 / 3, 2 / 13, 1e-6, 1e-300):
        rises, falls = row_weights(alpha)
        assert np.isfinite(rises * 1e100 * len(rises)).all()
        assert (falls > 0).all()
        np.testing.assert_allclose(rises * falls, alpha, rtol=1e-12)
    assert len({row.shape for row in row_weights(2 / 13, 2 / 27, 0.2)}) == 1


def test_a_walk_and_a_scan_meet():
    long = WALK.copy()
    walk(long, 0, len(long), 0.2)
    both = WALK.copy()
    walk(both, 0, head_after(0), 0.2)
    scan(both, head_after(0), 0.2)
    np.testing.assert_array_equal(long[: head_after(0)], both[: head_after(0)])
    np.testing.assert_allclose(both, long, rtol=1e-13)
