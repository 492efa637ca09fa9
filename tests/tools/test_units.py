import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, tranche_units, units_for_budget


def test_a_risk_limit_smaller_than_one_contract_fits_none():
    # 1.5% of 100,000 is 1,500; 1,500 / 3,200 = 0.47
    found = units_for_budget(1500, 3200)
    assert (found.units, found.left) == (0, 1500)
    assert "$1,500 / $3,200 = 0.47, so 0 whole units fit" in found.summary()
    assert "$1,700 more than the budget" in found.summary()


def test_what_is_left_over():
    # 12 × 415 = 4,980
    found = units_for_budget(5000, 415)
    assert (found.units, found.spent, found.left) == (12, 4980, 20)


def test_a_division_that_comes_out_even_loses_no_unit_to_rounding():
    # 0.3 / 0.1 is 2.9999999999999996 in floats.
    assert units_for_budget(0.3, 0.1).units == 3


def test_eight_planned_butterflies():
    # 25–30% of 8 is 2 to 2.4; 20% of 8 is 1.6; running 2, 3.6, 5.2, 6.8, 8.
    found = tranche_units(8)
    assert found.first_range == (2.0, 2.4)
    assert found.first == (2, 2)
    assert (found.step_exact, found.step) == (1.6, (1, 2))
    assert found.ladder == (2, 1, 2, 1, 2)
    text = found.summary()
    assert "25-30% of 8 is 2 to 2.4, so 2 whole contracts" in text
    assert "20% add is 1.6, so 1 or 2 after rounding" in text


def test_a_size_that_divides_evenly_is_not_a_range():
    assert "A 20% add is exactly 20." in tranche_units(100).summary()
    assert "so 25 to 30 whole contracts" in tranche_units(100).summary()


@given(st.integers(1, 10_000), st.integers(1, 100), st.integers(1, 100))
def test_the_ladder_makes_the_planned_number(planned, first, step):
    found = tranche_units(planned, first / 100, step / 100)
    assert sum(found.ladder) == planned
    assert min(found.ladder) >= 0
    assert found.ladder[0] == int(planned * Fraction(first, 100))


def test_a_share_of_the_budget_is_what_is_at_stake() -> None:
    result = units_for_budget(100_000, 3_200, share=0.015)  # 1,500 / 3,200 = 0.46875
    assert (result.at_stake, result.units, result.exact) == (1_500.0, 0, 0.46875)


def test_a_budget_a_cent_short_is_not_said_to_be_one_unit():
    assert "$999.99 / $1,000 = 0.99999, so 0 whole units fit" in units_for_budget(999.99, 1000).summary()


def test_large_plans_are_written_out_with_thousands():
    said = tranche_units(1_000_000, first=0.275, step=0.333).summary()
    assert "is 250,000 to 300,000, so 250,000 to 300,000 whole contracts" in said
    assert "275,000 + 333,000 + 333,000 + 59,000 = 1,000,000" in said


@pytest.mark.parametrize(("share", "meant"), [(25, "25% as 0.25"), (2.5, "2.5% as 0.025"), (100, "100% as 1")])
def test_a_percentage_where_a_fraction_is_wanted_is_told_how_to_be_written(share, meant):
    with pytest.raises(ToolError, match=f"write {meant}"):
        units_for_budget(1000, 85, share)


@pytest.mark.parametrize("share", [0, -1, 101, math.inf])
def test_what_is_no_percentage_either_is_not_taken_for_one(share):
    with pytest.raises(ToolError) as caught:
        units_for_budget(1000, 85, share)
    assert caught.value.mend == ""


@pytest.mark.parametrize(("planned", "tranches", "held"), [(12, 3, 7), (12, 1, 3), (40, 2, 18), (40, 5, 40), (15, 4, 12)])
def test_what_is_held_after_so_many_tranches(planned, tranches, held):
    # 25% + 2 x 20% = 65%, and 65% of 12 = 7.8: 7 whole ones; 45% of 40 = 18; 85% of 15 = 12.75: 12
    found = tranche_units(planned, tranches=tranches)
    assert found.held == held == int(planned * min(1, 0.25 + 0.20 * (tranches - 1)) + 1e-9)
    assert f"{held} of {planned}" in found.summary()


