"""Figures in words."""

import math
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.wording import cost_words, fixed, gain, level, listed, money, percent, points, significant, stretch


@pytest.mark.parametrize(
    ("value", "places", "said"),
    [
        (8.625, 2, "8.63"),  # a binary fraction that is a half: Python writes 8.62
        (1.005, 2, "1.01"),  # a decimal half whose binary neighbour lies below it
        (-8.625, 2, "-8.63"),
        (0.5, 0, "1"),
        (2.5, 0, "3"),
        (0.125, 2, "0.13"),
        (1_234_567.125, 2, "1,234,567.13"),
        (10**12 + 0.125, 2, "1,000,000,000,000.13"),
        (-0.004, 2, "0.00"),
        (1e300, 0, f"{10**300 * 1.0:,.0f}"),
        (5e-324, 2, "0.00"),
    ],
)
def test_a_half_is_rounded_away_from_zero(value, places, said):
    assert fixed(value, places) == said


@given(st.integers(-(10**12), 10**12), st.integers(0, 8), st.integers(0, 6))
def test_rounding_is_that_of_the_decimal_that_was_meant(digits, behind, places):
    meant = Decimal(digits).scaleb(-behind)
    expected = meant.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    assert Decimal(fixed(float(meant), places).replace(",", "")) == expected


@given(st.floats(-1e15, 1e15), st.integers(0, 6))
def test_rounding_moves_no_further_than_half_of_the_last_place(value, places):
    moved = abs(Decimal(fixed(value, places).replace(",", "")) - Decimal(value))
    assert moved <= Decimal("0.5").scaleb(-places) + Decimal(abs(value)) * Decimal("1e-15")


@pytest.mark.parametrize(
    ("value", "digits", "said"),
    [
        (18.25, 6, "18.25"),
        (0.000241249, 4, "0.0002412"),
        (1_234_567.8, 4, "1,234,568"),
        (9999.96, 5, "10000"),
        (-0.00012, 4, "-0.00012"),
        (0, 4, "0"),
        (5e-324, 3, "4.94e-324"),
    ],
)
def test_digits_that_count_never_become_a_power_of_ten_that_a_reader_must_undo(value, digits, said):
    assert significant(value, digits) == said


@pytest.mark.parametrize(
    ("share", "places", "said"),
    [
        (0.08625, 2, "8.63%"),
        (0.01125, 2, "1.13%"),
        (0.0003, 1, "0.03%"),
        (0.9997, 1, "99.97%"),
        (-0.0004, 1, "-0.04%"),
        (0.0, 1, "0%"),
        (1e-18, 1, "0%"),
        (1.0, 1, "100%"),
        (0.25, 1, "25%"),
        (150.5, 1, "15,050%"),
    ],
)
def test_what_is_not_nothing_is_not_said_to_be_nothing_nor_what_is_not_all_all(share, places, said):
    assert percent(share, places) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [(25.85, "25.85"), (4, "4.00"), (0.275, "0.275"), (1 / 3, "0.3333"), (0, "0.00"), (-0.5, "-0.50"), (2e-6, "0.000002")],
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
