"""The replay: identity where nothing changed; otherwise which answer, what, and why it may have."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant import Assistant
from assistant.documents import Record, read, replay
from assistant.documents.record import Loaded
from assistant.session import MAX_TURNS
from assistant.unanswered import MAX_QUESTION
from tests.assistant.conversations import BOTH, CHAIN, CHANGES, OWN_NUMBERS, SERIES, TALKS, Talk, files, hold
from tests.assistant.test_table_questions import OPEN
from tools import load_table
from tools.disclaimer import SHORT
from tools.errors import ToolError


@pytest.fixture
def saved(warmed: Assistant, session: str, tmp_path: Path):
    """The record of a conversation, as read from its saved form."""
    files(tmp_path)

    def of(talk: Talk) -> Record:
        hold(warmed, session, talk, tmp_path)
        kept = read(warmed.record(session).json_text())
        warmed.forget(session)
        return kept

    return of


def edited(record: Record, change) -> Record:
    """The record after someone changed its JSON."""
    told = json.loads(record.json_text())
    change(told)
    return read(json.dumps(told))


@pytest.mark.parametrize("talk", TALKS, ids=lambda talk: talk.name)
def test_a_saved_conversation_comes_out_identical(warmed: Assistant, saved, tmp_path: Path, talk: Talk) -> None:
    found = replay(warmed, saved(talk), [tmp_path])
    assert (found.identical, found.differences, found.causes) == (True, (), ())
    assert f"{len([line for line in talk.lines if not line.endswith('.csv')])} answers" in str(found)
    assert str(found).endswith(SHORT)


def test_another_assistant_gives_the_same(saved, tmp_path: Path) -> None:
    assert replay(Assistant(), saved(CHANGES), [tmp_path]).identical


def test_one_digit_of_the_data_is_reported(warmed: Assistant, saved, tmp_path: Path) -> None:
    record = saved(SERIES)
    file = tmp_path / "prices.csv"
    lines = file.read_text(encoding="utf-8").splitlines()
    last = lines[-1]
    lines[-1] = last[:-1] + ("1" if last[-1] != "1" else "2")
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = replay(warmed, record, [tmp_path])
    assert not found.identical
    assert "Data prices.csv" in found.differences[0].says
    assert any("prices.csv" in cause for cause in found.causes)
    assert any(difference.answer == 1 and "figures" in difference.says for difference in found.differences)


def test_a_digit_that_changes_no_figure_is_reported_all_the_same(warmed: Assistant, saved, tmp_path: Path) -> None:
    record = saved(CHAIN)
    file = tmp_path / "chain.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("40,call,0.20,0.30", "40,call,0.20,0.31"), encoding="utf-8")
    found = replay(warmed, record, [tmp_path])
    assert "Data chain.csv" in found.differences[0].says
    figures = [d.says for d in found.differences if "figures" in d.says]
    assert [says for says in figures if "figures: [0].inputs.chain." not in says] == []


EDITS = [
    (lambda told: told["entries"][0]["answer"]["results"][0].update(max_profit=1e6), "figures: [0].max_profit was 1000000.0"),
    (lambda told: told["entries"][0]["answer"].update(text="Sure profit."), "words: was Sure profit."),
    (lambda told: told["entries"][1].update(question="and at 1.15?"), "Answer 2"),
    (lambda told: told["entries"][0]["answer"].update(disclaimer="None."), "disclaimer: was None."),
    (lambda told: told["entries"][3]["answer"]["citations"][0].update(hash="0" * 16), "citations: [0].hash"),
]


@pytest.mark.parametrize(("change", "says"), EDITS, ids=lambda value: value if isinstance(value, str) else "")
def test_a_record_that_was_changed_is_found_out(warmed: Assistant, saved, tmp_path: Path, change, says: str) -> None:
    found = replay(warmed, edited(saved(CHANGES), change), [tmp_path])
    assert says in str(found)
    assert "changed after it was saved" in found.causes[0]


def test_another_glossary_and_other_versions_are_named_as_causes(warmed: Assistant, saved, tmp_path: Path) -> None:
    record = saved(CHANGES)
    other = record.model_copy(update={"glossary": "0" * 64, "versions": {**record.versions, "numpy": "1.0"}}).sealed
    found = replay(warmed, other, [tmp_path])
    assert found.identical
    assert "Identical" in str(found)
    assert any("glossary" in cause for cause in found.causes)
    assert any(cause.startswith("numpy: 1.0 then") for cause in found.causes)


def test_a_record_never_chooses_the_model(warmed: Assistant, saved, tmp_path: Path) -> None:
    found = replay(warmed, saved(CHANGES).model_copy(update={"model": "openai:some-model"}).sealed, [tmp_path])
    assert found.identical
    assert found.causes == ("The answers were made by openai:some-model, and now by embedded.",)


def test_missing_files_are_all_named(warmed: Assistant, saved, tmp_path: Path) -> None:
    record = saved(BOTH)
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(FileNotFoundError, match=r"prices\.csv .*other\.csv .*--data"):
        replay(warmed, record, [empty])


def test_a_file_may_be_named_itself_and_have_another_name(warmed: Assistant, saved, tmp_path: Path) -> None:
    record = saved(SERIES)
    assert replay(warmed, record, [tmp_path / "prices.csv"]).identical
    moved = (tmp_path / "prices.csv").rename(tmp_path / "moved.csv")
    found = replay(warmed, record, [moved])
    assert not any("Data" in d.says for d in found.differences)


def test_a_record_reaches_no_file_outside_the_named_folder(warmed: Assistant, saved, tmp_path: Path) -> None:
    outside = tmp_path / "outside.csv"
    outside.write_text((tmp_path / "prices.csv").read_text(encoding="utf-8"), encoding="utf-8")
    inner = tmp_path / "inner"
    inner.mkdir()
    record = edited(saved(SERIES), lambda told: told["entries"][0]["table"].update(file="../outside.csv"))
    with pytest.raises(FileNotFoundError, match="Missing"):
        replay(warmed, record, [inner])


def test_a_replay_leaves_no_session_behind(warmed: Assistant, saved, tmp_path: Path) -> None:
    record = saved(OWN_NUMBERS)
    before = len(warmed._sessions._sessions)
    replay(warmed, record, [tmp_path])
    assert len(warmed._sessions._sessions) == before


def test_a_table_is_read_again_as_it_was_read(warmed: Assistant, session: str, tmp_path: Path) -> None:
    days = "\n".join(f"{1 + n % 12:02d}/{1 + n % 11:02d}/{2020 + n // 132},{20 + n % 7}" for n in range(60))
    (tmp_path / "days.csv").write_text(f"date,iv\n{days}\n", encoding="utf-8")
    for day_first in (True, False):
        warmed.load(load_table(tmp_path / "days.csv", day_first=day_first), session=session)
        warmed.ask("what is in my data?", session)
    record = warmed.record(session)
    warmed.forget(session)
    told = [asked.answer.text for asked in record.questions]
    assert told[0] != told[1]
    assert replay(warmed, record, [tmp_path]).identical


def test_a_table_that_a_question_read_again_is_read_again_by_the_question(warmed: Assistant, session: str, tmp_path: Path):
    (tmp_path / "days.csv").write_text(OPEN, encoding="utf-8")
    (other,) = warmed.load(tmp_path / "days.csv", session=session).other_readings
    for question in ("what is in my data?", other, "what is in my data?"):
        warmed.ask(question, session)
    record = warmed.record(session)
    warmed.forget(session)
    tables = [(entry.table.call, entry.asked) for entry in record.entries if isinstance(entry, Loaded)]
    assert tables == [("load_table('days.csv')", False), ("load_table('days.csv', day_first=True)", True)]
    assert replay(warmed, record, [tmp_path]).identical


TOO_MUCH = [
    lambda told: told["entries"].extend(told["entries"][:1] * MAX_TURNS),
    lambda told: told["entries"][0].update(question=" \n"),
    lambda told: told["entries"][0].update(question="x" * (MAX_QUESTION + 1)),
]


@pytest.mark.parametrize("change", TOO_MUCH)
def test_a_record_of_what_no_session_holds_is_refused(saved, change) -> None:
    with pytest.raises(ToolError, match="saved conversation"):
        edited(saved(CHANGES), change)


@pytest.mark.parametrize("call", ["load_table('x', sheet=open('y'))", "(" * 5000, "load_table(", "x" * 9])
def test_a_table_with_a_forged_call_runs_nothing(warmed: Assistant, saved, tmp_path: Path, call: str) -> None:
    record = edited(saved(SERIES), lambda told: told["entries"][0]["table"].update(call=call))
    try:
        said = str(replay(warmed, record, [tmp_path]))
    except ToolError as refused:
        said = str(refused)
    assert "changed after it was saved" in said or "load_table" in said


LINES = st.sampled_from(
    (
        "prices.csv",
        "other.csv",
        "chain.csv",
        "did it cross?",
        "when did it last trigger?",
        "Plan the tranches for $20,000 from these triggers",
        "25/30/35 butterfly at 0.85: break-evens?",
        "and at 1.10?",
        "make it 10 contracts",
        "show the working",
        "why?",
        "where does that come from?",
        "What is contango?",
        "tell me more",
        "plan the tranches",
        "$30,000",
        "what is in my data?",
        "use the table prices.csv please",
        "should I buy it now?",
        "price the 25/30/35 call butterfly from these quotes",
    )
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(LINES, min_size=1, max_size=8))
def test_whatever_is_said_in_whatever_order_replays_identically(warmed: Assistant, tmp_path: Path, lines: list[str]) -> None:
    files(tmp_path)
    warmed.forget("any order")
    hold(warmed, "any order", Talk("any order", tuple(lines)), tmp_path)
    record = read(warmed.record("any order").json_text())
    warmed.forget("any order")
    found = replay(warmed, record, [tmp_path])
    assert (found.differences, found.causes) == ((), ())
