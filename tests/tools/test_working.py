"""The working of every tool: each written line, read independently, comes to the value beside it and to the tool's figures."""

import json
import math
import re

import numpy as np
import pandas as pd
import pytest
import talib
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.arithmetic import worked_out
from tests.tools.test_nasty import CHAIN, arguments
from tools import (
    CATALOGUE,
    backtest,
    black76,
    budget_split,
    butterfly,
    butterfly_quote,
    butterfly_value,
    contract_value,
    ema_step,
    finish_chance,
    irr,
    macd_trigger,
    position,
    rsi_extreme,
    rsi_value,
    staged_cost,
    ten_delta_put_iv,
    term_structure,
    tranche_plan,
    units_for_budget,
    wacc,
)
from tools.working import stated

STATED = re.compile(r"(?P<sign>-?)\$?(?P<number>[\d,]+(?:\.(?P<decimals>\d+))?(?:e-\d+)?)(?P<percent>%?)")
WAVE = [20 + 5 * math.sin(i / 9) for i in range(120)]


def check(result):
    """Each line comes to its value, as far as that is printed; there is at least one line to read."""
    read = 0
    for step in result.working():
        if step.value is None:
            assert str(step).strip().endswith(step.note)
            continue
        assert step.what
        if not math.isfinite(step.value):
            continue
        shown = STATED.match(stated(step.value, step.unit))
        number = float(shown["number"].replace(",", "")) * (-1 if shown["sign"] else 1)
        unit = 10.0 ** -len(shown["decimals"] or "")
        if "e" in shown["number"]:
            unit = abs(number) * 0.1
        scale = 100 if shown["percent"] else 1
        assert abs(scale * step.value - number) <= 0.5000001 * unit, str(step)
        if step.expression:
            read += 1
            assert abs(scale * worked_out(step.expression) - number) <= 0.5000001 * unit, str(step)
            assert step.expression in str(step)
    return read


def numbers(value):
    if isinstance(value, bool) or value is None:
        return []
    if isinstance(value, (int, float)):
        return [float(value)]
    if isinstance(value, dict):
        return [n for part in value.values() for n in numbers(part)]
    return [n for part in value for n in numbers(part)] if isinstance(value, list) else []


@pytest.mark.parametrize("tool", CATALOGUE.values(), ids=CATALOGUE)
def test_every_line_of_every_tool_comes_to_its_value(tool):
    assert check(tool.run(**arguments(tool))) >= 1


@pytest.mark.parametrize("tool", CATALOGUE.values(), ids=CATALOGUE)
def test_the_working_leads_to_a_figure_of_the_result(tool):
    result = tool.run(**arguments(tool))
    said = json.loads(json.dumps(result.to_dict(), allow_nan=False))
    own = np.array(numbers([said[name] for name in tool.fields]))
    worked = [s["value"] for s in said["working"] if s["value"] is not None and s["expression"]]
    assert any(np.isclose(own, value, rtol=1e-9, atol=1e-12).any() for value in worked)
    assert all(s["text"] in result.explain() for s in said["working"])


