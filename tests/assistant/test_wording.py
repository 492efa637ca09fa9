"""Words made from claims and results: cited, in their order, with what is open kept apart."""

import pytest

from assistant.answer import Answer
from assistant.wording.followups import TRY, explain
from knowledge import Glossary
from tools import CATALOGUE

from .conftest import Ask


def sections(answer: Answer, glossary: Glossary) -> list[str]:
    return [glossary.claim(c.claim_id).section for c in answer.citations]


@pytest.mark.parametrize("term", ["Contango", "Delta", "Tranche", "Histogram", "VIX settlement", "Call butterfly", "Wings"])
def test_a_definition_starts_with_the_terms_summary(ask: Ask, glossary: Glossary, term: str) -> None:
    answer = ask(f"What is {term}?")
    first = glossary.claim(answer.citations[0].claim_id)
    assert (first.term, first.section) == (term, "summary")
    assert answer.terms[0] == term


def test_a_formula_is_given_where_one_is_asked_for(ask: Ask, glossary: Glossary) -> None:
    assert sections(ask("formula for RSI"), glossary)[0] == "formula"


def test_an_example_is_given_where_one_is_asked_for(ask: Ask, glossary: Glossary) -> None:
    assert "example" in sections(ask("give me an example of a call butterfly"), glossary)[:2]


def test_a_comparison_has_a_line_for_each(ask: Ask) -> None:
    answer = ask("contango vs backwardation")
    assert "**Contango** —" in answer.text
    assert "**Backwardation** —" in answer.text


def test_what_is_not_stated_is_said_to_be(ask: Ask) -> None:
    answer = ask("when does the method exit?")
    assert "Exit rules" in answer.terms
    assert "no" in answer.text.lower()


def test_every_sentence_of_an_explanation_is_a_claim(ask: Ask, glossary: Glossary) -> None:
    answer = ask("What is contango?")
    for citation in answer.citations:
        assert citation.text in answer.text
        assert f"[{citation.mark}]" in answer.text


def test_advice_is_declined_with_what_the_sources_say(ask: Ask) -> None:
    answer = ask("should I buy the 25/30/35 fly at 0.85 now?")
    assert answer.kind == "no-advice"
    assert "no advice" in answer.text
    assert "25.85" in answer.text  # the numbers are still worked out
    assert answer.citations


def test_what_is_not_covered_bluffs_nothing(ask: Ask) -> None:
    answer = ask("what is a mortgage?")
    assert answer.kind == "not-covered"
    assert "does not cover" in answer.text


def test_a_calculation_shows_what_the_sources_say_beside_it(ask: Ask) -> None:
    answer = ask("VX1 18.2, VX2 19.6: contango?")
    # 19.6 / 18.2 − 1 = 0.0769…
    assert "7.7%" in answer.text
    assert "**What the sources say**" in answer.text
    assert answer.code.splitlines()[0] == "from tools import term_structure"


@pytest.mark.parametrize("question", sorted(TRY.values()))
def test_every_worked_question_that_is_offered_works(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.kind == "calculation"
    assert TRY[answer.results[0].tool] == question


def test_only_tools_of_the_catalogue_are_offered() -> None:
    assert set(TRY) <= set(CATALOGUE)


@pytest.mark.parametrize(
    "question",
    ["What is contango?", "25/30/35 fly at 0.85", "should I hedge now", "what is a mortgage", "did it cross in my file"],
)
def test_follow_ups_can_be_sent_as_they_stand(ask: Ask, question: str) -> None:
    for follow in ask(question).follow_ups:
        assert ask(question, follow).kind in ("explanation", "calculation", "clarification"), follow


def test_every_term_can_be_asked_for_by_the_name_in_its_follow_up(ask: Ask, glossary: Glossary) -> None:
    missed = [e.term for e in glossary.entries if ask(explain(e.term)).terms[:1] != (e.term,)]
    assert missed == []


def test_the_code_of_an_answer_runs(ask: Ask) -> None:
    answer = ask("25/30/35 fly at 0.85, 3 contracts, settles at 28")
    scope: dict[str, object] = {}
    lines = answer.code.splitlines()
    exec("\n".join([*lines[:-1], "result = " + lines[-1]]), scope)
    assert scope["result"].to_dict() == answer.results[0].to_dict()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "question", ["VX1 18.2 VX2 19.6, which shape?", "front 12.9 / 2nd 14.75. is that extreme", "m1 15 m2 16.5 m3 17, slope"]
)
def test_a_curve_in_contango_is_told_where_extreme_contango_begins(ask: Ask, glossary: Glossary, question: str) -> None:
    answer = ask(question)
    assert {glossary.claim(c.claim_id).about for c in answer.citations} >= {"contango-extreme"}
    assert "15–18%" in answer.text


@pytest.mark.parametrize("question", ["front 27.5, second 25.1 -> ?", "m1 24 m2 22.8 shape"])
def test_a_curve_in_backwardation_is_told_what_that_is(ask: Ask, glossary: Glossary, question: str) -> None:
    answer = ask(question)
    assert "contango-extreme" not in {glossary.claim(c.claim_id).about for c in answer.citations}
    assert answer.citations


def test_a_definition_holds_the_figures_of_its_term(ask: Ask) -> None:
    assert "8 scheduled meetings" in ask("what is the FOMC").text
    assert "0.30" in ask("what is the premium gauge").text
    assert "$50" in ask("what are VIX futures").text or "$1,000" in ask("what are VIX futures").text


@pytest.mark.parametrize(("short", "long"), [("ATM", "at-the-money"), ("OTM", "out-of-the-money")])
def test_short_forms_are_searched_as_the_glossary_writes_them(ask: Ask, short: str, long: str) -> None:
    asked = f"why not just buy {short} VIX calls"
    assert ask(asked).citations[0].claim_id == ask(asked.replace(short, long)).citations[0].claim_id
