import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, third_line

SMALL = st.integers(-500, 500).map(lambda n: n / 100)


def test_each_of_the_three_by_hand():
    # 0.42 − 0.05 = 0.37; 0.37 + 0.05 = 0.42; 0.42 − 0.37 = 0.05
    assert third_line(macd=0.42, histogram=0.05).value == 0.37
    assert third_line(signal=0.37, histogram=0.05).value == 0.42
    found = third_line(macd=0.42, signal=0.37)
    assert (found.found, found.value) == ("histogram", 0.05)


@given(SMALL, SMALL)
def test_the_third_gives_back_the_other_two(macd, signal):
    bar = third_line(macd=macd, signal=signal).value
    assert third_line(macd=macd, histogram=bar).value == pytest.approx(signal)
    assert third_line(signal=signal, histogram=bar).value == pytest.approx(macd)


@pytest.mark.parametrize("given_", [{}, {"macd": 1.0}, {"macd": 1.0, "signal": 0.5, "histogram": 0.5}])
def test_two_of_them_are_needed(given_):
    with pytest.raises(ToolError, match="two of macd, signal and histogram"):
        third_line(**given_)


@pytest.mark.parametrize(
    ("given_", "side", "told"),
    [
        ({"macd": -0.42, "histogram": 0.05}, "positive", "above its signal although both are below zero"),
        ({"macd": 0.42, "histogram": 0.05}, "positive", "above its signal."),
        ({"signal": 0.5, "macd": 0.45}, "negative", "below its signal although both are above zero"),
        ({"signal": -0.5, "histogram": -0.05}, "negative", "below its signal."),
        ({"signal": 0.2, "macd": 0.2}, "zero", "on its signal."),
    ],
)
def test_the_side_of_the_signal_is_told_with_that_of_zero(given_, side, told):
    found = third_line(**given_)
    assert found.side == side
    assert told in found.summary()


def test_a_platform_that_doubles_the_difference():
    # 0.52 − 0.38 = 0.14 and 0.28 / 0.14 = 2; 0.31 / 0.14 = 2.2 is no doubling, 0.31 − 0.14 = 0.17
    found = third_line(macd=0.52, signal=0.38, shown=0.28)
    assert (found.value, found.times) == (0.14, 2.0)
    assert "twice that**: 2 × 0.14" in found.summary()
    assert "not that difference, by 0.17" in third_line(macd=0.52, signal=0.38, shown=0.31).summary()
    assert "shown" not in third_line(macd=0.52, signal=0.38, shown=0.14).summary()
    assert third_line(macd=0.5, signal=0.5, shown=0.1).times is None


def test_what_is_shown_is_held_against_both_lines():
    with pytest.raises(ToolError, match="Leave the histogram out"):
        third_line(macd=0.5, histogram=0.1, shown=0.2)
