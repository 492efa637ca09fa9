"""Stretches between dates, and between a series' triggers, against subtraction by hand and by pandas."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.test_working import check
from tools import ToolError, event_spacing, macd_trigger

WAVE = [20 + 5 * math.sin(i / 9) + math.sin(i / 2.3) for i in range(400)]


def test_dates_by_hand():
    # 5 August − 29 July = 7 days, 18 September − 5 August = 44 days; (7 + 44) ÷ 2 = 25.5
    found = event_spacing(["2024-08-05", "2024-07-29", "2024-09-18"])
    assert found.frame["days"].tolist() == [7, 44]
    assert (found.shortest, found.longest, found.average, found.unit) == (7, 44, 25.5, "calendar days")
    assert "3 dates lie 25.5 calendar days apart on average" in found.summary()
    check(found)


def test_triggers_are_counted_in_days_and_bars():
    series = pd.Series(WAVE, pd.bdate_range("2023-01-02", periods=len(WAVE)))
    rule = macd_trigger(series)
    triggers = rule.events[rule.events["kind"] == "trigger"]
    found = event_spacing(rule)
    # one date less the one before it, by another way of counting
    assert found.frame["days"].tolist() == [d.days for d in triggers["date"].diff().dropna()]
    assert found.frame["bars"].tolist() == np.diff(series.index.get_indexer(triggers["date"])).tolist()
    assert f"{len(triggers)} triggers lie" in found.summary()
    undated = event_spacing(macd_trigger(WAVE))
    assert (undated.unit, undated.frame["bars"].tolist()) == ("bars", found.frame["bars"].tolist())
    assert undated.average == pytest.approx(found.frame["bars"].mean())
    check(found)
    check(undated)


@given(st.lists(st.dates(pd.Timestamp("2000-01-01").date(), pd.Timestamp("2030-01-01").date()), min_size=2, max_size=30))
def test_the_stretches_add_up(days):
    found = event_spacing(days)
    assert found.frame["days"].sum() == (max(days) - min(days)).days
    assert found.average == pytest.approx((max(days) - min(days)).days / (len(days) - 1))
    check(found)


@pytest.mark.parametrize("dates", [["2024-08-05"], macd_trigger([20.0 + i / 100 for i in range(60)])])
def test_one_alone_has_no_stretch(dates):
    with pytest.raises(ToolError, match=r"dates: got '?[01] (?:date|trigger)"):
        event_spacing(dates)
