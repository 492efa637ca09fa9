"""Numbers that fit nothing, in first questions and after them: an honest answer, and no internal fault."""

from __future__ import annotations

import logging

import pytest

from assistant import Assistant
from assistant.understanding.judged.roles import Item, marked, signs
from assistant.understanding.text.quantities import Reading

TALKS = [
    ["alpha 0.0"],
    ["bought 1 at 4.10, 2 at 3.20, 4 at 2.60: what is my real cost", "24 on top"],
    ["bought 20 at 0.85 and 15 at 0.62, mean price?", "put 2.9"],
    ["I own 15 flies from 0.88. 5 went at 1.75 and 5 more at 2.60; what's banked?", "put 12%"],
    [
        "I own 14 of the 28/33/38 flies. what are they good for if the morning print is 34.6?",
        "what price do i sell for 25% profit",
    ],
    ["does macd crossing mean buy now, mine is at 2.5 then for a 100k portfolio 3% to the wings, one wing structure is 1.85"],
    ["wacc: 600 equity at 10%, 400 debt at 5%, tax 21%", "taxes 0/25/3%"],
]


@pytest.mark.parametrize("talk", TALKS, ids=[talk[-1][:24] for talk in TALKS])
def test_no_turn_fails(warmed: Assistant, session: str, talk: list[str], caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, logger="assistant.core"):
        answers = [warmed.ask(words, session) for words in talk]
    assert not caplog.records
    assert all("Educational only" in str(answer) for answer in answers)


def test_a_number_beyond_all_is_beside_none() -> None:
    asked = marked(Reading("what about 40"))
    known = {"contracts": [Item((float("inf"),), "plain", 0, 0)], "debit": [Item((0.0,), "plain", 0, 0)]}
    told = signs(asked, 0, "butterfly", known)
    assert not any(sign.startswith("c:") for sign in told)


@pytest.mark.parametrize("asked", ["paid 0.85", "bought at 0.85", "at a debit of 85 cents"])
def test_a_value_whose_debit_is_told_afterwards_is_a_butterfly(warmed: Assistant, session: str, asked: str) -> None:
    warmed.ask("what is a 20/25/30 fly worth at 27", session)
    (result,) = warmed.ask(asked, session).results
    assert (result.tool, result.inputs["debit"], result.inputs["settlement"]) == ("butterfly", 0.85, 27)


@pytest.mark.parametrize(
    "question",
    [
        "if i start at the 18 strike, pay .75 and insist on a payoff ratio of 7, where do the other two strikes go?",
        "body at 30, paid $85, reward to risk 5, which wings?",
        "10.2 10.8 11.5 11.1 12.4, % bar ema + sma and also debit's 1.35 for 30/35/40. losing side: max loss on 7? winning "
        "side: price that returns 70%",
        "what do the 25-1e9% of the first tranche refer to? then vix prints 24.6 on expiry my twenty twenty five thirty "
        "butterfly is worth how much",
        "if i add 1,2,3 at 14.25",
    ],
)
def test_numbers_in_part_or_out_of_place_are_no_fault(warmed: Assistant, session: str, question: str) -> None:
    assert warmed.ask(question, session=session).kind != "error"
