"""A trade told in turns: other strikes, a leg more, how many, where it settles, part of it closed, all of it together."""

import pytest

from assistant import Answer, Assistant

SPREAD = "long vix 18/25 call spread, paid 1.8"
FLY = "20/25/30 call fly for 1.10"
TWO = "i hold two flies: 18/23/28 at 0.9 and 25/30/35 at 0.7"
Calls = list[tuple[str, dict[str, object]]]


def told(assistant: Assistant, session: str, *turns: str) -> Answer:
    *_, answer = [assistant.ask(turn, session=session) for turn in turns]
    return answer


def made(answer: Answer) -> Calls:
    return [(r.tool, {k: v for k, v in r.inputs.items() if v is not None}) for r in answer.results]


def legs(answer: Answer) -> list[tuple[str, str, float, int]]:
    (result,) = answer.results
    return [(side, kind, strike, many) for side, kind, strike, _, many in result.inputs["legs"]]


@pytest.mark.parametrize(
    ("then", "strikes", "net"),
    [
        ("make it 18/30 for 2.4", (18.0, 30.0), 2.4),
        ("same but 20/30", (20.0, 30.0), 1.8),
        ("20/28 at 1.9 instead", (20.0, 28.0), 1.9),
        ("what about 17/24 for 2", (17.0, 24.0), 2.0),
        ("what if the top strike is 30", (18.0, 30.0), 1.8),
    ],
)
def test_strikes_told_anew_are_no_number_of_contracts(
    warmed: Assistant, session: str, then: str, strikes: tuple[float, float], net: float
) -> None:
    ((tool, inputs),) = made(told(warmed, session, SPREAD, then))
    assert (tool, inputs["net"], inputs.get("contracts", 1)) == ("position", net, 1)
    assert tuple(strike for _, _, strike, *_ in inputs["legs"]) == strikes  # type: ignore[attr-defined]


def test_a_spread_of_the_other_kind_is_still_paid_for(warmed: Assistant, session: str) -> None:
    answer = told(warmed, session, "put spread 15/20 long at 1.4", "18/22 call spread at 1.2 instead")
    assert legs(answer) == [("long", "call", 18.0, 1), ("short", "call", 22.0, 1)]


@pytest.mark.parametrize("then", ["cover it with a long 40 call at .25", "buy a 40 call at .25 to cover it"])
def test_what_covers_a_sold_call_is_held_beside_it(warmed: Assistant, session: str, then: str) -> None:
    answer = told(warmed, session, "naked short 30 call at 0.6", then)
    assert legs(answer) == [("short", "call", 30.0, 1), ("long", "call", 40.0, 1)]


def test_legs_by_their_strikes_alone_are_added(warmed: Assistant, session: str) -> None:
    answer = told(warmed, session, "buy 20 call 2.0 sell 25 call 0.9", "sell another 25 for 0.9 and buy a 30 for 0.4")
    assert legs(answer) == [("long", "call", 20.0, 1), ("short", "call", 25.0, 2), ("long", "call", 30.0, 1)]


def test_another_call_is_another_position(warmed: Assistant, session: str) -> None:
    answer = told(warmed, session, "long 25 call at 1.35", "vix ends at 33", "what about the 30 call at .8")
    assert legs(answer) == [("long", "call", 30.0, 1)]
    assert answer.results[0].inputs["settlement"] == 33.0


@pytest.mark.parametrize("then", ["i have 4", "i've got 4 of em", "four of em", "i own 4 of those", "make it 4"])
def test_how_many_are_held(warmed: Assistant, session: str, then: str) -> None:
    ((_, inputs),) = made(told(warmed, session, FLY, then))
    assert inputs["contracts"] == 4


def test_money_is_no_number_of_contracts(warmed: Assistant, session: str) -> None:
    fly, plan = made(warmed.ask("20/25/30 fly at 1.1 and i have 5000, 25% first", session=session))
    assert "contracts" not in fly[1]
    assert (plan[0], plan[1]["budget"], plan[1]["first"]) == ("tranche_plan", 5000.0, 0.25)


