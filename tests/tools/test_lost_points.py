"""Single values with the decimal point out of its place."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import macd_trigger
from tools.lost_points import lost_points, mended

WAVE = 20 + np.sin(np.arange(60) / 5)


@given(st.integers(1, 58), st.sampled_from([10.0, 100.0, 0.1, 0.01]))
def test_one_slip_is_found_and_put_right(at, times):
    data = WAVE.copy()
    data[at] *= times
    found = lost_points(data)
    assert [place for place, _ in found] == [at]
    assert mended(data, found) == pytest.approx(WAVE, rel=1e-9)


@pytest.mark.parametrize(
    "data",
    [
        WAVE,
        np.r_[WAVE[:30], 10 * WAVE[30:]],  # the unit changed for good
        np.where(np.arange(60) % 2, WAVE, 10 * WAVE),  # too many for slips
        np.r_[WAVE[:30], 40.0, WAVE[30:]],  # a jump, and no slip of a point
        -WAVE,
    ],
)
def test_other_series_have_none(data):
    assert lost_points(data) == []


def test_the_trigger_says_what_it_would_be_corrected():
    data = np.round(WAVE, 2)
    slipped = data.copy()
    slipped[20] = round(data[20] * 10, 2)
    found, right = macd_trigger(slipped), macd_trigger(data)
    assert found.mended is not None
    assert right.mended is None
    assert found.mended.points[0].date == 21
    assert found.mended.macd == pytest.approx(right.latest["macd"], abs=1e-12)
    assert f"{slipped[20]:g} at point 21 ({data[20]:g} meant?)" in found.summary()
