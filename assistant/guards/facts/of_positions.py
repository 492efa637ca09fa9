"""The things of a position at settlement: strikes, break-evens, wings, legs, and what they make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from assistant.guards.facts.things import Facts, Thing, one, sign

Told = Mapping[str, Any]


def of_outcome(told: Told) -> Facts:
    """Of a butterfly or a position at settlement."""
    things = [*strikes(told), *break_evens(told), *_legs(told)]
    settlement, made = told.get("settlement"), told.get("settlement_profit_points")
    cost = told.get("debit", told.get("premium"))
    if settlement is not None:
        things.append(one("the settlement", "settlement", settlement, "level"))
        things.append(one("the value", "worth owed", abs(told["settlement_value"]), "points"))
    if isinstance(cost, (int, float)):
        things.append(one("the debit" if cost >= 0 else "the credit", "debit" if cost >= 0 else "credit", abs(cost), "points"))
    for name, heads in (("max_profit", "gain"), ("max_loss", "loss")):
        if isinstance(told.get(name), (int, float)):
            more = [abs(told[m]) for m in (f"{name}_each", f"{name}_points") if isinstance(told.get(m), (int, float))]
            things += [one(name.replace("_", " "), heads, abs(told[name]), "money", more)]
    if "body" in told:
        things += [*_wings(told), *_fly_legs(told)]
        zone = [e for e in told.get("profit_zone") or () if isinstance(e, (int, float))]
        if len(zone) == 2:
            things.append(Thing("the profit zone", frozenset({"profit_zone"}), zone[0], "zone", ends=(zone[0], zone[1])))
    return Facts(
        tuple(things),
        outcome=sign(made),
        main=frozenset({"settlement"}),
        bounded={
            "gain": isinstance(told.get("max_profit"), (int, float)),
            "loss": isinstance(told.get("max_loss"), (int, float)),
        },
        states={
            **({"debit": cost > 0, "credit": cost < 0} if isinstance(cost, (int, float)) and cost else {}),
            **_leaning(told),
        },
    )


def of_value(told: Told) -> Facts:
    """Of a butterfly's value at settlement."""
    things = [*strikes(told), one("the settlement", "settlement", told["settlement"], "level")]
    things += [
        one("the value", "worth", told["value"], "points"),
        one("the most it can be worth", "most_worth", told["most"], "points"),
    ]
    return Facts((*things, *_wings(told)), main=frozenset({"settlement"}))


def strikes(told: Told) -> Iterator[Thing]:
    """The strikes of a butterfly, by the wing on which they stand."""
    for name, wing in (("lower", -1), ("body", 0), ("upper", 1)):
        if isinstance(told.get(name), (int, float)):
            yield Thing(
                f"the {name} strike",
                frozenset({"strike"} | ({"body"} if not wing else set())),
                float(told[name]),
                "level",
                {"wing": wing},
                family="strike",
            )


def break_evens(told: Told) -> Iterator[Thing]:
    """The break-evens, of two the lower and the upper one."""
    prices = [e for e in told.get("break_evens") or () if isinstance(e, (int, float))]
    for n, end in enumerate(prices):
        marks = {"wing": 2 * n - 1, "rank": n + 1} if len(prices) == 2 else {}
        yield Thing("a break-even", frozenset({"break_even"}), float(end), "level", marks)


def _leaning(told: Told) -> dict[str, bool]:
    """Whether a position of two legs of one kind gains as the price rises, or as it falls."""
    legs = [leg for leg in told.get("legs") or () if isinstance(leg, dict) and "side" in leg]
    if sorted(leg["side"] for leg in legs) != ["long", "short"] or len({leg["kind"] for leg in legs}) != 1:
        return {}
    at = {leg["side"]: leg["strike"] for leg in legs}
    return {"bullish": at["long"] < at["short"], "bearish": at["long"] > at["short"]}


def _wings(told: Told) -> Iterator[Thing]:
    for name, wing, width in (("lower", -1, told["body"] - told["lower"]), ("upper", 1, told["upper"] - told["body"])):
        yield Thing(f"the {name} wing", frozenset({"wing"}), float(width), "width", {"wing": wing}, family="wing")


def _fly_legs(told: Told) -> Iterator[Thing]:
    """The calls of a butterfly, by strike and by which of them they are."""
    for name, wing, side in (("lower", -1, 1), ("body", 0, -1), ("upper", 1, 1)):
        strike = float(told[name])
        marks = {"wing": wing, "side": side, "kind": 1}
        yield Thing(f"the {strike:g} call", frozenset({"option"}), strike, "level", marks, (strike,))


def _legs(told: Told) -> Iterator[Thing]:
    for leg in told.get("legs") or ():
        if isinstance(leg, dict) and "side" in leg:
            marks = {"side": 1 if leg["side"] == "long" else -1, "kind": 1 if leg["kind"] == "call" else -1}
            name = f"the {leg['strike']:g} {leg['kind']}"
            strike = float(leg["strike"])
            yield Thing(f"the strike of {name}", frozenset({"strike", "option"}), strike, "level", marks, (strike,))
            yield Thing(name, frozenset({"option", "premium"}), float(leg["premium"]), "points", marks, (strike,), family="leg")
