"""Trading days against exchange_calendars, a library with calendars of its own, and against closures that are on record."""

import warnings

import exchange_calendars
import numpy as np
import pytest

from tools.errors import ToolError
from tools.exchange_days import covered, is_session, sessions, trading_calendar


def theirs(code: str, first: str, last: str) -> list[object]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that library still calls what newer pandas deprecates
        days = exchange_calendars.get_calendar(code, start=first, end=last).sessions
    return days.date.tolist()


def ours(first: str, last: str) -> list[object]:
    return sessions(np.datetime64(first), np.datetime64(last)).tolist()


@pytest.mark.parametrize(("first", "last"), [("1971-01-04", "1999-12-31"), ("2000-01-03", "2030-12-31")])
def test_the_sessions_are_those_of_another_library(first: str, last: str):
    assert ours(first, last) == theirs("XNYS", first, last)


def test_vix_futures_keep_the_same_days():
    assert ours("2004-03-26", "2030-12-31") == theirs("XCBF", "2004-03-26", "2030-12-31")


@pytest.mark.parametrize(
    "closed",
    [
        "2001-09-11",  # the attacks; open again on the 17th
        "2001-09-14",
        "2012-10-29",  # hurricane Sandy
        "2018-12-05",  # mourning for George H. W. Bush
        "2025-01-09",  # mourning for Jimmy Carter
        "2022-06-20",  # Juneteenth, a Sunday, observed on Monday
        "2019-04-19",  # Good Friday
        "2024-06-22",  # a Saturday
    ],
)
def test_a_day_on_record_is_closed(closed: str):
    assert not is_session(np.array([closed], dtype="datetime64[D]"))[0]


@pytest.mark.parametrize("open_day", ["2001-09-17", "2021-06-18", "2024-11-29", "2021-12-31"])
def test_a_day_on_record_is_open(open_day: str):
    assert is_session(np.array([open_day], dtype="datetime64[us]"))[0]


def test_numpy_counts_with_it():
    # 3 July 2024 (half a day), the 4th closed, the 5th a Friday
    assert np.busday_count("2024-07-03", "2024-07-06", busdaycal=trading_calendar()) == 2
    assert np.busday_offset("2024-07-04", 0, roll="backward", busdaycal=trading_calendar()) == np.datetime64("2024-07-03")


@pytest.mark.parametrize("day", ["1969-12-31", "2101-01-03", "NaT"])
def test_a_day_that_the_calendar_does_not_cover_is_refused(day: str):
    with pytest.raises(ToolError, match="1971-01-01 to 2100-12-31"):
        is_session(np.array([day], dtype="datetime64[D]"))
    assert not covered(np.datetime64(day), np.datetime64(day))
