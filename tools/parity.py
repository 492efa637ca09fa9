"""Put–call parity at one strike: what a conversion and a reversal would earn at the quotes as they stand.

A conversion buys the underlying and the put and sells the call; a reversal is its mirror image. Every leg trades at the side
of its quote at which it trades at once: bought at the ask, sold at the bid. For VIX options the underlying leg is the VIX
future of the same expiry; for SPX options it is the forward. Source: call − put = discount × (forward − strike), Stoll (1969).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar

import numpy as np

from tools.errors import ToolError
from tools.expression import Expression, figure, function
from tools.methodology import Assumption
from tools.parameters import Number, Strike, checked
from tools.result import Result
from tools.wording import level, listed, points, significant
from tools.working import WorkingStep, step

Years = Annotated[float, Number("number", "years to expiry", low=0, high=100)]
Rate = Annotated[float, Number("fraction", "a year, continuously compounded; 0.05 is 5%", low=-0.5, high=1)]

_FORM = "a bid and an ask of 0 or more (index points), the bid at or below the ask; or one price that stands for both"
_QUOTES = ("call", "put", "forward")
Quoted = Annotated[Sequence[float] | float, "numbers"]


@dataclass(frozen=True, kw_only=True)
class Parity(Result):
    """The edges at one strike. Profits are index points for one option, in today's money, before fees.

    Attributes:
        conversion: profit of the conversion (underlying bought at its ask, put at its ask, call sold at its bid).
        reversal: profit of the reversal (underlying sold at its bid, put at its bid, call bought at its ask).
        forward_band: forward prices (low, high) between which neither earns anything against these two options.
        discount: today's value of one point at expiry.
    """

    tool: ClassVar[str] = "parity"
    conversion: float
    reversal: float
    forward_band: tuple[float, float]
    discount: float

    @property
    def edge(self) -> str:
        """Which of the two earns something: "conversion", "reversal" or "none"."""
        return "conversion" if self.conversion > 0 else "reversal" if self.reversal > 0 else "none"

    def summary(self) -> str:
        """Which side earns something, both edges with their working, and the band of forwards without an edge."""
        given = self.inputs
        strike = level(given["strike"])
        verdict = {
            "none": "**No edge:** neither a conversion nor a reversal earns anything at these quotes.",
            "conversion": f"**The conversion earns {points(self.conversion)} points a unit** before fees.",
            "reversal": f"**The reversal earns {points(self.reversal)} points a unit** before fees.",
        }[self.edge]
        (call_bid, call_ask), (put_bid, put_ask), (low, high) = (pair_of(name, given[name]) for name in _QUOTES)
        times = f" × {significant(self.discount, 6)}" if self.discount != 1 else ""
        lines = (
            verdict,
            f"Conversion (buy the underlying at {points(high)} and the put at {points(put_ask)}, sell the call at "
            f"{points(call_bid)}): {points(call_bid)} − {points(put_ask)} + ({strike} − {points(high)}){times} = "
            f"{points(self.conversion)} points.",
            f"Reversal (sell the underlying at {points(low)} and the put at {points(put_bid)}, buy the call at "
            f"{points(call_ask)}): {points(put_bid)} − {points(call_ask)} + ({points(low)} − {strike}){times} = "
            f"{points(self.reversal)} points.",
            f"These two options allow any forward from {points(self.forward_band[0])} to {points(self.forward_band[1])}.",
            *(a.says for a in self.assumptions if a.name == "one_price"),
        )
        return "\n".join(f"- {line}" for line in lines)

    def working(self) -> tuple[WorkingStep, ...]:
        """Both edges and the band, each leg at the side at which it trades."""
        given = self.inputs
        (call_bid, call_ask), (put_bid, put_ask), (low, high) = (pair_of(name, given[name]) for name in _QUOTES)
        strike = figure(given["strike"])
        level_, steps = figure(self.discount), []
        if self.discount != 1:
            steps.append(step("Discount", function("exp", -given["rate"] * figure(given["years"]))))

        def owed(gap: Expression) -> Expression:
            return gap if self.discount == 1 else level_ * gap

        def grown(gap: Expression) -> Expression:
            return gap if self.discount == 1 else gap / level_

        return (
            *steps,
            step("Conversion", figure(call_bid) - put_ask + owed(strike - high), "points"),
            step("Reversal", figure(put_bid) - call_ask + owed(low - strike), "points"),
            step("Lowest forward without an edge", strike + grown(figure(call_bid) - put_ask), "points"),
            step("Highest forward without an edge", strike + grown(figure(call_ask) - put_bid), "points"),
        )


@checked
def parity(strike: Strike, call: Quoted, put: Quoted, forward: Quoted, years: Years = 0.0, rate: Rate = 0.0) -> Parity:
    """Profit of a conversion and of a reversal at one strike, each leg at the right side of its bid and ask.

    Args:
        strike: the strike of both options, which have one expiry.
        call: bid and ask of the call; one price where only one is known, which leaves the spread out.
        put: bid and ask of the put, or one price.
        forward: bid and ask of the future (or forward) of the same expiry, or one price.
        years: years to expiry; it matters only with a rate.
        rate: yearly interest rate, continuously compounded.

    Raises:
        ToolError: what is no price and no bid and ask, or a figure outside its range.
    """
    quotes = {name: pair_of(name, price) for name, price in zip(_QUOTES, (call, put, forward), strict=True)}
    (call_bid, call_ask), (put_bid, put_ask), (low, high) = quotes.values()
    alone = {name for name, price in zip(_QUOTES, (call, put, forward), strict=True) if np.size(price) == 1}
    given = {name: pair[0] if name in alone else pair for name, pair in quotes.items()}
    discount = math.exp(-rate * years)
    conversion = tidied(call_bid - put_ask + discount * (strike - high), strike)
    reversal = tidied(put_bid - call_ask + discount * (low - strike), strike)
    return Parity(
        inputs={"strike": strike, **given, "years": years, "rate": rate},
        assumptions=(
            Assumption("sides", "bid and ask", "convention", "Bought legs pay the ask, sold legs receive the bid."),
            *_one_price(given),
            Assumption("exercise", "European", "convention", "No early exercise, as for SPX and VIX options."),
            Assumption("costs", 0.0, "assumption", "No fees, no margin interest and no cost of borrowing are counted."),
        ),
        conversion=conversion,
        reversal=reversal,
        forward_band=(
            tidied(strike + (call_bid - put_ask) / discount, strike),
            tidied(strike + (call_ask - put_bid) / discount, strike),
        ),
        discount=discount,
    )


def pair_of(name: str, given: Sequence[float] | float) -> tuple[float, float]:
    """(bid, ask) of a pair or of one price; ToolError naming the parameter for anything else."""
    refusal = ToolError(name, given, _FORM, "Give for example (3.00, 3.10), or 3.05 where only one price is known.")
    quote = [given] if isinstance(given, (int, float, np.number)) else given
    if not isinstance(quote, (list, tuple, np.ndarray)) or len(quote) not in (1, 2):
        raise refusal
    if any(isinstance(q, (bool, np.bool_)) or not isinstance(q, (int, float, np.number)) for q in quote):
        raise refusal
    try:
        bid, ask = float(quote[0]), float(quote[-1])
    except (OverflowError, TypeError) as error:  # an integer that no float can hold, a complex number
        raise refusal from error
    if not (math.isfinite(ask) and 0 <= bid <= ask):
        raise refusal
    return bid, ask


def _one_price(given: dict[str, tuple[float, float] | float]) -> tuple[Assumption, ...]:
    """That a price given alone has no spread, which both trades would pay."""
    alone = [name for name, price in given.items() if isinstance(price, float)]
    if not alone:
        return ()
    says = f"One price stands for bid and ask of the {listed(alone)}: their spread, which lowers both profits, is left out."
    return (Assumption("one_price", alone, "assumption", says),)


def tidied(value: float, size: float) -> float:
    """`value` without the binary noise of sums of prices of about this size (3.1 − 3 is 0.1)."""
    decimals = 12 - int(math.log10(max(size, 1.0)))
    return round(value, decimals) + 0.0
