"""A question that asks something else of the thing before it: the same option's implied volatility, the same butterfly today.

The thing is put in front of the words, as if it had been named again, and the question is read as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from assistant.session import Call
from assistant.understanding.conversation.quoted_at import PRICED, quoted_at
from assistant.understanding.conversation.told_anew import trades_told
from assistant.understanding.framed.calculations import attempt
from assistant.understanding.framed.frames import FRAMES
from assistant.understanding.text.number_words import WORDS
from assistant.understanding.text.quantities import Reading
from tools import CATALOGUE

_DAYS: Final = 365
_HELD: Final = ("contracts", "multiplier", "fees")
_PARITY: Final = re.compile(r"\b(?:parity|arb\w*|conversion|reversal|mispric\w+)\b")
_SHARE: Final = re.compile(
    r"^\W{0,3}(?:(?:and|so|what(?:'?s| is| are)?|how much (?:is|are)) ){0,2}(\d{1,2}(?:\.\d+)?)\s?%\s?=\W{0,3}$"
)
_ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_LEFT_AFTER: Final = re.compile(
    rf"\b(?:left|free|remains?|remaining|unspent|over|in|on|many|much|have|held|hold|deployed|used|spent"
    rf"|invested)\b[^?!]{{0,24}}"
    rf"\bafter (?:the )?(?P<count>\d|{'|'.join((*_ORDINALS, *WORDS))})\b(?:(?:st|nd|rd|th)\b)?"
    r"(?: (?:further |more )?(?P<what>one|tranches?|steps?|adds?|additions?|layers?|buys?))?\W{0,3}$"
)
_DONE: Final = re.compile(
    r"\b(?:filled|fills|bought|deployed|invested|spent|used|done|have|got|put|has|been|is|are|am|i'?m|im|already|so far)\b"
)
_PLANNED: Final = re.compile(
    r"\b(?:if|instead|make|change|would|start\w*|begin\w*|cap\w*|want|could|should|plan|each|every|later|rather|of|at|rsi|vol"
    r"|iv|fees?|tax\w*|rate|left|remain\w*|free|sold|sell)\b"
)
_PERCENT: Final = re.compile(r"(?<![\w.])(\d{1,2}(?:\.\d{1,2})?) ?(?:%|percent\b|pct\b)")
_PLACE: Final = rf"(?:{'|'.join((*_ORDINALS, *list(WORDS)[:6]))}|[1-6])"
_FILLED: Final = re.compile(
    rf"^\W*(?:(?:and|so|ok|now|say|i|we|have|i've|the|my|filled|bought|done|already),? ){{0,5}}"
    rf"(?:first (?P<last>{_PLACE})(?: (?:tranches|ones|steps|layers|buys))?|(?P<place>{'|'.join(_ORDINALS)})"
    rf"(?: (?:tranche|one|step|layer|buy|slice))?"
    rf"|(?P<one>{_PLACE})(?: (?:tranches?|steps|layers|slices)|(?= (?:filled|bought|done))))"
    r"(?: (?:is|are|was|were|have been|has been|already|now|got|filled|bought|done|in|on|so far|deployed|executed)){1,4}\W*$"
)
_UNITS_IN: Final = re.compile(
    r"^\W*(?:(?:and|so|ok|now|say|i|we|have|i've|the|my|got|filled|bought|already|first),? ){0,5}(\d{1,4})"
    r"(?: (?:contracts?|lots?|flies|units|of them|is|are|have been|already|now|filled|bought|done|in|on|so far)){1,4}"
    r"(?:[,.;]? (?:so |then )?(?:how many|what)(?: (?:is|are|do i have|have i))?(?: still)? (?:left|to go|remain\w*))?\W*$"
)
_DOLLARS_IN: Final = re.compile(
    r"^\W*(?:(?:and|so|ok|now|say|i|we|have|i've|got|already|put),? ){0,5}\$?(\d[\d,]*+(?:\.\d++)?)(?P<k> ?k)?"
    r"(?: (?:dollars|bucks))?"
    r"(?: (?:is|are|has been|already|now|deployed|invested|spent|used|in|so far|filled)){1,4}\W*$"
)
_FEW_LETTERS: Final = 60
_ADDS: Final = ("add", "adds", "addition", "additions")
_COUNTED: Final = re.compile(
    rf"\b(?P<count>\d{{1,2}}|{'|'.join(WORDS)}) (?:further |more |later )?"
    r"(?P<what>tranches|slices|adds?|additions?|layers|stages)\b"
)
_ZERO_RATE: Final = re.compile(
    r"\b(?:what|which|at what|and the) (?:discount |interest )?rate\b[^?!]{0,30}\b(?:zero|0|nothing|break|even|nil)\b"
    r"|\b(?:irr|internal rate)\b"
)
_SHORT: Final = 6  # words
_DISCOUNTED: Final = re.compile(r"\bnpv\b|\bpresent (?:value|worth)\b|\bdiscount\w*\b|\bworth (?:today|now)\b")
_SERIES_TOOLS: Final = {"rsi": "rsi_extreme", "macd": "macd_trigger", "triggers": "macd_trigger", "summary": "series_summary"}
_OF_SERIES: Final = re.compile(
    rf"^\W*(?:and |now |what(?:'?s| is) |show |the |its |compute |give me ){{0,4}}({'|'.join(_SERIES_TOOLS)})"
    r"(?: (?:of|on|for|from|with) (?:the same|it|this|that|these|those|them|the)(?: \w{1,8}){0,2})?"
    r"(?:,? (?:too|as well|also|then|now|please))*\W*$"
)


def asked_of(reading: Reading, last: Call) -> Call | None:
    """The call of another tool on what `last` was about; None where the words ask none, or leave something open."""
    if (typed := last.arguments.get("series")) and isinstance(typed, list) and (tool := of_series(reading.lower)):
        return Call(tool, {"series": typed})
    if last.tool == "net_present_value" and _ZERO_RATE.search(reading.lower) and len(last.arguments["cash_flows"]) > 1:
        dated = {"dates": last.arguments["dates"]} if "dates" in last.arguments else {}
        return Call("xirr" if dated else "irr", {**dated, "cash_flows": last.arguments["cash_flows"]})
    if last.tool == "expected_value" and (often := trades_told(reading)):
        return Call("expected_value", {**last.arguments, **often})
    if last.tool == "xirr" and (rate := _rate_told(reading)) is not None:
        return Call("net_present_value", {**last.arguments, "rate": rate})
    if last.tool in PRICED and (implied := quoted_at(reading, last)) is not None:
        return implied
    if last.tool == "tranche_plan" and (share := _share_of_plan(reading.lower, last.arguments)) is not None:
        return share
    if last.tool == "tranche_plan" and len(reading.lower.split()) <= _SHORT and (part := counted(reading, last)):
        return part[0]
    if last.tool == "tranche_units" and (after := _LEFT_AFTER.search(reading.lower)):
        return _running(after, last.arguments)
    if last.tool == "tranche_units" and (units := _UNITS_IN.match(reading.lower)):
        return Call("tranche_units", {**last.arguments, "bought": int(units[1])})
    if last.tool == "implied_volatility" and (pair := _with_other_side(reading, last.arguments)) is not None:
        return pair
    thing = _THINGS.get(last.tool)
    if thing is None or reading.ladders or reading.legs or reading.series:
        return None
    name, takers = thing
    whole = Reading(f"{name(last.arguments)}, {reading.lower}")
    for frame in FRAMES:
        if frame.tool in takers and frame.cued(reading) and (found := attempt(frame, whole)) and not found.missing:
            return _as_held(found.call, last)
    return None


def _rate_told(reading: Reading) -> float | None:
    """The one rate at which a net present value is asked for ("npv at 5%"); None where none is."""
    rates = [q.value for q in reading.quantities if q.unit == "percent"]
    return rates[0] if len(rates) == len(reading.quantities) == 1 and _DISCOUNTED.search(reading.lower) else None


def _as_held(call: Call, last: Call) -> Call:
    """The call for as many, at as much a point and with the fees of what it is about, unless it says otherwise."""
    takes = {p.name for p in CATALOGUE[call.tool].parameters}
    held: dict[str, Any] = {name: last.arguments[name] for name in _HELD if name in last.arguments and name in takes}
    return Call(call.tool, {**held, **call.arguments})


def _with_other_side(reading: Reading, known: Mapping[str, Any]) -> Call | None:
    """Parity of the option priced before with the other one of its strike ("the put costs 7.30, is parity ok?")."""
    mine = known.get("kind", "call")
    other = "put" if mine == "call" else "call"
    if len(reading.quantities) != 1 or other not in reading.lower or _PARITY.search(reading.lower) is None:
        return None
    prices = {mine: known["price"], other: reading.quantities[0].value}
    sides = {name: [price, price] for name, price in {**prices, "forward": known["forward"]}.items()}
    return Call("parity", {"strike": known["strike"], **sides, **{k: known[k] for k in ("years", "rate") if k in known}})


def of_series(text: str) -> str | None:
    """The tool that lower-case `text` names and no more ("and the rsi?"), for a series; None where it names none."""
    named = _OF_SERIES.match(text) if any(name in text for name in _SERIES_TOOLS) else None
    return None if named is None else _SERIES_TOOLS[named[1]]


def _share_of_plan(text: str, plan: Mapping[str, Any]) -> Call | None:
    """A share of a plan's budget in dollars ("25% = ?"), or what is left of it after so many tranches; None for neither."""
    budget = plan["budget"] * plan.get("share", 1.0)
    if part := _SHARE.match(text):
        return Call("budget_split", {"budget": budget, "deployed": round(float(part[1]) / 100, 12)})
    if (after := _LEFT_AFTER.search(text)) is not None:
        return Call("budget_split", {"budget": budget, "deployed": _share_in(plan, _tranches(after))})
    on = _put_on(text, plan)
    return None if on is None else Call("budget_split", {"budget": budget, "deployed": on})


