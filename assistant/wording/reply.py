"""From a plan and what its tools brought to a draft: which kind of wording fits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from assistant.findings import Findings, entry_of
from assistant.outcomes import Artifact, Failure
from assistant.understanding.plan import Plan
from assistant.understanding.text.manner import MANNERS
from assistant.understanding.text.shape import subject, word_asked
from assistant.wording import replies
from assistant.wording.draft import Draft
from assistant.wording.explanation import explain
from assistant.wording.of_itself import told_of_itself
from assistant.wording.shorter import retold, shortened
from knowledge import Glossary
from knowledge.words import key
from tools import Table
from tools.result import Result

# A question that names no term is about the method where its best term is this near in meaning, or where most of its words
# are known and that term is near or has a good part of them. Set on questions inside the method and outside by two authors.
_NEAR: Final = 0.65
_KNOWN: Final = 0.55
_NEARISH: Final = 0.5
_GRASPED: Final = 0.4
# "What is X?" asks for X and nothing near it: of a name that is in no entry, only a way of asking that is as good as the same.
_SAME: Final = 0.9
_WHOLE: Final = 0.999  # every word
_TOUCHING: Final = 0.4
_APART: Final = 0.2


def reply(plan: Plan, outcomes: Sequence[tuple[str, Artifact]], glossary: Glossary) -> Draft:
    """The draft for `plan`; `outcomes` are the tools called with their artifacts, in order."""
    whole = _whole(plan, outcomes, glossary)
    return whole if plan.manner is None else shortened(whole, plan.manner, glossary)


def _whole(plan: Plan, outcomes: Sequence[tuple[str, Artifact]], glossary: Glossary) -> Draft:
    results = [a for _, a in outcomes if isinstance(a, Result)]
    findings = next((a for _, a in outcomes if isinstance(a, Findings)), None)
    failed = next(((name, a.error) for name, a in outcomes if isinstance(a, Failure)), None)
    table = next((a for _, a in outcomes if isinstance(a, Table)), None)
    if plan.courtesy:
        return replies.introduced()
    if plan.topic is not None:
        return told_of_itself(plan.topic)
    if plan.wish in MANNERS:
        return retold(plan, results, glossary)
    if plan.declined is not None:
        return replies.declined(plan, results, findings, glossary)
    if plan.missing or plan.choices:
        return replies.asked(plan, glossary, plan.pending.tool if plan.pending is not None else "")
    if results:
        return replies.calculated(plan, results, findings, glossary, failed[1] if failed else None)
    if failed is not None:
        return replies.refused(plan, failed[1], glossary, failed[0])
    if table is not None:
        return replies.described(table)
    if plan.wish in ("sure", "much") or (plan.wish == "source" and plan.seen):
        return replies.weighed(plan, glossary)
    known = plan.shape == "risk" and bool(plan.terms) and not plan.named  # "what's the catch", of what was spoken of
    if findings is None or not (known or covered(findings, glossary)):
        return replies.not_covered(findings, glossary)
    return explain(plan, findings, glossary)


def covered(findings: Findings, glossary: Glossary) -> bool:
    """Whether the glossary holds enough to answer: a term is named, or the words and their meaning are near."""
    if not findings.passages or findings.foreign:
        return False
    meant = word_asked(findings.query) or subject(findings.query)
    whole = findings.coverage >= _WHOLE and findings.near > findings.outside
    if findings.named > 0:
        # "What is the Sharpe ratio of the S&P?" names a term, but asks the meaning of something else; "what is the cost of
        # rolling?" has no strange word in it.
        named = [entry_of(glossary, term) for term in findings.terms[: findings.named]]
        asked = key(meant)
        same = not asked or any(asked in its or its in asked for e in named for _, name in e.names() if (its := key(name)))
        return same or (whole and findings.near >= _TOUCHING)
    if meant:
        apart = findings.near > findings.outside + _APART
        grasped = findings.grasp >= (_GRASPED if findings.near >= _NEAR else _WHOLE)
        return findings.near >= _SAME or (whole and apart and grasped)
    if findings.near >= _NEAR:
        return True
    if findings.near < findings.outside:  # "how do I pay my rent on time": every word is known, the subject is another
        return False
    return findings.coverage >= _KNOWN and (findings.near >= _NEARISH or findings.grasp >= _GRASPED)
