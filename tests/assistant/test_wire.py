"""A chosen model over HTTP: the real client against a server whose replies are written in advance."""

import json
import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import pytest

from assistant import Answer, Assistant
from assistant.events import Done, TextReady
from tools.disclaimer import SHORT

from .wire import Exchange, Reply, WireServer, calls, served, status, text

pytest.importorskip("langchain_openai", reason="the extra openai is not installed")

BUTTERFLY = {"lower": 25, "body": 30, "upper": 35, "debit": 0.85}
ASKED = "25/30/35 fly at 0.85, break-evens?"
SECRET = "sk-never-shown-0123456789"
Wired = Callable[..., tuple[Assistant, WireServer]]


@pytest.fixture
def wired(warmed: Assistant, monkeypatch: pytest.MonkeyPatch) -> Iterator[Wired]:
    """An assistant whose model is behind a server that plays the replies."""
    with ExitStack() as stack:

        def start(*replies: Reply, timeout: str = "20") -> tuple[Assistant, WireServer]:
            server = stack.enter_context(contextmanager(served)(*replies))
            monkeypatch.setenv("ALVH_BASE_URL", server.url)
            monkeypatch.setenv("ALVH_TIMEOUT", timeout)
            monkeypatch.setenv("OPENAI_API_KEY", SECRET)
            monkeypatch.setattr("knowledge.Index.open", lambda *_, **__: warmed.index)
            return Assistant(model="openai:scripted"), server

        yield start


def told(assistant: Assistant, question: str) -> tuple[Answer, str]:
    """The answer, and the text that was streamed before it; both are the same, always."""
    events = list(assistant.stream(question))
    done = events[-1]
    assert isinstance(done, Done)
    streamed = "".join(e.text for e in events if isinstance(e, TextReady))
    assert streamed.strip() == done.answer.text.strip()
    assert SHORT in str(done.answer)
    assert SECRET not in str(done.answer)
    return done.answer, streamed


def test_a_tool_is_called_and_its_figures_are_told(wired: Wired) -> None:
    assistant, server = wired(calls("butterfly", BUTTERFLY), text("It breaks even at 25.85 and 34.15."))
    answer, _ = told(assistant, ASKED)
    assert answer.text == "It breaks even at 25.85 and 34.15."
    assert answer.kind == "calculation"
    assert [r.tool for r in answer.results] == ["butterfly"]
    assert answer.notes == ()
    first, second = server.requests
    assert first["stream"] is True
    assert "butterfly" in {tool["function"]["name"] for tool in first["tools"]}
    assert second["messages"][-1]["role"] == "tool"
    assert "25.85" in second["messages"][-1]["content"]


def test_the_first_sentence_is_shown_before_the_reply_is_complete(wired: Wired) -> None:
    shown = threading.Event()

    def slowly(to: Exchange) -> None:
        to.say("The lower break-even is 25.85. T")
        assert shown.wait(20), "the first sentence was not shown while the reply went on"
        to.say("he upper one is 34.15.")
        to.over()

    assistant, _ = wired(calls("butterfly", BUTTERFLY), slowly)
    pieces = []
    for event in assistant.stream(ASKED):
        if isinstance(event, TextReady):
            pieces.append(event.text)
            shown.set()
    assert pieces[0].strip() == "The lower break-even is 25.85."
    assert "".join(pieces).strip() == "The lower break-even is 25.85. The upper one is 34.15."


def test_a_wrong_number_is_never_streamed_and_its_place_is_kept(wired: Wired) -> None:
    first = "The lower break-even is 25.85. The upper break-even is 34.25. The most it makes is $415."
    assistant, server = wired(calls("butterfly", BUTTERFLY), text(first), text("1. The upper break-even is 34.15."))
    answer, streamed = told(assistant, ASKED)
    assert "34.25" not in streamed
    assert answer.text == "The lower break-even is 25.85. The upper break-even is 34.15. The most it makes is $415."
    assert "34.25" in server.requests[-1]["messages"][-1]["content"]
    assert not server.requests[-1].get("tools")


def test_what_stays_wrong_is_put_in_the_tools_own_words(wired: Wired) -> None:
    wrong = text("The break-evens, between which there is a profit, are 25.80 and 34.20.")
    assistant, _ = wired(calls("butterfly", BUTTERFLY), wrong, text("1. They are 25.80 and 34.20."))
    answer, _ = told(assistant, ASKED)
    assert "25.80" not in answer.text
    assert "25.85 and 34.15" in answer.text
    assert answer.notes


