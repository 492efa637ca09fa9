"""The backtest against hand-worked sheets and an independent naive loop, bar by bar."""

import json
import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools import METHOD, ToolError, backtest, load_table, macd_trigger, sweep
from tools.campaigns import course, matched
from tools.peaks import Tops
from tools.simulation import Terms, carried_out

DATES = pd.bdate_range("2020-01-01", periods=700)
SIGNAL = pd.Series(20 + 5 * np.sin(np.arange(700) / 15) + 2 * np.sin(np.arange(700) / 4), index=DATES, name="iv")
PRICE = pd.Series(18 + 4 * np.sin(np.arange(700) / 15 + 0.4) + np.cos(np.arange(700) / 7), index=DATES, name="future")
NONE = Tops(np.array([], int), np.array([], int), np.array([]))


def naive(signal, price, *, hold=None, budget=100_000.0, mult=100.0, cost=2.0, spread=0.05, whole=True, depressed=None):
    """The rule as a person would step through it: one bar at a time, nothing known before its bar."""
    judged = macd_trigger(signal, **({} if depressed is None else {"depressed_below": depressed})).frame
    histogram = judged["histogram"].to_numpy()
    cash, units, base, spent = budget, 0.0, 0.0, 0.0
    tranche, entered, since, previous = 0, 0, 0, None
    order = None  # what was decided at the close before
    equity, fills = [], []
    for bar in range(len(price)):
        mid = price.iloc[bar]
        if tranche and hold is not None and bar - entered == hold:
            order = "sell"
        if order == "sell" and tranche:
            if units:
                fills.append((bar, -units))
            cash += units * ((mid - spread / 2) * mult - cost)
            units, tranche = 0.0, 0
        elif order == "buy" and tranche < 5:
            if not tranche:
                base, spent, entered = cash, 0.0, bar
            tranche += 1
            share = min(0.25 + 0.20 * (tranche - 1), 1.0)
            each = (mid + spread / 2) * mult + cost
            count = (base * share - spent) / each
            count = max(0.0, math.floor(count + 1e-9) if whole else count)
            if count:
                fills.append((bar, count))
            cash, spent, units = cash - count * each, spent + count * each, units + count
        equity.append(cash + units * mid * mult)
        order = None
        row = judged.iloc[bar]
        fired = row["trigger"] if depressed is None else row["confirmed"]
        if not tranche and fired:
            order, previous, since = "buy", None, bar
        elif tranche:
            if hold is None and row["cross_down"]:
                order = "sell"
            elif bar >= 2 and histogram[bar] < histogram[bar - 1]:
                top = bar - 1
                while histogram[top - 1] == histogram[top]:
                    top -= 1
                if histogram[top] > histogram[top - 1] and histogram[top] > 0 and top >= since:
                    if previous is not None and histogram[top] > previous:
                        order = "buy"
                    previous = histogram[top]
    return np.array(equity), fills


@pytest.mark.parametrize("hold", [None, 1, 7, 30])
@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("depressed", [None, 0.95])
def test_it_agrees_with_a_loop_that_knows_one_bar_at_a_time(hold, whole, depressed):
    ours = backtest(SIGNAL, price=PRICE, hold=hold, whole=whole, depressed_below=depressed)
    equity, fills = naive(SIGNAL, PRICE, hold=hold, whole=whole, depressed=depressed)
    assert len(fills) == len(ours.fills) > 0
    assert [DATES[bar] for bar, _ in fills] == ours.fills["date"].tolist()
    assert ours.fills["units"].tolist() == pytest.approx([units for _, units in fills], rel=1e-9)
    np.testing.assert_allclose(ours.frame["equity"], equity, rtol=1e-10)


