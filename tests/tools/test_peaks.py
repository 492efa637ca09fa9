import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, higher_highs


def points(values, since=0):
    found = higher_highs(pd.Series(values, dtype=float), since)
    return list(zip(found["point"], found["known_point"], found["value"], found["before"], strict=True))


def test_a_peak_above_the_peak_before_it_is_known_one_bar_later():
    # Peaks: 3 at point 2 (sets the mark), 5 at point 4, which point 5 confirms.
    assert points([1, 3, 2, 5, 4]) == [(4, 5, 5.0, 3.0)]


def test_a_peak_that_is_not_yet_followed_by_a_lower_bar_is_not_known():
    assert points([1, 3, 2, 5]) == []


def test_a_lower_peak_is_no_higher_high_but_lowers_the_mark():
    # Peaks 5, 3, 4: 4 stands above 3, the peak before it.
    assert points([1, 5, 2, 3, 1, 4, 0]) == [(6, 7, 4.0, 3.0)]


def test_the_first_peak_since_then_only_sets_the_mark():
    values = [1, 3, 2, 5, 4, 6, 5]
    assert points(values, since=2) == [(6, 7, 6.0, 5.0)]


def test_a_flat_top_is_one_peak_dated_on_its_first_bar():
    assert points([1, 2, 1, 4, 4, 4, 3]) == [(4, 7, 4.0, 2.0)]


def test_peaks_below_zero_do_not_count():
    assert points([-5, -3, -4, -1, -2]) == []


def test_a_shelf_on_the_way_up_is_no_peak():
    assert points([1, 2, 1, 3, 3, 4]) == []


@pytest.mark.parametrize("values", [[1], [1, 2], [2, 2, 2], [1, 2, 1]])
def test_short_or_flat_histories_have_none(values):
    assert points(values) == []


def test_dates_are_those_of_the_peak_and_of_the_bar_that_confirms_it():
    days = pd.date_range("2024-01-01", periods=5)
    found = higher_highs(pd.Series([1.0, 3, 2, 5, 4], index=days))
    assert found["date"].tolist() == [days[3]]
    assert found["known_on"].tolist() == [days[4]]


def test_warm_up_blanks_are_skipped():
    assert points([np.nan, np.nan, 1, 3, 2, 5, 4]) == [(6, 7, 5.0, 3.0)]


def test_text_is_refused():
    with pytest.raises(ToolError, match="histogram"):
        higher_highs(["a"])


@given(st.lists(st.integers(-5, 5), min_size=3, max_size=60), st.data())
def test_what_is_known_on_a_bar_is_known_on_it_for_good(values, data):
    cut = data.draw(st.integers(1, len(values)))
    whole = [row for row in points(values) if row[1] <= cut]
    assert points(values[:cut]) == whole


@given(st.lists(st.integers(-5, 5), min_size=1, max_size=60))
def test_a_walk_over_the_bars_finds_the_same(values):
    found, last, top = [], None, None
    for i in range(1, len(values)):
        if values[i] > values[i - 1]:
            top = i
        elif values[i] < values[i - 1]:
            if top is not None and values[top] > 0:
                if last is not None and values[top] > last:
                    found.append((top + 1, i + 1, float(values[top]), float(last)))
                last = values[top]
            top = None
    assert points(values) == found
