"""Figures in words."""

import math

import pytest

from tools.wording import cost_words, gain, level, listed, money, points, stretch


@pytest.mark.parametrize(
    ("value", "said"),
    [(25.85, "25.85"), (4, "4.00"), (0.275, "0.275"), (1 / 3, "0.3333"), (0, "0.00"), (-0.5, "-0.50"), (2e-6, "2e-06")],
)
def test_points_have_two_to_four_decimals(value, said):
    assert points(value) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [(25.0, "25"), (32.5, "32.5"), (4512.25, "4512.25"), (10.00001, "10.00001"), (100.0, "100"), (12345.0, "12345")],
)
def test_levels_are_as_short_as_they_are_exact(value, said):
    assert level(value) == said


@pytest.mark.parametrize(
    ("value", "said"), [(1250, "$1,250"), (412.5, "$412.50"), (-85, "-$85"), (0, "$0"), (-0.001, "$0"), (math.inf, "unlimited")]
)
def test_money_shows_cents_only_where_there_are_any(value, said):
    assert money(value) == said


def test_gains_stretches_costs_and_lists():
    assert gain(-0.85) == "a loss of 0.85 points"
    assert gain(0) == "neither profit nor loss"
    assert [stretch(0, 25), stretch(30, 30), stretch(50, 60), stretch(35, math.inf), stretch(0, math.inf)] == [
        "at or below 25",
        "at 30",
        "from 50 to 60",
        "at or above 35",
        "at every price",
    ]
    assert cost_words(0.85, 0.026) == "after the 0.85 debit and 0.026 points of fees"
    assert cost_words(-0.5, 0) == "with the 0.50 credit"
    assert cost_words(0, 0) == "at no cost"
    assert listed(["a", "b", "c"]) == "a, b and c"
