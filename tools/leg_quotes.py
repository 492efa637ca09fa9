"""The bids and asks of single option legs, read from a chain in long form: chosen, checked, never guessed."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Literal, Protocol

import pandas as pd

from tools.errors import ToolError
from tools.payoff import exact, number
from tools.wording import level, listed, points

Kind = Literal["call", "put"]


class ChainSource(Protocol):
    """Anything that gives a chain in long form: one row per date, expiry, kind and strike."""

    def chain(self) -> pd.DataFrame:
        """Columns date, expiry, kind, strike, bid, ask, …; absent values are NaN or NaT."""


@dataclass(frozen=True)
class LegQuote:
    """One leg's quotes in index points; None where the chain has none.

    Attributes:
        strike: the strike.
        quantity: 1 for a wing (bought), -2 for the body (sold).
    """

    strike: float
    quantity: int
    bid: float | None
    ask: float | None

    @property
    def mid(self) -> float | None:
        """Half-way between bid and ask; None where either is missing."""
        if self.bid is None or self.ask is None:
            return None
        return number((exact(self.bid) + exact(self.ask)) / 2)

    def __str__(self) -> str:
        return f"{level(self.strike)}: {'no bid' if self.bid is None else points(self.bid)} / {points(self.ask or 0.0)}"


_NEEDED = ("kind", "strike", "bid", "ask")


def long_form(chain: ChainSource | pd.DataFrame) -> pd.DataFrame:
    """The chain as one row per kind and strike; ToolError where it is none."""
    form = "an option chain: a table with kind (call or put), strike, bid and ask"
    if not isinstance(chain, pd.DataFrame):
        if not callable(getattr(chain, "chain", None)):
            raise ToolError("chain", type(chain).__name__, form, "Load it with load_table.")
        chain = chain.chain()
    missing = [column for column in _NEEDED if column not in chain.columns]
    if missing:
        raise ToolError("chain", f"a table without {', '.join(missing)}", form, "Load it with load_table(…).chain().")
    return chain


def one_of(frame: pd.DataFrame, column: Literal["date", "expiry"], wanted: str | None) -> tuple[pd.DataFrame, str | None]:
    """The rows of one date or expiry, and which it is; ToolError where it has to be chosen or is not there."""
    if column not in frame.columns:
        days = pd.Series(pd.NaT, index=frame.index, dtype="datetime64[us]")
    else:
        days = pd.to_datetime(frame[column])
    known = sorted({day.date().isoformat() for day in days.dropna()})
    if wanted is None:
        if len(known) > 1:
            raise ToolError(
                column, None, f"one of the {len(known)} in the chain: {_some(known)}", f"Give {column}='{known[0]}'."
            )
        return frame, known[0] if known else None
    try:
        day = pd.Timestamp(wanted).date().isoformat()
    except (TypeError, ValueError) as error:
        raise ToolError(column, wanted, "a date as YYYY-MM-DD") from error
    if day not in known:
        allowed = f"in the chain: {_some(known)}" if known else "left out: the chain does not give it"
        raise ToolError(column, wanted, allowed)
    return frame[days.dt.date.astype(str) == day], day


@dataclass(frozen=True)
class Snapped:
    """A wished strike that the chain does not list, the listed one taken instead, and its listed neighbours."""

    wished: float
    taken: float
    neighbours: tuple[float, ...]

    def __str__(self) -> str:
        beside = listed(map(level, self.neighbours))
        return f"{level(self.wished)} is not listed; {level(self.taken)} was taken (neighbours: {beside})"


def snapped(frame: pd.DataFrame, wished: float) -> Snapped | None:
    """The nearest listed strike, of two as near the lower; None where the wished one is listed.

    Raises:
        ToolError: the wish lies beyond the listed strikes.
    """
    strikes = sorted({float(k) for k in frame["strike"].dropna()})
    if any(abs(k - wished) < 1e-9 for k in strikes):
        return None
    below, above = _beside(strikes, wished)
    if below is None or above is None:
        raise _unlisted(strikes, wished)
    taken = below if wished - below <= above - wished else above
    return Snapped(wished, taken, (below, above))


def leg_quote(frame: pd.DataFrame, strike: float, quantity: int) -> LegQuote:
    """The leg's quotes; ToolError for an unlisted strike, a missing quote on the side it trades at, or crossed quotes."""
    rows = frame[(frame["strike"] - strike).abs() < 1e-9]
    part = "body" if quantity < 0 else "wing"
    if rows.empty:
        raise _unlisted(sorted({float(k) for k in frame["strike"].dropna()}), strike)
    pairs = list(dict.fromkeys((_quote(bid), _quote(ask)) for bid, ask in zip(rows["bid"], rows["ask"], strict=True)))
    if len(pairs) > 1:
        mend = "Filter the chain to one root and one time of day."
        raise ToolError("chain", f"{len(pairs)} different quotes for strike {level(strike)}", "one quote a strike", mend)
    bid, ask = pairs[0][0], pairs[0][1] or None  # an ask of 0 is how some files write "none offered"
    if (ask if quantity > 0 else bid) is None:
        side, act = ("ask", "bought") if quantity > 0 else ("bid", "sold")
        raise ToolError(
            "chain", f"no {side} at strike {level(strike)}", f"a chain with a {side} for the {part}, which is {act}"
        )
    if bid is not None and ask is not None and bid > ask:
        raise ToolError(
            "chain", f"bid {bid:g} above ask {ask:g} at strike {level(strike)}", "quotes with the bid at or below the ask"
        )
    return LegQuote(strike, quantity, bid, ask)


def _beside(strikes: list[float], wished: float) -> tuple[float | None, float | None]:
    """The listed strikes next below and above."""
    return next((k for k in reversed(strikes) if k < wished), None), next((k for k in strikes if k > wished), None)


def _unlisted(strikes: list[float], wished: float) -> ToolError:
    near = listed(level(k) for k in _beside(strikes, wished) if k is not None)
    return ToolError("strike", wished, "a strike listed in the chain", f"The nearest listed are {near}." if near else "")


def _quote(value: Any) -> float | None:
    """A quote as float; None where it is blank. ToolError where it is negative or infinite."""
    price = float(value)
    if math.isnan(price):
        return None
    if price < 0 or math.isinf(price):
        raise ToolError("chain", f"a quote of {price:g}", "bids and asks of 0 or more")
    return price


def _some(known: list[str]) -> str:
    return ", ".join(known) if len(known) <= 6 else f"{', '.join(known[:3])} … {', '.join(known[-2:])}"
