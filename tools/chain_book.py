"""An option chain as plain arrays, grouped by date and expiry, for the tools that read whole histories at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import pandas as pd

from tools.chains import CHAIN_COLUMNS
from tools.errors import ToolError
from tools.leg_quotes import ChainSource
from tools.rows import rising

_DAY = 86_400_000_000  # microseconds
_NEEDED = ("date", "expiry", "kind", "strike")
NEAREST = 9  # pairs of call and put whose median makes the forward; odd, so that it is a forward that was quoted
_FORM = "an option chain: a table with date, expiry, kind (call or put), strike, and bid and ask or implied volatility"

ChainInput = Annotated[ChainSource | pd.DataFrame | str | Path, "table"]


def chain_frame(chain: Any) -> pd.DataFrame:
    """The chain in long form (see `tools.chains`) from a loaded table, a file's path or a DataFrame; ToolError for others."""
    if isinstance(chain, (str, Path)) or (isinstance(chain, pd.DataFrame) and not set(_NEEDED) <= set(chain.columns)):
        from tools.table import load_table

        chain = load_table(chain)
    if not isinstance(chain, pd.DataFrame) and not callable(getattr(chain, "chain", None)):
        raise ToolError("chain", chain, _FORM, "Load it with load_table.")
    frame: pd.DataFrame = chain if isinstance(chain, pd.DataFrame) else chain.chain()
    missing = [c for c in CHAIN_COLUMNS if c not in frame.columns]
    if missing:
        frame = frame.assign(**dict.fromkeys(missing, np.nan))
    if not len(frame):
        raise ToolError("chain", "a chain without rows", _FORM)
    return frame


@dataclass(frozen=True, eq=False)
class Book:
    """One row a contract, sorted by date, expiry, kind and strike, calls before puts.

    Attributes:
        date, expiry: per group, microseconds since 1970 (NaT as numpy has it), whole days.
        group: group of each row.
        is_call: whether the row is a call.
        strike, mid, iv, delta, open_interest: per row; mid is NaN without a bid above 0 and an ask at or above it.
        underlying: per group, NaN where the chain does not say.
    """

    date: np.ndarray
    expiry: np.ndarray
    group: np.ndarray
    is_call: np.ndarray
    strike: np.ndarray
    mid: np.ndarray
    iv: np.ndarray
    delta: np.ndarray
    open_interest: np.ndarray
    underlying: np.ndarray

    @classmethod
    def of(cls, frame: pd.DataFrame) -> Book:
        """From the long form; a contract that stands twice keeps its last row."""
        try:
            date, expiry = (pd.to_datetime(frame[c]).to_numpy().astype("datetime64[us]").view("i8") for c in ("date", "expiry"))
            numbers = {
                c: frame[c].to_numpy(dtype=float)
                for c in ("strike", "bid", "ask", "iv", "delta", "open_interest", "underlying")
            }
        except (TypeError, ValueError) as error:
            raise ToolError("chain", str(error), _FORM, "Load the file with load_table first.") from error
        call = (frame["kind"] == "call").to_numpy(dtype=bool)
        strike = numbers["strike"]
        keep = (call | (frame["kind"] == "put").to_numpy(dtype=bool)) & (strike > 0) & np.isfinite(strike)
        steps = (date, expiry, ~call, strike)
        rows = np.flatnonzero(keep)
        if len(rows) == 0:
            raise ToolError("chain", "no row with a call or put and a strike", _FORM)
        if not (keep.all() and rising(steps, strictly=True)):
            rows = rows[np.lexsort(tuple(s[rows] for s in reversed(steps)))]
            last = np.append(~_equal([s[rows] for s in steps]), True)
            rows = rows[last]
            date, expiry, call, strike = date[rows], expiry[rows], call[rows], strike[rows]
            numbers = {c: v[rows] for c, v in numbers.items()}
        new = np.append(True, ~_equal([date, expiry]))
        first = np.flatnonzero(new)
        bid, ask = numbers["bid"], numbers["ask"]
        with np.errstate(invalid="ignore"):
            mid = np.where((bid > 0) & (ask >= bid), 0.5 * (bid + ask), np.nan)
        return cls(
            date=date[first],
            expiry=expiry[first],
            group=np.cumsum(new) - 1,
            is_call=call,
            strike=strike,
            mid=mid,
            iv=numbers["iv"],
            delta=numbers["delta"],
            open_interest=numbers["open_interest"],
            underlying=numbers["underlying"][first],
        )

    def __len__(self) -> int:
        """Number of groups."""
        return len(self.date)

    @cached_property
    def days(self) -> np.ndarray:
        """Calendar days from date to expiry per group; NaN where either is missing."""
        known = (self.date != _NAT) & (self.expiry != _NAT)
        return np.where(known, (self.expiry // _DAY - self.date // _DAY).astype(float), np.nan)

    @cached_property
    def pairs(self) -> tuple[np.ndarray, np.ndarray]:
        """Rows (calls, puts) of the same group and strike, both with a mid."""
        calls = np.flatnonzero(self.is_call & np.isfinite(self.mid))
        puts = np.flatnonzero(~self.is_call & np.isfinite(self.mid))
        key = (self.group << 40) + np.rint(self.strike * 1e4).astype("i8")
        wanted, there = key[calls], key[puts]
        if len(there) == 0:
            return calls[:0], puts
        place = np.minimum(np.searchsorted(there, wanted), len(there) - 1)
        found = there[place] == wanted
        return calls[found], puts[place[found]]

    def forwards(self, rate: float = 0.0) -> np.ndarray:
        """The parity forward of each group: the median over the nine pairs whose call and put cost most nearly the same.

        strike + e^(rate × years) × (call − put) at mid; NaN where no strike has both quotes.
        """
        calls, puts = self.pairs
        out = np.full(len(self), np.nan)
        if not len(calls):
            return out
        group, gap, strike = self.group[calls], self.mid[calls] - self.mid[puts], self.strike[calls]
        starts = np.flatnonzero(np.append(True, group[1:] != group[:-1]))
        least = np.repeat(np.minimum.reduceat(np.abs(gap), starts), np.diff(np.append(starts, len(group))))
        place = np.arange(len(group))
        first = np.minimum.reduceat(np.where(np.abs(gap) == least, place, len(group)), starts)
        # Call minus put falls with the strike, so the nearest pairs stand around the least gap: the rest need no sorting.
        around = np.flatnonzero(np.abs(place - np.repeat(first, np.diff(np.append(starts, len(group))))) <= NEAREST)
        order = around[np.lexsort((np.abs(gap[around]), group[around]))]
        group, gap, strike = group[order], gap[order], strike[order]
        rank = np.arange(len(group)) - np.searchsorted(group, group)
        near = rank < NEAREST
        growth = np.exp(rate * self.days[group[near]] / 365.0) if rate else 1.0
        implied = pd.Series(strike[near] + growth * gap[near])
        middle = implied.groupby(group[near]).median()
        out[middle.index.to_numpy()] = middle.to_numpy()
        return out


_NAT = np.iinfo(np.int64).min


def _equal(columns: list[np.ndarray]) -> np.ndarray:
    """Whether each row equals the one after it."""
    out = columns[0][1:] == columns[0][:-1]
    for column in columns[1:]:
        out &= column[1:] == column[:-1]
    return np.asarray(out)
