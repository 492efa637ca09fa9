"""A glossary of any size: the packaged one first, then entries whose claims recombine halves of its claims, each sentence once.

Deterministic, so that two runs measure the same texts. The vocabulary is that of the packaged glossary, which makes every word
commoner than in a real glossary of that size: hard on search by words.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

from knowledge import Claim, Entry, Glossary

CLAIMS, ALIASES, ASKED = 12, 3, 4
"""About what a packaged entry has."""


def glossary_of(passages: int) -> Glossary:
    """A glossary of so many claims."""
    packaged = Glossary.load()
    entries: list[Entry] = []
    room = passages
    for entry in packaged.entries:
        if room > 1:
            entries.append(replace(entry, claims=entry.claims[:room]))
            room -= len(entries[-1].claims)
    made = invented(packaged)
    while room > 1:
        entry = next(made)
        entries.append(replace(entry, claims=entry.claims[:room]))
        room -= len(entries[-1].claims)
    return Glossary.of(entries, packaged.sources)


def invented(packaged: Glossary) -> Iterator[Entry]:
    """Entries without end, no two claims nor two terms alike."""
    draw = random.Random(42)
    sentences = [c.text.split() for e in packaged.entries for c in e.claims]
    sources = [c.sources for e in packaged.entries for c in e.claims]
    words = sorted({w for e in packaged.entries for _, name in e.names() for w in name.split() if w.isalpha()})
    ways = [way.split() for e in packaged.entries for way in e.asked]
    taken: set[str] = set()

    def joined(parts: list[list[str]]) -> str:
        while True:
            one, other = draw.choice(parts), draw.choice(parts)
            text = " ".join([*one[: len(one) // 2], *other[len(other) // 2 :]])
            if text not in taken:
                taken.add(text)
                return text

    def name() -> str:
        while True:
            text = " ".join(draw.sample(words, 3))
            if text.lower() not in taken:
                taken.add(text.lower())
                return text

    number = 0
    while True:
        number += 1
        term, slug = name(), f"invented-{number}"
        claims = tuple(
            Claim(f"{slug}:{n:06x}", term, "what" if n else "summary", joined(sentences), draw.choice(sources))
            for n in range(CLAIMS)
        )
        aliases = tuple(name() for _ in range(ALIASES))
        asked = tuple(joined(ways) for _ in range(ASKED))
        yield Entry(term, slug, aliases, claims[0].text, claims, asked=asked)
