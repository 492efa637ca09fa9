from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, budget_split, part_of


def test_a_loss_of_an_account():
    found = part_of(1020.80, 60_000)
    assert found.share == pytest.approx(0.0170133, rel=1e-5)
    assert "$1,020.80 of $60,000 = 1.7013%" in found.summary()


def test_more_than_the_whole_is_more_than_one():
    assert part_of(300, 200).share == 1.5


@pytest.mark.parametrize(("amount", "whole"), [(-1, 100), (1, 0), (1, -5), (float("inf"), 100), (float("nan"), 100)])
def test_what_is_no_part(amount, whole):
    with pytest.raises(ToolError):
        part_of(amount, whole)


@given(st.decimals(0, 10**9, places=2), st.decimals(1, 10**9, places=2))
def test_the_share_of_the_whole_is_the_part(amount: Decimal, whole: Decimal):
    assert part_of(float(amount), float(whole)).share == pytest.approx(float(amount / whole), rel=1e-15)


@given(st.integers(1, 100), st.integers(1, 10**6))
def test_it_undoes_a_split(percent: int, budget: int):
    assert part_of(budget_split(budget, percent / 100).used, budget).share == pytest.approx(percent / 100)


def test_a_share_by_hand():
    # 85 × 3 / 15,000 = 255 / 15,000 = 0.017: 1.7 % of the account
    found = part_of(255, 15_000)
    assert found.share == pytest.approx(0.017)
    assert "= 1.7%" in found.summary()


def test_what_is_beyond_the_whole_is_told():
    # 6,700 − 5,000 = 1,700
    found = part_of(6700, 5000)
    assert found.over == 1700
    assert "1.34 times the whole, $1,700 more than it" in found.summary()  # 6,700 ÷ 5,000
    assert part_of(50, 200).over == 0
    assert "more than" not in part_of(200, 200).summary()
