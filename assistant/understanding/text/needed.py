"""Which stretches of text a match of a regular expression cannot be without.

Read off the pattern as it is parsed, as filters in front of expressions are (the prefilters of RE2). What is told is sound, not
complete: of a pattern, or a part of one, that is not understood nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import groupby, product
from typing import Any, Final, NamedTuple, TypeAlias

try:
    from re import _parser  # type: ignore[attr-defined]
except ImportError:  # an interpreter that keeps it elsewhere: its patterns are as right and take longer
    _parser = None

Texts: TypeAlias = frozenset[str]

_CHOICES: Final = 2
"""Choices that are looked for; a third seldom says no where two did not."""
_MOST: Final = 64
"""Stretches in a choice above which looking for each takes as long as the pattern."""
_EXACT: Final = 24
"""Texts up to which all that a part of a pattern matches is written out."""
_LENGTH: Final = 16
_WORTH: Final = 2
"""Letters below which a stretch is in nearly every question; any other mark is in few."""
_RARER: Final = 10.0
"""How much rarer a stretch is for each further letter, as good as any guess."""


class Part(NamedTuple):
    """What is known of a part of a pattern.

    Attributes:
        exact: all texts that it matches, where they are few; else None.
        holds: choices of texts; a match holds at least one of each.
    """

    exact: Texts | None
    holds: tuple[Texts, ...] = ()


_UNKNOWN: Final = Part(None)
_NOTHING: Final = frozenset({""})


@cache
def needed(pattern: str) -> tuple[tuple[str, ...], ...]:
    """Choices of stretches of text: every match of `pattern` holds at least one of each; () where none can be told."""
    tree = _parsed(pattern)
    if tree is None or tree.state.flags & re.IGNORECASE:
        return ()
    best: list[tuple[str, ...]] = []
    for texts in sorted({*_choices(_sequence(tree))}, key=lambda texts: (_merit(texts), sorted(texts)), reverse=True):
        implied = any(all(any(part in longer for part in texts) for longer in before) for before in best)
        if not implied and len(best) < _CHOICES:
            best.append(_least(texts))
    return tuple(sorted(best, key=len))


def anchored(pattern: str) -> bool:
    """Whether a match can stand nowhere but at the beginning of a text."""
    tree = _parsed(pattern)
    return bool(tree) and not tree.state.flags & re.MULTILINE and [str(part) for part in tree[0]] == ["AT", "AT_BEGINNING"]


@lru_cache(maxsize=1)  # both are asked of a pattern, one after the other
def _parsed(pattern: str) -> Any:
    return None if _parser is None else _parser.parse(pattern)


def _least(texts: Texts) -> tuple[str, ...]:
    """The shortest: what holds a shorter one is found by that."""
    parts = sorted(texts, key=lambda part: (len(part), part))
    return tuple(part for n, part in enumerate(parts) if not any(other in part for other in parts[:n]))


def _choices(part: Part) -> list[Texts]:
    """Those worth looking for."""
    found = part.holds if part.exact is None else (*part.holds, part.exact)
    return [texts for texts in found if _worth(texts) >= _WORTH and len(texts) <= _MOST]


def _worth(texts: Texts) -> int:
    """Letters of the shortest; a mark or a foreign letter, which few questions have, counts as two."""
    return min((len(text) + (len(text) == 1 and not _common(text)) for text in texts), default=0)


def _common(letter: str) -> bool:
    return letter.isspace() or (letter.isascii() and letter.isalnum())


def _merit(texts: Texts) -> float:
    """Higher for what fewer questions hold."""
    return -sum(_RARER ** -len(text) for text in texts)


def _sequence(nodes: Iterable[tuple[Any, Any]]) -> Part:
    """One part after the other."""
    run, held, whole = _NOTHING, list[Texts](), True
    for part in _parts(nodes):
        held += part.holds
        longer = None if part.exact is None else frozenset(a + b for a, b in product(run, part.exact))
        if longer is None or len(longer) > _EXACT or max(map(len, longer), default=0) > _LENGTH:
            held.append(run)
            whole, longer = False, _NOTHING if part.exact is None else part.exact
        run = longer
    return Part(run, tuple(held)) if whole else Part(None, (*held, run))


def _parts(nodes: Iterable[tuple[Any, Any]]) -> Iterator[Part]:
    """Each part; letters that follow one another are one."""
    for literal, group in groupby(nodes, key=lambda node: str(node[0]) == "LITERAL"):
        if literal:
            yield Part(frozenset({"".join(chr(value) for _, value in group)}))
        else:
            yield from (_node(str(kind), value) for kind, value in group)


def _node(kind: str, value: Any) -> Part:
    match kind:
        case "IN":
            return _class(value)
        case "AT" | "ASSERT_NOT":
            return Part(_NOTHING)
        case "ASSERT":
            return Part(_NOTHING, tuple(_choices(_sequence(value[1]))))
        case "ATOMIC_GROUP":
            return _sequence(value)
        case "SUBPATTERN":
            return _UNKNOWN if value[1] & re.IGNORECASE else _sequence(value[3])
        case "BRANCH":
            return _branch([_sequence(option) for option in value[1]])
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return _repeat(*value)
    return _UNKNOWN


def _class(items: Sequence[tuple[Any, Any]]) -> Part:
    """A class of letters that are written one by one."""
    if any(str(kind) != "LITERAL" for kind, _ in items):
        return _UNKNOWN
    return Part(frozenset(chr(code) for _, code in items))


def _branch(options: Sequence[Part]) -> Part:
    """One of several: its match holds something of the best choice of each."""
    exact = [option.exact for option in options if option.exact is not None]
    texts = frozenset[str]().union(*exact)
    held = [max(found, key=_merit) for option in options if (found := _choices(option))]
    return Part(
        texts if len(exact) == len(options) and len(texts) <= _EXACT else None,
        (frozenset[str]().union(*held),) if len(held) == len(options) else (),
    )


def _repeat(least: int, most: Any, item: Iterable[tuple[Any, Any]]) -> Part:
    part = _sequence(item)
    if least == 0:
        return Part(part.exact | _NOTHING) if most == 1 and part.exact is not None else _UNKNOWN
    return part if most == 1 else Part(None, tuple(_choices(part)))
