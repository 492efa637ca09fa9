"""Volatilities told quote by quote: by their deltas, or by their days to expiry.

"5300P δ -0.07 IV .268 and 5400P δ -0.115 IV .241", "23 DTE 0.20, 37 DTE 0.22; constant 30-day value?". Each function returns
the tool's arguments, or None where the quotes are not there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from assistant.understanding.filling.arithmetic import plainly
from assistant.understanding.filling.structures import Arguments
from assistant.understanding.positions.pricing import share
from assistant.understanding.text.quantities import Reading, blanked
from assistant.understanding.text.tokens import NUMBER
from tools.methodology import METHOD

_N: Final = NUMBER
_IS: Final = r"(?:\s?(?:is|of|at|was|=|:|has|,|equal to)){0,2}\s?"
_DELTA: Final = re.compile(
    rf"(?:\bdeltas?|δ|\bd(?=\s?[=:-]))(?: puts?)?{_IS}(?P<after>-?\s?{_N})"
    rf"(?!\s?%|\s?(?:vol|iv)\b(?!\s?[=:]?\s?\.?\d)|\s?(?:dte|days?)\b)"
    rf"|(?<![\w.$])(?P<before>-?{_N})[\s-]?(?:deltas?|δ|d)\b(?!\s?[=:]?\s?-?0?\.\d)"
)
_MANY_DELTAS: Final = re.compile(rf"(?:\bdeltas?|δ)(?: of| are|:)?\s?(?P<row>-?{_N}(?:\s?(?:,|/|and|&)\s?-?{_N}|\s-?{_N})+)")
_DELTAS_LED: Final = re.compile(
    r"(?<![\w.])(?P<row>-?0?\.\d++(?:\s?(?:,|/|and|&)\s?-?0?\.\d++|\s-?0?\.\d++)+) (?:put )?deltas?\b"
)
_MANY_VOLS: Final = re.compile(
    rf"\b(?:ivs?|vols?|volatilit(?:y|ies))(?: of| are|:|,| at)?\s?(?P<row>{_N}%?(?:\s?(?:,|/|and|&)\s?{_N}%?|\s{_N}%?)+)"
)
_TARGET: Final = re.compile(
    rf"(?:\b(?:to|for|at|the|a|get|interpolate[ds]?|give me|gives?|what(?:'?s| is)|constant|of|my|as)\s)"
    rf"(?:an? |the |my )?(?:constant |exact |interpolated )?(?P<size>-?{_N})[\s-]?(?P<unit>deltas?|d|δ|days?|dte)\b"
    r"(?! (?:to|left))"
)
_DAYS: Final = re.compile(
    r"(?<![\w.$])(?P<days>\d{1,4})[\s-]?(?:calendar )?(?:days?|dte|d(?! ?-?(?:puts?|calls?|skew|delta)\b))\b"
    r"|\b(?:at|to|for) (?P<bare>\d{1,3})(?=\W{0,3}$)"
)
_VOL: Final = re.compile(rf"(?<![\w.$-])(?P<vol>{_N})\s?(?P<mark>%|percent)?(?![\w]|\.\d)")
_PAIR: Final = re.compile(
    rf"(?<![\w.$])(?P<d>-?\s?0?\.\d{{2,3}})\s?(?:to|at|has|is|gives|:|=|,|/|\|)?\s?(?:iv |vol )?(?P<v>{_N}\s?%?)(?![\w]|\.\d)"
)
_CHAIN_ROW: Final = re.compile(
    r"(?<![\w.$/])(?P<k>\d,\d{3}|\d{3,5})\s?(?:p|puts?)?[\s,:/|]{1,3}(?:(?:deltas?|δ|d)\s?[=:]?\s?)?"
    rf"(?P<d>-?0?\.\d{{2,4}})[\s,/|]{{1,3}}(?:(?:ivs?|vols?)\s?[=:]?\s?)?(?P<v>{_N}\s?%?)(?![\w]|\.\d)"
)
_TWO: Final = 2
_AT_MONEY: Final = re.compile(
    rf"\b(?:atm|at[- ]the[- ]money|50[ -]?d(?:elta)?)(?: (?:puts?|ivs?|vols?|is|at|of)){{0,3}}{_IS}(?P<n>{_N})\s?%?"
)
_DAY_NAMED: Final = re.compile(
    r"\b(?:mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|yesterday|today|t\d{1,2})\b:?"
    r"(?=[ ,]{1,2}\D{0,12}[-.\d])"
)
_SMALL: Final = re.compile(r"(?<![\w.$])-?0?\.\d{2,3}(?![\w%])")
_WIDEST: Final = 20.0  # hundredths; days to expiry beside deltas are more
_DELTA_AFTER: Final = re.compile(r"[\s-]?(?:deltas?|δ|d)\b")
_DEEPEST: Final = 45.0  # hundredths; deltas of out-of-the-money puts are smaller
_WHOLE_DELTA: Final = 1.0  # deltas above it were typed in hundredths
_BOUND: Final = 200.0  # percent
_FEW: Final = 7  # words


def by_delta(reading: Reading) -> Arguments | None:
    """Two quotes or more, each with its delta and its volatility, and the delta wanted (0.10 where none is named)."""
    text = plainly(reading).lower
    if (chain := _chain(text)) is not None:
        return chain
    listed, ivs = _MANY_DELTAS.search(text), _MANY_VOLS.search(text)
    if listed is not None and ivs is not None:
        deltas, vols = _numbers(listed["row"]), _numbers(ivs["row"])
        if len(vols) == len(deltas) + 1 and _DELTA_AFTER.match(text, ivs.end()):  # "ivs 29 26.2 23.8, 10 delta"
            vols.pop()
        return _told(deltas, vols, _wanted(text, ()), "delta") if len(deltas) == len(vols) else None
    spots = [(m.start(), m.end(), float(re.sub(r"\s", "", m["after"] or m["before"]))) for m in _DELTA.finditer(text)]
    if sum(text.count(word) for word in ("delta", "δ")) > 1:  # then "30d" is a number of days
        spots = [s for s in spots if abs(s[2]) <= _WIDEST or "delta" in text[s[0] : s[1]] or "δ" in text[s[0] : s[1]]]
    if len(spots) < 2:
        return _bare(text)
    if not ("delta" in text or "δ" in text or "put" in text) and max(abs(v) for _, _, v in spots) > _DEEPEST:
        return None  # "iv 22 at 21d, 24 at 49d": days
    wanted = _wanted(text, [value for _, _, value in spots])
    asked = [s for s in spots if wanted is not None and abs(s[2]) == abs(wanted)]
    # One that is quoted too ("25 delta 18, 10 delta 27, 5 delta 31: the IV at 10 delta?") stands there twice.
    return _paired(text, [s for s in spots if s not in asked[-1:]], wanted, "delta")


def deltas_alone(reading: Reading) -> Arguments | None:
    """Two deltas or more without their volatilities, of which the one wanted may lack a bracket: "deltas -.14 -.19 -.27"."""
    text = plainly(reading).lower
    listed = _MANY_DELTAS.search(text) or _DELTAS_LED.search(text)
    if listed is None or _MANY_VOLS.search(text) is not None:
        return None
    sizes = [abs(d) for d in _numbers(listed["row"])]
    wanted = _wanted(blanked(text, [listed.span("row")]), ()) or METHOD.delta.value
    if len(sizes) < 2 or not all(0 < size < 1 for size in sizes):
        return None
    return {"deltas": _numbers(listed["row"]), "delta": round(abs(wanted) / (100 if abs(wanted) > _WHOLE_DELTA else 1), 12)}


def skew_of_puts(reading: Reading) -> Arguments | None:
    """The volatilities of two puts of different deltas, and the one at the money: "25d puts 18.2 10d puts 24.1 atm 15.9"."""
    text = plainly(reading).lower
    if "call" in text or "interpol" in text:
        return None
    atm = _AT_MONEY.search(text)
    told = by_delta(Reading(text if atm is None else blanked(text, [atm.span()], "·")))
    if told is None or len(set(told["deltas"])) != _TWO or len(told["deltas"]) != _TWO:
        return None
    (_, put), (_, other) = sorted(zip(told["deltas"], told["ivs"], strict=True))
    return {"put": put, "other": other, **({} if atm is None else {"atm": share(atm["n"])})}


def by_delta_each_day(reading: Reading) -> tuple[tuple[str, Arguments], ...]:
    """Quotes of two days or more, each day named before its own: "mon .09->23.6 .115->22.8, tue .095->23.1 .12->22.3"."""
    text = plainly(reading).lower
    edges = list(_DAY_NAMED.finditer(text))
    if len(edges) < 2:
        return ()
    ends = [*(m.start() for m in edges[1:]), len(text)]
    told = [(m[0].strip(" :"), by_delta(Reading(text[m.end() : end]))) for m, end in zip(edges, ends, strict=True)]
    found = tuple((day, given) for day, given in told if given is not None)
    return found if len(found) > 1 and len(found) == len(told) else ()


def _chain(text: str) -> Arguments | None:
    """Rows of a strike, its delta and its volatility: "4400 -.085 .251; 4450 -.112 .239", "4700p delta -.18 iv 17.1"."""
    found = list(_CHAIN_ROW.finditer(text))
    if len(found) < 2:
        return None
    wanted = _wanted(blanked(text, [m.span() for m in found]), ())
    told = _told([float(m["d"]) for m in found], [_vol(m["v"]) or 0.0 for m in found], wanted, "delta")
    return None if told is None else {**told, "strikes": [float(m["k"].replace(",", "")) for m in found]}


_TEN: Final = 0.1  # the method's delta
_WHOLE_VOL: Final = 3.0  # no volatility of 300%: percent
_QUOTE_CHANGED: Final = re.compile(
    r"(?<![\w.])(?P<delta>\d{1,2}|0?\.\d{1,3})[ -]?(?:d|deltas?)\b(?: puts?)?(?: iv| vol)?"
    r"(?: (?:is|was|were|at|goes to|went to|to|=)){1,2} (?P<vol>\d{1,3}(?:\.\d++)?)\s?%?(?![\w]|\.\d)"
)


def quote_changed(reading: Reading, known: Arguments) -> Arguments:
    """The quotes with one of them at another volatility ("and if 5 delta is 31"); {} where the words name none of them."""
    told = _QUOTE_CHANGED.search(reading.lower) if len(reading.lower.split()) <= _FEW else None
    if told is None:
        return {}
    size, vol = float(told["delta"]), float(told["vol"])
    vol = round(vol / 100, 12) if vol > _WHOLE_VOL else vol
    size = round(size / 100, 12) if size > _WHOLE_DELTA else size
    if size not in known["deltas"]:
        return {}
    ivs = [vol if delta == size else iv for delta, iv in zip(known["deltas"], known["ivs"], strict=True)]
    return {"ivs": ivs, "delta": known.get("delta", _TEN)}


def other_delta(reading: Reading) -> Arguments:
    """The one delta that a few words name ("and at 8 delta?"); {} where they name none."""
    named = list(_DELTA.finditer(reading.lower)) if len(reading.lower.split()) <= _FEW else []
    if len(named) != 1:
        return {}
    size = abs(float(re.sub(r"\s", "", named[0]["after"] or named[0]["before"])))
    return {"delta": round(size / 100, 12) if size > _WHOLE_DELTA else size}


def _bare(text: str) -> Arguments | None:
    """Quotes that are told as pairs alone, the delta as a fraction first: "puts .09 at 25.8, .13 at 23.4; to .10"."""
    pairs = list(_PAIR.finditer(text))
    if len(pairs) < 2:
        return None
    rest = blanked(text, [m.span() for m in pairs])
    wanted = _SMALL.search(rest)
    keys, vols = [float(m["d"]) for m in pairs], [_vol(m["v"]) for m in pairs]
    usable = all(v is not None and v > abs(d) for v, d in zip(vols, keys, strict=True))
    return _told(keys, [v for v in vols if v is not None], float(wanted[0]) if wanted else None, "delta") if usable else None


def by_days(reading: Reading) -> Arguments | None:
    """Two expiries, each with its days and its volatility, and the days wanted (30 where none are named)."""
    text = plainly(reading).lower
    spots = [(m.start(), m.end(), float(m["days"] or m["bare"])) for m in _DAYS.finditer(text)]
    if len(spots) < 2:
        return None
    values = sorted({value for _, _, value in spots})
    middle = values[1] if len(values) == 3 else None
    quotes = [s for s in spots if s[2] != middle]
    return _paired(text, quotes, middle, "days") if len(quotes) == 2 else None


def _paired(text: str, spots: Sequence[tuple[int, int, float]], wanted: float | None, key: str) -> Arguments | None:
    """Each delta or day with the volatility beside it: after each of them, or before each."""
    if len(spots) < 2:
        return None
    edges = [*(start for start, _, _ in spots), len(text)]
    text = blanked(text, [m.span() for m in (_DELTA if key == "delta" else _DAYS).finditer(text)])
    after = [_vol(text[end : edges[n + 1]]) for n, (_, end, _) in enumerate(spots)]
    ends = [0, *(end for _, end, _ in spots)]
    before = [_vol(text[ends[n] : start], last=True) for n, (start, _, _) in enumerate(spots)]
    # "21.2 delta .09, 19.8 delta .12, find .10"
    led = before[0] is not None and after[-1] in (None, METHOD.delta.value)
    found = next((row for row in ((before, after) if led else (after, before)) if None not in row), None)
    if found is None:
        return None
    return _told([value for _, _, value in spots], [v for v in found if v is not None], wanted, key)


def _told(keys: list[float], vols: list[float], wanted: float | None, key: str) -> Arguments | None:
    """The tool's arguments; deltas in hundredths and volatilities in percent become fractions."""
    vols = [share(str(v)) for v in vols]
    if key == "days":
        return {"days": keys, "ivs": vols, **({} if wanted is None else {"tenor": wanted})}
    deltas = [round(abs(d) / 100, 12) if abs(d) > _WHOLE_DELTA else abs(d) for d in keys]
    target = METHOD.delta.value if wanted is None else abs(wanted) / (100 if abs(wanted) > _WHOLE_DELTA else 1)
    return {"deltas": deltas, "ivs": vols, "delta": round(target, 12)} if all(0 < d < 1 for d in deltas) else None


def _wanted(text: str, values: Sequence[float]) -> float | None:
    """The delta asked for; the method's, where the name of the put is all that says so."""
    for match in reversed(list(_TARGET.finditer(text))):
        if match["unit"][:2] in ("de", "d", "δ"):
            return float(match["size"])
    usual = METHOD.delta.value
    return next((v for v in values if abs(v) in (usual, 100 * usual)), None) if len(values) > 2 else None


def _vol(text: str, *, last: bool = False) -> float | None:
    """The first (or last) number that can be a volatility: a decimal, a percentage, or one in percent."""
    found = [m for m in _VOL.finditer(text) if m["mark"] or "." in m["vol"] or 4 < float(m["vol"]) < _BOUND]
    if not found:
        return None
    match = found[-1 if last else 0]
    return round(float(match["vol"]) / (100 if match["mark"] else 1), 12)


def _numbers(row: str) -> list[float]:
    return [float(n.rstrip("%")) / (100 if "%" in n else 1) for n in re.findall(rf"-?{_N}%?", row)]
