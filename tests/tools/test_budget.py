import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, budget_split


def test_dollars_in_and_dollars_left():
    split = budget_split(20000, 0.65)
    assert (split.used, split.left) == (13000, 7000)
    assert "65% of $20,000 = $13,000" in split.summary()
    assert "35% = $7,000" in split.summary()


def test_a_share_of_an_account():
    assert budget_split(100_000, 0.015).used == 1500
    assert "1.5% of $100,000 = $1,500" in budget_split(100_000, 0.015).summary()


@pytest.mark.parametrize(("share", "used"), [(0, 0), (1, 500)])
def test_nothing_and_everything(share, used):
    assert budget_split(500, share).used == used


@pytest.mark.parametrize("share", [-0.01, 1.01, 65])
def test_a_share_lies_between_0_and_1(share):
    with pytest.raises(ToolError, match="deployed"):
        budget_split(500, share)


@given(st.floats(0.01, 1e12), st.floats(0, 1))
def test_both_parts_make_the_whole(budget, share):
    split = budget_split(budget, share)
    assert split.used + split.left == pytest.approx(budget, rel=1e-12)
    assert min(split.used, split.left) >= 0


def test_a_share_of_whole_tranches_is_told_with_the_next_one():
    # 45% = 25% + 20%; 20% of 6,000 = 1,200; 65% of 6,000 = 3,900
    split = budget_split(6000, 0.45)
    assert (split.tranches, split.next_cash, split.next_used) == ((0.25, 0.2), 1200, 3900)
    assert "25% + 20%, the first tranche and 1 add; the next 20% = $1,200 makes 65% = $3,900" in split.summary()


def test_the_last_slice_fills_it_up():
    # 90% = 30% + 3 × 20%; what is left is 10% of 2,000 = 200
    split = budget_split(2000, 0.9)
    assert (split.next_share, split.next_cash, split.next_used) == (0.1, 200, 2000)
    assert "the next 10% = $200 fills it up to 100% = $2,000" in split.summary()


@pytest.mark.parametrize("share", [0, 0.015, 0.2, 0.28, 0.4, 1])
def test_another_share_is_no_tranches(share):
    split = budget_split(500, share)
    assert (split.tranches, split.next_cash) == ((), None)
    assert "tranche" not in split.summary()


@pytest.mark.parametrize(
    ("deployed", "apart", "said"),
    [(0.4, (1500, 1000), "$1,000 to $1,500 more"), (0.12, (1300, 1800), "$1,300 to $1,800 less")],
)
def test_a_first_tranche_outside_its_range_is_said_to_be_so(deployed, apart, said):
    # 25-30% of 10,000 is 2,500 to 3,000; 4,000 − 2,500 = 1,500 and 4,000 − 3,000 = 1,000
    found = budget_split(10_000, deployed, meant="first tranche")
    assert (found.first_range, found.first_apart) == ((2500, 3000), pytest.approx(apart))
    assert said in found.summary()
    assert budget_split(10_000, deployed).first_range is None
    inside = budget_split(10_000, 0.27, meant="first tranche")
    assert inside.first_apart is None
    assert "inside the method's first tranche, 25% to 30% = $2,500 to $3,000" in inside.summary()


def test_whether_a_later_tranche_fits():
    # 20% of 13,000 = 2,600; 75% + 20% = 95% = 12,350, 650 left; 85% + 20% passes 100%
    fits, not_so = (budget_split(13_000, share, meant="before an add") for share in (0.75, 0.85))
    assert (fits.add_cash, fits.add_used, fits.add_left) == pytest.approx((2600, 12_350, 650))
    assert (not_so.add_cash, not_so.add_used, not_so.add_left) == (2600, None, None)
    assert "A full 20% add = $2,600 does not fit: $1,950 is left" in not_so.summary()


def test_what_follows_a_first_tranche_that_was_too_large():
    # 40% + 20% + 20% + 20% = 100%
    found = budget_split(10_000, 0.4, meant="first tranche")
    assert found.full_from == (0.6, 0.8, 1.0)
    assert "20% adds from there make 60% → 80% → 100%" in found.summary()
