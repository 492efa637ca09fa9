"""A sum shared out between futures and butterflies, against the shares multiplied by hand."""

import pytest

from assistant import Assistant
from assistant.understanding.composed.several import calculations
from assistant.understanding.text.quantities import Reading


@pytest.mark.parametrize(
    ("text", "wholes", "shares"),
    [
        ("layer 1 half futures half flies on 80k, $ each", [20000, 24000], [0.5]),
        ("65% deployed of 50k, 60/40 futures to flies", [32500], [0.6, 0.4]),
        ("30k budget, 45% is in, 70% futures and 30% butterflies. dollars in each?", [13500], [0.7, 0.3]),
        ("first tranche of 12k split evenly between flies and futures", [3000, 3600], [0.5]),
        ("a quarter futures, the rest flies, 20k hedge, first tranche at 30%", [6000], [0.25, 0.75]),
        ("40:60 flies to vx on a 10k hedge budget, first layer", [2500, 3000], [0.4, 0.6]),
    ],
)
def test_the_split_is_of_what_the_rest_comes_to(text: str, wholes: list[float], shares: list[float]) -> None:
    told = [dict(c.call.arguments) for c in calculations(Reading(text)) if c.call.tool == "share_of"]
    assert told == [{"whole": whole, "shares": shares} for whole in wholes]


@pytest.mark.parametrize(
    "text", ["futures or flies for a 10k hedge?", "25/30 fly and a future at 18", "20/25/30 fly or vx at 18"]
)
def test_two_instruments_without_shares_are_no_split(text: str) -> None:
    assert "share_of" not in [c.call.tool for c in calculations(Reading(text))]


def test_the_split_is_said_to_be_the_users(warmed: Assistant, session: str) -> None:
    assert (
        "the split between futures and butterflies is yours"
        in warmed.ask("60/40 futures to flies of 8k hedge budget", session).text
    )
