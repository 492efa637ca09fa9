"""Outcomes weighted with given probabilities: by hand, and against numpy's average."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.test_working import check
from tools import ToolError, expected_value


def test_by_hand():
    # 0.6 × −80 + 0.3 × 420 + 0.1 × −80 = −48 + 126 − 8
    found = expected_value([-80, 420, -80], [0.6, 0.3, 0.1])
    assert (found.value, found.best, found.worst) == (70, 420, -80)
    assert "average profit of $70" in found.summary()
    assert "Whether the probabilities are right, this does not tell" in found.summary()


@given(st.lists(st.tuples(st.integers(-5000, 5000), st.integers(1, 100)), min_size=1, max_size=8))
def test_it_is_numpys_weighted_average(rows):
    amounts, weights = (np.array(column, dtype=float) for column in zip(*rows, strict=True))
    chances = weights / weights.sum()
    found = expected_value(list(amounts), list(chances))
    assert found.value == pytest.approx(np.average(amounts, weights=weights), abs=1e-6)
    check(found)


@pytest.mark.parametrize(
    ("amounts", "chances", "match"),
    [
        ([1, 2], [0.5, 0.4], "90%"),
        ([1, 2, 3], [0.5, 0.5], "as many as there are chances: 2"),
        ([1, 2], [1.5, -0.5], "chances: got 1.5"),
    ],
)
def test_probabilities_that_are_none(amounts, chances, match):
    with pytest.raises(ToolError, match=match):
        expected_value(amounts, chances)


def test_so_many_trades_by_hand():
    # 0.3 × 400 − 0.7 × 100 = 50; ten of them 500, between 10 × −100 and 10 × 400
    found = expected_value([400, -100], [0.3, 0.7], 10)
    assert (found.value, found.together) == (50, 500)
    assert "10 × $50 = $500; the result of any 10 lies between -$1,000 and $4,000" in found.summary()
    assert "together" not in expected_value([400, -100], [0.3, 0.7]).summary()
    check(found)
