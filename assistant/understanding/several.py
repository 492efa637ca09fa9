"""Several calculations in one question: two butterflies compared, one at several settlements, a fly at bid and ask.

Each is read as if it had been asked alone: with its own numbers, and with those that the question says for all.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from assistant.session import Call
from assistant.understanding.composed.account_rule import by_account
from assistant.understanding.composed.averaged_flies import averaged
from assistant.understanding.composed.bought_for import bought_for
from assistant.understanding.composed.budget_changed import budget_changed
from assistant.understanding.composed.budget_wanted import budget_wanted
from assistant.understanding.composed.curves_moved import curves
from assistant.understanding.composed.each_ladder import MOST, each_ladder
from assistant.understanding.composed.fly_prices import at_both_prices, of_two_spreads
from assistant.understanding.composed.futures_in_slice import futures_in_slice
from assistant.understanding.composed.hedge_shared import hedge_shared
from assistant.understanding.composed.hedge_sums import hedge_sums
from assistant.understanding.composed.macd_pairs import macd_pairs
from assistant.understanding.composed.marked_at_spot import marked_at_spot
from assistant.understanding.composed.notionals import as_minis, in_ticks, notionals
from assistant.understanding.composed.other_size import in_other_size
from assistant.understanding.composed.part_settled import part_settled
from assistant.understanding.composed.parts import parts, spent
from assistant.understanding.composed.planned_sum import planned_sum, shared_from
from assistant.understanding.composed.price_aimed import price_aimed
from assistant.understanding.composed.priced_in_turn import priced_in_turn
from assistant.understanding.composed.rates_told import each_rate
from assistant.understanding.composed.rolls import rolls
from assistant.understanding.composed.running import after_bars, running
from assistant.understanding.composed.several_weights import each_weight
from assistant.understanding.composed.share_of_pot import move_to_lose, share_of_pot
from assistant.understanding.composed.shares_apart import shares_apart
from assistant.understanding.composed.sized import sized
from assistant.understanding.composed.standings import standings
from assistant.understanding.composed.states import in_each, off_body
from assistant.understanding.composed.sums_in import sums_in
from assistant.understanding.composed.together import beside_fly, either, taken_together
from assistant.understanding.composed.two_instruments import between_two, shares_told, without
from assistant.understanding.composed.wanted import wanted
from assistant.understanding.composed.wholes import wholes
from assistant.understanding.composed.widths import by_width
from assistant.understanding.filling.brought import From
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.framed.calculations import calculation
from assistant.understanding.hedge.staged_words import staged
from assistant.understanding.lines.averages import moved_on
from assistant.understanding.lines.pivots_told import in_turn
from assistant.understanding.lines.rsi_both_ways import both_ways, told_by_ratio
from assistant.understanding.lines.turns_spoken import turns_alone
from assistant.understanding.lines.two_bars import days_named
from assistant.understanding.positions.future_trades import logged
from assistant.understanding.text.joined import row_around
from assistant.understanding.text.legs import marks
from assistant.understanding.text.named_strikes import PARTS
from assistant.understanding.text.quantities import Reading
from tools.wording import listed, points

_FLY: Final = re.compile(r"\b(?:butterfl\w*|b?fly|flies|bflies)\b")
_PAIR: Final = r"(\d{1,4}(?:\.\d{1,2})?)\s?(?:at|@|=|:|is|for)\s?\$?(\d{0,3}\.\d{1,3}|\d{1,3})(?![\w%]|\.\d)"
_STRIKE_PRICE: Final = re.compile(_PAIR)
_CALLS_LISTED: Final = re.compile(rf"\bcalls?(?: prices?| quotes?)?:? {_PAIR}(?:,? (?:and )?{_PAIR}){{2}}")
_COUNTED: Final = re.compile(r"\s?(?:option )?(?:legs?|commissions?|fees|charges)\b")
_BESIDE: Final = ("rsi", "norm", "spot", "cash", "mean", "average", "avg", "spx", "s&p", "index", "breadth", "a/d", "ad line")
_ENDS: Final = re.compile(r"\b(?:each|both|either|the two) (?:end|edge|extreme)s?\b|\bat the (?:ends|edges|extremes)\b")
_STRETCH: Final = re.compile(
    r"(?<![\w.$/])(\d{2}(?:\.\d{1,2})?)(?: to | and | or |\s?[-–]\s?)(\d{2}(?:\.\d{1,2})?)"
    r"(?![\w%/]|\.\d|\s?(?:days?|dte|contracts?))"
)
_ROWS: Final = {  # a row of bars in each of these
    "macd_lines": "macd",
    "advance_decline": "advances",
    "slopes_by_day": "front",
    "histogram_bars": "values",
    "depressed_readings": "values",
}
_LISTED: Final = ("settlement", "debit", "contracts", "budget")


def calculations(reading: Reading) -> tuple[Calculation, ...]:
    """Every calculation that the question asks for, in its order; () where its numbers fit no tool."""
    return tuple(_by_day(reading, found) for found in _asked_for(reading))


def _by_day(reading: Reading, found: Calculation) -> Calculation:
    """Bars that are told by the days of the week, with a note of which is which."""
    rows = _ROWS.get(found.call.tool)
    days = days_named(reading.lower) if rows in found.call.arguments else ()
    if len(days) < 2 or len(days) != len(found.call.arguments.get(rows or "", ())):
        return found
    order = f"the points, or bars, are in their order {listed(days)}."
    return replace(found, note=" ".join(filter(None, (found.note, order))))


def _asked_for(reading: Reading) -> tuple[Calculation, ...]:
    if not reading.numbered:
        return _without_numbers(reading)
    if (split := shares_told(reading.lower)) is not None:
        span, shares, names = split
        return between_two(reading, calculations(without(reading, span)), shares, names)
    structures = each_ladder(reading) or beside_fly(reading) or either(reading)
    found = (
        _log(reading)
        or rolls(reading)
        or taken_together(reading, structures)
        or wanted(reading)
        or off_body(reading)
        or averaged(reading)
        or price_aimed(reading)
        or bought_for(reading)
        or _at_mid_and_natural(reading)
        or _at_marks(reading)
        or of_two_spreads(reading)
        or macd_pairs(reading)
        or moved_on(reading)
        or (both_ways(reading) or told_by_ratio(reading) if "rsi" in reading.lower else ())
        or by_width(reading)
        or by_account(reading)
        or move_to_lose(reading)
        or priced_in_turn(reading)
        or futures_in_slice(reading)
        or budget_wanted(reading)
        or budget_changed(reading)
        or hedge_shared(reading)
        or sums_in(reading)
        or shares_apart(reading)
        or planned_sum(reading)
        or marked_at_spot(reading)
        or hedge_sums(reading)
        or sized(reading)
        or spent(reading)
        or curves(reading)
        or notionals(reading)
        or in_ticks(reading)
        or as_minis(reading)
        or each_weight(reading)
        or wholes(reading)
        or _pivots(reading)
        or staged(reading)
    )
    if found:
        return found
    single = calculation(reading)
    if any(word in reading.lower for word in _BESIDE) and (beside := standings(reading, single)):
        return beside
    if single is None:
        return running(reading) or parts(reading)
    if single.call.tool == "pair_forward":
        return each_rate(reading.lower, single)
    return _further(reading, single)


def _pivots(reading: Reading) -> tuple[Calculation, ...]:
    """Three pivots or more of an index and its A/D line, each held against the one before."""
    return tuple(Calculation(Call("two_pivots", told)) for told in in_turn(reading))


def _log(reading: Reading) -> tuple[Calculation, ...]:
    """Several trades that are closed, added up."""
    told = logged(reading)
    return () if told is None else (Calculation(Call("trade_log", told)),)


def _without_numbers(reading: Reading) -> tuple[Calculation, ...]:
    """What words alone ask to be worked out ("where am I after four adds", "RSI when there are no down days")."""
    by_ratio = (told_by_ratio(reading) if "rsi" in reading.lower else ()) or turns_alone(reading.lower)
    single = None if by_ratio else calculation(reading)
    return by_ratio or ((single,) if single is not None else running(reading))


def _further(reading: Reading, single: Calculation) -> tuple[Calculation, ...]:
    """The calculation with what the question asks beside it: other settlements, the part that was closed, other numbers."""
    return (
        after_bars(reading, single)
        or share_of_pot(reading, single)
        or shared_from(reading, single)
        or part_settled(reading, single)
        or in_other_size(reading, single)
        or in_each(reading, single)
        or at_both_prices(reading, single)
        or _at_ends(reading, single)
        or _each_value(reading, single)
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
        listed = [q for q in row_around(reading, source, taken) if q == source or not _COUNTED.match(reading.after(q))]
        kind = int if isinstance(given, int) else float
        if len(listed) > 1 and all(kind(q.value) == q.value for q in listed):  # "22.10, 3 contracts" is no list
            return tuple(
                replace(single, call=Call(single.call.tool, {**single.call.arguments, name: kind(q.value)}))
                for q in listed[:MOST]
            )
    return (single,)


def _at_ends(reading: Reading, single: Calculation) -> tuple[Calculation, ...]:
    """The butterfly at both ends of a stretch ("vix lands somewhere 26 to 29, pnl at each end"); () where none is told."""
    told = _STRETCH.search(reading.without_ladders) if _ENDS.search(reading.lower) else None
    if told is None or single.call.tool != "butterfly" or single.missing:
        return ()
    ends = (float(told[1]), float(told[2]))
    return tuple(replace(single, call=Call("butterfly", {**single.call.arguments, "settlement": end})) for end in ends)


def _at_mid_and_natural(reading: Reading) -> tuple[Calculation, ...]:
    """A butterfly from the bids and asks of its three calls: what it costs at mid, and at natural (buy at ask, sell at bid)."""
    quotes = sorted((q for q in reading.quotes if q.kind == "call"), key=lambda q: q.strike)
    if len(quotes) != 3 or any(q.bid > q.ask for q in quotes):
        return ()
    strikes = dict(zip(("lower", "body", "upper"), (q.strike for q in quotes), strict=True))
    sides = {f"{name}_quote": [q.bid, q.ask] for name, q in zip(strikes, quotes, strict=True)}
    priced = ("mid", "natural")
    return (
        Calculation(Call("fly_debit", sides)),
        *(Calculation(Call("butterfly", {**strikes, "debit": From("fly_debit", price)})) for price in priced),
    )


def _at_marks(reading: Reading) -> tuple[Calculation, ...]:
    """A butterfly from one price of each of its three calls ("25C 2.35 30C 1.40 35C 0.90, cost of the fly?")."""
    told = (marks(reading.lower), _listed_marks(reading.lower), _row_of_prices(reading), _by_part(reading))
    found = sorted(next((row for row in told if len(row) == 3), ()))
    if not found or reading.legs or _FLY.search(reading.lower) is None:
        return ()
    (lower, low), (body, middle), (upper, high) = found
    debit = round(low - 2 * middle + high, 6)
    sum_of = f"{points(low)} − 2 × {points(middle)} + {points(high)} = {points(debit)}"
    if any(points(price) not in reading.text for price in (low, middle, high)):  # told as typed, or not at all
        sum_of = points(debit)
    note = f"the three prices make a debit of {sum_of}: the outer two less twice the middle one."
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
