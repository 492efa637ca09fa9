"""Few words for a figure of the result before bring that result again; the same words for a term explain the term."""

import pytest

from assistant import Assistant

CURVE = "VX1 16.2 VX2 17.4 VX3 18.05"
PARITY = "parity: strike 20, call 1.55/1.65, put 2.9/3.05, future 18.6"
CONDOR = "short iron condor spx 4800/4850/5200/5250 credit 12.50"
STAGED = "staged: 25% at 1.00, 20% at .80, 20% at .65"
SALES = "I'm long 4 mini vix at 16.80, sold two at 18.1 and two at 17.4"
SPLIT = "put 25% then 20% then 20% in, budget 12k"
BREADTH = "adv 1850 dec 1120, then 1400/1600, then 990/2010, start at 5000"
FLY = "20/25/32 fly 1.4"


@pytest.mark.parametrize(
    ("first", "asked", "tool"),
    [
        (CURVE, "roll yield?", "term_structure"),
        (CURVE, "whats the contango", "term_structure"),
        (PARITY, "is there an arb", "parity"),
        (PARITY, "what is the forward band", "parity"),
        (CONDOR, "be", "position"),
        (CONDOR, "what return on risk is that", "position"),
        (STAGED, "avg?", "staged_cost"),
        (STAGED, "did staging help", "staged_cost"),
        (SALES, "how much did i make", "staged_exit"),
        (SALES, "total pnl?", "staged_exit"),
        (BREADTH, "whats the net on day 2", "advance_decline"),
        (FLY, "tail?", "butterfly"),
    ],
)
def test_a_figure_by_its_name(warmed: Assistant, session: str, first: str, asked: str, tool: str) -> None:
    before = warmed.ask(first, session).results
    assert [r.tool for r in before] == [tool]
    assert [r.call for r in warmed.ask(asked, session).results] == [r.call for r in before]


@pytest.mark.parametrize("asked", ["whats left", "in dollars"])
def test_a_figure_of_a_plan_and_of_what_it_leaves(warmed: Assistant, session: str, asked: str) -> None:
    before = warmed.ask(SPLIT, session).results
    assert [r.tool for r in before] == ["budget_split"]
    assert [r.call for r in warmed.ask(asked, session).results] == [r.call for r in before]


def test_a_figure_after_a_word_in_between(warmed: Assistant, session: str) -> None:
    before = warmed.ask(FLY, session).results
    assert warmed.ask("what does broken wing mean", session).kind == "explanation"
    assert [r.call for r in warmed.ask("max loss?", session).results] == [r.call for r in before]


@pytest.mark.parametrize(
    ("first", "asked"),
    [(CURVE, "what is contango"), (CURVE, "explain roll yield"), (FLY, "what does tail risk mean")],
)
def test_a_term_is_explained(warmed: Assistant, session: str, first: str, asked: str) -> None:
    warmed.ask(first, session)
    assert warmed.ask(asked, session).kind == "explanation"


def test_a_number_makes_it_a_change(warmed: Assistant, session: str) -> None:
    warmed.ask("25/30/35 fly at 0.85", session)
    assert warmed.ask("make it 10 contracts", session).results[0].inputs["contracts"] == 10


@pytest.mark.parametrize("asked", ["so what's the point", "what's the price", "what about the contract"])
def test_words_that_name_no_figure_bring_none(warmed: Assistant, session: str, asked: str) -> None:
    warmed.ask("25/30/35 fly at 0.85", session)
    assert not any("**Max loss:**" in line for line in warmed.ask(asked, session).text.split("\n"))