def test_more_tranches_than_there_are():
    with pytest.raises(ToolError, match="at most 5"):
        tranche_units(12, tranches=6)


def test_what_is_held_and_left_is_told():
    said = tranche_units(20, tranches=4).summary()
    assert "5 + 4 + 4 + 4 = 17 of 20** (85%), 3 left" in said
    assert "held after each: 5 → 9 → 13 → 17 → 20" in said


def test_the_same_money_at_two_prices():
    # 20% of 10,000 = 2,000; 2,000 / 85 = 23.53: 23 for 1,955; 2,000 / 170 = 11.76: 11 for 1,870; 23 − 11 = 12
    found = units_for_budget(10_000, 170, 0.2, old_cost=85)
    assert (found.units_before, found.spent_before, found.units, found.fewer) == (23, 1955, 11, 12)
    assert "At $85 it was 23 units for $1,955: 12 fewer now" in found.summary()


@pytest.mark.parametrize(("old", "said"), [(85, "as many now"), (170, "11 more now")])
def test_a_price_may_have_fallen_or_stayed(old, said):
    # 1,870 / 85 = 22; 1,870 / 170 = 11
    assert said in units_for_budget(1870, 85, old_cost=old).summary()


@pytest.mark.parametrize(
    ("bought", "tranches", "said"),
    [
        (13, (5, 4, 4), "13 of 20 = 65%**, 7 left (35%): the first tranche and 2 adds, 5 + 4 + 4"),
        (5, (5,), "5 of 20 = 25%**, 15 left (75%): the first tranche."),
        (10, (6, 4), "10 of 20 = 50%**, 10 left (50%): the first tranche and 1 add, 6 + 4"),  # 30% of 20 is 6
        (11, (), "11 of 20 = 55%**, 9 left (45%): between two tranches"),
    ],
)
def test_contracts_that_are_bought_already(bought, tranches, said):
    found = tranche_units(20, bought=bought)
    assert (found.bought_in, found.bought_left) == (tranches, 20 - bought)
    assert said in found.summary()


def test_no_more_is_bought_than_planned():
    with pytest.raises(ToolError, match="bought"):
        tranche_units(20, bought=21)


def test_rounding_each_tranche_down_by_itself_loses_what_the_ladder_carries_on():
    # 25% of 17 is 4.25 and 20% is 3.4: 4 + 3 + 3 = 10, of 4.25 + 2 × 3.4 = 11.05
    found = tranche_units(17)
    assert (found.alone, found.alone_exact) == ((4, 3, 3), 11.05)
    assert "4 + 3 + 3 = 10 after two adds, instead of 11.05" in found.summary()
    assert tranche_units(100).alone == ()


def test_what_is_bought_lies_between_two_shares_of_the_plan():
    # 11 / 16 = 68.75%, between 25 + 2 × 20 = 65% and 30 + 2 × 20 = 70%
    assert tranche_units(16, bought=11).bought_within == (0.65, 0.7)
    assert tranche_units(20, bought=15).bought_within is None  # 75%


def test_fees_are_on_top_of_each_unit():
    # 70 + 2.60 = 72.60; 1,500 / 72.60 = 20.66: 20 for 1,452, 48 left; before at 60 + 2.60 = 62.60: 23 for 1,439.80
    found = units_for_budget(1500, 70, old_cost=60, fees=2.6)
    assert (found.each, found.units, found.spent, found.left) == pytest.approx((72.6, 20, 1452, 48))
    assert (found.units_before, found.spent_before) == (23, pytest.approx(1439.8))
    assert "$70 + $2.60 of fees = $72.60" in found.summary()
    assert "At $62.60 with fees" in found.summary()


def test_one_unit_against_the_whole_account():
    # 620 / 45,000 = 1.3778%, where 1% = 450 may be risked
    found = units_for_budget(45_000, 620, 0.01)
    assert found.one_is == pytest.approx(620 / 45_000)
    assert "One unit is 1.38% of $45,000" in found.summary()
    assert units_for_budget(450, 620).one_is is None
