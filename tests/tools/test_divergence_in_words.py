import pytest

from tools import divergence_in_words
from tools.errors import ToolError
from tools.methodology import METHOD

# Regular divergences of the field's textbooks, by hand: price up and breadth down at highs; price down and breadth up at lows.
TURNS = [
    ("higher", "lower", "highs", "negative"),
    ("lower", "higher", "lows", "positive"),
    ("higher", "higher", "highs", "none"),
    ("lower", "lower", "lows", "none"),
    ("lower", "higher", "highs", "none"),
    ("higher", "lower", "lows", "none"),
    ("equal", "lower", "highs", "none"),
]


NOTHING_ADDED = (("least", "0.25 + 0 = 25%"), ("most", "0.3 + 0 = 30%"))


@pytest.mark.parametrize(("index", "line", "pivots", "kind"), TURNS)
def test_turns_by_hand(index, line, pivots, kind):
    assert divergence_in_words(index, line, pivots).kind == kind


def test_only_a_negative_one_is_the_articles_cue_and_never_for_the_first_tranche():
    # The article's further tranche: 20 / 100 = 0.2; with the first, 0.25 + 0.2 = 0.45 to 0.30 + 0.2 = 0.5.
    found = divergence_in_words("higher", "lower")
    assert found.share == METHOD.step.value == 0.2
    assert found.together == pytest.approx((0.45, 0.5))
    assert "With a first tranche of 25–30% that makes 45–50%." in found.summary()
    assert "a further 20%" in found.summary()
    assert "not for the first tranche" in found.summary()
    assert divergence_in_words("lower", "higher", "lows").share == 0
    assert "nothing is added" in divergence_in_words("lower", "higher", "lows").summary()


def test_an_equal_high_is_told_to_be_read_otherwise_by_some():
    assert "Some count an equal high" in divergence_in_words("equal", "lower").summary()
    assert "Some count" not in divergence_in_words("equal", "higher").summary()


def test_the_working_names_both_turns():
    steps = [str(step) for step in divergence_in_words("lower", "higher", "lows").working()]
    assert steps[:2] == ["Index: a lower low", "A/D line: a higher low"]
    assert steps[2:] == [f"In with the {which} of a first tranche: {told}" for which, told in NOTHING_ADDED]


def test_another_word_is_refused_with_the_choices():
    with pytest.raises(ToolError, match=r"higher.*equal.*lower"):
        divergence_in_words("up", "lower")  # type: ignore[arg-type]
