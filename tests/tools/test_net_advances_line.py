import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, ad_line, net_advances_line

NETS = st.lists(st.integers(-2000, 2000), min_size=1, max_size=60)


def test_by_hand():
    found = net_advances_line([100.0, -150.0, 20.0], start=1000)  # 1000 + 100 = 1100, 1100 − 150 = 950, 950 + 20 = 970
    assert (found.latest, found.change, found.highest, found.lowest, found.rising) == (970, -30, 1100, 950, 2)
    assert (found.highest_on, found.lowest_on, found.last_on) == (1, 2, 3)


@given(NETS, st.integers(-5000, 5000))
def test_it_is_the_line_moved_by_its_start(nets, start):
    found = net_advances_line([float(n) for n in nets], start=start)
    np.testing.assert_allclose(found.line, ad_line([float(n) for n in nets]) + start)
    assert found.latest == start + sum(nets)
    assert found.rising == sum(n > 0 for n in nets)


def test_both_counts_with_dates_of_the_extremes():
    days = pd.bdate_range("2024-03-04", periods=3)
    up, down = pd.Series([1800.0, 900, 1500], days), pd.Series([1200.0, 2000, 1400], days)
    found = net_advances_line(advances=up, declines=down)  # 600, -500, -400
    assert (found.latest, found.highest_on, found.lowest_on) == (-400, days[0], days[1])
    assert "4 March 2024" in found.summary() or "2024-03-04" in found.summary()


def test_neither_form_is_refused():
    with pytest.raises(ToolError, match="net"):
        net_advances_line()
