"""Words that say what a number is of a staged hedge, one table a unit; the word nearest to the number decides.

`walk` goes outwards from a number, word by word, and stops where another number or another part of the sentence begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.understanding.text.quantities import Quantity, Reading


def _words(told: str) -> frozenset[str]:
    return frozenset(told.split())


def _table(**words: str) -> Mapping[str, str]:
    return {word: role for role, told in words.items() for word in told.split()}


_FIRST: Final = (
    "first 1st opener openers opening opened opens open initial initially start starts started starting starter begin begins"
    " began beginning anted t1 l1 one upfront straight immediately base"
)
_LATER: Final = (
    "add adds added adding addition additions increment increments step steps raise raises raised l2 t2 phase phases signal"
    " signals cue cues helping helpings climb climbs top tops buys"
)
_EACH: Final = "each every later subsequent per apiece"
_ON: Final = (
    "deployed deployment invested committed spent spend used use drawn utilised utilized utilisation utilization working placed"
    " put bought filled already currently now gone in_ on_ down burned planted covered engaged laid sunk consumed"
)
_LEFT: Final = (
    "left leftover out_ unused idle undrawn unspent remaining remains remain remainder reserve dry uncommitted headroom missing"
    " spare untouched uninvested over_ outstanding free keep kept"
)
SHARES: Final = _table(
    first=_FIRST,
    step=_LATER,
    each=_EACH,
    slice="another then plus more further next again second third fourth",
    on=_ON,
    left=_LEFT,
    target="to before reach reaches reached hit hits makes make get have gets past cross crosses until till total",
    hedge="year annually annual yearly hedge hedging hedges protection insurance allotment sleeve account portfolio acct",
)
SUMS: Final = _table(
    account="account acct portfolio capital book assets worth savings client aum wealth manage run nest",
    budget="budget plan planned hedge hedging pot kitty jar envelope total whole aside stake fund pool stack bankroll fully"
    " allowance purse earmarked cap allocated overall ladder ceiling bdgt sleeve",
    first=_FIRST,
    step=f"{_LATER} {_EACH} second third fourth",
    on=f"{_ON} paid",
    left=_LEFT,
)
"""What a share, and what a sum of money, is by the word beside it."""

WHOLES: Final = frozenset(("account", "budget"))

_UNITS: Final = _words(
    "fly flies butterfly butterflies spread spreads unit units contract contracts apiece piece call calls bfly lot lots option"
    " options plate plates pop"
)
_COST: Final = _words(
    "cost costs costing price priced each apiece at for @ is are of = per a an me dollar dollars trade trades trading quoted"
    " goes going marked offered ask asks asking now currently runs doubled halved tripled rose risen fell dropped jumped"
    " moved up down"
)
_ADVERBS: Final = frozenset(("in", "on", "out", "over"))
_ENDS: Final = _words(
    "already now so currently is are was and by after at but how what to out then with when which before would"
)
_PART: Final = frozenset(("tranche", "layer", "slice", "step", "stage", "part", "bite", "buy"))
_BREAKS: Final = _words("what whats what's how which and then but plus while whereas versus vs or after")
_BREAKS_BEFORE: Final = frozenset(("and", "but", "or", "while", "versus", "vs"))
_CLEAR: Final = _words("is are was were been be has have of the a an my our it that's")
_MARKS: Final = frozenset(",;.?!()")
_WORD: Final = re.compile(r"[a-z@=][\w'&/]*|[,;:.?!()]")
_FAR: Final = 5  # words
FIRST_BY_NUMBER: Final = r"(?:layer|tranche|slice|step) (?:(?:no\.? ?|number )?(?:one|#?1)\b|#(?![\d/]))"
"""The first tranche by its number, also where that is part of a glossary's name for it and hidden as such."""
FIRST_NAMED: Final = re.compile(rf"\b{FIRST_BY_NUMBER}|\b(?:first|initial|opening) (?:layer|tranche|slice|step)\b")
"""The first tranche by one of its names."""


