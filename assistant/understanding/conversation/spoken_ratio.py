"""A number given after a ratio of layers was explained: "so with 10 contracts how many each"."""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call, Session
from assistant.understanding.conversation.spoken_of import last_terms
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.filling.slots import fill
from assistant.understanding.hedge.layered import FRAME, TOOL, measure
from assistant.understanding.text.fillers import fillers, hardly_more
from assistant.understanding.text.quantities import Reading
from knowledge import Glossary
from tools.layers import PARTS

_EACH: Final = re.compile(
    r"\beach\b|\bper layer\b|\bhow many (?:near|in the)\b|\bhow (?:is|are|would) (?:it|they|that) split\b"
)

_SUM: Final = 500.0  # what is more counts dollars
_ONLY: Final = fillers(
    r"and|so|ok|but|then|now|of|on|in|with|for|if|i|we|have|had|what|about|how|that|is|are|would|be|it|the|my|a|say|budget|hedge",
    r"contracts?|cts|lots|calls|options|dollars?|bucks|total|all|split|share|k",
)


def _only_a_number(reading: Reading) -> bool:
    """Whether the words are hardly more than one number to be shared out ("so for 30k")."""
    if "/" in reading.lower or len(reading.quantities) != 1 or reading.quantities[0].unit not in ("plain", "money", "count"):
        return False
    (number,) = reading.quantities
    sound = number.value >= 1 and (number.value >= _SUM or number.value.is_integer())
    return sound and hardly_more(reading, number, _ONLY)


def shared_after(reading: Reading, session: Session, glossary: Glossary) -> Calculation | None:
    """The known ratio for the number, where the term spoken of last is worked out with it; None elsewhere."""
    alone = bool(session.turns) and not session.turns[-1].answer.results and _only_a_number(reading)
    if not session.turns or not reading.quantities or not (alone or _EACH.search(reading.lower)):
        return None
    spoken = [entry for term in last_terms(session)[:1] if (entry := glossary.find(term)) is not None]
    if not any(TOOL in entry.tools for entry in spoken):
        return None
    if alone:
        (number,) = reading.quantities
        dollars = number.unit == "money" or number.value >= _SUM
        told = {"planned": number.value, "parts": list(PARTS), "of": "dollars" if dollars else "contracts"}
        return Calculation(Call(TOOL, told), (), {"planned": number})
    filled = fill(reading, FRAME.slots)
    call = Call(TOOL, {**filled.arguments, "parts": list(PARTS), "of": measure(reading)})
    return Calculation(call, tuple(slot.ask for slot in filled.missing), filled.sources)
