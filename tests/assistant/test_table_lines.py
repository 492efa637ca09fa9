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


def test_between_quotes_on_one_side_of_the_delta_nothing_is_told(assistant: Assistant) -> None:
    answer = assistant.ask(
        "strike,delta,iv\n5100,-.242,23.1\n5050,-.213,24.2\n5000,-.191,25.4\n10 delta iv?", session="one side"
    )
    assert [r.tool for r in answer.results] == ["delta_bracket"]
    assert "−0.10 is not bracketed" in answer.text
    assert "extrapolated" in answer.text


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


@pytest.mark.parametrize("asked", ["first trigger date", "when did it cross", "which day turned positive?"])
def test_a_histogram_in_dated_rows(assistant: Assistant, asked: str) -> None:
    # 0.006 after −0.012 on the third day; 0.015 after 0.019 shrinks
    rows = "4/7 -.031\n4/8 -.012\n4/9 .006\n4/10 .019\n4/11 .015"
    answer = assistant.ask(f"date hist\n{rows}\n{asked}", session=asked)
    assert [r.tool for r in answer.results] == ["histogram_bars"]
    assert "on bar 3 (4/9), from -0.012 to +0.006" in answer.text
    assert "bars 3 (4/9) and 4 (4/10)" in answer.text


def test_both_lines_under_whole_dates(assistant: Assistant) -> None:
    rows = "2025-03-03,-.22,-.15\n2025-03-04,-.19,-.16\n2025-03-05,-.15,-.16"
    answer = assistant.ask(f"date,macd,signal line\n{rows}\nwhen", session="whole dates")
    assert [r.tool for r in answer.results] == ["macd_lines"]
    assert "(2025-03-05), from -0.03 to +0.01" in answer.text


@pytest.mark.parametrize(
    "asked", ["which days inverted and contango share", "share of days in contango, please", "curve shape?"]
)
def test_a_curve_pasted_with_its_question(assistant: Assistant, asked: str) -> None:
    # 18.4 > 17.2, 19.2 > 18.9, 20.6 > 20.1; 21.3 < 22.6, 22 < 23.8: 3 of 5
    rows = "3/3,17.2,18.4\n3/4,18.9,19.2\n3/5,22.6,21.3\n3/6,23.8,22.0\n3/7,20.1,20.6"
    answer = assistant.ask(f"date,vx1,vx2\n{rows}\n{asked}", session=asked)
    assert [r.contango_share for r in answer.results] == [pytest.approx(0.6)]


@pytest.mark.parametrize(
    ("asked", "tool"), [("rsi?", "first_rsi"), ("did macd cross", "first_bars"), ("is the trigger on", "first_bars")]
)
def test_a_table_too_short_for_an_indicator_is_counted(assistant: Assistant, asked: str, tool: str) -> None:
    rows = "2025-03-03,18.2\n2025-03-04,18.4\n2025-03-05,18.6\n2025-03-06,18.9"
    answer = assistant.ask(f"date,close\n{rows}\n{asked}", session=asked)
    assert [(r.tool, r.inputs["given"]) for r in answer.results] == [(tool, 4)]


def test_strikes_of_quoted_deltas_are_told(assistant: Assistant) -> None:
    # half of the way from −0.084 to −0.116
    rows = "5400,-0.062,28.1\n5500,-0.084,26.2\n5600,-0.116,24.6"
    answer = assistant.ask(f"strike,delta,iv\n{rows}\n10d iv?", session="strikes")
    assert "between the 5500 (−0.084) and the 5600 (−0.116) puts" in answer.text
