"""A number given after a ratio of layers was explained: "so with 10 contracts how many each"."""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call, Session
from assistant.understanding.conversation.spoken_of import last_terms
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.filling.slots import fill
from assistant.understanding.hedge.layered import FRAME, TOOL, measure
from assistant.understanding.text.quantities import Reading
from knowledge import Glossary
from tools.layers import PARTS

_EACH: Final = re.compile(
    r"\beach\b|\bper layer\b|\bhow many (?:near|in the)\b|\bhow (?:is|are|would) (?:it|they|that) split\b"
)


def shared_after(reading: Reading, session: Session, glossary: Glossary) -> Calculation | None:
    """The known ratio for the number, where the term spoken of last is worked out with it; None elsewhere."""
    if not session.turns or _EACH.search(reading.lower) is None or not reading.quantities:
        return None
    spoken = [entry for term in last_terms(session)[:1] if (entry := glossary.find(term)) is not None]
    if not any(TOOL in entry.tools for entry in spoken):
        return None
    filled = fill(reading, FRAME.slots)
    call = Call(TOOL, {**filled.arguments, "parts": list(PARTS), "of": measure(reading)})
    return Calculation(call, tuple(slot.ask for slot in filled.missing), filled.sources)
