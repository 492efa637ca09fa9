"""A conversation carried on: a leg more, a level after a share, a later share of each tranche, a term run on the data."""

import numpy as np
import pandas as pd
import pytest

from assistant import Assistant
from tools import rsi


@pytest.mark.parametrize(("strike", "price"), [(35, 0.4), (40, 0.15)])
def test_an_option_added_to_a_position(warmed: Assistant, session: str, strike: int, price: float) -> None:
    warmed.ask("ratio spread: buy 1 25c 2.00 sell 2 30c 0.90", session)
    warmed.ask(f"add a long {strike}c at {price}", session)
    (result,) = warmed.ask("at 50", session).results
    assert len(result.inputs["legs"]) == 3
    by_hand = (25 - 2.0) - 2 * (20 - 0.9) + (50 - strike - price)
    assert result.settlement_profit == pytest.approx(100 * by_hand)  # type: ignore[attr-defined]


def test_an_option_added_to_a_position_priced_as_a_whole(warmed: Assistant, session: str) -> None:
    warmed.ask("bear call spread 25/30 for 1.20", session)
    (result,) = warmed.ask("add a long 35c at .40", session).results
    assert result.inputs["net"] == pytest.approx(-0.8)


@pytest.mark.parametrize(("level", "points"), [(15, -2.2), (19.5, 2.3)])
def test_a_level_after_a_share_is_one_of_the_position(warmed: Assistant, session: str, level: float, points: float) -> None:
    warmed.ask("bought 3 vix futures at 17.2, now 21", session)
    warmed.ask("in %", session)
    (result,) = warmed.ask(f"and if it drops to {level}", session).results
    assert result.settlement_profit == pytest.approx(3000 * points)  # type: ignore[attr-defined]


@pytest.mark.parametrize(("said", "step"), [("and then 20 each", 0.2), ("then 15% each", 0.15), ("then 10 for the rest", 0.1)])
def test_later_tranches_of_so_many_percent(warmed: Assistant, session: str, said: str, step: float) -> None:
    warmed.ask("budget 10000", session)
    warmed.ask("25% first", session)
    (result,) = warmed.ask(said, session).results
    assert (result.inputs["step"], result.inputs.get("unit_cost")) == (pytest.approx(step), None)


@pytest.mark.parametrize(("call", "told"), [("1.50/1.60", "earns 0.05"), ("1.30/1.40", "No edge")])
def test_whether_there_is_an_edge(warmed: Assistant, session: str, call: str, told: str) -> None:
    warmed.ask(f"conversion: strike 20 call {call} put 1.20/1.30 future 20.1/20.15", session)
    assert told in warmed.ask("is there an arb", session).text


@pytest.mark.parametrize("run", ["run it", "compute it please", "do that on my data"])
def test_a_term_explained_is_run_on_the_loaded_data(warmed: Assistant, session: str, run: str) -> None:
    closes = 100 + np.cumsum(np.random.default_rng(3).normal(0, 1, 120))
    warmed.ask("what is rsi", session)
    warmed.load(pd.DataFrame({"date": pd.bdate_range("2024-01-01", periods=120), "close": closes}), "closes.csv", session)
    (result,) = warmed.ask(run, session).results
    assert result.tool == "rsi_extreme"
    assert f"{float(rsi(pd.Series(closes)).iloc[-1]):.2f}" in warmed.ask(run, session).text


@pytest.mark.parametrize("asked", ["macd of 12 26 9, how many bars do i need", "how many values do i need for a 12/26/9 macd"])
def test_how_many_values_are_needed_is_no_advice(warmed: Assistant, session: str, asked: str) -> None:
    assert warmed.ask(asked, session).kind != "no-advice"
    assert warmed.ask("how many contracts do i need", session).kind == "no-advice"


@pytest.mark.parametrize(("start", "end", "many"), [(18, 24, 2), (22, 17.5, 3)])
def test_a_future_that_goes_from_one_price_to_another(
    warmed: Assistant, session: str, start: float, end: float, many: int
) -> None:
    words = f"if vix futures go from {start} to {end} how much do {many} contracts make"
    (result,) = warmed.ask(words, session).results
    assert result.settlement_profit == pytest.approx(1000 * many * (end - start))  # type: ignore[attr-defined]
