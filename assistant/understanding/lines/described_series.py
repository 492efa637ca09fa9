"""A series told in words: "flat 20 for 100 days and then one print of 26", "rises in a straight line by 0.10 per day".

It is read as stretches, each with its level, its number of bars and its step a bar; where no number of bars is told of a
straight line, what is asked is where its MACD goes in the end.
"""

from __future__ import annotations

import re
from typing import Final

from assistant.understanding.filling.arithmetic import plainly
from assistant.understanding.filling.macd_spans import triple
from assistant.understanding.filling.structures import Arguments
from assistant.understanding.text.number_words import WORDS, count_of
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.sought import Sought
from assistant.understanding.text.tokens import NUMBER

_N: Final = NUMBER
_BAR: Final = r"(?:trading )?(?:days?|bars?|weeks?|sessions?|readings?|values?|closes?|prints?|points?|observations?)"
_COUNT: Final = rf"\d{{1,5}}|{'|'.join(WORDS)}|a|an"
# "for months", "for ages", "a long time", "since spring": as many bars as make the start no matter
_LONG: Final = (
    r"(?:(?:many |several |some |the (?:last|past) (?:few )?|a few |half )?(?:a )?(?:months?|quarters?|years?|ages)"
    r"|(?:many|countless|lots of|hundreds of) (?:days|weeks|bars)"
    r"|(?:a |quite a |very |such a )?(?:very )?long (?:time|while|stretch)"
    r"|ever|forever|a year)"
)
_FOR_LONG: Final = re.compile(
    rf"(?<![\w.])(?P<level>{_N})(?:%| vol| pts?| points?)?,?(?: (?:flat|steady|unchanged|constant))?"
    rf" (?:for|over|during|these|all|since) {_LONG}\b"
    rf"|\bfor {_LONG}(?: (?:at|on|of|flat|it (?:was|sat|stood)|sat|stood|stuck)){{1,3}} (?P<late>{_N})(?![\w%]|\.\d)"
)
_NOW_AT: Final = re.compile(
    rf"(?:(?:then|today|now|this morning|suddenly|and)[ ,]{{1,2}}){{1,3}}"
    rf"(?:(?:it|is|at|prints?|a|shows?|closed?|jumps?|to|one|single|bar|day|close|value|reading|back|down|up|of)[ ,]){{0,5}}"
    rf"(?P<level>{_N})(?![\w%/]|\.\d)|(?<![\w.])(?P<led>{_N})(?:%| vol)? (?:today|now|this morning)\b"
)
_LONG_BARS: Final = 250
# "jumps from 18 to 21 after 200 flat days"
_MOVED_AFTER: Final = re.compile(
    rf"\bfrom (?P<level>{_N}) to (?P<to>{_N})(?![\w%]|\.\d)[^.?!\d]{{0,24}}\bafter (?P<bars>\d{{2,5}}) "
    rf"(?:flat |quiet |steady |constant |unchanged |calm |dead )?{_BAR}\b"
)
_STANDS: Final = (
    r"(?:flat|constant\w*|steady|unchanged|stuck|sit(?:s|ting)?|sat|stood|stayed|parked|froze(?:n)?|stand(?:s|ing)?|stay(?:s|ed|ing)?|remain(?:s|ed|ing)?"
    r"|hold(?:s|ing)?|held|hover\w*|level|fixed|pinned|always|every (?:reading|value|bar|day|close)|all (?:readings|values))"
)
_MOVES: Final = (
    r"(?:jump(?:s|ed)?|spik(?:es?|ed)|leap(?:s|t)?|pop(?:s|ped)?|shoots?|shot|gap(?:s|ped)?|step(?:s|ped)?|ris(?:es?|ing)"
    r"|rose|go(?:es)?|went|drop(?:s|ped)?|fall(?:s)?|fell|plung(?:es?|ed)|crash(?:es|ed)?|mov(?:es?|ed)|moves|print(?:s|ed)?|reading|value|bar|day"
    r"|close[sd]?|spike|one)"
)
# "20 for 100 days", "100 days at 20", "100 days of 20"
_FOR: Final = re.compile(
    rf"(?<![\w.])(?P<level>{_N})(?:%| vol)?,? (?:for|over|during|across|lasting)(?: the)? (?P<bars>{_COUNT}) {_BAR}\b"
)
_AT: Final = re.compile(
    rf"(?<![\w.])(?P<bars>{_COUNT}) (?:more |further |straight |consecutive |flat )?{_BAR}"
    rf" (?:in a row |flat |straight |sitting |spent |all |every one ){{0,2}}"
    rf"(?:at|of|on) (?P<level>{_N})(?![\w]|\.\d)"
)
_EACH_OF: Final = re.compile(
    rf"(?<![\w.])(?P<bars>\d{{2,4}}) ?(?:x|×|\*|times) ?(?P<level>{_N})(?![\w]|\.\d)"
    rf"|\b(?:then|and|followed by) (?P<bars2>{_COUNT}) (?:more )?(?:{_BAR} )?(?:all )?(?:at|of|x) (?P<level2>{_N})(?![\w]|\.\d)"
)
_ONCE: Final = re.compile(
    rf"\b(?:one|a|an|single|1|final|last)(?: (?:single|last|final|lone|more|sudden))?"
    rf" (?:print|spike|bar|day|reading|value|close|jump)s?"
    rf" (?:of|at|to) (?P<level>{_N})(?![\w]|\.\d)"
    rf"|\b{_MOVES}(?: (?:up|down|back|straight|once|suddenly|right))? to (?P<to>{_N})(?![\w]|\.\d)"
    rf"|\bthen (?:(?:it |one |a |is |at |on ){{0,3}})(?P<then>{_N})(?![\w%]|\.\d)"
)
_STAYS: Final = re.compile(
    rf"\b(?:for|over|stay(?:s|ing)?|hold(?:s|ing)?|remain(?:s|ing)?|there|lasts?|lasting)\b[^.?!\d]{{0,24}}?"
    rf"(?<![\w.])(?P<bars>{_COUNT}) (?:more |further )?{_BAR}\b"
)
_EACH: Final = (
    r"(?:per|a|an|each|every|/)\s?(?:single )?(?:trading )?(?:day|bar|week|session|reading|period|step|close)\b"
    r"|daily\b|weekly\b"
)
_SLOPE: Final = Sought(
    rf"(?P<sign>[-+])?(?<![\w.])(?P<step>{_N})(?: (?:vol(?:atility)?|index|full|iv)){{0,2}}"
    rf"(?: (?:points?|pts?|vols?|units?))? ?(?:{_EACH})"
    rf"|\b(?:slope|step|trend|drift)(?: (?:of|is|at|with|equal to|=)){{0,2}} (?P<sign2>[-+])?(?P<step2>{_N})(?![\w%]|\.\d)"
)
_FALLS: Final = re.compile(
    r"\b(?:fall\w*|fell|drop\w*|declin\w*|decreas\w*|sink\w*|sank|slid\w*|los(?:es|ing|t)|down\w*|lower|slip\w*)\b"
)
_RISES: Final = re.compile(
    r"\b(?:ris(?:es?|ing)|rose|climb\w*|increas\w*|gain\w*|grow\w*|grew|up|upward\w*|adds?|adding|higher|advanc\w*|linear\w*|straight"
    r"|trend\w*|slope|ramp\w*|drift\w*|step|constant)\b"
)
_JUMPED: Final = re.compile(
    rf"\b(?:{_MOVES}|surg\w*|mov(?:e|ing)|jump\w*|up|down|adds?|gains?|loses?|lost|shock|change[sd]?)\b"
    r"(?: (?:by|of|up|down|an?)){0,3}"
    rf" \+?(?P<step>{_N})(?![\w%]|\.\d)"
)
_SAME_BAR: Final = re.compile(
    r"\b(?:in|on|over|within) (?:one|1|a single|just one|the same) (?:day|bar|session|week|print|reading|go)\b"
    r"|\b(?:one|single)[- ](?:day|bar)\b|\bsame[- ](?:day|bar)\b|\bthat (?:day|bar|very day)\b|\bovernight\b|\bat once\b"
    r"|\bright away\b|\bimmediate(?:ly)?\b|\binstant(?:ly)?\b|\bfirst (?:day|bar)\b"
)
_SHARE_ASKED: Final = re.compile(
    r"\bhow (?:much|far|many|big|large)\b|\bwhat (?:does|is|share|part|will|would)\b|\bwhats\b|\beffect\b"
)
_FROM: Final = re.compile(
    rf"\b(?:from|start(?:s|ing|ed)? (?:at|from)|begin(?:s|ning)? (?:at|from|with)|beginning at)\s(?P<level>{_N})(?![\w]|\.\d)"
)
_LASTS: Final = re.compile(
    rf"\b(?:for|over|after|lasting|during)(?: the)?(?: (?:next|following|last))?"
    rf" (?P<bars>{_COUNT}) (?:more |straight )?{_BAR}\b"
)
_FEWEST: Final = 20  # bars; fewer are no series of which a MACD is asked
_HOW: Final = re.compile(rf"\b(?:{_STANDS}|start(?:s|ing)? (?:at|from)|begin(?:s|ning)? (?:at|from|with))\b")


