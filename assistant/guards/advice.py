"""Advice guard for a model's words: what tells the user to trade, judges a trade, or foretells the market.

The patterns look at grammar: who is addressed or speaks, and the mood of the verb; what is foretold is `foretelling`'s. What
a source advises may be told: with its citation, as the source's word, and not addressed to the user. Gaps are bounded, so
matching is linear in the length of the sentence.
"""

from __future__ import annotations

import re
from typing import Final

from assistant.guards.foretelling import foretells
from assistant.guards.leaning import leans, without_neutral
from assistant.guards.nudging import nudges
from assistant.guards.phrases import any_of

# Verbs of trading, in the form in which they are told to somebody.
_DO: Final = (
    r"(?:buy|sell|purchase|add|hold|close|roll|exit|enter|hedge|open|put|take|trim|scale|wait|stay|allocate|deploy|increase|"
    r"reduce|cut|invest|go|short|lock|layer|get|grab|pick|double|keep|own|start|size|protect|act|avoid|skip|set|let|try|sit|"
    r"commit|rebalance|unload|dump|ditch|use|choose|consider|opt|switch|move|lean|favou?r|prefer|liquidate|accumulate|build|"
    r"secure|insure|bet|spend|pay|leave|do|give it|look|think|aim|plan|be (?:long|short|in|out|hedged|patient|careful|ready)|"
    r"position|adjust|widen|convert|unwind|book|collect|harvest|pass|stick|follow|pull|steer|stop|begin|continue|ease|"
    r"shift|brace|miss|touch|underweight|overweight|lighten|reserve)"
)
_DOING: Final = (
    r"(?:buying|selling|adding|holding|closing|rolling|exiting|entering|hedging|opening|putting|taking|trimming|scaling|"
    r"waiting|"
    r"staying|allocating|increasing|reducing|cutting|investing|going|shorting|locking|layering|getting|sizing|protecting|"
    r"avoiding|skipping|starting|using|switching|moving|unwinding|accumulating|purchasing|building|spending)"
)
# What may follow an order: "buy a …", "hold it", "close before", "go long"; not "short strikes" or "open interest".
_OBJECT: Final = (
    r"(?:an?|the|your|yours|this|that|these|those|some|more|less|it|them|half|all|any|no|one|two|three|part|out|in|into|on|"
    r"off|up|"
    r"down|back|now|today|tomorrow|early|late|here|at|with|for|only|until|till|before|after|as|long|short|away|small|"
    r"\$?\d\S{0,8}|"
    r"vix|spx|vx|futures|calls|puts|protection|insurance|volatility|profits?|wider|narrower|cheap\w*|clear|to|what|when|by|"
    r"over|"
    r"under|stakes|money|cash|exposure|size|a little|patient|everything|nothing|enough|least|ahead|immediately|gradually|"
    r"slowly|"
    r"quickly|rather|instead|and|if|risk|hedges?|butterflies|contracts?|tranches?|layers?|positions?|yourself|four|five|"
    r"ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a hundred|equities|stocks|options|hedged|invested)"
)
_LEAD: Final = (
    r"(?:^|[.;:!?–—]\s|,\s(?:so|then|and|but)\s|\b(?:so|then|and|but)\s(?=just |simply )|\*\*|[-*+>]\s|\d[.)]\s)"
    r"(?:\W{0,4}(?:please|just|so|then|also|definitely|seriously|simply|always|now|instead|first|next|finally|perhaps|maybe|"
    r"therefore|otherwise|meanwhile|again|ideally|next time|for now|at this point|in that case|here|today|and|but|or|well|ok|"
    r"okay|sure|yes|right|either way|in short|if in doubt|when in doubt|by all means|go ahead and|feel free to|be sure to|"
    r"make sure to|remember to|try to|better|best|rather|"
    r"do(?: not|n't)?|don't|never|not|let's|let us|why not|no need to|time to|might as well)\b,?){0,3}\W{0,4}"
)


