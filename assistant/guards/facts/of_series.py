"""The things of results on series: lines and their signals, averages, curves, breadth, divergences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from assistant.guards.facts.things import Facts, Thing, family, one, pair, steady

Told = Mapping[str, Any]

_DEPRESSED: Final = 0.8


def of_macd_cross(told: Told) -> Facts:
    """Of two bars of a MACD and its signal."""
    asked = told["inputs"]
    if asked["macd_before"] is None or asked["signal_before"] is None:
        return of_macd_values({**told, "macd": asked["macd_now"], "inputs": {**asked, "signal": asked["signal_now"]}})
    things = [
        *pair("the MACD", "macd lines", asked["macd_before"], asked["macd_now"], "line"),
        *pair("the signal", "signal lines", asked["signal_before"], asked["signal_now"], "line"),
        *pair("the histogram", "histogram", told["histogram_before"], told["histogram"], "histogram"),
    ]
    return Facts(
        (*things, *_level(asked.get("normalised"))),
        states={"trigger": bool(told["trigger"])} if told.get("trigger") is not None else {},
        main=frozenset({"macd"}),
        crossed=_crossed([told.get("crossed")]),
    )


def _crossed(ways: list[object]) -> frozenset[int]:
    """Which ways a line was crossed, from the names of the events."""
    return frozenset(1 if "up" in str(w) or w in ("above", "trigger") else -1 for w in ways if w)


def _level(value: object) -> list[Thing]:
    if not isinstance(value, (int, float)):
        return []
    return [one("the level", "normalised", value, "ratio"), one("the 0.8 line", "threshold", _DEPRESSED, "ratio")]


def of_macd_values(told: Told) -> Facts:
    """Of one bar of a MACD."""
    asked = told["inputs"]
    things = [one("the MACD", "macd", told["macd"], "line")]
    for speed in ("fast", "slow"):
        if asked.get(f"{speed}_ema") is not None:
            things.append(one(f"the {speed} average", f"{speed} average", asked[f"{speed}_ema"], "level"))
    if told.get("histogram") is not None:
        things += [
            one("the signal", "signal", asked["signal"], "line"),
            one("the histogram", "histogram", told["histogram"], "histogram"),
        ]
    return Facts(tuple(things), main=frozenset({"macd"}), crossed=frozenset())


def of_macd_trigger(told: Told) -> Facts:
    """Of a series' MACD at its last bars."""
    rows = [r for r in told["frame"]["last"] if r.get("macd") is not None]
    things: list[Thing] = []
    for name, heads, kind in (
        ("macd", "macd lines", "line"),
        ("signal", "signal lines", "line"),
        ("histogram", "histogram", "histogram"),
    ):
        values = [r[name] for r in rows if r.get(name) is not None]
        if len(values) > 1:
            things += pair(f"the {name}", heads, values[-2], values[-1], kind)[1:]
    fired = any(e.get("kind") == "trigger" for e in told["events"]["last"])
    states = {"trigger": fired} if told["events"]["rows"] <= len(told["events"]["last"]) else {}
    return Facts(
        (*things, *_level((told.get("latest") or {}).get("normalised"))),
        states=states,
        main=frozenset({"macd"}),
        crossed=_events(told, ("trigger", "cross_up", "cross_down")),
        crossed_at={
            e["point"]: -1 if "down" in e["kind"] else 1 for e in told["events"]["last"] if isinstance(e["point"], int)
        },
    )


def _events(told: Told, kinds: tuple[str, ...]) -> frozenset[int] | None:
    """Which ways a line was crossed; None where not all crossings are told."""
    events = told.get("events")
    if not isinstance(events, dict) or events["rows"] != len(events["last"]):
        return None
    return _crossed([e["kind"] for e in events["last"] if e["kind"] in kinds])


def of_average_step(told: Told) -> Facts:
    """Of one step of a moving average."""
    asked = told["inputs"]
    gains = () if "alpha" in told else ("gain", "loss")  # what Wilder's average is of
    old, new, value = float(asked["previous"]), float(told["value"]), float(asked["value"])
    return Facts(
        (
            Thing("the old average", frozenset({"average", "old"}), old, "level", {"time": -1}, family="average"),
            Thing("the average", frozenset({"average"}), new, "level", {"time": 1}, before=old, family="average"),
            Thing("the new value", frozenset({"value", *gains}), value, "level", {"time": 1}),
            *_weights(told),
        ),
        states={"away": False},
        main=frozenset({"average"}),
    )


def _weights(told: Told) -> list[Thing]:
    """How much the newest value and the old average weigh in the new one."""
    share = told["alpha"] if "alpha" in told else 1.0 / told["inputs"]["period"]
    return [
        Thing("the weight of the newest value", frozenset({"weight", "value"}), share, "weight", {"time": 1}),
        Thing("the weight of the old average", frozenset({"weight", "average", "old"}), 1.0 - share, "weight", {"time": -1}),
    ]


