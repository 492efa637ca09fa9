"""The record: everything that happened, nothing of the clock, the same bytes each time, and no other file taken for one."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from assistant import Assistant
from assistant.documents.record import LARGEST, Record, read
from assistant.session import MAX_TURNS
from tests.assistant.conversations import BOTH, CHANGES, OWN_NUMBERS, SERIES, TALKS, Talk, files, hold
from tools.disclaimer import SHORT
from tools.errors import ToolError


@pytest.fixture
def recorded(warmed: Assistant, session: str, tmp_path):
    """The record of a conversation."""
    files(tmp_path)

    def of(talk: Talk, name: str = session) -> Record:
        warmed.forget(name)
        hold(warmed, name, talk, tmp_path)
        return warmed.record(name)

    return of


@pytest.mark.parametrize("talk", TALKS, ids=lambda talk: talk.name)
def test_the_same_conversation_gives_the_same_bytes(recorded, talk: Talk) -> None:
    assert recorded(talk).json_text() == recorded(talk).json_text()


def test_a_saved_record_is_read_back_whole(recorded) -> None:
    kept = recorded(SERIES)
    again = read(kept.json_text().encode())
    assert again == kept
    assert again.intact
    assert again.json_text() == kept.json_text()


def test_tables_and_questions_stand_in_the_order_of_the_conversation(recorded) -> None:
    told = [getattr(entry, "question", None) or entry.table.name for entry in recorded(BOTH).entries]
    assert told == list(BOTH.lines)


def test_a_claim_is_kept_with_its_words_and_their_hash(recorded, glossary) -> None:
    cited = [citation for asked in recorded(CHANGES).questions for citation in asked.answer.citations]
    assert cited
    for citation in cited:
        assert glossary.claim(citation.claim).text == citation.text
        assert len(citation.hash) == 16
    assert len({c.hash for c in cited}) == len({c.text for c in cited})


def test_a_table_is_kept_with_its_fingerprint_and_what_was_odd_in_it(recorded, warmed, session) -> None:
    kept = recorded(SERIES).tables[0]
    table = warmed.tables(session)["prices.csv"]
    assert (kept.name, kept.file, kept.fingerprint, kept.rows) == ("prices.csv", "prices.csv", table.fingerprint, 420)
    assert kept.report["frequency"] == "daily"


def test_every_answer_and_the_record_itself_carry_the_disclaimer(recorded) -> None:
    kept = recorded(BOTH)
    assert kept.disclaimer == SHORT
    assert {asked.answer.disclaimer for asked in kept.questions} == {SHORT}


def test_results_stand_in_the_record_as_the_tool_tells_them(recorded, warmed, session) -> None:
    (first, *_) = recorded(OWN_NUMBERS).questions
    result = first.answer.results[0].model_dump()
    assert result["break_evens"] == [25.85, 34.15]
    assert result["max_profit"] == 2490.0
    assert result["max_loss"] == -510.0


def test_nothing_of_the_clock_is_in_it(recorded) -> None:
    assert "seconds" not in recorded(OWN_NUMBERS).json_text()


def test_a_change_shows_in_the_digest(recorded) -> None:
    text = recorded(OWN_NUMBERS).json_text()
    assert not read(text.replace("25.85", "25.86")).intact


def test_there_is_no_record_of_an_empty_conversation(warmed: Assistant, session: str) -> None:
    with pytest.raises(ToolError, match="Ask something first"):
        warmed.record(session)


def test_a_conversation_of_one_table_and_no_question_has_a_record(warmed: Assistant, session: str, tmp_path) -> None:
    files(tmp_path)
    warmed.load(tmp_path / "prices.csv", session=session)
    assert [entry.event for entry in warmed.record(session).entries] == ["table"]


def test_questions_that_are_no_longer_kept_are_counted(warmed: Assistant, session: str) -> None:
    for _ in range(MAX_TURNS + 2):
        warmed.ask("hello", session)
    kept = warmed.record(session)
    assert kept.forgotten == 2
    assert len(kept.questions) == MAX_TURNS


def test_a_table_taken_up_again_is_told(warmed: Assistant, session: str, tmp_path) -> None:
    files(tmp_path)
    for name in ("prices.csv", "other.csv"):
        warmed.load(tmp_path / name, session=session)
    warmed.take_up("PRICES.csv", session)
    entries = warmed.record(session).entries
    assert [(e.table.name, e.again) for e in entries] == [("prices.csv", False), ("other.csv", False), ("prices.csv", True)]
    assert next(reversed(warmed.tables(session))) == "prices.csv"


NOT_RECORDS = [
    b"",
    b"nonsense",
    b"[]",
    b"{}",
    b'{"format": "alvh-conversation/2"}',
    b"\xff\xfe\x00",
    b"[" * 100_000,
    b'{"format": "alvh-conversation/1", "entries": 3}',
]


@pytest.mark.parametrize("content", NOT_RECORDS, ids=lambda content: content[:24].decode("latin-1") or "empty")
def test_what_is_no_record_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(ToolError, match="saved conversation in JSON"):
        read(content)


def test_half_a_record_is_refused(recorded) -> None:
    text = recorded(OWN_NUMBERS).json_text()
    for end in (1, len(text) // 2, len(text) - 3):
        with pytest.raises(ToolError, match="saved conversation in JSON"):
            read(text[:end])


def test_an_undeclared_field_is_refused(recorded) -> None:
    told = json.loads(recorded(OWN_NUMBERS).json_text())
    with pytest.raises(ToolError, match="run"):
        read(json.dumps({**told, "run": "something"}))


def test_a_record_too_large_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(ToolError, match="at most"):
        read(b" " * (LARGEST + 1))


@given(words=st.text(min_size=1, max_size=200))
def test_whatever_is_asked_can_be_saved_and_read_back(warmed: Assistant, words: str) -> None:
    try:
        warmed.forget("anything")
        warmed.ask("hello", "anything")
        warmed.ask(words, "anything")
        kept = warmed.record("anything")
        assert read(kept.json_text().encode("utf-8")) == kept
    finally:
        warmed.forget("anything")


@pytest.mark.parametrize("talk", TALKS, ids=lambda talk: talk.name)
def test_a_saved_record_fits_the_schema_that_describes_it(recorded, talk: Talk) -> None:
    schema = Record.model_json_schema(mode="serialization")
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(recorded(talk).json_text()))
