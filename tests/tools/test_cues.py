import datetime as dt

import numpy as np
import pandas as pd
import pytest

from tools import ToolError
from tools.cues import read_cues


def table(rows, columns=("date", "kind")):
    return pd.DataFrame(rows, columns=list(columns))


def dates(events):
    return [c.date for c in read_cues(events).found]


def test_the_earliest_trigger_begins_and_later_cues_follow():
    events = table(
        [
            ("2024-01-01", "higher_high"),
            ("2024-01-02", "trigger"),
            ("2024-01-05", "divergence"),
            ("2024-01-04", "higher_high"),
            ("2024-01-06", "cross_down"),
            ("2024-01-07", "trigger"),
        ]
    )
    cues = read_cues(events)
    assert [str(c.date.date()) for c in cues.found] == ["2024-01-02", "2024-01-04", "2024-01-05"]
    assert [c.reason for c in cues.found][1:] == ["higher high of the histogram", "negative divergence of the A/D line"]
    assert cues.ignored == 3


def test_two_cues_on_one_bar_add_one_tranche():
    events = table([("2024-01-02", "trigger"), ("2024-01-04", "higher_high"), ("2024-01-04", "divergence")])
    assert len(read_cues(events).found) == 2


def test_the_date_on_which_an_event_is_known_counts():
    rows = [("2024-01-02", "2024-01-02", "trigger"), ("2024-01-04", "2024-01-09", "divergence")]
    assert dates(table(rows, ("date", "known_on", "kind")))[1] == pd.Timestamp("2024-01-09")


def test_without_kinds_every_date_is_a_cue():
    assert len(read_cues(table([("2024-01-02",), ("2024-01-03",)], ("date",))).found) == 2


@pytest.mark.parametrize(
    "events",
    [
        ["2024-08-05"],
        [dt.date(2024, 8, 5)],
        [pd.Timestamp("2024-08-05")],
        np.array(["2024-08-05"], dtype="datetime64[D]"),
        pd.DatetimeIndex(["2024-08-05"]),
        pd.Series(["2024-08-05"]),
        ("2024-08-05",),
    ],
)
def test_any_container_of_dates_is_read(events):
    assert dates(events) == [pd.Timestamp("2024-08-05")]


def test_points_of_an_undated_series_are_read():
    assert dates([46, 34]) == [34, 46]


def test_an_empty_list_has_no_cues():
    assert dates([]) == []


@pytest.mark.parametrize(
    "events",
    ["2024-08-05", 5, 5.0, {"date": 1}, ["soon"], [None], [pd.NaT], [True], [1.5], [0], ["2024-08-05", 5], [b"2024"]],
    ids=repr,
)
def test_what_holds_no_dates_is_refused(events):
    with pytest.raises(ToolError, match="events"):
        read_cues(events)


def test_a_table_without_dates_is_refused():
    with pytest.raises(ToolError, match="Name the column"):
        read_cues(table([("trigger",)], ("kind",)))


def test_dates_with_and_without_a_time_zone_do_not_mix():
    with pytest.raises(ToolError, match="time zone"):
        read_cues([pd.Timestamp("2024-08-05"), pd.Timestamp("2024-08-06", tz="UTC")])
