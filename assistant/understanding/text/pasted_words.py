"""Pasted rows that are the arguments of one calculation – legs, fills, cash flows, sources of money, breadth, a curve.

They are said again in the words in which people type the same things in a line, and so are read by the same rules.
Everything else that is pasted is a table of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from assistant.understanding.text.pasted import Paste

_ROLES: Final[Mapping[str, re.Pattern[str]]] = {
    role: re.compile(pattern, re.IGNORECASE)
    for role, pattern in {
        "strike": r"strikes?(?: price)?|k",
        "bid": r"bids?",
        "ask": r"asks?|offers?",
        "price": r"(?:(?:avg|average|fill(?:ed)?|trade|entry|limit|exec\w*|net) )?(?:price|premium|mid|mark|last|px|paid|fill)",
        "units": r"qty|quantity|units?|contracts?|lots?|#|count|pos(?:ition)?|size",
        "side": r"side|action|b/s|buy/sell|long/short|direction",
        "kind": r"type|kind|c/p|p/c|cp|right|call/put|put/call|option ?type",
        "date": r"dates?|day|when",
        "amount": r"amounts?|cash ?flows?|flows?|cf|payments?",
        "period": r"year|month|period|quarter|t|n|#",
        "source": r"sources?|capital|component|name",
        "weight": r"weights?|values?|shares?|size|amount|proportion|%",
        "cost": r"costs?|rates?|returns?|yield|cost %|required return",
        "advances": r"adv\w*|up(?: issues)?",
        "declines": r"decl?\w*|down(?: issues)?",
        "days": r"dte|days(?: to expiry)?|tenor",
        "delta": r"deltas?|δ",
        "iv": r"ivs?|(?:implied )?vol(?:atility|s)?|put_?iv",
        "month": r"months?|futures?|contracts?|expir\w+|tenor|symbol|vx",
    }.items()
}
_SOLD: Final = re.compile(r"^(?:-|−|s|sell|sold|short|sto|stc)", re.IGNORECASE)
_MOST: Final = 24  # rows of one calculation


@dataclass(frozen=True)
class _Form:
    """One kind of rows: the columns that it needs, one row in words, and what is asked of it where nothing is said.

    Where `about` is given, the words around the rows must hold it.
    """

    needs: frozenset[str]
    row: Callable[[Mapping[str, str]], str]
    asks: str
    unless: frozenset[str] = frozenset()
    about: re.Pattern[str] | None = None


def said(paste: Paste) -> str | None:
    """The question in words, the rows in it; None where they are a table to be loaded."""
    if len(paste.rows) > _MOST:
        return None
    for form in _FORMS:
        places = _places(paste, form.needs)
        others = [n for n in range(len(paste.header)) if n not in places.values()]
        if places.keys() != form.needs or (form.about is not None and not form.about.search(paste.rest)):
            continue
        if any(_ROLES[name].fullmatch(paste.header[n]) for name in form.unless for n in others):
            continue
        optional = {name: n for name in ("side", "units") for n in others if _ROLES[name].fullmatch(paste.header[n])}
        rows = [{name: row[n] for name, n in (places | optional).items()} for row in paste.rows]
        words = [form.row(row) for row in rows]
        if all(words):
            return f"{form.asks if paste.bare else paste.rest} {', '.join(words)}"
    return None


def _places(paste: Paste, needs: frozenset[str]) -> dict[str, int]:
    """Which column plays each part; a column plays one."""
    out: dict[str, int] = {}
    for name in sorted(needs):
        fitting = (
            n for n, column in enumerate(paste.header) if n not in out.values() and _ROLES[name].fullmatch(column.strip())
        )
        if (place := next(fitting, None)) is not None:
            out[name] = place
    return out


def _leg(row: Mapping[str, str]) -> str:
    units = row.get("units", "1")
    side = row.get("side") or units
    if "side" not in row and not re.match(r"[-+−]", units):
        side = "buy"
    kind = "call" if row["kind"].lower().startswith("c") else "put"
    return (
        f"{'short' if _SOLD.match(side) else 'long'} {units.lstrip('-+−')} {row['strike']} {kind} at {row['price'].lstrip('$')}"
    )


def _mark(row: Mapping[str, str]) -> str:
    return f"{row['strike']}c {row['price'].lstrip('$')}"


def _fill(row: Mapping[str, str]) -> str:
    return "" if _SOLD.match(row.get("side", row["units"])) else f"{row['units'].lstrip('+')} at {row['price']}"


def _month(row: Mapping[str, str]) -> str:
    return "" if re.fullmatch(r"[\d./-]+", row["month"]) else row["price"]


_FORMS: Final = (
    _Form(frozenset({"strike", "kind", "price"}), _leg, "position:"),
    _Form(frozenset({"strike", "price"}), _mark, "butterfly:", frozenset({"kind", "bid", "ask"})),
    _Form(frozenset({"units", "price"}), _fill, "average cost of", frozenset({"strike", "date"})),
    _Form(
        frozenset({"date", "units", "price"}),
        _fill,
        "average cost of",
        frozenset({"strike"}),
        re.compile(
            r"\b(?:fills?|filled|bought|buys|purchas\w*|entr(?:y|ies)|tranches|layers|averag\w*|avg|cost|paid)\b", re.IGNORECASE
        ),
    ),
    _Form(frozenset({"source", "weight", "cost"}), lambda r: f"{r['weight']} {r['source']} at {r['cost']}", "wacc of"),
    _Form(frozenset({"date", "amount"}), lambda r: f"{r['date']} {r['amount']}", "xirr of"),
    _Form(frozenset({"period", "amount"}), lambda r: r["amount"], "irr of"),
    _Form(
        frozenset({"days", "iv"}),
        lambda r: f"{r['days']} dte {r['iv']}",
        "30 day iv of",
        frozenset({"strike", "delta", "date", "bid", "ask", "price"}),
    ),
    _Form(frozenset({"advances", "declines"}), lambda r: f"{r['advances']}-{r['declines']}", "a/d line of"),
    _Form(frozenset({"month", "price"}), _month, "contango or backwardation?", frozenset({"strike", "units", "date"})),
)
