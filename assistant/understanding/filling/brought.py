"""A value that the result of another call brings, and calls with what they wait for put in."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from assistant.session import Call
from tools.result import Result


@dataclass(frozen=True)
class From:
    """A value that the result of another call of the same plan brings: "what one costs", "the share that is on".

    `back` counts the calls of the tool from the last: 1 is the one before it.
    """

    tool: str
    what: str
    back: int = 0

    def read(self, results: Sequence[Result]) -> Any:
        """The value, or None where that call brought no result."""
        found = [r for r in reversed(results) if r.tool == self.tool]
        return BROUGHT[self.tool, self.what](found[self.back]) if self.back < len(found) else None


COMPARED: Final[Mapping[str, str]] = {
    "most": "max_profit",
    "least": "max_loss",
    "settled": "settlement_profit",
}
"""What of two positions is set against each other, and the field that has it."""


def _figure(what: str, result: Any) -> float | None:
    value = getattr(result, COMPARED[what])
    return None if value is None or not math.isfinite(value) else round(value, 9)


def _at_stake(result: Any) -> float:
    """What the position makes or loses at the settlement asked about, or the most that it can lose where none is."""
    made = result.max_loss if result.settlement_profit is None else result.settlement_profit
    return round(abs(float(made)), 9)


def _each(result: Any) -> float | None:
    """What one unit makes at the settlement asked about, or at best where none is."""
    made = result.max_profit if result.settlement_profit is None else result.settlement_profit
    return round(made / result.contracts, 9) if math.isfinite(made) else None


BROUGHT: Final[Mapping[tuple[str, str], Callable[[Any], Any]]] = {
    ("butterfly", "cost"): lambda r: round(r.debit * r.multiplier + r.fees, 9),
    ("butterfly_quote", "cost"): lambda r: round(r.natural_debit * r.natural.multiplier, 9),
    ("position", "cost"): lambda r: round(-r.max_loss / r.contracts, 9),
    ("fly_debit", "mid"): lambda r: round(r.mid_debit, 9),
    ("fly_debit", "natural"): lambda r: round(r.natural_debit, 9),
    ("spread_by_width", "risk"): lambda r: round(r.risk_each, 9),
    ("running_share", "share"): lambda r: r.share,
    ("butterfly", "risk"): _at_stake,
    ("position", "risk"): _at_stake,
    ("round_trip", "made"): lambda r: abs(r.profit),
    ("staged_exit", "made"): lambda r: abs(r.profit),
    ("units_for_budget", "spent"): lambda r: r.spent,
    ("contract_value", "dollars"): lambda r: r.notional,
    ("budget_split", "used"): lambda r: r.used,
    ("tranche_plan", "budget"): lambda r: r.inputs["budget"],
    ("staged_cost", "total"): lambda r: round(r.total_cash, 9),
    ("implied_volatility", "vol"): lambda r: r.vol,
    ("macd_values", "macd"): lambda r: r.macd,
    ("series_summary", "last"): lambda r: r.last,
    ("series_summary", "mean"): lambda r: r.mean,
    ("series_summary", "median"): lambda r: r.median,
    ("ema_step", "average"): lambda r: round(r.value, 6),
    ("wilder_step", "average"): lambda r: round(r.value, 6),
    ("iv_at_delta", "iv"): lambda r: r.iv,
    ("staged_cost", "average"): lambda r: round(r.average, 9),
    ("staged_cost", "average unrounded"): lambda r: r.average,
    ("units_for_budget", "units"): lambda r: r.units or None,
    **{(tool, "each"): _each for tool in ("butterfly", "position")},
    **{(tool, "worth"): lambda r: r.settlement_value for tool in ("butterfly", "position")},
    **{(tool, what): partial(_figure, what) for tool in ("butterfly", "position") for what in COMPARED},
}


def resolved(call: Call, results: Sequence[Result]) -> Call | None:
    """The call with what the results bring; None where one that it needs brought nothing."""
    if any(value.read(results) is None for value in _taken(call.arguments)):
        return None
    return Call(call.tool, {name: _put_in(value, results) for name, value in call.arguments.items()})


def waits(call: Call) -> bool:
    """Whether the call needs the result of another."""
    return next(_taken(call.arguments), None) is not None


def _taken(value: Any) -> Iterator[From]:
    """The values that other calls bring, however they are nested in arguments."""
    if isinstance(value, From):
        yield value
    elif isinstance(value, (Mapping, list)):
        for item in value.values() if isinstance(value, Mapping) else value:
            yield from _taken(item)


def _put_in(value: Any, results: Sequence[Result]) -> Any:
    if isinstance(value, From):
        return value.read(results)
    if isinstance(value, Mapping):
        return {key: _put_in(item, results) for key, item in value.items()}
    return [_put_in(item, results) for item in value] if isinstance(value, list) else value
