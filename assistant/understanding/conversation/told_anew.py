"""One number of a plan, a reading or a price told anew, by the words that name it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from assistant.session import Call
from assistant.understanding.filling.arithmetic import step_changed
from assistant.understanding.filling.calendar_words import settlements
from assistant.understanding.filling.structures import month_changed
from assistant.understanding.framed.calculations import product_named
from assistant.understanding.lines.bars import further_bars
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.role_words import RISKED
from tools.methodology import METHOD

PRODUCT: Final = re.compile(r"\b(?:vxm|vx|mini|minis|vix|spx|futures?|options?|calls?|puts?)\b")
_SIDE_OF_RSI: Final = re.compile(
    r"\b(gain|loss)(?:es|s)?(?: is| was| were| of| at|:|=|(?: (?:falls?|drops?|rises?|goes|went"
    r"|go|gets?|becomes?|changes?|shrinks?|grows?|comes?)(?: (?:down|up|back))?(?: to)?))? \$?(\d++(?:\.\d++)?|\.\d++)"
)
_PAID: Final = re.compile(r"\b(?:pay|paid|invest|cost\w*|put in)(?: (?:was|is|of|only|just|me))? \$?(\d[\d,]*+(?:\.\d++)?)")
_LEVEL_OF: Final = re.compile(r"\b(?:level|norm(?:ali[sz]ed)?)(?: (?:level|is|was|at|of)){0,2} (\d++(?:\.\d++)?|\.\d++)")
_AGAINST: Final = re.compile(
    r"(?<![\w.])(\d++(?:\.\d++)?|\.\d++) (?:against|vs\.?|versus|over|compared (?:to|with)|relative to|with) "
    r"(?:(?:a|an|the|its|my) )?(?:\w{2,9} ){0,3}(?:mean|average|avg)(?: (?:of|is|at|was))? "
    r"(\d++(?:\.\d++)?|\.\d++)(?![\w%]|\.\d)"
)
_EACH_ADD: Final = re.compile(
    r"\bthen (\d{1,2})\s?(?:%|percent)? (?:each|every time|at a time|per (?:add|step|tranche)|for (?:the rest|each|the others))"
)
_SHARE_ALONE: Final = re.compile(  # "and at 30%"
    r"^\W*(?:(?:and|so|ok|but|then|now|what|how|about|if|at|with|make|it|use|say|do|try|change|to|that|was|were|is) ){0,6}"
    r"(\d{1,2}(?:\.\d++)?) ?(?:%|percent)(?: (?:instead|then|please|rather))*\W*$"
)
_FIRST_ONE: Final = re.compile(  # "make the first one 30"
    r"\b(?:make|set|put|take|start|open)\b[^?\d]{0,14}\bfirst(?: (?:one|tranche|slice|layer|step|buy|add|piece))?"
    r"(?: (?:at|to|of|be|is|with|as)){0,2} (\d{1,2}(?:\.\d+)?)\s?(?:%|percent)?(?: instead)?\W*$"
)
_PRICED_AT: Final = re.compile(r"\b(?:at|if|for|worth|costs?|price[ds]?|trad(?:es|ing)(?: at)?|it(?:'?s| is| was))\s?\$?$")
_OTHER_KIND: Final = {"call": "put", "put": "call"}
_SO_OFTEN: Final = re.compile(
    r"^\W*(?:(?:and|so|but|ok|now|what about|how about|what if|if|what'?s (?:it|that)|i|we|do|did|make|made|took|take|it|that"
    r"|this|them|done|played?|run|repeat(?:ed)?|for|over|after|across|with|in),? ){0,6}"
    r"(?:(?:times|x|by) ?(\d{1,5})|(\d{1,5}) ?(?:x|times|such trades?|of (?:them|those|these)|(?:of )?(?:the |these |those )?"
    r"(?:trades?|bets?|goes|tries|rounds|plays|occasions)))\b[^\d]{0,16}$"
)
_WINDOW: Final = re.compile(r"(?<![\w.])(\d{1,2})[ -]?(?:days?|bars?)\b|\bwindow (?:of )?(\d{1,2})\b")
_FEW: Final = 4  # words
_LONG: Final = 10  # words
_DAYS: Final = 365.0  # of the year that times are told in
_PERCENT: Final = 100.0
_ROUNDED: Final = 1e-6  # days


def later_share(reading: Reading, known: Mapping[str, Any]) -> dict[str, Any]:
    """The share of each later tranche ("25% first, then 20 each")."""
    later = _EACH_ADD.search(reading.lower)
    return {} if later is None else {"step": round(float(later[1]) / 100, 12)}


def first_share(reading: Reading, known: Mapping[str, Any]) -> dict[str, Any]:
    """The share of the first tranche, by its name; or alone, where in the method no other one is as large."""
    named = _FIRST_ONE.search(reading.lower)
    found = named or _SHARE_ALONE.match(reading.lower)
    if found is None:
        return {}
    share, (low, high) = round(float(found[1]) / 100, 12), METHOD.first.value
    return {"first": share} if named is not None or low <= share <= high else {}


def budget_risked(reading: Reading, known: Mapping[str, Any]) -> dict[str, Any]:
    """What may be risked, for the budget."""
    risked = RISKED.search(reading.lower)
    return {} if risked is None else {"budget": float(risked[1].replace(",", "")) * (1000 if risked[2] else 1)}


def settled_from(reading: Reading, known: Mapping[str, Any]) -> Mapping[str, Any]:
    """Another month of settlements, in the year of those before where none is told."""
    return settlements(reading) or settlements(Reading(f"{reading.text.rstrip(' ?.!')} {known['date'][:4]}")) or {}


def side_of_rsi(reading: Reading, known: Mapping[str, Any]) -> dict[str, Any]:
    """The average gain, the average loss, or both."""
    return {f"average_{m[1]}": float(m[2]) for m in _SIDE_OF_RSI.finditer(reading.lower)}


def first_flow(reading: Reading, known: Mapping[str, Any]) -> dict[str, Any]:
    """What is paid at first, where the flows begin with a payment."""
    flows, paid = known["cash_flows"], _PAID.search(reading.lower)
    return {"cash_flows": [-float(paid[1].replace(",", "")), *flows[1:]]} if paid and flows[0] < 0 else {}


def option_price(reading: Reading, known: Mapping[str, Any]) -> dict[str, Any]:
    """The price of the option, or of its other kind, whose volatility is asked for."""
    if len(reading.quantities) != 1 or _PRICED_AT.search(reading.before(reading.quantities[0])) is None:
        return {}
    other = _OTHER_KIND[known.get("kind", "call")]
    return {"price": reading.quantities[0].value, **({"kind": other} if other in reading.lower else {})}


def trades_told(reading: Reading) -> dict[str, Any]:
    """How many times a trade with an expected value is made ("times 10", "over 50 trades"); {} where it is not told."""
    told = _SO_OFTEN.match(reading.lower)
    return {} if told is None else {"trades": int(next(g for g in told.groups() if g))}


def window_of(name: str) -> Callable[[Reading, Mapping[str, Any]], dict[str, Any]]:
    """A reader of how many days or bars a window has, for the parameter `name`."""

    def told(reading: Reading, known: Mapping[str, Any]) -> dict[str, Any]:
        days = _WINDOW.search(reading.lower)
        return {name: int(days[1] or days[2])} if days else {}

    return told


def cross_or_level(reading: Reading, known: Mapping[str, Any]) -> dict[str, Any]:
    """Another bar of a cross, or the level beside it: its own, or a value over its average."""
    level, against = _LEVEL_OF.search(reading.lower), _AGAINST.search(reading.lower)
    if against is not None:  # the method's own yardstick
        return {"normalised": round(float(against[1]) / float(against[2]), 6)} if float(against[2]) > 0 else {}
    again = _lone_number(reading) if "normalised" in known else None  # "level 0.74", then "and 0.9?"
    found = float(level[1]) if level else again
    return {**further_bars(reading, known), **({} if found is None else {"normalised": found})}


def other_product(reading: Reading, known: Mapping[str, Any]) -> dict[str, Any]:
    """Another product, where the words hold no number."""
    named = not reading.quantities and PRODUCT.search(reading.lower) is not None
    return {"product": product_named(reading)} if named else {}


def step_of(name: str) -> Callable[[Reading, Mapping[str, Any]], dict[str, Any]]:
    """A reader of another value of an average's step, its length under the parameter `name`."""

    def told(reading: Reading, known: Mapping[str, Any]) -> dict[str, Any]:
        return {name if k == "span" else k: v for k, v in step_changed(reading).items()}

    return told