def _put_on(text: str, plan: Mapping[str, Any]) -> float | None:
    """The share of a plan that the words tell as bought ("i filled 25% and then 20%", "first 2 filled"); None where none is."""
    if len(text) > _FEW_LETTERS or _DONE.search(text) is None or _PLANNED.search(text) is not None:
        return None
    if (places := _FILLED.match(text)) is not None:
        last = places["last"] or places["place"] or places["one"]
        return _share_in(plan, _ORDINALS.get(last) or WORDS.get(last) or int(last))
    if (dollars := _DOLLARS_IN.match(text)) is not None:
        sum_in = float(dollars[1].replace(",", "")) * (1000 if dollars["k"] else 1)
        told = round(sum_in / (plan["budget"] * plan.get("share", 1.0)), 12)
        return told if 0 < told <= 1 else None
    shares = [float(m[1]) for m in _PERCENT.finditer(text)]
    told = round(sum(shares) / 100, 12)
    return told if shares and 0 < told <= 1 and not re.search(r"\d", _PERCENT.sub("", text)) else None


def counted(reading: Reading, plan: Call) -> tuple[Call, ...]:
    """What a plan of tranches has in after the number of them that is said ("20k budget, 3 tranches"); () for all, or none."""
    found = _COUNTED.search(reading.lower) if plan.tool == "tranche_plan" and not plan.arguments.get("events") else None
    if found is None or (share := _share_in(plan.arguments, _tranches(found))) >= _usual(plan.arguments)["cap"]:
        return ()
    budget = plan.arguments["budget"] * plan.arguments.get("share", 1.0)
    return (Call("budget_split", {"budget": budget, "deployed": share}),)


