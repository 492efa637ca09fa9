"""Settlement days of monthly VIX futures and options, from the exchange's calendar and not from "the third Wednesday".

The rule: 30 days before the third Friday of the following month, which is the expiry of the SPX options that the settlement
is computed from. Where that Friday, or the day itself, is a holiday, the settlement is on the business day before. Source:
contract specifications of VIX futures and options (Cboe Futures Exchange, Cboe Options).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Annotated, ClassVar, Final

import numpy as np
import pandas as pd

from tools.days import iso, read_days
from tools.errors import ToolError
from tools.exchange_days import is_session, trading_calendar
from tools.expression import figure
from tools.methodology import Assumption
from tools.parameters import Number, checked
from tools.result import Result
from tools.wording import counted, listed
from tools.working import WorkingStep, said, step

BEGAN: Final = np.datetime64("2005-10-01", "D")  # the contracts before it settled on days of their own
_ENDS: Final = np.datetime64("2100-10-31", "D")
_DAYS_BEFORE = 30

Several = Annotated[int, Number("count", low=1, high=24, whole=True)]


@dataclass(frozen=True, kw_only=True)
class VixExpiries(Result):
    """Settlement days from a date on.

    Attributes:
        frame: one row a contract [month, settles, days, business_days, follows]: the contract's month as YYYY-MM, the day on
            which it settles in the morning, calendar and business days until then, and the third Friday that the rule counts
            back from.
        settles: the first of those days as YYYY-MM-DD.
        days: calendar days until it.
        moved: the months whose settlement is not on a Wednesday, because of a holiday.
    """

    tool: ClassVar[str] = "vix_expiries"
    frame: pd.DataFrame
    settles: str
    days: int
    moved: tuple[str, ...]

    def summary(self) -> str:
        """The days, and the rule behind them."""
        start = self.inputs["date"]
        rows = [
            f"{row['month']}: {iso(row['settles'])}, a {row['settles']:%A}, {counted(row['days'], 'calendar day')} "
            f"({counted(row['business_days'], 'business day')}) after {start}."
            for row in self.frame.to_dict("records")
        ]
        rows[0] = f"**{rows[0].removesuffix('.')}**."
        rows.append(
            f"The rule: {_DAYS_BEFORE} days before the third Friday of the following month, a business day earlier where that "
            "Friday or the day itself is a holiday."
        )
        if self.moved:
            rows.append(f"Moved by a holiday: {listed(self.moved)}.")
        rows.append("They settle to the special opening quotation of that morning; the options last trade the day before.")
        return "\n".join(f"- {row}" for row in rows)

    def working(self) -> tuple[WorkingStep, ...]:
        """The rule for the first contract."""
        row = self.frame.iloc[0]
        start, friday = iso(pd.Timestamp(self.inputs["date"])), row["follows"]
        between = (friday - row["settles"]).days
        return (
            said("Third Friday of the following month", iso(friday)),
            step(f"From {iso(row['settles'])} to that Friday", between, "days"),
            step(
                f"From {start} to {iso(row['settles'])}",
                figure(7) * (row["days"] // 7) + row["days"] % 7,
                "days",
                "whole weeks and the rest",
            ),
        )


@checked
def vix_expiries(date: str, count: Several = 6) -> VixExpiries:
    """List the days on which monthly VIX futures and options settle, from a date on.

    Args:
        date: the day to begin with, as 2024-08-05; a settlement on that very day counts.
        count: how many contracts to list.

    Raises:
        ToolError: no date, or one before October 2005 or after 2097.
    """
    day = np.datetime64(read_days([date], "date")[0].date(), "D")
    if not BEGAN <= day <= np.datetime64("2097-12-31"):
        raise ToolError(
            "date", date, "a day from October 2005, since when the rule holds, to 2097", "Give for example 2024-08-05."
        )
    all_days = settlements()
    first = int(np.searchsorted(all_days, day))
    chosen = all_days[first : first + count]
    months = [str(d.astype("datetime64[M]")) for d in chosen]
    return VixExpiries(
        inputs={"date": str(day), "count": count},
        assumptions=(_RULE,),
        frame=pd.DataFrame(
            {
                "month": months,
                "settles": pd.DatetimeIndex(chosen),
                "days": (chosen - day).astype("int64"),
                "business_days": np.busday_count(day, chosen, busdaycal=trading_calendar()),
                "follows": pd.DatetimeIndex(_third_fridays(chosen.astype("datetime64[M]") + 1)),
            }
        ),
        settles=str(chosen[0]),
        days=int((chosen[0] - day).astype("int64")),
        moved=tuple(m for m, d in zip(months, chosen, strict=True) if d.item().weekday() != 2),
    )


def next_settlement(days: np.ndarray, *, ahead: int = 0, on_the_day: bool = True) -> np.ndarray:
    """For each day the settlement of the front contract, or of the one `ahead` months behind it (datetime64[D]).

    NaT for days before October 2005 and after 2100. On a settlement day the front is the contract that settles, or, without
    `on_the_day`, the one after it.
    """
    known = settlements()
    asked = np.asarray(days).astype("datetime64[D]")
    place = np.searchsorted(known, asked, side="left" if on_the_day else "right") + ahead
    good = (asked >= BEGAN) & (place < len(known))
    return np.where(good, known[np.minimum(place, len(known) - 1)], np.datetime64("NaT", "D"))


@cache
def settlements() -> np.ndarray:
    """Every monthly settlement day from October 2005 to October 2100, rising."""
    months = np.arange(BEGAN.astype("datetime64[M]"), _ENDS.astype("datetime64[M]") + 1)
    fridays = _third_fridays(months + 1)
    days = fridays - _DAYS_BEFORE - (~is_session(fridays)).astype("timedelta64[D]")
    out = np.asarray(np.busday_offset(days, 0, roll="backward", busdaycal=trading_calendar()))
    out.flags.writeable = False
    return out


def _third_fridays(months: np.ndarray) -> np.ndarray:
    return np.asarray(np.busday_offset(months, 2, roll="forward", weekmask="Fri"))


_RULE = Assumption(
    "settlement",
    "30 days before the third Friday of the following month",
    "convention",
    "Settlement days follow the contract specifications and the exchange's holidays; weekly contracts are left out.",
)
