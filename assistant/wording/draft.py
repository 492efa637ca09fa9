"""A draft: the embedded model's reply before its claim ids become citation marks."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answer import Kind
from knowledge import Claim


@dataclass(frozen=True)
class Draft:
    """Text with ``[claim-id]`` marks, and what the answer needs besides."""

    text: str
    kind: Kind
    terms: tuple[str, ...] = ()
    follow_ups: tuple[str, ...] = ()


def cited(claim: Claim) -> str:
    """The claim's sentence(s) with its mark."""
    return f"{claim.text} [{claim.id}]"