@pytest.mark.parametrize(
    ("then", "level"),
    [
        ("vix 24", 24.0),
        ("vix goes to 23 at expiry", 23.0),
        ("vix fell to 19 at expiration", 19.0),
        ("what do i have left at 20", 20.0),
        ("vix closes at 22 on the last day", 22.0),
        ("and 24.9", 24.9),
    ],
)
def test_where_it_settles(warmed: Assistant, session: str, then: str, level: float) -> None:
    ((tool, inputs),) = made(told(warmed, session, SPREAD, then))
    assert (tool, inputs["settlement"], inputs.get("contracts", 1)) == ("position", level, 1)


def test_the_index_that_closes_is_no_exit(warmed: Assistant, session: str) -> None:
    ((tool, inputs),) = made(told(warmed, session, "bought 5 of the 22/27/35 at 0.60", "vix closes at 33 on the last day"))
    assert (tool, inputs["settlement"]) == ("butterfly", 33.0)


@pytest.mark.parametrize(("trade", "then"), [(FLY, "it rose to 2.4"), (SPREAD, "it went to 2.4")])
def test_a_trade_that_moves_has_a_price(warmed: Assistant, session: str, trade: str, then: str) -> None:
    ((tool, inputs),) = made(told(warmed, session, trade, then))
    assert (tool, inputs["leave"]) == ("round_trip", 2.4)


@pytest.mark.parametrize("then", ["it jumped to 31", "vix jumped to 31"])
def test_a_number_of_the_size_of_the_strikes_is_the_index(warmed: Assistant, session: str, then: str) -> None:
    ((tool, inputs),) = made(told(warmed, session, FLY, then))
    assert (tool, inputs["settlement"]) == ("butterfly", 31.0)


def test_half_closed_at_the_mark_and_the_rest_settled(warmed: Assistant, session: str) -> None:
    held = "have 6 of the 25/30/35 call fly at 0.75"
    ((tool, inputs),) = made(told(warmed, session, held, "mark is 1.60 now", "if i close half here what do i lock in"))
    assert (tool, inputs["exits"], inputs["contracts"]) == ("staged_exit", [(1.6, 3.0)], 6)
    *_, (tool, inputs) = made(told(warmed, session, "and the rest settles at 29"))
    assert (tool, inputs["exits"]) == ("staged_exit", [(1.6, 3.0), (4.0, 3.0)])


@pytest.mark.parametrize("then", ["whats total max loss", "combined max loss?", "max loss in total"])
def test_all_of_them_together(warmed: Assistant, session: str, then: str) -> None:
    (result,) = told(warmed, session, TWO, then).results
    assert (result.tool, result.to_dict()["max_loss"]) == ("position", -160.0)


def test_the_second_is_dropped(warmed: Assistant, session: str) -> None:
    ((tool, inputs),) = made(told(warmed, session, TWO, "both together", "drop the second"))
    assert (tool, inputs["lower"], inputs["upper"]) == ("butterfly", 18.0, 28.0)


@pytest.mark.parametrize(("then", "debit"), [("what's mid", 1.15), ("at natural", 1.25), ("max profit at mid", 1.15)])
def test_one_of_two_prices(warmed: Assistant, session: str, then: str, debit: float) -> None:
    ((tool, inputs),) = made(told(warmed, session, "20/25/30 fly bid 1.05 ask 1.25", then))
    assert (tool, inputs["debit"]) == ("butterfly", debit)


def test_the_mid_of_nothing_told_is_market_data(warmed: Assistant, session: str) -> None:
    assert told(warmed, session, FLY, "what's the mid of spx").kind == "not-covered"


