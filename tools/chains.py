"""One long form for every option chain: a row a contract, whether the file had calls and puts below or beside each other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
import pandas as pd

from tools.distinct import Distinct
from tools.errors import ToolError
from tools.rows import rising

CHAIN_COLUMNS: Final = (
    "date",
    "expiry",
    "kind",
    "strike",
    "bid",
    "ask",
    "last",
    "iv",
    "delta",
    "volume",
    "open_interest",
    "underlying",
)
_FIELDS = {
    "bid": "bid",
    "ask": "ask",
    "last": "last",
    "iv": "iv",
    "delta": "delta",
    "volume": "volume",
    "open interest": "open_interest",
}
_KINDS = {"c": "call", "p": "put"}


def long_chain(frame: pd.DataFrame, roles: Mapping[str, str], units: Mapping[str, str]) -> pd.DataFrame:
    """The canonical chain, sorted by date, expiry, kind and strike.

    Columns: date and expiry (datetime64), kind ("call" or "put"), strike, bid, ask, last, iv (decimal), delta (as the file
    signs it, on a scale of 1), volume, open_interest, underlying. What the file lacks is NaN or NaT.

    Raises:
        ToolError: no strike, or no telling calls from puts.
    """
    by_role = {role: name for name, role in reversed(list(roles.items()))}
    if "strike" not in by_role:
        raise ToolError(
            "table", _seen(roles), "an option chain: it has no column of strikes", "Load a file with one row a strike."
        )
    wide = any(role.startswith(("call ", "put ")) for role in roles.values())
    if "kind" not in by_role and not wide:
        raise ToolError(
            "table",
            _seen(roles),
            "an option chain: nothing says which rows are calls and which are puts",
            "Add a column of call/put, or name the columns like call_bid and put_bid.",
        )
    if "kind" in by_role:
        cells = Distinct.of(frame[by_role["kind"]])
        side = cells.cells.str.strip().str.lower().str[0].map(_KINDS).astype("str").take(cells.places).set_axis(frame.index)
        chain = _one_side(frame, by_role, units, "", side)
    else:
        sides = [s for s in ("call", "put") if any(r.startswith(f"{s} ") for r in by_role)]
        chain = pd.concat([_one_side(frame, by_role, units, f"{s} ", s) for s in sides], ignore_index=True)
    chain = chain.reset_index(drop=True)
    columns = (
        chain["date"].to_numpy(),
        chain["expiry"].to_numpy(),
        (chain["kind"] != "call").to_numpy(),
        chain["strike"].to_numpy(),
    )
    if rising(columns):
        return chain
    return chain.sort_values(["date", "expiry", "kind", "strike"], kind="stable", ignore_index=True)


def _one_side(
    frame: pd.DataFrame, by_role: Mapping[str, str], units: Mapping[str, str], prefix: str, kind: str | pd.Series
) -> pd.DataFrame:
    """One row a strike; columns that need no change share their memory with `frame` until one of the two is changed."""
    unknown = pd.Series(np.full(len(frame), np.nan), index=frame.index)

    def numbers(role: str) -> pd.Series:
        return frame[by_role[role]] if role in by_role else unknown

    def dates(role: str) -> pd.Series:
        if role not in by_role:
            return pd.Series(np.full(len(frame), np.datetime64("NaT", "us")), index=frame.index)
        return frame[by_role[role]].astype("datetime64[us]")

    found = {field: numbers(prefix + role) for role, field in _FIELDS.items()}
    if not prefix and "last" not in by_role:
        found["last"] = numbers("close")
    if units.get(by_role.get(f"{prefix}iv", "")) == "percent":
        found["iv"] = found["iv"] / 100
    size = found["delta"].abs().max()
    if size > 1.5:  # also where there is none: NaN is not above anything
        found["delta"] = found["delta"] / 100
    columns = {"date": dates("date"), "expiry": dates("expiry"), "kind": kind, "strike": numbers("strike"), **found}
    columns["underlying"] = numbers("underlying")
    return pd.DataFrame({name: columns[name] for name in CHAIN_COLUMNS}, index=frame.index, copy=False)


def _seen(roles: Mapping[str, str]) -> str:
    return ", ".join(f"{n} ({r})" for n, r in list(roles.items())[:8])
