"""The whole behind a part, by hand and as the split of a budget read the other way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.test_working import check
from tools import ToolError, budget_split, whole_of_part


def test_a_whole_by_hand():
    # 5,400 ÷ 0.45 = 12,000; 12,000 − 5,400 = 6,600
    found = whole_of_part(5400, 0.45)
    assert (found.whole, found.rest) == (12_000, 6600)
    assert "**$5,400 is 45% of $12,000**" in found.summary()


@given(st.integers(1, 10_000_000), st.integers(1, 100))
def test_the_split_of_the_whole_gives_the_part(budget, percent):
    used = budget_split(budget, percent / 100).used
    found = whole_of_part(used, percent / 100)
    assert found.whole == pytest.approx(budget, rel=1e-12)
    check(found)


@pytest.mark.parametrize(("amount", "share", "name"), [(0, 0.5, "amount"), (10, 0, "share"), (10, 1.2, "share")])
def test_no_whole(amount, share, name):
    with pytest.raises(ToolError, match=name):
        whole_of_part(amount, share)
