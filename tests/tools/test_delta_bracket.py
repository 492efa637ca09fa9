import pytest

from tools import ToolError, delta_bracket


@pytest.mark.parametrize(
    ("deltas", "between", "nearest"),
    [
        ([-0.06, -0.09, -0.12], (0.09, 0.12), 0.09),  # 0.10 − 0.09 = 0.01 is less than 0.12 − 0.10 = 0.02
        ([0.12, 0.05], (0.05, 0.12), 0.12),
        ([-0.10, -0.2], (0.1, 0.1), 0.1),
        ([-0.14, -0.19, -0.27, -0.35], None, 0.14),  # 0.14 − 0.10 = 0.04
        ([-0.02, -0.07], None, 0.07),
    ],
)
def test_the_two_sides_of_a_delta(deltas, between, nearest):
    found = delta_bracket(deltas)
    assert (found.between, found.nearest) == (between, nearest)


def test_what_lies_beyond_the_quotes_is_a_guess():
    low, high = delta_bracket([-0.14, -0.35]).summary(), delta_bracket([-0.02, -0.07]).summary()
    assert "no strike has a delta between 0 and −0.10" in low
    assert "lower strikes" in low
    assert "beyond −0.10" in high
    assert "higher strikes" in high


@pytest.mark.parametrize("bad", [[0.1], [0, 0.2], [0.2, 1.0], [float("nan"), 0.2], [14, 19]])
def test_nonsense_is_refused(bad):
    with pytest.raises(ToolError):
        delta_bracket(bad)


def test_the_strike_beyond_which_another_is_needed():
    # −0.13 lies 0.03 from −0.10; −0.18 and −0.25 lie further away.
    found = delta_bracket([-0.25, -0.18, -0.13], strikes=[5500, 5450, 5400])
    assert found.at == 5400
    assert "a strike below 5400 with a delta of −0.10, or smaller in size" in found.summary()
    assert delta_bracket([-0.25, -0.13]).at is None
    with pytest.raises(ToolError, match="strikes"):
        delta_bracket([-0.25, -0.13], strikes=[5500, 5450, 5400])
