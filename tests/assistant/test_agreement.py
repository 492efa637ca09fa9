"""A sentence under a claim's mark: fair in other words, or turned round, or made of the claim's words on another matter."""

import pytest

from assistant.guards.agreement import disagrees
from assistant.guards.closeness import CLOSE
from assistant.guards.framing import framed
from assistant.guards.support import Rarity
from knowledge import Claim, Index

ROLL = "A long position sells the expiring future and buys the next one, which costs money when the curve rises."
LEVEL = "One Q&A page starts when the index trades above its 50-day average."
OPEN = "The primary article states no stop and gives no target for the hedge."
CONTRAST = "The signal is read on weekly closes, not on intraday ticks."
FORMULA = "Yield = front price − second price, per month."
MIXED = "Sellers collect premium when volatility falls; buyers lose it then."
THREAD = (
    "In one thread the index doubled from 12 to 24 while the November future went only from about 14 to 21, and far November "
    "calls at 40 lost value."
)
DEADLINE = "A broker must hand the document over no later than approval of the account."
CROSSED = "The VIX need not jump in every decline, says one writer."
BESIDES = "Volume shows how many contracts changed hands, which open interest does not."
HOLDER = "A rising curve costs a long holder money each month."
MEAN = "The level is a value divided by its trailing 40-bar mean."


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        ("On one page it begins once the index is over its 50-day average.", LEVEL),
        ("No stop and no target are stated.", OPEN),
        ("The article leaves stop and target open.", OPEN),
        ("Weekly closes are what it is read on.", CONTRAST),
        ("It's weekly closes rather than intraday ticks.", CONTRAST),
        ("Front price minus second price, for each month.", FORMULA),
        ("When volatility drops, sellers collect premium.", MIXED),
        ("Not every decline makes the VIX jump, one writer says.", CROSSED),
        ("How many contracts changed hands is what volume shows.", BESIDES),
        (
            "While the index went from 12 to 24 in one thread, the November future only got from about 14 to 21, and far "
            "November calls at 40 fell in value.",
            THREAD,
        ),
        ("By the approval of the account a broker must hand the document over.", DEADLINE),
        ("Each month a long holder pays when the curve rises.", HOLDER),
        ("A value is divided by its mean over the last 40 bars.", MEAN),
        ("Nobody can say for certain how far: no stop and no target are stated.", OPEN),
        ("As the curve goes up, selling the old future and buying the next one costs money.", ROLL),
    ],
)
def test_a_fair_paraphrase_agrees(said: str, claim: str) -> None:
    assert not disagrees(said, [claim])


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        ("On one page it begins once the index is under its 50-day average.", LEVEL),
        ("The article states a stop at half the debit.", OPEN),
        ("Intraday ticks give the signal.", CONTRAST),
        ("It reads intraday ticks rather than weekly closes.", CONTRAST),
        ("Second price minus front price, for each month.", FORMULA),
        ("The yield is the front price divided by the second price.", FORMULA),
        ("Sellers collect premium when volatility rises.", MIXED),
        ("Sellers rarely collect premium when volatility falls.", "Sellers often collect premium when volatility falls."),
        ("Sellers collect premium when volatility rises, and buyers lose it when it falls.", MIXED),
        ("Far November calls at 40 gained value.", THREAD),
        ("The stop is certain, and so is the target.", OPEN),
        ("It pays outside the wings at settlement.", "The position pays inside the wings at settlement."),
        ("A full float makes swings bigger.", "A full float dampens swings."),
        ("The tenant's losses cannot exceed the deposit.", "A tenant's losses can be larger than the deposit."),
        ("The move keeps the lease and takes an earlier date.", "The move keeps the lease and takes a later date."),
        ("When the index trades above its 50-day average, one page always starts.", LEVEL),
    ],
)
def test_what_is_turned_round_does_not(said: str, claim: str) -> None:
    assert disagrees(said, [claim])


def test_no_claim_of_the_glossary_disagrees_with_itself(index: Index) -> None:
    texts = [c.text for e in index.glossary.entries for c in e.claims]
    assert [t for t in texts if disagrees(t, [t])] == []


def test_another_claims_sentence_lies_farther_than_a_paraphrase(index: Index) -> None:
    closeness = Rarity(index.glossary, index.embedding).closeness
    text = "Mini VIX futures ask for a smaller deposit than the standard contract."
    claim = Claim("a:000000", "Mini VIX futures (VXM)", "what", text, ("a-page",))
    assert closeness.near("The deposit it asks for is less than that of the full-size contract.", [claim]) >= CLOSE
    assert closeness.near("Mini VIX futures need a licence from the exchange.", [claim]) < CLOSE
    assert closeness.near("Mini VIX futures are settled in gold.", [claim]) < CLOSE


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("In short, the deposit is smaller than for the standard contract.", "Mini futures ask for a smaller deposit."),
        ("About forty percent.", "The roll from one month to the next costs about 40% in that example."),
        ('"Usually" is the word of the source, and I only pass it on.', "Dealers usually hedge with the front month."),
        ("A fifth to a quarter is what the page says.", "One page puts a fifth to a quarter of the fund into it."),
    ],
)
def test_what_stands_around_a_claim_keeps_it_no_farther_off(index: Index, said: str, text: str) -> None:
    closeness = Rarity(index.glossary, index.embedding).closeness
    claim = Claim("a:000000", "Mini VIX futures (VXM)", "what", text, ("a-page",))
    other = Claim("a:000001", "Gamma", "what", "Gamma is the rate at which delta changes.", ("a-page",))
    assert closeness.near(said, [claim]) >= CLOSE > closeness.near(said, [other])


@pytest.mark.parametrize(
    ("said", "stated"),
    [
        ("Put simply, a future is a promise.", "a future is a promise."),
        ("The usual explanation is that a future is a promise.", "a future is a promise."),
        ("A future is a promise, and I'm only quoting that.", "A future is a promise."),
        ("A future is a promise, which is a description and not a suggestion for you.", "A future is a promise."),
        ("A future is a promise to buy or to sell.", "A future is a promise to buy or to sell."),
    ],
)
def test_a_frame_is_taken_off(said: str, stated: str) -> None:
    assert framed(said) == stated
