"""Whether a sentence makes more of its claims than they say: all of some, must of may, one of two, everybody's of one page's.

Words of quantity, need, sameness, denial and attribution are held against those of the claims. And roles: where a claim tells
one thing of one subject and another of a second, what it tells of the first is not said of the second.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from assistant.guards.openness import leaves_open
from assistant.understanding.premises.polarity import unshortened


def _words(*words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


# What the sentence says; what of the claims would bear it out.
_MORE: Final = (
    (  # all of some
        re.compile(
            r"(?<!that's )(?<!is )(?<!are )(?<!at )(?<!after )(?<!above )(?<!not )(?<!silent on )\b(?:all|every|entirely|"
            r"wholly|completely|fully|always|everything|everyone|"
            r"invariably|without exception)\b(?! (?:at once|in all|the same|that\b|it (?:can|could|may)|you (?:can|"
            r"could|may)|(?:one|you) needs?))",
            re.IGNORECASE,
        ),
        _words(
            r"all|every\w{0,5}|entire\w{0,2}|each|any\w{0,5}|both|always|no|none|never|full\w{0,3}|whole|100|throughout|"
            r"only|neither|nobody|nothing|otherwise|together|total|two|three|four|pure\w{0,2}|solely|alone|wholly|constantl\w|bought"
        ),
    ),
    (  # only of one among others
        _words(
            r"only(?! (?:an?|as|about|some|slightly|rarely|seldom|\d))",
            "solely",
            "exclusively",
            "nothing but",
            "none but",
            "the sole",
        ),
        _words(
            "only|solely|alone|exclusively|just|sole|nothing|no other|single|one|not|merely|no|none|never|neither|nor|"
            "except|unless|without|rather|instead|purely|earliest|until|at the close|means"
        ),
    ),
    (  # must of may
        _words(
            "must",
            "ha(?:s|ve) to",
            "needs? to",
            "(?:is|are) (?:required|obliged|obligatory|mandatory|compulsory)",
            "requires",
            "insists",
        ),
        _words(
            "must|ha(?:s|ve) to|needs?|requir\\w{0,5}|necessary|only|wants?|asks?|demand\\w{0,2}|condition|until|unless|"
            "not|no|never|first|then|should|order|cannot|"
            "takes?|calls? for|before|each|every|all"
        ),
    ),
)
_MAY: Final = _words("can|may|might|or|either|both|optional")
_MUST: Final = _words("must|ha(?:s|ve) to|needs?|requir\\w{0,5}")
_NOT_SO: Final = re.compile(r"(?:\b(?:not|never|no longer|nor|neither|hardly)|n't) (?:\w+ ){0,3}$", re.IGNORECASE)
_BEFORE: Final = 48  # characters
_SAME: Final = re.compile(
    r"\b(?:the same|identical|interchangeable|no difference|equivalent|agree|"
    r"agrees|coincide|coincides|one and the same|alike)\b",
    re.IGNORECASE,
)
_APART: Final = _words(
    "whereas|while|unlike|differ\\w{0,8}|contradict\\w{0,6}|contrast\\w{0,3}|versus|apart|disagree\\w{0,5}|at odds|"
    "separate\\w{0,2}|distinct|no page reconciles"
)
_LIKE: Final = _words("same|identical|interchang\\w{0,6}|equal\\w{0,3}|equivalent|agrees?|alike|coincides?|like")
_NO: Final = re.compile(
    r"\b(?:no|never|none|nothing|nobody|nowhere|cannot)\b(?! (?:more|less|fewer|later) than)|(?:ca|wo|does|do|did|is|are|"
    r"would|could)n't\b",
    re.IGNORECASE,
)
_BEYOND: Final = re.compile(
    r"\b(?:nothing|no more|no further) (?:beyond|else|besides|more|further|but|other than)\b|\bnowhere\b(?= (?:near|in))",
    re.IGNORECASE,
)
_EMPTY: Final = re.compile(
    r"\b(?:0|zero|worth(?:less)?|whole|lose|loses|loss|closed|expired?|end(?:s|ed)?|flat|sideways|lower|quick\w*|short\w*|"
    r"brief|il(?:liquid|legal)\w{0,3}|im(?:possible|precise)|in(?:valid|active|exact|accurate|correct|sufficient))\b",
    re.IGNORECASE,
)
_SELDOM: Final = _words("seldom|rarely|hardly|barely|scarcely")
_LITTLE: Final = _words("seldom|rarely|hardly|barely|scarcely|little|few|small\\w{0,4}|slight\\w{0,2}|minor")
_OWN: Final = re.compile(
    r"\b(?:one|two|three|some|several|another|a few|a|most|third-party|may 20\d\d) (?:\w{1,12} ){0,2}(?:q&a )?(?:pages?|"
    r"writers?|authors?|vendors?|product page|guide)\b|"
    r"\boption pit\b|\bpages? (?:says?|gives?|puts?|takes?|uses?)\b",
    re.IGNORECASE,
)
_NAMES: Final = re.compile(
    r"\b(?:pages?|writers?|authors?|vendors?|sources?|guides?|glossary|vixshield(?:'s)?|q&a|says?|said|articles?|according|"
    r"one|ones|some|there|others?|another|"
    r"claim(?:s|ed)?|reads?|calls?|called|sites?|option pit|reported\w{0,2}|told|named?|third|two|view|reading|known as|"
    r"example|instance|say|where|it|they|"
    r"readers?|scheme|recommend\w{0,3}|advis\w{1,4})\b",
    re.IGNORECASE,
)
# Things of the field that have no other name: one that no claim speaks of was brought in.
_THINGS: Final = re.compile(
    r"\b(?P<thing>futures|"
    r"(?<!page )(?<!pages )(?<!article )(?<!source )(?<!author )(?<!writer )(?<!glossary )(?<!guide )(?<!one )(?<!it )"
    r"(?<!which )(?<!who )(?<!that )puts(?! (?:on|it|them|the|an?|up|in|out|no|its|\d|\w+ing)\b)|spread(?=s\b)|"
    r"condor|etn|etf|spy|xsp|rsi|vwap|theta|"
    r"vega|gamma|rho|fomc|cpi|ppi|"
    r"reit|skew|"
    r"p/e|p/cf|wacc|irr|bond|gold|crypto|bitcoin|dividend|swap|warrant|straddle|strangle|collar|leverage|margin|tax|treasur|"
    r"unemployment|earnings|inflation|oil|dollar index|nasdaq|russell 2000)(?:s|es|y|ies)?\b",
    re.IGNORECASE,
)


def overstates(sentence: str, claims: Sequence[str]) -> bool:
    """Whether the sentence says more than the claims that it cites, with their terms; marks taken out of it before."""
    said, told = (unshortened(t.replace("’", "'")) for t in (sentence, " ".join(claims)))
    if any(mine.search(said) and not theirs.search(told) for mine, theirs in _MORE):
        return True
    if _MORE[2][0].search(said) and _MAY.search(told) and not _MUST.search(told):
        return True
    if _same(said) and _APART.search(told) and not _LIKE.search(told):
        return True
    if _NO.search(_BEYOND.sub(" ", said)) and not leaves_open(told) and not (_EMPTY.search(told) or _NO.search(told)):
        return True
    if _SELDOM.search(told) and not (leaves_open(said) or _LITTLE.search(said)):
        return True
    if any(m["thing"].lower().rstrip("s") not in told.lower() for m in _THINGS.finditer(said)):
        return True
    return all(_OWN.search(c) for c in claims) and _NAMES.search(said) is None


def _same(said: str) -> bool:
    """Whether the sentence says that things are the same, and does not deny it."""
    return any(not _NOT_SO.search(said, max(0, m.start() - _BEFORE), m.start()) for m in _SAME.finditer(said))
