"""The trigger's result in plain words; every figure in them is a field of the result."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from tools.level_words import level_told
from tools.macd import SETTLED, warm_up
from tools.methodology import METHOD
from tools.peaks import tallest
from tools.series import at, spoken, when
from tools.wording import counted, fixed, listed, percent, significant

if TYPE_CHECKING:
    import pandas as pd

    from tools.trigger import MacdTrigger

_LISTED = 12
_NIL = 1e-11  # a line this small is rounding
_NAMED = 3  # triggers before the latest that are named by their date
SEED_NAME = {"sma": "SMA-seeded", "first": "first-value-seeded"}
_SIDE = {"trigger": "up", "cross_up": "up", "cross_down": "down"}


def summary(result: MacdTrigger) -> str:
    """Bullets: what was read, triggers, crosses, last values, level, and how far the seed shows."""
    bullets = [
        _read(result),
        _triggers(result),
        _last_values(result),
        *_highest(result),
        level_told(result),
        _crosses(result),
        *_lost(result),
        *_unit(result),
        *_seed(result),
    ]
    return "\n".join(f"- {text}" for text in bullets)


def figures(macd: float, signal: float, histogram: float) -> str:
    """'MACD -0.1845, signal -0.1105, histogram -0.0741': four decimals, more where the values are small."""
    said = [fixed(v, _decimals(macd, signal)) for v in (macd, signal, histogram)]
    return f"MACD {said[0]}, signal {said[1]}, histogram {said[2]}"


def _decimals(macd: float, signal: float) -> int:
    size = max(abs(macd), abs(signal))
    return 4 if size >= 0.01 or size < _NIL else min(12, 3 - math.floor(math.log10(size)))


def _places(result: MacdTrigger) -> int:
    """The decimals that the figures of the last bar are told with."""
    return _decimals(result.latest["macd"], result.latest["signal"])


def periods(result: MacdTrigger) -> str:
    """'12/26/9'."""
    return "/".join(str(result.inputs[k]) for k in ("fast", "slow", "signal"))


def _begins(result: MacdTrigger) -> int:
    """The point of the first signal."""
    return warm_up(result.inputs["slow"], result.inputs["signal"])


def _read(result: MacdTrigger) -> str:
    index = result.frame.index
    first, last = when(index, [0, len(index) - 1])
    name = result.inputs["series"].name
    named = "" if name is None else f" of {name}"
    span = f", {spoken(first)} to {spoken(last)}" if not isinstance(first, int) else ""
    text = f"Read {result.bars:,} values{named}{span}; MACD {periods(result)}, {SEED_NAME[result.inputs['seed']]}."
    told = f" Crosses and triggers are told{_from(result)}; the averages are made of all values." if _from(result) else ""
    usual = (METHOD.fast.value, METHOD.slow.value)
    own = tuple(result.inputs[k] for k in ("fast", "slow")) != usual
    choice = f" These periods are your choice; the primary article uses {usual[0]}/{usual[1]}." if own else ""
    return text + choice + told


def _from(result: MacdTrigger) -> str:
    """ " from 2024-01-01 on" where only the events from a day on are told."""
    day = result.inputs.get("events_from")
    return "" if day is None else f" from {day} on"


def _triggers(result: MacdTrigger) -> str:
    found = result.events[result.events["kind"] == "trigger"]
    if found.empty:
        where = _from(result)
        return (
            f"**No bullish trigger{where}**: the MACD line nowhere crossed above its signal line with an expanding histogram."
        )
    last = found.iloc[-1]
    told = f"**{len(found):,} bullish trigger{'s' if len(found) > 1 else ''}**, the latest {_latest(found)}"
    if math.isnan(last["normalised"]):
        return f"{told}; its level could not be judged."
    level = f"{fixed(last['normalised'], 2)} on the normalised scale, {'depressed' if last['depressed'] else 'not depressed'}"
    confirmed = found[found["depressed"]]
    if confirmed.empty:
        return f"{told}, at {level}. None came from a depressed level{_unjudged(found)}."
    count = len(confirmed)
    return f"{told}, at {level}.\n- From a depressed level came {count:,}, the latest {_latest(confirmed)}{_unjudged(found)}."


def _latest(found: pd.DataFrame) -> str:
    """'on 2018-02-05 (before it 2017-08-10 and 3 earlier)'."""
    named = [spoken(date) for date in found["date"].tail(_NAMED + 1)]
    more = len(found) - len(named)
    earlier = listed([*named[:-1], *([f"{more:,} earlier"] if more else [])]) if len(named) > 1 else ""
    return f"{at(found['date'].iloc[-1])}{f' (before it {earlier})' if earlier else ''}"


def _unjudged(found: pd.DataFrame) -> str:
    """How many triggers came before their level can be judged."""
    early = int(found["normalised"].isna().sum())
    return f"; of {early:,} the level could not be judged" if early else ""


def _last_values(result: MacdTrigger) -> str:
    last = result.latest
    said = figures(last["macd"], last["signal"], last["histogram"])
    before = float(result.frame["histogram"].iloc[-2]) if result.bars > 1 else math.nan
    led = "" if math.isnan(before) else f"; one bar before, the histogram was {fixed(before, _places(result))}"
    return f"Last values ({spoken(last['date'])}): {said} ({_state(last)}{_since(result)}){led}."


def _highest(result: MacdTrigger) -> list[str]:
    """The tallest bar of a short histogram."""
    if result.other_seed is None or result.latest["side"] == "equal":
        return []
    bars = result.frame["histogram"].to_numpy()
    start = _begins(result) - 1
    top = tallest(bars, start)
    places = _places(result)
    first = "" if math.isnan(bars[start]) else f" The first, at point {start + 1}, is {fixed(bars[start], places)}."
    return [f"Highest histogram: {fixed(bars[top], places)} {at(when(result.frame.index, [top])[0])}.{first}"]


def _since(result: MacdTrigger) -> str:
    """ ", since the cross up at point 55" where the last cross told led to where the line stands."""
    if result.events.empty:
        return ""
    last = result.events.iloc[-1]
    side = _SIDE[last["kind"]]
    led = {"up": "above", "down": "below"}[side] == result.latest["side"]
    return f", since the cross {side} {at(last['date'])}" if led else ""


def _lost(result: MacdTrigger) -> list[str]:
    """Single values that look like a decimal point lost, and the last bar with them put right."""
    if result.mended is None:
        return []
    odd = [f"{significant(p.value, 8)} {at(p.date)} ({significant(p.meant, 8)} meant?)" for p in result.mended.points]
    again = figures(result.mended.macd, result.mended.signal, result.mended.histogram)
    return [
        f"**Check {listed(odd)}**: ten or a hundred times off its neighbours, as where a decimal point is lost. Nothing was "
        f"changed; corrected, the last values would be {again}."
    ]


def _unit(result: MacdTrigger) -> list[str]:
    """What the unit does, where the values may be volatilities as decimals."""
    last = result.latest["value"]
    if not result.decimals:
        return []
    return [
        f"If the values are volatilities as decimals ({significant(last, 4)} is {percent(last, 2)}), then in volatility points "
        "MACD, signal and histogram are 100 times these, and the crosses are the same."
    ]


def _state(latest: Mapping[str, Any]) -> str:
    if latest["side"] == "equal":
        return "zero: MACD and signal coincide up to rounding, and equality or rounding noise is not a cross"
    if latest["side"] == "below":
        return "below zero"
    return "above zero and rising: expanding" if latest["expanding"] else "above zero, not rising"


def _crosses(result: MacdTrigger) -> str:
    found = result.events
    if len(found) <= _LISTED:
        told = zip((_SIDE[k] for k in found["kind"]), found["date"], strict=True)
        said = _listed_crosses(told, _courses(result))
        text = f"Crosses{_from(result) or f' from point {_begins(result)} on'}: {said}."
    else:
        down = found["kind"] == "cross_down"
        sides = (("up", found[~down]), ("down", found[down]))
        parts = [f"{len(rows):,} {name}, last {at(rows['date'].iloc[-1])}" for name, rows in sides if len(rows)]
        text = f"Crosses: {'; '.join(parts)}."
    if (found["kind"] == "cross_down").any():
        text += " Down means the MACD fell below its signal line, which is not the primary article's bullish trigger."
    return text


def _courses(result: MacdTrigger) -> list[str]:
    """', from -0.0838 to +0.1573': the histogram at each cross, where there are few and the values are short."""
    if result.other_seed is None or len(result.events) > _NAMED:
        return []
    places = _places(result)
    bars = result.frame["histogram"].to_numpy()
    pairs = (bars[point - 2 : point] for point in result.events["point"].astype(int))
    return [f", from {fixed(before, places, '+')} to {fixed(now, places, '+')}" for before, now in pairs]


def _listed_crosses(crosses: Iterable[tuple[str, Any]], courses: Sequence[str] = ()) -> str:
    """'up at point 8, from -0.0838 to +0.1573; down at point 12': with what the histogram did where that is known."""
    told = [f"{side} {at(date)}" for side, date in crosses]
    told = [cross + course for cross, course in zip_longest(told, courses, fillvalue="")]
    return ("; " if courses else ", ").join(told) or "none"


def _before_it(value: float, places: int) -> str:
    """The bar before the last, which a series that only just suffices does not have under every seed."""
    return "" if math.isnan(value) else f"histogram one bar before {fixed(value, places)}, "


def _made(result: MacdTrigger) -> str:
    """How many histogram values come of a series that only just suffices."""
    first = _begins(result)
    made, bars = result.told, counted(result.told, "histogram value")
    return f" {first} are needed for the first signal, so there {'is' if made == 1 else 'are'} {bars}." if made <= first else ""


def _seed(result: MacdTrigger) -> list[str]:
    out = []
    settled = SETTLED * _begins(result)
    if result.bars < settled:
        out.append(
            f"Caution: under {settled} values the way the averages are started still shows in the result "
            f"({result.bars} were given); the gap shrinks with more data.{_made(result)}"
        )
    if result.other_seed is not None:
        o = result.other_seed
        places, agreed = _decimals(o.macd, o.signal), "" if _from(result) else o.agreement()
        out.append(
            f"{SEED_NAME[o.seed]} {periods(result)} instead: last {figures(o.macd, o.signal, o.histogram)}; "
            f"crosses: {_listed_crosses(o.crosses)}; {_before_it(o.before, places)}highest histogram "
            f"{fixed(o.highest, places)} {at(o.highest_on)}.{agreed}"
        )
    return out
