"""Implied volatility against Jäckel's reference, against QuantLib, and against prices made from known volatilities."""

import math

import numpy as np
import py_lets_be_rational
import pytest
import QuantLib
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, black76, implied_vol, implied_volatility


def sample(size, seed, moneyness=2.5):
    """Options whose |ln(forward / strike)| is at most `moneyness` deviations, out of the money."""
    rng = np.random.default_rng(seed)
    forward, years = rng.uniform(5, 5000, size), np.exp(rng.uniform(np.log(1 / 365), np.log(3), size))
    vol = np.exp(rng.uniform(np.log(0.03), np.log(3), size))
    x = rng.uniform(-moneyness, moneyness, size) * vol * np.sqrt(years)
    return forward, forward * np.exp(x), years, vol, x > 0


def test_it_gives_the_volatility_back_to_1e_12():
    forward, strike, years, vol, up = sample(200_000, 1)
    for kind, rows in (("call", up), ("put", ~up)):
        option = forward[rows], strike[rows], years[rows]
        price = black76(*option, vol[rows], 0.03, kind).price
        assert np.abs(implied_vol(price, *option, 0.03, kind) - vol[rows]).max() < 1e-12


def test_it_agrees_with_the_reference_of_lets_be_rational():
    forward, strike, years, vol, up = sample(400, 2)
    for f, k, t, v, call in zip(forward, strike, years, vol, up, strict=True):
        kind, sign = ("call", 1.0) if call else ("put", -1.0)
        price = py_lets_be_rational.black(f, k, v, t, sign)
        theirs = py_lets_be_rational.implied_volatility_from_a_transformed_rational_guess(price, f, k, t, sign)
        assert implied_vol(price, f, k, t, 0.0, kind) == pytest.approx(theirs, abs=1e-12)


def test_it_agrees_with_quantlib():
    forward, strike, years, vol, up = sample(400, 3, 1.5)
    for f, k, t, v, call in zip(forward, strike, years, vol, up, strict=True):
        kind, side = ("call", QuantLib.Option.Call) if call else ("put", QuantLib.Option.Put)
        price = QuantLib.blackFormula(side, k, f, v * math.sqrt(t), 1.0)
        theirs = QuantLib.blackFormulaImpliedStdDev(side, k, f, price, 1.0, 0.0, v * math.sqrt(t), 1e-14, 200)
        assert implied_vol(price, f, k, t, 0.0, kind) == pytest.approx(theirs / math.sqrt(t), abs=1e-10)


@given(st.floats(0.1, 1e4), st.floats(-30, 30), st.floats(1e-4, 3.5), st.floats(0.001, 10), st.sampled_from(["call", "put"]))
def test_every_price_is_given_back_or_refused_with_a_reason(forward, deviations, sd, years, kind):
    strike = forward * math.exp(deviations * sd)
    vol = sd / math.sqrt(years)
    if not (1e-9 < strike < 1e9 and vol <= 10):
        return
    price = black76(forward, strike, years, vol, 0.0, kind).price
    found = implied_volatility([price], forward, strike, years, 0.0, kind)
    if found.failures:
        assert math.isnan(found.vol[0])
        with pytest.raises(ToolError, match=r"intrinsic|most that"):
            implied_vol(price, forward, strike, years, 0.0, kind)
    else:
        # one rounding of sd moves the price by about (1 + deviations²) ÷ sd roundings
        assert found.repriced[0] == pytest.approx(price, rel=1e-13 + 2e-15 * (1 + deviations**2) / sd, abs=1e-300)


def test_at_the_money_and_without_any_digits_to_spare():
    for sd in (1e-6, 1e-3, 0.1, 1.0, 5.0):
        assert implied_vol(black76(100, 100, 1, sd).price, 100, 100, 1) == pytest.approx(sd, abs=1e-10)
    assert implied_vol(1e-250, 20, 30, 0.1) > 0.01


@pytest.mark.parametrize(
    ("price", "forward", "strike", "kind", "why"),
    [
        (3, 25, 20, "call", "below its intrinsic value"),
        (5, 25, 20, "call", "at its intrinsic value"),
        (0, 20, 25, "call", "at its intrinsic value"),
        (25, 25, 20, "call", "the most that the option can be worth"),
        (30, 25, 20, "call", "the most that the option can be worth"),
        (20, 25, 20, "put", "the most that the option can be worth"),
        (4.9, 20, 25, "put", "below its intrinsic value"),
    ],
)
def test_a_price_that_no_volatility_gives_is_refused_with_the_reason(price, forward, strike, kind, why):
    with pytest.raises(ToolError, match=why) as caught:
        implied_vol(price, forward, strike, 0.1, 0.0, kind)
    assert caught.value.parameter == "price"
    many = implied_volatility([price, black76(forward, strike, 0.1, 0.8, kind=kind).price], forward, strike, 0.1, kind=kind)
    assert np.isnan(many.vol).tolist() == [True, False]
    assert many.vol[1] == pytest.approx(0.8)
    ((place, said),) = many.failures
    assert place == 1
    assert why in said
    with pytest.raises(ToolError, match=f"Number 1.*{why}"):
        implied_vol([price, 1.0], forward, strike, 0.1, 0.0, kind)


@pytest.mark.parametrize(("name", "bad"), [("years", 0), ("years", -1), ("forward", 0), ("price", -1), ("price", math.nan)])
def test_nonsense_is_refused_by_name(name, bad):
    with pytest.raises(ToolError) as caught:
        implied_vol(**({"price": 1, "forward": 20, "strike": 25, "years": 0.1} | {name: bad}))
    assert caught.value.parameter == name


def test_the_bounds_are_discounted():
    # e^(−0.1) · 25 = 22.62: a call cannot be worth more, although it costs less than the future itself
    with pytest.raises(ToolError, match=r"below 22\.62"):
        implied_vol(23, 25, 20, 1, 0.1)
    assert implied_vol(4.6, 25, 20, 1, 0.1) == pytest.approx(implied_vol(4.6 * math.exp(0.1), 25, 20, 1))


def test_the_words_carry_the_volatility_and_the_check():
    found = implied_volatility(1.25, 21.5, 25, 30 / 365, 0.05)
    assert f"{100 * found.vol:.2f}%" in found.summary()
    assert "gives 1.25 points" in found.summary()
    assert eval(found.call, {"implied_volatility": implied_volatility}).to_dict() == found.to_dict()


def test_many_at_once_keep_their_shape():
    price = black76(np.full((2, 3), 20.0), [15.0, 20.0, 25.0], 0.2, 0.9).price
    assert implied_vol(price, 20, [15.0, 20.0, 25.0], 0.2).shape == (2, 3)
