"""Questions on options before expiry: which numbers are the strike, the future, the time, the volatility and the price."""

import pytest

from assistant import Assistant
from assistant.understanding.conversation.changes import completed
from assistant.understanding.framed.calculations import calculation
from assistant.understanding.text.quantities import Reading
from tests.tools.test_put_iv import smiling

MONTH = 30 / 365
ASKED = [
    (
        "price a 25 call with the VIX future at 21.5, 30 days left and 85% vol",
        "black76",
        {"forward": 21.5, "strike": 25, "years": MONTH, "vol": 0.85, "kind": "call"},
    ),
    (
        "what is the delta of the VIX 30 call: future 22, 45 days, iv 110%",
        "black76",
        {"forward": 22, "strike": 30, "years": 45 / 365, "vol": 1.1, "kind": "call"},
    ),
    (
        "black 76 price put strike 20, forward 21.5, 0.25 years, volatility 0.9, rate 5%",
        "black76",
        {"forward": 21.5, "strike": 20, "years": 0.25, "vol": 0.9, "rate": 0.05, "kind": "put"},
    ),
    (
        "theta of the 25c with vol 85, 30 dte, f=21.5",
        "black76",
        {"forward": 21.5, "strike": 25, "years": MONTH, "vol": 0.85, "kind": "call"},
    ),
    (
        "implied vol of the 25 call at 1.25, future 21.5, 30 days",
        "implied_volatility",
        {"price": 1.25, "forward": 21.5, "strike": 25, "years": MONTH, "kind": "call"},
    ),
    (
        "what's the implied volatility of a 20 put trading at 0.90 with 3 weeks to go and the Aug future at 19.93?",
        "implied_volatility",
        {"price": 0.9, "forward": 19.93, "strike": 20, "years": 21 / 365, "kind": "put"},
    ),
    (
        "is there a conversion edge: strike 20, call 3.60/3.70, put 1.40/1.50, future 21.45/21.55",
        "parity",
        {"strike": 20, "call": [3.6, 3.7], "put": [1.4, 1.5], "forward": [21.45, 21.55]},
    ),
    (
        "put-call parity check: strike 20 call 3.00 put 1.50 future 21.50",
        "parity",
        {"strike": 20, "call": [3, 3], "put": [1.5, 1.5], "forward": [21.5, 21.5]},
    ),
]


@pytest.mark.parametrize(("question", "tool", "expected"), ASKED)
def test_each_number_goes_where_its_words_say(question, tool, expected):
    found = calculation(Reading(question))
    assert found is not None
    assert (found.call.tool, found.missing) == (tool, ())
    assert found.call.arguments.keys() == expected.keys()
    for name, value in expected.items():
        assert found.call.arguments[name] == (value if isinstance(value, str) else pytest.approx(value, abs=1e-9)), name


@pytest.mark.parametrize(
    "question",
    [
        "what is implied volatility?",
        "conversion vs reversal",
        "does the level of the 10 delta put IV matter or just the cross?",
        "what is the theta of an option?",
        "is 85% vol high?",
    ],
)
def test_a_question_without_an_option_is_no_calculation(question):
    assert calculation(Reading(question)) is None


def test_what_is_missing_is_asked_for_and_then_filled():
    waiting = calculation(Reading("IV of the 25 call at 1.25?"))
    assert waiting is not None
    assert waiting.missing == ("the price of the future of the same expiry", "the time to expiry, in days")
    done = completed(Reading("future 21.5, 30 days left"), waiting.call)
    assert done is not None
    assert done.missing == ()
    assert done.call.arguments == pytest.approx({"strike": 25, "price": 1.25, "forward": 21.5, "years": MONTH, "kind": "call"})


def test_a_loaded_chain_answers_with_its_put_volatility_its_forward_and_the_trigger():
    assistant = Assistant()
    assistant.load(smiling(), name="quotes")
    put = assistant.ask("what is the 10-delta put IV in my chain?")
    assert [r.tool for r in put.results] == ["ten_delta_put_iv"]
    assert "20% on 2024-03-01" in put.text
    forward = assistant.ask("what is the parity forward of this chain?")
    assert [r.tool for r in forward.results] == ["parity_forward"]
    assert "100.00" in forward.text
    trigger = assistant.ask("did the macd of this chain trigger?")
    assert [r.tool for r in trigger.results] == ["ten_delta_put_iv"]
    assert "34" in trigger.text  # one date is too few for a MACD, and the answer says so
