"""Strike ladders: three or four strikes written together, or a middle strike and the width of the wings."""

from __future__ import annotations

import re
from typing import Final

from assistant.understanding.text.ladder import Ladder
from assistant.understanding.text.named_strikes import named_strikes
from assistant.understanding.text.sought import Sought

_N: Final = r"\d++(?:\.\d++)?"
_NO_SIGN: Final = r"(?!\s-[\d.])"  # "0.05 -0.02 -0.04" are values with their signs
_SLASHED: Final = Sought(
    rf"(?<![\w.$/])(?!\d{{4}}-\d\d-\d\d(?!\d)|1[/\-]2[/\-]1\b)({_N})c?{_NO_SIGN}\s?([/\-])\s?({_N})c?{_NO_SIGN}\s?\2\s?({_N})c?"
    rf"(?:{_NO_SIGN}\s?\2\s?({_N})c?)?"
    r"(?:'?s\b)?(?![\w%]|[/.]\d)"
)
_NEXT: Final = r"(?:,\s?|\s?&\s?|,?\sand\s|\s)"
_THREE: Final = rf"(?<![\w.$])({_N}){_NEXT}({_N})(?:,\sand\s|{_NEXT})({_N})(?![\w%]|[.]\d|,\d)"
_THING: Final = r"(?:fly|flies|butterfl\w+|bfly|bflies|strikes?)"
_SPACED: Final = Sought(rf"{_THREE}(?=\s(?:vix\s|otm\s|broken\s|wing\s){{0,3}}(?:call\s)?{_THING}\b)")
_NAMED: Final = Sought(rf"\b{_THING}(?:\s(?:of|at|are|is|has|with|strikes?|the)){{0,3}}(?::?\s|\s?[=(\[]\s?){_THREE}")
_BRACKETED: Final = re.compile(rf"[(\[]\s?{_THREE}(?=\s?[)\]])")
_OF_WINGS: Final = re.compile(r"\b(?:wings?|b?fly|flies|butterfl\w+|strikes?)\b")
_OF_BUTTERFLY: Final = 3  # strikes
_DAYS: Final = 31
_LEAST: Final = 8.0  # a strike of the VIX
_SHARE: Final = r"\d{0,2}(?:\.\d{1,2})?\s?(?:%|percent\b)"  # "300 400 500 at 8%" are flows
_QUOTED: Final = Sought(
    rf"(?<![\w.$/]){_THREE}(?=\s?(?:@|at\s|for\s)\s?\$?\.?\d(?!{_SHARE}|(?:,?\s\d){{1,8}}\s?m(?:on)?ths?\b)"
    r"|,?\s(?:\d{1,2}|(?:[a-z]{3,9}[ -])?[a-z]{3,9})\s?cents\b"
    r"|,?\s(?:(?:and|i|we|you|would|if|for)\s){0,3}(?:pay|paid|paying|debit|costs?|costing)\b)"
)
_VOLS: Final = re.compile(r"\b(?:vols?|volatilit(?:y|ies)|ivs?)(?: (?:of|are|is|at|being))?[\s:=]{0,3}$")
_PAID: Final = Sought(r"\b(?:pay|pays|paying|paid|debit|cost|costs|costing|bought|buy)\b")
_OF_THREE: Final = re.compile(rf"\b(?:for|on|of|in) (?:the|a|an|my|one) {_THREE}")
_KEYED: Final = Sought(rf"\bk1\s?[=:]\s?({_N})\W{{1,4}}k2\s?[=:]\s?({_N})\W{{1,4}}k3\s?[=:]\s?({_N})")
_STRIKE: Final = r"(?<![\w.])(\d++(?:\.\d++)?)"
_CENTRE_FIRST: Final = Sought(  # "body 30", but not "30 body 5 wide"
    rf"\b(?:cent(?:re|er)e?d?|body|middle(?: strike)?)(?: (?:at|on|around|strike|is|of)){{0,2}} {_STRIKE}()"
    r"(?![ -](?:points? |pts? )?(?:wide|wings?|width|each side|either side)\b)"
)
_WIDTH_FIRST: Final = Sought(  # "wings 5", also in "wings 5 body 30"; not "5 wings 30 body"
    rf"\bw(?:ings?|idth)(?: (?:width|wide|of|are|is|at)){{0,2}} {_STRIKE}()"
    r"(?![ -](?:strike )?(?:cent(?:re|er)e?d?"
    rf"|body)\b(?! \d))"
)
_CENTRE: Final = Sought(
    rf"\b(?:cent(?:re|er)e?d?|body|middle(?: strike)?)(?: (?:at|on|around|strike|is|of)){{0,2}} {_STRIKE}"
    rf"|{_STRIKE}[ -](?:strike )?(?:cent(?:re|er)e?d?|body)"
)
_WIDTH: Final = Sought(
    rf"\bw(?:ings?|idth)(?: (?:width|wide|of|are|is|at)){{0,2}} {_STRIKE}"
    rf"|{_STRIKE}[ -](?:(?:points?|pts?)[ -])?(?:wide|wings?|width|(?:each|on each|either) side)"
)


