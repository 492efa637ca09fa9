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