def test_a_sheet_worked_by_hand():
    # $10,000; $100 a point; $1 a contract; spread 0.10, so 5 dollars a contract each way besides.
    # Buy at 20: a contract costs 2,000 + 5 + 1 = 2,006. 25% = 2,500 pays for 1; 494 are carried over.
    # Add at 10: 45% of 10,000 = 4,500, less 2,006 spent = 2,494; a contract costs 1,006, so 2 more: 2,012.
    # Cash 10,000 - 2,006 - 2,012 = 5,982. Sell 3 at 15: 3 x (1,500 - 5 - 1) = 4,482. Cash 10,464.
    top = Tops(np.array([2, 4]), np.array([3, 5]), np.array([1.0, 2.0]))
    way = course(np.array([0]), np.array([7]), top, np.arange(1, 10), 9, hold=None, later=4)
    campaign = way.campaigns[0]
    assert (campaign.entry.bar, [s.bar for s in campaign.adds], campaign.leave.bar) == (1, [6], 8)
    price = np.array([20.0, 20.0, 19.0, 18.0, 12.0, 11.0, 10.0, 14.0, 15.0])
    account = carried_out(way.campaigns, price, [0.25, 0.45, 0.65, 0.85, 1.0], 10_000.0, Terms(100.0, 1.0, 0.10, True))
    assert [f.units for f in account.fills] == [1, 2, -3]
    assert [round(f.cash, 9) for f in account.fills] == [-2006, -2012, 4482]
    assert account.cash.round(9).tolist() == [10_000, 7994, 7994, 7994, 7994, 7994, 5982, 5982, 10_464]
    assert account.units.tolist() == [0, 1, 1, 1, 1, 1, 3, 3, 0]
    assert account.equity.round(9).tolist() == [10_000, 9994, 9894, 9794, 9194, 9094, 8982, 10_182, 10_464]


def test_a_trigger_while_a_campaign_runs_adds_nothing_and_is_counted():
    way = course(np.array([0, 3, 5]), np.array([], int), NONE, np.arange(1, 11), 10, hold=4, later=4)
    assert [(c.entry.bar, c.leave and c.leave.bar) for c in way.campaigns] == [(1, 5), (6, None)]
    assert way.ignored == 1


def test_a_trigger_on_the_last_bar_waits_for_a_price():
    way = course(np.array([9]), np.array([], int), NONE, np.arange(1, 11), 10, hold=None, later=4)
    assert (way.campaigns, way.unpriced) == ((), 1)


def test_a_weekly_signal_is_acted_on_at_the_next_daily_price():
    weekly = SIGNAL[SIGNAL.index.day_of_week == 4]
    held, act = matched(weekly, PRICE)
    assert held.index[0] == weekly.index[0]
    assert (held.index[act[:-1]] - weekly.index[:-1]).days.tolist() == [3] * (len(weekly) - 1)
    bought = backtest(weekly, price=PRICE).fills.query("side == 'buy'")
    assert len(bought)
    assert set((bought["date"] - bought["decided"]).dt.days) == {3}


def test_decisions_older_than_the_first_price_are_not_acted_on():
    late = PRICE.iloc[300:]
    test = backtest(SIGNAL, price=late)
    assert test.fills["decided"].min() >= late.index[0]
    fired = macd_trigger(SIGNAL).events.query("kind == 'trigger'")
    assert test.unpriced >= (fired["date"] < late.index[0]).sum() > 0


@given(st.integers(40, 699), st.sampled_from([None, 3, 25]))
@settings(max_examples=40)
def test_what_comes_later_never_changes_what_was_done(cut, hold):
    whole = backtest(SIGNAL, price=PRICE, hold=hold)
    early = backtest(SIGNAL.iloc[:cut], price=PRICE.iloc[:cut], hold=hold)
    pd.testing.assert_frame_equal(early.frame, whole.frame.iloc[:cut])
    known = whole.fills[whole.fills["date"] < DATES[cut]].reset_index(drop=True)
    pd.testing.assert_frame_equal(early.fills, known, check_dtype=False)


WALK = st.lists(st.floats(-0.08, 0.08), min_size=80, max_size=160).map(lambda steps: 20 * np.exp(np.cumsum(steps)))


@given(WALK, st.sampled_from([None, 2, 10]), st.booleans())
@settings(max_examples=60)
def test_the_account_reconciles_and_acts_after_it_decides(walk, hold, whole):
    test = backtest(walk, price=walk[::-1].copy(), hold=hold, whole=whole, budget=50_000)
    frame, fills = test.frame, test.fills
    np.testing.assert_allclose(frame["equity"], frame["cash"] + frame["units"] * frame["price"] * 100, rtol=1e-12)
    assert frame["cash"].iloc[-1] == pytest.approx(50_000 + fills["cash"].sum())
    assert (fills["date"] > fills["decided"]).all()
    assert (frame["cash"] >= -1e-6).all()
    assert test.trades["profit"].sum() == pytest.approx(test.final - 50_000, abs=1e-6)
    assert frame["units"].iloc[-1] == pytest.approx(fills["units"].sum(), abs=1e-9)


