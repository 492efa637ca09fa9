"""What follows from some figures of a butterfly: by hand, and as `butterfly` read the other way round."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.tools.test_working import check
from tools import ToolError, butterfly, implied_butterfly

STRIKES = st.integers(10, 60)
WINGS = st.integers(2, 12)
PARTS = st.integers(5, 95)


@pytest.mark.parametrize(
    ("figures", "field", "wanted"),
    [
        # 4.20 + 0.80
        ({"debit": 0.8, "max_profit": 420}, "wing", 5),
        # (480 + 120) ÷ 100
        ({"max_profit": 480, "max_loss": 120}, "wing", 6),
        # 0.50 × 9 + 0.50
        ({"debit": 0.5, "reward_to_risk": 9}, "wing", 5),
        # 7.60 ÷ 2 + 1.20
        ({"debit": 1.2, "zone_width": 7.6}, "wing", 5),
        # 31.45 − 31
        ({"lower": 31, "break_even_low": 31.45}, "debit", 0.45),
        # 40 − 39.15
        ({"upper": 40, "break_even_high": 39.15}, "debit", 0.85),
        # 5 ÷ (1 + 4)
        ({"lower": 25, "body": 30, "upper": 35, "reward_to_risk": 4}, "debit", 1),
        # worth 28 − 25 = 3, made 2.15
        ({"lower": 25, "body": 30, "upper": 35, "settlement": 28, "profit": 215}, "debit", 0.85),
        # 6 butterflies: $2,490 ÷ 600 = 4.15 points each
        ({"lower": 25, "body": 30, "upper": 35, "max_profit": 2490, "contracts": 6}, "debit", 0.85),
        # (26.10 + 37.90) ÷ 2
        ({"break_even_low": 26.1, "break_even_high": 37.9}, "body", 32),
        # the upper wing is 5 wider than the lower: $700 is the debit and those 5 points
        ({"lower": 20, "body": 25, "upper": 35, "max_loss": 700}, "debit", 2),
        # 2 × 30 − 20 − 37
        ({"lower": 20, "body": 30, "upper": 35, "break_even_high": 37}, "debit", 3),
        ({"wing": 6, "debit": 0.96}, "debit_share", 0.16),
    ],
)
def test_figures_by_hand(figures, field, wanted):
    found = implied_butterfly(**figures)
    assert getattr(found, field) == pytest.approx(wanted)
    check(found)


@given(STRIKES, WINGS, PARTS, st.integers(0, 40))
def test_every_pair_that_is_enough_brings_the_butterfly_back(lower, wing, part, place):
    fly = butterfly(lower, lower + wing, lower + 2 * wing, round(wing * part / 100, 2))
    low, high = fly.break_evens
    strikes = {"lower": fly.lower, "body": fly.body, "upper": fly.upper}
    at = lower + 2 * wing * place / 40
    for figures in (
        {"break_even_low": low, "break_even_high": high, "debit": fly.debit},
        {"body": fly.body, "max_profit": fly.max_profit, "max_loss": -fly.max_loss},
        {"lower": fly.lower, "debit": fly.debit, "zone_width": fly.profit_zone_width},
        {"upper": fly.upper, "break_even_high": high, "wing": wing},
        {**strikes, "settlement": at, "profit": round(fly.profit_at(at), 9)},
        {**strikes, "break_even_low": low},
    ):
        found = implied_butterfly(**figures)
        assert (found.lower, found.body, found.upper) == pytest.approx(tuple(strikes.values()))
        assert (found.debit, found.max_profit, found.max_loss) == pytest.approx((fly.debit, fly.max_profit, fly.max_loss))
        assert (found.break_even_low, found.break_even_high) == pytest.approx((low, high))
        assert found.reward_to_risk == pytest.approx(fly.reward_to_risk)
        check(found)


@given(STRIKES, WINGS, st.integers(1, 9), st.integers(1, 200))
def test_of_unequal_wings_the_debit_comes_back(lower, wing, more, cents):
    assume(cents != 100 * wing)  # of a debit as wide as the wing there is nothing to gain, which is refused
    fly = butterfly(lower, lower + wing, lower + 2 * wing + more, cents / 100)
    strikes = {"lower": fly.lower, "body": fly.body, "upper": fly.upper}
    found = implied_butterfly(**strikes, max_loss=-fly.max_loss)
    if fly.debit < wing:
        assert found.debit == pytest.approx(fly.debit)
        assert found.max_profit == pytest.approx(fly.max_profit)


def test_what_contradicts_itself_or_is_too_little_is_said():
    with pytest.raises(ToolError, match="figures that agree with each other"):
        implied_butterfly(lower=25, body=30, upper=35, break_even_low=26.1, break_even_high=33)
    with pytest.raises(ToolError, match="two figures of the butterfly at least"):
        implied_butterfly(debit=0.85)
    with pytest.raises(ToolError, match="all three strikes"):
        implied_butterfly(lower=25, settlement=28, profit=215)
    with pytest.raises(ToolError, match=r"debit: got '-0\.85'; it must be above zero"):
        implied_butterfly(lower=25, body=30, upper=35, break_even_high=35.85)


def test_a_debit_for_a_ratio_is_the_wing_over_one_more_than_it():
    # 5 − d = 6 d, so d = 5 ÷ 7 = 0.714286
    found = implied_butterfly(lower=25, body=30, upper=35, reward_to_risk=6)
    assert found.debit == pytest.approx(5 / 7)
    assert "the wing over 1 + 6: 5/7" in found.summary()
    assert "Debit: 5 ÷ (1 + 6) = 0.7143" in " ".join(map(str, found.working()))
    check(found)


def test_a_bet_on_the_body_alone_is_called_simplified():
    said = implied_butterfly(lower=25, body=30, upper=35, debit=0.85).summary()
    assert "it is also worth something between 0 and 5 points" in said