@dataclass(frozen=True)
class Item:
    """A word, a mark or a number of the text, in its place."""

    word: str
    number: Quantity | None = None


def items(reading: Reading) -> tuple[Item, ...]:
    """The text as words, marks and numbers; "in" and "out" that stand for themselves are "in_" and "out_"."""
    out: list[Item] = []
    place = 0
    for quantity in reading.quantities:
        out += [Item(m[0]) for m in _WORD.finditer(reading.lower, place, quantity.start)]
        out.append(Item("", quantity))
        place = quantity.end
    out += [Item(m[0]) for m in _WORD.finditer(reading.lower, place)]
    for n, item in enumerate(out):
        after = out[n + 1].word if n + 1 < len(out) else "."
        if item.word in _ADVERBS and (after in _ENDS or after in _MARKS):
            out[n] = Item(f"{item.word}_")
        elif item.word == "one" and (n == 0 or out[n - 1].word not in _PART):
            out[n] = Item("one_")
    return tuple(out)


def nearest(told: Sequence[Item], place: int, table: Mapping[str, str]) -> str:
    """The role whose word stands nearest to the number at `place`; "" where none does.

    The word for a whole goes before others ("budget $26,000 starting 25%"), and one behind the number before one in front.
    """
    found = []
    for way in (1, -1):
        words = [word for word in walk(told, place, way) if word not in _CLEAR]
        told_here = ((far, table[word]) for far, word in enumerate(words) if word in table)
        found += [(far, role not in WHOLES, way < 0, role) for far, role in told_here]
    return min(found, default=(0, False, False, ""))[3]


def walk(told: Sequence[Item], place: int, way: int) -> Iterator[str]:
    """The words beside the number at `place`, nearest first, as far as nothing else begins."""
    for far in range(1, _FAR + 1):
        n = place + way * far
        if not 0 <= n < len(told) or told[n].number is not None or told[n].word in _MARKS:
            return
        if told[n].word in (_BREAKS if way > 0 else _BREAKS_BEFORE):
            return
        if told[n].word == ":":  # "budget: 12k", but not "hedge 1.5%: add size"
            if way > 0:
                return
            continue
        if way > 0 and far == 1 and _leads(told, n):  # "account 80k hedge 4k": the hedge is the second one's word
            return
        if (
            way > 0 or n == 0 or told[n - 1].number is None or _leads(told, n)
        ):  # "a $75,000 plan is $20,000": the plan is the first one's word
            yield told[n].word


def _leads(told: Sequence[Item], place: int) -> bool:
    """Whether the word at `place` is the name of the number behind it, as the one before has its own name in front."""
    if not 1 < place < len(told) - 1 or told[place - 1].number is None or told[place + 1].number is None:
        return False
    return all(SUMS.get(told[n].word) in WHOLES for n in (place - 2, place))


def walk_words(text: str) -> list[str]:
    """The words of a stretch of text, marks left out."""
    return [m[0] for m in _WORD.finditer(text) if m[0] not in _MARKS and m[0] != ":"]


def counts_units(told: Sequence[Item], place: int) -> bool:
    """Whether the number at `place` counts units ("40 vix flies")."""
    behind = [word for word in walk(told, place, 1) if word not in ("vix", "call", "planned", "vx")]
    return bool(behind) and behind[0] in _UNITS - {"each", "apiece"}


def of_unit(told: Sequence[Item], place: int, *, broken: bool) -> bool:
    """Whether the number at `place` is what one unit costs: a unit beside it, and a word for a price unless it is `broken`."""
    after, before = list(walk(told, place, 1)), list(walk(told, place, -1))
    behind = next((n for n, word in enumerate(after[:3]) if word in _UNITS), None)
    if behind is not None and all(word in _COST for word in after[:behind]):
        return True
    unit = next((n for n, word in enumerate(before) if word in _UNITS), None)
    one = before[1:2] in (["each"], ["one"], ["a"], ["per"])
    return unit is not None and (unit > 0 or broken or one) and all(word in _COST for word in before[:unit])
