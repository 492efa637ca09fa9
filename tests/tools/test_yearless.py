"""Rows named by days without a year: their order, what stands twice, and the names in results."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import (
    ToolError,
    depressed_readings,
    histogram_bars,
    load_table,
    macd_lines,
    macd_trigger,
    rsi_extreme,
    slopes_by_day,
    term_structure,
    tranche_plan,
)
from tools.yearless import days_of, newest_first

WRITTEN = (lambda m, d: f"{m:02}-{d:02}", lambda m, d: f"{m}/{d}", lambda m, d: f"{pd.Timestamp(2024, m, d):%b} {d}")


def table(rows, header="date,iv"):
    return load_table("\n".join([header, *rows]).encode())


@pytest.mark.parametrize(
    "cell", ["03-04", "3/4", "Mar 3", "3 March", "4. Apr", "Mon 3/4", "Dec 31st", "mar-3", "Thursday", "wed"]
)
def test_days_without_a_year_are_read(cell):
    assert days_of([cell]) is not None


@pytest.mark.parametrize("cell", ["2024-03-04", "13-32", "Smarch 3", "iv", "3", "1/2/3", "", "Mar 2024", "x" * 500])
def test_other_cells_are_none(cell):
    assert days_of([cell, "3/4"]) is None


@given(
    st.integers(2, 40), st.dates(pd.Timestamp("2023-01-01").date(), pd.Timestamp("2023-12-31").date()), st.sampled_from(WRITTEN)
)
def test_the_order_of_days_is_told_over_the_turn_of_a_year(count, first, written):
    days = [written(d.month, d.day) for d in pd.bdate_range(first, periods=count)]
    assert not newest_first(days)
    assert newest_first(days[::-1])


def test_rows_keep_their_names_and_are_turned_round():
    found = table(["Jan 3,19.4", "Jan 2,19.2", "Dec 29,19.0"])
    assert (found.row_names, found.date_column) == ("date", None)
    assert list(found.series().items()) == [("Dec 29", 19.0), ("Jan 2", 19.2), ("Jan 3", 19.4)]
    assert "stood newest first and were turned round" in found.summary()
    assert "cannot be read" not in found.summary()


def test_a_day_that_stands_twice_is_kept_once():
    found = table(["04 apr,19.2", "05 apr,19.0", "05 apr,19.1", "08 apr,0.188"])
    assert list(found.series().index) == ["04 apr", "05 apr", "08 apr"]
    assert "repeated day (the last one was kept) (line 3): 05 apr appears twice, with 19 and 19.1" in found.summary()
    # 0.188 after 19.1: 19.1/0.188 = 101.6, about a hundred times; 100 × 0.188 = 18.8
    assert "on 08 apr is 1/102 of the value before" in found.summary()
    assert "0.188 looks like a decimal among percents and would be 18.8" in found.summary()


def test_a_lost_decimal_point_is_named():
    found = table([f"2024-01-{day:02},{value}" for day, value in ((2, 18.3), (3, 183.4), (4, 18.4))])
    # 183.4/18.3 = 10.02; 183.4/10 = 18.34
    assert "183.4 looks like a decimal point out of its place and would be 18.34" in found.summary()


def test_days_of_the_week_that_come_again_name_no_row():
    found = table(["Mon,19", "Tue,19.2", "Mon,19.3"])
    assert (found.row_names, len(found.frame)) == (None, 3)


def test_a_curve_flips_on_a_named_day():
    found = term_structure(table(["03-04,21.3,20.1", "03-05,20.55,20.2", "03-06,19.4,19.85"], "date,vx1,vx2").curve())
    assert found.flips[0][0] == "03-06"
    assert "to contango on 03-06" in found.summary()


def test_results_on_a_series_carry_the_names():
    days = [f"{m}/{d}" for m in (11, 12, 1, 2) for d in range(1, 26)]
    series = table([f"{day},{20 + 3 * math.sin(n / 6):.2f}" for n, day in enumerate(days)]).series()
    found, plain = macd_trigger(series), macd_trigger(series.to_numpy())
    assert [days.index(day) + 1 for day in found.events["date"]] == list(plain.events["date"])
    assert "11/1 to 2/25" in found.summary()
    assert list(found.cues()["date"]) == list(plain.cues()["date"])  # points, which have an order
    assert tranche_plan(10_000, events=found.cues()).ladder.equals(tranche_plan(10_000, events=plain.cues()).ladder)
    assert "at the last bar (2/25)" in rsi_extreme(series).summary()


def test_typed_rows_are_called_by_their_names():
    names = ["Monday", "Tuesday", "Wednesday"]
    # −0.12 + 0.10 = −0.02; −0.09 + 0.095 = 0.005; −0.05 + 0.08 = 0.03
    lines = macd_lines([-0.12, -0.09, -0.05], [-0.1, -0.095, -0.08], labels=names)
    assert "Monday: -0.02; Tuesday: +0.005" in lines.summary()
    assert "on bar 2 (Tuesday), from -0.02 to +0.005" in lines.summary()
    assert "0.05 (Tuesday)" in histogram_bars([0.01, 0.05, 0.03], labels=names).summary()
    assert "0.79 (Tuesday)" in depressed_readings([0.85, 0.79, 0.81], labels=names).summary()
    # 17.5/17.8 = 0.9831; 18.9/20.4 = 0.9265
    slopes = slopes_by_day([15.1, 17.8, 20.4], [16.4, 17.5, 18.9], labels=names)
    assert "It went to backwardation on Tuesday. Deepest in backwardation on Wednesday, -7.4%." in slopes.summary()
    with pytest.raises(ToolError, match="labels"):
        slopes_by_day([15.1, 17.8], [16.4, 17.5], labels=names)
