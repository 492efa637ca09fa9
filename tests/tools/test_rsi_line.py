import pytest

from tools import ToolError, rsi_line


@pytest.mark.parametrize(("value", "extreme"), [(74, True), (70.01, True), (70, False), (68.5, False)])
def test_the_line_itself_is_not_above(value, extreme):
    # 74 − 70 = 4 above the line, 68.5 − 70 = −1.5 below it
    found = rsi_line(value)
    assert found.extreme is extreme
    assert ("is above" in found.summary()) is extreme
    assert found.over == pytest.approx(value - 70)


@pytest.mark.parametrize("value", [-1, 101])
def test_an_rsi_lies_between_0_and_100(value):
    with pytest.raises(ToolError, match="value"):
        rsi_line(value)


def test_several_readings_are_counted():
    found = rsi_line(68, [64, 69, 71, 73, 70, 68])
    assert found.above == (3, 4)
    assert "2 of 6 readings: 71 (reading 3) and 73 (reading 4). 70 itself, on reading 5, is not above it." in found.summary()


@pytest.mark.parametrize("readings", [[64, 69], [], [101, 68], [float("nan"), 68]])
def test_readings_end_in_the_value(readings):
    with pytest.raises(ToolError, match="readings"):
        rsi_line(68, readings)
