"""Settlement days against a file of them, against another library's calendar, and against days on record."""

import warnings

import exchange_calendars
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, vix_expiries
from tools.vix_expiries import next_settlement, settlements


@pytest.mark.shared
def test_the_days_are_those_of_a_file_of_expiries(shared):
    known = pd.read_csv(shared / "data/vix/expirations.csv", index_col=0)
    # Later rows of the file hold guesses (2017-04-20 is a Thursday without a holiday near it).
    front = pd.to_datetime(known["V1"][(known["date"] >= "2005-10-03") & (known["date"] <= "2017-03-22")])
    days = pd.to_datetime(known.loc[front.index, "date"]).to_numpy()
    assert next_settlement(days).tolist() == front.dt.date.tolist()
    third = pd.to_datetime(known.loc[front.index, "V3"]).dt.date
    kept = third < pd.Timestamp("2017-04-01").date()
    assert next_settlement(days, ahead=2)[kept.to_numpy()].tolist() == third[kept].tolist()


def test_the_rule_on_another_library_s_calendar_gives_the_same_days():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that library still calls what newer pandas deprecates
        calendar = exchange_calendars.get_calendar("XCBF", start="2005-10-01", end="2031-12-31")
    open_days = set(calendar.sessions)
    expected = []
    for month in pd.period_range("2005-10", "2030-12", freq="M"):
        friday = pd.date_range((month + 1).start_time, periods=21, freq="D")
        friday = [d for d in friday if d.day_of_week == 4][2]
        day = friday - pd.Timedelta(days=30) - pd.Timedelta(days=int(friday not in open_days))
        while day not in open_days:
            day -= pd.Timedelta(days=1)
        expected.append(day.date())
    assert settlements()[: len(expected)].tolist() == expected


@pytest.mark.parametrize(
    ("month", "day"),
    [
        ("2008-02", "2008-02-19"),  # Good Friday on 21 March
        ("2014-03", "2014-03-18"),  # Good Friday on 18 April
        ("2017-04", "2017-04-19"),
        ("2018-02", "2018-02-14"),
        ("2024-06", "2024-06-18"),  # Juneteenth on the Wednesday
        ("2025-03", "2025-03-18"),  # Good Friday on 18 April
        ("2026-05", "2026-05-19"),  # Juneteenth on the Friday of June
    ],
)
def test_days_on_record(month, day):
    found = vix_expiries(f"{month}-01", 1)
    assert found.frame["settles"].iloc[0] == pd.Timestamp(day)
    assert (found.moved == (month,)) == (pd.Timestamp(day).day_of_week != 2)


@given(st.dates(pd.Timestamp("2005-10-03").date(), pd.Timestamp("2090-01-01").date()))
def test_the_front_is_the_first_not_before_the_day(day):
    asked = np.array([day], dtype="datetime64[D]")
    front, after = next_settlement(asked)[0], next_settlement(asked, on_the_day=False)[0]
    assert asked[0] <= front <= after
    assert (front == after) == (front != asked[0])
    assert next_settlement(asked, ahead=1)[0] > front
    assert (front - asked[0]).astype(int) <= 35


def test_a_list_of_contracts():
    found = vix_expiries("2024-06-18", 3)
    assert found.frame["month"].tolist() == ["2024-06", "2024-07", "2024-08"]
    assert found.frame["days"].tolist() == [0, 29, 64]
    # 18 June to 17 July: 21 weekdays, of which 19 June and 4 July were holidays
    assert found.frame["business_days"].tolist()[:2] == [0, 19]
    assert "2024-06-18, a Tuesday" in found.summary()
    assert "Moved by a holiday: 2024-06" in found.summary()
    assert str(found.working()[1]) == "From 2024-06-18 to that Friday: 31 days"


def test_days_without_the_rule_have_no_settlement():
    assert np.isnat(next_settlement(np.array(["2004-05-03", "2200-01-01"], dtype="datetime64[D]"))).all()


@pytest.mark.parametrize("date", ["2004-05-01", "2099-01-01", "soon", 5, None, ""])
def test_a_date_without_the_rule_is_refused(date):
    with pytest.raises(ToolError) as caught:
        vix_expiries(date)
    assert caught.value.parameter == "date"
