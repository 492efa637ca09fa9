"""Stretches of time named in words, and the bars that are read for them."""

import numpy as np
import pandas as pd
import pytest

from assistant import Assistant
from assistant.understanding.text.periods import period_of

CURVE = pd.DataFrame({"date": pd.bdate_range("2018-01-01", "2022-12-30"), "high": 0.0, "iv": 0.0, "close": 0.0})
CURVE["iv"] = 20 + 4 * np.sin(np.arange(len(CURVE)) / 11)
CURVE["high"] = CURVE["iv"] + 1
CURVE["close"] = CURVE["iv"] - 1


@pytest.mark.parametrize(
    ("text", "since", "upto"),
    [
        ("did it trigger since 2020", "2020-01-01", None),
        ("in 2022?", "2022-01-01", "2022-12-31"),
        ("from 2010 to 2012-02", "2010-01-01", "2012-02-29"),
        ("between 2008-09-15 and 2009", "2008-09-15", "2009-12-31"),
        ("2019 to 2021", "2019-01-01", "2021-12-31"),
        ("until 2019-06", None, "2019-06-30"),
        ("before 2019", None, "2018-12-31"),
        ("after 2019", "2020-01-01", None),
        ("during 2020-03", "2020-03-01", "2020-03-31"),
        ("before 2020-02-31", None, None),
        ("a budget of 2000", None, None),
        ("for $2020", None, None),
        ("the 2020 triggers were many", None, None),
    ],
)
def test_periods(text: str, since: str | None, upto: str | None) -> None:
    found = period_of(text)
    assert (found.get("since"), found.get("upto")) == (since, upto)


def read(assistant: Assistant, question: str, session: str) -> pd.Series:
    series: pd.Series = assistant.ask(question, session=session).results[0].inputs["series"]
    return series


def test_only_the_bars_of_the_stretch_are_read_until_another_is_named(warmed: Assistant, session: str) -> None:
    warmed.load(CURVE, name="iv.csv", session=session)
    dated = CURVE.set_index("date")
    pd.testing.assert_series_equal(
        read(warmed, "what is the rsi since 2020", session), dated.loc["2020":, "iv"], check_freq=False, check_names=False
    )
    assert len(read(warmed, "in 2021?", session)) == len(dated.loc["2021"])
    assert len(read(warmed, "how often since 2019?", session)) == len(dated.loc["2019":])
    assert "loc[" in warmed.ask("show me the code", session=session).code


def test_a_trigger_is_told_within_the_stretch_and_worked_out_from_the_first_bar(warmed: Assistant, session: str) -> None:
    warmed.load(CURVE, name="iv.csv", session=session)
    dated = CURVE.set_index("date")
    assert len(read(warmed, "did it trigger since 2020", session)) == len(dated)
    assert len(read(warmed, "in 2021?", session)) == len(dated.loc[:"2021"])
    assert "events_from='2021-01-01'" in warmed.ask("show me the code", session=session).code


def test_a_stretch_without_values_is_refused_in_words(warmed: Assistant, session: str) -> None:
    warmed.load(CURVE, name="iv.csv", session=session)
    answer = warmed.ask("did it trigger in 1987", session=session)
    assert answer.kind == "clarification"
    assert "2018-01-01 to 2022-12-30" in answer.text


def test_another_tool_is_asked_for_by_name_after_the_table_was_explained(warmed: Assistant, session: str) -> None:
    warmed.load(CURVE, name="iv.csv", session=session)
    warmed.ask("explain my data", session=session)
    answer = warmed.ask("trigger on high", session=session)
    assert [r.tool for r in answer.results] == ["macd_trigger"]
    assert answer.results[0].inputs["series"].name == "high"


def test_a_future_is_bought_and_sold(warmed: Assistant, session: str) -> None:
    answer = warmed.ask("P&L of a long VX future from 18.35 to 22.10, 3 contracts", session=session)
    (result,) = answer.results
    # (22.10 − 18.35) points × $1,000 × 3
    assert result.to_dict()["settlement_profit"] == pytest.approx(11_250)


def test_an_average_moves_on_from_where_it_stands(warmed: Assistant, session: str) -> None:
    warmed.ask("ema: previous 18.2, new 19.0, n=12", session=session)
    # 18.2 + 2/13 × 0.8 = 18.323077; then + 2/13 × (19.4 − 18.323077) = 18.488757
    assert warmed.ask("then 19.4", session=session).results[-1].to_dict()["value"] == pytest.approx(18.488757, abs=1e-6)


@pytest.mark.parametrize(
    ("question", "above", "since"),
    [
        ("max of iv", None, None),
        ("what was the highest iv in 2020", None, "2020-01-01"),
        ("how many days above 22", 22, None),
        ("how often over 23 since 2021?", 23, "2021-01-01"),
        ("show me rows where iv > 21.5", 21.5, None),
    ],
)
def test_a_glance_at_the_values(warmed: Assistant, session: str, question: str, above: float | None, since: str | None) -> None:
    warmed.load(CURVE, name="iv.csv", session=session)
    warmed.ask("how many days above 15", session=session)
    (result,) = warmed.ask(question, session=session).results
    assert result.tool == "series_summary"
    if above is not None:
        assert result.inputs["above"] == above
    if since is not None:
        assert result.inputs["series"].index[0] == pd.Timestamp(since)


def test_short_words_for_values_follow_a_question_on_the_table(warmed: Assistant, session: str) -> None:
    warmed.load(CURVE, name="iv.csv", session=session)
    for question in ("average", "last value", "when was the minimum?"):
        assert [r.tool for r in warmed.ask(question, session=session).results] == ["series_summary"], question
    assert warmed.ask("what is the max loss of a butterfly", session=session).kind == "explanation"
