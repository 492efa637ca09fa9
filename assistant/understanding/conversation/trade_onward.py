"""What follows from a trade, a quote or a curve just told: part of it closed, all of it together, the price at mid."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from assistant.session import Call, Session
from assistant.understanding.conversation.further_step import Derived
from assistant.understanding.conversation.pairs import as_one
from assistant.understanding.conversation.part_of_fly import grown_from
from assistant.understanding.conversation.references import last_calls
from assistant.understanding.filling.slots import fill
from assistant.understanding.positions.trades import HELD
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.sought import Sought
from assistant.understanding.text.which_future import future_named
from tools.contracts import SPECIFICATIONS

_PAIR: Final = 2
_NEAR: Final = 4  # turns
_SHORT: Final = 9  # words
_PAYOFFS: Final = ("butterfly", "position")
_PARTS: Final[Mapping[str, int]] = {"half": 2, "a third": 3, "one third": 3, "a quarter": 4, "one quarter": 4}
_PART_CLOSED: Final = Sought(
    r"^\W*(?:(?:and|so|ok|but|if|what if|say|suppose|i|we|had|then|now),? ){0,4}"
    r"(?:clos(?:e|ed|ing)|sell|sold|selling|tak(?:e|ing)|took|exit(?:ed)?|unload(?:ed)?|got? out of|get out of)"
    r"(?: off| profits? on)?(?: only| just)? "
    rf"(?P<part>{'|'.join(_PARTS)}|\d{{1,4}})(?: of (?:them|those|these|it|the \w{{3,9}}))?(?: off| out)?"
    r" (?:here|now|there|at (?:this|that|the) (?:price|mark|mid|level)|at (?:this|that))\b[^\d]{0,40}$"
)
_TOTAL: Final = Sought(
    r"\b(?:total|combined|together|altogether|overall|in all)\b(?=.*\b(?:max\w*|loss|lose|risk|profit|make|gain|break-? ?evens?"
    r"|p/?l|pnl|cost|debit)\b)|\b(?:max\w*|loss|lose|risk|profit|make|gain|break-? ?evens?|p/?l|pnl|cost|debit)\b"
    r".*\b(?:total|combined|together|altogether|overall|in all)\b"
)
_SIDE: Final = Sought(
    r"^\W*(?:(?:and|so|ok|what|whats|what's|is|the|a|at|for|with|using|use|only|just|show|me|give|max|maximum|profit"
    r"|loss|risk|gain"
    r"|break|even|evens|breakeven|breakevens|be|fill|price|cost|debit|of|about|it),? ){0,7}(?P<side>mid(?:point"
    r"|price)?|natural|nat"
    r"|ask|offer)(?: (?:price|fill|then|only|please|be|now))*\W*$"
)
_HAS_MONEY: Final = Sought(
    r"^\W*(?:(?:and|but|so|ok|now|if|say),? ){0,3}(?:i|we)(?:'?ve| have) (?:got )?(?:only |just "
    r"|about )?\$?(?P<sum>\d[\d,]*+(?:\.\d++)?)"
    r"(?P<k> ?k\b)?(?: (?:dollars|bucks|usd))?(?: (?:to spend|for it|for this|for them|to use))?\W*$"
)
_LEAST: Final = 500.0  # dollars; fewer may be contracts
_CONVERGED: Final = Sought(
    r"\bconverg\w+|\b(?:vix|spot|index|cash) (?:index )?(?:stays?|holds?|does(?:n'?t| not) (?:move|change)"
    r"|is unchanged|sits still)\b"
    r"|\b(?:settles?|comes?|falls?|slides?|drops?|rises?|goes|converges?)(?: (?:down|up|back))? (?:to|at|into|onto) (?:the )?"
    r"(?:spot|index|cash)\b"
)
_MONTHS: Final = Sought(
    r"^\W*(?:(?:and|so|ok|what|whats|what's|how|is|the|about|from|between|for|of|on|contango|backwardation|slope"
    r"|spread|roll|yield"
    r"|steep|it),? ){0,7}(?:m|vx|month ?)(?P<a>[1-9])\W{0,3}(?:and|to|vs\.?|over|with)?\W{0,3}(?:m|vx|month ?)(?P<b>[1-9])"
    r"(?: (?:then|contango|backwardation|slope|spread|roll yield|now))?\W*$"
)
_DECAYS: Final = Sought(
    r"\b(?:los(?:e|es|ing)|decays?|bleeds?|costs?|melts?|drops?)\b[^?]{0,16}\b(?:a|per|each|every) day\b|\b(?:daily"
    r"|time) decay\b"
)
_FUTURE_AT: Final = Sought(
    r"\b(?:futures?|forward|vx1?)(?: (?:is|was|trades?|trading|stands?|at|now|costs?|of"
    r"|=)){1,4} \$?(?P<at>\d++(?:\.\d++)?)(?![\w%]|\.\d)"
)
_HOLDS: Final = Sought(
    r"^\W*(?:(?:so|and|ok|is|does|did|was|do|the|put|call|put-call|put/call|that|then),? ){0,6}parity (?:\w{2,8} ){0,2}?"
    r"(?:violat\w+|holds?|held|hold|ok|okay|broken|break\w*|fine|respected|intact|satisfied|met)(?: (?:here|then|now"
    r"|or not))*\W*$"
)


def part_closed(reading: Reading, results: tuple[Any, ...]) -> Derived | None:
    """Part of what is held closed at the price that was just told for all of it ("if i close half here")."""
    found, known = _PART_CLOSED.search(reading.lower), results[-1].inputs
    if found is None:
        return None
    held = known.get("contracts", 1)
    parts = _PARTS.get(found["part"])
    units = held / parts if parts else float(found["part"])
    if not units.is_integer() or not 0 < units < held:
        return None
    exits = [{"price": known["leave"], "units": units}]
    kept = {k: known[k] for k in ("multiplier", "fees") if known.get(k)}
    note = f"{units:g} of the {held} closed at {known['leave']:g}, the price that was told last."
    return Derived((Call("staged_exit", {"entry": known["entry"], "exits": exits, "contracts": held, **kept}),), (note,))


def total_of(reading: Reading, session: Session) -> Derived | None:
    """The figures of all positions set side by side, held as one ("what's my total max loss")."""
    if reading.quantities or len(reading.lower.split()) > _SHORT or not _TOTAL.search(reading.lower):
        return None
    held = last_calls(session)
    if (
        len(held) < _PAIR
        or not all(call.tool in _PAYOFFS for call in held)
        or len({_strikes(call) for call in held}) < len(held)
    ):
        return None
    whole = held[-1] if len(held) > _PAIR and as_one(held[:-1]) == held[-1] else as_one(held)
    return None if whole is None else Derived((whole,), ("all of them held at once, to one settlement.",))


def settled_from(reading: Reading, session: Session) -> Derived | None:
    """What was worked out last, settled where the words say that the index comes from ("if vix doubles from 14")."""
    if not (grown := grown_from(reading)):
        return None
    last = last_calls(session)
    if len(last) != 1 or last[0].tool not in _PAYOFFS:
        return None
    return Derived((Call(last[0].tool, {**last[0].arguments, **grown}),), (f"it settles at {grown['settlement']:g}.",))


def bought_for(reading: Reading, session: Session) -> Derived | None:
    """How many of the butterfly just worked out a sum buys that someone has ("i have 5000")."""
    said, last = _HAS_MONEY.search(reading.lower), last_calls(session)
    if said is None or len(last) != 1 or last[0].tool != "butterfly" or last[0].arguments.get("debit", 0) <= 0:
        return None
    money = float(said["sum"].replace(",", "")) * (1000 if said["k"] else 1)
    if money < _LEAST:
        return None
    known = last[0].arguments
    cost = round(known["debit"] * known.get("multiplier", SPECIFICATIONS["VIX option"].per_point) + known.get("fees", 0.0), 9)
    note = f"the {money:,.0f} are taken for what is spent on these butterflies, in dollars."
    return Derived((Call("units_for_budget", {"budget": money, "unit_cost": cost}),), (note,))


def at_side(reading: Reading, session: Session) -> Derived | None:
    """The butterfly at the one of its two prices that the words name ("at mid?"), after a bid and an ask were told."""
    if (found := _SIDE.search(reading.lower)) is None:
        return None
    told = (tuple(r for r in t.answer.results if r.tool == "butterfly") for t in reversed(session.turns[-_NEAR:]))
    flies = next((each for each in told if len(each) == _PAIR), ())
    calls = sorted((Call(r.tool, dict(r.inputs)) for r in flies), key=lambda call: call.arguments.get("debit", 0.0))
    if not calls:
        return None
    if len({_strikes(call) for call in calls}) > 1 or calls[0].arguments["debit"] == calls[1].arguments["debit"]:
        return None
    side = calls[0 if found["side"].startswith("mid") else 1]
    name = "mid" if found["side"].startswith("mid") else "natural price"
    return Derived((side,), (f"the {name} is {side.arguments['debit']:g} points.",))


def converged(reading: Reading, results: tuple[Any, ...]) -> Derived | None:
    """What a future makes or loses when it settles at the index as it stands now."""
    known, text = results[-1].inputs, reading.lower
    if _CONVERGED.search(text) is None or any(q.unit not in ("count", "plain") for q in reading.quantities):
        return None
    size = SPECIFICATIONS[future_named(text) or "VX"].per_point
    prices = (known["spot"], known["future"]) if "short" in text else (known["future"], known["spot"])
    terms = {"entry": prices[0], "leave": prices[1], "multiplier": size, **fill(reading, (HELD,)).arguments}
    side = "sold at its price and bought back" if "short" in text else "bought at its price and left"
    note = f"the future is {side} at the index of {known['spot']:g}, where it comes to by its settlement if that stands still."
    return Derived((Call("round_trip", terms),), (note,))


def between_months(reading: Reading, session: Session) -> Derived | None:
    """The slope between two neighbouring months of the curve told not long ago ("between m2 and m3?")."""
    if (found := _MONTHS.search(reading.lower)) is None:
        return None
    curves = (r.inputs.get("curve") for t in session.turns[-_NEAR:] for r in t.answer.results if r.tool == "term_structure")
    prices = max((c for c in curves if isinstance(c, list | tuple)), key=len, default=())
    near, far = sorted((int(found["a"]), int(found["b"])))
    if near == 1 and far == len(prices):
        return Derived((Call("term_structure", {"curve": list(prices)}),))
    if far != near + 1 or far > len(prices):
        return None
    note = f"month {near} stands as the front one and month {far} as the second."
    return Derived((Call("term_structure", {"curve": [prices[near - 1], prices[far - 1]]}),), (note,))


def decays(reading: Reading, results: tuple[Any, ...]) -> Derived | None:
    """What an option just priced loses with a day: its theta, which its result tells."""
    if reading.quantities or _DECAYS.search(reading.lower) is None:
        return None
    return Derived((Call(results[-1].tool, dict(results[-1].inputs)),), ("what a day takes is theta, in points.",))


def against_future(reading: Reading, results: tuple[Any, ...]) -> Derived | None:
    """Parity of a pair of options with the future, which is told once the forward that they imply is known."""
    found, known = _FUTURE_AT.search(reading.lower), results[-1].inputs
    if found is None or len(reading.quantities) != 1:
        return None
    sides = {k: [float(known[k][0]), float(known[k][-1])] for k in ("call", "put")}
    forward = [float(found["at"])] * _PAIR
    terms = {"strike": known["strike"], **sides, "forward": forward, "years": known["years"], "rate": known["rate"]}
    return Derived((Call("parity", terms),))


def holds(reading: Reading, results: tuple[Any, ...]) -> Derived | None:
    """Whether the prices just told keep to parity, which their result tells."""
    if reading.quantities or _HOLDS.search(reading.lower) is None:
        return None
    known = results[-1].inputs
    sides = {k: list(v) if isinstance(v, list | tuple) else [v, v] for k in ("call", "put", "forward") for v in (known[k],)}
    return Derived((Call("parity", {**known, **sides}),))


def _strikes(call: Call) -> tuple[Any, ...]:
    known = call.arguments
    legs = tuple((leg["side"], leg["kind"], leg["strike"]) for leg in known.get("legs", ()))
    return (*(known.get(name) for name in ("lower", "body", "upper")), *legs)
