"""A butterfly or spread rolled: the old one closed at one price, a new one opened at another, how many of them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.filling.payoff_slots import FEES
from assistant.understanding.filling.slots import fill
from assistant.understanding.positions.trades import HELD
from assistant.understanding.text.quantities import Quantity, Reading
from assistant.understanding.text.which_future import point_of, speaks_of_future
from tools.wording import points

_ROLE: Final = re.compile(
    r"\b(?:(?P<old>clos\w*|sell\w*|sold|get|gets|getting|got|receiv\w*|collect\w*|old|worth|out of|from|exit\w*|current\w*"
    r"|leaving)"
    r"|(?P<new>open\w*|buy\w*|bought|pay\w*|paid|new|costs?|costing|into|next|enter\w*|replacement|to))\b"
)
_NOT: Final = re.compile(r"\b(?:m1|m2|vx1|vx2|yield|contango|backwardat\w+|front|settl\w+|curve|slope|spot)\b")
_HOLDS: Final = ("fly", "flies", "butterf", "spread", "condor", "option", "calls", "puts", "contracts", "lots")
_PAID: Final = re.compile(r"\b(?:costs?|pay|paid|debit|credit|cash|net)\b")
_COUNTED: Final = re.compile(
    r"\s?(?:x\b|contracts?|lots?|flies|butterfl\w+|spreads?|of (?:them|these|the)|days?|weeks?"
    r"|months?|legs?|\d{1,9}(?:\.\d{1,9})?[/-]\d)"
)
_HELD: Final = replace(HELD, before=rf"{HELD.before}|\broll(?:ing|ed)?(?: over| out| up)?")
_N: Final = r"\$?(\d*+\.\d++|\d++)(?![\w%/]|\.\d)"
_TO: Final = r"[a-z ]{0,40}?(?:\b(?:at|for|is|costs?|costing)|@|\() ?"
_CLOSED: Final = re.compile(rf"\b(?:sold|sell(?:ing)?|clos(?:e|ed|ing)|out|exit(?:ed|ing)?|got){_TO}{_N}")
_ENTERED: Final = re.compile(rf"\b(?:(?:paid|cost me|entry(?: was| at)?) |(?:bought|own(?:ed)?|held|had|have){_TO}){_N}")
_OPENED: Final = re.compile(rf"\b(?:bought|buy(?:ing)?|open(?:ed|ing)?|into|new|next){_TO}{_N}")
_RUNGS: Final = 3
_HIGHEST: Final = 100.0  # no VIX future has settled as high
_MOST: Final = 25.0  # points that a structure on the index costs


def rolls(reading: Reading) -> tuple[Calculation, ...]:
    """What the roll costs or brings in; () where not two prices are told, one of the old and one of the new."""
    text = reading.lower
    if "roll" not in text or _NOT.search(text) is not None:
        return ()
    if len(reading.ladders) == 2 and (all_in := _all_in(reading)):
        return all_in
    future = speaks_of_future(text)
    if not future and not reading.ladders and not any(word in text for word in _HOLDS):
        return ()
    if future and _PAID.search(text) is None:  # what a roll of futures yields is another question
        return ()
    most = _HIGHEST if future else _MOST
    held = fill(reading, (_HELD, FEES))
    prices = [
        q
        for q in reading.quantities
        if q.unit in ("plain", "money") and 0 <= q.value < most and q not in held.used and not _COUNTED.match(reading.after(q))
    ]
    if len(prices) != 2:
        return ()
    roles = [_role(reading, q) for q in prices]
    if set(roles) != {"old", "new"}:
        return ()
    terms = {role: q.value for role, q in zip(roles, prices, strict=True)}
    a_point = point_of(text) if future else None
    size = {} if a_point is None else {"multiplier": a_point}
    return (Calculation(Call("roll_cost", {**terms, **size, **held.arguments})),)


def _all_in(reading: Reading) -> tuple[Calculation, ...]:
    """What the old butterfly made, the new one by itself, and the new one with that counted against its debit."""
    text, (_, then) = reading.without_ladders, reading.ladders
    closed, paid, opened = _CLOSED.search(text), _ENTERED.search(text), [*_OPENED.finditer(text)]
    if closed is None or paid is None or not opened or not (len(then.strikes) == _RUNGS and then.rises):
        return ()
    if len({closed.start(1), paid.start(1), opened[-1].start(1)}) < _RUNGS:  # one price told twice over
        return ()
    leave, entry, debit = float(closed[1]), float(paid[1]), float(opened[-1][1])
    count = fill(reading, (_HELD,)).arguments
    strikes = dict(zip(("lower", "body", "upper"), then.strikes, strict=True))
    made = round(leave - entry, 9)
    net = round(debit - made, 9)
    banked = f"{points(leave)} − {points(entry)} = {points(made)}"
    note = (
        f"the old butterfly made {banked} points, which count against the {points(debit)} of the new one: "
        f"all in it costs {points(debit)} {'−' if leave >= entry else '+'} {points(abs(made))} = {points(net)}, "
        "and the last butterfly is the new one at that."
    )
    return (
        Calculation(Call("round_trip", {"entry": entry, "leave": leave, **count})),
        Calculation(Call("butterfly", {**strikes, "debit": debit, **count})),
        Calculation(Call("butterfly", {**strikes, "debit": net, **count}), note=note),
    )


def _role(reading: Reading, price: Quantity) -> str:
    """Which of the two the nearest word ahead of the price speaks of; "" where there is none near."""
    told = list(_ROLE.finditer(reading.lower, max(0, price.start - 48), price.start))
    return (told[-1].lastgroup or "") if told else ""
