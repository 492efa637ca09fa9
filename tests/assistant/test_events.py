"""The stream of events: steps in pairs, the text whole, the answer last."""

import pytest

from assistant import Assistant
from assistant.events import Done, StepEnded, StepStarted, TextReady


@pytest.mark.parametrize(
    "question",
    ["What is contango?", "25/30/35 butterfly at 0.85: break-evens?", "Should I buy vix calls today?", "zxcv qwer", "", "   "],
)
def test_the_answer_is_the_last_event_and_its_text_was_told_before(warmed: Assistant, session: str, question: str) -> None:
    events = list(warmed.stream(question, session))
    assert isinstance(events[-1], Done)
    assert sum(isinstance(e, Done) for e in events) == 1
    told = "".join(e.text for e in events if isinstance(e, TextReady))
    assert told.strip() == events[-1].answer.text.strip()


def test_each_step_ends_once_after_it_started(warmed: Assistant, session: str) -> None:
    events = list(warmed.stream("25/30/35 butterfly at 0.85: break-evens?", session))
    started = [e.id for e in events if isinstance(e, StepStarted)]
    ended = [e for e in events if isinstance(e, StepEnded)]
    assert sorted(started) == sorted(e.id for e in ended)
    assert len(set(started)) == len(started) == 2
    for end in ended:
        first = next(i for i, e in enumerate(events) if isinstance(e, StepStarted) and e.id == end.id)
        assert first < events.index(end)
        assert end.title
        assert end.detail
        assert end.seconds >= 0


def test_the_answer_lists_the_steps_that_were_told(warmed: Assistant, session: str) -> None:
    events = list(warmed.stream("What is contango?", session))
    done = events[-1]
    assert isinstance(done, Done)
    assert [s.title for s in done.answer.steps] == [e.title for e in events if isinstance(e, StepEnded)]


def test_text_comes_after_every_step(warmed: Assistant, session: str) -> None:
    kinds = [type(e) for e in warmed.stream("VX1 18.2, VX2 19.6: contango?", session)]
    assert kinds.index(TextReady) > max(i for i, k in enumerate(kinds) if k is StepEnded)
