import json
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.signal import argrelextrema

from tools import ToolError, ad_line, load_table, macd_trigger, tranche_plan
from tools.divergence import breadth_divergence

# Two peaks and two troughs, one bar wide: points 2 and 4 are peaks, 3 and 5 troughs.
SHAPE = {
    "bearish": ([10, 12, 10, 13, 10], [5, 9, 5, 8, 5]),
    "hidden bearish": ([10, 13, 10, 12, 10], [5, 8, 5, 9, 5]),
    "bullish": ([10, 8, 10, 7, 10], [5, 2, 5, 3, 5]),
    "hidden bullish": ([10, 7, 10, 8, 10], [5, 3, 5, 2, 5]),
}


@pytest.mark.parametrize("kind", SHAPE)
def test_the_four_kinds_by_their_definition(kind):
    price, line = SHAPE[kind]
    found = breadth_divergence(price, line, left=1, right=1)
    wanted = found.events[found.events["kind"] == kind]
    assert wanted[["point", "known_point", "before_point"]].to_numpy().tolist() == [[4, 5, 2]]
    assert found.counts[kind] == 1


def test_agreement_is_no_divergence():
    price, _ = SHAPE["bearish"]
    assert breadth_divergence(price, price, left=1, right=1).events.empty


def test_a_pivot_is_known_only_after_its_right_hand_bars():
    days = pd.date_range("2024-01-01", periods=9)
    price = pd.Series([1, 5, 2, 1, 2, 6, 3, 2, 1.0], index=days)
    line = pd.Series([1, 5, 2, 1, 2, 4, 3, 2, 1.0], index=days)
    row = breadth_divergence(price, line, left=1, right=2).events.iloc[0]
    assert (row["kind"], row["date"], row["known_on"]) == ("bearish", days[5], days[7])


def test_a_flat_top_is_one_pivot_on_its_first_bar():
    price, line = [1, 5, 5, 1, 2, 6, 1], [1, 5, 5, 1, 2, 4, 1]
    found = breadth_divergence(price, line, left=1, right=1).events
    assert found["before_point"].tolist() == [2]


@given(
    st.lists(st.tuples(st.integers(-9, 9), st.integers(-9, 9)), min_size=14, max_size=60), st.integers(1, 4), st.integers(1, 4)
)
def test_a_prefix_knows_what_the_whole_knew_by_then(steps, left, right):
    price, line = np.cumsum(np.array(steps, dtype=float), axis=0).T
    whole = breadth_divergence(price, line, left=left, right=right).events
    for end in range(left + right + 1, len(price)):
        part = breadth_divergence(price[:end], line[:end], left=left, right=right).events
        known = whole[whole["known_point"] <= end].reset_index(drop=True)
        pd.testing.assert_frame_equal(part, known, check_dtype=False)


@settings(max_examples=60)
@given(st.lists(st.floats(-5, 5), min_size=30, max_size=120, unique=True), st.integers(1, 5))
def test_pivots_are_the_local_extremes_that_scipy_finds(steps, order):
    price = np.cumsum(np.array(steps))
    if len(set(price)) < len(price):
        return
    # A line that falls at every bar makes each higher high bearish and each lower high no divergence.
    found = breadth_divergence(price, -np.arange(len(price), dtype=float), left=order, right=order).events
    peaks = [int(i) for i in argrelextrema(price, np.greater, order=order)[0] if order <= i < len(price) - order]
    higher = [b + 1 for a, b in pairwise(peaks) if price[b] > price[a]]
    assert found[found["kind"] == "bearish"]["point"].tolist() == higher


def test_series_meet_on_their_shared_dates():
    days = pd.date_range("2024-01-01", periods=8)
    price = pd.Series([1, 9, 10, 12, 10, 13, 10, 4.0], index=days)
    line = pd.Series([5, 9, 5, 8, 5.0], index=days[2:7])
    found = breadth_divergence(price, line, left=1, right=1)
    assert found.bars == 5
    assert found.events["date"].tolist() == [days[5]]
    assert [a.name for a in found.assumptions] == ["pivot", "compared", "shared_bars"]


def test_a_loaded_column_of_net_advances_is_summed_and_said_to_be():
    days = pd.date_range("2024-01-01", periods=5)
    net = pd.Series([5, 4, -4, 3, -3.0], index=days)
    net.attrs["role"] = "net_advances"
    price = pd.Series([10, 12, 10, 13, 10.0], index=days)
    found = breadth_divergence(price, net, left=1, right=1)
    assert found.frame["line"].tolist() == ad_line(net).tolist()
    assert "summed" in [a.name for a in found.assumptions]
    assert found.counts["bearish"] == 1