@pytest.mark.parametrize("arguments", ['{"lower": 25, "body": ', "[]", '{"lower": "x"}', "", '{"lower": 1e999}', "null", '"a"'])
def test_a_malformed_call_is_no_fault(wired: Wired, arguments: str) -> None:
    assistant, _ = wired(calls("butterfly", arguments), text("Which three strikes do you mean?"))
    answer, _ = told(assistant, "What is contango?")
    assert answer.kind != "error"


@pytest.mark.parametrize(
    "reply",
    [
        status(401, f"Incorrect API key provided: {SECRET}"),
        status(404, "no such model"),
        status(429, "slow down"),
        status(500, "oops"),
        status(503, "busy"),
        lambda to: to.send(200, "<html>not json</html>", "text/html"),
        lambda to: to.send(200, "data: {broken\n\n", "text/event-stream"),
        lambda to: to.close_connection,
    ],
)
def test_a_failing_server_is_replaced_and_nothing_of_a_key_is_told(
    wired: Wired, caplog: pytest.LogCaptureFixture, reply: Reply
) -> None:
    assistant, server = wired(reply)
    with caplog.at_level(logging.WARNING):
        answer, _ = told(assistant, "What is contango?")
    assert answer.terms[0] == "Contango"
    assert any("embedded model answered" in note for note in answer.notes)
    assert SECRET not in caplog.text
    assert len(server.requests) == 1


def test_a_reply_cut_off_half_way_keeps_what_was_shown_and_is_finished(wired: Wired) -> None:
    def cut(to: Exchange) -> None:
        to.say("The lower break-even is 25.85. The upper one")
        to.wfile.write(b"data: {broken")

    assistant, _ = wired(calls("butterfly", BUTTERFLY), cut)
    answer, streamed = told(assistant, ASKED)
    assert streamed.startswith("The lower break-even is 25.85.")
    assert "The upper one\n" not in answer.text
    assert "34.15" in answer.text
    assert any("embedded model answered" in note for note in answer.notes)


@pytest.mark.parametrize("said", ["The lower break-even is 25.85. The upper one is 3", "The lower break-even is 25.85. The u"])
def test_a_reply_that_breaks_off_without_a_word_is_finished(wired: Wired, said: str) -> None:
    assistant, server = wired(calls("butterfly", BUTTERFLY), lambda to: to.say(said))
    answer, streamed = told(assistant, ASKED)
    assert streamed.startswith("The lower break-even is 25.85.")
    assert "The u" not in answer.text
    assert "34.15" in answer.text
    assert answer.notes == ("The chosen model broke off in the middle of its reply; the embedded model answered instead.",)
    assert len(server.requests) == 2


def test_a_whole_reply_needs_no_reason_for_its_end(wired: Wired) -> None:
    assistant, _ = wired(calls("butterfly", BUTTERFLY), lambda to: to.say("It breaks even at 25.85 and 34.15."))
    answer, _ = told(assistant, ASKED)
    assert (answer.text, answer.notes) == ("It breaks even at 25.85 and 34.15.", ())


@pytest.mark.parametrize("given", [{}, {"id": "a"}])
def test_calls_of_one_id_or_of_none_are_told_apart(wired: Wired, given: dict[str, str]) -> None:
    def two(to: Exchange) -> None:
        for n, (name, arguments) in enumerate((("butterfly", BUTTERFLY), ("irr", {"cash_flows": [-100, 60, 60]}))):
            function = {"name": name, "arguments": json.dumps(arguments)}
            to.delta({"tool_calls": [{"index": n, "type": "function", "function": function, **given}]})
        to.over("tool_calls")

    assistant, _ = wired(two, text("It breaks even at 25.85 and 34.15."))
    answer, _ = told(assistant, ASKED)
    assert [r.tool for r in answer.results] == ["butterfly", "irr"]
    assert len(answer.steps) == 2


