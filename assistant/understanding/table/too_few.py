"""A table with fewer values than an indicator takes: what they are enough for is counted, where no value could be."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.session import Call
from tools import Table, ToolError
from tools.macd import warm_up
from tools.methodology import METHOD

_SPANS = {rule: getattr(METHOD, rule).value for rule in ("fast", "slow", "signal")}


def counted_instead(calls: Sequence[Call], table: Table | None) -> tuple[Call, ...]:
    """The calls, a MACD or an RSI on too few values made a count of what it needs."""
    return tuple(calls) if table is None or table.kind == "chain" else tuple(_enough(call, table) for call in calls)


def _enough(call: Call, table: Table) -> Call:
    if call.tool not in ("macd_trigger", "rsi_extreme") or "table" in call.arguments:
        return call
    try:
        series = table.series(call.arguments.get("column"))
    except ToolError:  # no single series in it: the tool says what it takes
        return call
    if call.tool == "rsi_extreme":
        period = call.arguments.get("period", METHOD.rsi_period.value)
        return Call("first_rsi", {"period": period, "values": series.tolist()}) if 1 < len(series) <= period else call
    spans = {name: call.arguments.get(name, usual) for name, usual in _SPANS.items()}
    if len(series) >= warm_up(spans["slow"], spans["signal"]):
        return call
    reached = {"values": series.tolist()} if len(series) >= spans["slow"] else {"given": len(series)}
    return Call("first_bars", {**{n: v for n, v in spans.items() if n in call.arguments}, **reached})
