"""Questions that the result before answers as it stands: when it crossed, whether it is in contango, what a tranche takes."""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call, Session
from assistant.understanding.conversation.references import STAGED, last_calls

_FOUND: Final = r"(?:cross\w*|trigger\w*|expand\w*|fired?|signal\w*|diverge\w*|happen\w*)"
_CROSSED: Final = re.compile(
    r"^\W*(?:and |so |ok |but )?(?:(?:when|where|how often|how many times|at (?:which|what) point) )?"
    rf"(?:did|has|have|is|was|were) (?:it|that|this|they|(?:the |my )?(?:macd|series|data|line))"
    rf"(?: last| first| ever| been)?(?: a)? {_FOUND}\W*$"
    r"|^\W*(?:and |so |ok |but )?(?:when|how many times|how often|how many|which (?:ones?|days?|dates?)|what (?:days?|dates?))"
    r"(?: (?:was|were|is|are))?(?: (?:it|that|they|those|there))?(?: the)?(?: (?:last|first|latest|previous|most recent))?"
    r"(?: (?:ones?|time|times|of (?:them|those)))?\W*$"
    r"|^\W*(?:and |so |ok |but )?(?:which|what|on which|at which) (?:bars?|days?|dates?|points?|ones?|weeks?) "
    r"(?:did |does |was |is |had |has )?(?:it )?(?:cross(?:es|ed)?|trigger(?:s|ed)?|fire[sd]?|turn(?:s|ed)?|flip(?:s|ped)?)\W*$"
    r"|^\W*(?:and |so |ok |but )?(?:how many|any)(?: confirmed| later)? (?:higher highs?|peaks?)\W*$"
    r"|^\W*(?:and |so |ok |but )?(?:the )?(?:last|latest|first|most recent) (?:one|time)\W*$"
    r"|^\W*(?:and |so |ok |but )?(?:how many |any |only |which )?(?:of (?:them|those) |ones? )?(?:were |was |are |is it "
    r"|came )?"
    r"(?:from )?(?:a |the )?"
    r"depressed(?: levels?| ones?)?\W*$"
    r"|^\W*(?:and |so |ok |but )?(?:now )?(?:is|are|was)? ?(?:it|that|this|they)(?:'s)?(?: now| still)?(?: in)? "
    r"(?:contango|backwardat\w+)(?: now)?(?:,? right)?\W*$"
    r"|^\W*(?:and |so |ok )?(?:is (?:it|that) )?(?:in )?(?:contango|backwardat\w+)(?: now)?"
    r" or (?:not|contango|backwardat\w+)\W*$"
    r"|^\W*(?:and |so |ok |but )?(?:is|are) (?:it|that|everything|all(?: of (?:it|them|this|these))?|they|these)"
    r"(?: (?:the |all )?(?:conditions?|rules?|criteria))? (?:met|there|fulfilled|satisfied)(?: now| then)?\W*$"
)
_ASKING: Final = re.compile(
    r"^\W*(?:and |so |ok |but ){0,2}(?:when|which|how (?:many|often)|what (?:days?|dates?)|did|has|have|is|was|were|any)\b"
)
_STAGE: Final = re.compile(
    r"^\W*(?:and |so |ok |but )?(?:how (?:much|many)|what)(?:'?s| is| are| goes| go)?(?: \w{1,10}){0,3} "
    r"(?:in|into|for|at|is|are) "
    r"(?:the )?(?:first|second|third|fourth|last|next|each|every)(?: tranche| one| step| layer| slice| add)?\W*$"
    r"|^\W*(?:(?:and|so|ok|but|what about|how about|add|with|include|show me|give me|also|then) ){0,3}(?:an? |the )?"
    r"(?:first|second|third|fourth|fifth|next|last|[1-5](?:st|nd|rd|th))(?: (?:tranche|one|step|layer|slice|add))?\W*$"
    r"|^\W*(?:(?:and|so|ok|but|then),? ){0,2}(?:how (?:much|many|big|large)|what)(?:'?s| is| are| was| would| will)? (?:the "
    r"|my |an? )?"
    r"(?:first|second|third|fourth|last|next|each|every)(?: (?:later|further))? (?:buy|purchase|tranche|step|layer|slice|add"
    r"|piece)"
    r"(?: (?:be|cost|come to|take|buy|amount to|worth)){0,2}(?: (?:in )?(?:dollars|money|contracts|flies|\$))?\W*$"
    r"|^\W*(?:(?:and|so|ok|but|then),? ){0,2}(?:(?:the|my) )?(?:first|second|third|fourth|next|last|each)"
    r"(?: (?:buy|purchase|tranche|one|step|layer|slice|add)s?)? (?:is|are|would be|buys|comes to) (?:how (?:many|much)|what)\b"
    r"(?: (?:flies|contracts|units|dollars))?\W*$"
    r"|^\W*(?:(?:and|so|ok|but|then|what(?:'?s| is)|how (?:much|many)(?: is| are)?(?: in)?|where am i|the),? ){0,4}"
    r"(?:(?:total|all|spent|deployed|used|in|left|money|on) ){0,3}after (?:the |all )?(?:(?:of )?(?:them|three|four|five)"
    r"|(?:first|second|third|fourth|last|next)(?: (?:signal|cue|trigger|cross|add|one|tranche|step|layer|buy))?)\W*$"
)
_CLOSED: Final = ("round_trip", "staged_exit", "at_marks")
_AHEAD: Final = re.compile(
    r"^\W*(?:(?:and|so|ok|but|then|now),? ){0,2}(?:(?:how (?:much|far)|what) )?(?:am i|are we|is (?:it|that)|was i|were we)"
    r" (?:up|down|ahead|behind|in profit|in the (?:red|black|green)|under ?water|making|losing)"
    r"(?: (?:or down|or up|or not|now|then|so far|on (?:it|that|them|this|all of (?:it|them))|in (?:all|total|dollars)"
    r"|today)){0,3}\W*$"
)
_EVENTFUL: Final = (
    "macd_values",
    "macd_cross",
    "macd_trigger",
    "histogram_bars",
    "rsi_extreme",
    "breadth_divergence",
    "term_structure",
    "event_window",
)

