"""Few words after a calculation that take it up: a market price, a rate, so many trades, one of two, years set side by side."""

import pytest

from assistant import Assistant
from assistant.understanding.composed.several import calculations
from assistant.understanding.text.quantities import Reading

CURVE = "Date,VX1,VX2,VX3\n" + "\n".join(
    f"{year}-{month:02d}-15,{20 + month % 3},{21 + year % 2 - month % 2},{22 + month % 5}"
    for year in (2008, 2009, 2020)
    for month in range(1, 13)
)
OPTION = "black 76 call forward 20 strike 22 30 days vol 90%"
FLOWS = "xirr 2024-01-01 -1000, 2024-07-01 300, 2025-01-01 900"
BET = "expected value of 30% at 400 and 70% at -100"


def _after(first, *then):
    assistant = Assistant()
    assistant.ask(first)
    answers = [assistant.ask(question) for question in then]
    return answers[-1]


@pytest.mark.parametrize(
    ("asked", "price"),
    [("price 2.2", 2.2), ("it trades at 1.8, what iv", 1.8), ("market price is 1.50", 1.5), ("and if it costs 3?", 3.0)],
)
def test_a_market_price_asks_for_the_volatility_behind_it(asked, price):
    (result,) = _after(OPTION, asked).results
    assert (result.tool, result.inputs["price"], result.inputs["strike"]) == ("implied_volatility", price, 22)


@pytest.mark.parametrize(
    ("asked", "name", "value"), [("future 21", "forward", 21), ("vol 100%", "vol", 1.0), ("strike 25", "strike", 25)]
)
def test_other_terms_of_an_option_are_changed_as_before(asked, name, value):
    (result,) = _after(OPTION, asked).results
    assert (result.tool, result.inputs[name]) == ("black76", value)


@pytest.mark.parametrize("asked", ["npv at 5%", "what is it worth today at 5%", "and the present value at 5%?"])
def test_dated_flows_are_discounted_on_their_dates(asked):
    # −1000 + 300 ÷ 1.05^(182/365) + 900 ÷ 1.05^(366/365) = 149.82
    (result,) = _after(FLOWS, asked).results
    assert result.tool == "net_present_value"
    assert result.value == pytest.approx(149.82, abs=0.005)


def test_from_the_value_of_dated_flows_back_to_their_rate():
    (result,) = _after(FLOWS, "npv at 5%", "irr?").results
    assert result.tool == "xirr"


@pytest.mark.parametrize(
    ("asked", "trades"),
    [("times 10", 10), ("x20", 20), ("for 50 trades", 50), ("over 12 of those", 12), ("what if i do it 7 times", 7)],
)
def test_an_expected_value_so_many_times(asked, trades):
    (result,) = _after(BET, asked).results
    assert result.together == pytest.approx(50 * trades)  # 30% × 400 − 70% × 100 = 50


def test_one_of_two_calculations_of_different_kinds():
    both = "butterfly 25/30/35 for 0.85 and rsi gain 1.2 loss 0.8"
    assert [r.tool for r in _after(both, "and only the second one").results] == ["rsi_value"]
    assert [r.tool for r in _after(both, "just the first one please").results] == ["butterfly"]


@pytest.mark.parametrize(
    ("asked", "years"),
    [
        ("compare 2008 and 2020", ["2008", "2020"]),
        ("2008 vs 2020 contango share", ["2008", "2020"]),
        ("contango in 2009 versus 2020", ["2009", "2020"]),
    ],
)
def test_years_of_a_curve_side_by_side(asked, years):
    assistant = Assistant()
    assistant.load(CURVE.encode())
    for _ in range(2):  # as the first question on the table, and after an answer on it
        results = assistant.ask(asked).results
        assert [r.tool for r in results] == ["term_structure"] * len(years)
        assert all(f"'{year}-01-01'" in r.call for r, year in zip(results, years, strict=True))


@pytest.mark.parametrize(
    ("asked", "made"),
    [
        ("filled 1 vx at 18.2, then 2 vx at 19, mark 21, open p/l?", 6800),  # (21 − 18.2 + 2 × (21 − 19)) × 1,000
        ("long 2 vix futures at 17.5 and 1 more vix future at 18, last 16, unrealized?", -5000),  # (2 × −1.5 − 2) × 1,000
        ("bought 3 minis at 18.2, 2 more at 17.9, trading 19, running pnl", 460),  # (3 × 0.8 + 2 × 1.1) × 100
        ("1 vx at 18 then one vx at 19.5. currently 20.1, paper p/l?", 2700),  # (2.1 + 0.6) × 1,000
    ],
)
def test_futures_bought_in_lots_and_marked(asked, made):
    (held,) = Assistant().ask(asked).results
    assert held.tool == "position"
    assert held.settlement_profit == pytest.approx(made)


@pytest.mark.parametrize(
    ("asked", "tool"),
    [("bought 2 vx at 18.2, sold 2 vx at 19, p/l?", "round_trip"), ("long 2 vx at 17, now 19, open p/l", "position")],
)
def test_one_lot_or_a_sale_is_no_average(asked, tool):
    assert [c.call.tool for c in calculations(Reading(asked))] == [tool]


@pytest.mark.parametrize(
    ("asked", "factor", "value"),
    [
        ("my iv file is decimals (0.208) not 20.8. macd shows .0035, broken?", 100, 0.35),
        ("vol column is in percent (18.5) instead of 0.185, macd comes out as 0.42, is that right", 0.01, 0.0042),
    ],
)
def test_a_macd_in_the_other_unit_of_its_volatility(asked, factor, value):
    (result,) = Assistant().ask(asked).results
    assert result.tool == "rescaled_series"
    assert result.inputs["factor"] == pytest.approx(factor)
    assert result.value_after == pytest.approx(value)


@pytest.mark.parametrize(
    "asked",
    ["signal was .30, new macd reading .42. next 9 signal and bar", "sig was .30, macd now .42. new 9 signal and hist?"],
)
def test_a_signal_moved_on_by_a_span_right_before_it(asked):
    # 0.30 + 0.2 × 0.12 = 0.324; 0.42 − 0.324 = 0.096
    step, gap = Assistant().ask(asked).results
    assert step.value == pytest.approx(0.324)
    assert gap.histogram == pytest.approx(0.096)


@pytest.mark.parametrize(
    "asked", ["sig .0412 and macd .0412000000001, my script says bullish cross", "macd .0512 signal .05120000000002, a cross?"]
)
def test_lines_apart_by_rounding_noise(asked):
    answer = Assistant().ask(asked)
    assert "the two lines are equal" in answer.text
    assert "rounding noise" in answer.text


def test_a_put_that_is_quoted_after_a_call():
    (result,) = _after(OPTION, "put price 3.4").results
    assert (result.tool, result.inputs["kind"]) == ("implied_volatility", "put")
