"""Averages moved on by one value, by their weights or from rest: "alpha 2/13, from 16.80, print 18.10", "flat at 15, then 18".

A weight of 2/(n + 1) is read as the span n. Each function returns the tool's arguments, or None where they are not there.
"""

from __future__ import annotations

import re
from typing import Any, Final

from assistant.understanding.filling.arithmetic import ema_step, plainly, spans_of
from assistant.understanding.filling.macd_spans import triple
from assistant.understanding.filling.structures import Arguments
from assistant.understanding.lines.macd_by_hand import FAST, MACD, NEWER, SIGNAL, SLOW
from assistant.understanding.text.labelled import labelled
from assistant.understanding.text.number_words import WORDS
from assistant.understanding.text.quantities import Reading, blanked
from assistant.understanding.text.sought import Sought
from assistant.understanding.text.tokens import NUMBER

_N: Final = rf"[-+]?{NUMBER}"
_W: Final = r"(?:2\s?/\s?(?:\d{1,3}|\(\s?\d{1,3}\s?\+\s?1\s?\))|0?\.\d++)(?![\w%])"
_IS: Final = r"(?: (?:of|is|are|for|on|in|the|new|newest|fast|slow|ones?|value|reading)){0,4}\s?[:=]?\s?"
_WEIGHTS: Final = re.compile(
    rf"\b(?:alphas?|k|weights?|smoothing(?: (?:constant|factor|weight|coefficient)s?)?|coefficients?){_IS}(?P<a>{_W})"
    rf"(?:(?:\s?(?:,|/|and|&|;)\s?(?:the )?(?:slow )?(?:alpha|k|weight)?{_IS}|\s)(?P<b>{_W}))?"
    r"(?: (?:on|of|to|for|in) (?:the |a )?(?:new|newest|latest|last|next) (?:value|bar|print|observation|reading)s?\b)?"
)
_SPELLED: Final = re.compile(
    rf"\b({'|'.join(sorted(WORDS, key=len, reverse=True))})(?=[\s-](?:day|period|bar|week|session|ema)s?\b)"
    rf"|(?<=average of )({'|'.join(WORDS)})\b"
)
_STEPS: Final = re.compile(
    r"\b(?:new|next|today'?s?|prints?|brings?|feed\w*|values?|updat\w+|readings?|close[sd]?|add\w*|observ\w+|arriv\w+|mov\w+|settles?"
    r"|get|latest|now|becomes?|recomput\w+|then|steps?)\b"
)
_AVERAGE_OF: Final = re.compile(r"\baverage of (\d{1,3}+)(?! ?(?:periods?|days?|bars?|weeks?|sessions?|,|and)\b)(?![.,]\d)")
_BOTH: Final = re.compile(
    rf"\b(?:both|the two)\b[^\d.?!;]{{0,40}}?(?P<both>{_N})"
    rf"|\bemas? ?\(?\d{{1,2}}\)? ?= ?emas? ?\(?\d{{1,2}}\)? ?= ?(?P<same>{_N})"
    rf"|\b(?:emas?|averages)\b[^\d.?!;]{{0,20}}\b(?:equal|same|identical)\b[^\d.?!;]{{0,16}}?(?P<equal>{_N})"
)
_REST: Final = r"\b(?:flat|steady(?:[ -]state)?|constant|quiet|unchanged|(?:at |from )rest|resting|calm|equilibrium|settled)\b"
_STEADY: Final = re.compile(
    rf"{_REST}[^\d.?!;]{{0,30}}?\b(?:at|of|on|with|from|near|level|value)\s(?P<at>{_N})|{_REST} (?P<n>{_N})"
)
_RESTS: Final = re.compile(_REST)
_IN_ORDER: Final = re.compile(rf"\b(?:emas|averages)\b[^\d.?!;]{{0,24}}?(?P<f>{_N})\s?(?:,|/|and|&)\s?(?:the )?(?P<s>{_N})")
_LINE: Final = re.compile(
    rf"\b(?:macd|line|response)\b[^\d.?!;]{{0,36}}?\b(?:of|to|at|equals?|be|reads?|reach(?:es)?|gives?|hits?|is|shows?|becomes?)"
    rf"\s(?:exactly |just |about )?(?P<w>{_N}|zero)"
    rf"|\b(?:macd|line)(?: line)? (?:(?:at|on|to|is|be|exactly) ){{0,2}}(?P<z>zero|0)\b(?!\.\d)|\bmacd ?= ?(?P<e>{_N})"
    rf"|(?<![\d.])(?P<b>{_N}) (?:of|as) (?:first )?macd\b"
)
_CROSSES: Final = re.compile(
    r"\bcross\w*|\bmeets?\b|\btouch\w*|\bcatch\w*"
    r"|\b(?:on|at|to|onto|equals?|match\w*|reach\w*|hits?|with)\s(?:exactly |right |just )?(?:its|the|my) (?:own )?sig"
)
_ASKS: Final = Sought(
    r"\b(?:what|which|how (?:large|big|high|far|much|low)|need(?:s|ed)?|required?|must|solve)\b[^.?!]{0,60}"
    r"\b(?:value|print|close|reading|price|level|step|jump|move|input|iv|vol|need(?:s|ed)?|required?|h|size)\b"
    r"|\b(?:values?|prints?|close|reading|price|level|input) (?:i |we |that |is |would )?(?:needed|needs?|required?|to|must)\b"
    r"|\b(?:jump|step|move) size\b|\bsize of (?:the |a )?(?:jump|step|move)\b"
)


