"""A butterfly by the bids and asks of its options, by hand and beside the same quotes as a chain."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.test_working import check
from tools import ToolError, butterfly_quote, fly_debit

CENTS = st.integers(0, 900)
SPREADS = st.integers(0, 60)


def test_both_prices_by_hand():
    # mids 1.65, 1.00, 0.65: 1.65 − 2.00 + 0.65 = 0.30; natural 1.70 − 2 × 0.95 + 0.70 = 0.50
    found = fly_debit([1.60, 1.70], [0.95, 1.05], [0.60, 0.70])
    assert (found.mid_debit, found.natural_debit, found.slippage) == (0.3, 0.5, 0.2)
    assert (found.mid_cash, found.natural_cash) == (30, 50)
    assert found.slippage_cash == 20
    assert "Natural costs 0.50 − 0.30 = 0.20 points = $20 more" in found.summary()
    assert "1.65 − 2 × 1.00 + 0.65 = 0.30 points, a debit of $30" in found.summary()
    check(found)


@given(st.lists(st.tuples(CENTS, SPREADS), min_size=3, max_size=3))
def test_it_is_what_a_chain_says(quotes):
    sides = [[bid / 100, (bid + spread) / 100] for bid, spread in quotes]
    found = fly_debit(*sides)
    mids = [(bid + ask) / 2 for bid, ask in sides]
    assert found.mid_debit == pytest.approx(mids[0] - 2 * mids[1] + mids[2])
    assert found.slippage >= 0
    check(found)
    if all(bid > 0 for bid, _ in sides):
        rows = [(strike, bid, ask) for strike, (bid, ask) in zip((25.0, 30.0, 35.0), sides, strict=True)]
        chain = pd.DataFrame(rows, columns=["strike", "bid", "ask"])
        chain = chain.assign(kind="call", date=pd.NaT, expiry=pd.Timestamp("2013-08-21"))
        quoted = butterfly_quote(chain, 25, 30, 35)
        assert (quoted.mid_debit, quoted.natural_debit) == pytest.approx((found.mid_debit, found.natural_debit))


@pytest.mark.parametrize("bad", [[1.7, 1.6], [1.0], 1.0, "1.6", [1.0, 2.0, 3.0], [-0.1, 0.1]])
def test_what_is_no_bid_and_ask_is_refused(bad):
    with pytest.raises(ToolError, match="body"):
        fly_debit([1, 1.1], bad, [0.5, 0.6])
