"""The calculations that a question's numbers may be for, and the parts that numbers play in each.

A part is a parameter of the tool, or stands for several of them (the strikes of a butterfly, the price of a fill).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from assistant.understanding.judged.form_arguments import (
    Arguments,
    Maker,
    Told,
    basis,
    contract,
    curve,
    deployed,
    exits,
    fills,
    flows,
    layers,
    option,
    plain,
    quoted,
    rates,
    shares,
    timed,
    traded,
    wacc,
    whole_of,
)
from assistant.understanding.judged.form_lines import (
    against_usual,
    averages,
    crossed,
    first_bars,
    netted,
    on_scale,
    pivoted,
    sloped,
    start_left,
    stepped,
    third,
    weight,
)
from assistant.understanding.judged.form_structures import implied, spread, structure, valued_today
from assistant.understanding.judged.roles import NONE
from assistant.understanding.text.quantities import Reading


@dataclass(frozen=True)
class Form:
    """One calculation.

    Attributes:
        tool: its name in the catalogue.
        parts: parts → whether several numbers may play it.
        needs: parts without which there is no calculation.
        least: how many of all parts there must be.
        made: the tool's arguments of the numbers in their parts; None where they do not fit.
        paired: parts that come in equal numbers.
    """

    tool: str
    parts: Mapping[str, bool]
    needs: tuple[str, ...]
    least: int
    made: Maker
    paired: tuple[str, ...] = ()

    def arguments(self, told: Told, reading: Reading) -> Arguments | None:
        """The tool's arguments; None where something is missing or does not fit."""
        if (
            any(part not in told for part in self.needs)
            or sum(len(item.values) for items in told.values() for item in items) < self.least
        ):
            return None
        return self.made(told, reading)


def _form(
    tool: str,
    needs: str = "",
    further: str = "",
    made: Maker | None = None,
    least: int = 1,
    paired: str = "",
) -> Form:
    """A form from the names of its parts, those that may stand several times with a "+"."""
    parts = {name.rstrip("+"): name.endswith("+") for name in (*needs.split(), *further.split())}
    return Form(tool, parts, tuple(n.rstrip("+") for n in needs.split()), least, made or plain(tool), tuple(paired.split()))


