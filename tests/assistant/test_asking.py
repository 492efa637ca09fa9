"""What questions ask for, judged by all their words: questions of an author that the judgement was not fitted to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.judging import Judgement
from assistant.understanding.limits.asking import HEADS, LONGEST, SURE, judge, read
from knowledge import Index
from knowledge.embedding import packaged

LABELLED = Path(__file__).parents[1] / "bench" / "asked-eighth-author.jsonl"


@pytest.fixture(scope="module")
def declined(index: Index) -> dict[str, list[str]]:
    """By label, what each of its questions is declined for; "" for none."""
    found: dict[str, list[str]] = {}
    for row in map(json.loads, LABELLED.read_text("utf-8").splitlines()):
        why, lead = judge(row["question"], index)
        found.setdefault(row["label"], []).append(why if lead > SURE else "")
    return found


@pytest.mark.parametrize("label", ["advice", "prediction", "live-data", "errand"])
def test_most_of_what_is_to_be_declined_is(declined: dict[str, list[str]], label: str) -> None:
    assert declined[label].count(label) >= 0.75 * len(declined[label])


def test_few_questions_within_the_subject_are(declined: dict[str, list[str]]) -> None:
    assert declined["within"].count("") >= 0.97 * len(declined["within"])


def test_another_subject_is_no_request_for_advice(declined: dict[str, list[str]]) -> None:
    assert declined["outside"].count("advice") <= 0.05 * len(declined["outside"])


@pytest.mark.parametrize(
    "question",
    [
        "my uncle swears by selling everything in may, is he right",
        "thinking of dumping my hedge, vix looks dead. smart?",
        "kindly propose one structure that fits a cautious dentist with 60k",
    ],
)
def test_advice_is_declined_however_it_is_asked_for(warmed: Assistant, question: str) -> None:
    assert warmed.ask(question, session=question).kind == "no-advice"


def test_numbers_that_can_be_worked_out_are(warmed: Assistant) -> None:
    answer = warmed.ask("a 20/25/30 fly for 0.80, worth a shot? what are the break-evens")
    assert "20.80" in answer.text
    assert "29.20" in answer.text


def test_words_are_known_beside_the_glossary(index: Index) -> None:
    assert read("Should I buy the debit of 12.5% or flurbs for $300?", index) == [
        ("should", "should"),
        ("i", "i"),
        ("buy", "="),
        ("the", "the"),
        ("debit", "="),
        ("of", "of"),
        ("0%", "0%"),
        ("or", "or"),
        ("flurbs", "?"),
        ("for", "for"),
        ("$0", "$0"),
        ("?", "?"),
    ]


def test_pasted_data_does_not_count(index: Index) -> None:
    asked = "should I sell my hedge today or wait? ".ljust(LONGEST)
    assert judge(asked + "18.5 19.2 " * 1_000, index) == judge(asked, index)


def test_a_question_without_a_word_is_judged(index: Index) -> None:
    judge("…", index)


def test_the_weights_fit_what_is_read() -> None:
    kept = Judgement.kept("assistant.understanding.limits", "asking.npz")
    assert kept.heads == HEADS
    assert kept.pooled.shape == (len(HEADS), packaged().dimension)
    assert all(run[:2] in ("w:", "d:") for run in kept.runs)
    assert kept.weights.any(axis=1).all()
