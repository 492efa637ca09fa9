"""Whether a sentence computes otherwise than its claim: divides where that does not, or turns a difference or a sign round.

Both are read as operations on named things: "the lowest strike plus the debit", "subtract the signal from the MACD line", "add
the debit to the lowest strike and take it off the highest". Figures are left to the guard of numbers; those that tell the
lengths of two averages tell which of the two is the fast one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from knowledge.lexical import stem
from knowledge.words import STOP, norm

_FORMULA: Final = re.compile(r"=|[÷×]|\s[+−]\s")
_KINDS: Final = (
    (re.compile(r"\bdivid\w{1,5}|\bquotient\b"), re.compile(r"\bdivid\w{1,5}|\bquotient\b|÷|\bratio\b|\d/\(?\d")),
    (re.compile(r"\bmultipl\w{1,6}|\bproduct of\b"), re.compile(r"\bmultipl\w{1,6}|\bproduct of\b|×|\btimes\b")),
)
_TOKEN: Final = re.compile(r"\d{1,4}(?:\.\d)?-[a-z]+|[a-z]/[a-z]\b|\w+(?:\.\w+)*|[=,;:()×÷+−]")
_BETWEEN: Final = {"plus": "+", "+": "+", "minus": "−", "less": "−", "−": "−", "divided": "÷", "÷": "÷"}
_VERBS: Final = {
    **dict.fromkeys(("add", "adds", "added", "adding"), ("+", ("to",))),
    **dict.fromkeys(
        ("subtract", "subtracts", "subtracted", "subtracting", "deduct", "deducts", "deducted", "deducting"),
        ("−", ("from", "off")),
    ),
    **dict.fromkeys(("take", "takes", "taken", "taking"), ("−", ("from", "off"))),
}
_ENDS: Final = frozenset(
    ("=", ",", ";", ":", "(", ")", "×", "is", "are", "and", "equals", "equal", "while", "so", "times", "has")
)
_LONG: Final = 5  # words of an operand
_STEM: Final = 5  # letters
_LENGTH: Final = re.compile(r"(\d{1,4}(?:\.\d)?)-[a-z]{1,12}")


class _Operation(NamedTuple):
    """What stands left and right of a sign; none of a word that both have."""

    left: frozenset[str]
    sign: str
    right: frozenset[str]


def operates(sentence: str, claims: Sequence[str]) -> bool:
    """Whether the sentence computes otherwise than the claims."""
    said, told = sentence.lower(), " ".join(claims).lower()
    if _FORMULA.search(told) and any(mine.search(said) and not theirs.search(told) for mine, theirs in _KINDS):
        return True
    mine = _operations(said)
    known = [o for claim in claims for o in _operations(claim.lower())] if mine else []
    return any(_turned(o, known) for o in mine)


def _turned(said: _Operation, known: Sequence[_Operation]) -> bool:
    if any(said.sign == o.sign and said.right & o.right and said.left & o.left for o in known):
        return False
    for o in known:
        if {said.sign, o.sign} == {"+", "−"} and said.right & o.right and said.left & o.left:
            return True
        if said.sign == o.sign != "+" and said.left & o.right and said.right & o.left:
            return True
    return False


@lru_cache(maxsize=4096)
def _operations(text: str) -> tuple[_Operation, ...]:
    return tuple(_found(_TOKEN.findall(text)))


def _found(tokens: Sequence[str]) -> Iterator[_Operation]:
    last: Sequence[str] = ()
    for n, token in enumerate(tokens):
        rest = tokens[n + 1 :]
        if token in _BETWEEN and rest[:1] != ["than"]:
            yield _operation(_before(tokens, n), _BETWEEN[token], _behind(tokens, n + 1 + (token == "divided")))
        elif token in _VERBS:
            sign, to = _VERBS[token]
            place = next((m for m, word in enumerate(rest[: _LONG + 2]) if word in to or word in _ENDS), None)
            if place is None or rest[place] not in to:
                continue
            what = rest[:place] if place else _before(tokens, n, over=("is", "are", "then", "be"))
            if not any(map(_plain, what)):
                what = last  # "and take it off"
            last = what
            yield _operation(_behind(tokens, n + 2 + place), sign, what)


def _before(tokens: Sequence[str], end: int, over: Sequence[str] = ()) -> Sequence[str]:
    while end and tokens[end - 1] in over:
        end -= 1
    start = end
    while start and end - start < _LONG and not _ends(tokens[start - 1]):
        start -= 1
    return tokens[start:end]


def _behind(tokens: Sequence[str], start: int) -> Sequence[str]:
    end = start
    while end < len(tokens) and end - start < _LONG and not _ends(tokens[end]):
        end += 1
    return tokens[start:end]


def _ends(token: str) -> bool:
    return token in _ENDS or token in _BETWEEN or token in _VERBS


def _operation(left: Sequence[str], sign: str, right: Sequence[str]) -> _Operation:
    one, other = _stems(left), _stems(right)
    lengths = [[float(m[1]) for word in side if (m := _LENGTH.fullmatch(word))] for side in (left, right)]
    if len(lengths[0]) == len(lengths[1]) == 1 and lengths[0] != lengths[1]:
        fast, slow = ({"fast", "short"}, {"slow", "long"})[:: 1 if lengths[0] < lengths[1] else -1]
        one, other = one | fast, other | slow
    return _Operation(one - other, sign, other - one)


def _stems(words: Sequence[str]) -> frozenset[str]:
    return frozenset(s for w in words if (s := _plain(w)))


def _plain(word: str) -> str:
    form = norm(word)
    return "" if form in STOP or form[:1].isdigit() or len(form) < 2 else stem(form)[:_STEM]
