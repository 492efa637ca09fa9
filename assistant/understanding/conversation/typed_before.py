"""Questions on a series that was typed or pasted some turns ago: its MACD by other spans, its RSI, its level, its average."""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call, Session
from assistant.understanding.composed.several import calculations
from assistant.understanding.composed.standings import at_own_level
from assistant.understanding.filling.structures import short_series
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.sought import Sought

_NEAR: Final = 4  # turns
_LONGEST: Final = 12  # words
_FEW: Final = 4  # numbers beside it: spans, a period
_OF_SERIES: Final = Sought(
    r"\b(?:macd|cross\w*|triggers?|rsi|level|norm\w*|mean|average|avg|median|highest|lowest|max|min|range|hist\w*|signal"
    r"|ema|sma|depress\w*|trend|summary)\b"
)

_TRADE: Final = Sought(r"\b(?:buy|sell|enter|exit|trade|good|bad|should)\b")
_ROWS: Final = frozenset(("series", "values"))
_IT: Final = re.compile(r" (?:of|on|for|from) (?:it|this|that|these|those|them|the (?:series|data|values|numbers|same))\b")


def of_typed(reading: Reading, session: Session) -> tuple[Call, ...]:
    """The calls for the words with the series of an earlier question behind them; () where they compute nothing of it."""
    if session.active is not None or reading.series or len(reading.quantities) > _FEW or (reading.ladders and _spoken(reading)):
        return ()
    if (
        _TRADE.search(reading.lower) is not None
        or len(reading.lower.split()) > _LONGEST
        or _OF_SERIES.search(reading.lower) is None
    ):
        return ()
    readings = (Reading(turn.question) for turn in reversed(session.turns[-_NEAR:]))
    series, typed = next(((found_there, r.lower) for r in readings if (found_there := r.series or _few(r))), ((), ""))
    if not series:
        return ()
    told = ", ".join(f"{value:.15g}" for value in series)
    said = _IT.sub(" ", reading.text.rstrip(" ?.!"))
    found = calculations(Reading(f"{said}, values: {told}"))
    if "hist" not in typed and any(c.call.tool == "histogram_bars" for c in found):  # values are no bars of their own histogram
        return ()
    if found and not any(c.missing for c in found) and any(_ROWS & c.call.arguments.keys() for c in found):
        return tuple(c.call for c in found)
    return tuple(c.call for c in at_own_level(Reading(f"{said}: {told}")))


def _few(reading: Reading) -> tuple[float, ...]:
    """A few values, too few for any MACD: the tool says how many it needs."""
    return tuple((short_series(reading) or {}).get("series", ()))


def _spoken(reading: Reading) -> bool:
    """Whether strikes are spoken of, not the spans of an average."""
    return re.search(r"\b(?:fl(?:y|ies)|butterfl\w+|strikes?|condors?|calls?|puts?)\b", reading.lower) is not None
