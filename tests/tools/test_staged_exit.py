import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, round_trip, staged_exit

PRICES = st.integers(1, 5000).map(lambda n: n / 100)
SALES = st.lists(st.tuples(st.integers(0, 5000).map(lambda n: n / 100), st.integers(1, 40)), min_size=1, max_size=8)


def test_two_exits_by_hand():
    # bought 5 at 2.10; 2 × (3.10 − 2.10) × $100 = $200; 3 × (4.20 − 2.10) × $100 = $630; (2 × 3.10 + 3 × 4.20) / 5 = 3.76
    found = staged_exit(2.10, [(3.10, 2), (4.20, 3)], contracts=5)
    assert found.profits == (200, 630)
    assert (found.profit, found.sold, found.held) == (830, 5, 0)
    assert found.average == pytest.approx(3.76)
    assert found.share == pytest.approx(830 / 1050)
    assert "a profit of $830**" in found.summary()


def test_what_is_still_held_is_told_at_its_cost_and_counted_for_nothing():
    found = staged_exit(1.05, [(2.0, 3), (2.6, 2)], contracts=8, fees=1.5)
    assert (found.held, found.held_cost) == (3, 315)
    assert found.profit == pytest.approx(285 + 310 - 5 * 1.5)
    assert "3 are still held; they cost $315" in found.summary()
    assert "after fees" in found.summary()


@given(PRICES, SALES, st.sampled_from([100.0, 1000.0]), st.sampled_from([0.0, 1.3]))
def test_each_exit_is_a_round_trip_of_its_own(entry, sales, multiplier, fees):
    found = staged_exit(entry, sales, multiplier=multiplier, fees=fees)
    alone = [round_trip(entry, price, contracts=units, multiplier=multiplier, fees=fees).profit for price, units in sales]
    assert found.profits == pytest.approx(alone, abs=1e-6)
    assert found.profit == pytest.approx(sum(alone), abs=1e-6)


@given(PRICES, SALES)
def test_the_order_of_the_exits_changes_no_sum(entry, sales):
    assert staged_exit(entry, sales).profit == pytest.approx(staged_exit(entry, sales[::-1]).profit)


def test_no_more_can_be_sold_than_was_bought():
    with pytest.raises(ToolError, match="exits: got '6 sold'"):
        staged_exit(1.0, [(2.0, 4), (3.0, 2)], contracts=5)


@pytest.mark.parametrize("exits", [[], "2 at 3", [(1.0,)], [(-1.0, 2)], [(1.0, 0)]])
def test_what_is_no_list_of_exits_is_refused_by_its_name(exits):
    with pytest.raises(ToolError, match="exits"):
        staged_exit(1.0, exits)
