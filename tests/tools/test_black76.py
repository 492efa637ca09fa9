"""Black-76 against QuantLib, against published examples, and against the laws that every such price obeys."""

import numpy as np
import pytest
import QuantLib
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, black76

OPTIONS = [
    # forward, strike, years, vol, rate
    (21.5, 25.0, 30 / 365, 0.85, 0.05),
    (22.5, 25.0, 0.25, 0.95, 0.0),
    (19.0, 19.0, 28 / 365, 0.75, 0.00075),
    (100.0, 60.0, 1.0, 0.2, 0.1),
    (2713.0, 2600.0, 28 / 365, 0.11, 0.015),
    (20.0, 80.0, 0.1, 1.2, -0.01),
]


@pytest.mark.parametrize("kind", ["call", "put"])
@pytest.mark.parametrize("given_", OPTIONS)
def test_value_and_greeks_agree_with_quantlib(given_, kind):
    forward, strike, years, vol, rate = given_
    side = QuantLib.Option.Call if kind == "call" else QuantLib.Option.Put
    discount = float(np.exp(-rate * years))
    theirs = QuantLib.BlackCalculator(QuantLib.PlainVanillaPayoff(side, strike), forward, vol * years**0.5, discount)
    ours = black76(*given_, kind=kind)
    assert ours.price == pytest.approx(theirs.value(), rel=1e-11, abs=1e-13)
    assert ours.delta == pytest.approx(theirs.deltaForward(), rel=1e-12)
    assert ours.gamma == pytest.approx(theirs.gammaForward(), rel=1e-12)
    assert ours.vega == pytest.approx(theirs.vega(years) / 100, rel=1e-12)


def test_theta_is_what_one_calendar_day_takes():
    now, later = (black76(21.5, 25, days / 365, 0.85, 0.05).price for days in (30.001, 29.999))
    assert black76(21.5, 25, 30 / 365, 0.85, 0.05).theta == pytest.approx((later - now) / 0.002, rel=1e-6)


def test_hulls_example_of_a_put_on_a_future():
    # Hull, "Options, Futures, and Other Derivatives", options on futures: F 20, K 20, four months, 9%, 25% → 1.12
    assert round(black76(20, 20, 4 / 12, 0.25, 0.09, "put").price, 2) == 1.12


def test_at_the_money_the_value_is_the_textbook_fraction():
    # F·(2N(σ√T/2) − 1), with N(0.1) = 0.539827837277029 from tables
    assert black76(100, 100, 1, 0.2).price == pytest.approx(100 * (2 * 0.539827837277029 - 1), abs=1e-12)


options = st.tuples(
    st.floats(5, 5000), st.floats(-1.5, 1.5), st.floats(0.003, 3), st.floats(0.02, 3), st.floats(-0.02, 0.15)
).map(lambda v: (v[0], v[0] * float(np.exp(v[1])), *v[2:]))


@given(options)
def test_put_and_call_differ_by_the_discounted_forward_over_the_strike(option):
    forward, strike, years, _, rate = option
    call, put = black76(*option), black76(*option, kind="put")
    discount = float(np.exp(-rate * years))
    assert call.price - put.price == pytest.approx(discount * (forward - strike), abs=1e-12 * (forward + strike))
    assert call.delta - put.delta == pytest.approx(discount, abs=1e-14)
    assert call.gamma == put.gamma
    assert call.vega == put.vega


@given(options)
def test_a_value_stays_between_its_bounds(option):
    forward, strike, years, _, rate = option
    discount = float(np.exp(-rate * years))
    assert discount * max(forward - strike, 0) * (1 - 1e-15) <= black76(*option).price <= discount * forward * (1 + 1e-15)


def test_arrays_in_arrays_out_and_numbers_in_numbers_out():
    strikes = np.array([15.0, 20.0, 25.0])
    many = black76(20, strikes, [0.1, 0.2, 0.3], 0.8, kind="put")
    for i, (strike, years) in enumerate(zip(strikes, (0.1, 0.2, 0.3), strict=True)):
        one = black76(20, strike, years, 0.8, kind="put")
        for greek in ("price", "delta", "gamma", "vega", "theta"):
            assert isinstance(getattr(one, greek), float)
            assert getattr(many, greek)[i] == getattr(one, greek)
    assert strikes.tolist() == [15, 20, 25]
    assert "3 puts" in many.summary()


def test_the_call_line_reproduces_the_result():
    for result in (black76(20, 25, 0.1, 0.8), black76(20, [15.0, 25.0], 0.1, 0.8, kind="put")):
        assert eval(result.call, {"black76": black76}).to_dict() == result.to_dict()


@pytest.mark.parametrize(
    ("name", "bad"),
    [
        ("vol", 20.8),
        ("vol", 0),
        ("years", 0),
        ("years", [0.1, -0.1]),
        ("strike", [20.0, np.nan]),
        ("strike", []),
        ("forward", ["20"]),
        ("kind", "straddle"),
        ("rate", 5),
    ],
)
def test_nonsense_is_refused_by_name(name, bad):
    with pytest.raises(ToolError) as caught:
        black76(**({"forward": 20, "strike": 25, "years": 0.1, "vol": 0.8} | {name: bad}))
    assert caught.value.parameter == name


def test_a_percentage_given_for_a_decimal_is_told():
    with pytest.raises(ToolError, match=r"0\.208 is 20\.8%"):
        black76(20, 25, 0.1, 20.8)


def test_arrays_that_do_not_fit_together_are_refused():
    with pytest.raises(ToolError, match=r"strike \(2,\), years \(3,\)"):
        black76(20, [20.0, 25.0], [0.1, 0.2, 0.3], 0.8)
