"""A hedge shared out over layers: the ratio that is written ("4/4/2", "40:35:25"), or the known one where layers are named."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from assistant.understanding.filling.frame import Frame
from assistant.understanding.filling.payoff_slots import COUNT_AFTER
from assistant.understanding.filling.slots import Slot, fill
from assistant.understanding.text.ladder import Ladder
from assistant.understanding.text.number_words import WORDS
from assistant.understanding.text.quantities import Reading
from tools.layers import PARTS

TOOL: Final = "layer_split"
_COUNTED: Final = re.compile(COUNT_AFTER)
_DONE: Final = re.compile(
    r"\b(?:make|use|try|instead|split|shared?|divided?|spread|allocated?|how many)\b|^\W*(?:and|now|ok)\b"
)
_PART: Final = r"\d{1,3}(?:\.\d{1,2})?"
_RATIO: Final = re.compile(rf"(?<![\w.$/:%-])({_PART})([/:-]){_PART}(?:\2{_PART}){{0,6}}(?![\w%]|[/:.-]\d)")
_SPELLED: Final = re.compile(r"\b(?:four[ -]four[ -]two|442)\b")
_OVER: Final = re.compile(
    r"\b(?:over|across|among|between|into|in|to|per|each of|for) (?:the |all |my |its |these )?(?:three|3) layers\b"
)
_COUNT: Final = rf"\d{{1,2}}|{'|'.join(list(WORDS)[:12])}"
_PART_NOUN: Final = (
    r"(?:parts?|months?|weeks?|tranches|slices|layers|steps|installments|instalments|portions|pieces|buys|quarters)\b"
)
_NAMED: Final = re.compile(
    r"\b(?:layers?|ratio|parts|weights?|split|shared?|divided?|divide|allocated?|into|ladder|tranches?|slices?|portions?)\b"
)
_WHOLE: Final = (10, 100)  # what weights sum to, as they are mostly written
_THREE: Final = r"\d\s?[/:-]\s?\d"
_ROW: Final = re.compile(
    r"(?<![\w.$/])\d{1,2}(?:\s?%)?(?:(?:\s?,\s?(?:and )?|\s|\s?/\s?|\sand\s)\d{1,2}(?:\s?%)?){2,6}(?![\w.%/]|,\d)"
)
_PERCENTS: Final = r"%[^%]{1,60}\d\s?%[^%]{1,60}\d\s?%"
_LIST: Final = r"(?<![\w.$])\d{2}%?,? \d{2}%?,? (?:and )?\d{2}\b"
_ALIKE: Final = re.compile(
    rf"\b(?:equal(?:ly)?|even(?:ly)?|same (?:size|amount)s?)\b[^.?!]{{0,40}}?\b(?P<a>{_COUNT}) {_PART_NOUN}"
    rf"|\b(?P<b>{_COUNT}) (?:\w{{1,9}} )?{_PART_NOUN}[^.?!]{{0,40}}?\b(?:equal(?:ly)?|even(?:ly)?|same (?:size|amount)s?)\b"
    rf"|\b(?P<c>{_COUNT}) (?:equal|even|equally sized|same[- ]size[d]?) {_PART_NOUN}"
)
_LAYERS: Final = re.compile(rf"\b({_COUNT}) (?:\w{{3,9}} )?{_PART_NOUN}")
_CUE: Final = (
    rf"###|#[/:-]#|{_SPELLED.pattern}|{_THREE}|{_OVER.pattern}|{_PERCENTS}|{_LIST}"
    r"|\bequal|\beven(?:ly)?\b|\bsame (?:size|amount)"
)
_HEDGED: Final = re.compile(r"\b(?:hedg\w*|spend\w*|allocat\w*|budget\w*|put|protect\w*|risk\w*)\b|(?:%|percent) of\b")
_MONEY: Final = re.compile(r"\b(?:budget|dollars|money|cash|account|fund|pot)\b")
_SUM: Final = 500.0  # more is a sum of money where nothing is counted
_THINGS: Final = re.compile(rf"\s?(?:vix )?(?:calls|puts|options|futures|minis|{COUNT_AFTER})")
_FEW: Final = 2
_MOST: Final = 12  # parts
_OVER_DAYS: Final = re.compile(
    r"\b(?:split|shared?|divided?|divide|spread|allocate|put)\b[^.?!]{0,40}\b(?:over|across|among|between|into|in|to|on)"
    r" (?:the |my |three |3 )?#{2,3}/#"
)
_ASKED: Final = re.compile(r"\b(?:vs|versus|compared?|differ\w*|mean(?:s|ing|t)?|why|says?|explain)\b")


def shared(reading: Reading) -> Mapping[str, Any] | None:
    """The ratio, and whether contracts or dollars are shared out; None where no ratio is meant."""
    text = reading.text.lower()
    if _ASKED.search(text) or not (reading.quantities or _DONE.search(text)):  # "what is 4/4/2": a name
        return None
    written = next((r for m in _RATIO.finditer(text) if _is_ratio(r := _parts(m), text)), None)
    if written is None and (_SPELLED.search(text) or _OVER.search(reading.lower)):
        written = list(PARTS)
    if written is not None:
        return {"parts": written, "of": measure(reading), **_share_planned(reading)}
    if "#/#" in reading.lower and _OVER_DAYS.search(reading.lower) is not None:  # a name made of days, which weigh nothing
        return {"of": measure(reading)}
    ratio = rest_alike(reading) or _row(text) or _percents(reading) or _alike(reading.lower)
    return None if ratio is None else {"parts": ratio, "of": measure(reading)}


def _share_planned(reading: Reading) -> dict[str, float]:
    """What is shared out where it is a percentage of a sum ("80k account, I hedge 3%, layers 4/4/2"); or {}."""
    sums = [q for q in reading.quantities if q.unit == "money"]
    shares = [q for q in reading.quantities if q.unit == "percent"]
    if len(sums) != 1 or len(shares) != 1 or not _HEDGED.search(reading.lower):
        return {}
    return {"planned": round(sums[0].value * shares[0].value, 9)}


def _row(text: str) -> list[float] | None:
    """A row of shares that make the whole ("weights 40 35 25", "into 25, 20, 20, 20, 15")."""
    for match in _ROW.finditer(text) if _NAMED.search(text) else ():
        parts = [float(n) for n in re.findall(r"\d+", match[0])]
        if sum(parts) == _WHOLE[1] and _is_ratio(parts, text):
            return parts
    return None


def _percents(reading: Reading) -> list[float] | None:
    """Shares told one by one that make the whole ("front layer 40%, middle 35%, back 25%")."""
    parts = [q.value for q in reading.quantities if q.unit == "percent"]
    whole = len(parts) > _FEW and round(sum(parts), 9) == 1
    return [round(100 * part, 9) for part in parts] if whole else None


def rest_alike(reading: Reading) -> list[float] | None:
    """A first layer's share, and the rest among the others alike ("front gets 40%, the others split the rest equally")."""
    text = reading.lower
    if "rest" not in text or ("equal" not in text and "even" not in text):
        return None
    told, shares = _LAYERS.search(text), [q.value for q in reading.quantities if q.unit == "percent"]
    count = 0 if told is None else WORDS.get(told[1]) or int(told[1])
    if len(shares) != 1 or not 0 < shares[0] < 1 or not _FEW < count <= _MOST:
        return None
    return [round(100 * shares[0], 9), *[round(100 * (1 - shares[0]) / (count - 1), 9)] * (count - 1)]


