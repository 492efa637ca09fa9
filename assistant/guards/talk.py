"""Sentences that state no fact and so need no source: questions, headings, requests, and what is said of the turn itself."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from assistant.guards.asides import aside, speaks, states
from assistant.guards.conversation import converses
from assistant.guards.small_talk import announces, small_talk

_LONGEST: Final = 160  # a longer one says more than its form does
_HEADING: Final = re.compile(r"#{1,6}\s\S.{0,78}|\*\*[^*\n]{1,78}\*\*:?|[^.!?]{1,100}:")
_RULE: Final = re.compile(r"[\s|:=*_+-]*|```\w{0,20}")
_TALK: Final = re.compile(
    r"(?:(?:sure|certainly|of course|ok(?:ay)?|yes|no|right|understood|thanks|thank you|good question|great question|"
    r"happy to help|"
    r"in short|in summary|summary|unfortunately|hello|hi)\b[,.!:]?\s?)?(?:"
    # what is asked of the user
    r"(?:please |do )?(?:feel free to (?:ask|send|paste|give|load|name|type)|tell me|give me|send|let me know|load|"
    r"provide|type|ask|share|upload|specify|name|enter (?:the|a|"
    r"your)|give)\b(?!.{0,90}\b(?:is|are|will|should|must)\b).{0,110}"
    r"|if (?:you|there)\b.{0,60}, (?:please )?(?:load|tell|give|ask|send|type|i can|name|say)\b.{0,80}"
    # what the user did
    r"|(?:you|your (?:question|file|table|numbers?|data|message|input))(?:'ve| have)? (?:ask|asked|give|gave|given|"
    r"entered|loaded|typed|named|"
    r"mentioned|wrote|said|has|have|does not|did not|do not|concerns?)\b.{0,110}"
    # what the user means
    r"|(?:so |perhaps |maybe |then )?you(?:'d|'re| are| would| seem| appear| may| might| must| could|"
    r"'ve)?(?: to)?(?: be| have been)?"
    r"(?: (?:asking|thinking|looking|referring|talking|wondering|curious|interested|meaning)|(?: like to| want to)? know|"
    r" mean| meant)\b[^;:,]{0,90}"
    r"|(?:by [\"“']?[\w -]{1,30}[\"”']?,? )?i (?:take|took|read|understand|understood) (?:it |your \w{1,12} |that |"
    r"this |you )(?:as|to|"
    r"you mean)\b[^;:,]{0,90}"
    r"|the (?:term|word|thing|entry|one|concept|name) you(?:'re|'d| are)? (?:mean|meant|want|looking for|after|"
    r"asking about|thinking "
    r"of) is\b[^;:,]{0,40}|[\w -]{1,40} is the (?:term|word|thing|entry|one|concept|name) you(?:'re|'d| are)? (?:mean|"
    r"meant|want|"
    r"looking for|after|asking about|thinking of)"
    r"|(?:that|this)(?:'s| is)(?: really| more| rather)? (?:an?|the|your) (?:question|topic|matter|subject) (?:about|"
    r"of|on|for|"
    r"rather|where)\b[^;:,]{0,70}"
    # what all of it is, and is not
    r"|(?:this|that|it|(?:none|all|any|nothing|everything) (?:of )?(?:this|it|that|here|above|below)?|"
    r"these)(?: (?:answer|words|"
    r"figures|numbers))?(?: is| are|'s|'re|isn't| aren't)(?: not|n't)?(?: (?:meant|intended|to be (?:taken|"
    r"read)))?(?: as| for| to be)?"
    r"(?: (?:an?|any|financial|investment|trading|personal|pure|purely|only|just|and|or|of|to|buy|sell|in|the)){0,8} "
    r"(?:advice|recommendations?|education|educational|information|informational|forecasts?|predictions?|explanation|"
    r"description)(?: (?:only|alone|purposes|of any kind|here|and|not|advice|to (?:buy|sell|trade|act))){0,4}"
    # where the words that follow or precede come from
    r"|(?:here|below|above)(?: is| are|'s)\b[^:]{0,80}|(?:this|that|these) (?:is|are|was|were|comes?) (?:what|how|all|"
    r"the result|from|by|where|computed|calculated)\b.{0,70}"
    r"|the (?:calculation|tool|tools|result|results|figures|search|computation)(?: above| below)? (?:uses?|used|returned|"
    r"refused|was|were|is|are|"
    r"gave|gives|found|shows?|rests?|comes?|could|did|assumes?)\b.{0,110}"
    r"|(?:that|this|it|which|the answer) depends on\b.{0,90}|(?:both|all|two|these) (?:readings|versions|views|answers|are|"
    r"of them)\b.{0,60}(?:shown|below|above|given|possible)\b.{0,30}"
    # where the sources are silent, or differ
    r"|(?:the |these |its |this |that |my |our |both )?(?:\w{1,20} )?(?:sources?|articles?|glossary|claims?|pages?|method|"
    r"methodology|entry|entries|site|tool|data|file)(?: \w{1,20}){0,2} "
    r"(?:do(?:es)? not|don't|doesn't|did not|is silent|are silent|has no|have no|gives? no|states? no|say nothing|"
    r"says nothing|"
    r"says no|leaves? (?:it|this|that) open|disagree|differ|contradict)\b[^;:]{0,90}"
    r"|(?:the |these |my |our |both )?(?:sources?|articles?|glossary|pages?|entry|entries|site) (?:is|are) (?:rather |"
    r"quite |very )?"
    r"(?:brief|short|thin|vague|unclear|sparse|terse|open|split|divided)\b[^;:,]{0,60}"
    r"|there(?:'s| is| are)(?: only| just)? (?:little|nothing|not much|more|less|not a word|a (?:line|sentence|word|"
    r"note))\b[^;:,]{0,30}\b"
    r"(?:sources?|articles?|glossary|pages?|entry|entries|site)\b[^;:,]{0,30}"
    r"|(?:no|none of the) (?:claims?|sources?|pages?|articles?|entry|entries|tool|figure|number|threshold|rule|"
    r"definition)\b.{0,90}"
    r"|nothing (?:in|about|on|is)\b.{0,90}|(?:that|this|it) is not (?:stated|covered|said|given|defined|in the)\b.{0,80}"
    r"|(?:there is )?no (?:source|claim|entry|answer|information)\b.{0,80}"
    r")[.!…]?",
    re.IGNORECASE,
)
_SILENT: Final = re.compile(
    r"\b(?:do(?:es)? not|don't|doesn't|did not|silent|has no|have no|gives? no|states? no|say nothing|says nothing|says no|"
    r"no claims?|nothing|not stated|not covered|leaves?|disagree|differ|contradict|no (?:source|page|article|entry))\b",
    re.IGNORECASE,
)
_REFUSAL: Final = re.compile(
    r"(?:i'?m |i am )?(?:very |so |really )?(?:sorry|afraid)\b(?=.{0,60}\b(?:can't|cannot|can not|won't|unable|not able|"
    r"decline|not allowed)\b)|as an ai\b|(?:unfortunately,? )?(?:i|we)(?: can(?:no|')t|"
    r" cannot| can not| won't|"
    r" will not|'m not able to| am not able to| am unable to|'m unable to| must decline|"
    r" have to decline)\b(?: \w{1,20}){0,2}?"
    r" (?:help|assist|provide|answer|comply|discuss|engage|fulfil|fulfill|continue|support|respond|participate|"
    r"do that|give)\b"
    # What only names a thing that is not known declines nothing.
    r"(?! (?:you |me |us |an? |any |the |one |exact |precise |single |specific |definite ){0,4}(?:numbers?|figures?|"
    r"dates?|levels?|"
    r"thresholds?|values?|percentages?|counts?|lengths?|sources?|examples?|formulas?|rules?|sizes?|reasons?)\b)",
    re.IGNORECASE,
)
_WORDS: Final = re.compile(r"[A-Za-z]{2,}")


def silent(sentence: str) -> bool:
    """Whether a sentence of talk says that sources are silent or differ, for which a claim may stand too."""
    return _SILENT.search(sentence.replace("’", "'")) is not None


def refuses(text: str) -> bool:
    """Whether the words begin by refusing to answer."""
    return _REFUSAL.match(text.strip().replace("’", "'")) is not None


def talk(sentence: str, field: Collection[str] = ()) -> bool:
    """Whether the sentence, by its form, states no fact of the world; `field`: words of the field's names."""
    words = re.sub(r"^(?:[-*+>]|\d{1,3}[.)])\s+", "", sentence.strip().replace("’", "'"))
    if _RULE.fullmatch(words) or _HEADING.fullmatch(words):
        return True
    if words.rstrip("*_) ").endswith("?"):
        return True
    bare = re.sub(r"[*_`]", "", words).strip()
    if len(_WORDS.findall(bare)) <= 2 and not bare.endswith("."):
        return True
    if len(bare) > _LONGEST or refuses(bare):
        return False
    return (
        converses(bare, field)
        or aside(bare, field)
        or small_talk(bare, field)
        or announces(bare, field)
        or (_TALK.fullmatch(bare) is not None and not (speaks(bare) and states(bare)))
    )
