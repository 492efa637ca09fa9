"""Worked examples of the sources that have the very figures of a calculation: what else they say of it."""

from __future__ import annotations

import re
from typing import Final

from knowledge import Claim, Glossary
from tools.result import Result

_NUMBER: Final = re.compile(r"(?<![\w.])\d[\d,]*(?:\.\d+)?")


def same_example(result: Result, glossary: Glossary) -> list[Claim]:
    """Claims with the result's strikes and debit that add a figure which the result does not have itself."""
    strikes = [result.inputs.get(name) for name in ("lower", "body", "upper")]
    debit = result.inputs.get("debit")
    if debit is None or None in strikes:
        return []
    ladder = "/".join(f"{strike:g}" for strike in strikes if strike is not None)
    told = _figures(result.summary())
    named = (c for e in glossary.entries if result.tool in e.tools for c in e.claims if ladder in c.text)
    return [c for c in named if float(debit) in (own := _figures(c.text)) and own - told]


def _figures(text: str) -> set[float]:
    return {float(n.replace(",", "")) for n in _NUMBER.findall(text)}
