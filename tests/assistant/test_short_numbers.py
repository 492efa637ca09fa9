"""Few words with a number or two: a share at risk, a month that jumps, a move in points, what is in after so many adds."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from assistant import Assistant
from tests.assistant.asked import computed


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("risk 1% of 50k on a fly costing 0.85", {"share": 0.01, "budget": 50_000.0, "unit_cost": 85.0}),
        ("risking 2% of 30000 on flies at $1.20 each", {"share": 0.02, "budget": 30_000.0, "unit_cost": 120.0}),
        ("risk at most 0.5% of $120k, margin 600 each", {"share": 0.005, "budget": 120_000.0, "unit_cost": 600.0}),
    ],
)
def test_a_share_at_risk_pays_for_so_many(text: str, wanted: dict[str, Any]) -> None:
    assert computed(text) == ("units_for_budget", wanted)


def test_a_share_at_risk_on_the_fly_before(warmed: Assistant, session: str) -> None:
    warmed.ask("25/30/35 fly at 0.85", session)
    assert warmed.ask("risk 1% of 50k", session).results[-1].to_dict()["units"] == 5  # 500 / 85 = 5.88


@pytest.mark.parametrize(
    ("move", "curve"),
    [
        ("front jumps to 22", [22.0, 17.4, 18.2]),
        ("what if the front spikes up to 23.5", [23.5, 17.4, 18.2]),
        ("and the second slides back to 16", [16.5, 16.0, 18.2]),
        ("third month drops to 17", [16.5, 17.4, 17.0]),
    ],
)
def test_a_month_of_the_curve_moves(warmed: Assistant, session: str, move: str, curve: list[float]) -> None:
    warmed.ask("curve 16.5 17.4 18.2", session)
    assert warmed.ask(move, session).results[-1].inputs["curve"] == curve


@pytest.mark.parametrize(
    ("text", "dollars", "noted"),
    [
        ("3 point move on 2 contracts", 6000, True),
        ("a 1.5 point drop on 4 contracts", 6000, True),
        ("what does a 1.5 point move on 3 minis make", 450, False),
        ("2 points rise in 5 vx futures", 10_000, False),
    ],
)
def test_a_move_in_points(warmed: Assistant, session: str, text: str, dollars: float, noted: bool) -> None:
    answer = warmed.ask(text, session)
    assert answer.results[-1].to_dict()["notional"] == pytest.approx(dollars)
    assert ("The VIX future is meant" in answer.text) == noted


@pytest.mark.parametrize(
    ("text", "net"),
    [
        ("advances 1500, 1400, 1700 declines 1300, 1500, 1200", [200, -100, 500]),
        ("advancers: 1,500 1,250, decliners: 1,100 1,600", [400, -350]),
        ("adv 900/1100/1300/1000 dec 1000/900/1000/1200", [-100, 200, 300, -200]),
    ],
)
def test_breadth_in_two_lists(text: str, net: list[float]) -> None:
    tool, found = computed(f"a/d line of {text}")
    assert tool == "advance_decline"
    assert [a - b for a, b in zip(found["advances"], found["declines"], strict=True)] == net


@pytest.mark.parametrize("ask", ["plot the a/d line", "show me the a/d line", "a/d line?", "draw the line"])
def test_the_line_is_shown_again(warmed: Assistant, session: str, ask: str) -> None:
    warmed.ask("1400 advancers 1600 declines yesterday, 1500 up 1300 down today", session)
    assert [r.tool for r in warmed.ask(ask, session).results] == ["advance_decline"]


@pytest.mark.parametrize(
    ("ask", "used"),
    [
        ("how much is in after the second add", 13_000),  # 25% + 2 x 20% = 65%
        ("what have I spent after 3 tranches", 13_000),
        ("left after the first add?", 9_000),
        ("how much is deployed after the 4th tranche", 17_000),
    ],
)
def test_an_add_comes_after_the_first_tranche(warmed: Assistant, session: str, ask: str, used: float) -> None:
    warmed.ask("plan 20k hedge", session)
    assert warmed.ask(ask, session).results[-1].to_dict()["used"] == pytest.approx(used)


@pytest.mark.parametrize(("ask", "held"), [("how many after the second add", 7), ("how many do I have after 2 tranches", 5)])
def test_contracts_held_after_so_many_adds(warmed: Assistant, session: str, ask: str, held: int) -> None:
    warmed.ask("12 contracts planned", session)
    assert warmed.ask(ask, session).results[-1].to_dict()["held"] == held


@pytest.mark.parametrize("text", ["what is conago", "is 16.5 17.4 18.2 in contgo", "explain backwrdtion"])
def test_letters_left_out_of_a_term(warmed: Assistant, session: str, text: str) -> None:
    assert warmed.ask(text, session).kind in ("explanation", "calculation")


def test_the_volatility_of_puts_among_other_columns_is_the_series(warmed: Assistant, session: str) -> None:
    rows = "\n".join(f"2024-{1 + n // 28:02d}-{1 + n % 28:02d},{4000 + n},{18 + n % 7}" for n in range(60))
    warmed.load(f"date,spx,put_iv\n{rows}\n".encode(), name="t.csv", session=session)
    assert warmed.ask("did it trigger", session).results[-1].inputs["series"].name == "put_iv"
    assert warmed.ask("drop the first 10", session).results[-1].to_dict()["bars"] == 50


@pytest.mark.parametrize(
    ("change", "debit", "contracts"),
    [
        ("and if i paid .95 and had 6", 0.95, 6),
        ("what if we owned 12 and paid .8", 0.8, 12),
        ("at 1.2 with 3", 1.2, 3),
        ("how much is that for all 9", 1.05, 9),
    ],
)
def test_how_many_one_had(warmed: Assistant, session: str, change: str, debit: float, contracts: int) -> None:
    warmed.ask("got 20/25/30 bfly @ 1.05 x4", session)
    given = warmed.ask(change, session).results[-1].inputs
    assert (given["debit"], given["contracts"]) == (debit, contracts)


@pytest.mark.parametrize(("text", "count"), [("bought 8 fly 20/25/30 at .70", 8), ("long 3 butterfly 25/30/35 for 1.1", 3)])
def test_a_number_before_one_fly_and_its_strikes(text: str, count: int) -> None:
    assert computed(text)[1]["contracts"] == count


def test_a_number_that_found_no_place_is_named(warmed: Assistant, session: str) -> None:
    warmed.ask("got 20/25/30 bfly @ 1.05 x4", session)
    assert "“7” found no place" in warmed.ask("what if i paid .95 and there were 7 apples", session).text
    assert "found no place" not in warmed.ask("debit .8, fees 3, 9 lots, settles 26", session).text


@pytest.mark.parametrize("other", ["use 60 day window", "with 30 minute bars"])
def test_a_number_of_something_else_is_no_budget(warmed: Assistant, session: str, other: str) -> None:
    warmed.ask("plan 20k hedge", session)
    assert not any(r.inputs["budget"] in (60, 30) for r in warmed.ask(other, session).results)


@pytest.mark.parametrize(
    ("said", "cost", "noted"),
    [
        ("how many 90 dollar flies in the first one", 90, False),
        ("and if each costs 1.2", 120, True),
        ("cost per fly 140", 140, False),
    ],
)
def test_the_cost_of_one_in_a_plan(warmed: Assistant, session: str, said: str, cost: float, noted: bool) -> None:
    warmed.ask("plan 20k hedge", session)
    answer = warmed.ask(said, session)
    assert answer.results[-1].inputs["unit_cost"] == pytest.approx(cost)
    assert ("read in points" in answer.text) == noted


def test_a_share_before_then_is_the_first_tranche() -> None:
    assert computed("20k budget 25% then 3 adds") == ("tranche_plan", {"budget": 20_000.0, "first": 0.25})


def test_two_months_move_after_the_roll_was_put_in_dollars(warmed: Assistant, session: str) -> None:
    warmed.ask("vx1 15.8 vx2 17.1 vx3 18 vx4 18.4", session)
    warmed.ask("what does a roll cost me per contract", session)
    given = warmed.ask("and if vx1 goes to 19 and vx2 18.5", session).results[-1].inputs
    assert given["curve"] == [19.0, 18.5, 18.0, 18.4]


@pytest.mark.parametrize(
    "text",
    [
        "macd yesterday -0.12 signal -0.10, today -0.05 signal -0.07, cross?",
        "yesterday macd -0.12 signal line -0.10; today -0.05, signal is -0.07",
    ],
)
def test_a_label_before_a_number_is_that_numbers(text: str) -> None:
    wanted = {"macd_now": -0.05, "signal_now": -0.07, "macd_before": -0.12, "signal_before": -0.1}
    assert computed(text) == ("macd_cross", wanted)


def test_other_prices_of_a_chance(warmed: Assistant, session: str) -> None:
    warmed.ask("chance vix lands between 26 and 34, vx 20, 30 dte vol 90", session)
    given = warmed.ask("and between 28 and 32", session).results[-1].inputs
    assert (given["low"], given["high"], given["vol"]) == (28.0, 32.0, 0.9)


@pytest.fixture
def breadth_table(warmed: Assistant, session: str) -> Assistant:
    days = pd.bdate_range("2023-01-02", periods=500)
    wave = 18 + 4 * np.sin(np.arange(500) / 9) + np.arange(500) / 200
    warmed.load(pd.DataFrame({"date": days, "spx": 4000.0 + np.arange(500), "put_iv": wave}), name="t.csv", session=session)
    return warmed


def test_triggers_of_a_year_are_those_of_the_whole_series_in_it(breadth_table: Assistant, session: str) -> None:
    whole = breadth_table.ask("any triggers", session).results[-1].events
    for year in (2023, 2024):
        found = breadth_table.ask(f"any triggers in {year}", session)
        assert list(found.results[-1].events["date"]) == [day for day in whole["date"] if day.year == year]
        assert f"from {year}-01-01 on" in found.text


def test_a_column_as_the_price_leaves_the_signal(breadth_table: Assistant, session: str) -> None:
    breadth_table.ask("backtest on put_iv", session)
    given = breadth_table.ask("with spx as the price", session).results[-1].inputs
    assert (given["series"], given["price"]) == ("put_iv", "spx")


@pytest.mark.parametrize("days", ["60 days", "30 dte", "3 weeks", "2 months"])
def test_a_time_is_no_settlement_and_no_price(warmed: Assistant, session: str, days: str) -> None:
    warmed.ask("fly 30/35/40 at 0.40 and vix at 18", session)
    answer = warmed.ask(f"and {days}", session)
    assert all(r.inputs.get("settlement") in (None, 18.0) and r.inputs.get("debit", 0.4) == 0.4 for r in answer.results)


@pytest.mark.parametrize("words", ["at expiry {}", "at expiration with vix at {}", "and at settlement {}"])
@pytest.mark.parametrize("level", [27, 31.5])
def test_a_level_at_expiry_is_the_settlement(warmed: Assistant, session: str, words: str, level: float) -> None:
    warmed.ask("bear call spread 25/30 for 1.20", session)
    (result,) = warmed.ask(words.format(level), session).results
    assert result.inputs["settlement"] == level


@pytest.mark.parametrize(("strike", "other"), [(25, 30), (20, 22)])
def test_the_strike_of_a_sold_option_is_no_settlement(warmed: Assistant, session: str, strike: int, other: int) -> None:
    (result,) = warmed.ask(f"sold {strike}c at 1.10 bought {other}c at .35", session).results
    assert result.inputs.get("settlement") is None


@pytest.mark.parametrize("debit", [0.8, 1.3])
def test_half_of_one_contract_is_none(warmed: Assistant, session: str, debit: float) -> None:
    warmed.ask(f"25/30/35 fly at {debit}", session)
    (result,) = warmed.ask("half that", session).results
    assert result.inputs["debit"] == pytest.approx(debit / 2)
    warmed.ask("what if it settles at 28", session)
    asked = warmed.ask("half of it", session)
    assert asked.kind == "clarification"
    assert set(asked.follow_ups) == {"Half the debit", "Half the settlement"}


@pytest.mark.parametrize(("held", "word", "expected"), [(10, "half", 5), (4, "double", 8), (3, "triple", 9)])
def test_contracts_are_scaled_while_they_stay_whole(
    warmed: Assistant, session: str, held: int, word: str, expected: int
) -> None:
    warmed.ask(f"25/30/35 fly at 0.9, {held} contracts", session)
    (result,) = warmed.ask(f"{word} that", session).results
    assert result.inputs["contracts"] == expected


@pytest.mark.parametrize(("share", "other"), [(25, 30), (40, 60), (10, 15)])
def test_a_number_alone_takes_the_place_of_what_it_is_nearest_to(
    warmed: Assistant, session: str, share: int, other: int
) -> None:
    warmed.ask("i have 8000 and a fly costs 110 bucks, how many can i buy", session)
    warmed.ask(f"if i only risk {share}% of it", session)
    (result,) = warmed.ask(f"what about {other}", session).results
    assert (result.inputs["unit_cost"], result.inputs["share"]) == (110, pytest.approx(other / 100))


def test_a_number_alone_moves_an_average_on_once_more(warmed: Assistant, session: str) -> None:
    average = 18.2
    for said, value in (("5 ema of 18.2 and new price 20", 20), ("then 21", 21), ("and 19", 19), ("and 18.5", 18.5)):
        average += (value - average) / 3  # 2 / (5 + 1)
        result = warmed.ask(said, session).results[-1]
    assert result.to_dict()["value"] == pytest.approx(average, abs=1e-5)


@pytest.mark.parametrize(("budget", "ordinal", "share"), [(12_000, "2nd", 0.2), (20_000, "4th", 0.2), (8000, "first", 0.25)])
def test_one_tranche_of_a_plan_by_itself(warmed: Assistant, session: str, budget: int, ordinal: str, share: float) -> None:
    warmed.ask(f"hedge budget {budget}, how do the tranches go", session)
    answer = warmed.ask(f"and the {ordinal} one?", session)
    assert f"${budget * share:,.0f}" in answer.text
    assert "primary article does not say" not in answer.text


@pytest.mark.parametrize("many", [4, 12])
def test_what_so_many_cost(warmed: Assistant, session: str, many: int) -> None:
    warmed.ask("25/30/35 call fly, paid 0.85", session)
    answer = warmed.ask(f"how much does it cost then for {many}", session)
    assert f"${many * 85:,} for {many}" in answer.text


@pytest.mark.parametrize(("stated", "product", "true"), [(100, "VIX futures", "$1,000"), (1000, "mini vix futures", "$100")])
@pytest.mark.parametrize("points", [2, 3.5])
def test_a_wrong_multiplier_is_put_right(
    warmed: Assistant, session: str, stated: int, product: str, true: str, points: float
) -> None:
    text = warmed.ask(
        f"{product} have a ${stated:,} multiplier, so {points} points is {points * stated:g} bucks?", session
    ).text
    assert f"is {true}, not ${stated:,}" in text
    bare = warmed.ask(f"{product} have a ${stated:,} multiplier, so 2k?", session)
    assert f"is {true}, not ${stated:,}" in bare.text
    assert bare.results[0].inputs["price"] == 1


@pytest.mark.parametrize(("first", "second"), [((60, 8), (40, 5)), ((30, 10), (90, 6))])
def test_sources_of_money_without_a_name(
    warmed: Assistant, session: str, first: tuple[int, int], second: tuple[int, int]
) -> None:
    (result,) = warmed.ask(f"wacc {first[0]}k at {first[1]}% and {second[0]}k at {second[1]}%", session).results
    expected = (first[0] * first[1] + second[0] * second[1]) / (first[0] + second[0]) / 100
    assert result.to_dict()["value"] == pytest.approx(expected)


@pytest.mark.parametrize("left", ["25 days left", "40 days to go"])
def test_days_left_do_not_keep_a_butterfly_from_being_one(warmed: Assistant, session: str, left: str) -> None:
    (result,) = warmed.ask(f"vix 16 now, paid 0.75 for 20/25/30, 3 of them, {left}", session).results
    assert (result.inputs["debit"], result.inputs["contracts"]) == (0.75, 3)


def test_a_year_of_a_curve_is_that_year(warmed: Assistant, session: str) -> None:
    days = pd.bdate_range("2022-01-03", periods=500)
    front = np.where(days.year == 2022, 25.0, 15.0)
    warmed.load(pd.DataFrame({"date": days, "M1": front, "M2": 20.0}), "curve.csv", session)
    warmed.ask("contango or not", session)
    answer = warmed.ask("and in 2022?", session)
    assert "Backwardation" in answer.text
    assert "2023" not in answer.text


@pytest.mark.parametrize("many", [3, 12])
@pytest.mark.parametrize("level", [16, 30])
def test_at_a_level_is_a_settlement_whatever_was_changed_last(warmed: Assistant, session: str, many: int, level: int) -> None:
    warmed.ask("iron condor 15/18/28/32, credit 0.85", session)
    warmed.ask(f"for {many} of them", session)
    (result,) = warmed.ask(f"at {level}?", session).results
    assert (result.inputs["contracts"], result.inputs["settlement"]) == (many, level)


@pytest.mark.parametrize("asked", ["what does it pay if it hits", "how much does it make at best", "whats the most i can make"])
def test_what_a_payoff_makes_at_best(warmed: Assistant, session: str, asked: str) -> None:
    warmed.ask("25/30/35 fly at 0.95", session)
    text = warmed.ask(asked, session).text
    assert "**Max profit:** 4.05 points" in text
    assert "Break-evens" not in text
