"""Staged hedges told in anyone's words, against the shares added up by hand."""

import math

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant import Assistant

FREELY = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
SUMS = st.integers(20, 900).map(lambda n: n * 100)
FIRSTS = st.sampled_from([25, 27, 30])
WORDS = {1: "one", 2: "two", 3: "three"}
AFTER = (
    "How much of a ${total} hedge would be on after the opening slice of {first}% plus {adds} increments?",
    "{total} dollars in total. after the initial slice at {first} percent and {adds} further increments, what remains?",
    "opener of {first}% on ${total} then {adds} adds, total $?",
    "I start with {first}% of ${total} and have made {adds} additions since. how much is in and how much is out?",
    "budget ${total}, began at {first}%, {adds} raises later: dollars in?",
    "hedge jar of ${total}: opener {first}%, {adds} more steps after. where's the jar?",
)


def share(first: int, adds: int) -> float:
    return min(100, first + 20 * adds) / 100


@FREELY
@given(st.sampled_from(AFTER), SUMS, FIRSTS, st.integers(1, 3), st.booleans())
def test_what_is_in_after_so_many_adds(
    warmed: Assistant, session: str, way: str, total: int, first: int, adds: int, spelt: bool
) -> None:
    asked = way.format(total=f"{total:,}", first=first, adds=WORDS[adds] if spelt else adds)
    results = {r.tool: r for r in warmed.ask(asked, session).results}
    assert results["budget_split"].used == pytest.approx(total * share(first, adds))  # type: ignore[attr-defined]
    assert results["tranche_plan"].inputs["first"] == first / 100


@FREELY
@given(SUMS, FIRSTS, st.integers(1, 3), st.sampled_from([" then ", " and then ", ", then ", " plus "]))
def test_shares_told_one_by_one(warmed: Assistant, session: str, total: int, first: int, adds: int, joined: str) -> None:
    asked = f"{joined.join([str(first), *['20'] * adds])}: total, and $ on {total:,}?"
    results = {r.tool: r for r in warmed.ask(asked, session).results}
    assert results["budget_split"].used == pytest.approx(total * share(first, adds))  # type: ignore[attr-defined]


ONE_SLICE = (
    "fly costs ${cost} a pop, hedge money ${total}, take {first}% first. number of flies and change left from that slice?",
    "each butterfly costs me ${cost}. my first slice is {first}% of ${total}. how many whole butterflies?",
    "one butterfly {cost} dollars. first part is {first}% of {total}. can buy how many, remain how much?",
    "unit cost {cost} dollars, first tranche {first}% of ${total}: how many whole units?",
)


@FREELY
@given(st.sampled_from(ONE_SLICE), SUMS, FIRSTS, st.integers(40, 140))
def test_what_the_first_slice_buys(warmed: Assistant, session: str, way: str, total: int, first: int, cost: int) -> None:
    alone = f"{session}-{ONE_SLICE.index(way)}-{total}-{first}-{cost}"  # a plan told before would be told in units
    results = {r.tool: r for r in warmed.ask(way.format(total=total, first=first, cost=cost), alone).results}
    bought = results["units_for_budget"]
    slice_ = total * first / 100
    assert bought.units == math.floor(slice_ / cost + 1e-9)  # type: ignore[attr-defined]
    assert bought.left == pytest.approx(slice_ - bought.units * cost)  # type: ignore[attr-defined]


