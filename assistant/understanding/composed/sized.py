"""How many units a limit of risk pays for, by the roles of the numbers: an account and a share of it, or a sum, and what one
unit can lose: "2% of 60k at risk, fly debit 0.85", "i risk 500 a trade, condor max loss 620", "10% cap, 45k, one condor
risks 1385".
"""

from __future__ import annotations

import re
from typing import Any, Final

from assistant.session import Call
from assistant.understanding.filling.calculation import Calculation, numbered
from assistant.understanding.hedge.hedge_words import walk_words
from assistant.understanding.text.quantities import Quantity, Reading

_PARTS: Final = ("risk", "loss", "los", "cap", "limit", "debit", "cost", "margin", "max")
_LIMITED: Final = re.compile(
    r"\b(?:risk\w*|cap(?:ped)?|limit\w*|max(?:imum)? (?:loss|risk)|rule|never more than|at most|no more than|lose|per trade"
    r"|a trade)\b"
)
_ASKED: Final = re.compile(r"\b(?:how many|contracts?\s?\?|siz(?:e|ing)|number of|fits?|can i|units|count|how much)\b|\?")
_COUNT_ASKED: Final = re.compile(
    r"\b(?:how many|siz(?:e|ing)|number of|fits?|(?<!\d )(?:lots|contracts|flies|units)(?=\W*$|\?))\b"
)
_SHORT: Final = 16  # words that need no verb
_OTHER: Final = re.compile(
    r"\b(?:irr|wacc|rsi|ema|macd|settle\w*|break-?evens?|delta|vega|tranches?|layers?|slices?|adds?|opener|notional|futures?|vxm?"
    r"|minis?|strikes?|wide|width|credit|sold|average|iv|dte|days)\b|\d[/-]\d"
)
_LOSES: Final = frozenset(
    (
        "loss",
        "risks",
        "risk",
        "lose",
        "loses",
        "debit",
        "cost",
        "costs",
        "margin",
        "price",
        "priced",
        "ties",
        "tie",
        "needs",
        "requires",
    )
)
_ONE: Final = frozenset(("fly", "butterfly", "condor", "ic", "spread", "contract", "unit", "one", "each", "apiece", "lot"))
_WHOLE: Final = frozenset(("account", "acct", "balance", "portfolio", "capital", "book", "of", "stake"))
_MARK: Final = re.compile(r"[,;.?!](?!\d)")
_GAP: Final = re.compile(r" {3,}")  # where the strikes stood
_STRIKES: Final = 3  # of a butterfly
_POINTS: Final = 10.0
_MOST: Final = 3000.0
_LEAST: Final = 50.0


def sized(reading: Reading) -> tuple[Calculation, ...]:
    """The units that a limit of risk pays for, and the one butterfly whose strikes are told beside them.

    () where the question tells no such limit, or leaves a number unread.
    """
    if len(reading.ladder) != _STRIKES or len(reading.ladders) != 1:
        return _sized(reading)
    if _COUNT_ASKED.search(reading.without_ladders) is None:  # "total risk?" of flies that are held
        return ()
    found = _sized(Reading(_GAP.sub(" fly ", reading.without_ladders)))
    strikes = dict(zip(("lower", "body", "upper"), reading.ladder, strict=True))
    return tuple(
        calculation
        for count in found
        for calculation in (
            Calculation(Call("butterfly", {**strikes, "debit": round(count.call.arguments["unit_cost"] / 100, 9)})),
            count,
        )
    )


def _sized(reading: Reading) -> tuple[Calculation, ...]:
    text = reading.lower
    if not any(part in text for part in _PARTS) or _LIMITED.search(text) is None or _OTHER.search(text):
        return ()
    if reading.ladders or reading.legs or (_ASKED.search(text) is None and len(text.split()) > _SHORT):
        return ()
    shares = [q for q in reading.quantities if q.unit == "percent"]
    sums = [q for q in reading.quantities if q.unit in ("money", "plain")]
    others = [q for q in reading.quantities if q.unit == "count" and q.value != 1]
    if len(shares) > 1 or others or len(sums) != 2:
        return ()
    unit = _unit_of(reading, sums)
    if unit is None:
        return ()
    (limit,) = (q for q in sums if q is not unit)
    if limit.value < _LEAST or (shares and not 0 < shares[0].value <= 1):
        return ()
    cost = unit.value * 100 if unit.value < _POINTS else unit.value
    arguments: dict[str, Any] = {"budget": limit.value, "unit_cost": round(cost, 9)}
    if shares:
        arguments["share"] = shares[0].value
    elif limit.value > 40 * cost:  # an account rather than a limit
        return ()
    return (Calculation(Call("units_for_budget", arguments), sources=numbered(reading)),)


def _unit_of(reading: Reading, sums: list[Quantity]) -> Quantity | None:
    """Which of two sums is what one unit can lose: a unit's word and a word for a loss stand before it, or "each" behind it."""
    points = [q for q in sums if q.value < _POINTS]
    if points:
        return points[0] if len(points) == 1 else None
    told = []
    for quantity in sums:
        before, after = (
            walk_words(_MARK.split(reading.before(quantity, 36))[-1]),
            walk_words(_MARK.split(reading.after(quantity, 16), maxsplit=1)[0]),
        )
        near = set(before[-4:])
        behind = set(after[:3])
        if quantity.value > _MOST or near & _WHOLE:
            continue
        if (near & _ONE and near & _LOSES) or behind & (_ONE - {"one"}) or (near & _LOSES and "loss" in near):
            told.append(quantity)
    return told[0] if len(told) == 1 else None
