"""Dealer gamma against a loop with QuantLib, on a real chain and on chains made by hand."""

import math
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import QuantLib

from tests.tools.test_parity_forward import chain
from tools import ToolError, dealer_gamma, load_table


def exposure(rows, forward, spot, level, years):
    """Dollars for 1% at `level`, option by option; the forward moves in proportion to the level."""
    total = 0.0
    for row in rows.itertuples():
        moved = forward * level / spot
        side = QuantLib.Option.Call if row.kind == "call" else QuantLib.Option.Put
        one = QuantLib.BlackCalculator(QuantLib.PlainVanillaPayoff(side, row.strike), moved, row.iv * math.sqrt(years), 1.0)
        sign = 1 if row.kind == "call" else -1
        total += sign * row.open_interest * 100 * one.gammaForward() * level**2 * 0.01
    return total


@pytest.mark.shared
def test_a_real_chain_agrees_with_a_loop_over_another_library(shared: Path):
    table = load_table(shared / "data/chains/sp500.2013.04.19.csv")
    found = dealer_gamma(table, 1555.25, days=62)
    rows = table.chain().query("open_interest > 0 and iv > 0")
    assert found.options == len(rows)
    expected = exposure(rows, 1548.75, 1555.25, 1555.25, 62 / 365)
    assert found.total == pytest.approx(expected, rel=1e-9)
    (flip,) = found.flips
    assert abs(exposure(rows, 1548.75, 1555.25, flip, 62 / 365)) < 1e-6 * abs(expected)
    level, there = found.profile.iloc[40]
    assert there == pytest.approx(exposure(rows, 1548.75, 1555.25, level, 62 / 365), rel=1e-9)
    assert found.by_strike["net"].sum() == pytest.approx(found.total)


def book(calls, puts):
    """A chain with a volatility of 20% and this open interest at each strike."""
    quotes = chain(strikes=range(80, 125, 5)).assign(iv=0.2)
    interest = {"call": calls, "put": puts}
    return quotes.assign(open_interest=[interest[k].get(s, 0) for k, s in zip(quotes["kind"], quotes["strike"], strict=True)])


def test_calls_count_for_and_puts_against():
    assert dealer_gamma(book({100: 10}, {}), 100).total > 0
    assert dealer_gamma(book({}, {100: 10}), 100).total < 0
    assert dealer_gamma(book({100: 10}, {100: 10}), 100).total == pytest.approx(0, abs=1e-6)


def test_it_flips_between_puts_below_and_calls_above():
    # equal open interest at 90 and 110: the densities are equal at the geometric mean, moved by half the variance
    found = dealer_gamma(book({110: 10}, {90: 10}), 100)
    (flip,) = found.flips
    assert flip == pytest.approx(math.sqrt(90 * 110) * math.exp(-0.5 * 0.04 * 30 / 365), rel=1e-9)
    assert "changes its sign at 99.3" in found.summary()
    assert dealer_gamma(book({110: 10}, {}), 100).flips == ()


def test_one_option_by_hand():
    # gamma = φ(sd/2)/(F·sd), sd = 0.2·√(30/365) = 0.0573382; φ(0.0286691) = 0.3987784; = 0.0695485
    # × 10 contracts × 100 × 100² × 0.01 = 6,954.85
    assert dealer_gamma(book({100: 10}, {}), 100).total == pytest.approx(6954.85, abs=0.1)


def test_volatilities_are_implied_where_the_file_has_none():
    quotes = book({110: 10, 100: 7}, {90: 10})
    with_iv, without = dealer_gamma(quotes, 100), dealer_gamma(quotes.drop(columns="iv"), 100)
    assert without.total == pytest.approx(with_iv.total, rel=1e-9)
    assert dealer_gamma(quotes.assign(iv=20.0), 100).total == pytest.approx(with_iv.total, rel=1e-12)


def test_without_a_level_the_chains_own_underlying_counts():
    quotes = book({110: 10}, {90: 10})
    assert dealer_gamma(quotes).total == dealer_gamma(quotes, 100).total
    with pytest.raises(ToolError, match="spot"):
        dealer_gamma(quotes.assign(underlying=np.nan))


def test_the_assumption_is_said():
    said = dealer_gamma(book({100: 10}, {}), 100)
    assert "if dealers are long the calls and short the puts" in said.summary()
    assert [a.provenance for a in said.assumptions if a.name == "sign"] == ["assumption"]


@pytest.mark.parametrize(
    ("quotes", "options"),
    [
        (book({}, {}), {}),
        (book({100: 1}, {}).assign(date=pd.NaT), {}),
        (book({100: 1}, {}).assign(iv=np.nan, bid=np.nan), {}),
        (book({100: 1}, {}), {"date": "2020-01-01"}),
        (book({100: 1}, {}), {"days": 0}),
        (pd.concat([book({100: 1}, {}), book({100: 1}, {}).assign(date=pd.Timestamp("2024-03-04"))]), {}),
        (None, {}),
    ],
)
def test_what_cannot_be_counted_is_refused(quotes, options):
    with pytest.raises(ToolError):
        dealer_gamma(quotes, 100, **options)


def test_calls_and_puts_that_balance_come_to_nothing_and_flip_nowhere():
    even = dealer_gamma(book({90: 7, 100: 10, 110: 3}, {90: 7, 100: 10, 110: 3}), 100)
    assert even.total == 0
    assert even.flips == ()
    assert "$0 for a move of 1%" in even.summary()
    assert "nothing to trade" in even.summary()
