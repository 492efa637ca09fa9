"""The things of results on options before they settle: values, greeks, chances, neighbours, parity."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.guards.facts.of_positions import Told, break_evens, strikes
from assistant.guards.facts.things import Facts, Thing, one, sign, steady
from tools.methodology import METHOD


def of_option(told: Told) -> Facts:
    """Of an option priced, or whose volatility was found."""
    asked = told["inputs"]
    call = str(asked.get("kind", "call")) == "call"
    things = [
        Thing("the future", frozenset({"forward"}), float(asked["forward"]), "level", family="level"),
        Thing(
            f"the {asked['strike']:g} {asked.get('kind', 'call')}",
            frozenset({"option"}),
            float(asked["strike"]),
            "level",
            {"kind": 1 if call else -1},
            (float(asked["strike"]),),
        ),
        Thing("the strike", frozenset({"strike"}), float(asked["strike"]), "level", family="level"),
    ]
    if isinstance(told.get("vol"), float):
        things += [one("the volatility", "vol", told["vol"], "share"), one("the price", "price", asked["price"], "points")]
        things.append(one("the model's price", "model worth", asked["price"], "points"))
    elif isinstance(told.get("price"), float):
        things.append(one("the price", "price worth option", told["price"], "points"))
    return Facts(
        (*things, *_greeks(told)),
        forces={**_forces(told), "strike": -1 if call else 1},
        states={"call": call, "put": not call},
        main=frozenset({"price"}),
    )


def _greeks(told: Told) -> Iterator[Thing]:
    for name in ("delta", "gamma", "vega", "theta"):
        if isinstance(told.get(name), float):
            yield one(f"the {name}", name, told[name], "signed")


def _forces(told: Told) -> dict[str, int]:
    named = {"future": "delta", "vol": "vega", "time": "theta"}
    return {force: sign(told[greek]) for force, greek in named.items() if isinstance(told.get(greek), float)}


def of_value_today(told: Told) -> Facts:
    """Of a butterfly's value before expiry."""
    asked, things = told["inputs"], [*strikes({**told["inputs"]}), *break_evens(told), *_greeks(told)]
    things.append(one("the future", "forward", asked["forward"], "level"))
    things.append(one("the value", "worth", told["value"], "points", time=1))
    things.append(one("the value at a settlement here", "worth", told["at_expiry"], "points", end=0))
    if isinstance(asked.get("debit"), (int, float)):
        things.append(one("the debit", "debit", asked["debit"], "points"))
    for name, wing in (("lower", -1), ("body", 0), ("upper", 1)):
        if f"vol_{name}" in asked:
            strike = float(asked[name])
            things.append(
                Thing(
                    f"the vol of the {name} strike",
                    frozenset({"vol"}),
                    asked[f"vol_{name}"],
                    "share",
                    {"wing": wing},
                    (strike,),
                    family="vol",
                )
            )
    for leg, wing in zip(told.get("legs") or (), (-1, 0, 1), strict=False):
        strike = float(leg["inputs"]["strike"])
        things.append(
            Thing(
                f"the {strike:g} call",
                frozenset({"option"}),
                float(leg["price"]),
                "points",
                {"wing": wing, "kind": 1},
                (strike,),
                family="leg",
            )
        )
    if isinstance(told.get("chance"), float):
        things.append(one("the chance of a profit", "in_profit chance", told["chance"], "odds"))
        things.append(one("the chance of a loss", "at_loss", 1.0 - told["chance"], "odds"))
        things.append(one("an even chance", "even", 0.5, "odds"))
    return Facts(
        tuple(things),
        outcome=sign(told.get("profit")),
        forces=_forces(told),
        states={} if told.get("chance") is None else {"likely to profit": told["chance"] > 0.5},
        main=frozenset({"worth"}),
    )


def of_time_shift(told: Told) -> Facts:
    """Of a butterfly's value as days pass."""
    asked, fly = told["inputs"], told["inputs"]["butterfly"]
    things: list[Thing] = [*strikes(fly), one("the future", "forward", asked["forward"], "level")]
    things.append(one("the debit", "debit", fly["debit"], "points"))
    forces = {}
    for place, rows in ((asked["forward"], told["unchanged"]["last"]), (fly["body"], told["at_body"]["last"])):
        values = [float(r["value"]) for r in rows]
        days = [float(r["days_left"]) for r in rows]
        for n, (left, value) in enumerate(zip(days, values, strict=True)):
            marks = {"place": float(place), **({"end": 0.0} if not left else {"time": 1.0} if not n else {})}
            heads = frozenset({"worth"} | ({"body"} if place == fly["body"] else set()))
            name = f"the value at {place:g} with {left:g} days left"
            before = values[n - 1] if n else None
            things.append(Thing(name, heads, value, "points", marks, (left, float(place)), before, f"value at {place:g}"))
        forces["time" if place == asked["forward"] else "time at the body"] = steady(values)
    gain = sign(float(told["now"]) - float(fly["debit"]))
    return Facts(tuple(things), outcome=gain, passing=True, forces=forces, main=frozenset({"worth"}))


