"""An assistant that is still on its way."""

import threading

import pytest

from assistant.events import Done, StepEnded, StepStarted
from assistant.page.conversation import Arriving
from tests.e2e.fake import Fake


def test_an_early_question_waits_and_says_so():
    fake = Fake()
    fake.gate.clear()
    arriving = Arriving(lambda: fake)
    arriving.start()
    events = arriving.stream("What is ALVH?", "a")
    assert next(events) == StepStarted(id="getting-ready", title="Getting the glossary ready")
    assert not arriving.wait(0.05)
    fake.gate.set()
    assert isinstance(next(events), StepEnded)
    assert isinstance(list(events)[-1], Done)


def test_a_later_question_does_not_mention_the_wait():
    arriving = Arriving(Fake)
    arriving.start()
    assert arriving.wait(5)
    assert [event.id for event in arriving.stream("x") if isinstance(event, StepStarted)] == ["1"]


def test_everything_else_is_passed_on(tmp_path):
    file = tmp_path / "a.csv"
    file.write_text("a\n1\n")
    arriving = Arriving(Fake)
    arriving.start()
    assert arriving.load(file, "a.csv", "tab").name == "a.csv"
    assert list(arriving.tables("tab")) == ["a.csv"]
    assert arriving.ask("What is ALVH?", "tab").kind == "explanation"
    arriving.forget("tab")
    assert arriving.tables("tab") == {}


def test_an_assistant_that_cannot_be_made_is_told_to_everyone_who_asks(caplog):
    def broken():
        raise OSError("no index")

    arriving = Arriving(broken)
    arriving.start()
    for _ in range(2):
        with pytest.raises(RuntimeError, match="no index"):
            arriving.ask("x")
    arriving.forget("tab")
    assert "could not be started" in caplog.text


def test_it_is_made_once_however_many_ask():
    made = []
    arriving = Arriving(lambda: made.append(1) or Fake())
    arriving.start()
    asking = [threading.Thread(target=arriving.ask, args=("x",)) for _ in range(8)]
    for thread in asking:
        thread.start()
    for thread in asking:
        thread.join()
    assert made == [1]
