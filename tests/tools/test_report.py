"""The report: frequency, gaps, duplicates, order, units. Calendars come from pandas, counts from the construction."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import load_table
from tools.report import Report
from tools.spacing import Steps


def table_of(dates: pd.DatetimeIndex | list[str], values: list[float] | None = None) -> Report:
    values = values or [10.0 + i % 3 for i in range(len(dates))]
    return load_table(pd.DataFrame({"date": dates, "close": values})).report


@pytest.mark.parametrize(
    ("frequency", "name"),
    [
        ("B", "daily"),
        ("D", "daily"),
        ("W-FRI", "weekly"),
        ("MS", "monthly"),
        ("5min", "intraday"),
        ("QS", "quarterly"),
        ("QE", "quarterly"),
        ("YS", "yearly"),
        ("YE-MAR", "yearly"),
        ("2MS", "irregular"),
    ],
)
def test_the_spacing_of_the_dates_is_named(frequency: str, name: str):
    dates = pd.date_range("2024-01-01", periods=60, freq=frequency)
    assert Steps.of(dates.to_numpy()).frequency == name
    assert table_of(dates).frequency == name


def test_a_gap_is_longer_than_a_long_weekend():
    dates = pd.bdate_range("2024-01-01", periods=100)
    report = table_of(dates[:50].append(dates[60:]))
    assert report.gap_count == 1
    assert (report.gaps[0].after, report.gaps[0].before) == (dates[49].date(), dates[60].date())
    assert table_of(dates).gap_count == 0


def test_repeated_dates_keep_the_last_value_and_are_counted():
    table = load_table(b"date,close\n2024-01-02,1\n2024-01-03,2\n2024-01-03,3\n2024-01-04,4\n")
    assert table.series().tolist() == [1, 3, 4]
    assert table.report.duplicates == 1
    assert any("repeated date" in w and "line 3" in w for w in table.report.warnings)


def test_rows_out_of_order_are_sorted_and_counted():
    table = load_table(b"date,close\n2024-01-02,1\n2024-01-04,3\n2024-01-03,2\n")
    assert table.series().tolist() == [1, 2, 3]
    assert table.report.out_of_order == 1


def test_newest_first_is_turned_round_without_alarm():
    table = load_table(b"date,close\n2024-01-04,3\n2024-01-03,2\n2024-01-02,1\n")
    assert table.series().tolist() == [1, 2, 3]
    assert table.report.out_of_order == 0
    assert any("newest first" in n for n in table.report.notes)


def test_of_a_repeated_date_the_last_row_of_the_file_stays_also_newest_first():
    table = load_table(b"date,close\n2024-01-04,3\n2024-01-03,2\n2024-01-03,9\n2024-01-02,1\n")
    assert table.series().tolist() == [1, 9, 3]


def test_rows_kept_and_left_out_add_up():
    table = load_table(
        b"date,close\n2024-01-02,1\nxx,2\n2024-01-03,\n2024-01-04,4\n2024-01-04,5\n\n2024-01-05,6\n2024-01-08,7\n"
    )
    assert table.report.rows_read == table.report.rows_kept + table.report.rows_dropped == 8


def test_volatilities_in_percent_and_decimal_are_told_apart():
    assert load_table(b"date,iv\n2024-01-02,18.2\n2024-01-03,20\n").report.units == {"iv": "percent"}
    assert load_table(b"date,iv\n2024-01-02,0.182\n2024-01-03,0.2\n").report.units == {"iv": "decimal"}


def test_a_price_that_jumps_by_ten_is_pointed_out():
    dates = pd.bdate_range("2024-01-01", periods=6)
    report = table_of(dates, [171.7, 170.6, 169.7, 17.1, 17.0, 16.9])
    assert [(s.column, s.date) for s in report.tenfold] == [("close", dates[3].date())]
    assert not table_of(dates, [10, 20, 40, 80, 40, 20]).tenfold


@given(st.lists(st.integers(-(10**15), 10**15), max_size=40))
def test_steps_are_the_differences_and_know_their_extremes(stamps: list[int]):
    steps = Steps.of(np.array(stamps, dtype="datetime64[us]"))
    assert steps.sizes.tolist() == np.diff(np.array(stamps, dtype=np.int64)).tolist()
    assert steps.least == min(steps.sizes, default=1)
    assert steps.most == max([0, *steps.sizes])


def test_steps_of_many_dates_are_those_of_their_pieces():
    stamps = np.random.default_rng(0).integers(0, 10**15, 100_003).astype("datetime64[us]")
    assert (Steps.of(stamps).sizes == np.diff(stamps).astype(np.int64)).all()
