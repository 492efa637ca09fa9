"""What a question's numbers are for, judged by all its words: questions of an author that the judgements were not fitted to."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.judging import Judgement
from assistant.session import Session
from assistant.understanding.composed.several import calculations
from assistant.understanding.judged import forms, meant, roles
from assistant.understanding.judged.meaning import Meaning
from assistant.understanding.question import Question
from assistant.understanding.text.quantities import Reading
from knowledge import Index
from knowledge.embedding import packaged
from tests.assistant.conftest import Ask
from tests.bench.forms import made_of, sought
from tests.bench.marked import JUDGES, Asked, asked
from tools import CATALOGUE


@pytest.fixture(scope="module", params=JUDGES)
def strangers(index: Index, request: pytest.FixtureRequest) -> list[Asked]:
    return list(asked(request.param, index))


def test_a_stranger_is_understood(strangers: list[Asked], index: Index) -> None:
    """Many of his calculations are made, and nearly all that are made are as he marked them."""
    kept = Meaning.kept()
    asking = [(sought(one), made_of(one, kept, index)) for one in strangers if one.tools]
    found = [call in wanted for wanted, made in asking for call in made]
    assert sum(found) > 0.55 * sum(len(wanted) for wanted, _ in asking)
    assert sum(found) > 0.88 * len(found)


def test_several_calculations_of_one_question_are_made(index: Index) -> None:
    two = [one for one in asked("eighteenth", index) if len({tool.partition("#")[0] for tool in one.tools}) > 1]
    made = [len(made_of(one, Meaning.kept(), index)) for one in two]
    assert sum(count > 1 for count in made) > 0.6 * len(two)


def test_what_asks_for_no_calculation_gets_none(strangers: list[Asked], index: Index) -> None:
    others = [one for one in strangers if not one.tools]
    made = [one for one in others if made_of(one, Meaning.kept(), index)]
    assert len(made) <= 0.07 * len(others)


def test_the_weights_fit_what_is_read() -> None:
    tools = Judgement.kept("assistant.understanding.judged", "meant.npz")
    parts = Judgement.kept("assistant.understanding.judged", "roles.npz")
    assert tools.heads == forms.HEADS
    assert tools.pooled.shape == (len(forms.HEADS), packaged().dimension)
    assert parts.heads == forms.PARTS
    assert parts.pooled.shape == (len(forms.PARTS), 0)


@pytest.mark.parametrize("form", forms.FORMS.values(), ids=lambda form: form.tool)
def test_a_form_is_of_the_catalogue(form: forms.Form) -> None:
    """Every part is a parameter of the tool, or one of the few that stand for others."""
    parameters = {p.name for p in CATALOGUE[form.tool].parameters}
    assert set(form.parts) - parameters <= {"strikes", "price", "units", "days", "vols"}
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


@pytest.mark.parametrize(
    ("question", "tool", "arguments"),
    [
        # a frame's calculation with a number that it left
        ("second layer on a 10k plan, fly trades 1.65 now", "tranche_plan", {"budget": 10_000, "unit_cost": 165}),
        # the span stands in a name
        ("how much does the start still matter in ema26 after 90 bars", "start_left", {"span": 26, "after": 90}),
        # three prices for two purchases: one is the reader's own guess
        ("filled 10 for .50, another 20 for .80; is my avg .65", "staged_cost", {"fills": [(0.5, 10), (0.8, 20)]}),
        # sums of money buy as many as the price lets them
        ("$600 in at .50 and $600 in at 1.00, average?", "staged_cost", {"fills": [(0.5, 12), (1.0, 6)]}),
        # a number that the tool cannot take is not meant for it
        ("chain 30d: delta -.13 iv 24.1%, delta -.08 iv 26.2%. 10 delta iv?", "iv_at_delta", {"ivs": [0.241, 0.262]}),
    ],
)
def test_what_a_form_needs_is_found(index: Index, question: str, tool: str, arguments: dict[str, Any]) -> None:
    (found,) = Question(index, Session("t"), question).calculations
    given = {k: [tuple(fill.values()) for fill in v] if k == "fills" else v for k, v in found.call.arguments.items()}
    assert (found.call.tool, {name: given[name] for name in arguments}) == (tool, arguments)


def test_two_calculations_of_one_question(index: Index) -> None:
    question = "avg of 10 at .80 and 10 at 1.10, and how many at 90 each fit in 2k"
    found = Question(index, Session("t"), question).calculations
    assert {c.call.tool for c in found} == {"staged_cost", "units_for_budget"}


def test_frames_keep_signs_and_what_they_worked_out(index: Index) -> None:
    """What was paid to the asker is a credit; "until I'm full" is a number of adds that nobody typed."""
    (fly,) = Question(index, Session("t"), "got paid .30 for a 26/30/36 skip strike fly. where do i lose").calculations
    assert fly.call.arguments["debit"] == pytest.approx(-0.30)
    (adds,) = Question(index, Session("t"), "started with 25%, how many 20s until im full?").calculations
    assert adds.call.arguments["adds"] == 4


def test_a_follow_up_is_no_question_of_its_own(ask: Ask) -> None:
    """A number that changes what was worked out is not judged as if it stood alone."""
    (result,) = ask("break-evens of a 25/30/35 butterfly at 0.85", "and at 1.10?").results
    assert result.inputs["debit"] == pytest.approx(1.10)


def test_a_long_row_of_numbers_is_left_to_the_frames(index: Index) -> None:
    text = "max loss of " + " and ".join(f"{n} dollars" for n in range(1, roles.MOST + 2))
    assert meant.meant((), Reading(text), text, index) == ()
