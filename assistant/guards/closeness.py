"""How near a sentence is to the claims it cites: shared words weighed by rarity, shared figures, and nearness of meaning.

Words that name one side of a thing count as one word ("over", "above"), operations as words ("−", "minus"). A fair paraphrase
shares few words with its claim but lies near it in the space of the packaged embedding, also where the words of the subject
are left out of both: what is said of the subject then stands alone. A sentence that has no more than the subject in common
with its claim lies farther off. On the tuned half of the planted sentences no one of these separates the two as well.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from assistant.guards.figures import Figures
from assistant.guards.framing import framed, mentioned
from assistant.guards.numerals import numerals
from assistant.guards.openness import leaves_open
from assistant.understanding.premises.polarity import ORDINARY, spelled
from knowledge import Claim, Glossary
from knowledge.embedding import Embedding, WordLlamaEmbedding, packaged
from knowledge.lexical import stem
from knowledge.words import STOP, norms

Vector: TypeAlias = NDArray[np.float32]

CLOSE: Final = 0.47
"""From this on a sentence says what the claims say; set on the tuned half of the planted sentences."""
_BY_WORDS: Final = 0.2
_BY_MEANING: Final = 0.4
_BY_PREDICATE: Final = 0.4
_FIGURE: Final = 0.1  # for each figure that agrees
_FIGURES: Final = 3
_OPEN: Final = 0.15  # where both say that something is not stated
_STEM: Final = 5  # letters
_COMMON: Final = 12.0  # claims: a word outside the glossary counts like one of so few
_LEAST: Final = 0.2
_WORD: Final = re.compile(r"[\w$%.÷×−+=√/-]+")
_HARDLY: Final = 2  # words
_HEDGES: Final = frozenset(
    ("about", "around", "roughly", "some", "a", "an", "to", "percent", "point", "dollar", "exactly", "just")
)
_OPERATIONS: Final = {"−": " minus ", "÷": " divided ", "×": " times ", "+": " plus ", "√": " root "}


class Closeness:
    """Nearness of sentences to claims of one glossary.

    Args:
        glossary: whose claims tell how rare a word is.
        embedding: where texts lie; the packaged one in the place of any other, as the measure is set on it.
    """

    def __init__(self, glossary: Glossary, embedding: Embedding | None = None) -> None:
        told = [_tokens(c.text) for e in glossary.entries for c in e.claims]
        counts = Counter(token for tokens in told for token in tokens)
        self._all = len(told) + 1
        self._weight = {token: max(math.log(self._all / n), _LEAST) for token, n in counts.items()}
        self._subjects = {e.term: frozenset(_stem(w) for _, n in e.names() for w in norms(n)) for e in glossary.entries}
        self._embedding = embedding if isinstance(embedding, WordLlamaEmbedding) else packaged()
        self._vectors: dict[str, Vector] = {}

    def near(self, sentence: str, claims: Sequence[Claim]) -> float:
        """How near the sentence, without marks, is to the claims: about 0 … 1.3."""
        whole = self._near(sentence, claims)
        if whole >= CLOSE:
            return whole
        stated = framed(sentence)
        if stated != sentence:
            whole = max(whole, self._near(stated, claims))
        return max(whole, CLOSE) if _quotes(mentioned(stated), claims) or _answers(stated, claims) else whole

    def _near(self, sentence: str, claims: Sequence[Claim]) -> float:
        told = [f"{c.text} {c.term}" for c in claims]
        subject = frozenset[str]().union(*(self._subjects.get(c.term, frozenset()) for c in claims))
        near = _BY_WORDS * self._share(sentence, " ".join(told))
        near += _BY_MEANING * self._meaning(sentence, [c.text for c in claims])
        bare = _without(sentence, subject)
        near += _BY_PREDICATE * self._meaning(bare or sentence, [_without(c.text, subject) if bare else c.text for c in claims])
        figures = numerals(sentence)
        if figures and _supported(sentence, claims):
            near += _FIGURE * min(len(figures), _FIGURES)
        if leaves_open(sentence) and any(leaves_open(c.text) for c in claims):
            near += _OPEN
        return near

    def _share(self, sentence: str, source: str) -> float:
        """Share of the sentence's words that the source has, weighed by rarity."""
        words, known = _tokens(sentence), _tokens(source)
        unseen = math.log(self._all / _COMMON)
        weights = {w: self._weight.get(w, unseen) for w in sorted(words)}
        total = sum(weights.values())
        return sum(v for w, v in weights.items() if w in known) / total if total else 1.0

    def _meaning(self, sentence: str, claims: Sequence[str]) -> float:
        """Cosine to the nearest of the claims, or to all of them together."""
        said = self._embedding.embed([sentence])[0]
        told = [self._vector(text) for text in claims]
        whole = np.sum(told, axis=0)
        nearest = max(float(said @ v) for v in told)
        return max(nearest, float(said @ whole) / (float(np.linalg.norm(whole)) or 1.0))

    def _vector(self, text: str) -> Vector:
        if text not in self._vectors:
            self._vectors[text] = self._embedding.embed([text])[0]
        return self._vectors[text]


@lru_cache(maxsize=4096)
def figures_of(claim: Claim) -> Figures:
    """The figures of a claim and of its entry's name."""
    return Figures.of_text(f"{claim.text} {claim.term}")


def _quotes(words: str, claims: Sequence[Claim]) -> bool:
    """Whether a claim has all those words, and figures."""
    known = frozenset(norms(" ".join(c.text for c in claims)))
    return bool(words) and _supported(words, claims) and all(w in known for w in _unnumbered(words))


def _answers(sentence: str, claims: Sequence[Claim]) -> bool:
    """Whether the sentence is a figure of the claims, with hardly a word to it: "About fourteen percent"."""
    said = _tokens(" ".join(_unnumbered(sentence)))
    return (
        bool(numerals(sentence))
        and len(said) <= _HARDLY
        and _supported(sentence, claims)
        and said <= _tokens(" ".join(c.text for c in claims))
    )


def _supported(text: str, claims: Sequence[Claim]) -> bool:
    return not sum(map(figures_of, claims), Figures()).faults(text)


def _unnumbered(text: str) -> list[str]:
    """The comparable words of a text without its numerals and without words such as "about"."""
    for n in reversed(numerals(text)):
        text = f"{text[: n.start]} {text[n.end :]}"
    return [w for w in norms(text) if w not in _HEDGES and not w[0].isdigit()]


def _without(text: str, subject: frozenset[str]) -> str:
    """The text without the words of its subject's names: what is said of it."""
    return " ".join(w for w in _WORD.findall(text) if not any(_stem(n) in subject for n in norms(w)[:1]))


def _stem(word: str) -> str:
    return stem(word)[:_STEM]


@lru_cache(maxsize=4096)
def _tokens(text: str) -> frozenset[str]:
    for sign, word in _OPERATIONS.items():
        text = text.replace(sign, word)
    found: set[str] = set()
    for word in norms(spelled(text)):
        side = ORDINARY.side(word)
        if side is not None:
            found.add(f"<{side[0]}:{side[1]}>")
        elif word not in STOP and not word[0].isdigit():
            found.add(_stem(word))
    return frozenset(found)
