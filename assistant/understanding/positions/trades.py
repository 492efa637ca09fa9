"""Bought at one price and sold at another, before anything settles: "buy the fly for 1.05, sell it at 2.40, make on 4"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Final

from assistant.understanding.filling.frame import Frame
from assistant.understanding.filling.payoff_slots import CONTRACTS, COUNT_AFTER, FEES, FEES_A_SIDE
from assistant.understanding.filling.slots import Slot, fill
from assistant.understanding.filling.structures import Arguments
from assistant.understanding.filling.targets import TARGETS
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.tokens import NUMBER
from assistant.understanding.text.which_future import point_of

_N: Final = rf"\$?({NUMBER})"
_GAP: Final = r"[a-z ,/'\d]{0,40}?"
_BOUGHT: Final = re.compile(
    rf"\b(?:bought|buy|paid|pay|got in(?:to)?|entered|long)\b{_GAP}\b(?:at|for|paid|pay|@) {_N}"
    rf"|\bpaid {_N}|\bbought (?:it |them )?\$?(\d{{1,3}}\.\d{{1,2}})(?![\d%])"
)
_SOLD: Final = re.compile(
    rf"\b(?<!vix )(?<!index )(?:sell|sold|sld|selling|close[ds]?|exit(?:ed)?|got out|get out|took (?:it )?off|take (?:it )?off"
    r"|unload(?:ed)?)\b"
    r"(?: (?:it|them|this|that|all|both|later|again|out|my|the \w{1,9}|when|if|once|vix|was|is|already|back"
    r"|today|now|tomorrow|early|of|the|b?fly|butterfly|flies|spread|condor|before (?:expir\w+|settlement))){0,5}"
    rf"(?: (?:at|for|@)(?: (?:(?:a|the) )?(?:mid|mark|price)(?: (?:price|value))?(?: of)?)?|(?<=\bexit)|(?<=\bexited)"
    rf"|(?<=\bsold)(?= \d{{1,3}}\.\d)) {_N}"
)
_PAID: Final = re.compile(
    rf"\b(?:paid|cost(?: me)?|(?:bought|got|was in)(?: it)? (?:at|for)|entry(?: was| at)?)(?: (?:only|just|was))? {_N}"
)
_SPACES: Final = re.compile(r" {2,}")
HELD: Final = replace(
    CONTRACTS,
    after=rf"{COUNT_AFTER}|(?:(?:mini|vix|vx) ){{0,2}}(?:futures?|vxm?|minis?"
    rf"|mini (?:vix|vx))\b",
)
_SALE: Final = re.compile(
    r"\b(?:sell|selling|exit|clos(?:e|ing) (?:it|them|the|out)|get out|unload|sale|(?:take|taking) (?:it )?off)\b"
)
_SALE_ASKED: Final = re.compile(
    r"\b(?:what|which|whats|what's|where|how (?:high|much)|when|at what)\b[^?.!]{0,48}?"
    r"\b(?:sell|selling|exit|close|get out|unload|price|sale|off)\b|\b(?:exit|sell(?:ing)?|sale|target|closing) price\b"
)
_SETTLES: Final = re.compile(r"\b(?:settle\w*|expir\w+|vro|(?:what|which|where (?:does|must|should)(?: the)?) vix)\b")
_WANTED: Final = tuple(replace(slot, about="") for slot in TARGETS)
_SOLD_FIRST: Final = re.compile(r"\b(?:short|settles?d?|(?<!before )expir\w+)\b")


def round_trip(reading: Reading) -> Arguments | None:
    """Entry and exit, how many, and dollars a point; None where one of the prices is not there, or several were got."""
    text = _SPACES.sub(" ", reading.without_ladders)  # where strikes stood is no gap: "sold the 25/30/35 back at"
    bought, sold = _BOUGHT.search(text), list(_SOLD.finditer(text))
    if len(sold) != 1 or _SOLD_FIRST.search(text):
        return None
    if bought is None or bought.start() > sold[0].start():  # what was paid may be told after the sale; what is bought may not
        bought = _PAID.search(text, sold[0].end()) if len(reading.ladders) < 2 else None
    if bought is None:
        return None
    price = next(value for value in bought.groups() if value)
    out: dict[str, Any] = {"entry": float(price), "leave": float(sold[0][1])}
    if (a_point := point_of(text)) is not None:
        out["multiplier"] = a_point
    count = fill(reading, (HELD,)).arguments.get("contracts") or _last_count(text)
    return out | ({"contracts": count} if count else {})


def _last_count(text: str) -> int | None:
    """ "… what do I make on 4"."""
    found = re.search(r"\b(?:on|with|for) (\d{1,4})\W*$", text)
    return int(found[1]) if found else None


def exit_changed(reading: Reading) -> Arguments:
    """Another exit ("and if I sell at .60"); empty where none is named."""
    sold = list(_SOLD.finditer(reading.lower))
    return {"leave": float(sold[0][1])} if len(sold) == 1 else {}


def exit_wanted(reading: Reading) -> Arguments | None:
    """A sale whose price is asked for with the profit that it has to make: "what do I sell it at to make 40%"."""
    text = reading.lower
    wanted = fill(reading, _WANTED).arguments if _SALE_ASKED.search(text) and not _SETTLES.search(text) else {}
    priced = reading.ladders or reading.legs  # "what price doubles my money" is then one of the index
    if not wanted or (priced and not _SALE.search(text)):
        return None
    a_point = point_of(text)
    return {} if a_point is None else {"multiplier": a_point}


EXIT_FOR_TARGET: Final = Frame(
    "exit_for_target",
    r"\b(?:sell|selling|exit|clos(?:e|ing)|get out|unload|price|sale|off)\b",
    (
        *_WANTED,
        HELD,
        Slot(
            "entry",
            "the price paid, in points",
            ("plain", "money"),
            before=r"\b(?:paid|pay|(?:bought|got|long)(?: it| them)?(?: at| for| from)|cost(?:s|ing)?(?: me)?"
            r"|entry(?: at| of| is| was)?"
            r"|from|debit(?: of)?|in at|for|at)|@",
            after=r"(?:entry|debit)\b",
            required=True,
            low=0.01,
        ),
        FEES_A_SIDE,
        FEES,
    ),
    structure=exit_wanted,
)
FRAME: Final = Frame(
    "round_trip",
    r"\b(?:sell|sold|selling|clos(?:e|ed|es|ing)|exit\w*|g[eo]t out|off|unload\w*)\b",
    (FEES_A_SIDE, FEES),
    structure=round_trip,
)
