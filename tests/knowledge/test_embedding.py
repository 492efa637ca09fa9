"""Embedding texts offline, with the packaged model or one that is given."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from langchain_core.embeddings import DeterministicFakeEmbedding

from knowledge.embedding import Embedding, WordLlamaEmbedding, as_embedding, packaged


@pytest.fixture(scope="module")
def model() -> Embedding:
    return WordLlamaEmbedding()


def test_rows_are_unit_vectors_of_the_stated_length(model: Embedding):
    rows = model.embed(["implied volatility", "a red tulip"])
    assert rows.shape == (2, model.dimension)
    assert np.linalg.norm(rows, axis=1) == pytest.approx([1, 1], abs=1e-6)


def test_near_meanings_are_near(model: Embedding):
    price, cost, tulip = model.embed(["the price of insurance", "what insurance costs", "a red tulip"])
    assert price @ cost > price @ tulip


def test_an_empty_text_gives_zeros(model: Embedding):
    rows = model.embed(["", "volatility", "  "])
    assert not rows[0].any()
    assert not rows[2].any()
    assert rows[1].any()


@pytest.mark.parametrize("text", ["what is a tranche?", "VIX", "", "  ", "日本語", "😀", "x" * 5_000, " 25/30/35 fly\n"])
def test_one_text_alone_has_the_row_that_it_has_among_others(model: Embedding, text: str):
    alone, among = model.embed([text]), model.embed(["volatility", text, "a longer text on the slope of the futures curve"])
    np.testing.assert_array_equal(alone[0], among[1])


@given(
    st.lists(st.one_of(st.sampled_from(["macd", "what's", "25/30/35", "<s>", "\u2581", "", "\n"]), st.text(max_size=6))).map(
        " ".join
    )
)
def test_word_by_word_a_text_has_the_tokens_of_the_whole(text: str):
    model = packaged()
    model.embed(["ready"])
    whole = model._model.tokenizer.encode(text if text.strip() else "", add_special_tokens=False).ids
    assert list(model._tokens(text)) == whole


def test_a_langchain_object_can_be_given():
    model = as_embedding(DeterministicFakeEmbedding(size=12))
    assert (model.dimension, model.name) == (12, "DeterministicFakeEmbedding")
    assert np.linalg.norm(model.embed(["x"])) == pytest.approx(1, abs=1e-6)


def test_anything_else_is_refused():
    with pytest.raises(TypeError, match="embed_documents"):
        as_embedding("openai")
