"""Net advances typed day by day, to be summed to an A/D line: "cumulate from zero these daily nets: +310, -120, +45".

Also the one net that two levels of the line leave open: "went 5,000 to 3,900 in four days, -900, -350 and +200: day four?".
"""

from __future__ import annotations

import re
from typing import Final

from assistant.understanding.filling.arithmetic import plainly
from assistant.understanding.filling.structures import Arguments
from assistant.understanding.lines.pivots_told import INDEX
from assistant.understanding.text.number_rows import longest, rows, signs_written
from assistant.understanding.text.quantities import Reading

CUE: Final = r"\bnets?\b|\ba/?d\b|\badvance[- ]decline\b|\bbreadth\b|\badv\w* ?(?:minus|less|-) ?dec\w*"
_NETS: Final = re.compile(r"\bnets?\b|\badv\w* ?(?:minus|less|-) ?dec\w*|\bdifferences?\b")
_SIGNED: Final = re.compile(r"(?<![\w.)])[+-] ?(?:\d{1,3}(?:,\d{3})++(?!\d)|\d++)(?!\.\d|[\w%]|-\s?\d|\s-\s\d)")
_UNSIGNED: Final = re.compile(r"(?<![\w.,+-])(?<![+-] )(?:\d{1,3}(?:,\d{3})++(?!\d)|\d{3,})(?![\w%]|\.\d)")
_LEVEL: Final = r"(?:\d{1,3}(?:,\d{3})++(?!\d)|\d{3,6})(?![\w%]|[.,]\d)"
_FROM_TO: Final = re.compile(rf"(?<![\w.,+-])(?P<a>{_LEVEL})\)? (?:to|and ends at|-> ?) ?(?:at )?(?P<b>{_LEVEL})")
_DATED_LEVEL: Final = re.compile(
    rf"(?<![\w.,+-])(?P<n>{_LEVEL}),? (?:(?P<now>today|now)|(?P<then>yesterday|before|the day before))\b"
)
_COUNTS: Final = re.compile(
    r"(?P<sign>[+-] ?)?(?<![\w.,])(?P<n>\d{1,3}(?:,\d{3})++(?!\d)|\d{2,6})(?![\w%]|[.,]\d|\s?(?:days?|bars?|sessions?)\b)"
)
_SAID: Final = re.compile(
    r"\b(?P<up>up|more advanc\w*|advances? (?:minus|less|over) declin\w*|positive|net up)\b"
    r"|\b(?P<down>down|declin\w*[- ](?:minus|less|over)[- ]advanc\w*|more declin\w*|negative|net down)\b"
)
_LEFT_ASKED: Final = re.compile(
    r"\b(?:what|whats|what's|which|how (?:much|many))\b[^.?!]{0,40}\b(?:net|day|bar|last|fourth|third|fifth)\b"
    r"|\bnets?(?: (?:that day|today|of today|then))?\W{0,3}$"
    r"|\b(?:day (?:two|three|four|five|six|[2-9])|(?:the )?(?:last|final|missing|remaining|second|third|fourth|fifth"
    r"|sixth|[2-6](?:nd|rd|th))"
    r"(?: (?:day|one|bar|net|session))?)\W{0,3}$"
)
_COUNT: Final = r"(?:\d{1,3}(?:,\d{3})++|\d{2,5})"
_BOTH_COUNTS: Final = re.compile(rf"(?<![\w.,/]){_COUNT}\s?/\s?{_COUNT}(?![\w/]|[.,]\d)")
_START: Final = re.compile(
    r"\b(?:start\w*|begin\w*|from|base|at|was|stood|stands|is|of|line|level)(?: (?:at|of|from|with|was|is|line))?[\s:=]{1,3}\$?"
    r"(-?(?:\d{1,3}(?:,\d{3})++(?!\d)|\d++))(?![\w%]|\.\d)"
)

BREADTH: Final = re.compile(r"\b(?:adv\w*|decl?\w*|breadth|a/?d|issues|line)\b")


def nets(reading: Reading) -> Arguments | None:
    """The nets as advances and declines of each day, and where the line starts where that is told."""
    text = signs_written(plainly(reading).lower)
    if any(ladder.rises for ladder in reading.ladders) and BREADTH.search(text) is None:
        return None  # strikes, and a net result of them
    row = longest(rows(text)) if not reading.series else None
    values = list(reading.series) or (list(row.values) if row else [])
    if _NETS.search(text) is None:  # days told apart: "A/D line Monday 7,450; Tuesday +225; Wednesday -640"
        return _days_apart(text)
    if len(values) < 2 or 2 * len(_BOTH_COUNTS.findall(text)) == len(values):  # both counts of each day, and not nets
        return None
    rest = text[: row.start] + " " * (row.end - row.start) + text[row.end :] if row else ""
    start = _START.search(rest)
    if start is not None and INDEX.search(rest, max(0, start.start() - 16), start.end()):  # "with the index at 5900, 5912"
        start = None
    return _told(values, float(start[1].replace(",", "")) if start else None)


def left(reading: Reading) -> Arguments | None:
    """Two levels of the line and the nets between them, where that of one more bar is asked for."""
    text = signs_written(plainly(reading).lower)
    if reading.series or _LEFT_ASKED.search(text) is None:
        return None
    if (moved := _FROM_TO.search(text)) is not None:
        rest = text[: moved.start()] + " · " + text[moved.end() :]
        nets = _worded(rest)
        return {"start": _count(moved["a"]), "end": _count(moved["b"]), **({"nets": nets} if nets else {})}
    levels = {m.lastgroup: _count(m["n"]) for m in _DATED_LEVEL.finditer(text)}
    if levels.keys() != {"now", "then"} or len(_COUNTS.findall(text)) != 2:
        return None
    return {"start": levels["then"], "end": levels["now"]}


def _worded(text: str) -> list[float]:
    """Nets whose sign is written or said beside them; one without takes that of the one before."""
    found, side, out = list(_COUNTS.finditer(text)), 1.0, []
    for place, match in enumerate(found):
        until = found[place + 1].start() if place + 1 < len(found) else len(text)
        said = _SAID.search(text, match.end(), until)
        if match["sign"]:
            side = -1.0 if match["sign"].strip() == "-" else 1.0
        elif said is not None:
            side = 1.0 if said.lastgroup == "up" else -1.0
        out.append(side * _count(match["n"]))
    return out


def _count(told: str) -> float:
    return float(told.replace(",", ""))


def _days_apart(text: str) -> Arguments | None:
    """Signed numbers, a word or more between them, and the one number without a sign that the line starts from."""
    signed = [float(m[0].replace(",", "").replace(" ", "")) for m in _SIGNED.finditer(text)]
    plain = [float(m[0].replace(",", "")) for m in _UNSIGNED.finditer(text)]
    if len(signed) < 2 or len(plain) != 1 or _UNSIGNED.search(text).start() > _SIGNED.search(text).start():  # type: ignore[union-attr]
        return None
    return _told(signed, plain[0])


def _told(values: list[float], start: float | None) -> Arguments:
    return {
        "advances": [max(n, 0.0) for n in values],
        "declines": [max(-n, 0.0) for n in values],
        **({} if start is None else {"start": start}),
    }
