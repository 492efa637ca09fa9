"""Numerals that a sentence only puts forward: "I can redo this for 20 or 30 contracts", "is that the 14-period reading?".

What may be computed, or is asked of the user, is said of nothing yet. Not so where the same clause tells what comes of it.
"""

from __future__ import annotations

import re
from typing import Final

from assistant.guards.numeral import Numeral

_AGAIN: Final = (
    r"(?:re-?(?:do|run|compute|calculate|price|value|work|check|peat|draw|cast)|run|show|price|value|compute|calculate)"
)
_DOING: Final = rf"(?:{_AGAIN}|try|work|test|use|switch|swap|change|set|put|take|do|plot|go through|start|look at|compare)"
_OFFER: Final = re.compile(
    rf"\b(?:i(?:'d| would|'ll| will) (?:also |happily |gladly )?{_AGAIN}\b|"
    rf"let me {_DOING}\b|i (?:can|could)(?: also| happily| gladly| easily| just| always)? {_DOING}\b|happy to {_DOING}\b|"
    rf"(?:shall|should|could|can|may) i(?: also| rather| instead)? {_DOING}\b|"
    rf"you(?: would|'d)? (?:want|like|prefer|rather)(?: me)? to (?:see|know|{_DOING})\b|"
    r"would you (?:like|prefer|rather)\b|(?:do|did) you (?:want|mean|have|prefer)\b|want me to\b|"
    r"(?:tell|ask) me (?:if|whether|which|for|about)\b|let me know (?:if|whether|which)\b|say the word|feel free to\b|"
    r"if you(?:'d| would)? (?:like|want|name|give|prefer|have|meant|send|say|tell)\b|"
    r"(?P<other>would (?:give|make|change|mean|be|bring) (?:another|a different|other|different|you another)|"
    r"(?:change|set|adjust|pass) (?:the|your) (?:levels?|thresholds?|lines?|windows?|periods?|settings?|range|budget)))\b|"
    r"(?:^|[,;:] |\b(?:and|or|so|just|please) )(?:name|give me|send me|paste|show me|try|type)\b",
    re.IGNORECASE,
)
_ASKED: Final = re.compile(
    r"^\W{0,3}(?:and |so |or )?(?:(?:is|was|are|were|do|does|did|can|could|would) (?:that|this|it|these|those|your|you|the)|"
    r"(?:shall|should|may|can|could) (?:i|we)|want (?:the|it|that|me|to|an?|another))\b[^?]{0,120}\?\W{0,3}$",
    re.IGNORECASE,
)
_TELLS: Final = re.compile(
    r"\b(?:mak(?:es?|ing)|made|earn(?:s|ed|ing)?|los(?:es?|t|ing|s)|gains?|gained|profits?|worth|won|comes? to|"
    r"gives? (?!me|another|a different)|equals?|"
    r"pays?|paid|returns?|yields?|costs?|rose|fell|climbed|dropped)\b",
    re.IGNORECASE,
)
_SAYING: Final = re.compile(r"\bthat (?:it|you|the|this)\b", re.IGNORECASE)
_IF: Final = re.compile(r"\W{0,3}(?:if|should|at|with|for)\b", re.IGNORECASE)
_CLAUSES: Final = re.compile(r"[.;:!?]\s|,\s(?:and|but|while|whereas|since|because|so|as|which)\b|\s[–—]\s")


def offered(numeral: Numeral, text: str) -> bool:
    """Whether the numeral stands in an offer, or in a question back, and tells nothing."""
    if _ASKED.match(text) and not _TELLS.search(text):
        return True
    begins = max((m.end() for m in _CLAUSES.finditer(text, 0, numeral.start)), default=0)
    ends = next((m.start() for m in _CLAUSES.finditer(text, numeral.end)), len(text))
    if _TELLS.search(text, begins, ends) or _SAYING.search(text, begins, ends):
        return False
    found = _OFFER.finditer(text, begins, ends)
    return any(m.start() < numeral.start or m["other"] or _IF.match(text, begins) for m in found)
