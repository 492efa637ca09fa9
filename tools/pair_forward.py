"""The forward that a call and a put of one strike and one expiry imply.

Source: put–call parity, call − put = discount × (forward − strike), Stoll (1969). For VIX options the forward is the VIX future
of the same expiry; for SPX options it is the forward of the index.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

from tools.expression import Expression, figure, function
from tools.methodology import Assumption
from tools.parameters import Strike, checked
from tools.parity import Quoted, Rate, Years, pair_of, tidied
from tools.result import Result
from tools.wording import level, points, significant
from tools.working import WorkingStep, step


@dataclass(frozen=True, kw_only=True)
class PairForward(Result):
    """The forward behind two options, in index points.

    Attributes:
        forward: from the middle of both prices, or from the one price that was given of each.
        band: the forwards (low, high) that the bids and asks allow; twice the same where each has one price.
        discount: today's value of one point at expiry.
    """

    tool: ClassVar[str] = "pair_forward"
    forward: float
    band: tuple[float, float]
    discount: float

    def summary(self) -> str:
        """The forward with its working, the band where there are bids and asks, and which of the two is dearer."""
        given, (low, high) = self.inputs, self.band
        call, put = (sum(pair_of(name, given[name])) / 2 for name in ("call", "put"))
        under = f" / {significant(self.discount, 6)}" if self.discount != 1 else ""
        gap = f"({points(call)} − {points(put)}){under}"
        strike = level(given["strike"])
        lines = [f"**These two options imply a forward of {points(self.forward)}**: {strike} + {gap}."]
        if low != high:
            lines.append(f"At bid and ask they allow any forward from {points(low)} to {points(high)}.")
        side = "above" if call > put else "below" if call < put else "at"
        dear = "dearer than" if call > put else "cheaper than" if call < put else "as dear as"
        lines.append(f"The call is {dear} the put, so the forward lies {side} the strike.")
        lines.append("For VIX options the forward is the VIX future of the same expiry, not the VIX itself.")
        return "\n".join(f"- {line}" for line in lines)

    def working(self) -> tuple[WorkingStep, ...]:
        """The discount where there is one, and the forward."""
        given = self.inputs
        call, put = (sum(pair_of(name, given[name])) / 2 for name in ("call", "put"))
        gap: Expression = figure(call) - put
        if self.discount == 1:
            return (step("Forward", given["strike"] + gap, "price"),)
        discount = step("Discount", function("exp", -given["rate"] * figure(given["years"])))
        return discount, step("Forward", given["strike"] + gap / figure(self.discount), "price")


@checked
def pair_forward(strike: Strike, call: Quoted, put: Quoted, years: Years = 0.0, rate: Rate = 0.0) -> PairForward:
    """Say which forward, or future, a call and a put of the same strike and expiry imply.

    Args:
        strike: the strike of both options, which have one expiry.
        call: bid and ask of the call, or one price.
        put: bid and ask of the put, or one price.
        years: years to expiry; it matters only with a rate.
        rate: yearly interest rate, continuously compounded.

    Raises:
        ToolError: what is no price and no bid and ask, or a figure outside its range.
    """
    (call_bid, call_ask), (put_bid, put_ask) = pair_of("call", call), pair_of("put", put)
    discount = math.exp(-rate * years)

    def implied(gap: float) -> float:
        return tidied(strike + gap / discount, strike)

    return PairForward(
        inputs={"strike": strike, "call": call, "put": put, "years": years, "rate": rate},
        assumptions=(
            Assumption("exercise", "European", "convention", "No early exercise, as for SPX and VIX options."),
            *((Assumption("rate", 0.0, "assumption", "No interest is counted."),) if rate == 0 else ()),
        ),
        forward=implied((call_bid + call_ask - put_bid - put_ask) / 2),
        band=(implied(call_bid - put_ask), implied(call_ask - put_bid)),
        discount=discount,
    )
