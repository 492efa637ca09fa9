"""A butterfly over time and level: cells against QuantLib, the last row against the payoff, days and levels as asked."""

import math
import re

import numpy as np
import pytest
import QuantLib

from tools import ToolError, butterfly, butterfly_value_today, time_shift

VOLS = (0.85, 0.95, 1.02)


def quantlib(level, days):
    total = 0.0
    for weight, strike, vol in zip((1, -2, 1), (25.0, 30.0, 35.0), VOLS, strict=True):
        total += weight * QuantLib.blackFormula(QuantLib.Option.Call, strike, level, vol * math.sqrt(days / 365))
    return total


def test_every_cell_agrees_with_quantlib():
    found = time_shift([25, 30, 35, 0.85], 21.5, VOLS, [45, 30, 7], levels=[18, 21.5, 30, 40])
    assert found.frame.index.tolist() == [45, 30, 7]
    assert found.frame.columns.tolist() == [18, 21.5, 30, 40]
    for days in found.frame.index:
        for level in found.frame.columns:
            assert found.frame.loc[days, level] == pytest.approx(quantlib(level, days), abs=1e-12)


def test_the_last_row_is_the_payoff():
    fly = butterfly(20, 30, 35, 3)
    found = time_shift(fly, 21.5, [0.9], 30)
    assert found.frame.index[0] == 30
    assert found.frame.index[-1] == 0
    np.testing.assert_allclose(found.frame.loc[0], fly.value_at(found.frame.columns.to_numpy()), atol=1e-12)


def test_the_grid_holds_the_strikes_and_the_future():
    found = time_shift([25, 30, 35], 21.5, VOLS, 30)
    assert {25.0, 30.0, 35.0, 21.5} <= set(found.frame.columns)
    assert found.frame.columns.is_monotonic_increasing
    assert found.frame.columns[0] > 0


def test_today_is_the_value_of_the_single_tool():
    found = time_shift([25, 30, 35, 0.85], 21.5, VOLS, 30)
    single = butterfly_value_today(25, 30, 35, 21.5, 30 / 365, *VOLS)
    assert found.now == pytest.approx(single.value, abs=1e-14)
    assert found.unchanged["value"].iloc[0] == found.now
    assert found.at_body["value"].iloc[-1] == pytest.approx(5)
    assert found.at_body["value"].is_monotonic_increasing


def test_one_volatility_serves_all_strikes_and_order_of_days_does_not_matter():
    one = time_shift([25, 30, 35], 21.5, [0.9], [7, 30])
    three = time_shift([25, 30, 35], 21.5, [0.9, 0.9, 0.9], [30, 7])
    assert one.frame.equals(three.frame)
    assert time_shift([25, 30, 35], 21.5, 0.9, [30, 7]).frame.equals(one.frame)


def test_the_words_tell_early_from_late():
    said = time_shift([25, 30, 35, 0.85], 21.5, VOLS, 30).summary()
    assert "points with 30 days left" in said
    assert "5.00 at expiry" in said
    assert "The debit was 0.85 points" in said
    assert "debit" not in time_shift([25, 30, 35], 21.5, VOLS, 30).summary()


def test_the_call_line_reproduces_the_result():
    found = time_shift([25, 30, 35, 0.85], 21.5, VOLS, 30)
    assert eval(found.call, {"time_shift": time_shift, "butterfly": butterfly}).frame.equals(found.frame)


def test_the_heat_map_shows_the_table_and_the_line_of_the_debit():
    found = time_shift([25, 30, 35, 0.85], 21.5, VOLS, 30)
    figure = found.figure()
    assert [trace.type for trace in figure.data] == ["heatmap", "contour", "scatter"]
    np.testing.assert_array_equal(figure.data[0].z, found.frame.to_numpy())
    assert "days left" in figure.layout.yaxis.title.text.lower()


@pytest.mark.parametrize(
    ("name", "bad"),
    [
        ("butterfly", [25, 30]),
        ("butterfly", "25/30/35"),
        ("vols", [0.8, 0.9]),
        ("vols", [85]),
        ("vols", []),
        ("days", 0),
        ("days", [30, -1]),
        ("days", [30, 30]),
        ("days", 30.5),
        ("days", True),
        ("levels", [0, 20]),
        ("levels", [20, 20]),
        ("forward", 0),
    ],
)
def test_nonsense_is_refused_by_name(name, bad):
    with pytest.raises(ToolError) as caught:
        time_shift(**({"butterfly": [25, 30, 35], "forward": 21.5, "vols": [0.9], "days": 30} | {name: bad}))
    assert caught.value.parameter == name


def test_every_number_of_days_that_was_asked_for_is_told():
    found = time_shift([25, 30, 35, 0.85], 19.5, [0.9, 1.0, 1.1], [60, 30, 10, 0])
    lines = found.summary().split("\n- ")[1:3]
    for line, path in zip(lines, (found.unchanged, found.at_body), strict=True):
        told = re.findall(r"(\d\.\d+)(?: points)? (?:with (\d+) days left|at expiry)", line)
        assert [int(days or 0) for _, days in told] == path["days_left"].tolist() == [60, 30, 10, 0]
        assert [float(value) for value, _ in told] == pytest.approx(path["value"].tolist(), abs=5e-5)


def test_a_future_that_stands_at_the_body_is_told_once():
    said = time_shift([25, 30, 35], 30, [0.9], [30, 1]).summary()
    assert said.count("30 days left") == 2  # in the headline and along the way
    assert "same move" not in said
    assert "with 1 day left" in said
