"""A butterfly priced from a loaded option chain: by the strikes named, or by the only three that the chain has."""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call, Session
from assistant.understanding.composed.fly_prices import FLY
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.filling.payoff_slots import CONTRACTS
from assistant.understanding.filling.slots import fill
from assistant.understanding.table.data_words import in_hand
from assistant.understanding.text.quantities import Reading
from tools import Table

_PRICED: Final = re.compile(
    r"\b(?:pric\w+|cost\w*|mid|natural|debit|worth|quote\w*|break-? ?evens?|max(?:imum)?|pay|value"
    r"|from (?:this|these|it|my|the))\b"
)
_STRIKES: Final = 3
_OFFERED: Final = 8


def chain_fly(reading: Reading, session: Session, found: Calculation | None) -> Calculation | None:
    """The butterfly that the question prices from the active chain; None where it does not, or says its price itself."""
    table = session.active
    if table is None or table.kind != "chain" or (found is not None and not found.missing):
        return None
    more = fill(reading, (CONTRACTS,)).arguments
    if len(reading.ladder) == _STRIKES:
        return Calculation(_quote(reading.ladder, more))
    asked = FLY.search(reading.lower) is not None and _PRICED.search(reading.lower) is not None and in_hand(session)
    if not asked or reading.ladder:
        return None
    listed = _strikes(table)
    if len(listed) == _STRIKES:
        return Calculation(_quote(listed, more))
    shown = ", ".join(f"{k:g}" for k in listed[:_OFFERED]) + (", …" if len(listed) > _OFFERED else "")
    missing = (f"the butterfly's three strikes, written like 25/30/35 (the chain has {shown})",)
    return Calculation(Call("butterfly_quote", {"use_table": True, **more}), missing)


def _quote(strikes: tuple[float, ...], more: dict[str, float]) -> Call:
    named = dict(zip(("lower", "body", "upper"), strikes, strict=True))
    return Call("butterfly_quote", {**named, "use_table": True, **more})


def _strikes(table: Table) -> tuple[float, ...]:
    column = next((name for name, role in table.roles.items() if role == "strike"), None)
    return tuple(sorted(set(table.frame[column].dropna()))) if column is not None else ()
