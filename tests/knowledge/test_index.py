"""Search: names first, typos and paraphrases found, the same everywhere and always."""

import logging
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from langchain_core.embeddings import DeterministicFakeEmbedding

from knowledge.glossary import Glossary
from knowledge.highest import highest
from knowledge.index import Index

QUESTIONS = [
    "What is a lantern spread?",
    "how high does the water stand",
    "berths per ship",
    "harbor ratoi",
    "why do boats run aground",
]


def test_a_named_term_comes_first(index: Index):
    found = index.search("explain the lantern spread")
    assert found[0].term == "Lantern spread (LS)"
    assert found == sorted(found, key=lambda p: -p.score)


def test_every_named_term_is_in_front_in_the_questions_order(index: Index):
    found = index.search("tide gauge vs lantern spread vs harbour ratio")
    assert [p.term for p in found[:3]] == ["Tide gauge", "Lantern spread (LS)", "Harbour ratio"]


def test_a_question_that_only_names_terms_gets_their_summaries(index: Index):
    found = index.search("What's the difference between a tide gauge and the harbour ratio?")
    assert [(p.term, p.section) for p in found[:2]] == [("Tide gauge", "summary"), ("Harbour ratio", "summary")]
    assert index.search("how many candles long is the wick of a lantern spread")[0].section == "numbers"


def test_a_passage_is_a_claim_with_its_sources(index: Index, glossary: Glossary):
    for passage in index.search("lantern", k=4):
        claim = glossary.claim(passage.claim_id)
        assert (passage.text, passage.sources, passage.section, passage.term) == (
            claim.text,
            claim.sources,
            claim.section,
            claim.term,
        )


@pytest.mark.parametrize(
    ("question", "term"),
    [
        ("lantren spraed", "Lantern spread (LS)"),
        ("harbuor ratio", "Harbour ratio"),
        ("tide guage", "Tide gauge"),
        ("is the water deep enough to sail", "Tide gauge"),
        ("does it earn money when night falls", "Lantern spread (LS)"),
        ("how crowded is the port", "Harbour ratio"),
    ],
)
def test_typos_and_paraphrases_find_the_term(index: Index, question: str, term: str):
    assert index.rank(question)[0].term == term


def test_a_way_of_asking_leads_to_the_entry_and_is_never_shown(glossary: Glossary):
    ways = ("where does a keel scrape the mud",)
    entries = [replace(e, asked=ways) if e.term == "Tide gauge" else e for e in glossary.entries]
    with_ways = Index.open(glossary=Glossary.of(entries, glossary.sources))
    assert with_ways.rank("my keel scrapes")[0].term == "Tide gauge"
    assert {p.claim_id for p in with_ways.search("my keel scrapes", k=50)} <= {c.id for e in glossary.entries for c in e.claims}
    assert with_ways.unknown("my keel scrapes") == ["keel", "scrapes"]
    with_ways.close()


def test_a_name_in_passing_does_not_stand_in_front(index: Index):
    assert index.rank("lantern")[0].term == "Lantern spread (LS)"
    found = index.rank("ships at anchor wait outside for free berths, said the keeper of a lantern")
    assert found[0].term == "Harbour ratio"
    assert index.about("a lantern or a gauge?") == ("Lantern spread (LS)", "Tide gauge")
    assert index.about("ships at anchor wait outside for free berths, said the keeper of a lantern") == ()
    assert {t.term for t in found if t.mentioned} == {"Lantern spread (LS)"}


@given(st.lists(st.integers(0, 5), max_size=60), st.sampled_from((1, 9, 90)), st.integers(0, 8))
def test_the_highest_are_those_of_a_stable_sort(some: list[int], times: int, n: int):
    values = some * times
    assert highest(np.array(values, dtype=float), n).tolist() == sorted(range(len(values)), key=lambda i: -values[i])[:n]


