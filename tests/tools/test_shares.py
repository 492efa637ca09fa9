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


def test_the_share_that_is_on_stands_first_where_the_cap_cuts() -> None:
    said = running_share(0.25, 4).summary()
    assert said.startswith("- **100% of the planned hedge**: 25% + 20% + 20% + 20% + 20% = 105%, and the plan ends at 100%.")
    assert "25% → 45% → 65% → 85% → 100%." in said


def test_many_adds_are_written_in_short_and_shares_as_they_were_given() -> None:
    said = running_share(0.2575, 60, 0.01).summary()
    assert "25.75% + 60 × 1% = 85.75% of the planned hedge" in said
    assert "25.75% → 26.75% → 27.75% → 28.75% → 29.75% → 30.75% → 31.75% → 32.75% → … → 85.75%." in said


@pytest.mark.parametrize(
    ("first", "adds", "left", "full", "said"),
    [
        (0.25, 2, 0.35, 1, "35%, 1 full add to 85%, then a last slice of 15%"),
        (0.3, 0, 0.7, 3, "70%, 3 full adds to 90%, then a last slice of 10%"),
        (0.25, 3, 0.15, 0, "15%, a last slice of 15%"),
        (0.2, 2, 0.4, 2, "40%, 2 full adds to 100%."),
    ],
)
def test_what_is_left_is_told_in_whole_adds(first, adds, left, full, said):
    found = running_share(first, adds)
    assert (found.left, found.full_adds_left) == (pytest.approx(left), full)
    assert f"Left up to 100%: {said}" in found.summary()


def test_what_passes_the_cap() -> None:
    # 30 + 4 × 20 = 110: 10 over
    found = running_share(0.3, 4)
    assert found.over == pytest.approx(0.1)
    assert "The sum is 10% over." in found.summary()
    assert running_share(0.25, 2).over == 0
