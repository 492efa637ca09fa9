"""Questions on the weights of averages and on places in a range: which span a weight is of, how much of a start is left.

Each function reads one of them out of a question and returns the tool's arguments, or None where it is not there.
"""

from __future__ import annotations

import math
import re
from typing import Final

from assistant.understanding.filling.arithmetic import plainly
from assistant.understanding.filling.structures import Arguments
from assistant.understanding.text.quantities import Reading, blanked
from assistant.understanding.text.tokens import NUMBER
from tools.methodology import METHOD

_N: Final = NUMBER
SPAN_ASKED: Final = re.compile(
    r"\b(?:what|which|how (?:long|many)|whats|same as|equals?|equivalent|convert|corresponds?|really|stands? for|is of)\b|=|\?"
)
LENGTH: Final = re.compile(r"\b(?:periods?|spans?|lengths?|days?|bars?|n|ema|emas)\b")
_WEIGHT: Final = re.compile(
    r"\b(?:alpha|k|weight|weighting|smoothing(?: (?:constant|factor|weight))?|factor|metastock'?s?)\b"
    rf"(?: (?:of|is|on|the|newest|new|value|a|uses|for|at)){{0,4}}\s?[:=]?\s?(?P<w>0?\.\d++|2\s?/\s?\d{{2,3}}|{_N}\s?%)(?![\w])"
    rf"|(?<![\w.])(?P<v>0?\.\d++)(?: (?:as|is|of|in|the|a|smoothing|weight|alpha|factor)){{0,4}} (?:what|which) (?:n"
    rf"|period|span|length|ema)"
)
_WILDER: Final = re.compile(
    r"\bwilder'?s?(?: \w{3,9}){0,2} (?P<a>\d{1,3})\b(?!\.\d)|(?<![\w.])(?P<b>\d{1,3})[ -](?:\w{3,6}[ -])?wilder\b"
)
_HOW_LONG: Final = re.compile(
    r"\bhow (?:many|long)\b[^.?!]{0,60}\b(?:until|till|before|for|to|does|bars?)\b|\bafter how many\b|\bwhen (?:is|does|will)\b"
)
_AGO: Final = re.compile(
    r"(?<![\w.])(?P<n>\d{1,4}) (?:bars?|days?|weeks?|sessions?|closes?|values?|periods?) (?:ago|back|old|earlier)\b"
    r"|\byesterday'?s\b|\b(?:previous|prior) (?:bar|day|value|close)(?:'s)?\b"
)
_WEIGHS: Final = re.compile(r"\bweigh\w*|\bcounts?\b|\binfluence\b|\bshare\b")
_TO_EMA: Final = re.compile(r"\bema\b|\bexponential\b")
_SEED: Final = re.compile(
    r"\b(?:seed\w*|start(?:ing)?|initial|first)(?: (?:value|mean|point|sma|average|one|observation))?\b|\bhistory\b|\bpast\b"
    r"|\b(?:spike|shock|jump|outlier|bad (?:print|tick|value))\b"
)
_HALF: Final = re.compile(r"\bhal(?:f|ved)\b(?![ -]?li(?:fe|ves))")
_LEFT: Final = re.compile(
    r"\b(?:left|remain\w*|still|weighs?|weight|counts?|influence|matters?|fade\w*|gone|keeps?|washe[sd] out|forgotten"
    r"|decay\w*)\b"
)
_AFTER: Final = re.compile(
    r"(?<![\w.])(?P<bars>\d{1,4}) (?:more |further |daily |weekly |trading |full ){0,2}"
    r"(?:bars?|days?|values?|steps?|weeks?|sessions?|points?|closes?|periods?)\b"
    r"(?! (?:ema|exponential|average|macd))"
)
_SPAN: Final = re.compile(
    r"(?<![\w.])(?P<a>\d{1,3})[ -](?:(?:period|day|bar|week)s?[ -])?(?:ema|exponential)\b|\bema[ -]?\(?(?P<b>\d{1,3})\b(?!\.\d)"
)
_OTHER: Final = re.compile(
    r"\bhow many\b|\benough\b|\bneed\w*\b|\bfirst (?:signal|cross\w*|histogram|macd)\b|\bevery \d|\d\.\d\d"
)
_LOW: Final = rf"(?:low(?:est)?|min(?:imum)?|bottom|trough)(?: (?:of|is|was|at|value|=))?\s?[:=]?\s?(?P<low>{_N})"
_HIGH: Final = rf"(?:high(?:est)?|max(?:imum)?|top|peak)(?: (?:of|is|was|at|value|=))?\s?[:=]?\s?(?P<high>{_N})"
_RANGES: Final = (
    re.compile(rf"\b{_LOW}[^\d]{{1,30}}?\b{_HIGH}"),
    re.compile(rf"\b{_HIGH}[^\d]{{1,30}}?\b{_LOW}"),
    re.compile(
        rf"\b(?:range[ds]?|between|spans?)\b[^\d]{{0,40}}?(?P<low>{_N})\s?(?:to|-|and|/|\.\.|through)\s?(?P<high>{_N})(?![\w%]|\.\d)"
    ),
    re.compile(rf"(?<![\w.])(?P<low>{_N})\s?(?:to|-|\.\.)\s?(?P<high>{_N}) (?:range|over the (?:last|past) year)"),
)
_BESIDE: Final = re.compile(rf"(?<![\w.$-])(?P<n>{_N})(?![\w%/]|\.\d)")
_NO_VALUE: Final = re.compile(r"[ -]?(?:days?|weeks?|months?|years?|bars?|w\b|d\b|delta|wk|m\b)")


