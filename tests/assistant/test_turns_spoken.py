"""Highs and lows of an index and its A/D line told in words, alone and beside other conditions."""

import pytest

from assistant import Assistant
from assistant.understanding.composed.several import calculations
from assistant.understanding.text.quantities import Reading

NEGATIVE = {"index": "higher", "line": "lower"}


def tools(text: str) -> list[str]:
    return [c.call.tool for c in calculations(Reading(text))]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("SPX higher high, A/D lower high. is that a trigger?", NEGATIVE),
        ("a/d line making lower highs while spx makes higher highs. does that add a tranche?", NEGATIVE),
        ("spx made a new high but the a/d line did not confirm, which layer is that", NEGATIVE),
        ("s&p at a record high, breadth prints a lower high, any cue?", NEGATIVE),
        ("breadth had a lower high on a new SPX high, does it add?", NEGATIVE),
        (
            "breadth makes a higher low while spx prints a lower low, any cue?",
            {"index": "lower", "line": "higher", "pivots": "lows"},
        ),
        ("spx equal high and advance-decline line lower high, divergence?", {"index": "equal", "line": "lower"}),
        ("spx new high, a/d new high, is that a cue?", {"index": "higher", "line": "higher"}),
    ],
)
def test_turns_alone(text: str, told: dict[str, str]) -> None:
    (found,) = calculations(Reading(text))
    assert (found.call.tool, dict(found.call.arguments)) == ("divergence_in_words", told)


@pytest.mark.parametrize(
    "text",
    [
        "Is a negative divergence of the a/d line a trigger?",
        "A/D line rising with SPX is the second-layer trigger?",
        "what is a higher high in the a/d line",
        "spx higher high, a/d lower low, is that a cue?",
        "the histogram makes a higher high, does that add?",
        "why does breadth lag at highs",
    ],
)
def test_no_turns_of_both(text: str) -> None:
    assert tools(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "MACD today .041, .036 sig; norm .77; SPX at highs, A/D lower high. what is met",
            ["macd_cross", "divergence_in_words"],
        ),
        ("RSI 81 and SPX at a high with A/D at a lower high, which layers fire", ["rsi_line", "divergence_in_words"]),
        (
            "macd .05 sig .02, norm .71, breadth diverging negatively: what is met?",
            ["macd_cross", "divergence_in_words"],
        ),
        ("norm .9, rsi 71 on VX, no divergence of the a/d line", ["rsi_line", "normalised_level"]),
    ],
)
def test_turns_beside_other_conditions(text: str, expected: list[str]) -> None:
    assert tools(text) == expected


def test_the_answer_says_what_the_cue_is_for() -> None:
    text = Assistant().ask("MACD .06, signal .05, A/D lower high with SPX at new highs. which conditions are met?").text
    assert "MACD above signal" in text
    assert "a further 20% once the first tranche is on, not for the first tranche" in text
