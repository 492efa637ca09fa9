"""A signal line moved on by one MACD after the other, the MACD told or still to be taken from its averages."""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.arithmetic import span_of
from assistant.understanding.filling.brought import From
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.lines.macd_by_hand import FAST, SLOW
from assistant.understanding.text.labelled import Labelled, labelled
from assistant.understanding.text.number_rows import longest, rows
from assistant.understanding.text.quantities import Reading
from tools import ema_step
from tools.ema_of_values import ema_of_values
from tools.methodology import METHOD

_SIGNAL: Final = re.compile(r"\bsig(?:nal)?(?:[ -]line)?\b")
_MACD: Final = re.compile(r"\bmacd(?:[ -](?:line|value))?\b")
_NEW: Final = re.compile(
    r"\b(?:new|updated?|next|moved|resulting|recomputed?) (?:value of (?:the )?|\d{1,2}(?:[ -](?:period|day|bar)s?)? )?sig"
    r"|\bsig(?:nal)?(?: line)? (?:moves?|go(?:es)?|becomes?|updates?|after (?:that|this|it)|next)\b"
)
_BEFORE: Final = re.compile(r"\b(?:prev\w*|prior|yesterday'?s?|yday'?s?|old|last|earlier|before|was|were|stood)\b")
_WEIGHT: Final = re.compile(
    r"\b(?:weigh(?:s|ing|ted)?|weight|alpha|smoothing(?: (?:factor|constant))?|k)\b[^.;?!\d]{0,32}(?P<n>0?\.\d{1,6})(?![\w%])"
)
_SPAN_TOLD: Final = re.compile(
    r"\((?P<n>[1-9]\d?)\)|\b(?:with|on|over|at) (?:a |an )?(?P<m>[1-9]\d?)(?=\W{0,3}$)"
    r"|(?<![\w.])(?P<k>[1-9]\d?) (?:ema )?sig(?:nal)?\b"
)
_BEGINS: Final = re.compile(
    r"\bsig(?:nal)?(?: line)?\b[^.?!]{0,24}\b(?:start\w*|begins?|first|seed\w*|initial\w*)\b"
    r"|\b(?:first|starting|initial|seed\w*)(?: (?:value|bar|of|the|valid)){0,3} sig(?:nal)?\b"
)
_EQUAL: Final = 1e-9
_CLAUSE: Final = re.compile(r"[,;.?!](?!\d)|\b(?:and|now|today)\b")
_N: Final = r"[-+]?(?:\d++\.\d++|\.\d++|0(?![\d.]))"
_SEVERAL: Final = re.compile(
    rf"\b(?:next|then|following|new)\b[^\d.;?!]{{0,24}}\bmacds?\b(?: (?:values?|readings?|are|of|comes?|in|at|is|being))"
    rf"{{0,3}}\s?[:=]?\s?"
    rf"(?P<row>{_N}(?:(?:, ?(?:and |then )?| and | then |/| ){_N}){{1,5}})(?![\w%]|\.\d)"
)
_START: Final = re.compile(
    rf"\bsig(?:nal)?(?: line)?(?: (?:is|was|at|stands|of|now|today|yesterday|starts?|=)){{0,3}}\s?[:=]?\s?(?P<n>{_N})"
)


def signal_moved(reading: Reading) -> tuple[Calculation, ...]:
    """The steps of a signal line; () where the question tells no signal of the bar before and no MACD after it.

    `reading` is of the text as typed.
    """
    text = reading.lower
    return _in_turn(text) or _from_averages(reading) or _once(reading) or _begun(reading)


def _begun(reading: Reading) -> tuple[Calculation, ...]:
    """The first signal of a row of MACDs, their simple mean, with the histogram of its bar ("first nine macds are …")."""
    text = reading.lower
    if _BEGINS.search(text) is None or "hist" in text:
        return ()
    row = longest(rows(text))
    values = list(reading.series) or (list(row.values) if row is not None and _MACD.search(row.before) else [])
    span = _named_span(text) or _span(text)
    if len(values) < span or span < 2:
        return ()
    signal = ema_of_values(values, span).mean_seeded
    seeded = Call("ema_of_values", {"values": values, "span": span})
    gap = Call("third_line", {"macd": values[-1], "signal": signal})
    note = f"a signal of {span} bars has its first value on the {span}th MACD, there the simple mean of them (SMA seed)."
    return Calculation(seeded, note=note), Calculation(gap)


