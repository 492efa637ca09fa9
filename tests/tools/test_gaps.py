"""Gaps against the exchange's calendar: sessions are those of exchange_calendars, what is missing is known by construction."""

import datetime as dt
import warnings
from pathlib import Path

import exchange_calendars
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import load_table
from tools.gaps import EXCHANGE, find_gaps
from tools.report import Report

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # that library still calls what newer pandas deprecates
    SESSIONS = exchange_calendars.get_calendar("XNYS", start="2000-01-03", end="2025-12-31").sessions.tz_localize(None)


def report_of(dates: pd.DatetimeIndex) -> Report:
    return load_table(pd.DataFrame({"date": dates, "close": np.arange(len(dates)) % 7 + 10.0})).report


def test_a_holiday_is_no_gap_and_neither_is_a_special_closure():
    report = report_of(SESSIONS)  # with the four days of September 2001, Sandy and the days of mourning
    assert (report.calendar, report.gap_count, report.missing_sessions, report.closed_dates) == (EXCHANGE, 0, 0, 0)
    assert not any("missing" in w or "gap" in w for w in report.warnings)


def test_one_missing_trading_day_is_a_gap():
    day = pd.Timestamp("2024-07-05")  # a Friday after a holiday: a long weekend to whoever knows no calendar
    report = report_of(SESSIONS[SESSIONS.year == 2024].drop(day))
    assert report.gap_count == report.missing_sessions == 1
    (gap,) = report.gaps
    assert (gap.after, gap.before, gap.days, gap.sessions) == (dt.date(2024, 7, 3), dt.date(2024, 7, 8), 5, 1)
    assert f"1 trading day of the {EXCHANGE} is missing: 2024-07-05 (a Friday)." in report.warnings


@given(st.sets(st.integers(1, 248), max_size=60))
def test_what_is_taken_away_is_what_is_missing(places: set[int]):
    year = SESSIONS[SESSIONS.year == 2019]
    found = find_gaps(year.delete(sorted(places)).to_numpy(), "daily")
    assert list(found.missing) == [year[i].date() for i in sorted(places)]
    assert sum(gap.sessions or 0 for gap in found.gaps) == len(places)
    assert all(gap.after < gap.before for gap in found.gaps)


def test_a_date_on_which_the_exchange_was_closed_is_pointed_out():
    report = report_of(SESSIONS[SESSIONS.year == 2024].append(pd.DatetimeIndex(["2024-07-04"])).sort_values())
    assert (report.closed_dates, report.missing_sessions) == (1, 0)
    assert f"1 date on which the {EXCHANGE} was closed: 2024-07-04 (a Thursday)." in report.warnings


@pytest.mark.parametrize("freq", ["B", "D"])
def test_dates_that_keep_another_calendar_are_judged_by_length(freq: str):
    dates = pd.date_range("2023-01-02", periods=300, freq=freq)
    report = report_of(dates[:100].append(dates[120:]))
    assert (report.calendar, report.missing_sessions, report.closed_dates, report.gap_count) == (None, 0, 0, 1)
    assert report.gaps[0].sessions is None
    assert any("1 gap in the daily dates" in w for w in report.warnings)


def test_a_day_without_minutes_is_missing_and_a_pause_at_noon_is_not():
    days = SESSIONS[(SESSIONS >= "2024-03-04") & (SESSIONS <= "2024-03-15")].drop(pd.Timestamp("2024-03-07"))
    stamps = [d + pd.Timedelta(minutes=m) for d in days for m in range(570, 960) if not 700 <= m < 760]
    report = report_of(pd.DatetimeIndex(stamps))
    assert report.frequency == "intraday"
    assert (report.missing_sessions, report.gap_count) == (1, 1)
    assert any("2024-03-07" in w for w in report.warnings)


def test_before_the_calendar_begins_a_gap_is_judged_by_length():
    dates = pd.bdate_range("1950-01-02", periods=200)
    report = report_of(dates[:50].append(dates[70:]))
    assert (report.calendar, report.gap_count) == (None, 1)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "missing", "closed"),
    [
        ("quotes/spx-daily.csv", 0, 0),  # 8,111 days, over September 2001
        ("quotes/bad.csv", 101, 0),  # its 50 rows without date and 51 without value
        ("quotes/intraday.csv", 0, 0),
        ("vix/8_m_settle.csv", 1, 0),  # 2004-12-13, whose row is empty
        ("vix/vix-daily.csv", 4, 33),  # quotes on exchange holidays, which Cboe's longer hours have brought since 2022
        ("chains/spxw_2018_jan_feb_data_full.csv", 0, 0),  # beside its stray row of 1990
        ("breadth/nyse-net-advances.csv", 0, 0),
    ],
)
def test_the_gaps_of_a_real_file(shared: Path, name: str, missing: int, closed: int):
    report = load_table(shared / "data" / name).report
    assert (report.calendar, report.missing_sessions, report.closed_dates) == (EXCHANGE, missing, closed)
