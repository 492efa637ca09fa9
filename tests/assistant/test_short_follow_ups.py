"""Few words after a result or a table: a figure of it, a share of it, the next element, another price, the same once more."""

import numpy as np
import pandas as pd
import pytest

from assistant import Assistant
from tools import black76

FLY = "got 20/25/30 bfly @ 1.05 x4"


@pytest.mark.parametrize(
    "ask",
    [
        "whats my r/r",
        "risk reward?",
        "could i lose more than i paid",
        "above what level do i lose",
        "brekeven",
        "profti",
        "how much is that in total",
    ],
)
def test_a_figure_of_the_payoff_in_other_words(warmed: Assistant, session: str, ask: str) -> None:
    warmed.ask(FLY, session)
    assert [r.tool for r in warmed.ask(ask, session).results] == ["butterfly"]


@pytest.mark.parametrize("ask", ["show it in a chart", "put that on a graph", "plot it"])
def test_a_picture_is_asked_for(warmed: Assistant, session: str, ask: str) -> None:
    warmed.ask(FLY, session)
    assert [r.tool for r in warmed.ask(ask, session).results] == ["butterfly"]


@pytest.mark.parametrize(
    ("settled", "ask", "share"),
    [
        (28, "what percent of max loss is that", 95 / 105),
        (28, "what % of the max profit is that", 95 / 395),
        (21, "what share of the risk is that", 5 / 105),
    ],
)
def test_a_result_as_a_share_of_the_most(warmed: Assistant, session: str, settled: int, ask: str, share: float) -> None:
    warmed.ask(FLY, session)
    warmed.ask(f"settles {settled}", session)
    assert warmed.ask(ask, session).results[-1].to_dict()["share"] == pytest.approx(share)


def test_one_share_after_another_is_of_the_same_position(warmed: Assistant, session: str) -> None:
    for turn in (FLY, "settles 28", "what percent of max loss is that"):
        warmed.ask(turn, session)
    assert warmed.ask("and what % of max profit is that", session).results[-1].to_dict()["share"] == pytest.approx(95 / 395)


def test_the_greeks_at_the_volatility_just_found(warmed: Assistant, session: str) -> None:
    found = warmed.ask("what vol makes the 30 call worth .8 if vx is 21 and 40 days", session).results[-1].to_dict()
    delta = warmed.ask("whats the delta then", session).results[-1].to_dict()["delta"]
    assert delta == pytest.approx(float(black76(21, 30, 40 / 365, found["vol"]).delta))


def test_another_price_of_the_option_whose_volatility_was_found(warmed: Assistant, session: str) -> None:
    warmed.ask("what vol makes the 30 call worth .8 if vx is 21 and 40 days", session)
    assert warmed.ask("and for .95", session).results[-1].inputs["price"] == 0.95


@pytest.mark.parametrize(
    ("edit", "flows"),
    [
        ("drop the first inflow", [-12000, 4000, 5000]),
        ("without the last inflow", [-12000, 3000, 4000]),
        ("make the first inflow 2000", [-12000, 2000, 4000, 5000]),
        ("change the first outflow to 10000", [-10000, 3000, 4000, 5000]),
    ],
)
def test_inflows_and_outflows(warmed: Assistant, session: str, edit: str, flows: list[float]) -> None:
    warmed.ask("irr of -12000, 3000, 4000, 5000", session)
    assert warmed.ask(edit, session).results[-1].inputs["cash_flows"] == flows


def test_a_purchase_that_was_forgotten(warmed: Assistant, session: str) -> None:
    warmed.ask("bought 10 at .80, 8 at 1.10, 5 at .60 avg?", session)
    average = warmed.ask("forgot 4 at .50", session).results[-1].to_dict()["average"]
    assert average == pytest.approx(21.8 / 27)  # 8 + 8.8 + 3 + 2 = 21.8


@pytest.mark.parametrize("day", ["and then 1500 1480", "next day 1500 and 1480", "then 1,500 1,480"])
def test_a_further_day_of_breadth_in_two_numbers(warmed: Assistant, session: str, day: str) -> None:
    warmed.ask("1820 adv 1130 dec, line was at 52400", session)
    assert warmed.ask(day, session).results[-1].line.iloc[-1] == 52_400 + 690 + 20


@pytest.mark.parametrize(
    ("change", "quantities"), [("and if i only sell 2", [2, 2]), ("what if i buy 3", [3, 4]), ("sell 5 of the 35s", [2, 5])]
)
def test_another_number_of_one_leg(warmed: Assistant, session: str, change: str, quantities: list[int]) -> None:
    warmed.ask("if i buy two 30 calls at 1.1 and sell four 35 calls at .55 whats my max loss", session)
    assert [leg[4] for leg in warmed.ask(change, session).results[-1].inputs["legs"]] == quantities


@pytest.mark.parametrize(
    ("first", "change", "net"),
    [
        ("sold the 25/30/35 butterfly for 1.10", "what if it had been 1.40", -1.4),
        ("sold 15/20/35/40 iron condor for 1.35", "and for 1.60", -1.6),
        ("20/25 call spread bought for 1.9", "and if i paid 2.15", 2.15),
    ],
)
def test_another_price_of_all_legs(warmed: Assistant, session: str, first: str, change: str, net: float) -> None:
    warmed.ask(first, session)
    assert warmed.ask(change, session).results[-1].inputs["net"] == pytest.approx(net)


