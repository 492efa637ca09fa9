"""From a question to a plan: the order of decision, and what is asked of the tools."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Answer
from assistant.session import Call, Session, Turn
from assistant.toolbox import build_tools
from assistant.understanding.conversation.again import SEARCH
from assistant.understanding.plan import Plan
from assistant.understanding.planner import Planner
from knowledge import Index


def plan(index: Index, question: str, *turns: Turn) -> Plan:
    session = Session("s")
    for turn in turns:
        session.record(turn)
    return Planner(index, session, question).plan()


def test_a_definition_is_searched_under_its_term(index: Index) -> None:
    planned = plan(index, "What is contango?")
    assert planned.kind == "explanation"
    assert planned.shape == "what"
    assert planned.terms[0] == "Contango"
    assert [c.tool for c in planned.calls] == [SEARCH]
    assert planned.calls[0].arguments["terms"][0] == "Contango"


def test_terms_that_every_other_claim_names_come_last(index: Index) -> None:
    ambient = next(iter(sorted(index.glossary.ambient)))
    planned = plan(index, f"{ambient} and contango")
    assert planned.terms[0] == "Contango"
    assert ambient in planned.terms


def test_a_calculation_is_made_before_the_search(index: Index) -> None:
    planned = plan(index, "25/30/35 fly at 0.85, break-evens?")
    assert planned.kind == "calculation"
    assert [c.tool for c in planned.calls] == ["butterfly", SEARCH]


def test_advice_with_numbers_still_computes_them(index: Index) -> None:
    planned = plan(index, "should I buy the 25/30/35 fly at 0.85?")
    assert (planned.kind, planned.declined) == ("no-advice", "advice")
    assert [c.tool for c in planned.calls] == ["butterfly", SEARCH]


@pytest.mark.parametrize(
    ("question", "kind", "why"),
    [
        ("should I hedge today", "no-advice", "advice"),
        ("will the vix spike next week", "no-advice", "prediction"),
        ("what is the vix right now", "not-covered", "live-data"),
        ("write me a poem about vix", "not-covered", "errand"),
    ],
)
def test_what_is_declined_is_not_computed_or_guessed(index: Index, question: str, kind: str, why: str) -> None:
    planned = plan(index, question)
    assert (planned.kind, planned.declined) == (kind, why)
    assert [c.tool for c in planned.calls] == [SEARCH]


def test_a_missing_number_leaves_the_call_pending(index: Index) -> None:
    planned = plan(index, "what are the break-evens of my 25/30/35 butterfly")
    assert planned.kind == "clarification"
    assert planned.missing == ("the debit paid, in points",)
    assert planned.pending == Call("butterfly", {"lower": 25.0, "body": 30.0, "upper": 35.0})


def test_a_pending_call_is_given_up_for_a_new_question(index: Index) -> None:
    pending = Call("butterfly", {"lower": 25.0, "body": 30.0, "upper": 35.0})
    turn = Turn("q", (), Answer("clarification", "?"), pending)
    assert plan(index, "what is contango", turn).kind == "explanation"
    assert plan(index, "0.85", turn).calls[0] == Call("butterfly", {**pending.arguments, "debit": 0.85})
    # and it is not waiting any more once something else was asked
    later = Turn("what is contango", (), Answer("explanation", "x"))
    assert plan(index, "0.85", turn, later).kind != "calculation"


def test_a_pasted_series_is_left_out_of_the_search(index: Index) -> None:
    series = " ".join(str(20 + n % 7) for n in range(60))
    planned = plan(index, f"any macd cross in {series}")
    assert planned.calls[0].tool == "macd_trigger"
    assert not any(ch.isdigit() for ch in planned.calls[-1].arguments["query"])


def test_a_query_is_never_longer_than_the_search_takes(index: Index) -> None:
    assert len(plan(index, "contango " * 1000).calls[-1].arguments["query"]) <= 1000


def test_a_question_on_data_without_a_table_asks_for_it(index: Index) -> None:
    planned = plan(index, "did the macd cross in my file?")
    assert planned.kind == "clarification"
    assert "load a file" in planned.missing[0]


NAMES = {tool.name for tool in build_tools()}


@given(st.text(max_size=150))
def test_every_plan_can_be_carried_out(index: Index, question: str) -> None:
    planned = plan(index, question)
    assert planned.calls
    assert {c.tool for c in planned.calls} <= NAMES
    assert planned.shapes
