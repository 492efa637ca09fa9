"""The forward that a chain's own calls and puts imply: what its options are priced off, whatever the spot index says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

import numpy as np
import pandas as pd

from tools.chain_book import NEAREST, Book, ChainInput, chain_frame
from tools.errors import ToolError
from tools.expression import figure, function
from tools.methodology import Assumption
from tools.parameters import Number, checked
from tools.result import Result
from tools.wording import level, percent, points
from tools.working import WorkingStep, step

FLAGGED: float = 0.005
_SHOWN = 5

Rate = Annotated[float, Number("fraction", "a year, continuously compounded; 0.05 is 5%", low=-0.5, high=1)]


@dataclass(frozen=True, kw_only=True)
class ParityForward(Result):
    """The parity forward of every date and expiry of a chain.

    Attributes:
        frame: [date, expiry, dte, forward, underlying, gap], one row a date and expiry; gap is (forward − underlying) ÷
            underlying, NaN where the chain names no underlying; forward is NaN where no strike has both a call and a put.
        nearest: [strike, call, put] at mid of the strikes behind the last row's forward.
        flagged: the rows whose gap is more than 0.5% either way.
    """

    tool: ClassVar[str] = "parity_forward"
    frame: pd.DataFrame
    nearest: pd.DataFrame
    flagged: pd.DataFrame

    def summary(self) -> str:
        """The latest forward against the underlying, and the dates on which they lie apart."""
        known = self.frame[self.frame["forward"].notna()]
        last = known.iloc[-1]
        lines = [f"**Parity forward{_place(last)}: {points(float(last['forward']))}.**"]
        if pd.notna(last["underlying"]):
            lines[0] += f" The chain's underlying is {points(float(last['underlying']))}, a gap of {percent(last['gap'], 2)}."
        lines[0] += f" It is {self._strikes()}, at mid."
        if len(self.frame) > 1:
            lines.append(f"Found for {len(known):,} of {len(self.frame):,} dates and expiries.")
        if known["underlying"].notna().any():
            lines.append(f"Flagged for a gap of more than {percent(FLAGGED)}: {len(self.flagged):,}.")
        lines += gap_words(self.flagged)
        return "\n".join(f"- {line}" for line in lines)

    def _strikes(self) -> str:
        """'what the 20 strike gives' or 'the median of what 9 strikes from 15 to 35 give'."""
        strikes = [level(strike) for strike in self.nearest["strike"]]
        if len(strikes) == 1:
            return f"what the {strikes[0]} strike gives"
        return f"the median of what {len(strikes)} strikes from {strikes[0]} to {strikes[-1]} give"

    def working(self) -> tuple[WorkingStep, ...]:
        """The forward of each strike behind the last row's, their median, and the gap to the underlying."""
        last = self.frame[self.frame["forward"].notna()].iloc[-1]
        rate, days = self.inputs.get("rate", 0.0), last["dte"]
        growth = function("exp", rate * figure(days) / 365) if rate else None
        steps = []
        for strike, call, put in self.nearest.itertuples(index=False):
            gap = figure(call) - put
            line = figure(strike) + call - put if growth is None else figure(strike) + growth * gap
            steps.append(step(f"Forward from the {level(strike)} strike", line, "points"))
        if len(steps) > 1:
            steps.append(step("Their median", function("median", *(s.value or 0.0 for s in steps)), "points"))
        if pd.notna(last["underlying"]):
            steps.append(step("Gap to the underlying", figure(last["forward"]) / last["underlying"] - 1, "%"))
        return tuple(steps)


@checked
def parity_forward(chain: ChainInput, *, rate: Rate = 0.0) -> ParityForward:
    """Forward price that the calls and puts of a chain imply, by date and expiry, held against the spot in the file.

    Args:
        chain: an option chain loaded with load_table, its long form as a DataFrame, or a file.
        rate: yearly interest rate for the discount of calls and puts.

    Raises:
        ToolError: no chain, or no strike with both a call and a put quoted.
    """
    frame = chain_frame(chain)
    book = Book.of(frame)
    if rate and not np.isfinite(book.days).all():
        raise ToolError("rate", rate, "0 where the chain gives no dates", "Without dates there is no time to discount over.")
    forward = book.forwards(rate)
    if not np.isfinite(forward).any():
        mend = "Parity needs both sides of one strike, each with a bid and an ask."
        raise ToolError("chain", "no strike with a quoted call and put", "a chain with calls and puts", mend)
    table = forward_frame(book, forward)
    return ParityForward(
        inputs={"chain": frame if "call" in frame.attrs else chain, **({"rate": rate} if rate else {})},
        assumptions=forward_assumptions(rate),
        frame=table,
        nearest=_nearest(book, int(np.flatnonzero(np.isfinite(forward))[-1])),
        flagged=flagged(table),
    )


def _nearest(book: Book, group: int) -> pd.DataFrame:
    """[strike, call, put] at mid of the pairs behind one group's forward."""
    calls, puts = book.pairs
    here = np.flatnonzero(book.group[calls] == group)
    kept = here[np.argsort(np.abs(book.mid[calls[here]] - book.mid[puts[here]]), kind="stable")][:NEAREST]
    kept = np.sort(kept)
    columns = {"strike": book.strike[calls[kept]], "call": book.mid[calls[kept]], "put": book.mid[puts[kept]]}
    return pd.DataFrame(columns)


def forward_frame(book: Book, forward: np.ndarray) -> pd.DataFrame:
    """[date, expiry, dte, forward, underlying, gap], one row a group of the book."""
    with np.errstate(invalid="ignore", divide="ignore"):
        gap = np.where(book.underlying > 0, forward / book.underlying - 1.0, np.nan)
    return pd.DataFrame(
        {
            "date": book.date.view("datetime64[us]"),
            "expiry": book.expiry.view("datetime64[us]"),
            "dte": book.days,
            "forward": forward,
            "underlying": book.underlying,
            "gap": gap,
        }
    )


def flagged(table: pd.DataFrame) -> pd.DataFrame:
    """The rows of `forward_frame` with a forward more than 0.5% from the underlying."""
    return table[table["gap"].abs() > FLAGGED].reset_index(drop=True)


def gap_words(rows: pd.DataFrame) -> list[str]:
    """One sentence for each of the first few flagged rows."""
    said = [
        f"Flag{_place(row)}: the parity forward is {points(float(row['forward']))}, the file's spot "
        f"{points(float(row['underlying']))}, {percent(row['gap'], 2)} apart."
        for _, row in rows.head(_SHOWN).iterrows()
    ]
    return [*said, f"And {len(rows) - _SHOWN:,} more flags."] if len(rows) > _SHOWN else said


def forward_assumptions(rate: float) -> tuple[Assumption, ...]:
    """What a parity forward rests on."""
    how = (
        "The forward is strike + call − put at mid: the median of the nine strikes at which the two cost most nearly the same."
    )
    return (
        Assumption("forward", "put-call parity", "convention", how),
        Assumption(
            "rate", rate, "assumption", f"Interest rate {percent(rate, 2)} a year." if rate else "No interest is counted."
        ),
    )


def _place(row: pd.Series) -> str:
    date = f" on {row['date']:%Y-%m-%d}" if pd.notna(row["date"]) else ""
    return date + (f" for the expiry of {row['expiry']:%Y-%m-%d}" if pd.notna(row["expiry"]) else "")
