"""A planned number of contracts in the method's tranches, in whole contracts, and which of them are bought already."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction as Exact
from itertools import accumulate
from typing import ClassVar

from tools.errors import ToolError
from tools.expression import figure, share, total
from tools.methodology import METHOD
from tools.parameters import Count, Fraction, Step, checked
from tools.payoff import exact
from tools.result import Result
from tools.wording import counted, listed, percent, significant
from tools.working import WorkingStep, step

_SMALL = 10  # contracts; of more, one is less than a tenth
_WRITTEN = 12  # tranches whose running number is written out


@dataclass(frozen=True, kw_only=True)
class TrancheUnits(Result):
    """A planned number of contracts in the method's tranches.

    Attributes:
        first_range: contracts of the first tranche over the stated 25–30%, before rounding.
        first: whole contracts of the first tranche over that range (lowest, highest), rounded down, at least 0.
        step_exact: contracts of one later tranche before rounding.
        step: whole contracts of one later tranche (rounded down, rounded up).
        ladder: whole contracts tranche by tranche, which together make the planned number.
        held: contracts after the tranches asked for; the planned number where none are.
        bought_share: share of the planned number that is bought already; None where none is told.
        bought_left: contracts that are not bought yet.
        bought_in: whole contracts of the tranches that make what is bought, from either end of the first one's range; () where
            it lies between two of them.
        bought_within: the running shares from either end of that range that what is bought lies between, after as many adds;
            None where it lies between no two such shares.
        alone: the first tranche and two adds, each rounded down by itself with nothing carried on; () where the ladder, which
            carries the fractions on, comes to the same.
        alone_exact: what those three are before rounding.
    """

    tool: ClassVar[str] = "tranche_units"
    first_range: tuple[float, float]
    first: tuple[int, int]
    step_exact: float
    step: tuple[int, int]
    ladder: tuple[int, ...]
    held: int
    bought_share: float | None = None
    bought_left: int | None = None
    bought_in: tuple[int, ...] = ()
    bought_within: tuple[float, float] | None = None
    alone: tuple[int, ...] = ()
    alone_exact: float | None = None

    def summary(self) -> str:
        """First tranche, later tranches and the whole ladder."""
        planned = self.inputs["planned"]
        low, high = METHOD.first.value
        (a, b), (down, up) = self.first, self.step
        first = f"{a:,}" if a == b else f"{a:,} to {b:,}"
        later = f"{down:,}" if down == up else f"{down:,} or {up:,}"
        one = "" if a else f"; one contract would be {percent(1 / planned)} of the plan"
        low_exact, high_exact = (significant(part, 12) for part in self.first_range)
        return "\n".join(
            (
                *self._after(),
                *self._bought(),
                f"- **First tranche: {100 * low:g}-{percent(high)} of {planned:,} is {low_exact} to "
                f"{high_exact}, so {first} whole contract{'' if first == '1' else 's'}**{one}.",
                *self._in_shares(),
                f"- A {percent(self.inputs['step'], 4)} add is {self._one_add(later)}.",
                f"- From {percent(self.inputs['first'], 4)}: {' + '.join(f'{n:,}' for n in self.ladder)} = "
                f"{sum(self.ladder):,}{self._running()}.",
                *self._alone(),
            )
        )

    def _one_add(self, later: str) -> str:
        """One later tranche before and after rounding."""
        told = significant(self.step_exact, 12)
        return f"exactly {told}" if self.step[0] == self.step[1] else f"{told}, so {later} after rounding"

    def _in_shares(self) -> tuple[str, ...]:
        """Of a plan so small that a contract is much of it: what share the whole numbers around the first tranche are."""
        planned = self.inputs["planned"]
        near = range(max(1, self.first[0]), min(planned, math.ceil(self.first_range[1])) + 1)
        if planned > _SMALL:
            return ()
        low, high = METHOD.first.value
        told = listed(f"{n:,} is {percent(n / planned)}" for n in near)
        inside = any(low <= n / planned <= high for n in near)
        return (f"- In whole contracts {told}{'' if inside else ': none of them is inside the range'}.",)

    def _after(self) -> tuple[str, ...]:
        """What is held after the tranches asked for."""
        count = self.inputs["tranches"]
        if count is None:
            return ()
        adds = f"{count - 1:,} add{'' if count == 2 else 's'}"
        sizes = " + ".join(f"{n:,}" for n in self.ladder[:count])
        planned = self.inputs["planned"]
        told = f" = {self.held:,}" if count > 1 else ""
        tranches = f"After the first tranche{f' and {adds}' if count > 1 else ''}"
        share, left = percent(self.held / planned), planned - self.held
        return (f"- **{tranches}: {sizes}{told} of {planned:,}** ({share}), {left:,} left.",)

    def _bought(self) -> tuple[str, ...]:
        """What is bought already as a share, what is left, and which tranches it is."""
        if self.bought_share is None or self.bought_left is None:
            return ()
        planned, count = self.inputs["planned"], self.inputs["bought"]
        left = f"{self.bought_left:,} left ({percent(self.bought_left / planned)})"
        adds = len(self.bought_in) - 1
        sizes = f", {' + '.join(f'{n:,}' for n in self.bought_in)}" if adds > 0 else ""
        adds_too = f" and {counted(adds, 'add')}" if adds > 0 else ""
        which = f"the first tranche{adds_too}{sizes}" if self.bought_in else "between two tranches of the ladder"
        low_high = "" if self.bought_within is None else " and ".join(percent(end, 4) for end in self.bought_within)
        starts = " and ".join(percent(end) for end in METHOD.first.value)
        within = (
            f" It lies between {low_high}, the shares after as many adds to a first tranche of {starts}." if low_high else ""
        )
        return (f"- **{count:,} of {planned:,} = {percent(self.bought_share)}**, {left}: {which}.{within}",)

    def _alone(self) -> tuple[str, ...]:
        """What rounding down each tranche by itself loses, where it does."""
        if self.alone_exact is None:
            return ()
        sizes = " + ".join(f"{n:,}" for n in self.alone)
        exactly = significant(self.alone_exact, 12)
        return (f"- Each rounded down by itself: {sizes} = {sum(self.alone):,} after two adds, instead of {exactly}.",)

    def _running(self) -> str:
        """What is held after each tranche, where that is not too long a row."""
        if not 1 < len(self.ladder) <= _WRITTEN:
            return ""
        return f"; held after each: {' → '.join(f'{n:,}' for n in accumulate(self.ladder))}"

    def working(self) -> tuple[WorkingStep, ...]:
        """The first tranche over its range, one add, and the ladder."""
        planned = figure(self.inputs["planned"])
        low, high = (share(part) for part in METHOD.first.value)
        return (
            step("First tranche, low end", low * planned, "contracts"),
            step("First tranche, high end", high * planned, "contracts"),
            step("One later tranche", share(self.inputs["step"]) * planned, "contracts"),
            step("The ladder", total(self.ladder), "contracts"),
            *([step("Held", total(self.ladder[: self.inputs["tranches"]]), "contracts")] if self.inputs["tranches"] else []),
            *self._working_of_bought(),
        )

    def _working_of_bought(self) -> tuple[WorkingStep, ...]:
        """What is bought against the whole, and what is not."""
        if self.inputs["bought"] is None:
            return ()
        planned, bought = figure(self.inputs["planned"]), figure(self.inputs["bought"])
        left = planned - bought
        return (step("Bought", bought / planned, "%"), step("Left", left, "contracts"), step("Left of it", left / planned, "%"))


@checked
def tranche_units(
    planned: Count,
    first: Fraction = METHOD.first.value[0],
    step: Step = METHOD.step.value,
    tranches: Count | None = None,
    bought: Count | None = None,
) -> TrancheUnits:
    """Split a planned number of contracts into the method's tranches, in whole contracts.

    Args:
        planned: contracts in the whole planned hedge.
        first: share of the first tranche; the article says 0.25 to 0.30.
        step: share of each later tranche.
        tranches: of how many tranches the contracts are added up, the first one included; left out, of none.
        bought: contracts of the planned number that are bought already; left out, none are told.

    Raises:
        ToolError: a number that is not whole and above zero, a share outside its range, more tranches than there are, or
            more bought than planned.
    """
    if bought is not None and bought > planned:
        raise ToolError("bought", bought, f"at most {planned:,}, the planned number", "Give the whole plan first.")
    low, high = (planned * exact(share) for share in METHOD.first.value)
    each = planned * exact(step)
    held = _held(planned, first, step)
    if tranches is not None and tranches > len(held):
        raise ToolError("tranches", tranches, f"at most {len(held)}", "That many reach the whole planned number.")
    alone = (int(planned * exact(first)), int(each), int(each))
    carried = tranches is None and len(held) > len(alone) and sum(alone) < held[len(alone) - 1]
    return TrancheUnits(
        inputs={"planned": planned, "first": first, "step": step, "tranches": tranches, "bought": bought},
        assumptions=(METHOD.assume("first"), METHOD.assume("step", step), METHOD.assume("base"), METHOD.assume("cap")),
        first_range=(float(low), float(high)),
        first=(int(low), int(high)),
        step_exact=float(each),
        step=(int(each), math.ceil(each)),
        ladder=_sizes(held),
        held=held[-1 if tranches is None else tranches - 1],
        bought_share=None if bought is None else bought / planned,
        bought_left=None if bought is None else planned - bought,
        bought_in=() if bought is None else _sizes_up_to(bought, planned, dict.fromkeys((first, *METHOD.first.value)), step),
        bought_within=None if bought is None else _within(exact(bought) / planned, exact(step)),
        alone=alone if carried else (),
        alone_exact=float(planned * (exact(first) + 2 * exact(step))) if carried else None,
    )


def _within(share: Exact, step: Exact) -> tuple[float, float] | None:
    """The shares after as many adds from either end of the first tranche's range with `share` between; None where none are."""
    low, high = map(exact, METHOD.first.value)
    adds = max(0, math.floor((share - low) / step))
    ends = (low + adds * step, high + adds * step)
    return (float(ends[0]), float(ends[1])) if ends[0] < share < ends[1] < 1 else None


def _held(planned: int, first: float, step: float) -> list[int]:
    """Whole contracts after each tranche, the whole planned number last."""
    shares, total = [], exact(first)
    while total < 1:
        shares.append(total)
        total += exact(step)
    return [int(planned * share) for share in shares] + [planned]


def _sizes(held: Sequence[int]) -> tuple[int, ...]:
    """The contracts of each tranche, of those held after it."""
    return tuple(b - a for a, b in zip([0, *held[:-1]], held, strict=True))


def _sizes_up_to(bought: int, planned: int, firsts: Iterable[float], step: float) -> tuple[int, ...]:
    """The tranches that make what is bought, from one of these first shares; () where none do."""
    ladders = (_held(planned, first, step) for first in firsts)
    return next((_sizes(held[: held.index(bought) + 1]) for held in ladders if bought in held), ())
