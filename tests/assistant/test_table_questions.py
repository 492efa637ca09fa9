"""A loaded table that can be read in two ways says so, and a word in the chat settles it."""

import datetime as dt
import io

import pandas as pd
import pytest

from assistant import Assistant
from assistant.page.upload import first_questions, preview
from tools import load_table

# Day-first these are the thirds of five months, month-first five days of March: weekdays, in order, either way.
DATES = [dt.date(2022, month, 3) for month in (2, 3, 8, 10, 11)]
OPEN = "Date,Close\n" + "".join(f"{d:%d/%m/%Y},{15 + i}\n" for i, d in enumerate(DATES))


@pytest.fixture
def asked(warmed: Assistant, session: str) -> Assistant:
    warmed.load(OPEN.encode(), name="mine.csv", session=session)
    return warmed


def test_the_summary_asks_with_an_example_and_the_page_offers_the_other_reading():
    table = load_table(OPEN.encode())
    (question,) = table.report.questions
    assert "`03/02/2022`" in question.text
    assert "3 February 2022" in question.text
    assert "2 March 2022" in question.text
    other = next(c.label for c in question.choices if not c.taken)
    assert question.text in preview(table)
    assert first_questions(table)[0] == other


@pytest.mark.parametrize("words", ["Read the dates day-first", "the dates are day first", "it is dd/mm/yyyy", "European dates"])
def test_a_word_settles_the_order_of_day_and_month(asked: Assistant, session: str, words: str):
    answer = asked.ask(words, session=session)
    assert answer.kind in ("explanation", "calculation")
    assert "2022-02-03 to 2022-11-03" in answer.text
    table = asked.tables(session)["mine.csv"]
    assert [d.date() for d in table.series().index] == DATES
    assert "day_first=True" in table.call
    assert not table.report.questions


def test_the_other_word_takes_the_other_reading(asked: Assistant, session: str):
    asked.ask("month-first please", session=session)
    assert [d.day for d in asked.tables(session)["mine.csv"].series().index] == [2, 3, 8, 10, 11]


def test_a_sheet_is_asked_about_and_chosen_by_name(warmed: Assistant, session: str):
    file = io.BytesIO()
    with pd.ExcelWriter(file) as book:
        for title, base in (("Jan", 10.0), ("Feb", 20.0)):
            days = pd.date_range("2024-01-02", periods=5, freq="B")
            pd.DataFrame({"date": days, "close": base}).to_excel(book, sheet_name=title, index=False)
    table = warmed.load(file.getvalue(), name="book.xlsx", session=session)
    assert table.series().iloc[0] == 10.0
    assert "Use the sheet Feb" in first_questions(table)
    answer = warmed.ask("no, use the Feb sheet", session=session)
    assert "`book.xlsx`" in answer.text
    assert warmed.tables(session)["book.xlsx"].series().iloc[0] == 20.0


def test_a_sheet_that_is_no_table_leaves_the_one_that_was_read_and_the_conversation_goes_on(warmed: Assistant, session: str):
    file = io.BytesIO()
    with pd.ExcelWriter(file) as book:
        days = pd.date_range("2024-01-02", periods=5, freq="B")
        pd.DataFrame({"date": days, "close": 20.0}).to_excel(book, sheet_name="VIX", index=False)
        pd.DataFrame({"note": ["x", "y"]}).to_excel(book, sheet_name="Notes", index=False)
    warmed.load(file.getvalue(), name="book.xlsx", session=session)
    assert warmed.ask("Use the sheet Notes", session=session).kind == "clarification"
    assert warmed.tables(session)["book.xlsx"].series().iloc[0] == 20.0
    for question in ("and at 1.10?", "make it 10 contracts"):
        assert warmed.ask(question, session=session).kind != "error"


def test_the_record_of_a_conversation_keeps_no_content(asked: Assistant, session: str):
    assert all(arrival.table.origin is None for arrival in asked._sessions.get(session).arrivals)


def test_the_month_in_which_the_fiscal_year_begins_is_said_in_words(warmed: Assistant, session: str):
    warmed.load(b"Period,EPS\nFY2024Q1,50\nFY2024Q2,51\n", name="eps.csv", session=session)
    warmed.ask("the fiscal year starts in October", session=session)
    table = warmed.tables(session)["eps.csv"]
    assert [str(d)[:10] for d in table.series().index] == ["2023-10-01", "2024-01-01"]
    assert "fiscal_start=10" in table.call
