"""Words that were passed over in silence: a credit bought back, money put in, weeks, several prices, one tranche, one fly."""

import numpy as np
import pandas as pd
import pytest

from assistant import Assistant


@pytest.mark.parametrize("close", ["close at .30", "bought it back for 0.30", "and if i buy them back at .3"])
def test_a_position_sold_for_a_credit_is_bought_back(warmed: Assistant, session: str, close: str) -> None:
    warmed.ask("iron condor 12/16/30/35 credit .95 x5", session)
    answer = warmed.ask(close, session)
    assert answer.results[-1].to_dict()["profit"] == pytest.approx(5 * 65)  # 5 x (0.95 - 0.30) x 100 = 325
    assert "sold first" in answer.text


@pytest.mark.parametrize("get", ["what if i only get .80", "and with a credit of .80", "if i got .8"])
def test_another_credit(warmed: Assistant, session: str, get: str) -> None:
    warmed.ask("iron condor 12/16/30/35 credit .95 x5", session)
    assert warmed.ask(get, session).results[-1].inputs["net"] == pytest.approx(-0.8)


@pytest.mark.parametrize(
    ("text", "flows"),
    [
        ("invested 10000 on 2024-01-15, got 3000 2024-06-30, 9000 2025-01-10 irr", [-10000, 3000, 9000]),
        ("irr: paid 5000 2024-01-15, received 2000 on 2024-06-30 and 4000 on 2025-01-10", [-5000, 2000, 4000]),
        ("xirr invested 4000 on 2024-01-02, put in 1000 2024-03-01, 6000 back 2025-01-10", [-4000, -1000, 6000]),
    ],
)
def test_money_put_in_is_negative(warmed: Assistant, session: str, text: str, flows: list[float]) -> None:
    assert warmed.ask(text, session).results[-1].inputs["cash_flows"] == flows


@pytest.mark.parametrize("ask", ["weekly macd trigger?", "macd trigger on weekly bars", "any weekly crosses in this file?"])
def test_weeks_are_read_in_the_first_question_too(warmed: Assistant, session: str, ask: str) -> None:
    days = pd.bdate_range("2022-01-03", periods=600)
    warmed.load(pd.DataFrame({"date": days, "close": 20 + np.sin(np.arange(600) / 9)}), name="t.csv", session=session)
    assert warmed.ask(ask, session).results[-1].bars == 120
    assert warmed.ask("daily", session).results[-1].bars == 600


def test_each_of_two_flies_trades_at_its_own_price(warmed: Assistant, session: str) -> None:
    results = warmed.ask("ok say 25/30/35 trades .70 and 20/25/30 1.55", session).results
    assert [(r.inputs["lower"], r.inputs["debit"]) for r in results] == [(25.0, 0.7), (20.0, 1.55)]


def test_sales_go_on_and_the_last_expire_worthless(warmed: Assistant, session: str) -> None:
    for turn in ("bot 6 vix 22 calls at 1.85", "sold 2 at 3.10", "2 more at 2.2"):
        warmed.ask(turn, session)
    # 2 x 125 + 2 x 35 - 2 x 185 = -50
    assert warmed.ask("last two expired worthless", session).results[-1].to_dict()["profit"] == pytest.approx(-50)


def test_flies_of_one_tranche_are_not_those_of_all(warmed: Assistant, session: str) -> None:
    (plan,) = warmed.ask("1.5% of a 200k book a year for hedging, how many flies at .9 per tranche", session).results
    assert plan.tool == "tranche_plan"
    assert plan.inputs["unit_cost"] == pytest.approx(90)


def test_the_cost_of_a_fly_after_a_share_is_the_plans(warmed: Assistant, session: str) -> None:
    warmed.ask("tranches for 25k", session)
    warmed.ask("how much is left after 2", session)
    plan = warmed.ask("per fly 1.05", session).results[-1]
    assert (plan.tool, plan.inputs["budget"], plan.inputs["unit_cost"]) == ("tranche_plan", 25_000.0, 105.0)


@pytest.mark.parametrize(
    ("text", "forward"),
    [
        ("spx 4500 call 55.2 put 48.1, forward?", 4507.1),
        ("25 call 2.10, 25 put 1.40, what forward does that imply", 25.7),
        ("call 2.1 put 1.4 strike 25 what's the forward", 25.7),
        ("the 22 call is 1.85 and the 22 put is 3.05, forward implied?", 20.8),
        ("implied forward from 20c at 1.80/1.95 and 20p at 2.40/2.60", 19.375),
        ("25 straddle: call 2.1, put 3.4. where is the forward", 23.7),
    ],
)
def test_the_forward_of_a_call_and_a_put(warmed: Assistant, session: str, text: str, forward: float) -> None:
    assert warmed.ask(text, session).results[-1].to_dict()["forward"] == pytest.approx(forward)  # K + C - P


def test_the_forward_with_interest_and_another_price(warmed: Assistant, session: str) -> None:
    warmed.ask("spx 4500 call 55.2 put 48.1, forward?", session)
    growth = np.exp(0.05 * 40 / 365)
    assert warmed.ask("rate 5% 40 days", session).results[-1].to_dict()["forward"] == pytest.approx(4500 + 7.1 * growth)
    assert warmed.ask("what if the put is 50", session).results[-1].to_dict()["forward"] == pytest.approx(4500 + 5.2 * growth)


def test_an_option_at_another_future(warmed: Assistant, session: str) -> None:
    warmed.ask("25 call future 20 45 days vol 90 delta?", session)
    assert warmed.ask("what is it at 22", session).results[-1].inputs["forward"] == 22.0


def test_one_bar_shows_no_cross(warmed: Assistant, session: str) -> None:
    warmed.ask("fast ema 18.42 slow ema 17.95 signal .31", session)
    assert "One bar shows no cross" in warmed.ask("so did it cross", session).text
