"""What the assistant declines: advice, predictions, live quotes, and work that is not about the method.

The patterns look at grammar (who decides, whose money, which tense), not at particular sentences. Each is one
alternative of a row; gaps between words are bounded, so matching is linear in the length of the question.
"""

from __future__ import annotations

import re
from typing import Final, Literal

Decline = Literal["advice", "prediction", "live-data", "errand"]

_TRADE: Final = (
    r"(?:buy(?: back)?|sell|put on|put in|place|open|close|roll|hold|keep|exit|get out|enter|get in|add|"
    r"hedge|trade|go long|go short|"
    r"take profits?|take (?:it )?off|cut|double|wait|invest|short|allocate|bail|dump|stay|do|position|pick|choose|start|cover|"
    r"protect|risk|pay|size|use my|move|switch|sit out|let it|ride|leave|pull|load up|scale|lock in|"
    r"convert|adjust|skip|go with|go for)"
)
_ACT: Final = r"(?:buy|sell|trade|hedge|do|close|roll|open)"
_MARKET: Final = re.compile(
    r"\b(?:hedg\w*|vix\w*|spx|spy|qqq|options?|calls?|puts?|fly|flies|butterfl\w+|condors?|futures?|"
    r"strikes?|expir\w+|tranches?|"
    r"layers?|signals?|trad(?:e|es|ing)|positions?|portfolio|stocks?|shares?|account|market|contracts?|"
    r"premium|macd|alvh|spreads?|"
    r"volatility|debit|crash|fomc|cpi|ppi|wings?|straddles?|ic|ics)\b",
    re.IGNORECASE,
)


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE)


