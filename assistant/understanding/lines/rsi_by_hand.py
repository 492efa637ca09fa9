"""An RSI worked out by hand: one change further, of a price that never moved, and the ratio of gains to losses behind it."""

from __future__ import annotations

import re
from typing import Final

from assistant.understanding.filling.arithmetic import plainly
from assistant.understanding.filling.structures import Arguments
from assistant.understanding.text.labelled import labelled
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.tokens import NUMBER

UNMOVED: Final = (
    r"\b(?:has|have|did|does|do|is|was)(?:n'?t| not|nt) (?:\w+ )?(?:mov|chang|budg)\w*|\bnever mov\w+"
    r"|\bflat\b|\bunchanged\b|\bno change|\bconstant (?:price|close|series)|\bsame (?:close|price|value)|\bidentical\b"
)
_SIDE: Final = (
    r"(?<![a-z])(?:(?:average|avg\.?|mean|old|prev\w*|prior|wilder'?s?)[\s_-]){{0,3}}(?:{0})(?:[\s_-](?:average|avg|mean))?\b"
)
_ALONE: Final = r"(?:(?<=avg )|(?<=average )){0}\b(?=\s\.?\d)|{0}[ -](?:moves?|days?|closes?|changes?)"  # "avg up .33"
_SIDES: Final = {
    "average_gain": re.compile(_SIDE.format(rf"gains?|ag|ups|{_ALONE.format('up')}")),
    "average_loss": re.compile(_SIDE.format(rf"loss(?:es)?|al|downs|{_ALONE.format('down')}")),
}
_N: Final = rf"({NUMBER})"
_BY: Final = r"(?: (?:by|of|another|a|further|is|was|=|points?)){0,2}\s?[:=]?\s?\+?"
_FELL: Final = re.compile(
    rf"\b(?:fall(?:s|ing)?|fell|drop(?:s|ped)?|declin(?:es?|ed)|los(?:es|t|s)|down|slip(?:s|ped)?|sinks?|sank|decreas\w+|minus)"
    rf"{_BY}{_N}"
    rf"|\b{_N} (?:points? )?(?:lower|down|drop|fall|decline)\b"
)
_ROSE: Final = re.compile(
    rf"\b(?:ris(?:es?|ing)|rose|climb(?:s|ed)?|up|adds?|added|gain(?:s|ed)?|jump(?:s|ed)?|increas\w+|plus|advance[sd]?){_BY}{_N}"
    rf"|\b{_N} (?:points? )?(?:higher|up|rise)\b"
)
_CHANGED: Final = re.compile(
    rf"\b(?:chang\w+|move[sd]?|diff\w*|close){_BY}(?P<sign>[-+])?{_N}|(?<![\w.])(?P<bare>[-+]){_N}(?= today| on the day)"
)
_STILL: Final = re.compile(
    r"\b(?:flat|unchanged|quiet) (?:day|bar|today|close|session)|\b(?:price|close[sd]?|future|vx|then|today|next)"
    r" (?:is |was |stays? |stayed )?(?:flat|unchanged)\b|\bno change\b"
)
_PERIOD: Final = re.compile(
    r"\brsi\s?\(?(\d{1,3})\)?(?![\d.])|(?<![\w.])(\d{1,3})[\s-]?(?:period|day|bar|week)s?\b"
    r"|\b(?:with|period|n ?=) (\d{1,2})\b(?!\.)"
)
_RSI: Final = re.compile(
    r"\brsi(?:\s?\(\d{1,2}\))?(?: (?:reading|value|level|score))?"
    r"(?: (?:of|at|is|to|be|exactly|equal|equals|reads?|says?|shows?|stands|was|just|=)){0,4}"
    r"\s?[:=]?\s?(\d{1,3}(?:\.\d++)?)(?![\w%]|\.\d)|(?<![\w.])(\d{1,3}(?:\.\d++)?) rsi\b"
)
_RS: Final = re.compile(rf"\brs\b(?: (?:is|was|of|at|equals))?\s?[:=]?\s?{_N}(?![\d%]|\.\d)")
_LIMIT: Final = 100.0
_UNITS: Final = (
    r"(?:closes|closing prices|bars|prices|values|data ?points|points|rows|readings|days|weeks|numbers|settlements|prints)"
)
_OF_PERIOD: Final = re.compile(
    rf"\brsi[\s-]?(?:of |with |period |length ){{0,3}}\(?(\d{{1,3}})\b(?!\.\d|\s?{_UNITS})"
    r"|(?<![\w.])(\d{1,3})[\s-]?(?:periods?|days?|bars?|weeks?)?[\s-]rsi\b"
)
_HELD: Final = re.compile(
    rf"(?<![\w.])(\d{{1,5}}) (?:daily |weekly |vx |vix |futures? ){{0,3}}{_UNITS}\b(?! rsi)"
    r"|\b(?:have|got|with) (?:only |just )?(\d{1,3})(?![\w.-]|\s?(?:periods?|-period))"
)
_COUNTED: Final = re.compile(
    rf"\bhow (?:many|much|long)\b|\bfirst (?:value|reading|rsi|number|bar|print|one)\b|\b(?:which|what) (?:close|bar|row|day)\b"
    rf"|\b(?:minimum|fewest|least)\b[^.?!]{{0,24}}\b{_UNITS}\b"
)


