"""`alvh glossary`: a sound glossary passes, a broken note is named by file and line, an entry and an export are whole."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from assistant.cli import main
from tools.disclaimer import SHORT

NOTE = """---
term: Collar
aliases: [zero-cost collar]
related: [Delta]
tools: []
---
A collar is a bought put and a sold call around a held index position. [@own-book]

## What it is
- A collar caps the gain at the call's strike. [@own-book]
"""
SOURCE = """own-book:
  type: book
  title: My notes
  author: [{family: Doe, given: Jane}]
  publisher: Jane Doe
  issued: 2026
  URL: https://example.org/notes
  tier: reference
"""


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "collar.md").write_text(NOTE, encoding="utf-8")
    (folder / "sources.yaml").write_text(SOURCE, encoding="utf-8")
    return folder


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, list(arguments))
    return done.exit_code, done.output


def test_the_shipped_glossary_has_no_problem() -> None:
    assert run("glossary", "check") == (0, "0 problems\n")


def test_a_broken_note_is_named_by_file_and_line(notes: Path) -> None:
    (notes / "collar.md").write_text(NOTE.replace("[@own-book]\n\n", "\n\n", 1), encoding="utf-8")
    code, output = run("--glossary", str(notes), "glossary", "check")
    assert code == 1
    assert "collar.md:7: has no citation at its end" in output


def test_an_alias_that_the_glossary_has_already_is_a_problem(notes: Path) -> None:
    (notes / "collar.md").write_text(NOTE.replace("zero-cost collar", "theta"), encoding="utf-8")
    code, output = run("--glossary", str(notes), "glossary", "check")
    assert code == 1
    assert "also belongs to" in output


def test_a_dispute_with_one_side_is_a_problem(notes: Path) -> None:
    (notes / "collar.md").write_text(NOTE.rstrip() + " {about: collar-cap = strike}\n", encoding="utf-8")
    code, output = run("--glossary", str(notes), "glossary", "check")
    assert code == 1
    assert "collar.md:10: about 'collar-cap' has one side only" in output


def test_an_entry_is_shown_with_its_apa_sources_and_the_disclaimer() -> None:
    code, output = run("glossary", "show", "call", "butterfly")
    assert code == 0
    assert output.startswith("# Call butterfly")
    assert "VixShield Research Team. (2026, May 9)." in output
    assert SHORT in output


def test_an_unknown_term_is_refused_with_the_nearest() -> None:
    code, output = run("glossary", "show", "call buterfly spread")
    assert code == 2
    assert "Call butterfly" in output


def test_the_export_holds_every_claim(tmp_path: Path) -> None:
    target = tmp_path / "glossary.json"
    assert run("glossary", "export", "--format", "json", "-o", str(target))[0] == 0
    data = json.loads(target.read_text(encoding="utf-8"))
    assert data["disclaimer"] == SHORT
    assert all(set(c["sources"]) <= data["sources"].keys() for e in data["entries"] for c in e["claims"])
    assert len(data["entries"]) > 100


def test_a_note_of_ones_own_answers_and_is_cited(notes: Path) -> None:
    code, output = run("--glossary", str(notes), "ask", "What is a collar?")
    assert code == 0
    assert "caps the gain" in output or "bought put and a sold call" in output
    assert "My notes" in output


def test_a_note_that_cannot_be_read_stops_with_its_line(notes: Path) -> None:
    (notes / "collar.md").write_text("no front matter", encoding="utf-8")
    code, output = run("--glossary", str(notes), "ask", "What is a collar?")
    assert code == 2
    assert "collar.md:1" in output
    assert SHORT in output
