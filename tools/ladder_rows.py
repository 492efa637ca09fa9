"""The rows of a plan of tranches: their shares as exact decimals, their dollars, and the whole units they buy.

Fractions are exact decimals inside, so that 25% and four times 20% end at 100% and not beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction as Exact
from itertools import accumulate

import numpy as np
import pandas as pd

from tools.payoff import exact


def slices(first: float, step: float, cap: float) -> list[Exact]:
    """Shares of the budget tranche by tranche, as exact decimals: the first, whole steps, and the rest up to the cap."""
    room, size = exact(cap), exact(first)
    out: list[Exact] = []
    while room > 0:
        out.append(min(size, room))
        room -= out[-1]
        size = exact(step)
    return out


def ladder_rows(
    budget: float, sizes: Sequence[Exact], unit_cost: float | None, dates: pd.Series | np.ndarray, reasons: Sequence[str]
) -> pd.DataFrame:
    """One row a tranche, as `TranchePlan.ladder` has them."""
    shares, cash, units, paid = [], [], [], []
    whole, running, bought = exact(budget), Exact(0), 0
    for size in sizes:
        running += size
        shares.append(running)
        cash.append(whole * size)
        if unit_cost is not None:
            # Counting units over the running share carries what a slice could not spend to the next slice.
            fits = int(whole * running / exact(unit_cost))
            units.append(fits - bought)
            paid.append((fits - bought) * exact(unit_cost))
            bought = fits
    spent = cash if unit_cost is None else paid
    columns = {
        "tranche": np.arange(1, len(sizes) + 1),
        "date": dates,
        "reason": pd.Series(reasons, dtype=object),  # an array of text would become pandas' own text type
        "fraction": np.array(sizes, dtype=float),
        "cumulative": np.array(shares, dtype=float),
        "cash": np.array(cash, dtype=float),
        "units": np.full(len(sizes), np.nan) if unit_cost is None else np.array(units, dtype="int64"),
        "spent": np.array(spent, dtype=float),
        "left": np.array([whole - so_far for so_far in accumulate(spent)], dtype=float),
    }
    return pd.DataFrame(columns)


def part_of_budget(budget: float, share: float) -> float:
    """Dollars of a share of the budget."""
    return float(exact(budget) * exact(share))
