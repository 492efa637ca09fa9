"""The solver against polynomials whose roots are known, another root finder, and Descartes' rule of signs."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tools.discount import present_values, rates, sign_changes

RATE = st.floats(-0.8, 3.0)


def solved(flows):
    return rates(np.array(flows, dtype=float), np.arange(len(flows), dtype=float))


@pytest.mark.parametrize(
    ("flows", "changes"), [([1, 2], 0), ([-1, 0, 2], 1), ([-1, 2, 0, -3], 2), ([0, 0], 0), ([1, -1, 1, -1], 3)]
)
def test_changes_of_sign_leave_zeros_out(flows, changes):
    assert sign_changes(flows) == changes


@pytest.mark.parametrize(
    "roots", [(0.1,), (0.1, 0.2), (-0.5, 0.0, 0.5), (0.05, 0.1, 0.4, 1.0), (-0.9, 2.0)], ids=lambda r: f"{len(r)} roots"
)
def test_a_polynomial_made_of_its_roots_gives_them_back(roots):
    # x = 1/(1 + r); numpy multiplies the factors out.
    flows = np.polynomial.polynomial.polyfromroots([1 / (1 + r) for r in roots]) * 1000
    assert solved(flows) == pytest.approx(sorted(roots), abs=1e-9)


def test_a_double_root_counts_once():
    # −100 + 220/(1+r) − 121/(1+r)² = −(10 − 11/(1+r))², zero at 10% alone
    assert solved([-100, 220, -121]) == pytest.approx([0.1], abs=1e-7)


def test_flows_without_a_real_root_have_none():
    assert solved([100, -150, 100]) == ()
    assert solved([5, 5]) == ()


def test_flows_on_one_day_are_summed():
    assert rates(np.array([-60.0, -40.0, 110.0]), np.array([0.0, 0.0, 1.0])) == pytest.approx([0.1])


def test_a_later_start_changes_nothing():
    flows, times = np.array([-100.0, 30, 90]), np.array([0.0, 1, 2])
    assert rates(flows, times + 7) == pytest.approx(rates(flows, times), abs=1e-12)


@given(st.lists(RATE, min_size=1, max_size=4, unique=True))
def test_known_roots_are_found(wanted):
    places = sorted(1 / (1 + r) for r in wanted)
    assume(all(b / a > 1.05 for a, b in pairwise(places)))
    flows = np.polynomial.polynomial.polyfromroots(places)
    assume((np.abs(flows) > 1e-6).all())
    assert solved(flows) == pytest.approx(sorted(1 / x - 1 for x in places), rel=1e-6, abs=1e-6)


@given(st.lists(st.integers(-50, 50), min_size=2, max_size=9))
def test_as_many_roots_as_numpy_finds_on_the_positive_axis(flows):
    # Double roots are told apart by rounding alone, so flows near one are left out.
    assume(any(flows))
    found = np.roots(np.trim_zeros(np.array(flows[::-1], dtype=float), "f"))
    found = found[np.abs(found) > 1e-9]
    near = np.abs(found.imag) < 1e-4 * np.abs(found)
    real = np.sort(found[near & (found.real > 0)].real)
    assume(all(b / a > 1.01 for a, b in pairwise(real)))
    assume((np.abs(found[near].imag) < 1e-12).all() and not ((np.abs(found.imag) > 0) & near).any())
    assert solved(flows) == pytest.approx(sorted(1 / x - 1 for x in real), rel=1e-6, abs=1e-6)


@given(st.lists(st.floats(-1e6, 1e6).filter(lambda x: abs(x) > 1e-3), min_size=2, max_size=40))
def test_descartes_rule_bounds_the_number_of_roots_and_each_is_one(flows):
    found = solved(flows)
    changes = sign_changes(flows)
    assert len(found) <= changes
    assert changes == 0 or changes % 2 == 0 or found
    assert list(found) == sorted(found)
    held, times = np.array(flows), np.arange(len(flows), dtype=float)
    for rate in found:
        assert rate > -1
        if rate > -0.999999:
            size = math.fsum(np.abs(held * np.exp(-times * math.log1p(rate))))
            assert abs(math.fsum(present_values(rate, held, times))) <= 1e-7 * size * (1 + len(flows))


@given(st.lists(st.floats(0.01, 1e5), min_size=1, max_size=30), st.floats(0.01, 1e6))
def test_one_change_of_sign_means_one_rate(receipts, paid):
    assert len(solved([-paid, *receipts])) == 1


def test_a_thousand_flows_of_mixed_sign_are_solved():
    flows = np.random.default_rng(1).normal(size=600)
    found = solved(flows)
    assert len(found) % 2 == sign_changes(flows) % 2


def test_rates_beyond_a_float_stay_in_order():
    day = np.array([0.0, 1 / 365])
    assert rates(np.array([-1.0, 1000.0]), day) == (math.inf,)
    assert -1 < rates(np.array([-1000.0, 1.0]), day)[0] < -0.999999
