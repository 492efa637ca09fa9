"""What is said of texts, answers and choices: a page is silent, an answer rests on something, a decision is the reader's."""

from __future__ import annotations

from typing import Final

from assistant.guards.phrases import ANSWER, CONV_NOUN, DATA, DEICTIC, TAIL, TALKS, UNKNOWN

FORMS: Final = (
    # texts: silent, apart, or of this subject under another name
    rf"(?:(?:{DEICTIC}|the|these|those|my|our|its|most|several|some|other|few|two|three|many|only|all|both|one|a|an|another|"
    rf"every|each)(?: of)? ){{0,3}}(?:\w{{1,20}} ){{0,2}}?(?:sources?|pages?|articles?|glossary|entry|entries|claims?|guides?|"
    rf"sites?|website|"
    rf"material|method|methodology|rules?|book|author)(?: \w{{1,20}}){{0,2}}? (?:(?:do(?:es)?|did|can|could|will|would)(?: not|"
    rf"n't)|cannot|never|"
    rf"(?:is|are|remains?|stays?|keeps?)(?: \w{{1,20}})? "
    rf"(?:silent|quiet|brief|vague|unclear|short|thin|open|split|divided|mute|of no help|no help|at odds|inconsistent|"
    rf"apart)|leaves?\b[^,;:]{{1,60}}? "
    rf"(?:open|aside|out|unsaid|unanswered|unstated|undefined|to)|disagrees?|differs?|contradicts?|diverges?|conflicts?|"
    rf"stops? short|"
    rf"goes? no further|says? (?:nothing|no more|little)|gives? no|offers? no|names? no|states? no|has no|have no|contains? no|"
    rf"(?:touch(?:es)? on|treats?|deals? with|covers?|discuss(?:es)?|mentions?|goes? into|speaks? of|takes? up|uses?|has|"
    rf"have|knows?|calls?|lists?|bears? on|"
    rf"addresses|answers?) (?:{DEICTIC}|the (?:topic|subject|question|term|matter|idea)|your (?:question|term|topic)|"
    rf"another name|"
    rf"(?:a |two |several |three |other |different |many )+(?:names?|meanings?|readings?|senses?|words?|answers?|"
    rf"definitions?|things?)))\b{TAIL}",
    # answers, figures, steps and what stands above or below
    rf"(?:the|an?|these|those|this|that|my|our|all|each|any|such|both|some|no)(?: of)?(?: the| these|"
    rf" my)? (?:\w{{1,20}} ){{0,2}}?(?:{ANSWER}|assumptions?|backtests?|tests?|models?|estimates?|simulations?)"
    rf"(?: (?:above|below|here|of (?:this|that|it)|for (?:this|that|it)|i \w{{1,20}}|you \w{{1,20}}))? (?:(?:only|also|just|"
    rf"both|all|"
    rf"simply|merely|therefore|further|up|so|still) )?"
    rf"(?:covers?|leaves? (?:out|aside|it|this|that|fees|open)|follows?|rests?|uses?|assumes?|(?:is|are|was|were)(?: not|"
    rf"n't)? (?:just |only |merely |purely |all )?"
    rf"(?:meant|intended|for|below|above|next|here|shown|listed|taken|drawn|quoted|based|limited|an?|from|in|not|your|yours|"
    rf"mine|"
    rf"illustrat\w{{1,20}}|hypothetical|educational|rounded|approximate|estimates?|examples?|shorter|longer|brief|short|"
    rf"simple|easy|"
    rf"separate|independent|unaffected|no)|comes? (?:next|first|last|below|above|later|straight|directly|from (?:the|this|"
    rf"your|what))|"
    rf"(?:may|might|would|will|should|could)(?: best)? (?:serve|help|do|suit|clear|answer|show)|starts?|begins?|ends?|"
    rf"stays?|refers?|depends?|stands?|describes?|explains?|"
    rf"applies|apply|says? (?:nothing|no|how|what)|tells? (?:nothing|you nothing)|do(?:es)?(?: not|n't)|cannot|can't|"
    rf"ignores?|omits?|skips?|excludes?|stops?)\b{TAIL}",
    # this, that, it: of the conversation
    rf"(?:this|that|it|these|those|all of (?:this|that|it|them)|which|nothing (?:here|above|below|of this|"
    rf"in \w{{1,20}}(?: \w{{1,20}}){{0,3}})|none of (?:this|that|it|these|the above)|everything (?:here|above|below)|"
    rf"anything (?:here|"
    rf"else|beyond)|"
    rf"the (?:above|following)|what (?:follows|comes (?:next|first|below)|i (?:have|can \w{{1,20}}|say|said|gave|show)|"
    rf"you (?:see|"
    rf"get|have)|"
    rf"stands (?:here|above|below))(?: \w{{1,20}}){{0,2}}?)(?:'s| is| are|'re| was| were| should be| is to be| may be|"
    rf" isn't| aren't)"
    rf"(?: not| no| only| just| merely| simply| purely| meant| intended| never| all| always| by no means| rather| really|"
    rf" also| still| more| less| as| to be| read| taken){{0,4}}"
    rf"(?: (?:an?|the|my|your|any|one|no|some|two|three|as|for|of|in|to)){{0,5}} ?(?:(?!best|worst|ideal|perfect|proof|"
    rf"right|good|"
    rf"great|wrong)\w[\w'-]{{0,20}} ){{0,3}}?(?:{CONV_NOUN}|meant|intended|educational|hypothetical|"
    rf"simplified|rounded|stated|covered|said|given|defined|explained|settled|open|unclear|outside|beyond|up to you|for you|"
    rf"not mine)\b{TAIL}",
    rf"(?:{DEICTIC}|the (?:answer|rest|outcome|details?|figure|result)|much|everything|all|which one)(?: (?:partly|largely|"
    rf"mostly|also|all|really|entirely|only|then))?(?:'ll| will| would| can| may|'d)? (?:depends?|hinges?|turns? on|"
    rf"comes? down|boils? down|"
    rf"varies with (?:how|what|which)|brings? (?:me|us)|leads? (?:me|us)|takes? (?:me|us)|leaves? (?:me|us|you|one|two|only)|"
    rf"goes beyond|lies (?:beyond|outside)|falls outside|answers? (?:your|the|only)|covers? (?:your|the|only|both|what)|"
    rf"says? nothing|"
    rf"tells? (?:you )?nothing|promises? nothing|proves? nothing|guarantees? nothing|(?:is|are) (?:not )?(?:mine|yours)|"
    rf"help\w* (?:me|us|you)|"
    rf"makes sense to (?:ask|check)|"
    rf"need(?:s|n't)?(?: not)? (?:concern|worry|confuse)|should (?:help|do|cover|answer|clear)|do(?:es)?(?: not|"
    rf"n't) (?:mean|say|follow|tell|imply|settle|answer|"
    rf"promise|prove|guarantee|make|amount|replace|take|advise|recommend|predict|forecast|know|cover|include))\b{TAIL}",
    rf"there(?:'s| is| are|'re| may be| might be| could be| may well be| might well be| isn't| aren't| was| were)(?: not|"
    rf" also| only| just| still| at least){{0,4}}(?: (?:an?|no|any|one|two|three|four|five|"
    rf"several|a few|few|more|another|some|nothing|little|much|not much|more than one|many|something|room|"
    rf"such)){{0,4}} ?(?:\w[\w'-]{{0,20}} ){{0,2}}?(?:sources?|pages?|articles?|"
    rf"glossary|entry|entries|claims?|caveats?|catch|points?|questions?|readings?|meanings?|definitions?|notes?|details?|"
    rf"steps?|parts?|sides?|ways to (?:read|"
    rf"answer|see|put|say|compute|count|take|look)|things? (?:to|i|you|worth|left|that)|answers?|examples?|mention|word|"
    rf"room for|reason to (?:ask|check|doubt)|need to (?:ask|repeat|worry|apologi[sz]e)|"
    rf"(?:i|you|we) (?:can|could|need|should|have|left)|(?:in|on|about|to) (?:the|this|that|it|"
    rf"these)(?: \w{{1,20}})? (?:sources?|"
    rf"pages?|glossary|article|material))\b{TAIL}",
    rf"(?:here|this|that|these|those)(?:'s| is| are) (?:what|how|where|why|who|all)\b{TAIL}|here (?:they|it|we|you) (?:are|"
    rf"is|go)\b{TAIL}",
    rf"(?:(?:it|that|this|they)(?:'s| is| are|'re) )(?:an? )?(?:\w{{1,20}}ly )?(?:misread|misunderstood|mistaken|confused|"
    rf"mixed up|"
    rf"overlooked|explained|answered|"
    rf"asked|checked|looked (?:up|into)|forgotten|told)\b{TAIL}",
    r"(?:(?:it|that|this|they|all (?:of )?(?:this|that)) )?(?:sounds?|seems?|looks?|gets?|reads?)(?: \w{1,20}){1,4} than (?:it|"
    r"that|they) (?:really )?(?:is|are|sounds?|"
    r"seems?|looks?)",
    rf"they (?:do not|don't|did not|didn't|disagree|differ|contradict|diverge|overlap|say|are (?:silent|apart|at odds|"
    rf"not))\b{TAIL}",
    rf"(?:this|that|it)(?:'s| is| was)(?: about)? as (?:far|much|close|precise|specific|exact|good|clear) as\b{TAIL}",
    r"(?:no (?:\w{1,20} ){0,2}?(?:method|strategy|hedge|rule|model|trade|approach|structure|calculation)s? (?:can |could |"
    r"will )?(?:ever )?(?:removes?|"
    r"eliminates?|takes? away|guarantees?|assures?|is (?:free of|without))|(?:any|every|all) (?:\w{1,20} ){0,2}?(?:method|"
    r"strategy|hedge|rule|model|trade|"
    r"approach|option|future|position)s? (?:carry|carries|involves?|comes? with|bears?))(?: \w{1,20}){0,4}? (?:risks?|"
    r"loss(?:es)?|profits?|success|outcomes?|results?)"
    rf"\b{TAIL}",
    rf"[^,;:]{{1,60}} (?:is|are|remains?)(?: not|n't)? (?:unknown|known|available|visible|accessible|open|"
    rf"closed) to me\b{TAIL}",
    rf"(?:this|that|it|these|they)(?: \w{{2,8}})? (?:describes?|restates?|summari[sz]es?|illustrates?|recaps?)\b{TAIL}",
    rf"(?:this|that|it|these)(?: \w{{2,8}})? (?:ignores?|omits?|leaves? out|excludes?|assumes?|takes? no account|"
    rf"skips?)\b{TAIL}",
    rf"(?:none|nothing|no part) of (?:this|that|it|these|the above) (?:takes?|considers?|accounts?|replaces?|says?|means?|"
    rf"tells?|knows?|amounts?|looks?|covers?)\b{TAIL}",
    rf"(?:it|that|this)(?:'s| is|'d be| would be)(?: not)?(?: \w{{2,8}})? (?:dishonest|wrong|fair|unfair|premature|"
    rf"misleading|helpful|useful|possible|impossible|hard|easy|better|"
    rf"best|important|tempting|right|natural|common|reasonable|honest)(?: of me| for me)? (?:not )?to (?:{TALKS}|give you|"
    rf"give a|put (?:a|it|that)|leave it|keep (?:it|this|the two)|call it)\b{TAIL}",
    rf"(?:glad|happy|good|pleased|sorry|great) (?:that |to |it |this |you |we |if ){{1,2}}(?:{TALKS}|made|make|makes|is|was|"
    rf"helps?|are|could|got|have|were)\b{TAIL}",
    rf"(?:this|that|it|the (?:result|answer|figure|model)|any of this)(?:'s| is| are) only as \w{{3,10}} as\b{TAIL}",
    rf"the (?:sources?|articles?|glossary|pages?|guide|entry) (?:skips?|ignores?|omits?|passes over|glosses over|avoids?|"
    rf"sidesteps?|forgets?) (?:{DEICTIC}|the (?:point|question|matter|topic|issue)|your (?:question|point))\b{TAIL}",
    rf"(?:here |then |now |first )?it (?:helps|may help|might help|can help) to {TALKS}\b{TAIL}",
    rf"(?:the|your|some|two|both|its|their|no|a|any|one)(?: \w{{1,12}})? {DATA} (?:is|are|was|were) (?:missing|absent|"
    rf"incomplete|unreadable|blank|not given|unclear|too (?:few|short))\b{TAIL}",
    # nobody says
    rf"(?:no|none of the|none of these|neither of the|neither|not one|not a single|hardly any|few) ?(?:\w{{1,20}} )?(?:page|"
    rf"source|"
    rf"claim|entry|article|sources|pages|claims|entries|articles|guide|of them|"
    rf"author|tool|figure|number|threshold|rule|definition|answer)s?(?: (?:of them|that i (?:know of|found|have|searched)|"
    rf"i (?:know of|found|have|searched)|here|there|so far|in the \w{{1,20}}|among \w{{1,20}}))?"
    rf" (?:says?|states?|explains?|covers?|mentions?|gives?|answers?|tells?|names?|defines?|settles?|supports?|speaks?|"
    rf"touch(?:es)?|"
    rf"address(?:es)?|goes|go|claims?|shows?|is|are|was|were|can|could|will|would|does|do|has|have|exists?|stands?|offers?|"
    rf"agrees?)\b{TAIL}",
    rf"nothing (?:in|about|on|of|here|there|above|below|else|that|i|you|more)\b{TAIL}",
    # what is the reader's own
    rf"(?:whether|how|what|which|when|where|why|if|who|the (?:choice|decision|rest|call|judge?ment|answer|size|amount|"
    rf"timing))\b[^;:]{{0,90}}? "
    rf"(?:is|are|remains?|stays?|lies|was|depends?|would be|must be|has to be)(?: not| only| entirely| always| really|"
    rf" something| a| an| still){{0,4}} (?:{UNKNOWN}|on (?:you|your|how|what|which|who))\b{TAIL}",
    # what the past and a model are worth
    rf"(?:(?:the |any |such |past|hypothetical|simulated|historical|earlier|back-?tested|these|no) ?){{1,5}}(?:results?|"
    rf"performance|returns?|backtests?|tests?|figures?|numbers?|records?|history|trades?|past|gains?|"
    rf"model|simulation)(?: \w{{1,20}}){{0,2}}? (?:(?:is|are|was|were|can|may|do|does|will|should|could|cannot|ignores?|omits?|"
    rf"leaves? out|excludes?|say|says|tell|tells|prove|proves|guarantee|guarantees|promise|"
    rf"promises)\b(?: \w{{1,20}})? ?(?:not|no|"
    rf"nothing|fees|slippage|taxes|costs|commissions|"
    rf"never|little|differ|only|bound|guide|n't)|(?:don't|doesn't|can't|won't|cannot))\b{TAIL}",
    rf"(?:sorry|apologies|my apologies|thanks|thank you|hope)(?: again| in advance)?(?: (?:about|for|if|that|to|"
    rf"this))?\b(?: (?:the|that|this|any|my|your|it|i|you|is|was|helps?|clears?|\w{{1,20}}ing)){{0,8}}{TAIL}",
)
"""Patterns of a whole clause."""
