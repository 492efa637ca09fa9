"""Quarters and years as dates. The oracle is pandas' own calendar of periods."""

import json

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import load_table

QUARTERS = pd.period_range("2014Q3", periods=24, freq="Q")
FORMS = [
    "{y}Q{q}",
    "{y}-Q{q}",
    "{y} Q{q}",
    "{y}q{q}",
    "{y}:Q{q}",
    "Q{q} {y}",
    "Q{q}-{y}",
    "Q{q}/{y}",
    "{q}Q{y}",
    "{q}Q{s}",
    "Q{q} '{s}",
]


def as_csv(name: str, cells: list[str], values: np.ndarray | None = None, delimiter: str = ",") -> bytes:
    held = np.linspace(15, 25, len(cells)).round(2) if values is None else values
    return "\n".join([f"{name}{delimiter}PE", *(f"{c}{delimiter}{v}" for c, v in zip(cells, held, strict=True))]).encode()


def written(form: str) -> list[str]:
    return [form.format(y=p.year, s=f"{p.year % 100:02}", q=p.quarter) for p in QUARTERS]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["Quarter", "date", "period"])
def test_quarters_are_their_first_day(form: str, name: str):
    table = load_table(as_csv(name, written(form)))
    assert table.series("PE").index.tolist() == QUARTERS.to_timestamp().tolist()
    assert table.report.frequency == "quarterly"
    assert table.report.gap_count == 0
    assert "Quarters were read as their first day." in table.report.notes
    assert "Two-digit years were read as 1969 to 2068." in table.report.notes or "{y}" in form
    assert "quarterly from 2014-07-01 to 2020-04-01" in table.summary()


@pytest.mark.parametrize("form", ["{y}Q{q}", "Q{q} {y}"])
def test_quarters_between_spaces(form: str):
    table = load_table(as_csv("Period", written(form), delimiter="   "))
    assert table.series("PE").index.tolist() == QUARTERS.to_timestamp().tolist()


def test_a_quarter_that_is_missing_is_a_gap():
    kept = [q for i, q in enumerate(written("{y}Q{q}")) if i != 6]
    report = load_table(as_csv("Quarter", kept)).report
    assert report.frequency == "quarterly"
    assert [(g.after.isoformat(), g.before.isoformat()) for g in report.gaps] == [("2015-10-01", "2016-04-01")]
    assert any("1 gap in the quarterly dates" in w for w in report.warnings)


def test_what_is_no_quarter_among_quarters_is_left_out_and_said():
    report = load_table(as_csv("Quarter", [*written("{y}Q{q}"), "2021Q5", "mean"])).report
    assert [(d.reason, d.count) for d in report.dropped] == [("date that cannot be read", 2)]


@pytest.mark.parametrize("name", ["Year", "date", "Fiscal Year", "YEAR", "as_of"])
@pytest.mark.parametrize("delimiter", [",", "   "])
def test_years_are_their_first_day_where_the_name_says_so(name: str, delimiter: str):
    years = list(range(1990, 2020))
    table = load_table(as_csv(name, [str(y) for y in years], delimiter=delimiter))
    assert table.series("PE").index.tolist() == [pd.Timestamp(y, 1, 1) for y in years]
    assert table.report.frequency == "yearly"
    assert table.report.gap_count == 0
    assert "Years were read as their first day." in table.report.notes
    assert not table.report.warnings


@pytest.mark.parametrize("start", [2019, 2020, 2021])
def test_a_leap_year_makes_no_date_stray(start: int):
    cells = [str(y) for y in range(start, start + 25)]
    assert not load_table(as_csv("Year", cells)).report.warnings


def test_years_that_are_missing_are_a_gap():
    report = load_table(as_csv("Year", [str(y) for y in range(1990, 2020) if y not in (2001, 2002)])).report
    assert report.frequency == "yearly"
    assert [(g.after.year, g.before.year) for g in report.gaps] == [(2000, 2003)]


