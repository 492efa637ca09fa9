"""One glossary entry: a Markdown file with front matter, a summary, and claims of one sentence each with their citations.

    ---
    term: Call butterfly
    aliases: [butterfly, call fly]
    asked: [buy one low call and sell two in the middle]
    related: [Break-even point]
    ---
    Summary in two or three sentences. [@key1; @key2]

    ## Numbers
    - One checkable sentence. [@key] {about: first-tranche = 25–30%}

A claim's id is `<slug>:<6 hex digits>`, taken from its words, so it stays the same until the sentence changes.
A file that cannot be read as an entry raises `GlossaryError`, which names the file and the line.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from knowledge.words import slug as slug_of

SECTIONS = {
    name: name.split()[-1].lower()
    for name in ("What it is", "Formula", "In ALVH", "Why", "When", "How", "Numbers", "Example", "Elsewhere", "Caution", "Open")
} | {"What it is": "what"}
"""Heading → slug, in the order in which they are told."""

_LISTS = ("aliases", "asked", "related", "tools")
_FIELDS = {"term": str} | dict.fromkeys(_LISTS, list)
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CITED = re.compile(r"\[(@[^\[\]]*)\]$")
_ABOUT = re.compile(r"\{about:\s*([^={}]+?)\s*=\s*([^{}]+?)\s*\}$")
_KEYS = re.compile(r"@[\w.:-]+(?:\s*[;,]\s*@[\w.:-]+)*\s*")


class GlossaryError(ValueError):
    """A glossary or bibliography file that cannot be read; the message begins with file:line."""

    def __init__(self, path: Path | str, line: int, problem: str) -> None:
        self.path = str(path)
        self.line = line
        self.problem = problem
        super().__init__(f"{path}:{line}: {problem}")


@dataclass(frozen=True)
class Claim:
    """One checkable statement.

    Attributes:
        id: `<slug>:<6 hex>`, stable while the words stay.
        term: the entry's term.
        section: "summary" or a slug of `SECTIONS`.
        text: the sentence (Markdown, maths in `$$…$$`).
        sources: bibliography keys, in the order given.
        about: the question that this claim answers, shared by claims that may differ; "" for most.
        value: this claim's answer to it.
        line: line in the entry's file.
    """

    id: str
    term: str
    section: str
    text: str
    sources: tuple[str, ...]
    about: str = ""
    value: str = ""
    line: int = 0


@dataclass(frozen=True)
class Entry:
    """One term.

    Attributes:
        term: the name shown.
        slug: the file's name, lower case.
        aliases: other names, as people write them.
        summary: two or three sentences.
        claims: every claim in the file's order, the summary first (section "summary"), open questions last or where they stand.
        open_questions: what the sources do not say.
        asked: how people ask for it who do not know its name; found by, never shown.
        related: terms of other entries.
        tools: names of calculators that compute with this term.
        path: the file it came from.
    """

    term: str
    slug: str
    aliases: tuple[str, ...]
    summary: str
    claims: tuple[Claim, ...]
    open_questions: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    path: str = ""

    def section(self, name: str) -> tuple[Claim, ...]:
        """Claims of one section, by slug."""
        return tuple(c for c in self.claims if c.section == name)

    def names(self) -> list[tuple[int, str]]:
        """Every name with its rank: 0 the term, 1 the term without its bracket and an abbreviation in it, 2 an alias.

        "(RSI)" and "(P/E Ratio)" are names; "(Options)" only tells which kind is meant.
        """
        short = re.findall(r"\(((?:[A-Z]{2,}|[A-Z]+/[A-Z]+)\w?(?: [^,()]*)?)\)", self.term)
        parts = (re.sub(r"\s*\([^)]*\)", "", self.term), *short)
        return [(0, self.term), *((1, p) for p in parts if p and p != self.term), *((2, a) for a in self.aliases)]


def load_entry(path: Path) -> Entry:
    """Read one file; raises `GlossaryError`."""
    try:
        return parse_entry(path.read_text(encoding="utf-8"), path)
    except UnicodeDecodeError as error:
        raise GlossaryError(path, 1, f"is not UTF-8 text ({error.reason} at byte {error.start})") from error


def parse_entry(text: str, path: Path | str, *, prefix: str = "") -> Entry:
    """Read one entry from its text.

    Args:
        text: the whole file.
        path: its path, for messages and the slug.
        prefix: put before the slug; keeps a user's own entries apart.
    """
    lines = text.removeprefix("\ufeff").splitlines()
    front, start = _front_matter(lines, path)
    slug = prefix + slug_of(Path(path).stem)
    claims: list[Claim] = []
    ids: dict[str, int] = {}
    for section, line, raw in _blocks(lines, start, path):
        claim = _claim(raw, line, path, section=section, term=front["term"], slug=slug)
        if claim.id in ids:
            raise GlossaryError(path, line, f"repeats the claim of line {ids[claim.id]}; keep one")
        ids[claim.id] = line
        claims.append(claim)
    if not claims or claims[0].section != "summary":
        raise GlossaryError(path, start + 1, "has no summary; put two or three sentences before the first heading")
    if len(claims) < 2:
        raise GlossaryError(path, start + 1, "has no claim; add a section (## What it is) with one bullet a claim")
    return Entry(
        term=front["term"],
        slug=slug,
        aliases=tuple(front["aliases"]),
        summary=claims[0].text,
        claims=tuple(claims),
        open_questions=tuple(c.text for c in claims if c.section == "open"),
        asked=tuple(front["asked"]),
        related=tuple(front["related"]),
        tools=tuple(front["tools"]),
        path=str(path),
    )


def _front_matter(lines: list[str], path: Path | str) -> tuple[dict[str, Any], int]:
    if not lines or lines[0].strip() != "---":
        raise GlossaryError(path, 1, "must begin with front matter between two lines of ---")
    end = next((i for i in range(1, len(lines)) if lines[i].strip() == "---"), 0)
    if not end:
        raise GlossaryError(path, 1, "has front matter without its closing ---")
    try:
        front = yaml.load("\n".join(lines[1:end]), Loader=_LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise GlossaryError(
            path, (mark.line if mark else 0) + 2, f"front matter is not YAML: {getattr(error, 'problem', error)}"
        ) from error
    if not isinstance(front, dict) or not isinstance(front.get("term"), str):
        raise GlossaryError(path, 2, "front matter needs `term: name`")
    for field, value in front.items():
        line = next((i + 1 for i in range(1, end) if lines[i].startswith(f"{field}:")), 2)
        if field not in _FIELDS:
            raise GlossaryError(path, line, f"unknown field {field!r}; allowed: {', '.join(_FIELDS)}")
        if (
            _FIELDS[field] is list
            and value is not None
            and not (isinstance(value, list) and all(isinstance(v, str) for v in value))
        ):
            raise GlossaryError(path, line, f"`{field}` must be a list of words; quote numbers and words such as yes, no, on")
    return {"term": front["term"].strip(), **{f: front.get(f) or [] for f in _LISTS}}, end + 1


def _blocks(lines: list[str], start: int, path: Path | str) -> Iterator[tuple[str, int, str]]:
    """Yield (section, line, text) for the summary and each bullet; wrapped lines are joined."""
    section, first = "summary", 0
    part: list[str] = []
    maths = False

    def flush() -> Iterator[tuple[str, int, str]]:
        if part:
            yield section, first, " ".join(part)

    for number, line in enumerate(lines[start:], start + 1):
        stripped = line.strip()
        if line.startswith("#") and not maths:
            yield from flush()
            part = []
            heading = stripped.lstrip("#").strip()
            if not line.startswith("## ") or heading not in SECTIONS:
                raise GlossaryError(
                    path, number, f"unknown heading {stripped!r}; allowed: {', '.join('## ' + s for s in SECTIONS)}"
                )
            section = SECTIONS[heading]
        elif section != "summary" and line.startswith("- ") and not maths:
            yield from flush()
            part, first = [stripped[2:].strip()], number
        elif stripped:
            if section != "summary" and not part:
                raise GlossaryError(path, number, "stands outside a bullet; a claim is one bullet: `- One sentence. [@key]`")
            if section != "summary" and not maths and not line.startswith((" ", "\t", "$$")):
                raise GlossaryError(path, number, "continues a bullet without indentation; indent it by two spaces")
            first = first if part else number
            part.append(stripped)
        elif section != "summary" and not maths:
            yield from flush()
            part = []
        maths ^= line.count("$$") % 2 == 1
    yield from flush()


def _claim(raw: str, line: int, path: Path | str, *, section: str, term: str, slug: str) -> Claim:
    text, about, value, cited = raw.strip(), "", "", ""
    # Searched from the last bracket on: a pattern that looks for the end from the beginning costs more than all other reading.
    if text.endswith("}") and (found := _ABOUT.search(text, max(text.rfind("{"), 0))):
        text, about, value = text[: found.start()].rstrip(), found[1], found[2]
    if text.endswith("]") and (found := _CITED.search(text, max(text.rfind("["), 0))):
        text, cited = text[: found.start()].rstrip(), found[1]
    if not cited:
        raise GlossaryError(path, line, "has no citation at its end; write `[@key]` or `[@key1; @key2]` after the sentence")
    if "[@" in text:
        raise GlossaryError(path, line, "has a citation inside the sentence; put one group at its end: `[@key1; @key2]`")
    if not text:
        raise GlossaryError(path, line, "has a citation but no sentence")
    if not _KEYS.fullmatch(cited):
        raise GlossaryError(path, line, f"citation group [{cited}] is not of the form [@key1; @key2]")
    digest = hashlib.sha256(text.encode()).hexdigest()[:6]
    sources = tuple(dict.fromkeys(k.strip(" @") for k in cited.replace(",", ";").split(";")))
    return Claim(f"{slug}:{digest}", term, section, text, sources, about, value, line)
