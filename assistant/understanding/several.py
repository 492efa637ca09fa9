"""Several calculations in one question: two butterflies compared, one at several settlements, a fly at bid and ask.

Each is read as if it had been asked alone: with its own numbers, and with those that the question says for all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from assistant.session import Call
from assistant.understanding.averages import moved_on
from assistant.understanding.calculations import Calculation, calculation
from assistant.understanding.curves_moved import curves
from assistant.understanding.ladder import Ladder
from assistant.understanding.legs import Quote, marks
from assistant.understanding.named_strikes import PARTS
from assistant.understanding.number_words import WORDS
from assistant.understanding.parts import parts, spent
from assistant.understanding.quantities import Quantity, Reading, blanked
from assistant.understanding.running import running
from assistant.understanding.staged_words import staged, staged_plainly
from assistant.understanding.wholes import wholes

MOST: Final = 6  # calculations of one question
_CLAUSE_END: Final = re.compile(r"[,;.?!](?!\d)|\s(?:both|each|all)\b")
_JOINED: Final = re.compile(
    r"\s?(?:,|/|or|and|, or|, and|versus|vs\.?)\s?\$?|[^\d,;.?]{0,24}\b(?:than|or|and|versus|vs\.?) (?:at|for|@) ?\$?"
    r"|\s?,?\s?(?:and |or )?(?:a |my )?(?:target|tp|take profit|stop)(?: (?:is|at|of|loss)){0,2}\s?\$?"
)
_FLY: Final = re.compile(r"\b(?:butterfl\w*|b?fly|flies|bflies)\b")
_PAIR: Final = r"(\d{1,4}(?:\.\d{1,2})?)\s?(?:at|@|=|:|is|for)\s?\$?(\d{0,3}\.\d{1,3}|\d{1,3})(?![\w%]|\.\d)"
_STRIKE_PRICE: Final = re.compile(_PAIR)
_CALLS_LISTED: Final = re.compile(rf"\bcalls?(?: prices?| quotes?)?:? {_PAIR}(?:,? (?:and )?{_PAIR}){{2}}")
_LISTED: Final = ("settlement", "debit", "contracts", "budget")


def calculations(reading: Reading) -> tuple[Calculation, ...]:
    """Every calculation that the question asks for, in its order; () where its numbers fit no tool."""
    found = (
        _each_ladder(reading)
        or _at_mid_and_natural(reading)
        or _at_marks(reading)
        or moved_on(reading)
        or spent(reading)
        or curves(reading)
        or wholes(reading)
        or staged(reading)
    )
    if found:
        return found
    single = calculation(reading)
    if single is None:
        return running(reading) or parts(reading) or staged_plainly(reading)
    return (staged_plainly(reading) if single.missing else ()) or _each_value(reading, single)


def _each_ladder(reading: Reading) -> tuple[Calculation, ...]:
    """One calculation a ladder of three rising strikes, where there are several."""
    found = [ladder for ladder in reading.ladders if len(ladder.strikes) == 3 and ladder.rises]
    if len(found) < 2:
        return ()
    text = reading.lower
    starts = [ladder.start for ladder in found] + [len(text)]
    lead = _uncounted(text[: starts[0]], len(found))
    last = text[starts[-2] + len("25/30/35") :]
    shared = ((end := _CLAUSE_END.search(last)) and last[end.start() :]) or ""
    out = []
    for n, ladder in enumerate(found[:MOST]):
        own = text[starts[n] : starts[n + 1]]
        alone = calculation(Reading(lead + own + (shared if n < len(found) - 1 else "")))
        if alone is None or alone.missing:  # a price that is said once for all
            others = [span for other in found if other is not ladder for span in other.spans]
            alone = calculation(Reading(blanked(text, others)))
        if alone is None:
            return ()
        out.append(alone)
    return _priced_in_turn(text, found, out) if len({c.call.tool for c in out}) == 1 else ()


def _priced_in_turn(text: str, found: Sequence[Ladder], read: Sequence[Calculation]) -> tuple[Calculation, ...]:
    """The calculations with a list of as many prices as there are ladders told off one by one ("…, paid .8 and 1.2")."""
    last = Reading(blanked(text, [span for ladder in found[:-1] for span in ladder.spans]))
    whole = calculation(last)
    source = whole.sources.get("debit") if whole is not None else None
    if source is None or len({c.call.arguments.get("debit") for c in read}) > 1:
        return tuple(read)
    listed = _list_around(last, source, [])
    if len(listed) != len(read):
        return tuple(read)
    return tuple(
        replace(c, call=Call(c.call.tool, {**c.call.arguments, "debit": q.value}), missing=())
        for c, q in zip(read, listed, strict=True)
    )


def _uncounted(lead: str, count: int) -> str:
    """The words before the ladders without the number of them: "three flies: …" is one of each."""
    named = "|".join(word for word, number in WORDS.items() if number == count)
    return re.sub(
        rf"\b(?:{count}|{named or count})(?= (?:\w{{1,9}} ){{0,2}}(?:fl(?:y|ies|ys)|butterfl\w+|bflies|spreads|ones)\b)",
        " ",
        lead,
    )


def _each_value(reading: Reading, single: Calculation) -> tuple[Calculation, ...]:
    """The calculation at every value of a list that one of its numbers stands in ("at 29, 30 and 31")."""
    for name in _LISTED:
        source = single.sources.get(name)
        given = single.call.arguments.get(name)
        if source is None or given is None or given != source.value:
            continue
        entries = {future.strike for future in reading.futures}  # the price of the way in is none of a list of exits
        taken = [q for key, q in single.sources.items() if key != name] + [q for q in reading.quantities if q.value in entries]
        listed = _list_around(reading, source, taken)
        kind = int if isinstance(given, int) else float
        if len(listed) > 1 and all(kind(q.value) == q.value for q in listed):  # "22.10, 3 contracts" is no list
            return tuple(
                replace(single, call=Call(single.call.tool, {**single.call.arguments, name: kind(q.value)}))
                for q in listed[:MOST]
            )
    return (single,)


def _list_around(reading: Reading, source: Quantity, taken: Sequence[Quantity]) -> list[Quantity]:
    """The numbers joined to `source` by commas, "and" or "or", in order; numbers taken by something else end the list."""
    row = [q for q in reading.quantities if q.unit == source.unit]
    place = row.index(source)
    out = [source]
    for step in (1, -1):
        n = place + step
        while 0 <= n < len(row) and row[n] not in taken and _touch(reading, row[min(n, n - step)], row[max(n, n - step)]):
            out.append(row[n])
            n += step
    return sorted(out, key=lambda q: q.start)


def _touch(reading: Reading, first: Quantity, second: Quantity) -> bool:
    return _JOINED.fullmatch(reading.lower[first.end : second.start]) is not None


def _at_mid_and_natural(reading: Reading) -> tuple[Calculation, ...]:
    """A butterfly from the bids and asks of its three calls: what it costs at mid, and at natural (buy at ask, sell at bid)."""
    quotes = sorted((q for q in reading.quotes if q.kind == "call"), key=lambda q: q.strike)
    if len(quotes) != 3 or any(q.bid > q.ask for q in quotes):
        return ()
    lower, body, upper = quotes
    strikes = dict(zip(("lower", "body", "upper"), (q.strike for q in quotes), strict=True))
    prices = {"mid": _mid(lower) - 2 * _mid(body) + _mid(upper), "natural": lower.ask - 2 * body.bid + upper.ask}
    return tuple(
        Calculation(
            Call("butterfly", {**strikes, "debit": round(price, 6)}),
            note=f"At {name} the quotes make a debit of {price:.6g}: {_spelt(name, lower, body, upper)}.",
        )
        for name, price in prices.items()
    )


def _at_marks(reading: Reading) -> tuple[Calculation, ...]:
    """A butterfly from one price of each of its three calls ("25C 2.35 30C 1.40 35C 0.90, cost of the fly?")."""
    told = (marks(reading.lower), _listed_marks(reading.lower), _row_of_prices(reading), _by_part(reading))
    found = sorted(next((row for row in told if len(row) == 3), ()))
    if not found or reading.legs or _FLY.search(reading.lower) is None:
        return ()
    (lower, low), (body, middle), (upper, high) = found
    debit = round(low - 2 * middle + high, 6)
    note = f"the three prices make a debit of {debit:.6g}: the outer two less twice the middle one."
    return (Calculation(Call("butterfly", {"lower": lower, "body": body, "upper": upper, "debit": debit}), note=note),)


def _by_part(reading: Reading) -> tuple[tuple[float, float], ...]:
    """A price for each part of the one butterfly named ("lower call 2.20 ask, body 1.30 bid, upper 0.75 ask")."""
    prices = [m and float(m[1]) for m in (part.search(reading.without_ladders) for part in PARTS)]
    rungs = reading.ladder
    if len(reading.ladders) != 1 or len(rungs) != 3 or None in prices or not all(p and p < rungs[0] / 2 for p in prices):
        return ()
    return tuple((rung, float(price or 0)) for rung, price in zip(rungs, prices, strict=True))


def _row_of_prices(reading: Reading) -> tuple[tuple[float, float], ...]:
    """The prices in one row and the strikes in another ("2.10 / 1.05 / 0.55 for 25/30/35")."""
    rows = [ladder.strikes for ladder in reading.ladders if len(ladder.strikes) == 3]
    strikes = [row for row in rows if list(row) == sorted(set(row))]
    prices = [row for row in rows if list(row) == sorted(row, reverse=True)]
    if len(rows) != 2 or len(strikes) != 1 or len(prices) != 1 or prices[0][0] >= strikes[0][0] / 2:
        return ()
    return tuple(zip(strikes[0], prices[0], strict=True))


def _listed_marks(text: str) -> tuple[tuple[float, float], ...]:
    """Calls that are named once for all strikes ("calls: 25 at 2.1, 30 at 1.2, 35 at .7")."""
    listed = _CALLS_LISTED.search(text)
    return tuple((float(m[1]), float(m[2])) for m in _STRIKE_PRICE.finditer(listed[0])) if listed else ()


def _mid(quote: Quote) -> float:
    return (quote.bid + quote.ask) / 2


def _spelt(name: str, lower: Quote, body: Quote, upper: Quote) -> str:
    parts = [_mid(q) for q in (lower, body, upper)] if name == "mid" else [lower.ask, body.bid, upper.ask]
    return f"{parts[0]:g} − 2 × {parts[1]:g} + {parts[2]:g}"
