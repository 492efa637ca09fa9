"""What a sentence says of a result as a whole, held against results worked out by hand."""

import pytest

from assistant.guards.contradictions import Contradictions
from assistant.guards.movement import at_odds
from tools import advance_decline, butterfly, layer_split, position, term_structure, wacc
from tools.result import Result

RESULTS: dict[str, Result] = {
    # 60% at 10% is 6.0%; 40% at 6% less a quarter is 1.8%: equity weighs, costs and contributes more.
    "capital": wacc([60.0, 40.0], [0.10, 0.06], [0.0, 0.25]),
    "layers": layer_split(10, [5, 3, 2]),  # near 5, middle 3, far 2
    "breadth": advance_decline(advances=[5.0, 3.0], declines=[2.0, 7.0]),  # +3, then −4: it ends at −1
    "up": term_structure([16.0, 17.0, 18.0]),
    "down": term_structure([26.0, 24.0, 23.0]),
    "fly": butterfly(22, 26, 30, 0.95),  # at 30 and above worth nothing
    "spread": position([("long", "call", 20.0, 2.0), ("short", "call", 25.0, 0.5)]),  # even at 21.50
}
RIGHT = [
    ("capital", "Equity contributes more than debt."),
    ("capital", "Debt costs less than equity."),
    ("layers", "The near layer gets more contracts than the far one."),
    ("breadth", "The line ended below where it began."),
    ("up", "The curve slopes up."),
    ("down", "The curve slopes down."),
    ("fly", "At or above 30 it is worth nothing."),
    ("spread", "If it settles below 21.50, the position loses."),
    ("spread", "Above 21.50 it gains and below that it loses."),
]
WRONG = [
    ("capital", "Debt contributes more than equity."),
    ("capital", "Debt costs more than equity."),
    ("layers", "The near layer gets fewer contracts than the far one."),
    ("breadth", "The line ended above where it began."),
    ("up", "The curve slopes down."),
    ("down", "The curve slopes up."),
    ("fly", "At or above 30 it is worth its full 4 points."),
    ("spread", "If it settles below 21.50, the position gains."),
    ("spread", "The spread earns below 21.50 and loses above it."),
]


@pytest.mark.parametrize(("name", "said"), RIGHT)
def test_what_the_result_says_stands(name: str, said: str) -> None:
    result = RESULTS[name]
    assert Contradictions([(result, result.to_dict())]).fault(said) == ""


@pytest.mark.parametrize(("name", "said"), WRONG)
def test_what_the_result_rules_out_is_stopped(name: str, said: str) -> None:
    result = RESULTS[name]
    assert Contradictions([(result, result.to_dict())]).fault(said)


def test_a_share_of_a_sum_is_reckoned() -> None:
    assert at_odds("$36,000 is 15% of $5,400.")
    assert at_odds("$5,400 is 15% of $36,000.") == ""
