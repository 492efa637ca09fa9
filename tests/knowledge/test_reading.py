"""How much of a question its names explain, and what they gain by it."""

import pytest

from knowledge.embedding import WordLlamaEmbedding
from knowledge.glossary import Glossary
from knowledge.items import Items
from knowledge.lexicon import Lexicon
from knowledge.reading import Reader, Reading, Weights
from knowledge.store import VectorStore


@pytest.fixture(scope="module")
def reader(glossary: Glossary) -> Reader:
    model, items = WordLlamaEmbedding(), Items(glossary.entries)
    store = VectorStore.in_memory(items.ids, model.embed(items.texts))
    return Reader(glossary.entries, items, Lexicon.of(glossary), store, model, Weights())


def read(reader: Reader, query: str) -> Reading:
    reading = reader(query)
    assert reading is not None
    return reading


@pytest.mark.parametrize("query", ["What is a lantern spread?", "tide gauge vs harbour ratio", "lantren spread pls"])
def test_a_question_that_only_names_terms_is_explained_by_them(reader: Reader, query: str):
    assert read(reader, query).explained == 1.0


@pytest.mark.parametrize("query", ["how deep is the water", "???", "what is it"])
def test_a_question_that_names_nothing_is_not_explained(reader: Reader, query: str):
    assert read(reader, query).explained == 0.0
    assert not read(reader, query).gain.any()


def test_a_name_among_other_words_explains_a_part(reader: Reader):
    little = read(reader, "why do heavy boats run aground in shallow water near the gauge")
    much = read(reader, "a shallow gauge")
    assert 0 < little.explained < much.explained < 1
    assert little.gain.max() < much.gain.max() < Weights().named


def test_entries_are_named_in_the_questions_order(reader: Reader, glossary: Glossary):
    reading = read(reader, "tide gauge, lantern spread and once more tide gauge")
    assert [glossary.entries[n].term for n in reading.named] == ["Tide gauge", "Lantern spread (LS)"]


def test_a_query_read_twice_is_read_once(reader: Reader):
    assert reader("how high is the tide") is reader("how high is the tide")


@pytest.mark.parametrize("query", ["", "  \n"])
def test_nothing_is_not_read(reader: Reader, query: str):
    assert reader(query) is None
