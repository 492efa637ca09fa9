"""What a cited sentence says around its claim: an introduction, a remark on the claim's wording, the speaker's own part.

Such words say nothing that a claim could bear out, and drown the few that do.
"""

from __future__ import annotations

import re
from typing import Final

_SOURCE: Final = (
    r"(?:the |this |that |its |one )?(?:primary |same |cited |q&a )?(?:article|page|sources?|glossary|piece|claim|text|"
    r"writer|author)"
)
_WORDING: Final = r"(?:own )?(?:words?|wording|phrase|term|rule|expression|language|figures?)"
_INTRODUCTION: Final = re.compile(
    r"^\W{0,4}(?:(?:in short|in brief|put (?:simply|plainly|another way|differently)|simply put|"
    r"in (?:plain|other|simple) (?:words|terms|english)|plainly|that is|that said|note that|remember(?: that)?|in a nutshell|"
    r"basically|strictly speaking|to (?:be (?:exact|precise|clear)|put it (?:simply|plainly))|as a rule of thumb|"
    r"(?:the|one|a) (?:usual|short|plain|main|first|other|common|simple) "
    r"(?:explanation|answer|version|point|reason|reading|idea)(?: is(?: that)?)?|"
    rf"as {_SOURCE} (?:says|puts it|has it|tells it)|according to {_SOURCE}|"
    rf"{_SOURCE} (?:says|notes|adds|points out)(?: that)?)\b[,:]?\s{{1,2}}){{1,2}}",
    re.IGNORECASE,
)
_OWN_PART: Final = re.compile(
    r"(?:[,;]|\s[–—])?\s(?:(?:and|but|which|so|though) )?i(?:'m|'ve|'d| am| have| would)? (?:can(?:no|')t |don't |do not |"
    r"only |just |merely |simply |won't |will not )?(?:quot|pass|report|repeat|tak|add|say|tell|pick|judg|endors|impos|describ|"
    r"leav|stat|giv|recommend|suggest|advis|mean)\w{0,4}\b[^.;:]{0,60}(?=[.;!]|$)",
    re.IGNORECASE,
)
_NO_ADVICE: Final = re.compile(
    r",?\s(?:and|which is|but)(?: only| just)?(?: an?)? (?:(?:description|statement|report|fact) )?(?:and )?(?:not|no) "
    r"(?:an? |the |my )?(?:suggestion|recommendation|advice|verdict|opinion|urging|judge?ment|invitation|instruction)\b"
    r"[^.;:]{0,30}(?=[.;!]|$)",
    re.IGNORECASE,
)
_MENTION: Final = re.compile(
    rf"^\W{{0,3}}(?P<words>[^.;:]{{2,60}}?)[\"“”']{{0,2}},? (?:is|are|was) (?:what {_SOURCE} (?:says|writes|calls it)|"
    rf"{_SOURCE}(?:'s|s')? {_WORDING}|the {_WORDING} of {_SOURCE})\b",
    re.IGNORECASE,
)


def framed(sentence: str) -> str:
    """The sentence without what stands around its claim; the same where nothing does."""
    return _NO_ADVICE.sub("", _OWN_PART.sub("", _INTRODUCTION.sub("", sentence, count=1)))


def mentioned(sentence: str) -> str:
    """The words of which the sentence says that they are the source's own; "" where it says so of none."""
    m = _MENTION.match(sentence)
    return m["words"].strip(" \"“”'") if m else ""
