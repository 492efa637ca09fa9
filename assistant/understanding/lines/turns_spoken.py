"""Highs and lows of an index and its A/D line told in words: "SPX at a new high, A/D lower high", "breadth did not confirm"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from assistant.session import Call
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.sought import Sought

_INDEX: Final = r"\b(?:spx|s&p(?: 500)?|spy|the index|index|price|market)\b"
_LINE: Final = r"(?<![\w/])(?:the )?(?:a[/-]?d(?: line)?|advance[-/ ]decline(?: line)?|breadth|ad line)(?![\w/])"
_MADE: Final = (
    r"(?:,? (?:is|was|are|has|had|just|now|still|made|makes?|making|prints?|printed|printing|puts?|in|at|on|to|went|goes|hits?"
    r"|sets?|setting|with|a|an|its|the|only|but|yesterday|today|while)){0,5},? "
)
_HIGHER: Final = r"(?:higher|new|fresh|record|all[- ]time|52[- ]week)"
_TURN: Final = (
    rf"(?:(?P<{{0}}_up>{_HIGHER}(?: all[- ]time)?)|(?P<{{0}}_down>lower)|(?P<{{0}}_equal>equal)) (?P<{{0}}_pivot>high|low)s?\b"
)
_AT_HIGH: Final = r"(?P<index_at>at (?:a |its |the |an? all[- ]time )?highs?)\b"
_OF_INDEX: Final = re.compile(
    rf"{_INDEX}(?:{_MADE}{_TURN.format('index')}| (?:is |was |now |still )?{_AT_HIGH})"
    rf"|\b(?P<index_named>{_HIGHER}) (?:{_INDEX}) high\b"
)
_OF_LINE: Final = re.compile(rf"{_LINE}{_MADE}{_TURN.format('line')}")
_OF_BOTH: Final = Sought(
    rf"{_LINE}[^.;?]{{0,40}}?\b(?:diverg\w+ negative\w*|negative\w* diverg\w+|bearish\w* diverg\w+|diverg\w+ bearish\w*)"
    rf"|\b(?:negative|bearish) (?:breadth|{_LINE}) diverg\w+|\b(?:negative|bearish) diverg\w+ (?:of|in|on|from) {_LINE}"
)
_UNCONFIRMED: Final = re.compile(
    rf"{_LINE}[^.;?]{{0,24}}?\b(?:(?:did|does|has|is|was|do)(?:n't| not)|not|never|fail\w* to|refus\w+ to|won't) confirm\w*"
    rf"|\b(?:not|never|un)[- ]?confirmed by {_LINE}"
)
_DENIED: Final = re.compile(r"\b(?:no|not|without|isn't|wasn't|never|if|when|whenever|unless|until|what is|what's|define)\b")
_ASKED: Final = Sought(
    r"\b(?:is|does|would|do|should) (?:that|this|it|these)\b|\b(?:which|what|any) (?:layer|tranche|add|trigger|signal|cue"
    r"|condition)"
    r"|\b(?:layer|tranche|add|trigger|signal|cue|diverg\w+)\b[^?]{0,12}\?|\bmet\b|\bfires?\b"
)
_GENERAL: Final = re.compile(r"\b(?:what|why|how|when\w*|if|does|can|define|mean\w*|explain\w*|difference|always|usually)\b")
_LOWS: Final = re.compile(r"\blows\b")
_TAKEN: Final = "the words are taken as an index that makes a higher high and a line that makes a lower one."


def turns_alone(text: str) -> tuple[Calculation, ...]:
    """The same where nothing else is told: a statement, or words that ask what it is or is for ("is that a trigger?")."""
    told = _ASKED.search(text) is not None or _GENERAL.search(text) is None
    return turns(text) if told and _OF_BOTH.search(text) is None else ()  # "is a negative divergence a cue?" is no data


def turn_changed(reading: Reading, known: Mapping[str, Any]) -> dict[str, Any]:
    """Another turn of the index or of the line ("what if breadth made a higher high too"), or lows instead of highs."""
    text = reading.lower
    index, line = _OF_INDEX.search(text), _OF_LINE.search(text)
    out = {name: _turned(m, name) for name, m in (("index", index), ("line", line)) if m is not None}
    return {**out, "pivots": "lows"} if _LOWS.search(text) else out


def turns(text: str) -> tuple[Calculation, ...]:
    """The divergence that lower-case `text` tells of, or its absence; () where one of the two is not told."""
    if "high" not in text and "low" not in text and "diverg" not in text:
        return ()
    index, line = _OF_INDEX.search(text), _OF_LINE.search(text)
    if index is not None and line is not None:
        told = {"index": _turned(index, "index"), "line": _turned(line, "line")}
        at = {index["index_pivot"] or "high", line["line_pivot"]}
        if len(at) > 1:  # a high of one and a low of the other are no pair
            return ()
        return (_told({**told, **({"pivots": "lows"} if at == {"low"} else {})}),)
    up = index is not None and _turned(index, "index") == "higher" and (index["index_pivot"] or "high") == "high"
    both = _OF_BOTH.search(text)
    diverging = both is not None and _DENIED.search(text, max(0, both.start() - 16), both.end()) is None
    if diverging or (up and _UNCONFIRMED.search(text)):
        return (_told({"index": "higher", "line": "lower"}, _TAKEN),)
    return ()


def _told(arguments: dict[str, str], note: str = "") -> Calculation:
    return Calculation(Call("divergence_in_words", arguments), note=note)


def _turned(match: re.Match[str], name: str) -> str:
    return "lower" if match[f"{name}_down"] else "equal" if match[f"{name}_equal"] else "higher"
