"""Readings typed by hand: the bars of a histogram and a level beside its average."""

from __future__ import annotations

import re
from typing import Final

from assistant.understanding.filling.arithmetic import plainly
from assistant.understanding.filling.structures import Arguments
from assistant.understanding.lines.two_bars import LINE_VALUE, gap_now
from assistant.understanding.text.labelled import labelled
from assistant.understanding.text.number_rows import longest, rows
from assistant.understanding.text.quantities import Quantity, Reading, blanked
from assistant.understanding.text.yearless_days import unnamed
from tools.methodology import METHOD

_HISTOGRAM: Final = re.compile(
    r"\bhist(?:ogram|o|s)?\w*\b(?P<said>[^\d]{0,40}?)(?=(?:last |past |over |for )?(?:the last )?[-−+]?\.?\d)"
)
_COUNT_ASKED: Final = re.compile(r"\bhow many (?!(?:\w+ )?(?:cross|times|higher highs|turns|sign changes))")
_GAP: Final = re.compile(
    r"\bmacd (?:minus|less) (?:the |its )?sig(?:nal)?(?: line)?\b"
    r"|\b(?:gap|difference|distance|spread) between (?:the )?(?:macd(?: line)?|lines?) and (?:the |its )?"
    r"sig(?:nal)?(?: line)?\b"
)
_FIRST_BAR: Final = re.compile(
    r"\bnans?\b|\bn/a\b|\bblanks?\b|\bempty\b|\bmissing\b|\bwarm-?\s?up\b|\bundefined\b|\bnulls?\b"
    r"|\bno (?:earlier|prior|previous)\b"
    r"|\bnothing (?:before|earlier|prior)\b|\b(?:first|only|single|lone|very first) (?:\w+ ){0,2}(?:bar|value|reading|print)\b"
)
_LONE: Final = re.compile(
    r"\bhist\w*\b[^.?!]{0,60}?(?<![\w.])(?P<v>[-+]?\s?(?:\d++\.\d++|\.\d++))(?![\w%]|\.\d)"
    r"|(?<![\w.])(?P<w>[-+]?\s?(?:\d++\.\d++|\.\d++))(?![\w%]|\.\d)[^.?!]{0,40}\bhist"
)
_OTHER_LINE: Final = re.compile(r"\b(?:macd|sig(?:nal)?)\b")
_OTHER_TOO: Final = re.compile(r"\b(?:macd|sig(?:nal)?)(?: line)?(?:,| and| n| \+| &| or|/)\s?(?:the |its )?$")
_LINE_TOO: Final = re.compile(r"\b(?:macd|sig(?:nal)?)(?: line)?(?: (?:is|was|at|of|=))? [-+]?\.?\d")
_ROW: Final = re.compile(
    r"[\s:=,(\[]{0,3}(?:(?:bars?|values?|readings?|data|series|column|is|was|were|are|by|per|each|day|daily|week(?:ly)?)[\s:=,(\[]{1,3}){0,3}[-−+.]?"
)
_COUNTED: Final = re.compile(r"\s?(?:days?|bars?|readings?|values?|weeks?|sessions?|points?)\b")
_LAST: Final = re.compile(r"\b(?:last|past)\s$")
_TIMES: Final = re.compile(
    r"\b(?:(?P<now>today|now|currently?|latest|just|newest)|(?P<then>yesterday|yday|before|previous|prior|prev|ago|oldest))\b"
)
_AFTER: Final = re.compile(r"\bafter\b(?! (?:that|this|it|which)\b)")
_BEFORE: Final = re.compile(
    r"\b(?:yesterday|yday|prev(?:ious)?|prior|last (?:bar|day|week))(?:'?s)? (?:the |macd )?hist"
    r"|\bhist\w*[^.;?!]{0,24}\b(?:yesterday|yday|before)\b"
)
_THEN_LED: Final = re.compile(r"\W{0,3}(?:[,;.]|\band\b|\bbut\b|\bvs\b)[^\d,;.]{0,16}")
_WAS: Final = re.compile(r"\b(?:was|were|from|earlier)\b")
_DIPS: Final = re.compile(r"\b(?:dip\w*|then|f[ae]ll\w*|drop\w*|down|back|trough\w*|low\w*)\b")
_OVER: Final = (
    r"(?: over (?:the |its )?(?:trailing |last |past )?\d{1,4}(?: (?:bars?|days?|weeks?|years?))?"
    r"|(?: of| for| over) (?:the |its )?(?:trailing |last |past )?(?:\d{1,4}|one|a) (?:bars?|days?|weeks?|years?))?"
)
_MEAN: Final = re.compile(
    r"(?<![\w.])(?:(?:trailing|long-run|rolling|one-year|yearly|usual|\d{3,4}|\d{1,4}[ -](?:day|bar|week|year)) ){0,3}"
    rf"(?:mean|average|avg|median|norm(?! (?:lvl|level|scale))|usual(?:ly)?)\b(?: (?:level|value|iv|vol|stack))?{_OVER}"
)
_NORMALISED: Final = re.compile(r"\bnorm\b|\bnormali[sz]\w*|\bdepressed\b")
_PLACE: Final = re.compile(
    r"(?<![\w.])(?P<n>\d{1,3})(?:st|nd|rd|th)\b|\b(?:bar|reading|day|point|week|value) #?(?P<m>\d{1,3})\b(?!\.\d)"
    r"|\b(?P<last>last|latest) (?:one|bar|reading|day|value|point)\b"
)
_TRANCHES: Final = re.compile(r"\btranches?\b|\blayers?\b|\bladder\b|\bslices?\b|\bstag(?:es?|ed|ing)\b")
_SHARES: Final = re.compile(
    r"(?<![\w./-])(?P<first>[1-9]\d)\s?%?(?: first| to start)?(?:\s?[/,+]\s?(?:then )?|\s(?:and|then|plus)(?: then)? )"
    r"(?P<step>[1-9]\d)(?!\s?%?[\w/]|\.\d)"
)
_OVER_MEAN: Final = re.compile(
    r"(?<![\w./-])(?P<value>\d{1,3}\.\d{1,4}|\.\d{1,4})\s?(?:/|÷|vs\.?|over|against)\s?"
    r"(?P<mean>\d{1,3}(?:\.\d{1,4})?|\.\d{1,4})(?![\w/%-]|\.\d)"
)
_ONE_MEAN: Final = re.compile(  # one number, and no row of which it is the first
    rf"{_MEAN.pattern}(?: (?:is|was|of|at|=)){{0,2}}\s?[:=]?\s?(?P<n>\d++(?:\.\d++)?|\.\d++)(?![\w%/]|\.\d|\s?[,;]?\s?\.?\d)"
)
_UNDER_LINE: Final = re.compile(r"(?<![\d.])0?\.80?(?!\d)|\bdepress|\bnormali[sz]|\bratios?\b|\blow enough\b")
_FEWEST: Final = 3
_HIGHEST: Final = 5.0  # of a normalised reading
_SCALE: Final = re.compile(r"\bnormali[sz]|\bscale\b|\bdepressed|\blevel\b|\bline\b|\bunder\b|\bbelow\b|\bthreshold\b")
_LINE: Final = re.compile(
    r"(?:\b(?:below|under|above|over|vs|the|at|exactly|where(?:'?s| is)?|stand\w*|reach\w*|hit|be|is|equals?|for|makes?|gives?"
    r"|to|=|×|x)|<|>)\s?$"
)
_OF_MEAN: Final = re.compile(r"\s?(?:times|x|×|of|on the)\b")


