"""Part of a pattern whose rest is known: another bar of a cross, another month of a curve, the other side of a position."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from assistant.session import Call
from assistant.understanding.composed.marks_since import marked_again
from assistant.understanding.conversation import told_anew
from assistant.understanding.conversation.part_of_fly import for_so_many, level_told, net_told, of_fly, size_told
from assistant.understanding.conversation.yearly import days_told
from assistant.understanding.filling.macd_spans import spans_named
from assistant.understanding.filling.targets import target_changed
from assistant.understanding.hedge.layered import TOOL as LAYER_SPLIT
from assistant.understanding.hedge.layered import reshared
from assistant.understanding.lines.turns_spoken import turn_changed
from assistant.understanding.positions.exits import exit_added
from assistant.understanding.positions.leg_structures import resized, turned
from assistant.understanding.positions.moves_told import move_changed
from assistant.understanding.positions.pricing import sides_changed, strike_changed, terms_changed, vol_changed
from assistant.understanding.positions.trades import exit_changed
from assistant.understanding.positions.two_futures import level_of_index
from assistant.understanding.positions.vols_told import other_delta, quote_changed
from assistant.understanding.table.backtests import backtest_terms
from assistant.understanding.text.quantities import Reading

Reader = Callable[[Reading, Mapping[str, Any]], Mapping[str, Any]]
"""What the words say anew of a calculation, from them and its arguments; empty where they say nothing of it."""


def _alone(read: Callable[[Reading], Mapping[str, Any]]) -> Reader:
    """A reader that needs no arguments of the calculation."""
    return lambda reading, known: read(reading)


def _vols(*names: str) -> tuple[Reader, Reader]:
    """Terms of an option with the volatilities of these names, and those by themselves."""
    return (lambda reading, known: terms_changed(reading, names)), (lambda reading, known: vol_changed(reading, names))


def _size_in_dollars(reading: Reading, known: Mapping[str, Any]) -> Mapping[str, Any]:
    return resized(reading) if "multiplier" in known else {}


_TERMS, _VOL = _vols("vol")
_STRIKE: Final = _alone(strike_changed)
_SIDES: Final = (sides_changed,)

_READERS: Final[Mapping[str, tuple[Reader, ...]]] = {
    "butterfly": (target_changed, of_fly),
    "position": (target_changed, turned, for_so_many, net_told, level_told),
    "exit_for_target": (target_changed,),
    "at_marks": (_alone(resized), marked_again, size_told),
    "round_trip": (_size_in_dollars, _alone(exit_changed), size_told, for_so_many),
    "staged_exit": (_size_in_dollars, exit_added),
    "parity": _SIDES,
    "pair_forward": _SIDES,
    "butterfly_value_today": _vols("vol_lower", "vol_body", "vol_upper"),
    "butterfly_quote": (size_told, for_so_many),
    "tranche_plan": (told_anew.later_share, told_anew.first_share),
    "tranche_units": (told_anew.later_share,),
    "running_share": (told_anew.later_share, told_anew.first_share),
    "units_for_budget": (told_anew.budget_risked,),
    LAYER_SPLIT: (_alone(reshared),),
    "macd_trigger": (_alone(spans_named),),
    "macd_cross": (told_anew.cross_or_level,),
    "ema_step": (told_anew.step_of("span"),),
    "wilder_step": (told_anew.step_of("period"),),
    "rsi_value": (told_anew.side_of_rsi,),
    "vix_expiries": (told_anew.settled_from,),
    "expected_move": (move_changed,),
    "irr": (told_anew.first_flow,),
    "black76": (_TERMS, _STRIKE, _VOL),
    "implied_volatility": (_STRIKE, told_anew.option_price),
    "iv_at_delta": (quote_changed, _alone(other_delta)),
    "backtest": (_alone(backtest_terms),),
    "event_window": (told_anew.window_of("days"),),
    "around_events": (told_anew.window_of("window"),),
    "contract_value": (told_anew.other_product,),
    "divergence_in_words": (turn_changed,),
    "yearly_slope": (days_told,),
    "spot_basis": (_alone(level_of_index),),
    "term_structure": (told_anew.month_or_curve,),
}
"""By tool, what reads the words for it: the first that finds something speaks."""


def in_part(reading: Reading, last: Call) -> Mapping[str, Any]:
    """What the words say anew of the last calculation; empty where they say nothing of its parts."""
    return next((found for read in _READERS.get(last.tool, ()) if (found := read(reading, last.arguments))), {})
