"""The assistant as a whole: any text gets an answer with the disclaimer; a fault of ours is told and logged."""

import asyncio
import logging
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import wraps
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from langchain_core.messages import AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGenerationChunk

from assistant import Answer, Assistant
from assistant.events import Done, StepStarted
from assistant.unanswered import MAX_QUESTION, STOPPED
from tools import CATALOGUE
from tools.disclaimer import SHORT
from tools.errors import ToolError

from .conftest import Ask
from .scripted import Scripted


@pytest.mark.parametrize("question", ["", " ", "\n\t", "\u2003"])
def test_an_empty_question_is_asked_for(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.kind == "clarification"
    assert "Type a question" in answer.text
    assert SHORT in str(answer)


@pytest.mark.parametrize("question", [None, 3, 2.5, b"what", ["what"], {"q": 1}])
def test_what_is_no_text_is_an_error_that_says_so(warmed: Assistant, question: Any) -> None:
    answer = warmed.ask(question)
    assert answer.kind == "error"
    assert "text" in answer.text
    assert SHORT in str(answer)


def test_a_question_too_long_says_how_long(ask: Ask) -> None:
    answer = ask("a" * 25_000)
    assert answer.kind == "clarification"
    assert "25,000" in answer.text
    assert f"{MAX_QUESTION:,}" in answer.text
    assert len(answer.question) <= 200


def test_the_longest_question_is_still_answered(ask: Ask) -> None:
    assert ask(("what is contango " * 2000)[:MAX_QUESTION]).kind in ("explanation", "not-covered")


@pytest.mark.parametrize(
    "question",
    [
        "🦋🦋🦋",
        "👍",
        "ما هو الكونتانغو؟",
        "מה זה קונטנגו",
        "\u202ewhat is contango",
        "что такое контанго",
        "什么是恐慌指数",
        "\x00\x01\x02\x7f",
        "what\x00is\x08contango",
        "\ud800",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)> what is delta",
        "'; DROP TABLE claims; --",
        "{{7*7}} ${7*7} %s %d {0}",
        "[click](javascript:alert(1))",
        "```python\nimport os\n```",
        "\\N{BUTTERFLY} \\x00",
        "a" * 5000,
        "?" * 5000,
        "../../etc/passwd",
    ],
)
def test_odd_text_gets_a_plain_answer(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.kind in ("explanation", "not-covered", "clarification")
    assert answer.text.strip()
    assert SHORT in str(answer)
    assert "<script" not in answer.text


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200))
def test_no_text_is_a_fault(warmed: Assistant, text: str) -> None:
    answer = warmed.ask(text, session="any-text")
    assert answer.kind != "error"
    assert SHORT in str(answer)


HEAP = [
    *(
        "what",
        "is",
        "the",
        "a",
        "my",
        "25/30/35",
        "0.85",
        "$20,000",
        "30%",
        "ten",
        "macd",
        "signal",
        "yesterday",
        "debit",
        "fly",
    ),
    *("tranche", "budget", "rsi", "vix", "settles", "at", "contango", "18.2", "19.6", "long", "short", "25c", "2.40", "30p"),
    *("and", "if", "make", "it", "1e9", "-5", "999999999999", "0/0/0", "how", "many", "contracts", "should", "i"),
]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(HEAP),
        min_size=1,
        max_size=14,
    )
)
def test_no_heap_of_the_fields_words_is_a_fault(warmed: Assistant, words: list[str]) -> None:
    answer = warmed.ask(" ".join(words), session="any-words")
    assert answer.kind != "error", " ".join(words)
    assert SHORT in str(answer)


@pytest.mark.parametrize(
    ("broken", "question"),
    [
        ("assistant.embedded.Planner.plan", "What is contango?"),
        ("assistant.embedded.reply", "What is contango?"),
        ("assistant.toolbox.search", "What is contango?"),
        ("assistant.assembly.assemble", "What is contango?"),
        ("assistant.core.Assistant._messages", "What is contango?"),
    ],
)
def test_a_fault_of_ours_is_told_logged_and_over_with(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, broken: str, question: str
) -> None:
    def fail(*_: Any, **__: Any) -> Any:
        raise RuntimeError("the inner secret")

    with monkeypatch.context() as patch, caplog.at_level(logging.ERROR):
        patch.setattr(broken, fail)
        answer = ask(question)
    assert answer.kind == "error"
    assert answer.disclaimer == SHORT
    assert "RuntimeError" in answer.text
    assert "inner secret" not in str(answer)
    assert "inner secret" in caplog.text
    assert ask(question).kind == "explanation"  # the next question works


def test_a_refused_calculation_is_no_fault(ask: Ask) -> None:
    answer = ask("25/30/28 butterfly at 0.85")
    assert answer.kind == "clarification"
    assert "strikes" in answer.text


def test_asynchronous_callers_get_the_same(warmed: Assistant, session: str) -> None:
    async def told() -> tuple[Answer, Answer]:
        events = [event async for event in warmed.astream("What is contango?", f"{session}-a")]
        last = events[-1]
        assert isinstance(last, Done)
        return last.answer, await warmed.aask("What is contango?", f"{session}-b")

    streamed, asked = asyncio.run(told())
    assert str(streamed) == str(asked) == str(warmed.ask("What is contango?", f"{session}-c"))


