"""A cost of capital worked out before with one of its sources changed by name: "make the debt cost 6%", "equity 70/30 instead".

A call of `wacc` has sizes, costs and taxes without names; the names are those of the last question that told as many
sources. Where the sizes are shares of a whole, the others make room for the one that is changed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from assistant.session import Call, Session
from assistant.understanding.positions.capital import deducted, rate_of, size_of, sources_named
from assistant.understanding.text.message import spoken_in
from assistant.understanding.text.quantities import Reading

_KINDS: Final = (
    ("equity", r"equity|stocks?|shares|own(?:er)?'?s? (?:money|capital)|e"),
    ("debt", r"debt|loans?|borrow\w*|lend\w*|d"),
    ("bond", r"bonds?|notes?"),
    ("preferred", r"pref\w*"),
    ("margin", r"margin"),
    ("mezzanine", r"mezz\w*"),
    ("cash", r"cash"),
)
_N: Final = r"\$?(\d[\d,]*+(?:\.\d++)?|\.\d++)\s?(k\b|m\b|%|percent\b|pct\b)?"
_LINK: Final = (
    r"(?:[\s,:='\"]{1,2}(?:s|is|was|are|at|to|of|now|only|costs?|goes|falls|rises|rate|return|yield|interest|@|becomes|were"
    r"|moves|drops|weight|share|portion|be|up|down)\b){0,5}"
)
_COST_WORD: Final = re.compile(r"\b(?:costs?|costing|rates?|returns?|yields?|interest|at|@|charges?)\b")
_SIZE_WORD: Final = re.compile(r"\b(?:weights?|shares? of|portion|proportion|of the (?:total|capital|money|mix)|mix|split)\b")
_PAIR: Final = re.compile(r"(?<![\w.])(\d{1,3})\s?%?\s?(?:/|-|:|to|and)\s?(\d{1,3})\s?%?(?![\w./]|\.\d)")
_TAX: Final = re.compile(rf"\btax(?:es|ed)?\b(?:\srate)?{_LINK}[\s,:=]{{0,2}}{_N}|(?<![\w.$])(?<!\d,){_N}\s(?:corporate\s)?tax")
_NO_TAX: Final = re.compile(r"\b(?:no|without(?: the| any)?|zero|drop the|ignor(?:e|ing)(?: the)?|before) tax(?:es)?\b")
_LONGEST: Final = 16  # words of a change
_RATE: Final = 0.3  # a number that could be either is a rate up to this


@dataclass(frozen=True)
class _Said:
    """One source's number: which source, the number as typed with its mark, and whether it is its cost."""

    place: int
    digits: str
    is_cost: bool


def capital_changed(reading: Reading, session: Session, last: Call) -> Call | None:
    """The last call of `wacc` with what the words change in it; None where they change nothing, or tell all of it anew."""
    text = reading.lower
    if last.tool != "wacc" or len(text.split()) > _LONGEST or len(sources_named(text)) > 1:
        return None
    known = {k: v for k, v in last.arguments.items() if v is not None}
    names = _names(session, len(known["values"]), known)
    if _NO_TAX.search(text):
        return Call("wacc", {k: v for k, v in known.items() if k != "taxes"}) if "taxes" in known else None
    tax = _TAX.search(text)
    rest = f"{text[: tax.start()]} {text[tax.end() :]}" if tax else text
    changed = dict(known)
    if tax:
        held = [deducted(name) for name in names]
        rate = rate_of("".join(g for g in tax.groups() if g))
        changed["taxes"] = [rate if h else 0.0 for h in held] if any(held) else known.get("taxes")
    changed |= _resized(rest, names, known) or _one_by_one(rest, names, known)
    return Call("wacc", changed) if changed != known and changed.get("taxes", ()) is not None else None


def _names(session: Session, count: int, known: Mapping[str, Any]) -> list[str]:
    """The names of the sources in their order: told by the last question that has as many; of two, debt is the one taxed."""
    for turn in reversed(session.turns):
        found = [name for name, _, _ in sources_named(Reading(spoken_in(turn.question)).lower)]
        if len(found) == count:
            return [_kind(name) for name in found]
    taxes: Sequence[float] = known.get("taxes") or ()
    return ["debt" if tax else "equity" for tax in taxes] if count == 2 and sum(map(bool, taxes)) == 1 else [""] * count


def _kind(name: str) -> str:
    return next((kind for kind, pattern in _KINDS if re.fullmatch(pattern, name)), name)


def _resized(text: str, names: Sequence[str], known: Mapping[str, Any]) -> dict[str, Any]:
    """A split named whole ("70/30", "equity 70/30"): its first number is the named source's, or the first one's."""
    pair = _PAIR.search(text)
    if pair is None or len(names) != 2:
        return {}
    sizes = [float(pair[1]), float(pair[2])]
    named = _mentions(text, names)
    first = min(named, key=lambda hit: hit[0])[1] if named else 0
    return {"values": sizes if first == 0 else sizes[::-1]}


def _one_by_one(text: str, names: Sequence[str], known: Mapping[str, Any]) -> dict[str, Any]:
    """Each number beside the name of a source, put in as its cost or its size."""
    values, costs = [*known["values"]], [*known["costs"]]
    for said in _numbers(text, names, values):
        if said.is_cost:
            costs[said.place] = rate_of(said.digits)
        else:
            values = _with_size(values, said.place, said.digits)
    out = {"values": values, "costs": costs}
    return {k: v for k, v in out.items() if v != known[k]}


def _numbers(text: str, names: Sequence[str], values: Sequence[float]) -> list[_Said]:
    out = []
    for start, place, end in _mentions(text, names):
        after = re.compile(rf"{_LINK}[\s,:=(]{{0,3}}{_N}").match(text, end)
        before = re.search(rf"(?<![\w.]){_N}\s(?:of\s|in\s)?$", text[max(0, start - 24) : start])
        hit = after or before
        if hit is None:
            continue
        digits = f"{hit[1]}{hit[2] or ''}".replace(",", "").replace("percent", "%").replace("pct", "%")
        around = text[max(0, start - 28) : start] + (hit[0] if after else "")
        out.append(_Said(place, digits, _is_cost(around, digits, after is not None)))
    return out


def _is_cost(around: str, digits: str, follows: bool) -> bool:
    """Whether the number is a rate: the words say so, or a percentage behind the name is small enough for one."""
    if _SIZE_WORD.search(around) or digits[-1] in "km":
        return False
    if _COST_WORD.search(around):
        return True
    return follows and rate_of(digits) <= _RATE


def _with_size(values: Sequence[float], place: int, digits: str) -> list[float]:
    """The sizes with one of them new; where they are shares of 1 or 100 the others shrink or grow with what is left."""
    whole = next((w for w in (1.0, 100.0) if abs(sum(values) - w) < 1e-9), None)
    new = rate_of(digits) if whole == 1.0 else size_of(digits)
    if whole is None or not new < whole or ("%" not in digits and new <= 1 < whole):
        return [new if n == place else v for n, v in enumerate(values)]
    others = whole - values[place]
    return [new if n == place else round(v * (whole - new) / others, 12) if others else v for n, v in enumerate(values)]


def _mentions(text: str, names: Sequence[str]) -> list[tuple[int, int, int]]:
    """(start, place, end) of each source that the words name, where the name is that of one source alone."""
    out = []
    for kind, pattern in _KINDS:
        if names.count(kind) == 1:
            out += [(m.start(), names.index(kind), m.end()) for m in re.finditer(rf"\b(?:{pattern})\b(?! ratio)", text)]
    return sorted(out)
