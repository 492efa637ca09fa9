import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, ad_line, advance_decline

DAYS = pd.date_range("2024-01-01", periods=3)


def test_three_days_by_hand():
    # 1000 + 600 = 1600; + 50 = 1650; − 1150 = 500
    found = advance_decline([1800, 1500, 900], [1200, 1450, 2050], 1000)
    assert found.line.tolist() == [1600, 1650, 500]
    assert found.net.tolist() == [600, 50, -1150]
    assert found.latest == 500
    assert "1000 + 600 = 1600; + 50 = 1650; - 1150 = 500" in found.summary()


def test_both_forms_of_the_line_agree():
    net = pd.Series([600.0, 50.0, -1150.0], index=DAYS)
    both = ad_line(advances=pd.Series([1800, 1500, 900], index=DAYS), declines=pd.Series([1200, 1450, 2050], index=DAYS))
    pd.testing.assert_series_equal(ad_line(net), both)
    assert both.index.equals(DAYS)
    assert both.name == "ad_line"


@pytest.mark.shared
def test_a_real_line_is_the_running_sum(shared):
    net = pd.read_csv(shared / "data/breadth/nyse-net-advances.csv")["A/D Difference"]
    np.testing.assert_allclose(ad_line(net), np.cumsum(net))


def test_leading_blanks_stay():
    assert ad_line([np.nan, 1, 2]).tolist()[1:] == [1, 3]
    assert np.isnan(ad_line([np.nan, 1, 2]).iloc[0])


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        ({}, "net"),
        ({"net": [1], "advances": [1], "declines": [1]}, "net"),
        ({"advances": [1]}, "declines"),
        ({"declines": [1]}, "advances"),
        ({"advances": [1, 2], "declines": [1]}, "declines"),
        ({"advances": [1, -2], "declines": [1, 1]}, "advances"),
        ({"advances": [1, 2], "declines": [np.nan, 1]}, "declines"),
        ({"advances": [1, "x"], "declines": [1, 1]}, "advances"),
        ({"advances": pd.Series([1, 2, 3], index=DAYS), "declines": [1, 1, 1]}, "declines"),
    ],
)
def test_what_cannot_be_a_line_is_refused_by_name(arguments, name):
    with pytest.raises(ToolError) as caught:
        ad_line(**arguments)
    assert caught.value.parameter == name


def test_a_long_stretch_is_told_by_its_end():
    found = advance_decline([2] * 30, [1] * 30, 100)
    assert "130 at point 30" in found.summary()
    assert found.figure().layout.yaxis.title.text


@given(st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 5000)), min_size=1, max_size=50), st.integers(-9999, 9999))
def test_the_last_value_is_the_start_plus_all_nets(days, start):
    up, down = [a for a, _ in days], [b for _, b in days]
    assert advance_decline(up, down, start).latest == start + sum(up) - sum(down)


def test_a_large_line_keeps_every_digit():
    # 123,456,789 + (1500 − 1400) = 123,456,889; then 1200.5 − 1900 = −699.5
    said = advance_decline([1500, 1200.5], [1400, 1900], start=123_456_789).summary()
    assert "at 123,456,189.5**: 123,456,789 + 100 = 123,456,889; - 699.5 = 123,456,189.5." in said


def test_the_first_step_is_told_with_its_counts():
    assert "1620 − 1335 = +285; unchanged issues do not count" in advance_decline([1620], [1335], 10450).summary()
    assert "1105 − 1870 = -765" in advance_decline([1105, 900], [1870, 900], 100).summary()
    assert "unchanged" not in advance_decline([320], [0], 100).summary()


def test_the_course_of_a_short_line():
    # nets +1200, -350, 0, -1350, +550: line 1200, 850, 850, -500, 50
    found = advance_decline([2100, 1300, 1500, 800, 1750], [900, 1650, 1500, 2150, 1200])
    assert (found.total, found.falling, found.unchanged) == (50, 2, 1)
    assert (found.highest, found.highest_on, found.lowest, found.lowest_on) == (1200, 1, -500, 4)
    assert "+50 (+1200, -350, +0, -1350, +550); 2 negative, 1 unchanged" in found.summary()


def test_the_ratio_of_one_bar():
    # 1650 ÷ 1310 = 1.2595
    found = advance_decline([1650], [1310])
    assert found.ratio == pytest.approx(1.25954, abs=1e-5)
    assert "1650/1310 = 1.26; more issues rose than fell" in found.summary()
    assert advance_decline([1650], [0]).ratio is None
    # 1800 ÷ 1200 = 1.5; 900 ÷ 2100 = 0.4286
    assert "1800/1200 = 1.5; 900/2100 = 0.4286." in advance_decline([1800, 900], [1200, 2100]).summary()
    assert "Ratio" not in advance_decline([1800, 0], [1200, 2100]).summary()
