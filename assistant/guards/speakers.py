"""What speaker and reader do in a conversation: read, tell, count, leave out; ask, give, mean.

Verbs that also trade ("take", "keep", "add") are the speaker's only where a text or figure is what is taken or kept.
"""

from __future__ import annotations

from typing import Final

from assistant.guards.phrases import ADVERB, DATA, DEICTIC, DOUBLE, IT, PAST, SELF, TAIL, TALKS, TEXT, TOLD

FORMS: Final = (
    # the speaker reads, tells, counts; what is found or known is a text, a question or nothing
    rf"{SELF} (?!(?:think|believe|expect|bet|suspect|feel|predict|reckon|doubt|conclude|infer|see|saw|seen|hear|heard|find|"
    rf"found|know|knew|known|learn\w*|say|said|guess|show|shown|assume|confirm|remember|recall|promise|hope|suppose|speculate|"
    rf"report|state|note|mention|wish|like|prefer|want|work|worked|walk|"
    rf"walked|try|tried)\b(?! (?:(?:\w{{1,20}} ){{0,2}}?(?:{TOLD}|nothing|no|none|little|you|your|{TEXT}|me|more)\b|{IT})))"
    rf"{TALKS}\b{TAIL}",
    # negated, it owns what is not known
    rf"(?:i|we)(?:{ADVERB})?(?:'m not| am not| have no|'ve no| have not| haven't|'ve not| can't| cannot| can not| couldn't|"
    rf" could not| won't|"
    rf" will not| don't| do not| didn't| did not| wouldn't| would not| lack| know of no| know no| see no| find no| found no|"
    rf" found nothing| have nothing| see nothing)"
    rf"{ADVERB}{{0,2}} (?:{TALKS}|rate|judge|evaluate|recommend|advise|endorse|predict|forecast|foresee|vouch|suggest|"
    rf"decide|{DOUBLE}|in a position|able|sure|certain|aware|allowed|licensed|meant|here|"
    rf"an? \w{{1,20}}|any|live|such|view|opinion|access|way|current|real-?time|market|data|figures?|numbers?|sources?|pages?|"
    rf"claims?|entry|"
    rf"memory|record|basis|means|knowledge|wish|preference|more|further|other|information|quotes?|prices?|stake|"
    rf"position)\b{TAIL}",
    # verbs that also trade, with a text or the conversation in what follows
    rf"(?:{SELF}) ?(?:{DOUBLE}|{PAST}|taking|keeping|leaving|putting|setting|giving|going|starting|sticking|working|"
    rf"assuming|using)\b(?: (?:it|this|that|them|you|these|those|here|there|away|out|aside|apart|back|over|through|on|off|up|"
    rf"into|in|to|with|at|from|by|the|a|an|your|my|each|one|all|both|some|any|any of|[\w'\"“”/-]+)){{0,6}}? ?"
    rf"(?:{DATA}|{IT}|you|fees|commissions|that|aside|apart|out|as|step by step|brief|simple|short|general|over|in turn|"
    rf"order|through|separately|asked|said|means?|meant)\b{TAIL}",
    rf"(?:i|we)(?:'d| would)(?: like to)? (?:start|begin) (?:from|with|by|at) [^;:]{{1,60}}, if (?:that|this|you)\b{TAIL}",
    # the reader is asked, or did something in the conversation
    rf"(?:please |just |do |simply |always )?(?:feel free to |you(?:'re| are) welcome to |don't hesitate to )?(?:ask|tell me|"
    rf"send|paste|type|upload|load|name|specify|"
    rf"let me know|share|say|note|remember|correct me|bear in mind|keep in mind|imagine|picture|think of|suppose|"
    rf"see (?:the|a|an|your|{DEICTIC}|above|below)|check (?:the|your|{DEICTIC}|whether|with)|compare (?:the|your|{DEICTIC})|"
    rf"(?:treat|take|read|regard|consider|use|view|understand|see) (?:{DEICTIC}|everything|(?:the|these|my|its|"
    rf"all)(?: \w{{1,20}})? "
    rf"{TEXT}) (?:as|for|only|with|purely|merely)|"
    rf"(?:give|provide|enter|add|change|choose|pick|try|mark|open|click|scroll|use|leave|replace|set|put) (?:me |"
    rf"in )?(?:the |any |"
    rf"another |a |an |your |one |other |different |more |some |any of |either |all |each |as |them |"
    rf"it ){{0,4}}(?:of )?(?:the |my |your )?{DATA}\b|"
    rf"(?:talk|speak) to (?:an?|your)|(?:consult|ask|see) (?:an?|your) (?:\w{{1,20}} )?(?:professional|advis[eo]r|expert|"
    rf"accountant|"
    rf"broker))\b(?! (?:that )?(?:vix|spx|the (?:vix|market|hedge|curve)))"
    rf"{TAIL}",
    rf"you(?:'ll|'d|'ve|'re| will| would| can| could| may| might| have| had| are| were| need not| don't have to|"
    rf" do not have to| need to| have to|"
    rf" only| just| also| always| seem to| appear to| did| didn't| do| don't| must| want to){{0,5}}(?:n't| not| never|"
    rf"not)? (?:(?:find|see|check|read|change|get|use|have|choose|pick|leave|swap|"
    rf"open|set|show|know|need|learn|take|add|give|gave|enter|entered|replace|look|do|try|"
    rf"run)\b(?= (?:\w{{1,20}} ){{0,4}}?(?:{DATA}|{IT}|in mind|more|how|what|why|"
    rf"which|where|me)\b)|(?:double-?check|verify|confirm|re-?read|ask|mean|mention|say|said|write|wrote|type|load|name|"
    rf"paste|send|sent|describe|refer|wonder|"
    rf"think of|talk|quote|"
    rf"compare|correct|judge|decide|tell|told|specif|misread|mislabel|point|spot|upload|suppl|provid|want to know|"
    rf"like to know|in luck|right to (?:ask|say|wonder|doubt|check|question|point)|"
    rf"looking|after|interested|curious|welcome|thinking)\w*)\b{TAIL}",
    # the reader's question and data
    rf"(?:(?:each|both|all|some|most|one|two|part|half|the (?:rest|first|second|"
    rf"last)(?: \w{{1,20}})?) of )?your (?:\w{{1,20}} ){{0,2}}?{DATA}(?: (?:of|for|on|about|with|from|"
    rf"in) [^,;:]{{1,40}}?)? (?:has|have|"
    rf"contains?|covers?|is|are|was|"
    rf"were|does|do|doesn't|did|didn't|asks?|concerns?|mentions?|touch(?:es)?|lacks?|leaves?|seems?|reads?|runs?|starts?|"
    rf"ends?|needs?|"
    rf"comes?|falls?|could|can|may|might|would|will)\b{TAIL}",
)
"""Patterns of a whole clause."""
