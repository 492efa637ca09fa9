"""The sources: CSL-JSON-like records in `bibliography/*.yaml`, rendered as APA 7 references for web pages.

Rendered here, because citeproc-py 0.11 with its APA style writes "layer?." after a question mark and "Retrieved https://…"
for an undated page, neither of which is APA 7; its tests would have to be our corrections of it.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from knowledge.entries import GlossaryError

TIERS = ("primary", "glossary", "product", "qa", "reference")
"""Precedence when sources differ, first wins; reference pages rule on general finance facts."""

_FIELDS = {"type", "title", "author", "publisher", "container-title", "issued", "URL", "tier", "accessed", "DOI", "note"}
_MONTHS = " January February March April May June July August September October November December"
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Source:
    """One source.

    Attributes:
        key: citation key.
        title: title of the page.
        authors: names ready for a reference: "Clark, R." or "Cboe Global Markets".
        publisher: who publishes it; stands in for the author where none is named.
        container: the site or work that holds it.
        issued: (), (year,), (year, month) or (year, month, day).
        url: its address.
        tier: one of `TIERS`.
    """

    key: str
    title: str
    authors: tuple[str, ...] = ()
    publisher: str = ""
    container: str = ""
    issued: tuple[int, ...] = ()
    url: str = ""
    tier: str = "reference"

    @property
    def author(self) -> str:
        """Who stands first in the reference: authors, else publisher, else site; "" where the title leads."""
        names = self.authors or tuple(n for n in (self.publisher or self.container,) if n)
        if len(names) <= 1:
            return "".join(names)
        return ", ".join(names[:-1]) + ", & " + names[-1]

    @property
    def date(self) -> str:
        """`2026, May 9`, `2026, May`, `2026` or `n.d.`"""
        if not self.issued:
            return "n.d."
        year, *rest = self.issued
        month = f", {_MONTHS.split(' ')[rest[0]]}" if rest else ""
        return f"{year}{month}" + (f" {rest[1]}" if len(rest) > 1 else "")

    @cached_property
    def apa(self) -> str:
        """APA 7 reference in Markdown: Author. (Year, Month Day). *Title*. Site. URL"""
        title = f"*{self.title}*"
        head = f"{_stop(self.author)} ({self.date}). {_stop(title)}" if self.author else f"{_stop(title)} ({self.date})."
        site = self.container or self.publisher
        if site and site not in (self.author, *self.authors):
            head += f" {_stop(site)}"
        return f"{head} {self.url}".strip()


def load_bibliography(folder: Path) -> dict[str, Source]:
    """Read and merge every `*.yaml` of `folder`; raises `GlossaryError` on an unreadable record or a key given twice."""
    sources: dict[str, Source] = {}
    for path in sorted(folder.glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        try:
            records = yaml.load(text, Loader=_LOADER) or {}
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            raise GlossaryError(
                path, mark.line + 1 if mark else 1, f"is not YAML: {getattr(error, 'problem', error)}"
            ) from error
        if not isinstance(records, dict):
            raise GlossaryError(path, 1, "must be a mapping of citation key to record")
        lines = {line.partition(":")[0]: n for n, line in enumerate(text.splitlines(), 1) if line[:1].strip()}
        for key, record in records.items():
            where = lines.get(str(key), 1)
            source = _source(str(key), record, path, where)
            if sources.setdefault(source.key, source) != source:
                raise GlossaryError(path, where, f"key {key!r} is already taken by another source")
    return sources


def _source(key: str, record: object, path: Path, line: int) -> Source:
    if not isinstance(record, dict) or not record.get("title"):
        raise GlossaryError(path, line, f"{key!r} needs a mapping with at least a title")
    if unknown := set(record) - _FIELDS:
        allowed = ", ".join(sorted(_FIELDS))
        raise GlossaryError(path, line, f"{key!r} has unknown field {min(map(str, unknown))!r}; allowed: {allowed}")
    tier = record.get("tier", "reference")
    if tier not in TIERS:
        raise GlossaryError(path, line, f"{key!r} has tier {tier!r}; allowed: {', '.join(TIERS)}")
    return Source(
        key=key,
        title=str(record["title"]).strip(),
        authors=tuple(_name(a, path, line) for a in record.get("author") or ()),
        publisher=str(record.get("publisher") or ""),
        container=str(record.get("container-title") or ""),
        issued=_issued(record.get("issued"), path, line),
        url=str(record.get("URL") or ""),
        tier=tier,
    )


def _name(author: object, path: Path, line: int) -> str:
    if isinstance(author, str):
        return author
    if isinstance(author, dict) and author.get("literal"):
        return str(author["literal"])
    if isinstance(author, dict) and author.get("family"):
        initials = " ".join("-".join(f"{p[0]}." for p in g.split("-") if p) for g in str(author.get("given", "")).split())
        return f"{author['family']}, {initials}" if initials else str(author["family"])
    raise GlossaryError(path, line, f"author {author!r} needs `literal: name` or `family:` and `given:`")


def _issued(value: object, path: Path, line: int) -> tuple[int, ...]:
    if value in (None, "", "n.d."):
        return ()
    if isinstance(value, datetime.date):
        return (value.year, value.month, value.day)
    if match := re.fullmatch(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", str(value)):
        parts = tuple(int(p) for p in match.groups() if p)
        if len(parts) < 2 or 1 <= parts[1] <= 12:
            return parts
    raise GlossaryError(path, line, f"issued {value!r} is not a date; write 2026-05-09, 2026-05, 2026 or leave it out")


def _stop(text: str) -> str:
    """`text` with a full stop, unless it ends in punctuation already."""
    return text if text.rstrip("*\"”'’)").endswith((".", "?", "!")) else text + "."
