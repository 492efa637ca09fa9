"""Any position of calls, puts and a future or share with one expiry, priced leg by leg, at settlement in closed form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Annotated, Any, ClassVar

from tools.errors import ToolError
from tools.legs import Leg, read_legs
from tools.measures import measure
from tools.methodology import Assumption
from tools.outcome import Outcome
from tools.parameters import Cost, Count, Multiplier, Net, Return, Settlement, Target, checked
from tools.payoff import Payoff, Zone, exact, number
from tools.settlement_assumed import settlement_assumptions
from tools.settlement_working import position_working
from tools.structure import Holding, name_of
from tools.target import target_in_dollars
from tools.wording import cost_words, listed, money, points
from tools.working import WorkingStep


@dataclass(frozen=True, kw_only=True)
class Position(Outcome):
    """A position's figures at settlement; see `Outcome` for those it shares with a butterfly. A unit is the legs held once.

    Attributes:
        legs: the legs.
        structure: what the position is called, e.g. "iron condor".
        premium: net premium in index points; positive where paid (a debit), negative where received (a credit).
        profit_zones: the stretches of settlement price with a profit, ascending, each (low, high); low is 0 or high is inf
            where it is open.
        best_zones: where the best result is reached, as (low, high); () where it is unbounded.
        worst_zones: where the worst result is reached.
        contracts: how many times the legs are held.
        multiplier: dollars a point.
        fees: dollars for the legs held once.
    """

    tool: ClassVar[str] = "position"

    legs: tuple[Leg, ...]
    structure: str
    premium: float
    profit_zones: tuple[Zone, ...]
    best_zones: tuple[Zone, ...]
    worst_zones: tuple[Zone, ...]
    contracts: int = 1
    multiplier: float = 100.0
    fees: float = 0.0

    @property
    def profit_zone(self) -> Zone | None:
        """The profit zone where there is exactly one; otherwise None (see `profit_zones`)."""
        return self.profit_zones[0] if len(self.profit_zones) == 1 else None

    @property
    def name(self) -> str:
        """The structure's name."""
        return self.structure

    @property
    def strikes(self) -> tuple[float, ...]:
        """The strikes and entry prices, ascending, each once."""
        return tuple(sorted({leg.strike for leg in self.legs}))

    def summary(self) -> str:
        """The legs and their name, break-evens, best and worst result, and the settlement asked about."""
        paid = f"net debit {points(self.premium)} points" if self.premium > 0 else f"net credit {points(-self.premium)} points"
        cost = (
            f"{paid} = {self._as_money(abs(self.premium))} at {money(self.multiplier)} a point"
            if self.premium
            else "no net premium"
        )
        cost += f", fees {self._as_money(number(self._cost - exact(self.premium)))}" if self.fees else ""
        bare = self.inputs.get("net") is not None  # then no leg has a price of its own
        legs = [str(leg).rpartition(" at ")[0] if bare and leg.pays != "future" else str(leg) for leg in self.legs]
        head = f"**{self.name[0].upper()}{self.name[1:]}** ({listed(legs)}): {cost}."
        said = [*self._say_asked("the position"), self._say_break_evens(), self._say_best(), self._say_worst()]
        if all(leg.pays == "future" for leg in self.legs):
            said.append("A loss on futures is limited neither to their margin nor to a hedge budget.")
        return f"{head}\n\n" + "\n".join(f"- {line}" for line in said)

    def working(self) -> tuple[WorkingStep, ...]:
        """Premium, settlement, break-evens and extremes, leg by leg."""
        return position_working(self)

    @cached_property
    def _value(self) -> Payoff:
        return _value(self.legs, self.multiplier)

    @cached_property
    def _cost(self) -> Fraction:
        return exact(self.premium) + exact(self.fees) / exact(self.multiplier)

    @cached_property
    def _dollars(self) -> Fraction:
        return exact(self.multiplier) * self.contracts

    def _as_money(self, value: float) -> str:
        whole = money(number(exact(value) * self._dollars))
        if self.contracts == 1:
            return whole
        return f"{money(number(exact(value) * exact(self.multiplier)))} each ({whole} for {self.contracts:,})"

    def _after(self) -> str:
        return cost_words(self.premium, number(exact(self.fees) / exact(self.multiplier)))


