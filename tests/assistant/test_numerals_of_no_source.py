"""Numerals that need no source of their own: counts of things, round bounds, other inputs on offer, lists of shares."""

import pytest

from assistant.guards.evidence import Evidence
from assistant.guards.numerals import numerals
from assistant.guards.screening import screen
from assistant.guards.support import Rarity
from knowledge import Index
from tools import (
    advance_decline,
    finish_chance,
    implied_volatility,
    parity,
    position,
    round_trip,
    running_share,
    smoothing_constant,
    term_structure,
    vix_expiries,
    wacc,
)

CONDOR = "iron condor 4700/4750/5250/5300 for 12"
CURVE = "curve 16, 17, 18, 19, 20"
BREADTH = "advances 1900 800 1200 2000 1500, declines 900 1600 1700 700 1100"
QUOTES = "25 strike: call 2.00/2.10, put 3.00/3.10, future 24.00/24.10"
VOL = "25 call at 1.90, future 22, 60 days"
ADDS = "25% first and two adds"
TRIP = "bought 3 at 0.50, sold at 1.10"
ALPHA = "alpha of 12 bars"
CHANCE = "chance between 30.45 and 39.55, future 24.5, 0.2 years, 110%"
SETTLES = "VIX expiry after 5 February 2025"
CAPITAL = "600 of equity at 8%, 400 of debt at 5%, no tax"


