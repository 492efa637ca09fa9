"""Fewer values than a MACD or an RSI takes: what they are enough for is counted, where no value could be.

Typed values and a table's column are counted alike.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Final

from assistant.session import Call
from tools import Table, ToolError
from tools.macd import warm_up
from tools.methodology import METHOD

_SPANS: Final = ("fast", "slow", "signal")
_COUNTED: Final = ("macd_trigger", "rsi_extreme")


def counted(call: Call, values: Collection[float]) -> Call:
    """The call as it is; on fewer values than it takes, a count of what it needs. One value alone has no RSI to speak of."""
    return _enough_for_rsi(call, values) if call.tool == "rsi_extreme" else _enough_for_macd(call, values)


def counted_in_table(calls: Sequence[Call], table: Table | None) -> tuple[Call, ...]:
    """The calls, each that reads a column with too few values made a count of what it needs."""
    return tuple(calls) if table is None or table.kind == "chain" else tuple(_of_column(call, table) for call in calls)


def _of_column(call: Call, table: Table) -> Call:
    if call.tool not in _COUNTED or "table" in call.arguments:
        return call
    try:
        series = table.series(call.arguments.get("column"))
    except ToolError:  # no single series in it: the tool says what it takes
        return call
    return counted(call, series)


def _enough_for_rsi(call: Call, values: Collection[float]) -> Call:
    period = call.arguments.get("period", METHOD.rsi_period.value)
    return Call("first_rsi", {"period": period, "values": list(values)}) if 1 < len(values) <= period else call


def _enough_for_macd(call: Call, values: Collection[float]) -> Call:
    named: dict[str, Any] = {name: call.arguments[name] for name in _SPANS if name in call.arguments}
    slow, signal = (named.get(name, getattr(METHOD, name).value) for name in ("slow", "signal"))
    if not 0 < len(values) < warm_up(slow, signal):
        return call
    reached = {"values": list(values)} if len(values) >= slow else {"given": len(values)}  # from `slow` on, a MACD is told
    return Call("first_bars", {**named, **reached})
