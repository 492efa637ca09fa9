import itertools

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from tools import ToolError, series_summary

DAYS = pd.bdate_range("2024-01-01", periods=5)


def test_a_series_by_hand():
    found = series_summary(pd.Series([12.0, 18.0, 11.0, 18.0, 14.0], DAYS, name="vix"), above=13)
    assert (found.last, found.highest, found.lowest, found.mean, found.median) == (14, 18, 11, 14.6, 14)
    assert (found.last_on, found.highest_on, found.lowest_on) == (DAYS[4], DAYS[3], DAYS[2])  # of two highs the later
    assert found.rank == pytest.approx(2 / 5)  # 12 and 11 are lower
    assert (found.bars_above, found.last_above) == (3, DAYS[4])
    words = found.summary()
    assert "Last value of vix: 14**, on 2024-01-05; 40% of 5 values are lower" in words
    assert "Highest: 18, on 2024-01-04 (2 times, this the last). Lowest: 11, on 2024-01-03." in words
    assert "Above 13: 3 of 5 values (60%)" in words


def test_points_stand_for_dates_and_a_level_that_was_never_passed():
    found = series_summary([3.0, 1.0, 2.0], above=5)
    assert (found.highest_on, found.lowest_on, found.bars_above, found.last_above) == (1, 2, 0, None)
    assert "at point 2" in found.summary()


def test_blanks_before_the_first_value_do_not_count():
    found = series_summary(pd.Series([np.nan, np.nan, 5.0, 4.0]))
    assert (found.count, found.highest_on, found.mean) == (2, 3, 4.5)


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=60), st.floats(-1e6, 1e6))
def test_agrees_with_pandas(values, level):
    held, found = pd.Series(values), series_summary(values, above=level)
    assert (found.highest, found.lowest, found.median) == (held.max(), held.min(), held.median())
    assert found.mean == pytest.approx(held.mean(), abs=1e-6)
    assert held.iloc[found.highest_on - 1] == held.max()
    assert found.bars_above == int((held > level).sum())
    assert found.rank == pytest.approx((held < values[-1]).mean())


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=60))
def test_agrees_with_scipy(values):
    found = series_summary(values)
    assert (found.lowest, found.highest) == (stats.tmin(values), stats.tmax(values))
    assert found.mean == pytest.approx(stats.tmean(values), abs=1e-6)
    assert 100 * found.rank == pytest.approx(stats.percentileofscore(values, values[-1], kind="strict"))


def test_the_picture_marks_last_highest_and_lowest():
    figure = series_summary(pd.Series([1.0, 3.0, 2.0], DAYS[:3]), above=2.5).figure()
    assert list(figure.data[1].y) == [3, 1, 2]


def test_no_values_are_refused():
    with pytest.raises(ToolError, match="series"):
        series_summary([])


def test_an_extreme_that_was_reached_more_than_once_says_so():
    said = series_summary([3, 1, 3, 2, 1, 3]).summary()
    assert "Highest: 3, at point 6 (3 times, this the last)." in said
    assert "Lowest: 1, at point 5 (2 times, this the last)." in said
    assert "times" not in series_summary([1, 2]).summary()


def test_large_values_keep_their_whole_digits():
    assert "Highest: 12,345,678," in series_summary([1, 12_345_678, 2]).summary()


def test_the_largest_steps_and_the_longest_runs_by_hand():
    # steps: 14 − 12 = 2, 9 − 14 = −5, 1, 16 − 10 = 6, −1; above 12 stand 14 alone, then 16 and 15; below it 9 and 10
    values = pd.Series([12.0, 14.0, 9.0, 10.0, 16.0, 15.0], pd.bdate_range("2024-01-01", periods=6))
    found = series_summary(values, above=12)
    assert (found.rise, found.fall) == (6.0, -5.0)
    assert (str(found.rise_on)[:10], str(found.fall_on)[:10]) == ("2024-01-05", "2024-01-03")
    assert (found.rise_share, found.fall_share) == (pytest.approx(6 / 10), pytest.approx(-5 / 14))
    assert (str(found.rise_share_on)[:10], str(found.fall_share_on)[:10]) == ("2024-01-05", "2024-01-03")
    assert (found.run_above, found.run_below) == (2, 2)
    assert [str(day)[:10] for day in found.run_above_on] == ["2024-01-05", "2024-01-08"]
    assert [str(day)[:10] for day in found.run_below_on] == ["2024-01-03", "2024-01-04"]
    assert "2 above 12, from 2024-01-05 to 2024-01-08" in found.summary()


def test_no_step_is_a_share_where_a_value_is_not_above_zero():
    found = series_summary([1.0, 0.0, 2.0])
    assert (found.rise, found.rise_share, found.fall_share) == (2.0, None, None)
    assert "percent" not in found.summary()


@given(st.lists(st.integers(0, 6), min_size=1, max_size=60), st.integers(0, 6))
def test_runs_are_those_of_a_plain_count(values: list[int], level: int):
    def longest(inside):
        return max((len(list(run)) for is_in, run in itertools.groupby(values, inside) if is_in), default=0)

    found = series_summary([float(v) for v in values], above=level)
    assert found.run_above == longest(lambda v: v > level)
    assert found.run_below == longest(lambda v: v < level)
    steps = [b - a for a, b in itertools.pairwise(values)]
    assert (found.rise or 0) == max([0, *steps])
    assert (found.fall or 0) == min([0, *steps])


def test_one_value_is_told_as_one():
    assert series_summary(pd.Series([82.69], name="CLOSE")).summary() == "- **CLOSE: 82.69**, at point 1."
