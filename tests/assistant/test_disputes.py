"""Disagreements between sources, silence of the sources, false premises and near terms, as a reader meets them."""

import re
from collections.abc import Callable

import pytest

from assistant import Answer
from assistant.understanding.premises.premise import contradiction
from assistant.wording.explanation import CORRECTED
from knowledge import Claim

Ask = Callable[..., Answer]


@pytest.mark.parametrize(
    ("question", "sides"),
    [
        ("What does EDR stand for?", 2),
        ("What is the 4/4/2 ratio?", 3),
        ("Which VIX level stops new condors?", 2),
    ],
)
def test_differing_sources_stand_side_by_side(ask: Ask, question: str, sides: int) -> None:
    answer = ask(question)
    part = answer.text.partition("**Sources differ on this:**")[2]
    shown = re.findall(r"^- .*\[\d+\]", part, re.MULTILINE)
    assert len(shown) >= sides
    assert len({c.source for c in answer.citations}) > 1


def test_sides_of_a_dispute_stand_in_the_order_of_their_tiers(ask: Ask) -> None:
    answer = ask("how does the EDR formula blend VIX9D and historical volatility?")
    told = [c.tier for c in answer.citations if c.term.startswith("EDR")]
    assert told[0] == "glossary"
    assert "qa" in told


@pytest.mark.parametrize(
    "question", ["Where do I exit?", "What are the percentages a share of?", "What does normalised mean in the article?"]
)
def test_silence_of_the_sources_is_said(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.kind == "explanation"
    assert re.search(r"\b(?:does not|gives no|has none|not state|not say|no definition|not defined?|never)\b", answer.text)


ASSERTED_WRONGLY = [
    "promoters preserve capital, right?",
    "so stewards chase headline spikes?",
    "VIX options are American style, right?",
    "backwardation is when the curve slopes up, correct?",
    "the wings are adjusted when RSI is below 30, right?",
    "positive dealer gamma amplifies moves, no?",
]
ASSERTED_RIGHTLY = [
    "stewards preserve capital, right?",
    "contango means the front month is below the back month, so why is that normal?",
    "the first tranche is 25-30%, right?",
    "VIX options are European style, right?",
    "the wings are adjusted when RSI is above 70, right?",
    "a conversion is long the underlying, right?",
    "so the hedge is built in tranches?",
]


@pytest.mark.parametrize("question", ASSERTED_WRONGLY)
def test_a_false_premise_is_corrected_first(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.text.startswith(tuple(CORRECTED.values()))
    assert answer.text.index("[1]") > 0


@pytest.mark.parametrize("question", ASSERTED_RIGHTLY)
def test_a_true_premise_is_left_alone(ask: Ask, question: str) -> None:
    assert not ask(question).text.startswith(tuple(CORRECTED.values()))


def claim(text: str) -> Claim:
    return Claim("made-up:000000", "Made up", "alvh", text, ("key",))


@pytest.mark.parametrize(
    ("question", "told", "wrong"),
    [
        ("the widget opens at 40 degrees, right?", "The widget opens at 25 degrees.", True),
        ("the widget opens at 25 degrees, right?", "The widget opens at 25 degrees.", False),
        ("what does the widget do at 40 degrees?", "The widget opens at 25 degrees.", False),
        ("so the widget rises before the gadget?", "The widget rises after the gadget.", True),
        ("the gauge goes from negative to positive, right?", "The gauge goes from positive to negative.", True),
        ("the fee is 15-20 dollars, right?", "The fee is 25–35 dollars, not 15–20.", True),
        ("the moon is made of cheese, right?", "The widget opens at 25 degrees.", False),
    ],
)
def test_the_mechanism_knows_no_term(question: str, told: str, wrong: bool) -> None:
    assert (contradiction(question, [claim(told)]) is not None) is wrong


def test_a_better_claim_that_bears_the_premise_out_settles_it() -> None:
    claims = [claim("The widget opens at 25 degrees."), claim("The widget opens at 40 degrees elsewhere.")]
    assert contradiction("the widget opens at 25 degrees, right?", claims) is None


def test_near_terms_are_offered_where_none_is_named(ask: Ask) -> None:
    answer = ask("the thing that makes options lose value each day")
    assert answer.terms[0] == "Theta"
    if "Did you mean" in answer.text:
        assert answer.follow_ups[0].startswith("Explain ")
