"""What a question takes for true: "…, right?", "since …", "the article says …", "why does …", a statement ahead of it."""

from __future__ import annotations

import re
from typing import Final

_TAG: Final = re.compile(
    r"[\s,;–-]{0,4}\b(?:right|correct|true|yes|ya|yeah|yep|no|isn'?t (?:it|that so)|aren'?t they|doesn'?t it|don'?t they"
    r"|they say)"
    r"\s{0,4}\?{0,9}\s{0,4}$",
    re.IGNORECASE,
)
_OPENING: Final = re.compile(
    r"^\W*(?:(?:ok|okay|so|and|but|then|well)\b[\s,]*)*(?:since|because|given that|as)\s(?P<reason>[^,?]{8,160}),"
    r"|^\W*(?:(?:ok|okay|so|and|but|well)\b[\s,]*)*(?:i (?:heard|read|thought|believe|understand|know|assume)|they say"
    r"|(?:the )?(?:article|page|method|source)s? (?:says?|claims?|states?))(?: that)? (?P<heard>.+)"
    r"|^\W*(?:(?:and|but|so)\s)?(?:why|how come)\s(?:is|are|does|do|did|would|should)?\s?(?P<why>.+)",
    re.IGNORECASE,
)
_TOLD: Final = re.compile(
    r"^\W{0,3}(?P<told>[^?]{12,200}?)(?:[.!]\s+|,\s(?:so|then)\s(?=(?:who|what|why|how|which|when|where)\b))(?=[^?]{2,160}\?\s{0,3}$)",
    re.IGNORECASE,
)
_ASKS: Final = re.compile(
    r"\W{0,3}(?:what|how|why|when|which|who|where|is|are|does|do|did|can|could|should|would|will|please|tell|explain|give|show|"
    r"list|compare|define|hello|hi|hey|i (?:paid|have|bought|sold|own|hold|want|need|am|'m))\b",
    re.IGNORECASE,
)
_SO: Final = re.compile(
    r"^\W*(?:ok|okay|so)\b[\s,]+(?!(?:what|how|why|when|which|who|where|can|should|do|does|is|are)\b)", re.IGNORECASE
)
_PLAIN: Final = re.compile(
    r"^\W*(?!(?:what|how|why|when|which|who|where|is|are|was|does|do|did|can|could|should|would|will|has|have|may|must|tell|"
    r"explain|give|show|list|compare|define)\b)[^?]{3,160}\b(?:is|are|means?|gets?|uses?|goes|needs?|has|have|wants?|pays?|sells?|buys?|"
    r"settles?|makes?|measures?|favou?rs?|stands? for|moves?|comes?|"
    r"helps?|tells?|covers?|grows?|raises?)\b(?![^?]*\bor\b)[^?]*\?\s*$",
    re.IGNORECASE,
)
_PREFERS: Final = re.compile(r"\b(?:favou?rs?|prefers?|chooses?)\b[^?]{2,80}?(?=\sover\s)", re.IGNORECASE)
_CHOICE: Final = re.compile(  # "why not just buy puts", "why calls and not puts": nothing is taken for true of either
    r"^\W*(?:(?:and|but|so)\s)?why\s(?:not\b|(?:(?!is\b|are\b|does\b|do\b|did\b|would\b|should\b|can\b|will\b|the\b)[\w'/%.-]+\s){1,5}?"
    r"(?:and\snot|instead\sof|rather\sthan|over|not)\s[\w'/%. -]{2,40}\W*$)",
    re.IGNORECASE,
)
_CONDITION: Final = re.compile(
    r"[,\s]{1,3}(?:because|since|so that)\s.*|,?\s(?:and )?(?:not|instead of|rather than)\s[\w -]{1,24}$"
)


def asserted(question: str) -> str:
    """What the question takes for true; "" where it asserts nothing."""
    text = question.replace("’", "'").strip()
    if _CHOICE.match(text):
        return ""
    told = _TOLD.match(text)  # a statement before the question proper
    if told is not None and not _ASKS.match(told["told"]):
        text = f"{told['told']}, right?"
    body = _TAG.sub("", text)
    tagged = body != text and bool(body)
    opening = _OPENING.match(body)
    if opening is not None:
        return _unconditional(next((g for g in opening.groups() if g), ""))
    return _unconditional(body) if tagged or _SO.match(text) or _PLAIN.match(text) else ""


def _unconditional(text: str) -> str:
    """The statement without the condition behind it, where something is left to state."""
    preferred = _PREFERS.search(text)  # "favours X over Y" says nothing of Y
    short = _CONDITION.sub("", text[: preferred.end()] if preferred else text)
    return short if len(short.split()) > 3 else text
