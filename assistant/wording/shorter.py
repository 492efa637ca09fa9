"""An answer told again in fewer words of its own: its first sentence, and what the terms in that sentence are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from assistant.findings import entry_of
from assistant.guards.citations import MARK
from assistant.guards.sentences import split
from assistant.understanding.plan import Plan
from assistant.understanding.text.manner import Manner
from assistant.wording.draft import Draft, cited
from knowledge import Glossary
from tools.result import Result

_LIST_MARK: Final = re.compile(r"^\s*(?:[-*+]|\d{1,3}\.)\s+")
_HEADING: Final = re.compile(r"^(?:\*\*[^*]{1,80}(?::\*\*|\*\*:?)|#{1,6} [^\n]*|\|[^\n]*|```.*)\s*$")
_LABEL: Final = re.compile(r"\*\*[^*]{1,40}:\*\*")
_LABELLED: Final = 3  # lines of a list that are told on one
_NAME: Final = 3  # letters; a shorter name is a word of many meanings
_EXPLAINED: Final = 2  # terms
_ENGLISH: Final = (
    "This assistant reads and answers English only, and it does not translate: its glossary and the words of its calculators "
    "are English."
)


def retold(plan: Plan, results: Sequence[Result], glossary: Glossary) -> Draft:
    """The answer before in the manner that `plan` wishes; what it computed is computed again and told in its first line."""
    said = "\n\n".join(first_sentence(r.summary()) for r in results) or first_sentence(plan.said)
    parts = [said]
    if plan.wish == "simple":
        parts += _meant(said, plan.terms, glossary)
    if plan.wish == "language":
        parts = [_ENGLISH, *([f"The answer before in short: {said}"] if said else [])]
    kind = "calculation" if results else "clarification" if plan.wish == "language" else plan.kind
    return Draft("\n\n".join(parts), kind, plan.terms, ("Tell me more", "Show the working") if results else ("Tell me more",))


def shortened(draft: Draft, manner: Manner, glossary: Glossary) -> Draft:
    """A draft in the manner that its question asks for; one that asks for something back stays whole."""
    if draft.kind in ("clarification", "error"):
        return draft
    said = first_sentence(draft.text)
    parts = [said, *(_meant(said, draft.terms, glossary) if manner == "simple" else ())]
    return Draft("\n\n".join(parts), draft.kind, draft.terms, draft.follow_ups)


def first_sentence(text: str) -> str:
    """The first whole sentence of an answer, without list marks; headings and the rows of tables are none.

    A line that only opens a list ("25/30/35 butterfly for a debit of 0.85:") goes on with what its labelled lines say first.
    """
    lines = [plain for line in text.split("\n") if (plain := _LIST_MARK.sub("", line).strip()) and not _HEADING.match(plain)]
    if not lines:
        return ""
    sentence = split(lines[0])[0].strip()
    if not sentence.endswith(":"):
        marks = "" if MARK.search(sentence) else "".join(f" {m[0]}" for m in [MARK.search(lines[0])] if m)
        return f"{_balanced(sentence)}{marks}"
    told = [split(line)[0].strip().rstrip(".") for line in lines[1:] if _LABEL.match(line)] or [split(" ".join(lines[1:2]))[0]]
    return f"{lines[0]} {'; '.join(told[:_LABELLED]).rstrip('.')}."


def _balanced(sentence: str) -> str:
    """The sentence with bold type closed that its next sentence would have closed."""
    return f"{sentence}**" if sentence.count("**") % 2 else sentence


def _meant(said: str, terms: Sequence[str], glossary: Glossary) -> list[str]:
    """What the terms are that the sentence names, but for the one that it is about: a line each."""
    words = MARK.sub(" ", said).lower()
    named = [
        (found.start(), entry.term)
        for entry in glossary.entries
        if entry.term not in terms[:1] and entry.term not in glossary.ambient
        for name in (entry.term.lower(), *(alias.lower() for alias in entry.aliases))
        # Most names stand nowhere: no pattern has to be made of them.
        if len(name) > _NAME and name in words and (found := re.search(rf"(?<!\w){re.escape(name)}s?(?!\w)", words))
    ]
    entries = [entry_of(glossary, term) for term in dict.fromkeys(term for _, term in sorted(named))]
    claims = [(entry.term, entry.claims[0]) for entry in entries[:_EXPLAINED]]
    return [f"- **{term}:** {first_sentence(cited(claim))}" for term, claim in claims]
