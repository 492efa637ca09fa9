"""The arguments of forms about lines and series: averages, crosses, pivots, levels, and the bars that they take."""

from __future__ import annotations

import re
from typing import Final

from assistant.understanding.filling.macd_spans import BLANKS
from assistant.understanding.judged.form_arguments import Arguments, Maker, Told, plain, scalars
from assistant.understanding.lines.breadth_told import nets
from assistant.understanding.lines.pivots_told import index_alone, of_lows
from assistant.understanding.lines.two_bars import LINES, PRICES
from assistant.understanding.text.bars_over import bars_over
from assistant.understanding.text.quantities import Reading

_APART: Final = 2.0
_NO_LINE: Final = re.compile(r"\b(?:norm\w*|level|rsi|depress\w*)(?: (?:level|value|iv|is|at|of|now)){0,3}\s?[:=]?\s?$")
_HIGHEST_LEVEL: Final = 5.0
_FAR: Final = 10.0
_HISTOGRAM_SAID: Final = re.compile(r"\bmacd(?:'?s)? hist[^\d]{0,24}$")
_FELL: Final = re.compile(r"\b(?:drop\w*|f[ae]ll\w*|down|declin\w+|loses?|lost|slid\w*|minus)\b[^\d,;.]{0,16}$")
_LEAD: Final = 40  # letters before a number that name it
_ONCE: Final = re.compile(
    r"\b(?:in|on|over|within) (?:one|1|a single|just one) (?:day|bar|session|week|print)\b|\bone[- ](?:day|bar)\b"
    r"|\bsame[- ](?:day|bar)\b|\bovernight\b|\bat once\b"
)


def averages(tool: str) -> Maker:
    """Two averages of one series, which lie near each other: a line of the MACD beside an average is none."""
    made = plain(tool)

    def near(told: Told, reading: Reading) -> Arguments | None:
        out = made(told, reading)
        pair = sorted(abs(out[name]) for name in ("fast_ema", "slow_ema")) if out else [0.0]
        return out if pair[-1] <= _APART * pair[0] else None

    return near


def first_bars(told: Told, reading: Reading) -> Arguments | None:
    """Spans and the bars at hand; rows said to be blank are neither, nor are years and months."""
    return None if BLANKS.search(reading.lower) or bars_over(reading.lower) else scalars("first_bars", told)


def start_left(told: Told, reading: Reading) -> Arguments | None:
    """An exponential average and the bars after its start; the period of an RSI is no span of one."""
    return None if "rsi" in reading.lower else scalars("start_left", told)


def crossed(told: Told, reading: Reading) -> Arguments | None:
    """Both lines of a bar or two; what is named a level or an RSI is none of them."""
    others = any(
        _NO_LINE.search(reading.lower[max(item.start - 20, 0) : item.start]) for items in told.values() for item in items
    )
    found = None if others else scalars("macd_cross", told)
    two_futures = found is not None and min(found.values()) >= PRICES and not LINES.search(reading.lower)
    return None if two_futures else found


def third(told: Told, reading: Reading) -> Arguments | None:
    """Two of a bar's three lines; "macd hist .12" is the histogram, and no line beside it."""
    named = (reading.lower[max(item.start - _LEAD, 0) : item.start] for item in told.get("macd", ()))
    return None if any(_HISTOGRAM_SAID.search(words) for words in named) else scalars("third_line", told)


def netted(told: Told, reading: Reading) -> Arguments | None:
    """Net advances of each day with the signs that they were typed with ("+310 -120 -450")."""
    out, read = scalars("net_advances_line", told), nets(reading)
    if out is None or read is None:
        return out
    signed = [up - down for up, down in zip(read["advances"], read["declines"], strict=True)]
    return {**out, "net": signed} if [*map(abs, signed)] == [*map(abs, out["net"])] else out


def pivoted(told: Told, reading: Reading) -> Arguments | None:
    """Two highs, or the two lows that the words speak of."""
    out = scalars("two_pivots", told) if not index_alone(reading.lower) else None
    return {**out, "pivots": "lows"} if out is not None and of_lows(reading.lower) else out


def stepped(told: Told, reading: Reading) -> Arguments | None:
    """Wilder's averages and the change of the next bar, below zero where the words before it say that it fell."""
    out, change = scalars("rsi_step", told), told["change"][0]
    fell = _FELL.search(reading.lower[max(change.start - _LEAD, 0) : change.start]) is not None
    return {**out, "change": -abs(out["change"])} if out is not None and fell else out


def sloped(told: Told, reading: Reading) -> Arguments | None:
    """A step of every bar; what happens once is none."""
    return None if _ONCE.search(reading.lower) else scalars("macd_of_slope", told)


def on_scale(told: Told, reading: Reading) -> Arguments | None:
    """An average and a level of the normalised scale, which is near one: a reading is no level."""
    out = scalars("value_at_level", told)
    return out if out is not None and out.get("normalised", 1) < _HIGHEST_LEVEL else None


def against_usual(told: Told, reading: Reading) -> Arguments | None:
    """A value and what is usual for it: what is less than a tenth or more than ten times as large is no average of it."""
    out = scalars("normalised_level", told)
    return out if out is not None and out["usual"] / _FAR <= out["value"] <= out["usual"] * _FAR else None


def weight(told: Told, reading: Reading) -> Arguments | None:
    """A weight is a fraction: "Wilder 14" is none."""
    item = told["weight"][0]
    return scalars("weight_span", told) if item.unit == "percent" or abs(item.value) < 1 else None
