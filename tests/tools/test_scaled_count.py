"""So many contracts for so much account: by hand, and never more than the rule allows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.test_working import check
from tools import ToolError, scaled_count


def test_by_hand():
    # 20 × 350,000 ÷ 100,000 = 70; 70 × 50 = 3,500; 3,500 ÷ 350,000 = 0.01; 1 × 100,000 ÷ 30,000 = 3⅓, of which 3 are whole
    found = scaled_count(20, 100_000, 350_000, 50)
    assert (found.units, found.cost, found.share) == (70, 3500, 0.01)
    assert "70 contracts" in found.summary()
    check(found)
    assert scaled_count(1, 30_000, 100_000).units == 3
    assert scaled_count(1, 30_000, 100_000).cost is None


@given(st.integers(1, 500), st.integers(1, 10**6), st.integers(1, 10**7))
def test_one_more_would_be_too_many(count, per, account):
    found = scaled_count(count, per, account)
    assert found.units * per <= count * account < (found.units + 1) * per
    check(found)


def test_an_account_of_nothing():
    with pytest.raises(ToolError, match="account"):
        scaled_count(20, 100_000, 0)
