import json
import math
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools import ToolError, macd_trigger, tranche_plan

WAVE = pd.Series(
    20 + 5 * np.sin(np.arange(600) / 20) + np.sin(np.arange(600) / 3), index=pd.date_range("2020-01-01", periods=600)
)
TRIGGER = macd_trigger(WAVE)


def test_from_25_percent():
    # 4,000: 25% = 1,000, then 20% = 800 three times, and the 15% that are left = 600.
    ladder = tranche_plan(4000).ladder
    assert list(ladder.columns) == ["tranche", "date", "reason", "fraction", "cumulative", "cash", "units", "spent", "left"]
    assert ladder["fraction"].tolist() == [0.25, 0.2, 0.2, 0.2, 0.15]
    assert ladder["cumulative"].tolist() == [0.25, 0.45, 0.65, 0.85, 1.0]
    assert ladder["cash"].tolist() == ladder["spent"].tolist() == [1000, 800, 800, 800, 600]
    assert ladder["left"].tolist() == [3000, 2200, 1400, 600, 0]
    assert ladder["date"].isna().all()
    assert ladder["units"].isna().all()


def test_from_30_percent():
    assert tranche_plan(4000, first=0.30).ladder["cumulative"].tolist() == [0.3, 0.5, 0.7, 0.9, 1.0]


def test_the_summary_gives_the_stated_range_and_the_later_size_in_dollars():
    text = tranche_plan(60000).summary()
    assert "25-30% of $60,000 = $15,000 to $18,000" in text
    assert "20% tranche = $12,000" in text
    assert "does not say what the percentages are of" in text
    assert "25% → 45% → 65% → 85% → 100%" in text
    assert tranche_plan(60000).range_cash == (15000, 18000)
    assert tranche_plan(60000).range_left == (42000, 45000)  # 70% and 75% of 60,000


def test_outside_the_stated_range_the_first_tranche_is_the_users_choice():
    plan = tranche_plan(1000, first=0.4)
    assert plan.range_cash is None
    assert "40% of $1,000 = $400" in plan.summary()
    assert next(a for a in plan.assumptions if a.name == "first").provenance == "assumption"
    assert next(a for a in tranche_plan(1000, first=0.27).assumptions if a.name == "first").provenance == "stated"


def test_the_last_slice_is_marked_as_our_assumption():
    plan = tranche_plan(4000)
    assert [r.endswith("our assumption") for r in plan.ladder["reason"]] == [False] * 4 + [True]
    assert "last slice of 15% ($600) up to 100% is our assumption" in plan.summary()
    whole = tranche_plan(4000, first=0.2)
    assert not any("our assumption" in r for r in whole.ladder["reason"])
    assert "last slice" not in whole.summary()


def test_a_lower_cap_ends_the_plan_there():
    plan = tranche_plan(1000, cap=0.7)
    assert plan.ladder["cumulative"].tolist() == [0.25, 0.45, 0.65, 0.7]
    assert plan.left == 300
    assert "never exceeds 70%" in plan.summary()


def test_whole_units_carry_what_a_slice_cannot_spend():
    # 680 at 85 is 8 units. Running shares .25 .45 .65 .85 1 of 680 / 85 = 2, 3.6, 5.2, 6.8, 8, rounded down 2 3 5 6 8.
    plan = tranche_plan(680, unit_cost=85)
    assert plan.ladder["units"].tolist() == [2, 1, 2, 1, 2]
    assert plan.left == 0
    assert "2 + 1 + 2 + 1 + 2 = 8" in plan.summary()


def test_what_no_unit_fits_stays_unspent():
    plan = tranche_plan(100, unit_cost=415)
    assert plan.ladder["units"].tolist() == [0] * 5
    assert (plan.spent, plan.left) == (0.0, 100.0)


def test_dates_given_are_the_cues_in_order_one_a_bar():
    plan = tranche_plan(1000, events=["2024-08-05", "2024-08-02", "2024-08-05"])
    assert plan.ladder["date"].tolist() == [pd.Timestamp("2024-08-02"), pd.Timestamp("2024-08-05")]
    assert plan.ladder["cumulative"].tolist() == [0.25, 0.45]
    assert (plan.deployed, plan.next_cash, plan.ignored) == (0.45, 200.0, 1)
    assert "the next bar is the earliest" in plan.summary()


def test_a_trigger_result_begins_with_its_latest_trigger_and_adds_on_later_higher_highs():
    plan = tranche_plan(20000, events=TRIGGER)
    cues = TRIGGER.cues()
    assert plan.ladder["date"].tolist() == cues["date"].tolist()[: len(plan.ladder)]
    assert plan.ladder["reason"].iloc[0].startswith("the trigger")
    assert any(a.name == "start" and a.provenance == "assumption" for a in plan.assumptions)


def test_an_earlier_trigger_can_be_chosen():
    triggers = TRIGGER.events.loc[TRIGGER.events["kind"] == "trigger", "date"]
    plan = tranche_plan(20000, events=TRIGGER.cues(triggers.iloc[0]))
    assert len(plan.ladder) == 5
    assert plan.deployed == 1.0
    assert plan.next_cash == 0.0
    assert plan.ladder["date"].is_monotonic_increasing
    assert plan.ladder["date"].iloc[0] == triggers.iloc[0]


