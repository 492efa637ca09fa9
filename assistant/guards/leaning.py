"""Advice in soft words: an action on a position that is weighed, allowed, urged or put off.

"Going ahead seems justified", "the next slice ought to go in", "no rush to sell", "one to consider". Built from the field's
verbs and from frames of judgement, so that any pair of the two is found. What only computes or arranges ("take the signal
from the MACD", "I'll keep the two apart", "pay 1.10, get 3.90") is taken out first.
"""

from __future__ import annotations

import re
from typing import Final

from assistant.guards.phrases import any_of

_ACT: Final = (
    r"(?:buy|sell|add|hold|close|roll|exit|enter|hedge|open|trim|scale|wait|stay|deploy|redeploy|reinvest|increase|reduce|"
    r"cut|"
    r"invest|short|lock|layer|double|keep|own|start|size|protect|act|avoid|skip|sit|commit|unload|dump|liquidate|accumulate|"
    r"secure|insure|bet|risk|leave|take|put|go|get|move|shift|switch|book|bank|collect|harvest|stick|step|stop|trade|repeat|"
    r"borrow|widen|narrow|round|top|pass|follow|use|fund|exercise|lighten|rebalance|unwind|walk|do|let|pick|choose|set|"
    r"prefer|"
    r"consider|ignore|rely|trust|pay|spend|allocate|carry|give|bring)"
)
_ACTING: Final = (
    r"(?:buying|selling|adding|holding|closing|rolling|exiting|entering|hedging|opening|trimming|scaling|waiting|staying|"
    r"deploying|redeploying|reinvesting|increasing|reducing|cutting|investing|shorting|locking|layering|doubling|keeping|"
    r"owning|"
    r"sizing|protecting|acting|avoiding|skipping|sitting|committing|unloading|dumping|liquidating|accumulating|securing|"
    r"insuring|"
    r"betting|leaving|taking|putting|going|getting|moving|shifting|switching|booking|banking|collecting|harvesting|sticking|"
    r"stepping|stopping|trading|repeating|borrowing|widening|narrowing|rounding|topping|passing|funding|exercising|"
    r"lightening|"
    r"rebalancing|unwinding|allocating|purchasing|spending|paying)"
)
_DONE: Final = (
    r"(?:bought|sold|added|held|closed|rolled|exited|entered|hedged|opened|trimmed|deployed|increased|reduced|cut|invested|"
    r"locked in|layered|doubled|kept|owned|sized|protected|avoided|skipped|committed|unloaded|liquidated|taken|put on|put in|"
    r"put to work|moved|shifted|switched|booked|banked|left alone|used|funded|rebalanced|unwound|allocated|spent)"
)
_GOOD: Final = (
    r"(?:justified|reasonable|sensible|prudent|wise|fine|okay|fair|attractive|appealing|tempting|natural|logical|smart|savvy|"
    r"appropriate|advisable|warranted|defensible|sound|safe|safer|wiser|better|best|ideal|optimal|preferable|premature|"
    r"foolish|"
    r"unwise|reckless|hasty|rash|excessive|overdone|in order|called for|worthwhile|hard to beat|a mistake|an error|"
    r"(?:the|a|an) (?:\w{1,12} )?(?:thing|step|move|choice|call|option|idea|way|route|play|answer|bet|deal|plan|approach|"
    r"trade|time|moment|opportunity)\b)"
)
_BE: Final = (
    r"(?:(?:would|might|may|could|should|can|will|does|do)(?: well| certainly| probably| not|n't)? )?"
    r"(?:be|is|are|isn't|aren't|was|were|seems?|looks?|feels?|sounds?|appears?|remains?)(?: to be)?"
)
_SOFT: Final = any_of(
    # an action is weighed: "adding now would be wise", "rolling up makes sense", "putting it in pays off"
    rf"\b{_ACTING}\b[^.?!;:]{{0,70}}? (?:{_BE} (?:\w{{1,12}} )?{_GOOD}|"
    r"(?:(?:would|might|may|could|can|will|does) )?(?:makes?|made) (?:\w+ ){0,2}?sense|"
    r"(?:pays off|fits (?:the|your)|suits? (?:the|your)|(?:would|could|might) (?:help|pay off|suit|fit|work)|"
    r"has (?:its|much|a lot) (?:merits?|going)|beats)\b)",
    rf"\b(?:it|that|this|there)(?:'d| would|'s| is| might| may| could| can)(?: not|n't)?(?: be|"
    rf" seem)? (?:\w{{1,12}} )?{_GOOD} "
    rf"(?:to|if you|for you to) (?:\w+ )?{_ACT}\b",
    rf"\b(?:better|best|wiser|safer|smarter) (?:to|off) (?:\w+ )?(?:{_ACT}|{_ACTING})\b",
    # it deserves an action: "worth taking", "worth your while", "one to consider"
    rf"\bworth (?:your|my|our|one's|the|a|another|\w+ing your) (?:while|time|money|trouble|cost|price|premium|risk|"
    rf"thought|"
    rf"punt|shot|try|look|position|bet)\b|\bworth (?:\w+ly )?{_ACTING}\b(?! (?:in mind|apart|note))",
    rf"\b(?:one|ones|something|the one|the ones|a (?:trade|hedge|fly|structure|spread)|what(?:'s| is)|the rule|"
    rf"the setting|"
    r"the level|the price) (?:to|(?:i|you) (?:want|need|should|ought) (?:to )?|(?:i|you)'d (?:want )?(?:to )?) ?"
    rf"(?:\w+ly )?{_ACT}\b(?! (?:it|this|that|them) as)",
    rf"\bwhat (?:you|one|we) (?:want|need|should|ought|have) (?:to )?{_ACT}\b|\b(?:takeaway|lesson|upshot|moral|"
    rf"conclusion|"
    rf"message|idea|point|thing|answer|plan|trick)(?: here| now)? (?:is|would be|might be|should be) (?:to|that you|"
    rf"not to) "
    rf"(?:\w+ )?{_ACT}\b",
    # it is urged or put off: "ought to go in", "should be closed", "no rush to sell", "what matters is that you"
    rf"\b(?:should|ought to|needs? to|must|has to|have to|had better|deserves? to|wants? to|is (?:due|ready|"
    rf"meant) to)(?: not)? "
    rf"(?:\w+ly |now |then |also )?(?:go (?:in|on|out|back|into|to work|long|short|first|next)|come (?:off|out|in|"
    rf"next|first)|"
    rf"be (?:\w+ly )?{_DONE}|be (?:in place|next|ready|on)|follow (?:now|next|soon|quickly)|stay (?:put|on|in|"
    rf"out))\b",
    rf"\b(?:no|little|hardly any|every|good|not much) (?:rush|hurry|need|reason|point|harm|cause|urgency|shame|"
    rf"excuse|sense)"
    rf"(?: here| now)? (?:to|in|for) (?:{_ACT}|{_ACTING})\b",
    rf"\bwhat (?:matters|counts)(?: most)?(?: now| here)? is (?:that|to|how) (?:you )?{_ACT}\b|\b(?:make sure|"
    rf"see to it|"
    rf"be sure|mind|ensure)(?: that)? (?:you|to) {_ACT}\b",
    rf"\b(?:think|thinking|think hard|think twice) (?:about|of|before) {_ACTING}\b|\b(?:walk|stay|steer|shy|keep|"
    rf"back|turn) "
    r"(?:well )?(?:away|clear|off)\b(?: from)?|\bgo (?:further|farther|longer|shorter|bigger|smaller|lighter|"
    r"heavier|higher|lower) "
    r"(?:out|up|down|in|back)?\b",
    r"(?:^|[.;:!?,]\s|\band )(?:so |then |just |simply )?(?:ignore|disregard|forget(?: about)?|go (?:by|with)|"
    r"rely on|trust|trade "
    r"(?:on|the|it|with|that|this|your|only)|bank on|count on)\b(?! (?:that|the fact))",
    r"\b(?:i|we)(?:'d| would)(?: \w+ly)? (?:be (?:inclined|tempted|happy|happier|comfortable|reluctant|wary|careful|"
    r"minded|slow|"
    r"quick|cautious|leaning|in no|ready|glad|more|less)|lean|hesitate|sit|not bother|have (?:it|some|cash|the|a)|"
    r"side with)\b",
    r"\b(?:i|we) (?:am|'m|are|'re) (?:inclined|tempted|leaning|partial|minded|comfortable)\b",
    r"\bin (?:your|his|her|their) (?:shoes|place|position|situation|seat)\b|\bif (?:i|we) (?:were|had) (?:you|your|"
    r"this|that)\b",
    # it is priced by the speaker: "a decent price to pay for", "on the light side", "you're overpaying"
    r"\b(?:decent|fair|small|low|little|modest|steep|high|good|bargain|cheap|reasonable|great|fine|"
    r"tiny)(?: \w+)? to (?:pay|give|"
    r"ask|risk|spend) for\b|\bon the (?:light|heavy|low|high|small|large|cheap|expensive|thin|rich|safe) side\b|"
    r"\b(?:you|one|they)(?:'re| are| is)(?: \w+ly| just| clearly)? (?:overpaying|underhedged|overhedged|overexposed|"
    r"underinsured|under-hedged|over-hedged|well covered|well protected|good to go|all set|ready (?:for|to))\b",
    r"\b(?:green|red) light\b|\bgo signal\b|\byour (?:cue|signal|chance|moment|ticket)\b|\b(?:signal|cue|reason|"
    r"invitation|"
    rf"argument|case|time|moment|chance|excuse) (?:to|for) (?:you to )?(?:buy|sell|add|close|exit|enter|hedge|roll|"
    rf"trade|{_ACTING})\b"
    r"(?! (?:the|a) (?:hedge|fly|position|trade) (?:in|of|as) the (?:article|method))",
    r"\b(?:would be|be) well advised\b|\b(?:you|one|anyone|everyone|everybody|traders|investors|"
    r"hedgers)(?: \w+){0,5} "
    r"(?:would|should|might|could|may|will) (?:do well|want|benefit|be (?:better|well|wise|best|smart)|regret)\b",
)
# What is computed, laid out or told apart, in the words of an order.
_MEASURE: Final = (
    r"(?:averages?|signal(?: line)?|macd(?: line)?|line|histogram|values?|mean|sum|difference|figures?|numbers?|logarithm|"
    r"root|period|"
    r"ema|sma|rsi|formula|ratio|result|gap|percentages?|debit (?:from|off|to|and)|credit (?:from|to|and)|premium (?:from|to|"
    r"and)|"
    r"multiplier|cost (?:from|off)|fees? (?:from|off))"
)
_FIGURE: Final = r"(?:as much as |up to |at most |at best |at worst |back |the |a |about |only )?[$\d][\d.,]*"
_LEDGER: Final = re.compile(
    rf"\b(?:pay|get(?: back)?|keep|collect|lose|receive|earn|make|be worth|gain|spend)s? {_FIGURE}", re.IGNORECASE
)
_NEUTRAL: Final = re.compile(
    rf"\b(?:start|begin|take(?: away)?|add|put|plug|use|leave|read|compare|subtract|divide|multiply|set)\s"
    rf"(?:(?:the|a|an|its|your|each|this|that|both|in|off|away|of|from|first|last|new|old)\s){{0,3}}{_MEASURE}\b"
    r"|\byou(?:'d| would) (?:want|need) (?:about |at least |some |roughly )?\d+ (?:\w+ )?(?:bars|values|points|data|days|"
    r"observations)\b"
    r"|\b(?:i'll|i will|let me|let's|i'd|i can|we'll)(?: \w+ly| just| now| rather)? (?:set|keep|put|lay|take|split|separate|"
    r"stick|hold|start|go|begin|"
    r"leave)\b[^.;:!?]{0,40}?\b(?:side by side|apart|separate(?:ly)?|in (?:order|turn|words)|step by step|one by one|"
    r"next to each other|to "
    r"what(?:'s| is)|(?:to|with|from|by) (?:the )?(?:facts?|documented|sources?|claims?|article|record|formula|definition|"
    r"example|parity|"
    r"basics|beginning|numbers|calculator|question)|if (?:that's|that is|you))\b"
    r"|\b(?:bear|keep|kept|have) (?:this |that |it |one thing )?in mind\b",
    re.IGNORECASE,
)


