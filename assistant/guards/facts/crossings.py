"""Whether a sentence lets a line be crossed the other way: "it fell back through 70" where it only rose above."""

from __future__ import annotations

import re
from typing import Final

from assistant.guards.facts.reading import Reading
from assistant.guards.facts.things import Facts
from assistant.understanding.premises.opposites import words_of

_VERBS: Final = "|".join(
    sorted(
        {w for side in ("up", "down") for w in words_of("move", side) if "_" not in w}
        | {"went", "gone", "goes", "got", "pushed"},
        key=len,
        reverse=True,
    )
)
_CROSS: Final = re.compile(
    rf"\b(?:cross(?:es|ed|ing)?|br[eo]\w{{2,5}}|mov\w{{1,3}}|popped|pushed|{_VERBS})\b"
    r"(?: (?:back|just|has|recently|once|again|through|up|down|that|the|its|line|mark|of|threshold|70|signal|over)){0,3}? "
    r"(?:(?P<up>above|over|up|upwards?|from below)|(?P<down>below|under|beneath|down|downwards?|from above))\b"
    r"|\b(?:(?P<bull>bullish|upward)|(?P<bear>bearish|downward))\s(?:macd\s|signal\s)?cross(?:over|ing)?\b"
    r"|\bcross(?:over|ing)?(?: \w{2,5})? (?:(?P<up2>up(?:wards?)?)|(?P<down2>down(?:wards?)?))\b"
    r"|\bcross(?:over|ing)?(?: (?:at|on|there|in) \w+(?: \d{1,4})?)? (?:was|is|came|went|runs) (?:an? )?(?:(?P<up4>up\w*|"
    r"bullish)|(?P<down4>down\w*|bearish))"
    r"|\b(?P<overtook>overt(?:ook|aken))\b(?= (?:its|the) signal)"
    r"|\bfrom (?:(?P<up3>below|under|beneath)|(?P<down3>above|over)) (?:it |the signal |its signal |the line )?to (?:above|"
    r"over|below|under)",
    re.IGNORECASE,
)
_START: Final = re.compile(
    r"\b(?:ends?|ended|finish\w*|clos\w+|is|stands?|stood) (?:\d[\d,.]* )?(?:points? )?(?:(?P<up>above|higher than|"
    r"over)|(?P<down>below|lower than|"
    r"under)) (?:where|what) (?:it|they) (?:began|started|was at first|opened)\b|"
    r"\b(?:over|in|across|during) (?:all |the )*(?:\w+ )?(?:days|bars|sessions|weeks)\b[^.;,]{0,20} (?:(?P<up2>has "
    r"risen|rose|gained|climbed)|"
    r"(?P<down2>has fallen|fell|lost|dropped|declined))\b",
    re.IGNORECASE,
)
_NEVER: Final = re.compile(r"\bnever (?:once )?$", re.IGNORECASE)
_POINT: Final = re.compile(r"\b(?:point|bar|day|row) (\d{1,5})\b", re.IGNORECASE)
_DENIED: Final = re.compile(
    r"\b(?:not|no|never|nor|neither|without|cannot|yet to|nowhere|fail\w*|rather than|instead of|any|than)\b|n['’]t\b",
    re.IGNORECASE,
)
_NOWHERE: Final = re.compile(r"\b(?:nowhere|never|not once|on no|in none|zero times|0 times|no bar)\b", re.IGNORECASE)
_SUPPOSED: Final = re.compile(
    r"\b(?:if|only when|whenever|would|should|could|may|might|must|needs?|once it|unless|until|every|whether|rule|requir\w+|"
    r"asks?|means|called|"
    r"calls|counts?)\b",
    re.IGNORECASE,
)


def wrong_crossing(reading: Reading, facts: Facts) -> str:
    """What is wrong with the crossings of a sentence, in plain words; "" where nothing is."""
    if fault := _from_start(reading.text, facts):
        return fault
    if (facts.crossed is None and not facts.crossed_at) or _SUPPOSED.search(reading.text):
        return ""
    for m in _CROSS.finditer(reading.text):
        up = any(m[g] for g in ("up", "bull", "up2", "overtook", "up3", "up4"))
        if _NOWHERE.search(reading.text, m.end(), m.end() + 40):
            continue
        at = {facts.crossed_at[n] for n in map(int, _POINT.findall(_clause(reading, m.start()))) if n in facts.crossed_at}
        if len(at) == 1 and (1 if up else -1) not in at and not _DENIED.search(reading.text):
            return f"that cross was {'downward' if up else 'upward'}"
        if facts.crossed is None:
            continue
        never = _NEVER.search(reading.text, max(0, m.start() - 12), m.start())
        if never and (1 if up else -1) in facts.crossed:
            return f"it did cross {'upward' if up else 'downward'}"
        if (1 if up else -1) not in facts.crossed and not _DENIED.search(reading.text, max(0, m.start() - 40), m.start()):
            return f"nothing crossed {'upward' if up else 'downward'}"
    return ""


def _clause(reading: Reading, at: int) -> str:
    return next((c.text for c in reading.clauses if c.start <= at < c.end), "")


def _from_start(text: str, facts: Facts) -> str:
    """Whether a line is said to end above where it began, and ends below, or the other way."""
    m = _START.search(text)
    line = [t for t in facts.things if "line" in t.heads and t.kind == "line" and t.family == "line"]
    if m is None or len(line) < 2 or line[0].before is None or _DENIED.search(text):
        return ""
    change = line[-1].value - line[0].before
    up = m["up"] or m["up2"]
    return f"the line ended {'below' if up else 'above'} its start" if change * (1 if up else -1) < 0 else ""