def histogram(reading: Reading) -> Arguments | None:
    """The bars of a histogram, oldest first: "hist .01 .03 .02", and the shares of the tranches that they may call for."""
    bars = _bars(reading)
    if bars is None or len(bars["values"]) < _FEWEST or _TRANCHES.search(reading.lower) is None:
        return bars
    shares = _SHARES.search(reading.lower)
    first = int(shares["first"]) / 100 if shares is not None else METHOD.first.value[0]
    return {**bars, "first": first, **({"step_size": int(shares["step"]) / 100} if shares is not None else {})}


def _bars(reading: Reading) -> Arguments | None:
    plain = plainly(reading)
    if " sig" in plain.lower:
        plain = Reading(_GAP.sub("histogram", plain.lower))
    found = _HISTOGRAM.search(plain.lower)
    if (
        found is None
        or _COUNT_ASKED.search(plain.lower)
        or _OTHER_LINE.search(found["said"])
        or _OTHER_TOO.search(plain.lower, 0, found.start())
    ):
        return None
    if plain.series:
        return {"values": list(plain.series)} if _ROW.fullmatch(found["said"]) else None
    if _LINE_TOO.search(plain.lower, found.end()):  # "histogram .05 and macd .20" are two lines of one bar
        return None
    shares = _SHARES.search(plain.lower, found.end()) if _TRANCHES.search(plain.lower) else None
    taken = range(0) if shares is None else range(*shares.span())  # "tranches with 25 then 20" are no bars
    listed = [
        q
        for q in plain.quantities
        if q.start >= found.start() and q.start not in taken and q.unit == "plain" and not _is_count(plain, q)
    ]
    if len(listed) == 1 and (gap := gap_now(plain.lower[: found.start()])) is not None and _BEFORE.search(plain.lower):
        return {"values": [listed[0].value, gap]}  # "macd .12 signal .10, yesterday hist was -.01"
    if len(listed) < 2 or ("peak" in found["said"] and not _DIPS.search(plain.lower[found.end() :])):
        return None
    values = [q.value for q in listed]
    times = list(_TIMES.finditer(plain.lower, found.start()))
    told = [m.lastgroup for m in times]
    if told == ["now"] and _WAS.search(plain.lower, times[0].end()):  # "now .04, was .06"
        told.append("then")
    if len(listed) == 2 and _AFTER.search(plain.lower, listed[0].end, listed[1].start):  # "0.00 after -0.05"
        return {"values": values[::-1]}
    # "0.006, yesterday -0.001": where only the bar before is named, the time stands with the number that follows it.
    led = set(told) == {"then"} and _THEN_LED.fullmatch(plain.lower, listed[0].end, times[0].start()) is not None
    newest_first = led or (len(told) > 1 and told[0] == "now" and told[-1] == "then")
    return {"values": values[::-1] if newest_first else values}


