"""The chance of ending between the break-evens of a position just worked out, asked for in a few words."""

import math

import pytest
from scipy.stats import norm

from assistant import Assistant


def between(low: float, high: float, forward: float, years: float, vol: float) -> float:
    """The share of a lognormal of mean `forward` between two levels."""
    spread = vol * math.sqrt(years)
    return float(norm.cdf((math.log(high / forward) + spread**2 / 2) / spread)) - float(
        norm.cdf((math.log(low / forward) + spread**2 / 2) / spread)
    )


@pytest.mark.parametrize("asked", ["whats the chance", "so how likely is that", "probability?"])
@pytest.mark.parametrize(("days", "vol", "future"), [(30, 100, 19), (45, 85, 23.5)])
def test_what_is_missing_is_asked_for_until_it_is_there(
    warmed: Assistant, session: str, asked: str, days: int, vol: int, future: float
) -> None:
    warmed.ask("fly 30/35/40 at 0.40", session)
    first = warmed.ask(asked, session)
    assert first.kind == "clarification"
    assert all(word in first.text for word in ("future", "days", "volatility"))
    assert "future" in warmed.ask(f"{days} days vol {vol}", session).text
    (result,) = warmed.ask(f"future {future}", session).results
    expected = between(30.4, 39.6, future, days / 365, vol / 100)
    assert result.to_dict()["between"] == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize(("days", "vol", "future"), [(40, 95, 22), (21, 110, 27)])
def test_all_said_at_once(warmed: Assistant, session: str, days: int, vol: int, future: float) -> None:
    warmed.ask("25/30/35 fly at .85", session)
    (result,) = warmed.ask(f"probability with future {future}, {days} days, vol {vol}", session).results
    assert result.to_dict()["between"] == pytest.approx(between(25.85, 34.15, future, days / 365, vol / 100), abs=1e-6)


def test_every_chance_says_that_it_is_no_forecast(warmed: Assistant, session: str) -> None:
    for asked in ("25/30/35 fly at .85", "probability with future 22, 40 days, vol 95"):
        warmed.ask(asked, session)
    assert "not a forecast" in warmed.ask("and 60 days", session).text
