"""What one contract is worth: the dollars behind a quoted price, a point and a tick.

Source: the exchanges' contract specifications (Cboe, Cboe Futures Exchange).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from tools.expression import dollars, figure
from tools.methodology import Assumption
from tools.parameters import Count, Number, checked
from tools.result import Result
from tools.wording import money, points
from tools.working import WorkingStep, step

Product = Literal["VX", "VXM", "VIX option", "SPX option"]
Quote = Annotated[float, Number("price", "points", low=0, high=1e6, open_low=True)]


@dataclass(frozen=True)
class Specification:
    """One product: its full name, dollars a point, its kind, its tick in points below and from a price on, and its source."""

    name: str
    per_point: float
    future: bool
    tick: float
    tick_from: float | None = None
    source: str = "the contract specification of the Cboe Futures Exchange"

    def tick_at(self, price: float) -> float:
        """The smallest price step of a single quote at this price, in points."""
        return self.tick if self.tick_from is None or price < _STEP else self.tick_from


_STEP = 3.0  # points: the price from which options tick in larger steps
_VIX_TICKS = "Cboe's announcement of 29 November 2022; before it the ticks were 0.05 and 0.10"
SPECIFICATIONS: dict[str, Specification] = {
    "VX": Specification("VIX future (VX)", 1000.0, True, 0.05),
    "VXM": Specification("Mini VIX future (VXM)", 100.0, True, 0.01),
    "VIX option": Specification("VIX option", 100.0, False, 0.01, 0.05, _VIX_TICKS),
    "SPX option": Specification("SPX option", 100.0, False, 0.05, 0.10, "Cboe's SPX options product specification"),
}


@dataclass(frozen=True, kw_only=True)
class ContractValue(Result):
    """Dollars behind a quoted price.

    Attributes:
        notional: price × dollars a point × contracts; for an option this is the premium, not the size of what it covers.
        per_point: dollars that one contract gains or loses on a move of one point.
        tick: smallest price step of a single quote at this price, in points.
        tick_value: dollars of one tick, one contract.
        full_size: of a mini, the notional of as many full-size contracts; None of anything else.
    """

    tool: ClassVar[str] = "contract_value"
    notional: float
    per_point: float
    tick: float
    tick_value: float
    full_size: float | None = None

    def summary(self) -> str:
        """The multiplication, the tick, the mini where there is one, and how far a loss can go."""
        product, price, count = (self.inputs[k] for k in ("product", "price", "contracts"))
        spec = SPECIFICATIONS[product]
        times = f" × {count:,} contracts" if count > 1 else ""
        what = "notional" if spec.future else "premium"
        each = f", {money(price * spec.per_point)} each" if count > 1 else ""
        lines = [f"**{spec.name}: {points(price)} × {money(self.per_point)}{times} = {money(self.notional)}** {what}{each}."]
        if count > 1:
            lines.append(f"One point is worth {money(self.per_point * count)} for all {count:,}.")
        lines.append(
            f"One {points(self.tick)} tick = {money(self.tick_value)} a contract{'' if spec.future else ' at this price'}."
        )
        if product == "VX":
            mini = SPECIFICATIONS["VXM"]
            told = f"{money(mini.per_point * price * count)} at {points(price)}"
            lines.append(
                f"Mini VIX (VXM) is one tenth: {told}, in ticks of {points(mini.tick)} ({money(mini.tick * mini.per_point)})."
            )
        if product == "VXM":
            whole = self.full_size or 0.0
            one = f", {money(whole / count)} for one" if count > 1 else ""
            lines.append(f"The full-size VX is ten times that: {money(whole)} at {points(price)}{one}.")
        if spec.future:
            lines.append("The margin is set by the broker and the exchange. Losses on futures are not limited to the budget.")
        else:
            lines.append("A bought option can lose its whole premium and no more; a sold one can lose more than it took in.")
        return "\n".join(f"- {line}" for line in lines)

    def working(self) -> tuple[WorkingStep, ...]:
        """What one contract and all of them come to, and the tick."""
        price, count = (self.inputs[k] for k in ("price", "contracts"))
        spec = SPECIFICATIONS[self.inputs["product"]]
        times = figure(price) * dollars(self.per_point)
        name = "Notional" if spec.future else "Premium"
        return (
            *([step(f"{name} of one contract", times, "$")] if count > 1 else []),
            step(name, times * count if count > 1 else times, "$"),
            step("One point, all contracts", dollars(self.per_point) * count, "$"),
            step("One tick, one contract", figure(self.tick) * dollars(self.per_point), "$"),
            *([] if self.full_size is None else [step("In full-size contracts", 10 * dollars(self.notional), "$")]),
        )


@checked
def contract_value(product: Product, price: Quote, contracts: Count = 1) -> ContractValue:
    """Turn a quoted price of a VIX future or an index option into dollars.

    Args:
        product: "VX" (VIX future), "VXM" (mini VIX future), "VIX option" or "SPX option"; the VIX itself cannot be traded.
        price: the quoted price in points.
        contracts: number of contracts.

    Raises:
        ToolError: an unknown product, a price that is not above zero, or contracts that are not a whole number.
    """
    spec = SPECIFICATIONS[product]
    return ContractValue(
        inputs={"product": product, "price": price, "contracts": contracts},
        notional=round(price * spec.per_point * contracts, 6),
        per_point=spec.per_point,
        assumptions=(_tick_of(spec),),
        tick=spec.tick_at(price),
        tick_value=round(spec.tick_at(price) * spec.per_point, 6),
        full_size=round(price * SPECIFICATIONS["VX"].per_point * contracts, 6) if product == "VXM" else None,
    )


def _tick_of(spec: Specification) -> Assumption:
    if spec.tick_from is None:
        says = f"The tick is {points(spec.tick)} points, by {spec.source}."
    else:
        ticks = f"{points(spec.tick)} points under a price of {points(_STEP)} and {points(spec.tick_from)} from there on"
        says = (
            f"A single option ticks in {ticks}, by {spec.source}; net prices of spreads may tick finer. Check before trading."
        )
    return Assumption("tick", spec.tick, "convention", says)
