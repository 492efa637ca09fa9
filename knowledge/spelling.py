"""Spelling help: a word that nobody knows becomes the nearest word of the glossary's names; every other word stays.

"Known" are the words of the glossary's texts and the common words of English. The common words are those that wordllama's
tokenizer holds as one token (about 9,000, most frequent in a very large text): no list of our own to keep, and without one
paraphrases are "corrected" into terms that were not meant.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.lexical import stem
from knowledge.words import STOP, norm, words

_ENDINGS = (
    "ing",
    "ings",
    "ed",
    "er",
    "ers",
    "est",
    "ly",
    "s",
    "es",
    "al",
    "y",
    "able",
    "ment",
    "ness",
    "ful",
    "less",
    "ion",
    "ions",
)


@cache
def common_words() -> frozenset[str]:
    """Frequent English words, comparable forms, read from the tokenizer file inside the wordllama wheel."""
    spec = find_spec("wordllama")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("wordllama is not installed; run: pip install wordllama")
    path = Path(spec.origin).parent / "tokenizers" / "l2_supercat_tokenizer_config.json"
    vocabulary = json.loads(path.read_text(encoding="utf-8"))["model"]["vocab"]
    found = {t[1:].lower() for t in vocabulary if t.startswith("\u2581") and t[1:].isascii() and t[1:].isalpha() and len(t) > 3}
    return frozenset(found | {norm(w) for w in found}) | STOP


class Spelling:
    """Maps misspelt words to words of names.

    Args:
        names: the words that terms and aliases are made of; what a misspelling may become.
        texts: further words that are right as they are.
        rarity: how rare a word of the names is; of two equally near the commoner is meant.
    """

    def __init__(self, names: Iterable[str], texts: Iterable[str] = (), rarity: Callable[[str], float] | None = None) -> None:
        names = set(names)
        self._targets = sorted(w for w in names if len(w) >= 5 and w.isalpha())
        self._short = sorted(w for w in names if len(w) == 4 and w.isalpha())
        self._known = names.union(texts)
        self._rarity = rarity or (lambda _: 0.0)
        self._meant = lru_cache(maxsize=16_384)(self._find)  # of a question each word is asked for from several sides

    def known(self, word: str) -> bool:
        """Whether the word stands as it is: a number, short, in the glossary, or common English."""
        if len(word) < 4 or not word.isalpha() or word in self._known:
            return True
        common = common_words()
        if word in common:
            return True
        for ending in _ENDINGS:
            root = word.removesuffix(ending)
            if (
                root != word
                and len(root) >= 3
                and (root in common or root + "e" in common or (root[:-1] in common and root[-1] == root[-2]))
            ):
                return True
        return False

    def correct(self, word: str) -> str:
        """The word meant, comparable form; the word itself where it is known or nothing is near enough.

        Near is one slip (letter added, dropped, changed, or two swapped) up to seven letters, two from eight on, and of six or
        seven letters a longer name without two of its own; of a name of four letters only two that are swapped or one that is
        typed twice.
        """
        return self._meant(word)

    def stem_of(self, word: str) -> str:
        """The stem of the word meant, by which texts are compared."""
        return stem(self.correct(word))

    def corrected(self, text: str) -> str:
        """The text with misspelt words replaced by words of the names; unchanged where nothing is misspelt."""
        out, last = [], 0
        for word in words(text):
            right = self.correct(word.norm)
            if right != word.norm:
                out += [text[last : word.start], right]
                last = word.end
        return "".join([*out, text[last:]])

    def _find(self, word: str) -> str:
        if self.known(word):
            return word
        slips = 1 if len(word) < 8 else 2
        found = process.extract(word, self._targets, scorer=OSA.distance, score_cutoff=slips, limit=None)
        near = [(distance, t[0] != word[0], stem(t) != stem(word), self._rarity(t), t) for t, distance, _ in found]
        # A first letter is seldom wrong: a change there is allowed only in a long word.
        near = [n for n in near if not n[1] or len(word) >= 7]
        if not near and 6 <= len(word) < 8:
            near = [(2, False, False, self._rarity(t), t) for t in self._targets if _left_out(word, t)]
        return min(near)[-1] if near else next((t for t in self._short if _swapped(word, t) or _doubled(word, t)), word)


def _left_out(word: str, name: str) -> bool:
    """Whether the word is the name without two of its inner letters ("conago")."""
    if len(name) != len(word) + 2 or name[0] != word[0] or name[-1] != word[-1]:
        return False
    letters = iter(name)
    return all(letter in letters for letter in word)


def _swapped(word: str, name: str) -> bool:
    """Whether two neighbouring letters of a short name are swapped, the first one not among them ("vgea"): any other slip
    makes another word of it.
    """
    return word[:1] == name[:1] and sorted(word) == sorted(name) and OSA.distance(word, name) == 1


def _doubled(word: str, name: str) -> bool:
    """Whether one letter of a short name is typed twice ("vegga")."""
    return len(word) == len(name) + 1 and any(
        word[:n] + word[n + 1 :] == name and word[n] == word[n - 1] for n in range(1, len(word))
    )
