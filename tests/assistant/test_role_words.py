"""Who pays, is paid, charges and what settles where: the same numbers in the words of different people."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.text.typed import plain
from tests.assistant.asked import computed

CENTS = st.integers(20, 190).map(lambda n: n / 100)
FEES = st.integers(100, 900).map(lambda n: n / 100)
FLY = {"lower": 20, "body": 25, "upper": 33}


def fly(text: str) -> dict[str, Any]:
    tool, arguments = computed(text)
    assert tool == "butterfly", text
    assert {k: arguments[k] for k in FLY} == FLY, text
    return {k: v for k, v in arguments.items() if k not in FLY}


PAID = (
    "filled the 20/25/33 fly at {}, b/e?",
    "I acquired the 20/25/33 butterfly for {} apiece, max loss?",
    "entered 20/25/33 for ${}: where do I break even",
    "laid out {} for the 20/25/33 fly. worst case?",
    "my cost basis on the 20/25/33 is {}, breakevens?",
    "premium outlay {} on a 20/25/33 call butterfly; max risk in dollars?",
    "Say wings are 5 and 8 wide (20, 25, 33) with a debit of {}: what is the most I can lose",
    "strikes of 20, 25 & 33 on my butterfly, costing {}",
    "lower=20 body=25 upper=33 debit={}",
    "butterfly(20, 25, 33, {}) -> break evens?",
    "wings at 20 and 33, body 25, paid {}; profit range?",
    "body 25, lower wing 5, upper wing 8, paid {}; profit range?",
)


@pytest.mark.parametrize("words", PAID)
@given(price=CENTS)
def test_what_is_paid(words: str, price: float) -> None:
    assert fly(words.format(price)) == {"debit": price}


@pytest.mark.parametrize(
    "words",
    [
        "I was paid {} to put on a 20/25/33 call fly. upper breakeven?",
        "I took in {} on the 20/25/33 broken wing butterfly, max gain?",
        "they pay me ${} for the 20/25/33 butterfly; max loss?",
        "pocketed {} on a 20/25/33 fly, what's my max loss",
        "20/25/33 bwb for a {} cr, risk above the top?",
    ],
)
@given(price=CENTS)
def test_what_is_received(words: str, price: float) -> None:
    assert fly(words.format(price)) == {"debit": -price}


@pytest.mark.parametrize(
    "words",
    [
        "settlement print come {}, how much I win?",
        "the SOQ came in at {}; result?",
        "it fixes at {}. pnl?",
        "VIX ends up on {}, outcome?",
        "profit if it lands dead on {}?",
        "the index settles at {}. pnl?",
        "it winds up at {}: what have I made?",
    ],
)
@given(level=st.integers(150, 400).map(lambda n: n / 10))
def test_what_it_settles_at(words: str, level: float) -> None:
    assert fly(f"20/25/33 fly, paid 0.9: {words.format(level)}") == {"debit": 0.9, "settlement": level}


@pytest.mark.parametrize(
    ("words", "times"),
    [
        ("my broker takes ${} all-in per butterfly. break-evens after that?", 1),
        ("plus ${} commission per fly, b/e?", 1),
        ("and ${} in transaction costs; breakevens net of costs", 1),
        ("slippage and fees eat another ${} per fly. max profit?", 1),
        ("costs of ${} a fly on top: b/e?", 1),
        ("each leg costs ${} in commissions, break-evens?", 4),
        ("broker charges 4 x ${}. break-evens?", 4),
        ("commission ${} per option contract, four contracts a fly. b/e?", 4),
    ],
)
@given(fee=FEES)
def test_what_is_charged(words: str, times: int, fee: float) -> None:
    assert fly(f"20/25/33 fly, debit 0.9, {words.format(fee)}") == {"debit": 0.9, "fees": pytest.approx(times * fee)}


@pytest.mark.parametrize(
    "words",
    [
        "a dozen 20/25/33s, 48c each. total debit?",
        "qty 12, 20/25/33 VIX call fly, price .48",
        "a quantity of 12 on the 20/25/33 at .48, max loss in total",
        "we own twelve of the 20/25/33 call flies; debit was 48 cents each",
        "12 spx flies 20-25-33 @.48",
        "Buy 12 set butterfly 20/25/33, each 0.48",
    ],
)
def test_how_many_there_are(words: str) -> None:
    assert fly(words) == {"debit": 0.48, "contracts": 12}


def test_a_c_behind_a_strike_stays_a_call() -> None:
    assert "48c" in plain("long 48c, 25/30/35 fly beside it")
    assert "48 cents" in plain("25/30/35, 48c")
