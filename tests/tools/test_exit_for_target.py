"""The sale that makes a profit wanted, by hand and as `round_trip` read the other way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.test_working import check
from tools import ToolError, exit_for_target, round_trip

PRICES = st.integers(1, 5000).map(lambda n: n / 100)


def test_a_return_by_hand():
    # 40% of 0.80 × $100 = $80 is $32, 0.32 points: 0.80 + 0.32 = 1.12
    found = exit_for_target(0.8, target_return=0.4)
    assert (found.leave, found.profit, found.share) == (1.12, 32, 0.4)
    assert "Bought at 0.80, it has to be sold at 1.12 for a profit of $32**" in found.summary()


def test_dollars_of_futures_with_fees_by_hand():
    # ($2,000 + 2 × $5) ÷ (2 × $1,000) = 1.005 points: 18.20 + 1.005 = 19.205
    found = exit_for_target(18.2, target=2000, contracts=2, multiplier=1000, fees=5)
    assert (found.leave, found.points) == (19.205, 1.005)
    check(found)


@given(PRICES, st.floats(-0.99, 9).map(lambda x: round(x, 3)), st.integers(1, 60), st.sampled_from([0, 2.6]))
def test_a_sale_at_that_price_makes_it(entry, share, contracts, fees):
    found = exit_for_target(entry, target_return=share, contracts=contracts, fees=fees)
    sold = round_trip(entry, found.leave, contracts=contracts, fees=fees)
    assert sold.profit == pytest.approx(found.profit, abs=1e-6)
    assert sold.share == pytest.approx(share, abs=1e-9)
    check(found)


def test_one_target_and_no_more_lost_than_was_paid():
    for given_ in ({}, {"target": 10, "target_return": 0.1}):
        with pytest.raises(ToolError, match="target: got"):
            exit_for_target(0.85, **given_)
    assert exit_for_target(0.85, target_return=-1).leave == 0
    with pytest.raises(ToolError, match=r"no greater loss than what was paid, -\$85"):
        exit_for_target(0.85, target=-85.01)
