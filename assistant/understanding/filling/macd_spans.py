"""The three spans of a MACD as they are typed, and the bars at hand for them: "12/26/9", "macd(5,13,4)", "is 40 enough"."""

from __future__ import annotations

import re

from assistant.understanding.filling.arithmetic import plainly
from assistant.understanding.filling.structures import Arguments
from assistant.understanding.text.bars_over import bars_over
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.sought import Sought

_GAP = r"(?:\s?[/,\-]\s?|\s)"
_TRIPLE = re.compile(rf"(?<![\w.])(\d{{1,3}}){_GAP}(\d{{1,3}}){_GAP}(\d{{1,3}})(?!\w|\.\d)")
_LED_SPANS = re.compile(r"(?<![\w./-])(\d{1,3})([/-])(\d{1,3})\2(\d{1,3})(?![\w/-]|\.\d)")  # beside a pasted run
_FEW = 6  # words of a change
_LEADS = re.compile(r"\b(?:macd|emas?|spans?|periods?|signal|settings?|trigger\w*|cross\w*|with|use|using|try|run)\b")
_OF_OPTIONS = re.compile(
    r"\b(?:fl(?:y|ies)|butterfl\w+|bwb|condors?|spreads?|strikes?|strangles?|calls?|puts?|options?|debits?|credits?|wings?"
    r"|layers?|dte)\b|\d\.\d"
)
_PAIR = re.compile(r"(?<![\w.])(\d{1,3})\s?/\s?(\d{1,3})(?![\w/]|\.\d)")
_SLASHED = r"(\d{1,3})/(\d{1,3})(?:/(\d{1,3}))?"
_WRITTEN = Sought(  # a date is none: a word of the MACD stands beside the spans
    r"\bfast\s?(?:of |is )?[=:]?\s?(\d{1,3})\W{1,4}(?:and )?slow\s?(?:of |is )?[=:]?\s?(\d{1,3})"
    r"(?:\W{1,4}(?:and )?sig\w*\s?(?:of |is )?[=:]?\s?(\d{1,3}))?(?!\d|\.\d)"
    r"|\bmacd\s?(?:of |with |at )?[(\[]?(\d{1,3})\s?[,/-]\s?(\d{1,3})(?:\s?[,/-]\s?(\d{1,3}))?\s?[)\]]?(?![\d.%])"
    rf"|\b(?:macd|run|with|use|using|on|at|settings?|periods?|param\w*|lengths?|spans?|for|an?|the) {_SLASHED}(?![\w/%]|\.\d)"
    r"|[(\[](\d{1,3})[ ,/]{1,2}(\d{1,3})[ ,/]{1,2}(\d{1,3})[)\]]"
    rf"|(?<![\w./]){_SLASHED}(?=\)? (?:macd|signal|hist\w*|on)\b)"
)
_HELD = re.compile(
    r"(?<![\w./])(?P<bars>\d{1,5})\s(?:(?:daily|weekly|data|iv|put|#-delta|10-delta|closing|trading)\s){0,3}"
    r"(?:bars?|values?|points?|pts|days?|weeks?|closes?|ivs?|readings?|observations?|rows?|sessions?|data)\b"
    r"|\b(?:bars|values|points|days|weeks|closes|readings|observations|rows|sessions) (?:is|are|=|makes?|comes? to|total)"
    r" (?P<told>\d{1,5})\b(?![.,]\d|\s?%)"
)
BLANKS = re.compile(  # "200 rows, 12 blank"
    r"(?<![\w.])(?P<blank>\d{1,4}) (?:of (?:them|these|those|which) )?(?:are |is |were |being )?"
    r"(?:blanks?|empty|missing|nans?|n/a|null|gaps|holes)\b"
)
_ENOUGH = re.compile(
    r"\b(?:enough|sufficient|suffice\w*|too (?:few|short|little)|only (?:have|got)|have only|exist\w*|ok(?:ay)? for)\b"
    r"|\b(?:can|could) (?:i|you|we|it)\b|\bwill \d|\b(?:have|got) (?:just|only)\b"
    r"|\bhow many (?:of (?:them|these) )?(?:(?:usable|valid|real|proper|true|full|complete|actual) )?"
    r"(?:have|get|carry|will|histogram|signal|macd|hist)\b"
    r"|\bhow many (?:(?:usable|valid|real|proper|good) )?(?:bars?|values?|readings?|points?) (?:of (?:the )?)?"
    r"(?:signal|macd|hist\w*)"
    r"|\b(?:in|give|make|out of"
    r"|from)\b[^.?!]{0,24}\bhow many\b"
)
_USUAL = re.compile(
    r"\bfirst (?:(?:valid|possible|usable|real|non-?nan|macd|signal|histogram)\s){0,3}"
    r"(?:bar|value|reading|number|point|row)s?\b"
    r"|\bfirst (?:valid|usable|non[- ]?(?:nan|null|empty)|defined|finite) (?:macd|signal|histogram|hist)\b"
    r"|\bhow (?:long|many (?:days|weeks|bars|months))\b[^.?!]{0,40}(?:\bfirst (?:macd|signal|histogram|cross)|\bwarm"
    r"|\b(?:until|till?|before|for|to (?:get|have|see))\b[^.?!]{0,24}\b(?:macd|signal|histogram) (?:value|line|reading|number)"
    r"|\b(?:until|till?|before)\b[^.?!]{0,24}\b(?:macd|signal|histogram|hist)\b"
    r"(?! (?:crosses|turns|fires|triggers|is (?:positive|above))))"
    r"|\bwarm[^.?!]{0,40}\bhow (?:long|many (?:days|weeks|bars|months))\b"
)
_FIRST_CROSS = re.compile(
    r"\b(?:first|earliest)\b[^.?!]{0,24}\bcross\w*\b[^.?!]{0,24}\b(?:bar|point|row|value|day) #?\d{1,3}\b(?!\.\d)"
    r"|\bcross\w*\b[^.?!]{0,24}\b(?:bar|point|row|value|day) #?\d{1,3}\b[^.?!]{0,24}\b(?:first|earliest)\b"
)
_WEEKLY = re.compile(r"\bweekly\b|\bweeks?\b(?! ago)")
_IN_DAYS = re.compile(
    r"\bhow many (?:\w+ )?days\b|\b(?:in|as|into|to) (?:trading |daily )?(?:days|daily|bars of a day)\b"
    r"|\b(?:equivalent|correspond\w*|match\w*|equals?|same as|convert\w*|translat\w*|comparable)\b"
    r"[^.?!]{0,40}\b(?:daily|days)\b"
    r"|\b(?:daily|days)\b[^.?!]{0,40}\b(?:equivalent|correspond\w*|match\w*|equals?|same as|comparable)\b"
)
_DAYS_A_WEEK = 5
_ROWED = re.compile(r"\bheaders?\b|\bheadings?\b|\btitle row\b|\bindex(?:es|ed|ing)?\b")


