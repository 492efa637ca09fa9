"""What a sentence says of a result's things, held against results whose order, moves and signs were worked out by hand."""

import pytest

from assistant.guards.contradictions import Contradictions
from assistant.guards.facts.judged import Judged
from assistant.guards.facts.known import facts_of
from assistant.guards.facts.reading import read
from tests.assistant.planted.results import cases
from tools import (
    advance_decline,
    black76,
    breadth_divergence,
    butterfly,
    butterfly_value,
    ema_step,
    event_window,
    finish_chance,
    macd_cross,
    parity,
    position,
    rsi_value,
    series_summary,
    smoothing_constant,
    staged_cost,
    staged_exit,
    term_structure,
    units_for_budget,
    vix_expiries,
)
from tools.result import Result

RESULTS: dict[str, Result] = {
    # The old average 20, the new value 24, span 3: alpha 0.5, the new average 22.
    "average": ema_step(20.0, 24.0, 3),
    # The MACD was 0.10 below its signal and is 0.10 above; both rose, and so did the histogram.
    "cross": macd_cross(0.50, 0.40, 0.20, 0.30, normalised=0.7),
    # Net +100, −50, +200: the line stands at 100, 50, 250.
    "breadth": advance_decline([300.0, 200.0, 400.0], [200.0, 250.0, 200.0]),
    # Long the 20 call at 3, short the 30 call at 1: a debit of 2; at 26 it is worth 6, a profit of 4.
    "spread": position([("long", "call", 20.0, 3.0), ("short", "call", 30.0, 1.0)], settlement=26.0),
    # An out-of-the-money put: delta below zero, vega above, theta below.
    "put": black76(20.0, 18.0, 0.2, 0.8, kind="put"),
    # 2 sold at 3 for a gain of $400, 1 at 0.50 for a loss of $50; 1 of 4 is still held.
    "exits": staged_exit(1.0, [(3.0, 2.0), (0.5, 1.0)], contracts=4),
    # 10 at 1.50, then 10 at 1.00: 1.25 on average.
    "fills": staged_cost([(1.5, 10.0), (1.0, 10.0)]),
    # 2024-01-17 and 2024-02-14.
    "dates": vix_expiries("2024-01-02", count=2),
    "chance": finish_chance(22.0, 30.0, 20.0, 0.1, 0.8),
    # 1, 9, 2, 3: one of four lies above 5; the high came second, the low first.
    "values": series_summary([1.0, 9.0, 2.0, 3.0], above=5.0),
    # A conversion buys the underlying and the put and sells the call.
    "parity": parity(20.0, (2.0, 2.1), (1.0, 1.1), (21.0, 21.1)),
    # The decisions of 2024-01-31 and 2024-03-20: one day off, and 20 days from either side at least.
    "events": event_window(["2024-01-30", "2024-02-20"], days=3),
    # 10 at 95 each of 1,000: 50 are left.
    "budget": units_for_budget(1000.0, 95.0),
    # An alpha of 0.2 against Wilder's 0.1111.
    "weights": smoothing_constant(9),
    # Price 10 → 12 at its highs, the line 40 → 30: a bearish divergence.
    "divergence": breadth_divergence(
        [5, 7, 9, 10, 8, 6, 8, 10, 12, 10, 8.0], [10, 20, 30, 40, 30, 10, 15, 20, 30, 20, 5.0], left=2, right=2
    ),
}
# Of each result: what is true of it, and the same turned round.
SAID = [
    ("average", "The average climbed to 22.00.", "The average slipped to 22.00."),
    ("average", "It is still below the newest value.", "The average is now above the newest value."),
    ("average", "The new value pulls the average up.", "The new value drags the average down."),
    ("average", "From 20.00 the average moved to 22.00.", "From 22.00 the average moved to 20.00."),
    ("cross", "The MACD has overtaken its signal.", "The signal has risen, yet the MACD trails it: it crossed down."),
    ("cross", "On the earlier bar the signal was the higher line.", "On the earlier bar the MACD was the higher line."),
    ("cross", "The MACD was below its signal on the previous bar.", "The MACD was above its signal on both bars."),
    ("breadth", "On the second day declines outnumbered advances.", "On the second day advances outnumbered declines."),
    ("breadth", "The third day lifted the line to 250.", "The third day dragged the line down to 250."),
    ("spread", "You bought the 20 call and sold the 30.", "The 30 call was bought, and the 20 call was sold."),
    ("spread", "At 26 the 20 call is in the money.", "At 26 the 20 call is out of the money."),
    ("spread", "The trade ended in the green.", "The trade ended in the red."),
    ("put", "The put has a negative delta.", "The put has a positive delta."),
    ("put", "A jump in volatility lifts its value.", "A jump in volatility lowers its value."),
    ("put", "The put gains when the future drops.", "The put gains when the future climbs."),
    ("exits", "The second batch was sold below the entry.", "The second batch was sold above the entry."),
    ("exits", "The first batch earned more than the second.", "The first batch earned less than the second."),
    ("fills", "The second fill was cheaper than the first.", "The second fill was dearer than the first."),
    ("fills", "The average is lower than the first price.", "The average is higher than the first price."),
    ("dates", "January 17 comes before February 14.", "January 17 comes after February 14."),
    ("dates", "The January settlement is the nearest.", "The February settlement is the nearest."),
    ("chance", "Undershooting is likelier than overshooting.", "Overshooting is likelier than undershooting."),
    ("chance", "The future is south of the range.", "The future is north of the range."),
    ("values", "Few lie above 5: a minority of the values.", "Most of the values are above 5."),
    ("values", "The low came at the start.", "The low came at the end."),
    ("parity", "A conversion buys the put and sells the call.", "A conversion buys the call and sells the put."),
    ("events", "January 30 is one of the near ones.", "February 20 is one of the near ones."),
    ("events", "January 30 came a day before the decision.", "January 30 came a day after the January decision."),
    ("budget", "$950 is spent and $50 is left.", "$950 is left over."),
    ("budget", "Some money is left over.", "Nothing is left over."),
    ("weights", "Wilder's average is the slower one.", "Wilder's 9 reacts faster than the exponential 9."),
    ("weights", "Wilder's weight lags the exponential one.", "Wilder's weight tops the exponential one."),
    ("spread", "The loss is limited.", "The loss grows without limit."),
    ("spread", "It is a bullish structure.", "It is a bearish structure."),
    ("exits", "The sale turned the first batch into a gain.", "Selling in parts turned the gain into a loss."),
    ("chance", "It will most probably land outside.", "It will most probably land in the range."),
    ("cross", "The trigger fired.", "There was no trigger."),
    ("divergence", "Price made a higher high, the line a lower one.", "Price made a lower high."),
    ("divergence", "It is a bearish divergence.", "It is a bullish divergence."),
]


