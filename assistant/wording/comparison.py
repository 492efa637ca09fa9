"""Several positions side by side: the figures that tell them apart, one column a position."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from tools.result import Result
from tools.wording import money, percent, points

_POSITIONS: Final = ("butterfly", "position")
_ROWS: Final[Mapping[str, Callable[[Any], str]]] = {
    "Break-evens": lambda r: " and ".join(points(x) for x in r.break_evens) or "none",
    "Profit zone, points": lambda r: _bounded(r.profit_zone_width, points),
    "Cost a point of the zone": lambda r: "–" if r.cost_of_zone_point is None else money(r.cost_of_zone_point),
    "Cost as a share of the lower wing": lambda r: (
        "–" if (part := getattr(r, "wing_share", None)) is None else percent(part, 2)
    ),
    "Max profit": lambda r: _bounded(r.max_profit, money),
    "Max loss": lambda r: _bounded(r.max_loss, money),
    "Profit at the settlement": lambda r: "–" if r.settlement_profit is None else money(r.settlement_profit),
    "Profit there on what was paid": lambda r: "–" if r.settlement_return is None else percent(r.settlement_return),
}


def side_by_side(results: Sequence[Result]) -> str:
    """A table of the figures, in dollars for the whole of each position; "" where there are not two positions."""
    alike = [r for r in results if r.tool in _POSITIONS]
    if len(alike) < 2:
        return ""
    head = "| | " + " | ".join(titled(r) for r in alike) + " |"
    cells = {label: [said(r) for r in alike] for label, said in _ROWS.items()}
    rows = [f"| {label} | " + " | ".join(said) + " |" for label, said in cells.items() if len(set(said)) > 1]
    return "\n".join([head, "|---" * (len(alike) + 1) + "|", *rows]) if rows else ""


def titled(result: Any) -> str:
    """The name, with the numbers that two positions of one name differ in."""
    parts = [result.name]
    parts += [f"at {points(result.debit)}"] if result.tool == "butterfly" else []
    parts += [f"with {money(result.fees)} fees"] if result.fees else []
    parts += [f"× {result.contracts}"] if result.contracts > 1 else []
    parts += [f"settled at {result.settlement:g}"] if result.settlement is not None else []
    return " ".join(parts)


def _bounded(value: float, said: Callable[[float], str]) -> str:
    return said(value) if math.isfinite(value) else "unlimited"
