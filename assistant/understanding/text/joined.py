"""Numbers that stand in one row: joined by commas, "and", "or" or "versus"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from assistant.understanding.text.quantities import Quantity, Reading

_JOINED: Final = re.compile(
    r"\s?(?:,|/|or|and|, or|, and|versus|vs\.?)\s?\$?|[^\d,;.?]{0,24}\b(?:than|or|and|versus|vs\.?) (?:at|for|@) ?\$?"
    r"|\s?,?\s?(?:and |or )?(?:a |my )?(?:target|tp|take profit|stop)(?: (?:is|at|of|loss)){0,2}\s?\$?"
    r"|\s?,?\s?(?:and |or |then )?(?:at|@|on) \$?"
)


def row_around(reading: Reading, source: Quantity, taken: Sequence[Quantity]) -> list[Quantity]:
    """The numbers joined to `source`, in order; numbers taken by something else end the row."""
    row = [q for q in reading.quantities if q.unit == source.unit]
    if source not in row:  # read from a part of the words, or with another unit
        return [source]
    place = row.index(source)
    out = [source]
    for step in (1, -1):
        n = place + step
        while 0 <= n < len(row) and row[n] not in taken and _touch(reading, row[min(n, n - step)], row[max(n, n - step)]):
            out.append(row[n])
            n += step
    return sorted(out, key=lambda q: q.start)


def _touch(reading: Reading, first: Quantity, second: Quantity) -> bool:
    return _JOINED.fullmatch(reading.lower[first.end : second.start]) is not None
