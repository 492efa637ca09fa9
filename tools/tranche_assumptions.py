"""What a plan of tranches rests on, and how its events were typed."""

from __future__ import annotations

from typing import Any

import pandas as pd

from tools.methodology import METHOD, Assumption
from tools.series import spoken
from tools.trigger import MacdTrigger


def rests_on(first: float, step: float, cap: float, unit_cost: float | None, events: Any) -> tuple[Assumption, ...]:
    """The rules of the method that the plan takes, and our own where the article is silent."""
    low, high = METHOD.first.value
    out = [
        METHOD.assume("first") if low <= first <= high else METHOD.assume("first", first),
        METHOD.assume("step", step),
        METHOD.assume("base"),
        METHOD.assume("one_step"),
        METHOD.assume("cap", cap),
    ]
    if isinstance(events, MacdTrigger):
        out.append(METHOD.assume("higher_high"))
        says = "The plan begins with the latest trigger, since the article states no exit; `cues(start)` takes another one."
        out.append(Assumption("start", "latest trigger", "assumption", says))
    if unit_cost is not None:
        says = "Units are whole, rounded down; what a slice cannot spend is carried to the next slice."
        out.append(Assumption("whole_units", "rounded down", "assumption", says))
    return tuple(out)


def as_typed(events: Any) -> Any:
    """A list of dates as text, so that `call` can be run as it stands; anything else as it is."""
    if events is None or isinstance(events, (MacdTrigger, pd.DataFrame)):
        return events
    return [e if isinstance(e, (int, str)) else spoken(pd.Timestamp(e)) for e in events]
