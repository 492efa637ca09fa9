"""Answers from the glossary: the claims that fit the question and its shape, each cited, disagreements side by side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final, NamedTuple

from assistant.findings import Findings, entry_of
from assistant.understanding.plan import Plan
from assistant.understanding.premises.assertion import asserted
from assistant.understanding.premises.polarity import Opposites
from assistant.understanding.premises.premise import Contradiction, Fault, contradiction
from assistant.understanding.text.shape import Shape
from assistant.wording.draft import Draft, cited
from assistant.wording.followups import after_explanation
from assistant.wording.trimmed import FEWEST, by_tier, sentences, within, without_repeats
from knowledge import Claim, Glossary

# How much a section's claims gain when the words ask for its kind of answer (in units of the search's z-score).
_FIT: Final[Mapping[Shape, Mapping[str, float]]] = {
    "what": {
        "summary": 3.0,
        "what": 1.0,
        "formula": 1.2,
        "alvh": 1.0,
        "numbers": 0.9,
        "how": 0.3,
        "why": 0.3,
        "open": -0.4,
    },
    "formula": {"formula": 2.0, "numbers": 0.5, "example": 0.4, "summary": 0.6},
    "why": {"why": 1.0, "alvh": 0.5, "caution": 0.3, "summary": 0.3, "what": 0.2},
    "how": {"how": 0.9, "alvh": 0.5, "formula": 0.3, "open": 0.2, "summary": 0.2},
    "when": {"when": 0.9, "alvh": 0.5, "open": 0.3, "numbers": 0.2},
    "how-much": {"numbers": 0.8, "alvh": 0.5, "open": 0.4, "formula": 0.2, "elsewhere": 0.1},
    "list": {"alvh": 0.6, "what": 0.3, "numbers": 0.3, "open": 0.2},
    "example": {"example": 2.0, "numbers": 0.5},
    "source": {"alvh": 0.6, "elsewhere": 0.4},
    "yes-no": {"alvh": 0.6, "open": 0.3, "caution": 0.3, "what": 0.1},
    "difference": {"summary": 1.0, "what": 0.5, "alvh": 0.3},
    "risk": {"caution": 2.2, "open": 0.8, "elsewhere": 0.1},
}
CORRECTED: Final[Mapping[Fault, str]] = {
    "reverse": "**The reverse:**",
    "figure": "**Another figure:**",
    "denied": "**Not so:**",
    "unstated": "**The sources do not say that:**",
}
_PRECEDENCE: Final = (0.4, 0.2, 0.2, 0.0, 0.2)  # what a claim gains by its source's tier
_LENGTH: Final = 6
_TERMS: Final = 8
_SIDES: Final = 3
_OF_MEANING: Final = ("-meaning", "-expansion", "-definition")  # keys of disputes on what a word means
_SENTENCES: Final = 8
_LEADING: Final = 3  # a disagreement is shown where one of the first claims is a side of it
_ASKED: Final = 0.8  # what a claim gains when its own term is asked about
_LEAST: Final = 3  # so many claims of the term asked about are shown, however far the best one leads
_FALL: Final = 2.2  # claims that score this much below the best one are left out


class _Scored(NamedTuple):  # three dozen are made for an explanation
    claim: Claim
    score: float


def explain(plan: Plan, findings: Findings, glossary: Glossary) -> Draft:
    """The explanation: of one term, or of several when the question names several."""
    terms = _terms(plan, findings)
    if plan.shape == "difference" and len(terms) >= 2:
        text, used = _compared(findings, glossary, terms[:3])
    else:
        chosen = _chosen(plan, findings, glossary, terms)
        denied = _denied(plan, findings, glossary, terms)
        if denied is not None:
            chosen = [denied.claim, *(c for c in chosen if c is not denied.claim)][:_LENGTH]
        if plan.holds and not chosen:
            chosen = list(entry_of(glossary, terms[0]).claims[:1])
            named = replace(plan, named=False)
            text, used = _told(named, chosen, glossary)
            text = f"The glossary holds nothing of the kind on **{terms[0]}**.\n\n{text}"
        else:
            text, used = _told(plan, chosen, glossary)
        text = f"{CORRECTED[denied.fault]} {text}" if denied is not None else text
        text += _did_you_mean(findings)
    order = _rested_on(terms, used, glossary)
    return Draft(text, "explanation", order, after_explanation(glossary, order, findings))


def _denied(plan: Plan, findings: Findings, glossary: Glossary, terms: Sequence[str]) -> Contradiction | None:
    """The claim that contradicts what the question takes for true: of the claims found, and all of the terms behind them."""
    if not asserted(plan.question):
        return None
    found = (glossary.claim(p.claim_id) for p in findings.passages)
    own = (c for term in terms for c in entry_of(glossary, term).claims)
    return contradiction(
        plan.question, dict.fromkeys((*found, *own)), _opposites(tuple(e.term for e in glossary.entries)), terms
    )


@lru_cache(maxsize=4)
def _opposites(titles: tuple[str, ...]) -> Opposites:
    return Opposites(titles)


def best_claims(plan: Plan, findings: Findings, glossary: Glossary, count: int) -> tuple[Claim, ...]:
    """The `count` claims that fit the question best, for answers that are not mainly explanations."""
    return tuple(_chosen(plan, findings, glossary, _terms(plan, findings))[:count])


def _did_you_mean(findings: Findings) -> str:
    """What the question was read as, where other terms are nearly as near."""
    if not findings.close:
        return ""
    return (
        f"\n\n*Read as a question on **{findings.terms[0]}**. Did you mean {' or '.join(f'**{t}**' for t in findings.close)}?*"
    )


def _rested_on(terms: Sequence[str], used: Sequence[Claim], glossary: Glossary) -> tuple[str, ...]:
    """Terms behind the answer: those asked about, those whose claims are used, then those that these claims name."""
    linked = [name for term in terms[:2] for name in entry_of(glossary, term).related]
    said = " ".join(c.text.lower() for c in used)
    named = [t for t in linked if any(name in said for name in glossary.spoken(entry_of(glossary, t)))]
    return tuple(dict.fromkeys([*terms, *(c.term for c in used), *named]))[:_TERMS]


def _terms(plan: Plan, findings: Findings) -> tuple[str, ...]:
    if findings.named:
        return findings.terms
    leading = dict.fromkeys(p.term for p in findings.passages[:3])
    return tuple(dict.fromkeys([*findings.terms[:1], *leading])) if plan.shape != "difference" else findings.terms


def _chosen(plan: Plan, findings: Findings, glossary: Glossary, terms: Sequence[str]) -> list[Claim]:
    fits = [_FIT[shape] for shape in plan.shapes]
    floor = min((p.score for p in findings.passages), default=0.0) - 0.5
    scored = {p.claim_id: p.score for p in findings.passages}
    pool = [glossary.claim(p.claim_id) for p in findings.passages]
    pool += [c for term in terms for c in entry_of(glossary, term).claims if c.id not in scored]
    pool = [c for c in pool if c.id not in plan.seen]
    if plan.holds:
        pool = [c for c in pool if c.term in terms and re.search(plan.holds, c.text, re.IGNORECASE)]
    asked = terms if findings.named else terms[:1]
    wanted = {t for t in asked if t not in glossary.ambient} or set(asked)

    def score(claim: Claim) -> float:
        # What another term is does not belong into the answer, however near it is.
        fitting = (
            0.0 if claim.section == "summary" and claim.term not in wanted else max(f.get(claim.section, 0.0) for f in fits)
        )
        asked_about = _ASKED if claim.term in wanted else 0.0
        return scored.get(claim.id, floor) + fitting + asked_about + _PRECEDENCE[glossary.rank(claim)]

    ranked = sorted((_Scored(c, score(c)) for c in pool), key=lambda s: -s.score)
    if not ranked:
        return []
    length = _LENGTH - 1 if plan.shape == "what" else _LENGTH
    best = ranked[0].score
    fall = _FALL + (2.0 if plan.shape == "what" else 0.0)
    near = (s for n, s in enumerate(ranked) if s.score >= best - fall or (n < _LEAST and s.claim.term in wanted))
    kept = [s.claim for s in near][: length * 2]
    return by_tier(without_repeats(kept, length), glossary)


def _told(plan: Plan, found: Sequence[Claim], glossary: Glossary) -> tuple[str, list[Claim]]:
    """A lead of one or two claims, the others as a list, what is open last, then where sources differ; some eight sentences."""
    # Asked what a thing is, its meaning is in dispute wherever sources define it differently.
    meant = entry_of(glossary, found[0].term).claims if found and plan.shape == "what" else ()
    leading = [*found[:_LEADING], *(c for c in meant if c.about.endswith(_OF_MEANING))]
    sides = [c for c in _other_sides(leading, found, glossary) if c.id not in plan.seen]
    claims = within(found, _SENTENCES - min(len(sides), _SIDES))
    stated = [c for c in claims if c.section != "open"]
    open_ = [c for c in claims if c.section == "open"]
    if claims and claims[0].section == "open" and plan.shape != "what":
        stated, open_ = list(claims), []
    lead = 1 if stated and stated[0].section == "summary" else 2
    parts = [" ".join(cited(c) for c in stated[:lead])]
    if stated and stated[0].section == "open" and plan.named and not asserted(plan.question):
        parts[0] = f"**Not stated by the sources.** {parts[0]}"
    parts.append("\n".join(f"- {cited(c)}" for c in stated[lead:]))
    if open_:
        parts.append("**Not stated by the sources:** " + " ".join(cited(c) for c in open_))
    if sides:
        more = "\n- … and others." if len(sides) > _SIDES else ""
        parts.append("**Sources differ on this:**\n" + "\n".join(f"- {cited(c)}" for c in sides[:_SIDES]) + more)
    return "\n\n".join(p for p in parts if p), claims


def _other_sides(leading: Sequence[Claim], shown: Sequence[Claim], glossary: Glossary) -> list[Claim]:
    """The other sides of the first dispute that is at home in a leading claim's entry: best tier first, no value twice."""
    for claim in leading:
        if not claim.about or _home(claim.about, glossary) != claim.term:
            continue
        told = {c.value for c in shown if c.about == claim.about}
        others = sorted((c for c in glossary.about(claim.about) if c.value not in told), key=glossary.rank)
        sides = list({c.value: c for c in reversed(others)}.values())[::-1]
        if sides:
            return sides
    return []


