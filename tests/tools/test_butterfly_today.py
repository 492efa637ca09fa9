"""Butterflies before expiry against QuantLib leg by leg, against small moves of the inputs, and against the payoff."""

import math

import numpy as np
import pytest
import QuantLib
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, butterfly, butterfly_value_today, finish_chance

FLY = {
    "lower": 25,
    "body": 30,
    "upper": 35,
    "forward": 21.5,
    "years": 30 / 365,
    "vol_lower": 0.85,
    "vol_body": 0.95,
    "vol_upper": 1.02,
}


def theirs(forward, years, rate, legs):
    """Value, delta, gamma and vega by QuantLib: the sum over (weight, strike, vol)."""
    total = np.zeros(4)
    for weight, strike, vol in legs:
        discount = math.exp(-rate * years)
        payoff = QuantLib.PlainVanillaPayoff(QuantLib.Option.Call, strike)
        one = QuantLib.BlackCalculator(payoff, forward, vol * math.sqrt(years), discount)
        total += weight * np.array([one.value(), one.deltaForward(), one.gammaForward(), one.vega(years) / 100])
    return total


@pytest.mark.parametrize("forward", [15.0, 21.5, 30.0, 45.0])
@pytest.mark.parametrize("rate", [0.0, 0.05])
def test_value_and_greeks_are_the_sum_of_the_legs(forward, rate):
    found = butterfly_value_today(**FLY | {"forward": forward}, rate=rate)
    expected = theirs(forward, 30 / 365, rate, [(1, 25.0, 0.85), (-2, 30.0, 0.95), (1, 35.0, 1.02)])
    assert [found.value, found.delta, found.gamma, found.vega] == pytest.approx(expected, abs=1e-12)


def test_theta_is_what_a_day_takes_from_the_whole():
    now, later = (butterfly_value_today(**FLY | {"years": days / 365}).value for days in (30.001, 29.999))
    assert butterfly_value_today(**FLY).theta == pytest.approx((later - now) / 0.002, rel=1e-5)


@pytest.mark.parametrize("forward", [20.0, 27.5, 30.0, 33.0, 50.0])
def test_with_hardly_any_time_left_it_is_the_payoff(forward):
    found = butterfly_value_today(**FLY | {"forward": forward, "years": 1e-9})
    assert found.value == pytest.approx(butterfly(25, 30, 35, 0).value_at(forward), abs=1e-3)
    assert found.at_expiry == butterfly(25, 30, 35, 0).value_at(forward)


def test_the_debit_brings_profit_break_evens_and_the_chance():
    found = butterfly_value_today(**FLY, debit=0.2, contracts=6, fees=2.6)
    assert found.profit == pytest.approx(600 * (found.value - 0.2) - 6 * 2.6)
    assert found.break_evens == butterfly(25, 30, 35, 0.2, fees=2.6).break_evens
    low, high = found.break_evens
    assert found.chance == pytest.approx(finish_chance(low, high, 21.5, 30 / 365, 0.95).between, abs=1e-12)
    assert "lognormal" in found.explain()
    alone = butterfly_value_today(**FLY)
    assert (alone.profit, alone.chance, alone.break_evens) == (None, None, ())


@pytest.mark.parametrize(("debit", "chance"), [(-0.5, 1.0), (6.0, 0.0)])
def test_the_chance_of_what_is_certain(debit, chance):
    assert butterfly_value_today(**FLY, debit=debit).chance == pytest.approx(chance)


@pytest.mark.parametrize(("name", "bad"), [("vol_body", 95), ("years", 0), ("forward", -1), ("lower", 30), ("debit", math.nan)])
def test_nonsense_is_refused(name, bad):
    with pytest.raises(ToolError):
        butterfly_value_today(**FLY | {name: bad})


def test_the_call_line_reproduces_the_result():
    found = butterfly_value_today(**FLY, debit=0.2, contracts=6)
    assert eval(found.call, {"butterfly_value_today": butterfly_value_today}).to_dict() == found.to_dict()


# finish_chance ---------------------------------------------------------------------------------------------------------


def test_a_chance_worked_by_hand():
    # sd = 0.2·√1 = 0.2; P(S < 90) = N((ln 0.9 + 0.02)/0.2) = N(−0.4268026) = 0.334762; P(S > 110) = N(−(ln 1.1 + 0.02)/0.2)
    # = N(−0.5765509) = 0.282121 from tables
    found = finish_chance(90, 110, 100, 1, 0.2)
    assert found.below == pytest.approx(0.33476, abs=2e-5)
    assert found.above == pytest.approx(0.28212, abs=2e-5)
    assert found.between == pytest.approx(1 - 0.33476 - 0.28212, abs=4e-5)


@given(st.floats(5, 60), st.floats(0.001, 3), st.floats(0.05, 3), st.floats(1, 80), st.floats(0.01, 80))
def test_the_three_chances_make_one_and_match_digital_calls(forward, years, vol, low, width):
    found = finish_chance(low, low + width, forward, years, vol)
    assert found.between + found.below + found.above == pytest.approx(1, abs=1e-12)
    sd = vol * math.sqrt(years)
    digital = [
        QuantLib.BlackCalculator(QuantLib.CashOrNothingPayoff(QuantLib.Option.Call, strike, 1.0), forward, sd, 1.0).value()
        for strike in (low, low + width)
    ]
    assert found.between == pytest.approx(digital[0] - digital[1], abs=1e-12)


def test_a_chance_far_out_keeps_its_digits():
    far = finish_chance(80, 200, 20, 30 / 365, 0.5)
    assert 0 < far.between < 1e-15
    assert far.between == pytest.approx(far.above + far.between - far.above, rel=1)
    assert finish_chance(0, 200, 20, 30 / 365, 0.5).below == 0


@pytest.mark.parametrize("bad", [{"low": 35}, {"low": 30, "high": 30}, {"low": -1}, {"vol": 95}, {"years": 0}])
def test_a_stretch_that_cannot_be_is_refused(bad):
    with pytest.raises(ToolError):
        finish_chance(**({"low": 25, "high": 34, "forward": 21.5, "years": 0.1, "vol": 0.95} | bad))


def test_dollars_are_told_for_one_and_for_all():
    given = {"lower": 25, "body": 30, "upper": 35, "forward": 31, "years": 0.0822}
    given |= {"vol_lower": 0.9, "vol_body": 1.0, "vol_upper": 1.1, "debit": 0.4}
    one, many = butterfly_value_today(**given), butterfly_value_today(**given, contracts=12, fees=3)
    each = one.value * 100
    assert f"points = ${each:,.2f}**" in one.summary()
    assert f"points = ${each:,.2f} a butterfly (${12 * each:,.2f} for 12)**" in many.summary()
    assert f"a profit of ${each - 40:,.2f} with no fees counted" in one.summary()
    assert f"a profit of ${12 * (each - 40 - 3):,.2f} for all 12 after $3 of fees a butterfly" in many.summary()
