"""Butterflies told by some of their figures in many people's words, the others found; oracle: the strikes they came from."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant import Assistant

FREELY = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
LOWER, WING, PART = st.integers(18, 40), st.integers(3, 9), st.integers(6, 60)
WIDTHS = (
    "A butterfly with equal wings cost {debit} and makes ${best} at the body. How wide are the wings?",
    "equal-wing fly, debit {debit}, max profit {best} dollars: wing width?",
    "if the best my symmetric fly can do is ${best} after paying {debit}, how many points apart are the strikes?",
    "max gain ${best}, max loss ${risk} on an equal winged butterfly. What's the wing width?",
    "I paid {debit} for a fly and the peak profit is {points} points. wing?",
    "A fly's debit is {debit} and its profit zone is {zone} points wide. wings?",
    "My fly risks ${risk} to make ${best}. How wide is each wing, equal both sides?",
)
DEBITS = (
    "My {k1}/{k2}/{k3} butterfly breaks even at {low}. What did I pay?",
    "the upper break-even of a {k1}/{k2}/{k3} fly is {high}, so what was the debit",
    "break evens {low} and {high} on a {k1}/{k2}/{k3}. debit?",
    "If the {k1}/{k2}/{k3} makes ${best} at best, what did it cost?",
    "at a settlement of {at} my {k1}/{k2}/{k3} fly made ${made}. What debit was that?",
    "How much may a {k1}/{k2}/{k3} butterfly cost if I want the lower break-even at {low}?",
    "If a butterfly's lower break-even is {low} and its bottom strike is {k1}, what was paid in dollars?",
    "upper strike {k3}, equal wings, upper breakeven {high}. what's the cost per fly",
)
STRIKES = (
    "Break-evens are {low} and {high} and the debit was {debit}. What are the strikes?",
    "a symmetric fly costs {debit} and breaks even at {low} and {high}: which strikes",
    "my broker shows breakevens {low}/{high} for a fly I paid {debit} for. strikes?",
    "Debit {debit}, profit between {low} and {high}. Give lower, middle and upper strike.",
    "break-evens {low} and {high}, wings {wing} wide each. what debit was paid",
)


def told(way: str, lower: int, wing: int, part: int) -> tuple[str, float]:
    """The question, and the debit behind it."""
    debit = round(wing * part / 100, 2)
    best, made_at = round(100 * (wing - debit)), lower + wing - 1
    figures = {
        "debit": f"{debit:.2f}",
        "risk": round(100 * debit),
        "best": best,
        "points": f"{wing - debit:.2f}",
        "zone": f"{2 * (wing - debit):.2f}",
        "low": f"{lower + debit:.2f}",
        "high": f"{lower + 2 * wing - debit:.2f}",
        "at": made_at,
        "made": round(100 * (wing - 1 - debit)),
        "wing": wing,
        **{f"k{n}": lower + (n - 1) * wing for n in (1, 2, 3)},
    }
    return way.format(**figures), debit


@FREELY
@given(st.sampled_from(WIDTHS), LOWER, WING, PART)
def test_the_width_of_the_wings(warmed: Assistant, session: str, way: str, lower: int, wing: int, part: int) -> None:
    asked, debit = told(way, lower, wing, part)
    (result,) = warmed.ask(asked, session).results
    assert (result.wing, result.debit) == pytest.approx((wing, debit)), asked  # type: ignore[attr-defined]


@FREELY
@given(st.sampled_from(DEBITS), LOWER, WING, st.integers(6, 40))
def test_what_was_paid(warmed: Assistant, session: str, way: str, lower: int, wing: int, part: int) -> None:
    asked, debit = told(way, lower, wing, part)
    (result,) = warmed.ask(asked, session).results
    assert result.debit == pytest.approx(debit), asked  # type: ignore[attr-defined]


@FREELY
@given(st.sampled_from(STRIKES), LOWER, WING, PART)
def test_which_strikes(warmed: Assistant, session: str, way: str, lower: int, wing: int, part: int) -> None:
    asked, debit = told(way, lower, wing, part)
    (result,) = warmed.ask(asked, session).results
    found = (result.lower, result.body, result.upper, result.debit)  # type: ignore[attr-defined]
    assert found == pytest.approx((lower, lower + wing, lower + 2 * wing, debit)), asked


@pytest.mark.parametrize(
    ("asked", "share"),
    [
        ("If the only outcomes were a pin at the body or total loss, how often must the 25/31/37 at 0.96 pin?", 0.16),
        ("what hit rate do I need on a 25/30/35 at 0.80 if it either pins or expires worthless", 0.16),
        ("break-even win rate of a 20/25/30 fly costing 1.00, all or nothing at 25", 0.2),
        ("debit 1.10, wing 7, equal wings. What's reward/risk and what % of the wing is the debit?", 1.1 / 7),
        ("6 wide equal wing butterfly bought at 1.2, percent of width paid", 0.2),
    ],
)
def test_the_debit_as_a_share_of_the_wing(warmed: Assistant, session: str, asked: str, share: float) -> None:
    (result,) = warmed.ask(asked, session).results
    assert result.debit_share == pytest.approx(share)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "asked",
    [
        "The 25/30/35 fly at 0.85 breaks even at 25.85 and 34.15, doesn't it?",
        "90/100/110 for 2.00 – breakevens 92/108 right?",
        "25/30/35 fly for 0.85, max profit is $415, correct?",
    ],
)
def test_with_strikes_and_debit_the_butterfly_itself_is_worked_out(warmed: Assistant, session: str, asked: str) -> None:
    assert {result.tool for result in warmed.ask(asked, session).results} == {"butterfly"}


@pytest.mark.parametrize(
    ("asked", "debit"),
    [
        ("BEs on my 28/34/40 are 28.90 and 39.10, forgot what i paid", 0.9),
        ("break evens of the 25/30/35 fly are 25.80 and 34.20, what was the debit", 0.8),
        ("the break-evens for a 20/25/30 butterfly were 21.10 and 28.90: what did it cost?", 1.1),
        ("low strike 26, body 31 - which top strike makes it even winged, and BEs if its 0.90", 0.9),
        ("debit as a pct of the wing for 26/33/40 @ 1.05", 1.05),
    ],
)
def test_break_evens_of_a_butterfly_that_is_named(warmed: Assistant, session: str, asked: str, debit: float) -> None:
    (result,) = warmed.ask(asked, session).results
    assert (result.tool, result.debit) == ("implied_butterfly", pytest.approx(debit))  # type: ignore[attr-defined]
