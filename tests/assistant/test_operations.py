"""A sentence under a claim's mark that computes otherwise than the claim, or the same in other words."""

import pytest

from assistant.guards.operations import operates
from knowledge import Index

REST = "Wage left = gross wage − taxes withheld."
STOCK = "Stock today = stock yesterday + number of arriving boxes − number of departing boxes."
BOUNDS = "There are two bounds: the lowest rung plus the slack and the highest rung minus the slack."
LINE = "Line = 12-week average minus 26-week average of the same series."
SHARE = "Yield = yearly rent ÷ purchase price."


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        ("The wage left is taxes withheld less the gross wage.", REST),
        ("Today's stock is yesterday's minus the arriving boxes plus the departing ones.", STOCK),
        ("The slack is subtracted from the lowest rung and added to the highest.", BOUNDS),
        ("The line is the slow average minus the fast one.", LINE),
        ("Yield is the purchase price divided by the yearly rent.", SHARE),
        ("Yield is yearly rent multiplied by the purchase price.", SHARE),
    ],
)
def test_another_operation_is_seen(said: str, claim: str) -> None:
    assert operates(said, [claim])


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        ("Subtract the taxes withheld from the gross wage.", REST),
        ("Take yesterday's stock, add the arriving boxes and subtract the departing ones.", STOCK),
        ("Add the slack to the lowest rung and take it off the highest.", BOUNDS),
        ("The line is the fast average less the slow one.", LINE),
        ("Divide the yearly rent by the purchase price.", SHARE),
        ("The rent is less than the price.", SHARE),
    ],
)
def test_the_same_in_other_words_is_not(said: str, claim: str) -> None:
    assert not operates(said, [claim])


def test_no_claim_of_the_glossary_computes_otherwise_than_itself(index: Index) -> None:
    claims = [c.text for e in index.glossary.entries for c in e.claims]
    assert [text for text in claims if operates(text, [text])] == []