@checked
def position(
    legs: Annotated[Sequence[Leg | Sequence[Any] | Mapping[str, Any]], "legs"],
    *,
    contracts: Count = 1,
    multiplier: Multiplier = 100.0,
    fees: Cost = 0.0,
    settlement: Settlement | None = None,
    net: Net | None = None,
    target: Target | None = None,
    target_return: Return | None = None,
) -> Position:
    """Break-evens, best and worst result at settlement of any position: spreads, condors, straddles, covered calls.

    Every leg counts `multiplier` dollars a point, so a share leg of quantity 1 is 100 shares at the usual $100; a leg of
    kind VX or VXM counts the $1,000 or $100 of its contract.

    Args:
        legs: legs as (side, kind, strike, premium[, quantity]); side long or short (bought, sold), kind call, put, VX, VXM or
            future (a future or share: strike is its entry price, premium 0).
        contracts: how many times the legs are held.
        multiplier: dollars a point of one leg ($100 for VIX and SPX options); VX and VXM have their own.
        fees: fees in dollars for the legs held once.
        settlement: a settlement price to value it at.
        net: price of all legs together in index points, where they have none of their own: above 0 paid, below 0 received.
        target: a profit in dollars for the whole position, to find the settlement prices that make it; negative for a loss.
        target_return: the same as a fraction of what was paid; 1 doubles the money.

    Raises:
        ToolError: a leg that cannot be read, naming the leg and its part, or a figure outside its range.
    """
    read = read_legs(legs)
    multiplier = _point(read, multiplier)
    value = _value(read, multiplier)
    premium = sum((leg.signed * exact(leg.premium) for leg in read), Fraction(0))
    if net is not None:
        if any(leg.premium for leg in read):
            raise ToolError("net", net, "left out where legs have prices of their own", "Give one or the other.")
        premium = exact(net)
    cost = premium + exact(fees) / exact(multiplier)
    profit = value.less(cost)
    dollars = exact(multiplier) * contracts
    wanted = target_in_dollars(target, target_return, number(cost * dollars))
    given: dict[str, Any] = {"legs": [(leg.side, leg.kind, leg.strike, leg.premium, leg.quantity) for leg in read]}
    options = (("contracts", contracts, 1), ("multiplier", multiplier, 100.0), ("fees", fees, 0.0))
    given |= {k: v for k, v, usual in options if v != usual}
    asked = (("settlement", settlement), ("net", net), ("target", target), ("target_return", target_return))
    given |= {k: v for k, v in asked if v is not None}
    return Position(
        inputs=given,
        assumptions=(*settlement_assumptions(multiplier, fees), *_futures(read, multiplier)),
        legs=read,
        structure=name_of(_holdings(read, multiplier)),
        premium=number(premium),
        profit_zones=profit.zones,
        best_zones=profit.highest[1],
        worst_zones=profit.lowest[1],
        contracts=contracts,
        multiplier=multiplier,
        fees=fees,
        **measure(value, cost, dollars, settlement, wanted),
    )


def _holdings(legs: Sequence[Leg], multiplier: float) -> list[Holding]:
    return [(leg.weight(multiplier), leg.pays, leg.strike) for leg in legs]


def _value(legs: Sequence[Leg], multiplier: float) -> Payoff:
    return Payoff.of(_holdings(legs, multiplier))


def _point(legs: Sequence[Leg], multiplier: float) -> float:
    """Dollars in one point of the position: what is given, or, where every leg is a VIX future, the least of theirs."""
    own = {leg.point for leg in legs}
    least = min(point for point in own if point is not None) if own != {None} else multiplier
    if None not in own:
        return least
    if least % multiplier:
        mend = f"A {money(least)} future cannot be counted in points of {money(multiplier)}."
        raise ToolError("multiplier", multiplier, f"a whole part of {money(least)}, usually 100", mend)
    return multiplier


def _futures(legs: Sequence[Leg], multiplier: float) -> tuple[Assumption, ...]:
    """What a point of the futures is taken to be worth beside that of the options."""
    each = money(multiplier)
    own = {leg.kind: leg.point for leg in legs if leg.point is not None and leg.point != multiplier}
    if own:
        said = listed(f"one point of a {kind} future is worth {money(point)}" for kind, point in sorted(own.items()))
        return (Assumption("future_point", own, "convention", f"{said[0].upper()}{said[1:]}, a point here {each}."),)
    kinds = {leg.kind for leg in legs}
    if "future" not in kinds or (multiplier != 100 and kinds == {"future"}):
        return ()
    as_what = (
        ": that is 100 shares or one VXM" if multiplier == 100 else ", and so does an option, where one on VIX or SPX is $100"
    )
    says = f"A leg of kind future counts {each} a point{as_what}. Is it a VIX future at $1,000 a point, write its kind as VX."
    return (Assumption("future_point", multiplier, "assumption", says),)
