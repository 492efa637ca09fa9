"""Dates as people spell them. The oracles are datetime.strptime, moments written out, and the calendar's own names."""

import datetime as dt

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, load_table
from tools.dates import read_dates
from tools.spelled import month_number, spelled

FORMS = [
    "%a, %b %d, %Y",
    "%A, %B %d, %Y",
    "%a %d %b %Y",
    "%d %b %Y (%a)",
    "%Y-%m-%d %a",
    "%a %b %d %H:%M:%S %Y",
    "%a, %d %b %Y",
    "%a, %m/%d/%Y",
    "%b %d, %Y %I:%M %p",
    "%b %d, %Y, %I:%M:%S %p",
    "%m/%d/%Y %I:%M%p",
    "%Y%m%d %H:%M",
    "%Y%m%dT%H%M%S",
    "%Y%m%d;%H%M%S",
    "%d%b%Y:%H:%M:%S",
    "%m/%d/%Y %H:%M:%S.%f",
    "%b %d '%y",
]
SPAN = [dt.datetime(2019, 1, 2, 9, 30, 15, 250_000) + dt.timedelta(days=3, hours=5) * i for i in range(300)]
SAID = [
    ("2nd January 2024", dt.datetime(2024, 1, 2)),
    ("January 3rd, 2024", dt.datetime(2024, 1, 3)),
    ("Thu. January 4, 2024", dt.datetime(2024, 1, 4)),
    ("Jan 5, 2024 at 4:00 p.m.", dt.datetime(2024, 1, 5, 16)),
    ("01/31/2024 04:00 p.m.", dt.datetime(2024, 1, 31, 16)),
    ("Wed, 31 Jan 2024 16:00:00 GMT", dt.datetime(2024, 1, 31, 16)),
    ("Jan 6, 2024 12:05 am", dt.datetime(2024, 1, 6, 0, 5)),
]


@pytest.mark.parametrize("form", FORMS)
def test_a_spelling_is_read_as_it_was_written(form: str):
    texts = [moment.strftime(form) for moment in SPAN]
    found = read_dates(pd.Series(texts))
    assert [pd.Timestamp(v) for v in found.values] == [pd.Timestamp(dt.datetime.strptime(t, form)) for t in texts]
    assert not found.warnings


@pytest.mark.parametrize(("text", "moment"), SAID)
def test_a_single_spelling_is_the_moment_that_it_says(text: str, moment: dt.datetime):
    (value,) = read_dates(pd.Series([text])).values
    assert pd.Timestamp(value) == pd.Timestamp(moment)


@given(
    st.datetimes(dt.datetime(1970, 1, 1), dt.datetime(2068, 12, 31)), st.sampled_from(["%a, %b %d, %Y %H:%M", "%A %d %B %Y"])
)
def test_any_day_with_its_weekday_is_read_without_a_warning(moment: dt.datetime, form: str):
    found = read_dates(pd.Series([moment.strftime(form)]))
    assert pd.Timestamp(found.values[0]) == pd.Timestamp(dt.datetime.strptime(moment.strftime(form), form))
    assert not found.warnings


@pytest.mark.parametrize(
    ("texts", "first"),
    [
        (["2. Januar 2024", "3. Mai 2024"], "2024-01-02"),
        (["2 février 2024", "1 août 2024"], "2024-02-02"),
        (["2 de enero de 2024", "3 de diciembre de 2024"], "2024-01-02"),
        (["2024年1月2日", "2024年12月31日"], "2024-01-02"),
        (["2024년 1월 2일", "2024년 12월 31일"], "2024-01-02"),
        (["2 gennaio 2024", "3 maggio 2024"], "2024-01-02"),
    ],
)
def test_months_of_neighbouring_languages_are_known(texts: list[str], first: str):
    found = read_dates(pd.Series(texts))
    assert str(found.values[0])[:10] == first
    assert not found.unread.any()


