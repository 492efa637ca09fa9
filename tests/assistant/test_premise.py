"""False premises: what a question asserts against what the claims say."""

import pytest

from assistant import Assistant
from assistant.understanding.premises.premise import contradiction
from knowledge import Glossary
from tests.bench.premises import outcomes

from .conftest import Ask


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("so the first tranche is 50%, right?", "25–30%"),
        ("the later tranches are 40% each, correct?", "20%"),
        ("RSI below 70 is the cue to adjust the wings, right?", "above 70"),
        ("contango means the front month is above the later months, right?", "below"),
    ],
)
def test_the_claim_that_says_otherwise_leads(ask: Ask, question: str, said: str) -> None:
    answer = ask(question)
    assert answer.kind == "explanation"
    assert said in answer.text.replace("25-30%", "25–30%")


@pytest.mark.parametrize(
    "question",
    [
        "what is the first tranche",
        "how big are the later tranches",
        "",
        "why not just buy puts",
        "why calls and not puts on vix",
        "why butterflies instead of futures",
    ],
)
def test_a_question_that_asserts_nothing_contradicts_nothing(glossary: Glossary, question: str) -> None:
    assert contradiction(question, [c for e in glossary.entries for c in e.claims]) is None


def test_a_true_premise_is_not_contradicted(glossary: Glossary) -> None:
    tranche = glossary.find("Tranche")
    assert tranche is not None
    assert contradiction("so the first tranche is 25-30%, right?", tranche.claims) is None


def test_a_corpus_of_true_premises_is_left_alone_and_of_false_ones_corrected() -> None:
    """By two authors, the second of whom saw neither code nor glossary; the table is printed by `tests.bench premises`."""
    rows = outcomes(Assistant())
    true = [r for r in rows if r["premise"] == "true"]
    false = [r for r in rows if r["premise"] != "true"]
    assert sum(bool(r["named"]) for r in true) <= 0.03 * len(true)
    assert sum(bool(r["leads"]) for r in false) >= 0.75 * len(false)
    assert sum(bool(r["named"]) for r in false) >= 0.25 * len(false)
