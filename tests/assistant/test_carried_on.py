"""What a learner asks next: the next close, both of two flies, the plan for a sum, a future's other price."""

import pytest

from assistant import Assistant
from assistant.answer import Answer

Calls = list[tuple[str, dict[str, object]]]


def made(answer: Answer) -> Calls:
    return [(r.tool, {k: v for k, v in r.inputs.items() if v is not None}) for r in answer.results]


def told(assistant: Assistant, session: str, *turns: str) -> Answer:
    *before, last = turns
    for turn in before:
        assistant.ask(turn, session=session)
    return assistant.ask(last, session=session)


AVERAGES = "fast ema 24.6 slow ema 24.2 signal .25"
FLIES = "20/25/30 fly for 1.10 and a 25/30/35 for .85"


@pytest.mark.parametrize("then", ["tomorrow's close is 27", "next close is 27", "and if tomorrow closes at 27", "then 27"])
def test_a_macd_is_moved_on_by_the_next_close(warmed: Assistant, session: str, then: str) -> None:
    ((tool, inputs),) = made(told(warmed, session, AVERAGES, then))
    assert tool == "macd_step"
    assert (inputs["fast_ema"], inputs["slow_ema"], inputs["signal"], inputs["value"]) == (24.6, 24.2, 0.25, 27.0)


def test_and_on_from_there(warmed: Assistant, session: str) -> None:
    first = told(warmed, session, AVERAGES, "next close is 27").results[0]
    ((tool, inputs),) = made(warmed.ask("and then 26", session=session))
    assert tool == "macd_step"
    assert inputs["fast_ema"] == pytest.approx(first.fast_now)  # type: ignore[attr-defined]
    assert inputs["value"] == 26.0


@pytest.mark.parametrize("then", ["what if the signal is .3", "slow ema 24.0", "fast ema 25"])
def test_a_figure_that_is_named_is_changed_and_is_no_close(warmed: Assistant, session: str, then: str) -> None:
    assert [tool for tool, _ in made(told(warmed, session, AVERAGES, then))] == ["macd_values"]


@pytest.mark.parametrize("then", ["is that bullish?", "bullish?", "is it bearish"])
def test_bullish_is_told_by_the_histogram(warmed: Assistant, session: str, then: str) -> None:
    assert "0.15" in told(warmed, session, AVERAGES, then).text


@pytest.mark.parametrize(
    ("then", "changed"),
    [
        ("where do both break even", {}),
        ("max loss on 7 of each", {"contracts": 7}),
        ("what's the ratio of reward to risk for each", {}),
        ("which one pays more if vix settles at 27", {"settlement": 27.0}),
    ],
)
def test_both_of_two_flies_are_asked_about(warmed: Assistant, session: str, then: str, changed: dict[str, object]) -> None:
    found = made(told(warmed, session, FLIES, then))
    assert [(i["lower"], i["debit"]) for _, i in found] == [(20.0, 1.1), (25.0, 0.85)]
    assert all(changed.items() <= i.items() for _, i in found)


def test_one_is_held_against_another_that_is_named(warmed: Assistant, session: str) -> None:
    found = made(told(warmed, session, "long 25/30/35 at 1.1", "is it better than the 20/25/30 at 1.3"))
    assert [i["body"] for _, i in found] == [30.0, 25.0]


@pytest.mark.parametrize(
    ("then", "inputs"),
    [
        ("and for 35", {"settlement": 35.0}),
        ("for 20?", {"settlement": 20.0}),
        ("and for 10", {"settlement": 32.0, "contracts": 10}),
    ],
)
def test_after_a_settlement_a_level_is_another_and_a_small_number_a_size(
    warmed: Assistant, session: str, then: str, inputs: dict[str, object]
) -> None:
    ((_, found),) = made(told(warmed, session, "25/30/35 for .9, vix settles at 32", then))
    assert inputs.items() <= found.items()
    assert ("contracts" in inputs) == ("contracts" in found)


@pytest.mark.parametrize(
    ("first", "budget"),
    [
        ("i have 60k set aside for hedging", 60_000.0),
        ("$25,000 for the hedge", 25_000.0),
        ("got 12k to spend on hedging", 12_000.0),
    ],
)
def test_a_sum_for_hedging_is_planned(warmed: Assistant, session: str, first: str, budget: float) -> None:
    ((tool, inputs),) = made(told(warmed, session, first))
    assert (tool, inputs["budget"]) == ("tranche_plan", budget)


@pytest.mark.parametrize("then", ["what would the second add be in dollars", "how much is the first piece", "the third?"])
def test_a_piece_of_the_plan_is_shown(warmed: Assistant, session: str, then: str) -> None:
    assert [tool for tool, _ in made(told(warmed, session, "60k set aside for hedging", then))] == ["tranche_plan"]