def spans(reading: Reading) -> Arguments | None:
    """The three spans of a MACD, "12/26/9", none for the usual ones, and the bars at hand ("is 40 enough")."""
    if reading.series:  # they are run on it, and its bars are counted with the values
        return None
    text = plainly(reading).lower
    if not re.search(r"\d", text):
        over = bars_over(text) if _ENOUGH.search(text) else None
        return {"given": over} if over else {} if _USUAL.search(text) else None
    match = _TRIPLE.search(text)
    pair = _PAIR.search(text)
    named = triple(text, signal=True)
    if "macd" not in text and list(named.values()) == sorted(named.values()) and len(named) == 3:
        return None  # strikes rise to the end, spans do not
    held = _HELD.search(text)
    blank = BLANKS.search(text) if held else None
    bars = {}
    if _ENOUGH.search(text):
        if held:
            bars = {"given": int(held["bars"] or held["told"]) - (int(blank["blank"]) if blank else 0)}
        elif over := bars_over(text):
            bars = {"given": over}
    if named:
        return {**named, **bars}
    if _FIRST_CROSS.search(text) and "." not in text.rstrip(" .?!"):  # bars are named there, and no values of a line
        return {}
    if match is None and pair is None and not bars and _ROWED.search(text) and _USUAL.search(text):
        return {}  # rows of a sheet or places of an index are counted, not bars
    if match is None and pair is not None and int(pair[1]) < int(pair[2]):
        return {"fast": int(pair[1]), "slow": int(pair[2]), **bars}
    if match is None or not int(match[3]) <= int(match[2]) > int(match[1]):  # strikes would rise to the end
        return bars if bars and match is None and pair is None else None
    return {**dict(zip(("fast", "slow", "signal"), map(int, match.groups()), strict=True)), **bars}


def weekly_spans(reading: Reading) -> Arguments | None:
    """The spans of a weekly MACD whose length in days is asked for: "weekly 12/26/9 covers how many trading days"."""
    text = plainly(reading).lower
    if reading.series or not (_WEEKLY.search(text) and _IN_DAYS.search(text)):
        return None
    led = _LED_SPANS.search(text)
    told = dict(zip(("fast", "slow", "signal"), map(int, led.group(1, 3, 4)), strict=True)) if led else {}
    told = told if told and told["fast"] < told["slow"] else triple(text, signal=True)
    return {**told, "bar_days": _DAYS_A_WEEK}


def spans_named(reading: Reading) -> Arguments:
    """Three spans of a MACD that are written together ("with 5/35/5", "use 8-17-9")."""
    match = _TRIPLE.search(plainly(reading).lower)
    if match is None or len(reading.lower.split()) > _FEW or not int(match[1]) < int(match[2]):
        return {}
    if int(match[3]) > int(match[2]) and (not _LEADS.search(reading.lower) or _OF_OPTIONS.search(reading.lower)):
        return {}  # strikes and layers rise to the end: "25/30/35 butterfly", "30/110/220 DTE"
    return dict(zip(("fast", "slow", "signal"), map(int, match.groups()), strict=True))


def triple(text: str, *, signal: bool) -> dict[str, int]:
    """The spans of a MACD where the text names some, "macd(5,13,4)" or "5/13/4"; the signal's only where it is wanted."""
    for match in _WRITTEN.finditer(text):
        found = [int(g) for g in match.groups() if g]
        if found[0] < found[1]:
            return dict(zip(("fast", "slow", "signal") if signal else ("fast", "slow"), found, strict=False))
    return {}


def pasted_spans(reading: Reading) -> Arguments | None:
    """A pasted column of numbers and the spans of the MACD that is to be run on it ("run 5/13/4 on these: …")."""
    if not reading.series:
        return None
    text = plainly(reading).lower
    own = _LED_SPANS.search(text)
    led = dict(zip(("fast", "slow", "signal"), map(int, own.group(1, 3, 4)), strict=True)) if own else {}
    named = triple(text, signal=True) or (led if led and led["fast"] < led["slow"] else {})
    return {"series": list(reading.series), **named}
