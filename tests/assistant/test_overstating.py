"""A sentence under a claim's mark that makes more of the claim than it says."""

import pytest

from assistant.guards.overstating import overstates
from knowledge import Index

PART = "One Q&A page counts a fifth of the premium as payment for risk."
EITHER = "The average can be seeded with the mean of the first values or with the first value alone."
APART = "The rate of wins is counted from trades, whereas the chance comes from prices."
SELDOM = "The desk seldom makes a flat book its goal."


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        ("Every page counts a fifth of the premium as payment for risk.", PART),
        ("A fifth of the premium is payment for risk.", PART),  # nobody is named who counts so
        ("One Q&A page counts no premium as payment for risk.", PART),
        ("The average must be seeded with the mean of the first values.", EITHER),
        ("The rate of wins and the chance are the same.", APART),
        ("The desk makes a flat book its goal.", SELDOM),
        ("On one Q&A page a fifth of the premium pays for vega.", PART),  # brought in
    ],
)
def test_more_than_the_claim_says_is_seen(said: str, claim: str) -> None:
    assert overstates(said, [claim])


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        ("On one page a fifth of the premium counts as payment for risk.", PART),
        ("There are two ways to seed it, with the mean of the first values or with the first.", EITHER),
        ("Wins are counted, the chance is read from prices; they are not the same.", APART),
        ("The rate of wins does not mean the same thing as the chance.", APART),
        ("Only at the close is a wick known.", "A wick is known at the close of its bar."),
        ("A flat book is hardly ever the desk's goal.", SELDOM),
    ],
)
def test_what_the_claim_says_in_other_words_is_not(said: str, claim: str) -> None:
    assert not overstates(said, [claim])


def test_no_claim_of_the_glossary_says_more_than_itself(index: Index) -> None:
    claims = [c for e in index.glossary.entries for c in e.claims]
    told = [(c.text, [f"{c.text} ({c.term})"]) for c in claims]
    assert [text for text, own in told if overstates(text, own)] == []
