"""The weights of a new value in the two averages of a MACD: 2/(span + 1) of each, unless one is given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from tools.errors import ToolError
from tools.macd import require_order
from tools.parameters import Number
from tools.smoothing import bracketed, weight
from tools.wording import level, points

Weight = Annotated[float, Number("fraction", "share of the way to the new value", low=0, high=1, open_low=True)]


def weights(fast: int, slow: int, fast_weight: float | None, slow_weight: float | None) -> tuple[float, float]:
    """The weights of the new value; the fast average's must be the larger.

    Raises:
        ToolError: a fast average that is not the faster.
    """
    if fast_weight is None and slow_weight is None:
        require_order(fast, slow)
    quick = 2.0 / (fast + 1.0) if fast_weight is None else fast_weight
    lazy = 2.0 / (slow + 1.0) if slow_weight is None else slow_weight
    if not lazy < quick:
        raise ToolError(
            "slow_weight",
            slow_weight,
            f"below the fast average's weight of {points(quick)}",
            "The fast average is the one in which the new value weighs more.",
        )
    return quick, lazy


def share_of(inputs: Mapping[str, Any], name: str) -> str:
    """The weight of a new value in one of the averages: '2/13', or as it was given."""
    given = inputs[f"{name}_weight"]
    return weight(inputs[name]) if given is None else level(given)


def kept_of(inputs: Mapping[str, Any], name: str) -> str:
    """What one of the averages keeps beside a new value: '11/13 × 20'."""
    given, span = inputs[f"{name}_weight"], inputs[name]
    kept = f"{span - 1:,}/{span + 1:,}" if given is None else level(round(1 - given, 12))
    return f"{kept} × {bracketed(inputs[f'{name}_ema'])}"
