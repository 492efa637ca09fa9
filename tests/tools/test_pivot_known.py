import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import breadth_divergence, pivot_known


def test_by_hand():
    # 60 + 5 = 65, acted on from 66; 5 + 1 + 5 = 11 bars are looked at
    found = pivot_known(60)
    assert (found.known_on, found.act_on, found.window) == (65, 66, 11)
    assert pivot_known(60, left=3, right=2).known_on == 62


@given(st.integers(1, 8), st.integers(1, 8))
def test_a_divergence_carries_the_bar_on_which_its_pivot_is_known(left, right):
    wave = np.sin(np.arange(200) / 7) * 5
    found = breadth_divergence(100 + wave + np.arange(200) / 20, 100 + wave - np.arange(200) / 20, left, right)
    assert len(found.events)
    for event in found.events.itertuples():
        assert pivot_known(int(event.point), left, right).known_on == event.known_point


@pytest.mark.parametrize("bar", [-1, 2.5])
def test_a_bar_is_a_whole_number(bar):
    with pytest.raises(ValueError, match="bar"):
        pivot_known(bar)


def test_a_cross_is_known_at_its_own_close_and_acted_on_one_bar_later():
    # 40 + 0 = 40; 40 + 1 = 41
    found = pivot_known(40, right=0)
    assert (found.known_on, found.act_on) == (40, 41)
    assert "Acted on from bar 41**, the next one" in found.summary()
    assert "right have not" not in found.summary()
