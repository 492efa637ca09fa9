"""Answers that are not mainly claims: results, what is missing, what is declined, what is not covered."""

from __future__ import annotations

import re
from collections.abc import Sequence

import tools
from assistant.findings import Findings, entry_of
from assistant.guards.citations import MARK
from assistant.understanding.plan import Plan
from assistant.wording.certainty import muchness, rests_on, sureness, sureness_of_sources, told_by
from assistant.wording.comparison import side_by_side
from assistant.wording.draft import Draft, cited
from assistant.wording.examples import same_example
from assistant.wording.explanation import best_claims
from assistant.wording.followups import TRY, after_calculation, explain
from assistant.wording.in_brief import figure_told, told_again
from assistant.wording.payoff_told import payoff_told
from assistant.wording.steps_told import event_told, in_short, worked
from assistant.wording.verdict import verdict
from knowledge import Claim, Entry, Glossary
from tools import Table
from tools.errors import ToolError
from tools.outcome import Outcome
from tools.result import Result

_SOURCED = 3  # claims that stand beside a calculation
_ALIKE = 0.35  # nearness in meaning, or share of words, below which a term has nothing to do with the question
_ABOUT = (
    "This assistant explains the ALVH method from a cited glossary, does its arithmetic, and reads a table that you load; "
    "it gives no advice."
)
_BEGINNINGS = ("What is ALVH?", TRY["butterfly"], TRY["tranche_plan"])
_OF_DEGREE = "-extreme"  # keys of disputes on where a state begins to be extreme
_FAR = 2  # of the sides of such a dispute, after a calculation
_METHOD_SERIES = ("iv", "value")
_DECLINED = {
    "advice": "That is a decision about your own money, and this assistant gives no advice: it explains "
    "the method and does its arithmetic. "
    "What the sources say that bears on it:",
    "prediction": "Nobody here can tell you that: this assistant never predicts. What the sources say that bears on it:",
    "live-data": "That needs market data, and this assistant has none: it works offline and never invents a number. "
    "Load a file with your own data, or give the numbers in the question, and it will compute with them.",
    "errand": "That is not something this assistant does: it explains the ALVH method from a cited "
    "glossary and does the method's arithmetic.",
}


def calculated(
    plan: Plan, results: Sequence[Result], findings: Findings | None, glossary: Glossary, unmet: ToolError | None = None
) -> Draft:
    """The results in the tools' own words, what a further step refused, then what the method says beside them."""
    parts = _told(plan, results)
    short = parts is not None
    parts = parts or [r.summary() for r in results]
    if plan.wish is None and not (short and plan.brief) and (table := side_by_side(results)):
        parts.insert(0, table)
    if plan.wish is None and (most := verdict(results, plan.question)):
        parts = [most] if short and plan.brief else [most, *parts]
    if plan.wish in ("working", "source"):
        parts = [worked(r) for r in results]
    elif plan.wish is None and len(results) == 1 and not short:
        parts += [line for r in results if (line := in_short(r))]
    if plan.wish == "code":
        parts = ["This reproduces the figures:", "```python\n" + "\n".join(code_lines(results)) + "\n```"]
    if plan.wish == "sure":
        parts = [sureness(results)]
    if plan.wish == "assumed":
        parts = [rests_on(results, plan.question)]
    if plan.wish == "shape":
        parts = [payoff_told(r, plan.question) for r in results if isinstance(r, Outcome)]
    if plan.event is not None:
        parts = [event for r in results if (event := event_told(r, *plan.event))]
    parts = list(dict.fromkeys(parts))  # the same figure of one position at several settlements
    parts += [f"*Read as:* {note}" for note in plan.assumed if plan.wish is None]
    parts += [note for r in results if (note := _stand_in(r))]
    if unmet is not None:
        parts.append(f"The next step could not be computed. {unmet}")
    terms = terms_of_tools([r.tool for r in results], [*plan.terms, *_structures(results, glossary)], glossary)
    if plan.wish == "much":
        behind = [t for t in terms if any(_bears(entry_of(glossary, t), r.tool) for r in results)]
        parts = [muchness(results, behind, glossary)]
    if findings is not None and plan.wish in (None, "source") and not short:
        # Of the terms that only share the tool, none explains this calculation; those named, and the tool's namesake, do.
        telling = {*plan.terms, *(t for t in terms if any(_bears(entry_of(glossary, t), r.tool) for r in results))}
        fitting = [c for c in best_claims(plan, findings, glossary, 8) if c.term in telling and c.section != "example"]
        alike = [c for r in results for c in same_example(r, glossary)]
        far = [c for r in results for t in terms for c in _how_far(entry_of(glossary, t), r)]
        claims = list(dict.fromkeys([*alike[:_SOURCED], *far[:_FAR], *fitting]))[:_SOURCED]
        claims = (
            claims or [e.claims[0] for e in (entry_of(glossary, t) for t in terms) if any(_found_by(e, r) for r in results)][:1]
        )
        if claims:
            parts.append("**What the sources say**\n\n" + "\n".join(f"- {cited(c)}" for c in claims))
    return Draft("\n\n".join(parts), "calculation", terms, after_calculation(results[-1], glossary, terms))


