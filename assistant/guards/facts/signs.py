"""Whether a sentence gives a figure of a result the other sign, or a trade the other end: "in the red" where it gained."""

from __future__ import annotations

import re
from typing import Final

from assistant.guards.facts.naming import meant
from assistant.guards.facts.reading import Clause, Reading, Word
from assistant.guards.facts.things import Facts
from assistant.guards.outcomes import OUTCOME

_OPEN: Final = re.compile(
    r"\b(?:no|not|nothing|never|nor|neither|without|cannot|most|maximum|max|worst|best|zone|between|above|below|over|under|"
    r"beyond|outside|"
    r"past|chance|odds|likel\w+|can|until|limit\w*|before|either|whether|rule|each|every|would|per|full\w*|entire\w*|"
    r"break[- ]?evens?|"
    r"needs?|rest|more|less|bigger|smaller|so far|beneath|anywhere|inside|within|wing|unlikely|body|peak|outweigh\w*|exceed\w*|"
    r"only|turns?|in|by|of|from|if|at|when|where|unless|ends?|range)\b|n['’]t\b",
    re.IGNORECASE,
)
_NOW: Final = re.compile(r"\b(?:now|today|currently|already|at present|right away|here)\b", re.IGNORECASE)
_IN: Final = re.compile(
    r"\bin (?:the (?:black|red|green|hole|end)|profit|all|total)\b|\b(?:at a (?:loss|profit|gain)|in money)\b", re.IGNORECASE
)

_BECAME: Final = re.compile(
    r"\b(?:turn(?:s|ed)?|flip(?:s|ped)?|ma(?:kes|de)|convert(?:s|ed)?) (?:an?|the|your|what \w+ \w+) (?:\w+ )?(?:profit|gain|"
    r"loss|win|winner|loser) into an? (?:\w+ )?(?:(?P<gain>profit|gain|win|winner)|(?P<loss>loss|loser))\b",
    re.IGNORECASE,
)
_WHOLE: Final = re.compile(
    r"\b(?:recoup\w*|(?:every|each) (?:last )?(?:cent|dollar|penny)\b.{0,40}\b(?:back|returned|recovered)|"
    r"(?:got|get|gets|have|had) (?:all|everything|your whole \w+) (?:of it )?back|broke even)\b",
    re.IGNORECASE,
)
_DENIED: Final = re.compile(r"\b(?:not|never|no|only|partly|some|part|most|half|barely|without)\b|n['’]t\b|%", re.IGNORECASE)


def wrong_sign(reading: Reading, facts: Facts) -> str:
    """What is wrong with the signs and the outcome that a sentence tells, in plain words; "" where nothing is."""
    for clause in reading.clauses:
        if clause.has("suppose"):
            continue
        for n, word in enumerate(clause.words):
            tag = word.tag("sign")
            if tag is None or any(w.tag("deny") for w in clause.words[max(0, n - 4) : n]):
                continue
            fault = _sign(clause, n, word, int(tag.value), facts)
            if fault:
                return fault
        if fault := _made(clause, facts):
            return fault
        fault = "" if reading.text[clause.end : clause.end + 1] == ":" else _outcome(clause, facts)
        if fault:
            return fault
    return ""


def _sign(clause: Clause, n: int, word: Word, way: int, facts: Facts) -> str:
    behind = [w for w in clause.words[n + 1 : n + 2] if w.tag("head") and w.start - word.end == 1]
    begin = max((w.end for w in clause.words[:n] if w.tag("comma", "and")), default=clause.start)
    left = clause.between(begin, word.start) or clause.between(clause.start, word.start)
    being = any(w.tag("being", "move") for w in left[-5:])
    found = meant(behind, facts) if behind else meant(left, facts) if being else None
    if found is None and being and any(w.tag("it") for w in left):
        found = None
    things = [t for t in found.things if t.kind in ("signed", "line", "histogram") or t.family == "made"] if found else []
    every = any(w.tag("every") for w in left)
    if things and (any if every else all)(t.value * way < 0 for t in things):
        return f"{things[0].name} is {'negative' if way > 0 else 'positive'}"
    return ""


def _made(clause: Clause, facts: Facts) -> str:
    """Whether a part that gained is said to lose, or the other way."""
    if not any(t.family in ("made", "arbitrage") for t in facts.things):
        return ""
    for start, _, way in OUTCOME.find(clause.text):
        left = clause.between(clause.start, clause.start + start)
        begin = max((w.end for w in left if w.tag("comma", "and")), default=clause.start)
        found = meant([w for w in left if w.start >= begin], facts)
        things = [t for t in found.things if t.family in ("made", "arbitrage")] if found else []
        if things and all(t.value * way < 0 for t in things) and not any(w.tag("deny", "degree") for w in clause.words):
            return f"{things[0].name} is a {'loss' if way > 0 else 'gain'}"
    return ""


def _outcome(clause: Clause, facts: Facts) -> str:
    """Whether the clause tells of a gain where the whole is a loss, or the other way; of a part, a limit or a case "
    "nothing is said."""
    if not facts.outcome or any(w.numeral and not facts.valued(w.numeral) for w in clause.words):
        return ""
    text = clause.text
    sides = {way for _, _, way in OUTCOME.find(text)}
    if became := _BECAME.search(text):
        said = 1 if became["gain"] else -1
        return f"it ended in a {'gain' if facts.outcome > 0 else 'loss'}" if said != facts.outcome else ""
    if facts.outcome < 0 and _WHOLE.search(text) and not _DENIED.search(text):
        return "it ended in a loss"
    if facts.passing and not _NOW.search(text):
        return ""
    if sides != {-facts.outcome} or _OPEN.search(_IN.sub(" ", text)):
        return ""
    return f"it ended in a {'gain' if facts.outcome > 0 else 'loss'}"