@given(st.floats(0, 20), st.floats(0, 1))
@settings(max_examples=30)
def test_costs_lower_the_end_by_exactly_what_they_are(cost, spread):
    # The budget pays for one contract with room for the costs, so that both buy the same.
    walk = SIGNAL.iloc[:120]
    free = backtest(walk, hold=20, first=1.0, budget=1.9 * 100 * float(walk.max()), cost=0, spread=0)
    test = backtest(walk, hold=20, first=1.0, budget=1.9 * 100 * float(walk.max()), cost=cost, spread=spread)
    assert free.fills["units"].tolist() == test.fills["units"].tolist()
    assert test.costs == pytest.approx(test.fills["units"].abs().sum() * (cost + 50 * spread))
    assert free.final - test.final == pytest.approx(test.costs, abs=1e-7)


def test_drawdown_exposure_and_gain_are_those_of_the_equity():
    test = backtest(SIGNAL, price=PRICE)
    equity = test.frame["equity"]
    deepest = max(1 - equity.iloc[j] / max(100_000, equity.iloc[: j + 1].max()) for j in range(len(equity)))
    assert test.max_drawdown == pytest.approx(deepest, abs=1e-15)
    assert test.exposure == (test.frame["units"] > 0).mean()
    assert test.gain == test.final / 100_000 - 1 == equity.iloc[-1] / 100_000 - 1
    assert test.bars == 700


def test_a_table_gives_signal_and_price_by_their_roles():
    table = load_table(pd.DataFrame({"date": DATES, "IV": SIGNAL.to_numpy(), "Settle": PRICE.to_numpy()}))
    test = backtest(table)
    pd.testing.assert_frame_equal(
        test.frame, backtest(SIGNAL, price=PRICE).frame, check_names=False, check_index_type=False, check_freq=False
    )
    assert not test.same
    assert "series='IV', price='Settle'" in test.call
    named = backtest(table, series="Settle", price="Settle")
    assert named.same
    assert "stood in for the price" in named.summary()


def test_the_call_of_a_backtest_on_lists_reproduces_it():
    values = SIGNAL.iloc[:50].round(3).tolist()
    test = backtest(values, hold=5)
    again = eval(test.call, {"backtest": backtest})
    assert again.summary() == test.summary()


def test_the_words_say_hypothetical_how_few_and_that_the_exit_is_ours():
    said = backtest(SIGNAL, price=PRICE).summary()
    assert "far too few to tell a rule from luck" in said
    assert "Hypothetical" in said
    assert "guarantees nothing" in said
    assert "the primary article states no exit" in said
    told = backtest(SIGNAL, price=PRICE, hold=20)
    assert "20 bars after the first purchase" in told.summary()
    assert next(a for a in told.assumptions if a.name == "exit").provenance == "assumption"


def test_every_trade_is_listed_in_words_and_in_json():
    test = backtest(SIGNAL, price=PRICE)
    assert test.explain().count("\n| 20") == len(test.trades)
    said = json.loads(json.dumps(test.to_dict(), allow_nan=False))
    assert len(said["trades"]) == len(test.trades)
    assert said["trades"][0]["entered"] == str(test.trades["entered"][0].date())


def test_an_open_trade_is_marked_at_the_last_price():
    test = next(t for n in range(300, 400) if (t := backtest(SIGNAL.iloc[:n], price=PRICE.iloc[:n])).trades["open"].any())
    last = test.trades.iloc[-1]
    assert last["exited"] is pd.NaT
    assert last["sold"] == test.frame["price"].iloc[-1]
    assert "still open" in test.explain()


def test_without_a_trigger_nothing_is_bought_and_that_is_said():
    test = backtest([20.0] * 100)
    assert test.final == 100_000
    assert test.fills.empty
    assert test.trades.empty
    assert "No trigger" in test.summary()
    assert json.dumps(test.to_dict(), allow_nan=False)
    assert test.figure() is not None


@pytest.mark.parametrize("window", [60, 252])
@pytest.mark.parametrize("level", [None, 0.95])
def test_triggers_whose_level_cannot_be_judged_are_counted_and_told(window, level):
    test = backtest(SIGNAL, price=PRICE, window=window, depressed_below=level)
    fired = macd_trigger(SIGNAL, window=window).events.query("kind == 'trigger'")
    early = int((fired["point"] < window).sum())  # counted from 1: the window is full on bar number `window`
    assert test.unjudged == early > 0
    assert f"{early} {'further ' if level else ''}trigger" in test.summary()
    assert ("left out" in test.summary()) == (level is not None)