def _alike(text: str) -> list[float] | None:
    """As many parts as are told, all of one size ("over three months in equal parts")."""
    found = _ALIKE.search(text) if "equal" in text or "even" in text or "same" in text else None
    told = found and (found["a"] or found["b"] or found["c"])
    count = 0 if not told else WORDS.get(told) or int(told)
    return [1.0] * count if _FEW <= count <= _MOST else None


def measure(reading: Reading) -> str:
    """What is shared out: dollars where a sum of money is named, else contracts."""
    summed = _MONEY.search(reading.lower) is not None or any(q.unit == "money" for q in reading.quantities)
    large = (q for q in reading.quantities if q.unit == "plain" and q.value >= _SUM)
    bare = any(not _THINGS.match(reading.after(q)) for q in large)
    return "dollars" if summed or bare else "contracts"


def _parts(match: re.Match[str]) -> list[float]:
    return [float(part) for part in match[0].split(match[2])]


def _is_ratio(parts: list[float], text: str) -> bool:
    """Whether they are no ladder of strikes or of days, and make ten or a hundred or are called a ratio."""
    ladder = len(parts) > 2 and Ladder(tuple(parts), ()).rises
    return not ladder and 0 not in parts and (sum(parts) in _WHOLE or _NAMED.search(text) is not None)


FRAME: Final = Frame(
    TOOL,
    _CUE,
    (
        Slot(
            "planned",
            "the number of contracts, or the dollars, to share out",
            ("plain", "count", "money"),
            before=r"\b(?:split|share|divide|spread|allocate|planned|total(?: of)?|have|with)(?: out)?",
            after=r"(?:vix )?(?:call )?" + COUNT_AFTER + r"|(?:vix )?calls\b",
            required=True,
            low=1,
            high=1e9,
        ),
        Slot("planned", "", ("money",), bare=True, low=1, high=1e9),
        Slot("planned", "", ("plain",), before=r"\b(?:budget|hedge|pot|plan|sum)(?: (?:of|is))?", low=_SUM, high=1e9),
    ),
    structure=shared,
    unless=r"\bmacd\b|\bfl(?:y|ies)\b|butterfl|\bstrikes?\b|\bdebit\b|\bdays? (?:left|to)\b|\bema\b|\bwacc\b|\bcost of capital"
    r"|\badvi[cs]e\b|\bequity\b|\bdebt\b|\bfills?\b|\baverage\b|\bbought\b",
)
"""Fires on a ratio of layers beside a number of contracts or a sum of money."""


def reshared(reading: Reading) -> dict[str, Any]:
    """What the words change in a hedge shared out before: how much, in contracts or money where they say which, the ratio."""
    changed: dict[str, Any] = dict(fill(reading, FRAME.slots).arguments)
    alone = _RATIO.fullmatch(reading.text.strip(" ?.!"))
    if alone is not None and _is_ratio(_parts(alone), reading.text):
        changed["parts"] = _parts(alone)
    elif (ratio := shared(reading)) is not None and "parts" in ratio:
        changed["parts"] = ratio["parts"]
    if measure(reading) == "dollars":
        changed["of"] = "dollars"
    elif "planned" in changed and _COUNTED.search(reading.lower):
        changed["of"] = "contracts"
    return changed