def test_what_a_trigger_opens_and_what_that_is_of_a_sum(warmed: Assistant, session: str) -> None:
    crossed = "macd was -.3, signal -.2, now macd -.1, signal -.15"
    assert [i["first"] for _, i in made(told(warmed, session, crossed, "how much do i buy"))] == [0.25, 0.3]
    assert made(warmed.ask("with 40k", session=session))[0][1]["budget"] == 40_000.0


@pytest.mark.parametrize("then", ["what happens if it goes to 35", "and if it rises to 35", "it goes to 35"])
def test_a_future_makes_or_loses_what_it_moves(warmed: Assistant, session: str, then: str) -> None:
    ((tool, inputs),) = made(told(warmed, session, "2 vx futures at 18 cost?", then))
    assert tool == "round_trip"
    assert (inputs["entry"], inputs["leave"], inputs["contracts"], inputs["multiplier"]) == (18.0, 35.0, 2, 1000.0)


@pytest.mark.parametrize(
    ("then", "loss"), [("what if avg loss halves", 0.305), ("double the loss", 1.22), ("and if the average loss triples", 1.83)]
)
def test_one_side_of_an_rsi_is_scaled(warmed: Assistant, session: str, then: str, loss: float) -> None:
    ((tool, inputs),) = made(told(warmed, session, "rsi: avg gain .42 avg loss .61", then))
    assert (tool, inputs["average_gain"], inputs["average_loss"]) == ("rsi_value", 0.42, pytest.approx(loss))


def test_what_was_filled_is_a_share_of_a_budget(warmed: Assistant, session: str) -> None:
    turns = ("filled 30% at 1.05 and 20% at .80", "and with another 20% at .95", "how much of a 15k budget is that")
    ((tool, inputs),) = made(told(warmed, session, *turns))
    assert (tool, inputs["budget"], inputs["deployed"]) == ("budget_split", 15_000.0, 0.7)


@pytest.mark.parametrize("text", ["24.1, 24.8, 25.9 macd?", "my 10 delta put iv last 3 days: 24.1, 24.8, 25.9"])
def test_too_few_values_are_counted(warmed: Assistant, session: str, text: str) -> None:
    ((tool, inputs),) = made(told(warmed, session, text))
    assert (tool, inputs["given"]) == ("first_bars", 3)
    assert "31 more" in warmed.ask("how many do you need?", session=session).text  # 34 − 3


@pytest.mark.parametrize("then", ["macd .25 sig .27 yesterday", "was it below yesterday? macd .25 sig .27"])
def test_a_bar_told_as_earlier_is_the_one_before(warmed: Assistant, session: str, then: str) -> None:
    ((tool, inputs),) = made(told(warmed, session, "macd .31 signal .28", then))
    assert tool == "macd_cross"
    assert (inputs["macd_now"], inputs["macd_before"], inputs["signal_before"]) == (0.31, 0.25, 0.27)


def test_a_bar_told_as_the_next_makes_the_last_one_the_bar_before(warmed: Assistant, session: str) -> None:
    ((_, inputs),) = made(told(warmed, session, "macd line -0.12, signal -0.2, histogram?", "next bar macd -0.05 signal -0.15"))
    assert (inputs["macd_now"], inputs["signal_now"]) == (-0.05, -0.15)
    assert (inputs["macd_before"], inputs["signal_before"]) == (-0.12, -0.2)


def test_a_slope_over_so_many_days(warmed: Assistant, session: str) -> None:
    ((tool, inputs),) = made(told(warmed, session, "vx1 17 vx2 18.2", "over 30 days"))
    assert (tool, inputs["days"]) == ("yearly_slope", 30)


def test_what_a_curve_that_stays_costs_and_on_more(warmed: Assistant, session: str) -> None:
    ((tool, _),) = made(told(warmed, session, "vx1 17 vx2 18.2", "how much would i lose on one contract if the curve stays"))
    assert tool == "round_trip"
    assert made(warmed.ask("and on 3", session=session))[0][1]["contracts"] == 3


def test_the_best_print_is_told(warmed: Assistant, session: str) -> None:
    answer = told(warmed, session, "paid 1.2 for the 22/27/32, vix printed 25.4", "what would have been the best print")
    assert "27" in answer.text
    assert answer.kind == "calculation"


@pytest.mark.parametrize(
    ("turns", "inputs"),
    [
        (("hedge is 40% deployed, whats left of 30000", "if i add one more step"), {"budget": 30_000.0, "deployed": 0.6}),
        (("put iv 19.2 vs its 1 year average 26", "what level makes it not depressed"), {"usual": 26.0, "normalised": 0.8}),
        (("is the histogram expanding: .02 .05 .09", "and then .07?"), {"values": [0.02, 0.05, 0.09, 0.07]}),
        (("risk 2% of 85k on condors with a max loss of 410 each", "how many"), {"budget": 85_000.0, "unit_cost": 410.0}),
        (("put iv average 26, level .8?",), {"usual": 26.0, "normalised": 0.8}),
    ],
)
def test_one_figure_further(warmed: Assistant, session: str, turns: tuple[str, ...], inputs: dict[str, object]) -> None:
    (found,) = told(warmed, session, *turns).results
    assert inputs.items() <= {k: list(v) if isinstance(v, tuple) else v for k, v in found.inputs.items()}.items()


