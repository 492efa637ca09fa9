"""A position worked out before that is closed now, in part or whole: "sld 3 @ 2.35", "exit 19.05", "rest expired at 23".

What was paid, how many there are and the dollars of a point come from the calculation before; the words give the exit.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from assistant.session import Call, Session
from assistant.understanding.filling.structures import Arguments
from assistant.understanding.positions.exits import BEGINS, exit_added, in_units, is_left, sold_in
from assistant.understanding.positions.marked import stands_at
from assistant.understanding.positions.trades import exit_changed
from assistant.understanding.text.number_words import WORDS
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.which_future import point_of
from tools import CATALOGUE

_LONGEST: Final = 12  # words
_SETTLED: Final = re.compile(
    r"\b(?:rest|remain\w*|others?|last (?:one|two|three|\d{1,4})|what(?:'s| is) left|still held)\b[^.?!\d]{0,24}"
    r"\b(?:expir\w+|settle[ds]?|settlement|finish\w*|vro|vix)\b[^.?!\d]{0,24}(?P<at>\d++(?:\.\d++)?)"
)
_CLOSED: Final = re.compile(
    r"\b(?:clos(?:e|ed|es|ing)|exit\w*|sell|sold|sld|unload\w*|tak(?:e|ing) (?:it )?off|(?:get|got) out)\b"
)
_INDEX_CLOSES: Final = re.compile(r"\b(?:vix|index|vro|spot) (?:\w{1,6} )?(?:clos|exit)\w{0,3}\b")
_HELD: Final = ("contracts", "multiplier", "fees")
_SUPPOSED: Final = re.compile(r"\W{0,3}(?:(?:and|but|so|ok),? ){0,2}(?:what if|if|say|suppose|had)\b")
_PART: Final = re.compile(r"(?:the )?(?:rest|remain\w*|others?|last)\b")
_UNPRICED: Final = re.compile(
    r"^\W{0,3}(?:(?:and|but|now|ok|so|then|please|what if|if|i|we|can|could|let'?s|just),? ){0,4}"
    r"(?:sell|sold|sld|close[ds]?|closing|exit|exited|unload(?:ed)?|take off|took off|get out of|got out of) "
    rf"(?P<count>\d{{1,5}}|{'|'.join(WORDS)})"
    r"(?: (?:of (?:them|those|it|these|my \w{1,9}|the \w{1,9})|contracts?|lots?|flies|fly|butterfl\w+|calls?|puts?"
    r"|futures?|units?"
    r"|now|early|again|more)){0,3}\W*$"
)


_MORE_BOUGHT: Final = re.compile(
    r"^\W{0,3}(?:(?:and|then|now|what|whats|if|i|we|after|ok|also|later|so|how|about|with|would|does|happens|did),? ){0,6}"
    r"(?:(?:add(?:ed|ing)?|buy(?:ing)?|bought|bot)(?: another| a further)?|(?:another|a further)|(?=\w{1,9} more\b)) ?"
    rf"(?P<count>\d{{1,5}}|{'|'.join(WORDS)})(?: (?:more|of (?:them|those)|contracts?|lots?|flies|calls?"
    rf"|units?)){{0,2}} (?:at|for|@) \$?"
    r"(?P<price>\d++(?:\.\d++)?|\.\d++)(?: (?:each|apiece|too|as well|do|make|bring|change|mean|(?:to )?(?:it|that)))*\W*$"
)
_NOTHING: Final = re.compile(
    r"\b(?:expir\w+|end(?:ed|s)?|went|goes?|die[sd]?|finish(?:ed|es)?)\b[^.?!]{0,16}\b(?:worthless|at zero|to zero"
    r"|for nothing|at nothing)\b"
)
_BOUGHT_BACK: Final = re.compile(
    r"\b(?:clos(?:e|ed|es|ing)|cover(?:ed)?|buy (?:it |them |that |all )?back|bought (?:it |them |that |all )?back"
    r"|took (?:it )?off"
    r"|get out|got out|exit(?:ed)?)(?: (?:it|them|that|this|all|everything|early|now|out|the \w{1,9})){0,3} (?:at|for|@) \$?"
    r"(?P<at>\d++(?:\.\d++)?|\.\d++)"
)


def bought_back(reading: Reading, last: Sequence[Call]) -> tuple[Call, tuple[str, ...]] | None:
    """A position sold for a credit and bought back at a price, with what is said about the order; None for any other."""
    found = _BOUGHT_BACK.search(reading.lower) if len(reading.lower.split()) <= _LONGEST else None
    known = last[-1].arguments if last and last[-1].tool == "position" else {}
    received = -net_paid(known)
    if found is None or received <= 0:
        return None
    terms = {k: known[k] for k in _HELD if k in known}
    call = Call("round_trip", {"entry": float(found["at"]), "leave": received, **terms})
    return call, ("the position was sold first and is bought back, so the exit is the price that was received for it.",)


@dataclass(frozen=True)
class Unpriced:
    """A sale of which the price is not told: what is still needed, and the calculation that waits for it, if it can be made."""

    need: str
    waiting: Call | None = None


def closing(reading: Reading, session: Session, last: Sequence[Call]) -> tuple[Call, ...]:
    """The calls for the exit that the words tell of; () where they tell of none, or of another position."""
    if not last or len(reading.lower.split()) > _LONGEST or reading.ladders or reading.legs or reading.futures:
        return ()
    known = _bought(last[-1])
    spread = last[-1].tool == "position" and len(last[-1].arguments["legs"]) > 1
    lowest, asked = _lowest_strike(last[-1].arguments), session.turns[-1].question
    if (
        spread and _CLOSED.search(reading.lower) is None and (known is None or stands_at(reading, 0.0, lowest, asked) is None)
    ):  # a price may be that of one leg
        return ()
    if known is None or point_of(reading.lower) not in (None, known.get("multiplier")):
        return ()
    if (grown := _added(reading, last[-1], known)) is not None:
        return (grown,)
    if _INDEX_CLOSES.search(reading.lower) is not None:  # "vix closes at 33" is no exit
        return ()
    if (
        not known["exits"] and (mark := stands_at(reading, known["entry"], lowest, asked)) is not None
    ):  # it could be closed at that
        return (Call("round_trip", {**{k: v for k, v in known.items() if k != "exits"}, "leave": mark}),)
    if settled := _settled(reading, session, known):
        return settled
    if gone := _worthless(reading, known):
        return (Call("staged_exit", {**known, **gone}),)
    if supposed := _last_again(reading, last[-1]):
        return (Call("staged_exit", {**known, **supposed}),)
    if known["exits"] and known.get("contracts") is not None and not is_left(known):
        return ()
    if last[-1].tool == "staged_cost" and BEGINS.search(reading.lower) is None:
        return ()
    if more := exit_added(reading, known):
        return (Call("staged_exit", {**known, **more}),)
    single = exit_changed(reading) if last[-1].tool == "position" else {}
    return (Call("round_trip", {**{k: v for k, v in known.items() if k != "exits"}, **single}),) if single else ()


def _lowest_strike(known: Mapping[str, Any]) -> float:
    """The lowest strike of a butterfly or a position of options; 0 where it has none."""
    legs = [float(leg["strike"]) for leg in known.get("legs", ()) if leg["kind"] != "future"]
    return float(known["lower"]) if "lower" in known else min(legs, default=0.0)


def _added(reading: Reading, call: Call, known: Arguments) -> Call | None:
    """More bought of what is held ("add 4 at .5"): what all of it cost on average; None where none is, or some is sold."""
    more = _MORE_BOUGHT.match(reading.lower)
    if more is None or known["exits"]:
        return None
    units = float(more["count"]) if more["count"].isdigit() else float(WORDS[more["count"]])
    bought = {"price": float(more["price"]), "units": units}
    if call.tool == "staged_cost":
        return Call(call.tool, {**call.arguments, "fills": [*call.arguments["fills"], bought]})
    first = {"price": known["entry"], "units": float(known.get("contracts", 1))}
    return Call("staged_cost", {"fills": [first, bought]})


def _worthless(reading: Reading, known: Arguments) -> Arguments:
    """What is left expired worthless: sold for nothing; empty where that is not said or nothing is left."""
    if _NOTHING.search(reading.lower) is None or (known["exits"] and not is_left(known)):
        return {}
    left = known.get("contracts", 1) - sum(sale["units"] for sale in known["exits"])
    return {"exits": [*known["exits"], {"price": 0.0, "units": float(left)}]}


def unpriced(reading: Reading, last: Sequence[Call]) -> Unpriced | None:
    """A sale of so many without a price ("close 5 of them"); None where the words are none, or nothing is held."""
    said = _UNPRICED.match(reading.lower) if len(reading.lower.split()) <= _LONGEST else None
    known = _bought(last[-1]) if last and said else None
    if said is None or known is None:
        return None
    count = int(said["count"]) if said["count"].isdigit() else WORDS[said["count"]]
    gone = sum(sale["units"] for sale in known["exits"])
    held = known.get("contracts", 1) - gone
    if count > held:
        return Unpriced(f"another number: only {held:g} {'is' if held == 1 else 'are'} held, so {count} cannot be closed")
    waiting = Call("staged_exit", {**known, "exits": [*known["exits"], {"units": float(count)}]})
    return Unpriced(f"the price, in points, at which the {count} {'is' if count == 1 else 'are'} sold", waiting)


def priced(reading: Reading, waiting: Call) -> Call | None:
    """The sale that waited for its price, with the one number of the words; None where there is none or more."""
    exits = waiting.arguments.get("exits") if waiting.tool == "staged_exit" else None
    if not exits or "price" in exits[-1] or len(reading.quantities) != 1 or len(reading.lower.split()) > _LONGEST:
        return None
    return Call(
        waiting.tool, {**waiting.arguments, "exits": [*exits[:-1], {**exits[-1], "price": reading.quantities[0].value}]}
    )


def _last_again(reading: Reading, call: Call) -> Arguments:
    """The last sale at another price ("what if the last 2 went for 0.4"), where nothing is left to be sold; empty otherwise."""
    known = call.arguments
    if call.tool != "staged_exit" or is_left(known) or not (begins := _SUPPOSED.match(reading.lower)):
        return {}
    sales = sold_in(reading.lower[begins.end() :])
    if len(sales) != 1 or _PART.search(reading.lower) is None:
        return {}
    *before, last = known["exits"]
    found = in_units([(sales[0][0], sales[0][1])], known.get("contracts"), sum(e["units"] for e in before))
    return {"exits": [*before, *found]} if found and found[0]["units"] == last["units"] else {}


def _bought(call: Call) -> Arguments | None:
    """What was paid for what was bought, as `staged_exit` takes it; None where nothing was."""
    known = call.arguments
    if call.tool == "staged_exit":
        return known
    if call.tool == "staged_cost" and all(float(fill["units"]).is_integer() for fill in known["fills"]):
        units = sum(fill["units"] for fill in known["fills"])
        paid = sum(fill["price"] * fill["units"] for fill in known["fills"])
        return {"entry": round(paid / units, 9), "exits": [], "contracts": int(units)}
    if call.tool == "butterfly" and known.get("debit", 0) > 0:
        return {"entry": known["debit"], "exits": [], **{k: known[k] for k in _HELD if k in known}}
    if call.tool == "position" and len(known["legs"]) == 1 and "net" not in known:
        (leg,) = known["legs"]
        entry = leg["strike"] if leg["kind"] == "future" else leg["premium"]
        if leg["side"] == "long" and entry > 0:
            count = {"contracts": leg["quantity"] * known.get("contracts", 1)}
            return {"entry": entry, "exits": [], **{k: known[k] for k in _HELD if k in known}, **count}
    if call.tool == "position" and len(known["legs"]) > 1 and net_paid(known) > 0:
        return {"entry": net_paid(known), "exits": [], **{k: known[k] for k in _HELD if k in known}}
    return None


def net_paid(known: Mapping[str, Any]) -> float:
    """What all legs of a position cost together: below 0 received, 0 where it has no options or their prices are not told."""
    if "net" in known:
        return float(known["net"])
    legs = [leg for leg in known.get("legs", ()) if leg["kind"] in ("call", "put")]
    paid = ((1.0 if leg["side"] == "long" else -1.0) * float(leg["premium"]) * int(leg["quantity"]) for leg in legs)
    return round(sum(paid), 9)


def _settled(reading: Reading, session: Session, known: Arguments) -> tuple[Call, ...]:
    """What is left of a butterfly that ran to its settlement, as an exit at what it was worth there."""
    found = _SETTLED.search(reading.lower)
    if found is None or not known["exits"] or not is_left(known):
        return ()
    calls = (c for turn in reversed(session.turns) for c in turn.calls if c.tool == "butterfly")
    bought = next((c for c in calls if c.arguments.get("debit") == known["entry"]), None)
    if bought is None:
        return ()
    strikes = {k: bought.arguments[k] for k in ("lower", "body", "upper")}
    worth = Call("butterfly_value", {**strikes, "settlement": float(found["at"])})
    result: Any = CATALOGUE["butterfly_value"].run(**worth.arguments)
    left = known["contracts"] - sum(sale["units"] for sale in known["exits"])
    exits = [*known["exits"], {"price": result.value, "units": float(left)}]
    return worth, Call("staged_exit", {**known, "exits": exits})