_NUMBERED: Final = re.compile(
    r"^\W*(?:(?:and|so|ok|but|what about|how about|what(?:'?s| is)|how (?:much|many)(?: (?:is|are|goes|go|units|contracts|flies"
    r"|dollars))?|in|for|the|at|show me|give me|then) ){0,5}(?:(?:tranche|step|layer|slice|add|buy) (?:no\.? |number |#)?[1-9]"
    r"|(?:in|for|at|into) (?:the )?(?:first|second|third|fourth|fifth|last|next)(?: (?:one|tranche|step|layer|slice|add))?)\W*$"
)


def asks_once_more(text: str, calls: tuple[Call, ...], session: Session) -> bool:
    """Whether lower-case `text` asks for what `calls` found in the turn before ("when did it cross last")."""
    return _ASKING.match(text) is not None and calls == last_calls(session)


def asks_when(text: str) -> bool:
    """Whether lower-case `text` asks when, whether or how often something happened, and names nothing else."""
    return _CROSSED.search(text) is not None


def asks_found(text: str, last: Call) -> bool:
    """Whether lower-case `text` asks for what `last` found."""
    return (last.tool in _EVENTFUL and asks_when(text)) or (last.tool in _CLOSED and _AHEAD.match(text) is not None)


def asks_stage(text: str, last: Call) -> bool:
    """Whether lower-case `text` asks for one tranche of the staged plan `last`."""
    return last.tool in STAGED and (_STAGE.search(text) is not None or asks_numbered(text))


def asks_numbered(text: str) -> bool:
    """Whether lower-case `text` asks for a tranche by its place, whose number is no other's ("what about tranche 4")."""
    return _NUMBERED.match(text) is not None
