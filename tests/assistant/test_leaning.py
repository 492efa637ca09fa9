"""Questions that lean on earlier ones: what they change, what they point at, and what one calculation brings to another."""

import pandas as pd
import pytest

from assistant import Answer, Assistant

from .conftest import Ask

# A falling line keeps the MACD on its signal line; the two jumps lift it above: crosses on the bars that begin them.
FALLING = [20 - 0.2 * n for n in range(40)] + [16.0, 17.0, 16.0, 15.0, 13.0, 11.0, 9.0, 8.0, 8.0, 12.0, 15.0, 17.0, 19.0]


def calls(answer: Answer) -> list[str]:
    return [r.call for r in answer.results]


def table() -> pd.DataFrame:
    return pd.DataFrame({"date": pd.bdate_range("2024-01-01", periods=len(FALLING)), "iv": FALLING})


def test_an_earlier_condor_is_found_past_a_butterfly(ask: Ask) -> None:
    answer = ask(
        "iron condor: long 15p .30 short 18p .75 short 28c .80 long 32c .40",
        "25/30/35 at 0.9",
        "and if vix settles at 31 on that condor",
    )
    # Credit 0.85; at 31 the call spread owes 3: 0.85 − 3 = −2.15 points.
    assert answer.results[0].settlement_profit == pytest.approx(-215)


def test_the_first_one_is_the_oldest(ask: Ask) -> None:
    answer = ask("25/30/35 fly at .85", "and at 1.10?", "what about 22/27/32?", "show me the first one again")
    assert calls(answer) == ["butterfly(lower=25.0, body=30.0, upper=35.0, debit=0.85)"]


def test_strikes_named_again_bring_their_price_along(ask: Ask) -> None:
    answer = ask("25/30/35 fly at .85", "22/27/32 at 1.20", "what was the 25/30/35 worth at 29?")
    assert calls(answer) == ["butterfly(lower=25.0, body=30.0, upper=35.0, debit=0.85, settlement=29.0)"]


def test_a_fly_with_its_own_price_takes_none_from_before(ask: Ask) -> None:
    answer = ask("25/30/35 at 0.9", "split 20k in tranches with 25/30/35 flies at 0.85")
    # $85 a butterfly: 5,000 ÷ 85 = 58.8
    assert answer.results[-1].inputs["unit_cost"] == 85
    assert answer.results[-1].ladder["units"].iloc[0] == 58


def test_two_are_set_side_by_side(ask: Ask) -> None:
    answer = ask("25/30/35 fly at .85, 4 contracts", "compare with 22/27/32")
    assert [r.lower for r in answer.results] == [25, 22]
    assert {r.contracts for r in answer.results} == {4}


def test_what_two_have_in_common_is_changed_in_both(ask: Ask) -> None:
    answer = ask("compare 25/30/35 at .85 with 22/27/32 at 1.10", "make it 10 contracts")
    assert [(r.debit, r.contracts) for r in answer.results] == [(0.85, 10), (1.1, 10)]


def test_where_two_differ_it_is_asked_which_is_meant(warmed: Assistant, session: str) -> None:
    warmed.ask("compare 25/30/35 at .85 with 22/27/32 at 1.10", session=session)
    answer = warmed.ask("and at 1.00?", session=session)
    assert answer.kind == "clarification"
    assert len(answer.follow_ups) == 2
    for choice, lower in zip(answer.follow_ups, (25, 22), strict=True):
        chosen = warmed.ask(choice, session=session).results[0]
        assert (chosen.lower, chosen.debit) == (lower, 1.0)


def test_a_change_runs_through_what_it_feeds(ask: Ask) -> None:
    plan = ask(
        "split 20k in tranches, buying 25/30/35 flies at 0.85", "what is theta?", "and at 1.00?", "with 30% first"
    ).results[-1]
    # 30% of $20,000 at $100 a butterfly
    assert plan.ladder["units"].iloc[0] == 60


def test_how_many_of_that_fly_fit(ask: Ask) -> None:
    assert ask("25/30/35 fly at .85", "how many of that fly could I get for 5k?").results[-1].units == 58


def test_triggers_tranches_contracts_and_break_evens_in_one_answer(warmed: Assistant, session: str) -> None:
    warmed.load(table(), name="iv.csv", session=session)
    answer = warmed.ask(
        "when did it trigger, how would $20k be staged, how many 25/30/35 flies at 0.85 per tranche "
        "and what are the break-evens?",
        session=session,
    )
    trigger, fly, plan = answer.results
    assert [r.tool for r in answer.results] == ["macd_trigger", "butterfly", "tranche_plan"]
    assert fly.break_evens == pytest.approx((25.85, 34.15))
    first = plan.ladder.iloc[0]
    assert (first["cash"], first["units"]) == (5000, 58)
    assert first["date"] == trigger.events.query("kind == 'trigger'")["date"].iloc[-1]


