"""On the day a VIX future settles: is the first column of a curve that contract still, or already the next one?

Files differ, and a front month that is taken for the wrong contract shifts every slope of that day. Most files do not say;
their own prices do: where the front month has rolled, it goes on from the second month of the day before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
import pandas as pd

from tools.vix_expiries import settlements
from tools.wording import counted, percent

Front = Literal["next", "expiring", "unknown"]
_FEW: Final = 6  # settlement days below which nothing is concluded
_CLEAR: Final = 0.65


@dataclass(frozen=True)
class RollDays:
    """What the prices say of the settlement days.

    Attributes:
        days: settlement days in the data on which both months, and those of the day before, have a price.
        rolled: share of them on which the front goes on from the second month of the day before.
        front: which contract the first column holds on these days.
    """

    days: int
    rolled: float
    front: Front

    def sentence(self) -> str:
        """The finding in plain words."""
        many = f"On the {counted(self.days, 'settlement day')} of VIX futures in it the first month"
        if self.front == "unknown":
            return f"{many} may be the contract that settles or the next one: its prices do not tell which."
        which = "is already the next contract" if self.front == "next" else "is still the contract that settles"
        share = percent(self.rolled if self.front == "next" else 1 - self.rolled, 0)
        return f"{many} {which}, by its prices on {share} of them."


def roll_days(dates: np.ndarray, front: np.ndarray, second: np.ndarray) -> RollDays | None:
    """What ascending dates and the prices of the two nearest months say; None where there is no settlement day to look at.

    Prices that are blank or zero are not looked at.
    """
    held = pd.DataFrame({"front": front, "second": second}).where(lambda prices: prices > 0)
    before = held.shift()
    known = held["front"].notna() & before.notna().all(axis=1)
    on = known.to_numpy() & np.isin(dates.astype("datetime64[D]"), settlements())
    if not on.any():
        return None
    moved = (held["front"] - before["front"]).abs().to_numpy()[on]
    jumped = (held["front"] - before["second"]).abs().to_numpy()[on]
    told = moved != jumped
    rolled = float(np.mean(jumped[told] < moved[told])) if told.any() else 0.5
    clear = int(told.sum()) >= _FEW
    found: Front = "next" if clear and rolled >= _CLEAR else "expiring" if clear and rolled <= 1 - _CLEAR else "unknown"
    return RollDays(int(on.sum()), rolled, found)
