import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, weighted_split


def test_splits_by_hand():
    # 10,000 × 4 / 10 = 4,000 and 10,000 × 2 / 10 = 2,000; 20,000 × 0.35 = 7,000
    assert weighted_split(10_000, [4, 4, 2]).parts == (4000, 4000, 2000)
    found = weighted_split(20_000, [40, 35, 25])
    assert found.parts == (8000, 7000, 5000)
    assert "40% = $8,000, 35% = $7,000 and 25% = $5,000" in found.summary()


@given(st.integers(1, 10**9), st.lists(st.integers(1, 1000), min_size=2, max_size=12))
def test_the_parts_make_the_whole(budget: int, weights: list[int]):
    found = weighted_split(budget, weights)
    assert sum(found.parts) == pytest.approx(budget)
    assert sum(found.shares) == pytest.approx(1)
    assert weighted_split(budget, [3 * w for w in weights]).shares == pytest.approx(found.shares)


@pytest.mark.parametrize("weights", [[], [1], [1, 0], [1, -1], [1, float("nan")]])
def test_what_does_not_weigh(weights):
    with pytest.raises(ToolError, match="weights"):
        weighted_split(1000, weights)
