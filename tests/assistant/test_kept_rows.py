"""Rows that the user leaves out stay out, are named in the answer, and come back when asked for."""

import numpy as np
import pandas as pd
import pytest

from assistant import Assistant
from tools import macd_trigger

DAYS = pd.bdate_range("2023-01-02", periods=300)
IV = pd.Series(18 + 4 * np.sin(np.arange(300) / 9) + np.sin(np.arange(300) / 3), DAYS, name="iv").round(3)


@pytest.fixture
def loaded(warmed: Assistant, session: str) -> str:
    warmed.load(pd.DataFrame({"date": DAYS, "iv": IV.to_numpy()}), "iv.csv", session)
    return session


def triggers(series: pd.Series) -> list[pd.Timestamp]:
    events = macd_trigger(series).events
    return list(events[events["kind"] == "trigger"]["date"])


def found(assistant: Assistant, session: str, asked: str) -> list[pd.Timestamp]:
    (result,) = assistant.ask(asked, session).results
    events = result.events  # type: ignore[attr-defined]
    return list(events[events["kind"] == "trigger"]["date"])


def test_what_was_said_in_order_adds_up(warmed: Assistant, loaded: str) -> None:
    assert found(warmed, loaded, "did it trigger?") == triggers(IV)
    assert found(warmed, loaded, "drop the first 50") == triggers(IV.iloc[50:])
    assert found(warmed, loaded, "ignore the last 20 rows too") == triggers(IV.iloc[50:-20])
    warmed.ask("what is contango?", loaded)
    assert found(warmed, loaded, "how often did the macd trigger in my data?") == triggers(IV.iloc[50:-20])
    assert found(warmed, loaded, "use all rows again") == triggers(IV)


def test_before_anything_was_asked_the_rest_is_summed_up(warmed: Assistant, loaded: str) -> None:
    answer = warmed.ask("skip the first 100 bars", loaded)
    assert answer.results[0].to_dict()["mean"] == pytest.approx(IV.iloc[100:].mean())
    assert "without the first 100 rows" in answer.text


def test_a_period_that_is_named_counts_by_itself(warmed: Assistant, loaded: str) -> None:
    warmed.ask("drop the first 50", loaded)
    assert found(warmed, loaded, "did the macd trigger in 2023?") == triggers(IV.loc["2023"])


def test_another_file_is_whole(warmed: Assistant, loaded: str) -> None:
    warmed.ask("drop the first 50", loaded)
    warmed.load(pd.DataFrame({"date": DAYS, "close": IV.to_numpy()[::-1]}), "other.csv", loaded)
    assert found(warmed, loaded, "did the macd trigger in this file?") == triggers(pd.Series(IV.to_numpy()[::-1], DAYS))


def test_more_rows_than_there_are_is_no_wish(warmed: Assistant, loaded: str) -> None:
    assert not warmed.ask("drop the first 300", loaded).results


@pytest.mark.parametrize(
    "asked", ["has the article a backtest?", "is there any backtest in the article", "does the article show a backtest?"]
)
def test_what_the_article_has_is_no_wish_for_the_table(warmed: Assistant, loaded: str, asked: str) -> None:
    warmed.load(pd.DataFrame({"date": DAYS, "close": IV.to_numpy()}), "close.csv", loaded)
    answer = warmed.ask(asked, loaded)
    assert answer.kind == "explanation"
    assert not answer.results
    assert [r.tool for r in warmed.ask("backtest it", loaded).results] == ["backtest"]
