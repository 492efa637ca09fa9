"""Sensitivities in words: "a point up in the future lowers its value by 0.05" says that delta is negative."""

from __future__ import annotations

import re
from typing import Final

from assistant.understanding.premises.opposites import words_of

_MOVES: Final = {side: "|".join(w for w in words_of("move", side) if "_" not in w) for side in ("up", "down")}
_UP: Final = _MOVES["up"] + r"|up|higher|gain(?:s|ed)?|more|extra|additional|added"
_DOWN: Final = _MOVES["down"] + r"|down|lower|less|fewer|los(?:es|t)"
_WHAT: Final = r"(?:(?:the|vix|vx|implied|spx) ){0,3}(?:futures?|forward|underlying|index|spot|vix|spx|vol(?:atility)?)"
_DRIVER: Final = re.compile(
    rf"\b(?:an?|one|each|every) (?:full |whole |vol(?:atility)? )?point (?:that |which )?{_WHAT} (?:(?P<up5>{_UP})|"
    rf"(?P<down5>{_DOWN}))\b"
    rf"|\b(?:an?|one|each|every|per)[\s-]"
    rf"(?:full |whole )?(?:(?P<up1>{_UP}) |(?P<down1>{_DOWN}) )?(?:vol(?:atility)? )?point'?s?"
    rf"(?: (?:(?P<up2>{_UP})|(?P<down2>{_DOWN}))\b)?(?: (?:in|of|on|from) {_WHAT}\b)?"
    rf"|\b{_WHAT} (?:(?P<up3>{_UP})|(?P<down3>{_DOWN}))\b(?: by)?(?: (?:an?|one|1) (?:vol(?:atility)? )?point)?"
    rf"|\b(?:(?P<up6>{_UP})|(?P<down6>{_DOWN})) (?:of|by) (?:an?|one|1) (?:full |whole )?(?:vol(?:atility)? )?point\b"
    rf"|\b(?:(?P<up4>{_UP})|(?P<down4>{_DOWN})) (?:in |of )?{_WHAT}\b"
    r"|\b(?:each|every|per|a) (?:calendar )?day\b",
    re.IGNORECASE,
)
_RAISES: Final = re.compile(
    rf"\b(?:{_UP}|adds?|raises?|lifts?|brings?|earns?|makes?|puts? on|picks? up|worth more)\b", re.IGNORECASE
)
_LOWERS: Final = re.compile(
    rf"\b(?:{_DOWN}|lowers?|takes?|cuts?|costs?|removes?|loses?|reduces?|shaves?|hurts?|decays?|gives? up)\b", re.IGNORECASE
)


def effect(clause: str) -> int:
    """1 where the clause says that the value moves with what drives it, −1 where against it, 0 where it does not tell."""
    driver = _DRIVER.search(clause)
    if driver is None:
        return 0
    way = -1 if any(driver[f"down{n}"] for n in range(1, 7)) else 1
    rest = clause[: driver.start()] + " " + clause[driver.end() :]
    up, down = _RAISES.search(rest) is not None, _LOWERS.search(rest) is not None
    return 0 if up == down else way if up else -way
