"""Several exits of one position in words, against the sum worked out beside it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant import Assistant

FREELY = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
PRICES = st.integers(30, 900).map(lambda n: n / 100)
WAYS = (
    "bought {n} flies at {entry}, sold {sales}",
    "I bought {n} butterflies for {entry} and sold {sales}. what did I make?",
    "paid {entry} for {n}, closed {sales}, p/l?",
    "long {n} from {entry}, took off {sales}",
    "bought {n} contracts at {entry}; exits: {sales}",
)


def profit(entry: float, sales: list[tuple[int, float]]) -> float:
    return sum(units * (price - entry) * 100 for units, price in sales)


@FREELY
@given(st.sampled_from(WAYS), PRICES, st.lists(st.tuples(st.integers(1, 9), PRICES), min_size=2, max_size=4), st.integers(0, 5))
def test_what_all_exits_made(warmed: Assistant, session: str, way: str, entry: float, sales: list, kept: int) -> None:
    bought = sum(units for units, _ in sales) + kept
    said = " and ".join(f"{units} at {price:.2f}" for units, price in sales)
    (result,) = warmed.ask(way.format(n=bought, entry=f"{entry:.2f}", sales=said), session).results
    assert result.tool == "staged_exit"
    assert result.profit == pytest.approx(profit(entry, sales))  # type: ignore[attr-defined]
    assert result.held == kept  # type: ignore[attr-defined]


@FREELY
@given(PRICES, PRICES, PRICES, st.integers(1, 20))
def test_half_and_the_rest(warmed: Assistant, session: str, entry: float, first: float, rest: float, half: int) -> None:
    asked = f"bought {2 * half} 25/30/35 flies at {entry:.2f}, sold half at {first:.2f} and the rest at {rest:.2f}"
    (result,) = warmed.ask(asked, session).results
    assert result.profit == pytest.approx(profit(entry, [(half, first), (half, rest)]))  # type: ignore[attr-defined]


def test_the_exits_of_the_butterfly_before_are_changed_and_added_to(warmed: Assistant, session: str) -> None:
    warmed.ask("25/30/35 fly at 0.85, 6 contracts", session)
    steps = {
        "sold 2 at 3.10 and 3 at 4.20": [(2, 3.1), (3, 4.2)],
        "and the last one at 1.20": [(2, 3.1), (3, 4.2), (1, 1.2)],
        "what if the first was at 3.00": [(2, 3.0), (3, 4.2), (1, 1.2)],
        "drop the last": [(2, 3.0), (3, 4.2)],
    }
    for said, sales in steps.items():
        (result,) = warmed.ask(said, session).results
        assert result.profit == pytest.approx(profit(0.85, sales)), said  # type: ignore[attr-defined]


def test_futures_count_their_own_dollars(warmed: Assistant, session: str) -> None:
    (result,) = warmed.ask("long 4 vix futures from 18.2, sold 1 at 20, 1 at 22.5 and two at 25", session).results
    assert result.profit == pytest.approx((1.8 + 4.3 + 2 * 6.8) * 1000)  # type: ignore[attr-defined]


def test_one_exit_is_a_round_trip(warmed: Assistant, session: str) -> None:
    (result,) = warmed.ask("bought 4 flies at 1.05, sold them at 2.40", session).results
    assert (result.tool, result.inputs["contracts"]) == ("round_trip", 4)
