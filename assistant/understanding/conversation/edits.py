"""Edits of a list that a calculation was made of: "drop the last one", "add 21.4 at the end", "and with -1200 first".

An edit names what is done, where, and by which element. Lists of one call that run side by side (dates and amounts, advances
and declines) are edited together. Lists of a loaded table are not edited: they are the user's file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from assistant.session import Call
from assistant.understanding.filling.structures import breadth
from assistant.understanding.positions.purchases import one_fill
from assistant.understanding.text.number_words import WORDS, count_of
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.tokens import ISO_DATE

_ORDINALS: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_NOUN: Final = (
    r"(?: (?:cash|data|closing|net) ?)?(?: ?(?:ones?|values?|numbers?|elements?|flows?|cashflows?|payments?|prices?|points?"
    r"|bars?|days?|months?|weeks?|years?|quarters?|fills?|entr(?:y|ies)|items?|legs?|readings?|closes?|tranches?"
    r"|buys?|purchases?"
    r"|amounts?|sources?|observations?|(?P<flow>in|out)flows?))"
)
_COUNT: Final = rf"\d{{1,3}}|{'|'.join(WORDS)}"
_PLACE: Final = (
    r"(?:the |my |its |that )?(?:very )?"
    rf"(?P<place>{'|'.join(_ORDINALS)}|last|latest|final|newest|oldest|\d{{1,3}}(?:st|nd|rd|th))"
    rf"(?: (?P<count>{_COUNT}))?(?:{_NOUN})?"
)
_NUMBERED: Final = (
    r"(?:the )?(?:tranche|fill|leg|value|item|entry|number|point|day|bar|flow|month|buy|layer|step|#) ?"
    r"(?P<number>\d{1,2})"
)
_LEAD: Final = (
    r"^\W{0,3}(?:(?:and|now|ok|okay|then|but|swap:?|please|pls|so|if|what if|suppose|say|can you|could you|let'?s"
    r"|(?:the )?(?:new )?(?:avg|average|result)"
    r"|(?:if|when) i|after),? ){0,4}"
)
_VALUE: Final = r"(?:a |an |the )?(?P<value>[-+]?\s?\$?[\d.][^;?!]{0,40}?)"
_END: Final = r"(?:,? (?:instead|please|pls|too|as well|now|then))?[^\w%]*$"
_ADD: Final = (
    r"(?:(?:i )?(?:forgot|missed|left out)|(?:i )?(?:also |then )?(?:bought|got) another"
    r"|add(?:ing)?|append|include|insert|prepend|put(?: in)?|push|tack on|plus|attach)"
)
_AT: Final = (
    r"(?: (?:at|to|on|onto|in|as) (?:the )?(?:very )?(?P<where>end|back|tail|bottom|start|front|beginning|top|last|first))"
)
_DROP: Final = (
    r"(?:drop|remove|delete|omit|skip|ignore|exclude|without|leave (?:out|off)|take (?:out|off|away)|cut(?: off)?|strip|minus"
    r"|except(?: for)?|not counting|get rid of)"
)
_SET: Final = r"(?:change|make|set|replace|swap|turn|put|correct|use)"
_TO: Final = (
    r"(?: (?:to|with|by|for|is|was|were|be|being|at|as|into|should (?:be|have been|read)|(?:was|were|is|be) (?:at|for|sold at)"
    r"|=|:))"
)

_EDITS: Final = tuple(
    (name, re.compile(_LEAD + pattern + _END))
    for name, pattern in (
        ("drop", rf"{_DROP} {_NUMBERED}"),
        ("set", rf"(?:{_SET} )?{_NUMBERED}{_TO}(?: only)? {_VALUE}"),
        ("drop", rf"{_DROP} {_PLACE}"),
        ("drop", rf"(?:leave|take) {_PLACE} (?:out|off|away)"),
        ("drop", rf"{_DROP} (?:the )?(?P<old>[-+]?\s?\$?[\d.]++)(?:{_NOUN})?"),
        ("repeat", rf"{_ADD}? ?(?:(?P<more>{_COUNT}|another)(?: more)?|one more)(?<=more|ther)(?:{_NOUN})?"),
        ("add", rf"{_ADD} (?:one more |another |a further )?(?:{_NOUN} ?(?:of|at|:)? ?)?{_VALUE}(?: more)?{_AT}?"),
        ("add", rf"(?:with |and )?(?:one more|another|a further|the next|a new){_NOUN}?:? (?:of |at |is |was )?{_VALUE}{_AT}?"),
        ("add", rf"(?:with |then )?{_VALUE}{_AT}"),
        ("set", rf"(?:{_SET} )?{_PLACE}{_TO}?(?: only)? {_VALUE}"),
        ("set", rf"(?:{_SET} |with )?{_VALUE} (?:(?:as|for|in place of|instead of|in) )?{_PLACE}"),
        ("swap", rf"{_SET} (?:the )?(?P<old>[-+]?\s?\$?[\d.]++) (?:to|with|by|for|into) {_VALUE}"),
        ("swap", rf"(?:with )?{_VALUE} (?:instead of|in place of|rather than|not) (?:the )?(?P<old>[-+]?\s?\$?[\d.]++)"),
        ("swap", rf"not (?:the )?(?P<old>[-+]?\s?\$?[\d.]++),? (?:but|it's|rather) {_VALUE}"),
        ("swap", rf"(?:the )?(?P<old>[-+]?\s?\$?[\d.]++) (?:should (?:be|have been|read)|is really|was really) {_VALUE}"),
    )
)
_QUOTED: Final = frozenset(("ivs", "deltas", "days"))
_QUOTE: Final = re.compile(
    r"\s?(?:at |an? )?(?:(?:iv|vol|delta) (?:of )?)?(?P<n>-?(?:\d{1,3}(?:\.\d++)?|\.\d++))\s?-?"
    r"(?P<said>day|delta|%|vol|iv|pct)?(?:s|atility)?\W*$"
)
_TWO_COUNTS: Final = re.compile(r"\W{0,3}(\d{3,5})(?: and | to | vs | over |, ?| )(\d{3,5})\W{0,3}")
_HIGHEST_IV: Final = 3.0  # as a decimal
_LONGEST: Final = 14  # words


@dataclass(frozen=True)
class _Lists:
    """The lists of one call that run side by side."""

    held: Mapping[str, list[Any]]

    @property
    def length(self) -> int:
        return len(next(iter(self.held.values())))


def edited(reading: Reading, call: Call) -> Call | None:
    """The call with its list edited as the words say; None where they are no edit, or the call has no list for it."""
    lists = {k: v for k, v in call.arguments.items() if isinstance(v, list)}
    if not lists or len({len(v) for v in lists.values()}) != 1:
        return None
    for name, said in _readings(reading):
        changed = _APPLY[name](_Lists(lists), said)
        if changed is not None:
            return None if changed == lists else Call(call.tool, {**call.arguments, **changed})
    return None


def names_other(reading: Reading, call: Call) -> bool:
    """Whether the words edit an element by a value that no list of the call has ("drop 77")."""
    lists = any(isinstance(v, list) for v in call.arguments.values())
    return lists and any(said.get("old") for _, said in _readings(reading)) and edited(reading, call) is None


def _readings(reading: Reading) -> Iterator[tuple[str, Mapping[str, str | None]]]:
    """The edits that the words may be, with their parts."""
    if len(reading.lower.split()) <= _LONGEST:
        for name, pattern in _EDITS:
            if match := pattern.match(reading.lower):
                yield name, match.groupdict()


def _drop(lists: _Lists, said: Mapping[str, str | None]) -> Mapping[str, list[Any]] | None:
    gone = _places(lists, said)
    if not gone or len(gone) >= lists.length:
        return None
    return {k: [v for n, v in enumerate(held) if n not in gone] for k, held in lists.held.items()}


def _repeat(lists: _Lists, said: Mapping[str, str | None]) -> Mapping[str, list[Any]] | None:
    """One more of the last amount; other lists are not known to go on as they were."""
    times = count_of(said.get("more") or "one")
    return {k: [*held, *held[-1:] * times] for k, held in lists.held.items()} if set(lists.held) == {"cash_flows"} else None


def _add(lists: _Lists, said: Mapping[str, str | None]) -> Mapping[str, list[Any]] | None:
    element = _element(lists, said["value"] or "")
    if element.keys() != lists.held.keys() or not all(_is_whole(v, lists.held[k]) for k, v in element.items()):
        return None
    front = said.get("where") in ("start", "front", "beginning", "top", "first")
    return {k: [element[k], *held] if front else [*held, element[k]] for k, held in lists.held.items()}


def _is_whole(element: Any, held: Sequence[Any]) -> bool:
    """Whether an element says all that those of its list do: a fill has a price and units."""
    one = next(iter(held), None)
    return element is not None and (not isinstance(one, Mapping) or element.keys() == one.keys())


def _set(lists: _Lists, said: Mapping[str, str | None]) -> Mapping[str, list[Any]] | None:
    places = _places(lists, said)
    element = _element(lists, said["value"] or "")
    if len(places) != 1 or not element:
        return None
    (place,) = places
    return {
        k: [*held[:place], _put(held[place], element[k], said["value"] or ""), *held[place + 1 :]] if k in element else held
        for k, held in lists.held.items()
    }


_APPLY: Final = {"drop": _drop, "repeat": _repeat, "add": _add, "set": _set, "swap": _set}


def _places(lists: _Lists, said: Mapping[str, str | None]) -> frozenset[int]:
    """The places meant, from 0: by their order, or by the one value that stands there; none where there is no such place."""
    if old := said.get("old"):
        number = float(re.sub(r"[\s$]", "", old).rstrip("."))
        hits = [n for held in lists.held.values() for n, v in enumerate(held) if v in (number, -number)]
        return frozenset(hits) if len(hits) == 1 else frozenset()
    if number_said := said.get("number"):
        return frozenset({int(number_said) - 1}) if 1 <= int(number_said) <= lists.length else frozenset()
    count, place = count_of(said.get("count") or "one"), said.get("place") or ""
    if flow := said.get("flow"):  # "the first inflow" stands after what was paid
        rows = [n for n, v in enumerate(lists.held.get("cash_flows", ())) if (v > 0) == (flow == "in")]
        nth = _nth(place)
        return frozenset(rows[nth : nth + 1] if nth >= 0 else rows[nth:][:1])
    if place in ("last", "latest", "final", "newest"):
        span = range(lists.length - count, lists.length)
    else:
        span = range(_nth(place), _nth(place) + count)
    return frozenset(span) if span and span[0] >= 0 and span[-1] < lists.length else frozenset()


def _nth(place: str) -> int:
    """The index of "first", "3rd" or "last"; −1 for the last."""
    if place in ("last", "latest", "final", "newest"):
        return -1
    return _ORDINALS.index(place) if place in _ORDINALS else 0 if place == "oldest" else int(place[:-2]) - 1


def _element(lists: _Lists, text: str) -> dict[str, Any]:
    """What the words give of one element, by list; empty where they give something else."""
    names, dates = set(lists.held), ISO_DATE.findall(text)
    if names in ({"fills"}, {"exits"}):
        filled = one_fill(text) or _part_of_fill(text)
        return dict.fromkeys(names, filled) if filled else {}
    if names == {"advances", "declines"}:
        plain = _TWO_COUNTS.fullmatch(text)  # "1700 1100": what was advances before stands first again
        day = breadth(Reading(f"{plain[1]}-{plain[2]}" if plain else text)) or {}
        return {k: day[k][0] for k in names if len(day.get(k, ())) == 1}
    if "ivs" in names and len(names) == len(names & _QUOTED) == 2:
        return _of_quote(text, (names - {"ivs"}).pop())
    found = Reading(ISO_DATE.sub(" ", text)).quantities
    amounts = [name for name in names if all(isinstance(v, (int, float)) for v in lists.held[name])]
    if len(found) != 1 or len(amounts) != 1 or len(dates) > 1 or re.search(r"[a-z]{3}", ISO_DATE.sub(" ", text)):
        return {}
    number = round(found[0].value * 100, 10) if found[0].unit == "percent" else found[0].value
    return {amounts[0]: number, **{name: dates[0] for name in names if name == "dates" and dates}}


def _of_quote(text: str, other: str) -> dict[str, Any]:
    """The volatility of a quote, or the delta or the days that it is told at: what the words or the size of the number say."""
    found = _QUOTE.match(text)
    if found is None:
        return {}
    value, said = float(found["n"]), found["said"]
    if said in ("day", "delta") or (not said and other == "deltas" and value < 0):
        return {other: value} if (said == "day") == (other == "days") else {}
    if not said and (other == "days" or abs(value) < 1):  # either of them
        return {}
    return {"ivs": round(value / 100, 12) if value > _HIGHEST_IV else value}


def _part_of_fill(text: str) -> dict[str, Any]:
    found = Reading(text).quantities
    if len(found) != 1 or re.search(r"[a-z]{3}", text):
        return {}
    share = found[0].unit == "percent"
    return {"units": round(found[0].value * 100, 10)} if share else {"price": found[0].value}


def _put(old: Any, new: Any, said: str) -> Any:
    """The new element in the place of the old: part of a fill leaves the rest; an amount without a sign keeps the old one's."""
    if isinstance(old, Mapping):
        return {**old, **new}
    if isinstance(old, (int, float)) and old < 0 and not re.match(r"\s*[-+]", said):
        return -abs(new)
    return new
