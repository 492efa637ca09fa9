"""True sentences and their contraries, in words of every day, held against results that were worked out by hand."""

import pytest

from assistant.guards.contradictions import Contradictions
from tools import (
    advance_decline,
    black76,
    budget_split,
    butterfly,
    butterfly_value_today,
    ema_step,
    event_window,
    finish_chance,
    irr,
    macd_cross,
    parity,
    position,
    round_trip,
    rsi_value,
    series_summary,
    staged_cost,
    term_structure,
    tranche_units,
    vix_expiries,
    wacc,
)
from tools.result import Result

RESULTS: dict[str, Result] = {
    # Worth 3.00 at 28, so 2.15 a fly were made; break-evens 25.85 and 34.15.
    "butterfly": butterfly(25, 30, 35, debit=0.85, settlement=28.0, contracts=2),
    # A call two points out of the money.
    "black76": black76(16.0, 18.0, 30 / 365, 0.9),
    # 0.04 above the signal before, 0.07 below it now.
    "macd_cross": macd_cross(0.12, 0.19, 0.30, 0.26, normalised=0.95),
    # Each month is cheaper than the one before.
    "term_structure": term_structure([22.5, 21.2, 20.4]),
    # Half a point lost, seven times.
    "round_trip": round_trip(entry=1.30, leave=0.80, contracts=7),
    # The average, 1.00, lies below the first price.
    "staged_cost": staged_cost([(1.2, 10), (0.8, 10)]),
    # 1,800 came back of 2,000.
    "irr": irr([-2000.0, 500.0, 600.0, 700.0]),
    # 0.6 of 9% and 0.4 of 3.75% are 6.9%.
    "wacc": wacc([600e3, 400e3], [0.09, 0.05], [0.0, 0.25]),
    # The future lies below the range.
    "finish_chance": finish_chance(low=24.0, high=30.0, forward=20.0, years=45 / 365, vol=0.8),
    # A fifth of the way from 18 to 21: 18.6.
    "ema_step": ema_step(18.0, 21.0, 9),
    # A strength of 3, an RSI of 75.
    "rsi_value": rsi_value(average_gain=0.9, average_loss=0.3),
    # Four of ten values above 20, the highest in sixth place.
    "series_summary": series_summary([14.0, 15.0, 16.0, 18.0, 22.0, 25.0, 24.0, 21.0, 19.0, 17.0], above=20.0),
    # 3,000 used, 7,000 left.
    "budget_split": budget_split(budget=10_000.0, deployed=0.3),
    # 8, 6, 6, 6 and 4.
    "tranche_units": tranche_units(30),
    # Settlements of March, April and May.
    "vix_expiries": vix_expiries("2025-03-03", count=3),
    # Decisions on 18 September and 7 November.
    "event_window": event_window(["2024-09-17", "2024-10-10"], days=3),
    # +600, −200 and +800.
    "advance_decline": advance_decline([1800.0, 1400.0, 1900.0], [1200.0, 1600.0, 1100.0]),
    # The conversion earns 0.10.
    "parity": parity(20.0, (2.1, 2.2), (1.4, 1.5), (20.4, 20.5)),
    # Worth less than was paid.
    "butterfly_value_today": butterfly_value_today(25, 30, 35, 22.0, 40 / 365, 0.9, 1.0, 1.05, debit=0.8),
    # 1.10 taken in, 6.00 owed.
    "position": position([("short", "call", 35.0, 0.55, 2)], settlement=38.0),
}
PAIRS: dict[str, tuple[tuple[str, str], ...]] = {
    "butterfly": (
        ("The settlement clears the lower break-even.", "The settlement falls short of the lower break-even."),
        ("You finish with more than you put in.", "You finish with less than you put in."),
        ("The trade paid off.", "The trade didn't pay off."),
        ("The long 25 call finishes in the money.", "The long 25 call finishes worthless."),
        ("You sold the two 30 calls.", "You sold the two 25 calls."),
        (
            "It's worth 3.00 points, which more than covers the 0.85 you paid.",
            "It's worth 3.00 points, which doesn't cover the 0.85 you paid.",
        ),
        (
            "The most you can make is larger than the most you can lose.",
            "The most you can lose is larger than the most you can make.",
        ),
        ("Below 25 the position loses its debit.", "Below 25 the position makes money."),
        ("The upper break-even was not reached.", "The upper break-even was exceeded."),
    ),
    "black76": (
        ("The option is out of the money by two points.", "The option is in the money by two points."),
        ("The strike lies over the future.", "The strike lies under the future."),
        ("As the days go by it cheapens, all else equal.", "As the days go by it gains in price, all else equal."),
        ("If implied volatility drops, the call gets cheaper.", "If implied volatility drops, the call gets dearer."),
        ("A falling future makes it worth less.", "A falling future makes it worth more."),
        ("Its price moves with the future.", "Its price moves against the future."),
    ),
    "macd_cross": (
        ("The MACD has just dropped under its signal.", "The MACD has just climbed over its signal."),
        ("No trigger fired on this bar.", "A trigger fired on this bar."),
        ("The histogram flipped from positive to negative.", "The histogram flipped from negative to positive."),
        ("The level doesn't count as depressed.", "The level counts as depressed."),
        ("The signal line fell as well.", "The signal line rose as well."),
        ("One bar ago the MACD was still over its signal.", "One bar ago the MACD was still under its signal."),
        ("Now the signal is the larger of the two.", "Now the signal is the smaller of the two."),
    ),
    "term_structure": (
        ("The curve slopes downward.", "The curve slopes upward."),
        ("The front month is the dearest of the three.", "The front month is the cheapest of the three."),
        ("Rolling a long position forward brings in money here.", "Rolling a long position forward costs money here."),
        ("The third month trades at a discount to the first.", "The third month trades at a premium to the first."),
    ),
    "round_trip": (
        ("You came out behind.", "You came out ahead."),
        ("You sold for less than you paid.", "You sold for more than you paid."),
        ("The trade took $350 from your account.", "The trade added $350 to your account."),
        ("The entry was the higher of the two prices.", "The exit was the higher of the two prices."),
        ("A loser, then.", "A winner, then."),
        ("You recovered less than your stake.", "You recovered more than your stake."),
        ("The price went against you.", "The price went your way."),
    ),
    "staged_cost": (
        ("Buying the second lot brought your average cost down.", "Buying the second lot raised your average cost."),
        ("The average is below what you first paid.", "The average is above what you first paid."),
        ("Your later fill was the cheaper one.", "Your later fill was the more expensive one."),
        ("Staging worked for you.", "Staging worked against you."),
    ),
    "irr": (
        ("You got back less than you laid out.", "You got back more than you laid out."),
        ("The rate is below zero.", "The rate is above zero."),
        ("The inflows grow from one to the next.", "The inflows shrink from one to the next."),
        ("The last inflow is the largest.", "The last inflow is the smallest."),
        ("The money shrank.", "The money grew."),
        ("The investment didn't pay for itself.", "The investment paid for itself."),
    ),
    "wacc": (
        ("The blended cost is below the 9%.", "The blended cost is above the 9%."),
        ("Tax pushes the cost of debt down.", "Tax pushes the cost of debt up."),
    ),
    "finish_chance": (
        (
            "Finishing below the range is likelier than finishing above it.",
            "Finishing above the range is likelier than finishing below it.",
        ),
        ("The future now sits below your range.", "The future now sits above your range."),
        ("It's more likely than not to land outside.", "It's more likely than not to land inside."),
        ("Most of the weight lies under 24.", "Most of the weight lies over 30."),
        ("The future has to rise to get into the zone.", "The future has to fall to get into the zone."),
    ),
    "ema_step": (
        ("The average goes up.", "The average comes down."),
        ("The new value is above the old average.", "The new value is below the old average."),
        ("The average ends below the new value.", "The average ends above the new value."),
        ("The newest value pulls it higher.", "The newest value pulls it lower."),
    ),
    "rsi_value": (
        ("Gains outweighed losses.", "Losses outweighed gains."),
        ("The reading is over 70.", "The reading is under 70."),
        ("That's an overbought reading by the 70 line.", "That's no overbought reading by the 70 line."),
        ("The wings come up for review at this reading.", "The wings needn't be reviewed at this reading."),
    ),
    "series_summary": (
        ("The latest value is under 20.", "The latest value is over 20."),
        ("Fewer than half the values lie over 20.", "More than half the values lie over 20."),
        ("The peak came in the middle.", "The peak came at the end."),
        ("The mean is over the median.", "The mean is under the median."),
    ),
    "budget_split": (
        ("$7,000 is left.", "$7,000 has been used."),
        ("More is left than has been spent.", "Less is left than has been spent."),
        ("You're within budget.", "You've gone over budget."),
    ),
    "tranche_units": (
        ("The last step is the smallest.", "The first step is the smallest."),
        ("Each later step is smaller than the first.", "Each later step is larger than the first."),
        ("The steps don't get larger.", "The steps get larger."),
    ),
    "vix_expiries": (
        ("The April settlement comes after the March one.", "The April settlement comes before the March one."),
        ("Trading ends the day before settlement.", "Trading ends the day after settlement."),
        ("Your date lies before the March expiry.", "Your date lies after the March expiry."),
        ("March settles the soonest.", "May settles the soonest."),
    ),
    "event_window": (
        ("17 September came before the decision.", "17 September came after the decision."),
        ("October 10 isn't close to a decision.", "October 10 is close to a decision."),
    ),
    "advance_decline": (
        ("Decliners led on the second day.", "Decliners led on the first day."),
        ("The line ended higher than it began.", "The line ended lower than it began."),
        ("The second day was negative.", "The second day was positive."),
        ("The line rose on the last day.", "The line slipped on the last day."),
    ),
    "parity": (
        ("A conversion buys the future.", "A conversion sells the future."),
        ("The call is quoted above the put.", "The call is quoted below the put."),
    ),
    "butterfly_value_today": (
        ("A rise of the future lifts its value.", "A rise of the future lowers its value."),
        ("It's marked below what you paid.", "It's marked above what you paid."),
        ("Chances are it ends in a loss.", "Chances are it ends in profit."),
    ),
    "position": (
        ("The loss has no cap.", "The loss is capped."),
        ("Above 35 it loses money with every point.", "Above 35 it makes money with every point."),
    ),
}


@pytest.mark.parametrize(("tool", "true", "turned"), [(t, *pair) for t, pairs in PAIRS.items() for pair in pairs])
def test_a_sentence_passes_and_its_contrary_does_not(tool: str, true: str, turned: str) -> None:
    result = RESULTS[tool]
    known = Contradictions([(result, result.to_dict())])
    assert known.fault(true) == ""
    assert known.fault(turned)
