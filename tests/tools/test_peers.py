"""The tools against other people's libraries and against sheets worked by hand; and where a library is known to be wrong."""

import math

import numpy as np
import pandas as pd
import pytest
import QuantLib
import talib
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import brentq

from tests.tools.test_nasty import PAIRED
from tools import (
    ToolError,
    backtest,
    budget_split,
    butterfly,
    butterfly_value,
    event_window,
    implied_volatility,
    macd,
    macd_trigger,
    parity_forward,
    position,
    rsi,
    running_share,
    smoothing_constant,
    sweep,
    tranche_units,
    vix_expiries,
    xirr,
)

WALK = 20 + np.cumsum(np.random.default_rng(17).normal(0, 0.25, 1500)).clip(-15, 60)


def crosses(values, fast=12, slow=26, signal=9):
    """(bars on which TA-Lib's histogram turns above 0, bars on which it turns below), from where its start has died away."""
    histogram = talib.MACD(values, fast, slow, signal)[2]
    up = np.flatnonzero((histogram[1:] > 0) & (histogram[:-1] <= 0)) + 1
    down = np.flatnonzero((histogram[1:] < 0) & (histogram[:-1] >= 0)) + 1
    return up, down


def option(kind, strike):
    return QuantLib.PlainVanillaPayoff(QuantLib.Option.Call if kind == "call" else QuantLib.Option.Put, strike)


@given(st.integers(1, 1200))
def test_a_butterfly_at_settlement_is_the_sum_of_quantlib_s_payoffs(at):
    price = at / 10
    expected = option("call", 25.0)(price) - 2 * option("call", 30.0)(price) + option("call", 36.0)(price)
    assert butterfly(25, 30, 36, 0.85, settlement=price).settlement_value == pytest.approx(expected, abs=1e-12)
    assert butterfly_value(25, 30, 36, price).value == pytest.approx(expected, abs=1e-12)
    legs = [("short", "put", 20, 1.0), ("long", "put", 15, 0.4, 2), ("long", "call", 30, 0.7)]
    held = -option("put", 20.0)(price) + 2 * option("put", 15.0)(price) + option("call", 30.0)(price)
    assert position(legs, settlement=price).settlement_value == pytest.approx(held, abs=1e-12)


def test_where_optionlab_sees_profit_beyond_every_price_there_is_none():
    # What run_strategy of OptionLab 1.9.1 gives for long 25 at 2.30, short two 30 at 0.85, long 35 at 0.25 (net 0.85):
    # break-evens a cent beside the exact ones, and a second stretch of profit that does not exist.
    theirs = [(25.860000000000003, 34.14), (4841369599423321.0, math.inf)]
    legs = [("long", "call", 25, 2.30), ("short", "call", 30, 0.85, 2), ("long", "call", 35, 0.25)]
    ours = position(legs)
    assert ours.profit_zones == ((25.85, 34.15),) != tuple(theirs)
    assert ours.profit_at(theirs[1][0]) == -85.0
    assert ours.profit_at(1e18) == -85.0


def test_where_ta_lib_gives_0_after_a_blank_there_is_a_refusal():
    values = WALK[:60].copy()
    values[20] = np.nan
    assert (talib.RSI(values, 14)[21:] == 0.0).all()  # TA-Lib: one blank, and the rest is 0
    with pytest.raises(ToolError, match="point 21"):
        rsi(values)
    kept = np.delete(values, 20)
    np.testing.assert_allclose(rsi(kept)[14:], talib.RSI(kept, 14)[14:], atol=1e-9)


def test_where_ta_starts_the_rsi_from_zero_averages_wilder_starts_from_their_mean():
    # The library `ta` smooths changes with ewm(adjust=False), whose averages begin with the first change alone.
    change = pd.Series(WALK[:40]).diff()
    gain = change.clip(lower=0).fillna(0).ewm(alpha=1 / 14, min_periods=14, adjust=False).mean()
    loss = (-change).clip(lower=0).fillna(0).ewm(alpha=1 / 14, min_periods=14, adjust=False).mean()
    theirs = 100 - 100 / (1 + gain / loss)
    ours = rsi(WALK[:40])
    assert abs(theirs[14] - ours[14]) > 0.5
    # By hand: the first RSI is 100 × G ÷ (G + L) with the plain sums of the first 14 changes.
    up, down = np.maximum(np.diff(WALK[:15]), 0).sum(), np.maximum(-np.diff(WALK[:15]), 0).sum()
    assert ours[14] == pytest.approx(100 * up / (up + down))
    np.testing.assert_allclose(ours[14:], talib.RSI(WALK[:40], 14)[14:], atol=1e-9)


@given(st.floats(0.05, 2.0), st.floats(-2.5, 2.5), st.floats(0.02, 3.0))
def test_a_volatility_is_the_one_that_quantlib_finds(vol, deviations, years):
    strike = 20.0 * math.exp(deviations * vol * math.sqrt(years))
    kind = "call" if strike >= 20 else "put"
    which = QuantLib.Option.Call if kind == "call" else QuantLib.Option.Put
    price = QuantLib.blackFormula(which, strike, 20.0, vol * math.sqrt(years))
    found = implied_volatility(price, 20.0, strike, years, kind=kind)
    assert found.vol == pytest.approx(vol, abs=1e-12, rel=1e-12)
    deviation = QuantLib.blackFormulaImpliedStdDev(which, strike, 20.0, price, 1.0, 0.0, 0.5, 1e-14, 500)
    assert found.vol * math.sqrt(years) == pytest.approx(deviation, abs=1e-9)


