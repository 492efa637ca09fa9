"""What a short question leans on: the calculation before it, the terms before it, or what it asks to be shown."""

from __future__ import annotations

import re
from typing import Final

from assistant.understanding.text.quantities import Reading
from knowledge import Index

_LEANS = re.compile(
    r"^\W*(?:and|what about|how about|what if|now|then|ok(?:ay)?|make (?:it|that|the (?:first|second|later))|with|same|"
    r"repeat|redo|rerun|again|include|including|"
    r"which (?:one |of (?:the two|them|these|those) )?(?:pays|makes|loses|costs|earns|is worth)|"
    r"(?:what|how much) (?:(?:do|would|will) (?:i|we|you) (?:lose|make|earn|get|have left)|is left) (?:at|if|when)|"
    r"(?:the )?(?:vix|index|it) (?:(?:settle|end|close|finish|print|expire|land|come|rise|jump|spike|fall|dropp?|climb|shoot"
    r"|hit)(?:e?[sd])?|goes|went|came|rose|fell|shot|is at)|"
    r"profit|loss|p/?l|value|payoff|instead|but|yesterday|today|(?:the )?(?:normali[sz]ed )?level|"
    r"if|an if|stop|only|just|hold|change|try|at|or|also|say|how much (?:is|was|would) (?:that|it)|what would \d|what(?:'?s| is"
    r"| would) (?:it|that)(?: be)?(?: worth)? (?:at|if|with|in)|(?:minus |less |after |plus |net of )?(?:the |my )?"
    r"(?:fees?|comm(?:ission)?s?)|(?:each|every|one) (?:fly|butterfly|contract|unit|spread|option))\b|\binstead\b"
    r"|\bsame (?:fly|butterfly|thing|position|strikes?)\b"
    r"|\bthat (?:fly|butterfly|position|condor|budget|plan)\b|^\W*\$?\d",
    re.IGNORECASE,
)
_TERMS: Final = re.compile(  # "vol 90 and 20 days": names and numbers alone
    r"^(?:[\s,;:=@$%/.()+?-]|\d[\d.,]*+(?:k\b|%)?|\b(?:vols?|volatility|ivs?|deltas?|days?|dte|weeks?|months?|futures?|fut"
    r"|spx|vix|points?|forward|strikes?|at|and|to|the|is|of|for|with|in|on|a|my|debit|credit|contracts?|lots?|flies|fly"
    r"|butterfl(?:y|ies)|fees?|settle[sd]?|settlement|rate|calls?|puts?|budget|first|steps?|adds?|signal|fast|slow"
    r"|periods?|window|price[ds]?|cost|paid|each|now"
    r"|avg|average|gains?|loss(?:es)?|avg|average|gains?|loss(?:es)?|goes|rises|falls|drops|jumps|moves|slides|climbs|spikes"
    r"|up|down|back|left|to go|instead|then|both|front|second|third|year|spread|hold|cap|premium|entry|exit)\b)++$"
)
_SHAPE: Final = re.compile(
    r"^\W{0,3}(?:(?:and|so|but|ok|ugh|hm+),? ){0,2}(?:why|how come)\b[^?!]{0,60}\b(?:f[ae]ll(?:s|ing)?|drop\w*"
    r"|down|back|declin\w+|decreas\w+|shr[iu]nk\w*|less|smaller|los(?:e|es|ing|t|s|ses)|flat|stop\w*|capp?ed|cap|limit\w*"
    r"|same|ris(?:e|es|ing)|grow\w*|more"
    r"|up|increas\w+|peak\w*|top|max\w*|best|worst|zero|nothing|all of it|everything|worthless|differ\w*|zone|break-? ?evens?"
    r"|upper|lower|tail|only|profits?|gains?|payoff|pays?|worth)\b",
    re.IGNORECASE,
)
_SO: Final = r"^\W*(?:and |so |ok |then |but ){0,2}"
_ASKS: Final = (
    r"(?:what(?:'?s| is| are| was| would be)? |where(?:'?s| is| are) |how (?:much|big|high) is |show (?:me )?|give me )?"
)
_UNIT: Final = (
    r"(?: (?:again|then|now|here|in (?:dollars|points|total|all|\$)|total|overall|each|at (?:mid|natural|the mid|the natural)"
    r"|per (?:contract|fly|butterfly|lot|unit|spread)|(?:for|of|on) (?:each|both|all)(?: of (?:them|these|those))?))*"
)
_MAKES: Final = "(?:lose|lost|make|made|win|won|gain(?:ed)?|earn(?:ed)?)"
_CAN_MAKE: Final = rf"(?:i|we|it|you) (?:can|could|would|will|might)(?: have)? {_MAKES}"
_CAN_MAKE_ASKED: Final = rf"(?:can|could|would|might) (?:i|we|it|you) have {_MAKES}"
_FIGURES: Final = re.compile(
    rf"{_SO}{_ASKS}(?:(?:the |my |its |that |your )(?:max(?:imum|imal)?\W?|best |worst |largest |highest )?|"
    r"(?:max(?:imum|imal)?\W?|best |worst |largest |highest ))"
    r"(?:profits?|loss(?:es)?|gain|risk|(?:ratio of )?reward(?: to risk)?(?: ratio)?|r ?[/:] ?r|rrr?|risk ?(?:/|:|-|to|vs)? "
    r"?reward|reward ?(?:/|:|-|to|vs)? ?risk|break-? ?evens?|breakeven points?|p/?l|pnl|"
    r"p&l|payoff|profit zone|tail|cost|case|outcome|result|i can (?:lose|make|win|gain)|(?:that )?(?:i|we|it"
    r"|they) can (?:lose|make|win|gain|earn)(?: (?:on|with) (?:it|that|them|all(?: of them)?))?)"
    rf"{_UNIT}\W*$|{_SO}{_ASKS}(?:the )?(?:break-? ?evens?|p/?l|pnl)(?: points?| range| zone)?{_UNIT}\W*$"
    rf"|{_SO}(?:what|how much) (?:did|does|would) (?:that|it|this|they|the rest|all that) cost(?: me"
    rf"| us)?(?: in (?:all|total))?\W*$"
    rf"|{_SO}(?:what(?:'?s| is| was) )?(?:the )?(?:most|worst|least|best) (?:that )?{_CAN_MAKE}\W*$"
    rf"|{_SO}(?:what|how much) {_CAN_MAKE_ASKED}(?: (?:at (?:most|best|worst|the (?:most|best|worst))|at max\w*"
    rf"|in the (?:best|worst) case))?\W*$"
    rf"|{_SO}(?:what|how much) (?:does|would|will|could|can) (?:it|that|this) (?:pay|make|return)(?: (?:me|out|off))?"
    rf"(?: (?:if (?:it|vix) (?:hits|works|pins|lands there)|at (?:best|most|the (?:top|peak|body|middle))|at max\w*))?\W*$"
    rf"|{_SO}(?:above|below|over|under|past|at) \d[\d.]{{0,6}} (?:i|it|we|you) (?:start to |will |would |can )?(?:lose|make|win"
    rf"|profit|gain|break even)(?: money)?\W*$"
    rf"|{_SO}(?:what|which|where) (?:would|could|will)(?: have)? be(?:en)? the best "
    rf"(?:print|settlement|settle|level|place|price|spot|vro|outcome|case)(?: for (?:it|me|that|this|both|them))?\W*$"
    rf"|{_SO}where(?:'?s| is| are) (?:the |its )?(?:peak|top|maximum|max|best (?:point|price|case)|sweet spot)\W*$"
    rf"|{_SO}(?:per|for (?:one|each|all)|each)(?: (?:contract|fly|butterfly|lot|unit|spread|one|of them))?\W*$",
    re.IGNORECASE,
)
_FIGURE_NAMED: Final = re.compile(
    rf"{_SO}(?:(?:what(?:'?s| is| are| was| would| will)?|how (?:much|big|high) is|show(?: me)?|give me) )?(?:the |its |that )"
    rf"(?P<name>[a-z][a-z ]{{1,24}}?)(?: be| there)?{_UNIT}\W*$|^\W*(?:and |so )?(?:the |its )?(?P<more>[a-z]{{3,12}})\W*$",
    re.IGNORECASE,
)
_OWN_RESULT: Final = re.compile(
    r"^\W*(?:and |so |ok |then )?(?:when|where|how much|what"
    r"|(?:at|above|below|under|over|from|past) (?:what|which) (?:price|level|settle(?:ment)?|vix(?: level)?|point)) "
    r"(?:do|can|could|would|will|might|does) (?:i|it|this|that|we|you|they|both|each(?: of them| one)?|these|those|the two) "
    r"(?:make (?:any )?money|start (?:losing|making)(?: money)?|break even|lose|make|profit|win|gain|bleed|get hurt)"
    r"(?: (?:at (?:most|worst|best)|money|anything|everything|it all))?\W*$"
    r"|^\W*(?:(?:and|so|ok|then|but) )?(?:can|could|do|does|will|would|might|is it possible to|am i able to) (?:i |we "
    r"|you |it |this |that )?"
    r"lose (?:more|all|everything|it all|any more)(?: (?:than|of) (?:that|this|it|what |i |the |my |we ).{0,24})?\W*$",
    re.IGNORECASE,
)
_OF_IT: Final = re.compile(
    rf"{_SO}(?:what(?:'?s| is| would| will|'d)|how much (?:is|would|will)) (?:it|that)(?: be)?(?: worth| cost| make| pay)? "
    r"(?:if|when|with|at)\b",
    re.IGNORECASE,
)
_EXAMPLE: Final = re.compile(
    r"^\W*(?:(?:and|ok|so|but|please|pls|can|could|u|you|give|show|me|do|have|is|are|there|got|maybe|just"
    r"|what about|with) ){0,7}"
    r"(?:an? |some |any |one )?(?:(?:concrete|real|simple|worked|numerical|quick|short) )?examples?"
    r"(?: (?:please|pls|with (?:real |some )?(?:numbers|figures)|of (?:this|that|it)|for (?:this|that|it)|then|maybe))*\W*$",
    re.IGNORECASE,
)
_FORMULA: Final = re.compile(
    r"^\W*(?:(?:and|ok|so|but|please|pls|give|show|me|what'?s|whats|what is|is there|got|the|an?|its|any) ){0,6}"
    r"(?:formula|equation|maths?|definition)(?: (?:please|pls|for (?:this|that|it)|of (?:this|that|it)|then|again))*\W*$",
    re.IGNORECASE,
)
_CHART: Final = re.compile(
    r"^\W*(?:(?:and|ok|now|please|pls|can|could|you|u) ){0,4}(?:(?:plot|chart|draw|graph|picture"
    r"|visuali[sz]e)(?: (?:it|this|that|them))?"
    r"|(?:put|show|see|draw|plot|have)(?: me)? (?:it|this|that|them|both) (?:in|as|on) (?:a |one )?(?:chart|graph|plot"
    r"|picture|diagram)"
    r"|(?:put|show)(?: it| them| that| both)? (?:in|as|into) a table|(?:show|see|give) (?:me )?(?:the |a "
    r"|its )?(?:plot|chart|graph|picture|payoff(?: (?:chart|diagram|graph))?"
    r"|diagram))(?: please)?\W*$",
    re.IGNORECASE,
)
_BETTER: Final = re.compile(
    r"^\W*(?:(?:and|so|ok|but|then|now) ){0,3}(?:which(?: (?:one|of (?:them|the two|those)))?(?:'?s| is"
    r"| would be)?|what(?:'?s| is)?)"
    r" (?:the )?(?:better|best|safer|safest|preferable|smarter|wiser)(?: (?:one|now|then|choice|deal|trade|for me))?\W*$",
    re.IGNORECASE,
)
_OPENS: Final = r"^\W*(?:(?:and|so|ok|but|then|well) ){0,3}"
_IT: Final = r"(?:it|that|this|they|them|these|those|all (?:that|this))"
_IN_METHOD: Final = r"(?: in (?:the |this )?(?:method|alvh|hedge|rule|strategy|article))?"
_PURPOSE: Final = re.compile(
    rf"{_OPENS}(?:what(?:'?s| is| was| would be) the (?:whole |actual |real )?"
    r"(?:point|use|idea|purpose|goal|aim)|why (?:do|would|should) (?:i|we|you|one|anyone|people|they) (?:do|want|use|need))"
    r"(?: (?:of|in|behind|to) (?:(?:doing )?(?:it|that|this|all (?:this|that|of it))))?"
    r"(?: (?:it|that|this|all that))?(?: then| here| anyway)?\W*$"
    rf"|{_OPENS}what(?:'?s| is| are| was) {_IT} (?:(?:used|needed|good|there|meant) )?for{_IN_METHOD}\W*$"
    rf"|{_OPENS}(?:why is {_IT} (?:useful|important|needed|necessary|there)|(?:how|where|why) (?:is|are) {_IT} used)"
    rf"{_IN_METHOD}\W*$|{_OPENS}(?:what|why|how|where) (?:does|do|would) (?:(?:the |this |his )?"
    rf"(?:method|alvh|rule|article|hedge|strategy|approach)|one|we|you|they|people|traders) "
    rf"(?:use|need|want|look at|care about|bother with) {_IT}(?: for)?(?: at all)?\W*$",
    re.IGNORECASE,
)
_POINT_OF: Final = re.compile(
    r"(\bwhat(?:['’]?s| is) the (?:whole |real )?)point(?= (?:of|in|behind) (?!\d|one\b|an?\b))", re.IGNORECASE
)
_LEFT: Final = ("leftover", "left over", "remainder", "rest", "change")
_FEW, _FEW_LEAN = 5, 4  # words
_LONG: Final = 14  # words
_CHANGES: Final = re.compile(
    r"\binstead\W*$|^\W*(?:and |but |now |ok )?(?:with|change|replace|drop|remove|delete|append|add|swap)\b[^?]*\d",
    re.IGNORECASE,
)
_WHO: Final = re.compile(
    r"^\W*(?:(?:and|so|ok|but|then) ){0,2}who (?:decides?|sets?|calculates?|computes?|publishes?|determines?|makes?"
    r"|chooses?|picks?"
    r"|measures?|defines?|settles?|counts?|controls?|runs?)(?: (?:it|that|this|them|these|those|then|anyway|when"
    r"|how much)){0,2}\W*$",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(r"\b(?:it|its|that|this|they|them|those|these|there|both|neither|either)\b", re.IGNORECASE)
_SHORT: Final = 10  # words


def asks_shape(text: str) -> bool:
    """Whether the question is why something rises, falls, stops or is as large as it is: of a payoff, its shape tells that."""
    return len(text.split()) <= _LONG and _SHAPE.match(text.replace("’", "'")) is not None


def asks_figures(text: str) -> bool:
    """Whether the whole question is for a figure of the position just worked out ("and the break-evens?")."""
    plain = text.replace("’", "'")
    return _FIGURES.match(plain) is not None or _OWN_RESULT.match(plain) is not None


def figure_named(text: str) -> str:
    """What is asked for where the few words are hardly more than its name ("what's the delta?", "and its theta"); or ""."""
    match = _FIGURE_NAMED.match(text.replace("’", "'"))
    name = (match["name"] or match["more"]).lower() if match else ""
    return "left" if name in _LEFT else name


def asks_of_it(text: str) -> bool:
    """Whether the question is what the thing worked out before would be in another case ("what's it worth if …")."""
    return _OF_IT.match(text.replace("’", "'")) is not None


def goes_on(text: str) -> bool:
    """Whether the question begins by going on from what was said ("and the max loss?")."""
    return re.match(r"\W{0,4}(?:and|so|ok|then)\b", text, re.IGNORECASE) is not None


def leans(reading: Reading) -> bool:
    """Whether the question is the kind that changes something in the calculation before it."""
    few = len(reading.lower.split()) <= _FEW_LEAN
    return few or _LEANS.search(reading.text) is not None or numbers_alone(reading)


def numbers_alone(reading: Reading) -> bool:
    """Whether the question is numbers with no more than names of figures beside them ("with 16 and 17.5")."""
    return reading.numbered and len(reading.lower.split()) <= _LONG and _TERMS.match(reading.lower) is not None


def wants_change(text: str) -> bool:
    """Whether the few words can mean nothing but a change of what was just worked out ("weekly instead", "with 12")."""
    return len(text.split()) <= _FEW and _CHANGES.search(text) is not None


def wants_example(text: str) -> bool:
    """Whether the whole question is for an example of what was just explained."""
    return _EXAMPLE.match(text) is not None


def wants_formula(text: str) -> bool:
    """Whether the whole question is for the formula of what was just explained."""
    return _FORMULA.match(text.replace("’", "'")) is not None


def asks_purpose(text: str) -> bool:
    """Whether the whole question is what something spoken of is good for ("what's the point?")."""
    return _PURPOSE.match(text.replace("’", "'")) is not None


def with_purpose(text: str) -> str:
    """The question with the point of something called its purpose, so that no point of an index is looked for."""
    return _POINT_OF.sub(r"\1purpose", text)


def wants_chart(text: str) -> bool:
    """Whether the whole question is for the picture of what was just worked out."""
    return _CHART.match(text) is not None


def asks_better(text: str) -> bool:
    """Whether the whole question is which of the things just worked out or explained is better: that is for the asker."""
    return _BETTER.match(text) is not None


def points_back(text: str) -> bool:
    """Whether the question has a pronoun that the turn before may explain, or asks who does what it spoke of."""
    return _POINTS_BACK.search(text) is not None or _WHO.match(text) is not None


def is_of_before(text: str) -> bool:
    """Whether the whole question, a short one, is about what the turn before spoke of."""
    return points_back(text) and len(text.split()) <= _SHORT


def says_nothing(text: str, index: Index) -> bool:
    """Whether no word of the question is one of the glossary's, or a foreign one: "why so?"."""
    return index.coverage(text) <= 0 and not index.unknown(text)
