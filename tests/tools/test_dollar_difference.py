"""One sum against another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.test_working import check
from tools import dollar_difference

SUMS = st.integers(-(10**7), 10**7).map(lambda n: n / 100)


def test_by_hand():
    found = dollar_difference(408, 480)
    assert (found.difference, found.larger) == (72, "second")
    assert "more by $72" in found.summary()
    assert dollar_difference(-55, 60).difference == 115  # a loss of 55 and a profit of 60: 60 + 55 = 115
    assert "no difference" in dollar_difference(85, 85).summary()


@given(SUMS, SUMS)
def test_the_smaller_and_the_difference_are_the_larger(first, second):
    found = dollar_difference(first, second)
    assert min(first, second) + found.difference == pytest.approx(max(first, second))
    assert found.difference == dollar_difference(second, first).difference
    check(found)