def of_chance(told: Told) -> Facts:
    """Of the chances to settle below, in and above a range."""
    asked = told["inputs"]
    things = [one("the future", "forward", asked["forward"], "level"), one("the volatility", "vol", asked["vol"], "share")]
    things += [
        Thing("the lower end", frozenset({"low", "break_even"}), asked["low"], "level", {"wing": -1}),
        Thing("the upper end", frozenset({"high", "break_even"}), asked["high"], "level", {"wing": 1}),
    ]
    low, high = float(asked["low"]), float(asked["high"])
    things.append(Thing("the range", frozenset({"inside"}), low, "level", ends=(low, high)))
    below, above, inside = float(told["below"]), float(told["above"]), float(told["between"])
    regions: list[tuple[str, str, float, tuple[float, ...]]]
    regions = [("inside", "inside", inside, (low, high)), ("outside", "outside", 1.0 - inside, (low, high))]
    regions += [("above", "overshoot", above, (high,)), ("below", "undershoot", below, (low,))]
    for name, heads, value, figures in regions if low > 0 else [regions[0], regions[2]]:
        kin = "chance" if heads != "outside" else ""
        things.append(Thing(f"the chance {name}", frozenset({heads}), value, "odds", {}, figures, family=kin))
    for name, heads, value, end in (("above", "overshoot", inside + above, low), ("below", "undershoot", below + inside, high)):
        things.append(Thing(f"the chance {name} {end:g}", frozenset({heads}), value, "odds", {"named": 1}, (end,)))
    things.append(one("an even chance", "even", 0.5, "odds"))
    return Facts(tuple(things))


def of_wings(told: Told) -> Facts:
    """Of the neighbours of a butterfly."""
    things = [
        Thing(
            f"the debit of the {row['alternative']}",
            frozenset({"debit"}),
            float(row["total"]),
            "points",
            {"row": n},
            family="total",
        )
        for n, row in enumerate(told["frame"]["last"])
    ]
    fly, rsi = told["inputs"]["butterfly"], told["inputs"].get("rsi_value")
    for name, heads in (("max_profit", "gain"), ("max_loss", "loss")):
        if isinstance(fly, dict) and isinstance(fly.get(name), (int, float)):
            things.append(one(f"its {name.replace('_', ' ')}", heads, abs(fly[name]), "money"))
    states = {"review": bool(told["review"])}
    if isinstance(rsi, (int, float)):
        things += [one("the RSI", "rsi", rsi, "rsi"), one("the line", "threshold", METHOD.rsi_above.value, "rsi")]
        states |= {"overbought": rsi > METHOD.rsi_above.value, "oversold": rsi < 30}
    return Facts(tuple(things), states=states, main=frozenset({"rsi"}))


def of_parity(told: Told) -> Facts:
    """Of a conversion and a reversal."""
    asked = told["inputs"]
    things = [one("the strike", "strike", asked["strike"], "level")]
    for name in ("call", "put", "forward"):
        for side, n in (("bid", -1), ("ask", 1)):
            both = asked[name]
            price = both[(n + 1) // 2] if isinstance(both, (list, tuple)) else both
            kind = "level" if name == "forward" else "points"
            things.append(
                one(f"the {name}'s {side}", name, price, kind, [asked["strike"]] if kind == "points" else [], quote=n)
            )
    for name in ("conversion", "reversal"):
        if isinstance(told.get(name), float):
            things.append(Thing(f"the {name}", frozenset({name}), told[name], "signed", family="arbitrage"))
    low, high = told["forward_band"]
    if isinstance(low, float) and isinstance(high, float):
        things.append(Thing("the band of forwards", frozenset({"band"}), low, "level", ends=(low, high)))
    made = [told[n] for n in ("conversion", "reversal") if isinstance(told.get(n), float)]
    return Facts(tuple(things), packages=True, states={"edge": max(made) > 0} if made else {})
