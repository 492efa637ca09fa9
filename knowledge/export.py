"""The glossary as one document: an entry or all of them, in Markdown or as JSON-safe data, with APA sources."""

from __future__ import annotations

from typing import Any

from knowledge.entries import SECTIONS, Claim, Entry
from knowledge.glossary import Glossary

_HEADINGS = {slug: heading for heading, slug in SECTIONS.items()}


def entry_markdown(entry: Entry, glossary: Glossary) -> str:
    """One entry: summary, sections with numbered claims, related terms, tools, and its sources as an APA list."""
    numbers: dict[str, int] = {}

    def cited(claim: Claim) -> str:
        marks = "".join(f"[{numbers.setdefault(key, len(numbers) + 1)}]" for key in claim.sources)
        differs = f" *(differs between sources: {claim.about} = {claim.value})*" if claim.about else ""
        return f"{claim.text} {marks}{differs}"

    parts = [f"# {entry.term}"]
    if entry.aliases:
        parts.append(f"*Also: {', '.join(entry.aliases)}*")
    parts.append(cited(entry.claims[0]))
    for slug, heading in _HEADINGS.items():
        claims = entry.section(slug)
        if claims:
            parts.append(f"## {heading}\n\n" + "\n".join(f"- {cited(c)}" for c in claims))
    if entry.related:
        parts.append(f"**Related:** {', '.join(entry.related)}")
    if entry.tools:
        parts.append("**Computed by:** " + ", ".join(f"`{tool}`" for tool in entry.tools))
    parts.append("## Sources\n\n" + "\n".join(f"{n}. {glossary.source(key).apa}" for key, n in numbers.items()))
    return "\n\n".join(parts) + "\n"


def glossary_markdown(glossary: Glossary) -> str:
    """Every entry, one after the other."""
    return "\n".join(entry_markdown(entry, glossary) for entry in glossary.entries)


def glossary_data(glossary: Glossary) -> dict[str, Any]:
    """Every entry and source as JSON-safe data."""
    return {
        "hash": glossary.hash,
        "entries": [
            {
                "term": entry.term,
                "slug": entry.slug,
                "aliases": list(entry.aliases),
                "related": list(entry.related),
                "tools": list(entry.tools),
                "claims": [_claim(c) for c in entry.claims],
            }
            for entry in glossary.entries
        ],
        "sources": {key: {"apa": s.apa, "url": s.url, "tier": s.tier} for key, s in sorted(glossary.sources.items())},
    }


def _claim(claim: Claim) -> dict[str, Any]:
    about = {"about": claim.about, "value": claim.value} if claim.about else {}
    return {"id": claim.id, "section": claim.section, "text": claim.text, "sources": list(claim.sources), **about}
