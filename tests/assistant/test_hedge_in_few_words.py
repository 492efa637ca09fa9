"""Plans, parts and lots in few words: what a first buy stands for, cues in turn and at once, what a move takes of the pot."""

import pytest

from assistant import Assistant


@pytest.mark.parametrize(
    ("asked", "first", "adds"),
    [
        ("layer 1 at 25, then one higher high in the histogram, then a/d diverges a week later. total on?", 0.25, 2),
        ("higher high AND a/d divergence same bar, do i go 25 to 65", 0.25, 1),
        ("new histogram high and divergence on the same day, 30 to 70?", 0.3, 1),
    ],
)
def test_cues_in_turn_and_at_once(warmed: Assistant, session: str, asked: str, first: float, adds: int) -> None:
    (share,) = warmed.ask(asked, session).results
    assert (share.tool, share.inputs["first"], share.inputs["adds"]) == ("running_share", first, adds)


@pytest.mark.parametrize(
    ("asked", "wholes"),
    [
        ("my first buy was 2,250. what budget does that imply", [9000, 7500]),  # / 0.25, / 0.30
        ("opener was 1,500, how big is the whole plan", [6000, 5000]),
        ("initial buy of 1,800, what size plan is that", [7200, 6000]),
        ("what budget do i need for a first tranche of 2,100", [8400, 7000]),
        ("first tranche cost me 3,300. implied total budget?", [13_200, 11_000]),
    ],
)
def test_the_budget_behind_a_first_buy(warmed: Assistant, session: str, asked: str, wholes: list[float]) -> None:
    found = warmed.ask(asked, session).results
    assert [r.tool for r in found] == ["whole_of_part"] * 2
    assert [round(r.to_dict()["whole"], 6) for r in found] == wholes


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("i put 1,400 of 5,000 on first. inside the range?", "inside the method's first tranche"),
        ("bought 2k worth on the first turn out of 5,600, too much?", "this is $320 to $600 more"),  # 1,680 and 1,400
        ("first buy 900 of 4,000, within the range?", "this is $100 to $300 less"),  # 1,000 and 1,200
    ],
)
def test_a_first_tranche_against_its_range(warmed: Assistant, session: str, asked: str, says: str) -> None:
    answer = warmed.ask(asked, session)
    assert answer.kind == "calculation"
    assert says in answer.text


@pytest.mark.parametrize(
    ("asked", "amount", "whole"),
    [
        ("vx fell 19.80 to 17.35 on my single contract, how much of a 5k hedge budget did that eat", 2450, 5000),
        ("vx dropped from 22 to 18.4 on my 2 contracts, how much of my 15k budget is gone", 7200, 15_000),
    ],
)
def test_what_a_move_takes_of_the_pot(warmed: Assistant, session: str, asked: str, amount: float, whole: float) -> None:
    trade, part = warmed.ask(asked, session).results
    assert (trade.tool, part.tool) == ("position", "part_of")
    assert (part.inputs["amount"], part.inputs["whole"]) == (amount, whole)


@pytest.mark.parametrize(
    ("asked", "planned", "bought"),
    [
        ("my fills: 3/4 3 @ 0.90, 3/18 2 @ 1.15, 4/2 2 @ 0.70, 10 planned. average price and % on", 10, 7),
        ("fills 4 @ .75 and 3 @ 1.05 out of 12 flies planned, avg and percent deployed", 12, 7),
        ("bought 3 at 1.10 and 2 at .85 of a planned 12 flies. average and how much on", 12, 5),
    ],
)
def test_lots_of_a_planned_number(warmed: Assistant, session: str, asked: str, planned: int, bought: int) -> None:
    cost, units = warmed.ask(asked, session).results
    assert (cost.tool, units.tool) == ("staged_cost", "tranche_units")
    assert (units.inputs["planned"], units.inputs["bought"]) == (planned, bought)


@pytest.mark.parametrize(
    ("asked", "yearly"),
    [
        ("80k account, spending 0.75% a quarter on hedges, cut that into the layers", 0.03),  # 4 × 0.75%
        ("40k account, 0.5% a month goes to hedges, split into tranches", 0.06),
    ],
)
def test_a_share_spent_every_quarter_or_month(warmed: Assistant, session: str, asked: str, yearly: float) -> None:
    results = {r.tool: r for r in warmed.ask(asked, session).results}
    assert list(results["share_of"].inputs["shares"]) == [yearly]
    assert results["tranche_plan"].inputs["share"] == round(yearly / (4 if "quarter" in asked else 12), 9)


def test_the_dollars_a_point_are_no_budget(warmed: Assistant, session: str) -> None:
    (plan,) = warmed.ask("$3,000 budget, butterfly costs 0.85 x 100. how many fit in tranche one", session).results
    assert (plan.tool, plan.inputs["budget"], plan.inputs["unit_cost"]) == ("tranche_plan", 3000, 85)


@pytest.mark.parametrize(
    ("asked", "minis"),
    [("how many mini vix futures equal 1.5 big ones", 15), ("how many minis is 2.5 VX", 25), ("convert 3 VX to minis", 30)],
)
def test_a_broken_number_of_futures_in_minis(warmed: Assistant, session: str, asked: str, minis: int) -> None:
    (value,) = warmed.ask(asked, session).results
    assert (value.inputs["product"], value.inputs["contracts"]) == ("VXM", minis)


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("iv col reads 0.182, 0.185, 18.9, 0.191 - problem?", "18.9 looks like a percent among decimals"),
        ("iv column: 18.2, 18.4, .186, 18.9. anything wrong with it", "0.186 looks like a decimal among percents"),
        (
            "2025-03-04,18.2 2025-03-05,18.4 2025-03-05,18.4 2025-03-07,18.1 anything off before i run macd",
            "2025-03-06 (a Thursday)",
        ),
    ],
)
def test_a_few_values_to_be_checked(warmed: Assistant, session: str, asked: str, says: str) -> None:
    assert says in warmed.ask(asked, session).text


@pytest.mark.parametrize("asked", ["how big is the first tranche of 12,000", "what's the first tranche of a 12,000 plan"])
def test_the_first_tranche_of_a_sum_is_a_share_of_it(warmed: Assistant, session: str, asked: str) -> None:
    (plan,) = warmed.ask(asked, session).results
    assert (plan.tool, plan.inputs["budget"]) == ("tranche_plan", 12_000)
