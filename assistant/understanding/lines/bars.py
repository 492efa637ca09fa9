"""MACD, signal and level of one bar or two in words: "MACD 0.12 vs signal 0.15 yesterday, 0.18 vs 0.16 today".

A clause tells its time once for all its numbers; a clause without a time keeps that of the clause before. A number without
a label of its own is the next of the pair: first the MACD, then its signal.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from assistant.understanding.filling.arithmetic import OF_SPAN
from assistant.understanding.lines.two_bars import paired_bars, two_bars
from assistant.understanding.text.quantities import Quantity, Reading

_LABEL: Final = re.compile(r"\b(macd|sig|norm|depressed|level|(?<=iv )ratio|(?<=level )ratio)")
_TIME: Final = re.compile(
    r"\b(?:(?P<now>today|todays|now|current|currently|this (?:bar|week|day)|latest|just)"
    r"|(?P<then>(?<=[,;] )was|yesterday|yday|before|previous|prior|prev|last (?:bar|week|day)|day before|earlier|ago))\b"
)
_NEXT: Final = re.compile(
    r"\btomorrow\b|\bnext (?:bar|day|week|close|session|one)\b|\bthe (?:bar|day|week|one) after\b"
    r"|^\W{0,3}(?:and |so |ok )?(?:then|after that)\b"
)
_CLAUSE: Final = re.compile(r"[,;:.?!](?!\d)\s|\s-\s|\b(?:and|but|then|while) (?=(?:today|now|yesterday|this|last|prev))")
_RUN: Final = re.compile(r"(?<![\w.])[\d.]++(?:(?:\s?/\s?|\s)[-+]?(?=\.?\d)[\d.]++){2,}")  # three numbers or more in a row
_AVERAGE: Final = re.compile(r"\b(?:ema|average)s?(?: ?\d{1,2})?\b(?! of)[^,;]{0,16}$")
_JOINED: Final = re.compile(r"^\s?(?:,|vs\.?|versus|and|against|to|with|&|over|under|above|below)\b|^\s?[,&]|\bit\b")
_LABEL_AFTER: Final = re.compile(  # "-0.05 signal -0.07": that label is of the next number
    r"\s{0,3}(macd|sig|norm)(?!\w{0,8}\s?(?:line\s)?(?:is\s|at\s|of\s|was\s|=\s?)?[-+]?\s?\.?\d)"
)
_BETWEEN: Final = re.compile(
    r"\W{0,3}(?:and )?(?:today|now|currently|yesterday|yday|before|previous(?:ly)?|prior|prev|was)\W{0,3}"
    r"(?:it )?(?:was |is |at )?"
)
_GAP: Final = re.compile(r"\bmacd (?:minus|less) (?:the |its )?sig")  # the histogram by another name
# Two bars are compared; one from before them is left out.
_LONG_AGO: Final = re.compile(
    r"\b(?:(?:two|2|three|3) (?:days|bars|weeks) (?:ago|before)|(?:the )?day before yesterday)\b[^;]{0,60}?"
    r"(?=\b(?:yesterday|today)\b)"
)
_LEVEL_SIGNAL: Final = re.compile(
    r"\bsig(?:nal)?(?: line)?\b[^.;?!\d]{0,24}\b(?:flat|unchanged|constant|steady|still|same|fixed|stuck)\b"
)
_ALIKE: Final = re.compile(
    r"\b(?:both(?: lines?)?(?: (?:were|was|are|stood|sat|is))?(?: (?:equal|the same|level|together))?(?: (?:at|on|to))?"
    r"|(?:were|was) (?:both )?(?:equal|the same|level) (?:at|on|to))"
    r" (?P<n>[-+]?(?:\d++\.\d++|\.\d++|0))(?![\w%]|\.\d|\s?(?:,|/|and\b|vs)\s?[-+]?\.?\d)"
)
_PAIR: Final = 2
_MOVES: Final = re.compile(r"\s?to\s[-+]?\.?\d")
_NAMES: Final = {"m": "macd", "s": "signal", "n": "normalised", "d": "normalised", "l": "normalised", "r": "normalised"}


@dataclass
class _Filled:
    """What has been read so far; `last` is the label of the number before, `when` the time of the clause."""

    out: dict[str, float] = field(default_factory=dict)
    last: str = ""
    when: str = "now"


def bars(reading: Reading) -> dict[str, float] | None:
    """The arguments of `macd_cross`; None without MACD and signal of the present bar."""
    if _GAP.search(reading.lower):
        return None
    text = _LONG_AGO.sub(" macd ", reading.lower)
    if "both" in text or "equal" in text:
        text = _ALIKE.sub(r" macd \g<n> signal \g<n>", text)
    told = two_bars(text) or text
    if (pairs := paired_bars(told)) is not None:
        return pairs
    if "macd" not in reading.lower:
        return None
    found = _read(reading if told == reading.lower else Reading(told), _Filled())
    if "macd_before" in found and "signal_before" not in found and "signal_now" in found and _LEVEL_SIGNAL.search(text):
        found["signal_before"] = found["signal_now"]
    if ("macd_before" in found) != ("signal_before" in found):  # half a bar tells no cross
        found = {name: value for name, value in found.items() if not name.endswith("_before")}
    return found if {"macd_now", "signal_now"} <= found.keys() else None


def further_bars(reading: Reading, known: Mapping[str, float]) -> dict[str, float]:
    """What a question adds to a cross that is known in part ("yesterday it was .020 and .025"): first MACD, then signal.

    The bar after a known one ("and if tomorrow is 0.05 and -0.2") makes that the one before.
    """
    if _NEXT.search(reading.lower) and {"macd_now", "signal_now"} <= known.keys():
        following = _read(reading, _Filled(last="signal"))
        if {"macd_now", "signal_now"} == following.keys():
            return {**following, "macd_before": known["macd_now"], "signal_before": known["signal_now"]}
    return _read(reading, _Filled(last="signal")) if _TIME.search(reading.lower) else {}


def _read(reading: Reading, filled: _Filled) -> dict[str, float]:
    for start, end in _clauses(reading.lower):
        _read_clause(reading, start, end, filled)
    return filled.out


def _clauses(text: str) -> list[tuple[int, int]]:
    edges = [0, *(m.end() for m in _CLAUSE.finditer(text)), len(text)]
    return list(pairwise(edges))


def _read_clause(reading: Reading, start: int, end: int, filled: _Filled) -> None:
    numbers = [
        q for q in reading.quantities if start <= q.start < end and q.unit == "plain" and not OF_SPAN.match(reading.after(q))
    ]
    times = list(_TIME.finditer(reading.lower, start, end))
    one_time = len({t.lastgroup for t in times}) == 1
    # "macd -0.12 signal -0.15 yesterday -0.18 and -0.16": a time between two pairs is that of the second.
    parted = one_time and all(len(side) >= _PAIR for side in _sides(numbers, times[0].start()))
    if one_time and not parted:
        filled.when = "before" if times[0]["then"] else "now"
    edge = start
    for quantity in numbers:
        if parted and edge <= times[0].start() < quantity.start:
            filled.when, filled.last = "before" if times[0]["then"] else "now", "signal"
        _read_number(reading, quantity, (start, edge), filled, times)
        edge = quantity.end


def _sides(numbers: list[Quantity], place: int) -> tuple[list[Quantity], list[Quantity]]:
    return [q for q in numbers if q.start < place], [q for q in numbers if q.start > place]


def _read_number(
    reading: Reading, quantity: Quantity, since: tuple[int, int], filled: _Filled, times: list[re.Match[str]]
) -> None:
    """Label and keep one number; `since` are the starts of the clause and of the text after the number before."""
    start, edge = since
    between = reading.lower[edge : quantity.start]
    moved = re.search(r"\b(from|to)\s*$", between)
    if _AVERAGE.search(between):  # "the 12 ema 20.1" is neither line
        filled.last = ""
        return
    labels = _LABEL.findall(between)
    after = _LABEL_AFTER.match(reading.after(quantity))
    # "macd today 0.12 yesterday 0.10" is the same line at another time.
    again = edge != start and filled.last != "" and _BETWEEN.fullmatch(between) is not None
    if labels or (after and not again):
        label = _NAMES[(labels[-1] if labels else after[1])[0]]  # type: ignore[index]
    elif again and filled.last == "signal" and f"macd_{_time(quantity, times, filled.when)}" not in filled.out:
        label = "macd"  # "macd -0.12 sig -0.08 yesterday, today -0.05 …": the next pair begins
    elif again or (moved and moved[1] == "to"):
        label = filled.last
    elif edge == start or _JOINED.search(between) or (between.strip() in ("", "/") and _paired(reading, quantity)):
        label = {"macd": "signal", "signal": "macd"}.get(filled.last, "")
    else:
        label = ""
    if not label:
        return
    filled.last = label
    when = _time(quantity, times, filled.when)
    if moved:
        when = "before" if moved[1] == "from" else "now"
    elif _MOVES.match(reading.after(quantity)):
        when = "before"
    filled.out.setdefault(label if label == "normalised" else f"{label}_{when}", quantity.value)


def _paired(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number with decimals is the second of two that stand together, not of a longer row."""
    if quantity.value.is_integer():
        return False
    return not any(m.start() <= quantity.start < m.end() for m in _RUN.finditer(reading.lower))


def _time(quantity: Quantity, times: list[re.Match[str]], when: str) -> str:
    """Of several times in one clause the last one before the number counts, or the next one where the first follows it."""
    if len({t.lastgroup for t in times}) < 2:
        return when
    leading = times[0].start() < quantity.start
    told = [t for t in times if (t.start() < quantity.start) == leading]
    return "before" if (told[-1] if leading else told[0])["then"] else "now"
