"""Sessions: nothing crosses from one to another; limits hold; a turn never blocks the next."""

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pandas as pd
import pytest

from assistant import Answer, Assistant
from assistant.context import TurnContext
from assistant.session import MAX_LEFT, MAX_TABLES, MAX_TURNS, Session, Sessions, Turn
from knowledge import Index
from tools import Table, load_table
from tools.errors import ToolError


def table(name: str, *values: float) -> Table:
    rows = len(values) or 3
    frame = pd.DataFrame({"date": pd.bdate_range("2025-01-01", periods=rows), "iv": list(values) or [1.0, 2.0, 3.0]})
    return load_table(frame).renamed(name)


def test_the_same_name_is_the_same_session() -> None:
    sessions = Sessions()
    assert sessions.get("a") is sessions.get("a")
    assert sessions.get("a") is not sessions.get("b")


def test_the_least_recently_used_session_goes_first() -> None:
    sessions = Sessions(limit=2)
    first, second = sessions.get("first"), sessions.get("second")
    sessions.get("first")
    sessions.get("third")
    assert sessions.get("first") is first
    assert sessions.get("second") is not second


def test_a_forgotten_session_starts_anew() -> None:
    sessions = Sessions()
    sessions.get("a").add(table("x"))
    sessions.forget("a")
    sessions.forget("never there")
    assert not sessions.get("a").tables


def test_the_table_loaded_last_is_the_active_one() -> None:
    session = Session("s")
    assert session.active is None
    session.add(table("one"))
    session.add(table("two"))
    assert session.active is not None
    assert session.active.name == "two"
    session.add(table("one"))
    assert session.active.name == "one"
    assert list(session.tables) == ["two", "one"]


def test_tables_are_read_only_from_outside() -> None:
    session = Session("s")
    with pytest.raises(TypeError):
        session.tables["x"] = table("x")  # type: ignore[index]


def test_a_table_too_many_is_refused_and_none_is_lost() -> None:
    session = Session("s")
    for n in range(MAX_TABLES):
        session.add(table(f"t{n}"))
    with pytest.raises(ToolError, match=str(MAX_TABLES)):
        session.add(table("one more"))
    session.add(table("t0"))  # replacing one is no further table
    assert len(session.tables) == MAX_TABLES


def test_a_table_is_picked_by_name_whatever_its_case() -> None:
    session = Session("s")
    session.add(table("Alpha"))
    session.add(table("Beta"))
    assert session.pick("alpha").name == "Alpha"
    assert session.pick(None).name == "Beta"
    with pytest.raises(ToolError, match="Alpha, Beta"):
        session.pick("gamma")
    with pytest.raises(ToolError, match="Load a file"):
        Session("empty").pick(None)


def test_only_the_last_turns_are_kept() -> None:
    session = Session("s")
    for n in range(MAX_TURNS + 5):
        session.record(Turn(str(n), (), Answer("error", "x")))
    assert len(session.turns) == MAX_TURNS
    assert session.turns[-1].question == str(MAX_TURNS + 4)


def test_two_sessions_never_see_each_others_tables_or_talk(warmed: Assistant) -> None:
    try:
        warmed.load(table("secret-of-one", *range(1, 61)), session="one")
        warmed.ask("25/30/35 butterfly at 0.85: break-evens?", session="one")
        assert not warmed.tables("two")
        described = warmed.ask("what is in my data?", session="two")
        assert described.kind == "clarification"
        assert "secret" not in str(described)
        leaned = warmed.ask("and at 1.10?", session="two")
        assert not leaned.results
    finally:
        warmed.forget("one")
        warmed.forget("two")


QUESTIONS = (
    "What is contango?",
    "25/30/35 butterfly at 0.85: break-evens?",
    "and at 1.10?",
    "make it 10 contracts",
    "why does the article avoid at-the-money calls",
    "plan the tranches for $20,000",
    "should I buy it now?",
)


def test_many_sessions_at_once_answer_as_one_does(warmed: Assistant) -> None:
    alone = [str(warmed.ask(q, session="alone")) for q in QUESTIONS]

    def talk(name: str) -> list[str]:
        return [str(warmed.ask(q, session=name)) for q in QUESTIONS]

    names = [f"crowd-{n}" for n in range(8)]
    with ThreadPoolExecutor(8) as pool:
        assert all(said == alone for said in pool.map(talk, names))
    for name in ("alone", *names):
        warmed.forget(name)


def test_questions_at_once_in_one_session_are_answered_in_turn(warmed: Assistant, session: str) -> None:
    question = "25/30/35 butterfly at 0.85: break-evens?"
    expected = str(warmed.ask(question, session=f"{session}-other"))
    with ThreadPoolExecutor(6) as pool:
        said = list(pool.map(lambda _: str(warmed.ask(question, session=session)), range(12)))
    assert set(said) == {expected}


def test_a_stream_left_half_way_does_not_block_the_next_question(warmed: Assistant, session: str) -> None:
    events = warmed.stream("25/30/35 butterfly at 0.85: break-evens?", session)
    next(events)
    events.close()  # type: ignore[attr-defined]
    answered = threading.Event()

    def next_question() -> None:
        warmed.ask("What is contango?", session=session)
        answered.set()

    threading.Thread(target=next_question, daemon=True).start()
    assert answered.wait(20)


def test_a_stopped_turn_keeps_its_session_and_the_conversation_its_copy(index: Index) -> None:
    sessions = Sessions()
    sessions.add("a", load_table(pd.DataFrame({"x": [1.0, 2.0]})))
    with sessions.held("a") as first:
        first.running = TurnContext("q", first, index)
        sessions.stop("a")
        with sessions.held("a") as second:  # its lock is free
            assert second is not first
            assert list(second.tables) == list(first.tables)
            assert sessions.end(second, Turn("later", (), Answer(kind="explanation", text="x", question="later")))
        first.reread(load_table(pd.DataFrame({"y": [1.0, 2.0]})).renamed("late.csv"))
        assert not sessions.end(first, Turn("q", (), Answer(kind="explanation", text="x", question="q")))
    assert [t.question for t in sessions.get("a").turns] == ["later"]
    assert "late.csv" not in sessions.get("a").tables


def test_few_stopped_turns_are_left_at_work_at_once(index: Index) -> None:
    sessions = Sessions()
    with ExitStack() as held:
        for _ in range(MAX_LEFT + 2):
            if sessions.get("a").lock.locked():
                break
            session = held.enter_context(sessions.held("a"))
            session.running = TurnContext("q", session, index)
            sessions.stop("a")
        assert sessions.get("a") is session  # one more would have to wait
        assert session.running is not None
        assert session.running.unwanted
    with sessions.held("a") as after:
        assert after is session


def test_a_question_that_waited_for_a_stopped_turn_is_asked_in_the_copy(index: Index) -> None:
    sessions = Sessions()
    first = sessions.get("a")
    first.lock.acquire()
    first.running = TurnContext("q", first, index)
    with ThreadPoolExecutor(1) as thread:

        def ask() -> Session:
            with sessions.held("a") as mine:
                return mine

        waiting = thread.submit(ask)
        sessions.stop("a")
        first.lock.release()
        assert waiting.result(60) is sessions.get("a")
