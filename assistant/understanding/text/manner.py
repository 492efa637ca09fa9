"""How an answer is to be told: shorter, in plainer words, or in another language than the one it has.

A wish for a manner is a question of its own, or stands at the end of one ("what is contango, in one sentence").
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal

Manner = Literal["short", "simple", "language"]

_LEAD: Final = (
    r"^\W*(?:(?:and|so|ok(?:ay)?|but|now|hm+|please|pls|sorry|can you|could you|can u|would you|will you|i want|i need|i'd like"
    r"|give me|give it(?: to me)?|tell me|say(?: it| that)?|put(?: it| that)?|(?:make|keep)(?: it| that| this)?"
    r"|explain(?: it| that| this)?|describe(?: it| that| this)?|repeat(?: it| that)?|once more|again|answer"
    r"|write(?: it| that)?|just|only|a|an|the|it"
    r"|that|this|me|to me|for me|something|anything|version|summari[sz]e(?: it| that| this)?|all|same|in|with|using),? ){0,7}?"
)
_END: Final = (
    r"(?:,? (?:please|pls|thanks|version|answer|form|summary|again|now|then|for me|to me|possible|it|that|this|explanation|one"
    r"|way|too|than that|if you can|would be (?:nice|good|great)))*\W*$"
)
_FEW: Final = r"(?:one|1|a single|two|2|a few|fewer|less|a couple of)"
_SHORT: Final = (
    rf"(?:shortly|(?:much |even |a bit |a little )?(?:shorter|briefer)|brief(?:ly)?|concise(?:ly)?|tl;?dr|too long"
    rf"|(?:that(?:'s| is| was) )?(?:way |much )?too (?:long|much(?: text)?|wordy)|in (?:short|brief|a nutshell)"
    rf"|(?:in )?{_FEW} (?:short )?(?:sentences?|lines?|words?)|less (?:text|detail|words)|(?<=keep it )short"
    rf"|(?<=make that )short|summari[sz]e(?: it| that| this)?"
    rf"|summary|sum (?:it|that|this) up|the gist|bottom line|(?:the )?short (?:version|answer))"
)
_SIMPLE: Final = (
    r"(?:(?:more |very |really )?simpl(?:y|er|e)|(?:in )?"
    r"(?:simpler|plainer|easier|simple|plain|easy|normal|everyday|layman'?s?) (?:english|words?|terms|language)"
    r"|eli5|easier|less (?:technical|jargon)|no jargon|without (?:the )?jargon|dumb it down"
    r"|(?:like|as if) (?:i'?m|i am|i was|i were|to) (?:a )?(?:five|5|ten|10|child|kid|beginner|dummy|idiot)(?: years? old)?"
    r"|for (?:a )?(?:beginners?|dummies|kids|newbies?|a child|non-?experts?|laymen|layman))"
)
_NAMES: Final = (
    "german|deutsch|french|fran[cç]ais|spanish|espa[nñ]ol|italian|italiano|portuguese|portugu[eê]s|dutch|nederlands|polish|polski"
    "|russian|ukrainian|turkish|greek|czech|hungarian|romanian|swedish|norwegian|danish|finnish|chinese|mandarin|cantonese|japanese"
    "|korean|arabic|hebrew|hindi|urdu|bengali|vietnamese|thai|indonesian|latin|esperanto"
)
_LANGUAGE: Final = (
    rf"(?:(?:do|can|could|would) you (?:speak|understand|talk|answer|know|write|do|explain(?: it| that)?"
    rf"|translate(?: it| that)?) (?:in(?:to)? )?|(?:translate|translation)(?: (?:it|that|this|everything"
    rf"|the answer))? ?(?:in(?:to)?|to) "
    rf"|(?:in(?:to)?|auf|en|in het|po) |(?:speak|talk|switch to|reply in|answer in) )?(?:{_NAMES})(?: language)?"
)
_ADDED: Final[Mapping[Manner, re.Pattern[str]]] = {
    "short": re.compile(
        rf"[,.?!:;()-]{{0,3}}\s(?:\(?(?:in|with|using) (?:just |only |about "
        rf"|max(?:imum)? )?{_FEW} (?:short )?(?:sentences?|lines?)"
        r"|briefly|in (?:brief|a nutshell)|tl;?dr|(?:keep it|make it) (?:short|brief)|short answer)(?: please| pls"
        r"| only)?\W{0,4}$",
        re.IGNORECASE,
    ),
    "simple": re.compile(
        r"[,.?!:;()-]{0,3}\s(?:in (?:very |really )?(?:simple|plain|easy|layman'?s?) (?:english|words?|terms|language)|eli5"
        r"|(?:like|as if) (?:i'?m|i am|i was|i were) (?:a )?(?:five|5|ten|10|child|kid|beginner)(?: years? old)?"
        r"|without (?:any |the )?jargon|(?:keep|make) it simple)(?: please| pls)?\W{0,4}$",
        re.IGNORECASE,
    ),
}
_LONGEST: Final = 60  # characters of a manner at a question's end
MANNERS: Final[Mapping[Manner, re.Pattern[str]]] = {
    "short": re.compile(rf"{_LEAD}{_SHORT}{_END}", re.IGNORECASE),
    "simple": re.compile(rf"{_LEAD}{_SIMPLE}{_END}", re.IGNORECASE),
    "language": re.compile(rf"{_LEAD}{_LANGUAGE}(?: bitte| por favor| s'il vous pla[iî]t)?{_END}", re.IGNORECASE),
}


def parted(question: str) -> tuple[str, Manner | None]:
    """A question without the manner that stands at its end, and that manner; a question that is nothing else stays whole."""
    start = max(0, len(question) - _LONGEST)
    for manner, pattern in _ADDED.items():
        found = pattern.search(question, start)
        if found is not None and len(question[: found.start()].split()) > 1 and MANNERS[manner].match(question) is None:
            return f"{question[: found.start()]}{'?' if '?' in found[0] else ''}", manner
    return question, None
