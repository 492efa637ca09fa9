"""A number is told in the measure of its field: bars, contracts, one or all of them, a rate's own time."""

import pytest

from assistant.guards.figures import Figures
from assistant.guards.measures import measures
from tools import CATALOGUE
from tools.result import Result


def result(tool: str, **given: object) -> Result:
    return CATALOGUE[tool].function(**given)


def faults(of: Result, text: str) -> list[str]:
    return Figures.of_result(of).faults(text)


FLIES = result("butterfly", lower=20, body=24, upper=28, debit=0.5, contracts=6)
TRADE = result("round_trip", entry=0.5, leave=1.25, contracts=4)
ALPHA = result("smoothing_constant", span=19)
STEP = result("ema_step", previous=15.5, value=18.5, span=11)
FILLS = result("staged_cost", fills=[[1.5, 4], [1.1, 7]])
CAPITAL = result("wacc", values=[600, 400], costs=[0.1, 0.03])
CURVE = result("term_structure", curve=[20, 22, 23])
BUDGET = result("units_for_budget", budget=10_000, unit_cost=445, share=0.3)  # 6.74
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
        (DAYS, "That is 20.6% a year.", "That is 20.6% over the whole period."),
    ],
)
def test_a_figure_keeps_its_measure(of: Result, right: str, wrong: str) -> None:
    assert faults(of, right) == []
    assert faults(of, wrong) != []


def test_measures_are_those_that_the_words_name() -> None:
    assert measures("Two contracts at $5, held for 3 weeks while SPX fell.") == {"count", "money", "weeks", "spx"}
    assert measures("An average over nine bars.") == frozenset()
