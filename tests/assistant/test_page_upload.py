"""A user's file in the chat."""

import threading
import time

import pandas as pd
import pytest

from assistant.page import upload
from assistant.page.session import Session
from tests.e2e.fake import Fake
from tools import load_table


def said(messages):
    return "\n".join(str(message["content"]) for message in messages)


def test_a_file_is_previewed_kept_for_its_tab_only_and_its_copy_removed(tmp_path):
    file = tmp_path / "vol.csv"
    file.write_text("date,iv\n2024-01-01,0.2\n2024-01-02,0.25\n")
    conversation, session = Fake(), Session()
    shown = said(upload.add(conversation, session, [str(file)]))
    assert "2 rows read" in shown
    assert "0&#46;25" in shown
    assert "Educational only" in shown
    assert list(conversation.tables(session.name)) == ["vol.csv"]
    assert conversation.tables(Session().name) == {}
    assert not file.exists()


def test_a_file_that_cannot_be_read_says_how_to_mend_it(tmp_path):
    file = tmp_path / "notes.pdf"
    file.write_bytes(b"%PDF")
    shown = said(upload.add(Fake(), Session(), [str(file)]))
    assert "could not be read.** It must be a table in CSV. Save it as CSV" in shown
    assert "source: got" not in shown
    assert not file.exists()


def test_a_fault_while_loading_shows_no_trace(tmp_path, caplog):
    class Broken(Fake):
        def load(self, source, name=None, session="default"):
            raise KeyError("internals")

    file = tmp_path / "a.csv"
    file.write_text("a\n1\n")
    shown = said(upload.add(Broken(), Session(), [str(file)]))
    assert "could not be read" in shown
    assert "internals" not in shown
    assert "A file could not be loaded" in caplog.text


def test_an_excerpt_holds_the_last_rows_letter_for_letter():
    frame = pd.DataFrame({"a|b": range(8), "<i>": [f"| {i} <b>" for i in range(8)]})
    table = upload.excerpt(frame)
    assert table.startswith("The last 5 of 8 rows\n\n| a&#124;b | &#60;i&#62; |")
    assert table.count("\n|") == 7
    assert "<b>" not in table


def test_a_wide_table_says_what_is_left_out():
    frame = pd.DataFrame({f"c{i}": [1.0] for i in range(20)})
    assert "the first 7 of 20 columns" in upload.excerpt(frame)


def test_a_long_cell_is_cut_and_a_missing_one_is_blank():
    frame = pd.DataFrame({"a": ["x" * 500, float("nan")]})
    assert "x" * 30 not in upload.excerpt(frame)
    assert "nan" not in upload.excerpt(frame)


def test_large_numbers_are_written_out():
    shown = (
        upload.excerpt(pd.DataFrame({"a": [1542800.25, -868784.1, 18.0472, 0.00012]}))
        .replace("&#46;", ".")
        .replace("&#45;", "-")
    )
    for number in ("1,542,800.25", "-868,784.10", "18.0472", "0.00012"):
        assert f" {number} " in shown


def test_a_file_that_is_too_large_is_answered_with_its_size_and_the_limit():
    shown = said(upload.refused(Session(), {"files": [{"name": "big.csv", "megabytes": 73.4}]}))
    assert "big&#46;csv is too large" in shown
    assert "73 MB" in shown
    assert "50 MB" in shown


def test_the_names_of_loaded_files_are_shown_letter_for_letter(tmp_path):
    file = tmp_path / "a.csv"
    file.write_text("a\n1\n")
    conversation, session = Fake(), Session()
    assert upload.chips(conversation, session) == ""
    conversation.load(file, "<b>.csv", session.name)
    assert "<b>" not in upload.chips(conversation, session)


@pytest.fixture
def two(tmp_path):
    """A conversation and a tab with the files a.csv and b.csv, b the one that questions are about."""
    conversation, session = Fake(), Session()
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text("a\n1\n")
        conversation.load(tmp_path / name, name, session.name)
    return conversation, session


def test_the_file_that_questions_are_about_is_marked_and_another_can_be_chosen(two):
    conversation, session = two
    assert 'data-table="1" aria-pressed="true"' in upload.chips(conversation, session)
    upload.choose(conversation, session, 0)
    shown = upload.chips(conversation, session)
    assert 'data-table="0" aria-pressed="true"' in shown
    assert 'data-table="1" aria-pressed="false"' in shown


@pytest.mark.parametrize("place", [2, -1, None, "0", 0.0, [0]])
def test_a_forged_choice_changes_nothing(two, place):
    conversation, session = two
    before = upload.chips(conversation, session)
    upload.choose(conversation, session, place)
    assert upload.chips(conversation, session) == before


def test_what_is_odd_in_a_file_stands_apart_from_what_was_recognised():
    days = [f"2024-03-{day:02d},{day}" for day in (4, 5, 6, 7)] + ["2024-03-08,0"]
    table = load_table(("date,iv\n" + "\n".join(days)).encode())
    assert table.report.warnings
    recognised, odd = upload.preview(table).split("**Worth a look before you rely on it:**")
    assert "5 rows" in recognised
    for sentence in table.report.warnings:
        assert sentence in odd
        assert sentence not in recognised


def test_large_whole_numbers_are_written_out():
    assert "155,999,000" in upload.excerpt(pd.DataFrame({"volume": [155_999_000.0]}))


def test_a_file_and_an_answer_take_turns(tmp_path):
    file = tmp_path / "a.csv"
    file.write_text("a\n1\n")
    session = Session()
    session.begin()
    reading = threading.Thread(target=upload.add, args=(Fake(), session, [str(file)]))
    reading.start()
    time.sleep(0.2)
    assert session.transcript == []
    session.settle([{"role": "assistant", "content": "the answer"}])
    session.end()
    reading.join(10)
    assert [message["role"] for message in session.transcript] == ["assistant", "user", "assistant"]
    assert session.free(0)


def test_a_question_waits_for_the_file_that_is_being_read():
    session = Session()
    with session.loading(0):
        assert session.reads
        assert not session.free(0)
    assert not session.reads
    assert session.free(0)
