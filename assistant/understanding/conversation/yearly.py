"""The slope of a curve just told, by the year: the days between the two settlements come from the words, or are asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from assistant.session import Call, Session
from assistant.understanding.conversation.further_step import Derived
from assistant.understanding.conversation.references import last_calls
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.filling.structures import month_changed
from assistant.understanding.text.quantities import Reading

_TOOL: Final = "yearly_slope"
_YEARLY: Final = re.compile(r"\b(?:annuali[sz]\w*|annual(?:ly)?|yearly|(?:per|a|by the) year|p\.?a)\b")
_LONGEST: Final = 9  # words
_DAYS: Final = re.compile(r"(?<![\w.])(\d{1,3})[ -]?(?:calendar )?(?:days?|d)\b")
_BARE: Final = re.compile(r"^\W{0,4}(?:(?:about|around|it'?s|say|they are|roughly) )?(\d{1,3})\W{0,4}$")
_OVER: Final = re.compile(  # of a slope by itself, days are the stretch that it stands for
    r"^\W*(?:(?:and|so|ok|that'?s|it'?s|they are|with|if) ){0,3}(?:over|in|for|across) \d{1,3}[ -]?(?:calendar )?(?:days?|d)"
    r"(?: (?:apart|between(?: them)?))?\W*$|^\W*(?:(?:they are|with|and|it'?s) ){0,2}\d{1,3} days (?:apart|between(?: "
    r"them)?)\W*$"
)
_NEEDED: Final = "the days between the two settlements"


def yearly_asked(reading: Reading, session: Session) -> Calculation | None:
    """The slope by the year that the words ask for of the curve before; None where they ask none, or there is no curve."""
    last = last_calls(session)
    if not last or last[-1].tool != "term_structure":
        return None
    if _YEARLY.search(reading.lower) is None and _OVER.match(reading.lower) is None:
        return None
    prices = last[-1].arguments.get("curve", ())
    if not isinstance(prices, list | tuple) or len(prices) < 2 or len(reading.lower.split()) > _LONGEST:
        return None
    known = {"front": float(prices[0]), "second": float(prices[1])}
    told = _DAYS.search(reading.lower) or _DAYS.search(session.turns[-1].question.lower())
    if told is None:
        return Calculation(Call(_TOOL, known), (_NEEDED,))
    return Calculation(Call(_TOOL, {**known, "days": int(told[1])}))


def days_told(reading: Reading, known: Mapping[str, Any]) -> dict[str, Any]:
    """The days between the settlements, told by themselves or by a number alone."""
    told = _DAYS.search(reading.lower) or _BARE.match(reading.lower)
    return {"days": int(told[1])} if told else {}


def month_moved(reading: Reading, results: tuple[Any, ...]) -> Derived | None:
    """The slope by the year with one of its two months at another price ("what if m1 jumps to 20")."""
    known = results[-1].inputs
    if len(reading.quantities) != 1 or len(reading.lower.split()) > _LONGEST:
        return None
    months = month_changed(reading, (known["front"], known["second"]))
    if months is None or len(months["curve"]) > 2:
        return None
    front, second = months["curve"]
    return Derived((Call(_TOOL, {**known, "front": front, "second": second}),))
