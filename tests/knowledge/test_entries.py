"""Reading one entry, and what is said about one that cannot be read."""

import hashlib
from pathlib import Path

import pytest

from knowledge.entries import GlossaryError, load_entry, parse_entry

GOOD = """---
term: Lantern spread (LS)
aliases: [lantern]
related: [Harbour ratio]
tools: [lantern]
---
Two sentences stand here. They
wrap. [@a; @b]

## What it is
- One sentence that
  wraps too. [@a]
## Formula
- It is $$x = y$$ always. [@a]
- A longer one:
  $$
  z = 1
  $$
  [@b]
## Numbers
- The first slice is 25–30%. [@a] {about: first-tranche = 25–30%}
## Open
- Nobody says why. [@a]
"""


def test_an_entry_is_read_with_all_its_parts():
    entry = parse_entry(GOOD, Path("g/lantern-spread.md"))
    assert (entry.term, entry.slug, entry.aliases) == ("Lantern spread (LS)", "lantern-spread", ("lantern",))
    assert (entry.related, entry.tools) == (("Harbour ratio",), ("lantern",))
    assert entry.summary == "Two sentences stand here. They wrap."
    assert [c.section for c in entry.claims] == ["summary", "what", "formula", "formula", "numbers", "open"]
    assert entry.claims[0].sources == ("a", "b")
    assert entry.claims[1].text == "One sentence that wraps too."
    assert entry.claims[3].text == "A longer one: $$ z = 1 $$"
    assert entry.open_questions == ("Nobody says why.",)
    assert entry.section("numbers")[0].line == 21


def test_a_claim_may_say_what_it_answers():
    claim = parse_entry(GOOD, "x.md").section("numbers")[0]
    assert (claim.about, claim.value, claim.text) == ("first-tranche", "25–30%", "The first slice is 25–30%.")


def test_a_claims_id_comes_from_its_words_alone():
    moved = parse_entry(GOOD.replace("## Open", "## Caution"), "g/lantern-spread.md")
    stays = parse_entry(GOOD, "g/lantern-spread.md")
    assert moved.claims[-1].id == stays.claims[-1].id
    assert stays.claims[-1].id == "lantern-spread:" + hashlib.sha256(b"Nobody says why.").hexdigest()[:6]


def test_names_include_what_stands_in_brackets():
    assert parse_entry(GOOD, "x.md").names() == [(0, "Lantern spread (LS)"), (1, "Lantern spread"), (1, "LS"), (2, "lantern")]


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("---\nterm", "term", 1, "front matter"),
        ("tools: [lantern]\n---", "tools: [lantern]", 1, "closing"),
        ("term: Lantern spread (LS)", "name: x", 2, "term"),
        ("aliases: [lantern]", "aliases: [lantern", 4, "not YAML"),
        ("aliases: [lantern]", "alias: [lantern]", 3, "unknown field 'alias'"),
        ("related: [Harbour ratio]", "related: Harbour ratio", 4, "list of words"),
        ("aliases: [lantern]", "aliases: [10]", 3, "quote numbers"),
        ("## What it is", "## What is it", 10, "unknown heading"),
        ("wraps too. [@a]", "wraps too.", 11, "no citation"),
        ("- One sentence that", "- One [@b] sentence that", 11, "inside the sentence"),
        ("- Nobody says why. [@a]", "- [@a]", 23, "no sentence"),
        ("- Nobody says why. [@a]", "- Nobody says why. [@a; b]", 23, "not of the form"),
        ("- Nobody says why. [@a]", "- Nobody says why. [@a]\n- Nobody says why. [@a]", 24, "repeats the claim of line 23"),
        ("## Open\n- Nobody", "## Open\nNobody", 23, "outside a bullet"),
        ("  wraps too. [@a]", "wraps too. [@a]", 12, "indent"),
        ("Two sentences stand here. They\nwrap. [@a; @b]\n", "", 7, "no summary"),
        (GOOD[GOOD.index("## What") :], "", 7, "no claim"),
    ],
)
def test_a_fault_names_the_file_the_line_and_the_cure(old: str, new: str, line: int, problem: str):
    assert old in GOOD
    with pytest.raises(GlossaryError) as caught:
        parse_entry(GOOD.replace(old, new, 1), "g/lantern.md")
    assert str(caught.value).startswith(f"g/lantern.md:{line}: ")
    assert problem in str(caught.value)
    assert isinstance(caught.value, ValueError)


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path):
    path = tmp_path / "x.md"
    path.write_bytes(b"---\nterm: caf\xe9\n---\n")
    with pytest.raises(GlossaryError, match="not UTF-8"):
        load_entry(path)


def test_an_empty_file_is_refused():
    with pytest.raises(GlossaryError, match=":1: must begin with front matter"):
        parse_entry("", "empty.md")
