"""What a glossary's words are, built and read back."""

from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.glossary import Glossary
from knowledge.lexicon import Lexicon


@pytest.fixture
def lexicon(glossary: Glossary) -> Lexicon:
    entries = [replace(e, asked=("where does a keel scrape",)) if e.term == "Tide gauge" else e for e in glossary.entries]
    return Lexicon.of(Glossary.of(entries, glossary.sources))


def test_what_is_read_back_is_what_was_saved(lexicon: Lexicon, tmp_path: Path):
    lexicon.save(tmp_path / "words.npz")
    read = Lexicon.load(tmp_path / "words.npz")
    for name in ("entries", "shapes", "claims"):
        before, after = getattr(lexicon, name), getattr(read, name)
        for tokens in (["lantern", "water"], ["^la", "lan"], ["keel"], ["nowhere"], []):
            assert after.scores(tokens).tolist() == before.scores(tokens).tolist()
            assert [after.idf(t) for t in tokens] == [before.idf(t) for t in tokens]
    assert (read.known, read.told, read.ambient) == (lexicon.known, lexicon.told, lexicon.ambient)


def test_an_empty_glossary_has_no_words(tmp_path: Path):
    empty = Lexicon.of(Glossary.of([], {}))
    empty.save(tmp_path / "words.npz")
    read = Lexicon.load(tmp_path / "words.npz")
    assert read.entries.scores(["lantern"]).shape == (0,)
    assert (read.known, read.told, read.ambient) == (frozenset(), frozenset(), frozenset())


def test_a_way_of_asking_leads_to_its_entry_but_adds_no_word_of_the_glossary(lexicon: Lexicon, glossary: Glossary):
    scores = lexicon.entries.scores(["keel"])
    assert [e.term for e, s in zip(glossary.entries, scores, strict=True) if s > 0] == ["Tide gauge"]
    assert not lexicon.claims.scores(["keel"]).any()
    assert "keel" in lexicon.known
    assert "keel" not in lexicon.told


def test_titles_count_for_more_than_texts(lexicon: Lexicon, glossary: Glossary):
    # "gauge" stands in the tide gauge's title and in its summary, "lantern" likewise; each leads its own entry.
    for word, term in (("gaug", "Tide gauge"), ("lantern", "Lantern spread (LS)")):
        scores = lexicon.entries.scores([word])
        assert glossary.entries[int(scores.argmax())].term == term