@pytest.mark.parametrize("name", ["strike", "Strike", "level", "SPX", "close", "K", "column"])
def test_numbers_like_years_are_numbers_where_no_name_says_otherwise(name: str):
    table = load_table(as_csv(name, ["1900", "1950", "2000"]))
    assert table.date_column is None
    assert table.frame[name].tolist() == [1900, 1950, 2000]


def test_strikes_like_years_stay_strikes_in_a_chain():
    rows = "".join(f"2018-01-03,2018-02-16,{kind},{k},1,2\n" for kind in ("C", "P") for k in (1900, 1950, 2000))
    table = load_table(f"date,expiry,type,strike,bid,ask\n{rows}".encode())
    assert table.kind == "chain"
    assert sorted(table.frame["strike"].unique()) == [1900, 1950, 2000]


def test_a_year_beside_its_month_is_no_date_of_its_own():
    table = load_table(b"Year,Month,PE\n2024,1,20\n2024,2,21\n2024,3,22\n")
    assert [str(d)[:7] for d in table.series().index] == ["2024-01", "2024-02", "2024-03"]
    assert table.report.rows_kept == 3


def test_a_year_that_repeats_itself_is_no_date():
    table = load_table(b"Year,PE\n2023,20\n2024,21\n2024,22\n")
    assert table.date_column is None
    assert table.report.rows_kept == 3


def test_a_year_a_symbol_is_a_date():
    table = load_table(b"Symbol,Year,EPS\nA,2023,20\nA,2024,21\nB,2023,22\nB,2024,23\n")
    assert table.date_column == "Year"
    assert table.report.rows_kept == 4


def test_a_year_as_an_expiry_is_no_day():
    table = load_table(b"date,expiry,close\n2024-01-02,2025,1\n2024-01-03,2026,2\n2024-01-04,2027,3\n")
    assert table.series("close").tolist() == [1, 2, 3]
    assert table.frame["expiry"].dtype.kind != "M"


def test_quarters_in_json_and_in_a_frame():
    cells = written("{y}-Q{q}")
    content = json.dumps([{"quarter": c, "PE": i} for i, c in enumerate(cells)]).encode()
    frame = pd.DataFrame({"PE": np.arange(24.0)}, index=pd.Index(cells, name="quarter"))
    for table in (load_table(content), load_table(frame), load_table(frame.set_axis(QUARTERS.rename("quarter")))):
        assert table.series("PE").index.tolist() == QUARTERS.to_timestamp().tolist()


@given(st.lists(st.integers(1970, 2067), min_size=3, max_size=40, unique=True), st.integers(1, 4))
def test_any_quarters_are_read_back(years: list[int], quarter: int):
    table = load_table(as_csv("Quarter", [f"{quarter}Q{y % 100:02}" for y in years]))
    expected = sorted(pd.Period(year=y, quarter=quarter, freq="Q").to_timestamp() for y in years)
    assert table.frame["Quarter"].tolist() == expected


@pytest.mark.parametrize("form", ["{y}{m:02}", "{y}.{m:02}"])
@pytest.mark.parametrize("name", ["Date", "date"])
def test_months_as_one_number_are_dates(form: str, name: str):
    months = pd.date_range("2020-11-01", periods=26, freq="MS")
    # as Shiller's table has it, October ends in .1
    cells = [form.format(y=m.year, m=m.month) for m in months]
    table = load_table(as_csv(name, [c.removesuffix("0") if "." in c else c for c in cells]))
    assert table.series("PE").index.tolist() == months.tolist()
    assert table.report.frequency == "monthly"


def test_the_first_column_of_a_factor_file_is_its_months():
    table = load_table(b",Mkt-RF,RF\n202311,1,0.1\n202312,2,0.1\n202401,3,0.1\n")
    assert table.series("RF").index.tolist() == list(pd.date_range("2023-11-01", periods=3, freq="MS"))


def test_numbers_with_a_thirteenth_month_are_no_months():
    assert load_table(b"date,PE\n202311,1\n202313,2\n202401,3\n").date_column is None
