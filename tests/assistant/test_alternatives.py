"""Many patterns as one hold where one of them does."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.text.alternatives import any_of

PATTERNS = (r"\bshould (?:i|we) \w+", r"\bworth it\b|\btime to buy\b", r"^\W*buy or sell\b", r"\byour pick|^pick\b", r"now\W*$")
WORDS = [
    "should",
    "i",
    "we",
    "buy",
    "or",
    "sell",
    "worth",
    "it",
    "time",
    "to",
    "your",
    "pick",
    "now",
    "wait",
    "rebuy",
    "unworthy",
    ",",
    ".",
    "?",
]


@given(st.lists(st.sampled_from(WORDS), max_size=9))
def test_as_one_by_one(words: list[str]) -> None:
    text = " ".join(words)
    assert (any_of(*PATTERNS).search(text) is not None) == any(re.search(p, text) for p in PATTERNS)


@pytest.mark.parametrize("text", ["unworth it", "xshould i go"])
def test_a_word_s_edge_stays_an_edge(text: str) -> None:
    assert any_of(*PATTERNS[:2]).search(text) is None
