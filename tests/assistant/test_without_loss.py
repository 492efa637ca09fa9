"""Losses that a sentence denies, strikes that it calls break-evens, and numbers that are written so that no guard sees them."""

import pytest

from assistant import Assistant
from assistant.guards.evidence import Evidence
from assistant.guards.screening import screen
from assistant.guards.support import Rarity
from tools import butterfly, position

FLY = butterfly(25, 30, 35, 0.85)


@pytest.fixture(scope="module")
def evidence(warmed: Assistant) -> Evidence:
    rarity = Rarity(warmed.glossary, warmed.index.embedding)
    return Evidence.of(warmed.index, rarity, "25/30/35 fly at 0.85, break-evens?", [FLY])


@pytest.mark.parametrize(
    "said",
    [
        "There is no risk.",
        "There is no loss.",
        "The loss is zero.",
        "The loss is nothing.",
        "The position loses nothing above 35.",
        "Nothing is lost above 35.",
        "It breaks even at 25 and 34.15.",
        "The break-evens are 25.85 and 35.",
        "The max profit is at 25.",
        "The peak is at 35.",
        r"It breaks even at 26\.85.",
        "It breaks even at 26**.**85.",
        "It breaks even at **26**.85.",
        "It breaks even at 26·85.",
        "It breaks even at 26&period;85.",
        "It breaks even at 26 point 85.",
        "It makes 4 grand.",
        "It makes a grand.",
        "It makes four grand.",
    ],
)
def test_it_is_stopped(evidence: Evidence, said: str) -> None:
    assert screen(said, evidence).faults


@pytest.mark.parametrize(
    "said",
    [
        "The loss is never more than $85.",
        "At 30 there is no loss.",
        "It breaks even at 25.85 and 34.15.",
        "It breaks even at **25.85** and **34.15**.",
        "The max profit is at 30.",
        "The break-even is 0.85 above 25.",
        "The grand total is $415.",
    ],
)
def test_it_passes(evidence: Evidence, said: str) -> None:
    assert screen(said, evidence).faults == ()


def test_a_position_that_cannot_lose_may_be_said_not_to(warmed: Assistant) -> None:
    free = position([("long", "call", 25, 1.0), ("short", "call", 30, 1.2)])
    assert free.max_loss > 0
    rarity = Rarity(warmed.glossary, warmed.index.embedding)
    evidence = Evidence.of(warmed.index, rarity, "25/30 call spread for a credit of 0.2", [free])
    assert "it can lose" not in " ".join(screen("There is no loss.", evidence).faults)
