"""Weights of averages of which several are asked about at once: "0.075 and 0.15 as macd weights, which periods is that"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.arithmetic import plainly
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.lines.weights_told import LENGTH, SPAN_ASKED
from assistant.understanding.text.quantities import Reading

_METASTOCK: Final = (0.15, 0.075)
_LISTED: Final = re.compile(r"\s?(?:,|/|&|;|and|or|vs\.?)?\s?(?:and |or )?(?:(?:a|the) )?(?:(?:weight|alpha|factor) )?(?:of )?")
_MOST: Final = 4
_NO_SPAN: Final = re.compile(
    r"\b(?:wilder|gains?|loss(?:es)?|cost|capital|wacc|fill|budget|hedge|ema (?:was|is|of)|yesterday|new value)\b|\$"
)


def each_weight(reading: Reading) -> tuple[Calculation, ...]:
    """The span of each of two weights or more, both of MetaStock's where one of them is asked about; () for none or one."""
    text = reading.lower
    if "weight" not in text and "alpha" not in text and "factor" not in text and "metastock" not in text:
        return ()
    if SPAN_ASKED.search(text) is None or LENGTH.search(text) is None or _NO_SPAN.search(text):
        return ()
    plain = plainly(reading)
    told = [q for q in plain.quantities if q.unit == "plain"]
    if any(_LISTED.fullmatch(plain.lower[a.end : b.start]) is None for a, b in pairwise(told)):
        return ()
    weights = [q.value for q in told]
    if "metastock" in text and len(weights) == 1 and weights[0] in _METASTOCK:
        weights += [w for w in _METASTOCK if w != weights[0]]
    if len(weights) < 2 or len(weights) != len(set(weights)) or not all(0 < w < 1 for w in weights):
        return ()
    return tuple(Calculation(Call("weight_span", {"weight": w})) for w in weights[:_MOST])
