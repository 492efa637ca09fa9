"""A position that stands at a price now, or was closed early and is held against its settlement; a time in days carried on."""

import pytest

from assistant import Assistant
from assistant.answer import Answer

FLY = "20/30/40 fly at 1.2, 4 contracts"


def told(assistant: Assistant, session: str, *turns: str) -> Answer:
    *before, last = turns
    for turn in before:
        assistant.ask(turn, session=session)
    return assistant.ask(last, session=session)


def outcome(answer: Answer) -> tuple[str, object]:
    last = answer.results[-1]
    return last.tool, {k: v for k, v in last.inputs.items() if v is not None}


@pytest.mark.parametrize(
    "then", ["mid is now 2.5", "its at 2.5 now", "now worth 2.5", "closed early at a mid of 2.5", "close early at the mid 2.5"]
)
def test_what_it_stands_at_is_where_it_could_be_closed(warmed: Assistant, session: str, then: str) -> None:
    answer = told(warmed, session, FLY, then)
    tool, inputs = outcome(answer)
    assert tool == "round_trip"
    assert answer.results[-1].to_dict()["profit"] == pytest.approx((2.5 - 1.2) * 100 * 4), inputs


@pytest.mark.parametrize("then", ["now debit is 1.4", "mid was 1.4 instead", "what if i paid 1.4"])
def test_another_price_paid_is_a_change(warmed: Assistant, session: str, then: str) -> None:
    answer = told(warmed, session, FLY, then)
    assert answer.results[-1].tool == "butterfly"
    assert answer.results[-1].inputs["debit"] == 1.4


@pytest.mark.parametrize("then", ["how much am i up", "am i up or down?", "so how far are we ahead now"])
def test_who_asks_how_much_he_is_up_hears_it_again(warmed: Assistant, session: str, then: str) -> None:
    answer = told(warmed, session, "i bought 10 flies at 0.9 and 10 at 0.6", "mid is now 1.4", then)
    assert answer.results[-1].to_dict()["profit"] == pytest.approx((1.4 - 0.75) * 100 * 20)


@pytest.mark.parametrize(
    "then",
    ["how does that compare with holding to 30", "vs holding it to expiry at 30?", "what if i had held and it settled at 30"],
)
def test_a_fly_closed_early_is_set_beside_its_settlement(warmed: Assistant, session: str, then: str) -> None:
    answer = told(warmed, session, FLY, "closed it at 2.5", then)
    closed, held = answer.results
    assert closed.to_dict()["profit"] == pytest.approx(1.3 * 400)
    assert held.to_dict()["settlement_profit"] == pytest.approx((10 - 1.2) * 400)


def test_where_it_would_settle_is_asked_for(warmed: Assistant, session: str) -> None:
    asked = told(warmed, session, FLY, "closed it at 2.5", "how does that compare with holding to expiry")
    assert asked.kind == "clarification"
    held = warmed.ask("26", session=session).results[-1]
    assert held.to_dict()["settlement_profit"] == pytest.approx((6 - 1.2) * 400)


def test_holding_so_many_or_so_long_settles_nothing(warmed: Assistant, session: str) -> None:
    many = told(warmed, session, FLY, "closed it at 2.5", "what if i hold 10 of them")
    assert [(r.tool, r.inputs["contracts"]) for r in many.results] == [("round_trip", 10)]
    assert not warmed.ask("what if i had held till 30 days", session=session).results


@pytest.mark.parametrize(
    "asked", ["black76 call forward 22 strike 25 30 days vol .9", "20/30/40 fly at 1.2, 30 days to go, future 25 vol 90%"]
)
def test_a_number_after_days_is_one_of_days(warmed: Assistant, session: str, asked: str) -> None:
    answer = told(warmed, session, asked, "with 20 days", "and 10")
    assert answer.results[-1].inputs["years"] == pytest.approx(10 / 365)


def test_what_was_known_told_anew_is_not_what_is_asked_for(warmed: Assistant, session: str) -> None:
    turns = ("vix futures 18.5 and 20.1 contango?", "annualized", "what if front is 21")
    answer = told(warmed, session, *turns)
    assert outcome(answer) == ("term_structure", {"curve": [21.0, 20.1]})


@pytest.mark.parametrize(
    "asked", ["vx at 17 22 25 for 1 2 3 month", "vix futures 17 22 25 months 1 2 3", "futures 17, 22, 25 for months 1, 2 and 3"]
)
def test_months_that_are_counted_are_no_prices(warmed: Assistant, session: str, asked: str) -> None:
    assert outcome(told(warmed, session, asked)) == ("term_structure", {"curve": [17.0, 22.0, 25.0]})


