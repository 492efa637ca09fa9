"""Whether a sentence turns what moving the wings of a butterfly costs or brings: "narrowing them costs 0.25" where it pays.

Each neighbour of the butterfly is found by its name or by its strikes; what it costs and risks is held against the table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from assistant.guards.facts.reading import read
from tools.wings import WingAdjustment

_VERSION: Final = r"(?:(?:upper|lower|top|bottom) )?(?:wings?|version|fly|butterfly|ones?|variant)"
_WIDTH: Final = re.compile(
    rf"\b(?:(?P<narrower>narrow(?:ing|ed)|tighten\w*|go(?:ing)? narrower|(?:narrower|tighter) {_VERSION})|"
    rf"(?:widen(?:ing|ed)|go(?:ing)? wider|wider {_VERSION}))\b",
    re.IGNORECASE,
)
_WING: Final = re.compile(r"\b(?:(?P<upper>upper|top|higher)|(?P<lower>lower|bottom)) (?:wing|side|one)\b", re.IGNORECASE)
_SHIFT: Final = re.compile(
    r"\b(?:shift\w*|mov\w+|roll\w*|slid\w+)\b(?: (?!the (?:upper|lower|top|bottom))\w+){0,4}? (?:(?P<up>up|higher)|"
    r"(?P<down>down|lower))\b",
    re.IGNORECASE,
)
_STRIKES: Final = re.compile(r"(?<![\d.])(\d+(?:\.\d+)?)/(\d+(?:\.\d+)?)/(\d+(?:\.\d+)?)(?![\d.]\d)")
_COSTS: Final = re.compile(
    r"\b(?:costs?|debit|sets? you back|you(?:['’]d)? pay|pay(?:ing)? (?:up|another|a further)|"
    r"needs? cash)\b",
    re.IGNORECASE,
)
_BRINGS: Final = re.compile(
    r"\b(?:brings? (?:you )?(?:in|back|cash|money)|credit|receive\w*|hands? (?:you|back)|pays? you|gives? (?:you )?(?:back|"
    r"cash)|"
    r"collect\w*|earns?|puts? \S{1,8} (?:back )?in your pocket|gets? (?:you )?\S{0,8} ?back)\b",
    re.IGNORECASE,
)
_BEST: Final = re.compile(
    r"\b(?:best case|(?:max\w*|greatest|largest|possible) (?:profit|gain)|most you can (?:make|gain|"
    r"win))\b",
    re.IGNORECASE,
)
_WORST: Final = re.compile(
    r"\b(?:worst case|(?:max\w*|greatest|largest|possible) loss|most you can lose|risks?(?= (?:more|less))|(?:more|less) "
    r"at risk)\b",
    re.IGNORECASE,
)
_MORE: Final = re.compile(
    r"\b(?:rais\w+|lift\w*|bigger|larger|greater|higher|deeper|worse|more|increas\w*|goes up|grows?|"
    r"ris\w+)\b",
    re.IGNORECASE,
)
_LESS: Final = re.compile(
    r"\b(?:lower(?:s|ed)?|cut\w*|smaller|milder|less|reduc\w*|falls?|shrink\w*|goes down|drops?|trim\w*|"
    r"decreas\w*)\b",
    re.IGNORECASE,
)
_OPEN: Final = re.compile(
    r"\?|\b(?:not|no|neither|nor|never|if|than nothing|which|both (?:cost|bring)|whether|either)\b|"
    r"n['’]t\b",
    re.IGNORECASE,
)
_NEAR: Final = 1e-9


@dataclass(frozen=True)
class _Row:
    """One neighbour: what moving there costs (below 0: brings in), and what it can make and lose in dollars."""

    name: str
    strikes: tuple[float, ...]
    change: float
    best: float
    worst: float


class Wings:
    """The neighbours of a butterfly.

    Args:
        result: with its table.
    """

    def __init__(self, result: WingAdjustment) -> None:
        rows = [_row(row) for row in result.frame.to_dict("records")]
        self._own, self._rows = rows[0], rows[1:]

    def wrong(self, text: str) -> str:
        """What is wrong with the sentence, in plain words; "" where nothing is."""
        if not self._rows or _OPEN.search(text):
            return ""
        for clause in read(text).clauses:
            row = self._named(clause.text)
            if row is not None and (fault := self._cost(row, clause.text) or self._reach(row, clause.text)):
                return fault
        return ""

    def _named(self, text: str) -> _Row | None:
        strikes = [tuple(map(float, m.groups())) for m in _STRIKES.finditer(text)]
        found = [r for r in self._rows if r.strikes in strikes]
        if found:
            return found[0] if len(found) == 1 and len(strikes) == 1 else None
        width, wing, shift = _WIDTH.search(text), _WING.search(text), _SHIFT.search(text)
        if width is not None:
            what = "narrower" if width["narrower"] else "wider"
            name = f"{what} wings" if wing is None else f"{what} {'upper' if wing['upper'] else 'lower'} wing"
        elif shift is not None:
            name = f"shifted {'up' if shift['up'] else 'down'}"
        else:
            return None
        return next((r for r in self._rows if r.name == name), None)

    def _cost(self, row: _Row, text: str) -> str:
        costs, brings = _COSTS.search(text) is not None, _BRINGS.search(text) is not None
        if costs == brings or abs(row.change) < _NEAR or costs == (row.change > 0):
            return ""
        return f"moving to {row.name} {'brings in' if row.change < 0 else 'costs'} points"

    def _reach(self, row: _Row, text: str) -> str:
        """Whether its best or its worst case is said to be the greater where it is the smaller."""
        best, worst = _BEST.search(text), _WORST.search(text)
        rest = _WIDTH.sub(" ", _WING.sub(" ", _SHIFT.sub(" ", text)))
        more, less = _MORE.search(rest) is not None, _LESS.search(rest) is not None
        if (best is None) == (worst is None) or more == less:
            return ""
        gap = row.best - self._own.best if best else abs(row.worst) - abs(self._own.worst)
        return f"{row.name} {'has' if gap > 0 else 'has not'} the greater one" if gap * (1 if more else -1) < -_NEAR else ""


def _row(row: Mapping[Any, Any]) -> _Row:
    strikes = tuple(float(row[k]) for k in ("lower", "body", "upper"))
    return _Row(str(row["alternative"]), strikes, float(row["change"]), float(row["max_profit"]), float(row["max_loss"]))
