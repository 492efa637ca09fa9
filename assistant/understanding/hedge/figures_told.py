"""What a question tells of a staged hedge, figure by figure, each in its role."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Figures:
    """What is told, in dollars and shares; None where it is not.

    Attributes:
        account, budget: the sum that a hedge is a share of, and the planned hedge.
        hedge, hedge_most: the hedge's share of the account, and the upper end where a range is told.
        first, step, on, left: shares of the first tranche, a later one, what is in, what is not.
        first_cash, step_cash, on_cash, left_cash: the same in dollars.
        slice_cash: dollars of one tranche, whichever it is.
        slices: shares put in one after the other.
        target, asked: the share that is to be reached, and one that is asked for in dollars ("what's 65%").
        lost: the share of what is in that is lost.
        turns: sums put in one after the other, in dollars.
        cost, old_cost: dollars of one unit, now and before.
        planned, bought: how many units are planned, and how many of them are bought.
        ranged: whether the article's range of the first tranche is named.
        unread: how many numbers have no clear role.
    """

    account: float | None = None
    budget: float | None = None
    hedge: float | None = None
    hedge_most: float | None = None
    first: float | None = None
    step: float | None = None
    on: float | None = None
    left: float | None = None
    first_cash: float | None = None
    step_cash: float | None = None
    on_cash: float | None = None
    left_cash: float | None = None
    slice_cash: float | None = None
    slices: tuple[float, ...] = ()
    target: float | None = None
    asked: float | None = None
    lost: float | None = None
    turns: tuple[float, ...] = ()
    cost: float | None = None
    old_cost: float | None = None
    planned: float | None = None
    bought: float | None = None
    ranged: bool = False
    unread: int = 0
    unnamed: list[float] = field(default_factory=list)

    def tell(self, role: str, value: float) -> None:
        """Note a figure; a second one in the same role, or one in none, is unread."""
        if role == "slice":
            self.slices = (*self.slices, value)
        elif role == "unnamed":
            self.unnamed.append(value)
        elif not role or getattr(self, role) not in (None, value):
            self.unread += 1
        else:
            setattr(self, role, value)