def test_bought_instead_of_sold(warmed: Assistant, session: str) -> None:
    answer = told(warmed, session, "sold 3 of the 15/20/25 call butterflies @ 1.9", "what if i had bought them instead")
    assert legs(answer) == [("long", "call", 15.0, 1), ("short", "call", 20.0, 2), ("long", "call", 25.0, 1)]
    assert answer.results[0].inputs["net"] == 1.9


def test_what_was_made_is_the_settlement(warmed: Assistant, session: str) -> None:
    answer = told(warmed, session, "long 10 vx mini at 18.2", "now at 21.4", "what did i make")
    assert "$3,200" in answer.text
    assert "unlimited" not in answer.text
    ((_, inputs),) = made(told(warmed, session, "stop at 16.5 how much do i lose"))
    assert inputs["settlement"] == 16.5


def test_a_future_that_comes_to_the_index(warmed: Assistant, session: str) -> None:
    basis = made(warmed.ask("vix 13.2 and the front future is 15, 20 days left", session=session))
    assert basis == [("spot_basis", {"spot": 13.2, "future": 15.0})]
    ((tool, inputs),) = made(told(warmed, session, "if they converge how much do i lose being long one"))
    assert (tool, inputs["entry"], inputs["leave"], inputs["multiplier"]) == ("round_trip", 15.0, 13.2, 1000.0)


CURVE = "m1 14.5 m2 15.9 m3 16.8 m4 17.3"


@pytest.mark.parametrize(
    ("then", "curve"),
    [("between m2 and m3?", [15.9, 16.8]), ("m3 to m4", [16.8, 17.3]), ("m1 to m4", [14.5, 15.9, 16.8, 17.3])],
)
def test_two_months_of_a_curve(warmed: Assistant, session: str, then: str, curve: list[float]) -> None:
    assert made(told(warmed, session, CURVE, then)) == [("term_structure", {"curve": curve})]


def test_a_month_of_a_yearly_slope(warmed: Assistant, session: str) -> None:
    ((tool, inputs),) = made(told(warmed, session, "m1 14.5 m2 15.9", "annualised for 30 days", "what if m1 jumps to 20"))
    assert (tool, inputs["front"], inputs["second"]) == ("yearly_slope", 20.0, 15.9)


def test_the_days_of_a_parity_count_once_a_rate_is_told(warmed: Assistant, session: str) -> None:
    answer = told(warmed, session, "strike 20, call 2.10, put 1.60, future 20.4, 30 days", "rate 5%")
    ((_, inputs),) = made(answer)
    assert inputs["years"] == pytest.approx(30 / 365)
    assert made(told(warmed, session, "is parity violated"))[0][0] == "parity"


def test_what_an_option_loses_with_a_day(warmed: Assistant, session: str) -> None:
    answer = told(warmed, session, "price a 25 call, future 19, 35 days, vol 95%", "how much does it lose per day")
    assert answer.results[0].tool == "black76"
    assert "Theta" in answer.text


@pytest.mark.parametrize(
    ("then", "level"),
    [("if vix doubles from 14", 28.0), ("what if vix rises 50% from 16", 24.0), ("vix falls 20% from 25", 20.0)],
)
@pytest.mark.parametrize("trade", [FLY, SPREAD])
def test_where_it_settles_from_where_it_stood(warmed: Assistant, session: str, trade: str, then: str, level: float) -> None:
    ((_, inputs),) = made(told(warmed, session, trade, then))
    assert inputs["settlement"] == pytest.approx(level)


def test_in_percent_of_what_was_paid_at_the_last_settlement(warmed: Assistant, session: str) -> None:
    turns = ("and if it only gets to 26", "how much would i lose if it stays at 18", "as percent of what i put in")
    ((tool, inputs),) = made(told(warmed, session, "long 3 25/30/35 call flies at .80", *turns))
    assert (tool, inputs["entry"], inputs["leave"]) == ("round_trip", 0.8, 0.0)


