"""A sentence under a claim's mark that gives one of two things what the claim gives the other."""

import pytest

from assistant.guards.roles import swaps
from knowledge import Index

TWO = "A steward waits for the signal and adds in steps, while a promoter buys after the news of the spike."
PAIR = "The wheat contract is delivered by truck, the corn contract in silos of the exchange."
BY = "Spot prices use midpoints of quotes and the settlement uses opening trades, so the two can differ."
LEGS = "The first leg is long the barrel with a long put and a short call."
CRATE = "A bought crate can lose its debit and gain its width minus the debit."
TERMS = "The owner signs on American terms, whereas the tenant signs on European terms."
BOTH = "The stack is a bull put crate plus a bear call crate of one month."
AREAS = "The 20-acre field ripens first, the 80-acre field is the stable reserve and the 300-acre field is a long lease."


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        ("A promoter waits for the signal and adds in steps.", TWO),
        ("A steward buys after the news of the spike.", TWO),
        ("The corn contract is delivered by truck and the wheat contract in silos.", PAIR),
        ("Spot prices come from opening trades, the settlement from midpoints of quotes.", BY),
        ("The first leg is short the barrel with a short put and a long call.", LEGS),
        ("The 300-acre field is the one that ripens first.", AREAS),
        ("A bought crate can lose its width and gain its debit.", CRATE),
        ("The tenant is on the American terms.", TERMS),
        ("A bear put crate and a bull call crate of one month.", BOTH),
    ],
)
def test_what_is_told_of_one_is_not_told_of_the_other(said: str, claim: str) -> None:
    assert swaps(said, [claim])


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        ("A steward waits for the signal, a promoter for the news of the spike.", TWO),
        ("Stewards wait for the signal and then add in steps.", TWO),
        ("A promoter buys once the spike is in the news; a steward waits for the signal.", TWO),
        ("Corn comes in silos of the exchange, and the wheat contract by truck.", PAIR),
        ("Midpoints of quotes make the spot price and opening trades the settlement.", BY),
        ("With a long put and a short call, the first leg is long the barrel.", LEGS),
        ("The 20-acre field is the one that ripens first.", AREAS),
        ("A bought crate can gain its width less the debit, and lose the debit.", CRATE),
        ("The owner is on the American terms.", TERMS),
        ("A bear call crate and a bull put crate of one month.", BOTH),
    ],
)
def test_what_each_does_in_another_order_is_the_same(said: str, claim: str) -> None:
    assert not swaps(said, [claim])


def test_no_claim_of_the_glossary_swaps_its_own_parts(index: Index) -> None:
    claims = [c.text for e in index.glossary.entries for c in e.claims]
    assert [text for text in claims if swaps(text, [text])] == []
