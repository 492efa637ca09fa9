"""How sure an answer is, and whether a figure is much: what it rests on, and the lines that a source or a rule draws.

Nothing is judged here. A figure is arithmetic on its inputs; whether it is much is answered only where a source says from
where on, and otherwise left open in so many words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

import numpy as np
import pandas as pd

from assistant.findings import entry_of
from assistant.wording.draft import cited
from knowledge import Claim, Entry, Glossary
from knowledge.lexical import stem
from tools import Table
from tools.methodology import Assumption
from tools.result import Result
from tools.wording import counted

_BOUND: Final = r"(?:\s\w+){0,2}\s(?:above|below|over|under)\s\d"
_LINES: Final = 2
_TOLD: Final = 6  # claims
_SAID: Final = {
    "stated": "stated by the primary article",
    "convention": "a convention of the field; the primary article is silent",
    "assumption": "an assumption of this assistant",
}
_KINDS: Final = {
    "primary": "the primary article",
    "glossary": "the publisher's glossary",
    "product": "a product page",
    "qa": "the publisher's Q&A",
    "reference": "a reference page",
}


def sureness(results: Sequence[Result]) -> str:
    """What the results rest on: arithmetic from these inputs, and the assumptions taken."""
    assumptions = dict.fromkeys(f"- {a.says} *({a.provenance})*" for r in results for a in r.assumptions)
    rests = ["**What this rests on besides**\n\n" + "\n".join(assumptions)] if assumptions else []
    return "\n\n".join((*map(_arithmetic, results), *rests, "It describes what was given and predicts nothing."))


def rests_on(results: Sequence[Result], question: str) -> str:
    """What the results take for granted, each with who says so; of all of it what `question` names, where it names any."""
    named = [(a, f"- {a.says} *({_SAID[a.provenance]})*") for r in results for a in r.assumptions]
    given = [(k, f"- {k.replace('_', ' ')}: {_short(v)} *(as given)*") for r in results for k, v in r.inputs.items()]
    asked = {stem(word) for word in re.findall(r"[a-z]{3,}", question.lower())}
    figures = {float(n) for n in re.findall(r"(?<![\w.])\d+(?:\.\d+)?", question)}
    told = [line for a, line in named if asked & set(map(stem, a.name.split("_"))) or figures & a.figures]
    told += [line for name, line in given if asked & set(map(stem, name.split("_"))) and not told]
    told = list(dict.fromkeys(told)) or list(dict.fromkeys(line for _, line in named))
    if not told:
        return "It takes nothing for granted beside the numbers given.\n\n" + "\n".join(line for _, line in given)
    return "**What it takes for granted**\n\n" + "\n".join(told)


def sureness_of_sources(claim_ids: Iterable[str], glossary: Glossary) -> str:
    """What an explanation rests on: its cited claims, by the kind of source."""
    claims = [glossary.claim(claim_id) for claim_id in sorted(claim_ids)]
    if not claims:
        return "The answer before rests on no cited claim, so there is nothing in it to be sure of."
    by_tier = {tier: [c for c in claims if glossary.source(c.sources[0]).tier == tier] for tier in _KINDS}
    told = "; ".join(f"from {_KINDS[t]}: {' '.join(f'[{c.id}]' for c in held)}" for t, held in by_tier.items() if held)
    return (
        f"**The answer before says what its sources say, and no more.** "
        f"It rests on {counted(len(claims), 'cited claim')}, {told}. "
        "The assistant has tested none of them; where it knows of sources that differ, it says so. "
        "On the method the primary article counts for most."
    )


def told_by(claim_ids: Iterable[str], glossary: Glossary) -> str:
    """Who says what the answer before told: its claims, each with the kind of source that it is from, primary ones first."""
    claims = sorted((glossary.claim(claim_id) for claim_id in claim_ids), key=lambda c: (glossary.rank(c), c.id))
    lines = [f"- *{_whose(c, glossary)}:* {cited(c)}" for c in claims[:_TOLD]]
    return "**Who says so, claim by claim:**\n\n" + "\n".join(lines)


def _whose(claim: Claim, glossary: Glossary) -> str:
    """The kinds of source that a claim is from, the best first."""
    tiers = {glossary.source(key).tier for key in claim.sources}
    said = " and ".join(told for tier, told in _KINDS.items() if tier in tiers)
    return said[:1].upper() + said[1:]


def muchness(results: Sequence[Result], terms: Sequence[str], glossary: Glossary) -> str:
    """The lines that sources and the method's stated rules draw for these results, or that there is none."""
    entries = [entry_of(glossary, term) for term in terms]
    claims = [c for entry in entries for c in entry.claims if c.section != "example" and _draws_line(entry, c)]
    rules = [a for r in results for a in r.assumptions if _is_line(a)]
    told = [cited(c) for c in claims[:_LINES]]
    told += [f"{a.says} *({a.provenance})*" for a in rules if not claims]
    lead = (
        "**The lines that the sources draw for it:**\n\n" + "\n".join(f"- {t}" for t in told)
        if told
        else "**The sources give no threshold for that,** so this assistant calls it neither much nor little. "
        "It can be set beside another figure, for example with one number changed."
    )
    return "\n\n".join((lead, *map(_arithmetic, results)))


def _arithmetic(result: Result) -> str:
    name, given = (
        result.tool.replace("_", " "),
        ", ".join(f"{k.replace('_', ' ')} {_short(v)}" for k, v in result.inputs.items()),
    )
    return (
        f"**The {name} is deterministic arithmetic**, the same every time; nothing in it is estimated by the assistant. "
        f"It is as right as what went in: {given}."
    )


def _draws_line(entry: Entry, claim: Claim) -> bool:
    """Whether the claim names the entry's own measure and a bound of it ("RSI above 70")."""
    names = {n for n in (entry.term, *entry.aliases) if len(n) > 2}
    bare = {re.sub(r"\s*\(.*\)", "", n) for n in names} | {m for n in names for m in re.findall(r"\((\w+)\)", n)}
    said = "|".join(re.escape(n) for n in sorted(bare, key=len, reverse=True))
    return re.search(rf"\b(?:{said})\b{_BOUND}", claim.text, re.IGNORECASE) is not None


def _is_line(assumption: Assumption) -> bool:
    return assumption.provenance == "stated" and re.search("above|below", assumption.name) is not None


def _short(value: Any) -> str:
    if isinstance(value, (pd.Series, np.ndarray)):
        return f"({len(value):,} values)"
    if isinstance(value, pd.DataFrame):
        return f"({len(value):,} rows)"
    if isinstance(value, Table):
        return f"“{value.name}”"
    if isinstance(value, Result):
        return f"(the {value.tool.replace('_', ' ')} above)"
    if isinstance(value, (list, tuple)):
        shown = ", ".join(_short(v) for v in value[:12])
        return f"({shown}{', …' if len(value) > 12 else ''})"
    return f"{value:g}" if isinstance(value, float) else str(value)
