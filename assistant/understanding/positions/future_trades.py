"""A VIX future bought or sold at one price and standing at, or left at, another: "long 2 vx from 16.20, now 19.05"."""

from __future__ import annotations

import re
from typing import Any, Final

from assistant.understanding.filling.frame import Frame
from assistant.understanding.filling.payoff_slots import FEES, FEES_A_SIDE
from assistant.understanding.filling.structures import Arguments
from assistant.understanding.positions.exits import BEGINS, in_units, sold_in
from assistant.understanding.positions.told_prices import told_trade
from assistant.understanding.text.number_words import WORDS
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.which_future import future_named, names_option, point_of
from tools.contracts import SPECIFICATIONS

_NUMBER: Final = r"\d{1,3}(?:\.\d{1,3})?)(?![\d/%]|\.\d|-\d)"
_SIDE: Final = r"long|bought|buy|short|sold|sell"
_COUNT: Final = rf"\d{{1,4}}|an?|{'|'.join(WORDS)}"
_WHAT: Final = (
    r"(?P<what>mini vix(?: futures?)?|vix minis?|vxm|vx|vix futures?|minis?)(?: futures?)?(?! (?:calls?|puts?|options?))"
)
_ENTRY: Final = re.compile(
    rf"(?:\b(?P<side>{_SIDE}) )?(?:(?P<count>{_COUNT}) (?:contracts? )?(?:of )?)?\b{_WHAT}\b"
    rf"(?: (?P<more>{_COUNT}) contracts?)?(?: (?P<after>{_SIDE}))?,?"
    rf"(?: (?:at|from|@|for|in at|entry))?:? \$?(?P<entry>{_NUMBER}"
    rf"(?:,? (?P<last>{_SIDE}))?"
)
_LEAVE: Final = re.compile(
    r"\b(?:now|currently|sold|sell|closed|closing|close|covered|cover|bought back|exit(?:ed)?|out|went|goes|moved|rose|fell"
    r"|dropped|trading|trades|it'?s|they'?re|is|are|to)\b"
    rf"(?: (?:it|them|up|down|at|to|is|are|now|trading|back)){{0,3}} \$?(?P<leave>{_NUMBER}"
)
_DOWN: Final = ("drop", "fall", "fell", "los", "down", "declin", "slid", "bleed", "bled", "sink", "sank", "sag", "against")
_MOVE: Final = re.compile(
    r"\b(?P<way>(?:drop|fall|lose|slide|decline|bleed|sink|sag|rise|gain|climb|jump|add|spike)(?:s|ed|ped|d)?|fell|lost|slid"
    r"|bled"
    r"|sank|rose|rallie[sd]|(?:goes|went|moves?|moved|is|it'?s|now) (?:up|down|against me)|up|down) (?:by |about |another )?"
    r"(?P<points>\d{1,3}(?:\.\d{1,3})?)(?P<unit> ?(?:vol )?(?:points?|pts?|handles?)\b)?(?![\d.]\d|[\d%/k])"
)
_LEAST: Final = 8.0  # no VIX future has settled as low: "dropped 3.10" is by so much
_BEHIND: Final = re.compile(rf"\b(?P<count>{_COUNT}) (?:contracts?|lots?|cars?|of them)\b")
_SIDE_BEHIND: Final = re.compile(  # "vx from 16.2 to 24.5, short 2"
    rf"[,;:.] ?(?:(?:i|we) (?:am|are|was|were) |and |but )?(?P<side>{_SIDE})(?: (?P<count>{_COUNT}))?(?: (?:contracts?|lots?"
    rf"|of them))?\W*$"
)
_SOLD: Final = re.compile(r"s[oe]l[dl]|clos|exit|out\b")
_ASKED: Final = re.compile(
    r"\b(?:options?|calls?|puts?|fl(?:y|ies)|butterfl\w*|strikes?|contango|backwardat\w+|roll\w*|curve|rsi|iv|settl\w+"
    r"|expir\w+|vro|soq)\b"
)

_NO_TRADE: Final = re.compile(
    r"\b(?:options?|calls?|puts?|fl(?:y|ies)|butterfl\w*|strikes?|contango|backwardat\w+|roll\w*|curve|rsi|iv|budget|spread"
    r"|slope|second|vx2|m2)\b|\d[cp]\b|\d\s?%"
)
_BOUGHT: Final = ("long", "bought", "buy")
_SEVERAL: Final = 2
_MINI: Final = re.compile(r"\b(?:minis?|vxm)\b")
_RESULT: Final = re.compile(
    r"\b(?:p/?l|p&l|pnl|profits?|loss|lose|lost|gains?|gained|make|makes|made|earn(?:ed)?|won|how much"
    r"|result|worth|dollars?|money|net)\b|\$"
)


_FLY: Final = re.compile(r"\b(?:fl(?:y|ies|ys)|butterfl\w+|spreads?)\b")
_IN_PARTS: Final = re.compile(r"\b(?:half|halves|third|quarter|rest|remainder|other)\b")  # of one position
_PRICE: Final = r"(?:\d{1,3}(?:\.\d{1,3})?|\.\d{1,3})(?![\d/%]|\.\d|-\d)"
_LOGGED: Final = re.compile(
    rf"\b(?P<side>bought|bot|long|shorted|sold short|short)(?: (?P<count>\d{{1,4}}|{'|'.join(WORDS)}))?(?: ?x)?"
    r"(?: (?:vxm?|vix|futures?|contracts?|lots?|minis?|fl(?:y|ys|ies)|calls?|puts?|spreads?)){0,3} ?"
    rf"(?:at|@|for|from) ?\$?(?P<into>{_PRICE})[^\d;\n]{{1,24}}?"
    rf"(?:at|@|for|to|sold|out|closed|covered|exited|back) ?\$?(?P<out>{_PRICE})"
)


