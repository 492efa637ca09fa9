"""Few words that go on from a result: a figure of it, an event in it, another thing asked of the same position."""

import numpy as np
import pandas as pd
import pytest

from assistant import Answer, Assistant
from tools.result import Result

FLY = "25/30/35 fly at 0.85"
OPTION = "price a vix 30 call, future 19.5, 45 days, iv 95%"
CROSS = "macd -0.15 signal -0.10 yesterday, today -0.05 vs -0.08. cross?"


def last(assistant: Assistant, session: str, *questions: str) -> Answer:
    *_, answer = [assistant.ask(question, session=session) for question in questions]
    return answer


@pytest.mark.parametrize(
    "question",
    [
        "whats my worst case",
        "max loss in dollars?",
        "what's max profit",
        "where does it break even",
        "per contract?",
        "break evens?",
    ],
)
def test_figures_of_a_position(warmed: Assistant, session: str, question: str) -> None:
    answer = last(warmed, session, FLY, question)
    assert [r.call for r in answer.results] == ["butterfly(lower=25.0, body=30.0, upper=35.0, debit=0.85)"]


@pytest.mark.parametrize(
    ("first", "question", "tool"),
    [
        (OPTION, "what's the delta", "black76"),
        (OPTION, "and theta", "black76"),
        ("VX1 18.2, VX2 19.6: contango?", "and the slope?", "term_structure"),
        ("VX1 18.2, VX2 19.6: contango?", "what's the slope", "term_structure"),
    ],
)
def test_figures_of_any_result_by_their_names(warmed: Assistant, session: str, first: str, question: str, tool: str) -> None:
    assert [r.tool for r in last(warmed, session, first, question).results] == [tool]


@pytest.mark.parametrize("question", ["what is delta", "what is theta?", "explain delta"])
def test_what_a_figure_is_stays_a_question_on_the_term(warmed: Assistant, session: str, question: str) -> None:
    assert last(warmed, session, OPTION, question).kind == "explanation"


@pytest.fixture(scope="module")
def falling() -> pd.DataFrame:
    values = 20 + 3 * np.sin(np.arange(200) / 9)
    return pd.DataFrame({"date": pd.bdate_range("2023-01-02", periods=200), "iv": values})


@pytest.mark.parametrize(
    "question",
    ["when was the last one", "how many times", "from a depressed level?", "how often?", "when did it cross", "which dates?"],
)
def test_events_of_the_table(warmed: Assistant, session: str, falling: pd.DataFrame, question: str) -> None:
    warmed.load(falling, name="iv.csv", session=session)
    assert [r.tool for r in last(warmed, session, "did it trigger", question).results] == ["macd_trigger"]


def test_a_pasted_series_is_asked_when_it_crossed(warmed: Assistant, session: str) -> None:
    pasted = "macd of " + " ".join(f"{20 + 3 * np.sin(n / 9):.2f}" for n in range(60))
    assert last(warmed, session, pasted, "when did it cross").results


@pytest.mark.parametrize(
    ("questions", "arguments"),
    [
        (
            (FLY, "what's it worth today with 30 days left, future 22, vol 90"),
            {"tool": "butterfly_value_today", "lower": 25, "upper": 35, "debit": 0.85, "forward": 22, "vol_body": 0.9},
        ),
        (
            (OPTION, "what vol gives a price of 1.10"),
            {"tool": "implied_volatility", "strike": 30, "kind": "call", "forward": 19.5, "price": 1.1},
        ),
        ((OPTION, "and the put"), {"tool": "black76", "strike": 30, "kind": "put", "vol": 0.95}),
        (
            ("notional of one VX at 19", "and a mini", "10 minis?"),
            {"tool": "contract_value", "product": "VXM", "contracts": 10},
        ),
        (
            ("split 5000 for hedging", "make it 30% first", "how many flies at 85 bucks each is the first one"),
            {"tool": "tranche_plan", "first": 0.3, "unit_cost": 85},
        ),
    ],
)
def test_the_same_thing_is_asked_something_else(
    warmed: Assistant, session: str, questions: tuple[str, ...], arguments: dict[str, object]
) -> None:
    result = last(warmed, session, *questions).results[0]
    assert result.tool == arguments["tool"]
    assert {k: result.inputs[k] for k in arguments if k != "tool"} == {k: v for k, v in arguments.items() if k != "tool"}