def ladders(text: str) -> tuple[Ladder, ...]:
    """Every ladder of `text`, in order."""
    found: list[Ladder]
    for pattern in (_KEYED, _SLASHED, _SPACED, _NAMED):
        found = [_ladder(m) for m in pattern.finditer(text) if not _VOLS.search(text, max(0, m.start() - 24), m.start())]
        if found:
            return (_in_order(found[0], text),) if len(found) == 1 else tuple(found)
    bracketed = [_ladder(m) for m in _BRACKETED.finditer(text)] if "(" in text and _OF_WINGS.search(text) else []
    if found := [ladder for ladder in bracketed if ladder.rises] or named_strikes(text):
        return tuple(found)
    priced = [ladder for m in _QUOTED.finditer(text) if (ladder := _ladder(m)).rises]
    if not priced and _PAID.search(text):
        priced = [ladder for m in _OF_THREE.finditer(text) if (ladder := _ladder(m)).rises]
    if priced:
        return tuple(priced)
    centre = _CENTRE_FIRST.search(text) or _CENTRE.search(text)
    # After the centre first: in "body 30 wings 4" the 30 is no width.
    forms = (_WIDTH_FIRST.search(text), centre and _WIDTH.search(text, centre.end()), _WIDTH.search(text))
    width = next(filter(None, forms), None) if centre else None
    if centre is None or width is None or centre.start(1 if centre[1] else 2) == width.start(1 if width[1] else 2):
        return ()
    body, wing = (float(m[1] or m[2]) for m in (centre, width))
    return (Ladder((body - wing, body, body + wing), (centre.span(), width.span())),) if 0 < wing < body else ()


def _in_order(ladder: Ladder, text: str) -> Ladder:
    """The one ladder of `text` from its lowest strike up, where a butterfly's three were written from the highest down.

    Spans ("26/12/9") and prices ("2.10/1.05/0.55") lie further apart, or lower, than strikes.
    """
    if len(ladder.strikes) != _OF_BUTTERFLY:
        return ladder
    high, body, low = ladder.strikes
    # "12/11/10" alone is rather a date, "40/35/25" are shares.
    named = _OF_WINGS.search(text) is not None or (high > _DAYS and high - body == body - low)
    if not named or not _LEAST <= low < body < high < 2 * low:
        return ladder
    return Ladder(ladder.strikes[::-1], ladder.spans, turned=True)


def _ladder(match: re.Match[str]) -> Ladder:
    numbers = [(i, g) for i, g in enumerate(match.groups(), start=1) if g and g not in "/-"]
    span = (match.start(numbers[0][0]), match.end(numbers[-1][0]))
    return Ladder(tuple(float(g) for _, g in numbers), (span,))
