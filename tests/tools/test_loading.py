"""Loading, promise by promise: a small file for each, written here, whose content is known."""

import gzip
import io
import json
from pathlib import Path

import numpy as np
import openpyxl
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tools import Table, ToolError, load_table, ten_delta_put_iv

OPTIONSDX = b"""[QUOTE_UNIXTIME], [QUOTE_READTIME], [QUOTE_DATE], [QUOTE_TIME_HOURS], [UNDERLYING_LAST], [EXPIRE_DATE], [DTE], \
[C_DELTA], [C_IV], [C_VOLUME], [C_LAST], [C_SIZE], [C_BID], [C_ASK], [STRIKE], [P_BID], [P_ASK], [P_SIZE], [P_LAST], \
[P_DELTA], [P_IV], [P_VOLUME], [STRIKE_DISTANCE]
1672693200, 2023-01-02 16:00, 2023-01-02, 16.0, 3839.5, 2023-02-03, 32.0, 0.98, 0.41, 10, 840, 1 x 1, 835, 845, 3000, 2.05, \
2.10, 5 x 5, 2.07, -0.02, 0.412, 100, 839.5
1672693200, 2023-01-02 16:00, 2023-01-02, 16.0, 3839.5, 2023-02-03, 32.0, 0.92, 0.31, , , 0 x 0, 435, 445, 3400, 8.05, \
8.10, 5 x 5, 8.07, -0.08, 0.312, 90, 439.5
1672693200, 2023-01-02 16:00, 2023-01-02, 16.0, 3839.5, 2023-02-03, 32.0, 0.76, 0.22, 10, 239, 1 x 1, 235, 245, 3600, 32.05, \
32.10, 5 x 5, 32.07, -0.24, 0.232, 80, 239.5
"""
BARCHART = b"""Symbol,Type,Strike,"Exp Date",DTE,Bid,Mid,Ask,Last,Volume,"Open Int",IV,Delta,Time
VIX|20240117|15.00C,Call,15.00,2024-01-17,14,0.50,0.55,0.60,0.55,"1,234","10,000",85.20%,0.35,01/25/24
VIX|20240117|15.00P,Put,15.00,2024-01-17,14,0.90,0.95,1.00,0.95,"234","1,000",84.20%,-0.65,01/25/24
"Downloaded from Barchart.com as of 01-25-2024 03:15pm CST"
"""


def closes(table: Table) -> list[float]:
    return table.series().tolist()


def test_bracketed_and_padded_headers_of_a_wide_chain():
    table = load_table(OPTIONSDX)
    assert table.kind == "chain"
    assert {table.roles[c] for c in ("C_IV", "P_IV", "C_BID", "P_ASK", "UNDERLYING_LAST", "QUOTE_DATE", "EXPIRE_DATE")} == {
        "call iv",
        "put iv",
        "call bid",
        "put ask",
        "underlying",
        "date",
        "expiry",
    }
    chain = table.chain()
    puts = chain[chain["kind"] == "put"]
    assert puts["strike"].tolist() == [3000, 3400, 3600]
    assert puts["bid"].tolist() == [2.05, 8.05, 32.05]
    # −0.10 lies an eighth of the way from −0.08 to −0.24
    assert ten_delta_put_iv(table).frame["iv"].item() == pytest.approx(0.312 + (0.232 - 0.312) / 8, abs=1e-12)


