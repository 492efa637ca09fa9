"""What speaks against something: of the position just worked out, of what was spoken of, or of the method."""

import pytest

from assistant import Assistant
from assistant.understanding.text.shape import shapes_of


def warned(assistant: Assistant, session: str, asked: str) -> set[str]:
    """Sections of the glossary that the answer cites."""
    answer = assistant.ask(asked, session)
    return {assistant.glossary.claim(c.claim_id).section for c in answer.citations}


@pytest.mark.parametrize(
    "asked", ["downsides of ALVH", "what are the limits of alvh", "what are the risks", "whats the catch", "any drawbacks"]
)
def test_the_cautions_of_the_method_come(warmed: Assistant, session: str, asked: str) -> None:
    assert "caution" in warned(warmed, session, asked)
    assert "ALVH — Adaptive Layered VIX Hedge" in warmed.ask(asked, f"{session} again").terms


def test_of_a_position_the_most_that_can_be_lost_comes_first(warmed: Assistant, session: str) -> None:
    before = warmed.ask("20/25/30 fly at 1.10", session).results
    answer = warmed.ask("what are the risks", session)
    assert [r.call for r in answer.results] == [r.call for r in before]
    assert "**Max loss:** 1.10 points = $110" in answer.text


def test_of_a_term_spoken_of(warmed: Assistant, session: str) -> None:
    warmed.ask("explain theta", session)
    warmed.ask("risks?", session)
    assert "Theta" in warmed.ask("any drawbacks", session).terms


@pytest.mark.parametrize(
    "asked", ["what is tail risk", "what is a risk reversal", "why are downside strikes dearer", "how is risk measured"]
)
def test_a_term_with_risk_in_it_is_no_such_question(asked: str) -> None:
    assert "risk" not in shapes_of(asked)
