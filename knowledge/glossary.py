"""The glossary: every entry and source, found by any of their names.

Facts come from the entries only; the program knows no term by name. Reading is quick and touches no network.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from knowledge.bibliography import TIERS, Source, load_bibliography
from knowledge.entries import Claim, Entry, GlossaryError, load_entry, parse_entry
from knowledge.words import key

HERE = Path(__file__).parent
MAX_WORDS = 45
"""A claim longer than this is seldom one checkable sentence."""

AMBIENT = 0.05

_WORD = re.compile(r"\w+")
_BREAK = re.compile(r"(?<!\be\.g)(?<!\bi\.e)(?<!\bvs)(?<!\bU\.S)(?<!\bcf)(?<!\bapprox)(?<!\bno)[.!?]\s+(?=[A-Z])")


@dataclass(frozen=True)
class Glossary:
    """All entries and sources.

    Attributes:
        entries: sorted by term.
        sources: bibliography by key.
        hash: SHA-256 of the content (entries and sources); changes when any of them does.
    """

    entries: tuple[Entry, ...]
    sources: Mapping[str, Source]
    hash: str
    _names: Mapping[str, Entry] = field(repr=False, default_factory=dict)
    _claims: Mapping[str, Claim] = field(repr=False, default_factory=dict)

    @classmethod
    def load(
        cls, extra: Path | str | None = None, *, entries: Path | str | None = None, bibliography: Path | str | None = None
    ) -> Glossary:
        """Read the packaged glossary.

        Args:
            extra: a folder of the user's own entries (`*.md`), with its own `*.yaml` sources if it likes;
                their claim ids begin with "own-".
            entries: another folder of entries instead of the packaged one.
            bibliography: another folder of sources instead of the packaged one.

        Raises:
            GlossaryError: a file that cannot be read, two entries of one term or name of file; names file and line.
        """
        folder = Path(entries) if entries else HERE / "glossary"
        found = [load_entry(p) for p in sorted(folder.glob("*.md"))]
        sources = load_bibliography(Path(bibliography) if bibliography else HERE / "bibliography")
        if extra is not None:
            own = Path(extra)
            if not own.is_dir():
                raise GlossaryError(own, 1, "is not a folder of entries")
            found += [parse_entry(p.read_text(encoding="utf-8"), p, prefix="own-") for p in sorted(own.glob("*.md"))]
            sources = load_bibliography(own) | sources
        return cls.of(found, sources)

    @classmethod
    def of(cls, entries: list[Entry], sources: Mapping[str, Source]) -> Glossary:
        """Build from entries and sources already read."""
        entries = sorted(entries, key=lambda e: (key(e.term), e.slug))
        names: dict[str, Entry] = {}
        for entry in entries:
            other = names.setdefault(key(entry.term), entry)
            if other is not entry:
                raise GlossaryError(entry.path, 2, f"term {entry.term!r} is also the term of {other.path}")
        for _, name, entry in sorted(((r, n, e) for e in entries for r, n in e.names()), key=lambda t: t[0]):
            names.setdefault(key(name), entry)
        claims = {c.id: c for e in entries for c in e.claims}
        digest = hashlib.sha256()
        for entry in entries:
            digest.update(repr((entry.slug, entry.term, entry.aliases, entry.asked, entry.related, entry.tools)).encode())
            digest.update(repr([(c.id, c.section, c.text, c.sources, c.about, c.value) for c in entry.claims]).encode())
        digest.update(repr(sorted((k, s.apa, s.tier) for k, s in sources.items())).encode())
        return cls(tuple(entries), dict(sources), digest.hexdigest(), names, claims)

    def find(self, name: str) -> Entry | None:
        """The entry of this term or alias, whatever its case, punctuation or plural; None where there is none."""
        return self._names.get(key(name))

    def of_word(self, word: str) -> Entry | None:
        """The one entry with this word in its names ("natural" → Mid and natural price); None where none or several have it."""
        return self._by_word.get(key(word))

    def claim(self, claim_id: str) -> Claim:
        """The claim of this id; KeyError where there is none."""
        return self._claims[claim_id]

    def source(self, key: str) -> Source:
        """The source of this citation key; KeyError where there is none."""
        return self.sources[key]

    def about(self, topic: str) -> tuple[Claim, ...]:
        """Claims that answer the same question (`{about: topic = …}`), for showing different answers side by side."""
        return self._topics.get(topic, ())

    def rank(self, claim: Claim) -> int:
        """How far the claim's best source stands from the primary article: its place in `bibliography.TIERS`."""
        return self._ranks[claim.id]

    def spoken(self, entry: Entry) -> tuple[str, ...]:
        """The entry's term and other names in lower case, by which a text may speak of it; none of three letters or fewer."""
        return self._spoken[entry.term]

    @cached_property
    def _spoken(self) -> dict[str, tuple[str, ...]]:
        return {e.term: tuple(name.lower() for name in (e.term, *e.aliases) if len(name) > 3) for e in self.entries}

    @cached_property
    def _by_word(self) -> dict[str, Entry]:
        held: dict[str, set[str]] = {}
        for entry in self.entries:
            for word in {w for _, name in entry.names() for w in key(name).split()}:
                held.setdefault(word, set()).add(entry.term)
        return {word: self._names[key(next(iter(terms)))] for word, terms in held.items() if len(terms) == 1}

    @cached_property
    def _topics(self) -> dict[str, tuple[Claim, ...]]:
        topics: dict[str, tuple[Claim, ...]] = {}
        for claim in self._claims.values():
            if claim.about:
                topics[claim.about] = (*topics.get(claim.about, ()), claim)
        return topics

    @cached_property
    def _ranks(self) -> dict[str, int]:
        tiers = {key: TIERS.index(source.tier) for key, source in self.sources.items()}
        return {c.id: min(tiers[s] for s in c.sources) for c in self._claims.values()}

    @cached_property
    def ambient(self) -> frozenset[str]:
        """Terms that more than a twentieth of all claims name: that a question names one says little about what it asks."""
        claims = [c.text.lower() for e in self.entries for c in e.claims]
        holding = Counter(word for c in claims for word in set(_WORD.findall(c)))
        most = AMBIENT * len(claims)
        found = set()
        for entry in self.entries:
            names = _names(entry.term)
            # No name stands in more claims than its rarest word: few terms need a look at every claim.
            if sum(min((holding[w] for w in _WORD.findall(n)), default=len(claims)) for n in names) > most:
                named = re.compile("|".join(rf"(?<!\w){re.escape(n)}(?!\w)" for n in names))
                if sum(named.search(c) is not None for c in claims) > most:
                    found.add(entry.term)
        return frozenset(found)

    def check(self) -> list[str]:
        """Problems of the content, each as "file:line: what is wrong"; [] when it is sound."""
        problems: list[str] = []
        owners: dict[str, Entry] = {key(e.term): e for e in self.entries}
        for entry in self.entries:
            for alias in entry.aliases:
                other = owners.setdefault(key(alias), entry)
                if other is not entry:
                    problems.append(f"{entry.path}:3: alias {alias!r} also belongs to {other.term!r}")
            for way in entry.asked:
                other = owners.setdefault(key(way), entry)
                if other is not entry:
                    problems.append(f"{entry.path}:4: way of asking {way!r} also leads to {other.term!r}")
            for name in entry.related:
                if self.find(name) is None:
                    problems.append(f"{entry.path}:4: related {name!r} is no entry")
                elif self.find(name) is entry:
                    problems.append(f"{entry.path}:4: related {name!r} is the entry itself")
            for claim in entry.claims:
                problems += [f"{entry.path}:{claim.line}: {p}" for p in self._faults(claim)]
        for topic in sorted({c.about for e in self.entries for c in e.claims if c.about}):
            sides = self.about(topic)
            if len({c.value for c in sides}) == 1:
                place = f"{self._names[key(sides[0].term)].path}:{sides[0].line}"
                problems.append(f"{place}: about {topic!r} has one side only; mark the other side too")
        cited = {k for e in self.entries for c in e.claims for k in c.sources}
        for name, source in sorted(self.sources.items()):
            if not source.url.startswith(("https://", "http://")) or not (source.author or source.container):
                problems.append(f"bibliography: {name!r} needs a URL and an author or publisher")
            if name not in cited:
                problems.append(f"bibliography: {name!r} is cited nowhere")
        return problems

    def _faults(self, claim: Claim) -> list[str]:
        faults = [f"unknown citation key {k!r}" for k in claim.sources if k not in self.sources]
        count = len(re.sub(r"\$\$.*?\$\$|`[^`]*`", "x", claim.text).split())
        breaks = len(_BREAK.findall(claim.text))
        if claim.section == "summary":
            if breaks > 3:
                faults.append(f"the summary has {breaks + 1} sentences; two or three read best, four at most")
        elif breaks:
            faults.append("the claim has more than one sentence; make each its own bullet")
        elif count > MAX_WORDS:
            faults.append(f"the claim has {count} words (at most {MAX_WORDS})")
        return faults


def _names(term: str) -> list[str]:
    """The term's own names, lower case: whole, without its bracket, what the bracket holds, each side of a dash or slash."""
    names = {term, re.sub(r"\s*\([^)]*\)", "", term), *re.findall(r"\(([^)]*)\)", term), *re.split(r" — | / ", term)}
    return sorted({name.lower() for name in names})
