"""Net advances typed day by day, to be summed to an A/D line: "cumulate from zero these daily nets: +310, -120, +45"."""

from __future__ import annotations

import re
from typing import Final

from assistant.understanding.arithmetic import plainly
from assistant.understanding.number_rows import longest, rows
from assistant.understanding.quantities import Reading
from assistant.understanding.structures import Arguments

CUE: Final = (
    r"\bnets?\b|\badv\w* ?(?:minus|less|-) ?dec\w*|^(?=.*\b(?:a/?d|advance[- ]decline|breadth)\b)(?=.*\bdifferences?\b)"
)
_START: Final = re.compile(
    r"\b(?:start\w*|begin\w*|from|base|at|was|stood|stands|is|of|line|level)(?: (?:at|of|from|with|was|is|line))?[\s:=]{1,3}"
    r"(-?(?:\d{1,3}(?:,\d{3})++(?!\d)|\d++))(?![\w%]|\.\d)"
)


def nets(reading: Reading) -> Arguments | None:
    """The nets as advances and declines of each day, and where the line starts where that is told."""
    text = plainly(reading).lower
    row = longest(rows(text)) if not reading.series else None
    values = list(reading.series) or (list(row.values) if row else [])
    if len(values) < 2:
        return None
    rest = text[: row.start] + " " * (row.end - row.start) + text[row.end :] if row else ""
    start = _START.search(rest)
    return {
        "advances": [max(n, 0.0) for n in values],
        "declines": [max(-n, 0.0) for n in values],
        **({"start": float(start[1].replace(",", ""))} if start else {}),
    }
