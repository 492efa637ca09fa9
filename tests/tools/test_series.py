import time

import numpy as np
import pandas as pd
import pytest

from tests.tools.nasty import GOOD_SERIES, NO_SERIES
from tools.errors import ToolError
from tools.series import as_series, at, dates_of, spoken


@pytest.mark.parametrize("values", GOOD_SERIES.values(), ids=GOOD_SERIES)
def test_every_honest_container_of_numbers_is_read(values):
    out = as_series(values)
    assert out.dtype == "float64"
    assert len(out) == len(values)


@pytest.mark.parametrize("values", NO_SERIES.values(), ids=NO_SERIES)
def test_what_is_no_series_is_refused_by_name(values):
    with pytest.raises(ToolError) as caught:
        as_series(values, "iv")
    assert caught.value.parameter == "iv"
    assert str(caught.value).startswith("iv: got ")


def test_the_error_says_where_and_how_to_mend():
    values = [1.0] * 10
    values[3], values[7] = "n/a", "-"
    with pytest.raises(ToolError, match=r"'n/a'.*point 4, point 8.*remove those rows"):
        as_series(values)


def test_the_error_names_dates_where_there_are_dates():
    series = pd.Series([1.0] * 10, index=pd.date_range("2024-01-01", periods=10))
    series.iloc[4] = np.nan
    with pytest.raises(ToolError, match="2024-01-05"):
        as_series(series)


def test_many_bad_points_are_counted_not_listed():
    with pytest.raises(ToolError, match="and 45 more"):
        as_series(["x"] * 50)


def test_too_short_says_how_many_were_seen_and_are_missing():
    with pytest.raises(ToolError, match=r"got 3; it must be at least 5 numbers long. 3 seen; give 2 more"):
        as_series([np.nan, 1, 2, 3], minimum=5)


def test_index_name_and_attrs_survive_and_nothing_is_mutated():
    given = pd.Series([1, 2, 3], index=pd.date_range("2024-01-01", periods=3, name="day"), name="iv")
    given.attrs["call"] = "load_table('x.csv').series('iv')"
    before = given.copy(deep=True)
    out = as_series(given)
    out.iloc[0] = 99.0
    out.attrs["call"] = "other"
    pd.testing.assert_series_equal(given, before)
    assert given.attrs["call"] == "load_table('x.csv').series('iv')"
    assert out.name == "iv"
    assert out.index.name == "day"


def test_a_later_change_of_the_callers_array_does_not_reach_the_series():
    given = np.arange(5.0)
    out = as_series(given)
    given[0] = 99.0
    assert out.iloc[0] == 0.0


def test_leading_blanks_stay_in_place():
    out = as_series([None, float("nan"), 3.0])
    assert out.isna().tolist() == [True, True, False]


def test_masked_points_count_as_blanks():
    masked = np.ma.masked_array([1.0, 2.0, 3.0], mask=[True, False, False])
    assert as_series(masked).isna().tolist() == [True, False, False]


def test_periods_and_plain_dates_count_as_dates():
    stamps = pd.date_range("2024-01-31", periods=3, freq="ME")
    assert dates_of(stamps.to_period("M")) is not None
    assert dates_of(pd.Index([d.date() for d in stamps])) is not None
    assert dates_of(pd.RangeIndex(3)) is None
    assert dates_of(pd.Index(["a", "b"])) is None


def test_moments_are_spoken_by_date_or_by_point():
    assert spoken(pd.Timestamp("2018-02-05")) == "2018-02-05"
    assert spoken(pd.Timestamp("2018-02-05 09:31")) == "2018-02-05 09:31"
    assert at(34) == "at point 34"
    assert at(pd.Timestamp("2018-02-05")) == "on 2018-02-05"


def test_ten_million_rows_are_read_without_a_loop_per_row():
    values = np.random.default_rng(0).normal(size=10_000_000)
    began = time.process_time()
    as_series(values)
    # A loop per row would take well over five seconds; reading takes a tenth of one.
    assert time.process_time() - began < 3
