"""Likenesses are cut off, statements are not."""

import pytest

from assistant.guards.likening import unlikened


@pytest.mark.parametrize(
    ("said", "stated"),
    [
        ("The roll costs you money, like a toll on a road.", "The roll costs you money."),
        ("The roll costs you money, much as a toll does.", "The roll costs you money."),
        ("It cools off, like an engine after a hill, so no review is due.", "It cools off, so no review is due."),
        ("It is like a choir: breadth made the lower peak now.", "breadth made the lower peak now."),
        ("A contract like this one costs $85, as the table says.", "A contract like this one costs $85, as the table says."),
        ("Max profit: $415 at a settlement of 30.", "Max profit: $415 at a settlement of 30."),
    ],
)
def test_only_a_likeness_goes(said: str, stated: str) -> None:
    assert unlikened(said) == stated