def _home(about: str, glossary: Glossary) -> str:
    """The term whose entry holds most sides of a dispute; elsewhere it is mentioned in passing."""
    return Counter(c.term for c in glossary.about(about)).most_common(1)[0][0]


def _compared(findings: Findings, glossary: Glossary, terms: Sequence[str]) -> tuple[str, list[Claim]]:
    """One line a term, then the claims that speak of several of them."""
    summaries = [entry_of(glossary, term).claims[0] for term in terms]
    lines = [f"**{term}** — {cited(claim)}" for term, claim in zip(terms, summaries, strict=True)]
    rest = [glossary.claim(p.claim_id) for p in findings.passages]
    # Claims that name both sides tell the difference; one of each side follows.
    names = [(t, [n.lower() for _, n in entry_of(glossary, t).names() if len(n) > 2]) for t in terms]
    several = [c for c in rest if _sides_named(c, names) > 1]
    several.sort(key=glossary.rank)
    own = [c for t in terms for c in [c for c in rest if c.term == t and c.section != "summary"][:1]]
    count = max(FEWEST, _SENTENCES - sum(map(sentences, summaries)))
    others = (c for c in dict.fromkeys([*several, *own, *rest]) if c not in summaries)
    bridges = without_repeats([*summaries, *others], len(summaries) + count)[len(summaries) :]
    if bridges:
        lines.append("\n".join(f"- {cited(c)}" for c in bridges))
    return "\n\n".join(lines), summaries + bridges


def _sides_named(claim: Claim, names: Sequence[tuple[str, list[str]]]) -> int:
    """Of how many of the terms with these names the claim is, or speaks."""
    text = claim.text.lower()
    return sum(claim.term == term or any(n in text for n in own) for term, own in names)
