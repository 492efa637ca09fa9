"""What the assistant declines: advice, predictions, live quotes, and work that is not about the method.

The patterns look at grammar (who decides, whose money, which tense), not at particular sentences. Each is one
alternative of a row; gaps between words are bounded, so matching is linear in the length of the question.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from assistant.understanding.limits.by_the_rule import asks_the_method
from assistant.understanding.limits.errands import ASIDE, ERRAND, OVERRIDE
from assistant.understanding.limits.open_choices import CHOICE
from assistant.understanding.limits.roundabout import ROUNDABOUT
from assistant.understanding.text.alternatives import any_of

Decline = Literal["advice", "prediction", "live-data", "errand"]

_TRADE: Final = (
    r"(?:buy(?: back)?|sell|put on|put in|place|open|close|roll|hold|keep|exit|get out|enter|get in|add|"
    r"hedge|trade|go long|go short|"
    r"take profits?|take (?:it )?off|cut|double|wait|invest|short|allocate|bail|dump|stay|do|position|pick|choose"
    r"|start|cover|"
    r"protect|risk|pay|size|use my|move|switch|sit out|let it|ride|leave|pull|load up|scale|lock in|"
    r"convert|adjust|skip|go with|go for)"
)
_ACT: Final = r"(?:buy|sell|trade|hedge|do|close|roll|open)"
_DECIDE: Final = (
    r"(?:buy|sell|hold|close|roll|exit|get out|get in|go long|go short|bail|hedge now|take profits?|take the loss|cut|"
    r"layer in|wait|stay|double)"
)
# What a learner does with an explanation; "how should I read it" asks for no advice.
_LEARN: Final = (
    r"(?:read|learn|understand|calculate|compute|interpret|know|expect|look|load|upload|type|enter|ask|format|paste"
    r"|call|write|log|record|note|keep in mind|pay attention|practi[sc]e|study|remember|track|measure|check)"
)
_TO_LEARN: Final = re.compile(rf"\bshould (?:i|we|one|a beginner) {_LEARN}\b")
_PEOPLE: Final = r"(?:beginners?|newbies?|investors?|traders?|retirees?|people|anyone|someone|everyone|you)"
_SOON: Final = (
    r"(?:today|tomorrow|tonight|soon|(?:next|this|coming) (?:week|month|quarter|year|friday|monday)|"
    r"by (?:monday|friday|christmas|summer|year.?end|the end of|january|march|june|december))"
)
_MARKET: Final = re.compile(
    r"\b(?:hedg\w*|vix\w*|spx|spy|qqq|options?|calls?|puts?|fly|flies|butterfl\w+|condors?|futures?|"
    r"strikes?|expir\w+|tranches?|"
    r"layers?|signals?|trad(?:e|es|ing)|positions?|portfolio|stocks?|shares?|account|market|contracts?|"
    r"premium|macd|alvh|spreads?|what to (?:buy|sell|trade)|if you were me|in my (?:shoes|place)|"
    r"(?:buy|sell) (?:it |them )?(?:now|today|yet)|(?:day|date|moment) to (?:buy|sell|hedge)|"
    r"contango|recession|correction|"
    r"entry|enter|strategy|invest(?:ing)?|stop(?:s|[ -]loss(?:es)?)?|"
    r"volatility|debit|crash|fomc|cpi|ppi|wings?|straddles?|ic|ics|lots?|\d{1,2} ?% in|dip|clients?|do (?:i|we) buy)\b",
    re.IGNORECASE,
)


_ADVICE: Final = any_of(
    # "should I (really) roll it", "what/when/how … should we …"
    rf"\b(?:should|shall|ought)\s+(?:i|we|my|someone like me)\b(?:\s+\w+){{0,3}}?\s+"
    rf"(?:{_TRADE}|buying|selling|holding|hedging)\b",
    r"\bshould\s+(?:i|we)\s+(?:use|take|choose|pick|get|go (?:with|for)|prefer)\b[^.?!]{0,60}\bor\b",
    r"\bshould\s+(?:i|we)\s+(?:use|start|begin|choose|pick)\b[^.?!]{0,60}\bmy\b",
    rf"\b(?:what|which|when|where|how)\b[^.?!]{{0,80}}\bshould\s+(?:i|we)\b(?!\s+{_LEARN}\b)",
    rf"\b(?:i|we)\s+(?:should|ought to)\b(?!\s+{_LEARN}\b)",
    r"\bshould\s+(?:my|our)\s+(?!(?:\w+\s+)?(?:data|files?|columns?|tables?|csv|series|numbers?|dates?)\b)",
    rf"\bshould\s+(?:a|an|any|most)?\s*(?:\w+\s+)?{_PEOPLE}\s+(?:\w+\s+)?{_TRADE}\b",
    # "…, do I buy?", "when do I get out of my …", "do I need a hedge"
    rf"(?:^|[,.;:!?]|\b(?:so|then|but|now)\b)\s*do (?:i|we) (?:just |really |actually |still )?{_DECIDE}\b",
    rf"\bwhen do (?:i|we) {_DECIDE}\b[^.?!]{{0,40}}\b(?:my|now|today)\b",
    r"\bdo (?:i|we) (?:really |still )?need (?:a|an|any|more|another) (?:\w+ )?"
    r"(?:hedge|protection|insurance|puts?|calls?|fly|position)\b",
    r"\bwhat\s+(?:%|percent\w*|share|portion|fraction|part)[^.?!]{0,60}\bshould\b",
    # "is now a good time to hedge"
    r"\b(?:good|right|bad|best|great|ideal|smart)\s+(?:time|moment|day|week|idea|entry|trade|buy|level)\s+"
    r"(?:for me\s+)?(?:to|right now|now|today)\b",
    r"\bis (?:now|today|this|it|that) (?:a |the )?(?:good|right|bad|best|smart|safe)\b[^.?!]{0,40}"
    r"\b(?:time|moment|idea|entry|trade|buy|bet)\b",
    # "is it too late to hedge", "would it be wise to add", "is now the moment to layer in"
    r"\b(?:is|would|isn'?t)\s+(?:it|now|this|that|today)\s+(?:be\s+)?(?:an?\s+|the\s+|too\s+|still\s+|not\s+|ever\s+)?"
    r"(?:good|right|bad|best|smart|wise|safe|ok(?:ay)?|worth|late|early|soon|risky|sensible|prudent|crazy|stupid|time|moment)"
    rf"(?:\s+(?:time|moment|idea|day|thing))?(?:\s+for me)?\s+to\s+(?:{_TRADE}|layer in)\b",
    r"\bgood (?:idea|trade|bet|move|buy|deal|price)\s*\?",
    # "do you recommend", "your advice", "tell me which … to buy", "give me a signal"
    r"\b(?:do|would|can|could|will) you (?:recommend|suggest|advise|buy|sell|hold|roll|close|trade|hedge|pick|choose"
    r"|do(?! (?:that|this|it|the same) (?:in|with|as|for|again|on)\b))\b",
    r"\bwould you (?:keep|invest|go|take|wait|enter|exit|add|adjust|layer|put|start|use|double|halve)\b",
    r"\bdo you (?:like|prefer|favou?r|think of my|think i)\b|\bwhat do you think (?:of|about) my\b",
    r"\bhelp me (?:decide|choose|pick)\b|\btell me what to (?:buy|sell|trade|do)\b",
    r"\b(?:advise|advice|tips?|thoughts|opinion|verdict)\s+(?:me\s+)?(?:on|about|for)\b[^.?!]{0,20}"
    r"\b(?:my|trading|buying|selling|hedging|today|now)\b",
    r"\b(?:your|any) (?:recommendations?|advice|picks?|suggestions?|best trade)\b",
    r"\b(?:recommend|advise|suggest) (?:me|a|an|some|which|what|the best)\b",
    r"\btell me (?:exactly )?(?:what|which|when|how many|how much|whether|if)\b[^.?!]{0,60}\b(?:to|i should|should i)\s+"
    + _ACT
    + r"\b",
    r"\b(?:tell|give|show) me\b[^.?!]{0,24}\b(?:day|date|time|moment|price|level|strike"
    r"|expiry)\b[^.?!]{0,12}\bto (?:buy|sell|enter|exit|hedge)\b",
    r"\b(?:give|send|get) me (?:a |an |the |your |some )?(?:\w+ )?(?:buy|sell|trade|trading|entry|exit)?\s*"
    r"(?:signal|alert|trade|tip|picks?)s?\b",
    # "how many … do I need to be safe"
    r"\bhow (?:many|much)\b[^.?!]{0,80}\b(?:(?<!bars )(?<!values )(?<!days )(?<!points )"
    r"(?<!rows )(?<!closes )do i need(?! (?:the )?(?:vix|it|spx|market|future|settlement)\b)"
    r"|should (?:i|we|my|our)|to be safe|for me|to protect my|to cover my)\b",
    # "keep it or close", "just yes or no", "what would you do"
    rf"\b(?:keep|hold|sell|close|roll|buy|exit|wait|add|stay|hedge)\s+(?:it|them|this|that|on|"
    rf"in)?\s*,?\s*or\s+(?:not\s+)?(?:to\s+)?{_TRADE}\b",
    r"\b(?:yes or no|tell me what to do|what would you do|what do i do with my|make me money)\b",
    r"\bpick (?:a|the|one|some)\b[^.?!]{0,40}\bfor me\b",
    # "too big for my account", "am I over-hedged", "is my fly ok"
    r"\b(?:right|good|best|better|suitable|safe|enough|decide|choose|too (?:much|big|small|risky))\b[^.?!]{0,40}"
    r"\bfor (?:me|my (?:account|portfolio|situation|age|retirement|ira|roth|401k|savings|pension|family))\b",
    r"\bam i (?:too |well |sufficiently )?(?:over|under)?-?\s?(?:hedged|protected|exposed|safe|diversified)\b",
    r"\bof my (?:savings|retirement|net worth|ira|401k|pension)\b",
    r"\bis my (?:hedge|position|portfolio|account|fly|condor)[^.?!]{0,40}\b(?:ok|okay|safe|good|enough|too)\b",
    # "worth buying now", "best strike today"
    r"\b(?:worth|time to) (?:buy|sell|hedge|hedging)\b[^.?!]{0,40}\b(?:now|today|here|this week|tomorrow|yet)\b",
    r"\bworth (?:buying|selling|holding|adding|rolling)\b",
    r"\bbest (?:strikes?|expir\w+|trade|hedge|butterfly|entry)\b[^.?!]{0,40}"
    r"\b(?:to buy|right now|today|now|this week|tomorrow|monday|for (?:a|an|my)\b)",
)
_PREDICTION: Final = any_of(
    r"\b(?:will|is|are|gonna|going to)\b[^.?!]{0,30}\b(?:vix|spx|spy|market|stocks?|volatility|s&p|index|it)\b[^.?!]{0,24}"
    r"\b(?:going to|gonna|go up|go down|rise|fall|crash|spike|drop|rally|explode|tank|hit \d+|reach|moon)\b[^.?!]{0,40}"
    r"\b(?:today|tomorrow|next|this|soon|by|week|month|year)\b",
    r"\bwill (?:the )?(?:vix|spx|spy|market|stocks?|volatility|s&p)\b[^.?!]{0,24}"
    r"\b(?:go|rise|fall|crash|spike|drop|rally|be|hit|reach|close|end|stay)\b",
    r"\bwhere (?:is|will|do you see)\b[^.?!]{0,20}\b(?:vix|spx|spy|market|volatility)\b[^.?!]{0,30}"
    r"\b(?:headed|heading|going|be|next|end)\b",
    r"\b(?:price target|forecast|prediction|predict)\b[^.?!]{0,30}\b(?:for|tomorrow|next|this|the vix|spx|close)\b",
    r"(?<!why )\bis (?:the )?(?:vix|spx|spy|market|s&p|volatility) (?:\w{2,8} )?(?:going|gonna|headed|heading|about) "
    r"(?:to )?(?:go |move |be )?(?:up|down|higher|lower|rise|fall|crash|spike|explode|drop)\b",
    r"\bwhen (?:will|is) the (?:next )?(?:crash|correction|crisis|spike)\b",
    # "what will SPX do", "will my butterfly make money", "will contango flip next month"
    r"\bwhat will (?:the )?(?:vix|spx|spy|market|stocks?|volatility|s&p)\b[^.?!]{0,16}\b(?:do|look)\b",
    r"\bwill my [^.?!\d]{0,30}\b(?:make|pay|lose|work|win|profit|expire|survive|recover)\b[^.?!\d]{0,30}(?:[.?!]|$)",
    rf"\bwill\b[^.?!]{{0,60}}\b{_SOON}\b",
    # "how likely is a recession", "do you expect a correction", "your outlook"
    rf"\b(?:odds|chances?|probability|how likely)\b[^.?!]{{0,50}}\b(?:{_SOON}|recession|crash|correction|crisis)\b",
    r"\bdo you (?:expect|foresee|see (?:the|a)|think (?:the )?(?:vix|spx|market|stocks?|volatility))\b",
    r"\bis (?:a|the|another) (?:\w+ )?(?:crash|correction|recession|spike|sell-?off|rally|crisis) "
    r"(?:coming|near|imminent|likely|due|ahead)\b",
    r"\b(?:your|the|any) (?:outlook|forecast|prediction|view)\b[^.?!]{0,20}\b(?:for|on)\b",
)
_INDEX: Final = r"(?:vix|spx|spy|qqq|vx1|es|s&p(?: 500)?|market|stocks|vol|volatility|futures|dow|nasdaq)"
_LIVE: Final = any_of(
    r"\b(?:today'?s|current|currently|latest|live|real.?time|right now|this morning'?s|yesterday'?s|at "
    r"the moment)\s+(?:[\w-]+\s+){0,3}?"
    r"\b(?:vix|spx|spy|price|close|level|quote|yield|rate|swap|reading|value|print|news|signals?|iv|macd|rsi|number|chain)\b",
    r"\b(?:vix|spx|spy|price|close|level|quote|yield|rate|swap|macd|rsi|iv|signal)\b[^.?!]{0,24}"
    r"\b(?:today|right now|at the moment|currently|(?<!what )(?<!and )now)\s*\??$",
    r"\b(?:trading|priced|quoted) at\s*(?:now|today|currently|right now)?\s*\??$",
    r"\bwhat(?:'s| is| did)\b[^.?!]{0,20}\b(?:close|trade|open) at\b(?: (?:today|yesterday))?\s*\??$",
    r"\b(?:what|where)(?:'s| is| was| were| are)\b[^.?!]{0,24}\b(?:vix|spx|spy|vx1|market)\b[^.?!]{0,16}"
    r"\b(?:yesterday|today|on \w+day|last (?:week|month|friday|night)|this morning)\b",
    r"^\W*(?:vix|spx|spy|qqq|vx1|es)\s+(?:price|quote|level|close|now|today)\W*$",
    # "where did SPX close yesterday", "what's VIX at", "how's the market doing", "what does a fly go for right now"
    rf"\b(?:what|where|how) did (?:the )?{_INDEX} (?:close|open|finish|end|trade|settle|do)\b[^.?!]{{0,8}}"
    r"(?:yesterday|today|last \w+|on \w+day|this \w+|at)?\W*$",
    rf"^\W*(?:so |hey )?(?:what|where|how)(?:'?s| is| are)? (?:the )?{_INDEX} (?:at|doing|trading|sitting"
    rf"|up to|looking)\b[^.?!]{{0,12}}$",
    r"\b(?:going for|go for|trad(?:e|es|ing) (?:for|at)|level)\b[^.?!\d]{0,16}"
    r"\b(?:rn|right now|today|currently|at the moment)\W*$",
    r"\b(?:market|exchange|cboe|nyse)s? (?:be )?(?:open|closed?)\b[^.?!]{0,16}\b(?:today|tomorrow|now|on \w+day|tonight)\b",
    rf"\b(?:charts?|graphs?|plots?|history|historical data|data) (?:of|for|on) (?:the )?{_INDEX}\b",
    rf"\b{_INDEX}(?:'s)? (?:\w+ )?(?:returns?|performance|gains?|change)\b[^.?!]{{0,12}}\b(?:last|this"
    rf"|in \d{{4}}|ytd|yesterday|today)\b",
    r"\b(?:price|premium|quote|cost) (?:of|for) [^.?!]{0,24}\b(?:calls?|puts?|fly|butterfly|futures?|options?)\b[^.?!]{0,12}"
    r"\b(?:for|in|expiring) (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\W*$",
    r"\byields? (?:of|on|for) (?:the )?(?:2|5|10|30)[ -]?(?:years?|yr)\b|\b(?:2|5|10|30)[ -]?(?:year"
    r"|yr) (?:treasury |bond )?yield\b",
    r"\bprices?\b[^.?!]{0,24}\b(?:tomorrow|next (?:week|month))\W*$",
    # "will the Fed cut", "what is the Fed going to do", "was CPI hot last month"
    r"\b(?:will|is|are|does|do you think|what will|what(?:'s| is)) (?:the )?(?:fed|fomc|powell"
    r"|federal reserve|ecb) (?:(?:going|likely|about) to |gonna )?"
    r"(?:cut|hike|raise|pause|hold|do|decide|announce|say|pivot)\b",
    r"\b(?:was|were|is|how was|what was|how hot was)\b[^.?!]{0,12}\b(?:cpi|ppi|payrolls?|nfp|jobs (?:report"
    r"|number)|inflation)\b[^.?!]{0,24}"
    r"\b(?:last|this|yesterday|today)\b",
    r"\b(?:show|give|get|send|tell|fetch) me\b[^.?!]{0,20}\b(?:live|real.?time|today'?s)\b",
    r"\bwhat did (?:\w+ ){1,3}(?:say|announce|decide|tweet|report)\b[^.?!]{0,24}"
    r"\b(?:today|yesterday|this (?:morning|afternoon|week|evening)|tonight|press conference|speech)\b",
    r"\bas[ _]?of\W{1,4}(?:now|today)\b",
    r"\b(?:look up|fetch|pull|get)\b[^.?!]{0,20}\b(?:quotes?|prices?|data)\b[^.?!]{0,20}\b(?:today|now|live)\b",
)
_POLITE: Final = re.compile(r"[\s,]{0,3}\b(?:pls+|plz+|please|thx|thanks|ty|asap|lol|mate|bro|dude)(?=\W*$)")
_SPELT: Final = {
    "u": "you",
    "ur": "your",
    "shud": "should",
    "shld": "should",
    "wud": "would",
    "rn": "right now",
    "tmrw": "tomorrow",
    "tmr": "tomorrow",
    "2day": "today",
    "wat": "what",
    "gud": "good",
}
_CHAT: Final = re.compile(rf"\b(?:{'|'.join(_SPELT)})\b")
_SENTENCE: Final = re.compile(r"(?<=[.?!])\s+|\n+")


def about_learning(text: str) -> bool:
    """Whether the words ask what to learn, write down or look at, which is no decision on money."""
    return _TO_LEARN.search(text.lower()) is not None


def decline(text: str, *, in_domain: bool) -> Decline | None:
    """Why a question is not answered as asked, or None.

    `in_domain` says that the question names something of the method; advice on other subjects ("which mortgage should I
    pick") is not declined as advice: it is simply not covered.
    """
    plain = _POLITE.sub("", re.sub(r"\s+", " ", text.replace("’", "'").lower()))
    plain = _CHAT.sub(lambda m: _SPELT[m[0]], plain)
    if ERRAND.search(plain):
        return "errand"
    own = [s for s in _SENTENCE.split(plain) if not asks_the_method(s)]
    if in_domain or _MARKET.search(plain):
        if any(pattern.search(s) for pattern in (_ADVICE, ROUNDABOUT, CHOICE) for s in own):
            return "advice"
        if any(_PREDICTION.search(s) for s in own):
            return "prediction"
    asked = [s for s in own if s.endswith("?")] or own  # "the signal fires on today's close. when …?" asks for no close
    if any(_LIVE.search(s) for s in asked):
        return "live-data"
    if any(ASIDE.search(s) for s in own):
        return "errand"
    return "errand" if OVERRIDE.search(plain) else None