_SPANS: Final = "fast slow"
FORMS: Final[Mapping[str, Form]] = {
    form.tool: form
    for form in (
        _form("butterfly", "strikes+ debit", "contracts settlement fees target target_return", structure("butterfly")),
        _form("butterfly_value", "strikes+ settlement", "contracts", structure("butterfly_value")),
        _form(
            "implied_butterfly",
            "",
            "strikes+ lower body upper wing debit break_even_low break_even_high max_profit max_loss reward_to_risk zone_width "
            "settlement profit contracts",
            implied,
            least=2,
        ),
        _form("spread_by_width", "width net", "contracts fees", spread),
        _form("butterfly_value_today", "strikes+ forward days vols+", "debit rate contracts", valued_today),
        _form("contract_value", "price", "contracts", contract("contract_value")),
        _form("move_for_profit", "profit", "contracts", contract("move_for_profit")),
        _form("round_trip", "entry leave", "contracts fees", traded("round_trip")),
        _form("exit_for_target", "entry", "target target_return contracts", traded("exit_for_target"), least=2),
        _form("units_for_budget", "budget unit_cost", "share"),
        _form("tranche_plan", "budget", "first step cap unit_cost share"),
        _form("tranche_units", "planned", "first step tranches"),
        _form("running_share", "", "first step adds"),
        _form("layer_split", "planned", "parts+", layers),
        _form("budget_split", "budget deployed", "", deployed),
        _form("part_of", "amount whole"),
        _form("share_of", "whole shares+", "", shares),
        _form("scaled_count", "count per account", "unit_cost"),
        _form("whole_of_part", "amount share", "", whole_of),
        _form("staged_cost", "price+ units+", "", fills, least=4, paired="price units"),
        _form("price_for_average", "average units more aim"),
        _form("staged_exit", "entry price+ units+", "contracts", exits, least=3, paired="price units"),
        _form("net_present_value", "cash_flows+ rate", "", flows("net_present_value"), least=3),
        _form("irr", "cash_flows+", "", flows("irr"), least=2),
        _form("wacc", "values+ costs+", "taxes+", wacc, least=4),
        _form("macd_values", "fast_ema slow_ema", "signal", averages("macd_values")),
        _form("third_line", "", "macd signal histogram", third, least=2),
        _form("macd_cross", "macd_now signal_now", "macd_before signal_before", crossed),
        _form("histogram_bars", "values+", least=2),
        _form("simple_signal", "macd+", "span", least=3),
        _form("macd_lines", "macd+ signal+", least=4, paired="macd signal"),
        _form("histogram_peaks", "peaks+", least=2),
        _form("macd_step", "fast_ema slow_ema signal value", f"{_SPANS} span"),
        _form("ema_step", "previous value span"),
        _form("ema_of_values", "values+ span", least=3),
        _form("ema_input", "previous wanted span"),
        _form("wilder_step", "previous value", "period"),
        _form("smoothing_constant", "span"),
        _form("first_bars", "", f"{_SPANS} signal given", first_bars),
        _form("rsi_value", "average_gain average_loss"),
        _form("rsi_step", "average_gain average_loss change", "period", stepped),
        _form("rsi_ratio", "rsi", "average_loss"),
        _form("normalised_level", "value usual", "", against_usual),
        _form("depressed_readings", "values+", "at", least=2),
        _form("value_at_level", "usual", "normalised", on_scale),
        _form("macd_of_slope", "slope", _SPANS, sloped),
        _form("advance_decline", "advances+ declines+", "start", least=2),
        _form("net_advances_line", "net+", "start", netted, least=2),
        _form("range_level", "value low high"),
        _form("units_for_profit", "wanted each"),
        _form("roll_cost", "old new", "contracts fees", traded("roll_cost", "old")),
        _form("spot_basis", "spot future", "", basis),
        _form("expected_value", "amounts+ chances+", "", rates("expected_value", "chances"), least=4, paired="amounts chances"),
        _form("weighted_step", "previous value weight"),
        _form("weight_span", "weight", "", weight),
        _form("start_left", "span after", "", start_left),
        _form("macd_after_value", "fast_ema slow_ema value", _SPANS),
        _form("macd_input", "fast_ema slow_ema wanted"),
        _form("cross_needs", "macd signal"),
        _form("rsi_line", "value"),
        _form("skew_between", "put other", "atm", rates("skew_between", "put", "other", "atm")),
        _form("two_pivots", "index_before index_now line_before line_now", "", pivoted),
        _form("term_structure", "curve+", "", curve, least=2),
        _form("yearly_slope", "front second days"),
        _form("slopes_by_day", "front+ second+", least=4, paired="front second"),
        _form("pivot_known", "bar", "left right"),
        _form("black76", "forward strike days vol", "rate", option("black76")),
        _form("implied_volatility", "price forward strike days", "rate", option("implied_volatility")),
        _form("parity", "strike call put forward", "", quoted),
        _form("pair_forward", "strike call put", "", quoted),
        _form("finish_chance", "low high forward days vol", "", timed("finish_chance")),
        _form(
            "iv_at_delta", "deltas+ ivs+", "delta", rates("iv_at_delta", "deltas", "ivs", "delta"), least=4, paired="deltas ivs"
        ),
        _form("iv_at_tenor", "days+ ivs+", "tenor", rates("iv_at_tenor", "ivs"), least=4, paired="days ivs"),
    )
}
"""Each calculation under its tool's name."""
HEADS: Final = (*FORMS, NONE)
"""What a question with numbers may be for; `NONE`: for nothing that is computed."""
PARTS: Final = (*dict.fromkeys(part for form in FORMS.values() for part in form.parts), NONE)
"""Every part that a number may play."""
