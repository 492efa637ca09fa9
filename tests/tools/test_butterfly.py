"""Butterflies against sheets worked by hand from max(S − K, 0), and against a plain grid as a second witness."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tools import butterfly, butterfly_break_evens
from tools.errors import ToolError

# lower, body, upper, debit → break-evens, max profit and max loss per butterfly at $100, tail, each worked by hand:
# wing = body − lower; value 0 at or below lower, wing at body, tail = wing − (upper − body) at and above upper.
SHEET = [
    # 25 + 0.85, 35 − 0.85; 5 − 0.85 = 4.15
    ((25, 30, 35, 0.85), (25.85, 34.15), 415, -85, 0),
    ((30, 40, 50, 2.60), (32.60, 47.40), 740, -260, 0),
    ((90, 100, 110, 2.00), (92, 108), 800, -200, 0),
    ((180, 200, 220, 5), (185, 215), 1500, -500, 0),
    ((45, 50, 55, 1.80), (46.80, 53.20), 320, -180, 0),
    # lower wing 10, upper wing 5: 5 points are kept above 35, so 5 − 3 = +2 there and no upper break-even
    ((20, 30, 35, 3.00), (23,), 700, -300, 5),
    # lower wing 5, upper wing 15: 10 points are owed above 35, so −10 − 2.50 = −12.50
    ((15, 20, 35, 2.50), (17.50, 22.50), 250, -1250, -10),
    # the same for a credit of 1: no lower break-even; 2 × 20 − 15 + 1 = 26; −10 + 1 = −9
    ((15, 20, 35, -1.00), (26,), 600, -900, -10),
    # credit with equal wings: a profit everywhere; the worst is the credit itself
    ((25, 30, 35, -0.50), (), 550, 50, 0),
    # debit equal to the wing touches zero at the body; more than the wing is a loss everywhere
    ((25, 30, 35, 5.00), (), 0, -500, 0),
    ((25, 30, 35, 6.00), (), -100, -600, 0),
    # no debit: nothing to lose; the zone opens at the outer strikes
    ((25, 30, 35, 0.00), (25, 35), 500, 0, 0),
    # debit equal to the tail: exactly zero from the upper strike on, which bounds the profit
    ((20, 30, 35, 5.00), (25, 35), 500, -500, 5),
]


@pytest.mark.parametrize(("given", "ends", "best", "worst", "tail"), SHEET)
def test_hand_worked_butterflies(given, ends, best, worst, tail):
    fly = butterfly(*given)
    assert fly.break_evens == ends
    assert (fly.max_profit, fly.max_loss, fly.tail, fly.best_at) == (best, worst, tail, given[1])
    assert (fly.max_profit_points, fly.max_loss_points) == (best / 100, worst / 100)


def test_several_contracts_multiply_dollars_and_leave_points_alone():
    one, ten = butterfly(25, 30, 35, 0.70), butterfly(25, 30, 35, 0.70, contracts=10)
    assert (ten.max_profit, ten.max_loss) == (4300, -700)
    assert (ten.max_profit_each, ten.max_loss_each) == (430, -70)
    assert ten.break_evens == one.break_evens == (25.70, 34.30)
    assert "$430 per butterfly ($4,300 for 10)" in ten.summary()


def test_fees_move_the_break_evens():
    # $2.60 at $100 a point is 0.026 points: 25.85 + 0.026 and 34.15 − 0.026
    fly = butterfly(25, 30, 35, 0.85, fees=2.60)
    assert fly.break_evens == (25.876, 34.124)
    assert (fly.max_profit, fly.max_loss) == (412.4, -87.6)
    # a credit of 0.01 is a profit everywhere until fees of $2 make it a cost of 0.01
    assert butterfly(25, 30, 35, -0.01, fees=2).break_evens == (25.01, 34.99)


def test_another_multiplier():
    fly = butterfly(180, 200, 220, 5, multiplier=10, contracts=3)
    assert (fly.max_profit, fly.max_loss) == (15 * 10 * 3, -5 * 10 * 3)
    assert [a.provenance for a in fly.assumptions if a.name == "multiplier"] == ["assumption"]


@pytest.mark.parametrize(
    ("given", "contracts", "price", "value", "profit"),
    [
        ((25, 30, 35, 0.85), 1, 29, 4.00, 315),  # 29 − 25 = 4
        ((25, 30, 35, 0.85), 6, 24.10, 0, -510),  # below 25: the debit, 0.85 × 100 × 6
        ((45, 50, 55, 1.80), 1, 48.40, 3.40, 160),
        ((30, 40, 50, 2.60), 1, 37, 7.00, 440),
        ((20, 30, 35, 3.00), 1, 60, 5.00, 200),
        ((15, 20, 35, 2.50), 2, 1000, -10.00, -2500),
    ],
)
def test_a_settlement_price_is_valued(given, contracts, price, value, profit):
    fly = butterfly(*given, contracts=contracts, settlement=price)
    assert (fly.settlement_value, fly.settlement_profit) == (value, profit)
    assert (fly.value_at(price), fly.profit_at(price)) == (value, profit)


def test_the_summary_says_what_a_settlement_is_worth():
    said = butterfly(25, 30, 35, 0.85, contracts=6, settlement=29).summary()
    assert (
        "is worth 29 − 25 = 4.00 points = $400 ($2,400 for 6); after the 0.85 debit that is a profit of 4.00 − 0.85 = "
        "3.15 points = $315 per butterfly ($1,890 for 6)" in said
    )


def test_the_summary_says_what_is_left_above_the_top_strike():
    assert "worth 0 and its cost is lost" in butterfly(25, 30, 35, 0.85).summary()
    kept = butterfly(20, 30, 35, 3).summary()
    assert "keeps 10 − 5 = 5.00 points; after the 3.00 debit that is a profit of 2.00 points = $200" in kept
    owed = butterfly(15, 20, 35, 2.5).summary()
    assert "worth 5 − 15 = -10.00 points; after the 2.50 debit that is a loss of 12.50 points = $1,250" in owed


def test_the_summary_gives_break_evens_width_and_both_extremes():
    said = butterfly(25, 30, 35, 0.85).summary()
    for part in ("25.85 and 34.15", "8.30 points wide", "4.15 points = $415", "0.85 points = $85", "at 30"):
        assert part in said


def test_a_body_outside_the_methods_zone_is_mentioned_neutrally():
    assert "outside the 25–35 strike zone" in butterfly(30, 40, 50, 2.6).summary()
    assert "strike zone" not in butterfly(25, 30, 35, 0.85).summary()
    assert "strike zone" not in butterfly(20, 25, 30, 0.85).summary()


def test_the_profit_zone_and_its_width():
    assert butterfly(25, 30, 35, 0.85).profit_zone == (25.85, 34.15)
    assert butterfly(25, 30, 35, 0.85).profit_zone_width == 8.30
    assert butterfly(20, 30, 35, 3).profit_zone == (23, math.inf)
    assert butterfly(25, 30, 35, -0.5).profit_zone == (0, math.inf)
    assert butterfly(15, 20, 35, -1).profit_zone == (0, 26)
    assert butterfly(25, 30, 35, 5).profit_zone is None
    assert butterfly(25, 30, 35, 5).profit_zone_width == 0


def test_reward_to_risk_only_where_there_are_both():
    assert butterfly(25, 30, 35, 1).reward_to_risk == 4
    assert butterfly(25, 30, 35, -1).reward_to_risk is None
    assert butterfly(25, 30, 35, 7).reward_to_risk is None


@pytest.mark.parametrize("strikes", [(30, 25, 35), (25, 35, 30), (35, 30, 25), (25, 25, 35), (25, 30, 30)])
def test_strikes_out_of_order_or_equal_are_refused_and_named(strikes):
    with pytest.raises(ToolError, match="/".join(map(str, strikes))) as caught:
        butterfly(*strikes, 1)
    assert caught.value.parameter == "strikes"


@pytest.mark.parametrize("bad", [-25, 0, math.nan, math.inf, "25", None, True, [25]])
@pytest.mark.parametrize("name", ["lower", "body", "upper"])
def test_nonsense_strikes_are_refused_by_name(name, bad):
    with pytest.raises(ToolError) as caught:
        butterfly(**({"lower": 25, "body": 30, "upper": 35, "debit": 1} | {name: bad}))
    assert caught.value.parameter == name


@pytest.mark.parametrize(
    ("name", "bad"),
    [
        ("debit", math.nan),
        ("debit", "1"),
        ("contracts", 0),
        ("contracts", 1.5),
        ("multiplier", 0),
        ("fees", -1),
        ("settlement", -1),
        ("settlement", math.inf),
    ],
)
def test_other_nonsense_is_refused_by_name(name, bad):
    with pytest.raises(ToolError) as caught:
        butterfly(**({"lower": 25, "body": 30, "upper": 35, "debit": 1} | {name: bad}))
    assert caught.value.parameter == name


@pytest.mark.parametrize("bad", [-1, math.nan, math.inf, "29", None, [1, -2]])
def test_a_price_that_cannot_be_is_refused(bad):
    with pytest.raises(ToolError):
        butterfly(25, 30, 35, 1).value_at(bad)


@pytest.mark.parametrize("bad", ["abc", [1, math.nan], [[1, 2]], ["a"], 5, [-1.0]])
def test_a_grid_that_cannot_be_is_refused(bad):
    with pytest.raises(ToolError, match="grid"):
        butterfly(25, 30, 35, 1).payoff(bad)


def test_amounts_beyond_floating_point_are_refused_not_infinite():
    with pytest.raises(ToolError, match="floating-point"):
        butterfly(1, 2e307, 4e307, 1, multiplier=1e10)


def test_payoff_gives_one_row_a_price_and_leaves_the_grid_alone():
    fly = butterfly(25, 30, 35, 0.85, contracts=2)
    grid = pd.Series([20.0, 29.0, 30.0, 60.0])
    frame = fly.payoff(grid)
    assert list(frame.columns) == ["price", "value", "profit"]
    np.testing.assert_allclose(frame["value"], [0, 4, 5, 0])
    np.testing.assert_allclose(frame["profit"], [-170, 630, 830, -170])
    assert grid.tolist() == [20.0, 29.0, 30.0, 60.0]
    assert fly.payoff()["price"].tolist() == [0, 25, 25.85, 30, 34.15, 35]


def test_the_call_line_reproduces_the_result():
    fly = butterfly(25, 30, 35, 0.85, contracts=6, fees=1.3, settlement=29)
    assert fly.call == "butterfly(lower=25.0, body=30.0, upper=35.0, debit=0.85, contracts=6, fees=1.3, settlement=29.0)"
    assert eval(fly.call).to_dict() == fly.to_dict()


def test_the_figure_passes_through_the_corners():
    fly = butterfly(25, 30, 35, 0.85, settlement=29)
    figure = fly.figure()
    line = next(trace for trace in figure.data if trace.name == "Profit or loss")
    drawn = dict(zip(line.x, line.y, strict=True))
    assert {25.0: -85.0, 25.85: 0.0, 30.0: 415.0, 34.15: 0.0, 35.0: -85.0}.items() <= drawn.items()
    assert {trace.name for trace in figure.data} >= {"Break-even", "Best result", "Settlement"}


def test_the_disclaimer_is_carried():
    fly = butterfly(25, 30, 35, 0.85)
    assert fly.disclaimer in fly.explain()
    assert fly.to_dict()["disclaimer"] == fly.disclaimer
    assert fly.disclaimer not in fly.summary()


cents = st.integers(1, 100_00).map(lambda n: n / 100)
debits = st.integers(-30_00, 60_00).map(lambda n: n / 100)


@st.composite
def strikes(draw):
    ks = sorted(draw(st.lists(cents, min_size=3, max_size=3, unique=True)))
    return tuple(ks)


@given(strikes(), debits)
def test_against_a_grid_of_intrinsic_values(ks, debit):
    k1, k2, k3 = ks
    fly = butterfly(k1, k2, k3, debit)
    grid = np.linspace(0, 2 * k3, 4001)
    grid = np.sort(np.concatenate([grid, ks]))
    profit = np.maximum(grid - k1, 0) - 2 * np.maximum(grid - k2, 0) + np.maximum(grid - k3, 0) - debit
    np.testing.assert_allclose(fly.profit_at(grid) / 100, profit, atol=1e-9)
    assert fly.max_profit_points == pytest.approx(profit.max(), abs=1e-9)
    assert fly.max_loss_points == pytest.approx(profit.min(), abs=1e-9)
    for end in fly.break_evens:
        assert fly.profit_at(end) == pytest.approx(0, abs=1e-9)
    changes = np.flatnonzero((profit[1:] > 1e-9) != (profit[:-1] > 1e-9))
    assert len(changes) == len(fly.break_evens)


@given(st.lists(st.tuples(strikes(), debits), min_size=1, max_size=20))
def test_many_at_once_agree_with_one_at_a_time(rows):
    # a debit equal to a decimal tail or wing may fall either side in binary, where one at a time is exact
    for (k1, k2, k3), d in rows:
        assume(abs(d - (2 * k2 - k1 - k3)) > 1e-9)
        assume(abs(d - (k2 - k1)) > 1e-9)
    columns = np.array([[*ks, d] for ks, d in rows]).T
    many = butterfly_break_evens(*columns)
    for (ks, d), got in zip(rows, many, strict=True):
        np.testing.assert_allclose(got[~np.isnan(got)], butterfly(*ks, d).break_evens, atol=1e-9)


def test_many_at_once_leave_nan_where_there_is_none():
    got = butterfly_break_evens([20, 15, 25], [30, 20, 30], 35, [3, -1, 5])
    np.testing.assert_array_equal(got, [[23, np.nan], [np.nan, 26], [np.nan, np.nan]])


@pytest.mark.parametrize(
    "bad", [([25, 30], 30, 35, 1), (25, 30, [35, math.nan], 1), (25, 30, 35, [math.inf]), ("a", 30, 35, 1)]
)
def test_many_at_once_refuse_a_bad_row(bad):
    with pytest.raises(ToolError):
        butterfly_break_evens(*bad)


def test_both_ends_are_told_where_the_worst_lies_at_one_of_them():
    # fees 5.20 are 0.052 points: at or below 26 the cost 1.402 is lost, at or above 40 besides it 8 − 6 = 2
    said = butterfly(26, 32, 40, 1.35, fees=5.2).summary()
    assert "**Max loss:** 3.402 points = $340.20 per butterfly, at or above 40" in said
    assert (
        "**At or below 26** one butterfly is worth 0; after the 1.35 debit and 0.052 points of fees that is a loss of 1.402"
        in said
    )
    assert "$140.20 per butterfly" in said
    assert "At or below" not in butterfly(25, 30, 35, 0.85).summary()  # there the max loss names both ends
    assert (
        "**At or below 25** one butterfly is worth 0; with the 0.50 credit that is a profit of 0.50"
        in butterfly(25, 30, 40, -0.5).summary()
    )


def test_what_a_profit_is_of_the_most_and_of_what_was_paid() -> None:
    # 20/27/34 for 1.45 at 30: worth 34 - 30 = 4, profit 2.55 of at most 7 - 1.45 = 5.55, on 1.45 paid
    found = butterfly(20, 27, 34, 1.45, settlement=30)
    assert found.settlement_of_max == pytest.approx(2.55 / 5.55)
    assert found.settlement_return == pytest.approx(2.55 / 1.45)
    assert "45.9% of the max profit and 175.9% of what was paid" in found.summary()
    # a loss is no share of either, and of a credit there is no return on what was paid
    lost = butterfly(20, 27, 34, 1.45, settlement=36)
    assert (lost.settlement_of_max, lost.settlement_return) == (None, None)
    credit = butterfly(20, 25, 33, -0.4, settlement=25)
    assert (credit.settlement_of_max, credit.settlement_return) == (1.0, None)


@pytest.mark.parametrize(
    ("fly", "said"),
    [
        # by hand: 5 − 0.65; fees of 2.60 at $100 a point are 0.026; beyond 40 the wings leave 5 − 10
        (butterfly(25, 30, 35, 0.65), ("0.65 points = $65 at $100 a point", "at 30 (5 − 0.65 points)")),
        (butterfly(27, 32, 37, 0.72, fees=2.6), ("$2.60 = 0.026 points at $100 a point, in all 0.746", "(5 − 0.746 points)")),
        (butterfly(25, 30, 40, 0.5), ("makes it worth 5 − 10 = -5.00", "(5 + 0.50 points)", "equal wings (25/30/35)")),
        (butterfly(26, 30, 36, -0.3), ("a credit of 0.30 points = $30", "(2 − 0.30 points)", "4 − 6 = -2.00")),
        (butterfly(25.1, 27.6, 30.1, 0.3), ("at 27.6 (2.5 − 0.30 points)",)),
    ],
)
def test_what_a_result_is_made_of_stands_beside_it(fly, said):
    assert all(part in fly.summary() for part in said), fly.summary()


def test_what_a_point_of_the_zone_costs():
    assert butterfly(25, 30, 35, 0.80).cost_of_zone_point == pytest.approx(80 / 8.40)
    assert butterfly(24, 30, 36, 1.30, contracts=2).cost_of_zone_point == pytest.approx(260 / 9.40)
    assert butterfly(25, 30, 35, -0.10).cost_of_zone_point is None
    assert butterfly(25, 30, 35, 5.20).cost_of_zone_point is None


@pytest.mark.parametrize(
    ("settlement", "way"),
    [
        (18, 7.75),  # 25.75 − 18
        (41, -6.75),  # 34.25 − 41
        (34.5, -0.25),
        (30, None),  # a profit
        (25.75, None),  # neither
    ],
)
def test_how_far_a_losing_settlement_is_from_a_break_even(settlement, way):
    found = butterfly(25, 30, 35, 0.75, settlement=settlement)
    assert found.to_break_even == way
    assert ("to the nearest break-even" in found.summary()) == (way is not None)


def test_the_way_to_a_break_even_as_a_share_of_the_settlement():
    # 7.75 ÷ 18 = 43.1%; 25.75 is more than 0.01 doubled
    assert (
        "From 18 it is 7.75 points (43.1%) up to the nearest break-even" in butterfly(25, 30, 35, 0.75, settlement=18).summary()
    )
    assert "25.74 points up to the nearest break-even" in butterfly(25, 30, 35, 0.75, settlement=0.01).summary()
    assert butterfly(25, 30, 35, 6, settlement=30).to_break_even is None  # it has none


def test_the_fees_of_one_option_are_in_the_working():
    # 2.80 ÷ 4 = 0.70
    assert "$2.80 ÷ 4 = $0.70" in " ".join(map(str, butterfly(30, 35, 40, 1.2, fees=2.8).working()))


def test_reward_to_risk_is_written_out():
    # 4.25 ÷ 0.75 = 5.67
    assert (
        "Max profit is 4.25/0.75 = 5.67 times max loss, a reward-to-risk ratio of 5.67 to 1."
        in butterfly(27, 32, 37, 0.75).summary()
    )


def test_the_profit_zone_as_a_share_of_the_wing_span():
    # 2 x (10 - 3.20) = 13.60 of 60 - 40 = 20 points: 13.60 / 20 = 0.68
    fly = butterfly(40, 50, 60, 3.20)
    assert fly.profit_zone_share == pytest.approx(0.68)
    assert "13.60 points wide, 68% of the 20 points between the outer strikes" in fly.summary()
    assert butterfly(30, 35, 37, 1.60).profit_zone_share is None  # a profit at every price above 31.60


def test_a_price_without_risk_is_told_to_be_a_doubtful_quote():
    assert "stale or wrong quote" in butterfly(25, 30, 35, -0.30).summary()
    assert "stale" not in butterfly(25, 30, 35, 0.30).summary()
