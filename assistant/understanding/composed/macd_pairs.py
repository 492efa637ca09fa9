"""Two MACDs in one question: of two bars with their averages, of two settings after the same step, and the value that crosses.

"ema12 10.5 ema26 10 against 31.5 and 30", "which reacts faster, 8/17/9 or 12/26/9?", "emas 19 and 19.4, signal -.3: what close
crosses the signal?".
"""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.arithmetic import plainly
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.lines import average_steps, macd_by_hand
from assistant.understanding.lines.described_series import step_of
from assistant.understanding.text.quantities import Reading
from tools.methodology import METHOD

_AGAINST: Final = re.compile(r"\b(?:against|vs\.?|versus|compared (?:to|with)|or)\b|;")
_SETTING: Final = re.compile(r"(?<![\w./-])(\d{1,3})([/-])(\d{1,3})(?:\2(\d{1,3}))?(?![\w/%-]|\.\d)")
_REACTS: Final = re.compile(
    r"\b(?:react\w*|respon[ds]\w*|fast(?:er|est)?|quick(?:er|est)?|slow(?:er|est)?|sensitiv\w+|lags?|sooner|earlier"
    r"|moves? more)\b"
)
_CROSSING: Final = re.compile(r"\bcross\w*")
_OTHER: Final = re.compile(r"\bfl(?:y|ies)\b|\bbutterfl|\bstrikes?\b|\bdebit\b|\bhistory\b|\$")
_MOST: Final = 3


def macd_pairs(reading: Reading) -> tuple[Calculation, ...]:
    """The MACDs of two bars or settings, or the value and the line that a cross needs; () where none of them is asked for."""
    text = reading.lower
    if _OTHER.search(text) or reading.series:
        return ()
    plain = plainly(reading)
    return _two_bars(plain) or _settings(plain) or _crossing(plain)


def _two_bars(reading: Reading) -> tuple[Calculation, ...]:
    """The averages of two bars; those of the second in the order of the first where they have no names."""
    if macd_by_hand.FAST.search(reading.lower) is None or macd_by_hand.SLOW.search(reading.lower) is None:
        return ()
    for mark in _AGAINST.finditer(reading.lower):
        sides = Reading(reading.lower[: mark.start()]), Reading(reading.lower[mark.end() :])
        first, second = (macd_by_hand.averages(side) for side in sides)
        if first is None:
            continue
        bare = [q.value for q in sides[1].quantities]
        if second is None and len(bare) == len(first) == 2:
            second = dict(zip(first, bare, strict=True))
        if second is not None and second.keys() == first.keys():
            return tuple(Calculation(Call("macd_values", found)) for found in (first, second))
    return ()


def _settings(reading: Reading) -> tuple[Calculation, ...]:
    """The same step through the averages of each setting that is named, of one point where no step is told."""
    found = {(int(m[1]), int(m[3])) for m in _SETTING.finditer(reading.lower) if int(m[1]) < int(m[3])}
    if not 2 <= len(found) <= _MOST or _REACTS.search(reading.lower) is None:
        return ()
    size = step_of(reading.lower)
    usual = f"{METHOD.fast.value}/{METHOD.slow.value}"
    step = "" if size else " with a step of one point"
    note = (
        f"both start from equal averages, counted from there{step}; the setting whose MACD moves further reacts more. The "
        f"primary article uses {usual}."
    )
    at = {"fast_ema": 0.0, "slow_ema": 0.0, "value": size or 1.0}
    calls = [Call("macd_after_value", {**at, "fast": fast, "slow": slow}) for fast, slow in sorted(found)]
    return (*map(Calculation, calls[:-1]), Calculation(calls[-1], note=note))


def _crossing(reading: Reading) -> tuple[Calculation, ...]:
    """The new value that takes the MACD to its signal of now, and why meeting that signal is the line to pass."""
    found = average_steps.wanted(reading) if "sig" in reading.lower and _CROSSING.search(reading.lower) else None
    if found is None:
        return ()
    now = round(found["fast_ema"] - found["slow_ema"], 12)
    needs = Call("cross_needs", {"macd": now, "signal": found["wanted"]})
    return Calculation(Call("macd_input", found)), Calculation(needs)
