"""The one long form of option chains, from real files of both layouts and from chains made by hand."""

import csv
from pathlib import Path

import pandas as pd
import pytest

from tools import ToolError, load_table
from tools.chains import CHAIN_COLUMNS


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def number(text: str) -> float | None:
    return float(text) if text not in ("", "NA") else None


@pytest.mark.shared
@pytest.mark.parametrize("name", ["sp500.2013.04.19.csv", "vix.2013.06.25.csv"])
def test_a_wide_chain_becomes_a_row_a_contract(shared: Path, name: str):
    rows = rows_of(shared / "data/chains" / name)
    chain = load_table(shared / "data/chains" / name).chain()
    assert tuple(chain.columns) == CHAIN_COLUMNS
    assert len(chain) == 2 * len(rows)
    by_contract = chain.set_index(["kind", "strike"])
    for row in rows:
        for side, suffix in (("call", "c"), ("put", "p")):
            contract = by_contract.loc[(side, float(row["strike"]))]
            for field in ("bid", "ask"):
                expected = number(row[f"{field}.{suffix}"])
                assert pd.isna(contract[field]) if expected is None else contract[field] == expected
            if "impvol.c" in row:
                assert contract["iv"] == pytest.approx(float(row[f"impvol.{suffix}"]) / 100, abs=1e-12)
                assert contract["delta"] == float(row[f"delta.{suffix}"])
    assert chain["date"].isna().all()
    assert chain["expiry"].isna().all()


@pytest.mark.shared
def test_the_units_of_a_vendor_chain_are_named(shared: Path):
    units = load_table(shared / "data/chains/sp500.2013.04.19.csv").report.units
    assert units == {"impvol.c": "percent", "impvol.p": "percent", "delta.p": "put deltas negative"}


@pytest.mark.shared
def test_a_long_chain_keeps_every_contract(shared: Path):
    rows = rows_of(shared / "data/chains/spxw_2018_jan_feb_data_full.csv")
    chain = load_table(shared / "data/chains/spxw_2018_jan_feb_data_full.csv").chain()
    assert len(chain) == len(rows)
    assert (chain["kind"] == "put").sum() == sum(r["option_type"] == "put" for r in rows)
    day = chain[chain["date"] == "2018-02-05"]
    ours = sorted(day[["strike", "bid", "ask", "delta"]].itertuples(index=False, name=None))
    names = ("strike", "bid", "ask", "delta")
    assert ours == sorted(tuple(float(r[n]) for n in names) for r in rows if r["quote_date"] == "02/05/2018")
    assert day["underlying"].unique().tolist() == [2648.98]
    assert chain["iv"].isna().all()


@pytest.mark.shared
def test_a_chain_with_a_hash_and_letters_for_the_side(shared: Path):
    rows = rows_of(shared / "data/chains/spx-universe-20151222.csv")
    table = load_table(shared / "data/chains/spx-universe-20151222.csv")
    chain = table.chain()
    assert table.columns[0] == "expiry"
    assert len(chain) == len(rows) == 233
    assert sorted(f"{e:%Y%m%d}" for e in chain["expiry"]) == sorted(r["#expiry"] for r in rows)
    assert sorted(chain["iv"]) == sorted(float(r["implied_volatility"]) for r in rows)
    assert sorted(chain["last"]) == sorted(float(r["close"]) for r in rows)


@pytest.mark.shared
def test_a_chain_is_no_series(shared: Path):
    table = load_table(shared / "data/chains/vix.2013.06.25.csv")
    assert table.default_column is None
    with pytest.raises(ToolError, match="option chain"):
        table.series("bid.c")


def test_calls_and_puts_around_the_strike_are_told_apart_by_their_place():
    text = (
        "Quote table\nLast: 18.47\n\n"
        "Expiration Date,Calls,Bid,Ask,IV,Strike,Puts,Bid,Ask,IV\n"
        "Fri Aug 21 2020,VIX200821C00020000,2.65,2.70,0.81,20,VIX200821P00020000,2.60,2.75,0.79\n"
        "Fri Aug 21 2020,VIX200821C00025000,1.45,1.50,0.93,25,VIX200821P00025000,6.40,6.60,0.90\n"
    )
    chain = load_table(text.encode()).chain()
    assert chain[["kind", "strike", "bid", "iv"]].values.tolist() == [
        ["call", 20.0, 2.65, 0.81],
        ["call", 25.0, 1.45, 0.93],
        ["put", 20.0, 2.60, 0.79],
        ["put", 25.0, 6.40, 0.90],
    ]
    assert chain["expiry"].unique().tolist() == [pd.Timestamp("2020-08-21")]


def test_a_repeated_contract_keeps_its_last_row_and_is_reported():
    table = load_table(b"date,expiry,type,strike,bid\n2024-01-02,2024-02-14,C,20,1\n2024-01-02,2024-02-14,C,20,2\n")
    assert table.chain()["bid"].tolist() == [2.0]
    assert table.report.duplicates == 1


@pytest.mark.parametrize("order", ["ascending", "descending", "shuffled"])
@pytest.mark.parametrize("bad", [0, 7, 19])
def test_repeated_contracts_are_found_in_any_order_and_beside_rows_left_out(order: str, bad: int):
    rows = [f"2024-01-0{2 + i // 10},2024-02-16,{'call' if i % 2 else 'put'},{100 + i % 10 // 2},{i}" for i in range(20)]
    rows[bad] = rows[bad].replace("call", "future").replace("put", "future")
    rows = rows[::-1] if order == "descending" else rows if order == "ascending" else [rows[7 * i % 20] for i in range(20)]
    again = next(r for r in rows if "future" not in r).rpartition(",")[0] + ",99"
    table = load_table("\n".join(["quote_date,expiration,type,strike,bid", *rows, again]).encode())
    assert {d.reason: d.count for d in table.report.dropped} == {
        "neither call nor put": 1,
        "repeated contract (the last one was kept)": 1,
    }
    assert len(table.frame) == 19
    assert 99 in table.frame["bid"].tolist()
    assert not table.frame.duplicated(["quote_date", "expiration", "type", "strike"]).any()


def test_a_row_that_is_neither_call_nor_put_is_left_out_and_reported():
    rows = "".join(f"{k},C,1\n{k},P,2\n" for k in range(10, 20))
    table = load_table(f"strike,type,bid\n{rows}20,X,3\n".encode())
    assert [d.reason for d in table.report.dropped] == ["neither call nor put"]
    assert set(table.chain()["kind"]) == {"call", "put"}


def test_deltas_in_hundredths_are_brought_to_a_scale_of_one():
    chain = load_table(b"strike,type,delta\n20,C,55\n20,P,-45\n25,P,-70\n").chain()
    assert chain["delta"].tolist() == pytest.approx([0.55, -0.45, -0.70])


@pytest.mark.parametrize("text", [b"date,close\n2024-01-02,1\n", b"strike,bid\n20,1\n"])
def test_what_is_no_chain_is_refused(text: bytes):
    with pytest.raises(ToolError, match="option chain"):
        load_table(text).chain()


def test_a_chain_is_the_callers_own():
    rows = b"2024-01-02,2024-02-16,put,100,1\n2024-01-02,2024-02-16,call,100,2\n"
    table = load_table(b"quote_date,expiration,type,strike,bid\n" + rows)
    chain = table.chain()
    chain.loc[:, "bid"] = 9.0
    chain.loc[0, "iv"] = 0.5
    assert table.frame["bid"].tolist() == [1.0, 2.0]
    assert table.chain()["bid"].tolist() == [2.0, 1.0]
    assert chain["delta"].isna().all()