def test_a_list_of_quotes_with_percent_thousands_and_a_footer():
    table = load_table(BARCHART)
    assert table.kind == "chain"
    chain = table.chain()
    assert chain["iv"].tolist() == pytest.approx([0.852, 0.842], abs=1e-15)
    assert chain["open_interest"].tolist() == [10_000, 1_000]
    assert table.report.rows_kept == 2
    assert table.report.rows_dropped == 1
    assert table.report.units == {"IV": "decimal", "Delta": "put deltas negative"}


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_calls_and_puts_over_the_header_hold_for_the_columns_below(form: str):
    rows = [
        ["Calls", None, None, None, "Puts", None, None],
        ["Bid", "Ask", "IV", "Strike", "Bid", "Ask", "IV"],
        [9, 9.5, 22, 100, 1, 1.5, 21],
        [5, 5.5, 20, 105, 2, 2.5, 19],
    ]
    if form == "xlsx":
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        book.active.merge_cells("A1:C1")
        book.active.merge_cells("E1:G1")
        file = io.BytesIO()
        book.save(file)
        table = load_table(file.getvalue())
    else:
        table = load_table("\n".join(",".join("" if c is None else str(c) for c in row) for row in rows).encode())
    chain = table.chain().set_index(["kind", "strike"])
    assert chain.loc[("call", 100), "bid"] == 9
    assert chain.loc[("put", 105), "ask"] == 2.5
    assert chain.loc[("put", 100), "iv"] == pytest.approx(0.21)


def test_time_stamps_in_a_column_named_time_are_the_dates():
    table = load_table(b"Time,Close\n2024.01.02 09:30,1\n2024.01.02 09:35,2\n2024.01.02 09:40,4\n")
    assert table.date_column == "Time"
    assert table.report.frequency == "intraday"


@pytest.mark.parametrize(
    ("written", "first"),
    [("2024-01", "2024-01-01"), ("Jan-24", "2024-01-01"), ("01/2024", "2024-01-01"), ("January 2024", "2024-01-01")],
)
def test_months_are_dates(written: str, first: str):
    forms = {"2024-01": "%Y-%m", "Jan-24": "%b-%y", "01/2024": "%m/%Y", "January 2024": "%B %Y"}
    months = pd.date_range("2024-01-01", periods=12, freq="MS")
    text = "Month,PE\n" + "".join(f"{m:{forms[written]}},{20 + i}\n" for i, m in enumerate(months))
    table = load_table(text.encode())
    assert table.series().index.equals(pd.DatetimeIndex(months, name="Month").as_unit("us"))
    assert table.report.first_date == pd.Timestamp(first)
    assert table.report.frequency == "monthly"
    assert "Months were read as their first day." in table.report.notes


def test_zones_that_change_in_summer_are_brought_to_one():
    text = b"date,close\n2024-03-08T16:00:00-05:00,1\n2024-03-11T16:00:00-04:00,2\n2024-03-12T20:00:00Z,3\n"
    table = load_table(text)
    assert table.series().index.tolist() == [
        pd.Timestamp("2024-03-08 21:00"),
        pd.Timestamp("2024-03-11 20:00"),
        pd.Timestamp("2024-03-12 20:00"),
    ]
    assert "Times with a zone were turned to UTC." in table.report.notes


RECORDS = [{"date": "2024-01-02", "px": {"close": 1.5, "open": 1.2}}, {"date": "2024-01-03", "px": {"close": 2.5, "open": 1.7}}]


@pytest.mark.parametrize(
    "content",
    [RECORDS, {"data": RECORDS}, {"status": "ok", "data": {"quotes": RECORDS}}, [RECORDS[0], {**RECORDS[1], "note": "x"}]],
)
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_nested_records_are_laid_flat(content: object, codec: str):
    table = load_table(json.dumps(content).encode(codec))
    assert closes(table) == [1.5, 2.5]
    assert {"date", "close", "open"} <= set(table.roles)


def test_nested_names_that_meet_stay_apart():
    table = load_table(json.dumps([{"date": "2024-01-02", "spx": {"close": 1}, "vix": {"close": 2}}] * 1).encode())
    assert {"spx.close", "vix.close"} <= set(table.columns)


