"""The paper ledger against a sheet worked by hand, and what it refuses."""

import csv
import datetime as dt
import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import PaperLedger, ToolError
from tools.disclaimer import SHORT


def kept():
    """$10,000; 2 bought at 18.50 and 1 at 20.00, 1 sold at 21.00; $100 a point, $2 a fill."""
    ledger = PaperLedger(10_000)
    ledger.record("2027-01-04", "VXM Feb 2027", "buy", 2, 18.5, cost=2, note="first tranche")
    ledger.record("2027-01-06", "VXM Feb 2027", "buy", 1, 20.0, cost=2)
    ledger.record("2027-01-11", "VXM Feb 2027", "sell", 1, 21.0, cost=2)
    return ledger


def test_a_sheet_worked_by_hand():
    # Cash: 10,000 - 3,700 - 2 - 2,000 - 2 + 2,100 - 2 = 6,394. 2 left at 19.50 = 3,900. Equity 10,294, profit 294.
    ledger = kept()
    assert ledger.cash == 6394
    marked = ledger.mark("2027-01-12", {"VXM Feb 2027": 19.5})
    assert (marked.cash, marked.value, marked.equity, marked.profit) == (6394, 3900, 10_294, 294)
    assert marked.by_instrument == {"VXM Feb 2027": 294}
    assert [(h.instrument, h.units) for h in ledger.holdings()] == [("VXM Feb 2027", 2)]


def test_a_missing_price_on_an_open_position_is_refused_and_writes_nothing():
    ledger = kept()
    ledger.record("2027-01-11", "VXM Mar 2027", "buy", 1, 19)
    for prices in ({}, {"VXM Feb 2027": 19.35}, {"VXM Feb 2027": 19.35, "VXM Mar 2027": math.nan}, {"VXM Mar 2027": None}):
        with pytest.raises(ToolError, match="a price for every open position"):
            ledger.mark("2027-01-12", prices)
    assert len(ledger.records) == 4


def test_a_closed_position_needs_no_price():
    ledger = kept()
    ledger.record("2027-01-13", "VXM Feb 2027", "sell", 2, 22)
    marked = ledger.mark("2027-01-14", {})
    assert marked.value == 0
    assert marked.equity == ledger.cash == 6394 + 4400
    assert ledger.holdings() == ()


def test_a_sale_of_what_is_not_held_is_a_short_position():
    ledger = PaperLedger()
    ledger.record("2027-01-04", "VX Feb", "sell", 1, 20, multiplier=1000)
    assert ledger.mark("2027-01-05", {"VX Feb": 25}).profit == -5000


def test_every_record_says_that_it_is_simulated_and_a_spreadsheet_opens_the_file(tmp_path):
    ledger = kept()
    ledger.mark("2027-01-12", {"VXM Feb 2027": 19.35})
    path = ledger.save(tmp_path / "paper.csv")
    rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert [row["status"] for row in rows] == ["simulated"] * 5
    assert [row["kind"] for row in rows] == ["cash", "buy", "buy", "sell", "mark"]
    assert rows[0]["note"] == SHORT
    assert rows[1] | {"note": ""} == {
        "status": "simulated", "kind": "buy", "date": "2027-01-04", "instrument": "VXM Feb 2027",
        "units": "2.0", "price": "18.5", "multiplier": "100.0", "cost": "2.0", "note": "",
    }  # fmt: skip
    assert set(ledger.frame()["status"]) == {"simulated"}
    assert {r.status for r in ledger.records} == {"simulated"}
    assert len(pd.read_csv(path)) == 5


def test_what_is_saved_is_loaded_again(tmp_path):
    ledger = kept()
    ledger.mark("2027-01-12", {"VXM Feb 2027": 19.35})
    again = PaperLedger.load(ledger.save(tmp_path / "paper.csv"))
    assert again.records == ledger.records
    assert again.cash == ledger.cash
    assert again.to_csv() == ledger.to_csv()
    again.record("2027-01-13", "VXM Feb 2027", "sell", 2, 22)
    again.save(tmp_path / "paper.csv")
    assert PaperLedger.load(tmp_path / "paper.csv").holdings() == ()
    assert [p.name for p in tmp_path.iterdir()] == ["paper.csv"]


