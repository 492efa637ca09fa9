"""A source named in words must be at hand."""

import pytest

from assistant.guards.attribution import stray_source


@pytest.mark.parametrize(
    ("said", "stray"),
    [
        ("According to Natenberg, the wings are cheap.", "Natenberg"),
        ("Theta is 0.09, as Hull writes in his handbook.", "Hull"),
        ("The peak is at 27 (see page 112).", "page 112"),
        ("Barron's says that the curve is inverted.", "Barron's"),
        ("The 2nd edition, chapter 4, has the same 0.85.", "chapter 4"),
    ],
)
def test_who_is_not_at_hand_is_named(said: str, stray: str) -> None:
    assert stray_source(said, {"debit"}, "the debit is 0.85") == stray


@pytest.mark.parametrize(
    "said",
    [
        "According to the article, the first tranche is 25 %.",
        "According to your file, it fell on 12 May.",
        "As the rule has it, two conditions are met.",
        "According to the debit, the break-even is 25.85.",
        "The figures 3 and 5 are both inside.",
        "According to page 2 of it, the budget is fixed.",
    ],
)
def test_what_is_at_hand_may_be_named(said: str) -> None:
    assert stray_source(said, {"debit"}, "page 2 says so") == ""
