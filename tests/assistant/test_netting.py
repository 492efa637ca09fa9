"""Worth and profit told for each other; values are worked out by hand."""

import pytest

from assistant.guards.contradictions import Contradictions
from tools import budget_split, butterfly, butterfly_value, event_window, macd_cross, round_trip, running_share
from tools.result import Result

RESULTS: dict[str, Result] = {
    # 34 − 30.6 = 3.40 points, 5 × $340 = $1,700, before what was paid.
    "value": butterfly_value(24.0, 29.0, 34.0, 30.6, contracts=5),
    # Worth 4.00; less 0.60 that is 3.40, or $3,400 for ten.
    "settled": butterfly(24.0, 29.0, 34.0, 0.6, contracts=10, settlement=30.0),
    # 1.45 × $100 × 5 = $725, less fees of $6 a contract: $695.
    "trade": round_trip(0.95, 2.40, contracts=5, fees=6.0),
    # 65% of $48,000 is used.
    "split": budget_split(48_000.0, 0.65),
    "share": running_share(0.3, 2),  # 30%, 50%, 70%
    # The decisions of 2024-01-31 and 2024-03-20: one day off, and 20 at least.
    "events": event_window(["2024-01-30", "2024-02-20"], days=3),
    # 0.05 below its signal a bar ago, 0.08 above it now.
    "cross": macd_cross(0.27, 0.19, 0.11, 0.16),
}
SAID: list[tuple[str, str, str]] = [
    ("value", "The $1,700 is before the debit.", "The $1,700 is net of what you paid for the butterflies."),
    ("value", "After the debit less than $1,700 remains.", "The 3.40 points are what's left after subtracting the debit."),
    (
        "settled",
        "After the 0.60 debit, 3.40 points remain.",
        "After the debit has been taken off you are left with 4.00 points.",
    ),
    ("settled", "It is worth $4,000 for all ten, a profit of $3,400 after the debit.", "You make $3,400, before the debit."),
    ("trade", "The gain of $695 is after fees.", "The gross gain was $695."),
    ("split", "The larger part of your budget is deployed.", "The larger part of your budget is still unused."),
    ("share", "Most of the hedge is on after both adds.", "Less than half of the hedge is on after both adds."),
    ("events", "30 January was the closest to a meeting.", "20 February was the closest of all to a meeting."),
    ("cross", "One bar ago, the MACD was below its signal.", "One bar ago, the MACD was still above its signal."),
    ("cross", "The MACD has climbed above its signal.", "The MACD has slipped below its signal."),
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