@pytest.mark.parametrize(("then", "leave"), [("drops 3 points", 18.3), ("goes up 2 points", 23.3), ("drops to 15", 15.0)])
def test_a_future_moves_by_so_many_points(warmed: Assistant, session: str, then: str, leave: float) -> None:
    ((tool, inputs),) = made(told(warmed, session, "mini vix future 21.3 long 5", then))
    assert (tool, inputs["entry"], inputs["leave"], inputs["contracts"]) == ("round_trip", 21.3, pytest.approx(leave), 5)


@pytest.mark.parametrize(("then", "lower", "many"), [("10 of A", 20.0, 10), ("3 of the second", 22.0, 3)])
def test_so_many_of_one_of_two(warmed: Assistant, session: str, then: str, lower: float, many: int) -> None:
    ((_, inputs),) = made(told(warmed, session, "fly A 20/25/30 at 1.1, fly B 22/27/32 at .95", then))
    assert (inputs["lower"], inputs["contracts"], inputs.get("settlement")) == (lower, many, None)


@pytest.mark.parametrize(("then", "price"), [("and at 1.50", 1.5), ("for 1.2", 1.2), ("what vol makes it 2", 2.0)])
def test_a_price_is_no_volatility(warmed: Assistant, session: str, then: str, price: float) -> None:
    ((tool, inputs),) = made(told(warmed, session, "price a 25 call, future 19, 35 days, vol 95%", then))
    assert (tool, inputs["price"]) == ("implied_volatility", price)


@pytest.mark.parametrize(("then", "vol"), [("at 110", 1.1), ("and at 90", 0.9), ("vol 80", 0.8)])
def test_a_volatility_is_no_price(warmed: Assistant, session: str, then: str, vol: float) -> None:
    ((tool, inputs),) = made(told(warmed, session, "price a 25 call, future 19, 35 days, vol 95%", then))
    assert (tool, inputs["vol"]) == ("black76", vol)


def test_a_pair_against_its_future(warmed: Assistant, session: str) -> None:
    ((tool, inputs),) = made(told(warmed, session, "call 2.2 put 1.4 strike 20, future?", "if the future trades at 21"))
    assert (tool, inputs["forward"]) == ("parity", (21.0, 21.0))


def test_the_index_beside_its_future_moves(warmed: Assistant, session: str) -> None:
    assert made(told(warmed, session, "vix 22, m1 20.5", "and if vix is 30")) == [
        ("spot_basis", {"spot": 30.0, "future": 20.5})
    ]


def test_what_trades_at_another_price_was_paid_for(warmed: Assistant, session: str) -> None:
    ((tool, inputs),) = made(told(warmed, session, "paid 1.05 for 25/30/35", "trades at .65"))
    assert (tool, inputs["entry"], inputs["leave"]) == ("round_trip", 1.05, 0.65)


def test_a_roll_of_one_contract(warmed: Assistant, session: str) -> None:
    ((tool, inputs),) = made(told(warmed, session, "front 21 second 19.5 third 18.9", "what does one contract make on a roll"))
    assert (tool, inputs["entry"], inputs["leave"], inputs["contracts"]) == ("round_trip", 19.5, 21.0, 1)


@pytest.mark.parametrize("text", ["strangle 16 put 24 call for 1.9 total", "long strangle 16 put and 24 call at 1.9"])
def test_the_strikes_of_a_strangle_are_no_prices(warmed: Assistant, session: str, text: str) -> None:
    answer = warmed.ask(text, session=session)
    assert legs(answer) == [("long", "put", 16.0, 1), ("long", "call", 24.0, 1)]
    assert answer.results[0].inputs["net"] == 1.9


def test_a_bought_spread_that_is_sold_was_bought(warmed: Assistant, session: str) -> None:
    answer = warmed.ask("bought 4 call spreads 20/25 at 1.6, sold 2 at 2.4", session=session)
    (side, *_), *_ = next(r.inputs["legs"] for r in answer.results if r.tool == "position")
    assert side == "long"


