"""The forward of a chain: real chains, chains made from a known forward, and chains that have none."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from tools import ToolError, load_table, parity_forward
from tools.black import value


def chain(forward=100.0, days=30, date="2024-03-01", strikes=range(60, 145, 5), vol=0.2, underlying=100.0, spread=0.0):
    """A chain priced by Black-76 at one volatility, without interest."""
    k = np.array(strikes, dtype=float)
    sd = np.full(len(k), vol * np.sqrt(days / 365))
    rows = []
    for kind in ("call", "put"):
        price = value(np.full(len(k), forward), k, sd, kind == "call")
        rows.append(pd.DataFrame({"kind": kind, "strike": k, "bid": price - spread / 2, "ask": price + spread / 2}))
    out = pd.concat(rows, ignore_index=True)
    day = pd.Timestamp(date)
    return out.assign(date=day, expiry=day + pd.Timedelta(days=days), underlying=underlying)


@pytest.mark.shared
def test_the_vix_chain_is_priced_off_its_future_not_off_spot(shared: Path):
    found = parity_forward(load_table(shared / "data/chains/vix.2013.06.25.csv"))
    assert found.frame["forward"].tolist() == [20.0]
    assert "Parity forward: 20.00" in found.summary()


@pytest.mark.shared
def test_the_fifth_of_february_2018_is_flagged(shared: Path):
    found = parity_forward(load_table(shared / "data/chains/spxw_2018_jan_feb_data_full.csv"))
    (row,) = found.flagged.itertuples()
    assert (row.date, row.underlying) == (pd.Timestamp("2018-02-05"), 2648.98)
    assert row.forward == pytest.approx(2629.1, abs=0.05)
    assert row.gap == pytest.approx(2629.1 / 2648.98 - 1, abs=1e-12)
    assert "2018-02-05" in found.summary()


def test_the_forward_is_found_again_and_held_against_the_underlying():
    found = parity_forward(pd.concat([chain(101.0), chain(99.8, date="2024-03-04")]))
    assert found.frame["forward"].tolist() == pytest.approx([101.0, 99.8], abs=1e-10)
    assert found.frame["gap"].tolist() == pytest.approx([0.01, -0.002], abs=1e-12)
    assert found.flagged["date"].tolist() == [pd.Timestamp("2024-03-01")]


def test_a_bad_quote_or_two_do_not_move_the_median():
    quotes = chain(101.0)
    quotes.loc[(quotes["strike"] == 100) & (quotes["kind"] == "call"), ["bid", "ask"]] += 5
    assert parity_forward(quotes).frame["forward"].tolist() == pytest.approx([101.0], abs=1e-10)


def test_interest_grows_the_gap_between_call_and_put():
    quotes = chain(101.0, days=365)
    quotes[["bid", "ask"]] *= np.exp(-0.05)
    assert parity_forward(quotes, rate=0.05).frame["forward"].tolist() == pytest.approx([101.0], abs=1e-9)
    with pytest.raises(ToolError, match="dates"):
        parity_forward(quotes.assign(date=pd.NaT), rate=0.05)


def test_the_order_of_rows_does_not_matter_and_the_table_is_left_alone():
    quotes = pd.concat([chain(101.0), chain(99.8, date="2024-03-04")], ignore_index=True)
    mixed = quotes.sample(frac=1, random_state=5)
    before = mixed.copy(deep=True)
    pd.testing.assert_frame_equal(parity_forward(mixed).frame, parity_forward(quotes).frame)
    pd.testing.assert_frame_equal(mixed, before)


@pytest.mark.parametrize(
    "bad",
    [
        chain().query("kind == 'call'"),
        chain().assign(bid=0.0),
        chain().assign(bid=np.nan),
        chain().iloc[:0],
        pd.DataFrame({"close": [1.0, 2.0]}),
        5,
        None,
    ],
)
def test_a_chain_without_a_forward_is_refused(bad):
    with pytest.raises(ToolError):
        parity_forward(bad)


def test_the_strikes_behind_the_forward_are_said():
    assert "It is the median of what 9 strikes from 80 to 120 give, at mid." in parity_forward(chain()).summary()
    assert "It is what the 100 strike gives, at mid." in parity_forward(chain(strikes=[100])).summary()
