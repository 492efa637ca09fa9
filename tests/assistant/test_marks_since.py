"""An open position and the prices since."""

import pytest

from assistant import Assistant
from assistant.understanding.composed.several import calculations
from assistant.understanding.filling.brought import From
from assistant.understanding.text.quantities import Reading


def called(text):
    return [(found.call.tool, found.call.arguments) for found in calculations(Reading(text))]


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        (
            "long 2 vx from 17.35, marks since: 17.10 17.90 19.25. p&l now and worst",
            {"entry": 17.35, "marks": [17.1, 17.9, 19.25], "multiplier": 1000, "contracts": 2},
        ),
        (
            "25/30/35 vix fly, 4 lots, paid 1.10. marks this week 0.95 1.60 2.40 2.15, where am i vs best mark",
            {"entry": 1.1, "marks": [0.95, 1.6, 2.4, 2.15], "multiplier": 100, "contracts": 4},
        ),
        (
            "short 3 vx at 21.40, settles since 20.10, 19.60, 22.05: best, worst and now?",
            {"entry": 21.4, "marks": [20.1, 19.6, 22.05], "multiplier": 1000, "contracts": 3, "side": "short"},
        ),
        (
            "bought 20/25/30 fly for 0.80 x5, prices since 0.60 0.95 1.40, how much given back from the peak",
            {"entry": 0.8, "marks": [0.6, 0.95, 1.4], "multiplier": 100, "contracts": 5},
        ),
    ],
)
def test_a_position_along_its_marks(text, arguments):
    assert called(text) == [("at_marks", arguments)]


def test_purchases_are_averaged_and_marked():
    average, marked = called("vx buys 18.20 19.05 20.40 one each, last 19.90. average, open pl")
    assert average[0] == "staged_cost"
    entry = From("staged_cost", "average")
    assert marked == ("at_marks", {"entry": entry, "marks": [19.9], "contracts": 3, "multiplier": 1000})


def test_futures_bought_in_lots_are_valued_at_the_last_price():
    ((tool, arguments),) = called("bought 1 vx at 18.20, 2 at 19.05. last 19.90. open p/l?")
    assert (tool, arguments["settlement"]) == ("position", 19.9)


@pytest.mark.parametrize(
    "text",
    [
        "25/30/35 fly paid 1.10, 4 lots, settles 28, 30, 33: profit at each?",
        "closes 18.1 18.4 18.2 18.9, what's the best",
        "long 2 vx from 17.35, now 19.25. p&l",
        "iv closes 18.1 18.4 18.2 18.9 from 3 pm, highest?",
    ],
)
def test_other_rows_are_no_marks(text):
    assert all(tool != "at_marks" for tool, _ in called(text))


def test_the_position_is_marked_again_and_resized():
    assistant = Assistant()
    assistant.ask("long 2 vx from 17.35, marks since: 17.10 17.90 19.25. p&l now and worst", session="s")
    # (19.25 − 17.35) × 1,000 × 3 = 5,700; (20 − 17.35) × 1,000 × 3 = 7,950
    assert "$5,700" in assistant.ask("and with 3 contracts", session="s").text
    assert "(20.00 − 17.35) × $1,000 × 3 = $7,950" in assistant.ask("now 20", session="s").text
    assert "× $100 × 3 = $795" in assistant.ask("mini instead", session="s").text
