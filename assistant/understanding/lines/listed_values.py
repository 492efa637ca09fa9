"""Values typed as a list for an indicator of their own: "ema 5 of 10 11 12 11 13", "rsi(3): 18.2, 18.9, 18.4, 19"."""

from __future__ import annotations

import re
from typing import Final

from assistant.understanding.filling.arithmetic import plainly
from assistant.understanding.filling.structures import Arguments
from assistant.understanding.text.quantities import Reading, before_count
from assistant.understanding.text.tokens import NUMBER
from tools.wording import level as plain_number
from tools.wording import listed

_N: Final = rf"-?{NUMBER}"
_GAP: Final = r"(?:\s?[,;|]\s?(?:and )?|\sand\s|\s)"
_ROW: Final = re.compile(rf"(?<![\w.$/-]){_N}(?:{_GAP}{_N}(?![\w%/]|\.\d)){{2,}}")
_ROW_OF_TWO: Final = re.compile(rf"(?<![\w.$/=-]){_N}(?:(?:{_GAP}|,? (?:and )?then |\sto\s){_N}(?![\w%/]|\.\d))+")
_PANDAS: Final = re.compile(r"\bewma?\b|\badjust(?:ed)? ?= ?|\badjust (?:true|false)\b")
_DAY: Final = re.compile(  # "21 on Monday, 22.4 Tue", "Mon 21, Tue 22.4"
    r"(?:\s(?:on|for))?\s(?:mon|tue|wed|thu|fri)(?:s|nes|r?s)?(?:day)?\b(?=\s?[,;.:?]|\sand\b|$)"
    r"|\b(?:mon|tue|wed|thu|fri)(?:s|nes|r?s)?(?:day)?:?\s(?=-?\.?\d)"
)
_RSI_READINGS: Final = re.compile(
    r"\brsi(?: ?\(?14\)?)? (?:readings?|values?|levels?|prints?|numbers?|went|ran|history|was|by day|by week|each day)"
    r"(?: (?:of|were|was|are|for|from|the|last|week|days?|this)){0,4}\s?[:=]?\s?"
)
_BOUND: Final = 100.0  # of an RSI
_VALUE: Final = re.compile(_N)
_SPAN: Final = re.compile(
    r"\b(?:ema|sma|rsi|average)[ -]?(?:of |\()?(?P<after>\d{1,3})\b(?!\.\d)|(?<![\w.])(?P<before>\d{1,3})[ -]?(?:periods?"
    r"|days?|bars?|weeks?|d)?"
    r"[ -](?:ema|sma|rsi|exponential)\b|\b(?:periods?|span|length|n)\s?(?:of|=|is|:)?\s?(?P<named>\d{1,3})\b(?!\.\d)"
    r"|(?<![\w.])(?P<told>\d{1,3})[ -](?:periods?|days?|bars?|weeks?)\b"
)
# An average that stands already and is moved on by new values is another question.
_MOVED_ON: Final = re.compile(
    r"\b(?:yesterday'?s?|yday|prev\w*|prior|was|new|next|today'?s?|then|updat\w+"
    r"|from(?= -?[\d.])|before|now)\b"
)
_SERIES_WAS: Final = re.compile(r"\b(?:iv|ivs|vix|vols?|closes?|prices?|index|spx|readings?|values?) (?:was|were)\b")
_AVERAGE: Final = re.compile(r"\b(?:ema|sma|exponential|simple (?:moving )?average)")
_STARTED: Final = re.compile(r"\b(?:sma|simple|seed\w*|mean|start\w*)\b")
_KIND: Final = r"(?: (?:value|one|day|bar|close|reading|iv|print|number|week))?(?: (?:is|was|comes? in|at|of|prints?)){0,2}"
_FURTHER: Final = re.compile(
    rf"\b(?:(?P<place>\d{{1,3}})(?:st|nd|rd|th){_KIND}|next{_KIND}"
    rf"|(?:value|one|bar|day|close|print) after(?: (?:that|them|it|those)\b)?{_KIND}"
    rf"|(?:then|followed by)(?: (?:a|it|comes|is|was|at)){{0,2}})"
    rf"[\s:=]{{1,3}}(?P<n>{_N})(?![\w%]|\.\d)"
)
_NAMED: Final = 8  # places without a value that are named
_TURNED: Final = (
    "the values were said to run from the newest to the oldest; they were reversed first: the oldest is {}, the newest {}."
)
_LEAST: Final = 3  # values of a list
_LEAST_ALONE: Final = 5  # where no span is named


