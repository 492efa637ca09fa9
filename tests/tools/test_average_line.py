import numpy as np
import pandas as pd
import pytest
import talib
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, average_line

DATA = 20 + np.cumsum(np.random.default_rng(7).normal(0, 0.4, 120))


@pytest.mark.parametrize(("kind", "oracle"), [("simple", talib.SMA), ("exponential", talib.EMA)])
@pytest.mark.parametrize("span", [2, 12, 50])
def test_every_bar_is_that_of_another_library(kind, oracle, span):
    found = average_line(DATA, span, kind)
    np.testing.assert_allclose(found.frame["average"], oracle(DATA, span), rtol=1e-10)
    assert found.average == pytest.approx(oracle(DATA, span)[-1])


def test_by_hand():
    found = average_line([10, 12, 14, 13], 2)  # (14 + 13)/2 = 13.5; 13 is 3.7% below; the bar before stood above
    assert (found.average, found.above, found.bars_on_side) == (13.5, False, 1)
    assert found.gap == pytest.approx(13 / 13.5 - 1)
    assert "below it, 3.7%, for 1 bar now" in found.summary()


@given(st.lists(st.integers(1, 50), min_size=5, max_size=40), st.integers(2, 5))
def test_the_bars_on_its_side_are_the_last_ones_that_agree(values, span):
    found = average_line([float(v) for v in values], span)
    above = (found.frame["value"] > found.frame["average"]).to_numpy()
    tail = above[-found.bars_on_side :]
    assert (tail == above[-1]).all()
    before = len(values) - found.bars_on_side
    assert before <= span - 1 or above[before - 1] != above[-1]


def test_the_input_is_left_alone_and_too_few_are_refused():
    series = pd.Series(DATA)
    average_line(series, 10)
    pd.testing.assert_series_equal(series, pd.Series(DATA))
    with pytest.raises(ToolError, match="series"):
        average_line([1.0, 2.0], 3)
