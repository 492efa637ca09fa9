"""How sure an answer is and whether a figure is much: told from what it rests on, never judged."""

import pytest

from assistant import Assistant
from assistant.understanding.text.wishes import wish_of

FLY = "25/30/35 butterfly at 0.85"
RSI = "rsi of 20 21 22 23 22 24 25 26 25 27 28 29 30 31 33 32 35"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("how sure is this?", "sure"),
        ("and how reliable are these numbers", "sure"),
        ("are you sure about that?", "sure"),
        ("is that right?", "sure"),
        ("can I trust this", "sure"),
        ("is that a lot?", "much"),
        ("is it really that high", None),
        ("so is that considered high or low?", "much"),
        ("isn't that a bit much", None),
        ("is this normal?", "much"),
        ("is that a big number", "much"),
        ("is that butterfly cheap relative to 22/27/32", None),
        ("how sure is the method of its trigger", None),
        ("is it a lot of work to learn this", None),
    ],
)
def test_what_asks_for_certainty_or_size(text: str, meant: str | None) -> None:
    assert wish_of(text) == meant


@pytest.mark.parametrize("text", ["how sure is this?", "how reliable is that?", "is that a lot?", "is that much?"])
def test_with_nothing_to_refer_to_it_is_asked_what_is_meant(warmed: Assistant, session: str, text: str) -> None:
    answer = warmed.ask(text, session=session)
    assert answer.kind == "clarification"
    assert "what is meant" in answer.text
    assert not answer.citations


@pytest.mark.parametrize("first", [FLY, RSI, "VX1 18.2, VX2 19.6: contango?", "irr of -1000, 300, 400, 500"])
def test_after_a_calculation_it_is_told_what_the_figure_rests_on(warmed: Assistant, session: str, first: str) -> None:
    before = warmed.ask(first, session=session)
    answer = warmed.ask("how reliable is that?", session=session)
    assert [r.to_dict() for r in answer.results] == [r.to_dict() for r in before.results]
    assert "deterministic arithmetic" in answer.text
    for assumption in before.results[0].assumptions:
        assert f"{assumption.says} *({assumption.provenance})*" in answer.text


def test_the_inputs_are_named(warmed: Assistant, session: str) -> None:
    warmed.ask(FLY, session=session)
    assert "lower 25, body 30, upper 35, debit 0.85" in warmed.ask("how sure is this?", session=session).text


def test_whether_it_is_much_is_left_open_where_no_source_draws_a_line(warmed: Assistant, session: str) -> None:
    warmed.ask(FLY, session=session)
    answer = warmed.ask("is that a lot?", session=session)
    assert "The sources give no threshold" in answer.text
    assert not answer.citations


def test_a_line_that_a_source_draws_is_cited(warmed: Assistant, session: str) -> None:
    warmed.ask(RSI, session=session)
    answer = warmed.ask("is that high?", session=session)
    assert answer.citations
    assert all("70" in c.text and c.term.startswith("Relative Strength") for c in answer.citations)


def test_an_explanation_rests_on_its_citations(warmed: Assistant, session: str) -> None:
    before = warmed.ask("what is a tranche?", session=session)
    answer = warmed.ask("how sure is that?", session=session)
    assert {c.claim_id for c in answer.citations} == {c.claim_id for c in before.citations}
    assert f"{len(before.citations)} cited claims" in answer.text
    assert warmed.ask("is that a lot?", session=session).kind == "not-covered"


def test_the_calculation_can_be_changed_after_it(warmed: Assistant, session: str) -> None:
    warmed.ask(FLY, session=session)
    warmed.ask("is that a lot?", session=session)
    assert "debit=1.1" in warmed.ask("and at 1.10?", session=session).results[0].call
