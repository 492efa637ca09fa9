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


def test_a_fly_is_set_beside_a_spread_as_a_fly(warmed: Assistant, session: str) -> None:
    warmed.ask("call spread 25/35 for 1.8", session)
    results = warmed.ask("compare with the 25/30/35 at .9", session).results
    assert [r.tool for r in results] == ["position", "butterfly"]
    assert (results[0].inputs["net"], results[1].inputs["debit"]) == (1.8, 0.9)


@pytest.mark.parametrize(
    "text",
    [
        "debit 1.2 wings 5 body 30",
        "body 30 wings 5 debit 1.2",
        "30 body, 5 wide, paid 1.2",
        "1.2 debit, wings of 5, body at 30",
    ],
)
def test_a_body_and_its_wings_in_any_order(warmed: Assistant, session: str, text: str) -> None:
    given = warmed.ask(text, session).results[-1].inputs
    assert tuple(given[k] for k in ("lower", "body", "upper", "debit")) == (25.0, 30.0, 35.0, 1.2)


@pytest.mark.parametrize(
    ("first", "more", "average"),
    [
        ("bought 10 25/30/35 flies at 1.00", "add 4 at .5", 12 / 14),
        ("bought 5 vix 20 calls at 1.40", "and bought another 5 at 1", 1.2),
        ("buy 2 at 1.4, 3 at 1.1, 5 at .8", "and after adding 4 at .5", 12.1 / 14),
    ],
)
def test_more_of_what_is_held_is_no_sale_and_no_other_price(
    warmed: Assistant, session: str, first: str, more: str, average: float
) -> None:
    warmed.ask(first, session)
    assert warmed.ask(more, session).results[-1].to_dict()["average"] == pytest.approx(average)


@pytest.mark.parametrize("sale", ["sell all at 2", "sold the rest at 2", "closed 10 at 2"])
def test_all_of_a_staged_purchase_is_sold(warmed: Assistant, session: str, sale: str) -> None:
    warmed.ask("buy 2 at 1.4, 3 at 1.1, 5 at .8", session)
    # 10 x (2 - 1.01) x 100 = 990
    assert warmed.ask(sale, session).results[-1].to_dict()["profit"] == pytest.approx(990)


def test_a_whole_other_curve(warmed: Assistant, session: str) -> None:
    warmed.ask("contango 16.2 17.5 18.1", session)
    warmed.ask("roll 3 contracts", session)
    assert warmed.ask("if it flips to 19 17.5 16.8", session).results[-1].inputs["curve"] == [19.0, 17.5, 16.8]


def test_a_share_at_risk_of_an_account(warmed: Assistant, session: str) -> None:
    assert (
        warmed.ask("size it: 100k account, max 2% risk, fly 1.10", session).results[-1].to_dict()["units"] == 18
    )  # 2000 / 110
    assert warmed.ask("and 0.5%", session).results[-1].to_dict()["units"] == 4  # 500 / 110


def test_contracts_planned_without_a_word_for_tranches(warmed: Assistant, session: str) -> None:
    assert warmed.ask("plan for 8 contracts", session).results[-1].inputs["planned"] == 8
    assert warmed.ask("what if i plan 12", session).results[-1].inputs["planned"] == 12


def test_how_much_one_future_is(warmed: Assistant, session: str) -> None:
    assert warmed.ask("vix future 18.5 how much per contract", session).results[-1].to_dict()["notional"] == 18_500
    assert not any(r.tool == "contract_value" for r in warmed.ask("3 ticks up on the 10", session).results)


@pytest.mark.parametrize("ask", ["whats the latest", "is it above average", "how many days above 0.185"])
def test_short_questions_on_pasted_values(warmed: Assistant, session: str, ask: str) -> None:
    warmed.ask("date,iv\n2024-01-02,0.182\n2024-01-03,0.179\n2024-01-04,0.185\n2024-01-05,0.191", session)
    assert [r.tool for r in warmed.ask(ask, session).results] == ["series_summary"]


def test_how_many_there_might_have_been(warmed: Assistant, session: str) -> None:
    warmed.ask("i paid 1.15 for 3 vix 24/28/32 flies", session)
    assert [r.tool for r in warmed.ask("max i can win on all", session).results] == ["butterfly"]
    warmed.ask("it settled 26.5", session)
    given = warmed.ask("what would 4 contracts have made", session).results[-1].inputs
    assert (given["contracts"], given["settlement"]) == (4, 26.5)
