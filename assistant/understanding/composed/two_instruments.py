"""A sum shared out between futures and butterflies: "layer 1 half futures half flies on 80k", "60/40 futures to flies".

The primary article names both instruments and no split, so the shares are the user's. They are shares of what the rest of the
question comes to: of the first tranche over its range where that is asked for, of what is in, or of the whole budget.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.hedge.hedge_words import FIRST_NAMED
from assistant.understanding.text.quantities import Reading, blanked
from tools.methodology import METHOD

_FUTURES: Final = r"(?:(?:in |into |to |of )?(?:the )?(?:vix )?(?:futures?|vx))"
_FLIES: Final = r"(?:(?:in |into |to |of )?(?:the )?(?:vix )?(?:call )?(?:flies|fly|butterfl(?:y|ies)))"
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
_EVENLY: Final = re.compile(
    rf"\b(?:split|shared|divided) (?:evenly|equally|in half|50/50)(?: (?:between|over|across))? {_PAIR}\b"
    rf"|\b(?:evenly|equally) (?:split )?(?:between|over|across) {_PAIR.replace('(?P<turned>)', '')}\b"
)
_NOTE: Final = (
    "the split between futures and butterflies is yours: the primary article names both and gives none. In order: {0}."
)


def shares_told(text: str) -> tuple[tuple[int, int], tuple[float, float], tuple[str, str]] | None:
    """Where lower-case `text` tells the split, its two shares and what each is of; None where it tells none that adds up."""
    if "fl" not in text or ("futur" not in text and "vx" not in text):
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


def between_two(
    reading: Reading, found: Sequence[Calculation], shares: Sequence[float], names: Sequence[str]
) -> tuple[Calculation, ...]:
    """`found`, the calculations of the rest of the question, and the shares of what they come to."""
    by_tool = {c.call.tool: c.call for c in found}
    whole = by_tool.get("budget_split") or by_tool.get("tranche_plan")  # what is in goes before the plan that it is in
    wholes = [] if whole is None else _sums(whole, reading.lower)
    sizes = [round(share, 12) for share in shares]
    told = dict.fromkeys(sizes)
    note = _NOTE.format(" and ".join(names) if len(told) > 1 else f"each of the two, {names[0]} and {names[1]}")
    split = [Calculation(Call("share_of", {"whole": w, "shares": list(told)})) for w in wholes]
    return (*found, *split[:-1], *(replace(c, note=note) for c in split[-1:]))


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


def _order(match: re.Match[str]) -> tuple[str, str]:
    futures_first = match["turned"] is not None
    return ("futures", "butterflies") if futures_first else ("butterflies", "futures")
