"""A position at other strikes: rolled to them, told anew ("make it 18/30 for 2.4"), or one named by its place moved."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from assistant.session import Call
from assistant.understanding.conversation.closes import net_paid
from assistant.understanding.conversation.leg_changes import Moved, leg_added, legs_changed
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.tokens import NUMBER

_STRIKES: Final = ("lower", "body", "upper")
_LADDER: Final = r"(?P<strikes>\d++(?:\.\d++)?(?:[/-]\d++(?:\.\d++)?){1,3})"
_ROLLED: Final = re.compile(
    r"\broll(?:ed|ing|s)?\b(?: (?:it|them|that|this|all|up|down|out|over|the \w{1,9}|strikes?)){0,3} (?:to|into) (?:the )?"
    rf"{_LADDER}(?: (?:for|at|@)(?: an?)?(?: (?:credit|debit)(?: of)?)? \$?(?P<price>\d*+\.\d++|\d++)(?: (?:credit"
    rf"|debit))?)\W*$"
)
_ANEW: Final = re.compile(
    r"^\W*(?:(?:and|but|so|ok|no|sorry|now|then|what|about|how|if|same|thing|trade|one|make|it|that|with|use|try|was|were|is|i"
    r"|meant|mean|instead|of|had|the|for|do|change|to|strikes|at|say|wait|actually|use),? ){0,8}"
    rf"{_LADDER}(?: (?:(?P<kind>call|put) )?(?:spread|vertical|condor|strangle|straddle))?"
    r"(?: (?:instead|strikes|then|now))?"
    r"(?:,? (?:for|at|@|paid|paying|costing|costs?|and (?:pay|paid|cost)|with)?(?: an?)?(?: (?:credit"
    r"|debit)(?: of)?)? ?\$?(?P<price>\d*+\.\d++|\d++)"
    r"(?: (?P<way>credit|debit)| points?)?)?(?: (?:instead|then|now))?\W*$"
)
_PLACES: Final[Mapping[str, int]] = {
    **dict.fromkeys(("top", "upper", "highest", "last"), -1),
    **dict.fromkeys(("bottom", "lowest", "lower", "first"), 0),
}
_BY_PLACE: Final = re.compile(
    r"^\W*(?:(?:and|but|so|ok|now|what if|if|make|move|set|put|change|with|roll|raise|lower|say|can you),? ){0,4}(?:the |my )?"
    rf"(?P<place>{'|'.join(_PLACES)}) (?:strikes?|leg|call|put|wing|short|long)(?: (?:strike|leg|call|put))?"
    rf"(?: (?:is|was|were|to|at|up|down|be|=)){{0,2}} (?P<new>{NUMBER})(?: instead)?\W*$"
)
_OTHER_OPTION: Final = re.compile(
    r"^\W*(?:(?:and|or|but|so|ok|what|how|about|with|same|for|make it|versus|vs|if|it was|instead|i'?d|had|taken|used"
    r"|of),? ){1,5}"
    rf"(?:the |an? )?(?P<strike>{NUMBER})(?: ?(?P<kind>calls?|puts?|c|p)| strike)(?: (?:instead|which|that|costs?|is"
    rf"|was)){{0,2}}"
    rf"(?: ?(?:at|for|@)? ?\$?(?P<price>{NUMBER}))(?: instead)?\W*$"
)
_PAIR: Final = 2
_FAR: Final = 3.0  # times; what is farther from the strikes before is a price, or a date
_CLOSED_ALONE: Final = "the position at the new strikes by itself; what closing the old one costs or brings is not in it."


def other_legs(reading: Reading, last: Call) -> Moved | None:
    """The position with a leg changed or added, or at other strikes; None where the words say none of it."""
    return legs_changed(reading, last) or leg_added(reading, last) or struck_anew(reading, last)


def rolled_to(reading: Reading, last: Call) -> tuple[Call, tuple[str, ...]] | None:
    """The position at other strikes and another price ("roll it to 30/35 for .90"); None where the words roll none."""
    found = _ROLLED.search(reading.lower) if "roll" in reading.lower else None
    if found is None:
        return None
    strikes, price, known = _ladder(found["strikes"]), float(found["price"]), last.arguments
    if last.tool == "butterfly" and len(strikes) == len(_STRIKES):
        return Call(last.tool, {**_unsettled(known), **dict(zip(_STRIKES, strikes, strict=True)), "debit": price}), (
            _CLOSED_ALONE,
        )
    legs = _at(strikes, known) if last.tool == "position" else None
    if legs is None or legs == known["legs"]:
        return None
    return Call(last.tool, {**_unsettled(known), "legs": legs, "net": math.copysign(price, net_paid(known))}), (_CLOSED_ALONE,)


def struck_anew(reading: Reading, last: Call) -> Moved | None:
    """The position with all its strikes told anew, or the highest or lowest moved; None where the words tell no strikes."""
    if last.tool != "position" or any(leg["kind"] == "future" for leg in last.arguments["legs"]):
        return None
    known = last.arguments
    if len(known["legs"]) == 1 and (one := _OTHER_OPTION.match(reading.lower)) is not None:
        return _one_option(one, last)
    held = sorted({leg["strike"] for leg in known["legs"]})
    by_place = _BY_PLACE.match(reading.lower)
    found = None if by_place is not None else _ANEW.match(reading.lower)
    if by_place is not None and len(held) > 1:
        strikes = sorted({*(k for k in held if k != held[_PLACES[by_place["place"]]]), float(by_place["new"])})
    elif found is not None:
        strikes = _ladder(found["strikes"])
        way = {"credit": -1.0, "debit": 1.0}.get(found["way"] or "", net_paid(known))
        if way * net_paid(known) < 0 or (turned := _of_kind(found["kind"], known)) is None:
            return None
        known = turned
    else:
        return None
    legs = _at(strikes, known)
    price = float(found["price"]) if found is not None and found["price"] else None
    if legs is None or (legs == known["legs"] and price is None):
        return None
    if not all(old / _FAR < new < old * _FAR for old, new in zip(held, strikes, strict=True)):
        return None
    if price is not None and price >= strikes[-1] - strikes[0]:  # no spread costs its width
        return None
    if price is None:
        kept = f"the price of all legs stays {abs(net_paid(known)):g} points; other strikes have prices of their own."
        return Moved(Call(last.tool, {**known, "legs": legs}), (kept,))
    plain = [{**leg, "premium": 0.0} for leg in legs]
    return Moved(Call(last.tool, {**known, "legs": plain, "net": math.copysign(price, net_paid(known))}))


def _one_option(said: re.Match[str], last: Call) -> Moved | None:
    """One option in the place of the one held ("what about the 30 call at .8"), on the same side."""
    (leg,) = last.arguments["legs"]
    strike, price = float(said["strike"]), float(said["price"])
    if "net" in last.arguments or price >= strike / 2 or not (said["kind"] or leg["kind"]).startswith(leg["kind"][0]):
        return None
    return Moved(Call(last.tool, {**last.arguments, "legs": [{**leg, "strike": strike, "premium": price}]}))


def _of_kind(kind: str | None, known: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """A spread with its legs as options of `kind`, so that what was paid for it is still paid; None where it has both kinds."""
    kinds = {leg["kind"] for leg in known["legs"]}
    if kind is None or kinds == {kind}:
        return known
    if len(known["legs"]) != _PAIR or len(kinds) != 1:  # of calls the lower strike is the dearer one, of puts the higher
        return None
    other = {"long": "short", "short": "long"}
    return {**known, "legs": [{**leg, "kind": kind, "side": other[leg["side"]]} for leg in known["legs"]]}


def _ladder(text: str) -> list[float]:
    return sorted(float(strike) for strike in re.split("[/-]", text))


def _at(strikes: Sequence[float], known: Mapping[str, Any]) -> list[dict[str, Any]] | None:
    """The legs at other strikes, lowest for lowest; None where those are not as many."""
    held = sorted({leg["strike"] for leg in known["legs"]})
    if len(held) != len(strikes):
        return None
    moved = dict(zip(held, strikes, strict=True))
    return [{**leg, "strike": moved[leg["strike"]]} for leg in known["legs"]]


def _unsettled(known: Mapping[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in known.items() if k != "settlement"}