_ADVICE: Final = any_of(
    # orders: "Buy the …", "Don't wait", "Let's add", "Please increase your …", "Time to buy"
    rf"{_LEAD}{_DO}\s(?:\w+ly\s)?{_OBJECT}\b",
    rf"(?:(?:^|[.;:!?–—,]\s)\W{{0,3}}(?:don't|do not|never|please|remember(?: to|:)?)|\b(?:let's|let us|why not|time to|"
    rf"no need to|might as well|feel free to|go ahead and|"
    rf"be sure to|make sure (?:to|you)|remember to|better to|best to|(?:step|play|trade|move|plan|idea|"
    rf"answer) (?:here )?(?:is|would be|should be) to|right (?:thing|move|time) (?:is )?to))\s(?:\w+\s)?{_DO}\b",
    r"(?:^|[.;:!?–—]\s|\W{2})(?:consider|try|think about|look (?:at|to|into|for)|start (?:with|small|by)|keep|avoid|stop|"
    r"begin|aim|go)\s"
    rf"(?:\w+\s){{0,2}}(?:{_DOING}|to\b|for\b|small\b|long\b|short\b|some\b|the\b|an?\b)",
    r"\b(?=get |stay )(?:^|(?<=[,;:.!–—] )|(?<=\band )|(?<=\bor )|(?<=\bso )|(?<=then )|(?<=just )|(?<=simply )|(?<=should )|"
    r"(?<=must )|(?<=\byou )|(?<=better )|(?<=please )|(?<=always )|(?<=\bi'd )|(?<=\bwe )|(?<=\bdo )|(?<=\bnot ))"
    r"(?:get|stay) (?:in|out|long|short|hedged|invested|protected|patient|the course)\b(?! of)|"
    r"(?<!to )(?<!who )\bgo (?:for it|long|short)\b|\bload up\b|\bscale in\b|"
    r"\bsit (?:tight|this)\b|\bhang on\b|\bact (?:now|fast|early|before)\b|\bpowder dry\b|\bcut (?:your|the) (?:loss|rest)",
    # the user is told: "you should add", "you'd be better off", "you might want to roll"
    r"\b(?:you|one|investors?|traders?|we|anyone|everyone|someone)(?: should| ought to| must| need to| have to| had better|"
    r"'ll want to| will want to|"
    r" want to| might want to| may want to| may wish to| might consider| may consider| could consider| might like to|"
    r" could always|"
    rf" can safely| should (?:really|probably|definitely))\s(?:\w+\s){{0,3}}?(?:{_DO}|{_DOING})\b",
    r"\byou(?:'d| would| are|'re| could)\s(?:\w+\s)?(?:be )?(?:better|best|well|safe|wise|worse|fine)\s?(?:off|advised|to|"
    r"than|with)?\b",
    r"\byou (?:can't|cannot|can not|won't|will not) (?:go wrong|lose|regret)\b|\byou should(?:n't| not)? (?:be|own|have|"
    r"go)\b",
    rf"\byou could (?:also |always |simply |just )?{_DO}\b(?! \d)|\b(?:i|we) wouldn't \w+|\byou(?:'d| would) (?:want|hold|"
    rf"do well|be (?:foolish|crazy|mad))\b|\byou(?:'ll| will) (?:thank|regret|be glad)\b",
    rf"\b(?:if|when|whenever|once|should|as|as soon as|the moment)\b[^.?!]{{1,90}},\s(?:then )?{_DO}\b(?:\s{_OBJECT}\b|\W*$)",
    rf"^\W{{0,4}}(?:with|at|given|since|after|before|for|on|because|now that|seeing|considering|from|under|above|below|"
    rf"until|while)\b[^?!;:]{{2,70}},\s"
    rf"(?:then |just |so |simply |better |rather |please ){{0,2}}{_DO}\s{_OBJECT}\b",
    r"\byour (?:hedge|position|size|exposure|portfolio|account|allocation) (?:should|is too|needs?|must|could use|looks)\b",
    r"\b(?:attractive|undervalued|overvalued|overpriced|underpriced|mispriced|foolish|a mistake|huge upside|dirt cheap|"
    r"money to be made|trade of the (?:year|week|month|decade)|way to go|place in (?:your|every|any)|beats (?:waiting|"
    r"doing)|better safe|would be my|(?:upside|downside|opportunity) (?:here|is huge))\b",
    r"\b(?:my|i'm|i am|we are|stay|remain) (?:\w+ ){0,2}(?:bullish|bearish)\b",
    r"\byour (?:best|next|safest|smartest) (?:bet|move|step|option|choice|trade|play)\b",
    # the speaker's own opinion: "I'd hold", "my advice", "I like the …"
    rf"\b(?:i|we)(?:'d| would| might|'ll| will)(?: not| never| rather| probably| personally|"
    rf" definitely)?\s(?:be (?:a )?(?:buy|sell|hold|long|short|care|invest)\w*|{_DO})\b(?! (?:this|that|it|the (?:debit|"
    rf"tool|numbers?|table|result|working|calculation)) (?:up|as|for you|again))",
    r"\b(?:i|we)(?: would| really| strongly| still|'d)? (?:recommend|suggest|advise|urge|like|love|prefer|favou?r|propose|"
    r"believe|expect|think (?:you|it|the|that|this|vix))\b",
    r"\b(?:my|our) (?:recommendation|advice|view|pick|suggestion|opinion|preference|take|favou?rite|call|guess)\b",
    r"\bin my (?:opinion|view|book|experience)\b|\bpersonally\b|\bif i were you\b|\bwere (?:it|this|"
    r"i)\b[^.?!]{0,20}\b(?:my|you|mine|me)\b|\bif (?:it|this) were my\b",
    # judgements: "a good time to", "a clear buy", "worth the cost", "the smart move"
    r"\b(?:good|great|ideal|perfect|right|best|excellent|opportune|decent|attractive|solid|prime|golden|nice|fine|bad|"
    r"wrong|terrible|poor|favou?rable|sweet)\s"
    r"(?:(?!by\s)\w+\s)?(?:time|moment|entry|opportunity|idea|chance|trade|bet|buy|deal|setup|spot (?:to|for)|exit|window|"
    r"investment|value)\b(?! (?:under|over|above|below|more|less|higher|lower|cheaper|smaller|larger|dearer)\b)(?!:)",
    r"\b(?:now|this|today|here|it)(?: is|'s) (?:\w+ )?(?:the|your|a|an)? ?(?:time|moment|chance|opportunity|window|clear|"
    r"strong|obvious|easy|screaming) ?(?:to|for|buy|sell|play|call|win)?\b(?! (?:way|question|rule|claim|case|of|series|"
    r"value|frame))",
    r"\b(?:clear|strong|obvious|screaming|easy|safe) (?:buy|sell|play|choice|winner|bet|money|trade)\b|\bno-?brainer\b|"
    r"\b(?:a|the) (?:bargain|steal|must-have|sure thing)\b|\bfree money\b",
    r"\b(?:makes?|making) (?:a lot of |good |more |perfect )?sense (?:for you|to|here|now|as a)\b|\bmakes sense(?: here|"
    r" now)?\.?$|\bit pays to\b",
    r"\b(?:it(?:'s| is| would be| may be| might be| can be)|would be|seems|looks|is) (?:\w+ )?(?:wise|prudent|smart|"
    r"advisable|sensible|worthwhile|worth it|better to|best to|wiser|safer to|smarter to|a must|time to)\b",
    r"\b(?:worth|deserves?) (?:buying|selling|adding|holding|the (?:cost|risk|money|price|premium)|a (?:look|try|shot|"
    r"position)|it|having|considering|paying|doing|owning)\b",
    r"\b(?:smart|right|best|safe|prudent|wise|obvious|sensible|better|safest|smartest|wisest) (?:move|choice|thing|play|"
    r"option|call|approach|strategy|decision|course|pick|structure|trade|bet|route|solution)\b(?= (?:is|here|now|would|for|"
    r"to|at)\b|[,.!]|$)",
    r"\b(?:prudent|smart|wise|sensible|savvy|seasoned|careful|cautious|experienced) (?:investors?|traders?|people|"
    r"hedgers?) (?:would|should|will|might|do|add|buy|hold|keep|keeps|holds|buys|adds)\b",
    r"\bthere(?: is|'s) no (?:better|reason (?:not )?to|harm in)\b|\bplenty of (?:upside|room)\b|"
    r"\b(?:highly )?recommended\b|\b(?:you are|you're) (?:safe|fine|good) to\b",
    r"\bfor (?:you|your (?:portfolio|account|situation|money|size|case|needs)|someone like you)\b[^.?!]{0,60}\b(?:sense|"
    r"best|right|fits?|suits?|suitable|good|should|would|recommend\w*|ideal|appropriate)\b",
    r"\b(?:best|right|good|suitable|ideal|better|perfect|safe|appropriate) (?:\w+ ){0,2}for (?:you|your)\b|\bsuits? you\b|"
    r"\bfits? your\b",
    r"(?:^|[.;:!?–—]\s)\W{0,3}(?:set aside|put aside|put|keep|earmark|allocate|commit|devote|spend|risk|"
    r"invest) (?:at least |up to |about |around )?(?:an? |your |\$?\d|\w+ (?:percent|thousand|hundred))",
)
_SAYS: Final = re.compile(
    r"\b(?:articles?|pages?|guide|glossary|sources?|sites?|website|method|methodology|rules?|vixshield|q&a|scheme|"
    r"framework|alvh|"
    r"author|clark|cboe|cfe|exchange|claims?|manual|specification|paper)(?:'s)?\b",
    re.IGNORECASE,
)
_TO_USER: Final = re.compile(
    r"\b(?:you|your|yours|you're|you'd|let's|i|i'd|my|now|today|tomorrow|here|please|soon)\b", re.IGNORECASE
)