def of_smoothing(told: Told) -> Facts:
    """Of the weights of two averages."""
    asked = told["inputs"]
    return Facts(
        (
            one("the weight of the exponential average", "alpha", told["alpha"], "share", [asked["span"]]),
            one("Wilder's weight", "wilder", told["wilder"], "share", [asked["span"]]),
            one("the exponential average", "alpha", asked["span"], "pace", [asked["span"]]),
            one("Wilder's average", "wilder", told["wilder_as_span"], "pace", [asked["span"]]),
        )
    )


def of_rsi(told: Told) -> Facts:
    """Of an RSI and its line."""
    asked = told["inputs"]
    line = float(asked.get("above", 70.0))
    rsi = told.get("rsi") if isinstance(told.get("rsi"), (int, float)) else told.get("latest")
    things = [one("the line", "threshold", line, "rsi")]
    if isinstance(rsi, (int, float)):
        things.append(one("the RSI", "rsi", rsi, "rsi"))
    for name in ("gain", "loss"):
        if f"average_{name}" in asked:
            things.append(one(f"the average {name}", name, asked[f"average_{name}"], "level"))
    states = {"extreme": told["extreme"], "review": told["extreme"]} if isinstance(told.get("extreme"), bool) else {}
    if isinstance(rsi, (int, float)):
        states |= {"oversold": rsi < 30, "overbought": rsi > line}
    bars = told["rsi"]["rows"] if isinstance(told.get("rsi"), dict) else 0
    above = (line, told["bars_above"] / bars) if bars else None
    if isinstance(told.get("strength"), (int, float)):
        things.append(one("the relative strength", "strength", told["strength"], "ratio"))
    crossed = _events(told, ("above",))
    return Facts(tuple(things), states=states, main=frozenset({"rsi"}), crossed=crossed, above=above)


def of_summary(told: Told) -> Facts:
    """Of a series' last, highest, lowest, mean and median."""
    heads = ("last", "highest", "lowest", "mean", "median")
    extremes = ("last", "highest", "lowest")
    things = [
        Thing(f"the {h}", frozenset({h}), float(told[h]), "level", family="value" if h in extremes else "")
        for h in heads
        if isinstance(told.get(h), (int, float))
    ]
    for name in extremes[1:]:
        if isinstance(told.get(f"{name}_on"), int):
            things.append(Thing(f"the {name} value's place", frozenset({name}), float(told[f"{name}_on"]), "bar"))
    line = told["inputs"].get("above")
    if line is None:
        return Facts(tuple(things), length=told["count"])
    things.append(one("the line", "threshold", line, "level"))
    return Facts(tuple(things), above=(float(line), told["bars_above"] / told["count"]), length=told["count"])


def of_curve(told: Told) -> Facts:
    """Of a curve of futures."""
    prices = told["inputs"]["curve"]
    if not isinstance(prices, list) or not all(isinstance(p, (int, float)) for p in prices):
        return Facts()
    things = family("month", "month", prices, kind="level")
    last = told["frame"]["last"][-1] if told["frame"]["last"] else {}
    things += [one("the roll yield", "roll", last["roll_yield"], "signed")] if last.get("roll_yield") else []
    return Facts(
        tuple(things),
        forces={"months": steady(prices)},
        states={"contango": told["state"] == "contango"},
        main=frozenset({"month"}),
    )


def of_breadth(told: Told) -> Facts:
    """Of the days of an A/D line."""
    asked, rows = told["inputs"], told["line"]["last"]
    if told["line"]["rows"] != len(rows):
        return Facts()
    start = float(asked.get("start") or 0.0)
    things = family("line", "line", rows, kind="line")
    things[0] = Thing(**{**vars(things[0]), "before": start})
    net = family("net", "net", told["net"]["last"], kind="signed")
    things += [Thing(**{**vars(t), "before": 0.0}) for t in net]
    for name in ("advances", "declines"):
        if isinstance(asked.get(name), list):
            things += family(name, name, asked[name], kind="breadth")
    return Facts(tuple(things), main=frozenset({"line"}))


def of_divergence(told: Told) -> Facts:
    """Of the one divergence between a price and a breadth line."""
    events = told["events"]
    if events["rows"] != 1:
        return Facts()
    event = events["last"][0]
    bearish = "bearish" in str(event["kind"])
    things = [
        *pair("the price", "price", event["price_before"], event["price"], "price"),
        *pair("the line", "line", event["line_before"], event["line"], "line"),
        one("the pivot", "pivot", event["point"], "bar"),
        one("the day it was known", "known", event["known_point"], "bar"),
    ]
    return Facts(
        tuple(things),
        states={"bearish": bearish, "bullish": not bearish, "negative divergence": bearish, "confirmed": False, "adds": True},
    )


def of_first_bars(told: Told) -> Facts:
    """Of the bars at which the lines of a MACD begin."""
    heads = ("fast", "macd", "signal", "cross", "settled")
    things = [one(f"the first {h}", h, told[h], "bar") for h in heads]
    things.append(one("the first slow average", "slow", told["inputs"]["slow"], "bar"))
    return Facts((*things, one("the first histogram", "histogram", told["signal"], "bar")))
