"""Conversations: a short question leans on the turn before, and a full one does not."""

import pytest

from assistant import Answer, Assistant
from assistant.understanding.conversation.dialogue import leans, points_back
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.wishes import wish_of


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("tell me more", "more"),
        ("go on", "more"),
        ("explain", "explain"),
        ("what does that mean?", "explain"),
        ("I don't understand", "explain"),
        ("show me the code", "code"),
        ("python please", "code"),
        ("show the working", "working"),
        ("how did you calculate that", "working"),
        ("where does that come from?", "source"),
        ("who says so?", "source"),
        ("why?", "why"),
        ("but why not", "why"),
        ("why is the vix high", None),
        ("explain contango", None),
        ("what does contango mean", None),
        ("", None),
    ],
)
def test_wishes(text: str, meant: str | None) -> None:
    assert wish_of(text) == meant


@pytest.mark.parametrize(
    "text", ["and at 1.10?", "make it 10", "what about 22/27/32", "same fly, 3 contracts", "1.10", "with fees"]
)
def test_what_leans(text: str) -> None:
    assert leans(Reading(text))


def test_what_does_not_lean() -> None:
    assert not leans(Reading("How many tranches does the method use in all of its stages?"))


def test_pronouns_point_back() -> None:
    assert points_back("how does it lose money")
    assert not points_back("how does a butterfly lose money")


def call(answer: Answer) -> str:
    assert len(answer.results) == 1
    return answer.results[0].call


def test_a_chain_of_changes(warmed: Assistant, session: str) -> None:
    steps = [
        ("25/30/35 fly at 0.85", "lower=25.0, body=30.0, upper=35.0, debit=0.85"),
        ("and at 1.10?", "lower=25.0, body=30.0, upper=35.0, debit=1.1"),
        ("make it 10 contracts", "lower=25.0, body=30.0, upper=35.0, debit=1.1, contracts=10"),
        ("what about 22/27/32?", "lower=22.0, body=27.0, upper=32.0, debit=1.1, contracts=10"),
        ("and if vix settles at 29?", "lower=22.0, body=27.0, upper=32.0, debit=1.1, contracts=10, settlement=29.0"),
        ("same but 3 contracts", "lower=22.0, body=27.0, upper=32.0, debit=1.1, contracts=3, settlement=29.0"),
        ("with a debit of 1.25 instead", "lower=22.0, body=27.0, upper=32.0, debit=1.25, contracts=3, settlement=29.0"),
        ("and at 31?", "lower=22.0, body=27.0, upper=32.0, debit=1.25, contracts=3, settlement=31.0"),
    ]
    for question, arguments in steps:
        assert call(warmed.ask(question, session=session)) == f"butterfly({arguments})", question


def test_a_change_still_works_after_a_question_on_something_else(warmed: Assistant, session: str) -> None:
    warmed.ask("25/30/35 fly at 0.85", session=session)
    assert warmed.ask("what is contango?", session=session).kind == "explanation"
    assert call(warmed.ask("and at 1.10?", session=session)) == "butterfly(lower=25.0, body=30.0, upper=35.0, debit=1.1)"


@pytest.mark.parametrize("question", ["what is 10 delta", "what's a 10-delta put?", "4/4/2 ratio?", "what is black 76", "why?"])
def test_a_name_with_a_figure_changes_no_number(warmed: Assistant, session: str, question: str) -> None:
    warmed.ask("25/30/35 fly at 0.85", session=session)
    answer = warmed.ask(question, session=session)
    assert not answer.results or call(answer) == "butterfly(lower=25.0, body=30.0, upper=35.0, debit=0.85)"


def test_the_missing_number_is_asked_for_and_taken(warmed: Assistant, session: str) -> None:
    first = warmed.ask("what are the break-evens of my butterfly?", session=session)
    assert first.kind == "clarification"
    assert "three strikes" in first.text
    assert "debit" in first.text
    second = warmed.ask("25/30/35", session=session)
    assert second.kind == "clarification"
    assert "strikes" not in second.text.partition("need")[2]
    assert "debit" in second.text
    third = warmed.ask("85 cents", session=session)
    assert call(third) == "butterfly(lower=25.0, body=30.0, upper=35.0, debit=0.85)"
    # 25 + 0.85 and 35 − 0.85
    assert "25.85" in third.text
    assert "34.15" in third.text


