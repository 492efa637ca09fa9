"""The move that a volatility implies, beside working set out by hand."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, expected_move


def test_thirty_days_of_a_vix_of_15_on_an_index():
    # √(30 ÷ 365) = 0.286691, times 15% = 4.30037%; of 5,800 that is 249.42 points
    found = expected_move(0.15, 30, 5800)
    assert found.move == pytest.approx(0.0430037, abs=1e-7)
    assert found.points == pytest.approx(249.4213, abs=1e-4)
    assert (found.low, found.high) == (pytest.approx(5550.5787, abs=1e-4), pytest.approx(6049.4213, abs=1e-4))
    assert "4.3%" in found.summary()


def test_one_session_is_a_root_of_252():
    # 16 ÷ √252 = 16 ÷ 15.8745 = 1.00791
    found = expected_move(0.16, counted="trading")
    assert found.move == pytest.approx(0.0100791, abs=1e-7)
    assert (found.points, found.low, found.high) == (None, None, None)
    assert "trading day:" in found.summary()


@given(st.floats(0.01, 3), st.floats(0.5, 400), st.floats(1, 9))
def test_four_times_the_days_is_twice_the_move(vol: float, days: float, times: float):
    once, later = expected_move(vol, days).move, expected_move(vol, days * times).move
    assert later == pytest.approx(once * math.sqrt(times))


@pytest.mark.parametrize("bad", [{"vol": 0}, {"vol": 15}, {"days": 0}, {"days": -1}, {"price": 0}])
def test_what_is_out_of_range_is_told(bad: dict[str, float]):
    with pytest.raises(ToolError, match=next(iter(bad))):
        expected_move(**({"vol": 0.15, "days": 30} | bad))
