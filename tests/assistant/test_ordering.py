"""Order told by a claim and told the other way round, in pairs written for the purpose."""

import pytest

from assistant.guards.ordering import reorders

CLAIMS = {
    "before": "Preserving capital comes before chasing spikes.",
    "choice": "The method chooses butterflies over single calls.",
    "times": "The largest loss is many times the credit.",
    "after": "The contract settles after the last trading day.",
}


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ("before", "Chasing spikes comes before preserving capital."),
        ("choice", "Single calls are taken rather than butterflies."),
        ("choice", "The method prefers single calls to butterflies."),
        ("times", "The credit is several times the largest loss."),
        ("times", "The largest loss is a fraction of the credit."),
        ("after", "It stops trading after the settlement of the contract."),
    ],
)
def test_the_other_order_is_seen(claim: str, said: str) -> None:
    assert reorders(said, [CLAIMS[claim]])


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ("before", "Capital is to be preserved before anyone chases spikes."),
        ("before", "Spikes are chased only after capital is preserved."),
        ("choice", "Butterflies are taken rather than single calls."),
        ("choice", "The method prefers butterflies to single calls."),
        ("times", "The credit is a fraction of the largest loss."),
        ("after", "Trading in the contract ends before it settles."),
        ("before", "Chasing spikes does not come before preserving capital."),
    ],
)
def test_the_same_order_in_other_words_stands(claim: str, said: str) -> None:
    assert not reorders(said, [CLAIMS[claim]])
