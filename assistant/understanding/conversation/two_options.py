"""Two options priced one after the other, taken as one spread: "the difference between the two", "as a spread"."""

from __future__ import annotations

import re
from typing import Any, Final

from assistant.session import Call, Session
from assistant.understanding.conversation.further_step import Derived

_NEAR: Final = 4  # turns
_SPREAD: Final = re.compile(
    r"\b(?:difference|gap)\b(?: in (?:price|value|cost))?"
    r"(?: (?:between|of|from)(?: (?:the|those|these))? (?:two|both|them|options?|calls?|puts?)|\W*$)"
    r"|\b(?:as|that|the|this|what|for) (?:a |the )?(?:(?:call|put|vertical|debit|credit|\w+/\w+) ){0,2}spread\b"
    r"|\bone (?:minus|less) the other\b|\bbuy (?:one|the first)[^?]{0,16}sell the (?:other|second)\b"
    r"|\bnet (?:of|cost|price|debit)\b(?: of)? (?:the )?(?:two|both|them)\b"
)


def as_spread(text: str, session: Session) -> Derived | None:
    """The dearer of the last two options bought and the other one sold, where lower-case `text` asks for both together.

    They must be of one kind, on one future with one time left; None where they are not, or nothing of the kind is asked.
    """
    if _SPREAD.search(text) is None or any(mark.isdigit() for mark in text):
        return None
    priced = [r for turn in session.turns[-_NEAR:] for r in turn.answer.results if r.tool == "black76"]
    found = {r.inputs["strike"]: r for r in priced[::-1] if isinstance(getattr(r, "price", None), float)}
    if len(found) < 2 or len(priced) < 2:
        return None
    pair: list[Any] = sorted(list(found.values())[:2], key=lambda r: (-r.price, r.inputs["strike"]))
    if any(len({r.inputs.get(name) for r in pair}) > 1 for name in ("kind", "forward", "years", "rate")):
        return None
    sides = zip(("long", "short"), pair, strict=True)
    legs = [
        {
            "side": side,
            "kind": r.inputs["kind"],
            "strike": r.inputs["strike"],
            "premium": round(float(r.price), 4),
            "quantity": 1,
        }
        for side, r in sides
    ]
    note = "the dearer option bought and the other one sold, each at the value just worked out for it."
    return Derived((Call("position", {"legs": legs}),), (note,))
