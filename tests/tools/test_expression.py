"""Written arithmetic against an independent reading of it: what is written must come to what is stated."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.arithmetic import worked_out
from tools.expression import dollars, figure, function, share, total
from tools.working import WorkingStep, said, step

NUMBER = st.floats(-1e6, 1e6, allow_nan=False).map(lambda x: round(x, 4))
FIGURE = st.builds(figure, NUMBER) | st.builds(dollars, NUMBER) | st.builds(share, NUMBER.map(lambda x: x / 1e6))


def joined(parts):
    return st.one_of(
        st.builds(lambda a, b: a + b, parts, parts),
        st.builds(lambda a, b: a - b, parts, parts),
        st.builds(lambda a, b: a * b, parts, parts),
        st.builds(lambda a, b: a / b, parts, parts),
        st.builds(lambda a: a**2, parts),
        st.builds(lambda a, b: function("max", a, b), parts, parts),
        st.builds(lambda a: function("exp", a / 1e7), parts),
        st.builds(lambda a: function("N", a / 1e6), parts),
        st.builds(lambda *terms: total(terms), parts, parts, parts),
    )


EXPRESSION = st.recursive(FIGURE, joined, max_leaves=6)


@given(EXPRESSION)
def test_what_is_written_in_full_comes_to_the_value(expression):
    value = expression.at(17)
    if math.isfinite(value) and abs(value) < 1e12:
        assert worked_out(expression.written(17)) == pytest.approx(value, rel=1e-9, abs=1e-6)


@given(FIGURE, FIGURE, FIGURE)
def test_signs_and_brackets_keep_their_meaning(a, b, c):
    for expression in (a - (b - c), a - (b + c), a * (b + c), (a - b) * c, a - b * c, total([a, b, c])):
        assert worked_out(expression.written(17)) == pytest.approx(expression.at(17), rel=1e-9, abs=1e-6)


@pytest.mark.parametrize(
    ("line", "written"),
    [
        (figure(29) - 25, "29 − 25"),
        ((figure(4) - 0.85) * dollars(100) * 6, "(4 − 0.85) × $100 × 6"),
        (2 / (figure(12) + 1), "2 ÷ (12 + 1)"),
        (figure(1) - (figure(2) - 3), "1 − (2 − 3)"),
        (figure(8) / (figure(4) / 2), "8 ÷ (4 ÷ 2)"),
        (figure(-0.05) - figure(-0.07), "-0.05 − (-0.07)"),
        (share(0.25) * dollars(10_000), "25% × $10,000"),
        (dollars(-1000) + dollars(1100) / (1 + share(0.1)) ** 2, "-$1,000 + $1,100 ÷ (1 + 10%)^2"),
        (function("√", 0.25) * function("ln", figure(2) / 3), "√0.25 × ln(2 ÷ 3)"),
        (function("⌊⌋", dollars(5000) / dollars(85)), "⌊$5,000 ÷ $85⌋"),
        (total([1.5, -0.9, 2 * figure(-3)]), "1.5 − 0.9 + 2 × (-3)"),
        (total([figure(1), -2 * figure(3), -1 * figure(4)]), "1 − 2 × 3 − 4"),
        (dollars(0.3) + dollars(12_345.678), "$0.30 + $12,345.68"),
    ],
)
def test_lines_are_written_as_people_write_them(line, written):
    assert line.written(4) == written


def test_a_division_by_zero_has_no_value():
    assert math.isnan((figure(1) / 0).value)


def test_more_digits_are_written_where_few_would_not_come_to_the_value():
    # 0.1538 × 1,000,000 would be 153,800; 2/13 of a million is 153,846.1538…
    found = step("part", figure(2 / 13) * 1_000_000)
    assert found.value == pytest.approx(153_846.153846)
    assert worked_out(found.expression) == pytest.approx(153_846.1538, abs=5e-5)


def test_a_step_reads_as_a_line():
    assert str(step("Value at 29", figure(29) - 25, "points")) == "Value at 29: 29 − 25 = 4.00 points"
    assert str(step("Whole units", function("⌊⌋", figure(1.5)), "units", "rounded down")) == (
        "Whole units: ⌊1.5⌋ = 1 unit (rounded down)"
    )
    assert str(step("Bar", 26)) == "Bar: 26"
    assert str(said("Worst result", "unlimited")) == "Worst result: unlimited"


def test_a_step_that_has_no_finite_value_stays_json():
    assert step("x", math.inf).to_dict()["value"] is None
    assert WorkingStep("x", "", None, note="none").to_dict()["text"] == "x: none"
