"""Condors and iron butterflies: their four strikes, or the two that are sold and how far the wings lie."""

from __future__ import annotations

import re
from typing import Any, Final

from assistant.understanding.filling.structures import leg

N: Final = r"(\d++(?:\.\d++)?)"
SEP: Final = r"\s?[/-]\s?"
PAIR: Final = rf"(?<![\w.$/-]){N}(?:[cp]\b)?{SEP}{N}(?![\w/]|\.\d)"
_SIDE_WORDS: Final = r"(?: ?(?:puts?|calls?)\b)?(?: (?:credit |vertical )?(?:spread|side|wing|leg|end)s?\b)?"
_FOUR: Final = (
    re.compile(rf"(?<![\w.$/-]){N}p?{SEP}{N}p?{SEP}{N}c?{SEP}{N}(?![\w/]|\.\d)"),
    re.compile(rf"{PAIR}\s?puts?{_SIDE_WORDS}[^\d]{{1,24}}{N}(?:c\b)?{SEP}{N}\s?calls?\b"),
    re.compile(
        rf"\bputs?{_SIDE_WORDS}\W{{1,3}}{N}(?:p\b)?{SEP}{N}[^\d]{{1,24}}\bcalls?{_SIDE_WORDS}\W{{1,3}}{N}(?:c\b)?{SEP}{N}"
    ),
)
_SHORTS: Final = re.compile(
    r"\b(?:shorts?|short (?:strikes?|legs?|options)|sold|selling|sell|body|inside|inner strikes?)"
    r"(?: (?:at|are|of|the|is|strikes?)){0,3}:? ?"
    rf"(?:the )?{N}(?: ?(?:puts?|calls?|p|c)\b)?"
    rf"(?:\s?(?:and|&|/|-|,)\s?)(?:the )?{N}(?: ?(?:calls?|puts?|c|p)\b)?"
)
WIDE: Final = re.compile(
    rf"(?<![\w.]){N}[ -](?:points? |pts? )?(?:wide|wings?|width)\b|\bw(?:ings?|idth)(?: (?:are|is|of|at|width)){{0,2}} {N}"
    r"(?! ?(?:puts?|calls?|/))"
    rf"|(?<![\w.]){N} points? (?:away|out|further|apart|each side|beyond)\b"
)
_IRON_FLY: Final = re.compile(rf"(?<![\w.$/-]){N}{SEP}{N}{SEP}{N}(?![\w/]|\.\d)")
_BODY: Final = re.compile(
    rf"(?<![\w.$/-]){N} (?:spx |vix |strike )?iron (?:fly|flies|butterfl\w+)\b"
    rf"|\biron (?:fly|flies|butterfl\w+)\b[^\d.,;?]{{0,24}}(?<![\w.$/-]){N}"
    r"(?! ?(?:points? |pts? )?(?:wide|wings?|credit|debit|%))"
    rf"|(?<![\w.$/-]){N} straddles?\b|\bstraddles? (?:at |on )?(?<![\w.$/-]){N}"
)
_BODY_AND_WINGS: Final = re.compile(  # "20 body, 15/25 wings"
    rf"(?<![\w.$/-]){N} body[ ,]{{1,3}}(?:and |with )?{N}\s?[/-]\s?{N} wings?\b|\bbody (?:at "
    rf"|of )?{N}[ ,]{{1,3}}(?:and |with )?"
    rf"wings? (?:at |of )?{N}\s?[/-]\s?{N}(?![\w/]|\.\d)"
)
_CREDIT: Final = re.compile(
    r"\b(?:credit|cr|receiv(?:ed|e|ing)|collect(?:ed|ing|s)?|took in|taking in|pocket(?:ed)?"
    r"|(?:was|were|got|get|am|i'm) paid|pays? me)\b"
)
_SHORT: Final = re.compile(r"\b(?:short|sold|sell(?:ing)?|wrote|writ(?:e|ing))\b")
BOUGHT: Final = re.compile(r"\b(?:long|bought|buy(?:ing)?|debit|db|paid|costs?)\b")

