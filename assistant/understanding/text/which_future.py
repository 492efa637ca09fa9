"""Which VIX future the words mean: the mini (VXM, $100 a point) where they say so, else the full one (VX, $1,000)."""

from __future__ import annotations

import re
from typing import Final

from assistant.understanding.text.sought import Sought
from tools.contracts import SPECIFICATIONS

_OPTIONS: Final = re.compile(
    r"\b(?:options?|calls?|puts?|fly|flies|butterfl\w*|b?flies|bfly|spreads?|condors?|\d++(?:\.\d++)?[cp])\b"
)
_OPTION: Final = r"(?!\s(?:options?|calls?|puts?)\b)"
_FUTURE: Final = Sought(rf"\b(?:(?P<mini>vxm|(?:(?:vix|vx)\s)?minis?)|(?:vix\s|vx\s)?futures?|vx)\b{_OPTION}")
_ANY: Final = Sought(r"\b(?:futures?|vxm?|minis?)\b")


def future_named(text: str) -> str | None:
    """The contract of the first VIX future that lower-case `text` names ("VX", "VXM"); None where it names none."""
    found = _FUTURE.search(text)
    return None if found is None else "VXM" if found["mini"] else "VX"


def speaks_of_future(text: str) -> bool:
    """Whether lower-case `text` has any word for a future, be it only that on which an option is."""
    return _ANY.search(text) is not None


def names_option(text: str) -> bool:
    """Whether lower-case `text` names an option or a structure of options."""
    return _OPTIONS.search(text) is not None


def point_of(text: str) -> float | None:
    """Dollars a point of the VIX future that `text` trades; None where it trades none, or options ("a fly on the future")."""
    named = None if names_option(text) else future_named(text)
    return None if named is None else SPECIFICATIONS[named].per_point
