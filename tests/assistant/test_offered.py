"""A chosen model is offered few tools, among them those that the question needs."""

import math
from collections.abc import Callable

import pandas as pd
import pytest

from assistant import Answer, Assistant
from assistant.context import TurnContext
from assistant.guards.offered import MOST, offered
from assistant.outcomes import told
from assistant.session import Session
from assistant.toolbox import build_tools
from knowledge import Index
from tests.assistant.scripted import Scripted, calling
from tools import CATALOGUE, backtest, load_table, staged_cost

Offer = Callable[..., frozenset[str]]
Play = Callable[..., tuple[Answer, Scripted]]


@pytest.fixture
def offer(warmed: Assistant, index: Index) -> Offer:
    def of(question: str, session: Session | None = None) -> frozenset[str]:
        return offered(TurnContext(question, session or Session("offered"), index))

    return of


@pytest.mark.parametrize(
    ("question", "needed"),
    [
        ("What is contango?", "term_structure"),
        ("25/30/35 fly for .85, where do I break even?", "butterfly"),
        ("somebody put 18 thousand aside, how does the ladder go", "tranche_plan"),
        ("fast average .21 slow one .18, and the line?", "macd_values"),
        ("front month 15.2 and the next 16.1, how steep is that", "term_structure"),
        ("contract value: product VX, price 19.5", "contract_value"),
    ],
)
def test_what_a_question_needs_is_offered(offer: Offer, question: str, needed: str) -> None:
    names = offer(question)
    assert {"search_glossary", needed} <= names
    assert len(names) <= MOST < len(CATALOGUE)


def test_words_without_a_number_are_offered_the_search_and_what_lies_near(offer: Offer) -> None:
    assert "search_glossary" in offer("hello there")


def test_what_was_worked_out_lately_is_offered_once_more(warmed: Assistant, offer: Offer) -> None:
    session = warmed._sessions.get("offered-lately")
    warmed.ask("25/30/35 fly at 0.85", "offered-lately")
    assert "butterfly" in offer("hmm, and if somebody had waited?", session)


def test_beside_a_table_what_reads_it_is_offered(offer: Offer) -> None:
    session = Session("table")
    session.add(load_table(pd.DataFrame({"date": pd.date_range("2024-01-01", periods=60), "iv": range(60)})))
    assert {"describe_table", "macd_trigger"} <= offer("anything odd?", session)


def test_rows_pasted_into_a_question_are_a_table_for_a_chosen_model_too(play: Play) -> None:
    rows = "\n".join(f"2024-01-{n:02d}, {20 + n % 5}" for n in range(1, 29))
    _, model = play(f"date, iv\n{rows}\nwhat is odd in it?", calling("describe_table"), "Which column do you mean?")
    assert "28 rows" in str(model.requests[1][-1].text)


def test_a_tool_that_was_not_offered_can_be_called_all_the_same(play: Play) -> None:
    answer, model = play("What is contango?", calling("contract_value", product="VX", price=19.5), "It is worth $19,500.")
    assert [r.tool for r in answer.results] == ["contract_value"]
    assert "contract_value" not in {tool.name for tool in model.schemas[0]}


def test_all_tools_together_would_be_too_many(offer: Offer) -> None:
    schemas = {tool.name: len(str(tool.tool_call_schema.model_json_schema())) for tool in build_tools()}
    taken = sum(schemas[name] for name in offer("25/30/35 fly for .85, where do I break even?"))
    assert taken < 0.25 * sum(schemas.values())


def test_a_long_list_is_shortened_for_a_model_and_says_so() -> None:
    content, _ = told(staged_cost([((100 + n) / 100, 1) for n in range(60)]))
    assert "… 36 more …" in content
    assert "1.59" in content
    assert "1.30" not in content


def test_a_short_list_is_told_whole() -> None:
    content, _ = told(staged_cost([((100 + n) / 100, 1) for n in range(20)]))
    assert "more …" not in content


def test_decades_of_a_table_take_no_more_than_a_few_pages() -> None:
    closes = pd.Series([20 + 5 * math.sin(n / 4) for n in range(6000)], index=pd.bdate_range("2000-01-03", periods=6000))
    tested = backtest(closes)
    content, _ = told(tested)
    assert len(tested.trades) > 60
    assert len(content) < 30_000