def given(result: Result, *names: str) -> list[object]:
    return [result.inputs.get(name) for name in names]


def test_a_position_is_turned_round_and_resized(warmed: Assistant, session: str) -> None:
    warmed.ask("P&L of long 3 VX futures from 18.35 to 22.10", session=session)
    short = warmed.ask("and short", session=session).results[0].to_dict()
    assert short["settlement_profit"] == pytest.approx(-11_250)
    mini = warmed.ask("minis instead", session=session).results[0].to_dict()
    assert mini["settlement_profit"] == pytest.approx(-1_125)


def test_one_side_of_a_parity_and_its_time(warmed: Assistant, session: str) -> None:
    warmed.ask("put call parity: strike 20 call 2.1/2.2 put 1.4/1.5 future 20.6/20.7", session=session)
    changed = warmed.ask("what if call is 1.9/2.0", session=session).results[0]
    assert [list(pair) for pair in map(list, (changed.inputs["call"], changed.inputs["put"]))] == [[1.9, 2.0], [1.4, 1.5]]
    later = warmed.ask("include 30 days and 5% rate", session=session).results[0]
    assert given(later, "years", "rate") == [pytest.approx(30 / 365), 0.05]


def test_a_month_of_a_curve_by_its_name(warmed: Assistant, session: str) -> None:
    warmed.ask("curve 15.1 16.3 17.0 17.5, is it contango", session=session)
    front, *_ = warmed.ask("if front goes to 20", session=session).results[0].inputs["curve"]
    assert front == 20
    assert (
        "**Backwardation at the front, a curve with a dip**" in warmed.ask("now it's backwardated right?", session=session).text
    )


def test_other_spans_and_other_numbers(warmed: Assistant, session: str, falling: pd.DataFrame) -> None:
    warmed.load(falling, name="iv.csv", session=session)
    assert warmed.ask("what's this?", session=session).text.startswith("- `iv.csv`")
    warmed.ask("did it trigger", session=session)
    assert given(warmed.ask("with 5/35/5", session=session).results[0], "fast", "slow", "signal") == [5, 35, 5]
    warmed.ask("30/35/40 fly, 8 contracts, bought for 0.95", session=session)
    assert given(warmed.ask("repeat with a debit of 1.20", session=session).results[0], "debit", "contracts") == [1.2, 8]


@pytest.mark.parametrize(
    "questions",
    [(CROSS, "so do i buy"), ("should i start now?",), ("what would you do",), (FLY, "which one should i use")],
)
def test_a_decision_in_few_words_is_no_advice(warmed: Assistant, session: str, questions: tuple[str, ...]) -> None:
    assert last(warmed, session, *questions).kind == "no-advice"


@pytest.mark.parametrize(
    "question", ["how long do you hold it", "Is any of this a recommendation? Are you allowed to advise me?"]
)
def test_a_question_on_the_method_or_the_assistant_is_no_decision(warmed: Assistant, session: str, question: str) -> None:
    assert last(warmed, session, question).kind == "explanation"


def test_days_left_are_no_price_of_a_future(warmed: Assistant, session: str) -> None:
    answer = last(warmed, session, "what is a future worth with 30 days left and vol 90")
    assert not any(r.tool == "contract_value" for r in answer.results)


def test_why_a_calculation_was_refused_is_told_again(warmed: Assistant, session: str) -> None:
    warmed.load(
        pd.DataFrame({"date": pd.bdate_range("2024-01-01", periods=20), "close": range(20)}), name="s.csv", session=session
    )
    answer = last(warmed, session, "did the macd cross", "why not")
    assert "20 bars are too few" in answer.text