def _told(plan: Plan, results: Sequence[Result]) -> list[str] | None:
    """The results in brief, where they stand in the conversation already; None where they are to be told in full."""
    if plan.wish is not None or plan.event is not None:
        return None
    if plan.brief:
        told = [figure_told(r, plan.question) for r in results]
        return told if all(told) else None
    return told_again(results, plan.before) or None


def _how_far(entry: Entry, result: Result) -> list[Claim]:
    """Claims on where the state that the result finds begins to count as extreme."""
    return [c for c in entry.claims if c.about.endswith(_OF_DEGREE)] if _found_by(entry, result) else []


def _found_by(entry: Entry, result: Result) -> bool:
    """Whether the result is a finding of this term, by its tool and in so many words."""
    return result.tool in entry.tools and entry.term.lower() in result.summary().lower()


def weighed(plan: Plan, glossary: Glossary) -> Draft:
    """How sure the explanation before is, who says it, or whether what it told is much."""
    if plan.wish == "sure":
        return Draft(sureness_of_sources(plan.seen, glossary), "explanation" if plan.seen else "clarification", plan.terms)
    if plan.wish == "source":
        return Draft(told_by(plan.seen, glossary), "explanation", plan.terms)
    text = muchness((), plan.terms, glossary)
    return Draft(text, "explanation" if MARK.search(text) else "not-covered", plan.terms)


def refused(plan: Plan, error: ToolError, glossary: Glossary, tool: str) -> Draft:
    """A tool's refusal: what was wrong, what was seen, what to do."""
    text = f"That could not be computed. {error}"
    return Draft(text, "clarification", terms_of_tools([tool], plan.terms, glossary), ((TRY[tool],) if tool in TRY else ()))


def asked(plan: Plan, glossary: Glossary, tool: str = "") -> Draft:
    """Exactly what is missing; or what could be meant, each a question that can be sent as it stands."""
    if plan.choices:
        lines = "\n".join(f"- {choice}" for choice in plan.choices)
        if plan.unclear:
            text = (
                f"It is not clear what that asks of the calculation before. What can change is {plan.unclear}: name it and its"
            )
            return Draft(f"{text} new value. Or is one of these meant?\n\n{lines}", "clarification", plan.terms, plan.choices)
        return Draft(f"Which one is meant?\n\n{lines}", "clarification", plan.terms, plan.choices)
    need = plan.missing[0] if len(plan.missing) == 1 else "\n" + "\n".join(f"- {m}" for m in plan.missing)
    text = f"To work that out I still need {need}." if len(plan.missing) == 1 else f"To work that out I still need:\n{need}"
    return Draft(text, "clarification", terms_of_tools([tool], plan.terms, glossary), ((TRY[tool],) if tool in TRY else ()))


