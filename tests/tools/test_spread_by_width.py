"""Spreads by their width, by hand and beside the same spread with strikes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.test_working import check
from tools import ToolError, position, spread_by_width


def test_a_condor_by_hand():
    # (10 − 1.15) × $100 = $885; 1.15 ÷ 8.85 = 13%
    found = spread_by_width(10, -1.15)
    assert (found.risk_each, found.max_profit, found.max_loss) == (885, 115, -885)
    assert found.return_on_risk == pytest.approx(115 / 885)
    assert "10 − 1.15 = 8.85 points = $885 a spread" in found.summary()
    check(found)


@given(st.integers(1, 80), st.integers(1, 400), st.booleans(), st.integers(1, 30), st.sampled_from([0, 2.6]))
def test_it_is_the_spread_with_any_strikes(width, cents, sold, contracts, fees):
    price = cents / 100
    if price >= width:
        return
    sides = ("short", "long") if sold else ("long", "short")
    legs = [(sides[0], "call", 100, 0), (sides[1], "call", 100 + width, 0)]
    net = -price if sold else price
    whole = position(legs, net=net, contracts=contracts, fees=fees)
    found = spread_by_width(width, net, contracts=contracts, fees=fees)
    assert (found.max_profit, found.max_loss) == pytest.approx((whole.max_profit, whole.max_loss), abs=1e-6)
    assert found.risk_each == pytest.approx(-whole.max_loss / contracts, abs=1e-6)
    check(found)


@pytest.mark.parametrize("net", [0, 10, -10, 12.5])
def test_a_price_of_nothing_or_of_the_whole_width_is_refused(net):
    with pytest.raises(ToolError, match="net: got"):
        spread_by_width(10, net)
