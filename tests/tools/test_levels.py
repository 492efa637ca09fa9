import numpy as np
import pandas as pd
import pytest

from tools.levels import normalised

VALUES = pd.Series([4.0, 2.0, 6.0, 3.0])


@pytest.mark.parametrize(
    ("scale", "expected"),
    [
        ("mean", 3 / (11 / 3)),  # mean of 2, 6, 3
        ("median", 3 / 3),
        ("max", 3 / 6),
        ("minmax", (3 - 2) / (6 - 2)),
        ("percentile", 2 / 3),  # 2 and 3 are not above 3
    ],
)
def test_the_last_value_on_each_scale(scale, expected):
    assert normalised(VALUES, scale, 3).iloc[-1] == pytest.approx(expected)


@pytest.mark.parametrize("scale", ["mean", "median", "max", "minmax", "percentile"])
def test_until_the_window_is_full_there_is_no_level(scale):
    assert normalised(VALUES, scale, 3).isna().tolist() == [True, True, False, False]


@pytest.mark.parametrize(("scale", "value"), [("mean", 0.0), ("mean", -2.0), ("median", 0.0), ("max", -1.0), ("minmax", 5.0)])
def test_a_scale_without_meaning_gives_no_level(scale, value):
    assert normalised(pd.Series([value] * 5), scale, 3).isna().all()


def test_a_value_looks_only_back():
    values = pd.Series(np.random.default_rng(0).uniform(10, 30, 600))
    for scale in ("mean", "median", "max", "minmax", "percentile"):
        whole = normalised(values, scale, 252)
        pd.testing.assert_series_equal(normalised(values[:400], scale, 252), whole[:400], check_exact=True)