def lines(result):
    return [str(step) for step in result.working()]


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (butterfly(25, 30, 35, 0.85, contracts=6, settlement=29), "Value at 29: 29 − 25 = 4.00 points"),
        (butterfly(25, 30, 35, 0.85, contracts=6, settlement=29), "Profit at 29 for all: (4 − 0.85) × $100 × 6 = $1,890"),
        (butterfly(25, 30, 35, 0.85), "Lower break-even: 25 + 0.85 = 25.85"),
        (butterfly(25, 30, 35, 0.85), "Upper break-even: 35 − 0.85 = 34.15"),
        (
            butterfly(25, 30, 35, 0.85),
            "Width of the profit zone: 35 − 25 − 2 × 0.85 = 8.30 points (wing span 10 less twice the cost)",
        ),
        (butterfly(25, 30, 35, 0.85, fees=2.6), "Cost with fees: 0.85 + $2.60 ÷ $100 = 0.876 points"),
        (butterfly(25, 30, 36, 0.85, settlement=40), "Value at 40: 30 − 25 − (36 − 30) = -1.00 points"),
        (butterfly(25, 30, 34, 0.85), "Lower break-even: 25 + 0.85 = 25.85"),
        (butterfly(25, 30, 35, 5.5), "Break-evens: none, with a cost of 5.50 against a lower wing of 5.00"),
        (butterfly(25, 30, 35, 0.85, settlement=20), "Value at 20: max(20 − 25; 0) = 0.00 points"),
        (butterfly_value(25, 30, 35, 33.2), "Value at 33.2: 35 − 33.2 = 1.80 points"),
        (
            position([("long", "call", 25, 1.5), ("short", "call", 30, 0.9)]),
            "Break-even: 25 + 0.6 = 25.60 (worth 0.00 at 25, changing by 1 a point)",
        ),
        (position([("short", "call", 30, 1.5)]), "Worst result: unlimited"),
        (butterfly_quote(CHAIN, 25, 30, 35), "Natural debit: 1.5 − 2 × 0.8 + 0.55 = 0.45 points"),
        (butterfly_quote(CHAIN, 25, 30, 35), "Mid debit: 1.475 − 2 × 0.85 + 0.5 = 0.275 points"),
        (ema_step(18.2, 19, 12), "alpha: 2 ÷ (12 + 1) = 0.1538"),
        (ema_step(18.2, 19, 12), "New EMA: 18.2 + 0.153846 × (19 − 18.2) = 18.3231"),
        (rsi_value(0.6, 0.2), "RSI: 100 − 100 ÷ (1 + 0.6 ÷ 0.2) = 75"),
        (rsi_value(0, 0), "RSI: undefined, since gains and losses are both 0"),
        (tranche_plan(10_000), "Tranche 1: 25% × $10,000 = $2,500"),
        (tranche_plan(10_000), "Running share after tranche 2: 25% + 20% = 45%"),
        (tranche_plan(10_000, unit_cost=85), "Units held after tranche 1: ⌊25% × $10,000 ÷ $85⌋ = 29 units (rounded down)"),
        (budget_split(20_000, 0.65), "Used: 65% × $20,000 = $13,000"),
        (units_for_budget(2500, 85), "Left over: $2,500 − $2,465 = $35"),
        (staged_cost([(1.0, 30), (1.4, 20)]), "Weighted average: 58 ÷ 50 = 1.1600"),
        (contract_value("VX", 18.5, 2), "Notional: 18.5 × $1,000 × 2 = $37,000"),
        (term_structure([18.2, 19.6]), "Slope: 19.6 ÷ 18.2 − 1 = 7.69%"),
        (contract_value("VX", 18.5, 2), "Notional of one contract: 18.5 × $1,000 = $18,500"),
        (term_structure([18.2, 19.6]), "Second month less the front: 19.6 − 18.2 = 1.40 points"),
        (term_structure([18.2, 19.6, 20.3]), "In points: 20.3 − 18.2 = 2.10 points"),
        (finish_chance(15, 25, 20, 0.25, 0.4), "Chance of settling outside: 1 − 79.76% = 20.24%"),
        (irr([-100, 110]), "Worth at 10%: -$100 + $110 ÷ (1 + 10%)^1 = $0"),
        (wacc([600, 400], [0.09, 0.05], [0, 0.21]), "Part of source 2: 0.4 × 5% × (1 − 0.21) = 1.58%"),
    ],
)  # fmt: skip
def test_lines_worked_by_hand(result, expected):
    assert expected in lines(result)


def test_a_settlement_shows_its_working_in_the_summary():
    said = butterfly(25, 30, 35, 0.85, contracts=6, settlement=29).summary()
    assert "worth 29 − 25 = 4.00 points" in said
    assert "a profit of 4.00 − 0.85 = 3.15 points = $315 per butterfly ($1,890 for 6)" in said
    assert "a loss of 0.85 − 0.50 = 0.35 points" in butterfly(25, 30, 35, 0.85, settlement=25.5).summary()
    assert "a profit of 4.00 + 0.20 = 4.20 points" in butterfly(25, 30, 35, -0.2, settlement=29).summary()
    assert "neither profit nor loss" in butterfly(25, 30, 35, 0.85, settlement=25.85).summary()


STRIKE = st.integers(4, 200).map(lambda n: n / 2)


@given(STRIKE, st.integers(1, 40), st.integers(1, 40), st.integers(-400, 900), st.integers(1, 900), st.integers(0, 500))
def test_any_butterfly_is_worked_out_consistently(lower, near, far, cents, at, fees):
    fly = butterfly(
        lower, lower + near / 2, lower + (near + far) / 2, cents / 100, settlement=at / 4, fees=fees / 100, contracts=3
    )
    assert check(fly)
    steps = {step.what: step.value for step in fly.working()}
    where = next(k for k in steps if k.startswith("Value at"))
    assert steps[where] == pytest.approx(fly.settlement_value)
    assert steps[next(k for k in steps if k.endswith("for all"))] == pytest.approx(fly.settlement_profit)
    assert steps["Best result for all"] == pytest.approx(fly.max_profit)
    assert steps["Worst result for all"] == pytest.approx(fly.max_loss)
    ends = [steps[k] for k in ("Lower break-even", "Upper break-even") if k in steps]
    assert ends == pytest.approx(list(fly.break_evens))


LEG = st.tuples(
    st.sampled_from(["long", "short"]),
    st.sampled_from(["call", "put"]),
    STRIKE,
    st.integers(0, 1000).map(lambda n: n / 100),
    st.integers(1, 5),
)


