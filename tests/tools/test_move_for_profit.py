"""The move that a profit takes: by hand, and back through what the contract is worth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.test_working import check
from tools import ToolError, contract_value, move_for_profit


@pytest.mark.parametrize(
    ("product", "profit", "contracts", "move", "ticks"),
    [("VX", 5000, 1, 5, 100), ("VXM", 5000, 1, 50, 5000), ("VX", 750, 3, 0.25, 5), ("VIX option", 500, 2, 2.5, None)],
)
def test_by_hand(product, profit, contracts, move, ticks):
    # 5,000 ÷ 1,000 = 5 points ÷ 0.05 = 100 ticks; 5,000 ÷ 100 = 50 ÷ 0.01 = 5,000; 750 ÷ 3,000 = 0.25; 500 ÷ 200 = 2.5
    found = move_for_profit(product, profit, contracts)
    assert (found.move, found.ticks) == (pytest.approx(move), ticks and pytest.approx(ticks))
    assert f"= {move:g} points" in found.summary()
    check(found)


@given(st.sampled_from(["VX", "VXM", "VIX option", "SPX option"]), st.integers(1, 10**6), st.integers(1, 200))
def test_the_move_is_worth_the_profit(product, profit, contracts):
    move = move_for_profit(product, profit, contracts).move
    assert move * contract_value(product, 1, contracts).notional == pytest.approx(profit)


def test_no_profit_needs_no_move():
    with pytest.raises(ToolError, match="profit"):
        move_for_profit("VX", 0)


def test_the_prices_so_far_from_the_one_told():
    # 3,750 ÷ 1,000 = 3.75; 20 + 3.75 = 23.75 and 20 − 3.75 = 16.25; 2 − 3.75 is below zero
    found = move_for_profit("VX", 3750, entry=20)
    assert (found.up, found.down) == (23.75, 16.25)
    assert "From 20.00 that is 23.75 upwards or 16.25 downwards" in found.summary()
    check(found)
    assert move_for_profit("VX", 3750, entry=2).down is None
