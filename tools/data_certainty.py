"""How much the trigger on a user's series is worth: warm-up, seed, the measure of depressed, gaps, and how few triggers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from tools.gaps import find_gaps
from tools.headers import shown
from tools.macd import warm_up
from tools.methodology import METHOD
from tools.result import Result
from tools.series import dates_of, spoken
from tools.spacing import Steps
from tools.trigger import MacdTrigger, macd_trigger
from tools.wording import counted, listed

if TYPE_CHECKING:
    from tools.table import Table

_FEW: Final = 30
_LISTED: Final = 4


def of_trigger(found: MacdTrigger, table: Table) -> tuple[str, ...]:
    """Sentences on what the triggers rest on, each measured on this very series."""
    begins = warm_up(found.inputs["slow"], found.inputs["signal"])
    ours = _triggers(found)
    lines = [
        f"Warm-up: the first {begins - 1:,} of {found.bars:,} values only start the averages, so the rule judges "
        f"{found.bars - begins + 1:,}.",
        _seed(found, ours),
        _measure(found, ours),
        _gaps(found),
        _odd_values(found, table),
        _count(found, ours),
    ]
    return tuple(line for line in lines if line)


def limits(table: Table, seen: Result | None) -> tuple[str, ...]:
    """What must not be read into it."""
    out = []
    if isinstance(seen, MacdTrigger):
        series = seen.inputs["series"]
        if series.attrs.get("role") != "iv":
            watched = f"the implied volatility of the {METHOD.delta.value * 100:.0f}-delta SPX put"
            out.append(f"It is not the method's series: the article watches {watched}; {_name(series)} stands in for it.")
        met = "A trigger says that the rule's condition was met on that day"
        out.append(f"{met}; it forecasts nothing, and the article states no hit rate.")
        out.append("What followed a trigger is not looked at here; `backtest` does that, on past data, with its costs.")
    elif table.kind == "chain":
        out.append("Mid prices are no fills, and a volatility read from them forecasts no price.")
    elif table.kind == "curve":
        out.append("Contango and backwardation describe the prices of that day; neither says where VIX goes next.")
    elif table.kind == "breadth":
        out.append("The level of the line depends on where it begins: only its turns beside the index are read.")
    return tuple(out)


def _triggers(found: MacdTrigger) -> pd.DataFrame:
    return found.events[found.events["kind"] == "trigger"]


def _seed(found: MacdTrigger, ours: pd.DataFrame) -> str:
    """The same under the other seed: how many triggers stay, and until when they differ."""
    first = found.inputs["seed"] == "sma"
    theirs = set(_triggers(macd_trigger(found.inputs["series"], seed="first" if first else "sma"))["date"])
    apart = sorted(theirs ^ set(ours["date"]))
    begun = f"with the averages started from the {'first value' if first else 'mean of the first values'} instead"
    if not apart:
        return f"Seed: {begun}, the triggers are the same."
    days = listed(spoken(day) for day in apart[:_LISTED])
    if len(apart) > _LISTED:
        days += f" and {counted(len(apart) - _LISTED, 'more date')}, the last of them {spoken(apart[-1])}"
    return f"Seed: {begun}, {counted(len(theirs), 'trigger')}, different on {days}; after that the same."


def _measure(found: MacdTrigger, ours: pd.DataFrame) -> str:
    """How many triggers count as depressed under each way of normalising that the article leaves open."""
    if not len(ours) or not ours["depressed"].any():
        return ""
    counts = []
    for scale in ("mean", "median", "max"):
        events = _triggers(macd_trigger(found.inputs["series"], normalise=scale))
        counts.append(f"{int(events['depressed'].sum()):,} by the trailing {scale}")
    return f"Depressed: the article does not define its scale; of {len(ours):,} triggers it holds for {listed(counts)}."


def _gaps(found: MacdTrigger) -> str:
    """Dates that the series itself lacks, over which the averages go on."""
    dates = dates_of(found.frame.index)
    if dates is None or len(dates) < 2:
        return "Gaps: unknown, for the values have no dates."
    held = dates.to_numpy()
    steps = Steps.of(held)
    gaps = find_gaps(held, steps.frequency, steps)
    over = "the averages go on as though nothing were missing, so crosses near them may stand on another day"
    if gaps.missing:
        return f"Gaps: {counted(len(gaps.missing), 'trading day')} without a value; {over}."
    if gaps.gaps:
        return f"Gaps: {counted(len(gaps.gaps), 'gap')} in the dates; {over}."
    return f"Gaps: none; every trading day of the {gaps.calendar} is there." if gaps.calendar else ""


def _odd_values(found: MacdTrigger, table: Table) -> str:
    """Zeros and steps in the series read, which run on through its averages."""
    name = found.inputs["series"].name
    zeros = table.report.zeros.get(str(name), 0)
    steps = [s for s in table.report.tenfold if s.column == name]
    faults = [f"{counted(zeros, 'zero')}"] if zeros else []
    faults += [f"a step of about ten times on {steps[0].date}"] if steps else []
    if not faults:
        return ""
    what = f"{_name(found.inputs['series'])} holds {listed(faults)}"
    return f"Odd values: {what}, and the averages and levels after them carry that on. Mend the file before reading on."


def _name(series: pd.Series) -> str:
    return shown(series.name) if series.name is not None else "the column"


def _count(found: MacdTrigger, ours: pd.DataFrame) -> str:
    if not len(ours):
        return "Count: no trigger at all, so nothing can be counted."
    every = f"one in {found.bars / len(ours):,.0f} bars"
    few = f"; fewer than {_FEW} are too few to judge a rule by" if len(ours) < _FEW else ""
    return f"Count: {counted(len(ours), 'trigger')}, {every}{few}."
