"""Condors, verticals, outright options and futures in other people's words; each expectation is read off the sentence."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.composed.several import calculations
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.text.quantities import Reading
from tests.assistant.asked import computed

PRICES = st.integers(1200, 4000).map(lambda n: n / 100)
CENTS = st.integers(20, 190).map(lambda n: n / 100)


def only(text: str) -> Calculation:
    (found,) = calculations(Reading(text))
    return found


@pytest.mark.parametrize(
    "words",
    [
        "If a 5-wide SPX iron condor is sold for ${} with short strikes 5650 put and 5950 call, where does it break even?",
        "5 wide iron condor, shorts at 5650 and 5950, credit {}; max loss",
        "short strikes 5650p and 5950c, wings 5 points away, collected {}: max risk of the condor?",
        "5650/5645 put side and 5950/5955 call side iron condor collected {}. breakevens",
        "iron condor 5645/5650/5950/5955 for {} credit, break-evens",
        "condor: long the 5645 put, short the 5650 put, short the 5950 call, long the 5955 call, credit {}. largest loss?",
    ],
)
@given(credit=CENTS)
def test_an_iron_condor(words: str, credit: float) -> None:
    tool, arguments = computed(words.format(credit))
    assert (tool, arguments["net"]) == ("position", -credit)
    assert sorted((g["strike"], g["side"], g["kind"]) for g in arguments["legs"]) == [
        (5645, "long", "put"),
        (5650, "short", "put"),
        (5950, "short", "call"),
        (5955, "long", "call"),
    ]


def test_a_condor_of_calls_is_bought() -> None:
    _, arguments = computed("call condor 20/25/30/35 for 1.90, max profit")
    assert arguments["net"] == 1.9
    assert [(g["side"], g["kind"]) for g in arguments["legs"]] == [
        ("long", "call"),
        ("short", "call"),
        ("short", "call"),
        ("long", "call"),
    ]


@given(st.integers(400, 2500).map(lambda n: n / 100), CENTS)
def test_a_vertical_with_the_price_of_each_leg(high: float, low: float) -> None:
    for words in (
        "bear put spread SPX 4900/4800 - long leg {}, short leg {}. b/e?",
        "4900/4800 bear put, bought leg {}, sold leg {}",
    ):
        _, arguments = computed(words.format(high, low))
        legs = {(g["side"], g["kind"], g["strike"], g["premium"]) for g in arguments["legs"]}
        assert legs == {("long", "put", 4900, high), ("short", "put", 4800, low)}


@given(st.integers(10, 60), CENTS, st.integers(5, 90))
def test_an_option_alone_is_bought_where_no_side_is_said(strike: int, price: float, level: int) -> None:
    _, arguments = computed(f"VIX {strike} call costs {price}. break-even?")
    assert arguments["legs"] == [{"side": "long", "kind": "call", "strike": strike, "premium": price, "quantity": 1}]
    _, arguments = computed(f"what do 3 vix {strike} calls at {price} make if vix settles {level}")
    assert (arguments["legs"][0]["quantity"], arguments["settlement"]) == (3, level)


@pytest.mark.parametrize(
    "words",
    [
        "3 VX contracts bought {} sold {}. profit?",
        "in at {} out at {} on three vx futures. how much?",
        "3 vix futures: entry {}, exit {}, gain?",
        "3 VX opened at {} and closed at {}, pnl",
        "three vx futures, paid {}, stopped out {}; how much did i lose",
        "VX +3 @{}, out {}, fees nil. P/L?",
        "long 3 VX, taken at {}, sold {}: result in dollars?",
    ],
)
@given(entry=PRICES, leave=PRICES)
def test_futures_bought_and_left(words: str, entry: float, leave: float) -> None:
    tool, arguments = computed(words.format(entry, leave))
    assert (tool, arguments) == ("round_trip", {"entry": entry, "leave": leave, "multiplier": 1000, "contracts": 3})


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("shorted 2 VXM at {}, covered {}. profit?", "short"),
        ("sold 2 mini VIX futures at {} and bought back at {}, profit?", "short"),
        ("Two long mini VIX futures were taken at {} and settled at {}. What is the gain, please?", "long"),
    ],
)
@given(entry=PRICES, leave=PRICES)
def test_futures_that_stand_at_another_price(words: str, side: str, entry: float, leave: float) -> None:
    tool, arguments = computed(words.format(entry, leave))
    leg: dict[str, Any] = {"side": side, "kind": "future", "strike": entry, "premium": 0.0, "quantity": 1}
    assert (tool, arguments) == ("position", {"legs": [leg], "settlement": leave, "multiplier": 100, "contracts": 2})


@pytest.mark.parametrize(
    "words",
    [
        "leg prices {} / {} / {} for 25/30/35: net debit of the butterfly?",
        "premiums are: call 25 at {}, call 30 at {}, call 35 at {}. I make the butterfly 25/30/35, how much is the debit?",
        "25 calls {}, 30 calls {}, 35 calls {}; I do the 1-2-1 fly. cost and break-evens?",
    ],
)
@given(prices=st.lists(st.integers(10, 500), min_size=3, max_size=3, unique=True))
def test_a_butterfly_from_the_price_of_each_call(words: str, prices: list[int]) -> None:
    low, middle, high = (n / 100 for n in sorted(prices, reverse=True))
    found = only(words.format(low, middle, high))
    expected = {"lower": 25, "body": 30, "upper": 35, "debit": pytest.approx(low - 2 * middle + high)}
    assert (found.call.tool, dict(found.call.arguments)) == ("butterfly", expected)


@pytest.mark.parametrize(
    ("text", "tool", "arguments"),
    [
        ("the 25/27.5/30 at 0.30, 10 lots. net max profit?", "butterfly", {"debit": 0.3, "contracts": 10}),
        ("what VIX close do I need to get my 0.90 back on the 22/27/32?", "butterfly", {"debit": 0.9}),
        ("breakeven on a 5-point-wide fly centred at 27 costing .95", "butterfly", {"lower": 22, "body": 27, "upper": 32}),
        (
            "25/30/35: lower call 2.20 ask, body 1.30 bid, upper 0.75 ask. natural debit of the fly?",
            "butterfly",
            {"debit": 0.35},
        ),
        ("10 of the 25/30/35 flies at 0.90, $0.65 commission per leg. b/e?", "butterfly", {"fees": 2.6, "contracts": 10}),
        (
            "if I paid 1.20 for 20/25/30 and can sell it today at 2.75, profit on 4?",
            "round_trip",
            {"entry": 1.2, "leave": 2.75},
        ),
        ("long call at 30 for 0.75, VIX at 42 at settlement, profit on 10 contracts?", "position", {"settlement": 42}),
        (
            "i sold the 25/35 call vertical for a 2.10 credit (short the 25, long the 35), worst case?",
            "position",
            {"net": -2.1},
        ),
    ],
)
def test_a_number_stands_where_its_words_put_it(text: str, tool: str, arguments: dict[str, Any]) -> None:
    found = only(text)
    assert found.call.tool == tool
    assert {name: found.call.arguments[name] for name in arguments} == arguments


def test_a_straddle_and_a_strangle_with_the_price_of_each_side() -> None:
    for text, strikes in (
        ("straddle on VIX at 18: call 1.90 put 1.70. break evens?", (18, 18)),
        ("long strangle 15p 1.70 / 25c 1.90. need VIX where?", (15, 25)),
    ):
        _, arguments = computed(text)
        legs = sorted((g["kind"], g["strike"], g["premium"]) for g in arguments["legs"])
        assert legs == [("call", strikes[1], 1.9), ("put", strikes[0], 1.7)]
