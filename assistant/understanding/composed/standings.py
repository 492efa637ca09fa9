"""What stands beside a calculation and is told with it: an RSI, a level, spot, turns of breadth, the mean of a typed series.

"macd .12 sig .09, norm .93", "hist peaks .06 then .09, RSI on VX 74", "spot 14.6, vx1 15.9, vx2 17".
"""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.arithmetic import plainly
from assistant.understanding.filling.brought import From
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.lines.breadth_told import BREADTH
from assistant.understanding.lines.pivots_told import INDEX
from assistant.understanding.lines.turns_spoken import turns
from assistant.understanding.positions.two_futures import spot_told
from assistant.understanding.text.number_rows import longest, named_rows, rows
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.sought import Sought
from assistant.understanding.text.tokens import NUMBER

_N: Final = rf"(?P<n>{NUMBER})"
_RSI: Final = re.compile(
    r"\brsi(?:[ -]?\(?14\)?)?(?:(?: (?:on|of|for))?(?: (?:the|my))?(?: (?:vx\d?|vix|front|futures?|fut|contract|month)){1,3})?"
    rf"(?: (?:is|at|reads?|reading|stands at|now|of|was|=)){{0,2}}\s?[:=]?\s?{_N}(?![\w%]|\.\d| ?(?:days?|bars?|periods?"
    rf"|changes|closes)\b)"
)
_RSI_MOVED: Final = re.compile(
    rf"{_RSI.pattern}(?: (?:yesterday|before|last (?:bar|week|day)|earlier))?,? ?"
    r"(?:(?:and|then|to|today|now|is|it)[ ,]{1,2}){0,3}(?:at )?"
    r"(?P<m>\d{2}(?:\.\d++)?)(?= (?:now|today|currently|this (?:bar|week))| ?[,;.?!]| ?$)(?!\.\d)"
)
_OF_CHANGES: Final = re.compile(r"\b(?:gains?|loss(?:es)?|rs|period|wilder|closes|changes)\b")
_NORM: Final = re.compile(
    r"\bnorm(?:ali[sz]ed)?(?: (?:level|lvl|value|reading|put|iv|scale|is|at|of|now|stands at|=)){0,4}\s?[:=]?\s?"
    r"(?P<n>0?\.\d{1,4}|1\.\d{1,4})(?![\w%/])"
    r"|(?<![\w.])(?P<ahead>0?\.\d{1,4}|1\.\d{1,4}) norm(?:ali[sz]ed)?\b"
)
_LEVEL_ASKED: Final = re.compile(r"\bdepress\w*|(?<![\d.])0?\.80?(?![\d.])|\bcount\w*|\blow enough\b|\btrigger\b|\bmet\b")
_OF_THESE: Final = re.compile(
    r"\b(?:mean|average|avg) (?:of|over) (?:the )?(?:these|them|all|those|this|series|values|list|column|lot|set|row|whole"
    r"|three|four|five|six|seven|eight|nine|ten|\d{1,2})\b"
    r"|\b(?:vs\.?|versus|over|against|above|below|than|by|to|from|under)(?: 0?\.\d{1,2} (?:of|times|x))? (?:its|their|the) "
    r"(?:own |series |sample )?"
    r"(?:mean|average|avg|median)\b"
    r"|(?:\b(?:over|vs\.?|versus|against|divided by)|[/÷])\s?(?:mean|average|avg|median)\b"
    r"|\bnorm(?:ali[sz]ed?)? (?:\w{1,6} ){0,2}(?:by|on|with|over|to)(?: (?:the|its))? (?:mean|average|avg|median)\b"
)
_USUAL: Final = {"mean": re.compile(r"\b(?:mean|average|avg)\b"), "median": re.compile(r"\bmedian\b")}
_MIDDLE: Final = re.compile(
    r"\b(?:mean|average|avg|median)(?: ?(?:and|&|,|/) ?(?:the )?(?:mean|average|avg|median))?(?: value)?(?: of| for|:| [=(])"
)
_LAST: Final = re.compile(r"\b(?:last|latest|newest|final|current|today'?s?|now)\b|\bnormali[sz]|\bnorm\b|\bdepress")
_NO_LEVEL: Final = re.compile(
    r"\b(?:ema|sma|fills?|entry|entries|price[ds]?|cost|gains?|loss(?:es)?|rsi|bought|debits?|hist\w*)\b|\$"
)
_LEVEL_NAMED: Final = Sought(r"\b(?:level|norm\w*|depress\w*)\b")
_OTHER_LINES: Final = re.compile(r"\b(?:macd|cross\w*|trigger\w*|rsi|signal|hist\w*|ema|sma|moving)\b")
_FEWEST: Final = 3
_LOWEST_INDEX: Final = 100.0
_ENDS: Final = (
    "the first and the last day of both are compared. Breadth lags price, and a divergence takes confirmed highs of both: "
    "an end of a row is no such high yet."
)
_BESIDE: Final = (
    "macd_cross",
    "macd_lines",
    "macd_step",
    "macd_values",
    "histogram_bars",
    "histogram_peaks",
    "normalised_level",
)
_BOUND: Final = 5.0  # no RSI of a day is so low