def month_or_curve(reading: Reading, known: Mapping[str, Any]) -> Mapping[str, Any]:
    """Another price of a month, or another curve."""
    return {} if "curve" not in known else month_changed(reading, known["curve"]) or _other_curve(reading)


def _other_curve(reading: Reading) -> dict[str, Any]:
    """Three prices or more instead of those before ("if it flips to 19 17.5 16.8"); empty where there are fewer, or others."""
    found = [q.value for q in reading.quantities if q.unit in ("plain", "money")] or list(reading.ladder)
    whole = len(found) > 2 and all(3 <= price <= 200 for price in found) and len(reading.lower.split()) <= _LONG
    return {"curve": found} if whole else {}


def _lone_number(reading: Reading) -> float | None:
    """The one plain number of a question that is hardly more than that."""
    alone = len(reading.quantities) == 1 and len(reading.lower.split()) <= _FEW and reading.quantities[0].unit == "plain"
    return reading.quantities[0].value if alone else None


def in_its_unit(name: str, before: Any, value: float) -> float:
    """A number alone in the unit of what it changes: whole days for a time that was told in days ("20 days", "and 10")."""
    if name != "years" or not isinstance(before, float) or value < 1 or value != int(value):
        return value
    days = before * _DAYS
    return round(value / _DAYS, 12) if round(days) >= 1 and abs(days - round(days)) < _ROUNDED else value


def no_budget(value: float, last: Call, reading: Reading) -> bool:
    """Whether a plain number is far too small for the budget that it would take the place of: rather a share ("and 25")."""
    small = value <= min(_PERCENT, last.arguments.get("budget", 0.0) / _PERCENT)
    return small and "budget" not in reading.lower and all(q.unit == "plain" for q in reading.quantities)
