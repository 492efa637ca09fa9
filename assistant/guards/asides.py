"""What a speaker says of the conversation itself: what they will do, how they find a question, a word of courtesy.

By grammar: the speaker is the subject, or a question or point is judged, or there is no verb at all and nothing of the field
is named. An aside holds no figure, and no clause in which something is stated: "I'll show that …" tells what is shown.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from knowledge.words import norms

_FIGURE: Final = re.compile(r"\d")
_OPENER: Final = (
    r"(?:(?:(?:good|great|fair|fine|right|ok(?:ay)?|sure|yes|no|well|so|now|then|thanks|sorry|neither|both|alright|first|"
    r"next|gladly|certainly|of course|one moment|in short|to be (?:fair|honest|clear|precise)|no (?:worries|problem)|"
    r"before (?:i|we) \w{2,12}(?: on)?|if you like|for now|good question|as promised)\b[,:–—!.]?\s?){0,2})"
)
# Verbs whose object is a statement, unless it is an indirect question; what is done with words and pages states nothing.
_STATES: Final = (
    r"(?:think|believe|expect|guess|bet|suspect|feel|predict|assume|reckon|know|promise|guarantee|doubt|conclude|"
    r"infer|see|hear|read|find|found|learn(?:ed)?|notice|say|add|note|mention|stress|emphasi[sz]e|remind|warn|confirm|admit|"
    r"repeat|remember|recall|tell (?:you|them)|assure)"
)
_ASKED: Final = r"(?:what|how|why|which|where|when|who|whether|if|more|about|no|one (?:thing|point|more|word))\b"
_SPEAKS: Final = (
    rf"{_OPENER}(?:(?:i|we)(?:'(?:ll|d|ve|m|re))?|let (?:me|us)|let's|allow me(?: to)?|(?:i'm |we're )?(?:happy|glad) to|"
    r"bear with me|give me)\b"
)
_SPEAKER: Final = re.compile(_SPEAKS, re.IGNORECASE)
_AT_WORK: Final = re.compile(
    rf"{_SPEAKS}(?!(?: can| will| would| could| should| must| have| also| just| really| only| do| may|"
    rf" might){{0,3}} {_STATES}\b"
    rf"(?! {_ASKED}))[^;:]{{0,150}}",
    re.IGNORECASE,
)
# Where a clause begins that states something, whoever speaks.
_STATED: Final = re.compile(
    r"\bthat (?!(?:is|was|one|way|part|point|question|word|term|first|out|apart|down|up|for|to|in|with|and|or|too|page|"
    r"kind|sort|you|i|we|helps|\w{2,12}ly)\b|'s\b)"
    r"|\b(?:because|since|as long as|given that|so that)\b"
    r"|,\s?(?:and|but|while|whereas|so|as) (?!(?:i|we|you|then|not|where|what|how|why|when|which|here|there (?:is no|"
    r"isn't|are no|"
    r"aren't)|explain|show|list|put|keep|sort|try)\b)"
    r"|\s(?:while|whereas|so|as) (?:it|they|the|a|an)\b|[.!?]\s\S",
    re.IGNORECASE,
)
_JUDGED: Final = re.compile(
    rf"{_OPENER}(?:that|this|it|here|there|yours|your question|which|neither|both|all of that|none of (?:that|this)|"
    r"the (?:question|first|second|next|last)(?: (?:one|part|point|question))?)(?: one| part| point)?(?:'s| is| was| are|'re)"
    r"(?: not|n't)?(?: (?:an?|one of the|the|really|quite|very|too|where|also|just|more|rather|all|mine|yours|up|for|worth|"
    r"a bit|something|outside)){0,4}(?: (?!best|worst|ideal|perfect|wrong|proof)[\w-]{2,14}){0,3}? ?"
    r"(?:questions?|words?|points?|topic|subject|choice|decision|matter|minute|look|ask|asking|say|tell|answer|crown|judge|"
    r"decide|you|us|confusing|tricky|subtle|understandable|example|request|one|confus(?:e|ion)|mix(?: ?-?up)?|sides|parts|"
    r"what i can \w{2,10})\b(?P<rest>[^.;:!?]{0,60})[.!…]?",
    re.IGNORECASE,
)
_IMAGINE: Final = re.compile(r"(?:just )?(?:picture|imagine|visuali[sz]e)\b[^.;:]{2,110}[.!…]?", re.IGNORECASE)
_NEXT: Final = re.compile(
    r"(?:(?:so|and|now|next|then|first|finally|last)\b,? ?){0,2}(?:back|on|over|turning|coming)? ?to (?:the|your|our|"
    r"what|how|"
    r"why|my)\b[^.;:!?]{2,60}[.!…]?",
    re.IGNORECASE,
)
_NOUN: Final = (
    r"(?:signs?|things?|points?|words?|examples?|questions?|parts?|cases?|readings?|pages?|answers?|details?|notes?|moment|"
    r"second|minute|ways?|steps?|ideas?|differences?|caveats?|remarks?|summary|nutshell|sketch|version|one|choice)"
)
_FRAGMENT: Final = re.compile(
    r"(?:(?:(?:very|quite|really|the|a) )?(?:good|great|fair|fine|nice|easy|tricky|tough|hard|short|quick|brief|simple|sure|"
    rf"interesting|excellent|perfect|happy|glad|right)(?: (?:to \w{{2,8}}|you asked|enough|thing|catch|idea|start|"
    rf"stuff|to|{_NOUN})\b|"
    r"(?=[,.!…]|$))|(?:gladly|okay|ok|thanks|thank you|you're welcome|sorry|no problem|no worries|of course|absolutely|"
    r"understood|noted|exactly|indeed|agreed|step by step|first things first|hope (?:this|that|it) helps)\b|"
    rf"(?:an?|one|two|three|some|a few|a couple of|the|in a|just an?) (?:[\w-]{{2,14}} ){{0,2}}{_NOUN}\b)"
    r"(?:[, ][^.;:!?]{0,60})?[.!…]?",
    re.IGNORECASE,
)
_VERB: Final = re.compile(
    r"\b(?:is|are|was|were|be|been|will|can|could|may|might|must|should|would|has|have|had|does|do|did|isn|aren|won|don|"
    r"doesn|always|never|every|all|most|each|none|nobody|everyone|no one|comes?|goes|works?|means?|makes?|gives?|gets?|"
    r"takes?|says?|moves?|\w{3,14}(?:ize|ise|ate)s?)\b|'(?:s|ll|d|ve)\b",
    re.IGNORECASE,
)
_SHORTEST: Final = 8  # words: a longer one without a verb is a list, which may tell a fact
# Words of conversation, though names of the field hold some of them too.
_COMMON: Final = frozenset(
    [
        "answer",
        "ask",
        "question",
        "short",
        "quick",
        "first",
        "second",
        "third",
        "next",
        "last",
        "point",
        "part",
        "page",
        "thing",
        "example",
        "word",
        "term",
        "note",
        "step",
        "picture",
        "end",
        "top",
        "sure",
        "one",
        "two",
        "three",
        "long",
        "method",
        "source",
        "side",
        "moment",
        "minute",
        "bit",
        "back",
        "start",
        "case",
        "out",
        "up",
        "right",
        "time",
        "decision",
        "choice",
    ]
)


def aside(sentence: str, field: Collection[str]) -> bool:
    """Whether the sentence, without marks of form, speaks of the conversation alone.

    Args:
        sentence: one sentence.
        field: comparable forms of the words that the field's names are made of.
    """
    if _FIGURE.search(sentence):
        return False
    judged = _JUDGED.fullmatch(sentence)
    named = any(w in field and w not in _COMMON for w in norms(sentence))
    if judged is not None:
        return not named and not states(judged["rest"])
    if _NEXT.fullmatch(sentence):
        return not _VERB.search(sentence)
    if named:
        return False
    if _IMAGINE.fullmatch(sentence):
        return not states(sentence)
    return len(norms(sentence)) <= _SHORTEST and _FRAGMENT.fullmatch(sentence) is not None and not _VERB.search(sentence)


def speaks(sentence: str) -> bool:
    """Whether the speaker is the subject."""
    return _SPEAKER.match(sentence) is not None


def states(sentence: str) -> bool:
    """Whether a clause of the sentence states something, whoever speaks."""
    return _STATED.search(sentence.rstrip(" .!…")) is not None