# A 20/25/30 butterfly that settled at 32, above its last strike, where it is worth nothing; it is worth most at 25.
PAID = [
    ("The peak is behind it: at 25 it pays its maximum.", "A settlement at 32 is where the fly peaks."),
    ("The further above 20 it goes, the more it pays, up to the body.", "The further past 30 it goes, the more it is worth."),
    ("Here the lower call is in the money.", "Here the upper call is out of the money."),
    ("A move up to 33 would leave it as it is.", "A further move up would take still more off it."),
    ("Nothing is owed at 32.", "You would owe $500 at this settlement."),
]


def fault(said: str, name: str) -> str:
    result = RESULTS[name]
    return Judged(result.tool, result.to_dict()).wrong(said)


@pytest.mark.parametrize(("name", "said"), [(name, said) for name, said, _ in SAID])
def test_what_is_true_of_a_result_passes(name: str, said: str) -> None:
    assert fault(said, name) == ""


@pytest.mark.parametrize(("name", "said"), [(name, said) for name, _, said in SAID])
def test_what_is_turned_round_is_found(name: str, said: str) -> None:
    assert fault(said, name)


@pytest.mark.parametrize(("true", "turned"), PAID)
def test_how_a_position_pays_is_held_against_its_payoff(true: str, turned: str) -> None:
    result = butterfly_value(20.0, 25.0, 30.0, 32.0)
    against = Contradictions([(result, result.to_dict())])
    assert against.fault(true) == ""
    assert against.fault(turned)


def test_what_rolling_does_to_a_long_follows_from_the_curve() -> None:
    rising = term_structure([15.0, 16.0, 17.0])
    against = Contradictions([(rising, rising.to_dict())])
    assert against.fault("Rolling a long position costs you on this curve.") == ""
    assert against.fault("Rolling a long position earns you something here.")


@pytest.mark.parametrize("seed", [3, 4])
def test_no_line_of_a_tool_is_held_against_its_own_result(seed: int) -> None:
    wrong = {}
    for _, result, _ in cases(seed, 3):
        judged = Judged(result.tool, result.to_dict())
        lines = [*result.summary().replace("**", "").split("\n"), *map(str, result.working())]
        wrong |= {line: why for line in lines if (why := judged.wrong(line.removeprefix("- ")))}
    assert wrong == {}


def test_a_condition_states_nothing() -> None:
    assert fault("If the future were above the strike of 25, the put would be cheaper than it is.", "put") == ""
    assert fault("The average falls only when the new value is lower.", "average") == ""


def test_a_tool_without_things_rules_nothing_out() -> None:
    assert facts_of("nothing_of_that_name", {"inputs": {}}).things == ()


def test_a_month_is_told_from_a_verb() -> None:
    assert not read("The settlement in May is nearer.").clauses[0].has("suppose")
    assert read("It may be nearer.").clauses[0].has("suppose")


EDGES: list[Result] = [
    rsi_value(0.0, 0.0),  # undefined
    rsi_value(1.0, 0.0),  # an infinite strength
    macd_cross(0.1, 0.05),  # one bar alone
    butterfly(25, 30, 35, -0.2),  # a credit: no break-even
    butterfly(25, 30, 35, 6.0),  # no profit anywhere
    position([("short", "call", 20.0, 2.0)]),  # a loss without end
    position([("long", "future", 20.0, 0.0)]),
    term_structure([20.0, 20.0]),  # neither contango nor backwardation
    finish_chance(0.0, 20.0, 19.0, 0.1, 0.8),  # no lower end
    event_window(["2030-01-01"]),  # beyond the calendar
    staged_exit(1.0, [(2.0, 1)]),
]


@pytest.mark.parametrize("result", EDGES, ids=lambda r: r.tool)
def test_a_result_at_its_edge_can_be_spoken_of(result: Result) -> None:
    judged = Judged(result.tool, result.to_dict())
    lines = result.summary().replace("**", "").split("\n")
    assert [line for line in lines if judged.wrong(line.removeprefix("- "))] == []
