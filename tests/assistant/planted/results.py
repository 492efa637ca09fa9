"""Real tool results, and what is true of each: named figures with their unit and their sign.

The phrases were written before the guards, from what chat models say about such results. Every second phrase belongs to the
held-out half, which is not looked at while the guards are tuned.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Literal

from tools import (
    black76,
    butterfly,
    contract_value,
    irr,
    position,
    staged_cost,
    term_structure,
    tranche_plan,
    units_for_budget,
    wacc,
)
from tools.result import Result

Unit = Literal["money", "points", "level", "share", "count", "ratio", "plain"]
Way = Literal["gain", "loss", ""]


@dataclass(frozen=True)
class Fact:
    """One true figure of a result.

    Attributes:
        value: signed, a share as a fraction, money in dollars.
        unit: what it counts.
        way: whether it is somebody's gain or loss.
        phrases: sentences with one slot for the figure.
        turned: sentences that say the opposite way of it, where there is one.
    """

    value: float
    unit: Unit
    phrases: tuple[str, ...]
    way: Way = ""
    turned: tuple[str, ...] = ()


Case = tuple[str, Result, list[Fact]]


def cases(seed: int, each: int) -> Iterator[Case]:
    """`each` results of every kind with the question that asked for them."""
    random = Random(seed)
    for _ in range(each):
        for make in MAKERS:
            yield make(random)


def _butterfly(r: Random) -> Case:
    low, wing = r.choice([22, 24, 25, 26, 28]), r.choice([3, 4, 6, 7])
    debit, contracts = r.choice([0.45, 0.62, 0.85, 1.1, 1.35]), r.choice([3, 7, 11, 12])
    b = butterfly(low, low + wing, low + 2 * wing, debit, contracts=contracts)
    asked = f"{low}/{low + wing}/{low + 2 * wing} call butterfly for a debit of {debit} points, {contracts} contracts"
    return asked, b, [
        Fact(b.break_evens[0], "level", (
            "The lower break-even sits at {}.",
            "You need VIX to settle above {} before the structure makes anything.",
            "Below {} the position is under water.",
            "Profit starts once settlement is higher than {}.",
        )),
        Fact(b.break_evens[1], "level", (
            "On the upside it stops being profitable at {}.",
            "The upper break-even works out to {}.",
            "Past {} the gain is gone.",
            "If the index prints higher than {}, the fly is in the red again.",
        )),
        Fact(b.max_profit, "money", (
            "The best case is a profit of {} for the whole position.",
            "At its peak all contracts together earn {}.",
            "Maximum gain: {}.",
            "If everything lines up at the body strike, the payoff net of cost is {}.",
        ), "gain", (
            "The worst case is a loss of {} for the whole position.",
            "You would lose {} at the body strike.",
            "Maximum loss: {}.",
            "At the middle strike the position is down {}.",
        )),
        Fact(abs(b.max_loss), "money", (
            "The most that can be lost is {}.",
            "Your total risk on the trade is {}.",
            "In the worst outcome the position costs you {}.",
            "Max loss comes to {} across all contracts.",
        ), "loss", (
            "The structure gains {} below the lower strike.",
            "You pocket {} if VIX stays quiet.",
            "Outside the wings the profit is {}.",
            "It earns {} when VIX finishes under the lower strike.",
        )),
        Fact(debit, "points", (
            "The debit paid is {}.",
            "Each butterfly costs {} to open.",
            "You put up {} per spread.",
            "Its price is {} for one unit of the structure.",
        )),
        Fact(contracts, "count", (
            "The figures cover {}.",
            "This is for a size of {}.",
            "With {} on, the totals scale accordingly.",
            "All dollar amounts assume {}.",
        )),
        Fact(b.reward_to_risk, "ratio", (
            "The potential reward is {} the amount at risk.",
            "That is a payoff ratio of {}.",
            "Reward to risk comes out at {}.",
            "You stand to make {} what you can lose.",
        )),
        Fact(b.profit_zone_width, "points", (
            "The profitable range spans {}.",
            "From one break-even to the other is {}.",
            "The zone in which it pays is {} wide.",
            "There are {} between the two break-evens.",
        )),
    ]  # fmt: skip


def _tranches(r: Random) -> Case:
    budget = r.choice([12_000, 18_500, 26_000, 48_000, 73_000])
    plan = tranche_plan(budget)
    return f"tranche plan for a hedge budget of ${budget:,}", plan, [
        Fact(0.25 * budget, "money", (
            "The first slice is {}.",
            "So you would commit {} when the MACD first turns.",
            "The opening tranche uses {} of the budget.",
            "At the low end, the starter layer is worth {}.",
        )),
        Fact(0.2 * budget, "money", (
            "Every later step adds {}.",
            "Each follow-up layer is {}.",
            "A further {} goes in on each subsequent cue.",
            "The increments after that are {} apiece.",
        )),
        Fact(budget, "money", (
            "The plan never spends more than {}.",
            "All five slices together make {}.",
            "The total earmarked for protection is {}.",
            "It is capped at {}.",
        )),
        Fact(0.65, "share", (
            "After the third tranche {} of the plan is on.",
            "Three steps bring the running total to {}.",
            "By then {} of the money is deployed.",
            "The cumulative share after three layers equals {}.",
        )),
        Fact(0.2, "share", (
            "Each add is {} of the planned hedge.",
            "Later layers are sized at {} of the whole.",
            "A later tranche takes {} of what was planned.",
            "The step size is {} of the budget.",
        )),
        Fact(0.45, "share", (
            "Two tranches make {} of the hedge.",
            "Once the second layer is in, {} is committed.",
            "The first add lifts the total to {}.",
            "That leaves the hedge {} built after two cues.",
        )),
    ]  # fmt: skip


def _curve(r: Random) -> Case:
    front = r.choice([14.35, 15.2, 16.45, 17.85])
    second = round(front * r.choice([1.043, 1.059, 1.072, 1.087]), 2)
    t = term_structure([front, second])
    return f"VIX futures at {front} and {second}: contango?", t, [
        Fact(t.slope, "share", (
            "The second month trades {} above the front.",
            "The curve slopes up by {} from month one to month two.",
            "Contango between the first two contracts is {}.",
            "M2 carries a premium of {} over M1.",
        )),
        Fact(-t.slope, "share", (
            "The roll yield is {}.",
            "Roll yield for a long holder stands at {}.",
            "Carry per roll equals {} of the front price.",
            "Its roll yield comes to {}.",
        ), "loss", (
            "A long holder earns {} on each roll.",
            "Rolling pays the buyer {} of the front price.",
            "The long gains {} per roll from the curve.",
            "Holders collect {} every time they roll.",
        )),
        Fact(front, "level", (
            "The nearest contract is at {}.",
            "Front-month VIX trades at {}.",
            "M1 was given as {}.",
            "The curve begins at {}.",
        )),
        Fact(second, "level", (
            "The next contract is at {}.",
            "The second future stands at {}.",
            "M2 was given as {}.",
            "One month further out the price is {}.",
        )),
    ]  # fmt: skip


def _black(r: Random) -> Case:
    forward, strike = r.choice([18.4, 19.6, 21.3]), r.choice([25, 28, 32])
    vol, days = r.choice([0.83, 0.92, 1.07]), r.choice([33, 47, 61])
    b = black76(forward, strike, days / 365, vol)
    return f"value of a {strike} call, future {forward}, vol {vol}, {days} days", b, [
        Fact(float(b.price), "points", (
            "Black-76 puts the call at {}.",
            "The model value is {}.",
            "A fair price under these inputs is {}.",
            "That prices the option at {}.",
        )),
        Fact(float(b.delta), "plain", (
            "Its delta is {}.",
            "The call moves about {} for each one-point move of the future.",
            "Delta comes out as {}.",
            "Sensitivity to the future: {}.",
        )),
        Fact(float(b.theta), "plain", (
            "Theta is {} a day.",
            "Daily theta comes to {}.",
            "Theta works out at {} per calendar day.",
            "Its theta stands at {}.",
        ), "loss", (
            "The holder gains {} a day as time passes.",
            "Time works for the owner: {} is earned daily.",
            "Theta adds {} to its value every day.",
            "Each passing day it becomes worth {} more.",
        )),
        Fact(vol, "share", (
            "The volatility used is {}.",
            "It assumes an implied vol of {}.",
            "Implied volatility was set to {}.",
            "The input vol equals {}.",
        )),
    ]  # fmt: skip


def _wacc(r: Random) -> Case:
    equity, debt = r.choice([620_000, 710_000]), r.choice([290_000, 380_000])
    cost, rate = r.choice([0.094, 0.117]), r.choice([0.043, 0.058])
    w = wacc([equity, debt], [cost, rate])
    asked = f"WACC of ${equity:,} at {100 * cost:g}% and ${debt:,} at {100 * rate:g}%"
    return asked, w, [
        Fact(w.value, "share", (
            "The blended cost of capital is {}.",
            "Weighted by size, the money costs {} a year.",
            "WACC comes out at {}.",
            "On average you pay {} for this capital.",
        )),
        Fact(cost, "share", (
            "The first source costs {}.",
            "Equity was entered at {}.",
            "The dearer of the two runs at {}.",
            "One source has a required return of {}.",
        )),
        Fact(equity, "money", (
            "The larger block of capital is {}.",
            "Equity makes up {} of the total.",
            "The first source amounts to {}.",
            "Of the money, {} is equity.",
        )),
    ]  # fmt: skip


def _irr(r: Random) -> Case:
    flows = [-r.choice([900, 1_150, 1_400]), r.choice([310, 420]), r.choice([530, 640]), r.choice([710, 880])]
    i = irr(flows)
    return "internal rate of return of " + ", ".join(map(str, flows)), i, [
        Fact(float(i.value or 0), "share", (
            "The internal rate of return is {}.",
            "These flows earn {} per period.",
            "Solving for zero present value gives {}.",
            "The unique IRR equals {}.",
        )),
    ]  # fmt: skip


def _units(r: Random) -> Case:
    budget, cost = r.choice([5_300, 7_900, 9_100]), r.choice([135, 210, 385])
    u = units_for_budget(budget, cost)
    return f"how many butterflies at ${cost} fit in ${budget:,}", u, [
        Fact(u.units, "count", (
            "The budget covers {}.",
            "You could fit {} into that amount.",
            "It pays for {} in full.",
            "That buys {} outright.",
        )),
        Fact(u.left, "money", (
            "That leaves {} unspent.",
            "The remainder is {}.",
            "Left over: {}.",
            "You end up with {} in hand.",
        )),
        Fact(u.spent, "money", (
            "The outlay is {}.",
            "In total {} is spent.",
            "Whole units absorb {}.",
            "The purchase adds up to {}.",
        )),
    ]  # fmt: skip


def _staged(r: Random) -> Case:
    prices = sorted(r.sample([0.62, 0.74, 0.85, 0.97, 1.12, 1.26], 3), reverse=r.random() < 0.5)
    s = staged_cost([(p, n) for p, n in zip(prices, (3, 4, 6), strict=True)])
    return "average cost of " + ", ".join(f"{n} at {p}" for p, n in zip(prices, (3, 4, 6), strict=True)), s, [
        Fact(s.average, "points", (
            "The average entry price is {}.",
            "Blended, each unit was bought at {}.",
            "Across the three fills the mean cost is {}.",
            "Your combined basis works out to {}.",
        )),
    ]  # fmt: skip


def _contract(r: Random) -> Case:
    price, contracts = r.choice([17.35, 18.65, 21.15]), r.choice([2, 3, 7])
    c = contract_value("VX", price, contracts)
    return f"dollar value of {contracts} VIX futures at {price}", c, [
        Fact(price * 1000 * contracts, "money", (
            "The notional value is {}.",
            "Those futures control {} of exposure.",
            "In dollar terms the position is worth {}.",
            "Together they represent {}.",
        )),
        Fact(contracts, "count", (
            "The calculation is for {}.",
            "It assumes {}.",
            "You asked about {}.",
            "The size entered was {}.",
        )),
    ]  # fmt: skip


def _spread(r: Random) -> Case:
    low, high = r.choice([(22, 31), (24, 33), (26, 37)])
    paid, got = r.choice([(1.85, 0.72), (2.15, 0.94)])
    p = position([("long", "call", low, paid), ("short", "call", high, got)])
    return f"long {low}c {paid}, short {high}c {got}", p, [
        Fact(p.max_profit, "money", (
            "The ceiling on the gain is {}.",
            "At best the spread returns a profit of {}.",
            "Above the short strike the payout nets {}.",
            "Its maximum profit equals {}.",
        ), "gain", (
            "Above the short strike you lose {}.",
            "The worst outcome is a loss of {}.",
            "At the top the spread is down {}.",
            "Its maximum loss equals {}.",
        )),
        Fact(abs(p.max_loss), "money", (
            "The largest loss is {}.",
            "If VIX stays below the long strike, {} is lost.",
            "No more than {} can be lost.",
            "The risk is limited to {}.",
        ), "loss", (
            "Below the long strike the spread makes {}.",
            "A quiet VIX hands you a gain of {}.",
            "If nothing happens you come out {} ahead.",
            "It profits by {} under the lower strike.",
        )),
        Fact(p.break_evens[0], "level", (
            "It breaks even at {}.",
            "Break-even: {}.",
            "The trade needs {} to get its money back.",
            "The crossover from loss to profit lies at {}.",
        )),
    ]  # fmt: skip


MAKERS: tuple[Callable[[Random], Case], ...] = (
    *(_butterfly, _tranches, _curve, _black, _wacc, _irr, _units, _staged, _contract, _spread),
)
