"""Several butterflies in one question, each read as if it had been asked alone: its own number of them, price and settlement.

What is said once ("at 28", "for 0.85", "five of each") is said for all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.framed.calculations import calculation
from assistant.understanding.text.joined import row_around
from assistant.understanding.text.ladder import Ladder
from assistant.understanding.text.number_words import WORDS
from assistant.understanding.text.quantities import Reading, blanked

MOST: Final = 6  # calculations of one question
_CLAUSE_END: Final = re.compile(r"[,;:.?!](?!\d)|\s(?:both|each|all)\b")
_COUNT: Final = re.compile(
    rf"(?<![\w.$/-])(?:\d{{1,5}}|{'|'.join(WORDS)})\s?(?:x\s?|times\s|lots?\s|contracts?\s)?(?:of\s)?(?:the\s|vix\s|call\s)*(?:b?fl(?:y|ies)\s|butterfl(?:y|ies)\s)?$"
)
_SIDE_AHEAD: Final = re.compile(  # "buy 20/25/30 at 1, sell 1 25/30/35 at .6"
    r"\b(?:sell|sold|selling|sld|short|buy|bought|buying|bot|long)\s(?:(?:the|an?|one|vix|call|again|\d{1,4})\s){0,4}$"
)
_PRICE_AHEAD: Final = re.compile(  # ".85 for 25/30/35 or 1.40 for 25/33/41"
    r"(?<![\w.$/-])\$?(?:\d++(?:\.\d++)?|\.\d++) (?:debit )?(?:for|on|buys|gets)(?: me)?(?: (?:the|an?|one))?(?: vix| call)* $"
)
_LABEL: Final = re.compile(
    r"\b(fly|butterfly|trade|position|structure|case) (?:#? ?\d|one|two|three|four"
    r"|[a-d])\b(?=[ :,(=]{1,3}\d)"
)
_PRICE: Final = re.compile(r"\b(?:at|for|from|paid|cost|costs|@) ?$")


def each_ladder(reading: Reading) -> tuple[Calculation, ...]:
    """One calculation a ladder of three rising strikes, where there are several."""
    found = [ladder for ladder in reading.ladders if len(ladder.strikes) == 3 and ladder.rises]
    if len(found) < 2:
        return ()
    if _LABEL.search(reading.lower) is not None:  # "fly one …, fly two …" are names
        return each_ladder(Reading(_LABEL.sub(r"\1", reading.lower)))
    text = reading.lower
    ahead = [_PRICE_AHEAD.search(text, max(0, ladder.start - 32), ladder.start) for ladder in found]
    counts = [_counted(text, ladder.start) for ladder in found]
    if all(price is not None for price in ahead):
        counts = [price.start() for price in ahead if price is not None]
    starts = [ladder.start if at is None else at for ladder, at in zip(found, counts, strict=True)] + [len(text)]
    # A number that only the first has is that of all ("ten 25/30/35 or 30/35/40").
    shared_lead, own_lead = text[: found[0].start], text[: starts[0]]
    last = text[found[-1].start + len("25/30/35") :]
    shared = ((end := _CLAUSE_END.search(last)) and last[end.start() :]) or ""
    sides = [_SIDE_AHEAD.search(text, max(0, at - 32), at) for at in starts[1:-1]]
    out = []
    for n, ladder in enumerate(found[:MOST]):
        lead = own_lead if n == 0 or counts[n] is not None else shared_lead
        side, next_side = (([None, *sides, None])[k] for k in (n, n + 1))
        lead = lead if side is None else side[0]  # what is done with this one alone
        own = text[starts[n] : starts[n + 1] if next_side is None else next_side.start()]
        told = _uncounted(lead, len(found)) + own + (shared if n < len(found) - 1 else "")
        alone = calculation(Reading(told))
        if alone is None or alone.missing:  # a price that is said once for all
            others = [span for other in found if other is not ladder for span in other.spans]
            alone = calculation(Reading(blanked(text, others)))
        if alone is None:
            return ()
        out.append(alone)
    return _settled_alike(_priced_in_turn(text, found, out)) if _alike(out) else ()


def _alike(read: Sequence[Calculation]) -> bool:
    """Whether all are of one tool, or all of them positions with a payoff."""
    tools = {c.call.tool for c in read}
    return len(tools) == 1 or tools <= {"butterfly", "position"}


def _counted(text: str, end: int) -> int | None:
    """Where the number of butterflies just before `end` begins; None where none is told there."""
    count = _COUNT.search(text, max(0, end - 24), end)
    return None if count is None or _PRICE.search(text, 0, count.start()) else count.start()


def _priced_in_turn(text: str, found: Sequence[Ladder], read: Sequence[Calculation]) -> tuple[Calculation, ...]:
    """The calculations with a list of as many prices as there are ladders told off one by one ("…, paid .8 and 1.2")."""
    last = Reading(blanked(text, [span for ladder in found[:-1] for span in ladder.spans]))
    whole = calculation(last)
    source = whole.sources.get("debit") if whole is not None else None
    if source is None or len({c.call.arguments.get("debit") for c in read}) > 1:
        return tuple(read)
    listed = row_around(last, source, [])
    if len(listed) != len(read):
        return tuple(read)
    return tuple(
        replace(c, call=Call(c.call.tool, {**c.call.arguments, "debit": q.value}), missing=())
        for c, q in zip(read, listed, strict=True)
    )


def _settled_alike(read: tuple[Calculation, ...]) -> tuple[Calculation, ...]:
    """A settlement told beside one of them is that of all where no other is told."""
    told = {c.call.arguments["settlement"] for c in read if "settlement" in c.call.arguments}
    if len(told) != 1:
        return read
    (at,) = told
    return tuple(replace(c, call=Call(c.call.tool, {**c.call.arguments, "settlement": at})) for c in read)


def _uncounted(lead: str, count: int) -> str:
    """The words before the ladders without the number of them: "three flies: …" is one of each."""
    named = "|".join(word for word, number in WORDS.items() if number == count)
    return re.sub(
        rf"\b(?:{count}|{named or count})(?= (?:\w{{1,9}} ){{0,2}}(?:fl(?:y|ies|ys)|butterfl\w+|bflies|spreads|ones)\b)",
        " ",
        lead,
    )