# Who orders does not quote, whoever is named behind.
_ORDER: Final = re.compile(
    rf"^\W*(?:(?:so|then|just|and|please|always|never|don't|do not|simply)\s){{0,2}}(?:{_DO}|have|go by|ignore|trust|"
    rf"rely on|make|follow)\s{_OBJECT}\b"
    rf"|[,;]\s(?:so|then)\s{_DO}\s(?:there|here|it|that|this|with|now)\b",
    re.IGNORECASE,
)


_CALL: Final = re.compile(
    r"\b(?:buy|sell|dump|short) (?:now|today|immediately|at once|everything|it all|all of it|more|vix|calls|puts|the (?:dip|"
    r"rip|top|spike))\b(?! (?:is|are|was|were|would|will|and)\b)|\bload up\b|\b(?:go|be) all[- ]in\b|\bdouble down\b|"
    r"\bback up the truck\b",
    re.IGNORECASE,
)


def advises(sentence: str) -> str:
    """ "advice", "a prediction", or "" for a sentence that neither tells the user to trade nor foretells the market."""
    words = sentence.replace("’", "'").strip(" \t\n*_>-")
    if words.endswith("?"):
        return "advice" if nudges(words) else ""
    words = without_neutral(words)
    if _ADVICE.search(words) or leans(words) or nudges(words):
        return "advice"
    return "a prediction" if foretells(words) else ""


def calls(sentence: str) -> bool:
    """Whether the sentence has a plain call to trade in it, whoever is said to make it: nothing excuses that."""
    return _CALL.search(sentence.replace("’", "'")) is not None


def addresses(sentence: str) -> bool:
    """Whether the words speak to the user, of the speaker, or of now."""
    return _TO_USER.search(sentence.replace("’", "'")) is not None


def quotes(sentence: str) -> bool:
    """Whether the sentence tells what a source says: the source is named as the one who says it, nobody is addressed."""
    words = sentence.replace("’", "'")
    named = _SAYS.search(words)
    return named is not None and named.start() < 90 and not (addresses(words) or _ORDER.search(words))
