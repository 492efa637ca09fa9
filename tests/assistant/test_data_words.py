"""Asking for one's own data to be explained, in many words; and what sounds like it but is meant for something else."""

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from assistant import Answer, Assistant

Talk = Callable[[str], Answer]
HEADS = {"all": "What was loaded", "odd": "What is odd in it", "sure": "How sure that is"}


@pytest.fixture
def talk(warmed: Assistant, session: str) -> Talk:
    values = np.round(0.2 + 0.05 * np.sin(np.arange(300) / 20), 5)
    frame = pd.DataFrame({"date": pd.bdate_range("2024-01-01", periods=300), "iv": values})
    warmed.load(frame, name="mine.csv", session=session)
    return lambda question: warmed.ask(question, session=session)


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("explain my data", "all"),
        ("Can you analyse this file?", "all"),
        ("what does my data say?", "all"),
        ("walk me through this table", "all"),
        ("what does the rule see in it?", "all"),
        ("what is odd in it?", "odd"),
        ("anything strange in my file?", "odd"),
        ("is my data clean", "odd"),
        ("What's wrong with this data?", "odd"),
        ("how sure is this?", "sure"),
        ("how reliable is that", "sure"),
        ("can I trust it?", "sure"),
        ("how much should i trust this", "sure"),
    ],
)
def test_data_is_explained(talk: Talk, question: str, part: str):
    answer = talk(question)
    assert answer.kind == "calculation"
    assert [r.tool for r in answer.results] == ["explain_data"]
    assert answer.text.startswith(f"**{HEADS[part]}**")
    assert "explain_data(" in answer.code
    assert answer.disclaimer


def test_how_sure_follows_an_answer_on_the_data(talk: Talk):
    talk("when did it last trigger?")
    assert [r.tool for r in talk("how sure is that?").results] == ["explain_data"]


@pytest.mark.parametrize(
    "question",
    ["what is odd about a butterfly's tail?", "what is wrong with at-the-money VIX calls?", "explain the MACD trigger"],
)
def test_other_subjects_are_not_taken_for_the_data(talk: Talk, question: str):
    talk("What is contango?")
    assert not any(r.tool == "explain_data" for r in talk(question).results)


def test_without_data_it_is_asked_for(warmed: Assistant, session: str):
    assert warmed.ask("explain my data", session=session).kind == "clarification"
