"""The payoff engine against a dense grid that knows nothing of kinks: intrinsic values summed at every price."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.errors import ToolError
from tools.payoff import Payoff, exact, number

quarters = st.integers(1, 240).map(lambda n: n / 4)
holdings = st.lists(
    st.tuples(st.integers(-3, 3).filter(bool), st.sampled_from(["call", "put", "future"]), quarters), min_size=1, max_size=5
)
costs = st.integers(-80, 80).map(lambda n: n / 4)


def intrinsic(held, prices):
    """The independent witness: max(S − K, 0), max(K − S, 0) and S − K, added up."""
    total = np.zeros_like(prices)
    for quantity, kind, strike in held:
        value = {"call": np.maximum(prices - strike, 0), "put": np.maximum(strike - prices, 0), "future": prices - strike}[kind]
        total += quantity * value
    return total


GRID = np.arange(0, 400, 1 / 8)


@given(holdings, costs)
def test_every_value_is_the_sum_of_the_intrinsic_values(held, cost):
    payoff = Payoff.of(held).less(exact(cost))
    expected = intrinsic(held, GRID) - cost
    np.testing.assert_allclose(payoff.over(GRID), expected, atol=1e-9)
    for i in range(0, len(GRID), 97):
        assert float(payoff.at(exact(GRID[i]))) == expected[i]


@given(holdings, costs)
def test_zones_hold_exactly_the_prices_with_a_profit(held, cost):
    payoff = Payoff.of(held).less(exact(cost))
    inside = np.zeros(len(GRID), dtype=bool)
    for low, high in payoff.zones:
        inside |= (low < GRID) & (high > GRID)
        if low == 0:
            inside |= (GRID == 0) & (float(payoff.at(Fraction(0))) > 0)
    profit = intrinsic(held, GRID) - cost
    near = np.zeros(len(GRID), dtype=bool)  # a break-even like 1/3 is rounded: leave its immediate neighbourhood out
    for end in payoff.break_evens:
        near |= np.abs(GRID - end) < 1e-9
    assert np.array_equal(inside[~near], (profit > 0)[~near])
    assert np.allclose(profit[near], 0, atol=1e-6)


@given(holdings, costs)
def test_break_evens_are_zeros_ascending_and_none_is_missed(held, cost):
    payoff = Payoff.of(held).less(exact(cost))
    ends = payoff.break_evens
    assert list(ends) == sorted(set(ends))
    for end in ends:
        assert abs(float(payoff.at(Fraction(end)))) < 1e-9
    signs = intrinsic(held, GRID) - cost > 0
    for i in np.flatnonzero(signs[1:] != signs[:-1]):
        assert any(GRID[i] <= end <= GRID[i + 1] for end in ends)


@given(holdings, costs)
def test_nothing_on_the_grid_beats_the_extremes_and_they_are_reached(held, cost):
    payoff = Payoff.of(held).less(exact(cost))
    profit = intrinsic(held, GRID) - cost
    (best, at_best), (worst, at_worst) = payoff.highest, payoff.lowest
    assert profit.max() <= best
    assert profit.min() >= worst
    if best == math.inf:
        assert profit[-1] > profit[-2]
        assert at_best == ()
    else:
        assert profit.max() == best
        assert all(float(payoff.at(exact(low))) == best for low, _ in at_best)
    if worst == -math.inf:
        assert profit[-1] < profit[-2]
        assert at_worst == ()
    else:
        assert profit.min() == worst
        assert all(float(payoff.at(exact(low))) == worst for low, _ in at_worst)


def test_decimals_are_taken_as_written():
    assert 4.1 - 0.85 != 3.25  # what binary arithmetic says
    assert Payoff.of([(1, "put", 4.1)]).less(exact(0.85)).break_evens == (3.25,)


def test_only_the_end_of_a_flat_zero_stretch_towards_a_profit_is_a_break_even():
    fly = Payoff.of([(1, "call", 25), (-2, "call", 30), (1, "call", 35)])
    assert fly.break_evens == (25.0, 35.0)
    assert fly.where(Fraction(0)) == ((0.0, 25.0), (35.0, math.inf))
    assert fly.less(Fraction(5)).break_evens == ()  # touches zero at 30, never above
    spread = Payoff.of([(1, "call", 25), (-1, "call", 30)])
    assert spread.less(Fraction(5)).break_evens == ()  # zero from 30 on, never above


def test_two_profit_zones_that_touch_at_zero_share_one_break_even():
    straddle = Payoff.of([(1, "call", 50), (1, "put", 50)])
    assert straddle.zones == ((0.0, 50.0), (50.0, math.inf))
    assert straddle.break_evens == (50.0,)


def test_a_profit_that_starts_at_price_zero_with_nothing_counts_zero_as_break_even():
    share = Payoff.of([(1, "future", 20)]).less(Fraction(-20))
    assert share.break_evens == (0.0,)
    assert share.zones == ((0.0, math.inf),)


def test_the_tail_is_level_or_unbounded():
    assert Payoff.of([(1, "call", 20), (-1, "call", 30)]).tail == 10
    assert Payoff.of([(1, "call", 20)]).tail == math.inf
    assert Payoff.of([(-1, "future", 20)]).tail == -math.inf


def test_amounts_beyond_floating_point_are_refused():
    with pytest.raises(ToolError, match="floating-point"):
        number(Fraction(10) ** 400)
