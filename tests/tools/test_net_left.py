import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, advance_decline, net_left

NETS = st.lists(st.integers(-3000, 3000), min_size=1, max_size=8)


def test_the_last_of_four_days_by_hand():
    # 5,000 − 900 − 350 + 200 = 3,950; 3,900 − 3,950 = −50; 3,900 − 5,000 = −1,100
    found = net_left(5000, 3900, [-900, -350, 200])
    assert (found.known, found.net, found.change) == (3950, -50, -1100)
    assert "5000 − 900 − 350 + 200 = 3950" in found.summary()
    assert "-50**: 3900 − 3950; more issues fell than rose" in found.summary()


def test_two_levels_one_bar_apart():
    # 4,200 − 4,350 = −150
    found = net_left(4350, 4200)
    assert (found.net, found.known) == (-150, 4350)
    assert "Net of the bar: -150" in found.summary()
    assert "as many rose as fell" in net_left(10, 10).summary()


@given(st.integers(-20_000, 20_000), NETS)
def test_the_net_left_is_the_last_step_of_the_line(start, nets):
    line = advance_decline([max(n, 0) for n in nets], [max(-n, 0) for n in nets], start=start)
    assert net_left(start, line.latest, nets[:-1] or None).net == pytest.approx(nets[-1])


def test_a_net_that_is_no_number():
    with pytest.raises(ToolError, match="nets"):
        net_left(1, 2, [float("nan")])
