"""Few words after a term or a result that ask one thing more of it: a figure, who says so, what was taken for granted."""

import re

import numpy as np
import pandas as pd
import pytest

from assistant import Assistant

from .conftest import Ask


@pytest.mark.parametrize(
    ("first", "term"), [("What does contango mean?", "Contango"), ("what is meant by normalised?", "Normalised level")]
)
@pytest.mark.parametrize("then", ["any numbers?", "the number?", "what's the figure", "and how much?"])
def test_a_figure_of_the_term_explained(warmed: Assistant, session: str, first: str, term: str, then: str) -> None:
    warmed.ask(first, session)
    answer = warmed.ask(then, session)
    assert {c.term for c in answer.citations} == {term}
    assert all(re.search(r"\d", c.text) for c in answer.citations)


@pytest.mark.parametrize("then", ["who invented it", "whose idea is it?", "is that in the source", "according to whom?"])
def test_whose_a_term_is_stays_with_the_term(warmed: Assistant, session: str, then: str) -> None:
    warmed.ask('What\'s "Temporal Theta"?', session)
    assert {c.term for c in warmed.ask(then, session).citations} == {"Temporal Theta"}


def test_how_long_is_not_answered_from_elsewhere(warmed: Assistant, session: str) -> None:
    warmed.ask("what is paper trading", session)
    answer = warmed.ask("for how long?", session)
    assert "does not say how long to paper trade" in answer.text
    assert {c.term for c in answer.citations} == {"Paper trading"}


@pytest.mark.parametrize(("first", "other"), [("contango", "Backwardation"), ("backwardation", "Contango")])
@pytest.mark.parametrize("then", ["and the other one?", "the opposite?", "what about the other"])
def test_the_counterpart_of_a_term(ask: Ask, first: str, other: str, then: str) -> None:
    answer = ask(f"what is {first}", then)
    assert answer.terms[0] == other
    assert answer.citations[0].term == other


def test_without_a_counterpart_the_related_terms_are_offered(ask: Ask) -> None:
    answer = ask("what is theta", "the opposite?")
    assert answer.kind == "clarification"
    assert answer.follow_ups


def test_who_says_so_claim_by_claim(warmed: Assistant, session: str) -> None:
    told = {c.claim_id for c in warmed.ask("what is contango", session).citations}
    answer = warmed.ask("says who?", session)
    assert {c.claim_id for c in answer.citations} <= told
    assert "*The primary article:*" in answer.text


@pytest.mark.parametrize(
    ("said", "part", "provenance"),
    [
        ("who says 25%?", "25–30%", "stated by the primary article"),
        ("why 20%?", "adds 20%", "stated by the primary article"),
        ("any assumptions?", "shares of the planned hedge budget", "an assumption of this assistant"),
    ],
)
def test_what_a_plan_takes_for_granted(ask: Ask, said: str, part: str, provenance: str) -> None:
    text = ask("split 20000 in tranches", said).text
    assert any(part in line and provenance in line for line in text.split("\n"))


def test_the_choice_asked_about_is_named_alone(ask: Ask) -> None:
    text = ask("25/30/35 fly for .8", "which multiplier is used").text
    assert "$100" in text
    assert "fees" not in text


@pytest.mark.parametrize("said", ["break evens only", "just the break-evens", "only the break evens please"])
def test_a_figure_alone(ask: Ask, said: str) -> None:
    text = ask("condor 20/25/30/35 for 1.90 debit", said).text
    assert "21.90 and 33.10" in text
    assert "Max loss" not in text


def test_a_loss_that_is_stated_is_told(ask: Ask) -> None:
    text = ask("bought one VIX future at 17.25 sold at 16", "so that is a loss right?").text
    assert "a loss of $1,250" in text


def test_the_put_of_the_same_strike_makes_parity(ask: Ask) -> None:
    (result,) = ask(
        "implied vol of vix 25 call at 1.40 with future 19, 30 days",
        "and if price 1.80?",
        "the put with same strike costs 7.30, is parity ok?",
    ).results
    assert result.tool == "parity"
    assert list(result.inputs["put"]) == [7.3, 7.3]
    assert result.conversion == pytest.approx(1.8 - 7.3 + 25 - 19)  # type: ignore[attr-defined]


