"""Dates in columns of parts. The oracle is pandas, which puts a frame of year, month and day together."""

import datetime as dt

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import Table, load_table

MOMENTS = pd.date_range("2023-11-29", periods=120, freq="D")


def loaded(frame: pd.DataFrame) -> Table:
    return load_table(frame.to_csv(index=False).encode())


def parts(names: tuple[str, str, str]) -> pd.DataFrame:
    return pd.DataFrame(dict(zip(names, (MOMENTS.year, MOMENTS.month, MOMENTS.day), strict=True))).assign(Close=13.5)


@pytest.mark.parametrize(
    "names",
    [
        ("Year", "Month", "Day"),
        ("YEAR", "MON", "DAY"),
        ("yyyy", "mm", "dd"),
        ("Trade Year", "Trade Month", "Trade Day"),
        ("yr", "mo", "dy"),
        ("Jahr", "Monat", "Tag"),
        ("y", "m", "d"),
    ],
)
def test_year_month_and_day_become_the_date(names: tuple[str, str, str]):
    frame = parts(names)
    table = loaded(frame)
    wanted = pd.to_datetime(frame[list(names)].set_axis(["year", "month", "day"], axis=1))
    assert table.series().index.tolist() == wanted.tolist()
    assert table.columns == ("Date", "Close")
    assert any("joined into the dates" in note for note in table.report.notes)


@pytest.mark.parametrize("form", ["%b", "%B", "%m"])
@pytest.mark.parametrize("order", [["Day", "Month", "Year"], ["Month", "Day", "Year"]])
def test_months_may_be_named_and_the_parts_in_any_order(form: str, order: list[str]):
    frame = parts(("Year", "Month", "Day")).assign(Month=MOMENTS.strftime(form))
    assert loaded(frame[[*order, "Close"]]).series().index.tolist() == MOMENTS.tolist()


@given(st.lists(st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)), min_size=2, max_size=20, unique=True))
def test_any_dates_are_put_together_as_they_were_taken_apart(dates: list[dt.date]):
    frame = pd.DataFrame({"year": [d.year for d in dates], "month": [d.month for d in dates], "day": [d.day for d in dates]})
    table = load_table(frame.assign(close=1.5))
    assert table.series().index.date.tolist() == sorted(dates)


def test_year_and_month_are_months():
    table = load_table(b"Year,Month,CPI\n2023,November,307.05\n2023,December,306.75\n2024,January,308.42\n")
    assert table.report.frequency == "monthly"
    assert table.report.first_date == pd.Timestamp("2023-11-01")
    assert "Months were read as their first day." in table.report.notes


def test_year_and_quarter_are_quarters():
    for quarters in ("1,2,3,4", "Q1,Q2,Q3,Q4"):
        rows = "".join(f"2023,{q},{i}.5\n" for i, q in enumerate(quarters.split(",")))
        table = load_table(f"Year,Quarter,EPS\n{rows}".encode())
        assert table.report.frequency == "quarterly"
        assert table.report.last_date == pd.Timestamp("2023-10-01")


def test_labour_statistics_have_months_as_periods():
    """M13, the mean of the year, is no month."""
    table = load_table(
        b"Series,Year,Period,Value\nCUUR,2023,M10,307.671\nCUUR,2023,M11,307.051\nCUUR,2023,M12,306.746\n"
        b"CUUR,2024,M01,308.417\nCUUR,2024,M02,310.3\nCUUR,2024,M13,305.349\n"
    )
    assert table.report.last_date == pd.Timestamp("2024-02-01")
    assert [(d.reason, d.lines) for d in table.report.dropped] == [("date that cannot be read", (7,))]


def test_hours_and_minutes_in_columns_of_their_own_belong_to_it():
    moments = pd.date_range("2024-01-02 09:30", periods=90, freq="min")
    frame = pd.DataFrame(
        {"year": moments.year, "month": moments.month, "day": moments.day, "hour": moments.hour, "minute": moments.minute}
    )
    assert loaded(frame.assign(close=1.5)).series().index.tolist() == moments.tolist()


def test_a_column_of_times_is_joined_as_to_any_date():
    table = load_table(b"Day;Month;Year;Time;Price\n2;1;2024;09:30;13,25\n2;1;2024;09:31;13,50\n3;1;2024;16:00;14,00\n")
    assert [str(d) for d in table.series().index] == ["2024-01-02 09:30:00", "2024-01-02 09:31:00", "2024-01-03 16:00:00"]


def test_parts_that_make_no_date_are_left_out_with_their_lines():
    rows = "".join(f"2024,{1 + i // 28},{1 + i % 28},{13 + i}\n" for i in range(40))
    table = load_table(f"Year,Month,Day,Close\n{rows}2024,2,30,99\n2024,13,1,98\n,,,97\n".encode())
    assert table.report.rows_kept == 40
    assert [(d.reason, d.lines) for d in table.report.dropped] == [("date that cannot be read", (42, 43)), ("no date", (44,))]


@pytest.mark.parametrize(
    "text",
    [
        b"Date,Year,Month,Day,Close\n2024-01-02,2024,1,2,13\n2024-01-03,2024,1,3,14\n",  # whole dates stand beside them
        b"Year,Month,Cash\n1,1,-100\n1,2,50\n2,1,60\n",  # years of a project
        b"Year,Volume\n2022,100\n2023,120\n",
    ],
)
def test_columns_that_only_look_like_parts_stay_columns(text: bytes):
    assert "Year" in load_table(text).columns


def test_two_digit_years_say_which_century_was_taken():
    table = load_table(b"Yr,Mo,Day,Close\n99,12,31,1\n0,1,3,2\n")
    assert [str(d)[:10] for d in table.series().index] == ["1999-12-31", "2000-01-03"]
    assert any("1969 to 2068" in note for note in table.report.notes)
