"""The normal distribution against the C library's erfc and against values of fifty digits."""

import math

import numpy as np
import pytest

from tools.normal import cumulative, density, erfcx

# 50-digit arithmetic: erfcx(z)
SHEET = [
    (0.0, 1.0),
    (0.5, 0.61569034419292587487),
    (1.0, 0.42758357615580700442),
    (3.5, 0.15529365560889429740),
    (10.0, 0.05614099274382258586),
    (100.0, 0.00564161378298943291),
]


@pytest.mark.parametrize(("z", "expected"), SHEET)
def test_the_scaled_complementary_error_function(z, expected):
    assert float(erfcx(np.array([z]))[0]) == pytest.approx(expected, rel=5e-16)


def test_the_distribution_function_agrees_with_the_c_library_in_both_tails():
    z = np.concatenate([np.linspace(-37, 9, 9_001), [0.0, -0.0, 1e-300, -1e-300]])
    # erfc of a rounded argument is itself off by about z² roundings in the far tail
    room = 4e-16 * (1 + z * z)
    expected = np.array([0.5 * math.erfc(-v / math.sqrt(2)) for v in z])
    assert (np.abs(cumulative(z) / expected - 1) <= room).all()


def test_it_is_symmetric_monotone_and_has_its_limits():
    z = np.linspace(-8, 8, 4_001)
    assert np.abs(cumulative(z) + cumulative(-z) - 1).max() <= 2.3e-16
    assert (np.diff(cumulative(np.linspace(-37, 5, 5_001))) > 0).all()
    assert cumulative(np.array([-np.inf, -50.0, 0.0, 50.0, np.inf])).tolist() == [0, 0, 0.5, 1, 1]


def test_the_density_is_the_slope_of_the_distribution():
    z = np.linspace(-6, 6, 121)
    step = 1e-5
    slope = (cumulative(z + step) - cumulative(z - step)) / (2 * step)
    np.testing.assert_allclose(density(z), slope, rtol=1e-6, atol=1e-10)
    assert float(density(np.array(0.0))) == pytest.approx(0.39894228040143267794, rel=1e-15)
