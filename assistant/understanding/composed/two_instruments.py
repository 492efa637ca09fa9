"""A sum shared out between futures and butterflies: "layer 1 half futures half flies on 80k", "60/40 futures to flies".

The primary article names both instruments and no split, so the shares are the user's. They are shares of what the rest of the
question comes to: of the first tranche over its range where that is asked for, of what is in, or of the whole budget.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.calculation import Calculation, numbered
from assistant.understanding.filling.points import LEAST
from assistant.understanding.hedge.hedge_figures import figures
from assistant.understanding.hedge.hedge_words import FIRST_NAMED
from assistant.understanding.hedge.layered import shared
from assistant.understanding.text.quantities import Reading, blanked
from assistant.understanding.text.sought import Sought
from assistant.understanding.text.which_future import future_named, speaks_of_future
from tools.contracts import SPECIFICATIONS
from tools.methodology import METHOD

_FUTURES: Final = r"(?:(?:goes )?(?:in |into |to |of )?(?:the )?(?:vix |mini )?(?:futures?|vxm?|minis))"
_FLIES: Final = r"(?:(?:goes )?(?:in |into |to |of )?(?:the )?(?:vix )?(?:call )?(?:flies|fly|butterfl(?:y|ies)))"
_PAIR: Final = rf"(?:{_FUTURES}(?P<turned>)|{_FLIES})\W{{0,2}}(?:/|to|and|vs|versus|plus|,)?\W{{0,2}}(?:{_FUTURES}|{_FLIES})"
_PARTS: Final = {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2}
_NAMES: Final = "|".join(_PARTS)
_RATIO: Final = re.compile(
    rf"(?<![\w./])(?P<a>\d{{1,2}}) ?(?:/|-|:| to ) ?(?P<b>\d{{1,2}})(?![\w.%]|/\d) "
    rf"(?:split )?(?:between |in |of |on )?{_PAIR}\b"
)
_EACH: Final = re.compile(
    rf"(?<![\w.])(?:(?:an? |one )?(?P<one>{_NAMES})(?: of it)?|(?P<one_n>\d{{1,2}}) ?(?:%|percent)) "
    rf"(?P<first>{_FUTURES}|{_FLIES})"
    rf"(?:,| and| plus| /|/)? (?:the )?(?:(?:an? |one )?(?P<two>{_NAMES})|(?P<two_n>\d{{1,2}}) ?(?:%|percent)"
    rf"|(?P<rest>rest|remainder|other half)) (?P<second>{_FUTURES}|{_FLIES})\b"
)
_SLICE: Final = r"(?:layer|tranche|slice|add|opener|opening|step|piece|first(?: layer| tranche| slice| buy)?)"
_PART: Final = re.compile(  # "half of it in .80 flies", "half of my 25% tranche"
    rf"(?<![\w.])(?:(?:an? |one )?(?P<one>{_NAMES}|two thirds|three quarters)|(?P<n>\d{{1,2}}) ?(?:%|percent)) of "
    rf"(?:(?:it|that|this|them|those|the {_SLICE})(?= |,)|(?:my|the|our|that|each) (?=(?:\d{{2}} ?(?:%|percent) )?{_SLICE}\b))"
)
_IN_FLIES: Final = Sought(r"\b(?:flies|fly|butterfl(?:y|ies))\b")
_LAYERED: Final = re.compile(r"\d ?[/:-] ?\d+ ?[/:-] ?\d|\b(?:equal\w*|even(?:ly)?|layers|#)\b|#[/-]#")
_PRICED_FLIES: Final = re.compile(
    r"(?:\b(?:how many|in|into|of|with) )?(?:\b(?:vix )?(?:flies|fly|butterfl(?:y|ies)) )?(?:(?:at|@|for"
    r"|costing) )?\$?(?<![\d,])\d?\.\d{1,2}(?![\dkm])"
    r"(?: (?:an?|per) (?:fly|butterfly)| each| apiece)?"
)
_MORE_PARTS: Final = {"two thirds": 2 / 3, "three quarters": 0.75}
_EVENLY: Final = re.compile(
    rf"\b(?:split|shared|divided) (?:evenly|equally|in half|50/50)(?: (?:between|over|across))? {_PAIR}\b"
    rf"|\b(?:evenly|equally) (?:split )?(?:between|over|across) {_PAIR.replace('(?P<turned>)', '')}\b"
)
_AT: Final = re.compile(r"\b(?:vxm?|(?:vix |mini )?futures?|minis?) (?:(?:is|are|trades?|trading) )?(?:at|@|=)?\s?\$?$")
_PRICED: Final = ("units_for_budget", "contract_value")
_LOWEST, _HIGHEST = 8.0, 100.0  # what a VIX future may cost, in points
_LEAST: Final = 300.0  # dollars
_NOTE: Final = (
    "the split between futures and butterflies is yours: the primary article names both and gives none. In order: {0}."
)


def split(reading: Reading, computed: Callable[[Reading], tuple[Calculation, ...]]) -> tuple[Calculation, ...]:
    """What the question shares out between futures and butterflies, or puts into butterflies in part; () where it does not.

    `computed` says what the rest of the question computes.
    """
    if (told := shares_told(reading.lower)) is not None:
        span, shares, names = told
        return between_two(reading, computed(without(reading, span)), shares, names)
    if layers := _in_layers(reading):
        return layers
    part = part_in_flies(reading)
    return () if part is None else of_part(reading, computed(without(reading, part[0])), part[1])


def _in_layers(reading: Reading) -> tuple[Calculation, ...]:
    """The whole butterflies of each layer of a sum shared out ("40/40/20 on 7.5k, how many flies at .8 each"); or ()."""
    text = reading.text.lower()  # with the figures of names: a ratio may be one
    price = _fly_price(reading) if _IN_FLIES.search(text) and _LAYERED.search(text) else None
    if price is None or "average" in text:
        return ()
    spans = [m.span() for m in _PRICED_FLIES.finditer(text)] + [m.span() for m in _IN_FLIES.finditer(text)]
    ratio, sums = shared(Reading(blanked(text, spans))), _sums_told(reading)
    if ratio is None or len(sums) != 1:
        return ()
    parts, whole = ratio["parts"], ratio.get("planned", sums[0])
    layers = Call("layer_split", {"planned": whole, "parts": parts, "of": "dollars"})
    cost = round(price * SPECIFICATIONS["VIX option"].per_point, 9)
    sizes = dict.fromkeys(round(whole * part / sum(parts), 6) for part in parts)
    each = [Call("units_for_budget", {"budget": size, "unit_cost": cost}) for size in sizes]
    return tuple(Calculation(call, sources=numbered(reading)) for call in (layers, *each))


def shares_told(text: str) -> tuple[tuple[int, int], tuple[float, float], tuple[str, str]] | None:
    """Where lower-case `text` tells the split, its two shares and what each is of; None where it tells none that adds up."""
    if "fl" not in text or not any(part in text for part in ("futur", "vx", "mini")):
        return None
    if (ratio := _RATIO.search(text)) is not None:
        a, b = int(ratio["a"]), int(ratio["b"])
        return (ratio.span(), (a / (a + b), b / (a + b)), _order(ratio)) if a and b and a + b in (10, 100) else None
    if (each := _EACH.search(text)) is not None:
        one = _PARTS.get(each["one"] or "") or int(each["one_n"] or 0) / 100
        two = 1 - one if each["rest"] else _PARTS.get(each["two"] or "") or int(each["two_n"] or 0) / 100
        names = ("futures", "butterflies") if "fl" not in each["first"] else ("butterflies", "futures")
        other = ("fl" in each["first"]) != ("fl" in each["second"])
        return (each.span(), (one, two), names) if other and one and abs(one + two - 1) < 1e-9 else None
    if (even := _EVENLY.search(text)) is not None:
        return even.span(), (0.5, 0.5), _order(even)
    return None


def part_in_flies(reading: Reading) -> tuple[tuple[int, int], float] | None:
    """Where the question tells a part of a tranche that goes into butterflies, and that part; None where it tells none."""
    text = reading.lower
    part = _PART.search(text) if " of " in text and _IN_FLIES.search(text) and "average" not in text else None
    if part is None or speaks_of_future(text):
        return None
    share = _PARTS.get(part["one"] or "") or _MORE_PARTS.get(part["one"] or "") or int(part["n"] or 0) / 100
    return (part.span(), share) if 0 < share < 1 else None


def of_part(reading: Reading, found: Sequence[Calculation], share: float) -> tuple[Calculation, ...]:
    """What a part of a slice buys, where `found` has what the whole of it would: the slice, its part, the whole units."""
    bought = next((c.call for c in found if c.call.tool == "units_for_budget" and not c.missing), None)
    if bought is None:
        return ()
    given = bought.arguments
    slice_of, whole = given.get("share", 1.0), float(given["budget"])
    size = round(whole * slice_of, 9)
    calls = [Call("share_of", {"whole": whole, "shares": [slice_of]})] if slice_of < 1 else []
    calls.append(Call("budget_split", {"budget": size, "deployed": round(share, 12)}))
    each = {k: v for k, v in given.items() if k not in ("budget", "share")}
    calls.append(Call("units_for_budget", {"budget": round(size * share, 9), **each}))
    return tuple(Calculation(call, sources=numbered(reading)) for call in calls)


def between_two(
    reading: Reading, found: Sequence[Calculation], shares: Sequence[float], names: Sequence[str]
) -> tuple[Calculation, ...]:
    """`found`, the calculations of the rest of the question, and the shares of what they come to.

    Where prices are told, also the whole butterflies that their part buys, and what one future stands for.
    """
    first = None if "margin" in reading.lower else figures(reading).first_cash  # "in a 10k first tranche"
    prices = _fly_price(reading), _future(reading)
    if first is not None or any(prices):
        found = [c for c in found if c.call.tool not in _PRICED and (first is None or c.call.tool != "tranche_plan")]
    by_tool = {c.call.tool: c.call for c in found}
    whole = by_tool.get("budget_split") or by_tool.get("tranche_plan")  # what is in goes before the plan that it is in
    wholes = [first] if first is not None else _sums_told(reading) if whole is None else _sums(whole, reading.lower)
    sizes = [round(share, 12) for share in shares]
    told = dict.fromkeys(sizes)
    note = _NOTE.format(" and ".join(names) if len(told) > 1 else f"each of the two, {names[0]} and {names[1]}")
    split = [Calculation(Call("share_of", {"whole": w, "shares": list(told)})) for w in wholes]
    part = dict(zip(names, sizes, strict=True))["butterflies"]
    counted = _in_units(prices, [round(w * part, 9) for w in wholes])
    return (*found, *split[:-1], *(replace(c, note=note) for c in split[-1:]), *map(Calculation, counted))


def _in_units(prices: tuple[float | None, Call | None], parts: Sequence[float]) -> list[Call]:
    """The whole butterflies that each part buys at their price, and what one future stands for: its margin is the broker's."""
    fly, future = prices
    cost = None if fly is None else round(fly * SPECIFICATIONS["VIX option"].per_point, 9)
    calls = [] if cost is None else [Call("units_for_budget", {"budget": part, "unit_cost": cost}) for part in parts]
    return calls if future is None else [*calls, future]


