"""How many of a structure, in many people's words: for a profit, within a loss, for a sum; oracle: the division by hand."""

import math

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant import Assistant

FREELY = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
AT_BODY = (
    "Using {k} at {debit}, how many butterflies are required for a net gain of ${sum} at the body?",
    "how many {k} flies at {debit} do I need to make ${sum} if they pin",
    "need ${sum} at the body from {k} flies at {debit}, how many contracts",
    "to offset a ${sum} portfolio loss, how many {k} flies bought at {debit} at the middle?",
)
WITHIN = (
    "How many {k} butterflies at {debit} can I hold without losing more than ${sum}?",
    "with max loss of ${sum} in total how many {k} at {debit}",
    "I don't want to lose more than {sum} bucks, the {k} costs {debit}, how many",
)
SPENT = (
    "if i put {sum} bucks into {k} flies at {debit} how many is that and whats the payday if vix lands exactly {at}",
    "${sum} in {k} at {debit}: number of flies and profit at {at}",
    "with {sum} dollars I buy as many {k} at {debit} as possible. result if vix settles at {at}?",
    "how many {k} flies at {debit} does {sum} buy and whats the outcome at {at}",
)
LOWER, WING, CENTS = st.integers(18, 38), st.integers(4, 8), st.integers(30, 180)


def told(way: str, lower: int, wing: int, cents: int, sum_: int) -> str:
    strikes = "/".join(str(lower + n * wing) for n in range(3))
    return way.format(k=strikes, debit=f"{cents / 100:.2f}", sum=sum_, at=lower + wing - 1)


@FREELY
@given(st.sampled_from(AT_BODY), LOWER, WING, CENTS, st.integers(5, 90))
def test_for_a_profit(warmed: Assistant, session: str, way: str, lower: int, wing: int, cents: int, hundreds: int) -> None:
    asked = told(way, lower, wing, cents, 100 * hundreds)
    _, count = warmed.ask(asked, session).results
    assert count.tool == "units_for_profit", asked
    assert count.units == math.ceil(100 * hundreds / (100 * wing - cents)), asked  # type: ignore[attr-defined]


@FREELY
@given(st.sampled_from(WITHIN), LOWER, WING, CENTS, st.integers(4, 50))
def test_within_a_loss(warmed: Assistant, session: str, way: str, lower: int, wing: int, cents: int, hundreds: int) -> None:
    asked = told(way, lower, wing, cents, 100 * hundreds)
    _, count = warmed.ask(asked, session).results
    assert (count.tool, count.units) == ("units_for_budget", 100 * hundreds // cents), asked  # type: ignore[attr-defined]


@FREELY
@given(st.sampled_from(SPENT), LOWER, WING, CENTS, st.integers(4, 50))
def test_for_a_sum_and_what_all_of_them_make(
    warmed: Assistant, session: str, way: str, lower: int, wing: int, cents: int, hundreds: int
) -> None:
    asked = told(way, lower, wing, cents, 100 * hundreds)
    _, count, held = warmed.ask(asked, session).results
    units = 100 * hundreds // cents
    assert (count.units, held.contracts) == (units, units), asked  # type: ignore[attr-defined]
    assert held.settlement_profit == pytest.approx(units * (100 * (wing - 1) - cents)), asked  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "asked",
    [
        "how many dollars do I make on 3 25/30/35 flies at $85 each if vix settles 29",
        "25/30/35 fly, 3 lots at 0.85, settles at 29, how much in total",
    ],
)
def test_a_number_that_is_told_is_not_looked_for(warmed: Assistant, session: str, asked: str) -> None:
    (result,) = warmed.ask(asked, session).results
    assert (result.contracts, result.settlement_profit) == (3, 945)  # type: ignore[attr-defined]
