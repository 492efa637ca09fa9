"""What a search brings: the terms asked for first, all of their claims within reach, nothing made up."""

import pytest

from assistant.findings import entry_of, search
from knowledge import Index


def test_named_terms_lead(index: Index) -> None:
    found = search(index, "contango and theta", ["Theta", "Contango"])
    assert found.terms == ("Theta", "Contango")
    assert found.named == 2
    assert not set(found.nearest) & set(found.terms)


def test_without_a_name_the_best_ranked_terms_lead(index: Index) -> None:
    found = search(index, "futures curve slopes up")
    assert found.named == 0
    assert "Contango" in (*found.terms, *found.nearest)
    assert len(found.terms) == 2


def test_an_unknown_term_is_no_name(index: Index) -> None:
    assert search(index, "zebra", ["Zebra crossing"]).named == 0


def test_the_text_for_a_model_has_an_id_a_line(index: Index) -> None:
    found = search(index, "contango", ["Contango"])
    lines = found.text.splitlines()
    assert len(lines) == len(found.passages)
    for line, passage in zip(lines, found.passages, strict=True):
        assert line.startswith(f"[{passage.claim_id}]")
        assert index.glossary.claim(passage.claim_id).text in line


def test_nothing_found_is_said(index: Index) -> None:
    assert "nothing" in search(index, "").text


def test_an_entry_that_is_not_there_is_a_fault(index: Index) -> None:
    assert entry_of(index.glossary, "Contango").term == "Contango"
    with pytest.raises(LookupError, match="Zebra"):
        entry_of(index.glossary, "Zebra")
