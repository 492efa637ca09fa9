"""From a question to what the chat shows."""

import threading
import time

import pytest

from assistant.events import StepEnded, StepStarted
from assistant.page import chat
from assistant.page.session import Session
from tests.e2e.fake import Fake


def conversed(question, conversation=None, session=None):
    session = session or Session()
    session.waiting = question
    pictures = [list(picture) for picture in chat.converse(conversation or Fake(), session)]
    return pictures, session


def said(messages):
    return "\n".join(str(message["content"]) for message in messages)


def test_a_quick_answer_is_shown_in_two_pictures():
    pictures, _ = conversed("What is ALVH?")
    assert len(pictures) == 2
    assert [message["role"] for message in pictures[0]] == ["user"]
    assert "buy protection in parts" in said(pictures[-1])


def test_a_slow_answer_shows_its_pending_step_and_its_words_as_they_come():
    pictures, _ = conversed("What is ALVH?", Fake(pause=0.1))
    pending = [p for p in pictures if any(m.get("metadata", {}).get("status") == "pending" for m in p)]
    assert pending
    assert len(pictures) > 4


def test_the_last_picture_is_the_transcript():
    pictures, session = conversed("What is ALVH?")
    assert pictures[-1] == session.transcript


def test_a_fault_becomes_an_answer_that_tells_no_secret(caplog):
    pictures, session = conversed("fail now")
    assert "went wrong" in said(pictures[-1])
    assert "keys.txt" not in said(pictures[-1])
    assert "Educational only" in said(pictures[-1])
    assert session.free(0)
    assert "An answer failed" in caplog.text


def test_an_answer_without_an_end_is_an_error():
    pictures, _ = conversed("silent please")
    assert "ended early" in said(pictures[-1])


@pytest.mark.parametrize(("question", "words"), [("x" * 1001, "shorten it by 1 character "), ("  ", "type a question")])
def test_a_question_that_cannot_be_taken_is_refused_in_words(question, words):
    pictures, _ = conversed(question)
    assert words in said(pictures[-1])


def test_a_question_of_the_full_length_is_taken():
    assert chat.refusal("x" * chat.LIMIT) == ""


def test_without_a_waiting_question_nothing_changes():
    session = Session()
    assert list(chat.converse(Fake(), session)) == [[]]


def test_only_the_last_answer_keeps_its_follow_ups():
    session = Session()
    conversed("What is ALVH?", session=session)
    conversed("What is ALVH?", session=session)
    assert [i for i, message in enumerate(session.transcript) if message.get("options")] == [len(session.transcript) - 1]


def test_ids_do_not_repeat_within_a_tab():
    session = Session()
    conversed("What is ALVH?", session=session)
    conversed("What is ALVH?", session=session)
    assert said(session.transcript).count('id="answer-1-source-1"') == 1
    assert said(session.transcript).count('id="answer-2-source-1"') == 1


def test_old_charts_are_let_go_and_their_words_stay():
    session = Session()
    for _ in range(14):
        conversed("price a butterfly", session=session)
    charts = [
        part for m in session.transcript if isinstance(m["content"], list) for part in m["content"] if not isinstance(part, str)
    ]
    assert len(charts) == 12
    assert said(session.transcript).count("This chart is no longer shown") == 2
    assert said(session.transcript).count("Largest profit") == 14


def test_a_reader_who_leaves_frees_the_tab():
    session = Session()
    session.waiting = "What is ALVH?"
    pictures = chat.converse(Fake(pause=0.05), session)
    next(pictures)
    pictures.close()
    assert session.free(0)


def test_pauses_mark_what_waits_to_be_shown_and_quick_events_pass_in_one():
    def slow():
        yield StepStarted(id="1", title="a")
        time.sleep(0.2)
        yield StepEnded(id="1", title="a", detail="", seconds=0.2)

    assert [type(event).__name__ for event in chat.paced(slow(), threading.Event())] == ["StepStarted", "NoneType", "StepEnded"]
    assert None not in list(chat.paced(iter(range(50)), threading.Event()))


def test_a_fault_of_the_source_is_raised_in_its_place():
    def broken():
        yield 1
        raise RuntimeError("here")

    events = chat.paced(broken(), threading.Event())
    assert next(events) == 1
    with pytest.raises(RuntimeError, match="here"):
        next(events)


def test_a_stopped_answer_ends_at_once_keeps_its_words_and_carries_the_disclaimer():
    conversation, session = Fake(pause=0.2), Session()
    session.waiting = "What is ALVH?"
    pictures = chat.converse(conversation, session)
    while "buy protection in parts" not in said(next(pictures)):
        pass
    session.stopping.set()
    *_, last = list(pictures)
    assert "Stopped" in said(last)
    assert "buy protection in parts" in said(last)
    assert "leaves exits open" not in said(last)
    assert "Educational only" in said(last)
    assert session.free(0)
    assert "leaves exits open" in said(conversed("What is ALVH?", session=session)[0][-1])


def test_a_stopped_source_is_closed_at_its_next_event():
    closed, go = threading.Event(), threading.Event()

    def source():
        try:
            yield 1
            go.wait()
            yield 2
            yield 3
        finally:
            closed.set()

    stop = threading.Event()
    events = chat.paced(source(), stop, 0.0)
    assert next(events) == 1
    stop.set()
    assert list(events) == []
    assert not closed.is_set()
    go.set()
    assert closed.wait(5)


def test_an_answer_of_an_old_chat_does_not_enter_the_new_one():
    session = Session()
    session.waiting = "What is ALVH?"
    pictures = chat.converse(Fake(pause=0.1), session)
    next(pictures)
    session.stopping.set()
    session.restart()
    assert list(pictures)[-1] == [] == session.transcript
