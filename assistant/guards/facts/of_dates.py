"""The things of results on dates: expiries, signals and the events near them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from assistant.guards.dates import Date
from assistant.guards.facts.things import Facts, Thing, one

Told = Mapping[str, Any]


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
    # A holiday moves it to the day before; what lies behind the date is not listed.
    return Facts(tuple(things), states={"moved later": False, "passed": False}, main=frozenset({"expiry"}))


def of_events(told: Told) -> Facts:
    """Of dates and the events near them."""
    rows = told["frame"]["last"]
    if told["frame"]["rows"] != len(rows):
        return Facts()
    things: list[Thing] = []
    for n, row in enumerate(rows, start=1):
        for name, heads, text in (("your date", "given", row["date"]), (f"the {row['event']}", "event", row["event_date"])):
            if text:
                day = date.fromisoformat(str(text)[:10])
                marks = {"row": float(n), "rank": float(n), "month": float(day.month)}
                if heads == "given" and row.get("covered"):
                    gap = float(row["distance"])
                    ahead = (date.fromisoformat(str(row["next_date"])[:10]) - day).days if row.get("next_date") else gap
                    marks |= {"gap": min(abs(gap), abs(ahead)), "near": float(bool(row["inside"]))}
                named = Date(day.year, day.month, day.day)
                things.append(Thing(f"{name} of {day}", frozenset({heads}), float(day.toordinal()), "date", marks, day=named))
        if row.get("next_date"):
            day = date.fromisoformat(str(row["next_date"])[:10])
            named = Date(day.year, day.month, day.day)
            things.append(
                Thing(
                    f"the event of {day}", frozenset({"event"}), float(day.toordinal()), "date", {"month": day.month}, day=named
                )
            )
    return Facts(tuple(things))
