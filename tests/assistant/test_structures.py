"""Number patterns with a shape of their own."""

from typing import Any

import pytest

from assistant.understanding.filling import structures
from assistant.understanding.lines.bars import bars
from assistant.understanding.positions import leg_structures
from assistant.understanding.positions.purchases import fills
from assistant.understanding.text.quantities import Reading
from tools import position


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("25/30/35", {"lower": 25, "body": 30, "upper": 35}),
        ("long 1 25c, short 2 30c, long 1 35c", {"lower": 25, "body": 30, "upper": 35}),
        ("long 35c, short two 30c, long 25c", {"lower": 25, "body": 30, "upper": 35}),
        ("long 1 25c, short 1 30c, long 1 35c", None),
        ("long 1 25p, short 2 30p, long 1 35p", None),
        ("25/30/35/40", None),
        ("30/30/30", None),
        ("nothing", None),
    ],
)
def test_strikes(text: str, expected: dict[str, float] | None) -> None:
    assert structures.strikes(Reading(text)) == expected


def test_legs_need_a_price_each() -> None:
    assert leg_structures.legs(Reading("long 25c 2.40, short 30c")) is None
    found = leg_structures.legs(Reading("long 25c 2.40, short two 30c 1.35"))
    assert found == {
        "legs": [
            {"side": "long", "kind": "call", "strike": 25.0, "premium": 2.4, "quantity": 1},
            {"side": "short", "kind": "call", "strike": 30.0, "premium": 1.35, "quantity": 2},
        ]
    }


def test_a_future_is_a_position_only_where_a_result_is_asked_for() -> None:
    assert leg_structures.legs(Reading("long a vix future at 18.5")) is None
    assert leg_structures.legs(Reading("profit of a long vix future at 18.5? i am long a vix future at 18.5")) is not None


def test_in_a_mix_of_options_and_futures_each_counts_its_own_dollars() -> None:
    found = leg_structures.legs(Reading("long a vix future at 18.5, short 25c 1.20, profit?"))
    assert found is not None
    # at 30 the future makes 11.50 × $1,000, the call loses (5 − 1.20) × $100
    assert position(**found, settlement=30).settlement_profit == 11_500 - 380


def test_a_mix_with_a_price_missing_is_not_guessed_at() -> None:
    assert leg_structures.legs(Reading("long a vix future at 18.5, short 25c, profit?")) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("macd 0.3 signal 0.2", {"macd_now": 0.3, "signal_now": 0.2}),
        ("macd .031, .027 sig; norm .74", {"macd_now": 0.031, "signal_now": 0.027, "normalised": 0.74}),
        (
            "today macd 1 signal 2, yesterday macd 3 signal 4",
            {"macd_now": 1, "signal_now": 2, "macd_before": 3, "signal_before": 4},
        ),
        ("macd 0.3", None),
        ("signal 0.3", None),
        ("1 2 3 4", None),
    ],
)
def test_bars(text: str, expected: dict[str, Any] | None) -> None:
    assert bars(Reading(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("front 18.2 second 19.6", [18.2, 19.6]),
        ("second 19.6 front 18.2", [18.2, 19.6]),
        ("15, 16.2, 17", [15, 16.2, 17]),
        ("front 18.2", None),
        ("0.5 and 0.6", None),
    ],
)
def test_curves(text: str, expected: list[float] | None) -> None:
    found = structures.curve(Reading(text))
    assert (None if found is None else found["curve"]) == expected


def test_fills_need_two() -> None:
    assert fills(Reading("3 at 1.10")) is None
    assert fills(Reading("3 at 1.10 and 2 contracts at $.80")) == {
        "fills": [{"price": 1.1, "units": 3.0}, {"price": 0.8, "units": 2.0}],
        "multiplier": 100.0,
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1800-1200", ([1800], [1200], None)),
        ("from 1000: 1,800/1,200, 900-2050", ([1800, 900], [1200, 2050], 1000)),
        ("1800 advancers, 1200 decliners", ([1800], [1200], None)),
        ("advances 1800 and declines 1200, starting at 500", ([1800], [1200], 500)),
        ("nothing here", None),
        ("advancers 1800 decliners 1200, next day 1500 1600, then 2000 900", ([1800, 1500, 2000], [1200, 1600, 900], None)),
        ("1800 up 1200 down monday, 1,500 and 1,600 tuesday, 900 vs 2000 wed", ([1800, 1500, 900], [1200, 1600, 2000], None)),
        ("line at 7450. 1800 up 1200 down", ([1800], [1200], 7450)),
        ("adv 1450 dec 1520 then 1900 v 1010, 980 v 1990. line", ([1450, 1900, 980], [1520, 1010, 1990], None)),
    ],
)
def test_breadth(text: str, expected: tuple[list[float], list[float], float | None] | None) -> None:
    found = structures.breadth(Reading(text))
    if expected is None:
        assert found is None
    else:
        assert found is not None
        assert (found["advances"], found["declines"], found.get("start")) == expected
