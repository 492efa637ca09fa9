"""A sentence under a claim's mark that counts a thing as the claim does, or otherwise."""

import pytest

from assistant.guards.tallies import miscounts
from knowledge import Index

LAYERS = "One page spreads the cost over three layers and two months."


@pytest.mark.parametrize("said", ["The cost is spread over two layers.", "It takes 4 layers.", "Over three long months."])
def test_another_number_of_a_thing_is_seen(said: str) -> None:
    assert miscounts(said, [LAYERS])


@pytest.mark.parametrize(
    "said", ["It takes 3 layers and 2 months.", "Two pages say so.", "At 21 the layers differ.", "By 10% layers are cheaper."]
)
def test_the_same_number_or_another_thing_is_not(said: str) -> None:
    assert not miscounts(said, [LAYERS])


def test_no_claim_of_the_glossary_miscounts_itself(index: Index) -> None:
    claims = [c.text for e in index.glossary.entries for c in e.claims]
    assert [text for text in claims if miscounts(text, [text])] == []