def _trade(reading: Reading) -> tuple[bool, dict[str, Any]] | None:
    """Whether it was bought and is sold again, and the trade: side, entry, leave, count and dollars a point."""
    text = reading.lower
    if _ASKED.search(text):
        return _told(text)
    entry = _ENTRY.search(text)
    move = _MOVE.search(text, entry.end()) if entry else None
    move = move if move is not None and (move["unit"] or float(move["points"]) < _LEAST) else None
    leave = move or (_LEAVE.search(text, entry.end()) if entry else None)
    if entry is None or leave is None or not (entry["side"] or entry["after"] or entry["last"] or " from " in entry[0]):
        return _told(text)
    at_end = _SIDE_BEHIND.search(text, leave.end())
    told = entry["side"] or entry["after"] or entry["last"] or (at_end["side"] if at_end else "long")
    side = "long" if told in ("long", "bought", "buy") else "short"
    behind = _BEHIND.search(text, leave.end())
    counted = entry["count"] or entry["more"] or (at_end["count"] if at_end else None) or (behind["count"] if behind else "1")
    trade = {
        "side": side,
        "entry": float(entry["entry"]),
        "leave": float(leave["leave"]) if move is None else _moved(float(entry["entry"]), move),
        "count": int(counted) if counted.isdigit() else int(WORDS.get(counted, 1)),
        "a_point": SPECIFICATIONS["VXM" if "mini" in entry["what"] else future_named(entry["what"]) or "VX"].per_point,
    }
    return side == "long" and _SOLD.match(leave[0]) is not None, trade


def _moved(entry: float, move: re.Match[str]) -> float:
    """The price after so many points from the entry."""
    down = any(word in move["way"] for word in _DOWN)
    return round(entry - float(move["points"]) if down else entry + float(move["points"]), 9)


def _told(text: str) -> tuple[bool, dict[str, Any]] | None:
    """The trade in looser words, where a result is asked for and no option is spoken of."""
    if _NO_TRADE.search(text) or (told := told_trade(text)) is None:
        return None
    if _RESULT.search(text) is None and not told.sold and told.side == "long":
        return None
    a_point = SPECIFICATIONS["VXM" if _MINI.search(text) else "VX"].per_point
    trade = {"side": told.side, "entry": told.entry, "leave": told.leave, "count": told.count, "a_point": a_point}
    return told.side == "long" and told.sold, trade


def round_trip(reading: Reading) -> Arguments | None:
    """The arguments of `round_trip`, where the future was bought and is sold again."""
    found = None if part_sold(reading) is not None else _trade(reading)
    if found is None or not found[0]:
        return None
    trade = found[1]
    out = {"entry": trade["entry"], "leave": trade["leave"], "multiplier": trade["a_point"]}
    return out | ({"contracts": trade["count"]} if trade["count"] > 1 else {})


def part_sold(reading: Reading) -> Arguments | None:
    """The arguments of `staged_exit`, where fewer are sold than were bought ("bought 4 vx at 18 and sold 1 of them at 22")."""
    entry = None if _ASKED.search(reading.lower) else _ENTRY.search(reading.lower)
    begins = BEGINS.search(reading.lower, entry.end("entry")) if entry is not None and entry["side"] in _BOUGHT else None
    count = (entry["count"] or entry["more"]) if entry is not None else None
    held = 0 if count is None else int(count) if count.isdigit() else WORDS.get(count, 1)
    if entry is None or begins is None or held < _SEVERAL:
        return None
    sales = in_units(sold_in(reading.lower[begins.start() :]), held)
    if not sales or sum(sale["units"] for sale in sales) >= held:
        return None
    a_point = SPECIFICATIONS["VXM" if "mini" in entry["what"] else future_named(entry["what"]) or "VX"].per_point
    return {"entry": float(entry["entry"]), "exits": sales, "contracts": held, "multiplier": a_point}


def position(reading: Reading) -> Arguments | None:
    """The arguments of `position`, where it stands at another price, or was sold first."""
    found = _trade(reading)
    if found is None or found[0]:
        return None
    trade = found[1]
    leg = {"side": trade["side"], "kind": "future", "strike": trade["entry"], "premium": 0.0, "quantity": 1}
    out = {"legs": [leg], "settlement": trade["leave"], "multiplier": trade["a_point"]}
    return out | ({"contracts": trade["count"]} if trade["count"] > 1 else {})


def logged(reading: Reading) -> Arguments | None:
    """Two trades or more that are closed, each with both its prices: "bought 1 @ 17.85, sold @ 21.40; bought 2 @ 19.10 …"."""
    text = reading.lower
    trades = list(_LOGGED.finditer(text)) if text.count("bought") + text.count("bot") + text.count("short") > 1 else []
    if len(trades) < 2:
        return None
    of_options = names_option(text) or _FLY.search(text) is not None
    a_point = SPECIFICATIONS["VIX option"].per_point if of_options else point_of(text)
    if a_point is None or _IN_PARTS.search(text):
        return None
    units = [int(WORDS.get(m["count"] or "1") or m["count"] or 1) * (-1 if "short" in m["side"] else 1) for m in trades]
    told = {"entries": [float(m["into"]) for m in trades], "leaves": [float(m["out"]) for m in trades], "contracts": units}
    return {**told, "multiplier": a_point}


_CUE: Final = r"\b(?:vxm?|minis?|mini vix|vix futures?)\b"
FUTURE_TRADES: Final = (
    Frame("staged_exit", _CUE, (FEES_A_SIDE, FEES), structure=part_sold),
    Frame("round_trip", _CUE, (FEES_A_SIDE, FEES), structure=round_trip),
    Frame("position", _CUE, (FEES,), structure=position),
)
