"""Two positions spoken of together: one of them picked by its place ("the first, with 5 contracts"), or both held as one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from assistant.session import Call, Session
from assistant.understanding.conversation.references import computed_by, last_calls

_PAYOFFS: Final = ("butterfly", "position")
_SHARED: Final = ("settlement", "multiplier")
_NEAR: Final = 4  # turns
_PAIR: Final = 2
_PLACES: Final = {
    "first": 0,
    "1st": 0,
    "former": 0,
    "left": 0,
    "second": 1,
    "2nd": 1,
    "latter": 1,
    "right": 1,
    "third": 2,
    "3rd": 2,
}
_NOUN: Final = (
    r"(?: (?:one|(?:call |iron )?(?:fly|butterfly|condor|spread|straddle|strangle|position|structure|trade)"
    r"|of (?:them|the (?:two|three)|those|these)))"
)
_PICKED: Final = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|and|but|so|now|just|only|take|use|with|for|about|what about|how about|show(?: me)?|let'?s take|keep"
    r"|stay with|go with|of),? ){0,4}"
    rf"(?:the )?(?P<which>{'|'.join(_PLACES)}|other|last)(?P<noun>{_NOUN}{{0,2}})"
    r"(?: (?:only|alone|please|pls|again|then|now))*(?P<rest>(?:[,:;] ?| (?=(?:with|at|but|for|if|when|x|and)\b)).{1,60})?\W*$"
)
_SO_MANY_OF: Final = re.compile(
    r"^\W*(?:(?:and|but|so|ok|with|make it|what about|take|for),? ){0,3}(?P<count>\d{1,4}|one|two|three|four|five"
    r"|ten) (?:of |x )?(?:the )?"
    rf"(?:(?:fly|butterfly|spread|trade|position) )?(?P<which>{'|'.join(_PLACES)}|a|b|c){_NOUN}{{0,2}}\W*$"
)
_NAMED: Final = {"a": 0, "b": 1, "c": 2}
_DROPPED: Final = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|and|but|so|now|what if i|if i|let'?s),? ){0,3}"
    r"(?:drop|remove|forget(?: about)?|without|leave out|skip|ignore|get rid of|not|minus|sell|lose) "
    rf"(?:the )?(?P<which>{'|'.join(_PLACES)}|last){_NOUN}{{0,2}}(?: (?:again|then|now|please|pls))*\W*$"
)
_HELD: Final = ("together", "combined", "total", "as one", "both on", "sum", "added up", "net of", "overall")
_TOGETHER: Final = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|and|but|so|now|what about|what'?s|what is|what are|how about|what if|if|i|we|own|owned|hold|held|buy"
    r"|bought|have|had|put|trade|do|did|show(?: me)?|the (?:net|sum|total) of|then|the),? ){0,6}"
    r"(?:both|(?:the|these|those|all) (?:two|three)|them|these|those|all of (?:them|these)|two)(?: of them)?"
    r"(?: (?:flies|butterflies|positions|structures|trades|spreads))?"
    r"(?: (?:together|combined|in total|as one(?: (?:position|trade))?|on|added up|overall|summed"
    r"|at (?:once|the same time))){0,2}"
    r"(?P<rest>(?:[,:;] ?| (?=(?:with|at|but|if|when|and)\b)).{1,60})?\W*$"
)


def picked(text: str, session: Session) -> tuple[Call, str] | None:
    """The position that lower-case `text` picks of several set side by side, and what it says beside; None for none."""
    said = _PICKED.match(text) if "first" in text or any(word in text for word in (*_PLACES, "other", "last")) else None
    held = _together(session)
    if len(held) == _PAIR and said is None and (gone := _DROPPED.match(text)) is not None:
        dropped = 1 if gone["which"] == "last" else _PLACES[gone["which"]]
        return (held[1 - dropped], "") if dropped < _PAIR else None
    if said is None and len(held) > 1 and (some := _SO_MANY_OF.match(text)) is not None:
        nth = _NAMED.get(some["which"], _PLACES.get(some["which"], len(held)))
        return (held[nth], f"make it {some['count']} contracts") if nth < len(held) else None
    if said is None or len(held) < 2:
        return None
    last = last_calls(session)
    if said["which"] == "other":
        held = tuple(c for c in held if _shape(c) != _shape(last[-1]))
        place = 0 if len(last) == 1 and len(held) == 1 else None
    else:
        place = len(held) - 1 if said["which"] == "last" else _PLACES[said["which"]]
    if place is None or place >= len(held):
        return None
    return held[place], (said["rest"] or "").strip(" ,:;.?!")


def held_together(text: str, session: Session) -> tuple[tuple[Call, ...], str] | None:
    """The positions spoken of last where lower-case `text` asks for all of them held at once, and what it says beside."""
    said = _TOGETHER.match(text) if any(part in text for part in _HELD) else None
    held = () if said is None else _together(session) or _in_turn(session)
    return None if said is None or len(held) < 2 else (held, (said["rest"] or "").strip(" ,:;.?!"))


def as_one(held: tuple[Call, ...]) -> Call | None:
    """All legs as one position; None where a price is missing, points are worth different sums, or futures are in it."""
    costs = [_cost(c.arguments) for c in held]
    sizes = {c.arguments.get("multiplier") for c in held}
    fees = any(c.arguments.get("fees") for c in held)
    legs: dict[tuple[str, float], float] = {}
    for call in held:
        for leg, many in _legs(call).items():
            legs[leg] = legs.get(leg, 0) + many * call.arguments.get("contracts", 1)
    if None in costs or len(sizes) > 1 or fees or not any(legs.values()) or any(kind == "future" for kind, _ in legs):
        return None
    net = sum((cost or 0.0) * c.arguments.get("contracts", 1) for cost, c in zip(costs, held, strict=True))
    rows = [
        {"side": "long" if many > 0 else "short", "kind": kind, "strike": strike, "premium": 0.0, "quantity": int(abs(many))}
        for (kind, strike), many in sorted(legs.items())
        if many
    ]
    same = {name: values.pop() for name in _SHARED if len(values := {c.arguments.get(name) for c in held}) == 1}
    return Call("position", {"legs": rows, "net": round(net, 9), **{k: v for k, v in same.items() if v is not None}})


def _together(session: Session) -> tuple[Call, ...]:
    """The positions that one of the last turns set side by side; () where none did."""
    for turn in reversed(session.turns[-_NEAR:]):
        calls = computed_by(turn)
        if calls and not all(c.tool in _PAYOFFS for c in calls):
            return ()
        if len(calls) > 2 and calls[-1] == as_one(calls[:-1]):
            return calls[:-1]
        if len({_shape(c) for c in calls}) > 1:
            return calls
    return ()


def _in_turn(session: Session) -> tuple[Call, ...]:
    """The last two positions of other strikes that were worked out one after the other."""
    calls = [c for turn in session.turns for c in computed_by(turn) if c.tool in _PAYOFFS]
    before = [c for c in calls if _shape(c) != _shape(calls[-1])]
    return (before[-1], calls[-1]) if before else ()


def _shape(call: Call) -> tuple[Any, ...]:
    """What makes a position another one: its strikes and sides, not its price or number."""
    return tuple(sorted((kind, strike, many > 0) for (kind, strike), many in _legs(call).items()))


def _legs(call: Call) -> dict[tuple[str, float], float]:
    """How many of each option one unit holds, sold ones below zero."""
    legs: dict[tuple[str, float], float] = {}
    for kind, strike, many in _each(call.arguments):
        legs[kind, strike] = legs.get((kind, strike), 0) + many
    return legs


def _each(known: Mapping[str, Any]) -> Iterator[tuple[str, float, float]]:
    if "legs" not in known:
        yield from (("call", known[name], many) for name, many in (("lower", 1), ("body", -2), ("upper", 1)) if name in known)
    for leg in known.get("legs", ()):
        yield leg["kind"], leg["strike"], leg.get("quantity", 1) * (1 if leg["side"] == "long" else -1)


def _cost(known: Mapping[str, Any]) -> float | None:
    """Points paid for one unit; None where that is not known."""
    if "legs" not in known:
        return known.get("debit")
    if "net" in known:
        return float(known["net"])
    paid = (leg["premium"] * leg.get("quantity", 1) * (1 if leg["side"] == "long" else -1) for leg in known["legs"])
    return float(sum(paid))
