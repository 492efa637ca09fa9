"""A further step from a result, as each of its readers gives it."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.session import Call


@dataclass(frozen=True)
class Derived:
    """The calls of the further step, and what was taken for what the words leave open."""

    calls: tuple[Call, ...]
    assumed: tuple[str, ...] = ()