def test_triggers_are_where_ta_lib_s_lines_cross():
    up, _ = crosses(WALK)
    found = macd_trigger(WALK).events
    ours = found[found["kind"] == "trigger"]["point"].to_numpy() - 1
    np.testing.assert_array_equal(ours[ours >= 400], up[up >= 400])


def test_the_trades_of_a_backtest_begin_and_end_the_bar_after_ta_lib_s_crosses():
    up, down = crosses(WALK)
    trades = backtest(WALK, whole=False).trades
    free, expected = 0, []
    for cross in up:
        if cross + 1 < free or cross + 1 >= len(WALK):
            continue
        out = next((d for d in down if d > cross), len(WALK))
        expected.append((cross + 1, cross + 2, out + 2 if out + 1 < len(WALK) else None))
        free = out + 2
    ours = [(r.decided, r.entered, None if r.open else r.exited) for r in trades.itertuples()]
    assert [t for t in ours if t[0] > 400] == [t for t in expected if t[0] > 400]
    assert len([t for t in ours if t[0] > 400]) > 10


def test_the_account_of_a_backtest_is_its_fills_added_up():
    done = backtest(WALK, budget=50_000, cost=3, spread=0.1)
    assert done.final == pytest.approx(
        50_000 + done.fills["cash"].sum() + done.frame["units"].iloc[-1] * done.frame["price"].iloc[-1] * 100
    )
    # One purchase by hand: units × ((price + 0.10 ÷ 2) × $100 + $3).
    first = done.fills.iloc[0]
    assert first["cash"] == pytest.approx(-first["units"] * ((first["price"] + 0.05) * 100 + 3))


def test_a_sweep_counts_the_crosses_that_ta_lib_counts():
    # TA-Lib starts the fast average later, which shows for some hundred bars; a quiet start keeps it from mattering.
    values = np.concatenate((np.full(800, WALK[0]), WALK))
    found = sweep(values, fast=[8, 12], slow=[20, 26], signal=[7, 9], depressed_below=[0], hold=[0]).frame
    for row in found.itertuples():
        up, _ = crosses(values, int(row.fast), int(row.slow), int(row.signal))
        assert row.triggers == len(up[up >= 800]), row


@given(
    st.lists(st.floats(-900, 900).map(lambda x: round(x, 2)), min_size=1, max_size=6),
    st.lists(st.integers(1, 900), min_size=7, max_size=7, unique=True),
)
def test_a_yearly_rate_is_the_root_that_scipy_finds(inner, gaps):
    days = [0, *np.cumsum(sorted(gaps)[: len(inner)])]
    flows = [-1000.0, *(abs(f) + 200 for f in inner)]
    dates = [(pd.Timestamp("2020-01-01") + pd.Timedelta(days=int(d))).strftime("%Y-%m-%d") for d in days]

    def worth(rate):
        return sum(f / (1 + rate) ** (d / 365) for f, d in zip(flows, days, strict=True))

    if worth(-0.999999) * worth(1e6) > 0:
        return
    expected = brentq(worth, -0.999999, 1e6, xtol=1e-13)
    assert xirr(dates, flows).value == pytest.approx(expected, rel=1e-7, abs=1e-9)


def test_a_forward_from_parity_by_hand():
    # 95 + 5.70 − 0.60 = 100.10, and the same from the strikes 90 and 100
    found = parity_forward(PAIRED)
    assert found.frame["forward"].tolist() == pytest.approx([100.10])
    assert found.nearest["strike"].tolist() == [90.0, 95.0, 100.0]


def test_smoothing_constants_are_those_of_pandas():
    assert smoothing_constant(12).alpha == pytest.approx(0.153846, abs=1e-6)  # 2 ÷ (12 + 1) = 0.153846
    for span in (1, 9, 12, 26, 200):
        found = smoothing_constant(span)
        moved = pd.Series([0.0, 1.0]).ewm(span=span, adjust=False).mean().iloc[-1]
        assert found.alpha == pytest.approx(moved)
        wilder = pd.Series([0.0, 1.0]).ewm(alpha=1 / span, adjust=False).mean().iloc[-1]
        assert found.wilder == pytest.approx(wilder)


def test_contracts_by_tranche_by_hand():
    # 25% of 20 = 5, then 20% of 20 = 4 three times, and the last 15% = 3
    assert tranche_units(20).ladder == (5, 4, 4, 4, 3)
    # 25% + 2 × 20% = 65%
    assert running_share(0.25, 2).share == pytest.approx(0.65)


def test_a_budget_and_the_days_to_a_meeting_by_hand():
    # 65% of $20,000 = $13,000, which leaves $7,000
    split = budget_split(20_000, 0.65)
    assert (split.used, split.left) == (13_000.0, 7_000.0)
    # The committee decided on 31 July 2024: 5 August − 31 July = 5 days, 26 July + 5 days = 31 July
    near = event_window(["2024-08-05", "2024-07-26", "2024-07-31"], days=4)
    assert near.frame["distance"].tolist() == [-5, 5, 0]
    assert near.inside == 1


def test_a_settlement_day_by_hand():
    # July 2024 has its third Friday on the 19th; 19 July − 30 days = 19 June, a holiday, so the 18th
    assert vix_expiries("2024-06-01", 1).settles == "2024-06-18"


def test_ta_lib_begins_its_fast_average_later_and_agrees_when_that_has_died_away():
    theirs = np.column_stack(talib.MACD(WALK, 12, 26, 9))
    assert not np.allclose(macd(WALK).to_numpy()[33:40], theirs[33:40])
    np.testing.assert_allclose(macd(WALK).to_numpy()[500:], theirs[500:], atol=1e-9)
