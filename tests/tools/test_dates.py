"""Dates: formats, the day-first question, and what happens to what is no date. The oracle is datetime.strptime."""

import datetime as dt

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import load_table
from tools.dates import read_dates

FORMATS = [
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%m/%d/%Y",
    "%m/%d/%y",
    "%d.%m.%Y",
    "%d-%b-%y",
    "%d %b %Y",
    "%b %d, %Y",
    "%B %d, %Y",
    "%a %b %d %Y",
    "%Y%m%d",
    "%m/%d/%Y %H:%M",
    "%m/%d/%Y %I:%M %p",
    "%Y-%m-%dT%H:%M:%S",
    "%Y-%m-%d %H:%M:%S.%f",
]
SPAN = [dt.datetime(2019, 1, 2, 9, 30) + dt.timedelta(days=3 * i) for i in range(300)]


@pytest.mark.parametrize("form", FORMATS)
def test_a_format_is_found_and_every_date_is_right(form: str):
    texts = [d.strftime(form) for d in SPAN]
    found = read_dates(pd.Series(texts))
    assert [pd.Timestamp(v) for v in found.values] == [pd.Timestamp(dt.datetime.strptime(t, form)) for t in texts]
    assert not found.warnings


def test_a_day_that_does_not_exist_is_not_rolled_into_the_next_month():
    found = read_dates(pd.Series(["01/31/2017", "02/30/2017", "03/01/2017"]))
    assert found.unread.tolist() == [False, True, False]


def test_day_first_is_decided_by_one_day_above_twelve():
    found = read_dates(pd.Series(["05/01/2024", "08/01/2024", "15/01/2024"]))
    assert [str(v)[:10] for v in found.values] == ["2024-01-05", "2024-01-08", "2024-01-15"]


def test_order_decides_where_every_day_is_at_most_twelve():
    found = read_dates(pd.Series(["10/01/2024", "11/01/2024", "12/01/2024", "01/02/2024", "02/02/2024"]))
    assert [str(v)[:10] for v in found.values] == ["2024-01-10", "2024-01-11", "2024-01-12", "2024-02-01", "2024-02-02"]
    assert any("in order" in n for n in found.notes)
    assert not found.warnings


def test_a_reading_without_evidence_is_month_first_and_warned_of():
    table = load_table(b"date,close\n03/04/2024,1\n")  # 4 March is a Monday, 3 April a Wednesday
    assert table.report.first_date == pd.Timestamp("2024-03-04")
    assert any("month-first" in w and "YYYY-MM-DD" in w for w in table.report.warnings)


def test_a_reading_without_evidence_is_asked_about_and_the_answer_is_kept():
    text = b"date,close\n03/04/2024,1\n"
    (question,) = load_table(text).report.questions
    assert "4 March 2024" in question.text
    assert "3 April 2024" in question.text
    assert [(c.value, c.taken) for c in question.choices] == [(True, False), (False, True)]
    for day_first, date in ((True, "2024-04-03"), (False, "2024-03-04")):
        table = load_table(text, day_first=day_first)
        assert table.report.first_date == pd.Timestamp(date)
        assert table.report.questions == ()
        assert table.call == f"load_table(data, day_first={day_first})"
        again = load_table(text).answered(next(c.label for c in question.choices if c.value is day_first))
        pd.testing.assert_frame_equal(again.frame, table.frame)


def test_what_the_user_says_of_the_order_changes_no_date_that_is_certain():
    found = read_dates(pd.Series(["05/25/2024", "05/26/2024"]), day_first=True)
    assert str(found.values[0])[:10] == "2024-05-25"
    assert read_dates(pd.Series(["2024-03-04"]), day_first=True).values[0] == np.datetime64("2024-03-04")


def test_dates_with_dots_are_day_first():
    found = read_dates(pd.Series(["03.04.2024"]))
    assert str(found.values[0])[:10] == "2024-04-03"
    assert not found.warnings


@pytest.mark.parametrize(
    ("numbers", "form"),
    [
        ([20151222.0, 20151223.0], "%Y%m%d"),
        ([42360.0, 42361.0], "Excel day count"),  # 42360 is 2015-12-22 in Excel
        ([1450742400.0, 1450828800.0], "epoch seconds"),
        ([1450742400e3, 1450828800e3], "epoch milliseconds"),
    ],
)
def test_numbers_that_mean_dates_are_read(numbers: list[float], form: str):
    found = read_dates(pd.Series(numbers))
    assert found.format == form
    assert [str(v)[:10] for v in found.values] == ["2015-12-22", "2015-12-23"]


def test_impossible_compact_dates_are_unread():
    found = read_dates(pd.Series([20151222.0, 20151332.0, 20150230.0, np.nan]))
    assert found.unread.tolist() == [False, True, True, False]
    assert found.blank.tolist() == [False, False, False, True]


def test_a_zone_is_turned_to_utc_and_said():
    found = read_dates(pd.Series(["2024-01-02T09:30:00-05:00", "2024-01-03T09:30:00-05:00"]))
    assert str(found.values[0])[:16] == "2024-01-02T14:30"
    assert found.notes


def test_a_zone_of_a_frame_is_left_off_the_wall_clock():
    stamps = pd.Series(pd.to_datetime(["2024-01-02 09:30"]).tz_localize("America/New_York"))
    assert str(read_dates(stamps).values[0])[:16] == "2024-01-02T09:30"


def test_text_that_is_no_date_is_unread():
    found = read_dates(pd.Series(["soon", "later", None]))
    assert found.share == 0
    assert found.unread.tolist() == [True, True, False]


def test_a_column_of_times_joins_its_date():
    table = load_table(b"<DATE>,<TIME>,<CLOSE>\n20240102,09:30,1\n20240102,09:31,2\n20240102,09:32,3\n")
    assert table.report.frequency == "intraday"
    assert [f"{d:%H:%M}" for d in table.series().index] == ["09:30", "09:31", "09:32"]


@given(st.lists(st.dates(dt.date(1970, 1, 1), dt.date(2068, 12, 31)), min_size=1, max_size=40, unique=True))
def test_iso_dates_are_read_back_exactly(dates: list[dt.date]):
    found = read_dates(pd.Series([d.isoformat() for d in dates]))
    assert [v.astype("datetime64[D]").item() for v in found.values] == dates