def test_ranking_says_what_it_rests_on(index: Index):
    first, *rest = index.rank("harbour ratio of ships")
    assert first.mentioned
    assert first.coverage == pytest.approx(1.0)
    assert 0.5 < first.dense <= 1.0
    assert not any(r.mentioned for r in rest)


def test_corrections_leave_the_rest_of_the_question(index: Index):
    assert index.corrected("Explain the lantren, pls (25/30)!") == "Explain the lantern, pls (25/30)!"


@pytest.mark.parametrize(
    "question", ["", "   ", "?", "…", "the", "💥", "a" * 5000, "25/30/35 @ 0.85", "'; DROP TABLE--", "\x00"]
)
def test_odd_questions_are_answered_with_a_list(index: Index, question: str):
    assert isinstance(index.search(question), list)
    assert isinstance(index.rank(question), list)
    assert 0.0 <= index.coverage(question) <= 1.0


def test_k_is_kept_and_checked(index: Index):
    assert len(index.search("water", k=2)) == 2
    with pytest.raises(ValueError, match="k: got 0"):
        index.search("water", k=0)


def test_an_empty_glossary_finds_nothing():
    index = Index.open(glossary=Glossary.of([], {}))
    assert index.search("anything") == []
    assert index.rank("anything") == []
    index.close()


def test_the_index_is_built_again_when_the_content_changes(folder: Path, reread: Callable[[], Glossary], tmp_path: Path):
    home = tmp_path / "index"
    Index.open(home, reread()).close()
    path = folder / "entries" / "tide-gauge.md"
    path.write_text(path.read_text(encoding="utf-8") + "- Walruses lean on it at low tide. [@north]\n", encoding="utf-8")
    index = Index.open(home, reread())
    assert "Walruses" in index.search("walrus")[0].text
    index.close()


def test_another_embedding_means_another_index(glossary: Glossary, tmp_path: Path):
    Index.open(tmp_path, glossary).close()
    index = Index.open(tmp_path, glossary, DeterministicFakeEmbedding(size=24))
    assert index.embedding.dimension == 24
    assert index.search("lantern")[0].term == "Lantern spread (LS)"
    index.close()


def test_a_folder_that_cannot_be_used_is_no_obstacle(glossary: Glossary, tmp_path: Path, caplog: pytest.LogCaptureFixture):
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    with caplog.at_level(logging.WARNING, logger="knowledge.index"):
        index = Index.open(tmp_path / "taken", glossary)
    assert "in memory instead" in caplog.text
    assert index.search("lantern")[0].term == "Lantern spread (LS)"
    index.close()


def test_memory_and_folder_give_the_same_results(index: Index, glossary: Glossary, tmp_path: Path):
    stored = Index.open(tmp_path, glossary)
    for question in QUESTIONS:
        assert stored.search(question) == index.search(question)
        assert stored.rank(question) == index.rank(question)
    stored.close()


def test_threads_get_what_one_caller_gets(glossary: Glossary, index: Index):
    expected = {q: (index.search(q), index.rank(q)) for q in QUESTIONS}
    fresh = Index.open(glossary=glossary)
    wrong: list[str] = []

    def ask() -> None:
        for _ in range(5):
            wrong.extend(q for q in QUESTIONS if (fresh.search(q), fresh.rank(q)) != expected[q])

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    fresh.close()


def test_results_do_not_depend_on_the_hash_seed(folder: Path):
    code = f"""
from pathlib import Path
from knowledge import Glossary, Index
folder = Path({str(folder)!r})
index = Index.open(glossary=Glossary.load(entries=folder / "entries", bibliography=folder / "sources"))
print([(index.search(q), index.rank(q), index.mentions(q)) for q in {QUESTIONS!r}])
"""
    root = Path(__file__).resolve().parents[2]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert "Tide gauge" in outputs.pop()


def test_importing_the_room_loads_nothing_heavy():
    root = Path(__file__).resolve().parents[2]
    code = "import sys, knowledge; print(sorted({'chromadb', 'wordllama', 'numpy', 'langchain_core'} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