@pytest.mark.parametrize(
    ("first", "exit_at", "profit"),
    [
        ("long 3 vx at 18.20", "what if i get stopped at 17.4", -2400),
        ("long 3 vx at 18.20", "target 21", 8400),
        ("short 2 vx minis at 20", "stopped out at 22.5", -500),
    ],
)
def test_a_future_left_at_its_stop(warmed: Assistant, session: str, first: str, exit_at: str, profit: float) -> None:
    warmed.ask(first, session)
    answer = warmed.ask(exit_at, session).results[-1].to_dict()
    assert answer.get("settlement_profit", answer.get("profit")) == pytest.approx(profit)


def test_stop_and_target_are_two_ways_out(warmed: Assistant, session: str) -> None:
    results = warmed.ask("long 5 vx minis at 16.9 stop at 15.5 target 22", session).results
    assert [r.to_dict()["settlement_profit"] for r in results] == pytest.approx([-700, 2550])


def test_a_strike_that_is_told_with_the_call(warmed: Assistant, session: str) -> None:
    given = warmed.ask("20 call 1.80/1.95 put 1.60/1.75 future 20.1/20.2 any arb", session).results[-1].inputs
    assert (given["strike"], given["forward"]) == (20.0, (20.1, 20.2))
    forward = warmed.ask("what forward do they imply", session).results[-1].to_dict()["forward"]
    assert forward == pytest.approx(20.20)  # 20 + 1.875 - 1.675


@pytest.mark.parametrize(
    ("term", "numbers", "tool"),
    [("contango", "with 16 and 17.5", "term_structure"), ("what is rsi", "average gain 0.8 and loss 0.5", "rsi_value")],
)
def test_numbers_after_a_term(warmed: Assistant, session: str, term: str, numbers: str, tool: str) -> None:
    warmed.ask(term, session)
    assert [r.tool for r in warmed.ask(numbers, session).results] == [tool]


def test_the_formula_of_what_was_explained(warmed: Assistant, session: str) -> None:
    warmed.ask("contango", session)
    assert "÷ front-month price − 1" in warmed.ask("formula", session).text


@pytest.fixture
def table(warmed: Assistant, session: str) -> Assistant:
    days = pd.bdate_range("2023-01-02", periods=500)
    wave = 18 + 4 * np.sin(np.arange(500) / 9) + np.arange(500) / 200
    frame = pd.DataFrame({"date": days, "vix": wave, "spx": 4000.0 + np.arange(500)})
    warmed.load(frame, name="both.csv", session=session)
    return warmed


@pytest.mark.parametrize(
    ("ask", "column"), [("highest vix?", "vix"), ("and spx average", "spx"), ("vix median", "vix"), ("lowest spx", "spx")]
)
def test_an_extreme_of_a_named_column(table: Assistant, session: str, ask: str, column: str) -> None:
    (result,) = table.ask(ask, session).results
    assert result.tool == "series_summary"
    assert result.inputs["series"].name == column


def test_a_lone_number_goes_where_the_last_one_went(table: Assistant, session: str) -> None:
    table.ask("backtest on vix", session)
    table.ask("hold 20 bars", session)
    assert table.ask("and 40", session).results[-1].inputs["hold"] == 40
    table.ask("rsi of vix above 70 how often", session)
    assert table.ask("and 75", session).results[-1].inputs["above"] == 75


def test_how_many_more_values_are_needed(warmed: Assistant, session: str) -> None:
    rows = "\n".join(f"2024-03-{n:02d},{13 + n % 3}" for n in range(1, 12))
    warmed.ask(f"date,vix\n{rows}", session)
    warmed.ask("macd of vix", session)
    assert "23 more" in warmed.ask("how many more rows do i need", session).text


def test_which_table_it_is_and_another_one_with_its_rule(table: Assistant, session: str) -> None:
    days = pd.bdate_range("2022-01-03", periods=300)
    table.load(pd.DataFrame({"date": days, "close": 20 + np.sin(np.arange(300) / 7)}), name="second.csv", session=session)
    assert "second.csv" in table.ask("which one am i looking at", session).text
    table.ask("go back to both and run the rule on vix", session)
    result = table.ask("go back to second and run the rule", session).results[-1]
    assert (result.tool, result.inputs["series"].name) == ("macd_trigger", "close")
    table.load(pd.DataFrame({"date": days, "close": 30 + np.cos(np.arange(300) / 7)}), name="third.csv", session=session)
    names = [r.inputs["series"].mean() for r in table.ask("compare the means", session).results]
    assert sorted(round(mean) for mean in names) == [20, 30]


def test_which_is_better_shows_the_two_and_decides_nothing(warmed: Assistant, session: str) -> None:
    warmed.ask("25/30/35 at .9 vs 20/30/40 at 2.2", session)
    answer = warmed.ask("which is better", session)
    assert answer.kind == "no-advice"
    assert [r.inputs["body"] for r in answer.results] == [30.0, 30.0]
