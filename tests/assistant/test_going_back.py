"""Short questions that lean on what was told before: who does it, what if both happen; nothing is told twice."""

import pytest

from assistant import Assistant


@pytest.mark.parametrize(
    ("first", "then", "term"),
    [
        ("what is the trigger", "who decides that", "MACD trigger"),
        ("how is the vix settlement determined", "and who decides", "VIX settlement"),
        ("what is the a/d line", "who calculates it", "Advance-Decline Line (A/D Line)"),
    ],
)
def test_who_does_what_was_spoken_of(warmed: Assistant, session: str, first: str, then: str, term: str) -> None:
    told = {c.claim_id for c in warmed.ask(first, session).citations[:2]}
    answer = warmed.ask(then, session)
    assert term in answer.terms[:2]
    assert not told & {c.claim_id for c in answer.citations}


@pytest.mark.parametrize(
    "first",
    [
        "how does the second tranche come about",
        "later tranches are added on higher highs of the histogram or on a/d divergence",
    ],
)
@pytest.mark.parametrize("then", ["what if both happen", "and what if both happen on the same bar?"])
def test_both_cues_at_once(warmed: Assistant, session: str, first: str, then: str) -> None:
    warmed.ask(first, session)
    answer = warmed.ask(then, session)
    assert answer.kind == "explanation"
    assert any(word in answer.text for word in ("both add-on cues", "not both together", "stacking"))
