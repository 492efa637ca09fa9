import json

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, load_table, macd_trigger
from tools.event_window import event_window
from tools.fomc import decisions

# As published: the Board's announcements of 28 June 2016 (for 2017), 4 June 2021 (for 2022), 5 September 2025 (for 2027).
ANNOUNCED = {
    2017: ["02-01", "03-15", "05-03", "06-14", "07-26", "09-20", "11-01", "12-13"],
    2022: ["01-26", "03-16", "05-04", "06-15", "07-27", "09-21", "11-02", "12-14"],
    2027: ["01-27", "03-17", "04-28", "06-09", "07-28", "09-15", "10-27", "12-08"],
}
DAYS = st.dates(pd.Timestamp("2017-06-01").date(), pd.Timestamp("2027-06-01").date())


@pytest.mark.parametrize("year", ANNOUNCED)
def test_decision_days_are_those_that_the_board_announced(year):
    days = decisions()
    assert [d.strftime("%m-%d") for d in days[days.year == year]] == ANNOUNCED[year]


def test_the_shape_of_the_schedule():
    days = decisions()
    assert days.is_monotonic_increasing
    counts = pd.Series(days.year).value_counts()
    # Eight a year; in 2020 one was called off.
    assert {year: n for year, n in counts.items() if n != 8} == {2020: 7}
    gaps = pd.Series(days).diff().dropna().dt.days
    assert gaps.between(35, 91).all()
    # Meetings end on a Wednesday, after three elections on a Thursday.
    assert [d.strftime("%Y-%m-%d") for d in days if d.day_name() != "Wednesday"] == ["2018-11-08", "2020-11-05", "2024-11-07"]


def test_distances_by_hand():
    # 30 July 2024 is one day before the decision of 31 July, 5 August five days after it.
    found = event_window(["2024-07-30", "2024-08-05"])
    assert found.frame["distance"].tolist() == [1, -5]
    assert found.frame["inside"].tolist() == [True, False]
    assert found.inside == 1
    words = found.summary()
    assert "2024-07-30: FOMC decision on 2024-07-31, 1 day later (near)" in words
    assert "5 days earlier; the next is on 2024-09-18" in words
    assert "1 of 2 dates lie within 3 calendar days of an event" in words
    assert "no number of days" in words
    assert "not within 3 calendar days" in event_window(["2024-08-05"]).summary()


def test_the_day_itself_is_near_and_has_distance_zero():
    found = event_window(["2024-07-31"], days=0)
    assert found.frame["distance"].tolist() == [0]
    assert "That is on the same day as an event." in found.summary()


def test_own_dates_need_no_calendar_around_them():
    found = event_window(["2024-08-05"], ["2024-08-14"], days=10)
    assert (found.inside, found.by_chance) == (1, None)
    assert "chance" not in found.summary()


def test_a_table_of_events_keeps_their_names():
    table = load_table(
        pd.DataFrame({"date": ["2024-08-13", "2024-08-14", "2024-09-10"], "event": ["PPI", "CPI", "CPI"], "x": [1.0, 2.0, 3.0]})
    )
    found = event_window(["2024-08-15", "2024-08-12"], table)
    assert found.frame["event"].tolist() == ["CPI", "PPI"]
    plain = event_window(["2024-08-15"], pd.DataFrame({"date": pd.to_datetime(["2024-08-14"]), "event": ["CPI"]}))
    assert plain.frame["event"].tolist() == ["CPI"]


def test_dates_beyond_the_calendar_are_said_to_be():
    found = event_window(["2010-05-05"])
    assert found.frame["covered"].tolist() == [False]
    assert "2010-05-05: outside the calendar" in found.summary()


def test_triggers_of_a_series_are_dates():
    days = pd.bdate_range("2024-01-01", periods=72)
    data = [20 - 0.1 * i for i in range(60)] + [14 + 0.4 * i for i in range(12)]
    trigger = macd_trigger(pd.Series(data, index=days))
    marked = trigger.events[trigger.events["kind"] == "trigger"]
    found = event_window(trigger)
    assert found.frame["date"].tolist() == marked["date"].tolist()
    with pytest.raises(ToolError, match="dates"):
        event_window(macd_trigger(data))


@given(st.lists(DAYS, min_size=1, max_size=12), st.integers(0, 20))
def test_the_nearest_is_what_a_plain_search_finds(dates, days):
    found = event_window(dates, days=days).frame
    for date, gap in zip(dates, found["distance"], strict=True):
        every = [(d - pd.Timestamp(date)).days for d in decisions()]
        assert abs(gap) == min(map(abs, every))
        assert gap in every
    assert found["inside"].tolist() == [abs(gap) <= days for gap in found["distance"]]


def test_chance_is_the_share_of_all_days():
    # Eight or so windows of seven days a year: 7 × 86 of 3,962 days, and the two ends count half.
    assert event_window(["2024-07-30"]).by_chance == pytest.approx(7 * 86 / 3962, abs=0.002)


@pytest.mark.parametrize(
    ("dates", "events", "name"),
    [
        ([], None, "dates"),
        ("2024-08-05", None, "dates"),
        (["05/08/2024"], None, "dates"),
        (["2024-08-05"], [], "events"),
        (["2024-08-05"], ["soon"], "events"),
        (["2024-08-05"], pd.DataFrame({"x": [1]}), "events"),
        (pd.DataFrame({"x": [1]}), None, "dates"),
        (None, None, "dates"),
    ],
    ids=str,
)
def test_what_are_no_dates_is_refused(dates, events, name):
    with pytest.raises(ToolError) as caught:
        event_window(dates, events)
    assert caught.value.parameter == name


def test_json_and_picture():
    found = event_window(["2024-07-30", "2024-08-05"])
    json.dumps(found.to_dict(), allow_nan=False)
    assert list(found.figure().data[0].y) == [1, -5]
    assert found.call == "event_window(dates=['2024-07-30', '2024-08-05'], days=3)"


def test_every_event_of_a_handful_from_one_date():
    # 13 − 11 = 2 days before, 13 − 12 = 1 before, 18 − 13 = 5 after
    events = ["2025-06-11", "2025-06-12", "2025-06-18"]
    found = event_window(["2025-06-13"], events, names=["CPI", "PPI", "FOMC"])
    assert [(name, gap) for _, name, _, gap in found.each] == [("CPI", -2), ("PPI", -1), ("FOMC", 5)]
    assert "CPI on 2025-06-11 2 days before 2025-06-13" in found.summary()
    assert "PPI on 2025-06-12, 1 day earlier" in found.summary()
    with pytest.raises(ToolError, match="names"):
        event_window(["2025-06-13"], events, names=["CPI"])
