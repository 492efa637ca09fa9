"""Advice asked for in a roundabout way: no "should I", but a choice handed over, leave asked for, a plan to be approved.

As in `scope`, patterns look at grammar, and gaps between words are bounded. They hold on questions of the market only.
"""

from __future__ import annotations

from typing import Final

from assistant.understanding.text.alternatives import any_of

_POSITION: Final = (
    r"(?:strikes?|expir\w+|fl(?:y|ies)|butterfl\w+|hedges?|trades?|positions?|spreads?|condors?|contracts?"
    r"|options?|calls?|puts?"
    r"|futures?|entry|setup|strategy|broker|play)"
)
_DO: Final = (
    r"(?:buy|sell|hedge|hold|close|roll|load up|get (?:in|out)|go (?:long|short|live|all in)|put|use|move|take|skip|start|exit|"
    r"enter|add|double|short|dump|bail|bet|invest|ignore|keep|wait|trade)"
)
_DOING: Final = (
    r"(?:buy|sell|hold|clos|roll|hedg|add|exit|short|dump|dou?bl|invest|trad|enter|put|tak|mov|cash|skip|load"
    r"|go|us|get|bet|keep)"
    r"\w{0,5}"
)
_ACTION: Final = r"buy|sell|hold|cut|keep|close|roll|add|hedge|go|wait|exit|take|put|stay|pass|skip|double|get out|bail"
_PLAN: Final = (
    r"\b(?:gonna|going to|thinking (?:of|about)|planning (?:to|on)|plan(?:s)? to|about to|consider(?:ing)?|want(?:ing)? to|"
    r"i'?ll|tempted to|debating|leaning towards?|i'?m)\b"
)
_MIND: Final = (
    r"(?:thoughts|opinions?|sounds? (?:right|good|ok(?:ay)?|fine|sane|smart)|what do (?:you|u) (?:think|say|reckon)|"
    r"makes? sense|good (?:plan|idea|move|call)|bad (?:plan|idea|move|call)|(?:smart|dumb|crazy|stupid|wise"
    r"|sensible)(?: or \w+)?"
    r"|agree|right call|am i (?:right|wrong|crazy|nuts|dumb|stupid))"
)
_JUDGED: Final = (
    r"(?:ok(?:ay)?|fine|safe|smart|wise|dumb|stupid|foolish|crazy|insane|reckless|silly|unwise|sensible"
    r"|prudent|reasonable|risky"
    r"|an? (?:\w+ )?(?:mistake|idea|move|plan))"
)
_OWN: Final = r"\bmy (?:\w+ ){0,2}(?:roth|ira|401k|savings|pension|retirement|nest egg|inheritance|account|portfolio|money)\b"

