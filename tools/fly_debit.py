"""What a butterfly costs by the bids and asks of its three options: half-way between them, and crossing every spread.

Natural means buying at the ask and selling at the bid; mid is a price that nobody is obliged to grant.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar

from tools.errors import ToolError
from tools.expression import figure
from tools.methodology import Assumption
from tools.parameters import Multiplier, Number, checked
from tools.payoff import exact, number
from tools.result import Result
from tools.wording import money, points
from tools.working import WorkingStep, step

_PRICE = Number("points", "index points", low=0, high=1e6)
_SIDES = ("lower_quote", "body_quote", "upper_quote")
_ALLOWED = "bid and ask in index points, for example [1.60, 1.70]"

BidAsk = Annotated[Sequence[float], "numbers"]


@dataclass(frozen=True, kw_only=True)
class FlyDebit(Result):
    """The cost of one butterfly at two prices.

    Attributes:
        mids: price half-way between bid and ask of the lower, body and upper strike, in index points.
        mid_debit: cost with every option at mid, in index points; negative for a credit.
        natural_debit: cost buying at the ask and selling at the bid.
        mid_cash, natural_cash: the same in dollars.
        slippage, slippage_cash: natural less mid, in index points and in dollars.
    """

    tool: ClassVar[str] = "fly_debit"
    mids: tuple[float, float, float]
    mid_debit: float
    natural_debit: float
    mid_cash: float
    natural_cash: float
    slippage: float
    slippage_cash: float

    def summary(self) -> str:
        """Both debits with the prices that make them."""
        lower, body, upper = (self.inputs[k] for k in _SIDES)
        mid = _spelt(*self.mids, self.mid_debit, self.mid_cash)
        natural = _spelt(lower[1], body[0], upper[1], self.natural_debit, self.natural_cash)
        return f"- **Mid:** {mid}.\n- **Natural** (buy at the ask, sell at the bid): {natural}.\n- {self._say_slippage()}"

    def _say_slippage(self) -> str:
        if not self.slippage:
            return "Natural and mid are the same."
        dearer = f"{points(self.natural_debit)} − {points(self.mid_debit)} = {points(self.slippage)} points"
        if self.mid_debit < 0:
            dearer = f"{points(self.slippage)} points"
        return f"Natural costs {dearer} = {money(self.slippage_cash)} more a butterfly than mid."

    def working(self) -> tuple[WorkingStep, ...]:
        """The three mids, both debits, and what crossing the spreads costs."""
        legs = [self.inputs[k] for k in _SIDES]
        names = ("lower strike", "body", "upper strike")
        mids = [
            step(f"Mid of the {name}", (figure(bid) + ask) / 2, "points") for name, (bid, ask) in zip(names, legs, strict=True)
        ]
        low, body, high = (figure(found.value or 0.0) for found in mids)
        return (
            *mids,
            step("Mid debit", low - 2 * body + high, "points"),
            step("Natural debit", figure(legs[0][1]) - 2 * figure(legs[1][0]) + legs[2][1], "points"),
            step("Natural less mid", figure(self.natural_debit) - self.mid_debit, "points"),
        )


@checked
def fly_debit(lower_quote: BidAsk, body_quote: BidAsk, upper_quote: BidAsk, *, multiplier: Multiplier = 100.0) -> FlyDebit:
    """Price a butterfly by the bid and ask of its three options, at mid and at natural.

    Args:
        lower_quote: bid and ask of the option at the lower strike, bought once, in index points.
        body_quote: bid and ask at the middle strike, sold twice.
        upper_quote: bid and ask at the upper strike, bought once.
        multiplier: dollars a point ($100 for VIX and SPX options).

    Raises:
        ToolError: a side that is not a bid and an ask, or a bid above its ask.
    """
    sides = {name: _bid_ask(name, given) for name, given in zip(_SIDES, (lower_quote, body_quote, upper_quote), strict=True)}
    legs = [tuple(map(exact, pair)) for pair in sides.values()]
    low, middle, high = ((bid + ask) / 2 for bid, ask in legs)
    mid, natural = low - 2 * middle + high, legs[0][1] - 2 * legs[1][0] + legs[2][1]
    size = exact(multiplier)
    return FlyDebit(
        inputs={**sides, "multiplier": multiplier},
        assumptions=(Assumption("multiplier", multiplier, "convention", f"One point is worth {money(multiplier)}."),),
        mids=(number(low), number(middle), number(high)),
        mid_debit=number(mid),
        natural_debit=number(natural),
        mid_cash=number(mid * size),
        natural_cash=number(natural * size),
        slippage=number(natural - mid),
        slippage_cash=number((natural - mid) * size),
    )


def _bid_ask(name: str, given: Sequence[float]) -> list[float]:
    if isinstance(given, (str, bytes)) or not isinstance(given, Sequence) or len(given) != 2:
        raise ToolError(name, given, _ALLOWED)
    bid, ask = (float(_PRICE.check(f"{name}: {word}", value)) for word, value in zip(("bid", "ask"), given, strict=True))
    if bid > ask:
        raise ToolError(name, given, "a bid that is not above its ask", "Give the bid first.")
    return [bid, ask]


def _spelt(lower: float, body: float, upper: float, debit: float, cash: float) -> str:
    word = "a credit" if debit < 0 else "a debit"
    return f"{points(lower)} − 2 × {points(body)} + {points(upper)} = {points(debit)} points, {word} of {money(abs(cash))}"
