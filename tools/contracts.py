"""What one contract is worth: the dollars behind a quoted price, a point and a tick.

Source: the exchanges' contract specifications (Cboe, Cboe Futures Exchange).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from tools.parameters import Count, Number, checked
from tools.result import Result
from tools.wording import money, points

Product = Literal["VX", "VXM", "VIX option", "SPX option"]
Quote = Annotated[float, Number("price", "points", low=0, high=1e6, open_low=True)]


@dataclass(frozen=True)
class Specification:
    """One product: its full name, dollars a point, tick in points (None where it depends on the price), and its kind."""

    name: str
    per_point: float
    tick: float | None
    future: bool


SPECIFICATIONS: dict[str, Specification] = {
    "VX": Specification("VIX future (VX)", 1000.0, 0.05, True),
    "VXM": Specification("Mini VIX future (VXM)", 100.0, 0.01, True),
    "VIX option": Specification("VIX option", 100.0, None, False),
    "SPX option": Specification("SPX option", 100.0, None, False),
}


@dataclass(frozen=True, kw_only=True)
class ContractValue(Result):
    """Dollars behind a quoted price.

    Attributes:
        notional: price × dollars a point × contracts; for an option this is the premium, not the size of what it covers.
        per_point: dollars that one contract gains or loses on a move of one point.
        tick: smallest price step in points; None for options, where it depends on the price.
        tick_value: dollars of one tick, one contract; None where `tick` is.
    """

    tool: ClassVar[str] = "contract_value"
    notional: float
    per_point: float
    tick: float | None
    tick_value: float | None

    def summary(self) -> str:
        """The multiplication, the tick, the mini where there is one, and how far a loss can go."""
        product, price, count = (self.inputs[k] for k in ("product", "price", "contracts"))
        spec = SPECIFICATIONS[product]
        times = f" × {count:,} contracts" if count > 1 else ""
        what = "notional" if spec.future else "premium"
        lines = [f"**{spec.name}: {points(price)} × {money(self.per_point)}{times} = {money(self.notional)}** {what}."]
        if self.tick is not None and self.tick_value is not None:
            lines.append(f"One {points(self.tick)} tick = {money(self.tick_value)} a contract.")
        if product == "VX":
            mini = SPECIFICATIONS["VXM"].per_point * price * count
            lines.append(f"Mini VIX (VXM) is one tenth: {money(mini)} at {points(price)}.")
        if spec.future:
            lines.append("The margin is set by the broker and the exchange. Losses on futures are not limited to the budget.")
        else:
            lines.append("A bought option can lose its whole premium and no more; a sold one can lose more than it took in.")
        return "\n".join(f"- {line}" for line in lines)


@checked
def contract_value(product: Product, price: Quote, contracts: Count = 1) -> ContractValue:
    """Turn a quoted price of a VIX future or an index option into dollars.

    Args:
        product: "VX" (VIX future), "VXM" (mini VIX future), "VIX option" or "SPX option".
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
        tick=spec.tick,
        tick_value=None if spec.tick is None else round(spec.tick * spec.per_point, 6),
    )
