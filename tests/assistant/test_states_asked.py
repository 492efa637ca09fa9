"""Few words after a result: whether it is something, where its best is, and what its sum is of another one."""

import pytest

from assistant import Assistant
from assistant.answer import Answer

RSI = "rsi gains avg .8 losses .3"
BREADTH = "advancers 1800 decliners 1200, next day 1500 1600"
CURVE = "front 18.4 second 17.9"
CROSS = "macd yesterday -.12 signal -.10, today -.05 signal -.08"
LEVEL = "put iv now .21, average .28 normalised"
FLY = "20/25/30 for 1.10"
AVERAGE = "avg cost: 3 at 1.10, 2 at .80, 4 at .65"


def told(assistant: Assistant, session: str, *turns: str) -> Answer:
    *before, last = turns
    for turn in before:
        assistant.ask(turn, session=session)
    return assistant.ask(last, session=session)


@pytest.mark.parametrize(
    ("first", "asked", "said"),
    [
        (RSI, "overbought?", "above 70"),
        (RSI, "is that oversold", "above 70"),
        (BREADTH, "is it rising", "ends at 500"),
        (BREADTH, "falling?", "ends at 500"),
        (CURVE, "inverted?", "Backwardation"),
        (CURVE, "is that steep", "Backwardation"),
        (CROSS, "bullish?", "a bullish cross"),
        (CROSS, "did it fire", "a bullish cross"),
        (LEVEL, "is that depressed", "counts as depressed"),
    ],
)
def test_a_state_is_asked_of_the_result(warmed: Assistant, session: str, first: str, asked: str, said: str) -> None:
    before = warmed.ask(first, session=session).results
    answer = warmed.ask(asked, session=session)
    assert [r.call for r in answer.results] == [r.call for r in before]
    assert said in answer.text


@pytest.mark.parametrize("asked", ["what is overbought", "why is that overbought", "what does overbought mean"])
def test_a_state_is_a_word_to_be_explained_too(warmed: Assistant, session: str, asked: str) -> None:
    assert told(warmed, session, RSI, asked).kind == "explanation"


@pytest.mark.parametrize(
    ("asked", "said", "left_out"),
    [
        ("so where do i make the most", "at 25", "Max loss"),
        ("sweet spot?", "at 25", "Max loss"),
        ("whats the best case", "Max profit", "Max loss:"),
        ("worst case?", "Max loss:", "Max profit:"),
    ],
)
def test_where_the_best_and_the_worst_lie(warmed: Assistant, session: str, asked: str, said: str, left_out: str) -> None:
    text = told(warmed, session, FLY, asked).text
    assert said in text
    assert left_out not in text


@pytest.mark.parametrize(
    ("first", "asked", "amount", "whole"),
    [
        ("budget 10000, fly at .75", "how much of my 250k account is that", 10_000, 250_000),
        ("25/30/35 at .85, 4 of them", "what percent of a $20,000 account would that be", 340, 20_000),
        ("4 vx at 19.5 notional", "how big a part of my 300k portfolio is that", 78_000, 300_000),
        ("25% then 20% of 12k", "and what % is that of 80k", 5_400, 80_000),
        ("25/30/35 at .85, 4 of them", "as a percentage of 50k?", 340, 50_000),
    ],
)
def test_the_sum_of_a_result_is_set_against_another(
    warmed: Assistant, session: str, first: str, asked: str, amount: float, whole: float
) -> None:
    *_, result = told(warmed, session, first, asked).results
    assert (result.tool, result.inputs) == ("part_of", {"amount": amount, "whole": whole})


@pytest.mark.parametrize("asked", ["and at 30%", "what if 30%", "30% instead", "make it 30 %"])
def test_a_share_that_only_the_first_tranche_has(warmed: Assistant, session: str, asked: str) -> None:
    (result,) = told(warmed, session, "budget 10000, fly at .75", asked).results
    assert (result.inputs["first"], result.inputs["step"]) == (0.3, 0.2)


@pytest.mark.parametrize(
    ("question", "shares"),
    [
        ("first tranche 3000 spent. budget?", [0.25, 0.3]),
        ("first tranche was 3000. whole budget?", [0.25, 0.3]),
        ("second tranche 3000. budget?", [0.2]),
    ],
)
def test_the_whole_of_a_part_asked_for_in_a_word(warmed: Assistant, session: str, question: str, shares: list[float]) -> None:
    results = warmed.ask(question, session=session).results
    assert [(r.tool, r.inputs) for r in results] == [("whole_of_part", {"amount": 3000, "share": s}) for s in shares]


@pytest.mark.parametrize("asked", ["what would 5 more at .50 do", "and 5 more at .5", "what if i add another 5 at .5"])
def test_more_bought_at_another_price(warmed: Assistant, session: str, asked: str) -> None:
    (result,) = told(warmed, session, AVERAGE, asked).results
    assert result.tool == "staged_cost"
    assert tuple(result.inputs["fills"][-1]) == (0.5, 5)
    assert len(result.inputs["fills"]) == 4


def test_a_share_to_be_risked_is_arithmetic_and_stays_a_share(warmed: Assistant, session: str) -> None:
    first = warmed.ask("i want to risk 2% of 40k", session=session)
    assert first.kind == "calculation"
    (units,) = warmed.ask("how many flies at .80", session=session).results
    assert (units.tool, units.inputs["share"], units.units) == ("units_for_budget", 0.02, 10)  # $800 ÷ $80
    (fewer,) = warmed.ask("and at 1%", session=session).results
    assert (fewer.inputs["budget"], fewer.inputs["share"]) == (40_000, 0.01)


@pytest.mark.parametrize("asked", ["i want to risk 2%, is that ok", "how much should i risk of 40k", "i want to buy 20 flies"])
def test_a_decision_stays_one(warmed: Assistant, session: str, asked: str) -> None:
    assert warmed.ask(asked, session=session).kind in ("no-advice", "explanation", "clarification")
