"""BM25 against a calculation by hand, and the laws it keeps."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.lexical import BM25, stem, trigram_tokens, weighted, word_tokens

TOKENS = st.lists(st.sampled_from("abcdef"), max_size=6)


def test_scores_agree_with_a_calculation_by_hand():
    # Three documents of lengths 3, 2, 1 (mean 2); "a" stands twice in the first and once in the second.
    bm25 = BM25([{"a": 2, "b": 1}, {"a": 1, "c": 1}, {"c": 1}], k1=1.5, b=0.75)
    idf = math.log(1 + (3 - 2 + 0.5) / (2 + 0.5))
    first = idf * 2 * 2.5 / (2 + 1.5 * (0.25 + 0.75 * 3 / 2))
    second = idf * 1 * 2.5 / (1 + 1.5 * (0.25 + 0.75 * 2 / 2))
    assert bm25.scores(["a"]) == pytest.approx([first, second, 0.0])


def test_coverage_weighs_words_by_rarity():
    bm25 = BM25([{"a": 1, "b": 1}, {"a": 1}])
    rare, common = bm25.idf("b"), bm25.idf("a")
    assert bm25.coverage(["a", "b"]) == pytest.approx([1.0, common / (rare + common)])
    assert bm25.coverage([]) == pytest.approx([0.0, 0.0])


def test_an_unknown_word_tells_most():
    bm25 = BM25([{"a": 1, "b": 1}, {"a": 1}])
    assert bm25.idf("zzz") > bm25.idf("b") > bm25.idf("a") > 0
    assert "zzz" not in bm25


@given(st.lists(TOKENS, min_size=1, max_size=8), TOKENS)
def test_a_query_scores_as_the_sum_of_its_words(documents: list[list[str]], query: list[str]):
    bm25 = BM25([weighted((1.0, d)) for d in documents])
    parts = sum((bm25.scores([t]) for t in dict.fromkeys(query)), np.zeros(len(documents)))
    assert bm25.scores(query) == pytest.approx(parts)
    assert (bm25.scores(query) >= 0).all()


@given(st.lists(TOKENS, min_size=1, max_size=8), TOKENS)
def test_arrays_hold_all_of_it(documents: list[list[str]], query: list[str]):
    bm25 = BM25([weighted((1.0, d)) for d in documents])
    again = BM25.of_arrays(bm25.arrays())
    assert again.scores(query).tolist() == bm25.scores(query).tolist()
    assert again.idf("a") == bm25.idf("a")


@given(st.lists(TOKENS, min_size=1, max_size=8), TOKENS)
def test_a_large_index_scores_as_a_small_one(documents: list[list[str]], query: list[str]):
    bags = [weighted((1.0, d)) for d in documents]
    small = BM25(bags).scores(query).tolist()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("knowledge.lexical._CELLS", -1)
        assert BM25(bags).scores(query).tolist() == small


@given(st.lists(TOKENS, min_size=1, max_size=8), TOKENS)
def test_coverage_of_some_documents_is_a_part_of_that_of_all(documents: list[list[str]], query: list[str]):
    bm25 = BM25([weighted((1.0, d)) for d in documents])
    some = np.arange(len(documents))[::2]
    assert bm25.coverage(query, some).tolist() == bm25.coverage(query)[some].tolist()


def test_no_documents_give_no_scores():
    assert BM25([]).scores(["a"]).shape == (0,)


@pytest.mark.parametrize(
    "words",
    [
        ("hedge", "hedged", "hedging"),
        ("layer", "layering", "layered"),
        ("stop", "stopping", "stopped"),
        ("centre", "center", "centred", "centered"),
        ("normalise", "normalized", "normalisation"),
    ],
)
def test_forms_of_a_word_share_a_stem(words: tuple[str, ...]):
    assert len({stem(w) for w in words}) == 1


@pytest.mark.parametrize("word", ["put", "theta", "spread", "wing", "rsi", "bed", "fee"])
def test_short_words_keep_their_letters(word: str):
    assert stem(word) == word


def test_tokens_are_stems_of_content_words():
    assert word_tokens("What is the hedging budget?") == ["hedg", "budget"]


def test_trigrams_mark_where_a_word_begins_and_ends():
    assert trigram_tokens("iv") == ["^iv", "iv$"]