@pytest.mark.parametrize(
    "content",
    [
        '{"1704153600000": 1, "1704240000000": 2, "1704326400000": 4}',  # as pandas writes a series by date
        '{"2024-01-02": 1, "2024-01-03": 2, "2024-01-04": 4}',
        "[1, 2, 4]",
    ],
)
def test_json_of_plain_numbers_is_a_series(content: str):
    assert closes(load_table(content.encode())) == [1, 2, 4]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"[" * 100_000, "nested less deeply"),
        (b'[{"date":"2024-01-02","close":1},{"date":', "It breaks at line 1"),
        (json.dumps({"a": [[{"b": 1}], [{"b": 2}]], "c": [[1], [2]]}).encode(), "lists or objects"),
        (gzip.compress(b"date,close\n2024-01-02,1\n", mtime=0), "gzip archive. Unpack it first"),
        (b"date,close\n2024-01-02,1\x00\n2024-01-03,2\n", "not text"),
        (b"\x00" * 5_000, "not text"),
        (b"", "empty"),
        (b"\n\n\n", "only blank lines"),
        (b"date,close\n", "Only a header"),
        (b"date,close\n3024-01-04,1\n3024-01-05,2\n", "2 rows: date that cannot be read"),
        (b"date,close\nyes,no\nmaybe,x\n", "All columns hold text"),
        (b"date,close\n2024-01-02,1\n2024-01-03," + b"x" * 1_000_000, "at most 32,767 characters (one has 1,000,000)"),
        (",".join(f"c{i}" for i in range(5_000)).encode() + b"\n" + b"1," * 4_999 + b"1\n", "at most 2,000 columns"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(content: bytes, says: str):
    with pytest.raises(ToolError) as refused:
        load_table(content)
    assert says in str(refused.value)


def test_a_lone_column_of_numbers_counts_nothing():
    table = load_table(b"1\n2\n3\n")
    assert table.roles == {"column 1": "number"}
    assert closes(table) == [1, 2, 3]


def test_a_column_named_with_a_nought_is_no_futures_month():
    assert load_table(b"c0,x\n1,2\n3,5\n").roles["c0"] == "number"


def test_a_parquet_file_that_unpacks_to_more_than_the_limit_is_refused_by_its_own_footer(monkeypatch: pytest.MonkeyPatch):
    from tools import limits

    monkeypatch.setattr(limits.check_unpacked, "__defaults__", (limits.Limits(unpacked_bytes=10_000),))
    file = io.BytesIO()
    pq.write_table(pa.table({"close": np.zeros(100_000)}), file, use_dictionary=False, compression="zstd")
    assert len(file.getvalue()) < 10_000
    with pytest.raises(ToolError, match="once unpacked"):
        load_table(file.getvalue())


@pytest.mark.shared
def test_every_real_file_loads_with_every_row_accounted_for(shared: Path):
    for path in sorted((shared / "data").rglob("*.csv")):
        report = load_table(path).report
        assert report.rows_kept + report.rows_dropped == report.rows_read, path.name
        assert report.rows_kept > 0, path.name
        assert report.questions == (), path.name  # each of them says which comes first, day or month


PRINTED = pd.DataFrame({"open": [1.0, 2, 3], "close": [2.0, 3, 4]}, index=pd.date_range("2024-01-02", periods=3, name="date"))


@pytest.mark.filterwarnings("ignore:'epoch' date format")
@pytest.mark.parametrize("orient", ["split", "index", "columns", "table"])
@pytest.mark.parametrize("dates", ["iso", "epoch"])
def test_a_frame_that_pandas_wrote_as_json_keeps_its_dates(orient: str, dates: str):
    written = PRINTED.to_json(orient=orient, date_format="iso" if orient == "table" else dates)
    close = load_table(written.encode()).series("close")
    assert close.tolist() == [2, 3, 4]
    assert close.index.tolist() == PRINTED.index.tolist()


def test_a_table_beside_what_is_said_of_it_is_found():
    bars = {f"2024-01-0{d}": {"1. open": f"{d}.5", "4. close": f"{d}.75"} for d in (4, 3, 2)}
    content = {"Meta Data": {"1. Information": "Daily prices", "2. Symbol": "VIX"}, "Time Series (Daily)": bars}
    assert closes(load_table(json.dumps(content).encode()).renamed("x")) == [2.75, 3.75, 4.75]
