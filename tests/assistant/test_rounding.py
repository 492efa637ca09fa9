"""The number guard beside the tools' rounding: what a tool writes of a value stands for that value."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.guards.rounding import equal
from tools.wording import fixed, money, percent, points


@given(st.integers(0, 10**11), st.sampled_from([0, 1, 2, 4]))
def test_a_half_rounded_up_is_its_value_whatever_its_size(steps, places):
    value = 1 + (2 * steps + 1) / (2 * 10**places)  # a half of the last place that is written
    said = float(fixed(value, places).replace(",", ""))
    assert equal(said, 0.5 * 10.0**-places, value)


@pytest.mark.parametrize(
    ("said", "slack", "known"),
    [(226_891_777.4, 0.05, 226_891_777.25), (8.64, 0.005, 8.625), (1_000_000.02, 0.005, 1_000_000.01)],
)
def test_what_is_further_off_than_a_half_is_another_value(said, slack, known):
    assert not equal(said, slack, known)


@given(st.floats(1e-3, 1e9), st.sampled_from([(money, 1, 0.005), (points, 1, 0.00005), (percent, 100, 0.05)]))
def test_what_a_tool_writes_is_the_value_that_it_has(value, writer):
    write, scale, slack = writer
    if abs(value * scale) < 1:
        return
    said = float(re.sub(r"[$,%]", "", write(value)))
    assert equal(said, slack, value * scale)
