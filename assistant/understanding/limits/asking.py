"""What a question asks for, judged by all its words together: advice, a prediction, live data, an errand.

The rules of `scope` name what they know of asking for advice; people ask in a thousand other ways. This judgement (see
`judging`) is fitted to questions of several authors, and decides where it is sure: everything else is within the subject.
"""

from __future__ import annotations

from functools import cache
from typing import Final

import numpy as np

from assistant.judging import Judgement, Pieces, Vector, pieces, runs
from assistant.understanding.limits.scope import Decline
from knowledge import Index
from knowledge.words import STOP, norm

_DECLINED: Final[tuple[Decline, ...]] = ("advice", "prediction", "live-data", "errand")
HEADS: Final = (*_DECLINED, "outside", "within")
LONGEST: Final = 600
"""Characters read: what a question asks for stands in its words, not in the data pasted behind them."""
SURE: Final = 1.75
PLACE: Final = 0.5
"""What the place of a question in the embedding counts."""
FORETOLD: Final = 2.5
CERTAIN: Final = 4.0
"""How much likelier than a question within the subject, in log odds: so that it counts; for a prediction, since questions on
looking ahead are near; and against other signs."""


def judge(question: str, index: Index) -> tuple[Decline, float]:
    """What to decline it for if it is to be declined, and how much likelier that is than anything else, in log odds.

    A question on another subject is not declined: the search finds that the glossary does not cover it.
    """
    words = read(question, index)
    if not any(word.isalpha() for word, _ in words):
        return _DECLINED[0], 0.0
    odds = _weights().odds(runs(words), place(question, index)).tolist()
    best = max(range(len(_DECLINED)), key=odds.__getitem__)
    return _DECLINED[best], odds[best] - max(odds[len(_DECLINED) :])


def place(question: str, index: Index) -> Vector:
    """Where the embedding puts the words that are read: there the search will look next, so that it costs nothing here."""
    return np.asarray(PLACE * index.place(question[:LONGEST]), dtype=np.float64)


def read(question: str, index: Index) -> Pieces:
    """Each word, figure and mark, and what it is beside the glossary: itself where any question may have it, "=" or "?"."""

    def beside(word: str) -> str:
        if len(word) < 3 or word in STOP or (form := norm(word)) in STOP:
            return word
        return "=" if index.knows(form) else "?"

    return pieces(question[:LONGEST], beside)


@cache
def _weights() -> Judgement:
    return Judgement.kept("assistant.understanding.limits", "asking.npz")
