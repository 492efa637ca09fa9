"""Questions worth asking next: each can be sent as it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from assistant.findings import Findings
from knowledge import Glossary

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
    out: list[str] = []
    for term in terms[:2]:
        entry = glossary.find(term)
        if entry is None:
            continue
        out += [TRY[tool] for tool in entry.tools if tool in TRY][:1]
        out += [f"What is {_plain(name)}?" for name in entry.related if name not in terms][:2]
    if not findings.named:
        out += [f"What is {_plain(name)}?" for name in findings.nearest[:2]]
    return (*tuple(dict.fromkeys(out))[: _COUNT - 1], "Tell me more")


def after_calculation(tool: str, glossary: Glossary, terms: Sequence[str]) -> tuple[str, ...]:
    """The working, the code, and the term behind the number."""
    term = next((t for t in terms if glossary.find(t) is not None), None)
    about = (f"What is {_plain(term)}?",) if term else ()
    change = {"butterfly": ("And at 1.10?",), "tranche_plan": ("And if I start at 30%?",)}.get(tool, ())
    return (*(*change, "Show the working", *about)[:_COUNT], "Show me the code")


def _plain(term: str) -> str:
    return term.split(" — ", maxsplit=1)[0].split(" / ", maxsplit=1)[0]
