"""One sentence against a turn's evidence: what may be shown of it, or why it may not.

In order: links and marks that are not ours go; advice and predictions are refused; a statement of fact needs a claim that
says so, which is added where one is found; each numeral needs a source with that value, unit and sign.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from assistant.guards.advice import addresses, advises, calls, quotes
from assistant.guards.agreement import disagrees, opposed
from assistant.guards.attribution import stray_source
from assistant.guards.citations import MARK, tidy
from assistant.guards.closeness import CLOSE, figures_of
from assistant.guards.dates import weekdays
from assistant.guards.evidence import Evidence
from assistant.guards.judgement import UNDECIDED, Judged, judge
from assistant.guards.leaning import acts
from assistant.guards.likening import unlikened
from assistant.guards.movement import at_odds, renamed, turned_round
from assistant.guards.numerals import as_seen, numerals
from assistant.guards.ordering import reorders
from assistant.guards.overstating import overstates
from assistant.guards.rates import other_period
from assistant.guards.relations import turned_relation
from assistant.guards.reporting import general, of_a_kind, outside, plain, sourced, strange, witnessed
from assistant.guards.roles import swaps
from assistant.guards.support import denies, stems
from assistant.guards.talk import formal, refuses, silent
from assistant.guards.tallies import miscounts
from assistant.guards.truths import untrue
from knowledge import Claim

# Shares of a sentence's words that its source must have; set on the tuned half of the planted sentences.
_CITED: Final = 0.3
_REPAIRED: Final = 0.74
_VERBATIM: Final = 0.85
_TOOLS_OWN: Final = 0.7  # where every verb of trading is the tool's own
_COMPUTED: Final = 0.6
_ASIDE: Final = 1  # words of no report that a sentence with a computed figure may have
_SOURCED: Final = 0.5
_LONGEST: Final = 1_500  # characters: nobody reads a longer sentence, and checking takes time
_NAME: Final = 24  # characters
_SPACE: Final = re.compile(r"[ \t](?=[.,;:!?](?:\s|$))")  # left where a mark stood
# Log odds between which rules of grammar decide; beyond them the judgement of all words does. Set where an author whose
# sentences it had not been fitted to was judged best.
_NO_ADVICE: Final = -1.0
_ADVICE: Final = 1.0
_NO_FACT: Final = -0.5
_FACT: Final = 2.0
_SUPPOSED: Final = re.compile(
    r"\b(?:would|if|were|instead|means?|called)\b", re.IGNORECASE
)  # of another case than the one at hand
_ASKS: Final = re.compile(
    r"\W{0,4}(?:do|shall|should|would|want|can|could|may|what|which|how)\b[^.;:!?]{1,300}\?\s*$", re.IGNORECASE
)  # what is asked says nothing of a result
_FEW: Final = 2  # words: fewer are no statement that a claim could be found for


@dataclass(frozen=True)
class Screened:
    """A sentence after the guards: its text as it may be shown, and what is wrong with it (then it may not be shown)."""

    text: str
    faults: tuple[str, ...] = ()
    removed: int = 0


def screen(sentence: str, evidence: Evidence) -> Screened:
    """Check one sentence."""
    if len(sentence) > _LONGEST:
        return Screened(sentence, ("is too long to be checked",))
    text, removed = tidy(sentence, lambda claim_id: evidence.claim(claim_id) is not None)
    bare = unmarked(text, evidence)
    if not bare.strip(" \t\n.,;:!?*_>|-()[]"):
        return Screened("" if removed else text, removed=removed)
    cited = [c for c in map(evidence.claim, dict.fromkeys(MARK.findall(text))) if c is not None]
    judged = judge(bare, evidence.words) if any(len(w) > 1 for w in stems(bare)) else UNDECIDED
    if (stated := unlikened(bare)) != bare:
        judged = replace(judged, states=min(judged.states, judge(stated, evidence.words).states))
    fault = _advice(bare, cited, evidence, judged)
    if fault:
        return Screened(text, (fault,), removed)
    quotable = [f"{c.text} {c.term}" for c in cited]
    if stray := stray_source(bare, evidence.words.union(*map(stems, quotable)), "\n".join([evidence.told_in_words, *quotable])):
        return Screened(text, (f"names a source that is not at hand: {stray}",), removed)
    if cited:
        denied = _denied(unlikened(MARK.sub("", text)), cited)
    else:  # what a figure says is held against the figures themselves
        denied = not (numerals(bare) or _SUPPOSED.search(bare)) and opposed(bare, evidence.lines) and not formal(bare)
    told = not denied and _told(bare, cited, evidence, judged)
    # What stands under another's mark may be right in its own place.
    astray = denied and cited and evidence.rarity.closeness.near(bare, cited) < CLOSE
    sought = (astray or not denied) and (not told or (not cited and silent(bare)))
    claim = _supporting(bare, evidence) if sought else None
    if claim is not None:
        text, cited = _with_mark(MARK.sub("", text), claim), [claim]
    figures = evidence.computed
    for known in cited:
        figures = figures + figures_of(known)
    plain = unmarked(text, evidence)
    faults = tuple(figures.faults(plain))
    if not faults and (odds := at_odds(plain) or _other_day(plain, cited, evidence) or _of_the_field(plain, cited)):
        faults = (odds,)
    asks = _ASKS.match(plain) is not None
    if not (faults or asks) and (not cited or claim is not None) and (against := evidence.contradictions.fault(plain)):
        faults = (f"contradicts the result: {against}",)
    if not told and claim is None and not faults:
        faults = ("is not what the cited claim says" if cited else "states a fact without a claim that says so",)
    return Screened(text, faults, removed)


def unmarked(text: str, evidence: Evidence) -> str:
    """`text` without marks, and with the figures of names as letters; a column's name is one where it is no sentence."""
    for name in evidence.names:
        if len(name) <= _NAME:
            text = text.replace(name, re.sub(r"\d", "N", name))
    return evidence.rarity.names.sub(lambda m: re.sub(r"\d", "N", m.group()), as_seen(MARK.sub("", text)))


