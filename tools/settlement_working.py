"""The working of a position at settlement: its cost, the settlement asked about, its break-evens, best and worst result."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tools.expression import Expression, dollars, figure, function, share, total
from tools.wording import level, points
from tools.working import WorkingStep, said, step

if TYPE_CHECKING:
    from tools.butterfly import Butterfly
    from tools.outcome import Outcome
    from tools.position import Position

_CONTRACTS = 4  # option contracts in one butterfly: one bought, two sold, one bought


def butterfly_working(fly: Butterfly) -> tuple[WorkingStep, ...]:
    """The butterfly's closed form: value by region, lower + cost and upper − cost, body and tails."""
    low, body, high = map(figure, fly.strikes)
    steps, cost = _cost(fly.debit, fly.fees, fly.multiplier)
    if fly.fees:
        each = step("Fees of one option contract", dollars(fly.fees) / _CONTRACTS, "$", "four of them in one butterfly")
        steps.insert(0, each)
    steps += _settled(fly, butterfly_value_line(fly.lower, fly.body, fly.upper, fly.settlement or 0.0), cost)
    top = high if not fly.tail else 2 * body - low
    if fly.target is not None:
        aims, worth = _aimed(fly, fly.target, cost)
        lines = [line for line in (low + worth, top - worth) if any(_same(line.value, at) for at in fly.target_at)]
        steps += [*aims, *(step("Settled at", line, "price") for line in lines)]
    ends = [("Lower break-even", low + cost), ("Upper break-even", top - cost)]
    steps += [step(name, line, "price") for name, line in ends if any(_same(line.value, end) for end in fly.break_evens)]
    if not fly.break_evens:
        wing = points((body - low).value)
        steps.append(said("Break-evens", f"none, with a cost of {points(cost.value)} against a lower wing of {wing}"))
    elif len(fly.break_evens) == 2:
        span = (high - low) - 2 * cost if not fly.tail else figure(fly.break_evens[1]) - fly.break_evens[0]
        note = f"wing span {level((high - low).value)} less twice the cost" if not fly.tail else ""
        steps.append(step("Width of the profit zone", span, "points", note))
    best, worst = (body - low) - cost, (_tail(fly.strikes) if fly.tail < 0 else figure(0)) - cost
    shares = [] if fly.wing_share is None else [step("Cost as a share of the lower wing", cost / (body - low), "%")]
    if fly.profit_zone_share is not None:
        shares.append(step("Profit zone as a share of the wing span", figure(fly.profit_zone_width) / (high - low), "%"))
    return (*steps, *_extremes(fly, best, worst), *shares)


def butterfly_value_line(lower: float, body: float, upper: float, settlement: float) -> Expression:
    """One call butterfly at settlement, by the region in which the price lies."""
    at = figure(settlement)
    if settlement <= lower:
        return function("max", at - lower, 0)
    if settlement <= body:
        return at - lower
    if settlement >= upper:
        return _tail((lower, body, upper))
    return figure(upper) - at if _same(upper - body, body - lower) else 2 * figure(body) - lower - at


def position_working(held: Position) -> tuple[WorkingStep, ...]:
    """Leg by leg: the net premium, the value at the settlement asked about, then break-evens and extremes."""
    paid = [leg for leg in held.legs if leg.pays != "future"]
    premium: Expression = total([_times(leg.signed, figure(leg.premium)) for leg in paid] or [0.0])
    if "net" in held.inputs:
        premium = figure(held.premium)
    steps = [step("Net premium", premium, "points", "above 0 paid, below 0 received")] if len(paid) > 1 else []
    more, cost = _cost(held.premium, held.fees, held.multiplier)
    steps += more

    def worth(at: float) -> Expression:
        return total(_times(leg.weight(held.multiplier), _leg(leg.pays, leg.strike, at)) for leg in held.legs)

    steps += _settled(held, worth(held.settlement or 0.0), cost)
    if held.target is not None:
        aims, needed = _aimed(held, held.target, cost)
        steps += [*aims, *_reached(held, held.target_at, needed, "Settled at")]
    steps += _reached(held, held.break_evens, cost, "Break-even")
    (best, _), (worst, _) = (zones[0] if zones else (math.nan, 0.0) for zones in (held.best_zones, held.worst_zones))
    return (
        *steps,
        *_extremes(
            held,
            None if math.isnan(best) else worth(best) - cost,
            None if math.isnan(worst) else worth(worst) - cost,
        ),
    )


