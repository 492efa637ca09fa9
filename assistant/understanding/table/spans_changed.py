"""The last calculation on a series over other periods: "with 7 days", "rsi 21", "5 and 20 instead", "at 25 delta".

A number of bars names the length of an average or of an RSI only where a word for bars, or the name of the line, stands beside
it: "and 30?" after an RSI could be a level.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from assistant.session import Call
from assistant.understanding.text.sought import Sought

_LEAD: Final = (
    r"^\W*(?:(?:and|so|ok|now|then|but|what|about|how|if|same|with|use|using|try|run|do|make|change|set|for|at|over|on|a|an"
    r"|the|it|its|that|this|to|of|go|back|i|we|take|show|me)[ ,]+){0,7}"
)
_END: Final = r"(?:,? (?:instead|please|pls|then|now|too|also|as well|for (?:it|that|the rsi)|of (?:it|that|them)))*\W*$"
_BARS: Final = r"(?:trading )?(?:days?|periods?|bars?|sessions?|weeks?|d|p)"
_LINE: Final = r"(?:rsi|sma|ema|ma|(?:moving |simple |exponential )?(?:average|avg|mean))"
_LENGTH: Final = Sought(
    rf"{_LEAD}(?:(?P<n>\d{{1,3}})[ -]?{_BARS}(?: {_LINE})?|{_LINE} ?[(]?(?:of |with |over )?(?P<m>\d{{1,3}})[)]?(?: {_BARS})?"
    rf"|(?:periods?|length|span|lookback)(?: of| to| is| =|:)? ?(?P<k>\d{{1,3}})){_END}"
)
_PAIR: Final = Sought(
    rf"{_LEAD}(?:macd )?[(]?(?P<fast>\d{{1,3}})(?: ?[/,-] ?| and | & | )(?P<slow>\d{{1,3}})[)]?"
    r"(?: (?:macd|days?|periods?|bars?|spans?|emas?))?"
    rf"(?: (?:instead of|not|rather than) (?:the )?\d{{1,3}}\D{{1,5}}\d{{1,3}})?{_END}"
)
_KIND: Final = Sought(rf"{_LEAD}(?P<kind>simple|exponential|sma|ema)(?: (?:moving )?(?:average|one))?{_END}")
DELTA: Final = Sought(
    r"(?:(?<![\w.])(?P<n>\d{1,2}(?:\.\d{1,2})?|0?\.\d{1,3})|#+|\bten)[ -]?(?:delta|d)\b"
    r"|\bdeltas?(?: of| at| to| is| =|:)? ?-?(?P<m>0?\.\d{1,3}|\d{1,2})(?![\w.%])"
)
TENOR: Final = Sought(
    r"(?<![\w.])(?P<n>\d{1,3})[ -]?(?:calendar )?(?:days?|d|dte)\b(?! (?:ago|before|later|after|earlier))"
    r"|\btenors?(?: of| at| to| is| =|:)? ?(?P<m>\d{1,3})(?![\w.%])"
)
_LENGTHS: Final = {"rsi_extreme": "period", "average_line": "span"}
_LONGEST: Final = 10  # words
_PERCENT: Final = 100.0
_TEN: Final = 10  # a "10-delta put" is read as a name, without its number


def respanned(text: str, last: tuple[Call, ...]) -> tuple[Call, ...] | None:
    """The last calls with the periods that lower-case `text` gives in place of theirs; None where it gives none."""
    if not last or len(text.split()) > _LONGEST:
        return None
    changed = tuple(Call(c.tool, {**c.arguments, **_spans(text, c)}) for c in last)
    return None if changed == last else changed


def _spans(text: str, call: Call) -> Mapping[str, Any]:
    """What the words change of one call: {} for nothing."""
    if call.tool == "macd_trigger":
        pair = _PAIR.search(text)
        spans = {} if pair is None else {name: int(pair[name]) for name in ("fast", "slow")}
        return spans if spans and 1 < spans["fast"] < spans["slow"] else {}
    if call.tool == "ten_delta_put_iv":
        return put_terms(text)
    if call.tool not in _LENGTHS:
        return {}
    if call.tool == "average_line" and (kind := _KIND.search(text)) is not None:
        return {"kind": "exponential" if kind["kind"].startswith("e") else "simple"}
    length = _LENGTH.search(text)
    if length is None:
        return {}
    count = int(length["n"] or length["m"] or length["k"])
    return {_LENGTHS[call.tool]: count} if count > 1 else {}


def put_terms(text: str) -> dict[str, Any]:
    """The delta and the tenor of a put that lower-case `text` names."""
    delta, days = DELTA.search(text), TENOR.search(DELTA.sub(" ", text))
    out: dict[str, Any] = {}
    if delta is not None:
        size = float(delta["n"] or delta["m"] or _TEN)
        out["delta"] = round(size / _PERCENT if size >= 1 else size, 12)
    if days is not None:
        out["tenor_days"] = int(days["n"] or days["m"])
    return out
