"""What is on of a plan, told in shares, sums or places; what is left and how many adds it takes; tranches by their place."""

import pytest

from assistant import Assistant
from assistant.answer import Answer

PLAN = "plan tranches for a 100000 budget"


def told(assistant: Assistant, session: str, *turns: str) -> Answer:
    *before, last = turns
    for turn in before:
        assistant.ask(turn, session=session)
    return assistant.ask(last, session=session)


@pytest.mark.parametrize(
    ("then", "on"),
    [
        ("i filled 25% and then 20%", 0.45),
        ("i have 45% on", 0.45),
        ("first tranche filled", 0.25),
        ("first two tranches are in", 0.45),
        ("2 filled", 0.45),
        ("i have 30k in", 0.3),
        ("what's still free after the second one", 0.45),
    ],
)
def test_what_is_on_is_a_share_of_the_plan(warmed: Assistant, session: str, then: str, on: float) -> None:
    (split,) = told(warmed, session, PLAN, then).results
    assert (split.tool, split.inputs["budget"], split.inputs["deployed"]) == ("budget_split", 100_000.0, on)


@pytest.mark.parametrize("then", ["what if i start with 30%", "make it 30 first"])
def test_another_first_tranche_is_a_change_of_the_plan(warmed: Assistant, session: str, then: str) -> None:
    (plan,) = told(warmed, session, PLAN, then).results
    assert (plan.tool, plan.inputs["first"]) == ("tranche_plan", 0.3)


def test_another_budget_is_a_change_of_the_plan(warmed: Assistant, session: str) -> None:
    (plan,) = told(warmed, session, PLAN, "i have 30k").results
    assert (plan.tool, plan.inputs["budget"]) == ("tranche_plan", 30_000.0)


@pytest.mark.parametrize("asked", ["how much is still free", "what is left", "what's left to deploy", "how much is deployed"])
def test_what_is_left_is_that_of_the_plan_so_far(warmed: Assistant, session: str, asked: str) -> None:
    answer = told(warmed, session, PLAN, "i filled 25% and then 20%", asked)
    assert [(r.tool, r.inputs["deployed"]) for r in answer.results] == [("budget_split", 0.45)]
    assert "$55,000" in answer.text


@pytest.mark.parametrize(
    "asked", ["how many adds until full", "how many more adds", "how many adds to go", "how many steps until 100%"]
)
def test_adds_are_counted_from_what_is_on(warmed: Assistant, session: str, asked: str) -> None:
    answer = told(warmed, session, PLAN, "i filled 25% and then 20%", asked)
    # 45% + 20% + 20% = 85%, and 15% are left
    assert "2 full adds to 85%, then a last slice of 15%" in answer.text


def test_adds_of_a_plan_are_counted_from_its_first_tranche(warmed: Assistant, session: str) -> None:
    assert "3 full adds to 85%" in told(warmed, session, PLAN, "how many adds until full").text


@pytest.mark.parametrize("asked", ["and in the third", "what about tranche 3", "how much in the third"])
def test_a_tranche_by_its_place_changes_nothing(warmed: Assistant, session: str, asked: str) -> None:
    answer = told(warmed, session, PLAN, asked)
    assert [(r.tool, r.inputs["budget"]) for r in answer.results] == [("tranche_plan", 100_000.0)]
    assert "Tranche 3: 20%" in answer.text


def test_contracts_that_are_filled_are_bought(warmed: Assistant, session: str) -> None:
    answer = told(warmed, session, "plan tranches for 12 contracts", "first 3 filled")
    assert "3 of 12 = 25%" in answer.text


def test_days_to_expiry_are_no_weights(warmed: Assistant, session: str) -> None:
    asked = told(warmed, session, "split 12 contracts over 30/110/220")
    assert (asked.kind, "the ratio of the layers" in asked.text) == ("clarification", True)
    (shared,) = warmed.ask("4/4/2", session=session).results
    assert (shared.tool, shared.inputs["planned"], shared.inputs["parts"]) == ("layer_split", 12, [4.0, 4.0, 2.0])


@pytest.mark.parametrize(
    ("asked", "units"),
    [("put 500 each at .4 and .8", [12, 6]), ("spend 1k each at 0.5, 0.8 and 1.25, average?", [20, 12, 8])],
)
def test_a_sum_at_each_price_buys_whole_units(warmed: Assistant, session: str, asked: str, units: list[int]) -> None:
    (cost,) = told(warmed, session, asked).results
    assert [fill[1] for fill in cost.inputs["fills"]] == units


@pytest.mark.parametrize("then", ["and 71 to 69?", "what if it goes from 71 to 69", "71 then 69"])
def test_two_readings_are_held_against_the_line(warmed: Assistant, session: str, then: str) -> None:
    answer = told(warmed, session, "rsi with average gain 0.6 and average loss 0.25", then)
    (line,) = answer.results
    assert (line.tool, line.inputs["readings"]) == ("rsi_line", [71.0, 69.0])


def test_the_histogram_of_the_bar_before_tells_the_cross(warmed: Assistant, session: str) -> None:
    answer = told(warmed, session, "macd 0.3 signal 0.1", "yesterday hist was -0.1")
    (bars,) = answer.results
    assert bars.inputs["values"] == pytest.approx([-0.1, 0.2])


def test_days_that_pass_are_taken_off_those_left(warmed: Assistant, session: str) -> None:
    fly = "20/30/40 fly at 1.2, 30 days to go, future 25 vol 90%"
    assert told(warmed, session, fly, "what is it worth in 10 days").results[-1].inputs["years"] == pytest.approx(20 / 365)
    further = warmed.ask("and if the future is at 28 in 5 days, whats it worth", session=session).results[-1]
    assert (further.inputs["forward"], further.inputs["years"]) == (28.0, pytest.approx(15 / 365))


@pytest.mark.parametrize("asked", ["what if the macd flips back", "and if the signal flips back the next day?"])
def test_a_cross_back_has_no_rule(warmed: Assistant, session: str, asked: str) -> None:
    assert told(warmed, session, asked).text.startswith("If MACD crosses back down right after a layer")


def test_how_long_it_is_held_is_not_stated(warmed: Assistant, session: str) -> None:
    assert told(warmed, session, "how long do I hold it").terms[0] == "Exit rules"
    assert "no time limit" in told(warmed, session, "25/30/35 fly debit 0.8", "how long do i hold it").text


def test_units_of_a_tranche_stand_beside_its_dollars(warmed: Assistant, session: str) -> None:
    answer = told(warmed, session, "tranche plan budget 50,000 unit cost 120", "how many units in the third")
    assert "Tranche 3: 20%" in answer.text
    assert "104 + 83 + 83 + 84 + 62" in answer.text


@pytest.mark.parametrize("then", ["and 25", "and 60"])
def test_a_small_number_alone_is_no_budget(warmed: Assistant, session: str, then: str) -> None:
    assert not any(r.inputs.get("budget") in (25.0, 60.0) for r in told(warmed, session, PLAN, then).results)


def test_another_sum_alone_is_a_budget(warmed: Assistant, session: str) -> None:
    assert told(warmed, session, PLAN, "and 40000").results[0].inputs["budget"] == 40_000.0


def test_one_more_value_goes_on_after_another(warmed: Assistant, session: str) -> None:
    answer = told(warmed, session, "ema of 20 21 22 span 5", "next 23", "and 24")
    assert (answer.results[0].inputs["values"], answer.results[0].inputs["span"]) == ([20.0, 21.0, 22.0, 23.0, 24.0], 5)
