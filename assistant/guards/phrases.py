"""Parts that sentences of a conversation are made from: what people do with words, what they read, how a clause begins."""

from __future__ import annotations

import re
from typing import Final

# What people say of asking, reading, telling and counting; third persons, participles and past forms are made from these.
_VERBS: Final = """
ask answer reply respond explain clarify describe define tell mention note remark phrase word rephrase reword repeat restate
summarise summarize recap outline sketch list quote cite paraphrase translate compare contrast separate distinguish split
sort check look read re-read reread search consult count calculate compute recompute recalculate derive assume interpret
treat understand misread misunderstand misinterpret overlook confuse correct help assist elaborate expand skip ignore cover
discuss report refer redirect verify double-check type format load parse plug convert rerun redo retrieve fetch lack miss
rely base rest decline refrain abstain limit restrict pause wait hear listen apologise apologize guess speculate wonder
concentrate focus deal group number label illustrate imagine demonstrate address tackle review revisit return continue
proceed finish mean need want wish hope like prefer mind owe promise try use walk work know remember recall
forget notice point draw talk speak state say show see find suppose
"""
# The same, of verbs that also trade: the speaker's only where will, can or have stands in front, or a text behind.
DOUBLE: Final = (
    r"(?:take|keep|leave|put|set|give|get|go|come|start|begin|stop|stick|hold|move|turn|run|make|do|add|pick|drop|"
    r"bring|lay|pass|round|open|close|choose|collect|gather|break|stay|pull|throw|offer|send|be|have)"
)
PAST: Final = (
    r"(?:took|kept|left|put|set|gave|went|started|began|stopped|stuck|held|turned|ran|made|did|added|picked|dropped|brought|"
    r"laid|passed|rounded|chose|collected|gathered|pulled)"
)
_IRREGULAR: Final = (
    r"(?:read|told|found|meant|said|saw|knew|understood|misread|misunderstood|spoke|drew|heard|wrote|shown|seen|known|forgot|"
    r"thought|written|rewritten)"
)