ROUNDABOUT: Final = any_of(
    # a choice handed over: "pick strikes for me", "find me a good fly", "set me up with a hedge", "your top pick"
    rf"\b(?:pick|choose|select|find|suggest|design|build|set up|construct|name)\b[^.?!]{{0,32}}\b{_POSITION}\b"
    r"[^.?!]{0,24}\bfor (?:me|us|my)\b",
    rf"\b(?:pick|choose|select|suggest|find me|get me|set me up with|name me|give me)\b (?:\w+ ){{0,2}}"
    rf"(?:good|great|best|solid|decent|winning|profitable|cheap|safe|nice)\b[^.?!]{{0,24}}\b{_POSITION}\b",
    r"\bset (?:me|us) up\b",
    r"\byour (?:\w+ )?(?:top|best|fav\w*|number one|go-to)? ?(?:picks?|plays?|choice|bets?|best guess)\b",
    r"\b(?:convince|persuade|talk) me (?:to|into|out of|that i)\b",
    # leave asked for: "can I safely skip …", "is it ok to go all in …", "would it be dumb to buy …"
    rf"\b(?:can|could|may) (?:i|we) (?:\w+ )?safely (?:\w+ )?{_DO}\b",
    rf"\b(?:can|could|may|should|must) (?:i|we) (?:\w+ ){{0,3}}{_DO}\b[^.?!]{{0,24}}{_OWN}",
    rf"\b(?:is|would|isn'?t|wouldn'?t) (?:it|that|this) (?:be )?(?:too |so |really |totally |just )?{_JUDGED} "
    rf"(?:of me |for me )?(?:to|if i)\b (?:\w+ )?{_DO}\b[^?!]{{0,60}}(?:\bmy\b|\bnow\b|\btoday\b|\btomorrow\b"
    rf"|\ball in\b|\b\d)",
    r"\b(?:do|can|could|may) (?:i|we) (?:\w+ ){0,2}(?:double (?:up|down)|go all in|yolo|average down|load up"
    r"|pull the trigger)\b",
    # a plan to be approved: "gonna buy three tomorrow, sound right?"
    rf"{_PLAN}[^?!]{{0,80}}\b{_DOING}\b[^?!]{{0,60}}\b{_MIND}\W*(?:\?|$)",
    r"\bam i (?:an? )?(?:\w+ )?(?:idiot|crazy|nuts|dumb|stupid|fool|wrong|mad|too late|insane) (?:for|to)\b",
    r"\bis (?:it|this|that|vix|vol|the vix|the hedge) a (?:strong |screaming |good )?(?:buy|sell|short)"
    r"(?=\W*$| (?:now|today|here|at|yet))",
    rf"\b{_DO}\b[^.?!]{{0,40}}\byes ?/ ?no\b",
    r"(?:^|[.,;!?]\s?|\bis it |\bnow |\bit'?s )time to (?:buy|sell|load up|hedge|get (?:in|out)|dump|bail"
    r"|panic|cash out|go)\b",
    rf"\b(?:do|shall) (?:i|we) {_DO}\b[^.?!]{{0,24}}\bor (?:not|wait|no|skip)\b",
    r"^\W*(?:buy|sell|hedge|hold|roll|close|add|trade)\W{1,3}(?:or|vs\.?) (?:buy|sell|wait|hold|not|roll"
    r"|close|skip|cash)\b",
    r"\bshould (?:i|we) (?:\w+ )?(?:be (?:worried|scared|afraid|concerned|in|out|long|short|buying|selling"
    r"|hedging)|front[- ]?run"
    r"|fade|panic|bet|care|rather|just)\b",
    r"\b(?:i|we) shouldn'?t\b|\b(?:honest|your) (?:\w+ )?(?:opinion|view|take|thoughts|verdict|gut)\b|\bbetter off\b",
    r"\brank (?:these|them|my|the)\b|\bworth it (?:for|with|on)\b",
    r"\b(?:decent|good|great|fair|best|safest|cheapest|ideal|perfect) (?:entry|strikes?|expiry|debit|buy-in)\b",
    r"\b(?:think|is|are|looks?|seems?)\b[^.?!]{0,20}\b(?:cheap|expensive|overpriced|underpriced|overvalued|undervalued)"
    r"\b(?: enough)? (?:here|now|today|right now|at this level)\b",
    r"\b(?:can|could|will|would) you (?:\w+ )?(?:manage|run|handle|watch|take over|trade) my\b",
    r"\bis (?:my|a|an|this) [^.?!]{0,30}\b(?:allocation|position|size|hedge|exposure|stake)\b[^.?!]{0,24}"
    r"\b(?:sensible|reasonable|ok(?:ay)?|too (?:big|small|much|large|risky)|right|smart|safe|enough)\b",
    r"\b(?:how|what|when|where|which)\b[^.?!]{0,24}\bwould you (?!(?:calculate|compute|explain|define"
    r"|describe|call|say|need|read)\b)",
    r"\b(?:can|could|will) (?:i|we) (?:retire|get rich|make (?:a living|money|a profit)|live (?:off|on)|quit|beat)\b",
    rf"(?:^|[,.;:!?-]\s?|\bjust )(?:{_ACTION})\b (?:\w+ ){{0,4}}or (?:not|no|{_ACTION}|let|stand)\b",
    rf"\b(?:build|make|design|put together|create|construct) me (?:a|an|some"
    rf"|my) [^.?!]{{0,16}}\b(?:{_POSITION}|portfolio)\b",
    r"\bdo you agree\b|\bam i doing (?:this|it|that|everything) (?:right|wrong|ok)\b|\bdo (?:i"
    r"|we) (?:\w+ )?(?:want|wanna)\b",
    r"\b(?:need|want|looking for|got|any|have you) (?:an? |some |any )?(?:good |nice )?(?:trades?|setups?"
    r"|trade ideas?|plays?|picks?)\b"
    r"(?! (?:data|history|rules?|tool))",
    r"\b(?:good|bad|fair|great|better) (?:deal|bargain)\b|\btoo (?:much|expensive|dear) (?:to pay|for (?:a"
    r"|the|this))\b|\boverpay\w*",
    r"\b(?:does|would) it make sense (?:for (?:me|us) )?to (?:buy|sell|hedge|hold|close|roll|add|own|short|wait)\b",
    r"\bhow much (?:can|could|will|would) (?:i|we|it) (?:expect to )?(?:earn|make|return)\b[^.?!\d]{0,24}"
    r"\b(?:(?:per|a|every) (?:month|year|week)|with (?:alvh|this)|doing this)\b",
    # one's own circumstances: "my risk tolerance", "right for a beginner", "5% of my portfolio too much"
    r"\b(?:fits?|suits?|given|with|for|at|match\w*) my (?:risk (?:tolerance|appetite|profile)|situation"
    r"|goals?|age|horizon)\b",
    r"\b(?:right|good|suitable|appropriate|safe|wise|smart) for (?:an? |the )?(?:\w+ )?"
    r"(?:beginners?|newbies?|novices?|retirees?|pensioners?|small accounts?|someone like me|people like me)\b",
    r"\bof my (?:portfolio|account|capital|money|wealth|net worth)\b[^.?!]{0,24}\b(?:too|enough|ok(?:ay)?"
    r"|safe|reasonable|sane)\b",
    r"\bdo (?:i|we) (?:\w+ )?need to (?:hedge|protect|insure|worry)\b",
    r"\bworth (?:hedging|protecting|insuring|it for (?:me|us))\b",
    r"\b(?:best|smartest|safest|right) (?:move|play|course of action)\b",
    r"\b(?:i|im|i'm|i've|my)\b[^?!]{0,80}\b(?:now what|what now|what next|what do i do(?: now| next)?)\W*$",
)
"""Words that ask what the asker had better do."""
