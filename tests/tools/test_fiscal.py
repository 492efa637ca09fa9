"""Fiscal quarters and years. The oracle is pandas' periods, whose frequency says in which month a year ends."""

import pandas as pd
import pytest

from tools import Table, ToolError, load_table

FORMS = ["FY{y}Q{q}", "FY{s}Q{q}", "FY{y}-Q{q}", "FY{y} Q{q}", "Q{q} FY{s}", "Q{q}FY{y}", "{q}QFY{s}", "FQ{q} {y}", "{y}FQ{q}"]
PERIODS = [(2023, 3), (2023, 4), (2024, 1), (2024, 2), (2024, 3), (2024, 4), (2025, 1)]
ENDS = {1: "DEC", 2: "JAN", 4: "MAR", 7: "JUN", 9: "AUG", 10: "SEP"}


def loaded(form: str, fiscal_start: int | None = None, name: str = "Period") -> Table:
    rows = "".join(f"{form.format(y=y, s=y % 100, q=q)},{50 + i}.5\n" for i, (y, q) in enumerate(PERIODS))
    return load_table(f"{name},EPS\n{rows}".encode(), fiscal_start=fiscal_start)


@pytest.mark.parametrize("form", FORMS)
def test_fiscal_quarters_are_read_by_the_calendar_and_asked_about(form: str):
    table = loaded(form)
    assert [pd.Period(d, "Q") for d in table.series().index] == [pd.Period(f"{y}Q{q}") for y, q in PERIODS]
    assert table.report.frequency == "quarterly"
    assert table.report.rows_dropped == 0
    (question,) = table.report.questions
    assert "In which month does the fiscal year begin?" in question.text
    assert [choice.value for choice in question.choices if choice.taken] == [1]
    assert any("does not say in which month" in note for note in table.report.notes)


@pytest.mark.parametrize("starts", ENDS)
def test_a_fiscal_year_that_begins_in_another_month_puts_its_quarters_there(starts: int):
    table = loaded("FY{y}Q{q}", starts)
    wanted = [pd.Period(year=y, quarter=q, freq=f"Q-{ENDS[starts]}").start_time for y, q in PERIODS]
    assert table.series().index.tolist() == wanted
    assert table.report.questions == ()
    assert table.report.warnings == ()
    assert table.call == f"load_table(data, fiscal_start={starts})"


def test_the_question_is_answered_by_its_choice():
    again = loaded("FY{y}Q{q}").answered("Begin the fiscal year in October")
    assert again.report.first_date == pd.Timestamp("2023-04-01")  # the third quarter of a year from October 2022


def test_a_name_that_says_fiscal_makes_plain_quarters_fiscal():
    assert loaded("{y}Q{q}", name="Fiscal Quarter").report.questions
    assert not loaded("{y}Q{q}", name="Quarter").report.questions


def test_year_and_quarter_in_fiscal_columns_are_fiscal_too():
    table = load_table(b"Fiscal Year,Fiscal Quarter,EPS\n2023,4,1\n2024,1,2\n2024,2,3\n")
    assert table.report.first_date == pd.Timestamp("2023-10-01")
    assert table.report.questions


def test_fiscal_years_alone_are_years():
    text = b"Period,Sales\nFY2021,50.1\nFY2022,51\nFY2023,52.2\n"
    assert load_table(text).report.frequency == "yearly"
    assert load_table(text, fiscal_start=7).report.first_date == pd.Timestamp("2020-07-01")


@pytest.mark.parametrize("value", [0, 13, 1.5, True, "October"])
def test_what_is_no_month_is_refused(value: object):
    with pytest.raises(ToolError, match="fiscal_start"):
        load_table(b"a,b\n1,2\n", fiscal_start=value)  # type: ignore[arg-type]
