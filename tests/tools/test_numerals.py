"""Numbers as people and programs write them, against values written down by hand."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.numerals import read_numbers

WRITTEN = {
    "12.5": 12.5,
    " 12.5 ": 12.5,
    "-3": -3.0,
    "−3": -3.0,
    "+3": 3.0,
    "(1,234.50)": -1234.5,
    "$1,234": 1234.0,
    "1 234.5": 1234.5,
    "1'234.5": 1234.5,
    "18.2%": 0.182,
    "1e3": 1000.0,
    "100.5M": 100.5e6,
    "2K": 2000.0,
    ".5": 0.5,
}


@pytest.mark.parametrize("text", WRITTEN)
def test_a_written_number_is_read(text: str):
    assert read_numbers(pd.Series(["1.5", text])).values[1] == pytest.approx(WRITTEN[text], rel=1e-15)


@pytest.mark.parametrize("text", ["", " ", "NA", "n/a", "-", "--", "nan", "NULL", "#N/A", "None", None])
def test_a_mark_for_nothing_is_blank(text: str | None):
    found = read_numbers(pd.Series(["1", text], dtype="str"))
    assert math.isnan(found.values[1])
    assert (found.blank[1], found.unread[1]) == (True, False)


@pytest.mark.parametrize("text", ["abc", "1,2,3", "12..5", "inf", "1-2", "0x10", "12.5.2024", "1_000"])
def test_what_is_no_number_is_unread_not_guessed(text: str):
    found = read_numbers(pd.Series(["1.5", "2.5", "3.5", "4.5", text]))
    assert found.unread.tolist() == [False] * 4 + [True]
    assert math.isnan(found.values[4])


def test_a_column_that_only_makes_sense_with_decimal_commas_is_read_so():
    found = read_numbers(pd.Series(["1.234,5", "12,25"]))
    assert (found.values.tolist(), found.decimal) == ([1234.5, 12.25], ",")


@given(st.integers(-(10**12), 10**12))
def test_grouped_integers_are_read_back(number: int):
    assert read_numbers(pd.Series([f"{number:,}", "0.5"])).values[0] == number
