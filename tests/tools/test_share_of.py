"""Shares of an amount: by hand, and against the whole that they leave."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.test_working import check
from tools import ToolError, share_of


def test_a_range_of_percent_of_a_credit():
    # 2,000 × 0.18 = 360 and 2,000 × 0.28 = 560; 2,000 − 360 = 1,640 and 2,000 − 560 = 1,440
    found = share_of(2000, [0.18, 0.28])
    assert (found.amounts, found.rests) == ((360, 560), (1640, 1440))
    assert "18% of $2,000 = $360" in found.summary()
    check(found)


def test_a_ratio_of_what_is_no_money():
    found = share_of(-600, [0.4], "units")
    assert found.amounts == (-240,)
    assert "0.4 × -600 = -240" in found.summary().replace("−", "-")
    check(found)


@given(st.integers(-(10**9), 10**9), st.lists(st.integers(0, 10_000), min_size=1, max_size=12))
def test_share_and_rest_make_the_whole(cents, shares):
    found = share_of(cents / 100, [s / 10_000 for s in shares])
    for share, amount, rest in zip(shares, found.amounts, found.rests, strict=True):
        assert amount == pytest.approx(share * cents / 10**6)
        assert amount + rest == pytest.approx(cents / 100)
    check(found)


@pytest.mark.parametrize("shares", [[], [0.1] * 13, [-0.1], [101]])
def test_shares_that_are_none(shares):
    with pytest.raises(ToolError, match="shares"):
        share_of(1000, shares)