@pytest.mark.parametrize("text", ["bought the 20/25 call spread at 1.6 sold it at 2.4", "20/25/30 fly at 1.1, i have 5000"])
def test_a_strike_or_money_counts_nothing(warmed: Assistant, session: str, text: str) -> None:
    (result,) = warmed.ask(text, session=session).results
    assert result.inputs.get("contracts", 1) == 1


def test_one_bought_and_one_sold(warmed: Assistant, session: str) -> None:
    bought, sold = made(warmed.ask("buy 2 20/25/30 flies at 1, sell 1 25/30/35 fly at .6", session=session))
    assert (bought[0], bought[1]["debit"], bought[1]["contracts"]) == ("butterfly", 1.0, 2)
    assert (sold[0], sold[1]["net"]) == ("position", -0.6)


def test_so_many_of_each(warmed: Assistant, session: str) -> None:
    both = made(warmed.ask("20/25/30 at 1.1 or 25/30/35 at .8, 5 of each", session=session))
    assert [inputs["contracts"] for _, inputs in both] == [5, 5]


@pytest.mark.parametrize(
    ("text", "side", "entry"),
    [("short vix fut 2 contracts at 26", "short", 26.0), ("vx long from 18.40, 2 contracts", "long", 18.4)],
)
def test_contracts_of_a_future_are_counted_once(warmed: Assistant, session: str, text: str, side: str, entry: float) -> None:
    (result,) = warmed.ask(text, session=session).results
    ((told_side, kind, strike, _, many),) = result.inputs["legs"]
    assert (told_side, kind, strike, many * result.inputs["contracts"]) == (side, "future", entry, 2)


def test_the_body_and_the_wings_of_an_iron_fly(warmed: Assistant, session: str) -> None:
    answer = warmed.ask("iron fly 20 body 15/25 wings 3.1 credit", session=session)
    assert [strike for _, _, strike, _ in legs(answer)] == [15.0, 20.0, 20.0, 25.0]
    assert answer.results[0].inputs["net"] == -3.1


@pytest.mark.parametrize(("then", "lower", "upper"), [("and wings of 4", 21.0, 29.0), ("3 point wings", 22.0, 28.0)])
def test_wings_are_no_debit(warmed: Assistant, session: str, then: str, lower: float, upper: float) -> None:
    ((_, inputs),) = made(told(warmed, session, FLY, then))
    assert (inputs["lower"], inputs["body"], inputs["upper"], inputs["debit"]) == (lower, 25.0, upper, 1.1)


def test_one_option_at_another_price(warmed: Assistant, session: str) -> None:
    answer = told(warmed, session, "long 22 call at 1.1", "vix 22.8", "what if i paid .9")
    assert answer.results[0].inputs["legs"][0][3] == 0.9


def test_minis_marked_and_sold_in_two_parts(warmed: Assistant, session: str) -> None:
    turns = ("long vxm 17.2 x 20", "mark 18.05", "sell 10 there", "the rest at 16")
    ((tool, inputs),) = made(told(warmed, session, *turns))
    assert (tool, inputs["entry"], inputs["exits"]) == ("staged_exit", 17.2, [(18.05, 10.0), (16.0, 10.0)])


def test_a_future_shortly_named_is_the_forward(warmed: Assistant, session: str) -> None:
    ((tool, inputs),) = made(warmed.ask("25/30/35 fly worth now? fut 24 vol 90 28 days paid .9", session=session))
    assert (tool, inputs["forward"]) == ("butterfly_value_today", 24.0)


@pytest.mark.parametrize("then", ["i have 5000", "and i've got 5k", "i have $5,000 to spend"])
def test_money_that_someone_has_buys_so_many(warmed: Assistant, session: str, then: str) -> None:
    assert made(told(warmed, session, FLY, then)) == [
        ("units_for_budget", {"budget": 5000.0, "unit_cost": 110.0, "share": 1.0}),
    ]
