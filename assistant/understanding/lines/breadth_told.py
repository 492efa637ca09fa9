"""Net advances typed day by day, to be summed to an A/D line: "cumulate from zero these daily nets: +310, -120, +45"."""

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