def test_the_second_trigger_shows_what_the_rule_saw_that_day(warmed: Assistant, session: str) -> None:
    warmed.load(table(), name="iv.csv", session=session)
    every = warmed.ask("when did it trigger?", session=session).results[0].events.query("kind == 'trigger'")
    answer = warmed.ask("what about the second trigger?", session=session)
    day = every["date"].iloc[1]
    assert f"{day:%Y-%m-%d}" in answer.text
    assert answer.results[0].frame.index[-1] == day
    # what comes next looks at the whole series again
    assert warmed.ask("with fast 8", session=session).results[0].bars == len(FALLING)


def test_a_budget_is_staged_from_the_trigger_named(warmed: Assistant, session: str) -> None:
    warmed.load(table(), name="iv.csv", session=session)
    days = warmed.ask("when did it trigger?", session=session).results[0].events.query("kind == 'trigger'")["date"]
    plan = warmed.ask("how would 20k be staged from the second trigger", session=session).results[0]
    assert list(plan.inputs["events"]) == [f"{day:%Y-%m-%d}" for day in days.iloc[1:]]


def test_a_table_is_named_and_bars_are_made_weekly(warmed: Assistant, session: str) -> None:
    long = pd.DataFrame({"date": pd.bdate_range("2023-01-02", periods=400), "iv": [20 + n % 7 for n in range(400)]})
    warmed.load(long, name="long.csv", session=session)
    warmed.load(table(), name="iv.csv", session=session)
    assert warmed.ask("when did it trigger?", session=session).results[0].bars == len(FALLING)
    assert warmed.ask("and in long.csv?", session=session).results[0].bars == 400
    # 400 business days from a Monday are 80 weeks
    assert warmed.ask("weekly instead", session=session).results[0].bars == 80
    assert warmed.ask("daily instead", session=session).results[0].bars == 400


@pytest.mark.parametrize("question", ["show the working", "why?", "how did you get that?"])
def test_the_working_is_unfolded(ask: Ask, question: str) -> None:
    text = ask("25/30/35 fly at .85, vix settles at 29", question).text
    assert "29 − 25" in text
    assert "35 − 0.85" in text


def test_a_tool_is_asked_for_by_its_name(ask: Ask) -> None:
    answer = ask("black76: forward 19, strike 25, years 0.1, vol 85%, kind put")
    assert calls(answer) == ["black76(forward=19.0, strike=25.0, years=0.1, vol=0.85, rate=0.0, kind='put')"]


def test_what_the_named_tool_still_needs_is_asked_for(ask: Ask) -> None:
    answer = ask("finish chance: low 22, high 30, forward 19, years 0.1")
    assert answer.kind == "clarification"
    assert "vol" in answer.text


def test_a_cross_is_told_bar_by_bar(ask: Ask) -> None:
    answer = ask("macd today .031 sig .027", "yesterday it was .020 and .025", "and normalised .74", "did it cross")
    result = answer.results[0]
    # 0.020 − 0.025 = −0.005, then 0.031 − 0.027 = +0.004
    assert (result.crossed, result.depressed) == ("up", True)
    assert (result.histogram_before, result.histogram) == pytest.approx((-0.005, 0.004))


def test_one_month_of_a_curve_is_changed(ask: Ask) -> None:
    # 20.1 ÷ 18.2 − 1 = 10.44%
    assert ask("VX1 18.2 VX2 19.6", "and if vx2 is 20.1").results[0].slope == pytest.approx(0.1044, abs=5e-5)


def test_a_fly_that_was_bought_is_asked_for_its_price(ask: Ask) -> None:
    assert "debit" in ask("hey, i bought a fly 25/30/35").text
    assert calls(ask("0.85", "so when do i make money")) == ["butterfly(lower=25.0, body=30.0, upper=35.0, debit=0.85)"]


def test_a_loss_in_dollars_that_was_named_before_the_strikes(ask: Ask) -> None:
    answer = ask("my butterfly has a max loss of 85, what are the breakevens?", "25/30/35")
    assert answer.results[0].break_evens == pytest.approx((25.85, 34.15))


def test_advice_on_what_was_just_worked_out_is_declined(ask: Ask) -> None:
    assert ask("25/30/35 fly at .85", "should i buy it?").kind == "no-advice"


def test_an_option_is_turned_round(ask: Ask) -> None:
    call = ask("black 76 call 25 strike future 20 30 days 90% vol").results[0]
    put = ask("as a put").results[0]
    # put-call parity without interest: C − P = F − K
    assert call.price - put.price == pytest.approx(-5)


def test_a_hypothetical_value_needs_no_live_data(ask: Ask) -> None:
    # 20 + 2/13 × (22 − 20)
    assert ask("ema yesterday 20 today 21 span 12", "what if today's value is 22").results[0].value == pytest.approx(
        20.3077, abs=5e-5
    )


def test_two_positions_stand_in_one_table(ask: Ask) -> None:
    text = ask("compare 25/30/35 at .85 with 22/27/32 at 1.10").text
    assert "| Max profit | $415 | $390 |" in text
    assert "| Break-evens | 25.85 and 34.15 | 23.10 and 30.90 |" in text
