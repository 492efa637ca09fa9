"""An open position along its marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, at_marks

PRICE = st.integers(1, 5_000).map(lambda n: n / 100)


def test_two_futures_at_three_marks():
    # (19.25 − 17.35) × 1,000 × 2 = 3,800; (17.10 − 17.35) × 1,000 × 2 = −500
    found = at_marks(17.35, [17.1, 17.9, 19.25], contracts=2, multiplier=1000)
    assert (found.now, found.best, found.worst) == (3800, 3800, -500)
    assert (found.best_at, found.worst_at, found.from_best) == (3, 1, 0)
    assert "Now (19.25 − 17.35) × $1,000 × 2 = $3,800" in found.summary()
    assert "Worst (low) mark: (17.10 − 17.35) × $1,000 × 2 = -$500" in found.summary()


def test_a_butterfly_that_gave_something_back():
    # (2.15 − 1.10) × 100 × 4 = 420; (2.40 − 1.10) × 100 × 4 = 520; 420 − 520 = −100
    found = at_marks(1.1, [0.95, 1.6, 2.4, 2.15], contracts=4)
    assert (found.now, found.best, found.worst, found.from_best) == (420, 520, -60, -100)
    assert "$100 more than now" in found.summary()


def test_a_short_position_gains_as_prices_fall():
    # (21.40 − 20.75) × 1,000 × 3 = 1,950
    found = at_marks(21.4, [20.1, 22.05, 20.75], contracts=3, multiplier=1000, side="short")
    assert (found.now, found.worst) == (1950, -1950)
    assert "(21.40 − 20.75)" in found.summary()


def test_one_mark_is_now():
    assert "Best mark" not in at_marks(18, [19.5]).summary()


@given(PRICE, st.lists(PRICE, min_size=1, max_size=20), st.integers(1, 50))
def test_the_other_side_makes_the_opposite(entry, marks, contracts):
    long, short = (at_marks(entry, marks, contracts=contracts, side=side) for side in ("long", "short"))
    assert short.profits == tuple(-made for made in long.profits)
    assert (short.best, short.worst) == (-long.worst, -long.best)
    assert long.worst <= long.now <= long.best


@pytest.mark.parametrize("marks", [[], [float("nan")], [1e9], "19"])
def test_marks_are_finite_prices(marks):
    with pytest.raises(ToolError, match="marks"):
        at_marks(18, marks)
