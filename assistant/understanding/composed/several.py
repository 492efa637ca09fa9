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
from assistant.understanding.composed.each_day import delta_each_day, pivots_in_turn
from assistant.understanding.composed.each_ladder import MOST, each_ladder
from assistant.understanding.composed.fees_told import with_and_without
from assistant.understanding.composed.fly_prices import at_both_prices, at_marks, at_mid_and_natural, of_two_spreads
from assistant.understanding.composed.futures_in_slice import futures_in_slice
from assistant.understanding.composed.hedge_shared import hedge_shared
from assistant.understanding.composed.hedge_sums import hedge_sums
from assistant.understanding.composed.macd_pairs import macd_pairs
from assistant.understanding.composed.marked_at_spot import marked_at_spot
from assistant.understanding.composed.marks_since import marked_since, open_result
from assistant.understanding.composed.notionals import as_minis, in_ticks, notionals, within_notional
from assistant.understanding.composed.other_size import in_other_size
from assistant.understanding.composed.part_settled import part_settled
from assistant.understanding.composed.parts import parts, spent
from assistant.understanding.composed.planned_sum import by_the_year, of_planned, planned_sum, shared_from
from assistant.understanding.composed.price_aimed import price_aimed
from assistant.understanding.composed.priced_in_turn import priced_in_turn
from assistant.understanding.composed.rates_told import each_rate
from assistant.understanding.composed.rolls import rolls
from assistant.understanding.composed.running import after_bars, ladder_told, running
from assistant.understanding.composed.settled_in_turn import added_in_turn
from assistant.understanding.composed.several_weights import each_weight
from assistant.understanding.composed.share_of_pot import move_to_lose, moved_of_pot, share_of_pot
from assistant.understanding.composed.shares_apart import shares_apart
from assistant.understanding.composed.sized import sized
from assistant.understanding.composed.standings import at_own_level, standings
from assistant.understanding.composed.states import in_each, off_body
from assistant.understanding.composed.sums_in import sums_in
from assistant.understanding.composed.together import beside_fly, either, taken_together
from assistant.understanding.composed.two_instruments import split
from assistant.understanding.composed.wanted import wanted
from assistant.understanding.composed.wholes import wholes
from assistant.understanding.composed.widths import by_width
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.framed.calculations import calculation
from assistant.understanding.hedge.staged_words import staged
from assistant.understanding.lines.averages import moved_on
from assistant.understanding.lines.rsi_both_ways import both_ways, told_by_ratio, unnamed
from assistant.understanding.lines.turns_spoken import turns_alone
from assistant.understanding.lines.two_bars import days_named
from assistant.understanding.positions.future_trades import logged
from assistant.understanding.text.joined import row_around
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.sought import Sought
from assistant.understanding.text.yearless_days import days_before_values, days_numbered
from tools.wording import listed
from tools.yearless import newest_first

_COUNTED: Final = re.compile(r"\s?(?:option )?(?:legs?|commissions?|fees|charges)\b")
_BESIDE: Final = ("rsi", "norm", "spot", "cash", "vix ", "mean", "average", "avg", "median", "breadth", "a/d", "ad line")
_INDEX: Final = ("spx", "s&p", "index")
_ENDS: Final = Sought(r"\b(?:each|both|either|the two) (?:end|edge|extreme)s?\b|\bat the (?:ends|edges|extremes)\b")
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
_NAMED: Final = ("macd_lines", "slopes_by_day", "histogram_bars", "depressed_readings")  # what takes names for its rows
_LISTED: Final = ("settlement", "debit", "contracts", "budget")


def calculations(reading: Reading) -> tuple[Calculation, ...]:
    """Every calculation that the question asks for, in its order; () where its numbers fit no tool."""
    plain = days_numbered(reading.lower)
    found = _asked_for(reading if plain == reading.lower else Reading(plain))
    return in_days(reading, (*found, *added_in_turn(reading, found), *by_the_year(reading, found)))


def in_days(reading: Reading, found: tuple[Calculation, ...]) -> tuple[Calculation, ...]:
    """Calculations on bars that the question tells by their days, with the names of the days."""
    if all(_ROWS.get(one.call.tool) not in one.call.arguments for one in found):
        return found
    days = tuple(day for day, _ in days_before_values(reading.lower)) or days_named(reading.lower)
    return tuple(_by_day(days, one) for one in found) if len(days) > 1 else found


def _by_day(days: tuple[str, ...], found: Calculation) -> Calculation:
    """Bars that are told by their days, called so: as the tool takes names for them, or with a note of which is which."""
    arguments = dict(found.call.arguments)
    if len(days) != len(arguments.get(_ROWS.get(found.call.tool, ""), ())) or "labels" in arguments:
        return found
    if found.call.tool not in _NAMED:
        return _noted(found, f"the points, or bars, are in their order {listed(days)}.")
    arguments["labels"] = list(days)
    if not newest_first(days):
        return replace(found, call=Call(found.call.tool, arguments))
    turned = {name: value[::-1] if isinstance(value, list) else value for name, value in arguments.items()}
    order = "the days were told from the newest to the oldest; they were reversed first."
    return _noted(replace(found, call=Call(found.call.tool, turned)), order)


def _noted(found: Calculation, said: str) -> Calculation:
    return found if said in found.note else replace(found, note=" ".join(filter(None, (found.note, said))))


def _asked_for(reading: Reading) -> tuple[Calculation, ...]:
    if not reading.numbered:
        return _without_numbers(reading)
    if shared_out := split(reading, calculations):
        return shared_out
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
        or at_mid_and_natural(reading)
        or at_marks(reading)
        or marked_since(reading)
        or of_two_spreads(reading)
        or macd_pairs(reading)
        or moved_on(reading)
        or (both_ways(reading) or told_by_ratio(reading) if "rsi" in reading.lower else unnamed(reading))
        or by_width(reading)
        or by_account(reading)
        or move_to_lose(reading)
        or moved_of_pot(reading)
        or priced_in_turn(reading)
        or futures_in_slice(reading)
        or within_notional(reading)
        or budget_wanted(reading)
        or budget_changed(reading)
        or hedge_shared(reading)
        or sums_in(reading)
        or shares_apart(reading)
        or planned_sum(reading)
        or ladder_told(reading)
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
        or pivots_in_turn(reading)
        or delta_each_day(reading)
        or at_own_level(reading)
        or staged(reading)
    )
    if found:
        return found
    single = calculation(reading)
    if any(word in reading.lower for word in (*_BESIDE, *_INDEX)) and (beside := standings(reading, single)):
        return beside
    if single is None:
        return running(reading) or parts(reading)
    if single.call.tool == "pair_forward":
        return each_rate(reading.lower, single)
    return _further(reading, single)


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
        or of_planned(reading, single)
        or part_settled(reading, single)
        or open_result(reading, single)
        or in_other_size(reading, single)
        or in_each(reading, single)
        or at_both_prices(reading, single)
        or with_and_without(reading, single)
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
