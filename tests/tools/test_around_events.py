import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, around_events, load_table
from tools.fomc import decisions

DAYS = pd.bdate_range("2024-07-22", "2024-08-23")


def series(values, days=DAYS):
    return pd.Series(np.asarray(values, dtype=float), index=days, name="vix")


def test_a_meeting_by_hand():
    # 31 July 2024 is the eighth business day from 22 July: with 1, 2, 3, … the bars around it are 6, 8 and 10.
    found = around_events(series(range(1, len(DAYS) + 1)), window=2)
    row = found.frame.iloc[0]
    assert len(found.frame) == 1
    assert (row["before"], row["on"], row["after"], row["change"]) == (6, 8, 10, 4)
    assert (found.rose, found.median, found.usual) == (1, 4, 1.0)
    assert "6 before, 8 on the day, 10 after (+4)" in found.summary()


def test_the_bar_of_an_event_on_a_day_without_one_is_the_next():
    found = around_events(series(range(1, len(DAYS) + 1)), ["2024-08-03"], window=1)  # a Saturday
    assert found.frame["bar"].tolist() == [pd.Timestamp("2024-08-05")]
    assert found.frame["before"].tolist() == [10]  # Friday, the tenth business day


def test_events_without_bars_on_both_sides_are_left_out_and_counted():
    found = around_events(series(range(len(DAYS))), ["2024-07-01", "2024-07-23", "2024-08-01", "2024-08-22"], window=3)
    assert found.frame["event_date"].tolist() == [pd.Timestamp("2024-08-01")]
    assert found.left_out == 3


def test_a_table_of_events_keeps_their_names():
    table = load_table(pd.DataFrame({"date": ["2024-08-13", "2024-08-14"], "event": ["PPI", "CPI"]}))
    assert around_events(series(range(len(DAYS))), table).frame["event"].tolist() == ["PPI", "CPI"]


@given(st.lists(st.floats(5, 90), min_size=400, max_size=400), st.integers(1, 20))
def test_shares_and_changes_agree_with_pandas(values, window):
    days = pd.bdate_range("2023-01-02", periods=400)
    held = series(values, days)
    found = around_events(held, window=window)
    moved = held.shift(-window) - held.shift(window)
    met = [d for d in decisions() if d in held.index and not pd.isna(moved[d])]
    assert found.frame["change"].tolist() == pytest.approx(moved[met].tolist())
    assert found.usual == pytest.approx((moved.dropna() > 0).mean())
    assert found.rose == int((moved[met] > 0).sum())


@pytest.mark.parametrize(
    ("values", "named"),
    [([1.0] * 40, "series"), (series([1.0] * 25, pd.bdate_range("1999-01-04", periods=25)), "events")],
)
def test_a_series_without_dates_or_without_events_is_refused(values, named):
    with pytest.raises(ToolError, match=named):
        around_events(values)


def test_the_picture_shows_every_event():
    found = around_events(series(range(len(DAYS))), ["2024-08-01", "2024-08-07"])
    assert list(found.figure().data[0]["y"]) == found.frame["change"].tolist()
