"""Advice without an order in it, and what only sounds like it; facts of more than the case at hand."""

import pytest

from assistant.guards.advice import advises
from assistant.guards.evidence import Evidence
from assistant.guards.screening import screen
from assistant.guards.support import Rarity
from knowledge import Index
from tools import butterfly


@pytest.mark.parametrize(
    "said",
    [
        "Closing half of it at this level would be reasonable.",
        "Buying a second one looks sensible to me.",
        "Trimming makes a good deal of sense.",
        "The rest of the budget ought to be put to work by Friday.",
        "That slice needs to go in first.",
        "There is little reason to hold on.",
        "It might be wiser to wait for the next trigger.",
        "This structure is worth owning.",
        "What you should buy is the wider one.",
        "The lesson is to sell into strength.",
        "I would be reluctant to add at this price.",
        "In your place the trade can wait.",
        "That is a small price to pay for such cover.",
        "You are underhedged at this size.",
        "The next higher high is likely soon.",
        "The market will probably calm down.",
        "Volatility should fade after the meeting.",
        "The curve looks set to steepen.",
        "A trade like this is hard to pass up.",
        "Most people in your place would take it.",
        "The slope argues for waiting.",
        "With the curve so steep, patience pays.",
        "The rest of it can go on now.",
        "Why not take the other half as well?",
        "Six contracts, no more.",
        "My money would be on the wider one.",
        "This month is the one you want.",
        "Let it ride.",
    ],
)
def test_advice_and_predictions_in_soft_words_are_seen(said: str) -> None:
    assert advises(said)


@pytest.mark.parametrize(
    "said",
    [
        "If VIX settles at 30 it pays 3.90.",
        "Pay 1.10, get back 5.00 at best, lose the 1.10 at worst.",
        "I'll keep the two readings apart.",
        "Let me put the steps in order.",
        "Subtract the signal line from the MACD line.",
        "You'd want 136 bars before the start no longer shows.",
        "It is worth 0.59 points today.",
        "Rolling costs 10% of the front price.",
        "The first tranche is 25% of the budget.",
        "Adding 20% a step brings it to 65%.",
        "Whether to add is your own decision.",
        "I can't say what you should buy.",
        "Widen the wings and the price goes up.",
        "That is no cue to buy or to sell.",
        "I'd like to answer that in two parts.",
    ],
)
def test_what_only_computes_or_arranges_is_no_advice(said: str) -> None:
    assert advises(said) == ""


@pytest.fixture(scope="module")
def evidence(index: Index) -> Evidence:
    return Evidence(
        index.glossary, Rarity(index.glossary), "25/30/35 fly at 0.85", (butterfly(25, 30, 35, debit=0.85),), (), (), index
    )


@pytest.mark.parametrize(
    "said",
    [
        "Butterflies at 0.85 usually fill within minutes.",
        "Most dealers quote a fly at 0.85 wider than that.",
        "A debit of 0.85 is typical of quiet summers.",
        "Professionals rarely pay more than 0.85 for it.",
        "Brokers ask a margin of $85 for it.",
        "We've seen these flies triple within a day.",
        "Our tests show that a debit of 0.85 wins more than it loses.",
        "Wider wings have paid better historically.",
        "Early assignment can wreck the position.",
    ],
)
def test_a_fact_of_the_world_is_no_report_of_a_result(evidence: Evidence, said: str) -> None:
    assert screen(said, evidence).faults


@pytest.mark.parametrize(
    "said",
    [
        "You break even at 25.85 and at 34.15, and the best spot is 30.",
        "Anywhere between the two break-evens there is a profit.",
        "Beyond either outer strike the whole debit is gone.",
    ],
)
def test_a_report_in_common_words_passes(evidence: Evidence, said: str) -> None:
    assert screen(said, evidence).faults == ()