def test_loading_names_the_table_and_refuses_what_is_no_table(warmed: Assistant, session: str) -> None:
    from tools.errors import ToolError

    table = warmed.load(b"date,close\n2024-01-02,1\n2024-01-03,2\n", name="n.csv", session=session)
    assert list(warmed.tables(session)) == [table.name] == ["n.csv"]
    with pytest.raises(ToolError):
        warmed.load(b"\x00\x01\x02", name="x.csv", session=session)
    assert list(warmed.tables(session)) == ["n.csv"]


def test_a_model_that_cannot_be_had_is_said_in_words(caplog: pytest.LogCaptureFixture) -> None:
    assistant = Assistant(model="nosuchprovider:model")
    with caplog.at_level(logging.ERROR):
        answer = assistant.ask("What is contango?")
    assert answer.kind == "error"
    assert "nosuchprovider:model" in answer.text
    assert SHORT in str(answer)
    assert "could not start" in caplog.text


def test_a_stopped_turn_is_told_as_such_and_not_remembered(warmed: Assistant, session: str) -> None:
    warmed.ask("What is contango?", session)
    events = warmed.stream("25/30/35 butterfly at 0.85: break-evens?", session)
    assert isinstance(next(events), StepStarted)
    warmed.stop(session)
    *_, last = events
    assert isinstance(last, Done)
    assert last.answer.kind == "error"
    assert "stopped" in last.answer.text
    assert last.answer.disclaimer == SHORT
    assert [asked.question for asked in warmed.record(session).questions] == ["What is contango?"]
    assert warmed.ask("25/30/35 butterfly at 0.85: break-evens?", session).kind == "calculation"


def test_stopping_when_nothing_is_made_changes_nothing(warmed: Assistant, session: str) -> None:
    warmed.stop(session)
    assert warmed.ask("What is contango?", session).kind == "explanation"
    warmed.stop(session)
    assert warmed.ask("What is contango?", session).kind == "explanation"


def test_the_next_question_does_not_wait_for_the_tool_of_a_stopped_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on = threading.Event(), threading.Event()
    tool = CATALOGUE["contract_value"]

    def slow(**arguments: Any) -> Any:
        begun.set()
        assert go_on.wait(60)
        return tool.function(**arguments)

    monkeypatch.setattr(
        CATALOGUE, "_tools", {**CATALOGUE._tools, tool.name: replace(tool, function=wraps(tool.function)(slow))}
    )
    assistant = Assistant()
    assistant.ask("25/30/35 butterfly at 0.85")
    with ThreadPoolExecutor(1) as thread:
        stopped = thread.submit(assistant.ask, "What is the notional of one VIX future at 19.5?")
        assert begun.wait(60)
        assistant.stop()
        assistant.load(pd.DataFrame({"iv": [20.0, 21.0]}), name="iv.csv")
        assert "debit=1.1" in assistant.ask("and at 1.10?").results[0].call  # while the tool is still at work
        assert not stopped.done()
        go_on.set()
        assert stopped.result(60).text == STOPPED
    assert [asked.question for asked in assistant.record().questions] == ["25/30/35 butterfly at 0.85", "and at 1.10?"]
    assert list(assistant.tables()) == ["iv.csv"]


class _Slow(Scripted):
    """Says one sign after the other, for a minute if it is let."""

    said: int = 0
    begun: Any = None

    def _stream(
        self, messages: list[BaseMessage], stop: Any = None, run_manager: Any = None, **kwargs: Any
    ) -> Iterator[ChatGenerationChunk]:
        for _ in range(3000):
            self.said += 1
            yield ChatGenerationChunk(message=AIMessageChunk("x"))
            self.begun.set()
            time.sleep(0.02)


def test_a_model_in_the_middle_of_its_reply_is_stopped() -> None:
    model = _Slow(lines=["x"], begun=threading.Event())
    assistant = Assistant(model)
    with ThreadPoolExecutor(1) as thread:
        asked = thread.submit(assistant.ask, "What is contango?")
        assert model.begun.wait(60)
        assistant.stop()
        answer = asked.result(60)
    assert (answer.kind, answer.text) == ("error", STOPPED)
    assert model.said < 3000
    with pytest.raises(ToolError, match="Ask something first"):
        assistant.record()


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"model": 5}, "model: got 5; it must be None, a chat model"),
        ({"notes": "pyproject.toml"}, "is not a folder of entries"),
    ],
)
def test_what_the_assistant_cannot_be_made_from_is_said(given: dict[str, Any], says: str) -> None:
    answer = Assistant(**given).ask("What is theta?")
    assert answer.kind == "error"
    assert says in answer.text


def test_a_notebook_shows_an_answer_as_markdown(warmed: Assistant, session: str) -> None:
    answer = warmed.ask("25/30/35 fly at 0.85, break-evens?", session=session)
    shown = answer._repr_markdown_()
    assert shown.replace(r"\$", "$") == str(answer)
    assert "$" not in shown.replace(r"\$", "")
