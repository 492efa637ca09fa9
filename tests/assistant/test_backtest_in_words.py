"""A backtest is reached in words, on the command line and as an agent's tool, always with its caution."""

import json

import numpy as np
import pandas as pd
import pytest
from click.testing import CliRunner

from assistant import Assistant
from assistant.cli.tool import tool
from assistant.toolbox import build_tools
from tools import backtest, load_table

BARS = 500
FRAME = pd.DataFrame(
    {
        "date": pd.bdate_range("2021-01-01", periods=BARS),
        "IV": (20 + 5 * np.sin(np.arange(BARS) / 15) + 2 * np.sin(np.arange(BARS) / 4)).round(3),
        "Settle": (18 + 4 * np.sin(np.arange(BARS) / 15 + 0.4)).round(3),
    }
)


@pytest.fixture(scope="module")
def assistant():
    made = Assistant()
    made.load(FRAME, name="futures.csv")
    return made


@pytest.mark.parametrize(
    ("words", "arguments"),
    [
        ("backtest the trigger on my data", {}),
        ("Backtest this file", {}),
        ("how would the rule have done on this file?", {}),
        ("test the rule on my series, and hold for 20 days", {"hold": 20}),
        ("backtest the method on my table with $50,000, exit after 15 bars", {"hold": 15, "budget": 50000}),
        ("backtest my data, only on depressed triggers", {"depressed_below": 0.8}),
    ],
)
def test_words_run_the_backtest_with_its_caution(assistant, words, arguments):
    answer = assistant.ask(words)
    assert answer.kind == "calculation"
    result = answer.results[0]
    assert result.tool == "backtest"
    assert result.summary() == backtest(load_table(FRAME), **arguments).summary()
    assert "Hypothetical" in answer.text
    assert "guarantees nothing" in answer.text
    assert "too few" in answer.text
    assert answer.disclaimer


def test_backtest_it_means_the_table(assistant):
    assert assistant.ask("backtest it").results[0].tool == "backtest"


@pytest.mark.parametrize(
    "words",
    ["sweep the parameters on my data", "try different periods on this file", "optimise the MACD settings on my series"],
)
def test_words_run_a_sweep_with_the_count_beside_the_best(assistant, words):
    answer = assistant.ask(words)
    assert answer.results[0].tool == "sweep"
    assert "162 combinations were tried" in answer.text
    assert "by chance alone" in answer.text
    assert "Hypothetical" in answer.text


def test_without_a_table_it_asks_for_one():
    answer = Assistant().ask("backtest the trigger on my data")
    assert answer.kind == "clarification"


@pytest.mark.parametrize("before", [[], ["backtest my data"]])
def test_what_a_backtest_is_stays_an_explanation(assistant, before):
    session = f"after-{len(before)}"
    assistant.load(FRAME, name="futures.csv", session=session)
    for words in before:
        assistant.ask(words, session)
    answer = assistant.ask("What is backtesting?", session)
    assert answer.kind == "explanation"
    assert answer.terms[0] == "Backtesting"


def test_the_command_line_reads_a_file(tmp_path):
    path = tmp_path / "futures.csv"
    FRAME.to_csv(path, index=False)
    done = CliRunner().invoke(tool, ["backtest", "--data", str(path), "--price", "Settle", "--hold", "10", "--json"])
    assert done.exit_code == 0, done.output
    said = json.loads(done.output)
    assert said["inputs"]["hold"] == 10
    assert len(said["trades"]) > 3
    assert "--rules" not in CliRunner().invoke(tool, ["backtest", "--help"]).output


def test_an_agent_gets_columns_by_name_and_no_rules_object():
    schema = next(t for t in build_tools() if t.name == "backtest").args
    assert {"table", "series", "price", "hold"} <= set(schema)
    assert "rules" not in schema
