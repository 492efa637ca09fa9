import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, staged_cost


def test_three_tranches_by_hand():
    # (30 × 1.00 + 20 × 1.40 + 20 × 0.70) / 70 = 72 / 70 = 1.0286
    cost = staged_cost([(1.00, 30), (1.40, 20), (0.70, 20)])
    assert cost.average == pytest.approx(72 / 70)
    assert (cost.total, cost.units, cost.first_price, cost.lowered) == (72.0, 70.0, 1.0, False)
    assert cost.change == pytest.approx(2 / 70)
    assert "(30 × 1.00 + 20 × 1.40 + 20 × 0.70) / 70 = 72 / 70 = 1.0286" in cost.summary()
    assert "only when later prices are lower" in cost.summary()


def test_lower_later_prices_lower_the_cost():
    cost = staged_cost([(2.0, 1), (1.0, 1)])
    assert cost.lowered
    assert "staging lowered the cost" in cost.summary()


def test_equal_prices_lower_nothing():
    cost = staged_cost([(0.1, 3), (0.1, 7), (0.1, 11)])
    assert cost.average == 0.1
    assert not cost.lowered
    assert "equal to the first price" in cost.summary()


def test_a_free_first_fill_has_no_relative_change():
    assert math.isnan(staged_cost([(0, 1), (1, 1)]).change)


def test_many_fills_are_not_written_out():
    assert "(50 fills)" in staged_cost([(1.0, 1)] * 50).summary()


@pytest.mark.parametrize(
    "fills",
    [None, [], "1,2", 5, [1.0, 2.0], [(1.0,)], [(1.0, 2.0, 3.0)], ["ab"], [(-1.0, 1)], [(1.0, 0)], [(1.0, -1)],
     [(math.nan, 1)], [(1.0, math.inf)], [("1", 1)], [(True, 1)], [(1.0, None)]],
    ids=repr,
)  # fmt: skip
def test_what_is_no_fill_is_refused(fills):
    with pytest.raises(ToolError, match="fills"):
        staged_cost(fills)


@given(st.lists(st.tuples(st.floats(0, 1e6), st.floats(0.01, 1e6)), min_size=1, max_size=30))
def test_the_average_lies_between_the_lowest_and_the_highest_price(fills):
    prices = [p for p, _ in fills]
    slack = 1e-9 * max(prices) + 1e-300
    assert min(prices) - slack <= staged_cost(fills).average <= max(prices) + slack


def test_large_sums_keep_their_digits_and_the_average_says_what_it_is_of():
    said = staged_cost([(1.25, 1_234_567), (1.75, 1_234_567)]).summary()  # 1,234,567 × 3 over twice as many
    assert "= 3,703,701 / 2,469,134 = 1.50 a unit**" in said


def test_the_working_leaves_the_unit_open_as_the_words_do():
    average = next(s for s in staged_cost([(1.00, 30), (1.40, 20)]).working() if s.what == "Weighted average")
    assert average.unit == ""
    assert average.value == pytest.approx(58 / 50)  # (1.00 x 30 + 1.40 x 20) / (30 + 20)


def test_prices_in_points_are_told_in_dollars_too():
    # 17.20 points for 26 units at $100: $1,720; the first price alone would cost 26 × 0.80 = 20.80
    found = staged_cost([(0.80, 10), (0.65, 8), (0.50, 8)], multiplier=100)
    assert (found.total_cash, found.average_cash) == pytest.approx((1720, 1720 / 26))
    assert found.saved == pytest.approx((20.80 - 17.20) / 26)
    assert "$66.15 a unit, $13.85 less than at the first price; 26 units at that average cost" in found.summary()
    # 80 × 10, 65 × 8 and 50 × 8 dollars; all 26 at 80 would be 2,080, 360 more
    assert (found.each_cash, found.first_cash, found.saved_cash) == ((800, 520, 400), 2080, 360)
    assert "$800 + $520 + $400 = $1,720, $360 less than all at the first price, $2,080" in found.summary()
    assert "in whatever the prices are in" in staged_cost([(85, 3), (90, 2)]).summary()
    dearer = staged_cost([(1.0, 1), (2.0, 1)], multiplier=100)
    assert "$50 more than at the first price" in dearer.summary()


def test_the_plain_mean_is_told_where_it_is_another():
    # equal dollars at 0.50 and 1.00: 20 and 10 contracts cost 0.667 on average, not 0.75
    found = staged_cost([(0.50, 20), (1.00, 10)])
    assert (found.plain_mean, found.average) == (0.75, pytest.approx(2 / 3))
    assert "the plain mean of the prices is 0.75" in found.summary()
    assert "plain mean" not in staged_cost([(0.50, 3), (1.00, 3)]).summary()