def test_where_every_level_can_be_judged_none_is_told_of():
    test = backtest(SIGNAL, price=PRICE, window=2)
    assert test.unjudged == 0
    assert "could not be judged" not in test.summary()


def test_a_budget_below_one_contract_buys_nothing_and_says_so():
    test = backtest(SIGNAL, price=PRICE, instrument="VX", budget=1000)
    assert test.trades.empty
    assert test.too_small > 0
    assert "did not pay for one contract" in test.summary()


def test_the_figure_shows_every_fill():
    test = backtest(SIGNAL, price=PRICE)
    figure = test.figure()
    assert sum(len(t.x) for t in figure.data if t.mode == "markers") == len(test.fills)


BAD = {
    "text": ({"table": "vix.csv"}, "table"),
    "nothing": ({"table": None}, "table"),
    "a price that is zero": ({"table": SIGNAL, "price": PRICE.where(PRICE.index != DATES[9], 0.0)}, "price"),
    "a blank price": ({"table": SIGNAL.tolist(), "price": [math.nan, *PRICE.tolist()[1:]]}, "price"),
    "another length": ({"table": SIGNAL.tolist(), "price": [20.0] * 5}, "price"),
    "dates on one side": ({"table": SIGNAL, "price": PRICE.tolist()}, "price"),
    "a price that ended before": ({"table": SIGNAL, "price": PRICE.set_axis(DATES - pd.Timedelta(days=4000))}, "price"),
    "a column without a table": ({"table": SIGNAL, "price": "Close"}, "price"),
    "a spread as wide as the price": ({"table": SIGNAL, "price": PRICE, "spread": 40}, "spread"),
    "first above the cap": ({"table": SIGNAL, "first": 0.5, "cap": 0.3}, "first"),
    "rules in words": ({"table": SIGNAL, "rules": "buy low"}, "rules"),
    "too few values": ({"table": SIGNAL.iloc[:20]}, "series"),
    "no exit": ({"table": SIGNAL, "hold": 0}, "hold"),
}


@pytest.mark.parametrize(("given", "name"), BAD.values(), ids=BAD)
def test_what_cannot_be_tested_is_refused_by_name(given, name):
    with pytest.raises(ToolError) as caught:
        backtest(**given)
    assert caught.value.parameter == name


def test_an_implied_volatility_alone_has_no_price():
    table = load_table(pd.DataFrame({"date": DATES, "iv": SIGNAL.to_numpy()}))
    with pytest.raises(ToolError, match="cannot be bought"):
        backtest(table)
    assert backtest(table, price="iv").same


def test_rules_stand_in_for_the_parameters():
    from dataclasses import replace

    slow = replace(METHOD, slow=replace(METHOD.slow, value=40))
    pd.testing.assert_frame_equal(backtest(SIGNAL, slow, price=PRICE).frame, backtest(SIGNAL, price=PRICE, slow=40).frame)


@pytest.mark.shared
def test_the_real_vix_shows_hundreds_of_triggers_and_every_trade_a_bar_later(shared):
    test = backtest(load_table(shared / "data/vix/vix-daily.csv"))
    assert test.triggers == macd_trigger(load_table(shared / "data/vix/vix-daily.csv").series()).frame["trigger"].sum()
    dates = test.frame.index
    np.testing.assert_array_equal(dates.get_indexer(test.fills["date"]), dates.get_indexer(test.fills["decided"]) + 1)


def test_prices_off_the_scale_of_a_vix_future_are_named():
    decimals = SIGNAL / 100
    found = backtest(decimals)
    assert f"{decimals.min():.4f}"[:4] in found.summary()
    assert "**Caution:** the prices" in found.summary()
    assert "volatility in decimals; times 100" in found.summary()
    assert "scale" in {a.name for a in found.assumptions}
    assert "Caution" in sweep(decimals, fast=[12], slow=[26], signal=[9]).summary()
    assert "decimals" not in backtest(SIGNAL * 100).summary()
    assert "**Caution:** the prices" in backtest(SIGNAL * 100).summary()
    for fits in ({"table": SIGNAL}, {"table": decimals, "price": PRICE}, {"table": decimals, "instrument": "VIX butterfly"}):
        assert "Caution" not in backtest(**fits).summary()


def test_without_a_trade_nothing_is_judged():
    assert "Without a trade there is nothing to judge" in backtest(SIGNAL, budget=100, instrument="VX").summary()
    nowhere = backtest(SIGNAL, depressed_below=0.01)
    assert nowhere.triggers == 0
    assert "**No trigger from a level below 0.01**" in nowhere.summary()
