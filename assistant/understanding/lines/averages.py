"""Exponential averages moved on in words, by several values in turn, and the weights of several averages."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.arithmetic import DELTA, OF_SPAN, plainly, role_of, span_of, spans_of
from assistant.understanding.filling.calculation import Calculation, numbered
from assistant.understanding.lines.listed_values import ema_listed
from assistant.understanding.lines.readings import bars_and_line
from assistant.understanding.lines.signal_moved import signal_moved
from assistant.understanding.text.number_words import WORDS
from assistant.understanding.text.quantities import Quantity, Reading, blanked
from assistant.understanding.text.sought import Sought
from tools import ema_step
from tools.wording import listed, points

_LONGEST: Final = 500  # bars of an average
_WEIGHED: Final = re.compile(
    r"\balphas?\b|\bhalf[- ]?li(?:fe|ves)\b|\bks? (?:for|of)\b|\bsmoothing (?:constant|factor|weight)s?\b"
    r"|\bmultipliers?\b(?=[^.?!]{0,40}\b(?:emas?|exponential|macd)\b)|\b(?:emas?|exponential|macd)\b[^.?!]{0,24}\bmultipliers?\b"
    r"|\bweights?\b[^.?!]{0,24}"
    r"\b(?:new|newest|latest|last|observation|value)\b"
)
_SPANS_LISTED: Final = re.compile(
    r"(?<![\w.$])(\d{1,3}(?:(?:, ?(?:and )?(?:the |an? )?| and (?:the |an? )?| ?/ ?| ?& ?| )\d{1,3})+)(?![\w%]|\.\d)"
)
_COUNT: Final = re.compile(r"\s?(?:x|times|×)\s?[\d.]|\s(?:times|holidays?|bars|days|closes|weeks?)\b")
_FRACTION: Final = re.compile(r"(?<![\d.])2 ?/ ?\d{2}\b")  # weights that are told, and not asked for
_ROW: Final = re.compile(
    r"[\s,;/:&$]*(?:(?:and|then|next|followed|by|after|that|later|plus|it|value|values|is|are|at|a|the|day|now|today|tomorrow"
    r"|prints?|comes?|in|closes?)\b[\s,;/:&$]*){0,6}"
)
_N: Final = r"(?:\d++(?:,\d{3})*+(?:\.\d++)?|\.\d++)"
_SUMMED: Final = re.compile(
    rf"\bfirst (?P<count>\d{{1,3}})\b(?: \w{{1,9}}){{0,2}} (?:adds?|add(?:ed|ing)?|sum(?:s|med)?|totals?|come|came|make)"
    rf"(?: (?:up|to|is|are)){{0,2}} (?P<sum>{_N})(?![\w%])"
    rf"|\b(?:sum|total) of (?:the )?first (?P<c>\d{{1,3}})\b(?: \w{{1,9}}){{0,2}}?(?: (?:is|was))?\s?[=:]?\s?"
    rf"(?P<s>{_N})(?![\w%])"
    rf"|(?<![\w.])(?P<k>\d{{1,3}}) (?:values?|bars|closes|days|ivs|readings) averag\w+"
    rf"(?: (?:of|at|is|to)){{0,2}} (?P<mean>{_N})(?![\w%])"
)
_NEXT: Final = re.compile(
    rf"\b(?:(?P<place>\d{{1,3}})(?:st|nd|rd|th)|next(?: one)?|then)\b"
    r"(?: (?:value|iv|one|is|was|at|comes? in|of|reading|print)){0,4}"
    rf"\s?[:=]?\s?(?P<n>{_N})(?![\w%])"
)
_LEAST: Final = 3  # the average and two values
_MOST: Final = 8  # values of one question
_PLACES: Final = re.compile(
    r"\b(?:bar|point|row)s? (?:no\.? |#)?\d{1,4}\b(?!\.\d)"
    r"|\b(?:day|value) (?:no\.? |#)?\d{1,4}\b(?!\.\d)(?=,? (?:is|was|=|comes?|prints?|reads?|has)\b)"
)
_AGAIN: Final = (
    "every bar is a step of its own: a close entered again moves the average once more, so rows that fill days without trading "
    "change the MACD and can move a cross."
)
_BEGINS: Final = re.compile(r"\b(?:seed\w*|start\w*|begins?)\b")
_AT_PLACE: Final = re.compile(r"\b(?:at|on|after|by|through) (?:bar |day |value )?\d{1,4}(?=\W{0,3}$)")
_REPEATED: Final = 12  # times in a row
_TIMES: Final = rf"\d{{1,2}}|{'|'.join(WORDS)}"
_REPEATS: Final = re.compile(
    rf"\b(?:repeat\w*|again|printed|counted|entered|in a row|duplicated|filled)(?: (?:for|in))? (?P<n>{_TIMES})"
    r"(?: more)? (?:times|bars|days|closes)\b"
    rf"|(?<=\d )(?P<k>{_TIMES}) times\b"
    rf"|(?<![\w.])(?P<m>{_TIMES}) (?:times|bars|days|closes) (?:in a row|running|straight)\b"
)
EXPONENTIAL: Final = Sought(r"\bema|\bexponential")


def moved_on(reading: Reading) -> tuple[Calculation, ...]:
    """The steps of an average that the question asks for in turn; () where it asks for none, or for a single one."""
    text = reading.lower
    if "sig" in text and (found := signal_moved(plainly(reading))):
        return found
    if "hist" in text and (told := bars_and_line(reading)) is not None:
        return Calculation(Call("histogram_bars", told[0])), Calculation(Call("third_line", told[1]))
    if ("first" in text or "averag" in text) and (seeded := _seeded(plainly(reading))):
        return seeded
    if (
        "weight" in text
        or "alpha" in text
        or "constant" in text
        or "smoothing" in text
        or "k for" in text
        or "half" in text
        or "multiplier" in text
    ) and _FRACTION.search(text) is None:
        return _weights(plainly(reading).lower)
    return _in_turn(plainly(reading)) if EXPONENTIAL.search(text) else ()


def _seeded(reading: Reading) -> tuple[Calculation, ...]:
    """An average that starts from the mean of values told by their sum, and the value after ("first 12 add up to 246")."""
    text = reading.lower
    total = _SUMMED.search(text) if EXPONENTIAL.search(text) else None
    after = _NEXT.search(text, total.end()) if total else None
    if total is None or after is None:
        return ()
    count, told = int(total["count"] or total["c"] or total["k"]), total["sum"] or total["s"] or total["mean"]
    if after["place"] and int(after["place"]) != count + 1:
        return ()
    whole = float(told.replace(",", ""))
    if not 1 < count <= _LONGEST or not whole:
        return ()
    if total["mean"]:
        step = Call("ema_step", {"previous": whole, "value": float(after["n"]), "span": count})
        note = f"the average starts from the simple mean (SMA) of the first {count}, {points(whole)}."
        return (Calculation(step, sources=numbered(reading), note=note),)
    mean = round(whole / count, 12)
    step = Call("ema_step", {"previous": mean, "value": float(after["n"]), "span": count})
    note = f"the average starts from the simple mean (SMA) of the first {count}: {told}/{count} = {points(mean)}."
    return (Calculation(step, note=note),)


def _weights(text: str) -> tuple[Calculation, ...]:
    """The smoothing constants of several averages ("alphas for 12, 26 and 9", "what weight … in EMAs of 12, 26 and 9")."""
    found = _SPANS_LISTED.search(text) if _WEIGHED.search(text) else None
    spans = [int(n) for n in re.findall(r"\d+", found[1])] if found else []
    return tuple(Calculation(Call("smoothing_constant", {"span": n})) for n in spans if 1 <= n <= _LONGEST)


def _in_turn(reading: Reading) -> tuple[Calculation, ...]:
    """An average moved on by two values or more: each step starts from what the one before brings."""
    read = numbered(reading)
    plain, reading = reading, _without_places(reading)
    named = reading is not plain
    span = span_of(reading.lower)
    if span is None or ema_listed(reading) is not None or len(spans_of(reading.lower)) > 1:
        return ()
    numbers = (q for q in reading.quantities if q.unit in ("plain", "money") and not DELTA.match(reading.after(q)))
    row = [
        q
        for q in numbers
        if not span.start() <= q.start < span.end()
        and not (q.unit == "count" or _COUNT.match(reading.after(q)) or OF_SPAN.match(reading.after(q)))
    ]
    row.sort(key=lambda q: (reading.lower[span.end() : q.start].strip(" =:(),") not in ("", "is", "was", "at"), q.start))
    again = _repeated(reading) if len(row) == _LEAST - 1 else 0
    if not _LEAST - bool(again) <= len(row) <= _MOST + 1 or not _stands(reading, row[0], span):
        return ()
    if any(_ROW.fullmatch(reading.lower[a.end : b.start]) is None for a, b in pairwise(row[1:])):  # another question's
        return ()
    length, previous, steps = int(next(g for g in span.groups() if g)), row[0].value, []
    if not length or (len(row) < _LEAST and not again):
        return ()
    for value in [row[1].value] * again if again else [q.value for q in row[1:]]:
        call = Call("ema_step", {"previous": previous, "value": value, "span": length})
        steps.append(Calculation(call, sources=read if named or again else {}))
        previous = round(ema_step(previous, value, length).value, 6)
    places = [m[0] for m in _PLACES.finditer(plain.lower)][-len(steps) :]
    note = _AGAIN if again else f"the steps are those of {listed(places)}." if len(places) == len(steps) else ""
    return (*steps[:-1], replace(steps[-1], note=note))


def _stands(reading: Reading, first: Quantity, span: re.Match[str]) -> bool:
    """Whether the first number is the average that stands: it is named there ("ema12 20"), its start, or no new value."""
    if reading.lower[span.end() : first.start].strip(" =:(),") in ("", "is", "was", "at") and span.end() <= first.start:
        return True
    return role_of(reading, first) != "new" or _BEGINS.search(reading.before(first, 40)) is not None


def _repeated(reading: Reading) -> int:
    """How often one new value comes in a row ("22 repeated three times"); 0 where that is not told."""
    found = _REPEATS.search(reading.lower)
    if found is None:
        return 0
    told = found["n"] or found["k"] or found["m"]
    count = int(told) if told.isdigit() else WORDS[told]
    return count if 2 <= count <= _REPEATED else 0


def _without_places(reading: Reading) -> Reading:
    """The reading without the names of its bars ("bar 13 is 20.95 … ema at 14")."""
    text = reading.lower
    named = [m.span() for m in _PLACES.finditer(text)]
    last = _AT_PLACE.search(text) if named else None
    return Reading(blanked(text, [*named, *([last.span()] if last else [])])) if named else reading