def standings(reading: Reading, single: Calculation | None) -> tuple[Calculation, ...]:
    """`single` with what stands beside it, or several standings alone; () where there is nothing beside it."""
    text = plainly(reading).lower
    if single is not None and single.missing:
        return ()
    if single is not None and single.call.tool == "term_structure":
        spot = spot_told(text) if "spot" in text or "cash" in text or "vix" in text else None
        spot = None if spot in single.call.arguments.get("curve", ()) else spot
        known = {"spot": spot, "future": single.call.arguments.get("curve", [0])[0]}
        return () if spot is None else (single, Calculation(Call("spot_basis", known)))
    if single is not None and single.call.tool == "macd_trigger":
        series = single.call.arguments.get("series")
        return (single, *_over_usual(series, text)) if series and _OF_THESE.search(text) else ()
    if single is None or single.call.tool == "first_bars":
        row = _row(reading, text)
        if not row and (glance := _middle(reading, text)):
            return glance
        if row or single is not None:
            return _over_usual(row, text)
    if single is not None and single.call.tool == "advance_decline":
        return _beside_index(single, text)
    if single is not None and single.call.tool not in _BESIDE:
        return ()
    told = (*_rsi(text), *_level(text, single), *turns(text))
    if single is None:
        alone = len(told) == 1 and told[0].call.tool == "normalised_level" and _LEVEL_ASKED.search(text) is not None
        return told if len(told) > 1 or alone else ()
    return (single, *told) if told else ()


def at_own_level(reading: Reading) -> tuple[Calculation, ...]:
    """A pasted series of which only the level is asked for ("is it depressed"): its last value over its mean."""
    text = plainly(reading).lower
    asked = _LEVEL_NAMED.search(text) is not None and _OTHER_LINES.search(text) is None
    return _over_usual(list(reading.series), text) if asked else ()


def _rsi(text: str) -> tuple[Calculation, ...]:
    found = _RSI.search(text) if "rsi" in text and _OF_CHANGES.search(text) is None else None
    value = float(found["n"]) if found else 0.0
    moved = _RSI_MOVED.search(text) if found and ("was" in text or "yesterday" in text or "from" in text) else None
    if moved is not None and _BOUND < value <= 100:
        return tuple(Calculation(Call("rsi_line", {"value": float(moved[name])})) for name in ("n", "m"))
    return (Calculation(Call("rsi_line", {"value": value})),) if _BOUND < value <= 100 else ()


def _level(text: str, single: Calculation | None) -> tuple[Calculation, ...]:
    """A level that is normalised already, unless the calculation tells it."""
    if single is not None and (single.call.tool == "normalised_level" or "normalised" in single.call.arguments):
        return ()
    found = _NORM.search(text) if "norm" in text else None
    note = "the level is taken as normalised already, so it is measured by 1."
    return (
        (Calculation(Call("normalised_level", {"value": float(found["n"] or found["ahead"]), "usual": 1.0}), note=note),)
        if found
        else ()
    )


def _beside_index(single: Calculation, text: str) -> tuple[Calculation, ...]:
    """An A/D line of several days with the index of the same days: the first and the last of both, as a divergence has it."""
    given = single.call.arguments
    index = named_rows(text, {"index": INDEX, "line": BREADTH}).get("index", ())
    if len(index) < 2 or len(index) != len(given["advances"]) or min(index) < _LOWEST_INDEX:
        return ()
    nets = [up - down for up, down in zip(given["advances"], given["declines"], strict=True)]
    start = given.get("start", 0.0)
    ends = {"index_before": index[0], "index_now": index[-1], "line_before": start + nets[0], "line_now": start + sum(nets)}
    lows = {"pivots": "lows"} if index[-1] < index[0] else {}
    return single, Calculation(Call("two_pivots", {**ends, **lows}), note=_ENDS)


def _row(reading: Reading, text: str) -> list[float]:
    """A typed row of which the last value is asked for beside the mean of all; [] where there is none."""
    if _OF_THESE.search(text) is None or _LAST.search(text) is None or _NO_LEVEL.search(text):
        return []
    return _typed(reading, text)


def _typed(reading: Reading, text: str) -> list[float]:
    found = list(reading.series) or list(getattr(longest(rows(text)), "values", ()))
    return found if len(found) >= _FEWEST and min(found) > 0 else []


def _middle(reading: Reading, text: str) -> tuple[Calculation, ...]:
    """A typed row whose mean or median alone is asked for; () where there is none."""
    if _MIDDLE.search(text) is None or _NO_LEVEL.search(text) or not (row := _typed(reading, text)):
        return ()
    return (Calculation(Call("series_summary", {"series": row})),)


def _over_usual(series: list[float], text: str) -> tuple[Calculation, ...]:
    """A typed series at a glance, and its last value over its mean, its median, or each of them."""
    if not series:
        return ()
    glance = Call("series_summary", {"series": series})
    kinds = [kind for kind, said in _USUAL.items() if said.search(text)] or ["mean"]
    return Calculation(glance), *(
        Calculation(Call("normalised_level", {"value": From("series_summary", "last"), "usual": From("series_summary", kind)}))
        for kind in kinds
    )
