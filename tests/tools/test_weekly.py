"""Weekly bars: the last value of every week."""

import pandas as pd
import pytest

from tools import ToolError, load_table, weekly


def test_the_last_value_of_a_week_stands_on_its_own_day() -> None:
    days = pd.to_datetime(["2024-01-01", "2024-01-04", "2024-01-05", "2024-01-08", "2024-01-11", "2024-01-16"])
    got = weekly(pd.Series([1.0, 2.0, 3.0, 4.0, 5.0, 6.0], index=days))
    # weeks end on Friday 5, 12 and 19 January
    assert got.to_dict() == {days[2]: 3.0, days[4]: 5.0, days[5]: 6.0}


def test_it_agrees_with_pandas_own_resampling() -> None:
    series = pd.Series(range(300), index=pd.bdate_range("2023-01-02", periods=300), dtype=float)
    assert weekly(series).tolist() == series.resample("W-FRI").last().tolist()


def test_the_call_says_how_it_was_made() -> None:
    frame = pd.DataFrame({"date": pd.bdate_range("2024-01-01", periods=20), "iv": range(20)})
    assert weekly(load_table(frame).series("iv")).attrs["call"].startswith("weekly(")


def test_a_series_without_dates_has_no_weeks() -> None:
    with pytest.raises(ToolError, match="dates"):
        weekly([1.0, 2.0])
