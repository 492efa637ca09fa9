"""What a question's numbers are for, judged by all its words: questions of an author that the judgements were not fitted to."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.judging import Judgement
from assistant.understanding import forms, meant, roles
from assistant.understanding.quantities import Reading
from assistant.understanding.several import calculations
from knowledge import Index
from knowledge.embedding import packaged
from tests.assistant.conftest import Ask
from tests.bench.forms import JUDGE, Asked, asked, made_of
from tools import CATALOGUE


@pytest.fixture(scope="module")
def strangers(index: Index) -> list[Asked]:
    return list(asked(JUDGE, index))


def test_a_stranger_is_understood(strangers: list[Asked]) -> None:
    """Most of his calculations are made, and nearly all of those with the tool and the parts that he marked."""
    sought = [(one, meant.filled(one.tool, one.marked, one.parts, one.reading)) for one in strangers if one.tool != roles.NONE]
    meaning = meant.Meaning.kept()
    made = [(made_of(one, meaning), want) for one, want in sought if want is not None]
    found = [(got.found.call, want.call) for got, want in made if got is not None]
    assert len(found) > 0.6 * len(made)
    assert sum(got == want for got, want in found) > 0.88 * len(found)


def test_what_asks_for_no_calculation_gets_none(strangers: list[Asked]) -> None:
    meaning = meant.Meaning.kept()
    others = [one for one in strangers if one.tool == roles.NONE]
    made = [one for one in others if made_of(one, meaning) is not None]
    assert len(made) <= 0.05 * len(others)


def test_the_weights_fit_what_is_read() -> None:
    tools = Judgement.kept("assistant.understanding", "meant.npz")
    parts = Judgement.kept("assistant.understanding", "roles.npz")
    assert tools.heads == forms.HEADS
    assert tools.pooled.shape == (len(forms.HEADS), packaged().dimension)
    assert parts.heads == forms.PARTS
    assert parts.pooled.shape == (len(forms.PARTS), 0)


@pytest.mark.parametrize("form", forms.FORMS.values(), ids=lambda form: form.tool)
def test_a_form_is_of_the_catalogue(form: forms.Form) -> None:
    """Every part is a parameter of the tool, or one of the few that stand for others."""
    parameters = {p.name for p in CATALOGUE[form.tool].parameters}
    assert set(form.parts) - parameters <= {"strikes", "price", "units", "days"}
    assert set(form.needs) <= set(form.parts)


@pytest.mark.parametrize(
    ("question", "tool", "arguments"),
    [
        (
            "max loss 3% of 40k, fly debit 0.95, how many",
            "units_for_budget",
            {"budget": 40_000, "share": 0.03, "unit_cost": 95},
        ),
        ("3100 bucks for hedging, first bit in dollars", "tranche_plan", {"budget": 3100}),
        ("ema 4 on 20, 21, 19.5, 22 please", "ema_of_values", {"values": [20, 21, 19.5, 22], "span": 4}),
        ("got 5 at .60 and 15 at .80, my average?", "staged_cost", {"fills": [(0.6, 5), (0.8, 15)]}),
        ("macd .21 vs .19 signal, day before .17 / .18", "macd_cross", {"macd_now": 0.21, "signal_before": 0.18}),
    ],
)
def test_each_number_plays_its_part(index: Index, question: str, tool: str, arguments: dict[str, Any]) -> None:
    reading = Reading(question)
    (found,) = meant.meant((), reading, question, index)
    given = {k: [tuple(fill.values()) for fill in v] if k == "fills" else v for k, v in found.call.arguments.items()}
    assert found.call.tool == tool
    assert {name: given[name] for name in arguments} == arguments
    CATALOGUE[tool].run(**given)


def test_it_is_told_what_each_number_was_read_as(index: Index) -> None:
    question = "max loss 3% of 40k, fly debit 0.95, how many"
    (found,) = meant.meant((), Reading(question), question, index)
    assert found.note == "3% the share, 40k the budget, 0.95 the unit cost."


def test_frames_speak_first(index: Index) -> None:
    """A credit, a year as time, several structures: what the frames read with their signs stands."""
    question = "break-evens of a 25/30/35 call butterfly for a 0.10 credit"
    framed = forms.FORMS["butterfly"].tool, -0.10
    found = calculations(Reading(question))
    (call,) = (c.call for c in meant.meant(found, Reading(question), question, index))
    assert (call.tool, call.arguments["debit"]) == framed


def test_a_follow_up_is_no_question_of_its_own(ask: Ask) -> None:
    """A number that changes what was worked out is not judged as if it stood alone."""
    (result,) = ask("break-evens of a 25/30/35 butterfly at 0.85", "and at 1.10?").results
    assert result.inputs["debit"] == pytest.approx(1.10)


def test_a_long_row_of_numbers_is_left_to_the_frames(index: Index) -> None:
    text = "max loss of " + " and ".join(f"{n} dollars" for n in range(1, roles.MOST + 2))
    assert meant.meant((), Reading(text), text, index) == ()
