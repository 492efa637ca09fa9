import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, depressed_readings, normalised_level


def test_the_readings_around_a_cross_by_hand():
    # of the seven only 0.79 and 0.78 are less than 0.8; 0.78 − 0.8 = −0.02
    found = depressed_readings([0.95, 0.88, 0.81, 0.79, 0.78, 0.80, 0.83], 5)
    assert found.below == ((4, 0.79), (5, 0.78))
    assert (found.on_line, found.value_at, found.depressed_at) == ((6,), 0.78, True)
    assert found.distance == pytest.approx(-0.02)
    told = found.summary()
    assert "Reading 5, 0.78, is below 0.8: depressed" in told
    assert "2 of 7 readings: 0.79 (reading 4) and 0.78 (reading 5)" in told
    assert "0.8 itself, on reading 6, is not below it" in told


@given(st.lists(st.integers(1, 300).map(lambda n: n / 100), min_size=1, max_size=30))
def test_each_reading_is_judged_as_the_level_of_one_is(values):
    below = {place for place, _ in depressed_readings(values).below}
    assert below == {n for n, value in enumerate(values, start=1) if normalised_level(value, 1).depressed}


@pytest.mark.parametrize(("values", "at"), [([], None), ([0.8, -0.1], None), ([0.7, float("nan")], None), ([0.7, 0.9], 3)])
def test_what_are_no_readings(values, at):
    with pytest.raises(ToolError, match=r"(?:values|at)"):
        depressed_readings(values, at)


def test_a_last_reading_that_has_come_back_is_told():
    assert "The last reading, 0.81 (reading 3), is back above 0.8" in depressed_readings([0.84, 0.76, 0.81]).summary()
    assert "back above" not in depressed_readings([0.84, 0.81, 0.76]).summary()


def test_values_over_what_is_usual_for_each():
    # 17.6/21.4 = 0.822; 16.9/21.3 = 0.793; 16.8/21.1 = 0.796; 17.3/21 = 0.824
    found = depressed_readings([17.6, 16.9, 16.8, 17.3], usual=[21.4, 21.3, 21.1, 21.0])
    assert found.ratios == pytest.approx((0.822, 0.793, 0.796, 0.824), abs=5e-4)
    assert [place for place, _ in found.below] == [2, 3]
    assert "16.9/21.3 = 0.793" in found.summary()
    with pytest.raises(ToolError, match="usual"):
        depressed_readings([17.6, 16.9], usual=[21.4])
