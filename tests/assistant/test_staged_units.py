"""A plan in dollars told in whole units afterwards."""

import pytest

from assistant import Assistant

PLAN = "plan the tranches for a 15000 hedge budget"


def planned(assistant: Assistant, session: str, *questions: str):
    *_, answer = [assistant.ask(question, session=session) for question in questions]
    return next(r for r in answer.results if r.tool == "tranche_plan")


@pytest.mark.parametrize(
    ("asked", "cost"),
    [
        ("how many 25/30/35 flies at .85 does the first tranche buy", 85),
        ("how many 20/25/30 butterflies at 1.20 does the first one buy", 120),
        ("how many flies at 0.85 is that", 85),
        ("and in flies at .85 each?", 85),
        ("how many contracts at 85 dollars for the first tranche", 85),
        ("and how many contracts at $120 each", 120),
    ],
)
def test_the_plan_in_units_of_what_is_priced(warmed: Assistant, session: str, asked: str, cost: float) -> None:
    found = planned(warmed, session, PLAN, asked)
    assert (found.inputs["budget"], found.inputs["unit_cost"]) == (15_000, pytest.approx(cost))


def test_units_of_the_butterfly_worked_out_before(warmed: Assistant, session: str) -> None:
    found = planned(warmed, session, PLAN, "25/30/35 fly at .85", "how many of those does the first tranche buy")
    assert found.inputs["unit_cost"] == pytest.approx(85)


@pytest.mark.parametrize("asked", ["how many contracts at 85 dollars for a 10k budget", "and 5 tranches"])
def test_another_budget_or_plan_is_no_unit(warmed: Assistant, session: str, asked: str) -> None:
    warmed.ask(PLAN, session=session)
    answer = warmed.ask(asked, session=session)
    assert all(r.inputs.get("unit_cost") is None or r.tool == "units_for_budget" for r in answer.results)


@pytest.mark.parametrize(
    ("asked", "share"),
    [
        ("20k budget, 3 tranches", 0.65),
        ("plan $20,000 in two tranches", 0.45),
        ("first 30% then two adds on a 20k budget", 0.70),
        ("i have $20k for the hedge, how much is in with 4 tranches", 0.85),
    ],
)
def test_a_number_of_tranches_is_told_in_money(warmed: Assistant, session: str, asked: str, share: float) -> None:
    told = next(r for r in warmed.ask(asked, session=session).results if r.tool == "budget_split")
    assert told.used == pytest.approx(20_000 * share)


def test_the_number_and_then_the_plan_are_changed(warmed: Assistant, session: str) -> None:
    for asked, used in (("20k budget, 3 tranches", 13_000), ("and 2 tranches", 9_000), ("with 3 adds", 17_000)):
        told = next(r for r in warmed.ask(asked, session=session).results if r.tool == "budget_split")
        assert told.used == pytest.approx(used)
    assert planned(warmed, session, "start at 30%").inputs["first"] == pytest.approx(0.30)
    assert planned(warmed, session, "each tranche 15%").inputs["step"] == pytest.approx(0.15)
