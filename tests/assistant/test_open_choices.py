"""Choices of the asker's own are declined, however they are put; questions on the method that sound alike are not."""

import itertools

import pytest

from assistant import Assistant
from assistant.understanding.limits.scope import decline

THINGS = ("tranche 2", "the hedge", "my 25/30/35 fly", "vix calls")
CHOICES = (
    "{} now or wait??",
    "{}: hold or fold?",
    "up 3x on {}. take the money or ride to expiration?",
    "kindly recommend one trade for {}",
    "my brother says sell {}. should I listen to him?",
    "should I put all my bonus into {}",
    "{}: add here or nah?",
    "what do I tell my client to buy, {}?",
    "is it dumb to keep {} over the weekend",
    "what's your move with {}?",
    "what would a pro do with {}",
    "yay or nay on {}",
    "pull the trigger on {} or sit tight",
    "10 or 20 of {} for someone like me?",
    "{}: sell or not?",
)
ASIDES = (
    "best laptop for trading",
    "which monitor setup do traders use",
    "best book on options trading",
    "what did powell say at this afternoon's press conference",
    "what did the ecb decide today",
    "cheapest phone for charts",
)
METHOD = (
    "does the method add now or at the next bar?",
    "what is bought first in ALVH, futures or butterflies?",
    "what do I buy in a call butterfly?",
    "which book does the method come from?",
    "is it wise to read the histogram alone, by the article?",
    "should I put the debit in as a negative number?",
)


@pytest.mark.parametrize("asked", [way.format(thing) for way, thing in itertools.product(CHOICES, THINGS)])
def test_a_choice_of_ones_own_is_declined(asked: str) -> None:
    assert decline(asked, in_domain=True) == "advice"


@pytest.mark.parametrize("asked", ASIDES)
def test_what_is_beside_the_method_is_not_explained(warmed: Assistant, session: str, asked: str) -> None:
    assert warmed.ask(asked, session).kind == "not-covered"


@pytest.mark.parametrize("asked", METHOD)
def test_a_question_on_the_method_is_answered(warmed: Assistant, session: str, asked: str) -> None:
    assert warmed.ask(asked, session).kind in ("explanation", "calculation", "clarification")
