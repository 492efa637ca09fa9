"""Two or three questions in one message: each clause is read as a question of its own, and what is one is not cut."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant import Assistant
from assistant.session import Session
from assistant.understanding.judged import clauses
from assistant.understanding.judged.clauses import by_clauses
from assistant.understanding.judged.meaning import Meaning
from assistant.understanding.question import Question
from assistant.understanding.text.quantities import Reading
from knowledge import Index
from tests.assistant.conftest import Ask

FREELY = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
APART = [
    (
        "14-day wilder, old average .33, new gain .90. also rsi if avg gain is .37 and avg loss .37",
        ["wilder_step", "rsi_value"],
    ),
    ("risk $310 on a $15,500 account, what percent is that; and rsi 72, over the line?", ["part_of", "rsi_line"]),
    (
        "what is a VX at 18.9 worth in dollars, 2 of them? and how many flies at $85 does $1,200 buy",
        ["contract_value", "units_for_budget"],
    ),
    ("break evens of 25/30/35 for 0.85, then normalised level of 18 against a mean of 24", ["butterfly", "normalised_level"]),
    (
        "(a) alpha for 20 periods; (b) rsi from average gain .4 and loss .5; (c) what is 18% of $2,000",
        ["smoothing_constant", "rsi_value", "share_of"],
    ),
]


@pytest.mark.parametrize(("asked", "tools"), APART)
def test_each_clause_gets_its_calculation(ask: Ask, asked: str, tools: list[str]) -> None:
    assert sorted(r.tool for r in ask(asked).results) == sorted(tools)


@FREELY
@given(st.integers(2, 60), st.integers(40, 150), st.integers(30, 80))
def test_numbers_stay_in_their_clause(warmed: Assistant, session: str, hundreds: int, cost: int, rsi: int) -> None:
    told = f"how many flies at ${cost} for ${hundreds * 100:,}? and is an rsi of {rsi} over the line"
    units, line = warmed.ask(told, session).results
    assert (units.inputs["budget"], units.inputs["unit_cost"]) == (hundreds * 100, cost)
    assert line.inputs["value"] == rsi


@pytest.mark.parametrize(
    "asked",
    [
        "macd yesterday -.05 sig -.03, today macd .01 sig -.02. did it cross?",
        "a/d line starts 5000: up 1500/down 1400, up 1300/down 1650, up 2000/down 900",
        "my futures from front to back read 31.0, 28.4, 26.9, 25.8. is the curve inverted, and by how much?",
        "5 x 1.30\n5 x 1.12\n10 x .88\navg?",
        "advances 1200 declines 1500, then 1100 900, then 1300 1100, start 5000: a/d line?",
    ],
)
def test_one_calculation_is_not_cut(index: Index, asked: str) -> None:
    assert len(Question(index, Session("one"), asked).calculations) == 1


def test_what_is_told_stands_where_it_was_typed(index: Index) -> None:
    asked = "rsi 72, over the line? and how many flies at $85 does $1,200 buy"
    cost = next(c.sources["unit_cost"] for c in Question(index, Session("at"), asked).calculations if "unit_cost" in c.sources)
    assert asked[cost.start : cost.end] == "$85"


def test_without_numbers_nothing_is_read(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clauses, "marked", None)  # nothing is marked, so nothing is judged
    assert by_clauses(Meaning.kept(), Reading("what is a tranche; and why 25 of all things?"), index, None) == ()


@pytest.mark.parametrize("unit", ["a, ", "1, a, ", "and ", "1. ", "(a)"])
def test_cutting_takes_linear_time(unit: str) -> None:
    def seconds(length: int) -> float:
        started = time.process_time()
        clauses._cuts((unit * length)[:length])
        return time.process_time() - started

    assert seconds(20_000) < 0.1 or seconds(20_000) < 9 * max(min(seconds(5_000) for _ in range(3)), 1e-4)
