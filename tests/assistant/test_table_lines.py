"""Averages and breadth lines of a loaded table, as people ask for them."""

import numpy as np
import pandas as pd
import pytest

from assistant import Assistant

DAYS = pd.bdate_range("2024-01-02", periods=220)
RNG = np.random.default_rng(3)
IV = pd.DataFrame({"date": DAYS, "put_iv": 20 + np.cumsum(RNG.normal(0, 0.4, 220))})
NET = pd.DataFrame({"date": DAYS, "net_advances": RNG.integers(-1500, 1600, 220)})
COUNTS = pd.DataFrame({"date": DAYS, "advances": RNG.integers(500, 2500, 220), "declines": RNG.integers(500, 2500, 220)})
CURVE = pd.DataFrame({"date": DAYS, "M1": IV["put_iv"], "M2": IV["put_iv"] * 1.04})


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant()


@pytest.mark.parametrize(
    ("text", "span", "kind"),
    [
        ("50-day average", 50, "simple"),
        ("what's the 50 day average now and is the last value under it", 50, "simple"),
        ("explain the 50-day average of my table", 50, "simple"),
        ("20 day sma of my data", 20, "simple"),
        ("what is the ema 12 of my series", 12, "exponential"),
        ("is it above its 200 day average", 200, "simple"),
        ("twenty day moving average of put_iv now", 20, "simple"),
        ("show the 26-period exponential average of this file", 26, "exponential"),
    ],
)
def test_an_average_of_the_table(assistant: Assistant, text: str, span: int, kind: str) -> None:
    assistant.load(IV, name="iv", session=text)
    answer = assistant.ask(text, session=text)
    assert [r.tool for r in answer.results] == ["average_line"]
    found = answer.results[0]
    assert (found.inputs["span"], found.inputs["kind"], len(found.frame)) == (span, kind, 220)


def test_each_average_asked_for_in_turn_is_its_own(assistant: Assistant) -> None:
    assistant.load(IV, name="iv", session="turns")
    for text, span in (("50-day average", 50), ("20 day sma of my data", 20), ("is it above its 200 day average", 200)):
        assert [r.inputs["span"] for r in assistant.ask(text, session="turns").results] == [span]


@pytest.mark.parametrize(
    "text", ["what is a simple moving average", "why does the method use exponential averages", "what is an a/d line"]
)
def test_what_a_term_means_is_no_question_on_the_table(assistant: Assistant, text: str) -> None:
    assistant.load(IV, name="iv", session=text)
    assert assistant.ask(text, session=text).kind == "explanation"


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("a/d line from this", 0),
        ("cumulate the net advances", 0),
        ("where does the A/D line end", 0),
        ("build the advance decline line from my file starting at 1000", 1000),
        ("how high did the a/d line get", 0),
        ("sum up the net advances in this table", 0),
    ],
)
@pytest.mark.parametrize("table", [NET, COUNTS], ids=["net", "counts"])
def test_the_breadth_line_of_the_table(assistant: Assistant, table: pd.DataFrame, text: str, start: float) -> None:
    session = f"{text}{len(table.columns)}"
    assistant.load(table, name="breadth", session=session)
    answer = assistant.ask(text, session=session)
    net = table["net_advances"] if "net_advances" in table else table["advances"] - table["declines"]
    assert [r.tool for r in answer.results] == ["net_advances_line"], answer.text
    assert answer.results[0].latest == pytest.approx(start + net.sum())


@pytest.mark.parametrize("text", ["average slope", "what was the average slope", "mean slope of the curve over the file"])
def test_the_average_slope_of_a_curve_file(assistant: Assistant, text: str) -> None:
    assistant.load(CURVE, name="curve", session=text)
    answer = assistant.ask(text, session=text)
    assert answer.results[0].mean_slope == pytest.approx(0.04)
    assert "The slope averages 4%" in answer.text


def test_the_last_bars_of_a_histogram_keep_the_values_before_them(assistant: Assistant) -> None:
    assistant.load(IV, name="iv", session="hist")
    assistant.ask("when did macd cross last", session="hist")
    answer = assistant.ask("what did the histogram do in the last 10 bars", session="hist")
    assert [r.tool for r in answer.results] == ["macd_trigger"]
    assert len(answer.results[0].frame) == 220


def test_the_rate_at_which_flows_are_worth_nothing(assistant: Assistant) -> None:
    assistant.ask("NPV of -1000 300 400 500 at 5%", session="npv")
    (found,) = assistant.ask("what rate makes it zero", session="npv").results
    assert sum(flow / (1 + found.value) ** n for n, flow in enumerate([-1000, 300, 400, 500])) == pytest.approx(0, abs=1e-6)


def test_the_volatility_at_a_delta_from_pasted_quotes(assistant: Assistant) -> None:
    # −0.113 to −0.091 is 0.022, of which 0.013 lead to −0.10: 0.242 + 13/22 × 0.012 = 0.24909
    rows = "5100 -.142 .231\n5050 -.113 .242\n5000 -.091 .254\n4950 -.072 .267"
    for n, asked in enumerate(("10 delta iv?", "what is the ten delta iv", "iv of the 10d put please")):
        answer = assistant.ask(f"strike delta iv\n{rows}\n{asked}", session=f"delta {n}")
        assert [r.tool for r in answer.results] == ["iv_at_delta"], asked
        assert answer.results[0].iv == pytest.approx(0.249091, abs=1e-6)


def test_quotes_on_one_side_of_the_delta_are_refused(assistant: Assistant) -> None:
    answer = assistant.ask(
        "strike,delta,iv\n5100,-.242,23.1\n5050,-.213,24.2\n5000,-.191,25.4\n10 delta iv?", session="one side"
    )
    assert not answer.results
    assert "both sides of 0.1" in answer.text


def test_both_lines_in_pasted_rows(assistant: Assistant) -> None:
    # −0.14 + 0.155 = 0.015 after −0.16 + 0.158 = −0.002
    rows = "-0.210,-0.150\n-0.190,-0.158\n-0.160,-0.158\n-0.140,-0.155\n-0.100,-0.144"
    answer = assistant.ask(f"macd,signal\n{rows}\nwhich row is the cross", session="both lines")
    assert [r.tool for r in answer.results] == ["macd_lines"]
    assert "on bar 4, from -0.002 to +0.015" in answer.text


def test_days_in_contango_of_pasted_rows(assistant: Assistant) -> None:
    # 17.5 > 16.2 and 17.8 > 16.9, 18.7 < 19: two of three days
    answer = assistant.ask("M1,M2\n16.20,17.50\n16.90,17.80\n19.00,18.70\nhow many days contango", session="rows of a curve")
    assert [r.tool for r in answer.results] == ["term_structure"]
    assert answer.results[0].contango_share == pytest.approx(2 / 3)
