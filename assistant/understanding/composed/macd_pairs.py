"""Two MACDs in one question: of two bars with their averages, of two settings after the same step, and the value that crosses.

"ema12 10.5 ema26 10 against 31.5 and 30", "which reacts faster, 8/17/9 or 12/26/9?", "emas 19 and 19.4, signal -.3: what close
crosses the signal?". So are bars told by how far the line is from its signal, and a MACD whose averages were taken the wrong
way round: "at noon macd was .03 over signal, by the close .01 under", "ran it as ema26 minus ema12, got -.36 and -.29".
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.arithmetic import plainly
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.lines import average_steps, macd_by_hand
from assistant.understanding.lines.described_series import step_of
from assistant.understanding.text.labelled import labelled
from assistant.understanding.text.quantities import Reading, blanked
from assistant.understanding.text.sought import Sought
from tools.methodology import METHOD
from tools.wording import points

_AGAINST: Final = re.compile(r"\b(?:against|vs\.?|versus|compared (?:to|with)|or)\b|;")
_SETTING: Final = Sought(r"(?<![\w./-])(\d{1,3})([/-])(\d{1,3})(?:\2(\d{1,3}))?(?![\w/%-]|\.\d)")
_REACTS: Final = re.compile(
    r"\b(?:react\w*|respon[ds]\w*|fast(?:er|est)?|quick(?:er|est)?|slow(?:er|est)?|sensitiv\w+|lags?|sooner|earlier"
    r"|moves? more)\b"
)
_STEP: Final = re.compile(r"\b(?:jump|spike|shock|step|move)s?\b")
_CROSSING: Final = re.compile(r"\bcross\w*")
_OTHER: Final = Sought(r"\bfl(?:y|ies)\b|\bbutterfl|\bstrikes?\b|\bdebit\b|\bhistory\b|\$")
_MOST: Final = 3
_N: Final = r"(?:\d++\.\d++|\.\d++)"
_SIDES: Final = re.compile(
    rf"(?<![\w.])(?P<n>{_N}) (?:points? |pts? )?(?:(?P<up>over|above)|under|below)\b"
    r"(?P<of> (?:the |its |my )?sig(?:nal)?(?: line)?\b(?!\s?(?:line|of|at|is|was|=|:)?\s?[-+]?\.?\d))?"
    r"(?! (?:the |its |my )?(?:sig|zero|0|\.?\d|mean|average|norm))"
    r"|\b(?:(?P<more>over|above)|under|below|beneath)"  # "under its signal by .02, today both .05"
    rf"(?:(?P<its> (?:the |its |my )?sig(?:nal)?(?: line)?)| it)? by (?P<by>{_N})"
    rf"|\bboth(?: lines?)?(?: (?:are|were|is|at|on|exactly|now|sit|stand|read))*+ (?:{_N}|0)(?!\d|\s?(?:,|/|and\b) ?[-+]?\.?\d)"
    r"|\b(?:both|they|lines)(?: (?:are|were|is|exactly|now|dead|lines)){1,3} (?:equal|level|the same|identical)\b"
)
_DURING: Final = re.compile(
    r"\b(?:noon|midday|lunch\w*|intra-?day|mid-?session|morning|at the open|\d{1,2} ?[ap]m|during the (?:day|session)"
    r"|earlier today)\b"
)
_EARLIER: Final = re.compile(r"\b(?:yesterday|before|prior|previous\w*|last|ago)\b")
_CLAUSE: Final = re.compile(r"[,;?!.](?!\d)|\b(?:and|but|then|while)\b")
_AT_CLOSE: Final = "only the close of a bar counts, as a MACD may turn back before it; what stood during the day is left out."
_TURNED_ROUND: Final = Sought(
    r"\b(?:ema ?)?26 ?(?:minus|less|-) ?(?:the )?(?:ema ?)?12\b"
    r"|\bslow(?: ema| one| average)? ?(?:minus|less|-) ?(?:the )?fast\b(?: ema| one| average)?"
)


def macd_pairs(reading: Reading) -> tuple[Calculation, ...]:
    """The MACDs of two bars or settings, or the value and the line that a cross needs; () where none of them is asked for."""
    text = reading.lower
    if _OTHER.search(text) or reading.series:
        return ()
    plain = plainly(reading)
    return _two_bars(plain) or _settings(plain) or _crossing(plain) or _apart(plain.lower) or _turned(plain.lower)


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
    if not 2 <= len(found) <= _MOST or (
        _REACTS.search(reading.lower) is None and not (_STEP.search(reading.lower) and step_of(reading.lower))
    ):
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


def _apart(text: str) -> tuple[Calculation, ...]:
    """Bars of a histogram told as how far the line is over or under its signal, those of closes only."""
    found = list(_SIDES.finditer(text)) if "sig" in text else []
    if not any(m["of"] or m["its"] for m in found) or len(found) > _MOST:
        return ()
    edges = [0, *(m.end() for m in _CLAUSE.finditer(text)), len(text)]
    times = [next(text[a:b] for a, b in pairwise(edges) if a <= m.start() < b) for m in found]
    values = [float(m["n"] or m["by"] or 0.0) * (1 if m["up"] or m["more"] else -1) + 0.0 for m in found]  # of level lines 0
    closed = [(v, t) for v, t in zip(values, times, strict=True) if not _DURING.search(t)]
    if not closed:
        return ()
    if len(closed) == 2 and _EARLIER.search(closed[1][1]) and not _EARLIER.search(closed[0][1]):
        closed.reverse()
    call = Call("histogram_bars", {"values": [v for v, _ in closed]})
    return (Calculation(call, note=_AT_CLOSE if len(closed) < len(found) else ""),)


def _turned(text: str) -> tuple[Calculation, ...]:
    """MACD and signal of averages that were subtracted the wrong way round, with their signs put right."""
    round_ = _TURNED_ROUND.search(text)
    if round_ is None:
        return ()
    plain = Reading(blanked(text, [round_.span()]))
    found = labelled(plain, {"macd": macd_by_hand.MACD, "signal": macd_by_hand.SIGNAL})
    if found.rest or found.values.keys() != {"macd", "signal"}:
        return ()
    now = {f"{name}_now": -value for name, value in found.values.items()}
    macd, signal = (points(now[f"{name}_now"]) for name in ("macd", "signal"))
    note = (
        "the MACD is the fast average less the slow one; taken the other way round both signs flip, so they are here: MACD "
        f"{macd}, signal {signal}."
    )
    return (Calculation(Call("macd_cross", now), note=note),)
