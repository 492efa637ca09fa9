"""Whether a sentence says of a result what it rules out: "a review is due" where none is."""

from __future__ import annotations

import re
from typing import Final

from assistant.guards.facts.reading import Reading
from assistant.guards.facts.things import Facts
from assistant.guards.numerals import numerals

_STARTS: Final = r"(?:start\w*|begin\w*|use[sd]?|tak\w+|pick\w*|sits?|goes|opens?|chose\w*)\b[^.;,:]{0,24}\b"
_WORDS: Final[dict[str, str]] = {
    "bearish": r"bearish(?!:? \d)",
    "bullish": r"bullish(?!:? \d)",
    "negative divergence": r"negative divergence|diverg\w+ negatively|negative kind",
    "review": r"review(?:s|ed|ing)?(?! (?:line|level|mark|threshold))|look at the wings|wing check",
    "overbought": r"overbought|stretched to the upside|over-?extended",
    "oversold": r"oversold",
    "trigger": r"trigger(?:ed|s)?",
    "confirmed": r"confirm\w*",
    "open": r"(?:still |remain\w* |left )(?:open|held)|not (?:fully )?closed",
    "left over": r"left over(?!:| \$?0\b)|leftover|remainder|to spare|unspent|unused|still in hand|in hand|surplus",
    "over budget": r"over (?:the |your )?(?:budget|plan(?! of)\b)|overspen\w+|short of (?:money|paying|cash|funds)|over "
    r"the slice|"
    r"overshoot\w*|over what|run over|overdraw\w*|overdraft",
    "low end": _STARTS + r"(?:(?:low|lower|bottom|cautious|small) end|bottom of (?:the|that|its) range)",
    "high end": _STARTS + r"(?:(?:top|high|upper|bold) end|top of (?:the|that|its) range)",
    "higher high": r"higher highs?",
    "moved later": r"(?:mov\w+|shift\w*|push\w*|put|slips?|slid|falls?|goes|comes|postponed)\b[^.;:]{0,24}\b(?:later|back|"
    r"after|forward)\b[^.;:]{0,24}\bholiday|holiday\b[^.;:]{0,60}\b(?:later|postpone\w*|the day after|the next "
    r"(?:business )?day)",
    "passed": r"(?:ha[sd]|have) (?:already |just )?passed|(?:lies|lay|is|was) (?:already |now )?(?:behind (?:it|you|your)|"
    r"in the past)",
    "away": r"(?:mov|drift|pull|step|r[au]n|g[eo]|went)\w* (?:\w+ )?(?:away|farther|further) from|"
    r"(?:mov|g[eo]|went|gone|r[au]n|shot|overshoot|overshot)\w* (?:right |just |well )?(?:past|beyond|through) (?=the (?:new|"
    r"latest|close)|\d)",
    "edge": r"(?:an?|the|some) (?:arbitrage|arb|edge|free lunch|riskless (?:profit|gain))|arbitrage (?:exists|is there)|"
    r"(?:one|either|both) (?:of them )?(?:pays|earns|makes money|locks in)",
    "contango": r"contango|upward[- ]sloping|slopes? up(?:wards?)?|normal shape|curve (?:points|turns|runs|goes) "
    r"up\w*|prices? (?:rise|climb)s? from "
    r"(?:the )?front|(?:furthest|farthest|last) month (?:carries|has) the highest",
}
_OPPOSITE: Final[dict[str, str]] = {
    "contango": r"backwardation|downward[- ]sloping|slopes? down(?:wards?)?|inverted|curve (?:points|turns|runs|goes) down\w*|"
    r"prices? (?:fall|drop|decline)s? (?:off )?(?:from (?:the )?front|as you go (?:further|farther) out)|sell dear "
    r"and buy cheap",
    "over budget": r"(?:under|within|inside|below|short of) (?:the |your )?(?:budget|plan|limit|whole|planned \w+)",
    "open": r"(?:sold|closed|out of) (?:everything|all|the lot|the whole)|(?:all|fully|completely|entirely) "
    r"(?:\w+ ){0,3}(?:closed|sold|out)|(?:nothing|none) (?:\w+ ){0,2}(?:left|"
    r"open|held)",
    "higher high": r"lower (?:high|low|peak)s?|higher lows?",
    "negative divergence": r"(?:positive|bullish) divergence|diverg\w+ positively",
    "left over": r"(?:nothing|no money|not a (?:cent|dollar)|no(?:ne| cash| remainder)?) (?:\w+ ){0,3}(?:left|remains|over|"
    r"unspent)|no remainder",
    "edge": r"neither (?:\w+ )?(?:pays|earns|gains|makes|locks|works|is profitable)|both (?:\w+ )?(?:lose|cost|are losers)|"
    r"no(?:thing)? (?:arbitrage|arb|edge|to (?:earn|gain|lock))",
    "adds": r"sell|sells|sold|selling|unwind\w*|trim\w*|reduc\w+|tak(?:e|es|en|ing) off|liquidat\w*|lighten\w*|scal\w+ "
    r"(?:out|down)",
}
_PATTERNS: Final = {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in _WORDS.items()}
_CONTRARY: Final = {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in _OPPOSITE.items()}
_DENIED: Final = re.compile(
    r"\b(?:not|no|never|nor|neither|nothing|none|without|nowhere|hardly|wrong|opposite|contrary|far from|yet to|"
    r"fail\w* to|rather than|instead of)\b|n['’]t\b",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(r"\s(?:is|are|was|were|isn|wasn)?\s?(?:not\b|n['’]t\b|['’]t\b)(?! (?:an?|the)\b)", re.IGNORECASE)
_ONE_OF: Final = re.compile(r"\b(?:one|any|none|each|neither|some) of (?:the |these |those |its |your )?$", re.IGNORECASE)
_SUPPOSED: Final = re.compile(
    r"\b(?:if|when|whenever|would|should|could|may|might|must|needs?|unless|until|every|any|whether|rule|often|called(?! "
    r"for)|only|same|"
    r"compar\w+|both|parity|above \d{1,3})\b",
    re.IGNORECASE,
)


_OF_A_RULE: Final = re.compile(r"\b(?:article|method|rule)\b", re.IGNORECASE)
_THIS: Final = re.compile(
    r"\b(?:this|your|the) plan\b|\b(?:it|this|that)(?: is|['’]s)\b|\bcounts as\b|\bhere\b|\bso\b", re.IGNORECASE
)


def wrong_state(reading: Reading, facts: Facts) -> str:
    """What is wrong with the states that a sentence gives, in plain words; "" where nothing is."""
    text = reading.text
    if not facts.states or _SUPPOSED.search(text):
        return ""
    if _OF_A_RULE.search(text) and not _THIS.search(text) and not _has_figure(text, facts):
        return ""
    for name, holds in facts.states.items():
        pattern = _PATTERNS.get(name)
        m = pattern.search(text) if pattern else None
        if m is not None and _ONE_OF.search(text, 0, m.start()):
            continue  # of some of several
        if m is not None and not (_PATTERNS["bearish"].search(text) and _PATTERNS["bullish"].search(text)):
            denied = _DENIED.search(text, max(0, m.start() - 40), m.start()) or _AFTER.match(text, m.end())
            if holds == bool(denied):
                return f"it is {'' if holds else 'not '}{name}"
        contrary = _CONTRARY.get(name)
        c = contrary.search(text) if contrary is not None and holds else None
        if c is not None and not _DENIED.search(text, 0, min(20, c.start())):
            return f"it is {name}"
    return ""


def _has_figure(text: str, facts: Facts) -> bool:
    """Whether the sentence gives the figure of what the result is about."""
    main = [t for t in facts.things if t.heads & facts.main]
    return any(t.is_figure(n) for n in numerals(text) for t in main)