def test_a_question_without_a_word_of_its_own_leans_on_the_last_terms(warmed: Assistant, session: str) -> None:
    answer = last(warmed, session, "how big is the first tranche", "why 25%")
    assert answer.kind == "explanation"
    assert "Tranche" in answer.terms


@pytest.mark.parametrize("question", ["where does it say that", "source please", "what's the source for that?", "cite that"])
def test_sources_are_asked_for_in_many_words(warmed: Assistant, session: str, question: str) -> None:
    answer = last(warmed, session, "what is a tranche", question)
    assert answer.terms[0] == "Tranche"
    assert answer.citations


def test_the_table_is_used_where_it_is_named_by_a_pronoun(warmed: Assistant, session: str, falling: pd.DataFrame) -> None:
    warmed.load(falling, name="iv.csv", session=session)
    assert [r.tool for r in last(warmed, session, "use it for the macd").results] == ["macd_trigger"]
    assert [r.tool for r in last(warmed, session, "what's the rsi").results] == ["rsi_extreme"]


def test_a_share_of_the_plan_and_what_is_left_after_some_tranches(warmed: Assistant, session: str) -> None:
    warmed.ask("account 250k, hedge 2%", session)  # a budget of $5,000
    asked = ("25% = ?", "what's left after 2", "how much remains after the third tranche")
    found = [warmed.ask(words, session).results[-1].to_dict() for words in asked]
    assert [r["used"] for r in found] == pytest.approx([1250, 2250, 3250])
    assert [r["left"] for r in found] == pytest.approx([3750, 2750, 1750])


@pytest.mark.parametrize(
    ("questions", "field", "value"),
    [
        (("notional of 1", "19.5"), "notional", 19500),
        (("notional of 1 future at 19.5", "notional of 3"), "notional", 58500),
        (("bought 4 vx at 18, sold 2 at 20 and 2 at 23", "commission is 2.4 per side"), "profit", 14000 - 4 * 4.8),
        (("ema 12 yesterday 18.2, today 19", "what if it was a 26 day"), "value", 18.2 + 2 / 27 * 0.8),
        (("advances 1800 declines 1200, line was at 4500", "tomorrow 1400 up 1600 down"), "latest", 4900),
        ((CROSS, "level 0.14 against a mean of 0.19"), "depressed", True),
        ((CROSS, "level 0.14 against a mean of 0.17"), "depressed", False),
    ],
)
def test_numbers_of_what_goes_on(warmed: Assistant, session: str, questions: tuple[str, ...], field: str, value: float) -> None:
    assert last(warmed, session, *questions).results[-1].to_dict()[field] == pytest.approx(value)


def test_a_future_is_not_priced_at_the_number_of_contracts(warmed: Assistant, session: str) -> None:
    asked = last(warmed, session, "notional of 1")
    assert (asked.kind, asked.results) == ("clarification", ())


def test_days_that_pass_are_taken_off_those_that_are_left(warmed: Assistant, session: str) -> None:
    (fly,) = last(warmed, session, "25/30/35 fly, future 22, vol 95, 40 days left, what's it worth in 10 days").results
    assert fly.inputs["years"] == pytest.approx(30 / 365)


def test_the_chosen_periods_stay_past_a_plan(warmed: Assistant, session: str, falling: pd.DataFrame) -> None:
    warmed.load(falling, name="iv.csv", session=session)
    answer = last(warmed, session, "use 5/35/5", "plan 20k on those triggers", "how close are the triggers to the fomc")
    assert [r.tool for r in answer.results] == ["event_window"]
    assert "5/35/5" in answer.text


@pytest.mark.parametrize("question", ["what's the point", "what is the point of all this?"])
def test_the_point_of_something_is_no_point_of_an_index(warmed: Assistant, session: str, question: str) -> None:
    answer = last(warmed, session, FLY, question)
    assert "Contract multiplier" not in answer.terms