def _reached(held: Position, ends: Sequence[float], cost: Expression, what: str) -> list[WorkingStep]:
    """Each settlement price at which the value comes to `cost`, from the nearest strike below it."""
    steps = []
    corners = sorted({0.0, *held.strikes})
    for end in ends:
        near = corners[max(0, bisect_left(corners, end) - 1)]
        slope = round((held.value_at(end) - held.value_at(near)) / (end - near), 9) if end > near else 0.0
        worth_there = held.value_at(near)
        gap = cost - worth_there if worth_there else cost
        if not slope:
            steps.append(said(what, f"{points(end)}, where the value meets {_named(what)} of {points(cost.value)}"))
            continue
        if slope == -1:
            line = (figure(worth_there) + near if near else figure(worth_there)) - cost
        else:
            line = figure(near) + (gap if slope == 1 else gap / slope)
        note = f"worth {points(worth_there)} at {level(near)}, changing by {slope:g} a point"
        steps.append(step(what, line, "price", note))
    return steps


def _named(what: str) -> str:
    return "the cost" if what == "Break-even" else "the value wanted"


def _aimed(held: Outcome, target: float, cost: Expression) -> tuple[list[WorkingStep], Expression]:
    """What a target asks of one unit: its profit, and its value, which is returned as well."""
    steps = []
    a_point = dollars(held.multiplier) * held.contracts if held.contracts > 1 else dollars(held.multiplier)
    if (part := held.inputs.get("target_return")) is not None:
        steps.append(step("Profit wanted", share(part) * (cost * a_point), "$"))
    profit = step("Profit wanted of one unit", dollars(target) / a_point, "points")
    worth = step("Value wanted of it", figure(profit.value or 0.0) + cost, "points", "profit and cost")
    return [*steps, profit, worth], figure(worth.value or 0.0)


def _cost(premium: float, fees: float, multiplier: float) -> tuple[list[WorkingStep], Expression]:
    """The cost of one unit in points, with a step where fees add to it."""
    if not fees:
        return [], figure(premium)
    with_fees = step("Cost with fees", figure(premium) + dollars(fees) / dollars(multiplier), "points")
    return [with_fees], figure(with_fees.value or 0.0)


def _settled(held: Outcome, value: Expression, cost: Expression) -> list[WorkingStep]:
    if held.settlement is None or held.settlement_value is None:
        return []
    at, worth = level(held.settlement), figure(held.settlement_value)
    steps = [step(f"Value at {at}", value, "points")]
    profit = worth - cost
    steps.append(step(f"Profit at {at}", profit, "points"))
    steps.append(step(f"Profit at {at} in dollars", profit * dollars(held.multiplier), "$", "one unit"))
    if held.contracts > 1:
        steps.append(step(f"Value of all at {at}", worth * dollars(held.multiplier) * held.contracts, "$"))
        steps.append(step(f"Profit at {at} for all", profit * dollars(held.multiplier) * held.contracts, "$"))
    return steps


def _extremes(held: Outcome, best: Expression | None, worst: Expression | None) -> list[WorkingStep]:
    steps = []
    for name, line in (("Best result", best), ("Worst result", worst)):
        if line is None:
            steps.append(said(name, "unlimited"))
            continue
        found = step(name, line, "points")
        money = figure(found.value or 0.0) * dollars(held.multiplier)
        steps += [found, step(f"{name} in dollars", money, "$", "one unit")]
        if held.contracts > 1:
            steps.append(step(f"{name} for all", money * held.contracts, "$"))
    if held.reward_to_risk is not None:
        steps.append(step("Best to worst", figure(held.max_profit_points) / -held.max_loss_points))
    return steps


def _leg(kind: str, strike: float, at: float) -> Expression:
    if kind == "future":
        return figure(at) - strike
    return function("max", figure(at) - strike if kind == "call" else figure(strike) - at, 0)


def _times(quantity: int, line: Expression) -> Expression:
    return line if quantity == 1 else quantity * line


def _tail(strikes: Sequence[float]) -> Expression:
    lower, body, upper = map(figure, strikes)
    return (body - lower) - (upper - body)


def _same(a: float, b: float) -> bool:
    return math.isclose(a, b, rel_tol=1e-12, abs_tol=1e-12)
