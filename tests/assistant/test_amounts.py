"""Amounts in words: what each comes to is worked out by hand beside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.text.number_words import numbers_in
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.typed import plain

TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")


def said(number: int) -> str:
    """A number below a million as it is said, written by another way than the reader's: from the largest part down."""
    if number < 20:
        return (*ONES, *TEENS)[number - 1]
    if number < 100:
        return TENS[number // 10 - 2] + (f"-{ONES[number % 10 - 1]}" if number % 10 else "")
    scale, name = (1000, "thousand") if number >= 1000 else (100, "hundred")
    more = number % scale
    return f"{said(number // scale)} {name}" + (f"{' and' if scale == 100 else ''} {said(more)}" if more else "")


@given(st.integers(1, 999_999))
def test_a_number_that_is_said_is_read_back(number: int) -> None:
    assert numbers_in(said(number)) == [number]


@given(st.lists(st.integers(13, 99), min_size=2, max_size=4))
def test_numbers_said_in_a_row_stay_apart(numbers: list[int]) -> None:
    # "twenty" before a word of one digit says one number with it: 20 5 cannot be told from 25
    assert numbers_in(" ".join(said(n) for n in numbers)) == numbers


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("filled at three quarters of a point", 0.75, "plain"),
        ("a three-quarter point debit", 0.75, "plain"),
        ("half a point", 0.5, "plain"),
        ("costs a quarter point", 0.25, "plain"),
        ("3/4 of a point", 0.75, "plain"),
        ("a point and a half", 1.5, "plain"),
        ("two and a quarter points", 2.25, "plain"),
        ("two-and-a-half points", 2.5, "plain"),
        ("2 1/2 points", 2.5, "plain"),
        ("2½ pts", 2.5, "plain"),
        ("costs a point", 1, "plain"),
        ("paid one and three quarters", 1.75, "plain"),
        ("ninety-five cents", 0.95, "money"),
        ("paid ten cents", 0.1, "money"),
        ("sold for a dime", 0.1, "money"),
        ("48 cts", 0.48, "money"),
        ("a buck ten", 1.1, "money"),
        ("one dollar and twenty cents", 1.2, "money"),
        ("two dollars forty", 2.4, "money"),
        ("for a nickel under a buck", 0.95, "money"),
        ("a dime over two dollars", 2.1, "money"),
        ("for one-twenty", 1.2, "plain"),
        ("paid two twenty five", 2.25, "plain"),
        ("at point eight eight", 0.88, "plain"),
        ("debit point oh five", 0.05, "plain"),
        ("zero point nine", 0.9, "plain"),
        ("two point three five", 2.35, "plain"),
        ("thirty-one point five", 31.5, "plain"),
        ("twelve hundred dollars", 1200, "money"),
        ("a hundred and eighty thousand", 180_000, "money"),
        ("seven and a half thousand dollars", 7500, "money"),
        ("fifteen grand", 15_000, "money"),
        ("10 grand", 10_000, "money"),
        ("half a million", 500_000, "money"),
        ("five hundred bucks", 500, "money"),
        ("€14,000", 14_000, "money"),
        ("EUR 2500", 2500, "money"),
        ("14 000 euros", 14_000, "money"),
        ("forty five percent", 0.45, "percent"),
        ("one and a half percent", 0.015, "percent"),
        ("half a dozen flies", 6, "plain"),
        ("a pair of flies", 2, "plain"),
        ("spx at six thousand", 6000, "plain"),
    ],
)
def test_an_amount_in_words(text: str, value: float, unit: str) -> None:
    (found,) = Reading(text).quantities
    assert (found.value, found.unit) == (pytest.approx(value), unit)


@pytest.mark.parametrize(
    "text",
    [
        "what is the point",
        "Exercise 7. Why?",
        "HW Q4: what is it",
        "one of the reasons",
        "dollars a point",
        "the first half of the year",
        "at this point one fly",
    ],
)
def test_words_that_are_no_amount(text: str) -> None:
    assert Reading(text).quantities == ()


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("a quarter of the $900 budget", 0.25),
        ("a third of $9,000", pytest.approx(1 / 3)),
        ("half my 6000 hedge", 0.5),
        ("three quarters of the plan of $100", 0.75),
    ],
)
def test_a_part_of_a_sum_is_a_percentage_of_it(text: str, share: float) -> None:
    assert next(q.value for q in Reading(text).quantities if q.unit == "percent") == share


def test_strikes_in_words() -> None:
    assert Reading("twenty-five, thirty, thirty-five butterfly for ninety cents").ladder == (25, 30, 35)
    assert Reading("twenty two and a half / twenty seven and a half / thirty two and a half fly").ladder == (22.5, 27.5, 32.5)


@given(st.integers(20, 99), st.integers(1, 999))
def test_making_plain_twice_changes_nothing_more(cents: int, thousands: int) -> None:
    text = plain(f"{said(thousands)} thousand dollars, a quarter of my budget, {said(cents)} cents, two and a half points")
    assert plain(text) == text == f"{thousands}000 dollars, 25% of my budget, {cents} cents, 2.5 points"
