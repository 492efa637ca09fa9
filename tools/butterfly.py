"""The long 1:−2:1 call butterfly at settlement, in closed form: equal or broken wings, debit or credit, with fees.

Lower break-even: lower + debit. Upper: 2 × body − lower − debit, where it exists. At and above the upper strike the
butterfly is worth (body − lower) − (upper − body): nothing for equal wings, something for a narrower upper wing, a cost for
a wider one. Fees add to the debit. Source: the payoff of a call at expiry, max(S − K, 0).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any, ClassVar

import numpy as np

from tools.errors import ToolError
from tools.measures import measure
from tools.methodology import METHOD, Assumption
from tools.outcome import Outcome
from tools.parameters import Cost, Count, Multiplier, Points, Return, Settlement, Strike, Target, checked
from tools.payoff import Payoff, exact, number
from tools.settlement_assumed import settlement_assumptions
from tools.settlement_working import butterfly_working
from tools.target import target_in_dollars
from tools.wording import cost_words, level, money, points
from tools.working import WorkingStep


@dataclass(frozen=True, kw_only=True)
class Butterfly(Outcome):
    """A butterfly's figures at settlement; see `Outcome` for those it shares with every position.

    Attributes:
        lower, body, upper: the strikes.
        debit: what one butterfly costs, in index points; negative for a credit.
        contracts: number of butterflies.
        multiplier: dollars a point.
        fees: dollars per butterfly, all legs.
        profit_zone: the settlement prices between which there is a profit, (low, high); None where there is none;
            low is 0 or high is inf where the zone is open.
        max_profit_each: best result in dollars per butterfly.
        max_loss_each: worst result in signed dollars per butterfly.
        wing_share: its cost, fees counted, as a share of the lower wing; None where it costs nothing.
    """

    tool: ClassVar[str] = "butterfly"

    lower: float
    body: float
    upper: float
    debit: float
    contracts: int = 1
    multiplier: float = 100.0
    fees: float = 0.0
    profit_zone: tuple[float, float] | None
    max_profit_each: float
    max_loss_each: float
    wing_share: float | None

    @property
    def name(self) -> str:
        """The strikes and the word, e.g. '25/30/35 butterfly'."""
        return f"{level(self.lower)}/{level(self.body)}/{level(self.upper)} butterfly"

    @property
    def strikes(self) -> tuple[float, ...]:
        """Lower, body, upper."""
        return (self.lower, self.body, self.upper)

    def summary(self) -> str:
        """Break-evens, best and worst result, what is left above the top strike, and the settlement asked about."""
        head = f"**{self.name}** for {self._say_paid()}"
        said = [*self._say_asked("one butterfly"), self._say_break_evens(), self._say_best(), self._say_worst()]
        said += [*self._say_floor(), self._say_tail()]
        low, high = METHOD.strike_zone.value
        if _zone_rule(self.body):
            said.append(
                f"The body, {level(self.body)}, lies outside the {level(low)}–{level(high)} strike zone that the method names."
            )
        return f"{head}:\n\n" + "\n".join(f"- {line}" for line in said)

    def working(self) -> tuple[WorkingStep, ...]:
        """Cost, settlement, break-evens and extremes."""
        return butterfly_working(self)

    def _say_paid(self) -> str:
        """The debit or credit in points and in dollars, with fees and how many butterflies there are."""
        kind = "debit" if self.debit > 0 else "credit"
        said = f"a {kind} of {points(abs(self.debit))} points" if self.debit else "no debit"
        each = " each" if self.contracts > 1 else ""
        if self.debit and not self.fees:
            whole = money(number(exact(abs(self.debit)) * exact(self.multiplier)))
            said += f"{each} = {whole} at {money(self.multiplier)} a point"
        elif self.fees:
            said += f" and fees of {money(self.fees)}{each}"
            said += f" = {points(number(self._cost - exact(self.debit)))} points at {money(self.multiplier)} a point"
            said += f", in all {points(number(abs(self._cost)))} points" if self._cost else ""
        return f"{said}, {self.contracts:,} contracts" if each else said

    def _say_floor(self) -> list[str]:
        """What is left at and below the lower strike, where the worst result lies elsewhere."""
        if any(low == 0 for low, _ in self._profit.lowest[1]):
            return []
        said = self._gain(number(-self._cost))
        return [f"**At or below {level(self.lower)}** one butterfly is worth 0; {self._after()} that is {said}."]

    def _say_tail(self) -> str:
        at = f"**At or above {level(self.upper)}**"
        profit = number(exact(self.tail) - self._cost)
        if not self.tail:
            if profit < 0:
                return (
                    f"{at} one butterfly is worth 0 and its cost is lost: it pays inside its range and is not a hedge "
                    "without limit against a crash."
                )
            return f"{at} one butterfly is worth 0; {self._after()} that is {self._gain(profit)}."
        lower, upper = (level(number(exact(b) - exact(a))) for a, b in ((self.lower, self.body), (self.body, self.upper)))
        wing = "narrower upper wing keeps" if self.tail > 0 else "wider upper wing makes it worth"
        said = f"{at} the {wing} {lower} − {upper} = {points(self.tail)} points; {self._after()} that is {self._gain(profit)}."
        if self.tail < 0:
            even = "/".join(map(level, (self.lower, self.body, number(2 * exact(self.body) - exact(self.lower)))))
            said += f" With equal wings ({even}) it would be worth 0 there."
        return said

    @cached_property
    def _value(self) -> Payoff:
        return _value(self.lower, self.body, self.upper)

    @cached_property
    def _cost(self) -> Fraction:
        return exact(self.debit) + exact(self.fees) / exact(self.multiplier)

    @cached_property
    def _dollars(self) -> Fraction:
        return exact(self.multiplier) * self.contracts

    def _as_money(self, value: float) -> str:
        each = f"{money(number(exact(value) * exact(self.multiplier)))} per butterfly"
        return each + (f" ({money(number(exact(value) * self._dollars))} for {self.contracts:,})" if self.contracts > 1 else "")

    def _after(self) -> str:
        return cost_words(self.debit, number(self._cost - exact(self.debit)))


@checked
def butterfly(
    lower: Strike,
    body: Strike,
    upper: Strike,
    debit: Points,
    *,
    contracts: Count = 1,
    multiplier: Multiplier = 100.0,
    fees: Cost = 0.0,
    settlement: Settlement | None = None,
    target: Target | None = None,
    target_return: Return | None = None,
) -> Butterfly:
    """Break-evens, best and worst result and value at settlement of a call butterfly (long one, short two, long one).

    Args:
        lower: lower strike, bought once.
        body: middle strike, sold twice.
        upper: upper strike, bought once.
        debit: cost of one butterfly in index points; negative for a credit.
        contracts: number of butterflies.
        multiplier: dollars a point ($100 for VIX and SPX options).
        fees: fees in dollars per butterfly, all legs; they move the break-evens.
        settlement: a settlement price to value it at.
        target: a profit in dollars for all butterflies, to find the settlement prices that make it; negative for a loss.
        target_return: the same as a fraction of what was paid; 1 doubles the money.

    Raises:
        ToolError: strikes not in ascending order, or a figure outside its range.
    """
    if not lower < body < upper:
        raise ToolError(
            "strikes",
            f"{level(lower)}/{level(body)}/{level(upper)}",
            "three different strikes in ascending order, lower < body < upper",
            _mend(lower, body, upper),
        )
    value = _value(lower, body, upper)
    cost = exact(debit) + exact(fees) / exact(multiplier)
    profit = value.less(cost)
    dollars = exact(multiplier) * contracts
    wanted = target_in_dollars(target, target_return, number(cost * dollars))
    measures = measure(value, cost, dollars, settlement, wanted)
    options = {"contracts": contracts, "multiplier": multiplier, "fees": fees}
    given: dict[str, Any] = {k: v for k, v in options.items() if v != _DEFAULTS[k]}
    asked = (("settlement", settlement), ("target", target), ("target_return", target_return))
    given |= {k: v for k, v in asked if v is not None}
    return Butterfly(
        inputs={"lower": lower, "body": body, "upper": upper, "debit": debit, **given},
        assumptions=(*settlement_assumptions(multiplier, fees), *_zone_rule(body)),
        lower=lower,
        body=body,
        upper=upper,
        debit=debit,
        contracts=contracts,
        multiplier=multiplier,
        fees=fees,
        profit_zone=next(iter(profit.zones), None),
        max_profit_each=number(profit.highest[0] * exact(multiplier)),
        max_loss_each=number(profit.lowest[0] * exact(multiplier)),
        wing_share=number(cost / (exact(body) - exact(lower))) if cost > 0 else None,
        **measures,
    )


def as_butterfly(given: Butterfly | Sequence[float]) -> tuple[Butterfly, float | None]:
    """(the butterfly, its debit) from a result, or from its three strikes and perhaps the debit; None for a debit not given.

    Raises:
        ToolError: what was given is no butterfly.
    """
    if isinstance(given, Butterfly):
        return given, given.debit
    form = "the lower, body and upper strike and perhaps the debit, or a result of butterfly(…)"
    if not isinstance(given, (list, tuple, np.ndarray)) or len(given) not in (3, 4):
        raise ToolError("butterfly", given, form, "Give for example [25, 30, 35, 0.85].")
    lower, body, upper, debit = [*given, 0.0][:4]
    return butterfly(lower, body, upper, debit), (float(debit) if len(given) == 4 else None)


_DEFAULTS = {"contracts": 1, "multiplier": 100.0, "fees": 0.0}


def _value(lower: float, body: float, upper: float) -> Payoff:
    return Payoff.of([(1, "call", lower), (-2, "call", body), (1, "call", upper)])


def _zone_rule(body: float) -> tuple[Assumption, ...]:
    """The method's strike zone, where the body lies outside it: the summary then names the zone."""
    low, high = METHOD.strike_zone.value
    return () if low <= body <= high else (METHOD.assume("strike_zone"),)


def _mend(lower: float, body: float, upper: float) -> str:
    ordered = sorted({lower, body, upper})
    if len(ordered) == 3:
        return f"In order they are {'/'.join(map(level, ordered))}."
    return "Two strikes are equal; give three different ones."
