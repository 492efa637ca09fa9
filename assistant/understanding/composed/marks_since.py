"""An open position and the prices that it was marked at since: "long 2 vx from 17.35, marks since: 17.10 17.90 19.25".

Where it was bought in several lots, the average is worked out first and marked then ("… one each, last 19.90, open p/l?").
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from assistant.session import Call
from assistant.understanding.filling.brought import From
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.filling.slots import fill
from assistant.understanding.filling.structures import leg
from assistant.understanding.positions.purchases import fills
from assistant.understanding.positions.trades import HELD
from assistant.understanding.text import role_words
from assistant.understanding.text.number_rows import rows
from assistant.understanding.text.quantities import Reading, blanked
from assistant.understanding.text.sought import Sought
from assistant.understanding.text.which_future import names_option, point_of
from tools.contracts import SPECIFICATIONS

_PRICE: Final = r"(?P<n>\d{1,3}(?:\.\d{1,3})?|\.\d{1,3})(?![\d/%]|\.\d|-\d)"
_MARKS: Final = re.compile(
    r"\b(?:marks?|marked|prices?|closes?|closed|quotes?|settle(?:s|ments)?|mids?|prints?|values?|worth|traded?)\b"
    r"[^\d.?!;]{0,40}$|\b(?:since|afterwards?|so far|this week|after that)\b[^\d.?!;]{0,24}$"
)
_ENTRY: Final = re.compile(rf"(?:{role_words.PAID}|\b(?:from|long at|short at|sold at|at)|@)\s?\$?{_PRICE}")
_ASKED: Final = Sought(
    r"\b(?:p/?l|p&l|pnl|profits?|loss|open|unreali[sz]ed|where am i|up or down|how am i|best|worst|high(?:est)?|low(?:est)?"
    r"|peak|drawdown|gave back|given back|give back|now)\b"
)
_SHORT: Final = re.compile(r"\b(?:short|sold)\b")
_LAST: Final = re.compile(
    r"\b(?:last|now|currently|mark(?:ed)?|trading|quoted|closed?)"
    rf"(?: (?:it|is|at|of|price|mark|was|on|trading)){{0,3}}[ :=]{{1,2}}\$?{_PRICE}"
)
_OPEN: Final = Sought(r"\b(?:open|unreali[sz]ed|running|paper|mark[- ]to[- ]market|mtm)\b|\b(?:p/?l|p&l|pnl)\b")
_AVERAGE: Final = re.compile(r"\b(?:averag\w*|avg|mean|cost basis|blended)\b")
_OTHER: Final = re.compile(r"\b(?:iv|rsi|macd|histogram|hist|a/?d|budget|tranches?|contango|backwardat\w+|curve|vols?)\b")
_COUNT: Final = re.compile(
    r"\b(?:long|short|bought|sold|have|hold|got|own) (\d{1,4})(?![\w/%]|\.\d)|(?<![\w.])x ?(\d{1,4})(?![\w/%]|\.\d)"
)
_FEWEST: Final = 2


def marked_since(reading: Reading) -> tuple[Calculation, ...]:
    """The position at each of its marks; () where no entry, no row of marks, or no result of it is told."""
    text = reading.without_ladders
    if _ASKED.search(text) is None or _OTHER.search(text) or reading.legs or reading.series:
        return ()
    if (held := _lots_of_futures(reading)) is not None:
        return (held,)
    row = next((r for r in rows(text) if len(r.values) >= _FEWEST and _MARKS.search(r.before)), None)
    entry = _ENTRY.search(text, 0, row.start) if row is not None else None
    if row is None or entry is None or min(row.values) <= 0:
        return ()
    if reading.ladder and max(row.values) >= (reading.ladder[-1] - reading.ladder[0]) / 2:  # the index, at which it settles
        return ()
    a_point = _a_point(reading)
    if a_point is None:
        return ()
    rest = Reading(blanked(text, [(row.start, row.end), entry.span("n")]))
    count = fill(rest, (HELD,)).arguments.get("contracts") or _count(rest.lower)
    arguments: dict[str, Any] = {"entry": float(entry["n"]), "marks": list(row.values), "multiplier": a_point}
    arguments |= {"contracts": int(count)} if count else {}
    return (Calculation(Call("at_marks", arguments | ({"side": "short"} if _SHORT.search(text) else {}))),)


def open_result(reading: Reading, single: Calculation) -> tuple[Calculation, ...]:
    """Purchases averaged and then marked at the last price that is told beside them; () where none is, or nothing is open."""
    last = _LAST.search(reading.lower) if _OPEN.search(reading.lower) and not single.missing else None
    arguments = single.call.arguments
    unmarked = single.call.tool == "position" and "settlement" not in arguments
    if (
        last is not None
        and unmarked
        and all(held["kind"] == "future" and held["strike"] != float(last["n"]) for held in arguments["legs"])
    ):
        return (replace(single, call=Call("position", {**arguments, "settlement": float(last["n"])})),)
    if last is None or single.call.tool != "staged_cost":
        return ()
    lots = arguments["fills"]
    if any(lot["price"] == float(last["n"]) for lot in lots):
        return ()
    units = sum(lot["units"] for lot in lots)
    a_point = arguments.get("multiplier") or _a_point(reading)
    if a_point is None or not float(units).is_integer():
        return ()
    average = {"entry": From("staged_cost", "average"), "marks": [float(last["n"])]}
    return single, Calculation(Call("at_marks", {**average, "contracts": int(units), "multiplier": a_point}))


def _lots_of_futures(reading: Reading) -> Calculation | None:
    """Futures bought in several lots and marked once ("filled 1 vx at 18.2, then 2 vx at 19, mark 21, open p/l?")."""
    text, a_point = reading.lower, point_of(reading.lower)
    last = _LAST.search(text) if a_point is not None and _OPEN.search(text) and not _SHORT.search(text) else None
    if last is None or reading.ladders or names_option(text) or _AVERAGE.search(text):
        return None
    rest = Reading(blanked(text, [last.span()], "·"))
    lots = (fills(rest) or {"fills": []})["fills"]
    used = {number for lot in lots for number in lot.values()}
    if len(lots) < _FEWEST or not {q.value for q in rest.quantities} <= used or not all(lot["units"] % 1 == 0 for lot in lots):
        return None
    legs = [leg("long", "future", lot["price"], quantity=int(lot["units"])) for lot in lots]
    return Calculation(Call("position", {"legs": legs, "settlement": float(last["n"]), "multiplier": a_point}))


def marked_again(reading: Reading, known: Mapping[str, Any]) -> Mapping[str, Any]:
    """A further mark ("now 20", "last 18.40"); {} where the words tell none."""
    last = _LAST.search(reading.lower) if len(reading.quantities) == 1 else None
    return {} if last is None else {"marks": [*known["marks"], float(last["n"])]}


def _count(text: str) -> int:
    """How many are held, said by a count alone ("long 4", "x5"); 0 where none is."""
    found = _COUNT.search(text)
    return int(found[1] or found[2]) if found is not None else 0


def _a_point(reading: Reading) -> float | None:
    """Dollars a point of what is held: of an option where strikes or options are named, else of the future named."""
    if reading.ladders or names_option(reading.lower):
        return SPECIFICATIONS["VIX option"].per_point
    return point_of(reading.lower)