def test_a_level_is_put_over_no_average_of_its_own(warmed: Assistant, session: str) -> None:
    answer = warmed.ask("vix is 14 and put iv norm is .72, macd crossed up. how many tranches am i allowed", session=session)
    assert answer.results == ()


def test_the_last_of_pasted_values_is_held_against_their_mean(warmed: Assistant, session: str) -> None:
    pasted = "my put iv last 12 days: 22.4, 21.8, 21.1, 20.7, 20.9, 20.2, 19.6, 18.8, 18.1, 17.3, 16.5, 15.8"
    _, (tool, inputs) = made(told(warmed, session, pasted, "is it depressed"))
    assert tool == "normalised_level"
    assert inputs["value"] == 15.8
    assert inputs["usual"] == pytest.approx(233.2 / 12)  # the twelve add up to 233.2


@pytest.mark.parametrize("text", ["can i use it in an ira", "is it only for rich people"])
def test_it_lends_no_subject_to_words_of_another(warmed: Assistant, session: str, text: str) -> None:
    assert told(warmed, session, "whats alvh", text).kind == "not-covered"


def test_what_happens_if_one_holds_is_no_advice(warmed: Assistant, session: str) -> None:
    assert told(warmed, session, "explain contango", "so if i hold the future i lose money?").kind == "explanation"
    assert warmed.ask("if i hold my futures should i sell?", session=session).kind == "no-advice"


@pytest.mark.parametrize(
    ("text", "side", "count"),
    [
        ("vx future from 16.2 to 24.5, short 2", "short", 2),
        ("vx from 16.2 to 24.5, long 3", "long", 3),
        ("vix future from 16.2 to 24.5, i was short", "short", 1),
    ],
)
def test_the_side_of_a_future_may_stand_behind(warmed: Assistant, session: str, text: str, side: str, count: int) -> None:
    ((tool, inputs),) = made(told(warmed, session, text))
    assert tool == "position"
    assert inputs["legs"][0][0] == side  # type: ignore[index]
    assert inputs.get("contracts", 1) == count


@pytest.mark.parametrize("text", ["vix 17.95", "next close is 27", "next fomc"])
def test_a_statement_is_no_wish_for_live_data_or_a_forecast(warmed: Assistant, session: str, text: str) -> None:
    assert warmed.ask(text, session=session).kind != "no-advice"


@pytest.mark.parametrize("text", ["will vix close at 27 tomorrow?", "where will the next close be"])
def test_a_forecast_is_declined_as_before(warmed: Assistant, session: str, text: str) -> None:
    assert warmed.ask(text, session=session).kind == "no-advice"


def test_flies_are_no_value_of_a_line(warmed: Assistant, session: str) -> None:
    assert warmed.ask("if i buy 12 flies at .85 and macd crosses down the next day what then", session=session).results == ()


@pytest.mark.parametrize("then", ["buy 20 of them, cost?", "what would 20 contracts cost", "cost of 20 calls"])
def test_so_many_of_an_option_cost_its_value(warmed: Assistant, session: str, then: str) -> None:
    warmed.ask("vix call 25 strike, future 21, vol 95, 40 days. price?", session=session)
    ((tool, inputs),) = made(warmed.ask(then, session=session))
    assert (tool, inputs["product"], inputs["contracts"]) == ("contract_value", "VIX option", 20)
    # 21 over 25 at 95% for 40 of 365 days: σ√T = 0.3145, d1 = −0.3971, d2 = −0.7116; 21 N(d1) − 25 N(d2) = 1.30
    assert inputs["price"] == pytest.approx(1.30, abs=0.01)


@pytest.mark.parametrize(
    "text",
    [
        "i want to hedge a 300k portfolio with 1%, flies at .75, how do i split it",
        "300k account, hedge with 1%, how do i divide it",
    ],
)
def test_a_sum_to_be_shared_out_is_arithmetic(warmed: Assistant, session: str, text: str) -> None:
    ((tool, inputs),) = made(warmed.ask(text, session=session))
    assert (tool, inputs["budget"], inputs["share"]) == ("tranche_plan", 300_000.0, 0.01)


CLOSED = "i paid .85 for the 25 30 35, its 1.40 now, what am i up on 6"


@pytest.mark.parametrize("then", ["what if it settles 28", "and if vix prints 33", "what if it expires at 31"])
def test_a_level_at_which_it_settles_is_no_number_of_contracts(warmed: Assistant, session: str, then: str) -> None:
    closed, held = made(told(warmed, session, CLOSED, then))
    assert (closed[0], held[0]) == ("round_trip", "butterfly")
    assert held[1]["settlement"] == float(then[-2:])
    assert closed[1]["contracts"] == held[1]["contracts"] == 6
