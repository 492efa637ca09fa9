"""Shares summed in words, averages moved on several times, and prices of one option in dollars."""

from typing import Any

import pytest

from assistant import Assistant
from assistant.understanding.composed.several import calculations
from assistant.understanding.text.quantities import Reading


def calls(text: str) -> list[tuple[str, dict[str, Any]]]:
    return [(c.call.tool, dict(c.call.arguments)) for c in calculations(Reading(text))]


@pytest.mark.parametrize(
    ("text", "firsts", "adds"),
    [
        ("25 + 20 + 20 + 20 = ? do i hit 100", [0.25], 3),
        ("30% then 20% then 20%, how much is on", [0.30], 2),
        ("how many tranches to get to 100 starting at 30", [0.30], 4),
        ("how many layers until im fully in", [0.25, 0.30], 4),
        ("cumulative % after the first and three adds, both starts", [0.25, 0.30], 3),
        ("total share once the third tranche is on?", [0.25, 0.30], 2),
        ("how much of the hedge is on after 2 further adds", [0.25, 0.30], 2),
        ("after 25 and two 20s what % am i at", [0.25], 2),
    ],
)
def test_a_running_share(text: str, firsts: list[float], adds: int) -> None:
    found = calls(text)
    assert {tool for tool, _ in found} == {"running_share"}
    assert [(c["first"], c["adds"]) for _, c in found] == [(first, adds) for first in firsts]


@pytest.mark.parametrize(
    "text", ["when is the third tranche added", "what is the second layer", "two adds on 40/35/25", "is the first tranche 25%"]
)
def test_no_share_is_asked_for(text: str) -> None:
    assert "running_share" not in [tool for tool, _ in calls(text)]


@pytest.mark.parametrize(
    ("text", "previous", "macd"),
    [
        ("signal was .20 and macd is now .26, next signal value?", 0.20, 0.26),
        ("prev signal -0.05, new macd 0.03; what's the signal now (9 period)", -0.05, 0.03),
        ("yesterday's signal line 0.11, macd today 0.19. new signal?", 0.11, 0.19),
        ("update the signal: old signal 0.4, macd .3. todays signal pls", 0.4, 0.3),
    ],
)
def test_a_signal_line_moved_on(text: str, previous: float, macd: float) -> None:
    step, *beside = calls(text)
    assert step == ("ema_step", {"previous": previous, "value": macd, "span": 9})
    assert [tool for tool, _ in beside] in ([], ["macd_cross"])  # the histogram of the new bar


def test_the_histogram_with_the_new_signal() -> None:
    (step, gap) = calls("signal prev .15, macd today .27. new 9 period signal and histogram please")
    assert step == ("ema_step", {"previous": 0.15, "value": 0.27, "span": 9})
    assert gap[0] == "macd_cross"
    assert gap[1]["macd_now"] == 0.27


def test_an_average_moved_on_by_several_values() -> None:
    # 20 + 2/27 × 1 = 20.074074; + 2/27 × (22 − 20.074074) = 20.216735; + 2/27 × (21.5 − 20.216735) = 20.311792
    found = calls("ema26 at 20.0, next three values 21, 22, 21.5. where does it end")
    assert [c["value"] for _, c in found] == [21, 22, 21.5]
    assert [c["previous"] for _, c in found] == pytest.approx([20, 20.074074, 20.216735])
    assert len(calls("12 ema was 17.5, then 18, 18.4: updated ema?")) == 2


@pytest.mark.parametrize(
    ("text", "price", "contracts"),
    [
        ("vix call premium 3.00, what do i pay for one", 3.0, None),
        ("what does one vix call at 1.35 cost me in dollars", 1.35, 1),
        ("vix 20 call premium .95, dollars?", 0.95, None),
        ("what do 5 vix calls at 1.2 cost me", 1.2, 5),
    ],
)
def test_an_option_in_dollars(text: str, price: float, contracts: int | None) -> None:
    more = {} if contracts is None else {"contracts": contracts}
    assert calls(text) == [("contract_value", {"price": price, "product": "VIX option", **more})]


@pytest.mark.parametrize(
    ("text", "budget", "cost", "share"),
    [
        ("account 40k risk cap 2%, condor max loss 385. how many", 40_000, 385, 0.02),
        ("account 60,000 risk limit 1%, spread max loss $350, how many can i do", 60_000, 350, 0.01),
        ("max 1.5% of my 80k per trade, max loss $90: how many contracts", 80_000, 90, 0.015),
        ("im risking 2% of 50k on condors with max loss 420, contracts?", 50_000, 420, 0.02),
    ],
)
def test_a_share_at_risk(text: str, budget: float, cost: float, share: float) -> None:
    assert calls(text) == [("units_for_budget", {"budget": budget, "unit_cost": cost, "share": share})]


@pytest.mark.parametrize(
    "text",
    ["budget 6000, fly costs 0.60, how many in tranche one", "hedge budget 12000, butterflies 0.60 each. number in layer 1?"],
)
def test_one_tranche_of_a_budget_is_not_all_of_it(text: str) -> None:
    ((tool, given),) = calls(text)
    assert (tool, given["unit_cost"]) == ("tranche_plan", 60)


@pytest.mark.parametrize(
    ("text", "settlement"),
    [
        ("VRO came out 31.47. had 25/30/35 fly for 1.10", 31.47),
        ("a 25/30/35 @ .85 if VIX prints exactly 30", 30),
        ("25/30/35 for .85, what if it pins 30", 30),
        ("25/30/35 for .85, vix comes out around 28.4", 28.4),
        ("if the print is 27 how much is my 25/30/35 @.85 worth", 27),
        ("my 25/30/35 fly (.60) expired with vix 29.15", 29.15),
        ("settled right at 31.2, my 25/30/35 cost .85", 31.2),
    ],
)
def test_a_settlement_in_other_words(text: str, settlement: float) -> None:
    assert calls(text)[0][1]["settlement"] == settlement


def test_a_number_in_words_before_strikes_with_decimals() -> None:
    assert calls("i hold three 27.5/32.5/37.5 flies at 0.75 each")[0][1]["contracts"] == 3


@pytest.mark.parametrize(
    "asked",
    [
        "I opened with 27.5% and have made one addition of 20% since. What is the cumulative share?",
        "the opening tranche is 28% and each increment 18%; what fraction is in after three increments?",
    ],
)
def test_shares_of_another_size_are_not_summed_as_the_articles(warmed: Assistant, session: str, asked: str) -> None:
    assert all(r.inputs.get("first") not in (0.25, 0.3) for r in warmed.ask(asked, session).results)


def test_an_average_is_moved_on_by_no_number_of_another_question(warmed: Assistant, session: str) -> None:
    asked = "Prior EMA 17.80, span 9, new print 19.2. New EMA? and what print would have pulled it to 18.5"
    steps = [r for r in warmed.ask(asked, session).results if r.tool == "ema_step"]
    assert [s.inputs["value"] for s in steps] == [19.2]
