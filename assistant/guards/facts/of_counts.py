"""How many things of a kind a result has, and how many of them are so: triggers, fills, dates near an event, days up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, Final

from assistant.guards.facts.things import Tally

Told = Mapping[str, Any]

_TRIGGERS: Final = re.compile(r"\*\*(\d{1,6}) bullish triggers?\b")


def tallies_of(tool: str, told: Told) -> tuple[Tally, ...]:
    """What can be counted of a result; () of a tool whose things nobody counts."""
    return tuple(_OF[tool](told)) if tool in _OF else ()


def _of_trigger(told: Told) -> Iterable[Tally]:
    events = told["events"]
    if events["rows"] != len(events["last"]):  # the last few alone are told one by one
        said = _TRIGGERS.search(str(told["summary"]))
        if said:
            yield Tally("trigger", int(said[1]), verb="trigger")
        return
    kinds = Counter(str(e["kind"]) for e in events["last"])
    fired, up, down = kinds["trigger"], kinds["cross_up"] + kinds["trigger"], kinds["cross_down"]
    depressed = sum(e["kind"] == "trigger" and bool(e["depressed"]) for e in events["last"])
    yield Tally("trigger", fired, {"depressed": depressed}, verb="trigger")
    yield Tally("cross", up + down, {"up": up, "down": down}, verb="cross")


def _of_rsi(told: Told) -> Iterable[Tally]:
    events = told.get("events")
    if isinstance(events, dict) and events["rows"] == len(events["last"]):
        yield Tally("rise", sum(e["kind"] == "above" for e in events["last"]), verb="rise")


def _of_divergence(told: Told) -> Iterable[Tally]:
    counts = told["counts"]
    bearish, bullish = (sum(n for kind, n in counts.items() if word in kind) for word in ("bearish", "bullish"))
    yield Tally("divergence", sum(counts.values()), {"bearish": bearish, "bullish": bullish})


def _of_fills(told: Told) -> Iterable[Tally]:
    yield Tally("fill", len(told["inputs"]["fills"]))


def _of_exits(told: Told) -> Iterable[Tally]:
    yield Tally("exit", len(told["inputs"]["exits"]))
    yield Tally("unit", int(told["sold"] + told["held"]), {"held": int(told["held"])})


def _of_plan(told: Told) -> Iterable[Tally]:
    yield Tally("tranche", told["ladder"]["rows"])


def _of_units(told: Told) -> Iterable[Tally]:
    yield Tally("tranche", len(told["ladder"]))


def _of_share(told: Told) -> Iterable[Tally]:
    yield Tally("tranche", len(told["running"]))


def _of_expiries(told: Told) -> Iterable[Tally]:
    rows = told["frame"]["last"]
    if told["frame"]["rows"] == len(rows):
        days = Counter(date.fromisoformat(r["settles"]).strftime("%A").lower() for r in rows)
        yield Tally("expiry", len(rows), {"moved": len(told["moved"]), **{d: days[d] for d in ("tuesday", "wednesday")}})


def _of_events(told: Told) -> Iterable[Tally]:
    rows = told["frame"]["last"]
    if told["frame"]["rows"] == len(rows) and all(r.get("covered") for r in rows):
        yield Tally("date", len(rows), {"near": told["inside"]})


def _of_breadth(told: Told) -> Iterable[Tally]:
    net = told["net"]["last"]
    if told["net"]["rows"] == len(net):
        yield Tally("day", len(net), {"up": sum(n > 0 for n in net), "down": sum(n < 0 for n in net)})


def _of_backtest(told: Told) -> Iterable[Tally]:
    trades = told["trades"]
    won = sum(t["profit"] > 0 for t in trades)
    lost = sum(t["profit"] < 0 for t in trades)
    yield Tally("trigger", told["triggers"], verb="trigger")
    yield Tally("trade", len(trades), {"won": won, "lost": lost})


def _of_sweep(told: Told) -> Iterable[Tally]:
    yield Tally("combination", told["combinations"])


def _of_position(told: Told) -> Iterable[Tally]:
    legs = told.get("legs") or told["inputs"].get("legs") or ()
    if not all(isinstance(leg, dict) and leg.get("quantity", 1) == 1 for leg in legs):
        return
    sides, kinds = Counter(leg["side"] for leg in legs), Counter(leg["kind"] for leg in legs)
    yield Tally("leg", len(legs), {"sold": sides["short"], "bought": sides["long"], "call": kinds["call"], "put": kinds["put"]})


def _of_curve(told: Told) -> Iterable[Tally]:
    if isinstance(told["inputs"]["curve"], list) and told["months"]["rows"] == 1:
        yield Tally("month", len(told["inputs"]["curve"]))


def _of_flows(told: Told) -> Iterable[Tally]:
    flows = told["inputs"]["cash_flows"]
    yield Tally("flow", len(flows))
    yield Tally("inflow", sum(f > 0 for f in flows))


def _of_capital(told: Told) -> Iterable[Tally]:
    yield Tally("source", len(told["weights"]))


def _of_wings(told: Told) -> Iterable[Tally]:
    yield Tally("alternative", told["frame"]["rows"] - 1)


_OF: Final[Mapping[str, Callable[[Told], Iterable[Tally]]]] = {
    "macd_trigger": _of_trigger,
    "rsi_extreme": _of_rsi,
    "breadth_divergence": _of_divergence,
    "staged_cost": _of_fills,
    "staged_exit": _of_exits,
    "tranche_plan": _of_plan,
    "tranche_units": _of_units,
    "running_share": _of_share,
    "vix_expiries": _of_expiries,
    "event_window": _of_events,
    "advance_decline": _of_breadth,
    "backtest": _of_backtest,
    "sweep": _of_sweep,
    "position": _of_position,
    "term_structure": _of_curve,
    "irr": _of_flows,
    "xirr": _of_flows,
    "wacc": _of_capital,
    "wing_adjustment": _of_wings,
}
