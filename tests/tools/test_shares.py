"""The running share: hand sums, the cap, and the article's two starts."""

import pytest

from tools import running_share
from tools.errors import ToolError


@pytest.mark.parametrize(
    ("first", "adds", "total"),
    [(0.30, 2, 0.70), (0.25, 3, 0.85), (0.30, 3, 0.90), (0.25, 0, 0.25)],
)
def test_the_sum_is_first_plus_adds_times_a_fifth(first: float, adds: int, total: float) -> None:
    result = running_share(first, adds)
    assert result.share == total
    assert len(result.running) == adds + 1


def test_a_fourth_add_from_a_quarter_is_cut_at_the_cap_and_says_so() -> None:
    result = running_share(0.25, 4)  # 25 + 4 x 20 = 105
    assert result.uncapped == 1.05
    assert result.share == 1.0
    assert "105%" in result.summary()
    assert "our assumption" in result.summary()


def test_half_an_add_is_refused() -> None:
    with pytest.raises(ToolError, match="adds"):
        running_share(0.25, 1.5)  # type: ignore[arg-type]
