"""Questions worth asking next: each can be sent as it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from assistant.findings import Findings
from knowledge import Glossary
from tools import METHOD
from tools.result import Result

# One worked question a tool, to be offered where a term names that tool.
TRY: Final = {
    "butterfly": "What are the break-evens of a 25/30/35 VIX call butterfly at 0.85?",
    "tranche_plan": "Plan the tranches for a $20,000 hedge budget",
    "macd_cross": "Yesterday MACD -0.12, signal -0.08; today MACD -0.05, signal -0.07. Did it cross?",
    "term_structure": "VX1 18.2, VX2 19.6: contango or backwardation?",
    "contract_value": "What is the notional of one VIX future at 19.5?",
    "staged_cost": "What is the blended cost of 30% at 1.00, 20% at 1.40 and 20% at 0.70?",
    "advance_decline": "A/D line from 1000: days 1800-1200, 1500-1450, 900-2050?",
}
_COUNT: Final = 3


def after_explanation(glossary: Glossary, terms: Sequence[str], findings: Findings) -> tuple[str, ...]:
    """A calculation that the term names, then related terms, then more of the same."""
    out: list[str] = [explain(term) for term in findings.close]
    for term in terms[:2]:
        entry = glossary.find(term)
        if entry is None:
            continue
        out += [TRY[tool] for tool in entry.tools if tool in TRY][:1]
        out += [explain(name) for name in entry.related if name not in terms][:2]
    if not findings.named:
        out += [explain(name) for name in findings.nearest[:2]]
    return (*dict.fromkeys(out[: _COUNT - 1]), "Tell me more")


def after_calculation(result: Result, glossary: Glossary, terms: Sequence[str]) -> tuple[str, ...]:
    """One change worth trying, the working, the term behind the number, the code."""
    term = next((t for t in terms if glossary.find(t) is not None), None)
    change = _CHANGES[result.tool](result.inputs) if result.tool in _CHANGES else None
    asked = [*([change] if change else []), "Show the working", *([explain(term)] if term else [])]
    return (*asked[:_COUNT], "Show me the code")


def explain(term: str) -> str:
    """The question that asks for a term, by its plain name."""
    plain = re.sub(r"\s*\([^)]*\)", "", term.split(" — ", maxsplit=1)[0].split(" / ", maxsplit=1)[0])
    return f"Explain {plain}"


def _settled(inputs: Mapping[str, Any]) -> str | None:
    return None if "settlement" in inputs else f"And if VIX settles at {inputs['body']:g}?"


def _started(inputs: Mapping[str, Any]) -> str | None:
    return "And if I start at 30%?" if inputs.get("first") == METHOD.first.value[0] else None


_CHANGES: Final = {"butterfly": _settled, "tranche_plan": _started}
