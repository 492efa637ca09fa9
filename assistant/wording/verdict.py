"""Which of several results has more or less of what a question asks for: the figures side by side, without a judgement."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from assistant.wording.comparison import titled
from tools.outcome import Outcome
from tools.result import Result
from tools.wording import money, percent, points

_ASKED: Final = re.compile(r"\b(?:which|who|whose|what one|what of them)\b|\b(?:cheaper|dearer|wider|narrower|riskier)\b")
_LESS: Final = re.compile(r"\b(?:less|lower|lowest|least|cheap\w*|small\w*|fewe\w+|narrow\w*|tight\w*|min\w*|lows?)\b")
_BETTER: Final = re.compile(r"\b(?:better|best|worse|worst|safe\w*|prefer\w*|should)\b")  # that is for the asker to say


@dataclass(frozen=True)
class _Measure:
    """One figure of a result: the words that ask for it, what it is called, its value and how it is told."""

    asked: re.Pattern[str]
    name: str
    value: Callable[[Any], float | None]
    told: Callable[[float], str]


def _precisely(fraction: float) -> str:
    return percent(fraction, 2)


_PAYOFFS: Final = (
    _Measure(
        re.compile(
            r"\b(?:relative|compared|in proportion|as an? (?:share|percent\w*|part|fraction)|percent|per|share|%)"
            r" (?:to |of |with )?(?:point of |unit of )?(?:the |its |their )?(?:wings?|widths?)\b"
        ),
        "cost as a share of the lower wing",
        lambda r: getattr(r, "wing_share", None),
        _precisely,
    ),
    _Measure(
        re.compile(r"\b(?:cost\w*|cheap\w*|pric\w+|expensive|dear\w*|debits?)\b"),
        "cost of one",
        lambda r: r.debit if r.tool == "butterfly" else r.premium,
        lambda value: f"{points(value)} points",
    ),
    _Measure(
        re.compile(r"\b(?:wid\w+|narrow\w*|zones?|range|room)\b"),
        "profit zone",
        lambda r: r.profit_zone_width,
        lambda value: f"{points(value)} points",
    ),
    _Measure(re.compile(r"\b(?:los\w+|risk\w*)\b"), "max loss", lambda r: -r.max_loss, lambda value: money(-value)),
    _Measure(
        re.compile(r"\b(?:pays?|makes?|made|earns?|wins?|won|worth|profit\w*|gains?|ahead|more|higher|highest|most)\b"),
        "profit at the settlement",
        lambda r: r.settlement_profit,
        money,
    ),
    _Measure(
        re.compile(r"\b(?:pays?|makes?|made|earns?|profit\w*|gains?|upside|wins?|most|highest|higher|more)\b"),
        "max profit",
        lambda r: r.max_profit,
        money,
    ),
)
_PLACES: Final = ("first", "second", "third", "fourth", "fifth", "sixth")
_OF_TOOL: Final = {
    "butterfly_value_today": _Measure(re.compile(""), "value", lambda r: r.value, lambda value: f"{points(value)} points"),
    "black76": _Measure(re.compile(""), "price", lambda r: r.price, lambda value: f"{points(value)} points"),
    "implied_volatility": _Measure(re.compile(""), "implied volatility", lambda r: r.vol, _precisely),
    "net_present_value": _Measure(re.compile(""), "net present value", lambda r: r.value, money),
    "irr": _Measure(re.compile(""), "IRR", lambda r: r.value, _precisely),
    "term_structure": _Measure(re.compile(""), "slope", lambda r: r.slope, percent),
}


def verdict(results: Sequence[Result], question: str) -> str:
    """The line that says which has the most or least of it, in the order of the figures; "" where that is not asked."""
    text = question.lower()
    if not 1 < len(results) <= len(_PLACES) or _ASKED.search(text) is None or _BETTER.search(text):
        return ""
    measure = _measure(results, text)
    if measure is None:
        return ""
    values = [measure.value(r) for r in results]
    if any(v is None or not math.isfinite(v) for v in values):
        return ""
    known = [v for v in values if v is not None]
    ends = min if _LESS.search(text) else max
    told = [measure.told(v) for v in known]
    if len(set(told)) == 1:
        return f"**The {measure.name} is the same:** {told[0]}."
    first = next(n for n, v in enumerate(known) if v == ends(known))
    others = [f"{told[n]} ({_named(results, n)})" for n in range(len(known)) if n != first]
    word = "Lower" if ends is min else "Higher"
    if len(known) > 2:
        word = "Lowest" if ends is min else "Highest"
    if measure.name == "profit zone":
        word = word.replace("Lowe", "Narrowe").replace("Highe", "Wide")
    return f"**{word} {measure.name}:** {_named(results, first)}, {told[first]}, against {' and '.join(others)}."


def _measure(results: Sequence[Result], text: str) -> _Measure | None:
    tools = {r.tool for r in results}
    if tools <= {"butterfly", "position"}:
        asked = (m for m in _PAYOFFS if m.asked.search(text))
        return next((m for m in asked if all(m.value(r) is not None for r in results)), None)
    return _OF_TOOL.get(tools.pop()) if len(tools) == 1 else None


def _named(results: Sequence[Result], place: int) -> str:
    """What a result is called among the others: by its name, or by its place in the answer."""
    names = [titled(r) if isinstance(r, Outcome) else "" for r in results]
    own = names[place]
    return f"the {own}" if own and names.count(own) == 1 else f"the {_PLACES[place]}"
