import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import two_pivots

VALUE = st.integers(-10_000, 10_000)


def test_a_negative_divergence_by_hand():
    # 5160 − 5100 = 60; 47,650 − 48,200 = −550
    found = two_pivots(5100, 5160, 48_200, 47_650)
    assert (found.kind, found.index_change, found.line_change) == ("negative", 60, -550)
    assert "higher high" in found.summary()


def test_a_positive_divergence_is_of_lows():
    assert two_pivots(5100, 5040, 48_200, 48_900, pivots="lows").kind == "positive"
    assert two_pivots(5100, 5040, 48_200, 48_900).kind == "none"


@pytest.mark.parametrize(
    ("ends", "pivots", "said"),
    [
        ((6700, 6655, 38_800, 38_100), "highs", "both made a lower high, so they agree"),
        ((6700, 6755, 38_800, 39_100), "highs", "both made a higher high, so they agree"),
        ((6700, 6655, 38_800, 38_100), "lows", "both made a lower low, so they agree"),
        ((6700, 6655, 38_800, 39_100), "highs", "do not turn away from each other at these highs."),
    ],
)
def test_how_they_agree_is_said(ends, pivots, said):
    assert said in two_pivots(*ends, pivots=pivots).summary()


@given(VALUE, VALUE, VALUE, VALUE)
def test_mirrored_highs_are_lows(a, b, c, d):
    mirrored = {"negative": "positive", "none": "none"}
    assert two_pivots(-a, -b, -c, -d, pivots="lows").kind == mirrored[two_pivots(a, b, c, d).kind]


@pytest.mark.parametrize("shift", [-7000, 0, 12_345.5])
def test_the_start_of_the_line_does_not_count(shift):
    assert two_pivots(5100, 5160, 100 + shift, 50 + shift).kind == "negative"


def test_the_points_of_the_pivots_are_told():
    # 5104 − 5071 = 33; 3345 − 3390 = −45; 8 + 2 = 10
    found = two_pivots(5071, 5104, 3390, 3345, point_before=3, point_now=8, right=2)
    assert (found.kind, found.known) == ("negative", 10)
    assert "5071 at point 3 and 5104 at point 8, a higher high" in found.summary()
    assert "at point 10, 2 bars after it" in found.summary()
    assert two_pivots(5071, 5104, 3390, 3345).known is None