def test_code_working_and_source_of_the_last_result(warmed: Assistant, session: str) -> None:
    warmed.ask("25/30/35 fly at 0.85", session=session)
    line = "butterfly(lower=25.0, body=30.0, upper=35.0, debit=0.85)"
    assert line in warmed.ask("show me the code", session=session).text
    assert "rests on" in warmed.ask("show the working", session=session).text


@pytest.mark.parametrize(
    "question", ["what is the max loss?", "what's my max profit", "and the break-evens?", "the profit zone?"]
)
def test_a_figure_of_the_position_just_worked_out_is_that_positions(warmed: Assistant, session: str, question: str) -> None:
    warmed.ask("25/30/35 fly at 0.85", session=session)
    assert call(warmed.ask(question, session=session)) == "butterfly(lower=25.0, body=30.0, upper=35.0, debit=0.85)"


@pytest.mark.parametrize("question", ["what is the max loss of a long call?", "what is a break-even?", "what is the vix?"])
def test_a_question_of_its_own_is_answered_as_one(warmed: Assistant, session: str, question: str) -> None:
    warmed.ask("25/30/35 fly at 0.85", session=session)
    assert warmed.ask(question, session=session).kind == "explanation"


def test_without_a_position_before_a_figure_is_a_term(warmed: Assistant, session: str) -> None:
    assert warmed.ask("what is the max loss?", session=session).kind == "explanation"


def test_more_brings_further_claims(warmed: Assistant, session: str) -> None:
    first = warmed.ask("What is contango?", session=session)
    more = warmed.ask("tell me more", session=session)
    assert more.kind in ("explanation", "not-covered")
    assert not {c.claim_id for c in first.citations} & {c.claim_id for c in more.citations}


def test_it_means_the_subject_before(warmed: Assistant, session: str) -> None:
    warmed.ask("What is theta?", session=session)
    assert "Theta" in warmed.ask("why does it matter", session=session).terms[:2]


@pytest.mark.parametrize("question", ["why?", "tell me more", "sources?", "show me the code", "explain"])
def test_more_of_nothing_is_met_with_what_can_be_asked(warmed: Assistant, session: str, question: str) -> None:
    answer = warmed.ask(question, session=session)
    assert answer.kind == "clarification"
    assert answer.follow_ups


@pytest.mark.parametrize("question", ["and at 1.10?", "why?", "tell me more", "show me the code", "make it 10"])
def test_a_leaning_question_without_a_turn_before_is_no_fault(warmed: Assistant, session: str, question: str) -> None:
    assert warmed.ask(question, session=session).kind in ("not-covered", "clarification", "explanation")


def test_a_figure_is_asked_for_across_a_question_on_a_term(warmed: Assistant, session: str) -> None:
    answers = [
        warmed.ask(q, session=session)
        for q in (
            "break-evens of 25/30/35 at .85",
            "what is theta?",
            "and the max loss?",
        )
    ]
    assert answers[1].kind == "explanation"
    assert answers[2].results[0].max_loss == -85.0


def test_a_lone_number_takes_the_place_of_the_one_given_before(warmed: Assistant, session: str) -> None:
    legs = "long 25c 2.40, short two 30c 1.35, long 35c .80"
    answers = [
        warmed.ask(q, session=session)
        for q in (
            legs,
            "VRO prints 33.20",
            "and at 28?",
        )
    ]
    # Worth 28 − 25 = 3.00; paid 2.40 − 2 × 1.35 + 0.80 = 0.50; so 2.50 points = $250.
    assert "2.50 points = $250" in answers[2].text


def test_a_number_behind_the_word_period_is_the_period(warmed: Assistant, session: str) -> None:
    answer = warmed.ask("ema yesterday 18.2 price today 19 period 12", session=session)
    assert "18.3231" in answer.text  # 18.2 + 2/13 × 0.8
