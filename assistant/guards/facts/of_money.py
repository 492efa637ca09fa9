"""The things of results on money: budgets, tranches, fills, exits, flows, costs of capital, dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

from assistant.guards.facts.things import Facts, Thing, family, one, sign
from tools.methodology import METHOD

Told = Mapping[str, Any]

_RANGE: Final = METHOD.first.value


def of_budget(told: Told) -> Facts:
    """Of a budget and what is spent and left of it."""
    asked = told["inputs"]
    things = [
        one("what is spent", "spent", told.get("spent", told.get("used", 0.0)), "budget"),
        one("what is left", "left", told["left"], "budget"),
        one("the budget", "budget", told.get("at_stake", asked["budget"]), "money"),
    ]
    if asked.get("unit_cost"):
        things.append(one("a unit's cost", "unit_cost", asked["unit_cost"], "money"))
    if "exact" in told:
        things += [
            one("the exact quotient", "exact", told["exact"], "quotient"),
            one("whole units", "whole", told["units"], "quotient"),
        ]
    if "deployed" in asked:
        things += [
            one("the share used", "spent", asked["deployed"], "share"),
            one("the share left", "left", 1 - asked["deployed"], "share"),
        ]
        things += [one("half", "half", 0.5, "share")]
    return Facts(tuple(things), states=_budget(told["left"]))


def _budget(left: float) -> dict[str, bool]:
    """Whether money is left over, and whether more is spent than there is."""
    return {"left over": left > 0, "over budget": left < 0}


def _end(first: float) -> dict[str, bool]:
    """At which end of 25 to 30 % a plan starts."""
    return {"low end": first <= _RANGE[0], "high end": first >= _RANGE[1]} if first in _RANGE else {}


def of_plan(told: Told) -> Facts:
    """Of a plan of tranches in money."""
    rows = told["ladder"]["last"]
    things: list[Thing] = []
    if told["ladder"]["rows"] == len(rows):
        things += family("tranche", "tranche", [r["fraction"] for r in rows], kind="share")
        things += family("share", "share", [r["cumulative"] for r in rows], kind="share")
        things += family("cash", "tranche", [r["cash"] for r in rows], kind="money")
        if all(r.get("units") for r in rows):
            things += family("units", "tranche", [r["units"] for r in rows], kind="count")
    if told.get("spent"):
        things += [one("what is spent", "spent", told["spent"], "budget"), one("what is left", "left", told["left"], "budget")]
        things.append(one("the budget", "budget", told["planned_budget"], "money"))
    states = {**(_budget(told["left"]) if told.get("spent") else {}), **_end(told["inputs"]["first"]), "adds": True}
    return Facts(
        tuple(things),
        states={**states, "higher high": True, "negative divergence": True},
        main=frozenset({"share"}),
    )


def of_tranche_units(told: Told) -> Facts:
    """Of a plan of tranches in contracts."""
    things = family("tranche", "tranche", told["ladder"], kind="count")
    for n, share in enumerate(_RANGE):
        things.append(one(f"a start at {share:.0%}", "start", told["first"][n], "count", [share]))
    running = [float(sum(told["ladder"][: n + 1])) for n in range(len(told["ladder"]))]
    things += family("holding", "share", running, kind="holding")
    return Facts(tuple(things), states={"adds": True, **_end(told["inputs"]["first"])}, main=frozenset({"share"}))


def of_layers(told: Told) -> Facts:
    """Of a hedge shared out over layers."""
    kind = "money" if told["inputs"]["of"] == "dollars" else "count"
    things = family("layer", "layer", told["layers"], kind=kind)
    for n, name in ((0, "near_layer"), (-1, "far_layer")):
        things[n] = replace(things[n], heads=things[n].heads | {name})
    things += family("share", "share", told["shares"], kind="share")
    return Facts(tuple(things))


def of_part(told: Told) -> Facts:
    """Of one sum as a share of another."""
    asked = told["inputs"]
    things = [one("the part", "part", asked["amount"], "money"), one("the whole", "plan budget", asked["whole"], "money")]
    return Facts(tuple(things), states=_budget(float(asked["whole"]) - float(asked["amount"])))


def of_share(told: Told) -> Facts:
    """Of the share of a plan that is on."""
    asked, running = told["inputs"], told["running"]
    things = family("share", "share", running, kind="share")
    slices = [asked["first"], *[asked["step"]] * int(asked["adds"])]
    things += family("slice", "tranche", slices, kind="share")
    things += [
        one("the full plan", "plan", 1.0, "share"),
        Thing("half of the plan", frozenset({"half"}), 0.5, "share"),
        one("the plain sum", "sum", told["uncapped"], "share"),
    ]
    return Facts(tuple(things), states={"adds": True}, main=frozenset({"share"}))


def of_fills(told: Told) -> Facts:
    """Of fills and their average."""
    fills = told["inputs"]["fills"]
    things = family("fill", "fill price", [price for price, _ in fills], kind="points")
    first, average = float(told["first_price"]), float(told["average"])
    things[0] = replace(things[0], heads=things[0].heads | {"first_price"})
    things += [
        Thing("the average", frozenset({"average"}), average, "points", before=first),
    ]
    things += family("size", "units", [units for _, units in fills], kind="count")
    return Facts(tuple(things), states={"lowered": bool(told["lowered"])}, main=frozenset({"average"}))


def of_trade(told: Told) -> Facts:
    """Of one purchase and its sale."""
    asked = told["inputs"]
    things = [
        Thing("the entry", frozenset({"entry", "debit"}), float(asked["entry"]), "dealt", family="dealt"),
        Thing("the exit", frozenset({"exit"}), float(asked["leave"]), "dealt", before=float(asked["entry"]), family="dealt"),
        one("what it made", "profit gain loss", abs(told["profit"]), "money"),
    ]
    if told.get("share"):
        stake = float(asked["entry"]) * asked["contracts"] * asked["multiplier"]
        things.append(one("the outlay", "outflow debit", stake, "money"))
    return Facts(tuple(things), outcome=sign(told["profit"]))


def of_exits(told: Told) -> Facts:
    """Of a purchase sold in parts."""
    asked = told["inputs"]
    prices = [float(price) for price, _ in asked["exits"]]
    things = [
        one("the entry", "entry debit", asked["entry"], "points"),
        one("the average exit", "average", told["average"], "points"),
    ]
    for thing, made in zip(family("exit", "exit price", prices, kind="points"), told["profits"], strict=True):
        things.append(thing)
        marks = dict(thing.marks)
        things.append(
            Thing(
                f"what {thing.name} made",
                frozenset({"profit", "exit"}),
                float(made),
                "money",
                marks,
                (thing.value,),
                family="made",
            )
        )
    things += [one("what is sold", "sold", told["sold"], "count"), one("what is held", "held", told["held"], "count")]
    return Facts(tuple(things), outcome=sign(told["profit"]), states={"open": told["held"] > 0})


def of_flows(told: Told) -> Facts:
    """Of cash flows and their rate of return."""
    asked = told["inputs"]
    flows = [float(f) for f in asked["cash_flows"]]
    came = [f for f in flows if f > 0]
    days = asked.get("dates") or []
    when = [d for d, f in zip(days, flows, strict=False) if f > 0]
    things = family("inflow", "flow", came, kind="money")
    for n, (amount, day) in enumerate(zip(came, when, strict=False), start=1):
        day_of = date.fromisoformat(day[:10])
        things.append(
            Thing(
                f"the date of inflow {n}",
                frozenset({"flow"}),
                float(day_of.toordinal()),
                "date",
                {"rank": n},
                (amount,),
                family="date",
            )
        )
    if len([f for f in flows if f < 0]) == 1:
        things.append(one("the outlay", "outflow", -min(flows), "money"))
    things.append(one("what came back", "back", sum(came), "money"))
    if isinstance(told.get("value"), float):
        things.append(one("the rate", "rate", told["value"], "signed"))
    return Facts(tuple(things), outcome=sign(told["total"]))


def of_capital(told: Told) -> Facts:
    """Of a cost of capital and its parts."""
    things = [one("the blended cost", "wacc", told["value"], "share")]
    things += family("cost", "source cost", told["after_tax"], kind="share")
    things += family("weight", "weight source", told["weights"], kind="weight")
    things += family("part", "contributes source", told["parts"], kind="part")
    asked = told["inputs"]
    forces = {"tax": -1} if any(asked.get("taxes") or ()) else {}
    named = list(zip(asked["values"], asked["costs"], strict=True))
    kinds = _sources(list(asked.get("taxes") or ()), len(named))
    things = [replace(t, figures=_figures(t, named), heads=t.heads | kinds.get(_place(t), frozenset())) for t in things]
    return Facts(tuple(things), main=frozenset({"wacc"}), forces=forces)


def _sources(taxes: list[float], count: int) -> dict[int, frozenset[str]]:
    """Of two sources of which one is taxed, that one is debt and the other equity."""
    taxed = [n for n, tax in enumerate(taxes, start=1) if tax]
    if count != len(taxes) or count != 2 or len(taxed) != 1:
        return {}
    return {taxed[0]: frozenset({"debt"}), 3 - taxed[0]: frozenset({"equity"})}


def _place(thing: Thing) -> int:
    return int(thing.marks.get("nth", thing.marks.get("rank", 0)))


def _figures(thing: Thing, named: list[tuple[float, float]]) -> tuple[float, ...]:
    """The size and the cost by which a source may be called."""
    place = _place(thing)
    return (float(named[place - 1][0]), float(named[place - 1][1])) if place else ()


def of_contract(told: Told) -> Facts:
    """Of a future's notional value."""
    value, big = float(told["notional"]), str(told["inputs"]["product"]).upper() == "VX"
    mini, full = (value / 10, value) if big else (value, value * 10)
    things = [
        one("the notional", "notional", value, "money"),
        one("the minis", "mini", mini, "money"),
        one("the big ones", "full", full, "money"),
    ]
    things += [
        one("the multiplier", "mult point", told["per_point"], "money"),
        one("a tick", "tick", told["tick_value"], "money", [told["tick"]]),
    ]
    return Facts(tuple(things), bounded={"gain": False, "loss": False})