def slope(reading: Reading) -> Arguments | None:
    """The step of an endless straight line: "rises by 0.10 per day for a very long time"."""
    plain = plainly(reading)
    step = _slope_of(plain.lower)
    if step is None or _LASTS.search(plain.lower):
        return None
    spans = triple(plain.lower, signal=False)
    return {"slope": step, **spans}


def jump(reading: Reading) -> Arguments | None:
    """A step of one bar, of which it is asked how much reaches the MACD: "iv jumps 5 points in one day, how much of that"."""
    text = plainly(reading).lower
    moved = _JUMPED.search(text)
    if moved is None or _SAME_BAR.search(text) is None or _SHARE_ASKED.search(text) is None or _LASTS.search(text):
        return None
    spans = triple(text, signal=False)
    known = {float(moved["step"]), *map(float, spans.values()), 1.0}
    if any(q.value not in known for q in plainly(reading).quantities):
        return None
    return {"fast_ema": 0.0, "slow_ema": 0.0, "value": step_of(text), **spans}


def step_of(text: str) -> float | None:
    """The size of a step that lower-case `text` tells, "goes up 2 points in one bar"; None where it tells none."""
    moved = _JUMPED.search(text)
    return None if moved is None else float(moved["step"]) * (-1 if _FALLS.search(moved[0]) else 1)


