"""The things of results on money: budgets, tranches, fills, exits, flows, costs of capital, dates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from assistant.guards.dates import Date
from assistant.guards.facts.things import Facts, Thing, family, one, sign

Told = Mapping[str, Any]


def of_budget(told: Told) -> Facts:
    """Of a budget and what is spent and left of it."""
    asked = told["inputs"]
    things = [
        one("what is spent", "spent", told.get("spent", told.get("used", 0.0)), "money"),
        one("what is left", "left", told["left"], "money"),
        one("the budget", "budget", told.get("at_stake", asked["budget"]), "money"),
    ]
    if asked.get("unit_cost"):
        things.append(one("a unit's cost", "unit_cost", asked["unit_cost"], "money"))
    return Facts(tuple(things))


def of_plan(told: Told) -> Facts:
    """Of a plan of tranches in money."""
    rows = told["ladder"]["last"]
    things: list[Thing] = []
    if told["ladder"]["rows"] == len(rows):
        things += family("tranche", "tranche", [r["fraction"] for r in rows], kind="share")
        things += family("share", "share", [r["cumulative"] for r in rows], kind="share")
        if all(r.get("units") for r in rows):
            things += family("units", "tranche", [r["units"] for r in rows], kind="count")
    if told.get("spent"):
        things += [one("what is spent", "spent", told["spent"], "money"), one("what is left", "left", told["left"], "money")]
    return Facts(tuple(things))


def of_tranche_units(told: Told) -> Facts:
    """Of a plan of tranches in contracts."""
    things = family("tranche", "tranche", told["ladder"], kind="count")
    running = [float(sum(told["ladder"][: n + 1])) for n in range(len(told["ladder"]))]
    things += family("holding", "share", running, kind="holding")
    return Facts(tuple(things), states={"adds": True}, main=frozenset({"share"}))


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
    things = family("fill", "fill", [price for price, _ in fills], kind="points")
    first, average = float(told["first_price"]), float(told["average"])
    things += [
        one("the first price", "first_price", first, "points"),
        Thing("the average", frozenset({"average"}), average, "points", before=first),
    ]
    things += family("size", "units", [units for _, units in fills], kind="count")
    return Facts(tuple(things), states={"lowered": bool(told["lowered"])}, main=frozenset({"average"}))


def of_trade(told: Told) -> Facts:
    """Of one purchase and its sale."""
    asked = told["inputs"]
    things = [
        one("the entry", "entry debit", asked["entry"], "points"),
        Thing("the exit", frozenset({"exit"}), float(asked["leave"]), "points", before=float(asked["entry"])),
    ]
    return Facts(tuple(things), outcome=sign(told["profit"]))


def of_exits(told: Told) -> Facts:
    """Of a purchase sold in parts."""
    asked = told["inputs"]
    prices = [float(price) for price, _ in asked["exits"]]
    things = [
        one("the entry", "entry debit", asked["entry"], "points"),
        one("the average exit", "average", told["average"], "points"),
    ]
    for thing, made in zip(family("exit", "exit", prices, kind="points"), told["profits"], strict=True):
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
    things += family("cost", "source", told["after_tax"], kind="share")
    things += family("weight", "weight", told["weights"], kind="share")
    return Facts(tuple(things), main=frozenset({"wacc"}))


def of_expiries(told: Told) -> Facts:
    """Of expiries and how far off they are."""
    rows = told["frame"]["last"]
    if told["frame"]["rows"] != len(rows):
        return Facts()
    things: list[Thing] = []
    asked = date.fromisoformat(str(told["inputs"]["date"])[:10])
    for n, row in enumerate(rows, start=1):
        day = date.fromisoformat(row["settles"])
        marks = {"month": day.month, "rank": n if n < len(rows) else -1, "nth": n}
        named = Date(day.year, day.month, day.day)
        called = f"the settlement of {day:%Y-%m}"
        things.append(
            Thing(
                called,
                frozenset({"expiry"}),
                float(day.toordinal()),
                "date",
                marks,
                (float(row["days"]),),
                None,
                "expiry",
                named,
            )
        )
    for thing, row in zip(list(things), rows, strict=True):
        things.append(
            Thing(
                f"the days to {thing.name}",
                frozenset({"expiry", "days"}),
                float(row["days"]),
                "days",
                thing.marks,
                family="days",
            )
        )
    for thing in [t for t in things if t.kind == "date"]:
        things.append(
            Thing(f"the last trading day before {thing.name}", frozenset({"trading"}), thing.value - 1, "date", thing.marks)
        )
    own = Date(asked.year, asked.month, asked.day)
    things.append(Thing("your date", frozenset({"own"}), float(asked.toordinal()), "date", day=own))
    last = rows[0]
    things += [
        one("the calendar days", "days", last["days"], "days"),
        one("the business days", "business", last["business_days"], "days"),
    ]
    return Facts(tuple(things), main=frozenset({"expiry"}))


def of_contract(told: Told) -> Facts:
    """Of a future's notional value."""
    return Facts((one("the notional", "notional", told["notional"], "money"),))
