"""Conversions and reversals worked by hand, leg by leg, and against the cash flows that they lock in."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, parity

# strike, call, put, forward, years, rate → conversion, reversal, band
SHEET = [
    # C 3.00/3.10, P 1.40/1.50, F 21.45/21.55: 3.00 − 1.50 + 20 − 21.55 = −0.05; 1.40 − 3.10 + 21.45 − 20 = −0.25
    ((20, (3.0, 3.1), (1.4, 1.5), (21.45, 21.55)), -0.05, -0.25, (21.5, 21.7)),
    # the call too dear: 3.60 − 1.50 + 20 − 21.55 = 0.55
    ((20, (3.6, 3.7), (1.4, 1.5), (21.45, 21.55)), 0.55, -0.85, (22.1, 22.3)),
    # the put too dear: 2.10 − 3.10 + 21.45 − 20 = 0.45
    ((20, (3.0, 3.1), (2.1, 2.2), (21.45, 21.55)), -0.75, 0.45, (20.8, 21.0)),
    # one price a leg, parity exact: the example of the exchange, call 3.00 with the future at 21.50 has no put: put = 1.50
    ((20, (3, 3), (1.5, 1.5), (21.5, 21.5)), 0, 0, (21.5, 21.5)),
    # a glossary's example with shares: sold at 100, put sold at 3.40, call bought at 3.00 → 0.40
    ((100, (3, 3), (3.4, 3.4), (100, 100)), -0.4, 0.4, (99.6, 99.6)),
]


@pytest.mark.parametrize(("given_", "conversion", "reversal", "band"), SHEET)
def test_hand_worked_edges(given_, conversion, reversal, band):
    found = parity(*given_)
    assert (found.conversion, found.reversal, found.forward_band) == (conversion, reversal, band)
    assert found.edge == ("conversion" if conversion > 0 else "reversal" if reversal > 0 else "none")


def test_interest_discounts_what_is_paid_at_expiry():
    # e^(−0.05 × 0.5) = 0.9753099; 1.40 − 3.10 + (22.45 − 20) × 0.9753099 = 0.6895093
    found = parity(20, (3.0, 3.1), (1.4, 1.5), (22.45, 22.55), 0.5, 0.05)
    assert found.discount == pytest.approx(0.9753099, abs=5e-8)
    assert found.reversal == pytest.approx(0.6895093, abs=5e-8)


quote = st.tuples(st.integers(0, 5000), st.integers(0, 100)).map(lambda q: (q[0] / 100, (q[0] + q[1]) / 100))


@given(st.integers(1, 6000).map(lambda k: k / 100), quote, quote, quote, st.floats(0, 60))
def test_the_legs_lock_in_the_profit_wherever_it_settles(strike, call, put, forward, settlement):
    found = parity(strike, call, put, forward)
    held = max(strike - settlement, 0) - max(settlement - strike, 0)
    conversion = call[0] - put[1] + (settlement - forward[1]) + held
    reversal = put[0] - call[1] + (forward[0] - settlement) - held
    assert found.conversion == pytest.approx(conversion, abs=1e-9)
    assert found.reversal == pytest.approx(reversal, abs=1e-9)


@given(st.floats(1, 60), quote, quote, quote, st.floats(0, 2), st.floats(-0.02, 0.1))
def test_an_edge_shows_exactly_outside_the_band(strike, call, put, forward, years, rate):
    found = parity(strike, call, put, forward, years, rate)
    low, high = found.forward_band
    assert low <= high
    if abs(forward[1] - low) > 1e-9:
        assert (found.conversion > 0) == (forward[1] < low)
    if abs(forward[0] - high) > 1e-9:
        assert (found.reversal > 0) == (forward[0] > high)
    assert found.conversion + found.reversal <= 1e-9 or forward[1] < low or forward[0] > high


def test_the_words_show_the_working():
    said = parity(20, (3.6, 3.7), (1.4, 1.5), (21.45, 21.55)).summary()
    assert "The conversion earns 0.55 points a unit" in said
    assert "3.60 − 1.50 + (20 − 21.55) = 0.55 points" in said
    assert "from 22.10 to 22.30" in said


def test_one_price_stands_for_bid_and_ask_and_that_is_said():
    # forward by parity 20 + 3.05 − 1.45 = 21.60, so at 21.50 buying it low earns 0.10
    found = parity(20, 3.05, [1.45], 21.5)
    assert (found.conversion, found.reversal) == (0.1, -0.1)
    assert found.forward_band == (21.6, 21.6)
    assert found.call == "parity(strike=20.0, call=3.05, put=1.45, forward=21.5, years=0.0, rate=0.0)"
    assert "One price stands for bid and ask of the call, put and forward" in found.summary()
    assert "One price stands for bid and ask of the put:" in parity(20, (3, 3.1), 1.45, (21.4, 21.6)).summary()
    assert "One price" not in parity(20, (3, 3.1), (1.4, 1.5), (21.4, 21.6)).explain()


@pytest.mark.parametrize(
    "bad",
    [(3.1, 3.0), (), -1, True, "3", math.nan, (1, 2, 3), (-1, 2), (math.nan, 1), (1, math.inf), ("3", "4"), (True, 2), {}],
)
@pytest.mark.parametrize("name", ["call", "put", "forward"])
def test_what_is_no_bid_and_ask_is_refused_by_name(name, bad):
    with pytest.raises(ToolError) as caught:
        parity(**({"strike": 20, "call": (3, 3.1), "put": (1.4, 1.5), "forward": (21.4, 21.5)} | {name: bad}))
    assert caught.value.parameter == name


def test_the_call_line_reproduces_the_result():
    found = parity(20, [3.0, 3.1], (1.4, 1.5), (21.45, 21.55), 0.25, 0.05)
    assert eval(found.call, {"parity": parity}).to_dict() == found.to_dict()
