"""What a figure is counted by: a day, a month, a tick, a contract; "17% a year" is no "17% a month"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_BY: Final = (
    ("hour", r"hours?|hourly"),
    ("day", r"(?:calendar |trading |business )?days?|daily|overnight|session"),
    ("week", r"(?:calendar |trading |business )?weeks?|weekly"),
    ("month", r"months?|monthly"),
    ("quarter", r"quarters?|quarterly"),
    ("year", r"years?|yearly|annum|annual(?:ly|i[sz]ed)?"),
    ("period", r"periods?"),
    ("roll", r"rolls?"),
    ("tick", r"ticks?"),
    ("vol point", r"(?:vol(?:atility)?|vol\.) points?"),
    ("point", r"(?:full |whole |index |vix |spx |one-)?points?"),
    ("each", r"contracts?|lots?|options?|units?|butterfl(?:y|ies)|fl(?:y|ies)|spreads?|futures?|condors?|straddles?"),
)
_ONES: Final = _BY[-1][1]
_MANY: Final = r"(?:\d{1,6}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty)"
_TIME: Final = ("hour", "day", "week", "month", "quarter", "year", "period", "roll")
_CLOCK: Final = {"hour": "hours", "day": "days", "week": "weeks", "month": "months", "year": "years"}
_WHAT: Final = "|".join(f"(?P<b{n}>(?:{words}))" for n, (_, words) in enumerate(_BY))
_AFTER: Final = re.compile(
    rf"(?:\s?(?:points?|pts|dollars?|percent|per cent|%))?(?:\s(?:of|on) the (?:front )?(?:price|premium|stake))?\s?[(]?"
    rf"(?:\s?(?:per|a|an|each|every|for each|for every|in a|by the)\s|/\s?)(?:one |single |full |whole )?(?:{_WHAT})\b"
    r"(?! (?:out|left|before|from|later|ago|ahead|earlier|off|away|to (?:go|run|expiry))\b)"  # "a week out" is when
    r"|\s(?:for |on |from |in )?(?:each|every|for one|on one) (?P<e0>one\b|of (?:the(?:m|se)?|those|your)\b)|"
    rf"(?:\s(?:is|was|are|were))?\s(?:on|for) (?:just |only )?(?:each|every|one|a single|a) (?:single )?(?P<e1>{_ONES})\b",
    re.IGNORECASE,
)
_ADVERB: Final = re.compile(
    r"\W{0,2}\s?(?:(?P<day>daily|overnight)|(?P<week>weekly)|(?P<month>monthly)|(?P<year>yearly|annually|annuali[sz]ed)|"
    r"(?P<each>each|apiece)|(?P<all>in total|in all|altogether|for (?:all |the )?(?:\d{1,6}|all|pair|lot)|"
    r"(?:for|on|across|over|from) (?:all |the |all the )?(?:two|three|four|five|six|seven|eight|nine|ten|twelve)\b|"
    r"(?:on|for|across|over) (?:the|your) (?:\w{2,9}[ -])?lot\b|for both\b|"
    r"combined|together|between them|all told|over the (?:whole|entire) \w+|over the \d{1,5} \w+|"
    r"for the (?:whole|entire) (?:run|position|lot|trade|period)|in (?:its|their) entirety))(?!\w)",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(
    rf"\b(?:(?:each|every|one|per|a single|for a)\s(?:\d[\d.,]{{0,8}}[ -])?(?:one |single |full |whole |new )?(?:{_WHAT})\b|"
    rf"(?P<e0>each of (?:the(?:m|se)?|those|your)\b(?: {_MANY}\b)?))",
    re.IGNORECASE,
)
# "For all seven you make", "the five flies are worth", "on the whole lot of five".
_ALL_BEFORE: Final = re.compile(
    rf"\b(?:(?:for|on|with|across|over|from|counting) (?:all|both)(?: of)?(?: the| your| these)?"
    rf"(?: {_MANY}\b(?: (?:{_ONES})\b)?| (?:{_ONES}|them|together)\b)|"
    rf"(?:the|your|all|these)(?: the)? {_MANY} (?:{_ONES})\b|(?:the|your) (?:whole|entire) (?:lot|position|package|"
    rf"stack|line)\b|"
    r"altogether\b|in total\b|all told\b)",
    re.IGNORECASE,
)
_AT: Final = re.compile(r"\b(?:at|above|below|over|under|on|past|beyond|of|from|to|between|and) \$?\d[\d.,]*")
_APART: Final = re.compile(r"[.;:,]|\d|\b(?:and|but|or|against|while|whole|total|all|each|per|an?)\b", re.IGNORECASE)
_COIN: Final = re.compile(r"[$¢]|\b(?:dollars?|cents?|bucks|usd)\b", re.IGNORECASE)
_REACH: Final = 60  # characters
_PERIODS: Final = "(?P<period>hour|day|week|month|quarter|year|annum)"
_ADVERBS: Final = {"daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter"} | dict.fromkeys(
    ("yearly", "annually"), "year"
)
_EACH: Final = re.compile(
    rf"\b(?:per|each|every) (?:calendar |trading |business )?{_PERIODS}\b|\b(?P<adverb>{'|'.join(_ADVERBS)})\b(?=\W*$)",
    re.IGNORECASE,
)
_OFTEN: Final = re.compile(
    rf"\b(?:per|each|every|an?|one|by the) (?:calendar |trading |business )?{_PERIODS}\b|\b(?P<adverb>{'|'.join(_ADVERBS)})\b",
    re.IGNORECASE,
)


def counted_by(text: str, start: int, end: int) -> str:
    """What the numeral at `text[start:end]` is counted by; "" where nothing is said."""
    m = _AFTER.match(text, end)
    behind = ("each" if str(m.lastgroup)[0] == "e" else _BY[int(str(m.lastgroup)[1:])][0]) if m else ""
    if behind and behind != "each":
        return behind
    m = _ADVERB.match(text, end)
    if m:
        return str(m.lastgroup)
    before = max(0, start - _REACH)
    found = behind
    for m in _BEFORE.finditer(text, before, start):
        if not _parted(text, m.end(), start):
            found = _BY[int(m.lastgroup[1:])][0] if m.lastgroup and m.lastgroup[0] == "b" else "each"
    if not found and _COIN.search(text, start, end):  # "one point is worth $50 a contract" tells the more of both
        whole = any(not _parted(text, m.end(), start) for m in _ALL_BEFORE.finditer(text, before, start))
        found = "all" if whole else ""
    return found


def _parted(text: str, end: int, start: int) -> bool:
    """Whether what stands between a word and a numeral begins something else; levels at which it holds do not."""
    between = text[end:start].rstrip("*_ $").rstrip(":=")
    if between.rstrip().endswith(" of"):
        return True  # "one tick of 0.01" is what it is, and no rate
    return _APART.search(_AT.sub("", between).replace("=", "")) is not None


def other_rate(said: str, known: set[str], question: str, measures: frozenset[str] = frozenset(_CLOCK.values())) -> bool:
    """Whether a figure is said by another measure than every one that its sources count it by, or by a time of which they do
    not speak, where `measures` are those that they speak of.
    """
    if not said or said in known:
        return False
    if not known:
        return said in _CLOCK and _CLOCK[said] not in measures
    if "period" in known and said in _TIME and re.search(rf"\b{said[:4]}", question, re.IGNORECASE):
        return False
    if said in ("point", "tick") and known <= {"each", "all"}:
        return True  # what a contract costs is told by no point
    if said in ("each", "all") or known <= {"each", "all"}:
        return {said} | known == {"each", "all"} or (said == "all" and known <= {*_TIME})
    return True


def other_period(sentence: str, claims: Sequence[str]) -> bool:
    """Whether the sentence says how often by another period than every one of the claims: "per month" for "a year"."""
    said, known = _periods(_EACH, sentence), _periods(_OFTEN, " ".join(claims))
    return bool(said and known) and not said & known


def _periods(pattern: re.Pattern[str], text: str) -> set[str]:
    found = (_ADVERBS[m["adverb"].lower()] if m["adverb"] else m["period"].lower() for m in pattern.finditer(text))
    return {"year" if period == "annum" else period for period in found}
