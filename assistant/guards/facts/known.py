"""Which things each tool's result has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from inspect import signature
from typing import Any, Final

from assistant.guards.facts import of_dates, of_money, of_options, of_positions, of_series
from assistant.guards.facts.of_counts import tallies_of
from assistant.guards.facts.of_fields import of_fields
from assistant.guards.facts.things import Facts
from tools import CATALOGUE

_OF: Final[Mapping[str, Callable[[Mapping[str, Any]], Facts]]] = {
    "butterfly": of_positions.of_outcome,
    "position": of_positions.of_outcome,
    "black76": of_options.of_option,
    "implied_volatility": of_options.of_option,
    "butterfly_value": of_positions.of_value,
    "butterfly_value_today": of_options.of_value_today,
    "time_shift": of_options.of_time_shift,
    "finish_chance": of_options.of_chance,
    "wing_adjustment": of_options.of_wings,
    "parity": of_options.of_parity,
    "macd_cross": of_series.of_macd_cross,
    "macd_values": of_series.of_macd_values,
    "macd_trigger": of_series.of_macd_trigger,
    "ema_step": of_series.of_average_step,
    "wilder_step": of_series.of_average_step,
    "smoothing_constant": of_series.of_smoothing,
    "rsi_value": of_series.of_rsi,
    "rsi_extreme": of_series.of_rsi,
    "series_summary": of_series.of_summary,
    "term_structure": of_series.of_curve,
    "advance_decline": of_series.of_breadth,
    "breadth_divergence": of_series.of_divergence,
    "first_bars": of_series.of_first_bars,
    "budget_split": of_money.of_budget,
    "units_for_budget": of_money.of_budget,
    "tranche_plan": of_money.of_plan,
    "tranche_units": of_money.of_tranche_units,
    "layer_split": of_money.of_layers,
    "part_of": of_money.of_part,
    "running_share": of_money.of_share,
    "staged_cost": of_money.of_fills,
    "round_trip": of_money.of_trade,
    "staged_exit": of_money.of_exits,
    "irr": of_money.of_flows,
    "xirr": of_money.of_flows,
    "wacc": of_money.of_capital,
    "vix_expiries": of_dates.of_expiries,
    "event_window": of_dates.of_events,
    "contract_value": of_money.of_contract,
}


def facts_of(tool: str, told: Mapping[str, Any]) -> Facts:
    """What can be said of a result, `told` as a dictionary: as its own module tells it, or as its fields do."""
    whole = {**told, "inputs": {**_defaults(tool), **told["inputs"]}} if tool in CATALOGUE else told
    facts = _OF[tool](whole) if tool in _OF else of_fields(tool, whole)
    counted = tallies_of(tool, whole)
    return replace(facts, tallies=counted) if counted else facts


@cache
def _defaults(tool: str) -> dict[str, Any]:
    """What a tool takes for a parameter that is not given."""
    parameters = signature(CATALOGUE[tool].function).parameters.values()
    return {p.name: None if p.default is p.empty else p.default for p in parameters}