def as_typed(reading: Reading) -> str:
    """What is said of a pasted run as it was typed: that it was turned round, and which of its places have no value."""
    if not reading.series:
        return ""
    turned = _TURNED.format(*map(plain_number, (reading.series[0], reading.series[-1]))) if reading.newest_first else ""
    return " ".join(filter(None, (turned, _left_out(reading) if reading.blanks else "")))


def _left_out(reading: Reading) -> str:
    """That the blanks of a pasted run are left out, and where they stand."""
    places = listed(map(str, reading.blanks[:_NAMED])) + (" …" if len(reading.blanks) > _NAMED else "")
    count = len(reading.blanks)
    are, at, them = ("value is", "point", "it") if count == 1 else ("values are", "points", "them")
    return (
        f"{count:,} {are} missing, at {at} {places} of the row, and dropped, not filled with 0: "
        f"{len(reading.series):,} usable values, whose points are counted without {them}."
    )


def ema_listed(reading: Reading) -> Arguments | None:
    """A list of values and the span of the average over them."""
    if _PANDAS.search(reading.lower):
        return _by_pandas(reading)
    found = _listed(reading) if _AVERAGE.search(reading.lower) else None
    if found is not None and (further := _one_further(reading, found[0])) is not None:
        return {"values": [*found[0], further], "span": found[1] or len(found[0])}
    if found is None or found[1] is None or _MOVED_ON.search(_SERIES_WAS.sub(" ", reading.lower)):
        return None
    return {"values": found[0], "span": found[1]}


def _by_pandas(reading: Reading) -> Arguments | None:
    """Values of pandas' ewm, of which two are enough to ask what adjust does ("ewm span=12, values 20 then 23")."""
    text = plainly(reading).lower
    row = max(_ROW_OF_TWO.finditer(text), key=lambda m: len(m[0]), default=None)
    span = _SPAN.search(text[: row.start()] + "·" * len(row[0]) + text[row.end() :]) if row else None
    if row is None or span is None:
        return None
    return {
        "values": [float(n) for n in _VALUE.findall(row[0])],
        "span": int(next(g for g in span.groups() if g)),
        "adjust": True,
    }


def _one_further(reading: Reading, values: list[float]) -> float | None:
    """The value that comes after those that start an average ("sma of the 12: 20, 20.2, … and the 13th is 22.4")."""
    told = _FURTHER.search(reading.lower) if _STARTED.search(reading.lower) else None
    place = int(told["place"]) if told is not None and told["place"] else len(values) + 1
    return float(told["n"]) if told is not None and place == len(values) + 1 else None


def rsi_listed(reading: Reading) -> Arguments | None:
    """A list of prices, and the period where it is named."""
    found = _listed(reading) if not reading.blanks else None
    if found is None or (found[1] is None and len(found[0]) < _LEAST_ALONE):
        return {"series": list(reading.series)} if reading.series else None
    values, period = found
    return {"series": values} | ({} if period is None else {"period": period})


def rsi_readings(reading: Reading) -> Arguments | None:
    """RSI readings one after the other, no prices: "rsi readings 64 69 71 73, when over 70"."""
    text = plainly(reading).lower
    found = _RSI_READINGS.search(text)
    row = None if found is None else _ROW.match(text, found.end())
    values = [] if row is None else [float(n) for n in _VALUE.findall(row[0])]
    return {"value": values[-1], "readings": values} if values and all(0 <= v <= _BOUND for v in values) else None


def _listed(reading: Reading) -> tuple[list[float], int | None] | None:
    """The longest row of numbers, and the span that stands beside the indicator's name; None without such a row."""
    text = _DAY.sub("", plainly(reading).lower)
    row = max(_ROW.finditer(text), key=lambda m: len(m[0]), default=None)
    if row is None:
        return None
    end = before_count(text, row.start(), row.end())
    values = [float(n) for n in _VALUE.findall(text, row.start(), end)]
    said = text[: row.start()] + "·" * (end - row.start()) + text[end:]
    span = _SPAN.search(said)
    told = int(next(g for g in span.groups() if g)) if span else None
    if (
        told is None
        and re.search(r"\b(?:ema|rsi)\s$", text[: row.start()])
        and values[0].is_integer()
        and len(values) > values[0] >= 2
    ):
        told, values = int(values[0]), values[1:]  # "ema 5 10 11 12 11 13 14"
    return (values[::-1] if reading.newest_first else values, told) if len(values) >= _LEAST else None
