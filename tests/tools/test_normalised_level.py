import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, normalised_level, value_at_level


def test_levels_by_hand():
    # 14.2 / 19.6 = 0.72449, below 0.8; 18 / 21 = 0.85714, not below it
    low, usual = normalised_level(14.2, 19.6), normalised_level(18, 21)
    assert low.normalised == pytest.approx(0.7244898)
    assert low.depressed
    assert "below 0.8, so it counts as depressed" in low.summary()
    assert not usual.depressed
    assert "not below 0.8" in usual.summary()


def test_the_line_itself_is_not_below_the_line():
    assert not normalised_level(12.08, 15.1).depressed  # 15.1 × 0.8 = 12.08


@given(st.integers(1, 10_000), st.integers(1, 10_000), st.sampled_from([1, 10, 100]))
def test_the_unit_does_not_count(value: int, usual: int, unit: int):
    assert normalised_level(value, usual).normalised == pytest.approx(normalised_level(value / unit, usual / unit).normalised)


@pytest.mark.parametrize(("value", "usual"), [(0, 20), (-1, 20), (15, 0), (float("nan"), 20)])
def test_what_has_no_level(value, usual):
    with pytest.raises(ToolError):
        normalised_level(value, usual)


def test_the_value_at_the_line_by_hand():
    # 0.8 × 0.265 = 0.212
    assert value_at_level(0.265).value == pytest.approx(0.212)
    assert value_at_level(20, 1.1).value == pytest.approx(22)


@given(st.integers(1, 10_000), st.integers(1, 300))
def test_the_value_at_a_level_stands_at_that_level(usual: int, hundredths: int):
    value = value_at_level(usual / 100, hundredths / 100).value
    assert normalised_level(value, usual / 100).normalised == pytest.approx(hundredths / 100)
