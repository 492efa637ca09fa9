"""A hedge shared out over layers, as people ask for it."""

import pytest

from assistant import Assistant
from assistant.understanding.framed.calculations import calculation
from assistant.understanding.text.quantities import Reading
from tools import layer_split


def layers(assistant: Assistant, session: str, question: str):
    answer = assistant.ask(question, session=session)
    assert answer.kind == "calculation", answer.text
    return answer.results[0].layers


@pytest.mark.parametrize(
    ("question", "planned", "parts", "of"),
    [
        ("split 10 contracts 4/4/2", 10, (4, 4, 2), "contracts"),
        ("4-4-2 with 35 contracts, how many go where", 35, (4, 4, 2), "contracts"),
        ("442 ratio on 25 calls", 25, (4, 4, 2), "contracts"),
        ("four four two on 15 contracts", 15, (4, 4, 2), "contracts"),
        ("how would 20 contracts be split over the three layers", 20, (4, 4, 2), "contracts"),
        ("ratio of layers 3:2:1 on 12 contracts", 12, (3, 2, 1), "contracts"),
        ("divide $12,000 by 4/4/2", 12_000, (4, 4, 2), "dollars"),
        ("split 20k 40/35/25", 20_000, (40, 35, 25), "dollars"),
        ("10,000 dollars in a 4/4/2 split, how much in each layer", 10_000, (4, 4, 2), "dollars"),
        ("40/40/20 of $15,000 pls", 15_000, (40, 40, 20), "dollars"),
        ("60/40 on 5k", 5000, (60, 40), "dollars"),
        ("5k in a 40/35/25 split", 5_000, (40, 35, 25), "dollars"),
        ("i have 8k for the hedge, 40/40/20 how much goes into each layer", 8_000, (40, 40, 20), "dollars"),
    ],
)
def test_a_ratio_beside_an_amount(warmed: Assistant, session: str, question: str, planned: float, parts, of):
    assert layers(warmed, session, question) == layer_split(planned, parts, of).layers


@pytest.mark.parametrize(
    "question",
    ["what is 4/4/2", "does 4/4/2 mean 4 contracts near", "why more near than far in the 4/4/2"],
)
def test_a_question_on_the_ratio_is_answered_from_the_glossary_even_after_a_split(warmed, session, question):
    layers(warmed, session, "split 20 contracts 4/4/2")
    answer = warmed.ask(question, session=session)
    assert answer.kind == "explanation"
    assert "4/4/2 ratio" in answer.terms


@pytest.mark.parametrize(
    "text", ["4/4/2 vs 25-30/20/20", "40/45/50 fly for 2000", "25/30/35 at .85 on 10k", "fly 30/25/20 at 1.1"]
)
def test_what_is_no_ratio(text: str) -> None:
    found = calculation(Reading(text))
    assert found is None or found.call.tool != "layer_split"


@pytest.mark.parametrize("asked", ["split 12 contracts into tranches", "first tranche of 12 contracts"])
def test_tranches_are_another_thing(warmed, session, asked):
    assert warmed.ask(asked, session=session).results[0].tool == "tranche_units"


def test_a_number_after_the_ratio_was_explained(warmed, session):
    warmed.ask("what did the 4/4/2 ratio mean again", session=session)
    assert layers(warmed, session, "so with 30 contracts how many each") == (12, 12, 6)
    assert layers(warmed, session, "and with $9000 how much each") == (3600, 3600, 1800)


def test_it_is_changed_like_any_calculation(warmed, session):
    layers(warmed, session, "split 20 contracts 4/4/2")
    assert layers(warmed, session, "make it 30 contracts") == (12, 12, 6)
    assert layers(warmed, session, "40/35/25 instead") == layer_split(30, (40, 35, 25)).layers


def test_contracts_and_money_are_not_taken_for_one_another(warmed, session):
    layers(warmed, session, "split 10 contracts 4/4/2")
    assert layers(warmed, session, "and with $9000") == layer_split(9000, of="dollars").layers
    assert layers(warmed, session, "40/35/25 instead") == layer_split(9000, (40, 35, 25), of="dollars").layers
    assert layers(warmed, session, "with 20 contracts") == layer_split(20, (40, 35, 25)).layers
    assert layers(warmed, session, "make it 50") == layer_split(50, (40, 35, 25)).layers