def test_english_months_are_numbered_as_the_calendar_numbers_them():
    names = [dt.date(2024, month, 1).strftime(form) for month in range(1, 13) for form in ("%b", "%B")]
    assert [month_number(name) for name in names] == [month for month in range(1, 13) for _ in range(2)]
    assert month_number("Smarch") is None


def test_a_weekday_tells_whether_the_day_or_the_month_comes_first():
    month_first = load_table(b'Date,Close\n"Tue, 01/02/2024",1\n"Wed, 01/03/2024",2\n')  # 2 January 2024 was a Tuesday
    day_first = load_table(b'Date,Close\n"Thu, 01/02/2024",1\n"Fri, 01/03/2024",2\n')  # 1 February 2024 was a Thursday
    assert month_first.report.last_date == pd.Timestamp("2024-01-03")
    assert day_first.report.last_date == pd.Timestamp("2024-03-01")
    assert month_first.report.questions == day_first.report.questions == ()
    assert any("weekdays written beside them" in note for note in day_first.report.notes)


def test_a_date_that_is_not_on_its_weekday_is_pointed_out():
    table = load_table(b'Date,Close\n"Tue, Jan 2, 2024",1\n"Wed, Jan 4, 2024",2\n')
    assert any("1 date not on the weekday" in w and "2024-01-04" in w for w in table.report.warnings)


def test_the_hour_24_is_the_midnight_after():
    found = read_dates(pd.Series(["2024-01-31 23:00", "2024-01-31 24:00"]))
    assert found.values[1] == np.datetime64("2024-02-01T00:00")
    assert any("24:00" in note for note in found.notes)


def test_a_named_zone_is_left_off_and_said():
    found = read_dates(pd.Series(["2024-01-02 16:00 EST", "2024-07-02 16:00 EDT"]))
    assert [str(v)[11:16] for v in found.values] == ["16:00", "16:00"]
    assert found.notes == ("Time zones were left off the dates: EDT, EST.",)


def test_days_written_as_midnight_of_a_zone_stay_the_days_they_are():
    """Midnight in Frankfurt is the day before in UTC."""
    table = load_table(b"Date,Close\n2024-01-02T00:00:00+01:00,1\n2024-07-03T00:00:00+02:00,2\n")
    assert [str(d)[:10] for d in table.series().index] == ["2024-01-02", "2024-07-03"]
    assert table.report.notes == ("The time zone was left off the days.",)


def test_text_that_is_no_date_is_left_as_it_is():
    words = pd.Series(["Sunday", "May", "a" * 500, "x, " * 10_000, None])
    assert spelled(words, words).text[:3].tolist() == ["Sunday", "May", "a" * 500]
    assert read_dates(pd.Series(["Sunday", "soon"])).share == 0


@pytest.mark.parametrize("form", ["%a, %b %d, %Y", "%A, %B %d, %Y", "%b %d, %Y"])
def test_dates_that_commas_divide_are_refused_with_the_cause(form: str):
    rows = "".join(f"{moment.strftime(form)},13.5\n" for moment in SPAN)
    with pytest.raises(ToolError, match="A comma within a date"):
        load_table(f"Date,Close\n{rows}".encode())
    assert (
        load_table(f"Date,Close\n{rows}".replace(",13.5", ";13.5").replace("Date,", "Date;").encode()).report.rows_kept == 300
    )


def test_two_digit_years_on_both_sides_of_their_limit_are_pointed_out():
    table = load_table(b"Date,Close\n1/15/68,1\n1/15/69,2\n1/15/70,3\n")
    assert any("century before" in warning for warning in table.report.warnings)
    assert not load_table(b"Date,Close\n1/15/99,1\n1/18/00,2\n").report.warnings


def test_times_of_spreadsheets_are_whole_milliseconds():
    """45293.6458333333 is 15:30 on 2 January 2024, as spreadsheets write it with ten decimals."""
    (value,) = read_dates(pd.Series([45293.6458333333])).values
    assert value == np.datetime64("2024-01-02T15:30")