def spanned(reading: Reading) -> Arguments | None:
    """One average and the value that moves it, its span in words or as a weight of 2/(n + 1)."""
    text = _spelled(plainly(reading).lower)
    if _STEPS.search(text) is None:
        return None
    weights, rest = _weights(text)
    if len(weights) > 1 or (weights and "span" not in weights[0]) or len(spans_of(text)) > 1:
        return None
    found = ema_step(Reading(rest))
    if found is None or (weights and "span" in found and found["span"] != weights[0]["span"]):
        return None
    return {**found, **(weights[0] if weights else {})} if weights or "span" in found else None


def weighted(reading: Reading) -> Arguments | None:
    """One average and the value that moves it, by a weight that is of no whole span."""
    weights, rest = _weights(plainly(reading).lower)
    if len(weights) != 1 or "weight" not in weights[0]:
        return None
    found = ema_step(Reading(rest))
    return None if found is None or "span" in found else {**found, **weights[0]}


def both(reading: Reading) -> Arguments | None:
    """Two averages, or a series at rest, and the value that moves them; without a signal."""
    text = _spelled(plainly(reading).lower)
    weights, rest = _weights(text)
    found = _averages(rest)
    if found is None or len(weights) == 1:
        return None
    averages, left = found
    news = [q for q in labelled(left, {}).rest if q.unit in ("plain", "percent") and q.value > 0]
    told = [q for q in news if NEWER.search(left.before(q, 36))] or news
    if len(told) != 1 or "macd" in labelled(left, {"macd": MACD}).values:
        return None
    value = told[0].value * (100 if told[0].unit == "percent" else 1)
    return {**averages, "value": round(value, 12), **_lengths(weights, text)}


def wanted(reading: Reading) -> Arguments | None:
    """Two averages, or a series at rest, and the line that the next value should bring."""
    text = _spelled(plainly(reading).lower)
    if _ASKS.search(text) is None:
        return None
    weights, rest = _weights(text)
    line = _LINE.search(rest)
    if line is not None:
        aim = line["w"] or line["z"] or line["e"] or line["b"]
        level = 0.0 if aim == "zero" else float(aim)
        rest = blanked(rest, [line.span()])
    found = _averages(rest)
    if found is None and _RESTS.search(rest) and line is not None:
        found = {"fast_ema": 0.0, "slow_ema": 0.0}, Reading(rest)
    if found is None or len(weights) == 1:
        return None
    if line is None:
        signal = labelled(found[1], {"signal": SIGNAL}).values.get("signal") if _CROSSES.search(rest) else None
        if signal is None:
            return None
        level = signal
    return {**found[0], "wanted": level, **_lengths(weights, text)}


def _spelled(text: str) -> str:
    """The spans that are said in words in digits, "average of nine" as "9 period average"."""
    if "average of" in text or " day" in text or "-day" in text or "period" in text or "bar" in text or "ema" in text:
        text = _SPELLED.sub(lambda m: str(WORDS[m[1] or m[2]]), text)
        text = _AVERAGE_OF.sub(r"\1 period average", text)
    return text


def _weights(text: str) -> tuple[list[dict[str, Any]], str]:
    """The weights that the text tells, each as a span where it is of a whole one, and the text without them."""
    found = _WEIGHTS.search(text)
    if found is None:
        return [], text
    told = [_weight(found[g]) for g in ("a", "b") if found[g]]
    further = _WEIGHTS.search(text, found.end())
    spans = [found.span()]
    if further is not None and len(told) == 1:
        told.append(_weight(further["a"]))
        spans.append(further.span())
    return told, blanked(text, spans)


def _weight(told: str) -> dict[str, Any]:
    if "/" in told:
        below = re.findall(r"\d+", told.split("/")[1])
        return {"span": int(below[0]) - (1 if len(below) == 1 else 0)}
    weight = float(told)
    if not weight:  # which the tool refuses, and says why
        return {"weight": weight}
    span = round(2.0 / weight - 1.0, 9)
    return {"span": int(span)} if span.is_integer() and span >= 1 else {"weight": weight}


def _lengths(weights: list[dict[str, Any]], text: str) -> dict[str, Any]:
    """Spans and weights of the fast and the slow average, as far as they are told."""
    if len(weights) != 2:
        return dict(triple(text, signal=False))
    ordered = sorted(weights, key=lambda w: w.get("weight") or 2.0 / (w["span"] + 1.0), reverse=True)
    sides = zip(("fast", "slow"), ordered, strict=True)
    return {name if "span" in w else f"{name}_weight": w.get("span", w.get("weight")) for name, w in sides}


def _averages(text: str) -> tuple[dict[str, float], Reading] | None:
    """Both averages, and the text without them."""
    for pattern in (_BOTH, _STEADY):
        if (found := pattern.search(text)) is not None:
            group = next(n for n, told in found.groupdict().items() if told)
            at = float(found[group])
            return {"fast_ema": at, "slow_ema": at}, Reading(blanked(text, [found.span(group)]))
    reading = Reading(text)
    found_labels = labelled(reading, {"fast_ema": FAST, "slow_ema": SLOW, "signal": SIGNAL})
    values = {k: v for k, v in found_labels.values.items() if k != "signal"}
    if len(values) == 2:
        taken = [(q.start, q.end) for q in reading.quantities if q not in found_labels.rest and q.value in values.values()]
        return values, Reading(blanked(text, taken))
    if (pair := _IN_ORDER.search(text)) is not None:
        values = {"fast_ema": float(pair["f"]), "slow_ema": float(pair["s"])}
        return values, Reading(blanked(text, [pair.span("f"), pair.span("s")]))
    return None
