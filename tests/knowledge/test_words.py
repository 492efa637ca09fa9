"""Which words count as the same."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.words import content, key, norms, slug, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Call butterflies", "call butterfly"),
        ("Put–Call Parity", "put-call parities"),
        ("P/E", "PE"),
        ("P/CF", "pcf"),
        ("A/D line", "AD lines"),
        ("S&P 500", "SP 500"),
        ("VIX's futures", "VIX future"),
        ("U.S.", "us"),
        ("Café", "cafe"),
        ("losses", "loss"),
    ],
)
def test_spellings_of_one_name_agree(one: str, other: str):
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), [("basis", "basi"), ("gross", "gros"), ("10-delta", "25-delta"), ("0.8", "8")])
def test_different_words_stay_different(one: str, other: str):
    assert key(one) != key(other)


def test_a_word_that_is_but_an_ending_stays_a_word():
    assert all(w.norm for w in words("N'T"))


def test_numbers_and_strikes_stay_apart():
    assert norms("25/30/35 at 0.85, $1,250") == ["25", "30", "35", "at", "0.85", "1250"]


def test_questions_keep_only_their_subject():
    assert content("What is the difference between theta and vega?") == ["theta", "vega"]


def test_slugs_are_plain_ascii():
    assert slug("Big Top “Temporal Theta” Cash Press") == "big-top-temporal-theta-cash-press"


@given(st.text(max_size=80))
def test_words_stand_where_they_say(text: str):
    found = words(text)
    assert all(text[w.start : w.end] and w.norm for w in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
