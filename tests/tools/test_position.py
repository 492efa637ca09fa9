"""Positions priced leg by leg against sheets worked by hand."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import Leg, butterfly, position
from tools.errors import ToolError

CONDOR = [("long", "put", 45, 0.5), ("short", "put", 50, 1.1), ("short", "call", 60, 1.2), ("long", "call", 65, 0.6)]


def test_an_iron_condor():
    # credit 1.1 + 1.2 − 0.5 − 0.6 = 1.20; width 5: loss 3.80; break-evens 50 − 1.20 and 60 + 1.20
    condor = position(CONDOR)
    assert condor.premium == -1.20
    assert condor.break_evens == (48.80, 61.20)
    assert (condor.max_profit, condor.max_loss) == (120, -380)
    assert (condor.best_at, condor.best_zones) == (None, ((50, 60),))
    assert condor.worst_zones == ((0, 45), (65, math.inf))
    assert (condor.profit_zone, condor.profit_zone_width) == ((48.80, 61.20), 12.40)
    assert condor.structure == "iron condor"
    assert "Iron condor" in condor.summary()
    assert "net credit 1.20 points = $120" in condor.summary()


def test_a_vertical_spread():
    # debit 1.90, width 5: best 3.10, break-even 25 + 1.90
    spread = position([("long", "call", 25, 3.0), ("short", "call", 30, 1.1)])
    assert spread.break_evens == (26.90,)
    assert (spread.max_profit, spread.max_loss, spread.tail) == (310, -190, 5)
    assert "vertical spread" in spread.summary()


def test_a_straddle_has_two_zones_and_no_limit():
    straddle = position([("long", "call", 50, 3), ("long", "put", 50, 3.5)], settlement=58.25)
    assert straddle.break_evens == (43.50, 56.50)
    assert straddle.profit_zones == ((0, 43.50), (56.50, math.inf))
    assert straddle.profit_zone is None
    assert (straddle.max_profit, straddle.max_loss) == (math.inf, -650)
    assert (straddle.settlement_value, straddle.settlement_profit) == (8.25, 175)
    assert straddle.reward_to_risk is None


def test_a_short_strangle_loses_without_limit():
    strangle = position([("short", "put", 45, 1), ("short", "call", 55, 1.5)])
    assert strangle.break_evens == (42.50, 57.50)
    assert (strangle.max_profit, strangle.max_loss) == (250, -math.inf)
    assert "unlimited" in strangle.summary()


def test_a_short_put_loses_at_most_down_to_zero():
    # the price cannot fall below 0: 50 − 1.20 = 48.80
    put = position([("short", "put", 50, 1.2)])
    assert (put.max_profit, put.max_loss, put.worst_zones) == (120, -4880, ((0, 0),))


def test_a_covered_call():
    # share from 45, call 50 sold at 1.20: break-even 43.80, best 5 + 1.20 from 50 on, worst −43.80 at 0
    covered = position([("long", "future", 45, 0), ("short", "call", 50, 1.2)])
    assert covered.break_evens == (43.80,)
    assert (covered.max_profit, covered.max_loss) == (620, -4380)
    assert covered.structure == "covered call"


def test_a_future_at_its_own_multiplier():
    # one VIX future from 19.93 at $1,000 a point, settled at 35: 15.07 × 1,000
    future = position([("long", "future", 19.93)], multiplier=1000, settlement=35)
    assert (future.settlement_profit, future.max_loss, future.max_profit) == (15070, -19930, math.inf)


def test_fees_count_once_for_the_whole_position():
    spread = position([("long", "call", 25, 3.0), ("short", "call", 30, 1.1)], fees=2.60)
    assert spread.break_evens == (26.926,)
    assert spread.max_profit == 307.4


def test_several_of_the_same_legs_multiply_the_dollars():
    condors = position(CONDOR, contracts=10, fees=2, settlement=70)
    # fees of $2 are 0.02 points each: 1.20 − 0.02 = 1.18 and 3.80 + 0.02 = 3.82
    assert (condors.max_profit, condors.max_loss, condors.settlement_profit) == (1180, -3820, -3820)
    assert condors.break_evens == (48.82, 61.18)
    assert "1.18 points = $118 each ($1,180 for 10)" in condors.summary()
    assert eval(condors.call).to_dict() == condors.to_dict()


@given(st.sampled_from([(25, 30, 35), (20, 30, 35), (15, 20, 35)]), st.lists(st.integers(0, 900), min_size=3, max_size=3))
def test_a_butterfly_leg_by_leg_is_the_butterfly(strikes, premiums):
    a, b, c = (p / 100 for p in premiums)
    legs = [("long", "call", strikes[0], a), ("short", "call", strikes[1], b, 2), ("long", "call", strikes[2], c)]
    debit = (premiums[0] - 2 * premiums[1] + premiums[2]) / 100
    by_leg, whole = position(legs), butterfly(*strikes, debit)
    for field in ("break_evens", "max_profit", "max_loss", "best_at", "tail", "reward_to_risk", "profit_zone_width"):
        assert getattr(by_leg, field) == getattr(whole, field)
    assert by_leg.profit_zone == whole.profit_zone


def test_put_call_parity_makes_a_conversion_flat():
    conversion = position([("long", "future", 45), ("short", "call", 50, 6), ("long", "put", 50, 11)])
    np.testing.assert_allclose(conversion.payoff([0, 20, 50, 90])["profit"], 0)
    assert conversion.break_evens == ()
    assert "at every price" in conversion.summary()


def test_legs_as_tuples_lists_mappings_and_legs_are_the_same():
    ways = [
        ("long", "call", 25, 1.5),
        ["long", "call", 25, 1.5, 1],
        {"side": "long", "kind": "call", "strike": 25, "premium": 1.5},
        Leg("long", "call", 25, 1.5),
    ]
    results = [position([way]).to_dict() for way in ways]
    assert all(result == results[0] for result in results)


def test_the_call_line_reproduces_the_result():
    condor = position(CONDOR, fees=5.2, settlement=48)
    assert eval(condor.call).to_dict() == condor.to_dict()


@pytest.mark.parametrize(
    ("legs", "names"),
    [
        ("long call", "legs"),
        ([], "legs"),
        ({}, "legs"),
        (None, "legs"),
        ([("hold", "call", 25, 1)], r"legs\[0\] side"),
        ([(1, "call", 25, 1)], r"legs\[0\] side"),
        ([("long", "share", 25, 0)], r"legs\[0\] kind.*written as 'future'"),
        ([CONDOR[0], ("long", "call", -25, 1)], r"legs\[1\] strike"),
        ([("long", "call", 25, math.nan)], r"legs\[0\] premium"),
        ([("long", "call", 25, -1)], r"legs\[0\] premium"),
        ([("long", "future", 25, 1)], r"legs\[0\] premium.*entry price"),
        ([("long", "call", 25, 1, 0)], r"legs\[0\] quantity"),
        ([("long", "call", 25, 1, -2)], r"legs\[0\] quantity.*side 'short'"),
        ([("long", "straddle", 25, 1)], r"legs\[0\] kind.*leg of its own"),
        ([{"side": "long", "type": "call", "strike": 25, "premium": 1}], r"legs\[0\].*no kind and an unknown 'type'"),
        ([("long", "call", 25)], r"legs\[0\].*premium"),
        ([("long", "call", 25, 1, 1, 1)], r"legs\[0\]"),
        ([{"side": "long", "cost": 1}], r"legs\[0\]"),
        ([7], r"legs\[0\]"),
        ([CONDOR[0]] * 101, "1 to 100"),
    ],
)
def test_legs_that_cannot_be_read_are_refused_by_place(legs, names):
    with pytest.raises(ToolError, match=names):
        position(legs)


def test_the_figure_draws_a_position_without_a_best_point():
    figure = position([("short", "call", 50, 1.2)]).figure()
    assert {trace.name for trace in figure.data} >= {"Profit or loss", "Break-even"}
    assert "Best result" not in {trace.name for trace in figure.data}


def test_a_vix_future_beside_options_counts_its_own_dollars():
    # long one VX from 19.00 at $1,000 and short two VIX 25 calls at 1.20 at $100, settled at 30:
    # 11 × 1,000 + 2 × 100 × (1.20 − 5) = 11,000 − 760; at 0 −19,000 + 240; above 25 each point adds 1,000 − 200
    mixed = position([("long", "VX", 19), ("short", "call", 25, 1.2, 2)], settlement=30)
    assert mixed.settlement_profit == 10_240
    assert mixed.max_loss == -18_760
    assert mixed.profit_at(31) - mixed.profit_at(30) == 800
    assert mixed.break_evens == (18.76,)  # 19 − 240 / 1,000
    assert "$1,000 a point" in mixed.summary()
    assert any("a VX future is worth $1,000" in a.says for a in mixed.assumptions)
    assert eval(mixed.call).to_dict() == mixed.to_dict()


def test_a_mini_future_counts_as_an_option_does():
    pair = position([("long", "VXM", 19), ("short", "call", 25, 1.2)])
    shares = position([("long", "future", 19), ("short", "call", 25, 1.2)])
    assert (pair.max_profit, pair.max_loss, pair.break_evens) == (shares.max_profit, shares.max_loss, shares.break_evens)
    assert pair.structure == shares.structure == "covered call"
    ten = position([("long", "VX", 19), ("short", "call", 25, 1.2, 10)])
    assert (ten.max_profit, ten.max_loss) == (10 * pair.max_profit, 10 * pair.max_loss)


def test_vix_futures_alone_need_no_multiplier():
    # 2 × 1,000 × (35 − 18.5) − 5 × 100 × (35 − 18.4)
    assert position([("long", "VX", 18.5, 0, 2)], settlement=35).settlement_profit == 33_000
    assert position([("long", "VX", 18.5)], settlement=35).settlement_profit_points == 16.5
    both = position([("long", "VX", 18.5, 0, 2), ("short", "VXM", 18.4, 0, 5)], settlement=35)
    assert both.settlement_profit == 33_000 - 8_300


@pytest.mark.parametrize("legs", [[("long", "future", 19)], [("long", "future", 19), ("long", "put", 18, 1)]])
def test_what_a_future_without_a_product_counts_is_said_and_asked(legs):
    said = next(a for a in position(legs).assumptions if a.name == "future_point")
    assert said.provenance == "assumption"
    assert "counts $100 a point" in said.says
    assert "write its kind as VX" in said.says
    assert not any(a.name == "future_point" for a in position(CONDOR).assumptions)


def test_options_at_a_future_s_multiplier_are_pointed_out():
    said = next(
        a
        for a in position([("long", "future", 19), ("short", "call", 25, 1)], multiplier=1000).assumptions
        if a.name == "future_point"
    )
    assert "option" in said.says


def test_a_multiplier_that_does_not_fit_a_future_is_refused():
    with pytest.raises(ToolError, match=r"whole part of \$1,000"):
        position([("long", "VX", 19), ("long", "put", 18, 1)], multiplier=300)


@pytest.mark.parametrize(
    ("side", "kind", "read"),
    [("buy", "calls", ("long", "call")), ("Sold", "P", ("short", "put")), ("-", "put", ("short", "put")),
     ("+", "vx", ("long", "VX")), (" SELL ", "Futures", ("short", "future")), ("bought", "C", ("long", "call"))],
)  # fmt: skip
def test_the_fields_own_words_for_a_leg_are_read(side, kind, read):
    price = 0 if read[1] in ("VX", "future") else 1.5
    leg = position([(side, kind, 25, price)]).legs[0]
    assert (leg.side, leg.kind) == read
    assert position([{"side": side, "kind": kind, "strike": 25, "premium": price}]).legs == (leg,)


def test_what_each_point_adds_is_told_for_one_and_for_all():
    # two straddles: one call gains $100 a point, two $200
    said = position([("long", "call", 20, 1.5), ("long", "put", 20, 1.2)], contracts=2).summary()
    assert "above 20 each point adds $100 each ($200 for 2)." in said
    assert "above 30 each point costs $100." in position([("short", "call", 30, 1.5)]).summary()


def test_fees_are_told_for_one_and_for_all():
    assert "fees $7.50 each ($30 for 4)." in position([("long", "call", 20, 1)], contracts=4, fees=7.5).summary()
    assert "fees $7.50." in position([("long", "call", 20, 1)], fees=7.5).summary()


def test_the_width_less_the_credit_stands_beside_the_largest_loss():
    legs = [("short", "put", 5010, 0), ("long", "put", 5000, 0), ("short", "call", 5200, 0), ("long", "call", 5210, 0)]
    said = position(legs, net=-1.6).summary()
    assert "net credit 1.60 points = $160 at $100 a point" in said
    assert "at or above 5210 (10 − 1.60 points)" in said
    assert "(" not in position([("long", "call", 30, 1.1)]).summary().partition("Max loss")[2]


def test_what_futures_can_lose_is_told() -> None:
    told = "limited neither to their margin nor to a hedge budget"
    assert told in position([("long", "future", 21.35, 0.0)], multiplier=1000).summary()
    assert told not in position([("long", "call", 25, 1.0)]).summary()
