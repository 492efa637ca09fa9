"""Deterministic functions on numbers and tables; knows nothing of chat, glossary, LangChain or Gradio.

Whatever is registered in the catalogue can be imported from here under its own name; what is also named below, type checkers
know.
"""

from tools.around_events import AroundEvents, around_events
from tools.averages import ema
from tools.backtest import Backtest, backtest
from tools.black76 import Black76, black76
from tools.breadth import AdvanceDecline, ad_line, advance_decline
from tools.break_evens import butterfly_break_evens
from tools.budget import BudgetSplit, budget_split
from tools.butterfly import Butterfly, butterfly
from tools.butterfly_today import ButterflyToday, butterfly_value_today
from tools.butterfly_value import ButterflyValue, butterfly_value
from tools.catalogue import CATALOGUE
from tools.confirmations import Confirmations, confirmations
from tools.confirming_moves import ConfirmingMoves, confirming_moves
from tools.contracts import ContractValue, contract_value
from tools.cross import MacdCross, macd_cross
from tools.curve import TermStructure, term_structure
from tools.dealer_gamma import DealerGamma, dealer_gamma
from tools.delta_bracket import DeltaBracket, delta_bracket
from tools.disclaimer import SHORT as DISCLAIMER
from tools.divergence import Divergence, breadth_divergence
from tools.errors import ToolError
from tools.event_spacing import EventSpacing, event_spacing
from tools.event_window import EventWindow, event_window
from tools.exit_for_target import ExitForTarget, exit_for_target
from tools.explained_data import DataExplained, explain_data
from tools.fills import StagedCost, staged_cost
from tools.finish import FinishChance, finish_chance
from tools.first_rsi import FirstRsi, first_rsi
from tools.fly_debit import FlyDebit, fly_debit
from tools.implied import ImpliedVolatility, implied_vol, implied_volatility
from tools.irr import Irr, irr
from tools.layers import LayerSplit, layer_split
from tools.ledger import PaperLedger
from tools.legs import Leg
from tools.macd import macd
from tools.macd_values import FirstBars, MacdValues, first_bars, macd_values
from tools.methodology import METHOD
from tools.npv import NetPresentValue, net_present_value
from tools.pair_forward import PairForward, pair_forward
from tools.parity import Parity, parity
from tools.parity_forward import ParityForward, parity_forward
from tools.part_of import PartOf, part_of
from tools.peaks import higher_highs
from tools.position import Position, position
from tools.price_for_average import PriceForAverage, price_for_average
from tools.put_iv import PutIvSeries, ten_delta_put_iv
from tools.quotes import ButterflyQuote, butterfly_quote
from tools.round_trip import RoundTrip, round_trip
from tools.rsi import RsiExtreme, rsi, rsi_extreme
from tools.rsi_value import RsiValue, rsi_value
from tools.running_total import RunningTotal, running_total
from tools.series import as_series
from tools.series_summary import SeriesSummary, series_summary
from tools.shares import RunningShare, running_share
from tools.smoothing import EmaStep, SmoothingConstant, WilderStep, ema_step, smoothing_constant, wilder_step
from tools.spread_by_width import SpreadByWidth, spread_by_width
from tools.staged_exit import StagedExit, staged_exit
from tools.sweep import Sweep, sweep
from tools.table import Table, load_table
from tools.time_shift import TimeShift, time_shift
from tools.tranche_units import TrancheUnits, tranche_units
from tools.tranches import TranchePlan, tranche_plan
from tools.trigger import MacdTrigger, macd_trigger
from tools.units import UnitsForBudget, units_for_budget
from tools.vix_expiries import VixExpiries, vix_expiries
from tools.wacc import Wacc, wacc
from tools.weekly import weekly
from tools.wings import WingAdjustment, wing_adjustment
from tools.xirr import Xirr, xirr

__all__ = [
    "CATALOGUE",
    "DISCLAIMER",
    "METHOD",
    "AdvanceDecline",
    "AroundEvents",
    "Backtest",
    "Black76",
    "BudgetSplit",
    "Butterfly",
    "ButterflyQuote",
    "ButterflyToday",
    "ButterflyValue",
    "Confirmations",
    "ConfirmingMoves",
    "ContractValue",
    "DataExplained",
    "DealerGamma",
    "DeltaBracket",
    "Divergence",
    "EmaStep",
    "EventSpacing",
    "EventWindow",
    "ExitForTarget",
    "FinishChance",
    "FirstBars",
    "FirstRsi",
    "FlyDebit",
    "ImpliedVolatility",
    "Irr",
    "LayerSplit",
    "Leg",
    "MacdCross",
    "MacdTrigger",
    "MacdValues",
    "NetPresentValue",
    "PairForward",
    "PaperLedger",
    "Parity",
    "ParityForward",
    "PartOf",
    "Position",
    "PriceForAverage",
    "PutIvSeries",
    "RoundTrip",
    "RsiExtreme",
    "RsiValue",
    "RunningShare",
    "RunningTotal",
    "SeriesSummary",
    "SmoothingConstant",
    "SpreadByWidth",
    "StagedCost",
    "StagedExit",
    "Sweep",
    "Table",
    "TermStructure",
    "TimeShift",
    "ToolError",
    "TranchePlan",
    "TrancheUnits",
    "UnitsForBudget",
    "VixExpiries",
    "Wacc",
    "WilderStep",
    "WingAdjustment",
    "Xirr",
    "ad_line",
    "advance_decline",
    "around_events",
    "as_series",
    "backtest",
    "black76",
    "breadth_divergence",
    "budget_split",
    "butterfly",
    "butterfly_break_evens",
    "butterfly_quote",
    "butterfly_value",
    "butterfly_value_today",
    "confirmations",
    "confirming_moves",
    "contract_value",
    "dealer_gamma",
    "delta_bracket",
    "ema",
    "ema_step",
    "event_spacing",
    "event_window",
    "exit_for_target",
    "explain_data",
    "finish_chance",
    "first_bars",
    "first_rsi",
    "fly_debit",
    "higher_highs",
    "implied_vol",
    "implied_volatility",
    "irr",
    "layer_split",
    "load_table",
    "macd",
    "macd_cross",
    "macd_trigger",
    "macd_values",
    "net_present_value",
    "pair_forward",
    "parity",
    "parity_forward",
    "part_of",
    "position",
    "price_for_average",
    "round_trip",
    "rsi",
    "rsi_extreme",
    "rsi_value",
    "running_share",
    "running_total",
    "series_summary",
    "smoothing_constant",
    "spread_by_width",
    "staged_cost",
    "staged_exit",
    "sweep",
    "ten_delta_put_iv",
    "term_structure",
    "time_shift",
    "tranche_plan",
    "tranche_units",
    "units_for_budget",
    "vix_expiries",
    "wacc",
    "weekly",
    "wilder_step",
    "wing_adjustment",
    "xirr",
]

# A tool that is registered and not named above is public all the same; a submodule of its name stands in its place until here.
globals().update({name: CATALOGUE[name].function for name in CATALOGUE if not callable(globals().get(name))})
