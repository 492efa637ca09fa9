"""Cash flows as they are given: finite dollars, at least one in each list, none so large or small that a rate overflows."""

from __future__ import annotations

from typing import Any

import numpy as np

from tools.errors import ToolError
from tools.series import as_series, leading_blanks
from tools.wording import counted

LARGEST, SMALLEST, MOST = 1e15, 1e-9, 1200
_ALLOWED = "two to 1,200 amounts in dollars, money paid negative, none beyond 1e15 in size and none but 0 below 1e-9"
CLAIM = (
    "The primary article claims that layering lowers the hedge's blended capital cost (WACC) and improves its IRR. "
    "It shows no calculation, so that is its claim and no result."
)


def read_flows(values: Any, name: str = "cash_flows") -> np.ndarray:
    """`values` as an array of dollars, in order.

    Raises:
        ToolError: no numbers, a blank, fewer than two or more than 1,200 amounts, or one out of range.
    """
    flows = as_series(values, name).to_numpy()
    if leading_blanks(flows):
        raise ToolError(name, float("nan"), _ALLOWED, "Write 0 where no money moves.")
    size = np.abs(flows)
    bad = (size > LARGEST) | ((size < SMALLEST) & (size > 0))
    if bad.any():
        raise ToolError(name, float(flows[bad][0]), _ALLOWED, "Check the unit.")
    if not 2 <= len(flows) <= MOST:
        raise ToolError(name, counted(len(flows), "amount"), _ALLOWED, "Give for example [-1000, 300, 420, 680].")
    return flows
