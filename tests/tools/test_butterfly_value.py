"""A butterfly's value at one settlement, worked by hand."""

import pytest

from tools import butterfly_value
from tools.errors import ToolError


@pytest.mark.parametrize(
    ("strikes", "price", "value"),
    [
        ((25, 30, 35), 60, 0),
        ((25, 30, 35), 29, 4),
        ((25, 30, 35), 33.4, 1.6),  # 8.4 − 2 × 3.4
        ((20, 30, 35), 60, 5),
        ((15, 20, 35), 60, -10),
        ((25, 30, 35), 20, 0),
    ],
)
def test_the_value_is_the_sum_of_the_calls(strikes, price, value):
    result = butterfly_value(*strikes, price, contracts=6, multiplier=10)
    assert (result.value, result.dollars, result.total) == (value, value * 10, value * 60)


def test_the_summary_says_that_a_spike_above_the_top_strike_pays_nothing():
    said = butterfly_value(25, 30, 35, 60).summary()
    assert "worth 30 − 25 − (35 − 30) = 0.00 points = $0" in said
    assert "at or above 35 it is worth 0, however high" in said
    assert "at most 5.00 points, at 30" in said


def test_the_call_line_reproduces_the_result():
    result = butterfly_value(25, 30, 35, 29, contracts=3)
    assert eval(result.call).to_dict() == result.to_dict()
    assert result.call == "butterfly_value(lower=25.0, body=30.0, upper=35.0, settlement=29.0, contracts=3)"


@pytest.mark.parametrize("bad", [(35, 30, 25, 29), (25, 30, 35, -1), (25, 30, 35, None), (25, 30, "35", 29)])
def test_nonsense_is_refused(bad):
    with pytest.raises(ToolError):
        butterfly_value(*bad)


def test_what_a_point_of_the_settlement_adds_and_takes():
    # one point of a call is $100; six butterflies: 6 × 100 = 600
    said = butterfly_value(30, 35, 40, 35, contracts=6).summary()
    assert "From 30 to 35 each point of the settlement adds $100, $600 for 6; from 35 to 40 each point takes as much" in said
    assert "each point of the settlement adds $100; from" in butterfly_value(30, 35, 40, 35).summary()