@pytest.fixture(scope="module")
def turns(index: Index) -> dict[str, Evidence]:
    rarity = Rarity(index.glossary)
    legs = [("long", "put", 4700, 8), ("short", "put", 4750, 14), ("short", "call", 5250, 13), ("long", "call", 5300, 7)]
    results = {
        CONDOR: position(legs),
        CURVE: term_structure([16.0, 17.0, 18.0, 19.0, 20.0]),
        BREADTH: advance_decline([1900, 800, 1200, 2000, 1500], [900, 1600, 1700, 700, 1100]),  # up, down, down, up, up
        QUOTES: parity(25.0, (2.0, 2.1), (3.0, 3.1), (24.0, 24.1)),
        VOL: implied_volatility(1.9, 22.0, 25.0, 60 / 365),  # 84.1%
        ADDS: running_share(0.25, 2),  # 25%, 45%, 65%
        TRIP: round_trip(0.5, 1.1, contracts=3),  # 0.60 points, 120% of the stake, $180
        ALPHA: smoothing_constant(12),  # 2 ÷ 13 = 15.4%, Wilder's 1 ÷ 12 = 8.3%
        CHANCE: finish_chance(30.45, 39.55, 24.5, 0.2, 1.1),  # 75.4% below, 11.1% above
        SETTLES: vix_expiries("2025-02-05", 1),  # the 19th, 14 days later
        CAPITAL: wacc([600.0, 400.0], [0.08, 0.05]),  # 4.8% + 2.0% = 6.8%
    }
    return {q: Evidence(index.glossary, rarity, q, (r,), (), (), index) for q, r in results.items()}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (CONDOR, "Your four legs make up one structure."),
        (CONDOR, "I have taken all four premiums as they stand."),
        (CONDOR, "The wings are fifty points wide on each side."),
        (BREADTH, "On two days decliners led."),
        (VOL, "The implied volatility is nearly 85%."),
        (CURVE, "Each of these five months is dearer than the one before it."),
        (CURVE, "The front is the cheapest of the five."),
        (CURVE, "The slope is that of the first two months."),
        (QUOTES, "The six quotes are yours."),
        (BREADTH, "Three days up, two days down."),
        (VOL, "The implied volatility is just over 84 percent."),
        (VOL, "The implied volatility is above 80% and below 85%."),
        (ADDS, "The shares are 25, then 45, then 65."),
        (TRIP, "The profit tops $170, at $180."),
        (TRIP, "It made 1.2 times the stake."),
        (TRIP, "I can redo it for an exit at 0.90 or 1.40."),
        (TRIP, "Would you like to see it with 5 contracts and a fee of $2?"),
        (CAPITAL, "Debt adds 2.0 points of the total."),
        (CAPITAL, "I rounded to two decimals."),
        (ALPHA, "Alpha is 2/13, or 0.1538."),
        (ALPHA, "That is two over thirteen."),
        (ALPHA, "Wilder's average gives the newest value a weight of a twelfth."),
        (CHANCE, "In three cases out of four it would finish below 30.45."),
        (CHANCE, "The chance of a settlement between them is well under a half."),
        (CHANCE, "Finishing below is far likelier than above, 75.4 against 11.1."),
        (SETTLES, "That expiry is two weeks away, on 19 February 2025."),
        (CURVE, "Five months, each one dearer than the last."),
        (TRIP, "You sold at one ten."),
        (TRIP, "Three bought at fifty cents of a point."),
    ],
)
def test_it_passes(turns: dict[str, Evidence], question: str, said: str) -> None:
    assert screen(said, turns[question]).faults == ()


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (CONDOR, "Your six legs make up one structure."),
        (CONDOR, "The wings are sixty points wide on each side."),
        (BREADTH, "On four days decliners led."),
        (VOL, "The implied volatility is nearly 95%."),
        (CURVE, "Each of these seven months is dearer than the one before it."),
        (CURVE, "The front is the cheapest of the seven."),
        (QUOTES, "The eight quotes are yours."),
        (BREADTH, "Four days up, one day down."),
        (VOL, "The implied volatility is just over 85 percent."),  # it lies below
        (VOL, "The implied volatility is just over 78 percent."),  # nobody would say so
        (VOL, "The implied volatility is above 60%."),
        (ADDS, "The shares are 25, then 50, then 75."),
        (TRIP, "The profit tops $190, at $180."),
        (TRIP, "I can redo it, and 0.90 makes $400."),
        (TRIP, "Would you like to see why you made $400?"),
        (TRIP, "It made 2.1 times the stake."),
        (CAPITAL, "Debt adds 3.1 points of the total."),
        (ALPHA, "Alpha is 2/14, or 0.1538."),
        (ALPHA, "That is two over fourteen."),
        (ALPHA, "Wilder's average gives the newest value a weight of a fourteenth."),
        (CHANCE, "In two cases out of five it would finish below 30.45."),
        (CHANCE, "The chance of finishing below it is well under a half."),
        (SETTLES, "That expiry is three weeks away, on 19 February 2025."),
        (CURVE, "Six months, each one dearer than the last."),
        (TRIP, "You sold at one thirty."),
    ],
)
def test_it_does_not(turns: dict[str, Evidence], question: str, said: str) -> None:
    assert screen(said, turns[question]).faults != ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("six and seven", [6, 7]),
        ("two hundred and seven dollars", [207]),
        ("fifteen and a half thousand dollars", [15_500]),
        ("a quarter of a million dollars", [250_000]),
        ("4 turning points", [4]),
        ("half a dozen", [6]),
        ("a 16 in 100 chance", [0.16]),
        ("four in a thousand", [0.004]),
        ("0.80 a unit", [0.8]),
        ("two points speak for it", []),
        ("You cannot buy half a contract.", []),
        ("the first half of that", []),
        ("It comes off twice.", []),
        ("It is twice the debit.", [2]),
        ("a weight of a fourteenth", [1 / 14]),
        ("It is 1/14.", [1 / 14]),
        ("two divided by twenty", [0.1]),
        ("three cases out of four", [0.75]),
        ("22.45 times a hundred", [22.45, 100]),
    ],
)
def test_numbers_as_they_are_spoken(text: str, values: list[float]) -> None:
    assert [n.value for n in numerals(text)] == pytest.approx(values)
    assert not {n.unit for n in numerals(text)} & {"points", "count"}
