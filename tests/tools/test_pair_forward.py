"""The forward of a call and a put against parity worked by hand, against the parity tool and against Black-76 prices."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, black76, pair_forward, parity


def test_one_price_each():
    found = pair_forward(25, 2.10, 1.40)
    assert found.forward == pytest.approx(25.70)  # 25 + (2.10 - 1.40) = 25.70
    assert found.band == (found.forward, found.forward)
    assert "forward of 25.70" in found.summary()
    assert "allow any forward" not in found.summary()


def test_bids_and_asks_leave_a_band():
    found = pair_forward(20, (1.80, 1.95), (2.40, 2.60))
    assert found.forward == pytest.approx(19.375)  # 20 + 1.875 - 2.50 = 19.375
    assert found.band == pytest.approx((19.20, 19.55))  # 20 + 1.80 - 2.60 = 19.20 and 20 + 1.95 - 2.40 = 19.55
    assert "from 19.20 to 19.55" in found.summary()
    assert "cheaper than the put" in found.summary()


@given(st.floats(10, 60), st.floats(10, 60), st.floats(0.01, 2), st.floats(0.2, 2), st.floats(-0.02, 0.1))
def test_prices_of_black_76_give_their_forward_back(forward, strike, years, vol, rate):
    call, put = (float(black76(forward, strike, years, vol, rate, kind).price) for kind in ("call", "put"))
    assert pair_forward(strike, call, put, years, rate).forward == pytest.approx(forward, abs=1e-8)


@given(st.floats(5, 50), st.tuples(st.floats(0, 9), st.floats(0, 1)), st.tuples(st.floats(0, 9), st.floats(0, 1)))
def test_the_band_is_that_of_parity(strike, call, put):
    sides = [(bid, bid + wide) for bid, wide in (call, put)]
    assert pair_forward(strike, *sides).band == parity(strike, *sides, forward=strike).forward_band


def test_interest_is_discounted():
    found = pair_forward(25, 2.10, 1.40, years=0.5, rate=0.04)
    assert found.forward == pytest.approx(25 + 0.70 * math.exp(0.02))
    assert found.working()[0].what == "Discount"


@pytest.mark.parametrize("given_", [(0, 1, 1), (25, -1, 1), (25, (2, 1), 1), (25, 1, (1, 2, 3))])
def test_what_is_no_pair_is_refused(given_):
    with pytest.raises(ToolError):
        pair_forward(*given_)