FILLS = st.lists(
    st.tuples(
        st.sampled_from(["A", "B"]), st.sampled_from(["buy", "sell"]), st.integers(1, 50), st.floats(0.05, 90), st.floats(0, 9)
    ),
    max_size=30,
)


@given(FILLS, st.floats(0.05, 90), st.floats(0.05, 90))
def test_equity_is_cash_and_value_and_profits_add_up(fills, a, b):
    ledger = PaperLedger(1000)
    for i, (name, side, units, price, cost) in enumerate(fills):
        ledger.record(dt.date(2027, 1, 1) + dt.timedelta(i), name, side, units, price, cost=cost)
    marked = ledger.mark("2027-06-01", {"A": a, "B": b})
    position = {"A": 0, "B": 0}
    cash = 1000.0
    for name, side, units, price, cost in fills:
        sign = 1 if side == "buy" else -1
        position[name] += sign * units
        cash -= sign * units * price * 100 + cost
    assert marked.cash == pytest.approx(cash, abs=1e-6)
    assert marked.equity == pytest.approx(cash + 100 * (position["A"] * a + position["B"] * b), abs=1e-6)
    assert sum(marked.by_instrument.values()) == pytest.approx(marked.profit, abs=1e-6)


GOOD = {"date": "2027-01-04", "instrument": "VXM", "side": "buy", "units": 1, "price": 18.5}
BAD = {
    "no date": ({"date": "soon"}, "date"),
    "a number for a date": ({"date": 20270104}, "date"),
    "a formula for a name": ({"instrument": '=HYPERLINK("x")'}, "instrument"),
    "no name": ({"instrument": ""}, "instrument"),
    "two lines": ({"instrument": "VX\nFeb"}, "instrument"),
    "no side": ({"side": "hold"}, "side"),
    "no units": ({"units": 0}, "units"),
    "units below zero": ({"units": -1}, "units"),
    "no price": ({"price": math.nan}, "price"),
    "a price in words": ({"price": "18.5"}, "price"),
    "no multiplier": ({"multiplier": 0}, "multiplier"),
    "costs below zero": ({"cost": -1}, "cost"),
    "a formula for a note": ({"note": "+1+1"}, "note"),
}


@pytest.mark.parametrize(("change", "name"), BAD.values(), ids=BAD)
def test_what_is_no_fill_is_refused_by_name(change, name):
    ledger = PaperLedger()
    with pytest.raises(ToolError) as caught:
        ledger.record(**{**GOOD, **change})
    assert caught.value.parameter == name
    assert ledger.records == ()


def test_dates_go_forward_and_a_multiplier_stays():
    ledger = kept()
    with pytest.raises(ToolError, match="on or after the last record"):
        ledger.record("2027-01-10", "VXM Feb 2027", "sell", 1, 20)
    with pytest.raises(ToolError, match="as for this instrument before"):
        ledger.record("2027-01-12", "VXM Feb 2027", "sell", 1, 20, multiplier=1000)
    with pytest.raises(ToolError, match="a mapping"):
        ledger.mark("2027-01-12", [19.35])


HEAD = "status,kind,date,instrument,units,price,multiplier,cost,note\n"
CASH = "simulated,cash,,,,0,,,\n"
OTHER_FILES = {
    "empty": "",
    "another table": "a,b\n1,2\n",
    "no cash": HEAD,
    "cash in words": HEAD + "simulated,cash,,,,x,,,\n",
    "a real trade": HEAD + CASH + "real,buy,2027-01-04,VX,1,18,100,0,\n",
    "units in words": HEAD + CASH + "simulated,buy,2027-01-04,VX,one,18,100,0,\n",
}


@pytest.mark.parametrize("text", OTHER_FILES.values(), ids=OTHER_FILES)
def test_a_file_that_is_no_such_ledger_is_refused(tmp_path, text):
    path = tmp_path / "other.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ToolError) as caught:
        PaperLedger.load(path)
    assert caught.value.parameter == "path"
