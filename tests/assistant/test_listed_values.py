"""Values typed as a list for an average, an RSI or a MACD, against other libraries."""

import numpy as np
import pytest
import talib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant import Assistant

from .asked import computed

FREELY = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
VALUES = st.lists(st.integers(900, 4000).map(lambda n: n / 100), min_size=6, max_size=14, unique=True)
WAYS = ("ema {span} of {row}", "{span} period ema: {row}", "ema({span}) for {row}", "what's the {span}-day ema of {row}?")
GAPS = st.sampled_from([" ", ", ", " , ", "; "])


@FREELY
@given(st.sampled_from(WAYS), VALUES, st.integers(2, 6), GAPS)
def test_an_average_over_a_list(warmed: Assistant, session: str, way: str, values: list[float], span: int, gap: str) -> None:
    asked = way.format(span=span, row=gap.join(f"{v:.2f}" for v in values))
    (result,) = warmed.ask(asked, session).results
    assert (result.tool, result.inputs["span"]) == ("ema_of_values", span)
    assert result.mean_seeded == pytest.approx(talib.EMA(np.array(values), span)[-1])  # type: ignore[attr-defined]


@FREELY
@given(st.sampled_from(("rsi({n}) of {row}", "rsi {n} of {row}", "{n} period rsi: {row}")), VALUES, st.integers(2, 5), GAPS)
def test_an_rsi_over_a_list(warmed: Assistant, session: str, way: str, values: list[float], n: int, gap: str) -> None:
    (result,) = warmed.ask(way.format(n=n, row=gap.join(f"{v:.2f}" for v in values)), session).results
    assert (result.tool, result.inputs["period"]) == ("rsi_extreme", n)
    assert result.latest == pytest.approx(talib.RSI(np.array(values), n)[-1], abs=1e-6)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "tool"),
    [
        ("macd of 14 15 15 16 17 18 18 17", "first_bars"),
        ("12 period ema yesterday 18.2, then 19, 19.5 and 20", "ema_step"),
        ("ema was 18.4, new values 19, 19.5 and 20, 12 period", "ema_step"),
        ("avg gain .6 avg loss .4, rsi?", "rsi_value"),
    ],
)
def test_what_is_too_short_or_moved_on_is_another_question(warmed: Assistant, session: str, asked: str, tool: str) -> None:
    results = warmed.ask(asked, session).results
    assert {result.tool for result in results} == {tool}


def test_too_few_values_are_said_to_be_too_few(warmed: Assistant, session: str) -> None:
    answer = warmed.ask("rsi of 20 21 22 21 20 19", session)  # 5 changes of 14; 15 − 6 = 9
    assert [r.tool for r in answer.results] == ["first_rsi"]
    assert "6 closes give 5 changes" in answer.text
    assert "9 more" in answer.text


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("how many closes does rsi 14 need", {"period": 14}),
        ("is 10 closes enough for a 9 period rsi", {"period": 9, "given": 10}),
        ("when does rsi(21) have its first value", {"period": 21}),
        ("i've got only 8 vx closes, can i do rsi14", {"period": 14, "given": 8}),
        ("minimum number of bars for an RSI?", {}),
        ("how many closes for rsi with period of 9", {"period": 9}),
        ("is a rsi of 14 enough with 20 closes", {"period": 14, "given": 20}),
        ("how many more closes until rsi(14) if i have 9", {"period": 14, "given": 9}),
    ],
)
def test_the_closes_that_an_rsi_needs(text, given):
    assert computed(text) == ("first_rsi", given)


@pytest.mark.parametrize(
    "text", ["why 14 periods for rsi", "rsi is 74, how many layers do i add", "how often does rsi need checking"]
)
def test_what_counts_no_closes_is_no_count(warmed: Assistant, session: str, text: str) -> None:
    assert "first_rsi" not in {result.tool for result in warmed.ask(text, session).results}


@pytest.mark.parametrize(
    ("text", "values", "span"),
    [
        ("pandas ewm span=12 adjust True vs False, values 20 then 23, what's the second output", [20.0, 23.0], 12),
        ("ewm(span=9, adjust=False) on 18, 19, 21: last value?", [18.0, 19.0, 21.0], 9),
        ("with ewm span 5 what are 10 and 12", [10.0, 12.0], 5),
    ],
)
def test_the_averages_of_pandas(text, values, span):
    assert computed(text) == ("ema_of_values", {"values": values, "span": span, "adjust": True})
