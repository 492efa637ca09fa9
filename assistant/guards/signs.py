"""Whether a sentence turns a figure round: a loss told as a gain, a negative as a positive, a rise as a fall."""

from __future__ import annotations

import re
from typing import Final

from assistant.guards.drivers import effect
from assistant.guards.figure import Figure
from assistant.guards.numerals import Numeral
from assistant.guards.poles import Poles, against, poles
from assistant.guards.ways import Way, clause, speaks_of, way

_COUNTED: Final = re.compile(r"\s[a-z]{3,20}s\b", re.IGNORECASE)
_NOT_SAID: Final = re.compile(r"\b(?:not|n't|never) (?:mean|say|imply|tell)", re.IGNORECASE)
_DRIVEN: Final = frozenset({"delta", "vega"})
_MINUS: Final = re.compile(r"\W{0,3}(?:[-−]\d|minus\b)", re.IGNORECASE)


def turned(numeral: Numeral, text: str, fit: list[Figure], words: frozenset[str]) -> bool:
    """Whether the sentence turns the figure round: a loss as a gain, a negative as a positive, a rise as a fall."""
    explicit = numeral.negative or numeral.positive
    if not explicit and numeral.unit == "" and numeral.value % 1 == 0 and _COUNTED.match(text, numeral.end):
        return False  # "3 trades": counted, neither won nor lost
    around, _ = clause(text, numeral.start, numeral.end)
    said = poles(around)
    side: Way = "" if explicit else way(text, numeral.start, numeral.end)
    if side and _NOT_SAID.search(around):
        side = ""
    pool = [f for f in fit if f.exact] or fit if explicit else fit
    most = max(len(f.words & words) for f in pool)
    nearest = [f for f in pool if len(f.words & words) == most]
    # "A loss above 35.55" and "a profit below 35.55" are one: such figures are judged by the sides of both.
    votes = [_vote(numeral, side, f) for f in nearest if not (side and _by_place(f, said))]
    if numeral.unit != "money" and -1 not in votes and any(against(said, f.poles) is False for f in nearest):
        return False
    if side and not any(votes):  # a field that the sentence names tells more than others of its value
        votes = [_vote(numeral, side, f) for f in pool if f.exact and f.words & words and not _by_place(f, said)]
    if not any(votes):
        votes = [_vote(numeral, side, f) for f in pool if not (side and _by_place(f, said))]
    if driven := [f for f in fit if f.exact and f.words & _DRIVEN]:
        moved = effect(around)
        if moved:
            return all((moved < 0) != f.negative for f in driven)
    verdicts = [against(said, f.poles) for f in fit if f.poles and (f.exact or f in nearest)]
    if False in verdicts and True not in verdicts and not side and not explicit:
        return False
    if -1 in votes and 1 not in votes and not _excused(numeral, side, text):
        return True
    return True in verdicts and False not in verdicts


def _by_place(figure: Figure, said: Poles) -> bool:
    return "place" in said and "place" in figure.poles


def _excused(numeral: Numeral, side: Way, text: str) -> bool:
    """Whether a figure below zero may go without its minus, since the sentence has said so before."""
    return (
        not side
        and not numeral.positive
        and not numeral.negative
        and (speaks_of(text, "loss") or _MINUS.match(text) is not None)
    )


def _vote(numeral: Numeral, side: Way, figure: Figure) -> int:
    """1 where the figure bears out the sign that is said of it, −1 where it denies it, 0 where it does not tell."""
    below = figure.negative and not (figure.exact and figure.way == "gain")
    if numeral.negative:
        return 1 if figure.negative or figure.way == "loss" else -1
    if numeral.positive:
        return -1 if figure.negative or (figure.way == "loss" and not figure.exact) else 1
    if side == "gain":
        return -1 if figure.way == "loss" or below else 1 if figure.way == "gain" else 0
    if side == "loss":
        return 1 if figure.way == "loss" or below else -1 if figure.way == "gain" else 0
    return -1 if figure.negative and figure.way != "loss" else 1