@pytest.mark.parametrize(
    "asked",
    [
        "show me all three side by side",
        "compare all of them",
        "all side by side please",
        "put all 3 in one table",
        "compare all",
    ],
)
def test_all_calculations_of_a_kind_stand_side_by_side(warmed: Assistant, session: str, asked: str) -> None:
    for question in ("25/30/35 fly at 0.85, settles 31.2", "what if i had paid 1.10", "and at settlement 27?"):
        warmed.ask(question, session=session)
    answer = warmed.ask(asked, session=session)
    told = [(r.inputs["debit"], r.inputs["settlement"]) for r in answer.results]
    assert told == [(0.85, 31.2), (1.10, 31.2), (1.10, 27.0)]


@pytest.mark.parametrize("asked", ["both side by side please", "them side by side", "the two in a table"])
def test_the_last_two_stand_side_by_side(warmed: Assistant, session: str, asked: str) -> None:
    for question in ("25/30/35 fly at 0.85", "what if i had paid 1.10", "and at 1.25?"):
        warmed.ask(question, session=session)
    assert [r.inputs["debit"] for r in warmed.ask(asked, session=session).results] == [1.10, 1.25]


@pytest.mark.parametrize(
    ("asked", "changed"),
    [
        ("double the contracts", {"contracts": 8}),
        ("twice as many", {"contracts": 8}),
        ("what if i halve the size", {"contracts": 2}),
        ("3x the position", {"contracts": 12}),
        ("double it", {"contracts": 8}),
        ("half the debit", {"debit": 0.425}),
        ("what if the price doubles", {"debit": 1.7}),
        ("and 1.5 times the cost", {"debit": 1.275}),
    ],
)
def test_one_number_is_scaled(warmed: Assistant, session: str, asked: str, changed: dict[str, float]) -> None:
    result = last(warmed, session, f"{FLY}, settles 31.2, 4 contracts", asked).results[0]
    whole = {"lower": 25, "body": 30, "upper": 35, "debit": 0.85, "contracts": 4, "settlement": 31.2} | changed
    assert {k: result.inputs[k] for k in whole} == pytest.approx(whole)


def test_scaling_reaches_other_tools(warmed: Assistant, session: str) -> None:
    plan = last(warmed, session, "budget 20000, three tranches", "half the budget").results[0]
    assert plan.inputs["budget"] == 10_000
    option = last(warmed, f"{session}-2", OPTION, "double the vol").results[0]
    assert option.inputs["vol"] == pytest.approx(1.9)


def test_what_bare_scaling_means_is_said(warmed: Assistant, session: str) -> None:
    assert "“it” is taken for the contracts" in last(warmed, session, f"{FLY}, 4 contracts", "double it").text


@pytest.mark.parametrize("asked", ["should i double it", "would you double the position"])
def test_scaling_is_no_advice(warmed: Assistant, session: str, asked: str) -> None:
    assert last(warmed, session, FLY, asked).kind == "no-advice"


@pytest.mark.parametrize(
    "asked",
    [
        "is 85 the most i can lose?",
        "so max loss is $85, right?",
        "so i lose 85 bucks max?",
        "so the break evens are 25.85 and 34.15?",
        "is 30 the peak?",
        "so max loss is $400, right?",
    ],
)
def test_a_figure_stated_to_be_confirmed_shows_the_result(warmed: Assistant, session: str, asked: str) -> None:
    first = last(warmed, session, FLY)
    answer = last(warmed, session, asked)
    assert answer.kind == "calculation"
    assert answer.results[0].inputs == first.results[0].inputs


@pytest.mark.parametrize("asked", ["can you do that in excel", "excel formula for that?", "show it in a spreadsheet"])
def test_a_spreadsheet_is_made_from_the_working(warmed: Assistant, session: str, asked: str) -> None:
    assert "25 + 0.85 = 25.85" in last(warmed, session, FLY, asked).text