def _advice(bare: str, cited: list[Claim], evidence: Evidence, judged: Judged) -> str:
    called = calls(bare)
    kind = advises(bare) or ("advice" if judged.advises > _ADVICE or called else "")
    if not kind or (judged.advises < _NO_ADVICE and not called):
        return ""
    said = stems(bare)
    for claim in cited:
        share = evidence.rarity.share(said, stems(f"{claim.text} {claim.term}"))
        verbatim = share >= _VERBATIM and advises(claim.text) and (addresses(claim.text) or not addresses(bare))
        if verbatim or (share >= _CITED and quotes(bare)):
            return ""
    if any(evidence.rarity.share(said, stems(n)) >= _TOOLS_OWN and acts(bare) <= acts(n) for n in evidence.lines):
        return ""
    return f"is {kind}"


def _told(bare: str, cited: list[Claim], evidence: Evidence, judged: Judged) -> bool:
    """Whether the sentence needs no further source: it says what it cites, states no fact, or tells what was computed."""
    if cited and stems(bare):
        near = evidence.rarity.closeness.near
        return near(bare, cited) >= CLOSE or ((stated := unlikened(bare)) != bare and near(stated, cited) >= CLOSE)
    if refuses(bare):  # the embedded model may know better
        return False
    if judged.states < _NO_FACT:
        return True
    return judged.states <= _FACT and _reported(bare, evidence)


def _reported(bare: str, evidence: Evidence) -> bool:
    """Whether the sentence, by its form and words, states no fact, or tells what was computed."""
    rarity, said = evidence.rarity, stems(bare)
    if formal(bare) or not said:
        return True
    share = rarity.share(said, evidence.words)
    if share < _VERBATIM:
        if sourced(bare) and share < _SOURCED and not silent(bare):
            return False
        if witnessed(bare) or strange(bare, evidence.told_in_words) or (general(bare) and not _reports(bare, evidence)):
            return False
    if evidence.results or evidence.told:
        if len(outside(bare, evidence.words)) > (_ASIDE if _reports(bare, evidence) else 0):
            return False
        if numerals(bare) and not evidence.results_only.faults(bare):
            return True
        if numerals(bare) and not evidence.computed.faults(bare) and share > 0.0:
            return True
        if share >= _COMPUTED and len(set(said) & evidence.words) > _FEW:
            return True
        return not numerals(bare) and not of_a_kind(bare) and plain(frozenset(said), evidence.words, rarity.share)
    return bool(numerals(bare)) and not evidence.computed.faults(bare) and share >= _COMPUTED


def _other_day(plain: str, cited: list[Claim], evidence: Evidence) -> str:
    """What is wrong with a day of the week, where the sources name others alone."""
    known = weekdays("\n".join([evidence.told_in_words, *(c.text for c in cited)]))
    stray = sorted(weekdays(plain) - known) if known else []
    return f"{stray[0].title()} is named in no source" if stray else ""


def _of_the_field(plain: str, cited: list[Claim]) -> str:
    """What is wrong with the sentence by what holds in the field; a claim may tell of a page that has it otherwise."""
    fault = untrue(plain) or turned_relation(plain)
    return "" if fault and any(untrue(c.text) or turned_relation(c.text) for c in cited) else fault


def _reports(bare: str, evidence: Evidence) -> bool:
    """Whether the sentence has a figure that was computed: one of a result that the user did not give."""
    return any(evidence.computed.reckoned(n) and not evidence.computed.given(n) for n in numerals(bare))


def _supporting(bare: str, evidence: Evidence) -> Claim | None:
    """The claim that says what the sentence says; None where there is none."""
    rarity, said = evidence.rarity, stems(bare)
    if len(set(said)) < _FEW:
        return None
    best, most = None, _REPAIRED
    for claim in evidence.candidates(bare):
        share = rarity.share(said, stems(f"{claim.text} {claim.term}"))
        if (
            share >= most
            and denies(bare) == denies(claim.text)
            and not _denied(bare, [claim])
            and not figures_of(claim).faults(bare)
        ):
            best, most = claim, share + 1e-9
    return best


def _denied(bare: str, claims: list[Claim]) -> bool:
    """Whether the sentence says the opposite of the claims, or takes their difference the other way round."""
    texts = [c.text for c in claims]
    return (
        disagrees(bare, texts)
        or overstates(bare, [f"{c.text} ({c.term})" for c in claims])
        or swaps(bare, texts)
        or reorders(bare, texts)
        or miscounts(bare, texts)
        or other_period(bare, texts)
        or all(turned_round(bare, t) or renamed(bare, t) for t in texts)
    )


def _with_mark(text: str, claim: Claim) -> str:
    """The sentence with the claim's mark behind it in the place of others, in front of the white space that ends it."""
    end = len(text.rstrip())
    return f"{_SPACE.sub('', text[:end])} [{claim.id}]{text[end:]}"