def moved(reading: Reading) -> Arguments | None:
    """Average gain and loss and the change of the next bar: "gains 0.62, losses 0.25; the future falls 0.84 today"."""
    plain = plainly(reading)
    found = labelled(plain, _SIDES)
    if found.values.keys() != _SIDES.keys():
        return None
    change = _change(plain.lower, {q.start for q in found.rest} | {q.end for q in found.rest})
    if change is None:
        return None
    period = _PERIOD.search(plain.lower)
    more = {"period": int(next(g for g in period.groups() if g))} if period else {}
    return {**{k: abs(v) for k, v in found.values.items()}, "change": change, **more}


def averages(reading: Reading) -> Arguments | None:
    """The average gain and loss of one bar, or the one over the other: "losses average .4 while gains average .9", "RS 2.5"."""
    plain = plainly(reading)
    found = labelled(plain, _SIDES).values
    if not found and (strength := _RS.search(plain.lower)):
        return {"average_gain": float(strength[1]), "average_loss": 1.0}
    return {k: abs(v) for k, v in found.items()} if found.keys() == _SIDES.keys() else None


def first(reading: Reading) -> Arguments | None:
    """The period of an RSI whose first value is asked for, and the closes at hand: "10 closes enough for a 9 period rsi?"."""
    plain = plainly(reading)
    period, held = _OF_PERIOD.search(plain.lower), _HELD.search(plain.lower)
    told = {
        name: int(next(g for g in match.groups() if g))
        for name, match in (("period", period), ("given", held))
        if match is not None
    }
    spoken = {q.value for q in plain.quantities} - set(told.values())
    if spoken or (held is None and _COUNTED.search(plain.lower) is None):
        return None
    return told


def ratio(reading: Reading) -> Arguments | None:
    """The RSI whose ratio of gains to losses is asked for: "which RS gives an RSI of 70"."""
    text = plainly(reading).lower
    told = [float(next(g for g in m.groups() if g)) for m in _RSI.finditer(_RS.sub(" ", text))]
    if len(set(told)) != 1 or told[0] > _LIMIT:
        return None
    loss = labelled(plainly(reading), {"average_loss": _SIDES["average_loss"]}).values if "loss" in text else {}
    return {"rsi": told[0], **{k: v for k, v in loss.items() if v != told[0]}}


def unmoved(reading: Reading) -> Arguments | None:
    """A price that has not moved: no gains and no losses."""
    flat = not reading.series and re.search(UNMOVED, reading.lower) is not None
    return {"average_gain": 0.0, "average_loss": 0.0} if flat else None


def _change(text: str, free: set[int]) -> float | None:
    """The change that the words tell, up or down; its number is none of the averages."""
    for pattern, sign in ((_FELL, -1.0), (_ROSE, 1.0), (_CHANGED, 0.0)):
        for match in pattern.finditer(text):
            place = next(n for n in range(1, len(match.groups()) + 1) if match[n] and match[n][-1].isdigit())
            if match.end(place) not in free:
                continue
            if sign:
                return sign * float(match[place])
            signed = match["sign"] or match["bare"]
            return -float(match[place]) if signed == "-" else float(match[place])
    return 0.0 if _STILL.search(text) else None
