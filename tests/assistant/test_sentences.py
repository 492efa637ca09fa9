"""Sentences are cut where they end, however the text arrives."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.guards.sentences import Sentences, split

TEXT = (
    "It costs $85. [a:b1c2d3] See e.g. the article, i.e. Clark vs. others. Really?\n\n1. One, 0.85 points. Two!\n- A list\nEnd"
)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("One. Two.", ["One. ", "Two."]),
        ("At 25.85 and 34.15. Next.", ["At 25.85 and 34.15. ", "Next."]),
        ("Fact. [contango:0a1b2c] More.", ["Fact. [contango:0a1b2c] ", "More."]),
        ("Fact [contango:0a1b2c]. More.", ["Fact [contango:0a1b2c]. ", "More."]),
        ("Use e.g. a fly vs. futures. Then.", ["Use e.g. a fly vs. futures. ", "Then."]),
        ("1. One\n2. Two", ["1. One\n", "2. Two"]),
        ("**Top.** Rest", ["**Top.** ", "Rest"]),
        ("No end", ["No end"]),
        ("", []),
    ],
)
def test_where_a_sentence_ends(text: str, pieces: list[str]) -> None:
    assert split(text) == pieces


@given(st.lists(st.integers(0, len(TEXT)), max_size=12))
def test_however_the_text_arrives_the_sentences_are_the_same(cuts: list[int]) -> None:
    sentences, places = Sentences(), [0, *sorted(cuts), len(TEXT)]
    arrived = [s for a, b in pairwise(places) for s in sentences.feed(TEXT[a:b])]
    assert [*arrived, *sentences.rest()] == split(TEXT)


@given(st.text(alphabet="ab .!?\n[]1e-*()", max_size=200))
def test_nothing_is_lost(text: str) -> None:
    assert "".join(split(text)) == text
