"""A hedge budget in dollars: how much of it is in, how much is left, and what a share of an account comes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from tools.expression import dollars, share, total
from tools.methodology import METHOD
from tools.parameters import Budget, Number, checked
from tools.payoff import exact
from tools.result import Result
from tools.wording import counted, money, percent
from tools.working import WorkingStep, step

Share = Annotated[float, Number("fraction", "1 = 100%", low=0, high=1)]


@dataclass(frozen=True, kw_only=True)
class BudgetSplit(Result):
    """A sum of money cut in two.

    Attributes:
        used: dollars in the share.
        left: dollars outside it.
        tranches: the method's tranches that make the share ((0.25, 0.2) for 45%); () where none do.
        next_share, next_cash: the tranche after those, as a share and in dollars; None where there is none.
        next_used: dollars in with it.
        first_range: dollars of the first tranche over its stated range, where the share is meant as one; else None.
        first_apart: dollars by which the share is short of that range or beyond it, at its low and its high end, else None.
        full_from: shares that are on after each later tranche from a first one beyond that range, up to all; () otherwise.
        add_cash: dollars of a full later tranche, where one is to follow; else None.
        add_used, add_left: dollars in and out after it; None where it does not fit.
    """

    tool: ClassVar[str] = "budget_split"
    used: float
    left: float
    tranches: tuple[float, ...] = ()
    next_share: float | None = None
    next_cash: float | None = None
    next_used: float | None = None
    first_range: tuple[float, float] | None = None
    first_apart: tuple[float, float] | None = None
    full_from: tuple[float, ...] = ()
    add_cash: float | None = None
    add_used: float | None = None
    add_left: float | None = None

    def summary(self) -> str:
        """Both parts with their working, and which tranches of the method the share is."""
        budget, share = self.inputs["budget"], self.inputs["deployed"]
        rest = float(1 - exact(share))
        return (
            f"- **{percent(share, 4)} of {money(budget)} = {money(self.used)}** used.\n"
            f"- {percent(rest, 4)} = {money(self.left)} unused.{self._in_tranches()}{self._before_add()}"
        )

    def _in_tranches(self) -> str:
        """The tranches that make the share, and what the next one brings."""
        if self.first_range is not None and self.first_apart is None:
            (low, high), ends = map(percent, METHOD.first.value), " to ".join(map(money, self.first_range))
            return f"\n- That is inside the method's first tranche, {low} to {high} = {ends}."
        if self.first_range is not None and self.first_apart is not None:
            low, high = (percent(end) for end in METHOD.first.value)
            least, most = map(money, sorted(self.first_apart))
            side = "less" if self.used < self.first_range[0] else "more"
            ends = " to ".join(map(money, self.first_range))
            told = f"\n- The method's first tranche is {low} to {high} = {ends}; this is {least} to {most} {side}."
            later = " → ".join(percent(share, 4) for share in self.full_from)
            return f"{told} {percent(METHOD.step.value)} adds from there make {later}." if later else told
        if self.next_share is None or self.next_cash is None or self.next_used is None:
            return ""
        adds = len(self.tranches) - 1
        sizes = " + ".join(percent(part) for part in self.tranches)
        which = f"{sizes}, the first tranche and {counted(adds, 'add')}" if adds else "the first tranche"
        after = percent(float(exact(self.inputs["deployed"]) + exact(self.next_share)), 4)
        return (
            f"\n- In the method's tranches it is {which}; the next {percent(self.next_share)} = {money(self.next_cash)} "
            f"{'makes' if after != '100%' else 'fills it up to'} {after} = {money(self.next_used)}."
        )

    def _before_add(self) -> str:
        """Whether a full later tranche fits, where its tranches do not tell so already."""
        if self.add_cash is None or (self.next_share is not None and self.add_used is not None):
            return ""
        size = f"{percent(METHOD.step.value)} add = {money(self.add_cash)}"
        if self.add_used is None or self.add_left is None:
            return f"\n- A full {size} does not fit: {money(self.left)} is left, and ending at 100% is our assumption."
        share = percent(self.add_used / self.inputs["budget"], 4)
        return f"\n- A {size} fits: it makes {share} = {money(self.add_used)}, {money(self.add_left)} left."

    def working(self) -> tuple[WorkingStep, ...]:
        """Both parts."""
        budget, part = dollars(self.inputs["budget"]), share(self.inputs["deployed"])
        parts = (step("Used", part * budget, "$"), step("Unused", budget - dollars(self.used), "$"))
        if self.next_share is None:
            return parts
        return (
            *parts,
            step("In tranches", total(share(size) for size in self.tranches), "%"),
            step("Next tranche", share(self.next_share) * budget, "$"),
            step("Used with it", (part + share(self.next_share)) * budget, "$"),
        )


@checked
def budget_split(
    budget: Budget, deployed: Share, meant: Literal["any part", "first tranche", "before an add"] = "any part"
) -> BudgetSplit:
    """Split a sum of money into the share that is deployed and the rest.

    Args:
        budget: the whole sum in dollars (a hedge budget, or an account).
        deployed: the share that is used or set aside, 0.65 for 65%.
        meant: "any part" of the sum, or the "first tranche", which is held against the method's range for it;
            or what is in "before an add", a later tranche that may fit.

    Raises:
        ToolError: a budget that is not above zero, or a share outside 0 to 1.
    """
    used = exact(budget) * exact(deployed)
    parts = _tranches_of(deployed)
    size, then_used, then_left = _add(budget, deployed, meant)
    inputs, left = {"budget": budget, "deployed": deployed, "meant": meant}, float(exact(budget) - used)
    if not parts or (meant == "first tranche" and len(parts) > 1):
        ends = [exact(budget) * exact(end) for end in METHOD.first.value]
        outside = meant == "first tranche" and not ends[0] <= used <= ends[1]
        return BudgetSplit(
            inputs=inputs,
            used=float(used),
            left=left,
            first_range=(float(ends[0]), float(ends[1])) if meant == "first tranche" else None,
            first_apart=(float(abs(used - ends[0])), float(abs(used - ends[1]))) if outside else None,
            full_from=_full_from(deployed) if outside and used > ends[1] else (),
            add_cash=size,
            add_used=then_used,
            add_left=then_left,
        )
    following = min(exact(METHOD.step.value), 1 - exact(deployed))
    return BudgetSplit(
        inputs=inputs,
        used=float(used),
        left=left,
        tranches=parts,
        next_share=float(following),
        next_cash=float(following * exact(budget)),
        next_used=float(used + following * exact(budget)),
        add_cash=size,
        add_used=then_used,
        add_left=then_left,
    )


def _add(budget: float, deployed: float, meant: str) -> tuple[float | None, float | None, float | None]:
    """A full later tranche in dollars, and what is in and out after it where it fits; None of each where none is to follow."""
    if meant != "before an add":
        return None, None, None
    size = exact(METHOD.step.value) * exact(budget)
    used = exact(deployed) * exact(budget) + size
    if used > exact(budget):
        return float(size), None, None
    return float(size), float(used), float(exact(budget) - used)


def _full_from(deployed: float) -> tuple[float, ...]:
    """The shares that are on after each later tranche, the last one cut to what is left."""
    share, out = exact(deployed), []
    while share < 1:
        share = min(share + exact(METHOD.step.value), exact(1))
        out.append(float(share))
    return tuple(out)


def _tranches_of(deployed: float) -> tuple[float, ...]:
    """A first tranche of either end of the method's range and whole adds that make the share; () where none do."""
    step = METHOD.step.value
    for first in METHOD.first.value:
        adds = (exact(deployed) - exact(first)) / exact(step)
        if adds >= 0 and adds.denominator == 1 and deployed < 1:
            return (first, *[step] * int(adds))
    return ()
