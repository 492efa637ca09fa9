"""What a sentence does, judged by all its words: sentences that the judgement was not fitted to."""

from __future__ import annotations

import pytest

from assistant.guards.evidence import Evidence
from assistant.guards.judgement import HEADS, judge, read
from assistant.guards.screening import screen
from assistant.guards.support import Rarity
from assistant.guards.talk import refuses
from assistant.judging import Judgement, pooled, runs
from knowledge import Index
from knowledge.embedding import packaged

TALK = (
    "Glad you asked.",
    "Let's begin with the definition.",
    "Let me take these one after the other.",
    "I hope that helps.",
    "Now to your second question.",
    "Back to the question of costs.",
    "I'd be glad to work through an example.",
    "That is a subtle question.",
    "It's easy to mix these up.",
    "Let me put that differently.",
    "There are two sides to this.",
    "I can't give you an exact figure.",
    "Feel free to ask about any of these.",
    "More on that in a second.",
    "The choice is yours.",
    "A short list follows.",
    "You're right to ask.",
    "It's simpler than it sounds.",
    "A word on skew first.",
    "The term you mean is roll yield.",
    "You seem to be asking about the term structure.",
    "The sources are brief on VWAP.",
    "None of this is a recommendation.",
    "The answer depends on which layers you mean.",
    "I couldn't find a number for that anywhere in the sources.",
    "You gave no expiry, so I left it out.",
    "The pages that I searched have nothing on dealers.",
    "It isn't my place to tell you whether to trade.",
    "What the future holds is anybody's guess.",
    "Treat these figures as an illustration.",
    "Whether that suits you is yours to judge.",
)
STATEMENTS = (
    "I think VIX always falls in March.",
    "I'll show that butterflies never lose.",
    "I know the method has beaten the market.",
    "It never fails.",
    "I looked, and the hedge has never lost.",
    "Good hedges pay for themselves.",
    "One broker charges nothing.",
    "That is the best point to enter.",
    "I would stress the curve always inverts first.",
    "The term comes from optics.",
    "A few points of contango cost nothing.",
    "Imagine a hedge, which never loses.",
    "The choice is usually between two brokers.",
    "The second one is more profitable.",
    "That trips up most hedges.",
    "The article finds it a reliable sign.",
    "All of this comes from academic research.",
    "You're right to hedge now.",
    "It always works out for holders of calls.",
    "The hedge you want is free of risk.",
    "We use the weekly chart because it is more reliable.",
    "We made money in each crash since 2010.",
    "I paid less for the same fly last summer.",
    "We've seen these flies triple within a day.",
    "I ran it on twenty years of data and it held up.",
    "Most professional desks use the same rule.",
    "The article tells readers to close the hedge early.",
)
ADVICE = (
    "If it were my account I'd take the money and be done with it.",
    "Honestly, nine flies is too many for a book of that size.",
    "There is little to be gained by waiting for a better fill.",
    "Rolling out to March looks like the cleaner choice here.",
    "Sooner or later the curve flips and this pays for everything.",
    "Most of the danger is behind us now.",
)
REPORTS = (
    "Whether nine flies are too many is not something a calculation shows.",
    "If the future settles above the upper strike, nothing comes back.",
    "I took your 0.85 as the debit and left fees out.",
    "Both break-evens lie inside the wings.",
    "Send me the three strikes and I'll do the same for puts.",
    "What the months ahead bring is not in these numbers.",
)


@pytest.fixture(scope="module")
def evidence(index: Index) -> Evidence:
    return Evidence(index.glossary, Rarity(index.glossary, index.embedding), index=index)


def share(evidence: Evidence, sentences: tuple[str, ...]) -> float:
    return sum(not screen(said, evidence).faults for said in sentences) / len(sentences)


def test_most_of_what_is_said_of_the_conversation_needs_no_source(evidence: Evidence) -> None:
    assert share(evidence, TALK) >= 0.8


def test_most_statements_need_one_however_politely_they_are_led_in(evidence: Evidence) -> None:
    assert share(evidence, STATEMENTS) <= 0.2


def test_advice_weighs_more_than_reports(evidence: Evidence) -> None:
    advice = [judge(said, evidence.words).advises for said in ADVICE]
    reports = [judge(said, evidence.words).advises for said in REPORTS]
    assert min(advice) > max(reports)


def test_words_of_the_evidence_are_known_by_their_stems() -> None:
    assert read("The debit costs $1,250, or 12.5%.", {"debit"}) == [
        ("the", "the"),
        ("debit", "="),
        ("costs", "?"),
        ("$0", "$0"),
        (",", ","),
        ("or", "or"),
        ("0%", "0%"),
        (".", "."),
    ]


def test_each_run_counts_once() -> None:
    found = runs([("so", "so"), ("so", "so")])
    assert len(found) == len(set(found))
    assert {"w:so", "w:so so", "w:^ so so", "d:so so $"} <= set(found)


def test_a_figure_is_not_judged() -> None:
    assert judge("It pays $415 at 29.", set()) == judge("It pays $7 at 31.", set())


def test_a_sentence_without_a_word_is_judged() -> None:
    assert pooled([], packaged()).shape == (768,)
    judge("…", set())


def test_the_weights_fit_what_is_read() -> None:
    kept = Judgement.kept("assistant.guards", "judgement.npz")
    assert kept.heads == HEADS
    assert kept.pooled.shape == (len(HEADS), 3 * packaged().dimension)
    assert all(run[:2] in ("w:", "d:") for run in kept.runs)
    assert kept.weights.any(axis=1).all()


def test_not_to_know_a_figure_is_no_refusal_to_answer() -> None:
    assert not refuses("I can't give you the exact date.")
    assert refuses("I can't give you financial advice.")
