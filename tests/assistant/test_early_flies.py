"""Questions on butterflies before expiry, the chance of a stretch, wings at a high RSI and dealer gamma of a chain."""

import pytest

from assistant import Assistant
from assistant.understanding.framed.calculations import calculation
from assistant.understanding.text.quantities import Reading
from tests.tools.test_dealer_gamma import book

FLY = {"lower": 25, "body": 30, "upper": 35}
MONTH = {"forward": 21.5, "years": 30 / 365}
FLAT = {"vol_lower": 0.95, "vol_body": 0.95, "vol_upper": 0.95}
SMILE = {"vol_lower": 0.85, "vol_body": 0.95, "vol_upper": 1.02}
ASKED = [
    (
        "what is a 25/30/35 butterfly worth today with the future at 21.5, 30 days left and 95% vol?",
        "butterfly_value_today",
        FLY | MONTH | FLAT,
    ),
    (
        "what is a 25/30/35 butterfly worth with vols 85/95/102%, future 21.5 and 30 days left, debit 0.85",
        "butterfly_value_today",
        FLY | MONTH | SMILE | {"debit": 0.85},
    ),
    (
        "time shift of a 25/30/35 fly for 0.85: future 21.5, 30 days, vol 95%",
        "time_shift",
        {"butterfly": [25, 30, 35, 0.85], "vols": [0.95, 0.95, 0.95], "forward": 21.5, "days": [30]},
    ),
    (
        "what's the probability of VIX finishing between 25.85 and 34.15 with the future at 21.5, 30 days and 95% vol?",
        "finish_chance",
        MONTH | {"low": 25.85, "high": 34.15, "vol": 0.95},
    ),
    (
        "RSI is 74, how could I adjust the wings of my 25/30/35 fly bought at 0.85?",
        "wing_adjustment",
        {"butterfly": [25, 30, 35, 0.85], "rsi_value": 74},
    ),
    ("25/30/35 fly for 0.85, max profit?", "butterfly", FLY | {"debit": 0.85}),
]


@pytest.mark.parametrize(("question", "tool", "expected"), ASKED)
def test_each_number_goes_where_its_words_say(question, tool, expected):
    found = calculation(Reading(question))
    assert found is not None
    assert (found.call.tool, found.missing) == (tool, ())
    assert found.call.arguments.keys() == expected.keys()
    for name, value in expected.items():
        assert found.call.arguments[name] == pytest.approx(value, abs=1e-9), name


@pytest.mark.parametrize(
    "question",
    ["how does time shifting work?", "what is the chance of a crash?", "when are the wings adjusted?", "gamma flip?"],
)
def test_a_question_without_numbers_is_no_calculation(question):
    assert calculation(Reading(question)) is None


def test_the_figures_reach_the_answer_with_their_code():
    answer = Assistant().ask("time shift of a 25/30/35 fly for 0.85: future 21.5, 30 days, vol 95%")
    assert answer.kind == "calculation"
    assert "5.00 at expiry" in answer.text
    assert answer.code.startswith("from tools import butterfly, time_shift\n")


def test_a_loaded_chain_answers_on_wings_and_dealer_gamma():
    assistant = Assistant()
    assistant.load(book({110: 10}, {90: 10}), name="quotes")
    gamma = assistant.ask("where is the gamma flip in this chain with spot at 100?")
    assert [r.tool for r in gamma.results] == ["dealer_gamma"]
    assert "99.3" in gamma.text
    wings = assistant.ask("RSI is 74, what could I do with the wings of my 90/100/110 fly bought at 2.50?")
    assert [r.tool for r in wings.results] == ["wing_adjustment"]
    assert "none is recommended" in wings.text