_ADVICE: Final = _any(
    # "should I (really) roll it", "what/when/how … should we …"
    rf"\b(?:should|shall|ought)\s+(?:i|we|my|someone like me)\b(?:\s+\w+){{0,3}}?\s+{_TRADE}\b",
    r"\b(?:what|which|when|where|how)\b[^.?!]{0,80}\bshould\s+(?:i|we)\b(?!\s+(?:read|learn|understand|"
    r"calculate|compute|interpret))",
    r"\bwhat\s+(?:%|percent\w*|share|portion|fraction|part)[^.?!]{0,60}\bshould\b",
    # "is now a good time to hedge"
    r"\b(?:good|right|bad|best|great|ideal|smart)\s+(?:time|moment|day|week|idea|entry|trade|buy|level)\s+"
    r"(?:for me\s+)?(?:to|right now|now|today)\b",
    r"\bis (?:now|today|this|it|that) (?:a |the )?(?:good|right|bad|best|smart|safe)\b[^.?!]{0,40}"
    r"\b(?:time|moment|idea|entry|trade|buy|bet)\b",
    # "do you recommend", "your advice", "tell me which … to buy", "give me a signal"
    r"\b(?:do|would|can|could|will) you (?:recommend|suggest|advise|buy|sell|hold|roll|close|trade|hedge|pick|choose|do)\b",
    r"\b(?:your|any) (?:recommendations?|advice|picks?|suggestions?|best trade)\b",
    r"\b(?:recommend|advise|suggest) (?:me|a|an|some|which|what|the best)\b",
    r"\btell me (?:exactly )?(?:what|which|when|how many|how much|whether|if)\b[^.?!]{0,60}\b(?:to|i should|should i)\s+"
    + _ACT
    + r"\b",
    r"\b(?:give|send|get) me (?:a |an |the |your |some )?(?:\w+ )?(?:buy|sell|trade|trading|entry|exit)?\s*"
    r"(?:signal|alert|trade|tip|picks?)s?\b",
    # "how many … do I need to be safe"
    r"\bhow (?:many|much)\b[^.?!]{0,80}\b(?:do i need|should|to be safe|for me|to protect my|to cover my)\b",
    # "keep it or close", "just yes or no", "what would you do"
    rf"\b(?:keep|hold|sell|close|roll|buy|exit|wait|add|stay|hedge)\s+(?:it|them|this|that|on|"
    rf"in)?\s*,?\s*or\s+(?:not\s+)?(?:to\s+)?{_TRADE}\b",
    r"\b(?:yes or no|tell me what to do|what would you do|what do i do with my|make me money)\b",
    r"\bpick (?:a|the|one|some)\b[^.?!]{0,40}\bfor me\b",
    # "too big for my account", "am I over-hedged", "is my fly ok"
    r"\b(?:right|best|better|suitable|safe|enough|too (?:much|big|small|risky))\b[^.?!]{0,30}"
    r"\bfor (?:me|my (?:account|portfolio|situation|age|retirement))\b",
    r"\bam i (?:over|under)?-?\s?(?:hedged|protected|exposed|safe|diversified)\b",
    r"\bis my (?:hedge|position|portfolio|account|fly|condor)[^.?!]{0,40}\b(?:ok|okay|safe|good|enough|too)\b",
    # "worth buying now", "best strike today"
    r"\b(?:worth|time to) (?:buying|selling|buy|sell|hedge|hedging)\b[^.?!]{0,40}\b(?:now|today|here|this week|tomorrow|yet)\b",
    r"\bbest (?:strikes?|expir\w+|trade|hedge|butterfly|entry)\b[^.?!]{0,40}"
    r"\b(?:to buy|right now|today|now|this week|tomorrow|monday|for (?:a|an|my)\b)",
)
_PREDICTION: Final = _any(
    r"\b(?:will|is|are|gonna|going to)\b[^.?!]{0,30}\b(?:vix|spx|spy|market|stocks?|volatility|s&p|index|it)\b[^.?!]{0,24}"
    r"\b(?:going to|gonna|go up|go down|rise|fall|crash|spike|drop|rally|explode|tank|hit \d+|reach|moon)\b[^.?!]{0,40}"
    r"\b(?:today|tomorrow|next|this|soon|by|week|month|year)\b",
    r"\bwill (?:the )?(?:vix|spx|spy|market|stocks?|volatility|s&p)\b[^.?!]{0,24}"
    r"\b(?:go|rise|fall|crash|spike|drop|rally|be|hit|reach|close|end|stay)\b",
    r"\bwhere (?:is|will|do you see)\b[^.?!]{0,20}\b(?:vix|spx|spy|market|volatility)\b[^.?!]{0,30}"
    r"\b(?:headed|heading|going|be|next|end)\b",
    r"\b(?:price target|forecast|prediction|predict)\b[^.?!]{0,30}\b(?:for|tomorrow|next|this|the vix|spx|close)\b",
    r"\bwhen (?:will|is) the (?:next )?(?:crash|correction|crisis|spike)\b",
)
_LIVE: Final = _any(
    r"\b(?:today'?s|current|currently|latest|live|real.?time|right now|this morning'?s|yesterday'?s|at "
    r"the moment)\b[^.?!]{0,40}"
    r"\b(?:vix|spx|spy|price|close|level|quote|yield|rate|swap|reading|value|print|news|signals?|iv|macd|rsi|number|chain)\b",
    r"\b(?:vix|spx|spy|price|close|level|quote|yield|rate|swap|macd|rsi|iv|signal)\b[^.?!]{0,24}"
    r"\b(?:today|right now|at the moment|currently|now)\s*\??$",
    r"\b(?:trading|priced|quoted) at\s*(?:now|today|currently|right now)?\s*\??$",
    r"\bwhat(?:'s| is| did)\b[^.?!]{0,20}\b(?:close|trade|open) at\b(?: (?:today|yesterday))?\s*\??$",
    r"\b(?:look up|fetch|pull|get)\b[^.?!]{0,20}\b(?:quotes?|prices?|data)\b[^.?!]{0,20}\b(?:today|now|live)\b",
)
_ERRAND: Final = _any(
    r"\b(?:write|build|code|create|make|program|develop|draft|compose|generate)\b (?:me |us |my |a |an |"
    r"some |the ){1,3}(?:\w+ ){0,3}"
    r"(?:bot|script|code|program|app|indicator|poem|essay|email|letter|story|song|website|newsletter|tweet|joke|report)\b",
    r"\b(?:trade|execute|place|submit|send) (?:it |this |that |an order |orders? )?"
    r"(?:for me|on (?:ibkr|robinhood|tastytrade|my broker)|automatically)\b",
    r"\b(?:home address|phone number|net worth|girlfriend|wife|birthday|salary)\b",
)
_METHOD_QUESTION: Final = _any(
    r"\b(?:the|this|its?) (?:method|article|framework|rule|rules|page|source|methodology|alvh)\b[^.?!]{0,30}"
    r"\b(?:says?|said|predicts?|trying|try|claims?|tells?|recommends?|suggests?)\b",
    r"\baccording to\b",
)


def decline(text: str, *, in_domain: bool) -> Decline | None:
    """Why a question is not answered as asked, or None.

    `in_domain` says that the question names something of the method; advice on other subjects ("which mortgage should I
    pick") is not declined as advice: it is simply not covered.
    """
    if _ERRAND.search(text):
        return "errand"
    if _METHOD_QUESTION.search(text):
        return None
    if in_domain or _MARKET.search(text):
        if _ADVICE.search(text):
            return "advice"
        if _PREDICTION.search(text):
            return "prediction"
    return "live-data" if _LIVE.search(text) else None
