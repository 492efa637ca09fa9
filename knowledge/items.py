"""What is found by meaning: every claim, every entry's name and names, and every way of asking for it, in one fixed order.

Claims come first, in the glossary's order, so that a claim's position among the items is its position among the claims.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge.entries import Claim, Entry
from knowledge.glossary import Glossary


class Items:
    """The items of a glossary's entries.

    Attributes:
        ids: one a item: a claim's id, or the entry's slug with "name", "names" or "asked-1", "asked-2", ….
        texts: what is embedded for each.
        owners: number of the entry that each belongs to.
        claims: how many of the items are claims.
        starts: position of each entry's first claim, and the number of claims at the end.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._claims = [c for e in entries for c in e.claims]
        self.claims = len(self._claims)
        self.ids = [c.id for c in self._claims]
        self.texts = [f"{c.term}: {c.text}" for c in self._claims]
        owners = [n for n, e in enumerate(entries) for _ in e.claims]
        self.starts = np.concatenate([[0], np.cumsum([len(e.claims) for e in entries], dtype=np.intp)]).astype(np.intp)
        others: list[range] = []
        for number, entry in enumerate(entries):
            further = {"name": entry.term, "names": f"{entry.term}, {', '.join(entry.aliases)}"}
            further |= {f"asked-{n}": way for n, way in enumerate(entry.asked, 1)}
            others.append(range(len(self.ids), len(self.ids) + len(further)))
            self.ids += [f"{entry.slug}:{kind}" for kind in further]
            self.texts += further.values()
            owners += [number] * len(further)
        self.owners: NDArray[np.intp] = np.array(owners, dtype=np.intp)
        spans = zip(self.starts[:-1], self.starts[1:], others, strict=True)
        self._of = [np.array([*range(first, last), *further], dtype=np.intp) for first, last, further in spans]

    def claim(self, position: int) -> Claim:
        """The claim at a position below `claims`."""
        return self._claims[position]

    def of(self, entry: int) -> NDArray[np.intp]:
        """Positions of everything that belongs to the entry of this number."""
        return self._of[entry]

    def metadata(self, glossary: Glossary) -> list[dict[str, str]]:
        """One flat record an item: its text, its term, and for claims the section and the tier of the first source."""
        tiers = {key: source.tier for key, source in glossary.sources.items()}
        records = [{"term": c.term, "section": c.section, "tier": tiers.get(c.sources[0], "")} for c in self._claims]
        terms = [entry.term for entry in glossary.entries]
        records += [
            {"term": terms[self.owners[n]], "section": self.ids[n].rpartition(":")[2], "tier": ""}
            for n in range(self.claims, len(self.ids))
        ]
        return [{"document": text, **record} for text, record in zip(self.texts, records, strict=True)]
