"""What people say of a number's part in a trade: paid, received, charged, settled at. Each is read just before the number."""

from __future__ import annotations

import re
from typing import Final

PAID: Final = (
    r"\b(?:for(?: an?)?|d(?==)|paid|pay|pays|paying|cost(?:s|ing)?(?: me| us)?|debit(?: of| is| was| at)?"
    r"|price(?:d)?(?: at| of| is)?|premium(?: outlay)?(?: of)?|outlay(?: of| is| was)?|laid out|shelled out|set me back"
    r"|cost basis(?: (?:of|is|on \S{1,12} is))?"
    r"|entry(?: price)?(?: of| is| at)?"
    r"|(?:bought|filled|acquired|entered|purchased|opened|picked up|got (?:it|in|filled)|in)(?: it)?"
    r" (?:at|for|from)|filled)"
)
RECEIVED: Final = (
    r"\bcredit(?: of| is| received)?|\b(?:received|receiv(?:e|es|ing)|collect(?:ed|s|ing)?|pocket(?:ed|s|ing)?|netted"
    r"|took in|takes? in|taking in|taken in|br(?:ings?|ought) in|(?:was|were|am|get|gets|got|getting|being|i'm|been) paid"
    r"|(?:pays?|paid|paying|gave|gives?) (?:me|us))(?: (?:an?|of|about|net|credit)){0,2}"
)
QUOTED: Final = (
    r"\b(?:trad(?:es|ing)(?: at)?|marked(?: at)?|quoted(?: (?:me|us))?(?: at)?|goes for|at(?: an?)?|of|and at|what about"
    r"|instead of|from|(?:bought|filled|got|in))|@"
)
CHARGED: Final = (
    r"\b(?:fees?|comm(?:ission)?s?|charges?|brokerage|broker (?:takes|charges|wants|gets|keeps|bills)|(?:transaction|trading)"
    r" costs?|slippage)(?:[ _]per[ _](?:fly|butterfly|unit|spread))?(?: (?:of|are|is|at|me|us|another|eats?|takes?|adds?"
    r"|come to|total|and|fees|for|extra)){0,3}"
)
IN_FEES: Final = (
    r"(?:dollars? )?(?:in |of )?(?:total )?(?:transaction |trading |round[- ]?(?:trip|turn) )?"
    r"(?:fees?|comm(?:ission)?s?\b|charges|brokerage|costs\b)(?! (?:of|at) \$?\.?\d)"
    r"|(?:dollars? )?all[- ]in\b|(?:dollars? )?(?:a|per|each) (?:fly|butterfly|spread|unit) on top\b"
)
_COMES: Final = (
    r"(?: (?:is|was|of|at|on|in|out|up|to|with|it|the|vix|index|come|comes|came|prints?|printed|right|dead|bang|exactly|around"
    r"|value|level|had|has|been|be|would|should|were))"
)
SETTLES: Final = (
    r"\b(?:(?:settle[sd]?|settling|settlement|vro|soq|prints?|printed|fix(?:es|ed|ing)|pin(?:s|ned)?|finish(?:es|ed|ing)?"
    r"|lands?|landed|landing|end(?:s|ed|ing)?|w(?:inds?|ound) up|(?:com(?:es?)|came) (?:in|out))"
    r"(?: (?:value|price|level|print|figure))?"
    rf"{_COMES}{{0,4}}|expir(?:es?|ing|ed)(?: (?:at|with|on)(?: (?:the )?vix)?(?: (?:at|on|is))?)?|exit(?:s|ed)? at"
    r"|closes?(?: at)?|(?:goes|went|going|moves?|moved|rises?|rose|risen|spike[sd]?|jump(?:s|ed)?|falls?|fell|drop(?:s"
    r"|ped)?|shoots?|shot|climb(?:s|ed)?"
    r"|slid(?:es?)?|sinks?|sank) "
    r"(?:from \d[\d.]{0,6} )?(?:up |down )?to"
    r"|(?:if )?(?:the )?(?:vix|index) (?:is|=|hits|at|sits at|stands at)(?: at)?|if (?:the )?vix"
    r"|at (?:expiry|expiration|settlement)(?: (?:of|at|with)(?: vix)?(?: at)?)?)"
)
FIXED: Final = (
    r"\b(?:vro|soq)(?: (?:print(?:s|ed)?|value|fixing|on|(?:mon|tues|wednes|thurs|fri)day|came|comes|is|was|at|in|of)){0,4}"
)
HELD: Final = re.compile(r"\b(?:bought|buy|took|take|had|have|got|get|did|do|traded?|own(?:ed)?|hold|held)\s?$")
"""Before a number with no unit: how many of them, and no level at which they settle."""
RISKED: Final = re.compile(  # "if I only want to risk 500"
    r"\b(?:risk(?:ing)?|lose|spend(?:ing)?|use|commit|put in|put up)"
    r"(?: (?:only|just|up to|at most|no more than|max|maximum)){0,2}"
    r" \$?(\d[\d,]*+(?:\.\d++)?)(k)?\b(?!\s?(?:%|percent|each|apiece|per|a (?:fly|contract|unit)))"
)
