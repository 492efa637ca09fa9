"""Settlement prices that make a profit wanted, against sheets worked by hand and against the payoff read the other way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.test_working import check
from tools import ToolError, butterfly, position

CENTS = st.integers(1, 499).map(lambda n: n / 100)
SPREAD = [("long", "call", 20, 1.5), ("short", "call", 30, 0.6)]


def test_two_settlements_of_a_butterfly():
    # $200 ÷ $100 = 2 points of profit; 2 + 0.85 = 2.85 of value; 25 + 2.85 = 27.85 and 35 − 2.85 = 32.15
    found = butterfly(25, 30, 35, 0.85, target=200)
    assert found.target_at == (27.85, 32.15)
    assert "Settled at 27.85 or 32.15 it makes a profit of $200**; between 27.85 and 32.15 it does better" in found.summary()


def test_a_return_counts_contracts_and_fees():
    # (0.85 + $5 ÷ $100) × $100 × 6 = $540 paid; doubling it needs 0.90 points of profit: 25 + 1.80 and 35 − 1.80
    found = butterfly(25, 30, 35, 0.85, contracts=6, fees=5, target_return=1)
    assert (found.target, found.target_at) == (540, (26.8, 33.2))
    check(found)


def test_one_settlement_of_a_spread_and_two_of_a_straddle():
    # 20 + 0.90 + $300 ÷ $100 = 23.90
    assert position(SPREAD, target=300).target_at == (23.9,)
    # 25 ± (4.90 + 3.00)
    held = position([("long", "call", 25, 2.9), ("long", "put", 25, 2)], target=300)
    assert held.target_at == (17.1, 32.9)
    assert "below 17.10 and above 32.90 it does better" in held.summary()


@pytest.mark.parametrize(
    ("result", "at", "said"),
    [
        (
            butterfly(25, 30, 35, 0.85, target=900),
            (),
            "**No settlement makes a profit of $900:** the best result is $415, at 30.",
        ),
        (butterfly(25, 30, 35, 0.85, target=415), (30,), "Settled at 30 it makes a profit of $415**, its best result"),
        (butterfly(25, 30, 35, 0.85, target=-100), (), "**No settlement makes a loss of $100:** each makes more."),
        (butterfly(25, 30, 35, 0.85, target=0), (25.85, 34.15), "Settled at 25.85 or 34.15 it makes neither profit nor loss"),
        (position(SPREAD, target=910), (30,), "Settled at or above 30 it makes a profit of $910**, its best result"),
        (position([("short", "call", 30, 1.5)], target=-100), (32.5,), "makes a loss of $100**; below 32.50 it does better"),
    ],
)
def test_the_ends_of_what_a_position_can_make(result, at, said):
    assert result.target_at == at
    assert said in result.summary()
    check(result)


@given(CENTS, st.floats(-600, 600).map(lambda x: round(x, 2)), st.integers(1, 40), st.sampled_from([33, 35, 38]))
def test_each_settlement_found_makes_the_target(debit, target, contracts, upper):
    fly = butterfly(25, 30, upper, debit, contracts=contracts, target=target * contracts)
    assert all(fly.profit_at(price) == pytest.approx(target * contracts, abs=1e-6) for price in fly.target_at)
    crossed = sum(
        (fly.profit_at(a) - fly.target) * (fly.profit_at(b) - fly.target) < 0 for a, b in ((0, 30), (30, 99))
    )  # the payoff rises to the body and falls from it, so it passes a value once on each side
    assert len(fly.target_at) >= crossed
    check(fly)


@given(st.integers(1, 30), st.integers(-4000, 4000))
def test_a_target_of_any_position_is_made(contracts, target):
    held = position([*SPREAD, ("short", "put", 15, 0.8, 2)], contracts=contracts, target=target)
    assert all(held.profit_at(price) == pytest.approx(target, abs=1e-6) for price in held.target_at)
    check(held)


def test_a_return_needs_something_paid_and_no_second_target():
    with pytest.raises(ToolError, match=r"target_return: got 0\.5; it must be a share of a position that was paid"):
        position([("short", "call", 30, 1.5)], target_return=0.5)
    with pytest.raises(ToolError, match="left out where a target in dollars is given"):
        butterfly(25, 30, 35, 0.85, target=100, target_return=1)


def test_a_vix_of_zero_is_a_settlement():
    # Every call is worthless at 0: the 0.85 paid is lost.
    assert butterfly(25, 30, 35, 0.85, settlement=0).settlement_profit == -85
    assert position([("long", "put", 20, 1.5)], settlement=0).settlement_profit == 1850
