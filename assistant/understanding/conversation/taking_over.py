"""A calculation of its own that takes what it lacks from the one before: "and RSI of 72?", "next close 26" after two averages.

The judgement of follow-ups (see `following`) says that a question is a new one; which one, the judgement of all its words
says, among the calculations whose missing numbers were told under the same name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from assistant.session import Session
from assistant.understanding.conversation.references import last_calls
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.judged.forms import FORMS
from assistant.understanding.judged.meaning import PLAYED, Meaning, filled, place, taken
from assistant.understanding.judged.roles import MOST, NONE, Item, cast, marked
from assistant.understanding.judged.told_parts import named, parts_of, read_as
from assistant.understanding.text.quantities import Reading
from knowledge import Index

AMONG: Final = 6
"""Calculations that are looked at, the likeliest first."""
BEHIND: Final = 4.0
"""How much less likely than the first it may be, in log odds: a question that leaves numbers out says less of what it asks."""

_ALONG: Final = ("debit", "contracts")
"""What belongs to strikes that are taken over."""


def taking_over(reading: Reading, session: Session, text: str, index: Index) -> Calculation | None:
    """The likeliest calculation of the question's numbers and some of the last one's; None where there is none."""
    asked, before = marked(reading), _told_before(session)
    if not 0 < len(asked.items) <= MOST or not before:
        return None
    meaning = Meaning.kept()
    ranked = list(meaning.ranked(asked, place(text, index)).items())[:AMONG]
    for tool, odds in ranked:
        if ranked[0][1] - odds > BEHIND:
            return None
        if tool == NONE:
            continue
        form = FORMS[tool]
        parts = cast(asked, tool, form.parts, meaning.parts, form.paired)
        missing = [part for part in form.needs if part not in parts.parts]
        if parts.lead < PLAYED or NONE in parts.parts or not missing or any(part not in before for part in missing):
            continue
        taken_over = [*missing, *(p for p in _ALONG if "strikes" in missing and p in before and p in form.parts)]
        found = filled(tool, asked, parts.parts, reading, {part: before[part] for part in taken_over})
        if found is not None and taken(found.call):
            read = read_as(asked, parts.parts, reading)
            return replace(found, note=f"{read} From before: {_told(taken_over, before)}. {found.note}".strip())
    return None


def _told_before(session: Session) -> dict[str, list[Item]]:
    """The parts of the last calculation, with their numbers."""
    calls = [c for c in last_calls(session) if c.tool in FORMS]
    # Of several alike it is open whose numbers are meant.
    call = calls[0] if calls and all(c.tool != calls[0].tool for c in calls[1:]) else None
    return (parts_of(call) if call is not None else None) or {}


def _told(parts: list[str], before: Mapping[str, list[Item]]) -> str:
    """What is taken over, for the reader to see."""
    return ", ".join(f"{'/'.join(f'{v:g}' for item in before[part] for v in item.values)} the {named(part)}" for part in parts)
