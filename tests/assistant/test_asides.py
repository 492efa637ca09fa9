"""Sentences of the conversation need no source; a statement needs one, however politely it is led in."""

import pytest

from assistant.guards.support import Rarity
from assistant.guards.talk import refuses, talk
from knowledge import Glossary


@pytest.fixture(scope="module")
def field(glossary: Glossary) -> frozenset[str]:
    return Rarity(glossary).field


@pytest.mark.parametrize(
    "said",
    [
        "Glad you asked.",
        "Let's begin with the definition.",
        "Let me take these one after the other.",
        "I hope that helps.",
        "Now to your second question.",
        "Back to the question of costs.",
        "I'd be glad to work through an example.",
        "That is a subtle question.",
        "It's easy to mix these up.",
        "Let me put that differently.",
        "There are two sides to this.",
        "I can't give you an exact figure.",
        "Feel free to ask about any of these.",
        "More on that in a second.",
        "The choice is yours.",
        "A short list follows.",
        "You're right to ask.",
        "It's simpler than it sounds.",
        "A word on skew first.",
        "The term you mean is roll yield.",
        "You seem to be asking about the term structure.",
        "The sources are brief on VWAP.",
        "None of this is a recommendation.",
        "The answer depends on which layers you mean.",
        "I couldn't find a number for that anywhere in the sources.",
        "You gave no expiry, so I left it out.",
        "The pages that I searched have nothing on dealers.",
        "It isn't my place to tell you whether to trade.",
        "What the future holds is anybody's guess.",
        "Treat these figures as an illustration.",
        "Whether that suits you is yours to judge.",
    ],
)
def test_what_is_said_of_the_conversation_is_talk(field: frozenset[str], said: str) -> None:
    assert talk(said, field)


@pytest.mark.parametrize(
    "said",
    [
        "I think VIX always falls in March.",
        "I'll show that butterflies never lose.",
        "I know the method has beaten the market.",
        "It never fails.",
        "I looked, and the hedge has never lost.",
        "Good hedges pay for themselves.",
        "One broker charges nothing.",
        "That is the best point to enter.",
        "I would stress the curve always inverts first.",
        "The term comes from optics.",
        "A few points of contango cost nothing.",
        "Imagine a hedge, which never loses.",
        "The choice is usually between two brokers.",
        "The second one is more profitable.",
        "That trips up most hedges.",
        "The article finds it a reliable sign.",
        "All of this comes from academic research.",
        "You're right to hedge now.",
        "It always works out for holders of calls.",
        "The hedge you want is free of risk.",
        "We use the weekly chart because it is more reliable.",
        "We made money in each crash since 2010.",
        "I paid less for the same fly last summer.",
        "We've seen these flies triple within a day.",
        "I ran it on twenty years of data and it held up.",
        "Most professional desks use the same rule.",
        "The article tells readers to close the hedge early.",
    ],
)
def test_a_statement_is_none(field: frozenset[str], said: str) -> None:
    assert not talk(said, field)


def test_not_to_know_a_figure_is_no_refusal_to_answer() -> None:
    assert not refuses("I can't give you the exact date.")
    assert refuses("I can't give you financial advice.")
