"""One leg of a position changed: its price ("what if the 30s are 1.25"), or its strike ("swap 30 for 32", "32s at .95").

A leg is meant by its strike, which a position has; a number that no leg has means none. Strikes of a butterfly that was given
by its debit can be moved the same way. A new strike has a price of its own: where the words give none, the old price is kept
and that is said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from assistant.session import Call
from assistant.understanding.text.leg import Leg
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.tokens import NUMBER

_N: Final = NUMBER
_KINDS: Final = re.compile(r"\b(calls?|puts?)\b|(?<=\d)([cp])\b")
_LEG: Final = r"(?:'?s|c|p| ?-?(?:strikes?|calls?|puts?|legs?|ones?))?(?: (?:call|put|leg|strike)s?)?"
_IS: Final = (
    r"(?:(?:is|are|was|were|be|being|to|at|for|=|@|costs?|trades?|goes?|go|cost|priced|only|now|just|came|comes|in)"
    r" ?){1,4}"
)
_SET: Final = r"(?:swap|replace|change|move|roll|shift|switch|turn|make|set|put)"
_PRICED: Final = re.compile(rf"(?<![\w./$])(?P<old>{_N}){_LEG},? {_IS}\$?(?P<new>{_N})(?![\w%/]|\.\d)")
_NAMED: Final = re.compile(rf"(?<![\w./$])(?P<old>{_N})(?:[cp]| ?-?(?:calls?|puts?)) \$?(?P<new>{_N})(?![\w%/]|\.\d)")
_BY_KIND: Final = re.compile(rf"\b(?P<kind>call|put)s? {_IS}\$?(?P<new>{_N})(?![\w%/]|\.\d)")
_PAID: Final = re.compile(
    rf"\b(?:paid|pay|spent|sold|got|get|received|collected|gave) \$?(?P<new>{_N}) (?:for|on) (?:the )?(?P<old>{_N}){_LEG}"
    r"(?![\w%/]|\.\d)"
)
_BARE: Final = re.compile(rf"\b{_SET} (?:the )?(?P<old>{_N}){_LEG} \$?(?P<new>{_N})(?![\w%/]|\.\d)")
_MOVED: Final = re.compile(
    rf"\b{_SET} (?:the |my )?(?P<old>{_N}){_LEG} (?:for|to|with|by|into|up to|down to|out to) (?:the |an? )?(?P<new>{_N}){_LEG}"
    rf"(?: ?(?:at|for|@) ?\$?(?P<price>{_N}))?(?![\w%/]|\.\d)"
)
_INSTEAD: Final = re.compile(
    rf"(?<![\w./$])(?P<new>{_N}){_LEG}(?: (?:at|for|@) \$?(?P<price>{_N}))? (?:instead of|in place of|rather than) (?:the )?"
    rf"(?P<old>{_N}){_LEG}(?![\w%/]|\.\d)"
)
_SO_MANY: Final = re.compile(
    r"^\W*(?:(?:and|but|what|if|i|we|ok|only|just|about|how|suppose|say|had|make it) ){0,6}"
    r"(?:(?P<verb>sell|sold|short|write|wrote|buy|bought|long)(?:ing)?(?: only| just)? (?P<count>\d{1,4})"
    r"|(?P<early>\d{1,4}) (?P<side>short|long|sold|bought)s?)"
    r"(?: of (?:them|those|these|the (?P<strike>\d++(?:\.\d++)?)(?:s|c|p| calls?| puts?)?))?(?: (?:instead|only|rather"
    r"|then))?\W*$"
)
_FILLER: Final = re.compile(
    r"(?:\W|\b(?:and|what|if|about|how|but|ok|okay|now|then|so|the|my|say|suppose|instead|please|pls|with|let'?s|i|we|can|you"
    r"|could|would|i'd|we'd|had|make|change|set|put|price|only|cost|should|be|have|been|it|was)\b)*"
)
_LONGEST: Final = 16  # words
_STRIKES: Final = ("lower", "body", "upper")
_OPTIONS: Final = ("call", "put")


_ADDED: Final = re.compile(
    r"^\W*(?:(?:and|ok|now|then|what if i|if i|let'?s|i|also|so),? ){0,4}"
    r"(?:(?:add(?:ed|ing)?|plus|with)\b|(?:cover|hedg|protect|cap|finance|pay for)\w{0,3} (?:it|that|this|them"
    r"|the (?:risk|short|call"
    r"|put|upside|downside))\b|(?:(?:also|then) )?(?:buy|sell|bought|sold|short|write)(?:ing)? (?:also |another"
    r"|one more|a further))"
    r"|\b(?:against|on top of|alongside|next to|to (?:cover|hedge|protect|cap|finance|pay for)) (?:it|that|this|them)\b"
)
"""What is bought or sold besides: without such words it would be another position."""
_NO_KIND: Final = re.compile(
    rf"\b(?P<side>buy|bought|sell|sold|short|long|write)(?:ing)? (?P<many>another|one more|an?|the"
    rf"|\d{{1,3}})? ?(?P<strike>{_N})s?"
    rf"(?= (?:at|for|@) \.?\d)"
)


@dataclass(frozen=True)
class Moved:
    """The call with its legs changed, and what was kept that the words leave open."""

    call: Call
    assumed: tuple[str, ...] = ()


def legs_changed(reading: Reading, call: Call) -> Moved | None:
    """The call with the legs changed that the words name by their strikes; None where they name none, or say more."""
    if call.tool not in ("position", "butterfly") or reading.ladders or not 1 < len(reading.lower.split()) <= _LONGEST:
        return None
    if call.tool == "position" and (many := _SO_MANY.match(reading.lower)) is not None:
        return _in_number(call, many)
    text, found = reading.lower, []
    for pattern in (_MOVED, _INSTEAD, _PAID, _PRICED, _NAMED, _BARE, _BY_KIND):
        for match in pattern.finditer(text):
            kind = _KINDS.search(match[0])
            found.append({**match.groupdict(), "kind": (kind[1] or kind[2])[0] if kind else ""})
        text = pattern.sub(" ", text)
    if not found or _FILLER.fullmatch(text) is None:
        return None
    if call.tool == "butterfly":
        return _struck(call, found)
    legs: list[dict[str, Any]] = [dict(leg) for leg in call.arguments["legs"]]
    kept = "net" in call.arguments
    notes = []
    for said in found:
        old, new, price = said.get("old"), float(said["new"]), said.get("price")
        hits = [n for n, leg in enumerate(legs) if leg["kind"] in _OPTIONS and _means(said, leg)]
        moves = old is not None and (price is not None or _is_strike(new, float(old)))
        if len(hits) != 1 or (kept and not moves):
            return None
        (place,) = hits
        premium = legs[place]["premium"] if price is None else float(price)
        legs[place] = {**legs[place], **({"strike": new, "premium": premium} if moves else {"premium": new})}
        if moves and price is None:
            kind = legs[place]["kind"]
            paid = "the price of all legs as before" if kept else f"the {premium:g} of the {float(old or 0):g} {kind}"
            notes.append(f"the {new:g} {kind} at {paid}; give its own price to change that.")
    return Moved(Call(call.tool, {**call.arguments, "legs": legs}), tuple(notes))


def leg_added(reading: Reading, call: Call) -> Moved | None:
    """The position with options more ("add a long 35c at .40"); None where the words add none with side and price."""
    if call.tool != "position" or _ADDED.search(reading.lower) is None or reading.ladders:
        return None
    known = call.arguments
    kinds = {leg["kind"] for leg in known["legs"]}
    added = reading.legs or (_of_kind(reading, kinds.pop()) if len(kinds) == 1 else ())
    if not added or not kinds <= set(_OPTIONS) or any(more.premium is None for more in added):
        return None
    legs, net = [dict(leg) for leg in known["legs"]], known.get("net")
    for more in added:
        premium = float(more.premium or 0)
        if net is not None:
            net, premium = round(net + (1 if more.side == "long" else -1) * premium * more.quantity, 9), 0.0
        leg = {"side": more.side, "kind": more.kind, "strike": more.strike, "premium": premium}
        same = next((held for held in legs if leg.items() <= held.items()), None)
        if same is not None:
            same["quantity"] += more.quantity
        else:
            legs.append({**leg, "quantity": more.quantity})
    return Moved(Call(call.tool, {**known, "legs": legs, **({} if net is None else {"net": net})}))


def _of_kind(reading: Reading, kind: str) -> tuple[Leg, ...]:
    """Legs that are told by their strikes alone, as options of the kind that the position has ("sell another 25 for 0.9")."""
    if kind not in _OPTIONS:
        return ()

    def worded(said: re.Match[str]) -> str:
        many = said["many"] if (said["many"] or "").isdigit() else "1"
        return f"{said['side']} {many} {said['strike']} {kind}"

    return Reading(_NO_KIND.sub(worded, reading.lower)).legs


def _in_number(call: Call, said: re.Match[str]) -> Moved | None:
    """Another number of the one leg that is sold or bought ("and if I only sell 2"); None where several could be meant."""
    word = said["verb"] or said["side"]
    side = "long" if word in ("buy", "bought", "long") else "short"
    legs: list[dict[str, Any]] = [dict(leg) for leg in call.arguments["legs"]]
    hits = [
        n
        for n, leg in enumerate(legs)
        if leg["side"] == side and (not said["strike"] or leg["strike"] == float(said["strike"]))
    ]
    if len(hits) != 1 or len(legs) < 2 or "net" in call.arguments:
        return None
    many = call.arguments.get("contracts", 1)
    for leg in legs:  # so many of a leg are all of it that there are, not those of one unit
        leg["quantity"] *= many
    legs[hits[0]]["quantity"] = int(said["count"] or said["early"])
    return Moved(Call(call.tool, {**call.arguments, "legs": legs, "contracts": 1}))


def _means(said: Mapping[str, Any], leg: Mapping[str, Any]) -> bool:
    """Whether the words are on this leg: by its strike, by its kind, or by both."""
    struck = said.get("old") is None or leg["strike"] == float(said["old"])
    return struck and said["kind"] in ("", leg["kind"][0])


def _struck(call: Call, found: Sequence[Mapping[str, Any]]) -> Moved | None:
    """A butterfly with one of its strikes moved; its legs have no prices of their own to change, which is said."""
    arguments = dict(call.arguments)
    note = "other strikes have a price of their own."
    for said in found:
        if said.get("old") is None or said["kind"] == "p":
            return None
        strike, new = float(said["old"]), float(said["new"])
        names = [name for name in _STRIKES if arguments.get(name) == strike]
        if len(names) != 1 or said.get("price") is not None:
            return None
        if _is_strike(new, strike):
            arguments[names[0]] = new
        elif "debit" in arguments:
            note = f"{new:g} for the {strike:g} alone does not tell what all three cost; give all their prices, or the debit."
        else:
            return None
    assumed = (f"the debit stays {arguments['debit']:g} points; {note}",) if "debit" in arguments else ()
    return Moved(Call(call.tool, arguments), assumed)


def _is_strike(new: float, old: float) -> bool:
    """Whether a number put in the place of a strike is one too: an option costs less than half of its strike."""
    return new > old / 2
