"""The cash of a roll: by hand, and as a sale and a purchase."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.test_working import check
from tools import roll_cost

PRICES = st.integers(0, 900).map(lambda n: n / 100)


def test_by_hand():
    # 0.95 − 0.30 = 0.65; × $100 × 4
    found = roll_cost(0.3, 0.95, contracts=4)
    assert (found.net, found.each, found.total) == (0.65, 65, 260)
    assert "a net debit of 0.65 points = $65 a unit, $260 paid for 4" in found.summary()
    # a credit of 0.60 is $60, less $5.20 of fees
    kept = roll_cost(1.5, 0.9, contracts=3, fees=5.2)
    assert (kept.net, kept.each, kept.total) == (-0.6, -54.8, -164.4)
    assert "received for 3" in kept.summary()


@given(PRICES, PRICES, st.integers(1, 60), st.sampled_from([0, 2.6]), st.sampled_from([100, 1000]))
def test_it_is_a_sale_and_a_purchase(old, new, count, fees, multiplier):
    found = roll_cost(old, new, contracts=count, fees=fees, multiplier=multiplier)
    assert found.total == pytest.approx(count * (new * multiplier - old * multiplier + fees))
    check(found)


def test_the_two_prices_are_held_against_each_other():
    # 18.95/17.85 − 1 = 0.0616
    assert "6.2% above the old one" in roll_cost(17.85, 18.95, multiplier=1000).summary()
    # 0.60/0.80 − 1 = −0.25
    assert "25% below the old one" in roll_cost(0.8, 0.6).summary()
    assert "the old one" not in roll_cost(0, 0.6).summary()


def test_a_future_rolled_up_or_down_the_curve():
    # 18.3 − 17.1 = 1.2 points × $1,000 × 3 = $3,600
    assert "contango, which works against a long holder" in roll_cost(17.1, 18.3, contracts=3, multiplier=1000).summary()
    assert "backwardation, which works for" in roll_cost(18.3, 17.1, multiplier=1000).summary()
    assert "contango" not in roll_cost(0.5, 0.9).summary()