# What is declined, or left to the reader; and what is only to be looked up or asked.
_DECLINED: Final = re.compile(
    r"\b(?:no|not an?|isn't an?|never an?) (?:cue|signal|invitation|call) (?:to|for) (?:\w{1,12} (?:or|nor) )?(?:to )?\w{1,12}|"
    r"\bi'd be careful (?:here|there|with (?:that|this))"
    r"|\bi(?:'d| would) like to (?:answer|show|add|explain|say|know|be|start with the|make|point|stress|note|hear)\b|"
    r"\b(?:whether|if|how much|how many|how large|how|what|which|when|where)\b[^.;:!?]{1,90}?\b(?:is|are|remains?|stays?|"
    r"lies|must be|has to be|"
    r"would be)(?: not| only| entirely| always| really| something| a| an| still| alone)* (?:yours?\b(?: alone| to \w+| call|"
    r" decision| choice)?|your (?:own )?"
    r"(?:call|decision|choice|judge?ment|business)|up to you|for you(?: \w+){0,4} to \w+|between you|(?:a |another |one |"
    r"not a )?(?:matter|question|decision|"
    r"choice|thing|something)\b|not (?:stated|said|for me|something)|open|left|unclear|unknown|beyond|outside|not mine|mine|"
    r"only you|you\b|one only you|"
    r"nothing i)"
    r"|\b(?:i|we)(?:'m| am| are|'re)? (?:can't|cannot|can not|won't|will not|don't|do not|could not|couldn't|not|never|"
    r"unable to|shouldn't|must not|"
    r"wouldn't|would not|have no)\b[^.;:!?,]{0,40}?\b(?:say|tell|judge|recommend|advise|suggest|decide|give|offer|rate|"
    r"comment|predict|forecast|know|"
    r"make|answer|choose|pick|opinion|view|recommendations?|advice)\b[^.;:!?]{0,90}"
    r"|\b(?:not|n't|never|no|neither|nor|nothing)\b(?: \w+){0,5}? (?:advice|recommendations?|suggestions?|forecasts?|"
    r"predictions?|"
    r"opinions?|verdict|endorsement)\b(?: (?:to|that|for|on|about)\b[^.;:!?]{0,60})?"
    r"|\b(?:you|one) (?:may|might|could|can|'d|would)? ?(?:want|wish|like|need|have)? ?(?:to )?(?:double-?check|check|look "
    r"up|read|ask|compare|note|verify|look at)\b"
    r"|\b(?:no|not any|hardly any|no good) (?:source|page|claim|article|figure|number|rule)s? \w+",
    re.IGNORECASE,
)
# Pseudo-orders: what is done is the condition of what follows, or makes up the structure that is named.
_IF_DONE: Final = re.compile(
    r"(?:^|[.;]\s)\W{0,3}(?:widen|narrow|raise|lower|move|shift|double|halve|change|subtract|add|take|multiply|divide|put|"
    r"set) [^.;:!?]{1,50}? and (?:the |its |both |you (?:get|have)|"
    r"price|profit|cost|it|they|what)\b"
    r"|(?:^|[.;]\s)\W{0,3}(?:buy|sell|short|long|take|add|combine|pair|go)\b[^.;:!?–—]{1,110}[:–—,] ?(?:and )?(?:that|this|"
    r"which|it|you|together they)(?:'s| is| makes?| gives?| have| get)? (?:called )?"
    r"(?:an?|the|your) (?:\w{1,16} ){0,2}(?:conversion|reversal|butterfly|fly|spread|condor|straddle|strangle|collar|box|"
    r"calendar|covered call|synthetic|hedge|structure|position)\b",
    re.IGNORECASE,
)
_TRADING: Final = (
    r"(?:buy|sell|hedge|hold|roll|short|invest|exit|enter|trade|close|add|trim|scale|wait|stay|go (?:long|short|for it))"
)
# "I'll keep this brief", "let me put it in words": what a speaker does in a conversation, where it is no trading.
_SPEAKER: Final = re.compile(
    rf"\b(?:i'll|i will|we'll|let me|i can|i could)(?: \w+ly| just| first| also| now| then| only|"
    rf" at least)? (?!{_TRADING}\b(?! (?:them|it|this|that|these|you|a (?:note|word|line|remark)|one (?:thing|word|"
    rf"more))\b))\w+"
    r"|\blet's (?:see|look|start|begin|go (?:through|over|back|step)|take (?:it|this|that|an?)\b|do (?:it|this|that) (?:by|"
    r"in|with|step)|"
    r"keep (?:it|this|that) (?:simple|short|brief|apart|concrete)|put (?:it|this|that|numbers|figures)|try (?:it|this|that|"
    r"an?)|work|"
    r"walk|say|call|assume|suppose|use (?:the|an?|your) (?:figures?|numbers?|example|formula|definition)|compute|check|read|"
    r"compare)\b",
    re.IGNORECASE,
)
_ACTS: Final = re.compile(rf"\b(?:{_ACT}s?|{_ACTING}|{_DONE})\b", re.IGNORECASE)


def without_neutral(words: str) -> str:
    """`words` without orders that only compute, lay out or keep apart, and without a list of what is paid and got."""
    for pattern in (_DECLINED, _IF_DONE, _NEUTRAL, _SPEAKER):
        words = pattern.sub(" it is ", words)
    if len(_LEDGER.findall(words)) > 1:
        words = _LEDGER.sub(" ", words)
    return words


def acts(words: str) -> set[str]:
    """The verbs of trading that stand in `words`, in whatever form."""
    return {w.lower() for w in _ACTS.findall(words)}


def leans(words: str) -> bool:
    """Whether an action on a position is judged or urged in soft words."""
    return _SOFT.search(words) is not None