def span_of_weight(reading: Reading) -> Arguments | None:
    """A weight whose span is asked for: "what period is metastock's .075", "wilder 14 = which ema length"."""
    text = plainly(reading).lower
    if SPAN_ASKED.search(text) is None or LENGTH.search(text) is None:
        return None
    wilder = _WILDER.search(text) if "wilder" in text else None
    if wilder is not None and _TO_EMA.search(text):
        return {"weight": round(1 / int(wilder["a"] or wilder["b"]), 12)}
    found = _WEIGHT.search(text)
    told = (found["w"] or found["v"]) if found else ""
    rest = _BESIDE.sub(" ", text) if found is None else text[: found.start()] + text[found.end() :]
    if not told or _BESIDE.search(rest):
        return None
    if "/" in told:
        return {"weight": round(2 / int(told.split("/")[1]), 12)}
    return {"weight": round(float(told.rstrip(" %")) / (100 if "%" in told else 1), 12)}


def start_under(reading: Reading) -> Arguments | None:
    """The bars after which less than a share of an average's start is left: "until the seed counts less than 1% in ema26"."""
    text = plainly(reading).lower
    if _HOW_LONG.search(text) is None or _SEED.search(text) is None:
        return None
    shares = [q.value for q in plainly(reading).quantities if q.unit == "percent" and 0 < q.value < 1]
    if not shares and _HALF.search(text):
        shares = [0.5]
    span = _SPAN.search(text)
    size = int(span["a"] or span["b"]) if span else METHOD.slow.value
    if len(shares) != 1 or size < 2:
        return None
    return {"span": size, "after": math.floor(math.log(shares[0]) / math.log(1 - 2 / (size + 1))) + 1}


def older_weight(reading: Reading) -> Arguments | None:
    """What a value of so many bars ago still weighs: "weight of the value 5 bars ago in a 12 ema"."""
    text = plainly(reading).lower
    ago, span = _AGO.search(text), _SPAN.search(text)
    if ago is None or span is None or _WEIGHS.search(text) is None:
        return None
    rest = blanked(text, [ago.span(), span.span()])
    return None if re.search(r"\d", rest) else {"span": int(span["a"] or span["b"]), "ago": int(ago["n"] or 1)}


def start_left(reading: Reading) -> Arguments | None:
    """How much of an average's start is left after so many bars; the slow average's where none is named."""
    text = plainly(reading).lower
    after, span = _AFTER.search(text), _SPAN.search(text)
    if after is None or _SEED.search(text) is None or _LEFT.search(text) is None or _OTHER.search(text):
        return None
    return {"span": int(span["a"] or span["b"]) if span else METHOD.slow.value, "after": int(after["bars"])}


def in_range(reading: Reading) -> Arguments | None:
    """The lowest and highest of a stretch and a value: "range last year 13 to 29, put iv now 16.2"."""
    text = plainly(reading).lower
    found = next((m for pattern in _RANGES if (m := pattern.search(text))), None)
    if found is None or not float(found["low"]) < float(found["high"]):
        return None
    edges = sorted((*found.span("low"), *found.span("high")))
    rest = text[: edges[0]] + " " * (edges[-1] - edges[0]) + text[edges[-1] :]
    values = [float(m["n"]) for m in _BESIDE.finditer(rest) if not _NO_VALUE.match(rest, m.end())]
    values = [v for v in values if v not in (0, 1)]
    return {"value": values[0], "low": float(found["low"]), "high": float(found["high"])} if len(values) == 1 else None


_VOL: Final = (
    rf"(?:[ -](?:put|call|iv|vol\w*|is|at|of|=|the|has|implied|with|an|on)){{0,6}}\s?[:=,]?\s?(?P<n>{_N})"
    r"\s?(?P<mark>%)?(?![\w]|\.\d| ?-?delta)"
)
_SKEWED: Final = {
    "put": re.compile(rf"\bputs?\b{_VOL}"),
    "call": re.compile(rf"\bcalls?\b{_VOL}"),
    "atm": re.compile(rf"\b(?:atm|at[ -]the[ -]money)\b{_VOL}"),
}


def skewed(reading: Reading) -> Arguments | None:
    """The volatilities of a put and of a call, or at the money: "10d put 26.4, 10d call 14.9, atm 17.8. skew?"."""
    text = plainly(reading).lower
    found = {name: m for name, pattern in _SKEWED.items() if (m := pattern.search(text))}
    if "put" not in found or len(found) < 2 or len({m.start("n") for m in found.values()}) < len(found):
        return None
    values = {name: float(m["n"]) for name, m in found.items()}
    scale = 100 if any(v > 3 for v in values.values()) or any(m["mark"] for m in found.values()) else 1
    told = {name: round(v / scale, 12) for name, v in values.items()}
    if "call" not in told:
        return {"put": told["put"], "other": told["atm"]}
    return {"put": told["put"], "other": told["call"], **({"atm": told["atm"]} if "atm" in told else {})}
