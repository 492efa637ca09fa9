import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, running_total


def test_results_by_hand():
    # −85; −85 + 125 = 40; 40 + 235 = 275; 275 − 85 = 190
    found = running_total([-85, 125, 235, -85])
    assert found.running == (-85, 40, 275, 190)
    assert (found.net, found.highest, found.lowest, found.won, found.lost) == (190, 275, -85, 2, 2)
    assert "-$85, $40, $275, $190" in found.summary()


@given(st.lists(st.integers(-1000, 1000), min_size=1, max_size=40))
def test_the_last_sum_is_the_sum(amounts):
    found = running_total(amounts)
    assert found.net == found.running[-1] == sum(amounts)
    assert len(found.running) == len(amounts)


@pytest.mark.parametrize("bad", [[], [float("nan")], ["x"], [1e13]])
def test_nonsense_is_refused(bad):
    with pytest.raises(ToolError):
        running_total(bad)