@given(st.lists(LEG, min_size=1, max_size=5), st.integers(1, 400))
def test_any_position_is_worked_out_consistently(legs, at):
    held = position(legs, settlement=at / 4)
    assert check(held)
    steps = [step for step in held.working() if step.value is not None]
    assert any(step.value == pytest.approx(held.settlement_value) for step in steps if step.what.startswith("Value at"))
    ends = [step.value for step in steps if step.what == "Break-even"]
    assert all(any(end == pytest.approx(e, abs=1e-9) for e in held.break_evens) for end in ends)


@given(st.lists(st.floats(0.05, 90).map(lambda x: round(x, 2)), min_size=36, max_size=90), st.sampled_from(["sma", "first"]))
def test_the_last_bar_of_a_macd_is_worked_out(values, seed):
    found = macd_trigger(values, seed=seed)
    check(found)
    steps = {step.what: step.value for step in found.working()}
    for name, column in (("MACD", "macd"), ("Signal (9)", "signal"), ("Histogram", "histogram")):
        assert steps[name] == pytest.approx(found.latest[column], abs=1e-9)


def test_the_averages_of_the_working_are_those_of_another_library():
    walk = 20 + np.cumsum(np.random.default_rng(3).normal(0, 0.3, 300))
    steps = {step.what: step.value for step in macd_trigger(walk).working()}
    assert steps["Fast average (12)"] == pytest.approx(talib.EMA(walk, 12)[-1])
    assert steps["Slow average (26)"] == pytest.approx(talib.EMA(walk, 26)[-1])
    assert {s.what: s.value for s in rsi_extreme(walk).working()}["RSI"] == pytest.approx(talib.RSI(walk)[-1])


@pytest.mark.parametrize("scale", ["mean", "median", "max", "minmax", "percentile"])
def test_the_level_is_worked_out_on_every_scale(scale):
    found = macd_trigger(WAVE, normalise=scale, window=60)
    check(found)
    assert {s.what: s.value for s in found.working()}["Level"] == pytest.approx(found.latest["normalised"])


@given(st.integers(5, 60), st.integers(5, 60), st.integers(1, 300), st.integers(5, 200), st.sampled_from([0.0, 0.05]))
def test_black_76_is_worked_out(forward, strike, days, vol, rate):
    for kind in ("call", "put"):
        option = black76(forward, strike, days / 365, vol / 100, rate, kind)
        if option.price < 1e-6:  # the other library's normal distribution ends there
            continue
        check(option)
        steps = {step.what: step.value for step in option.working()}
        for name in ("Price", "Delta", "Gamma", "Vega", "Theta"):
            assert steps[name] == pytest.approx(getattr(option, name.lower()), rel=1e-6, abs=1e-9)


@pytest.mark.parametrize(
    "flows", [[-100.0, 230.0, -132.0], [-1000.0] + [10.0] * 40 + [1200.0], [5.0, 5.0], [-1.0, 1e9], [-1e9, 1e-3]]
)
def test_every_rate_is_worked_out(flows):
    found = irr(flows)
    check(found)
    assert all(abs(s.value) < 0.01 for s in found.working() if "orth at" in s.what and s.value is not None)


def test_a_put_volatility_between_two_expiries_is_worked_out():
    rows = []
    for days, vol in ((20, 0.2), (45, 0.25)):
        for strike in range(70, 105, 5):
            price = black76(100.0, strike, days / 365, vol, kind="put").price
            rows.append(
                {
                    "date": pd.Timestamp("2024-03-01"),
                    "expiry": pd.Timestamp("2024-03-01") + pd.Timedelta(days=days),
                    "kind": "put",
                    "strike": float(strike),
                    "bid": price,
                    "ask": price,
                    "iv": vol + (100 - strike) / 1000,
                }
            )
    found = ten_delta_put_iv(pd.DataFrame(rows).assign(underlying=100.0, delta=[-0.01 * (r["strike"] - 69) for r in rows]))
    check(found)
    assert found.frame["method"].tolist() == ["interpolated"]
    assert found.working()[-1].value == pytest.approx(found.frame["iv"].iloc[-1])


def test_the_last_trade_of_a_backtest_is_worked_out():
    walk = 20 + np.cumsum(np.random.default_rng(11).normal(0, 0.4, 600)).clip(-12)
    for options in ({}, {"hold": 20}, {"whole": False}, {"instrument": "VX", "budget": 1e6}):
        done = backtest(walk, **options)
        check(done)
        steps = {step.what: step.value for step in done.working()}
        assert steps["Profit of this trade"] == pytest.approx(done.trades["profit"].iloc[-1])
        assert steps["Gain of the account"] == pytest.approx(done.gain)
        assert steps["Deepest fall"] == pytest.approx(done.max_drawdown)
        assert steps["Exposure"] == pytest.approx(done.exposure)
