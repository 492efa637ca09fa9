"""The measured sentences: faults by class and clean ones, each with the evidence of its turn; seeded, in two halves.

A phrase belongs to one half for good: what guards are tuned on is never what they are judged by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Literal

from knowledge import Claim, Glossary
from tools.result import Result

from . import prose
from .rendering import honest, off, other_unit, percent_slip
from .results import Fact, cases

Half = Literal["tuned", "held-out"]
FAULTS = ("wrong number", "swapped unit", "percent for fraction", "sign", "invented citation", "uncited fact", "advice")


@dataclass(frozen=True)
class Sentence:
    """One sentence of a model with what its turn knows; `fault` is "" for a clean one."""

    text: str
    fault: str
    kind: str
    question: str = ""
    results: tuple[Result, ...] = ()
    claims: tuple[Claim, ...] = ()
    marker: str = field(default="", compare=False)


def half_of(items: Sequence[str], half: Half) -> list[str]:
    return list(items[0::2] if half == "tuned" else items[1::2])


def sentences(glossary: Glossary, half: Half, seed: int = 11, each: int = 14) -> list[Sentence]:
    """All sentences of one half."""
    r = Random(f"{seed}-{half}")
    found = [*_figures(r, half, each), *_prose(r, half, glossary)]
    return list({(s.text, s.fault, s.question): s for s in found}.values())


def _figures(r: Random, half: Half, each: int) -> Iterator[Sentence]:
    for question, result, facts in cases(r.randrange(10**6), each):
        for fact in facts:
            for phrase in half_of(fact.phrases, half):
                if r.random() < 0.55:
                    yield _said(phrase, honest(fact, r), "", f"clean {fact.unit}", question, result)
            yield from _wrong(r, half, fact, question, result)


def _wrong(r: Random, half: Half, fact: Fact, question: str, result: Result) -> Iterator[Sentence]:
    phrase = r.choice(half_of(fact.phrases, half))
    known = _numbers(result.to_dict(), question)
    if r.random() < 0.35:
        wrong = off(fact, r)
        said = honest(fact, r, wrong)
        near = any(abs(abs(wrong) - k) <= 0.011 * max(abs(wrong), k) or _hundredfold(wrong, k) for k in known)
        if not near and not _rounded(said, known):
            yield _said(phrase, said, "wrong number", fact.unit, question, result)
    if r.random() < 0.3:
        yield _said(phrase, other_unit(fact, r), "swapped unit", fact.unit, question, result)
    if fact.unit == "share" and r.random() < 0.9:
        slip = percent_slip(fact, r)
        yield _said(phrase, slip, "percent for fraction", fact.unit, question, result)
    if fact.turned:
        size = Fact(abs(fact.value), fact.unit, ())
        for turned in half_of(fact.turned, half):
            if r.random() < 0.6:
                yield _said(turned, honest(size, r), "sign", fact.unit, question, result)
        if fact.value < 0 and r.random() < 0.9:
            yield _said(phrase, honest(size, r), "sign", fact.unit, question, result)
    elif fact.unit in ("level", "plain") and r.random() < 0.12:
        yield _said(phrase, "-" + honest(fact, r).lstrip("-−"), "sign", fact.unit, question, result)


def _said(phrase: str, figure: str, fault: str, kind: str, question: str, result: Result) -> Sentence:
    text = phrase.format(figure)
    return Sentence(text[:1].upper() + text[1:], fault, kind, question, (result,), marker=figure)


def _numbers(value: object, question: str) -> set[float]:
    """Every number of a result and of its question, in absolute terms; an oracle that reads no text of a model."""
    text = f"{value} {question}".replace("−", "-")
    plain = {abs(float(n.replace(",", ""))) for n in re.findall(r"\d[\d,]*\.?\d*(?:e-?\d+)?", text) if n.strip(",.")}
    return {n for n in plain if n}


def _rounded(said: str, known: set[float]) -> bool:
    """Whether the figure, as it is written, is some other true figure rounded: then it is not wrong."""
    shown = re.search(r"\d[\d,]*\.?\d*", said)
    if shown is None:
        return False
    value, half = float(shown.group().replace(",", "")), 0.5 * 10.0 ** -len(shown.group().partition(".")[2])
    return any(abs(value - k * scale) <= half * 1.001 for k in known for scale in (1, 100, 0.01))


def _hundredfold(wrong: float, known: float) -> bool:
    return any(abs(abs(wrong) * f - known) <= 0.011 * known for f in (100, 0.01))


def _prose(r: Random, half: Half, glossary: Glossary) -> Iterator[Sentence]:
    claims = [
        c for e in glossary.entries for c in e.claims if 40 < len(c.text) < 220 and "\n" not in c.text and "$$" not in c.text
    ]
    r.shuffle(claims)
    pool = iter(claims)
    for text in half_of(prose.ADVICE, half):
        yield Sentence(text, "advice", "bare", claims=tuple(next(pool) for _ in range(3)))
    for text in half_of(prose.ADVICE, half)[::2]:  # a citation does not turn advice into a quotation
        claim = next(pool)
        yield Sentence(f"{text[:-1]} [{claim.id}].", "advice", "with a citation", claims=(claim,))
    for text in half_of(prose.INVENTED, half):
        yield Sentence(text, "uncited fact", "invented", claims=tuple(next(pool) for _ in range(3)))
    for _ in range(40):
        claim = next(pool)
        yield Sentence(claim.text, "uncited fact", "a claim without its citation", claims=(claim, next(pool)))
    for text in half_of(prose.INVENTED, half):
        ids = f"[{r.choice(glossary.entries).slug}:{r.randrange(16**6):06x}]"
        yield Sentence(f"{text[:-1]} {ids}.", "invented citation", "unknown id", marker=ids, claims=(next(pool),))
    for text in half_of(prose.INVENTED, half):
        claim = next(pool)
        yield Sentence(f"{text[:-1]} [{claim.id}].", "invented citation", "known id, other subject", claims=(claim,))
    for text in half_of(prose.REFERENCES, half):
        yield Sentence(text, "invented citation", "a reference of its own", claims=(next(pool),))
    for _ in range(20):
        claim, ids = next(pool), f"[{r.randrange(1, 40)}]"
        yield Sentence(f"{claim.text} {ids}", "invented citation", "a posed mark", marker=ids, claims=(claim,))
    yield from _clean_prose(r, half, pool, glossary)


def _clean_prose(r: Random, half: Half, pool: Iterator[Claim], glossary: Glossary) -> Iterator[Sentence]:
    for text in half_of(prose.TALK, half):
        yield Sentence(text, "", "talk", claims=(next(pool),))
    for _ in range(70):
        claim = next(pool)
        yield Sentence(f"{claim.text} [{claim.id}]", "", "cited claim", claims=(claim,))
    lead_ins = half_of(
        ("In short, ", "Put simply, ", "As the sources have it, ", "Here is one point: ", "Note that ", "So "), half
    )
    for _ in range(40):
        claim = next(pool)
        words = claim.text[0].lower() + claim.text[1:] if claim.text[1:2].islower() and " " in claim.text else claim.text
        yield Sentence(f"{r.choice(lead_ins)}{words[:-1]} [{claim.id}].", "", "led-in claim", claims=(claim,))
    known = {c.id: c for e in glossary.entries for c in e.claims}
    for claim_id, text in (line.split("|") for line in half_of(prose.PARAPHRASES, half)):
        if claim_id in known:  # a claim that has since been put in other words has another id
            yield Sentence(f"{text[:-1]} [{claim_id}].", "", "paraphrase", claims=(known[claim_id],))
    for n, text in enumerate(half_of(prose.QUOTED + prose.EXPLAINING, half)):
        claim = Claim(f"quoted:{n:06x}", "Quoted", "what", text, ("a-page",))
        yield Sentence(f"{text[:-1]} [{claim.id}].", "", "quoted", claims=(claim,))
    for _ in range(20):
        one, other = next(pool), next(pool)
        yield Sentence(f"{one.text} [{one.id}] {other.text} [{other.id}]", "", "two cited claims", claims=(one, other))
