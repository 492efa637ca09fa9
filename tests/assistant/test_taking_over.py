"""A new question that leaves out what was told before it: the numbers are taken over, and that is said."""

from __future__ import annotations

import pytest

from assistant import Assistant

TWO = "ema12 24.8, ema26 23.9, signal 0.7: macd?"


@pytest.mark.parametrize(
    ("before", "asked", "tool", "given"),
    [
        (TWO, "next close 26, where does the line go", "macd_step", {"fast_ema": 24.8, "slow_ema": 23.9, "value": 26}),
        (
            "forward 19, strike 22, 30 days, vol 0.9: call price?",
            "the call trades at 0.75, implied vol?",
            "implied_volatility",
            {"forward": 19, "strike": 22, "price": 0.75},
        ),
        ("0.4 of 600 vega", "and 210, what percent of it", "part_of", {"whole": 600, "amount": 210}),
    ],
)
def test_what_is_lacking_is_taken_over(
    warmed: Assistant, session: str, before: str, asked: str, tool: str, given: dict[str, float]
) -> None:
    warmed.ask(before, session)
    answer = warmed.ask(asked, session)
    (result,) = answer.results
    assert result.tool == tool
    assert {name: result.inputs[name] for name in given} == given


def test_it_is_said_what_is_taken_over(warmed: Assistant, session: str) -> None:
    warmed.ask(TWO, session)
    told = warmed.ask("next close 26, where does the line go", session).text
    assert "From before: 24.8 the fast EMA, 23.9 the slow EMA" in told


def test_one_quote_of_each_side_gives_the_forward(warmed: Assistant, session: str) -> None:
    warmed.ask("25 c 0.8 p 6.9 f 18.9, parity ok", session)
    (forward,) = warmed.ask("which forward do they imply", session).results
    assert forward.to_dict()["forward"] == [pytest.approx(25 + 0.8 - 6.9)] * 2 or forward.to_dict()["forward"] == pytest.approx(
        18.9
    )


def test_a_list_of_taxes_is_told_once_more(warmed: Assistant, session: str) -> None:
    warmed.ask("wacc: 600 equity at 10%, 400 debt at 5%, tax 21%", session)
    assert warmed.ask("with taxes 0/25%", session).text  # no internal fault