def test_no_date_is_earlier_than_its_cue_was_known():
    triggers = TRIGGER.events.loc[TRIGGER.events["kind"] == "trigger", "date"]
    full = tranche_plan(1000, events=TRIGGER.cues(triggers.iloc[0])).ladder
    for row in full.itertuples():
        seen = WAVE[: row.date]
        part = tranche_plan(1000, events=macd_trigger(seen).cues(triggers.iloc[0])).ladder
        assert part["date"].iloc[-1] == row.date


def test_undated_series_give_points():
    plan = tranche_plan(1000, events=macd_trigger(WAVE.tolist()))
    assert plan.ladder["date"].tolist()[0] == macd_trigger(WAVE.tolist()).cues()["date"].iloc[0]
    assert "at point" in plan.summary()


def test_without_a_trigger_nothing_is_deployed():
    plan = tranche_plan(1000, events=macd_trigger([float(i) for i in range(60)]), unit_cost=10)
    assert plan.ladder.empty
    assert (plan.deployed, plan.spent, plan.left, plan.next_cash) == (0.0, 0.0, 1000.0, 250.0)
    assert "nothing is deployed" in plan.summary()
    json.dumps(plan.to_dict(), allow_nan=False)


def test_first_above_the_cap_is_refused():
    with pytest.raises(ToolError, match="first"):
        tranche_plan(1000, first=0.5, cap=0.4)


@pytest.mark.parametrize("budget", [0, -1, math.nan, math.inf, "4000", True, None, 1e13])
def test_a_budget_must_be_a_positive_amount(budget):
    with pytest.raises(ToolError, match="budget"):
        tranche_plan(budget)


amounts = st.decimals("0.01", "1e9", places=2).map(float)
shares = st.integers(1, 100).map(lambda n: n / 100)


@given(amounts, shares, shares, shares, st.none() | amounts)
@settings(max_examples=200, deadline=None)
def test_laws_of_any_plan(budget, first, step, cap, cost):
    if first > cap:
        first, cap = cap, first
    plan = tranche_plan(budget, first=first, step=step, cap=cap, unit_cost=cost)
    ladder = plan.ladder
    exact = [Fraction(repr(f)) for f in ladder["fraction"]]
    assert sum(exact) == Fraction(repr(cap))
    assert all(f <= Fraction(repr(step)) for f in exact[1:])
    assert ladder["cumulative"].is_monotonic_increasing
    assert ladder["left"].min() >= 0
    assert ladder["spent"].sum() == pytest.approx(budget - plan.left)
    assert plan.spent <= budget * cap * (1 + 1e-12)
    if cost is not None:
        assert (ladder["units"] >= 0).all()
        assert int(ladder["units"].sum()) == Fraction(repr(budget)) * Fraction(repr(cap)) // Fraction(repr(cost))


def test_the_call_reproduces_the_result():
    for plan in (tranche_plan(4000, unit_cost=85), tranche_plan(4000, events=[pd.Timestamp("2024-08-05")])):
        again = eval(plan.call, {"tranche_plan": tranche_plan})
        pd.testing.assert_frame_equal(again.ladder, plan.ladder)


def test_the_picture_stacks_every_tranche_on_those_before():
    plan = tranche_plan(4000)
    before, this = plan.figure().data
    assert [b + t for b, t in zip(before.y, this.y, strict=True)] == pytest.approx([25, 45, 65, 85, 100])
    assert "25%<br>$1,000" in this.text


def test_a_share_of_an_account_is_the_planned_budget() -> None:
    plan = tranche_plan(100_000, share=0.015)  # 1.5% of 100,000 = 1,500; 25% of it = 375, 30% = 450, 20% = 300
    assert plan.planned_budget == 1_500
    assert plan.range_cash == (375.0, 450.0)
    assert list(plan.ladder["cash"]) == [375.0, 300.0, 300.0, 300.0, 225.0]
    assert "that share is your figure" in plan.summary()


def test_shares_are_told_as_they_were_given():
    said = tranche_plan(50_000, first=0.2575, cap=0.9).summary()  # 0.2575 × 50,000 = 12,875
    assert "this plan takes 25.75% = $12,875" in said
    assert "25.75% → 45.75% → 65.75% → 85.75% → 90%" in said
    assert "The last slice of 4.25% ($2,125) up to 90%" in said


def test_a_first_tranche_that_is_all_has_no_later_one():
    said = tranche_plan(1000, first=1).summary()
    assert "fills the plan up to 100%; no later one follows" in said
    assert "Each later" not in said


def test_each_slice_is_told_in_whole_units_by_itself():
    # by hand: 500 ÷ 85 = 5.88, 600 ÷ 85 = 7.06, 400 ÷ 85 = 4.71
    plan = tranche_plan(2000, unit_cost=85)
    assert [(s.share, s.units, s.spent, s.left) for s in plan.alone] == [
        (0.25, 5, 425, 75), (0.3, 7, 595, 5), (0.2, 4, 340, 60)
    ]  # fmt: skip
    assert "25% = $500 / $85 = 5.88, so 5 for $425, $75 unspent" in plan.summary()
    assert [s.share for s in tranche_plan(10_000, unit_cost=165, first=0.5).alone] == [0.5, 0.2]
    assert tranche_plan(2000).alone == ()
    assert "not used $1,500 → $1,100 → $700 → $300 → $0" in plan.summary()
