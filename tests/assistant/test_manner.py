"""An answer told again in another manner: in its own words, fewer of them, with the same figures."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant import Assistant
from assistant.understanding.text.manner import parted
from assistant.understanding.text.wishes import wish_of
from assistant.wording.shorter import first_sentence


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("shorter", "short"),
        ("can you make it shorter please?", "short"),
        ("in one sentence", "short"),
        ("tl;dr", "short"),
        ("too long", "short"),
        ("explain it more simply", "simple"),
        ("eli5", "simple"),
        ("in plain English, please", "simple"),
        ("in German", "language"),
        ("auf Deutsch bitte", "language"),
        ("do you speak Spanish?", "language"),
        ("translate that into French", "language"),
        ("and short", None),  # a position turned round
        ("short 2 VIX futures at 18", None),
        ("what is a simple moving average", None),
        ("explain contango", None),
    ],
)
def test_wishes_for_a_manner(text: str, meant: str | None) -> None:
    assert wish_of(text) == meant


@pytest.mark.parametrize(
    ("text", "question", "manner"),
    [
        ("What is contango, in one sentence?", "What is contango?", "short"),
        ("explain backwardation in simple words", "explain backwardation", "simple"),
        ("max loss of a 20/25/30 fly at 1.2, briefly", "max loss of a 20/25/30 fly at 1.2", "short"),
        ("in one sentence", "in one sentence", None),
        ("What is contango?", "What is contango?", None),
    ],
)
def test_a_manner_at_the_end_of_a_question(text: str, question: str, manner: str | None) -> None:
    assert parted(text) == (question, manner)


@pytest.mark.parametrize("asked", ["what is contango?", "when is the second tranche added?", "should I buy VIX calls now?"])
def test_shorter_is_a_part_of_the_answer_before(warmed: Assistant, session: str, asked: str) -> None:
    whole = warmed.ask(asked, session)
    short = warmed.ask("shorter please", session)
    words = re.sub(r"\s*\[\d+\]", "", short.text)
    assert words in re.sub(r"\s*\[\d+\]", "", whole.text)
    assert len(short.text) < len(whole.text)
    assert short.kind == whole.kind
    assert {c.claim_id for c in short.citations} <= {c.claim_id for c in whole.citations}
    assert warmed.ask("in one sentence", session).text == short.text  # of the same answer, not of the short one


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(15, 40), st.integers(2, 8), st.integers(10, 190).map(lambda n: n / 100), st.integers(1, 30))
def test_a_calculation_in_one_sentence_keeps_its_figures(
    warmed: Assistant, session: str, lower: int, wing: int, debit: float, contracts: int
) -> None:
    warmed.ask(f"{lower}/{lower + wing}/{lower + 2 * wing} butterfly for {debit}, {contracts} contracts", session)
    short = warmed.ask("in one sentence", session)
    (result,) = short.results
    assert result.break_evens == pytest.approx((lower + debit, lower + 2 * wing - debit))  # type: ignore[attr-defined]
    assert "\n" not in short.text.strip()
    for figure in result.break_evens:  # type: ignore[attr-defined]
        assert f"{figure:.2f}" in short.text


def test_another_language_is_declined_honestly_and_the_conversation_goes_on(warmed: Assistant, session: str) -> None:
    warmed.ask("25/30/35 butterfly for 0.85", session)
    answer = warmed.ask("auf Deutsch bitte", session)
    assert "English only" in answer.text
    assert "25.85 and 34.15" in answer.text
    (result,) = warmed.ask("and at 1.10?", session).results
    assert result.inputs["debit"] == 1.10


def test_simpler_words_say_what_the_terms_in_them_are(warmed: Assistant, session: str) -> None:
    warmed.ask("what is backwardation?", session)
    answer = warmed.ask("explain it more simply", session)
    assert "**Futures contract:**" in answer.text
    assert answer.citations


@pytest.mark.parametrize("text", ["shorter", "in one sentence", "explain it more simply", "in German"])
def test_before_anything_was_asked_there_is_nothing_to_tell_again(warmed: Assistant, session: str, text: str) -> None:
    assert warmed.ask(text, session).kind == "clarification"


def test_the_first_sentence_of_a_list_is_its_labelled_lines() -> None:
    assert (
        first_sentence("**Fly** for 1.00:\n- **Low:** 2. More.\n- **High:** 3.") == "**Fly** for 1.00: **Low:** 2; **High:** 3."
    )
    assert first_sentence("**What the sources say**\n\n- One [a:123456]. Two.") == "One [a:123456]."
    assert first_sentence("") == ""
