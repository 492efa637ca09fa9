"""What each column is: a role found by its name and checked against its content, with the reason in plain words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

import numpy as np

from tools.columns import Column
from tools.names import SIDED, claim, sided, words_of

TableKind = Literal["series", "chain", "curve", "breadth", "other"]

_TEXT_ROLES, _DATE_ROLES = {"kind", "symbol"}, {"date", "expiry"}
_KINDS = ("c", "call", "calls", "p", "put", "puts")


def no_option(column: Column) -> np.ndarray:
    """The rows in which a column says neither call nor put."""
    return column.text.rows(~column.text.cells.str.strip().str.lower().isin(_KINDS).to_numpy(dtype=bool))


def _says_options(column: Column) -> bool:
    """Whether nine in ten of the cells that hold something say call or put."""
    filled = len(column.text) - (0 if column.missing is None else int(column.missing.sum()))
    return 10 * int((~no_option(column)).sum()) >= 9 * filled > 0


def assign(columns: Sequence[Column], above: Sequence[str] = ()) -> tuple[dict[str, str], dict[str, str]]:
    """(column → role, column → reason) for every column; a role that names one thing is given to one column only.

    `above` is what stands over the header, a cell a column: "Calls" and "Puts" there hold for the columns below them.
    """
    wide = _sides(columns, above)
    roles: dict[str, str] = {}
    reasons: dict[str, str] = {}
    months = {"jan", "jun", "nov"} <= {c.base.lower() for c in columns}  # beside them "Dec" is no number of declines
    for position, column in enumerate(columns):
        role, reason = _role(column, wide.get(column.name), position, alone=len(columns) == 1)
        if months and column.base.lower() == "dec":
            role, reason = "number", "it holds numbers of a month"
        holder = next((n for n, r in roles.items() if r == role), None)
        if holder is not None and role not in ("number", "text", "empty", "row number", "other date", "expiry"):
            reason = f"its name says {role} too, but {holder!r} came first and has that role"
            role = {"date": "other date", "text": "text"}.get(
                role, "number" if column.type == "number" else "text" if column.type == "text" else "other date"
            )
        roles[column.name], reasons[column.name] = role, reason
    if "date" not in roles.values():
        spare = next((c for c in columns if roles[c.name] == "other date"), None)
        if spare is not None:
            roles[spare.name], reasons[spare.name] = "date", "it is the first column that holds dates"
    return roles, reasons


def table_kind(roles: dict[str, str]) -> TableKind:
    """What the roles make of the table."""
    held = set(roles.values())
    if "strike" in held and ("kind" in held or any(r.startswith("call ") for r in held)):
        return "chain"
    if len([r for r in held if re.fullmatch(r"M\d+", r)]) >= 2:
        return "curve"
    if held & {"net_advances", "ad_line"} or {"advances", "declines"} <= held:
        return "breadth"
    measured = held - {"date", "time", "other date", "expiry", "text", "symbol", "kind", "empty", "row number"}
    return "series" if measured and "strike" not in held else "other"


def _sides(columns: Sequence[Column], above: Sequence[str]) -> dict[str, str]:
    """Sided roles of a wide chain: by suffix or prefix, or by where a column stands towards Calls, Puts and the strike."""
    by_name = {c.name: s for c in columns if (s := sided(c.name)) is not None}
    if len({s.split()[0] for s in by_name.values()}) == 2:
        return by_name
    bases = [c.base.lower() for c in columns]
    if {"calls", "puts", "strike"} <= set(bases) or _around_strikes(columns):
        middle = next(i for i, c in enumerate(columns) if claim(c.base) == "strike")
        sides = ["call" if i < middle else "put" for i in range(len(columns))]
    else:
        sides = _spans(above)
    if {"call", "put"} - set(sides):
        return {}
    out = {}
    for column, side in zip(columns, sides, strict=False):
        role = claim(column.base)
        if side and role in SIDED and bases.count(column.base.lower()) == 2:
            out[column.name] = f"{side} {role}"
    return out


def _around_strikes(columns: Sequence[Column]) -> bool:
    """Whether the same fields of quotes stand left and right of one column of strikes, as calls and puts are laid out.

    Deltas, where there are any, must not say the contrary.
    """
    claims = [claim(c.base) for c in columns]
    if claims.count("strike") != 1:
        return False
    middle = claims.index("strike")
    left, right = ([c for c in part if c in SIDED and c != "symbol"] for part in (claims[:middle], claims[middle + 1 :]))
    if sorted(map(str, left)) != sorted(map(str, right)) or not {"bid", "ask"} <= set(left) or len(set(left)) < len(left):
        return False
    deltas = [c.numbers for c, said in zip(columns, claims, strict=True) if said == "delta" and c.type == "number"]
    return not deltas or not (deltas[0] < 0).any()


def _spans(above: Sequence[str]) -> list[str]:
    """The side of each column: what stands over the header holds from its cell on to the next one that is filled."""
    side, out = "", []
    for cell in above:
        word = cell.strip().lower()
        side = {"call": "call", "calls": "call", "put": "put", "puts": "put", "": side}.get(word, "")
        out.append(side)
    return out


def _role(column: Column, side: str | None, position: int, *, alone: bool) -> tuple[str, str]:
    name = column.name
    said = side or claim(column.base)
    if column.type == "empty":
        return "empty", "it holds nothing"
    if column.type == "date":
        if said in _DATE_ROLES:
            return said, f"its name {name!r} says so and it holds dates"
        if said is not None and re.fullmatch(r"M\d+", said):
            return "expiry", f"named {name!r}, and it holds dates: the expiry of that contract month"
        return "other date", "it holds dates"
    if column.type == "text":
        if said == "kind" and _says_options(column):
            return "kind", f"its name {name!r} says so and its cells are calls and puts"
        if said == "symbol" or (side or "").endswith("symbol"):
            return ("symbol" if not side else "text"), f"its name {name!r} says so and it holds text"
        wrong = (
            f"its name {name!r} says {said}, but its cells are text" if said and said not in _TEXT_ROLES else "it holds text"
        )
        return "text", wrong
    if said in _DATE_ROLES or said in _TEXT_ROLES:
        return "number", f"its name {name!r} says {said}, but it holds numbers"
    if not alone and (said == "row number" or (position == 0 and (said is None or not column.base))):
        values = column.numbers
        if len(values) > 1 and np.array_equal(values, np.arange(len(values)) + values[0]) and values[0] in (0, 1):
            return "row number", "it counts the rows"
        if said == "row number":
            return "number", "it holds numbers"
    if said == "volume" and words_of(column.base) == ("vol",):
        held = column.numbers[np.isfinite(column.numbers)]
        if len(held) and (held % 1 != 0).any():
            return "iv", f"its name {name!r} can mean volume or volatility, and its numbers are not whole"
    if said is not None and said != "time":
        return said, f"its name {name!r} says so and it holds numbers"
    return "number", "it holds numbers and its name says nothing known"