def bars_and_line(reading: Reading) -> tuple[Arguments, Arguments] | None:
    """Two bars of a histogram and one line of the later: "hist .03 last week, .05 this week, macd .12; signal?"."""
    text = plainly(reading).lower
    lines = list(LINE_VALUE.finditer(text)) if "hist" in text else []
    if len(lines) != 1:
        return None
    bars = histogram(Reading(blanked(text, [lines[0].span()])))
    if bars is None or len(bars["values"]) < 2:
        return None
    name = "macd" if lines[0]["name"] == "macd" else "signal"
    return bars, {name: float(lines[0]["n"]), "histogram": bars["values"][-1]}


def first_bar(reading: Reading) -> Arguments | None:
    """The one bar of a histogram that has a value, where blanks or nothing stand before it: "first bar +0.03, NaN before"."""
    text = plainly(reading).lower
    found = _LONE.search(text) if _FIRST_BAR.search(text) else None
    if found is None or _LINE_TOO.search(text):
        return None
    values = {q.value for q in plainly(reading).quantities if not q.value.is_integer()}
    told = float((found["v"] or found["w"]).replace(" ", ""))
    return {"values": [told]} if values <= {told} else None


def _is_count(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number counts bars ("last 8", "5 days") and is none itself."""
    whole = quantity.value.is_integer() and quantity.value > 1
    return whole and bool(_COUNTED.match(reading.after(quantity)) or _LAST.search(reading.before(quantity)))


def level(reading: Reading) -> Arguments | None:
    """A value and the average that it is measured by: "put iv 14.2, trailing mean 19.6"."""
    found = _against_mean(reading)
    if found is None:
        return None
    usual, others, _ = found
    # "vix is 14 and the norm is .72": that is a level already, and no average of such values
    alike = len(others) == 1 and (usual >= 1) == (others[0] >= 1)
    return {"value": others[0], "usual": usual} if alike else None


def levels(reading: Reading) -> Arguments | None:
    """Normalised readings one after the other: "norm iv: .95 .88 .81 .79 .78, macd crossed on the 5th"."""
    text = unnamed(plainly(reading).lower)
    row = longest(rows(text))
    if row is None or len(row.values) < _FEWEST or not all(0 < v < _HIGHEST for v in row.values):
        return None
    if not any(v < 1 and v != int(v) for v in row.values) or not _NORMALISED.search(text):
        return None
    place = _PLACE.search(text[: row.start] + " " * (row.end - row.start) + text[row.end :])
    at = (
        len(row.values) if place is not None and place["last"] else int(place["n"] or place["m"]) if place is not None else None
    )
    return {"values": list(row.values), **({"at": at} if at is not None and at <= len(row.values) else {})}


def over_means(reading: Reading) -> Arguments | None:
    """Values each with its mean, "iv/mean: 17.6/21.4, 16.9/21.3, 16.8/21.1; which are under .8"."""
    text = plainly(reading).lower
    pairs = [(float(m["value"]), float(m["mean"])) for m in _OVER_MEAN.finditer(text)]
    if not pairs:
        return _over_one_mean(text)
    if len(pairs) < 2 or _UNDER_LINE.search(text) is None or any(not 0 < v < _HIGHEST * m for v, m in pairs):
        return None
    values, usual = map(list, zip(*pairs, strict=True))
    return {"values": values, "usual": usual}


def _over_one_mean(text: str) -> Arguments | None:
    """Several values with the one mean of them all: "iv .182 .179 .171 .158, mean .19: which are below .8"."""
    mean = _ONE_MEAN.search(text) if _UNDER_LINE.search(text) else None
    row = None if mean is None else longest(rows(text[: mean.start()] + " " * len(mean[0]) + text[mean.end() :]))
    usual = 0.0 if mean is None else float(mean["n"])
    if row is None or len(row.values) < _FEWEST or not all(0 < v < _HIGHEST * usual for v in row.values):
        return None
    return {"values": list(row.values), "usual": [usual] * len(row.values)}


def wanted(reading: Reading) -> Arguments | None:
    """An average and the level whose value is asked for: "mean 0.265; at which reading does the scale stand at 0.8"."""
    found = _against_mean(reading)
    if found is None:
        return None
    usual, others, lines = found
    if len(others) == 1 and others[0] < _HIGHEST <= usual:  # "28 average, 0.8 multiple" names the level itself
        return {"usual": usual, "normalised": others[0]}
    if others:
        return None
    return {"usual": usual, **({"normalised": lines[0]} if lines else {})} if lines or _SCALE.search(reading.lower) else None


def _against_mean(reading: Reading) -> tuple[float, list[float], list[float]] | None:
    """The average, the other values, and the levels of the scale that are named; None without an average."""
    plain = plainly(reading)
    found = labelled(plain, {"usual": _MEAN})
    usual = found.values.get("usual")
    if usual is None or usual <= 0:
        return None
    lines = [q for q in found.rest if _is_line(plain, q)]
    others = [q.value * (100 if q.unit == "percent" else 1) for q in found.rest if q not in lines]
    return usual, [v for v in others if v > 0], [q.value for q in lines if q.value < 1]


def _is_line(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number is the line of 0.8 that is asked about, or a delta."""
    about = quantity.value == 0.8 and _LINE.search(reading.before(quantity)) is not None
    about = about or (quantity.value == 0.8 and _OF_MEAN.match(reading.after(quantity)) is not None)
    return about or reading.after(quantity).lstrip(" -").startswith(("delta", "d "))