Found = tuple[list[dict[str, Any]], bool, list[tuple[int, int]]]
"""The legs, whether money is received for them, and where the strikes stand."""


def is_credit(text: str) -> bool:
    """Whether lower-case `text` tells of money received for the whole."""
    return _CREDIT.search(text) is not None


def is_sold(text: str) -> bool:
    """Whether the whole is sold."""
    return _SHORT.search(text) is not None


def condor(text: str) -> Found | None:
    """Four strikes of a condor: iron (sold unless it is said to be bought), or of calls or puts alone (bought unless sold)."""
    if "condor" not in text:
        return None
    four = next((m for form in _FOUR if (m := form.search(text))), None)
    strikes, spans = ([float(n) for n in four.groups()], [four.span()]) if four else _from_shorts(text)
    strikes = sorted(strikes)
    if len(set(strikes)) != 4:
        return None
    kind = _one_kind(text)
    if kind is not None:
        sold = is_credit(text) or is_sold(text)
        sides = ("short", "long", "long", "short") if sold else ("long", "short", "short", "long")
        return [leg(side, kind, strike) for side, strike in zip(sides, strikes, strict=True)], sold, spans
    sold = BOUGHT.search(text) is None or is_credit(text)
    # One that is bought is long inside.
    outer, inner = ("long", "short") if sold else ("short", "long")
    rows = zip((outer, inner, inner, outer), ("put", "put", "call", "call"), strikes, strict=True)
    return [leg(*row) for row in rows], sold, spans


def _one_kind(text: str) -> str | None:
    """The kind of a condor of calls or puts alone; None for an iron one."""
    if "iron" in text:
        return None
    calls, puts = re.search(r"\bcalls?\b|\dc\b", text), re.search(r"\bputs?\b|\dp\b", text)
    if calls is not None and puts is None:
        return "call"
    if puts is not None and calls is None:
        return "put"
    return None if puts is not None or BOUGHT.search(text) is None else "call"


def _from_shorts(text: str) -> tuple[list[float], list[tuple[int, int]]]:
    shorts, wide = _SHORTS.search(text), WIDE.search(text)
    if shorts is None or wide is None:
        return [], []
    low, high = sorted((float(shorts[1]), float(shorts[2])))
    width = next(float(g) for g in wide.groups() if g)
    return ([low - width, low, high, high + width] if 0 < width < low else []), [shorts.span(), wide.span()]


def iron_fly(text: str) -> Found | None:
    """Three strikes of an iron butterfly, sold unless it is said to be bought."""
    if re.search(r"\biron (?:fly|flies|butterfl)", text) is None:
        return None
    match = _IRON_FLY.search(text)
    spoken = _BODY_AND_WINGS.search(text)
    found = ([float(n) for n in match.groups()], [match.span()]) if match else _from_body(text)
    if spoken is not None:
        found = sorted(float(n) for n in spoken.groups() if n), [spoken.span()]
    (low, body, high), spans = found if len(found[0]) == 3 else ([0.0, 0.0, 0.0], [])
    if not low < body < high:
        return None
    sold = BOUGHT.search(text) is None or is_credit(text)
    outer, inner = ("long", "short") if sold else ("short", "long")
    rows = ((outer, "put", low), (inner, "put", body), (inner, "call", body), (outer, "call", high))
    return [leg(*row) for row in rows], sold, spans


def _from_body(text: str) -> tuple[list[float], list[tuple[int, int]]]:
    """The strikes of an iron butterfly told by its body and how far its wings lie ("5900 iron fly, 50 wide")."""
    wide = WIDE.search(text)
    body = _BODY.search(text)
    if wide is None or body is None:
        return [], []
    width, middle = (next(float(g) for g in m.groups() if g) for m in (wide, body))
    return ([middle - width, middle, middle + width] if 0 < width < middle else []), [body.span(), wide.span()]
