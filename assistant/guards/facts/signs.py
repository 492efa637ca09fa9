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
    r"needs?|drawdown|setback|deepest|rest|more|less|bigger|smaller|so far|beneath|anywhere|inside|within|wing|"
    r"unlikely|body|peak|outweigh\w*|exceed\w*|"
    r"only|turns?|in|by|of|from|if|at|when|where|unless|ends?|range)\b|n['’]t\b",
    re.IGNORECASE,
)
_NOW: Final = re.compile(r"\b(?:now|today|currently|already|at present|right away|here)\b", re.IGNORECASE)
_IN: Final = re.compile(
    r"\bput in\b|\bin (?:the (?:black|red|green|hole|end)|profit|all|total)\b|\b(?:at a (?:loss|profit|gain)|in money)\b",
    re.IGNORECASE,
)

_BECAME: Final = re.compile(
    r"\b(?:turn(?:s|ed)?|flip(?:s|ped)?|ma(?:kes|de)|convert(?:s|ed)?) (?:an?|the|your|what \w+ \w+) (?:\w+ )?(?:profit|gain|"
    r"loss|win|winner|loser) into an? (?:\w+ )?(?:(?P<gain>profit|gain|win|winner)|(?P<loss>loss|loser))\b",
    re.IGNORECASE,
)
_FLIP: Final = re.compile(
    r"\bfrom (?:(?:a )?(?P<up>negative|minus|below zero|under zero)|(?:a )?(?:positive|plus|above zero|over zero)) "
    r"(?:\w+ )?(?:back )?"
    r"to (?:a )?(?:negative|minus|below zero|under zero|positive|plus|above zero|over zero)\b",
    re.IGNORECASE,
)
_WHOLE: Final = re.compile(
    r"\b(?:recoup\w*|(?:every|each) (?:last )?(?:cent|dollar|penny)\b.{0,40}\b(?:back|returned|recovered)|"
    r"(?:got|get|gets|have|had) (?:all|everything|your whole \w+) (?:of it )?back|broke even)\b",
    re.IGNORECASE,
)
_DENIED: Final = re.compile(r"\b(?:not|never|no|only|partly|some|part|most|half|barely|without)\b|n['’]t\b|%", re.IGNORECASE)


_BACK: Final = (
    r"(?:recover\w*|g[eo]ts? back|came back|comes back|return\w*|finish\w* with|end\w* (?:up )?with|left with|(?:come|"
    r"came) out with|"
    r"walk\w* away with|received|took out|sold for|g[eo]t)"
)
_PUT_IN: Final = (
    r"(?:(?:you|it|they) (?:put in|paid|laid out|started with|spent|invested|cost)|"
    r"(?:your|the) (?:stake|outlay|cost|money))"
)
_VERDICT: Final = re.compile(
    rf"\b(?:(?P<won>(?:pa(?:id|ys?) off|pa(?:id|ys?) for itself|(?:a|the) (?:clear |nice |small )?(?:winner|winning trade|"
    rf"money[- ]maker|"
    rf"success)|(?:went|goes|gone) your way|bought low and sold high|in your favou?r|c[ao]mes? out (?:ahead|on top)|made "
    rf"money|grew|"
    rf"nothing (?:is|was|gets|got) lost|"
    rf"(?:add\w*|put|brought) \S{{1,12}} (?:in)?to your (?:account|pocket)|{_BACK} more than {_PUT_IN}))|"
    rf"nothing (?:is|was) (?:gained|earned|made)|"
    rf"(?:does|did|do)(?:n['’]t| not) (?:earn|make|gain|bring in) anything|bought high and sold low|(?:a|the) (?:clear |"
    rf"small )?(?:loser|losing trade|money[- ]loser|failure)|"
    rf"(?:went|goes|gone) against you|"
    rf"c[ao]mes? out behind|lost money|shrank|(?:took|takes|drained) \S{{1,12}} (?:from|out of|off) your (?:account|pocket)|"
    rf"{_BACK} less than {_PUT_IN})\b",
    re.IGNORECASE,
)
_NOT: Final = re.compile(r"\b(?:not|never|none|no|nor|neither|hardly|far from|without)\b|n['’]t\b", re.IGNORECASE)
_ON_EACH: Final = re.compile(
    r"\b(?:on|for|per|with) (?:each|every) (?:fly|butterfly|contract|lot|unit|one|spread|"
    r"condor)\b",
    re.IGNORECASE,
)
_PARTLY: Final = re.compile(
    r"\b(?:if|when|would|could|may|might|should|each|every|part|half|some|first|second|third|last|batch\w*|leg|legs|month|best|worst|max\w*|"
    r"other|only|whether|until|unless|between|above|below|either|rule|chance|odds|can|average|share)\b",
    re.IGNORECASE,
)


def _flipped(text: str, facts: Facts) -> str:
    """Whether a histogram or line is said to change its sign the other way: "from negative to positive"."""
    m = _FLIP.search(text)
    if m is None or _DENIED.search(text, 0, m.start()):
        return ""
    way = 1 if m["up"] else -1
    pairs = [t for t in facts.things if t.kind == "histogram" and t.before is not None]
    wrong = [t for t in pairs if t.before is not None and not (t.before * way <= 0 <= t.value * way)]
    return f"{wrong[0].name} did not turn {'positive' if way > 0 else 'negative'}" if pairs and len(wrong) == len(pairs) else ""


def wrong_sign(reading: Reading, facts: Facts) -> str:
    """What is wrong with the signs and the outcome that a sentence tells, in plain words; "" where nothing is."""
    if fault := _flipped(reading.text, facts):
        return fault
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
        if fault := _made(clause, facts) or _verdict(clause, facts):
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
    if clause.present:  # what was before is told in the past
        things = [t for t in things if t.marks.get("time", 1) == 1] or things
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


def _verdict(clause: Clause, facts: Facts) -> str:
    """Whether the whole is called a success where it lost, or the other way; what is denied of two is the other."""
    whole = _ON_EACH.sub(" ", clause.text)
    if not facts.outcome or (facts.passing and not _NOW.search(clause.text)) or _PARTLY.search(whole):
        return ""
    for m in _VERDICT.finditer(clause.text):
        way = 1 if m["won"] else -1
        denied = _NOT.search(clause.text, max(0, m.start() - 30), m.start()) is not None
        if (-way if denied else way) != facts.outcome:
            return f"it ended in a {'gain' if facts.outcome > 0 else 'loss'}"
    return ""


def _outcome(clause: Clause, facts: Facts) -> str:
    """Whether the clause tells of a gain where the whole is a loss, or the other way; of a part, a limit or a case "
    "nothing is said."""
    if not facts.outcome or any(w.numeral and not facts.valued(w.numeral) for w in clause.words):
        return ""
    text = _ON_EACH.sub(" ", clause.text)
    if any(t.family == "made" for t in facts.things) and any(t.about == "rank" for w in clause.words for t in w.tags):
        return ""  # of a part
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
