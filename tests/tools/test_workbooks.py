"""XLSX, Parquet, JSON and DataFrames."""

import datetime as dt
import io
import json
import zipfile
from pathlib import Path

import numpy as np
import openpyxl
import pandas as pd
import pytest

from tools import ToolError, load_table

DATES = [dt.date(2024, 1, 2), dt.date(2024, 1, 3), dt.date(2024, 1, 4)]
VALUES = [13.2, 14.04, 14.13]


def workbook(path: Path, sheets: dict[str, list[list[object]]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


ROWS = [["Date", "Close"], *[[d, v] for d, v in zip(DATES, VALUES, strict=True)]]


def test_a_workbook_is_read(tmp_path: Path):
    table = load_table(workbook(tmp_path / "vix.xlsx", {"VIX": ROWS}))
    assert table.series().tolist() == VALUES
    assert [d.date() for d in table.series().index] == DATES
    assert (table.report.format, table.report.sheet, table.report.place) == ("XLSX", "VIX", "row")


def test_the_first_sheet_with_data_is_taken_and_reported_and_another_can_be_chosen(tmp_path: Path):
    other = [["Date", "Close"], [DATES[0], 4742.8]]
    path = workbook(tmp_path / "all.xlsx", {"Empty": [], "VIX": ROWS, "SPX": other})
    table = load_table(path)
    assert table.report.sheet == "VIX"
    assert any("3 sheets" in n for n in table.report.notes)
    for sheet in ("SPX", "spx", 3):
        chosen = load_table(path, sheet=sheet)
        assert chosen.series().tolist() == [4742.8]
        assert chosen.call == f"load_table('all.xlsx', sheet={sheet!r})"
    for sheet in ("nope", 0, 4, True):
        with pytest.raises(ToolError, match="'VIX'"):
            load_table(path, sheet=sheet)


def test_a_sheet_of_notes_is_not_taken_before_one_with_numbers(tmp_path: Path):
    notes = [["Notes"], ["Closing prices of the VIX."], ["Ask Ann."]]
    table = load_table(workbook(tmp_path / "notes.xlsx", {"Read me": notes, "VIX": ROWS}))
    assert table.report.sheet == "VIX"
    assert table.series().tolist() == VALUES
    told = [["Date", "Close"], *[[str(d), f"{v:.2f}".replace(".", ",")] for d, v in zip(DATES, VALUES, strict=True)]]
    assert load_table(workbook(tmp_path / "text.xlsx", {"Text": told, "VIX": ROWS})).report.sheet == "Text"


def test_a_sheet_with_a_title_blank_rows_and_text_in_it(tmp_path: Path):
    rows = [
        ["VIX history"],
        [],
        ["Date", "Close", "Note"],
        [DATES[0], "13,000.5", "a"],
        [],
        [DATES[1], 14.04, "b"],
        ["total", 27, None],
    ]
    report = load_table(workbook(tmp_path / "t.xlsx", {"S": rows})).report
    assert report.header_line == 3
    assert report.rows_kept == 2
    assert {d.reason: d.lines for d in report.dropped} == {"blank row": (5,), "date that cannot be read": (7,)}


def test_an_empty_workbook_is_refused(tmp_path: Path):
    with pytest.raises(ToolError, match="no rows"):
        load_table(workbook(tmp_path / "e.xlsx", {"A": [], "B": []}))


def test_a_damaged_workbook_is_refused(tmp_path: Path):
    data = workbook(tmp_path / "d.xlsx", {"A": ROWS}).read_bytes()
    with pytest.raises(ToolError, match="damaged"):
        load_table(data[: len(data) // 2])


def bomb(size: int, text: bytes = b"") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/worksheets/sheet1.xml", "w") as part:
        part.write(text)
        for _ in range(size // 1_000_000):
            part.write(b"0" * 1_000_000)
    return packed.getvalue()


def test_a_workbook_that_unpacks_to_gigabytes_is_refused_by_its_own_directory(monkeypatch: pytest.MonkeyPatch):
    data = bytearray(bomb(1_000_000))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (3_000_000_000).to_bytes(4, "little")  # the uncompressed size in the directory
    with pytest.raises(ToolError, match="unpacked"):
        load_table(bytes(data))


def test_a_workbook_whose_xml_declares_entities_is_refused():
    with pytest.raises(ToolError, match="entities"):
        load_table(bomb(0, b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'))


def test_parquet_is_read_with_its_index(tmp_path: Path):
    frame = pd.DataFrame({"Close": VALUES}, index=pd.DatetimeIndex(DATES, name="Date"))
    frame.to_parquet(tmp_path / "vix.parquet")
    table = load_table(tmp_path / "vix.parquet")
    assert table.columns == ("Date", "Close")
    assert table.series().tolist() == VALUES


def test_a_damaged_parquet_file_is_refused():
    with pytest.raises(ToolError, match="Parquet"):
        load_table(b"PAR1" + b"\x00" * 50 + b"PAR1")


RECORDS = [{"date": d.isoformat(), "close": v} for d, v in zip(DATES, VALUES, strict=True)]
JSON = {
    "records": RECORDS,
    "columns": {"date": [d.isoformat() for d in DATES], "close": VALUES},
    "under a key": {"symbol": "VIX", "data": RECORDS},
    "rows": [["date", "close"], *[[d.isoformat(), v] for d, v in zip(DATES, VALUES, strict=True)]],
    "columns by row": {"close": {d.isoformat(): v for d, v in zip(DATES, VALUES, strict=True)}},
    "split": {
        "columns": ["date", "close"],
        "index": [0, 1, 2],
        "data": [[d.isoformat(), v] for d, v in zip(DATES, VALUES, strict=True)],
    },
}


@pytest.mark.parametrize("form", JSON)
def test_json_is_read_in_the_usual_forms(form: str):
    table = load_table(json.dumps(JSON[form]).encode())
    assert table.series("close").tolist() == VALUES
    assert [d.date() for d in table.series("close").index] == DATES


def test_json_lines_are_read():
    assert load_table("\n".join(map(json.dumps, RECORDS)).encode()).series().tolist() == VALUES


@pytest.mark.parametrize(
    "text", [b"{", b'{"a": 1}', b"[]", b"{}", b"[[]]", b'[{"a": {"b": 1}}, 2]', b"[" * 100_000, b'{"a": [1, 2], "b": [1]}']
)
def test_json_that_is_no_table_is_refused(text: bytes):
    with pytest.raises(ToolError):
        load_table(text)


@pytest.mark.parametrize(
    "index", [pd.DatetimeIndex(DATES), pd.PeriodIndex(DATES, freq="D"), pd.Index([d.isoformat() for d in DATES], name="Date")]
)
def test_the_index_of_a_frame_is_its_date(index: pd.Index):
    series = load_table(pd.DataFrame({"close": VALUES}, index=index)).series()
    assert [d.date() for d in series.index] == DATES


def test_odd_columns_of_a_frame_are_read():
    frame = pd.DataFrame(
        {
            ("SPX", "date"): DATES,
            ("SPX", "close"): pd.array([1, 2, None], dtype="Int64"),
            ("SPX", "kind"): pd.Categorical(["a", "b", "a"]),
            ("SPX", "flag"): [True, False, True],
            ("SPX", "inf"): [1.0, np.inf, 3.0],
        }
    )
    table = load_table(frame)
    assert table.series("SPX close").tolist() == [1, 2]
    assert table.series("SPX inf").tolist() == [1, 3]
    assert table.roles["SPX flag"] == "text"


def test_a_frame_without_rows_is_refused():
    with pytest.raises(ToolError, match="no rows"):
        load_table(pd.DataFrame({"date": [], "close": []}))


def book_of(*sheets: tuple[str, list[list[object]], str]) -> bytes:
    book = openpyxl.Workbook()
    for i, (title, rows, state) in enumerate(sheets):
        sheet = book.active if i == 0 else book.create_sheet()
        sheet.title, sheet.sheet_state = title, state
        for row in rows:
            sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


LIST = [["date", "close"], ["2024-01-02", 1.0], ["2024-01-03", 2.0], ["2024-01-04", 4.0]]


def test_a_hidden_sheet_is_not_taken_before_one_that_is_seen():
    table = load_table(book_of(("secret", [["x", "y"], [1, 2], [3, 4]], "hidden"), ("prices", LIST, "visible")))
    assert table.report.sheet == "prices"
    assert table.report.questions == ()
    assert any("1 sheet hidden" in n for n in table.report.notes)
    assert load_table(book_of(("a", LIST, "visible"), ("b", LIST, "hidden")), sheet="b").report.sheet == "b"


def test_which_of_several_sheets_is_asked_about():
    other = [["date", "close"], ["2024-02-01", 9.0], ["2024-02-02", 8.0]]
    table = load_table(book_of(("Jan", LIST, "visible"), ("Feb", other, "visible")))
    (question,) = table.report.questions
    assert [(c.label, c.value, c.taken) for c in question.choices] == [
        ("Use the sheet Jan", "Jan", True),
        ("Use the sheet Feb", "Feb", False),
    ]
    again = table.answered("use the sheet feb")
    assert again.series().tolist() == [9.0, 8.0]
    assert again.call == "load_table(data, sheet='Feb')"
    with pytest.raises(ToolError, match="nothing is open"):
        again.answered("Use the sheet Jan")


def test_a_formula_without_a_stored_value_is_missing_and_said_so():
    rows = [*LIST, ["2024-01-05", "=B4*2"], ["2024-01-08", "=B5*2"]]
    report = load_table(book_of(("prices", rows, "visible"))).report
    assert any("2 cells with a formula whose value was never stored" in w for w in report.warnings)
    assert not any(
        "formula" in w for w in load_table(book_of(("prices", [*LIST, ["2024-01-05", None]], "visible"))).report.warnings
    )


def test_a_title_merged_over_the_header_is_no_header():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"] = "VIX closes, daily"
    sheet.merge_cells("A1:B1")
    for row in LIST:
        sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    table = load_table(file.getvalue())
    assert table.roles == {"date": "date", "close": "close"}
    assert table.report.header_line == 2
