"""A hedge shared out over layers: the ratio that is written ("4/4/2", "40:35:25"), or the known one where layers are named."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from assistant.understanding.frame import Frame
from assistant.understanding.ladder import Ladder
from assistant.understanding.payoff_slots import COUNT_AFTER
from assistant.understanding.quantities import Reading
from assistant.understanding.slots import Slot, fill
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
_NAMED: Final = re.compile(r"\b(?:layers?|ratio|parts|weights?|split|shared?|divided?|allocated?)\b")
_WHOLE: Final = (10, 100)  # what weights sum to, as they are mostly written
_THREE: Final = r"\d\s?[/:-]\s?\d"
_CUE: Final = rf"###|#[/:-]#|{_SPELLED.pattern}|{_THREE}|{_OVER.pattern}"
_ASKED: Final = re.compile(r"\b(?:vs|versus|compared?|differ\w*|mean(?:s|ing|t)?|why|says?|explain)\b")


def shared(reading: Reading) -> Mapping[str, Any] | None:
    """The ratio, and whether contracts or dollars are shared out; None where no ratio is meant."""
    text = reading.text.lower()
    if _ASKED.search(text) or not (reading.quantities or _DONE.search(text)):  # "what is 4/4/2": a name
        return None
    ratio = next((r for m in _RATIO.finditer(text) if _is_ratio(r := _parts(m), text)), None)
    if ratio is None and (_SPELLED.search(text) or _OVER.search(reading.lower)):
        ratio = list(PARTS)
    return None if ratio is None else {"parts": ratio, "of": measure(reading)}


def measure(reading: Reading) -> str:
    """What is shared out: dollars where a sum of money is named, else contracts."""
    return "dollars" if any(q.unit == "money" for q in reading.quantities) else "contracts"


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
    ),
    structure=shared,
    unless=r"\bmacd\b|\btranches?\b|\bfl(?:y|ies)\b|butterfl|\bstrikes?\b|\bdebit\b|\bdte\b|\bdays?\b",
)
"""Fires on a ratio of layers beside a number of contracts or a sum of money."""


def reshared(reading: Reading) -> dict[str, Any]:
    """What the words change in a hedge shared out before: how much, in contracts or money where they say which, the ratio."""
    changed: dict[str, Any] = dict(fill(reading, FRAME.slots).arguments)
    if (ratio := shared(reading)) is not None:
        changed["parts"] = ratio["parts"]
    if measure(reading) == "dollars":
        changed["of"] = "dollars"
    elif "planned" in changed and _COUNTED.search(reading.lower):
        changed["of"] = "contracts"
    return changed
