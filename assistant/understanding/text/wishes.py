"""What a question asks to be shown of the answer before it: its code, its working, its source, more of it, how sure it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, Literal

from assistant.understanding.text.manner import MANNERS
from assistant.understanding.text.number_words import WORDS
from assistant.understanding.text.sought import Sought

Wish = Literal[
    "more", "explain", "code", "source", "why", "working", "sure", "much", "short", "simple", "language", "shape", "assumed"
]

_IT: Final = (
    r"(?:it|this|that|these|those|they|you|i|(?:this|that|these|those|the|your) "
    r"(?:results?|answers?|numbers?|figures?|maths?|calculations?|estimates?))"
)
_CERTAIN: Final = r"(?:sure|certain|reliable|accurate|exact|precise|solid|robust|trustworthy|confident|right|correct|true)"
_MUCH: Final = (
    r"(?:much|many|(?:a )?lot|lots|little|few|big|small|large|huge|high|low|good|bad|normal|typical|usual|unusual|cheap|pricey|"
    r"expensive|extreme|significant|reasonable|a (?:big|small|large|high|low|good|bad|wide|narrow|decent|fair) "
    r"(?:one|number|amount|value|level|figure|price|gap|range|move|ratio))"
)
_WISHES: Final[Mapping[Wish, re.Pattern[str] | Sought]] = {
    "short": MANNERS["short"],
    "simple": MANNERS["simple"],
    "language": MANNERS["language"],
    "code": Sought(
        r"^(?:please |can you |could you )?(?:show|give|see)?\s*(?:me )?(?:the |your )?"
        r"(?:python|code)\b(?: (?:code|lines?|again|please|(?:for|of|behind) (?:that|this|it|these|those)))?\W*$"
        r"|\bhow (?:can|do) i reproduce\b",
    ),
    "working": Sought(
        r"^(?:please |can you )?show (?:me )?(?:the |your )?(?:working|steps|maths?|calculation)\b"
        r"|\bhow did you (?:get|compute|calculate)\b"
        r"|\b(?:do|show|get|have|put|write) (?:that|this|it) (?:in|as|for) (?:an? )?(?:excel|(?:google )?(?:spread)?sheets?)\b"
        r"|^\W*(?:the |and |an? )?(?:excel|spreadsheet) (?:formulas?|version)\b",
    ),
    "source": Sought(
        r"^(?:and |but )?(?:where (?:does|did) (?:that|this|it) come from"
        r"|where (?:does|did) (?:it|he|they|the article) say (?:that|so|this)"
        r"|where is (?:that|this|it) (?:from|said|stated|written)"
        r"|what(?:'s| is) (?:the|your) (?:source|reference)(?: for (?:that|this|it))?"
        r"|(?:any |your )?(?:sources?|citations?|references?)(?: (?:for (?:that|this|it)|please))?"
        r"|(?:can you |please )?(?:show|give|list|see|name|tell)(?: me)? (?:the |your |its |all |a |any )?"
        r"(?:sources?|citations?|references?)(?: (?:for (?:that|this|it)|please))?"
        r"|(?:can you )?cite (?:that|this|it)|which (?:page|source|article) (?:says|is) (?:that|so|this)"
        r"|who says(?: so| that)?|says who)\W*$",
    ),
    "assumed": Sought(
        r"^(?:and |so |but |ok |then )?(?:(?:what|which|any|your|the|list|show|name)(?: me)?(?: the| your)? assumptions?"
        r"(?: (?:did you (?:make|use|take)|are (?:made|used|behind (?:it|that|this))|here|is that))?"
        r"|what (?:did|do|are|have) you (?:assum\w+|taken? for granted)(?: (?:here|there|for (?:that|this|it)))?"
        r"|(?:with |on )?(?:which|what) (?:[a-z]+ ){1,3}?(?:did|do|does|was|were|is|are) (?:you|it|this|that|they)?(?: ?being)?"
        r" ?(?:us(?:e|ed|ing)|tak(?:e|en|ing)|assum(?:e|ed|ing)|appl(?:y|ied)|based on|start(?:ed)? (?:from|with|at))"
        r"(?: (?:here|there|for (?:that|this|it)))?)\W*$",
    ),
    "why": Sought(
        r"^(?:but |and |so )?why(?: is that| so(?: (?:many|much|few|big|small|high|low|long|little))?| not| that)?\W*$"
        r"|^how come\W*$",
    ),
    "more": Sought(
        r"^(?:please |can you )?(?:tell me more|more|go on|continue|elaborate|expand|say more)\W*$",
    ),
    "explain": Sought(
        r"^(?:please |can you |could you )?(?:explain|describe|clarify|"
        r"(?:explain|describe) (?:that|this|it|more)(?: (?:again|please|further))?|"
        r"what does (?:that|this|it) mean(?: for (?:me|us)| here| then| now)?"
        r"|i don'?t (?:get|understand)(?: (?:it|that|this))?|huh|"
        r"meaning)\W*$",
    ),
    "sure": Sought(
        rf"^(?:and |so |but |ok |then |hm+,? ){{0,2}}(?:how {_CERTAIN} (?:is|are|can) {_IT}(?: be)?(?: about (?:it|this|that))?"
        rf"|(?:are|r) (?:you|u) {_CERTAIN}(?: about (?:it|this|that))?|is {_IT} (?:really |actually |even )?{_CERTAIN}"
        rf"|(?:can|should|could|how (?:much|far) can) (?:i|we|one) (?:really )?(?:trust|rely on|believe) {_IT}"
        r"|(?:that|this|it)(?:'?s| is| looks| seems| must be)? (?:wrong|not right|incorrect|off|false)"
        r"|(?:you|u) (?:made a mistake|are wrong|got (?:it|that) wrong)|wrong"
        r"|(?:it|this|that|the (?:rule|method|strategy)) (?:really |actually )?works?"
        r"|does (?:it|this|that) (?:really |actually )?work"
        r"|what (?:(?:can'?t|can ?not|doesn'?t|don'?t|shouldn'?t)(?: (?:you|it|this|that|i|we))?"
        r"|(?:can|does|do)(?: (?:you|it|this|that|i|we))? not) (?:tell|say|mean|show|know|see|conclude|prove|read)"
        r"(?: (?:from|by|in) (?:it|this|that))?"
        r"|(?:(?:you |u |how )?(?:sure|certain))(?: about (?:it|this|that))?|really)\W*$",
    ),
    "much": Sought(
        rf"^(?:and |so |but |ok |then |hm+,? ){{0,2}}(?:is|isn'?t|are|was) {_IT} "
        rf"(?:considered |really |actually |even |too |very |so |pretty |quite |rather ){{0,2}}{_MUCH}"
        r"(?: (?:or|and) .{1,24})?\W*$",
    ),
}

_OF_FIGURE: Final = re.compile(
    r"^\W*(?:(?:and|so|ok(?:ay)?|but|then|well|hm+|now),? ){0,2}"
    r"(?:who says|why|how come|where (?:does|did|is)|who (?:chose|picked|set)|what'?s with)"
    r"(?: (?:it'?s|its|is it|exactly|only|just|the|that|a)){0,2} \$?"
    rf"(?P<figure>\d+(?:\.\d+)?|{'|'.join(WORDS)})\s?%?"
    r"(?: (?:percent|days?|bars?|periods?|points?|come from|from|so|delta)){0,3}"
    r"(?: (?:exactly|then|please|though|actually|really|here))*\W*$"
)


def figure_of(text: str) -> float | None:
    """The figure whose reason or source lower-case `text` asks for, and nothing else ("why 25%?", "who says 70?")."""
    found = _OF_FIGURE.match(text)
    return None if found is None else float(WORDS.get(found["figure"]) or found["figure"])


@lru_cache(maxsize=256)
def wish_of(text: str) -> Wish | None:
    """What a question asks to be shown of the answer before it, or None. Asked of every turn before, again and again."""
    stripped = text.strip().lower()
    return next((name for name, pattern in _WISHES.items() if pattern.search(stripped)), None)