def _forms(verbs: str) -> str:
    found: list[str] = []
    for verb in verbs.split():
        base = verb[:-1] if verb.endswith("e") else verb
        ied = [f"{verb[:-1]}ied", f"{verb[:-1]}ies"] if verb.endswith("y") and verb[-2] not in "aeo" else []
        found += [verb, f"{verb}s", f"{verb}es", f"{base}ed", f"{base}ing", f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing", *ied]
    return f"(?:{'|'.join(sorted(set(found), key=lambda f: (-len(f), f)))})"


TALKS: Final = rf"(?:{_forms(_VERBS)}|{_IRREGULAR})"
TEXT: Final = (
    r"(?:sources?|pages?|articles?|glossary|entry|entries|claims?|guides?|sites?|website|material|passages?|summary|answers?|"
    r"reply|explanations?|lists?|tables?|figures?|numbers?|results?|calculations?|computations?|steps?|points?|readings?|"
    r"meanings?|definitions?|wording|words?|terms?|questions?|parts?|sections?|sentences?|examples?|distinctions?|"
    r"caveats?|notes?|details?|arithmetic|formulas?|versions?|tools?|calculators?|search|quotes?|citations?|references?|"
    r"documents?|texts?|paragraphs?|overview|sketch|comparisons?|illustrations?|outline|inputs?|working|data|files?|"
    r"columns?|rows?|message|request|ones?|two|three|both|half|rest|above|following|conversation|topic|subject|story|picture|"
    r"knowledge|understanding|view|job|role|task|mistake|apologies|aim|intention|reason|method's? rules?|sums?|maths?)"
)
DATA: Final = (
    rf"(?:{TEXT}|series|prices?|strikes?|debit|dates?|fills?|budget|curve|chain|values?|closes|marks|quotes?|legs?|cash flows?|"
    rf"bits|pieces|threads|"
    r"premiums?|chart|upload|sheet|spreadsheet|wording|spelling|choice|decision|situation|case|sample|history)"
)
DEICTIC: Final = r"(?:this|that|it|these|those|them|both|all of (?:this|that|it|them)|each(?: of them)?|either|here|there)"
IT: Final = (
    r"(?:this|that|it|these|those|them|both|all|each|here|there)(?=\s*(?:[.,;:!?)]|$)|\s(?:as|by|in|to|with|from|for|of|on|"
    r"into|through|over|against|step|one|side|apart|together|up|out|down|first|next|again|now|then|further|clear\w*|brief\w*|"
    r"simpl\w{1,20}|\w{1,20}ly)\b)"
)
ANSWER: Final = (
    r"(?:amounts?|units|summary|answers?|reply|explanations?|lists?|tables?|figures?|numbers?|results?|calculations?|"
    r"computations?|steps?|"
    r"points?|"
    r"readings?|definitions?|wording|words?|questions?|parts?|sections?|sentences?|examples?|distinctions?|caveats?|notes?|"
    r"details?|arithmetic|formulas?|versions?|calculators?|search|quotes?|citations?|references?|paragraphs?|overview|sketch|"
    r"comparisons?|illustrations?|outline|inputs?|working|data|files?|columns?|rows?|message|request|ones?|rest|above|"
    r"following|conversation|topic|subject|story|picture|knowledge|understanding|view|job|role|task|mistake|apologies|aim|"
    r"intention|sums?|maths?)"
)
LEAD: Final = (
    r"(?:(?:\w{3,12}ly(?=,)|alternatively|or|so|and|but|now|then|well|ok(?:ay)?|sure|yes|no|right|good|great|fine|thanks|"
    r"sorry|first|next|finally|also|"
    r"still|however|otherwise|unfortunately|sadly|again|likewise|in short|in fact|in brief|of course|certainly|honestly|"
    r"frankly|to be (?:fair|clear|honest|precise|exact|sure)|fair (?:point|question|enough)|good (?:point|question)|"
    r"as (?:always|ever|usual|before|promised|said)|for now|that said|perhaps|maybe|strictly|please|apologies|"
    r"one moment|i'm afraid|i am afraid|i fear|no (?:worries|problem)|my (?:mistake|apologies)|understood|noted|ah|oh|hm+|"
    r"alas|instead|therefore|nor)"
    r"\b[,:!.–—]?\s{0,2}){0,3}"
)
# A phrase in front of the clause: a condition on the reader, or what the speaker turns to.
FRONT: Final = (
    r"(?:(?:(?:whichever|whatever|if|once|when|should|as soon as|after|before|in case|unless|until|where|"
    r"wherever) (?=[^,;:]{0,60}\b(?:you|"
    r"your|i|we|"
    r"asked|needed|possible|necessary|useful|helpful|wanted|that's|this|that|in doubt|not|something|anything|nothing|"
    r"unclear|wrong|missing)\b)"
    r"|to |for |as for |as to |as (?:far|you|i|it|your|the|an?) |beyond |besides |apart from |on |about |regarding |"
    r"in (?!an?\b)|of (?=(?:the|these|those|your)\b)"
    r"|(?:with|given|since|because|without|by|from) (?=(?:that|this|it|these|those|your|you|i|only|more|just|the (?:data|"
    r"inputs?|numbers?|figures?))\b))"
    r"[^,;:]{1,90}(?:,\s|\s(?=(?:i|we|i'll|i'd|i've|let)\b)))?"
)
_NOT: Final = r"(?:n't| not| never|not)?"
_MODAL: Final = (
    rf"(?:(?:'ll|'d|'ve|'m|'re| will| would| can| could| shall| should| may| might| must| have| had| am| are| was| were| do|"
    rf" did|won't| won't|"
    rf" cannot| can't| need| needed| want| wanted| have to| had to| going to| able to| unable to| happy to| glad to| try to|"
    rf" tried to|"
    rf" pleased to| afraid| sorry| ready to| free to| not){_NOT})"
)
ADVERB: Final = (
    r"(?: (?:also|only|just|now|then|already|still|first|simply|really|even|always|at least|at most|gladly|happily|briefly|"
    r"deliberately|quickly|merely|rather|best|better|instead|too|probably|perhaps|therefore|here|below|again|so far|"
    r"\w{3,12}ly))"
)
SELF: Final = (
    rf"(?:(?:i|we)(?:{_MODAL}|{ADVERB}){{0,4}}|let (?:me|us)(?: not)?{ADVERB}?|let's(?: not)?{ADVERB}?|allow me(?: to)?|"
    r"(?:i'm |i am |we're |i'd be |i would be |i'll be )?(?:(?:more than |very |only too )?happy|glad|pleased|able|unable|"
    r"ready|free|here|going|trying) to|bear with me|give me)"
)
TOLD: Final = (
    r"(?:what|how|why|which|where|when|who|whose|whether|if|about|on|for|at|as|into|through|up|between|over|to|from|by|with|of)"
)
UNKNOWN: Final = (
    r"(?:yours?(?: alone| to \w{1,20}| call| decision| choice)?|your (?:own )?(?:call|decision|choice|judge?ment|business)|"
    r"up to you|for you(?: \w{1,20}){0,3} to \w{1,20}|"
    r"between you and|any(?:body|one)'s guess|(?:a |another )?(?:separate|different|another) (?:matter|question|story|"
    r"thing)|(?:hard|impossible) to (?:say|know|tell)|(?:a |another |one )?(?:matter|"
    r"question|decision|choice|thing|something|one)(?: \w{1,20}){0,2} (?:for|of|to|only|that)\b|"
    r"another (?:matter|question|story)|not (?:stated|said|covered|told|known|given|defined|mentioned|explained|for me)|"
    r"(?:left )?open|left to (?:you|the reader)|unclear|unknown|nowhere (?:stated|said|explained|told)|"
    r"beyond (?:me|what|the scope)|outside (?:what|the scope)|not mine|something (?:only )?(?:you|i))"
)
CONV_NOUN: Final = (
    rf"(?:{ANSWER}|sources?|pages?|claims?|article|terms?|meanings?|decision|choice|call|matter|moment|minute|look|example|"
    rf"caution|reminder|warning|advice|recommendations?|"
    r"suggestions?|forecasts?|predictions?|promises?|guarantees?|education|information|description|opinions?|judge?ments?|"
    r"confusion|mix-?up|misunderstanding|place|business|remit|turn|typo|error|slip|issue|problem|difference|side|sides|way|"
    r"ways|idea|gap|assumptions?|"
    r"simplification|approximation|shorthand|label|name|nickname|statement|fact|professional|adviser|advisor|"
    r"instructions?|signal to act|signs? of|proof|evidence|one|thing|lot|bit|gist|heart|crux|short answer|catch|"
    r"hypothetical|arithmetic|exercise|convention)"
)


TAIL: Final = r"(?:[ ,][^;:]{0,150})?"


def any_of(*patterns: str) -> re.Pattern[str]:
    """One pattern of many; those that start where a word does are tried there alone, which saves most of the time."""
    words = [p.removeprefix(r"\b") for p in patterns if p.startswith(r"\b")]
    others = [p for p in patterns if not p.startswith(r"\b")]
    grouped = [rf"\b(?:{'|'.join(f'(?:{p})' for p in words)})"] if words else []
    return re.compile("|".join([*grouped, *(f"(?:{p})" for p in others)]), re.IGNORECASE)