def _fly_price(reading: Reading) -> float | None:
    """What one butterfly costs, in points: the one broken number as small as an option's price; None where there is none."""
    broken = [q.value for q in reading.quantities if q.unit in ("plain", "money") and q.value < LEAST and q.value % 1]
    return broken[0] if len(broken) == 1 else None


def _future(reading: Reading) -> Call | None:
    """One future at the price told just behind its name; None where none is."""
    for q in reading.quantities:
        named = _AT.search(reading.before(q)) if q.unit == "plain" and _LOWEST <= q.value < _HIGHEST else None
        if named is not None:
            return Call("contract_value", {"product": future_named(named[0]) or "VX", "price": q.value})
    return None


def without(reading: Reading, span: tuple[int, int]) -> Reading:
    """The question without its split."""
    return Reading(blanked(reading.lower, [span]))


def _sums(call: Call, text: str) -> list[float]:
    """The sums in dollars that are shared out."""
    given = call.arguments
    if call.tool == "budget_split":
        return [round(given["budget"] * given["deployed"], 9)] if isinstance(given["deployed"], float) else []
    whole = given["budget"] * given.get("share", 1.0)
    if FIRST_NAMED.search(text) is None:
        return [round(whole, 9)]
    firsts = (given["first"],) if "first" in given else METHOD.first.value
    return [round(whole * first, 9) for first in firsts]


def _sums_told(reading: Reading) -> list[float]:
    """The one sum of the question, where it is told as no budget ("split 12k evenly"); [] where there are several."""
    sums = [q.value for q in reading.quantities if q.unit in ("plain", "money") and q.value >= _LEAST]
    return sums if len(sums) == 1 else []


def _order(match: re.Match[str]) -> tuple[str, str]:
    futures_first = match["turned"] is not None
    return ("futures", "butterflies") if futures_first else ("butterflies", "futures")
