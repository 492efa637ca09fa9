"""What a sentence says of a tool that has no module of facts, held against what its fields, worked out by hand, tell."""

import pytest

from assistant.guards.contradictions import Contradictions
from assistant.guards.facts.judged import Judged
from assistant.guards.facts.known import facts_of
from tools import (
    exit_for_target,
    histogram_bars,
    macd_lines,
    macd_step,
    net_present_value,
    normalised_level,
    pair_forward,
    rsi_step,
    two_pivots,
    yearly_slope,
)
from tools.result import Result

RESULTS: dict[str, Result] = {
    # 18 lies above both averages, 17 and 16.5: both rise, the fast one by 2/13 and the slow one by 2/27 of the way.
    "step": macd_step(17.0, 16.5, 0.4, 18.0),
    # 60 / 1.1 + 60 / 1.21 = 104.13
    "value": net_present_value([-100.0, 60.0, 60.0], 0.1),
    # 22 + (1.45 − 3.20) × e^0.004 = 20.24
    "forward": pair_forward(22.0, 1.45, 3.20, 0.1, 0.04),
    "exit": exit_for_target(0.85, target_return=1.0),
    # Wilder: (13 × 0.5 + 1) / 14 = 0.536 and 13 × 0.3 / 14 = 0.279; RSI 62.5 → 65.8.
    "rsi": rsi_step(0.5, 0.3, 1.0),
    # Below its signal at first, above it from the second bar on.
    "lines": macd_lines([-0.1, 0.1, 0.3], [0.0, 0.05, 0.1]),
    # Through zero at the third bar; one peak alone.
    "bars": histogram_bars([-0.12, -0.05, 0.04, 0.11, 0.19, 0.15, 0.08]),
    "level": normalised_level(0.15, 0.2),
    "pivots": two_pivots(5000.0, 5100.0, 200.0, 150.0),
    "curve": yearly_slope(15.0, 16.0, 30),
}
SAID: list[tuple[str, str, str]] = [
    ("step", "The MACD stands above its signal.", "The MACD lies below its signal."),
    ("step", "The fast average rose.", "The fast average fell."),
    ("step", "The signal line climbed to 0.4285.", "The signal fell from 0.40."),
    ("step", "The fast average is above the slow one.", "The slow average is above the fast one."),
    ("step", "The histogram grew.", "The MACD crossed below its signal."),
    ("value", "The net present value is positive.", "The net present value is negative."),
    ("forward", "The forward lies below the strike.", "The forward lies above the strike."),
    ("forward", "The put costs more than the call.", "The call costs more than the put."),
    ("exit", "The exit price is above the entry.", "The exit lies below the entry."),
    ("rsi", "The RSI went from 62.5 to 65.79.", "The RSI fell."),
    ("rsi", "The average gain grew and the average loss shrank.", "The average loss rose."),
    ("rsi", "No review is due.", "A review is due."),
    ("rsi", "The RSI is below the 70 line.", "The RSI is above the 70 line."),
    ("lines", "The MACD crossed above its signal at bar 2.", "The MACD crossed below its signal."),
    ("lines", "The MACD ended above its signal.", "The MACD ended below its signal."),
    ("bars", "There is no higher high.", "A second peak makes a higher high."),
    ("bars", "Each bar after the third was taller than the last, up to the fifth.", "On bar 3 the MACD fell below its signal."),
    ("level", "The value lies below the usual level.", "The value lies above the usual level."),
    ("level", "The level is depressed.", "The level is not depressed."),
    ("pivots", "The price rose and the line fell.", "The line rose."),
    ("curve", "The second future is above the front.", "The second future is below the front."),
    ("curve", "The slope is positive.", "The slope is negative."),
]


def fault(name: str, said: str) -> str:
    result = RESULTS[name]
    return Contradictions([(result, result.to_dict())]).fault(said)


@pytest.mark.parametrize(("name", "said"), [(name, said) for name, said, _ in SAID])
def test_what_is_true_passes(name: str, said: str) -> None:
    assert fault(name, said) == ""


@pytest.mark.parametrize(("name", "said"), [(name, said) for name, _, said in SAID])
def test_what_is_turned_round_is_found(name: str, said: str) -> None:
    assert fault(name, said)


def test_figures_of_two_units_stand_in_no_order() -> None:
    assert fault("exit", "The profit of $85 is above the entry.") == ""


@pytest.mark.parametrize("name", RESULTS)
def test_no_line_of_a_tool_is_held_against_its_own_result(name: str) -> None:
    result = RESULTS[name]
    judged = Judged(result.tool, result.to_dict())
    lines = [*result.summary().replace("**", "").split("\n"), *map(str, result.working())]
    assert [line for line in lines if judged.wrong(line.removeprefix("- "))] == []


@pytest.mark.parametrize("name", RESULTS)
def test_no_result_is_without_things(name: str) -> None:
    result = RESULTS[name]
    facts = facts_of(result.tool, result.to_dict())
    assert facts.things or facts.crossed_at
