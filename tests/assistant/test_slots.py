"""Slots: which number fills which parameter."""

import pytest

from assistant.understanding.filling.slots import Slot, fill
from assistant.understanding.text.quantities import Reading

PRICE = Slot("price", "the price", ("plain", "money"), before=r"\bat", bare=True, required=True, low=0, high=100)
COUNT = Slot("count", "the count", before=r"\bx", after=r"units?\b", low=1, high=1000, whole=True)
SHARE = Slot("share", units=("percent",), after="of", low=0, high=1)


def filled(text: str, *slots: Slot) -> dict[str, object]:
    return fill(Reading(text), slots).arguments


def test_cued_numbers_go_first_and_bare_ones_fill_the_rest() -> None:
    assert filled("5 units 7", PRICE, COUNT) == {"count": 5, "price": 7.0}
    assert filled("7 at 3", PRICE, COUNT) == {"price": 3.0}


def test_one_number_fills_one_slot() -> None:
    assert filled("at 5 units", PRICE, COUNT) == {"price": 5.0}


@pytest.mark.parametrize("text", ["at 101", "at -1", "at 5%", "nothing"])
def test_a_number_of_the_wrong_unit_or_size_does_not_fit(text: str) -> None:
    filling = fill(Reading(text), [PRICE])
    assert filling.arguments == {}
    assert [s.parameter for s in filling.missing] == ["price"]


def test_only_whole_numbers_count_units() -> None:
    assert filled("2.5 units", COUNT) == {}
    assert filled("2 units", COUNT) == {"count": 2}


def test_percent_and_plain_numbers_do_not_mix() -> None:
    assert filled("5% of 20", SHARE, PRICE) == {"share": 0.05, "price": 20.0}


def test_a_parameter_that_is_given_is_not_missing() -> None:
    assert fill(Reading(""), [PRICE], given=["price"]).missing == []


def test_a_credit_is_negated() -> None:
    credit = Slot("debit", before=r"\bcredit of", negate=True)
    assert filled("credit of 0.20", credit) == {"debit": -0.2}
