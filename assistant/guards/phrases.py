"""Many patterns as one."""

from __future__ import annotations

import re


def any_of(*patterns: str) -> re.Pattern[str]:
    """One pattern of many; those that start where a word does are tried there alone, which saves most of the time."""
    words = [p.removeprefix(r"\b") for p in patterns if p.startswith(r"\b")]
    others = [p for p in patterns if not p.startswith(r"\b")]
    grouped = [rf"\b(?:{'|'.join(f'(?:{p})' for p in words)})"] if words else []
    return re.compile("|".join([*grouped, *(f"(?:{p})" for p in others)]), re.IGNORECASE)
