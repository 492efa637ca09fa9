"""A result that stands in the conversation already, told in a few lines: the figure asked for, or only what has changed.

Nothing is worded here: the lines are the tool's own, and those left out stand in the answer before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from assistant.understanding.conversation.in_result import words_asked
from assistant.understanding.conversation.result_words import TOLD_AS, UNITS
from assistant.understanding.text.return_words import OF_PAID, asks_return
from knowledge.lexical import stem
from tools.outcome import Outcome
from tools.result import Result

_BULLET: Final = "- "
_LABEL: Final = re.compile(r"\*\*([^*]{1,120})\*\*")
_NAMED: Final = re.compile(r"\*\*([^*:]{1,40}):\*\*")
_WORD: Final = re.compile(r"[a-z][a-z/&'-]*")
# Beside a thing asked for these only say which one of its kind ("when did it last cross").
_PLACES: Final = frozenset(("last", "latest", "first", "recent", "previous", "time", "times", "now", "today"))
# What no answer leaves out, wherever it stands.
_ALWAYS: Final = re.compile(r"\bhypothetical\b|\bnot a forecast\b", re.IGNORECASE)
_MOST: Final = 2  # lines
_STEPS: Final = 4
# What the words for a cost, a price level or an event come to in the words of the results.
_ALSO: Final = {
    "cost": ("debit", "loss", "spending"),
    **dict.fromkeys(UNITS, ("unit",)),
    "money": ("profit",),
    "risk": ("loss", "spending"),
    "reward": ("profit",),
    "worst": ("max", "loss"),
    **dict.fromkeys(("best", "most", "sweet", "peak"), ("max", "profit")),
    "fire": ("trigger",),
    "fired": ("trigger",),
    "signals": ("trigger",),
    "edge": ("earns",),
    "backwardated": ("backwardation", "contango"),
    "contango": ("backwardation",),
}
_ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_STAGE: Final = re.compile(
    rf"\b({'|'.join(_ORDINALS)}|[1-5](?:st|nd|rd|th)|(?<=tranche )[1-5]|(?<=step )[1-5]|(?<=layer )[1-5]|(?<=slice )[1-5])\b"
)
_MADE: Final = re.compile(
    r"\b(?:did|do|does|would|will) (?:i|we|it|that|they|this) (?:make|lose|earn|get|gain)\b|\b(?:made|lost)\b"
)
_AT_BEST: Final = re.compile(r"\b(?:most|max\w*|best|worst|can|could|at|if|when|where|start|more|most)\b")
_SETTLED: Final = f"{_BULLET}**At a settlement"
_PLACED: Final = re.compile(
    r"^\W*(?:and |so |ok |but )?(?:where|when|(?:at|above|below|over|under|from|past) (?:what|which|\d))"
)


def figure_told(result: Result, question: str) -> str:
    """The line or two of the result that tell what the question asks for; "" where none does, or nearly all of them do."""
    head, lines = _parts(result.summary())
    asked = [stem(_single(word)) for word in _meant(question, result)]
    scores = [_score(line, asked) for line in lines]
    best = max(scores, default=0)
    told = [line for line, score in zip(lines, scores, strict=True) if score == best and best]
    if _MADE.search(question.lower()) is not None and _AT_BEST.search(question.lower()) is None:
        told = [line for line in lines if line.startswith(_SETTLED)] or told  # what came of it, not what could have
    steps = [str(step) for step in result.working()]
    if (place := _STAGE.search(question.lower())) is not None:
        number = _ORDINALS.get(place[1]) or int(place[1][0])
        named = (f"tranche {number}:", f"running share after tranche {number}:", f"layer {number}:")
        if of_it := [f"{_BULLET}{step}." for step in steps if step.lower().startswith(named)]:
            return "\n".join([*of_it, *(told[:1] if "unit" in asked else ())])  # "how many units in the third"
    if not told:
        told = [f"{_BULLET}{step}." for step in steps if asked and _score(step.partition(":")[0], asked)]
    if not told or (len(told) > _MOST and len(told) == len(lines)):
        return ""
    told = told[:_MOST]
    return _joined(head, [*told, *(line for line in lines if line not in told and _ALWAYS.search(line))])


def changed_told(result: Result, before: Result) -> str:
    """What the result says that the one before did not, and what stayed as it was by name; "" where that is all or nothing."""
    head, lines = _parts(result.summary())
    _, stood = _parts(before.summary())
    kept = [line for line in lines if line in stood]
    told = [line for line in lines if line not in stood]
    if not kept or not told or any(map(_ALWAYS.search, lines)):
        return ""
    names = [m[1].lower() for line in kept if (m := _NAMED.search(line))]
    same = f"*As before:* {', '.join(names)}." if names else ""
    earlier = {str(step) for step in before.working()}
    steps = [step for step in map(str, result.working()) if step not in earlier][:_STEPS]
    working = f"*Working:* {'; '.join(steps)}." if steps else ""
    return "\n\n".join(part for part in (_joined(head, told), working, same) if part)


def told_again(results: Sequence[Result], before: Sequence[Result]) -> list[str]:
    """`changed_told` of each result with the one in its place before; [] where that is no shorter."""
    if [r.tool for r in results] != [r.tool for r in before]:
        return []
    told = [changed_told(new, old) for new, old in zip(results, before, strict=True)]
    return told if all(told) else []


def _parts(summary: str) -> tuple[str, list[str]]:
    """The line above the list, and the lines of the list; of a result without a list each of its lines."""
    lines = [line for line in summary.split("\n") if line.strip()]
    bullets = [line for line in lines if line.startswith(_BULLET)]
    head = next((line for line in lines[:1] if bullets and not line.startswith(_BULLET)), "")
    return head, bullets or lines


def _joined(head: str, lines: Sequence[str]) -> str:
    return "\n".join([head, "", *lines]) if head else "\n".join(lines)


def _meant(question: str, result: Result) -> list[str]:
    """The words of the question that a result may name, with what they come to; a level of a payoff is its break-even."""
    if asks_return(question) and OF_PAID in result.summary():
        return ["paid"]
    said = dict.fromkeys((*words_asked(question), *(w for w in _WORD.findall(question.lower()) if w in _ALSO)))
    words = [also for word in said for also in (word, *_ALSO.get(word, ()), *TOLD_AS.get(word, ()))]
    if isinstance(result, Outcome) and _PLACED.match(question.lower()) and "max" not in words:
        return ["break-even"]
    return [word for word in words if word not in _PLACES] or words


def _score(line: str, asked: Sequence[str]) -> int:
    """How much of what is asked the line tells: most in its bold label or as its first word."""
    labels = {stem(_single(w)) for label in _LABEL.findall(line.lower()) for w in _WORD.findall(label)}
    words = [stem(_single(w)) for w in _WORD.findall(line.lower())]
    return sum(2 * (word in labels or word in words[:1]) + (word in words) for word in dict.fromkeys(asked))


def _single(word: str) -> str:
    """One of what a word names many of ("crosses", "losses", "break-evens", "triggers")."""
    plain = word.removesuffix("'s")
    if plain.endswith(("sses", "ches", "shes")):
        return plain[:-2]
    return plain[:-1] if plain.endswith("s") and not plain.endswith("ss") and len(plain) > 3 else plain
