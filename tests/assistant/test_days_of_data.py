"""A loaded series asked for one day of it, its largest steps, its longest runs, and its average by the table's own name."""

from pathlib import Path

import pandas as pd
import pytest

from assistant import Assistant
from assistant.answer import Answer
from tools.series_summary import SeriesSummary


@pytest.fixture
def loaded(warmed: Assistant, session: str, tmp_path: Path) -> str:
    days = pd.bdate_range("2019-01-01", periods=600)
    values = [20 + (n % 40) / 4 for n in range(600)]
    values[300] = 60.0  # on 2020-02-25: up 35.25 from 24.75 the day before, down 34.75 the day after
    path = tmp_path / "vix-daily.csv"
    pd.DataFrame({"Date": days.strftime("%Y-%m-%d"), "Close": values}).to_csv(path, index=False)
    warmed.load(path, session=session)
    return session


def summed(answer: Answer) -> SeriesSummary:
    (found,) = answer.results
    assert isinstance(found, SeriesSummary)
    return found


@pytest.mark.parametrize(
    "text", ["what was vix on 2020-02-25", "what was it on 2020-02-25?", "where was the close on 2020-02-25"]
)
def test_one_day_is_looked_up(warmed: Assistant, loaded: str, text: str) -> None:
    found = summed(warmed.ask(text, session=loaded))
    assert (found.count, found.last) == (1, 60.0)


@pytest.mark.parametrize("text", ["biggest one day jump", "worst day", "largest daily drop?", "what was the biggest move"])
def test_the_largest_steps_are_told(warmed: Assistant, loaded: str, text: str) -> None:
    answer = warmed.ask(text, session=loaded)
    assert (summed(answer).rise, summed(answer).fall) == (35.25, -34.75)
    assert "rise 35.25, on 2020-02-25; fall 34.75, on 2020-02-26" in answer.text


@pytest.mark.parametrize("text", ["longest stretch below 25", "how long was it above 25", "what's the longest run above 25?"])
def test_the_longest_runs_are_told(warmed: Assistant, loaded: str, text: str) -> None:
    found = summed(warmed.ask(text, session=loaded))
    assert (found.run_above, found.run_below) == (20, 20)  # 19 values of a hill above 25, and the peak before one of them


@pytest.mark.parametrize("text", ["what's the average vix", "mean vix?", "the average"])
def test_the_tables_name_names_its_series(warmed: Assistant, loaded: str, text: str) -> None:
    assert summed(warmed.ask(text, session=loaded)).count == 600


def test_after_one_day_the_whole_is_asked_about_again(warmed: Assistant, loaded: str) -> None:
    warmed.ask("what was vix on 2020-02-25", session=loaded)
    assert summed(warmed.ask("longest run above 25", session=loaded)).count == 600


def test_the_level_of_one_glance_is_none_of_the_next(warmed: Assistant, loaded: str) -> None:
    warmed.ask("how often above 25", session=loaded)
    assert "above" not in summed(warmed.ask("biggest drop in 2019", session=loaded)).inputs


def test_terms_stay_terms(warmed: Assistant, loaded: str) -> None:
    assert warmed.ask("what is the vix", session=loaded).results == ()


def test_a_day_is_no_curve(warmed: Assistant, loaded: str) -> None:
    assert warmed.ask("slope on 2019-11-20", session=loaded).results == ()