SERIES = (
    "macd trigger on 20 19.5 19 18.7 18.2 18 17.5 17.3 17 16.8 16.5 16.2 16 15.8 15.5 15.3 15.1 15 14.8 14.6 14.5 14.3 14.2"
    " 14.1 14 13.9 13.8 13.7 13.7 13.6 13.5 13.5 13.4 13.4 13.3 13.3 13.2 13.2 14 15 16 17 18 17 16 15 14 13 12 13 15 17 19 22"
    " 24 21 18 17 16 15 14 15 18 21 25"
)


@pytest.mark.parametrize(
    ("then", "named"),
    [
        ("which one had the highest histogram", "Trigger 1: point 52"),
        ("which was the strongest one?", "Trigger 1: point 52"),
        ("the earliest one?", "Trigger 1: point 52"),
        ("when was the last one", "Trigger 2: point 64"),
        ("which trigger was the weakest", "Trigger 2: point 64"),
        ("which cross had the lowest histogram", "Cross 1: point 49"),
    ],
)
def test_the_trigger_that_stands_out_is_named(warmed: Assistant, session: str, then: str, named: str) -> None:
    assert named in told(warmed, session, SERIES, then).text


def test_all_triggers_are_counted_after_one_was_looked_at(warmed: Assistant, session: str) -> None:
    assert "2 bullish triggers" in told(warmed, session, SERIES, "when was the first trigger", "how many triggers").text


def test_the_bar_of_a_cross_is_told_of_a_histogram(warmed: Assistant, session: str) -> None:
    answer = told(warmed, session, "hist -0.2 -0.1 0.1 0.3 0.2 0.4", "which bar crossed")
    assert "on bar 3" in answer.text


def test_a_spread_bought_back_early_is_set_beside_its_settlement(warmed: Assistant, session: str) -> None:
    answer = told(warmed, session, "condor 15/20/30/35 credit 1.8", "closed at .6", "vs holding to 32")
    closed, held = answer.results
    assert closed.to_dict()["profit"] == pytest.approx(120)
    assert held.to_dict()["settlement_profit"] == pytest.approx((1.8 - 2) * 100)


@pytest.mark.parametrize(("then", "leave"), [("and if it drops to 16", 16.0), ("and at 17", 17.0)])
def test_a_trade_is_left_at_another_price(warmed: Assistant, session: str, then: str, leave: float) -> None:
    tool, inputs = outcome(told(warmed, session, "buy VX at 19 sell at 23.5 2 contracts", "what if it drops to 18", then))
    assert tool == "round_trip"
    assert inputs == {"entry": 19.0, "leave": leave, "contracts": 2, "multiplier": 1000.0, "fees": 0.0}


def test_minis_have_their_own_dollars_a_point(warmed: Assistant, session: str) -> None:
    answer = told(warmed, session, "vx 17 and 18.2", "roll per contract in dollars", "for 5 minis")
    assert answer.results[-1].to_dict()["profit"] == pytest.approx(-1.2 * 100 * 5)


def test_the_index_is_no_price_of_what_was_traded(warmed: Assistant, session: str) -> None:
    answer = told(warmed, session, "buy VX at 19 sell at 23.5 2 contracts", "and if vix goes to 30")
    assert not any(r.tool == "round_trip" for r in answer.results)


def test_an_option_in_some_days_has_fewer_left(warmed: Assistant, session: str) -> None:
    answer = told(warmed, session, "call 30 future 22 vol 95% 25 days", "in 5 days")
    assert answer.results[-1].inputs["years"] == pytest.approx(20 / 365)


@pytest.mark.parametrize(
    "asked", ["bought 4 vx at 18 and sold 1 of them at 22", "bought 4 vx 18, sold 1 at 22", "long 4 vx at 18, closed one at 22"]
)
def test_a_part_that_is_sold_makes_its_part_alone(warmed: Assistant, session: str, asked: str) -> None:
    (sold,) = told(warmed, session, asked).results
    assert (sold.tool, sold.to_dict()["profit"]) == ("staged_exit", pytest.approx(4_000))
    rest = warmed.ask("and the rest at 17", session=session).results[-1]
    assert rest.to_dict()["profit"] == pytest.approx(4_000 - 3_000)


@pytest.mark.parametrize("asked", ["bought 2 vx at 18, sold at 22", "bought 2 vx at 18, sold 2 at 22"])
def test_all_that_is_sold_is_one_trade(warmed: Assistant, session: str, asked: str) -> None:
    (sold,) = told(warmed, session, asked).results
    assert sold.to_dict()["profit"] == pytest.approx(8_000)


def test_the_first_future_is_the_front_one(warmed: Assistant, session: str) -> None:
    tool, inputs = outcome(told(warmed, session, "vx 17 18.5 spot 15"))
    assert (tool, inputs) == ("spot_basis", {"spot": 15.0, "future": 17.0})
