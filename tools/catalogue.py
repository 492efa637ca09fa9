"""The catalogue: every tool once, described from its own signature and docstring.

Agent tools, CLI sub-commands, calculators and the README table are generated from it; nothing is written twice.
Adding a tool is one file plus one name in `_TOOLS`.
"""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any, get_type_hints

from tools.described_parameters import Parameter, described
from tools.result import Result

__all__ = ["CATALOGUE", "Catalogue", "Parameter", "Tool"]

# One registration a tool: "module.function".
_TOOLS: tuple[str, ...] = (
    "butterfly.butterfly",
    "butterfly_value.butterfly_value",
    "implied_butterfly.implied_butterfly",
    "position.position",
    "spread_by_width.spread_by_width",
    "quotes.butterfly_quote",
    "fly_debit.fly_debit",
    "black76.black76",
    "implied.implied_volatility",
    "parity.parity",
    "pair_forward.pair_forward",
    "parity_forward.parity_forward",
    "put_iv.ten_delta_put_iv",
    "iv_between.iv_at_delta",
    "delta_bracket.delta_bracket",
    "iv_by_days.iv_at_tenor",
    "skew_between.skew_between",
    "butterfly_today.butterfly_value_today",
    "time_shift.time_shift",
    "finish.finish_chance",
    "expected_move.expected_move",
    "wings.wing_adjustment",
    "dealer_gamma.dealer_gamma",
    "trigger.macd_trigger",
    "cross.macd_cross",
    "histogram_bars.histogram_bars",
    "histogram_peaks.histogram_peaks",
    "macd_lines.macd_lines",
    "macd_lines.simple_signal",
    "normalised_level.normalised_level",
    "depressed_readings.depressed_readings",
    "rescaled_series.rescaled_series",
    "normalised_level.value_at_level",
    "range_level.range_level",
    "tranches.tranche_plan",
    "tranche_units.tranche_units",
    "shares.running_share",
    "layers.layer_split",
    "units.units_for_budget",
    "units_for_profit.units_for_profit",
    "budget.budget_split",
    "part_of.part_of",
    "whole_of_part.whole_of_part",
    "share_of.share_of",
    "scaled_count.scaled_count",
    "move_for_profit.move_for_profit",
    "dollar_difference.dollar_difference",
    "expected_value.expected_value",
    "fills.staged_cost",
    "price_for_average.price_for_average",
    "contracts.contract_value",
    "round_trip.round_trip",
    "at_marks.at_marks",
    "roll_cost.roll_cost",
    "exit_for_target.exit_for_target",
    "staged_exit.staged_exit",
    "trade_log.trade_log",
    "running_total.running_total",
    "curve.term_structure",
    "yearly_slope.yearly_slope",
    "slopes_by_day.slopes_by_day",
    "spot_basis.spot_basis",
    "vix_expiries.vix_expiries",
    "breadth.advance_decline",
    "net_advances_line.net_advances_line",
    "net_left.net_left",
    "two_pivots.two_pivots",
    "divergence_in_words.divergence_in_words",
    "pivot_known.pivot_known",
    "rsi.rsi_extreme",
    "divergence.breadth_divergence",
    "irr.irr",
    "xirr.xirr",
    "npv.net_present_value",
    "wacc.wacc",
    "smoothing.ema_step",
    "ema_of_values.ema_of_values",
    "ema_input.ema_input",
    "weighted_step.weighted_step",
    "ema_weights.weight_span",
    "ema_weights.start_left",
    "smoothing.wilder_step",
    "smoothing.smoothing_constant",
    "macd_values.macd_values",
    "third_line.third_line",
    "macd_step.macd_step",
    "macd_after_value.macd_after_value",
    "macd_after_value.macd_input",
    "cross_needs.cross_needs",
    "stretches.macd_of_stretches",
    "stretches.macd_of_slope",
    "macd_values.first_bars",
    "rsi_value.rsi_value",
    "rsi_step.rsi_step",
    "rsi_step.rsi_ratio",
    "rsi_line.rsi_line",
    "first_rsi.first_rsi",
    "backtest.backtest",
    "sweep.sweep",
    "event_window.event_window",
    "around_events.around_events",
    "event_spacing.event_spacing",
    "confirmations.confirmations",
    "confirming_moves.confirming_moves",
    "series_summary.series_summary",
    "average_line.average_line",
    "explained_data.explain_data",
)


@dataclass(frozen=True)
class Tool:
    """One catalogue entry. `function` is the plain typed function that `from tools import …` gives."""

    name: str
    function: Callable[..., Result]
    result: type[Result]

    @cached_property
    def meaning(self) -> str:
        """The first line of the docstring: what the tool promises."""
        return inspect.getdoc(self.function).splitlines()[0]  # type: ignore[union-attr]

    @cached_property
    def parameters(self) -> tuple[Parameter, ...]:
        """The typed parameters in order."""
        return described(self.function)

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """Names of the result's own fields."""
        return tuple(f.name for f in fields(self.result) if f.name not in ("inputs", "assumptions"))

    def run(self, **arguments: Any) -> Result:
        """Call the tool."""
        return self.function(**arguments)


class Catalogue(Mapping[str, Tool]):
    """All tools by name, in the order of registration; each module is imported when its tool is first asked for."""

    def __init__(self, paths: tuple[str, ...]) -> None:
        self._paths = {path.rpartition(".")[2]: path for path in paths}
        self._tools: dict[str, Tool] = {}

    def __getitem__(self, name: str) -> Tool:
        if name not in self._tools:
            module, _, attribute = self._paths[name].rpartition(".")
            function = getattr(importlib.import_module(f"tools.{module}"), attribute)
            self._tools[name] = Tool(name, function, get_type_hints(function)["return"])
        return self._tools[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


CATALOGUE = Catalogue(_TOOLS)