def test_a_call_that_is_never_complete_costs_no_time(wired: Wired) -> None:
    def piece(arguments: str, **more: str) -> dict[str, object]:
        return {"tool_calls": [{"index": 0, **more, "function": {"name": "butterfly", "arguments": arguments}}]}

    def endless(to: Exchange) -> None:
        to.delta(piece("x" * 100, id="a", type="function"))
        for _ in range(150):
            to.delta({"tool_calls": [{"index": 0, "function": {"arguments": "x" * 100}}]})
        to.over("tool_calls")

    assistant, _ = wired(endless)
    started = time.monotonic()
    answer, _ = told(assistant, ASKED)
    assert time.monotonic() - started < 10
    assert any("in a form that cannot be read" in note for note in answer.notes)


def test_calls_without_end_are_told_as_such(wired: Wired) -> None:
    assistant, _ = wired(calls("butterfly", BUTTERFLY))
    answer, _ = told(assistant, ASKED)
    assert any("no answer after 6 replies" in note for note in answer.notes)


@pytest.mark.parametrize("odd", ["\ud83d", "\x00", "\x005\x01", "\x1b[31m"])
def test_what_is_no_character_is_not_shown(wired: Wired, odd: str) -> None:
    assistant, _ = wired(calls("butterfly", BUTTERFLY), text(f"It breaks even at 25.85 {odd}. And at 34.15."))
    answer, _ = told(assistant, ASKED)
    answer.text.encode()
    assert not [c for c in answer.text if c < " " and c != "\n"]


def test_a_reply_without_end_is_ended(wired: Wired) -> None:
    def endless(to: Exchange) -> None:
        while True:
            to.say("and so on " * 20, size=200)

    assistant, server = wired(endless)
    answer, _ = told(assistant, "What is contango?")
    assert answer.terms[0] == "Contango"
    assert server.hung_up.wait(20)


def test_a_silent_server_is_not_waited_for(wired: Wired) -> None:
    release = threading.Event()
    assistant, _ = wired(lambda _: (release.wait(20), None)[1], timeout="0.3")
    answer, _ = told(assistant, "What is contango?")
    release.set()
    assert answer.terms[0] == "Contango"
    assert any("Timeout" in note for note in answer.notes)


def _refusal(to: Exchange) -> None:
    to.delta({"role": "assistant", "refusal": "No."})
    to.over()


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (text(""), "empty"),
        (text("  \n"), "empty"),
        (_refusal, "empty"),  # the client drops the words of a streamed refusal: it arrives as an empty reply
        (text("", "content_filter"), "refused"),
        (text("I'm sorry, but I can't help with that."), "refused"),
        (text("I cannot provide financial advice."), "refused"),
    ],
)
def test_no_words_and_refusals_are_replaced(wired: Wired, reply: Reply, why: str) -> None:
    assistant, _ = wired(reply)
    answer, _ = told(assistant, "What is contango?")
    assert answer.terms[0] == "Contango"
    assert any(why in note for note in answer.notes), answer.notes


def test_a_reply_stopped_at_its_length_loses_the_sentence_that_was_cut(wired: Wired) -> None:
    stopped = text("The lower break-even is 25.85. The upper one is 34", "length")
    assistant, _ = wired(calls("butterfly", BUTTERFLY), stopped)
    answer, _ = told(assistant, ASKED)
    assert answer.text == "The lower break-even is 25.85."
    assert any("length limit" in note for note in answer.notes)


def test_what_a_model_thinks_to_itself_is_not_shown(wired: Wired) -> None:
    said = "<think>The answer is 99. Buy now.</think>\n\nThe lower break-even is 25.85."
    assistant, _ = wired(calls("butterfly", BUTTERFLY), text(said))
    answer, streamed = told(assistant, ASKED)
    assert answer.text == "The lower break-even is 25.85."
    assert "99" not in streamed


def test_advice_and_claims_of_its_own_are_not_shown(wired: Wired) -> None:
    said = "The lower break-even is 25.85. You should buy it now. A 2019 study proves that it works."
    assistant, _ = wired(calls("butterfly", BUTTERFLY), text(said), text("1. Buy it.\n2. -"))
    answer, _ = told(assistant, ASKED)
    assert answer.text == "The lower break-even is 25.85."
    assert len(answer.notes) == 2


def test_an_asker_who_leaves_ends_the_reply(wired: Wired) -> None:
    def endless(to: Exchange) -> None:
        to.say("Here is the result. ")
        while not to.server.hung_up.wait(0.01):
            to.say("More? ")

    assistant, server = wired(endless)
    events = assistant.stream("What is contango?")
    assert isinstance(next(events), TextReady)
    events.close()
    assert server.hung_up.wait(20)
