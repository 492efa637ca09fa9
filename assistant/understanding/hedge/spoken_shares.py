"""Shares of a staged hedge that are spoken of without their sign: "the low end", "a third", "i am at 65".

Each becomes a share in percent in the text, so that whatever reads numbers finds it as one.
"""

from __future__ import annotations

import re
from typing import Final

from assistant.understanding.hedge.hedge_words import SHARES
from tools.methodology import METHOD

_FIRST: Final = "|".join(word for word, role in SHARES.items() if role == "first")
_PARTS: Final = {"half": 50, "quarter": 25, "third": 100 / 3, "fifth": 20}
_PART_OF: Final = re.compile(
    r"\b(?P<lead>an?|one|another|the first) (?P<part>half|quarter|third|fifth)\b(?! (?:of (?:an? |one )?)?(?:point|dollar"
    r"|percent|year|cent|month|to|million|thousand|grand|hour))"
)
_NTH: Final = re.compile(
    r"\b(?:tranche|layer|slice|step|stage|leg) (?:no\.? ?|number |#)?(?:(?P<first>1|one|#(?!\d))|[2-5]|two|three)"
    r"(?!\w)(?!,\d|\.\d)"
)
_SHARE_ALONE: Final = re.compile(  # "thats the 30", "is the 20 taken off the total"
    r"\b(?:the|my|another|next) (?:20|25|30)(?= (?:taken|off|of|on|is|was|first|already|adds?|tranche|slice|layer"
    r"|step|part|opener)\b"
    r"| ?[.,;?!](?!\d)| ?$)"
)
_BRACKETED: Final = re.compile(  # "after first (25) and one add"
    rf"\b(?P<what>{_FIRST}|tranche|layer|slice) \((?P<share>2[05]|30)\s?%?\)"
)
_IN_ALONE: Final = re.compile(  # "10k, 30 already in"
    r"(?<!spent )(?<!put )(?<!paid )(?<!bought )(?<![\w.$/-])(?<!\d,)[2-9]\d"
    r"(?= (?:is |are )?(?:already |now )?(?:in|deployed|invested|filled)(?: already| now| so far)?(?: ?[,;.?!]| ?$))"
)
_END: Final = re.compile(  # "low end first", "start at the top of the range"
    r"\b(?:at |from |with |on )?(?:the |its )?(?:(?P<low>low(?:er|est)?|bottom|small(?:er|est)?|minimum)|high(?:er|est)?"
    r"|top|upper|maximum)"
    r" (?:end|edge|side|figure)(?: of (?:the |its |that )?(?:(?:first|opening|opener|stated|article'?s?) )?(?:tranche "
    r"|layer )?range)?"
    r"(?: first)?\b"
    r"|\b(?:at |from |with )?the (?:(?P<bottom>bottom|low)|top|high) of (?:the |its |that )?(?:first |opening "
    r"|stated )?range(?: first)?\b"
)
_FIRST_IN_PERCENT: Final = r"\g<0>% first"
_FIRST_BARE: Final = re.compile(
    r"(?<![\w.$,/-])(?P<n>2[05]|30)(?= ?(?:\+|and|plus|then|,) ?(?:then )?(?:one|two|three|four|another|an?|\d) (?:more "
    r"|further |later )?"
    r"(?:adds?|steps?|20s|increments?|additions?|20% adds)\b)"
)
_ADD_ALONE: Final = re.compile(
    r"\badd(?:ing)? (?:another |a |the |one more )?20(?![\w%/]|[.,]\d| ?%"
    r"| (?:percent|contracts?|flies|adds?|vix|vxm?|minis?|dollars?))"
)
_UNDER_ADDS: Final = re.compile(
    r"\b(?:adds?|additions?|increments?|20s|steps) (?:\w{2,6} ){0,2}(?:on top of|beyond|past|atop) "
    r"(?:the |a |my )?(?P<n>2[05]|30)(?![\w%/]|[.,]\d)"
)
_STANDING: Final = re.compile(
    r"\b(?:i am|i'm|im|we are|we're|am i|standing|hedge is)(?: already| now| currently)? (?:at|on) "
    r"(?P<n>[2-9]\d)(?![\w%/$]|[.,]\d|-\d| (?:vix|vx|vxm|contracts?|fl(?:y|ies)|dollars?|bucks|strikes?|days?|points?"
    r"|minis?|calls?))"
)


def in_signs(text: str) -> str:
    """Lower-case `text` with shares that stand without their sign in percent, and tranches by number as l1 or l2."""
    if any(word in text for word in ("end", "range", "edge", "side", "figure")):
        text = _END.sub(_end_of_range, text)
    if any(word in text for word in ("add", "increment", "step", "20s")):
        text = _UNDER_ADDS.sub(_FIRST_IN_PERCENT, _ADD_ALONE.sub(r"\g<0>%", text))
        text = _FIRST_BARE.sub(_FIRST_IN_PERCENT, text)
    text = _STANDING.sub(r"\g<0>% deployed", text)
    if any(part in text for part in _PARTS) and "quarters" not in text:  # then "a quarter" is one of the year's
        text = _PART_OF.sub(_in_percent, text)
    text = _NTH.sub(lambda m: "l1" if m["first"] else "l2", text)
    if "(" in text:
        text = _BRACKETED.sub(r"\g<what> \g<share>%", text)
    return _IN_ALONE.sub(r"\g<0>%", _SHARE_ALONE.sub(r"\g<0>%", text))


def _end_of_range(match: re.Match[str]) -> str:
    low, high = METHOD.first.value
    return f"{100 * (low if match['low'] or match['bottom'] else high):g}% first"


def _in_percent(match: re.Match[str]) -> str:
    first = "first " if match["lead"] == "the first" else "another " if match["lead"] == "another" else ""
    return f"{first}{_PARTS[match['part']]:g}%"
