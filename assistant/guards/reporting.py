"""Whether a sentence only reports a result, or speaks of the world at large.

A sentence about a result says what it says in the result's own words, the user's, and the common words of arithmetic,
comparison and course (`common_words`). Other words bring something in that the tool did not say. "Usually", "most traders"
or "in practice" tell of more than one case, which no single result can bear out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Set
from typing import Final

from assistant.guards.common_words import LETTERS, beginnings, common
from knowledge.words import STOP, norms

# More than one case.
_GENERAL: Final = re.compile(
    r"\b(?:usually|typical(?:ly)?|often|always|generally|normally|commonly|frequently|rarely|seldom|tends?|tended|tendency|"
    r"historical(?:ly)?|traditional(?:ly)?|in practice|as a rule(?! of)|on average|about average|in general|more often|"
    r"notorious\w*|"
    r"most (?:of the time|people|\w{1,20}s\b)|many (?:people|\w{1,20}s\b)|in (?:most|many|some) \w+|"
    r"(?:two|three|four|nine|\d) (?:times )?out of (?:three|four|five|ten|\d+)|(?:one|two) (?:times? )?in (?:three|four|"
    r"five|ten)|"
    r"(?:two|three)[- ](?:thirds|quarters) of (?:the time|all|cases)|over time|in the long run|long[- ]run|"
    r"every (?:trader|investor|desk|crisis|crash|year|summer|autumn|spike|cycle)|whenever|known (?:to|for)|"
    r"ever\b(?= (?:seen|recorded|"
    r"shifts?|reaches|had))|regarded as|considered|counts? as (?:an? )?(?:\w+ )?(?:reading|sign|signal|market|healthy|high|"
    r"low|cheap|"
    r"dear|bullish|bearish|normal)\b|is (?:standard|common|customary|rare)|the norm|the rule with|seen only|only seen|"
    r"kind of (?:level|move|reading)|well[- ]known|famous|popular|prefer(?:s|red)?|most likely|"
    r"for (?:decades|years|centuries)|(?:last|past) (?:\w+ )?(?:years|decades?|months|weeks)|since (?:19|20)\d\d|"
    r"(?:19|20)\d\d was|in (?:19|20)\d\d\b|"
    r"is (?:a|the) (?:classic|textbook|typical|common))\b",
    re.IGNORECASE,
)
# What no calculator computes: people, institutions, programs, happenings, and properties of markets. Each may be told where
# the result or the user speaks of it.
_WORLD: Final = re.compile(
    r"\b(?:academics?|agenc(?:y|ies)|algorithms?|analysts?|arbitrageurs?|brokers?|bubbles?|bulls?|bears?|cboe|"
    r"ceo|"
    r"commodit(?:y|ies)|convexity|converges?|crash(?:es)?|cris[ei]s|crowds?|currenc(?:y|ies)|dealers?|"
    r"desks?|"
    r"economy|economic|elections?|etfs?|etns?|etps?|exchanges?|experts?|fear|fed|"
    r"geopolitic\w+|government|greed|healthy|herd|hedgers|holidays?|industry|inflation|insiders?|institution\w*|"
    r"insurers?|"
    r"investors?|makers?|panics?|pandemic|participants|pensions?|"
    r"practitioners?|professionals?|psychology|quants|recessions?|regulat\w+|retail|sectors?|sentiment|season\w*|skew|"
    r"smile|spreadsheets?|excel|tradingview|metatrader|bloomberg|platforms?|websites?|sites|charting|stale|"
    r""
    r"likeliest|most likely|sharpe|sortino|calmar|kelly|value at risk|stud(?:y|ies)|textbooks?|traders?|turbulen\w+|"
    r"veterans?|whipsaws?|"
    r"milliseconds?|outperform\w*|"
    r"(?:over|under|mis)priced|(?:over|under)valued|rebounds?|revert\w*|reversion|bullish|bearish|unreliable|popular|"
    r""
    r"trending|robust|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|false signals?|margins?|mornings?|afternoons?|"
    r"overnight|hedge funds?|liquidity|statisticians?|correlat\w+|sleeve|nasdaq|dow|treasur(?:y|ies)|"
    r"gamma|contrarian\w*|speculat\w+|open interest|"
    r"implied vol(?:atility)? (?:than|is|are)|most (?:hedge )?funds)\b",
    re.IGNORECASE,
)
_SOURCE: Final = re.compile(
    r"\b(?:the|this|that|its) (?:primary )?(?:article|method|methodology|source|guide)\b|(?:^|[,;:]\s|\bthat )(?:the|this|"
    r"its) rules?\b",
    re.IGNORECASE,
)
# What a speaker has seen or done in the world, and what brings about what: no result bears it out, with figures or without.
_WITNESS: Final = re.compile(
    r"\b(?:i|we)(?:'ve| have|'d| had)? (?:often |never |always |once |only |ever |also |just )?(?:seen|saw|made|lost|paid|"
    r"earned|bought|sold|tested|backtested|held|"
    r"watched|traded|noticed|used to|ran|run|owned|rolled|closed|opened|hedged|caught|rode|got|went)\b(?! (?:it|this|that|"
    r"the (?:numbers|figures|calculation|tool|rule|test|"
    r"working|formula)|your|you|from|with|through|by|to (?:the|this|that))\b)"
    r"|\b(?:our|my) (?:\w{1,12} )?(?:backtests?|tests|experience|clients?|research|records?|studies|desk|hedges?|accounts?|"
    r"trades?|book|customers?)\b"
    r"|\b(?:explains?|drives?|causes?|accounts? for|is behind|is responsible for|comes? from|stems? from|is due to|"
    r"reflects?) (?:most|much|the bulk|nearly all|"
    r"almost all|the lion's share|a good part)\b"
    r"|\b(?:in|on|under|during) (?:most|many|nearly all|almost all|some|a few) (?:cases|years|months|days|markets|spikes|"
    r"crashes)\b|\b(?:usually|typically|often|historically|"
    r"traditionally|rarely|seldom|commonly|generally)\b|\bmost of (?:its|the|their|your|his) (?:\w{1,12} )?(?:life|lives|"
    r"time|gains?|loss(?:es)?|profits?|moves?|decay|returns?|action|pain|damage)\b|\b(?:trade|sell|fill|settle|price|"
    r"print)s? (?:mostly|mainly|largely|almost always)\b|\b(?:since|last|past|during|over) (?:the )?(?:last )?(?:spring|"
    r"summer|autumn|fall|winter|christmas|pandemic|crisis|election)\b|\b(?:once|twice|\w{3,5} times) (?:a|per|every) (?:day|"
    r"week|month|quarter|year|decade)\b|\b(?:a|an|one|two|three|some|\w{3,6}) (?:day|week|month|quarter|year|decade|"
    r"session)s? (?:ago|before|earlier)\b(?! (?:the|it|that|settlement|expiry))|\byears of\b|\blast (?:year|month|week|"
    r"quarter|time)\b|\b(?:this|next) (?:year|quarter|season)\b|\blong[- ]run (?:average|mean|median)|\bever (?:seen|"
    r"recorded|"
    r"printed|reached)\b|\bregarded as\b",
    re.IGNORECASE,
)
_PLAIN: Final = 0.7  # share of the words, by rarity
_BARE: Final = re.compile(
    r"(?!(?:the|a|an|this|that|these|those|it|its|he|she|we|you|your|they|their|i|my|our|there|here|no|none|not|nothing|all|"
    r"both|"
    r"each|every|any|some|one|two|three|four|five|six|seven|eight|nine|ten|at|in|on|if|so|as|by|for|from|with|to|of|and|but|"
    r"or|"
    r"since|because|after|before|below|above|under|over|between|yes|only|just|about|around|up|down|per|then|now)\b(?!-))"
    r"[a-z][\w/-]{1,20}(?: (?!is |are |was |the )[\w/-]{1,20}){0,5}?s (?:\w+ly )?(?:are|were|have|do|don't|need|get|lose|"
    r"make|win|"
    r"expire|settle|come|go|like|move|rise|fall|carry|earn|pay|react|lag|lead|trade|cluster|vanish|fade|mark|happen|"
    r"converge|show|"
    r"work|run|beat|spend|hold|buy|sell|sit|stay|take|give|return|reflect|hold up|end)\b",
    re.IGNORECASE,
)

# "Flies this far out of the money trade …": a kind, whatever stands between it and its verb.
_PLURAL: Final = re.compile(
    r"(?:flies|butterflies|futures|calls|puts|options|spreads|condors|straddles|hedges|curves|markets|crosses|signals|"
    r"readings|traders|pros|sellers|buyers|"
    r"triggers|divergences|peaks|wings|spikes|vix \w{3,10}s)\b (?:[\w/-]{1,20} ){0,7}?(?:are|were|have|do|don't|need|get|"
    r"lose|make|win|expire|settle|come|go|"
    r"move|rise|fall|carry|earn|pay|react|lag|lead|trade|happen|work|run|cost|sit|stay|take|give|show|tend|behave|gain|"
    r"bounce|double)\b",
    re.IGNORECASE,
)
_REASONS: Final = re.compile(r"\s(?:since|because|as|when|whenever|while|although)\s", re.IGNORECASE)


# A speaker's own view of a result; what "we get" or "I subtract" is arithmetic.
_OPINION: Final = re.compile(
    r"^\W*(?:\w{2,10},? ){0,2}(?:i|we)\b(?!'ll)(?! (?:\w{2,8} )?(?:get|have|find|arrive|need|divide|multiply|subtract|add|"
    r"take|took|start|end|obtain|compute|"
    r"computed|used|use|assume|assumed|can|could|read|see|are|set|put|left|know|reach|deduct|square|weigh|come)\b)",
    re.IGNORECASE,
)


def outside(sentence: str, known: Set[str]) -> list[str]:
    """The words of a sentence that are neither `known` (by their first letters) nor words in which results are reported."""
    words = [w for w in norms(sentence) if w not in STOP and not w[0].isdigit() and len(w) > 1]
    return [w for w in words if beginnings(w).isdisjoint(known) and beginnings(w).isdisjoint(common())]


def strange(sentence: str, told: str) -> bool:
    """Whether the sentence speaks of the world at large, where what was `told` (in lower case) does not."""
    return any(m.group()[:LETTERS].lower() not in told for m in _WORLD.finditer(sentence))


def plain(said: Set[str], known: Set[str], weigh: Callable[[Iterable[str], Iterable[str]], float]) -> bool:
    """Whether a sentence without a figure tells the state of what is at hand, in known and common words."""
    return bool(said & known) and weigh(said, known | common()) >= _PLAIN


def sourced(sentence: str) -> bool:
    """Whether the sentence tells what the method or a source has."""
    return _SOURCE.search(sentence) is not None


def witnessed(sentence: str) -> bool:
    """Whether the sentence tells what somebody has seen, done or thinks, or what mostly happens: more than any result holds."""
    words = sentence.replace("’", "'")
    return _WITNESS.search(words) is not None or _OPINION.match(words) is not None


def general(sentence: str) -> bool:
    """Whether the sentence speaks of more than the case at hand."""
    return _GENERAL.search(sentence) is not None


def of_a_kind(sentence: str) -> bool:
    """Whether the sentence's subject is a kind of thing ("iron condors win …") and none at hand."""
    return any(_BARE.match(clause) or _PLURAL.match(clause) for clause in _REASONS.split(sentence.lstrip("*_-> ")))
