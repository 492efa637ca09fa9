"""The sweep against `backtest`, choice by choice, and what it says about how many were tried."""

import json
from itertools import product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools import ToolError, backtest, sweep

BARS = 600
DATES = pd.bdate_range("2020-01-01", periods=BARS)
NOISE = np.random.default_rng(3).normal(0, 0.6, BARS)
SIGNAL = pd.Series(20 + 5 * np.sin(np.arange(BARS) / 15) + 2 * np.sin(np.arange(BARS) / 4) + NOISE, index=DATES, name="iv")
PRICE = pd.Series(18 + 4 * np.sin(np.arange(BARS) / 15 + 0.4) + 2 * np.cos(np.arange(BARS) / 7), index=DATES, name="future")


def agrees(signal, price, row, **terms):
    """Whether one row of a sweep is what `backtest` gives for the same choice."""
    one = backtest(
        signal,
        price=price,
        whole=False,
        fast=int(row["fast"]),
        slow=int(row["slow"]),
        signal=int(row["signal"]),
        hold=int(row["hold"]) or None,
        depressed_below=float(row["depressed_below"]) or None,
        **terms,
    )
    assert (row["triggers"], row["trades"]) == (one.triggers, len(one.trades))
    assert row["gain"] == pytest.approx(one.gain, abs=1e-9)
    assert row["max_drawdown"] == pytest.approx(one.max_drawdown, abs=1e-9)
    assert row["exposure"] == pytest.approx(one.exposure, abs=1e-12)
    half = one.frame["equity"].iloc[(len(one.frame) - 1) // 2] / 100_000 - 1
    assert row["first_half"] == pytest.approx(half, abs=1e-9)
    assert (1 + row["first_half"]) * (1 + row["second_half"]) == pytest.approx(1 + row["gain"], abs=1e-9)


def test_every_choice_is_what_the_backtest_gives():
    found = sweep(
        SIGNAL,
        price=PRICE,
        fast=[5, 12, 30],
        slow=[9, 26, 40],
        signal=[1, 5, 9],
        depressed_below=[0, 0.9, 1.1],
        hold=[0, 1, 7, 60],
    )
    assert found.combinations == len(found.frame) == 6 * 3 * 3 * 4
    for _, row in found.frame.iterrows():
        agrees(SIGNAL, PRICE, row)


@pytest.mark.parametrize("kept", [DATES.day_of_week == 4, DATES.day_of_week != 2], ids=["weekly", "days missing"])
@pytest.mark.parametrize("sparse", ["signal", "price"])
def test_signal_and_price_need_not_share_their_bars(kept, sparse):
    signal, price = (SIGNAL[kept], PRICE) if sparse == "signal" else (SIGNAL, PRICE[kept].iloc[5:])
    for _, row in sweep(signal, price=price, fast=[3], slow=[8], signal=[4], depressed_below=[0], hold=[0, 4]).frame.iterrows():
        agrees(signal, price, row)


STEPS = st.lists(st.sampled_from([-1.0, -0.5, 0.0, 0.0, 0.5, 1.0]), min_size=60, max_size=120)


@given(STEPS, st.sampled_from([0, 3]))
@settings(max_examples=40)
def test_flat_stretches_and_ties_are_judged_alike(steps, hold):
    walk = 200 + np.cumsum(steps)
    for _, row in sweep(walk, fast=[3, 5], slow=[9], signal=[4], depressed_below=[0], hold=[hold]).frame.iterrows():
        agrees(walk, None, row)


def test_blocks_of_rows_give_what_one_block_gives(monkeypatch):
    whole = sweep(SIGNAL, price=PRICE).frame
    monkeypatch.setattr("tools.grid._AT_ONCE", 1)
    pd.testing.assert_frame_equal(sweep(SIGNAL, price=PRICE).frame, whole)


def test_rows_stand_in_the_order_of_the_grids_and_pairs_out_of_order_are_left_out():
    found = sweep(SIGNAL, price=PRICE, fast=[30, 12], slow=[26, 40], signal=[9, 7], depressed_below=[0.8, 0], hold=[20, 0])
    pairs = [(30, 40), (12, 26), (12, 40)]
    expected = [(*p, *rest) for p, rest in product(pairs, product([9, 7], [0.8, 0.0], [20, 0]))]
    assert list(found.frame.iloc[:, :5].itertuples(index=False, name=None)) == expected


def test_the_best_stands_beside_how_many_were_tried():
    found = sweep(SIGNAL, price=PRICE)
    assert found.combinations == 3 * 3 * 3 * 2 * 3
    assert found.best["gain"] == found.frame["gain"].max()
    assert found.middle == found.frame["gain"].median()
    said = found.summary()
    assert "162 combinations were tried" in said
    assert "by chance alone" in said
    assert "Hypothetical" in said
    assert "guarantees nothing" in said
    own = backtest(SIGNAL, price=PRICE, whole=False)
    assert found.own["gain"] == pytest.approx(own.gain, abs=1e-9)
    assert found.own_rank == (found.frame["gain"] > found.own["gain"]).sum() + 1
    assert json.dumps(found.to_dict(), allow_nan=False)
    assert found.figure() is not None


def test_what_was_chosen_early_is_judged_on_the_rest():
    found = sweep(SIGNAL, price=PRICE)
    row = found.frame.loc[found.frame["first_half"].idxmax()]
    assert found.chosen_early["second_half"] == row["second_half"]
    assert found.later_rank == (found.frame["second_half"] > row["second_half"]).sum() + 1


def test_the_call_reproduces_it():
    values = SIGNAL.iloc[:60].round(3).tolist()
    found = sweep(values, fast=[5], slow=[10], signal=[3])
    assert eval(found.call, {"sweep": sweep}).summary() == found.summary()


BAD = {
    "no fast below slow": ({"fast": [30], "slow": [20]}, "fast"),
    "half a bar": ({"fast": [12.5]}, "fast"),
    "no bar": ({"signal": [0]}, "signal"),
    "a level below zero": ({"depressed_below": [-1]}, "depressed_below"),
    "a hold in words": ({"hold": ["long"]}, "hold"),
    "too many": ({"fast": range(1, 60), "slow": range(60, 120), "signal": range(1, 60)}, "fast"),
    "a spread above the price": ({"spread": 50}, "spread"),
    "too short for the slowest": ({"slow": [599]}, "series"),
}


@pytest.mark.parametrize(("given", "name"), BAD.values(), ids=BAD)
def test_what_cannot_be_tried_is_refused_by_name(given, name):
    with pytest.raises(ToolError) as caught:
        sweep(SIGNAL, price=PRICE, **given)
    assert caught.value.parameter == name
