"""One long form for every option chain: a row a contract, whether the file had calls and puts below or beside each other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
import pandas as pd

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
        side = frame[by_role["kind"]].str.strip().str.lower().str[0].map(_KINDS)
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
    def numbers(role: str) -> np.ndarray:
        name = by_role.get(role)
        return frame[name].to_numpy(dtype=float) if name is not None else np.full(len(frame), np.nan)

    def dates(role: str) -> np.ndarray:
        name = by_role.get(role)
        values = frame[name].to_numpy() if name is not None else np.full(len(frame), np.datetime64("NaT", "us"))
        return values.astype("datetime64[us]")

    found = {field: numbers(prefix + role) for role, field in _FIELDS.items()}
    if not prefix and "last" not in by_role:
        found["last"] = numbers("close")
    if units.get(by_role.get(f"{prefix}iv", "")) == "percent":
        found["iv"] = found["iv"] / 100
    size = np.abs(found["delta"][np.isfinite(found["delta"])])
    if len(size) and size.max() > 1.5:
        found["delta"] = found["delta"] / 100
    columns = {
        "date": dates("date"),
        "expiry": dates("expiry"),
        "kind": kind,
        "strike": numbers("strike"),
        **found,
        "underlying": numbers("underlying"),
    }
    chain = pd.DataFrame(columns, index=frame.index)
    return chain[list(CHAIN_COLUMNS)]


def _seen(roles: Mapping[str, str]) -> str:
    return ", ".join(f"{n} ({r})" for n, r in list(roles.items())[:8])
