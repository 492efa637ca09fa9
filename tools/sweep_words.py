"""A sweep in plain words: the best beside how many were tried, and what it rests on; every figure is a field of the result."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tools.backtest_words import HYPOTHETICAL, STAND_IN
from tools.market import off_scale
from tools.methodology import METHOD, Assumption
from tools.wording import percent

if TYPE_CHECKING:
    from tools.sweep import Sweep


def summary(result: Sweep) -> str:
    """Bullets: the best with how many were tried, the middle, the method's own, the test of the second half, the caution."""
    count, best, own, early = result.combinations, result.best, result.own, result.chosen_early
    lines = [
        f"**{count:,} combination{'s were' if count > 1 else ' was'} tried over {result.bars:,} bars; the best, "
        f"{_named(best)}, gained {percent(best['gain'])}** with {best['trades']:,} trades and a deepest fall of "
        f"{percent(best['max_drawdown'])}.",
        f"The best of many looks good by chance alone: the middle one gained {percent(result.middle)}, and "
        f"{percent(result.gained)} of them gained at all.",
    ]
    if own is not None:
        lines.append(f"The method's own {_named(own)} gained {percent(own['gain'])}: rank {result.own_rank:,} of {count:,}.")
    if count > 1:
        lines.append(
            f"Chosen on the first half of the bars, {_named(early)} gained {percent(early['first_half'])} there and "
            f"{percent(early['second_half'])} in the second half: rank {result.later_rank:,} of {count:,}."
        )
    lines += [*off_scale(result.assumptions), *([STAND_IN] if result.same else [])]
    return "\n".join(f"- {line}" for line in (*lines, HYPOTHETICAL))


def assumptions(*, same: bool) -> tuple[Assumption, ...]:
    """What the sweep rests on besides its inputs; `same` is whether the signal stands in for the price."""
    first, step = METHOD.first.value[0], METHOD.step.value
    ours = {
        "exit": "The article states no exit; both exits tried here are ours.",
        "units": f"Units are fractions of contracts, so that choices differ by rule and not by rounding: {percent(first)} at "
        f"the trigger, {percent(step)} on each later higher high, of the account as a campaign begins.",
        "fills": "A decision at the close of a bar is dealt at the next price, with half the spread and the fee.",
        "halves": "The second half is one more piece of the past, not the future.",
    }
    if same:
        ours["price"] = "The signal stands in for a price at which one could have dealt."
    return (METHOD.assume("trigger"), METHOD.assume("cross"), METHOD.assume("higher_high"), *(
        Assumption(name, name, "assumption", says) for name, says in ours.items()
    ))  # fmt: skip


def _named(row: Mapping[str, Any]) -> str:
    """'12/26/9, every trigger, sold at the cross down'."""
    low = f"triggers below {row['depressed_below']:g}" if row["depressed_below"] else "every trigger"
    left = f"held {row['hold']:,} bars" if row["hold"] else "sold at the cross down"
    return f"{row['fast']:g}/{row['slow']:g}/{row['signal']:g} ({low}, {left})"