@pytest.mark.parametrize("said", ["and if I'd paid 2.90 for the 25", "what if we paid 2.90 for the 25 call"])
def test_another_price_paid_for_a_leg(ask: Ask, said: str) -> None:
    (result,) = ask("sold 30 call 1.10 bought 25 call 2.60 what's my max profit", said).results
    assert result.max_profit == pytest.approx(100 * (5 - (2.9 - 1.1)))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "said",
    [
        "price a 30 call, future 20 vol 95, 40 days",
        "30 strike call, f 20, 40 days, 95 vol",
        "30 call 95 vol 40 days future 20",
    ],
)
def test_the_volatility_is_not_the_future_before_it(ask: Ask, said: str) -> None:
    (result,) = ask(said).results
    expected = {"strike": 30.0, "forward": 20.0, "vol": 0.95, "years": pytest.approx(40 / 365)}
    assert {k: result.inputs[k] for k in expected} == expected


def test_quotes_by_delta_told_with_their_strikes(ask: Ask) -> None:
    (result,) = ask("10 delta put iv, what is that", "strikes 4000 iv .25 delta -0.08 and 4050 iv .24 delta -0.12").results
    assert result.iv == pytest.approx(0.245)  # type: ignore[attr-defined]


@pytest.mark.parametrize(("said", "day"), [("and on 2008-10-24?", "2008-10-24"), ("what about 24 october 2008", "2008-10-24")])
def test_a_curve_of_another_day(warmed: Assistant, session: str, said: str, day: str) -> None:
    dates = pd.bdate_range("2008-10-20", periods=8)
    front, second = np.array([50.0, 52, 55, 54, 56, 60, 58, 57]), np.array([45.0, 46, 43, 44, 43, 49, 47, 48])
    warmed.load(pd.DataFrame({"date": dates, "M1": front, "M2": second}), session=session)
    warmed.ask("what's the curve on the last day", session)
    (result,) = warmed.ask(said, session).results
    place = list(dates).index(pd.Timestamp(day))
    assert result.slope == pytest.approx(second[place] / front[place] - 1)  # type: ignore[attr-defined]
    assert day in result.summary()


def test_the_other_of_two_choices(warmed: Assistant, session: str) -> None:
    closes = 20 + 4 * np.sin(np.arange(220) / 7) + np.arange(220) / 100
    dates = pd.bdate_range("2023-01-02", periods=220)
    warmed.load(pd.DataFrame({"date": dates, "value": closes}), session=session)
    warmed.ask("macd on my data", session)
    warmed.ask("which seed did you use", session)
    seeds = [
        r.inputs["seed"] for said in ("with the other one", "and the other seed?") for r in warmed.ask(said, session).results
    ]
    assert seeds == ["first", "sma"]


def test_breadth_alone_tells_no_divergence(warmed: Assistant, session: str) -> None:
    table = pd.DataFrame({"date": pd.bdate_range("2023-01-02", periods=60), "net_advances": np.arange(60) % 7 - 3})
    warmed.load(table, session=session)
    answer = warmed.ask("is there any divergence", session)
    assert answer.kind == "clarification"
    assert "prices" in answer.text


def test_no_advice_on_what_was_spoken_of_cites_nothing_else(ask: Ask) -> None:
    answer = ask("what is contango", "is it a good time to buy then")
    assert answer.kind == "no-advice"
    assert {c.term for c in answer.citations} == {"Contango"}


@pytest.mark.parametrize(
    ("first", "then", "term"),
    [
        ("explain the macd trigger", "which settings", "MACD trigger"),
        ("explain the macd trigger", "on what series", "MACD trigger"),
        ("what is contango", "how often", "Contango"),
        ("explain rsi", "over what period", "Relative Strength Index (RSI)"),
        ("explain rsi", "for which series", "Relative Strength Index (RSI)"),
        ("explain time-shifting", "how far ahead", "Time-Shifting / Time Travel"),
        ("what's the second engine", "what does the article say", "The Second Engine / Private Leverage Layer"),
    ],
)
def test_a_question_without_a_subject_is_of_the_one_before(
    warmed: Assistant, session: str, first: str, then: str, term: str
) -> None:
    warmed.ask(first, session=session)
    answer = warmed.ask(then, session=session)
    assert answer.kind == "explanation"
    assert answer.terms[0] == term


def test_a_question_with_a_subject_keeps_it(warmed: Assistant, session: str) -> None:
    warmed.ask("explain the macd trigger", session=session)
    assert warmed.ask("what about contango", session=session).terms[0] == "Contango"
    assert warmed.ask("how often is the vix above 30", session=session).terms[0] != "MACD trigger"


@pytest.mark.parametrize("then", ["show me the source", "list the sources", "give me a citation for that"])
def test_the_source_is_shown_when_it_is_asked_for_in_any_words(warmed: Assistant, session: str, then: str) -> None:
    warmed.ask("what does temporal vega mean", session=session)
    answer = warmed.ask(then, session=session)
    assert answer.terms[0] == "Temporal Vega Martingale"
    assert "Who says so" in answer.text
