"""Whether a sentence asks after the method's rule, or for a decision on the asker's own trade in the rule's name.

"According to the article, how much should I put in first?" is answered from the sources. "Per the rule, should I sell my
fly?" is a request for advice: naming the rule makes it none the less so.
"""

from __future__ import annotations

from typing import Final

from assistant.understanding.text.alternatives import any_of

_NAMED: Final = any_of(
    r"\b(?:the|this|its?) (?:method|article|framework|rule|rules|page|source|methodology|alvh)\b[^.?!]{0,30}"
    r"\b(?:says?|said|predicts?|trying|try|claims?|tells?|recommends?|suggests?)\b",
    r"\b(?:according to|per|under|by|following) (?:the|this|its?|that) (?:method|article|framework|rules?|methodology"
    r"|alvh)\b",
    r"\baccording to\b(?! (?:my|the (?:news|charts?|market|media|internet|tape|press)|reddit|twitter|a friend|some|analysts?"
    r"|him|her|them|everyone|people)\b)",
)
_HELD: Final = (
    r"(?:account|money|portfolio|savings|pension|ira|401k|position|fly|flies|condors?|butterfl(?:y|ies)|calls?|puts?|spreads?"
    r"|contracts?|futures|shares|stocks?)"
)
_TRADED: Final = r"(?:buy|sell|close|roll|double|exit|get (?:in|out)|bail|cover|hold|take profits?|cut)"
_ASKS_WHAT: Final = r"(?<!what )(?<!when )(?<!how )(?<!which )(?<!where )(?<!much )(?<!many )"
# Such a sentence turns to the asker's own trade, or to now.
_OWN: Final = any_of(
    r"\b(?:now|today|tomorrow|this week)\b",
    rf"\bmy (?:\w{{2,9}} )?(?:{_HELD}\b|\d)",
    rf"\b(?:these|those|this|that) (?:\d{{1,4}} )?{_HELD}\b",
    rf"\b(?:do|would|should) (?:i|we|you) {_TRADED},? or\b|\b{_TRADED} or (?:not|wait|stay|{_TRADED})\b",
    rf"{_ASKS_WHAT}\bshould (?:i|we) (?:just |really |already )?{_TRADED}\b",
    r"\b(?:is|are) (?:it|this|that|we) (?:an? |the )?(?:good |right |best |smart |wise )?(?:time|moment|point)? ?to "
    rf"{_TRADED}\b",
    rf"\bgood (?:time|moment|idea|entry) to {_TRADED}\b|\bfor me\b|\bgo all in\b",
    r"\btell me (?:what|which|when|whether)\b[^.?!]{0,24}\bto (?:buy|sell|trade|close)\b",
    r"\bwould you (?:buy|sell|close|hold|add)\b",
    rf"\bwhat should (?:i|we) do with (?:my|our|these|this)\b|\bshould (?:i|we) {_TRADED} \d",
)


def asks_the_method(sentence: str) -> bool:
    """Whether the lower-case sentence asks what the method or a source says, and no more."""
    return _NAMED.search(sentence) is not None and _OWN.search(sentence) is None
