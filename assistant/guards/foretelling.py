"""A future of the market that is told: of which subject, moved how and by when, outright or on a condition.

"Another high looks likely" and "the VIX will soon break out" foretell on whatever condition. "Above 35 the butterfly will
make a profit" is arithmetic: a plainer future is none where a condition stands beside it, unless it is also said to be sure
or near.
"""

from __future__ import annotations

import re
from typing import Final

from assistant.guards.phrases import any_of

_SUBJECT: Final = (
    r"(?:vix|volatility|vol|implied vol\w*|spx|spy|s&p(?: 500)?|stocks?|(?:the |stock |equity )?markets?|ind(?:ex|ices)|"
    r"equities|"
    r"(?:vix )?futures|contango|backwardation|(?:term structure|curve)|prices?|premiums?|crash|correction|rally|spike|"
    r"sell-?off|"
    r"recession|drawdown|bear market|the (?:front |back |second )?(?:future|month|contract|line|histogram|index)|the hedge|"
    r"the trade|this trade|the position|the fly|the butterfly|it|they|this)"
)
_MOVE: Final = (
    r"(?:spik\w+|ris\w+|fall\w*|drop\w*|crash\w*|rall\w+|surg\w+|jump\w*|climb\w*|trad\w+ (?:much |far |well )?(?:higher|"
    r"lower)|"
    r"mov\w+|go(?:es|ing)? (?:up|down|higher|lower|much)|hit\w*|reach\w*|return\w*|declin\w+|explod\w+|collaps\w+|soar\w*|"
    r"plung\w+|"
    r"rebound\w*|revert\w*|peak\w*|bottom\w*|pay off|work out|recover\w*|be (?:higher|lower|up|down|above|below)|double|"
    r"triple|"
    r"break (?:out|down|higher|lower)|correct|sell off|tank|pop|normali[sz]e|flip|steepen|flatten|top out|come (?:down|back)|"
    r"see (?:a|higher|lower|more)|increase|decrease|expand|win|profit|make money|end|close|settle)"
)
_EVENT: Final = (
    r"(?:crash|correction|spike|rally|sell-?off|recession|crisis|"
    r"rebound|reversal|move (?:up|down|higher|lower)|storm|jump|drop|surge)"
)
_SOON: Final = (
    r"(?:soon|shortly|imminently|tomorrow|tonight|next (?:week|month|quarter|year|session|day)s?|(?:this|the coming|coming) "
    r"(?:week|month|quarter|year|days|weeks|months)s?|(?:within|over|in) the (?:next|coming)|by (?:the end of|year.?end|next|"
    r"summer|autumn|fall|winter|spring|christmas|monday|friday)|before long|any day|from here|ahead)"
)
_PREDICTION: Final = any_of(
    rf"\b{_SUBJECT}\b(?:[^.?!;]|\.\d){{0,34}}?(?:\bwill\b|'ll\b|\b(?:is|are|was|be|looks?|seems?|"
    rf"appears?) (?:\w+ )?(?:about|set|"
    rf"poised|bound|likely|due|headed|heading|destined|sure|certain|guaranteed|going|expected|primed|ready|"
    rf"on track) ?(?:to|for)?\b|\bgonna\b|\bshould\b|\bmust\b|\bis (?:likely|"
    rf"expected) to\b)[^.?!;]{{0,30}}?\b(?:{_MOVE})\b",
    rf"\b(?:an?|the|another|next|this|sharp|big|major)\s(?:\w+\s){{0,3}}{_EVENT}\b[^.?!;]{{0,30}}\b(?:is|are|looks?|seems?|"
    rf"appears?|will be)\s(?:\w+\s){{0,2}}(?:coming|imminent|inevitable|near|close|around the corner|due|overdue|"
    rf"on the (?:way|horizon)|likely|certain|looming|ahead|brewing|underway|next|unavoidable|guaranteed)\b",
    rf"(?:^|\b(?:i|we|you|let's|do|can|should|to)\s)(?:expect|anticipate|foresee|brace for|prepare for|get ready for|"
    rf"look for|count on)\s[^.?!;]{{0,40}}\b(?:{_MOVE}|{_EVENT}|higher|lower|volatility|vix|swings|upside|downside|"
    rf"turbulence|pullback)\b",
    rf"\b(?:we|you|traders|markets?|investors)(?: are|'re|'ll| will| should| may well| could well)\s?(?:likely |certain |"
    rf"bound |going |soon )?(?:to )?see\b[^.?!;]{{0,40}}\b(?:{_SUBJECT}|{_EVENT}|higher|lower|above|below)\b",
    r"\bodds (?:favou?r|are|point|of)\b|\b(?:headed|heading|going|moving|trending) (?:much |sharply |slightly )?(?:higher|"
    r"lower|up|down|north|south)\b(?! (?:by|as|from|each|with))",
    r"\b(?:cannot|can't|can not|could not|couldn't|never) (?:lose|fail|go wrong)\b|\bguaranteed? (?:to|a|profit|win|"
    r"return)\b|\brisk-?free\b|\bsure to (?:pay|win|profit|rise|work)\b|\bbound to (?:pay|win|profit|rise|work|spike)\b",
    r"\byou(?: will|'ll)(?: definitely| certainly| surely| likely| probably| soon)? (?:make (?:money|a (?:profit|fortune|"
    r"killing))|profit|win|come out ahead|get rich|double your|regret|thank)\b",
    r"\b(?:bulls|bears|buyers|sellers|investors|traders|stocks|equities|everyone|"
    r"markets?)\b[^.?!;]{0,24}\bwill (?:regret|get|struggle|suffer|be|win|lose|pay|see|learn)\b",
    rf"\b{_SUBJECT}\b[^.?!;]{{0,12}}\b(?:has|have) (?:topped|bottomed|peaked)\b|\bcan only (?:go|rise|fall|get)\b|"
    rf"\blies? ahead\b|\bis (?:next|near)\b(?=\W*$)|\b(?:vix|spx|s&p) (?:at )?\d{{1,5}} (?:is|next|soon|ahead)\b",
    r"\b(?:only|just) a matter of time\b|\bwriting is on the wall\b|\bmark my words\b|\bis (?:coming|imminent|inevitable|"
    r"looming|around the corner)\b",
    r"\b(?:tomorrow|tonight|next (?:week|month|quarter|year|session|time|bar))\b[^.?!;]{0,24}\b(?:should|will|ought|"
    r"is (?:going|likely|bound|set)|may well|could well|looks?)\b",
    rf"\b(?:will|shall|'ll|going to|gonna)\b[^.?!;]{{0,60}}\b{_SOON}\b|\b{_SOON}\b[^.?!;]{{0,60}}\b(?:will|shall|going to|"
    rf"gonna|'ll)\b",
)
# Told outright, on whatever condition.
_FUTURE: Final = any_of(
    r"\b(?:will|'ll|shall|won't) (?:not )?(?:most |very |quite |almost |all but )?(?:likely|probably|surely|"
    r"certainly|definitely|"
    r"inevitably|undoubtedly|no doubt|soon|shortly|eventually)\b",
    r"\b(?:next|coming|following|further|another|more) (?:\w{1,16} ){1,4}?(?:will|won't|'ll|should|is going to|"
    r"are going to|"
    r"(?:is|are|looks?|seems?|appears?)(?: \w+ly| more| very| quite| all but)? (?:likely|probable|due|coming|"
    r"certain|on (?:the way|"
    r"its way|the cards|the horizon)|in store|around the corner|a matter of))\b",
    r"\b(?:looks?|seems?|appears?|is|are|stands?) (?:all )?(?:set|poised|bound|destined|primed|about|headed|heading|"
    r"due|ripe) "
    r"(?:to|for) (?:a |an |another |further )?\w+",
    r"\b(?:vix|vol(?:atility)?|spx|s&p(?: 500)?|(?:the |stock )?markets?|stocks|equities|futures|prices?|premiums?|"
    r"the curve|contango|"
    r"backwardation|spreads?|the index|rsi|breadth|momentum|a day like \w+|days? like \w+)\b[^.?!;:,]{0,24} "
    r"(?:will|won't|'ll|should|is going to|are going to|can be expected to|may well|could well|ought to)(?: not|"
    r" n't| soon| "
    r"now| then)? (?:stay|hold|turn|break|ease|remain|calm|settle down|keep|stop|fade|stabili[sz]e|improve|worsen|"
    r"weaken|"
    r"strengthen|hover|drift|grind|swing|follow|test|retest|bounce|fill|close (?:above|below|higher|lower)|head|"
    r"pull back|"
    r"cool|slow|pick up|be (?:calm|quiet|rough|volatile|negative|positive|fine|back|ugly|choppy))\b",
    r"\b(?:means|so|therefore|hence|suggests|implies|signals)(?: that)? (?:the|a|an|your) (?:next|coming|following|"
    r"new) "
    r"[^.?!;]{0,40}\b(?:will|is going to|should)\b",
)
_CONDITION: Final = re.compile(
    r"\b(?:if|unless|when|once|whenever|where|wherever|suppose|assuming|provided|given|in case|as long as|as soon as|"
    r"at settlement|at expiry|"
    r"at expiration|had|were|below|above|between|outside|inside|past|beyond|on each|by definition)\b",
    re.IGNORECASE,
)
_SURELY: Final = re.compile(
    rf"\b{_SOON}\b|\b(?:you|your|we|i|now|today|guaranteed?|surely|definitely|certainly)\b", re.IGNORECASE
)


def foretells(words: str) -> bool:
    """Whether a future of the market is told: outright, or without a condition that would make it arithmetic."""
    if _FUTURE.search(words):
        return True
    return _PREDICTION.search(words) is not None and (not _CONDITION.search(words) or _SURELY.search(words) is not None)