def _span(text: str) -> int:
    span = span_of(text)
    return int(next(g for g in span.groups() if g)) if span else METHOD.signal.value


def _named_span(text: str) -> int | None:
    """A span in brackets, at the end ("whats the signal now (9)") or right before ("next 9 signal"); None without one."""
    found = _SPAN_TOLD.search(text)
    return int(found["n"] or found["m"] or found["k"]) if found else None


def _in_turn(text: str) -> tuple[Calculation, ...]:
    """Several MACDs one after the other, with both lines of every bar at the end."""
    row = _SEVERAL.search(text) if "next" in text or "then" in text or "new" in text or "follow" in text else None
    start = _START.search(text) if row else None
    if row is None or start is None:
        return ()
    values = [float(n) for n in re.findall(_N, row["row"])]
    span, signal = METHOD.signal.value, float(start["n"])
    steps, lines = [], []
    for value in values:
        steps.append(Calculation(Call("ema_step", {"previous": signal, "value": value, "span": span})))
        signal = round(ema_step(signal, value, span).value, 6)
        lines.append(signal)
    return (*steps, Calculation(Call("macd_lines", {"macd": values, "signal": lines})))


def _from_averages(reading: Reading) -> tuple[Calculation, ...]:
    """Both averages of now and the signal of the bar before: the line, its new signal and the histogram."""
    text = reading.lower
    if _BEFORE.search(text) is None or not ("ema" in text or "average" in text or "fast" in text):
        return ()
    found = labelled(reading, {"fast_ema": FAST, "slow_ema": SLOW, "signal": _SIGNAL})
    if len(found.values) != 3 or found.rest or not _earlier(text, _SIGNAL) or any(_earlier(text, a) for a in (FAST, SLOW)):
        return ()
    line = Call("macd_values", {k: found.values[k] for k in ("fast_ema", "slow_ema")})
    brought = From("macd_values", "macd")
    moved = Call("ema_step", {"previous": found.values["signal"], "value": brought, "span": METHOD.signal.value})
    gap = Call("macd_cross", {"macd_now": brought, "signal_now": From("ema_step", "average")})
    return tuple(Calculation(call) for call in (line, moved, gap))


def _once(reading: Reading) -> tuple[Calculation, ...]:
    """The signal line of the bar before moved on by the new MACD, and the histogram where it is asked for."""
    found = labelled(reading, {"signal": _SIGNAL, "macd": _MACD})
    named = _named_span(reading.lower)
    if [q.value for q in found.rest] == [named]:
        found = Labelled(found.values)
    weight = _WEIGHT.search(reading.lower) if len(found.rest) == 1 else None
    weighed = weight is not None and abs(float(weight["n"]) - found.rest[0].value) < _EQUAL
    if found.values.keys() != {"signal", "macd"} or (found.rest and not weighed):
        return ()
    before, now = (_earlier(reading.lower, label) for label in (_SIGNAL, _MACD))
    if now or not (before or weighed or _NEW.search(reading.lower)):
        return ()
    span = 2 / found.rest[0].value - 1 if weighed else float(named or _span(reading.lower))
    if abs(span - round(span)) > _EQUAL or span < 1:
        return ()
    step = Call("ema_step", {"previous": found.values["signal"], "value": found.values["macd"], "span": round(span)})
    gap = Call("macd_cross", {"macd_now": found.values["macd"], "signal_now": From("ema_step", "average")})
    # A histogram is of one bar: the new signal's, where the words tell the bars apart or ask for it.
    return (Calculation(step), Calculation(gap)) if before or weighed or "hist" in reading.lower else (Calculation(step),)


def _earlier(text: str, label: re.Pattern[str]) -> bool:
    """Whether the clause of the label's number says that it is of the bar before."""
    place = label.search(text)
    if place is None:
        return False
    edges = [m.end() for m in _CLAUSE.finditer(text, 0, place.start())]
    until = _CLAUSE.search(text, place.end())
    return _BEFORE.search(text, edges[-1] if edges else 0, until.start() if until else len(text)) is not None