@FREELY
@given(SUMS, st.integers(40, 140))
def test_what_each_add_buys(warmed: Assistant, session: str, total: int, cents: int) -> None:
    asked = f"each 20% add on a {total:,} budget, with flies at {cents / 100:.2f}: how many per add"
    results = {r.tool: r for r in warmed.ask(asked, session).results}
    assert results["units_for_budget"].units == math.floor(total * 0.2 / cents + 1e-9)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "firsts", "adds"),
    [
        ("starting at 25%, how many add signals till 100% and how big is the final one?", [0.25], 4),
        ("how many adds to get from 30 to 90 percent", [0.3], 3),
        ("from beginning 30 percent, how many additions until it reaches 100?", [0.3], 4),
        ("I anted 25%, raised twice. how much of the hedge is in?", [0.25], 2),
    ],
)
def test_without_a_sum(warmed: Assistant, session: str, asked: str, firsts: list[float], adds: int) -> None:
    results = warmed.ask(asked, session).results
    assert [r.inputs["first"] for r in results] == firsts  # type: ignore[attr-defined]
    assert {r.inputs["adds"] for r in results} == {adds}  # type: ignore[attr-defined]


def test_the_last_slice_up_to_the_cap_is_told(warmed: Assistant, session: str) -> None:
    text = warmed.ask("starting at 30%, how many adds till 100%?", session).text
    assert "It takes 4 adds to the cap; the final one is 10%, a partial slice." in text


@FREELY
@given(st.integers(1, 99), st.integers(10, 900).map(lambda n: n * 100))
def test_the_whole_behind_a_part(warmed: Assistant, session: str, percent: int, amount: int) -> None:
    (result,) = warmed.ask(f"used {percent}% and that was ${amount:,}, what's the full budget?", session).results
    assert result.whole == pytest.approx(amount / percent * 100)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "wholes"),
    [
        ("first tranche is $2,400; what was the total budget", [9600, 8000]),
        ("if a 20% add is $1,000 what is the whole hedge", [5000]),
        ("if 30% of the money bought me 18 butterflies at $75 apiece, what's the whole budget?", [4500]),
        ("the later increment is $2,300. recover the planned budget", [11_500]),
    ],
)
def test_the_whole_behind_other_parts(warmed: Assistant, session: str, asked: str, wholes: list[float]) -> None:
    results = [r for r in warmed.ask(asked, session).results if r.tool == "whole_of_part"]
    assert [r.whole for r in results] == pytest.approx(wholes)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "asked",
    [
        "is the later add 30% and the first one 20%",
        "as each further increment is 10 percent, how many of them would I need to get to a full hedge?",
        "what does the first tranche of 25-30% refer to?",
    ],
)
def test_what_is_no_sum_is_explained(warmed: Assistant, session: str, asked: str) -> None:
    answer = warmed.ask(asked, session)
    assert (answer.kind, answer.results) == ("explanation", ())


@pytest.mark.parametrize(
    ("asked", "tool", "field", "value"),
    [
        ("of the $64,500 hedge, what is drawn and undrawn at 85 per cent deployment?", "budget_split", "used", 54_825),
        ("capital of $2m with 40 basis points for the hedge. the tranches?", "tranche_plan", "planned_budget", 8000),
        ("my account has 150 000 dollars; I give 2% to the hedge. the first tranche?", "tranche_plan", "planned_budget", 3000),
        ("3 VX contracts bought 16.80 sold 21.55. profit?", "round_trip", "profit", 14_250),
        (
            "if volatility drops 2.25 points how many dollars does one full-size VIX future lose?",
            "contract_value",
            "notional",
            2250,
        ),
        ("20 butterflies is my whole hedge. first layer count if I use 30%? after one add?", "tranche_units", "held", 10),
    ],
)
def test_other_words_for_sums(warmed: Assistant, session: str, asked: str, tool: str, field: str, value: float) -> None:
    result = next(r for r in warmed.ask(asked, session).results if r.tool == tool)  # type: ignore[attr-defined]
    assert getattr(result, field) == pytest.approx(value)


def test_each_flow_that_is_paid_is_negative(warmed: Assistant, session: str) -> None:
    (result,) = warmed.ask("a year apart: pay 1,500, pay 600, receive 2,600. internal rate of return?", session).results
    assert list(result.inputs["cash_flows"]) == [-1500, -600, 2600]  # type: ignore[attr-defined]