def declined(plan: Plan, results: Sequence[Result], findings: Findings | None, glossary: Glossary) -> Draft:
    """No advice, no prediction: what the method says and what can be computed instead."""
    assert plan.declined is not None
    parts = [_DECLINED[plan.declined]]
    claims = best_claims(plan, findings, glossary, 3) if findings is not None and plan.kind == "no-advice" else ()
    if claims:
        parts.append("\n".join(f"- {cited(c)}" for c in claims))
    if results:
        parts.append("**What your numbers give**\n\n" + "\n\n".join(r.summary() for r in results))
    elif plan.kind == "no-advice":
        parts.append(
            "It can also compute: break-evens and payoffs of a butterfly, staged tranches for a budget "
            "you name, and MACD crosses on your own data."
        )
    terms = tuple(dict.fromkeys([*plan.terms, *(c.term for c in claims)]))
    follow = (TRY["butterfly"], TRY["tranche_plan"], "What is ALVH?")
    return Draft("\n\n".join(parts), plan.kind, terms, follow)


def not_covered(findings: Findings | None, glossary: Glossary) -> Draft:
    """The glossary does not hold it; the nearest terms, each with the claim that says what it is, and nothing bluffed."""
    text = "The glossary does not cover that, so there is no sourced answer to give."
    if findings is None or max(findings.near, findings.grasp) < _ALIKE:
        return Draft(f"{text} {_ABOUT}", "not-covered", (), _BEGINNINGS)
    near = [t for t in dict.fromkeys([*findings.terms, *findings.nearest]) if _self_explaining(entry_of(glossary, t))][:3]
    marked = [f"**{term}** [{entry_of(glossary, term).claims[0].id}]" for term in near]
    text += f" The nearest terms it does hold: {', '.join(marked)}." if near else ""
    return Draft(text, "not-covered", tuple(near), tuple(explain(t) for t in near))


def introduced() -> Draft:
    """What can be asked, for someone who has asked nothing yet."""
    text = f"{_ABOUT} Ask what a term means, give a butterfly's strikes and its debit, or name a hedge budget."
    return Draft(text, "clarification", (), _BEGINNINGS)


def _self_explaining(entry: Entry) -> bool:
    """Whether the claim that is cited for a term bears out every figure in the term's name."""
    return all(figure in entry.claims[0].text for figure in re.findall(r"\d+", entry.term))


def described(table: Table) -> Draft:
    """A loaded table in its own words; what it leaves open can be answered by a follow-up."""
    return Draft(table.summary(), "explanation", (), (*table.other_readings, "Did it cross?", "When did it last trigger?"))


def terms_of_tools(tools: Sequence[str], named: Sequence[str], glossary: Glossary) -> tuple[str, ...]:
    """Terms behind a calculation: those named in the question, then the entries that say this tool computes them.

    Of these the one that bears the tool's own name comes first ("butterfly" → Call butterfly).
    """
    behind = sorted(
        (not _bears(entry, tool), entry.tools.index(tool), entry.term)
        for tool in tools
        for entry in glossary.entries
        if tool in entry.tools
    )
    return tuple(dict.fromkeys([*named, *(term for _, _, term in behind)]))[:6]


def _structures(results: Sequence[Result], glossary: Glossary) -> list[str]:
    """The terms of the structures that the results name themselves ("iron condor")."""
    found = [glossary.find(getattr(r, "name", "").removeprefix("long ")) for r in results]
    return [entry.term for entry in found if entry is not None]


def _bears(entry: Entry, tool: str) -> bool:
    names = {n.lower() for n in (entry.term, *entry.aliases)}
    return tool.replace("_", " ") in names or tool.partition("_")[0] in names


def code_lines(results: Sequence[Result]) -> list[str]:
    """The lines that reproduce the results, with the import of every name that is called in them."""
    names = {
        name for r in results for name in re.findall(r"\b(\w+)\(", r.call) if name in tools.__all__ or name in tools.CATALOGUE
    }
    return [f"from tools import {', '.join(sorted(names))}", "", *(r.call for r in results)] if names else []


def _stand_in(result: Result) -> str:
    """Says so where the trigger was run on something else than the method's own series."""
    series = result.inputs.get("series") if result.tool in ("macd_trigger", "tranche_plan") else None
    role = getattr(series, "attrs", {}).get("role")
    if role is None or role in _METHOD_SERIES:
        return ""
    name = getattr(series, "name", None)
    return (
        f"*Stand-in:* the column `{name}` was used. The method's own series is the implied volatility of the 10-delta SPX put, "
        "so these dates show how the rule behaves, not the method's signals."
    )
