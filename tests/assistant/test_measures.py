"""A number is told in the measure of its field: bars, contracts, one or all of them, a rate's own time."""

import pytest

from assistant.guards.figures import Figures
from assistant.guards.measures import measures
from assistant.guards.rates import other_period
from tools import CATALOGUE, butterfly
from tools.result import Result


def result(tool: str, **given: object) -> Result:
    return CATALOGUE[tool].function(**given)


def faults(of: Result, text: str) -> list[str]:
    return Figures.of_result(of).faults(text)


FLIES = result("butterfly", lower=20, body=24, upper=28, debit=0.5, contracts=6)
BUTTERFLY = butterfly(20, 24, 28, 0.5)
TRADE = result("round_trip", entry=0.5, leave=1.25, contracts=4)
ALPHA = result("smoothing_constant", span=19)
STEP = result("ema_step", previous=15.5, value=18.5, span=11)
FILLS = result("staged_cost", fills=[[1.5, 4], [1.1, 7]])
CAPITAL = result("wacc", values=[600, 400], costs=[0.1, 0.03])
CURVE = result("term_structure", curve=[20, 22, 23])
BUDGET = result("units_for_budget", budget=10_000, unit_cost=445, share=0.3)  # 6.74
RSI = result("wing_adjustment", butterfly=BUTTERFLY, rsi_value=74, strikes=[20, 24, 28], premiums=[2.9, 1.3, 0.5])
BARS = result("first_bars", fast=12, slow=26, signal=9)
CLOSES = [
    15.1,
    14.8,
    14.9,
    14.5,
    14.2,
    14.4,
    14.0,
    13.9,
    14.1,
    13.7,
    13.8,
    14.6,
    15.9,
    17.7,
    19.8,
    22.6,
    26.4,
    24.1,
    21.9,
    20.3,
]
RISE = result("rsi_extreme", series=CLOSES)
DAYS = result("xirr", dates=["2023-01-10", "2023-06-09"], cash_flows=[-1000, 1080])


@pytest.mark.parametrize(
    ("of", "right", "wrong"),
    [
        (FLIES, "At best you make $350 a butterfly.", "At best you make $350 for all six."),
        (FLIES, "The six of them can lose $300 between them.", "You can lose $300 on each of them."),
        (TRADE, "The trade made $300 for the four.", "You made $300 on each contract."),
        (ALPHA, "Alpha is 0.1.", "Alpha is 0.1 points."),
        (ALPHA, "The average spans 19 bars.", "The average spans 19 contracts."),
        (STEP, "The average rises to 16.", "The average rises to 16 contracts."),
        (STEP, "The average rises to 16 points.", "The average rises to 16 SPX points."),
        (FILLS, "You bought 7 contracts at 1.10.", "You bought 7 points at 1.10."),
        (CAPITAL, "The capital costs 7.2% a year.", "The capital costs 7.2% a day."),
        (CURVE, "Rolling costs 10% a roll.", "Rolling costs 10% a year."),
        (BUDGET, "Six whole units fit.", "Seven whole units fit."),
        (FLIES, "For all six you can make $2,100.", "For all six you can make $350."),
        (FLIES, "On one single butterfly you can lose $50.", "On one single butterfly you can lose $300."),
        (FLIES, "Each of the six can make $350.", "Each of the six can make $2,100."),
        (TRADE, "The four contracts made $300 altogether.", "The $300 is for one contract."),
        (CURVE, "From front to last the curve rises by 15%.", "From front to last the curve rises by 23 points."),
        (STEP, "The average covers 11 bars.", "The average covers 15.5 bars."),
        (RSI, "The RSI stands at 74.", "The RSI stands at $74."),
        (BARS, "The signal begins at bar 34.", "The signal begins in hour 34."),
        (BARS, "It begins after 34 bars.", "It begins after 34 hours."),
        (FILLS, "You bought 11 contracts in all.", "You bought 13.7 contracts in all."),  # 4 × 1.5 + 7 × 1.1
        (RISE, "It crossed 70 at point 15.", "It crossed 70 fifteen bars ago."),
        (DAYS, "That is 20.6% a year.", "That is 20.6% over the whole period."),
    ],
)
def test_a_figure_keeps_its_measure(of: Result, right: str, wrong: str) -> None:
    assert faults(of, right) == []
    assert faults(of, wrong) != []


def test_measures_are_those_that_the_words_name() -> None:
    assert measures("Two contracts at $5, held for 3 weeks while SPX fell.") == {"count", "money", "weeks", "spx"}
    assert measures("An average over nine bars.") == frozenset()


def test_a_week_out_is_when_and_no_rate() -> None:
    days = result("time_shift", butterfly=BUTTERFLY, forward=22, vols=[1.0, 1.0, 1.0], days=[28, 7])
    value = days.to_dict()["unchanged"]["last"][1]["value"]
    assert faults(days, f"It is worth {value:.4f} a week out.") == []


def test_one_is_told_beside_all() -> None:
    assert faults(FLIES, "Above 28 each butterfly is worth nothing and the whole debit of $300 is gone.") == []


def test_a_butterfly_has_three_strikes_and_four_options() -> None:
    assert faults(FLIES, "Above 28 the four legs cancel each other, as the three strikes are evenly spaced.") == []
    assert faults(FLIES, "Above 28 the five legs cancel each other.") != []


def test_the_price_of_a_contract_is_told_by_no_point() -> None:
    futures = result("contract_value", product="VX", price=18.45, contracts=3)
    assert faults(futures, "Each contract stands for $18,450.") == []
    assert faults(futures, "The future trades at $18,450 a point.") != []


def test_how_often_is_told_by_the_period_of_the_claim() -> None:
    claim = ["The FOMC has eight scheduled meetings a year."]
    assert other_period("Eight meetings are scheduled per month.", claim)
    assert not other_period("Eight meetings are scheduled per year.", claim)
    assert not other_period("Eight meetings are scheduled, more or less one every six weeks.", claim)


def test_minutes_are_no_hours() -> None:
    source = Figures.of_text("Entry comes ten minutes after the close.")
    assert source.faults("Entry comes ten minutes after the close.") == []
    assert source.faults("Entry comes ten hours after the close.")