def _share_in(plan: Mapping[str, Any], count: int) -> float:
    """The share of a plan's budget that is in after so many tranches."""
    given = _usual(plan)
    return float(round(min(given["cap"], given["first"] + given["step"] * (count - 1)), 12))


def _usual(plan: Mapping[str, Any]) -> dict[str, Any]:
    return {p.name: p.default for p in CATALOGUE["tranche_plan"].parameters} | dict(plan)


def _tranches(after: re.Match[str]) -> int:
    """How many tranches are in: the first one comes before every add ("after the second add" are three)."""
    count = _ORDINALS.get(after["count"]) or WORDS.get(after["count"]) or int(after["count"])
    return count + 1 if after["what"] in _ADDS else count


def _running(after: re.Match[str], plan: Mapping[str, Any]) -> Call:
    """The units that are in after so many tranches of a plan in units."""
    return Call("tranche_units", {**plan, "tranches": _tranches(after)})


def _butterfly(known: Mapping[str, Any]) -> str:
    strikes = "/".join(f"{known[k]:g}" for k in ("lower", "body", "upper"))
    held = f"bought {known['contracts']} " if known.get("contracts", 1) > 1 else ""
    return f"{held}{strikes} butterfly" + (f" paid {known['debit']:g}" if "debit" in known else "")


def _option(known: Mapping[str, Any]) -> str:
    parts = [f"{known['strike']:g} {known.get('kind', 'call')}"]
    parts += [f"future {known['forward']:g}"] if "forward" in known else []
    parts += [f"{known['years'] * _DAYS:.6g} days"] if "years" in known else []
    return ", ".join(parts)


def _flows(known: Mapping[str, Any]) -> str:
    return f"cash flows {', '.join(f'{flow:.15g}' for flow in known['cash_flows'])}"


_THINGS: Final[Mapping[str, tuple[Callable[[Mapping[str, Any]], str], tuple[str, ...]]]] = {
    "butterfly": (_butterfly, ("staged_exit", "round_trip", "butterfly_value_today", "time_shift", "wing_adjustment")),
    "butterfly_value": (_butterfly, ("butterfly_value_today", "time_shift")),
    "black76": (_option, ("implied_volatility",)),
    "implied_volatility": (_option, ("black76",)),
    "irr": (_flows, ("net_present_value",)),
    "net_present_value": (_flows, ("irr",)),
}
