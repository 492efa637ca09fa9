"""What is found by meaning, in one order."""

from dataclasses import replace

import pytest

from knowledge.glossary import Glossary
from knowledge.items import Items


@pytest.fixture
def asked(glossary: Glossary) -> Glossary:
    """The glossary with two ways of asking for the tide gauge."""
    ways = ("is the port deep enough", "where does a keel scrape")
    return Glossary.of([replace(e, asked=ways) if e.term == "Tide gauge" else e for e in glossary.entries], glossary.sources)


def test_claims_come_first_in_the_glossarys_order(asked: Glossary):
    items = Items(asked.entries)
    claims = [c for e in asked.entries for c in e.claims]
    assert items.claims == len(claims)
    assert [items.claim(n) for n in range(items.claims)] == claims
    assert items.ids[: items.claims] == [c.id for c in claims]


def test_names_and_ways_of_asking_follow(asked: Glossary):
    items = Items(asked.entries)
    further = dict(zip(items.ids[items.claims :], items.texts[items.claims :], strict=True))
    assert further["tide-gauge:name"] == "Tide gauge"
    assert further["tide-gauge:names"] == "Tide gauge, gauge, barnacle index"
    assert further["tide-gauge:asked-2"] == "where does a keel scrape"
    assert "harbour-ratio:asked-1" not in further
    assert len(set(items.ids)) == len(items.ids) == len(items.texts)


def test_every_item_belongs_to_its_entry(asked: Glossary):
    items = Items(asked.entries)
    for number, entry in enumerate(asked.entries):
        own = items.of(number)
        assert {items.ids[n].rpartition(":")[0] for n in own} == {entry.slug}
        assert set(items.owners[own]) == {number}
        assert len(own) == len(entry.claims) + 2 + len(entry.asked)


def test_a_record_tells_term_section_and_tier(asked: Glossary):
    items = Items(asked.entries)
    records = items.metadata(asked)
    assert [r["document"] for r in records] == items.texts
    summary = records[items.ids.index(asked.entries[0].claims[0].id)]
    assert (summary["term"], summary["section"], summary["tier"]) == ("Harbour ratio", "summary", "reference")
    assert records[items.ids.index("tide-gauge:asked-1")]["section"] == "asked-1"


def test_no_entries_make_no_items():
    items = Items(())
    assert (items.claims, items.ids, len(items.owners)) == (0, [], 0)
