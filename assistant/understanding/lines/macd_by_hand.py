"""MACDs worked out by hand: from two averages, one value further, from two of its three figures, and from typed rows.

Each function reads one of them out of a question and returns the tool's arguments, or None where it is not there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from assistant.understanding.filling.arithmetic import plainly, span_of
from assistant.understanding.filling.structures import Arguments
from assistant.understanding.text.labelled import labelled
from assistant.understanding.text.number_rows import couples, longest, named_rows, rows, signs_written
from assistant.understanding.text.quantities import Quantity, Reading, blanked
from tools.methodology import METHOD

_PERIODS: Final = r"[\s-]{0,2}(?:periods?|days?|bars?|weeks?|sessions?|pt)?"
_EMA: Final = r"(?:emas?|averages?|avg|ma|exponential(?: (?:moving )?average)?|moving average)"


def _average(words: str, span: int) -> re.Pattern[str]:
    """An average by its speed or its span: "fast ema", "quick one", "ema(12)", "12-day average", "e12"."""
    return re.compile(
        rf"\b(?:{words})(?:[ -](?:{_EMA}|line|one))?\b"
        rf"|\b(?:ema|e|{_EMA})[\s-]?\(?{span}\)?(?![\d.])|(?<![\w.]){span}{_PERIODS}[\s-](?:{_EMA}|one)\b"
    )


FAST: Final = _average("fast(?:er)?|quick(?:er)?|short(?:er)?(?:[ -]term)?", 12)
SLOW: Final = _average("slow(?:er)?|lazy|long(?:er)?(?:[ -]term)?", 26)
SIGNAL: Final = re.compile(r"\bsig(?:nal)?s?(?:[ -]line)?\b")
MACD: Final = re.compile(r"\bmacd(?:[ -](?:line|value|itself))?s?\b(?!\s?\()")
_HIST: Final = re.compile(r"\bhist(?:o|ogram)?s?(?: (?:bar|value))?\b")
_AVERAGES: Final = {"fast_ema": FAST, "slow_ema": SLOW, "signal": SIGNAL}
_FIGURES: Final = {"macd": MACD, "signal": SIGNAL, "histogram": _HIST}
_GAPS: Final = re.compile(r"\b(?:gap|difference|distance|spread)\b")
_ROWS: Final = {
    "signal": re.compile(r"\bsig(?:nal)?s?\b"),
    "macd": re.compile(r"\bmacds?\b|(?<!signal )(?<!sig )\blines?\b(?! of)"),
}
_LEVEL_SIGNAL: Final = re.compile(
    r"\bsig(?:nal)?(?: line)?(?: (?:is|was|stays?|stayed|sits|remains?|stuck|flat|constant|steady|unchanged|at|on|still)){1,4}"
    r" (?P<n>[-+]?(?:\d++\.\d++|\.\d++|0(?![\d.])))(?![\w%]|\s?[,/]\s?[-+]?\.?\d)"
)
_HEADED: Final = re.compile(r"\bmacd(?: line)?\W{1,5}(?:and |then |vs\.? )?sig(?:nal)?\b")
_EARLIER: Final = re.compile(r"\b(?:yesterday|yday|prior|prev\w*|before|old|last|as of|was|were|had been)\b")
NEWER: Final = re.compile(
    r"\b(?:today|new|newest|latest|now|next|current|prints?|printed|comes? in|came in|close[sd]?|closing|then|reading|value"
    r"|iv)\b"
)
_NEXT_BAR: Final = re.compile(r"\b(?:next|tomorrow'?s?|tmrw) (?:bar|close|value|print|day|iv|reading)?")
_FROM_TO: Final = re.compile(r"\d to [-+]?\.?\d")  # two bars told as a move
_BAR_NAMED: Final = re.compile(
    r"\b(?:day|bar|week|session|row|candle|t)[ #]{0,2}\d{1,3}\b(?!\.\d)[:,=)]?"
    r"|\b(?:mon|tue|wed|thu|fri)(?:s|rs|rsday|nesday|sday|day|urs|ursday)?'?s?\b:?"
)
_LINE_VALUE: Final = re.compile(
    r"(?:\b(?P<label>macd|sig)\w*[^\d.+-]{0,12})?(?<![\w.])(?P<n>[-+]?(?:\d++\.\d++|\.\d++|0(?![\d.])))(?![\w%])"
)
_NEEDED: Final = re.compile(r"\b(?:needs?|needed|required?|must|have to|has to|what|which|where|how (?:high|low|far|much))\b")
_NEXT: Final = re.compile(r"\b(?:tomorrow|next|needs?|needed|required?|must|has to|have to)\b")
_THREE: Final = 3
_EMA_BEFORE: Final = re.compile(
    r"\b(?:ema|exponential(?: (?:average|signal))?|signal) (?:before(?: today)?|yesterday|one bar (?:ago|before))\b"
    r"|\b(?:prev\w*|prior|yesterday'?s?|last) (?:ema|exponential|signal)\b"
)
# Days and bars beside the peaks: "3/11", "2026-03-11", "mar 11", "on the 11th", "bar 7"
_WHEN: Final = re.compile(
    r"(?<![\w./])\d{1,2}/\d{1,2}(?:/\d{2,4})?(?![\w/]|\.\d)|(?<![\w.-])\d{4}-\d{2}-\d{2}(?!\d)"
    r"|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}(?:st|nd|rd|th)?\b(?!\.\d)"
    r"|(?<![\w.])\d{1,2}(?:st|nd|rd|th)\b|\b(?:bar|day|week|point|row|tranche|layer|step|peak)s? #?\d{1,4}\b(?!\.\d|\s?%)"
)
_FIRST_IN: Final = re.compile(r"\b(?:start\w*|first|initial|began|begin\w*|after|with|already|have|in|put)\b[^.?!\d]{0,24}$")
_STARTING: Final = re.compile(
    r"\b(?:start(?:ed|ing|s)?|first tranche|initial(?:ly)?|began|beginning)(?: (?:at|with|from|of|is|was))?\s$"
)
_COUNTED: Final = re.compile(r"\s?(?:bars?|days?|weeks?|months?|points?|lots?|contracts?|flies)\b")
_SHARES: Final = (10, 50)  # percent of a plan that a first tranche may be
_AT_CROSS: Final = re.compile(
    r" (?:went |put |goes |is )?(?:in |on )?(?:at|on|with|for) (?:the |my )?(?:first |initial )?"
    r"(?:cross|trigger|signal|tranche)| (?:first|to start|already|in already|initial)"
)
_PEAKED: Final = re.compile(r"\b(?:peaks?|peaked|humps?|tops?|topped|crests?|maxima)\b")


def averages(reading: Reading) -> Arguments | None:
    """Two averages of one bar, and the signal where it is given: "ema12 of my put iv = 19.42, ema26 = 19.07, signal .28"."""
    found = labelled(plainly(reading), _AVERAGES).values
    return found if {"fast_ema", "slow_ema"} <= found.keys() else None


def one_further(reading: Reading) -> Arguments | None:
    """Averages and signal of the bar before and one new value: "yesterday fast ema 18.2, slow 18.9, signal -.75; today 20"."""
    plain = plainly(reading)
    if not (_NEXT_BAR.search(plain.lower) or (_EARLIER.search(plain.lower) and NEWER.search(plain.lower))):
        return None
    found = labelled(plain, _AVERAGES)
    rest = [q for q in found.rest if q.value > 0 and NEWER.search(plain.before(q, 36))]
    return {**found.values, "value": rest[0].value} if len(found.values) == len(_AVERAGES) and rest else None


def in_percent(reading: Reading) -> Arguments | None:
    """A MACD as a share of its slow average, the PPO: "macd 0.6 when the 26 ema is 24, in percent"."""
    plain = plainly(reading)
    found = labelled(plain, {"macd": MACD, "slow": SLOW})
    if found.values.keys() != {"macd", "slow"} or found.rest or found.values["slow"] <= 0 or averages(plain) is not None:
        return None
    slow = found.values["slow"]
    return {"fast_ema": round(slow + found.values["macd"], 12), "slow_ema": slow}


def two_of_three(reading: Reading) -> Arguments | None:
    """The histogram and one of the two lines of a bar: "macd is 0.42 and the histogram 0.05, where is the signal"."""
    plain = plainly(reading)
    if "hist" not in plain.lower:
        plain = Reading(_GAPS.sub("histogram", plain.lower))
    found = labelled(plain, _FIGURES)
    known = found.values
    if len(known) == _THREE:
        return _shown_otherwise(known, {q.value for q in found.rest})
    return known if len(known) == 2 and "histogram" in known and not found.rest else None


def _shown_otherwise(known: Mapping[str, float], beside: set[float]) -> Arguments | None:
    """Both lines with a histogram that is not their difference, which may stand beside it ("why not .14")."""
    gap = round(known["macd"] - known["signal"], 12)
    if known["histogram"] == gap or beside - {gap, abs(gap)}:
        return None
    return {"macd": known["macd"], "signal": known["signal"], "shown": known["histogram"]}


def lines(reading: Reading) -> Arguments | None:
    """Rows of both lines, oldest first: "line: -.9, -.7, -.5; signal: -.8, -.75, -.68", or "macd/signal: .12/.15, .19/.16"."""
    text = signs_written(plainly(reading).lower)
    found = named_rows(text, _ROWS)
    if found.keys() == {"macd", "signal"} and not (len(found["macd"]) == 2 and _FROM_TO.search(text)):
        return {k: list(v) for k, v in found.items()} if len(found["macd"]) == len(found["signal"]) else None
    if (level := _LEVEL_SIGNAL.search(text)) is not None:
        line = named_rows(blanked(text, [level.span()], "·"), _ROWS).get("macd", ())
        if len(line) >= _THREE:
            return {"macd": list(line), "signal": [float(level["n"])] * len(line)}
    if (told := _bar_by_bar(text)) is not None:
        return told
    told_alone = [row.values for row in rows(text) if len(row.values) == 2]
    pairs = couples(text) or (told_alone if len(told_alone) == len(rows(text)) else [])
    if len(pairs) < 2 or _HEADED.search(text) is None:
        return None
    return {"macd": [a for a, _ in pairs], "signal": [b for _, b in pairs]}


def _bar_by_bar(text: str) -> Arguments | None:
    """Three bars or more, each named and with both its lines: "week 1 macd .05 signal .07; week 2 .09, .075; week 3 …"."""
    edges = [m.span() for m in _BAR_NAMED.finditer(text)]
    if len(edges) < _THREE:
        return _in_turn(text)
    behind = _LINE_VALUE.search(text[: edges[0][0]]) is not None
    told = [bar for bar in _told(text, edges, behind=behind) if bar]  # a bar named once more has none ("expanding on thu?")
    if len(told) < _THREE or any(len(bar) != 2 for bar in told):
        return None
    turned = told[0][0][0].startswith("sig") or (told[0][1][0].startswith("macd") and not told[0][0][0])
    pairs = [(bar[1][1], bar[0][1]) if turned else (bar[0][1], bar[1][1]) for bar in told]
    return {"macd": [a for a, _ in pairs], "signal": [b for _, b in pairs]}


def _in_turn(text: str) -> Arguments | None:
    """Three bars or more without names, both lines of each named: "macd -.22 sig -.15, macd -.19 sig -.16, macd …"."""
    told = [(m["label"] or "", float(m["n"])) for m in _LINE_VALUE.finditer(text)]
    names = [label[:3] for label, _ in told]
    if len(told) < 2 * _THREE or set(names) != {"mac", "sig"} or names != names[:2] * (len(told) // 2):
        return None
    first, second = ([value for _, value in told[n::2]] for n in (0, 1))
    return {"macd": first, "signal": second} if names[0] == "mac" else {"macd": second, "signal": first}


def _told(text: str, edges: Sequence[tuple[int, int]], *, behind: bool) -> list[list[tuple[str, float]]]:
    """What each named bar has after its name, or with `behind` before it (".11/.118 tue, .13/.12 wed")."""
    starts, ends = [start for start, _ in edges], [end for _, end in edges]
    parts = zip([0, *ends[:-1]], starts, strict=True) if behind else zip(ends, [*starts[1:], len(text)], strict=True)
    return [[(m["label"] or "", float(m["n"])) for m in _LINE_VALUE.finditer(text, a, b)] for a, b in parts]


def simple(reading: Reading) -> Arguments | None:
    """A row of MACD values whose simple mean is the signal: "metatrader style signal of .10 .12 .11 …"."""
    text = plainly(reading).lower
    row = longest(rows(text)) if not reading.series else None
    values = list(reading.series) or (list(row.values) if row else [])
    if len(values) < 3:
        return None
    span = span_of(text)
    told = int(next(g for g in span.groups() if g)) if span else METHOD.signal.value
    before = labelled(Reading(blanked(text, [(row.start, row.end)], "·")), {"previous": _EMA_BEFORE}).values if row else {}
    return {"macd": values, "span": min(told, len(values)), **before}


def _is_start(reading: Reading, quantity: Quantity) -> bool:
    """Whether a whole number without its sign is the share that the first tranche took."""
    whole = quantity.value.is_integer() and _SHARES[0] <= quantity.value <= _SHARES[1]
    return whole and _STARTING.search(reading.before(quantity)) is not None and not _COUNTED.match(reading.after(quantity))


def to_cross(reading: Reading) -> Arguments | None:
    """Both lines of now, where it is asked which MACD the next bar needs: "signal .35 today, macd .31: what crosses?"."""
    plain = plainly(reading)
    found = labelled(plain, {"macd": MACD, "signal": SIGNAL})
    asked = _NEEDED.search(plain.lower) is not None and _NEXT.search(plain.lower) is not None
    return found.values if asked and found.values.keys() == {"macd", "signal"} and not found.rest else None


def peaks(reading: Reading) -> Arguments | None:
    """Peaks of a histogram one after the other: "hist peaks so far 0.12 then 0.10"."""
    plain = plainly(reading)
    told = _PEAKED.search(plain.lower)
    if told is None:
        return None
    plain = Reading(blanked(plain.lower, [m.span() for m in _WHEN.finditer(plain.lower)], "·"))
    values = [q.value for q in plain.quantities if q.unit == "plain" and 0 < q.value < 50]
    parts = [v for v in values if not v.is_integer()]
    values = parts if len(parts) >= 2 else values  # the whole number beside them counts something ("done at 25", "rsi 45")
    if len(values) < 2:
        return None
    shares = [
        q.value
        for q in plain.quantities
        if q.unit == "percent" and (_FIRST_IN.search(plain.before(q)) or _AT_CROSS.match(plain.after(q)))
    ]
    if not shares:  # "starting 25"
        shares = [q.value / 100 for q in plain.quantities if q.unit == "plain" and _is_start(plain, q)]
    return {"peaks": values, **({"first": shares[0]} if len(shares) == 1 else {})}
