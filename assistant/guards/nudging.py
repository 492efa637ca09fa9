"""Advice without a verb of advising: a trade that is praised or belittled, others who would do it, a moment that has come.

"Hard to pass up", "plenty for one account", "most in your place would", "the curve argues for waiting", "patience pays", "why
not take it?", "the rest can go on now". Each frame stands for a way of nudging, filled with the field's verbs and nouns.
"""

from __future__ import annotations

from typing import Final

from assistant.guards.phrases import any_of

_ACTING: Final = (
    r"(?:buying|selling|adding|holding|closing|rolling|exiting|entering|hedging|opening|trimming|scaling|waiting|staying|"
    r"going (?:long|short|in|out|all|bigger|smaller|further)|sitting|acting|shorting|locking|layering|doubling|keeping|"
    r"owning|sizing|protecting|"
    r"taking (?:profits?|it|the|some|a|part|half)|putting (?:on|it|the|more|some|money)|getting (?:in|out|long|short)|"
    r"switching|"
    r"unwinding|accumulating|spending|paying (?:up|more|less)|chasing|trading|betting|leaning|cashing|booking|banking|"
    r"front-loading|reducing|increasing|cutting|delay\w*|patience|caution|prudence|restraint|protection|insurance|action|"
    r"(?:an?|another|more|less|the|some|extra) (?:\w{1,12} )?(?:hedge|tranche|entry|exit|position|stake|size|trade|bet|"
    r"cover|add|fly|"
    r"butterfly|slice|layer|futures?|exposure))"
)
_PIECE: Final = (
    r"(?:hedge|tranche|slice|layer|position|trade|fly|flies|butterfly|butterflies|futures?|calls?|puts?|rest|remainder|"
    r"money|cash|"
    r"budget|step|one|half|third|quarter|wings?|contracts?|units?|cover|protection|profits?|gains?|stake|order|entry|exit)"
)
_DONE: Final = (
    r"(?:bought|sold|added|held|closed|rolled|exited|entered|hedged|opened|trimmed|deployed|increased|reduced|cut|invested|"
    r"locked|doubled|kept|sized|protected|avoided|skipped|committed|unloaded|liquidated|taken|put|moved|shifted|switched|"
    r"booked|"
    r"banked|left|used|funded|unwound|spent|waited|done|started|made|ignored|postponed|delayed|brought forward)"
)
_PEOPLE: Final = (
    r"(?:(?:most|many|some|other|plenty of|lots of|a lot of|all|smart|good|experienced|seasoned|wise|careful|sensible|savvy|"
    r"disciplined|professional|sane|serious|cautious|prudent|patient|any|every|the|a|an) ){1,3}(?:\w{1,12} )?(?:people|"
    r"folks?|traders?|pros?|"
    r"investors?|hedgers?|desks?|managers?|professionals?|veterans?|person|players?|hands?|money|guys|buyers?|"
    r"sellers?|readers?)"
)
_VERY: Final = r"(?:\w{2,12}ly |very |quite |rather |pretty |so |really |simply |just |a bit |a little )?"
_NUDGE: Final = any_of(
    # praised or belittled: nothing of the kind is computed
    r"\b(?:hard|difficult|tough|impossible|easy|tempting) to (?:pass up|beat|resist|ignore|argue with|say no|"
    r"see (?:how|why|what)|imagine|"
    r"picture|turn down|go wrong|lose with|fault|love|hate|justify|defend|like|refuse|walk away)\b",
    rf"\b(?:is|are|'s|'re|seems?|looks?|feels?|sounds?|would be|strikes me as|"
    rf"remains?) {_VERY}(?:plenty(?! of)|overkill|ample|a gift|a stretch|a gamble|"
    rf"a lottery|"
    r"a coin (?:flip|toss)|a bargain|a steal|well spent|money well|not (?:a )?bad\b|nothing to (?:sneeze|fear|lose)|"
    r"asking for (?:it|trouble)|"
    r"playing with|tempting fate|as good as it gets|the way to go|a no|on the table|ripe|worth it\b|"
    r"a keeper|"
    r"too (?:good|rich|cheap|early|late|tight|greedy|timid|cautious|aggressive|risky|dear|expensive|big|small|much|"
    r"little|many|few|wide|narrow|long|short|high|low) "
    r"(?:to|for (?:comfort|you|me|my|your|a hedge|an? \w{1,12} (?:account|hedge|investor|trader|budget))|a\b|here|"
    r"now|right now)|money in the bank|"
    r"(?:a|the) (?:poor|sound|solid|fair|decent|good|bad|great|fine|wrong|right|safe|safer|safest|better|best|smart|"
    r"sensible|obvious|natural|logical|"
    r"clean|cleaner|cleanest|neat|nice|modest|reasonable) (?:hedge|choice|place|home|use|way in|entry|pick|start|"
    r"level|size|compromise|candidate|"
    r"fit|match|value|price|deal|trade-off|middle|alternative|substitute|insurance|protection|cover|one to (?:have|"
    r"own|take))\b|"
    r"(?:attractive|appealing|compelling|tempting|enticing|inviting|promising|overpriced|underpriced|overdone|"
    r"irresistible|unappealing|unattractive|uninviting|lousy|awful|superb|excellent|terrific|fantastic|"
    r"dirt[- ]cheap)\b)",
    r"\bno (?:better|cheaper|easier|safer|simpler|finer|cleaner) (?:way|hedge|trade|time|moment|place|entry|"
    r"structure|insurance|deal)\b|"
    r"\b(?:hardly|scarcely|rarely|seldom|never) (?:an? )?(?:better|cheaper|easier|safer) (?:way|hedge|trade|time|"
    r"moment|place|entry|deal|chance)\b|"
    r"\b(?:could|can) do (?:\w{1,8} )?(?:worse|better)\b|\bworse (?:places|ways|things|ideas|trades|bets|uses)\b|"
    r"\bnothing beats\b|"
    r"\b(?:stealing|steal) it\b|\bgood money after bad\b|\bsleep (?:better|well|easier|soundly)\b|"
    r"\bgo(?:es)? wrong (?:for|with|here)\b",
    r"\b(?:is|are|was|'s|screams|says|spells|means|still|now) (?:an? )?(?:\w{1,10} )?(?:buy|sell|hold|short|"
    r"pass)\b(?=\W*$|[,;]| (?:if|here|now|at|in|and|for me|to me)\b)",
    # what you want, where my money is
    r"\b(?:is|are|'s|was|would be) (?:what|the (?:one|ones|strike|month|fly|structure|size|level|price|date|number|"
    r"trade|way|choice|setting|version|thing))"
    r" (?:that )?(?:you|i|we|one|they)(?:'d| would|'ll|'re)? (?:\w{2,12}ly )?(?:want|need|should|ought|like|love|"
    r"prefer|choose|pick|take|buy|own|go|favou?r|be|use|trade|aim|trust|"
    r"act on|wait|look)\b|\bmy money(?: is|'s| would be)? (?:on|in|where)\b|\bmy money\b(?= (?:would|is|goes|says))|"
    r"\bcolou?r me\b|\bcount me (?:in|out)\b|"
    r"\bif it were (?:me|mine|up to me)\b|\bi(?:'d| would) (?:sleep|work|bid|offer|take|pass|wait|stop|want|let|"
    r"never|not|leave|narrow|widen|stay|"
    r"be (?:all|out|in|done|off|content|fine)|go|roll|run|start|stick|stagger|bank|cut|skip|sell|buy|own|size|put|"
    r"keep|have)\b(?! (?:you to know|to know|to "
    r"(?:see|ask|be|add|note|stress|point|say|make|mention)|it clear|that (?:to|for|open|aside|out)|for last|apart|"
    r"(?:the )?(?:fees|taxes|details?|rest) (?:out|aside)|from (?:parity|the def\w+)|with the (?:def\w+|question|"
    r"term|formula)|through (?:the|it|each)|into (?:the|detail)|"
    r"back to|by the (?:book|article)|aside))",
    r"\bwork (?:an? |the |your )?(?:\w{1,10} )?(?:bid|order|limit|offer|fill)\b|\b(?:limit|stop|"
    r"market) orders? (?:is|are|at|would|should|does|do|below|above|near)\b",
    # others would do it
    rf"\b{_PEOPLE}\b(?: (?:in|with|at|of|who) [^.;:!?,]{{1,40}}?)? (?:would|might|will|should|could|can|do|does|"
    rf"just|simply|usually|always|never|prefer\w*|"
    r"like|likes|keep|keeps|wait|waits|start|starts|stick|sticks|stop|stops|use|uses|buy|buys|sell|sells|"
    r"hold|holds|add|adds|"
    r"roll|rolls|cut|cuts|size|sizes|own|owns|avoid|avoids|skip|skips|is already|are already|has already|"
    r"have already)\b",
    r"\b(?:nobody|no one|no-one|none|few|you'll never|you never)(?: \w{1,10}){0,2} (?:ever )?(?:went|go|goes|got|"
    r"gets?|been) (?:broke|poor|hurt|fired|burned|burnt)\b|"
    r"\b(?:nobody|no one|few) (?:ever )?(?:regret\w*|complain\w*|lost money|loses money|minds?|would blame)\b",
    r"\b(?:anyone|anybody|everyone|everybody|one|somebody|a person|a beginner|beginners|first-timers?|retirees?|"
    r"a (?:small|large) account)\b[^.;:!?]{0,40}? "
    r"(?:can|could|may|should|ought to|must|would|will) (?:safely|comfortably|easily|happily|well|as well|afford|"
    r"start|skip|wait|do|live|want|stay|get|take|be (?:best|better|well|fine|happy|wise))\b",
    # something speaks for an action
    rf"\b(?:argues?|speaks?|calls?|begs?|cr(?:y|ies)(?: out)?|pleads?|makes? (?:a|the) (?:\w{{1,12}} )?case|"
    rf"is an argument|(?:is|be) (?:a |every |good )?reason|"
    rf"reason enough|points?|leans?|tips? the scales?|room|a good spot|the moment|time) (?:for|against|"
    rf"in favou?r of|toward|towards|to) {_ACTING}\b",
    rf"\b(?:invites?|warrants?|justif(?:y|ies)|merits?|demands?|rewards?|favou?rs?|encourages?|discourages?|"
    rf"supports?|permits?|allows?|suggests?|recommends?|"
    rf"forbids?|requires?|deserves?|begs|screams|beats|outweighs|punishes) {_ACTING}\b(?! (?:that|"
    rf"which) (?:is|has|costs|pays))",
    r"\b(?:i|we)(?:'d| would)(?: \w{2,9})? (?:spend|pay|risk|commit|stake|put up|bet|wager)\b(?! (?:it|this|"
    r"that) (?:up|as))|\b(?:see|sees|know|is|'s|have|find|saw|be) (?:no|little|hardly any|not much|every|good|any|"
    r"scant) "
    r"reasons? (?:not to|why|for you|to (?!ask|doubt|think|believe|expect|worry))|\b(?:would|might|could|may|"
    r"will) be (?:an? |the |only |quite )?(?:\w{2,10}ly )?(?:fair|good|bad|sound|solid|nice|neat|"
    r"decent|smart|clever|wise|sensible|reasonable|logical|natural|obvious|safe|better|best|right|wrong|next|"
    r"great) (?:move|step|choice|idea|thing|start|addition|pick|play|bet|"
    r"course|plan|answer|way|use|call|price|entry|exit|level|size|place|spot|option|compromise)\b|\b(?:passing|"
    r"waiting|ignoring|refusing|skipping|holding|adding|selling|buying|rolling|closing|staying|"
    r"trading|hedging|doing \w{2,10}|missing \w{2,6}|going \w{2,8}|leaving \w{2,10})\b[^.;:!?]{0,40}? (?:would|will|"
    r"could|might|may) be (?:an? |the |sheer |plain |simply |really )?(?:shame|pity|waste|sin|crime|folly|"
    r"madness|suicide|luxury|stretch|silly|stupid|crazy|mad|costly|cheap|brave|bold|safe|easy|hard|smart|wise|"
    r"foolish|unwise|prudent|best|better|fine|okay|ok|enough|overkill|premature|sensible|reasonable)\b|"
    r"\bas (?:good|cheap|clear|strong|clean|safe|simple|easy) as (?:\w{1,10} ){1,3}(?:gets?|comes?)\b|\b(?:dead|"
    r"easy|free|smart|dumb|quick) money\b|\bfree lunch\b|\ba (?:mug's|losing|winning|fool's) game\b|"
    r"\bcash is (?:king|trash|also|a position)|\bis a position too\b|\btime in the market\b|\bthe trend is your\b|"
    r"\blet (?:your )?(?:winners|profits)\b|\bcut (?:your )?(?:loss|losses|losers)\b|"
    r"\b(?:nothing|little|not much) wrong with (?:taking|buying|selling|adding|holding|waiting|going|a|an|the|that|"
    r"this|having)\b|\babout right\b|\bthe sooner\b[^.;:!?]{1,50}\bthe better\b|"
    r"\bbetter to \w{3,12}\b[^.;:!?]{1,60}\bthan\b|"
    r"\byou (?:really |badly |definitely |certainly |do |clearly |surely |always )(?:need|want|ought)\b|\b(?:greedy|"
    r"timid|reckless|foolhardy|prudent|cowardly|rash|imprudent)\b|\b(?:little|nothing|not much|a lot|everything|"
    r"plenty) to (?:lose|gain)\b|"
    r"\b(?:patience|waiting|discipline|caution|hesitation|greed|haste|staying put|doing nothing|time|being (?:early|"
    r"late|patient|first))(?: \w{1,8}){0,2} "
    r"(?:pays?|costs?(?! \$| \d)|wins?|is (?:rewarded|punished|expensive|cheap|key|king|everything|a virtue)|beats?|"
    r"is on your side|works (?:for|against) you|kills?)\b",
    # a thing may be done now
    rf"\b(?:the|this|that|your|another|a|any|every|each|next|first|last|second|third|"
    rf"final) (?:\w{{1,12}} )?{_PIECE}(?: of (?:it|them|that|this))? (?:can|may|could|might|should|must|ought to|"
    rf"needs? to|has to|is (?:ready|"
    rf"good|free|"
    rf"due|clear|safe|best|better)(?: to)?)(?: now| safely| then| well| just| wait|n't| not| only| still|"
    rf" also)? ?(?:(?:go|come) (?:on|in|out|off|to work|ahead)|wait|"
    rf"be {_DONE}|{_DONE})\b(?! (?:at|as|for|from|by) (?:\$|\d|the (?:debit|midpoint|price)))",
    r"\bnow(?:'s| is| isn't| is not)(?: \w{1,8})? (?:when|the|not|as good|a)\b(?! (?:negative|positive|above|below|in|"
    r"at))(?= (?:when|time|moment|hour|chance|time|day|a good|good|as|the|hedge|your|you|it|to|bad|not))|"
    r"\b(?:that|this|then|here|there)(?:'s| is) (?:when|where) (?:you|i|we|one|the (?:hedge|smart|money))\b|"
    r"\bnow or never\b|\bwhile (?:it|you|they|the getting)(?:'s| is| are| still)? "
    r"(?:can|cheap|quiet|last|lasts|good|there|low)\b|\bbefore (?:it's|it is|you) (?:too|regret|miss)\b|"
    r"\bearns? (?:its|their) keep\b|\bpays? (?:for itself|for themselves|its way)\b",
    r"\b(?:belongs?|has (?:a|no|its) place|deserves? (?:a )?(?:place|spot|room)|has no business|"
    r"have no business) (?:in|on)\b",
    # questions that ask for nothing
    r"(?:^|[,;:–—]\s)\W{0,3}(?:so |and |but |then )?(?:why (?:not|wait|pay|bother|take|risk|settle|leave|hold|hurry|"
    r"rush|fight|stop|"
    r"hesitate|would (?:you|anyone))|who wouldn't|who (?:would|could) (?:not|say no|resist|"
    r"turn)|what's not to|what (?:are you|is there to) (?:waiting|lose)|what have you got to lose|isn't (?:it|that|"
    r"this|now)|wouldn't (?:it|you|that)|"
    r"shouldn't (?:you|we)|aren't you|couldn't you|(?:isn't|wouldn't) \w{1,10} (?:be )?(?:better|wiser|safer|"
    r"cheaper|time))\b",
    r"^\W*(?:just |please |always |but |and |so )?make sure\b",
    # a number and no more
    r"^\W*(?:[\w$%.,-]{1,14} ){1,4}?[\w$%.,-]{1,14}[,;] (?:and )?(?:no|not (?:a|one)|never) (?:more|less|further|"
    r"later|sooner|\w{1,10} more)\W*$",
    rf"\b(?:let|leave) (?:it|them|this|that|the {_PIECE}|your \w{{1,10}}|things)(?: \w{{1,8}})? (?:ride|run|be|"
    rf"alone|go|expire|work|sit|in peace|on|untouched|breathe|decay|grow)\b",
    r"\b(?:don't|do not|never|no need to|not to|without) (?:get greedy|be greedy|chase|panic|fight|overthink|"
    r"overpay|overstay|linger|hesitate|bother|rush|hurry|"
    r"wait too|push it|push your luck|press|worry about (?:the (?:rest|debit|cost|price)|it|timing))\b",
    r"\b(?:back up the truck|pull the trigger|double up|step (?:aside|away)|(?:go|going|went|be|i'm|"
    r"you're) all[- ]in|front-load|dip (?:a toe|"
    r"your)|toe in|(?:dive|jump|pile) in(?=\W*$| (?:now|here|before|while|with))|"
    r"call it a (?:day|win)|cash (?:in|out)|take the (?:money|win|gain|loss|hit|plunge)|money (?:and run|to work)|"
    r"skin in the game|keep (?:some )?(?:cash|powder)|"
    r"(?:starter|toehold) position|your (?:exit|entry|stop|target)|rainy day|ride (?:it|this|that) out|sit (?:it|"
    r"this) out|hang in there|buckle up|brace)\b",
    r"\b(?:place|park|put|commit|risk|stake|use|spend|invest|deploy) (?:no|not|at most|only|just|never|up to|a|half|"
    r"about|around)(?: \w{1,8}){0,3} (?:percent|%|third|quarter|half|"
    r"of (?:your|the|an?|my|one's) (?:account|portfolio|money|budget|capital|savings|cash|net worth|nest egg))\b",
)


def nudges(words: str) -> bool:
    """Whether the words nudge towards a trade or away from one, or towards a moment for it."""
    return _NUDGE.search(words) is not None