def stretches(reading: Reading) -> Arguments | None:
    """Levels and numbers of bars, oldest first: "flat 20 for 100 days and then one print of 26"."""
    text = plainly(reading).lower
    found = sorted([*_FOR.finditer(text), *_AT.finditer(text)], key=lambda m: m.start())
    apart = [m for m in _EACH_OF.finditer(text) if all(m.end() <= f.start() or m.start() >= f.end() for f in found)]
    found = sorted([*found, *apart], key=lambda m: m.start())
    levels = [float(m["level"] or m["level2"]) if m.re is _EACH_OF else float(m["level"]) for m in found]
    bars = [count_of(m["bars"] or m["bars2"]) if m.re is _EACH_OF else count_of(m["bars"]) for m in found]
    stood = _FOR_LONG.search(text) if found else None
    if stood is not None and stood.end() <= found[0].start():  # "at 20 for ages, then one bar at 22"
        levels, bars = [_level_of(stood), *levels], [_LONG_BARS, *bars]
    slopes = [0.0] * len(levels)
    end = found[-1].end() if found else 0
    if not found and (told := _after_long(text)) is not None:
        return {**told, **triple(text, signal=True)}
    step, lasts = _slope_of(text), _LASTS.search(text)
    start = _FROM.search(text)
    if step is not None and lasts is not None and len(levels) <= 1:
        if start is not None and not levels:
            levels, bars, slopes = [float(start["level"])], [count_of(lasts["bars"])], [step]
        elif levels and (last := _last_lasting(text, end)) is not None:
            levels.append(round(levels[0] + step, 12))
            bars.append(last)
            slopes.append(step)
    elif levels and (once := _ONCE.search(text, end)) is not None:
        levels.append(float(once["level"] or once["to"] or once["then"]))
        stays = _STAYS.search(text, once.end())
        bars.append(count_of(stays["bars"]) if stays else 1)
        slopes.append(0.0)
    if sum(bars) < _FEWEST or (len(levels) == 1 and not apart and not _HOW.search(text)):
        return None
    more = {"slopes": slopes} if any(slopes) else {}
    return {"levels": levels, "lengths": bars, **more, **triple(text, signal=True)}


def _after_long(text: str) -> Arguments | None:
    """One value after a long time at another, of which it is not told how long: "flat at 20 for months then 25 today"."""
    if (moved := _MOVED_AFTER.search(text)) is not None:
        return {"levels": [float(moved["level"]), float(moved["to"])], "lengths": [int(moved["bars"]), 1]}
    stood = _FOR_LONG.search(text)
    if stood is None or not (after := [float(m["level"] or m["led"]) for m in _NOW_AT.finditer(text, stood.end())]):
        return None
    return {"levels": [_level_of(stood), *after], "lengths": [_LONG_BARS, *(1 for _ in after)]}


def _level_of(stood: re.Match[str]) -> float:
    return float(stood["level"] or stood["late"])


def _last_lasting(text: str, since: int) -> int | None:
    found = _LASTS.search(text, since)
    return count_of(found["bars"]) if found else None


def _slope_of(text: str) -> float | None:
    found = _SLOPE.search(text)
    if found is None or not (_FALLS.search(text) or _RISES.search(text) or found["sign"] or found["sign2"]):
        return None
    size = float(found["step"] or found["step2"])
    sign = found["sign"] or found["sign2"]
    near = text[max(0, found.start() - 60) : found.end() + 20]
    falls = sign == "-" or (sign is None and _FALLS.search(near) is not None and not re.search(r"\bup\b|\bris|\bclimb", near))
    return -size if falls else size
