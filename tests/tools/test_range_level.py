import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, range_level


def test_by_hand():
    assert range_level(16.2, 13, 29).place == pytest.approx(0.2)  # (16.2 − 13) / (29 − 13) = 0.2
    assert "outside" in range_level(30, 13, 29).summary()
    assert "outside" not in range_level(29, 13, 29).summary()


@given(st.floats(1, 40), st.floats(0.5, 30), st.floats(0, 1))
def test_a_share_of_the_way_is_found_again(low, width, share):
    assert range_level(low + share * width, low, low + width).place == pytest.approx(share, abs=1e-9)


def test_a_range_has_two_ends():
    with pytest.raises(ToolError, match="high"):
        range_level(16, 20, 20)


def test_a_low_place_counts_as_depressed_on_its_own_scale():
    # (18 − 12)/(32 − 12) = 0.3, below 0.8; (28 − 12)/20 = 0.8 is not below it
    assert range_level(18, 12, 32).depressed
    assert not range_level(28, 12, 32).depressed
