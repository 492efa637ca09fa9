"""The glossary as a whole: names, claims, hash, checks; and that the packaged content is sound."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.bibliography import TIERS
from knowledge.check import problems
from knowledge.entries import GlossaryError
from knowledge.glossary import AMBIENT, Glossary

Reread = Callable[[], Glossary]


@pytest.mark.parametrize("name", ["Lantern spread (LS)", "lantern spreads", "LS", "LANTERN", "Lantern-Spread", "lamp spread"])
def test_an_entry_is_found_by_any_of_its_names(glossary: Glossary, name: str):
    found = glossary.find(name)
    assert found is not None
    assert found.term == "Lantern spread (LS)"


def test_a_name_nobody_has_finds_nothing(glossary: Glossary):
    assert glossary.find("lighthouse") is None


def test_claims_and_sources_are_found_by_their_keys(glossary: Glossary):
    claim = glossary.entries[1].claims[0]
    assert glossary.claim(claim.id) is claim
    assert glossary.source(claim.sources[0]).title == "Lights of the north"
    with pytest.raises(KeyError):
        glossary.claim("lantern-spread:000000")


def test_claims_that_answer_one_question_differently_stand_side_by_side(glossary: Glossary):
    assert {(c.term, c.value) for c in glossary.about("wick-length")} == {
        ("Lantern spread (LS)", "12"),
        ("Harbour ratio", "15"),
    }


def test_sound_content_has_no_problems(glossary: Glossary):
    assert glossary.check() == []


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        (
            "entries/tide-gauge.md",
            "[gauge, barnacle index]",
            "[lanterns]",
            "alias 'lanterns' also belongs to 'Lantern spread (LS)'",
        ),
        ("entries/tide-gauge.md", "boats. [@north]", "boats. [@nroth]", "unknown citation key 'nroth'"),
        ("entries/lantern-spread.md", "[Harbour ratio]", "[Harbor ratio]", "related 'Harbor ratio' is no entry"),
        ("entries/lantern-spread.md", "[Harbour ratio]", "[Lantern spread (LS)]", "is the entry itself"),
        ("entries/tide-gauge.md", "Sailors watch it", "Sailors watch it. They do", "more than one sentence"),
        ("entries/tide-gauge.md", "heavy boats", "heavy " * 50 + "boats", "words (at most 45)"),
        ("sources/all.yaml", "https://example.org/north", "ftp", "'north' needs a URL"),
        (
            "sources/all.yaml",
            "south:",
            "spare: {title: S, publisher: P, URL: 'https://x.org'}\nsouth:",
            "'spare' is cited nowhere",
        ),
    ],
)
def test_checks_name_what_is_wrong(folder: Path, reread: Reread, file: str, old: str, new: str, problem: str):
    path = folder / file
    assert old in path.read_text(encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    found = reread().check()
    assert any(problem in line for line in found), found


def test_the_hash_follows_the_content(folder: Path, reread: Reread):
    before = reread().hash
    assert reread().hash == before
    path = folder / "entries" / "tide-gauge.md"
    path.write_text(path.read_text(encoding="utf-8").replace("heavy", "laden"), encoding="utf-8")
    assert reread().hash != before


def test_two_entries_cannot_have_one_term(folder: Path, reread: Reread):
    text = (folder / "entries" / "tide-gauge.md").read_text(encoding="utf-8")
    (folder / "entries" / "tides.md").write_text(text.replace("Tide gauge", "Tide gauges"), encoding="utf-8")
    with pytest.raises(GlossaryError, match="is also the term of"):
        reread()


def test_a_users_own_entries_join_under_ids_of_their_own(folder: Path, tmp_path: Path):
    own = tmp_path / "own"
    own.mkdir()
    (own / "tide-gauge.md").write_text(
        "---\nterm: My gauge\n---\nMine. [@north]\n\n## Why\n- Because. [@north]\n", encoding="utf-8"
    )
    glossary = Glossary.load(own, entries=folder / "entries", bibliography=folder / "sources")
    entry = glossary.find("my gauge")
    assert entry is not None
    assert all(c.id.startswith("own-tide-gauge:") for c in entry.claims)
    assert glossary.check() == []


def test_a_missing_folder_of_own_entries_is_named(folder: Path, tmp_path: Path):
    with pytest.raises(GlossaryError, match="is not a folder"):
        Glossary.load(tmp_path / "nowhere", entries=folder / "entries", bibliography=folder / "sources")


def test_the_checker_reports_every_unreadable_file(folder: Path):
    for name in ("one", "two"):
        (folder / "entries" / f"{name}.md").write_text("no front matter", encoding="utf-8")
    found = problems(folder / "entries", folder / "sources")
    assert [line.split("/")[-1] for line in found] == [
        "one.md:1: must begin with front matter between two lines of ---",
        "two.md:1: must begin with front matter between two lines of ---",
    ]


@pytest.fixture(scope="module")
def packaged() -> Glossary:
    return Glossary.load()


def test_the_packaged_content_is_sound(packaged: Glossary):
    assert packaged.check() == []


def test_every_packaged_source_can_be_followed(packaged: Glossary):
    for source in packaged.sources.values():
        assert source.title
        assert source.author or source.container, source.key
        assert source.url.startswith("http"), source.key
        assert source.tier in TIERS
        assert source.apa.endswith(source.url)


def test_every_packaged_claim_id_is_its_own(packaged: Glossary):
    ids = [c.id for e in packaged.entries for c in e.claims]
    assert len(ids) == len(set(ids))


def test_ambient_terms_are_those_found_by_looking_for_each_in_every_claim(packaged: Glossary):
    claims = [c.text.lower() for e in packaged.entries for c in e.claims]

    def share(term: str) -> float:
        names = {term, re.sub(r"\s*\([^)]*\)", "", term), *re.findall(r"\(([^)]*)\)", term), *re.split(r" — | / ", term)}
        return sum(any(re.search(rf"(?<!\w){re.escape(n.lower())}(?!\w)", c) for n in names) for c in claims) / len(claims)

    assert packaged.ambient == {e.term for e in packaged.entries if share(e.term) > AMBIENT}


def test_a_way_of_asking_leads_to_one_entry_and_counts_as_content(glossary: Glossary):
    both = [replace(e, asked=("where does a keel scrape",)) for e in glossary.entries]
    found = Glossary.of(both, glossary.sources)
    assert sum("also leads to" in problem for problem in found.check()) == len(both) - 1
    assert found.hash != glossary.hash


def test_terms_that_every_other_claim_names_are_ambient(packaged: Glossary):
    assert "VIX" in packaged.ambient
    assert not {"Wings", "Contango", "Put-call parity"} & packaged.ambient


def test_a_packaged_alias_is_a_name_and_no_question(packaged: Glossary):
    asked = re.compile(r"^(what|why|how|when|which|who|where|is|are|do|does|did|can|should)\b|\?", re.IGNORECASE)
    assert [(e.term, a) for e in packaged.entries for a in e.aliases if asked.search(a) or len(a.split()) > 7] == []


def test_every_disagreement_has_two_sides(packaged: Glossary):
    topics = {c.about for e in packaged.entries for c in e.claims if c.about}
    assert [t for t in sorted(topics) if len({c.value for c in packaged.about(t)}) < 2] == []
