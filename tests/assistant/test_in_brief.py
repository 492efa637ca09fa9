"""What stands in the conversation already is not told again: a figure by itself, or what a change has changed."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant import Assistant
from assistant.wording.in_brief import changed_told, figure_told
from tools import butterfly

DEBITS = st.integers(min_value=5, max_value=450).map(lambda n: n / 100)


@given(lower=st.integers(15, 40), wing=st.integers(5, 10), debit=DEBITS)
@settings(max_examples=60, deadline=None)
def test_each_figure_of_a_payoff_by_itself(lower: int, wing: int, debit: float) -> None:
    result = butterfly(lower, lower + wing, lower + 2 * wing, debit)
    told = figure_told(result, "whats the max loss")
    assert f"${debit * 100:g}" in told.replace(",", "").replace(".00", "").replace(".50", ".5")
    assert "Break-evens" not in told
    assert "Max profit:" not in told
    zone = figure_told(result, "where do i make money")
    assert f"{lower + debit:.2f}" in zone
    assert "Max loss" not in zone


@given(settled=st.integers(10, 60), later=st.integers(10, 60))
@settings(max_examples=60, deadline=None)
def test_another_settlement_tells_no_break_even_again(settled: int, later: int) -> None:
    before, after = butterfly(25, 30, 35, 0.85, settlement=settled), butterfly(25, 30, 35, 0.85, settlement=later)
    told = changed_told(after, before)
    if settled == later:
        assert told == ""
        return
    worth = max(later - 25, 0) - 2 * max(later - 30, 0) + max(later - 35, 0)
    assert f"At a settlement of {later}**" in told
    assert f"${abs(round((worth - 0.85) * 100))}" in told
    assert "25.85" not in told
    assert "*As before:* break-evens, max profit, max loss." in told


def test_another_debit_changes_every_line_that_rests_on_it() -> None:
    told = changed_told(butterfly(25, 30, 35, 1.1), butterfly(25, 30, 35, 0.85))
    assert all(figure in told for figure in ("26.10 and 33.90", "$390", "$110"))


@pytest.mark.parametrize(
    ("asked", "kept", "left_out"),
    [
        ("max loss?", "**Max loss:**", "**Break-evens:**"),
        ("be", "**Break-evens:**", "**Max profit:**"),
        ("how much does it cost", "$120", "**Break-evens:**"),
        ("risk reward", "times max loss", "**Break-evens:**"),
    ],
)
def test_a_figure_asked_for_in_a_conversation(warmed: Assistant, session: str, asked: str, kept: str, left_out: str) -> None:
    warmed.ask("20/25/30 fly at 1.20", session)
    text = warmed.ask(asked, session).text
    assert kept in text
    assert left_out not in text


def test_an_answer_in_brief_is_a_part_of_the_whole_one(warmed: Assistant, session: str) -> None:
    whole = warmed.ask("VX1 16.2 VX2 17.4 VX3 18.05", session).text.split("\n")
    brief = warmed.ask("whats the roll yield", session).text.split("\n")
    assert len(brief) < len(whole)
    assert {line for line in brief if line} <= set(whole)


def test_when_it_crossed_is_told_without_the_rest(warmed: Assistant, session: str) -> None:
    wave = [20 + (n % 40 if n % 40 < 20 else 40 - n % 40) / 4 for n in range(200)]
    frame = pd.DataFrame({"date": pd.bdate_range("2023-01-02", periods=200), "iv": wave})
    warmed.load(frame, name="wave", session=session)
    whole = warmed.ask("did it cross?", session)
    dates = [str(day.date()) for day in whole.results[0].events["date"]]  # type: ignore[attr-defined]
    brief = warmed.ask("when did it cross last", session).text
    assert dates[-1] in brief
    assert "Last values" not in brief
    assert len(brief) < len(whole.text) / 2


def test_the_whole_is_told_where_it_is_asked_for_again(warmed: Assistant, session: str) -> None:
    warmed.ask("20/25/30 fly at 1.20", session)
    warmed.ask("and at 1.40?", session)
    text = warmed.ask("go back to the first one", session).text
    assert "**Break-evens:** 21.20 and 28.80" in text
    assert "**Max loss:**" in text


@pytest.mark.parametrize(("budget", "first"), [(12_000, "3k"), (20_000, "$5,000"), (9000, "2250")])
def test_a_part_of_a_plan_is_borne_out_and_no_new_budget(warmed: Assistant, session: str, budget: int, first: str) -> None:
    warmed.ask(f"hedge budget {budget}, how do the tranches go", session)
    (result,) = warmed.ask(f"so {first} first?", session).results
    assert result.inputs["budget"] == budget


@pytest.mark.parametrize(("span", "alpha"), [(5, "0.3333"), (9, "0.20"), (19, "0.10")])
def test_a_word_that_no_entry_has_is_that_of_the_result(warmed: Assistant, session: str, span: int, alpha: str) -> None:
    warmed.ask(f"{span} ema of 18.2 and new price 20", session)
    answer = warmed.ask("whats alpha", session)
    assert answer.kind == "calculation"
    assert alpha in answer.text


@pytest.mark.parametrize(
    ("asked", "figures"), [("which one loses more", ("$110", "$80")), ("which pays more", ("$390", "$420"))]
)
def test_which_of_two_is_told_by_that_figure(warmed: Assistant, session: str, asked: str, figures: tuple[str, ...]) -> None:
    warmed.ask("20/25/30 fly at 1.10 vs 25/30/35 at 0.80", session)
    text = warmed.ask(asked, session).text
    assert all(figure in text for figure in figures)
    assert "**Break-evens:**" not in text
