import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, position, round_trip

PRICES = st.integers(1, 5000).map(lambda n: n / 100)


def test_a_fly_by_hand():
    # 2.40 − 1.05 = 1.35 points; × $100 × 4 = $540; of 1.05 × $100 × 4 = $420
    found = round_trip(1.05, 2.40, contracts=4)
    assert (found.points, found.profit) == (1.35, 540)
    assert found.share == pytest.approx(540 / 420)
    assert "a profit of $540** for 4" in found.summary()
    assert "128.6% of the $420 paid at the entry" in found.summary()


def test_a_loss_with_fees():
    found = round_trip(0.85, 0.60, contracts=2, fees=5.2)
    assert found.profit == pytest.approx(-50 - 10.4)
    assert "a loss of $60.40** for 2 after fees" in found.summary()
    worked = {step.what: step.value for step in found.working()}
    # 0.85 × $100 × 2 = $170, 0.60 × $100 × 2 = $120, $5.20 × 2 = $10.40
    expected = {"Paid": 170, "Taken in": 120, "Fees": 10.4, "Profit": -60.4}
    assert {name: worked[name] for name in expected} == pytest.approx(expected)


@given(PRICES, PRICES, st.integers(1, 50))
def test_a_future_that_is_sold_makes_what_it_makes_when_it_settles_there(entry, leave, contracts):
    held = position([("long", "future", entry, 0)], multiplier=1000, contracts=contracts, settlement=leave)
    assert round_trip(entry, leave, contracts=contracts, multiplier=1000).profit == pytest.approx(
        held.settlement_profit, abs=1e-6
    )


def test_nothing_paid_is_no_round_trip():
    with pytest.raises(ToolError, match="entry"):
        round_trip(0, 1)