def test_its_events_are_events_of_a_plan():
    data = [20 - 0.1 * i for i in range(60)] + [14 + 0.4 * i for i in range(12)] + [18.4 - 0.1 * i for i in range(40)]
    trigger = macd_trigger(data)
    price = [100 + i % 7 for i in range(90)] + [107, 104, 101, 105, 109, 104, 101, 100, 99, 98] + [97.0] * 12
    line = [50.0 + i % 7 for i in range(90)] + [57, 54, 51, 52, 53, 50, 49, 48, 47, 46] + [45.0] * 12
    found = breadth_divergence(price, line, left=2, right=2)
    cues = found.cues(trigger)
    assert cues["date"].is_monotonic_increasing
    begin = int(cues.loc[cues["kind"] == "trigger", "date"].iloc[0])
    after = [int(p) for p in found.events[found.events["kind"] == "bearish"]["known_point"] if p > begin]
    plan = tranche_plan(10_000, events=cues)
    reasons = plan.ladder[plan.ladder["reason"].str.contains("negative divergence")]
    assert reasons["date"].tolist() == after
    assert after


def test_cues_without_a_divergence_are_the_triggers_own():
    trigger = macd_trigger([20 - 0.1 * i for i in range(60)] + [14 + 0.4 * i for i in range(12)])
    flat = breadth_divergence([1.0] * 20, [2.0] * 20)
    assert flat.cues(trigger)["kind"].tolist() == trigger.cues()["kind"].tolist()


def test_words_json_and_picture():
    price, line = SHAPE["bearish"]
    found = breadth_divergence(price, line, left=1, right=1)
    words = found.summary()
    assert "**1 divergences in 5 bars**" not in words
    assert "**1 divergence in 5 bars**" in words
    assert "price 12 → 13, line 9 → 8" in words
    assert "does not say how that is measured" in words
    json.dumps(found.to_dict(), allow_nan=False)
    assert len(found.figure().data) == 4


@pytest.mark.parametrize(
    ("price", "line", "bars", "name"),
    [
        ([1.0] * 10, [1.0] * 9, 2, "ad_line"),
        ([1.0] * 4, [1.0] * 4, 2, "price"),
        (["x"] * 20, [1.0] * 20, 2, "price"),
        ([1.0] * 20, [1.0] * 20, 0, "left"),
        (
            pd.Series([1.0] * 20, index=pd.date_range("2024-01-01", periods=20)),
            pd.Series([1.0] * 20, index=pd.date_range("2023-01-01", periods=20)),
            2,
            "ad_line",
        ),
    ],
)
def test_what_cannot_be_compared_is_refused(price, line, bars, name):
    with pytest.raises(ToolError) as caught:
        breadth_divergence(price, line, left=bars, right=2)
    assert caught.value.parameter == name


@pytest.mark.shared
def test_real_breadth_sums_to_what_the_file_says(shared):
    # Net advances of the New York exchange sum to 8,038, with the low on 2022-10-14.
    line = ad_line(load_table(shared / "data/breadth/nyse-net-advances.csv").series())
    assert line.iloc[-1] == 8038
    assert line.idxmin() == pd.Timestamp("2022-10-14")
    vix = load_table(shared / "data/vix/vix-daily.csv").series()
    found = breadth_divergence(vix, load_table(shared / "data/breadth/nyse-net-advances.csv").series())
    assert found.bars == 168


def test_advances_and_declines_are_the_line_that_they_sum_to():
    rng = np.random.default_rng(3)
    up, down = rng.integers(500, 2500, 120).astype(float), rng.integers(500, 2500, 120).astype(float)
    price = 4000 + np.cumsum(rng.normal(0, 20, 120))
    counted = breadth_divergence(price, advances=up, declines=down)
    pd.testing.assert_frame_equal(counted.events, breadth_divergence(price, np.cumsum(up - down)).events)
    assert any("Advances less declines" in a.says for a in counted.assumptions)


@pytest.mark.parametrize(
    "given", [{}, {"advances": [1.0] * 20}, {"ad_line": [1.0] * 20, "advances": [1.0] * 20, "declines": [1.0] * 20}]
)
def test_the_line_or_both_counts_are_needed(given: dict):
    with pytest.raises(ToolError):
        breadth_divergence([float(n) for n in range(20)], **given)
