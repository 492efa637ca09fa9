"""Days without a year that stand before values: "mar 3 17.1/18.2, mar 4 17.4/18.3", or a line a day.

They name the values and are none themselves.
"""

from __future__ import annotations

import re
from typing import Final

_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY: Final = r"(?:(?:mon|tue|wed|thu|fri)(?:s|nes|rs|r|urs)?(?:day)?,? )?"
_NUMBERED: Final = r"(?:0?[1-9]|[12]\d|3[01])"
DAY: Final = (
    rf"{_WEEKDAY}(?:{_NUMBERED}[/-]{_NUMBERED}|{_MONTH}[ -]?{_NUMBERED}(?:st|nd|rd|th)?"
    rf"|{_NUMBERED}(?:st|nd|rd|th)?[ -]?{_MONTH})"
)
_VALUE: Final = r"[-+−]?\$?(?:\d{1,7}(?:\.\d{1,6})?|\.\d{1,6})%?"
_NO_DAY: Final = r"(?!(?:of|and|or|to|x|c|p|calls?|puts?|fl(?:y|ies)|strikes?)\b)"  # "3/4 of 45.6", "mar 20 call 1.20"
_COUNT: Final = r"\d{1,3} ?(?:x|vxm?|minis?|contracts?|lots?|cars?|at|@)(?!\w)"  # "3/4 1 vx at 18.20"
_BEFORE_VALUE: Final = re.compile(
    rf"(?<![\w./-])(?P<day>{DAY})(?![\w/-]|\.\d)"
    rf"(?=[ :,;=]{{1,3}}(?:{_NO_DAY}[a-z0-9]{{1,8}} )?(?:[-+−]?\$?(?:\d*\.\d|\d{{3}})|{_COUNT}))",
    re.IGNORECASE,
)
_LINE: Final = re.compile(
    rf"\s{{0,4}}(?P<day>{DAY})[ \t:,;|=]{{1,4}}(?:(?P<name>[a-z][a-z0-9]{{0,9}})[ :=]{{1,3}})?"
    rf"(?P<values>(?:{_VALUE}|n/?a|nan|-+)(?:[ \t,;|]{{1,4}}(?:{_VALUE}|n/?a|nan|-+)){{0,7}})?[ ,;.]{{0,3}}",
    re.IGNORECASE,
)
_GAP: Final = re.compile(r"[ \t,;|]{1,4}")
_NAME: Final = re.compile(r"\b(?:t\d{1,2}|(?:mon|tue|wed|thu|fri)(?:s|nes|rs|r|urs)?(?:day)?):? {1,8}(?=[-+−]?\d*\.\d)")
_FEWEST: Final = 2


def days_before_values(text: str) -> list[tuple[str, tuple[int, int]]]:
    """Each day that a value follows, and where it stands; [] where there are fewer than two, or one stands twice."""
    found = [(m["day"], m.span("day")) for m in _BEFORE_VALUE.finditer(text)] if any(map(str.isdigit, text)) else []
    names = [name.lower() for name, _ in found]
    return found if len(found) >= _FEWEST and len(set(names)) == len(names) else []


def row_of_line(line: str) -> tuple[str, str, tuple[str, ...]] | None:
    """The day of a line, the word before its values ("" where none is), and the values; None for any other line."""
    found = _LINE.fullmatch(line)
    if found is None:
        return None
    return found["day"], (found["name"] or "").lower(), tuple(_GAP.split(found["values"])) if found["values"] else ("",)


def days_numbered(text: str) -> str:
    """`text` with "t1", "t2", … in place of such days, of the same length, so that no figure of theirs counts as a value."""
    for number, (_, (start, end)) in enumerate(days_before_values(text), start=1):
        text = text[:start] + f"t{number}"[: end - start].ljust(end - start) + text[end:]
    return text


def unnamed(text: str) -> str:
    """`text` without the days of the week and the "t1", "t2", … that stand before its values, so that these are one row."""
    return _NAME.sub("", text)
