"""Legs told in clauses: side, kind, strike, how many and the price of each, as they stand in the sentence."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import Assistant
from assistant.understanding.text.leg import Leg
from assistant.understanding.text.leg_clauses import clauses as told
from assistant.understanding.text.leg_clauses import in_units
from assistant.understanding.text.typed import plain
from tests.assistant.asked import computed

FLY = (Leg("long", "call", 25, 1, 2.1), Leg("short", "call", 30, 2, 1.05), Leg("long", "call", 35, 1, 0.55))
CENTS = st.integers(5, 400).map(lambda n: n / 100)


def clauses(text: str) -> tuple[Leg, ...]:
    return tuple(leg for leg, _ in told(text))


@pytest.mark.parametrize(
    "text",
    [
        "bought the 25 call for 2.10, sold two of the 30 calls for 1.05 each, bought the 35 call for .55",
        "long 25 calls paid 2.10; short 30 calls, twice as many, got 1.05; long 35 calls paid .55",
        "legged it: 25 calls in at 2.10, hit the 30s twice at 1.05, wing 35s for 0.55",
        "BTO 1 VIX 25C @2.10 / STO 2 VIX 30C @1.05 / BTO 1 VIX 35C @.55",
        "25 call bought 2.10, two 30 calls sold 1.05, 35 call bought .55",
        "long call 25 at 2.10, short 2 call 30 at 1.05, long call 35 at .55",
        "buy 1 25 call $2.10, sell 2 30 call $1.05 and buy 1 35 call $0.55",
    ],
)
def test_a_butterfly_leg_by_leg(text: str) -> None:
    assert clauses(plain(text)) == FLY
    blank = "".join(plain(text)[end:start] for (_, (_, end)), (_, (start, _)) in pairwise(told(plain(text))))
    assert not any(sign.isdigit() for sign in blank)


@pytest.mark.parametrize(
    ("text", "legs"),
    [
        ("+1 20p, -2 17p, +1 14p", [("long", "put", 20, 1), ("short", "put", 17, 2), ("long", "put", 14, 1)]),
        (
            "1 x 25 call, -2 x 30 call, 1 x 35 call",
            [("long", "call", 25, 1), ("short", "call", 30, 2), ("long", "call", 35, 1)],
        ),
        (
            "long the 13 put, short the 15 put, short the 25 call, long the 29 call, credit 0.95",
            [("long", "put", 13, 1), ("short", "put", 15, 1), ("short", "call", 25, 1), ("long", "call", 29, 1)],
        ),
    ],
)
def test_legs_with_one_price_for_all_have_none_of_their_own(text: str, legs: list[tuple[Any, ...]]) -> None:
    assert clauses(plain(text)) == tuple(Leg(*row, None) for row in legs)


@pytest.mark.parametrize("text", ["a 25/30/35 call fly", "price the 30 call", "2 of the 28/34 call spreads", "30 call, 25 put"])
def test_strikes_without_a_side_are_no_legs(text: str) -> None:
    assert clauses(plain(text)) == ()


def test_legs_of_one_butterfly_many_times_are_counted_once() -> None:
    many = tuple(Leg(g.side, g.kind, g.strike, 20 * g.quantity, g.premium) for g in FLY)
    assert in_units(many) == (FLY, 20)


@given(st.integers(10, 60), st.integers(1, 30), CENTS, st.sampled_from(["bought", "sold"]), st.sampled_from(["call", "put"]))
def test_an_outright_option(strike: int, count: int, price: float, side: str, kind: str) -> None:
    tool, arguments = computed(f"outright: {count} VIX {strike} {kind}s {side} {price}. which settlement gets me back to zero?")
    (leg,) = arguments["legs"]
    held = {"bought": "long", "sold": "short"}[side]
    assert (tool, leg) == (
        "position",
        {"side": held, "kind": kind, "strike": strike, "premium": price, "quantity": count},
    )


@given(st.integers(12, 40), st.integers(1, 9), CENTS)
def test_a_butterfly_of_puts_with_one_price(body: int, wing: int, net: float) -> None:
    low, high = body - wing, body + wing
    legs = f"+1 {high}p, -2 {body}p, +1 {low}p, net {net}"
    for text in (f"PUT butterfly, VIX: {legs}. Break-evens?", f"{high}/{body}/{low} put fly for {net}, b/e?"):
        tool, arguments = computed(text)
        assert (tool, arguments["net"]) == ("position", net)
        assert {(g["side"], g["kind"], g["strike"], g["quantity"]) for g in arguments["legs"]} == {
            ("long", "put", low, 1),
            ("short", "put", body, 2),
            ("long", "put", high, 1),
        }


@pytest.mark.parametrize(
    "asked",
    [
        "iron fly on vix: 25p long 30p/30c short 35c long, credit 4.10",
        "long 25p, short 30p/30c, long 35c for a 4.10 credit, breakevens?",
        "25p long, 30p & 30c short, 35c long, credit 4.10",
    ],
)
def test_joined_legs_share_a_side(warmed: Assistant, session: str, asked: str) -> None:
    (found,) = warmed.ask(asked, session).results
    assert found.break_evens == pytest.approx((25.9, 34.1))  # type: ignore[attr-defined]  # 30 ∓ 4.10
    assert (found.max_profit, found.max_loss) == pytest.approx((410, -90))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text",
    [
        "bought the 30c at 2.90 and the 40c at 0.75, sold two 35c at 1.45",
        "long the 30 call at 2.90, the 40 call at .75 and short 2 of the 35 calls at 1.45",
        "sold two 35c at 1.45, bought the 30c at 2.90 and the 40c at .75",
        "bought 1 30c for 2.90 and 1 40c for 0.75 and sold 2 35c for 1.45",
    ],
)
def test_a_leg_that_is_joined_behind_a_price_shares_the_side(text: str) -> None:
    found = sorted((leg.strike, leg.side, leg.quantity, leg.premium) for leg in clauses(text))
    assert found == [(30, "long", 1, 2.9), (35, "short", 2, 1.45), (40, "long", 1, 0.75)]


def test_what_a_call_is_worth_now_is_no_leg_bought() -> None:
    assert len(clauses("bought the 25 call for 2.00 and the 30 call is 1.20 now")) < 2
