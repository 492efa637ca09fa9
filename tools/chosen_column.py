"""Which columns of a table are meant: one by its name or its role, the one taken unasked, or the months of a curve."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import chain
from typing import TYPE_CHECKING

import pandas as pd

from tools.errors import ToolError
from tools.headers import clean_name
from tools.names import sided

if TYPE_CHECKING:
    from tools.table import Table

_MONTH = re.compile(r"M\d+")
_PREFERRED = ("iv", "close", "settle", "net_advances", "adjusted close", "last", "value")
_UNMEASURED = {"text", "symbol", "kind", "time", "empty", "row number", "date", "other date", "expiry"}


def column_unasked(roles: Mapping[str, str], zeros: Mapping[str, int]) -> str | None:
    """The column that is taken where none is named; None where several are equally likely.

    An implied volatility first, else the close (the settlement where the close holds `zeros`), else what stands for it, else
    the only column of numbers, or of a put's volatility.
    """
    by_role = {role: name for name, role in reversed(list(roles.items()))}
    if "settle" in by_role and zeros.get(by_role.get("close", ""), 0):
        return by_role["settle"]
    for role in _PREFERRED:
        if role in by_role:
            return by_role[role]
    numbers = _numbers(roles)
    of_puts = [name for name in numbers if sided(name) == "put iv"]
    only = numbers if len(numbers) == 1 else of_puts
    return only[0] if len(only) == 1 else None


def column_asked(table: Table, asked: str | None) -> str:
    """The column of numbers meant by a name (case does not matter) or a role; unasked, the table's own choice.

    Raises:
        ToolError: no such column, no numbers in it, or none asked for where several are equally likely.
    """
    choices = ", ".join(_numbers(table.roles)[:20])
    if not choices:
        raise ToolError("column", asked, "a column of numbers, and this table has none", "Load a table that has one.")
    if asked is None:
        if table.default_column is None:
            raise ToolError("column", None, f"one of {choices}", "Say which column to take.")
        return table.default_column
    name = asked if asked in table.columns else _alike(table.roles, clean_name(asked).lower())
    if name is None:
        raise ToolError("column", asked, f"one of {choices}")
    unmeasured = table.roles[name] in _UNMEASURED - {"empty", "row number"}
    if unmeasured or not pd.api.types.is_numeric_dtype(table.frame[name].dtype):
        raise ToolError("column", asked, f"a column of numbers: one of {choices}")
    return name


def months_of(roles: Mapping[str, str]) -> list[str]:
    """The columns of futures months, front to back, one a month."""
    months = sorted((r for r in roles.values() if _MONTH.fullmatch(r)), key=lambda role: int(role[1:]))
    return [next(n for n, r in roles.items() if r == month) for month in dict.fromkeys(months)]


def _alike(roles: Mapping[str, str], wanted: str) -> str | None:
    """The first column of that name, else of that role, in whatever case."""
    named = (n for n in roles if n.lower() == wanted)
    return next(chain(named, (n for n, r in roles.items() if r.lower() == wanted)), None)


def _numbers(roles: Mapping[str, str]) -> list[str]:
    return [n for n, r in roles.items() if r not in _UNMEASURED]
