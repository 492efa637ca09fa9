"""Deterministic functions on numbers and tables; knows nothing of chat, glossary, LangChain or Gradio."""

from tools.averages import ema
from tools.black76 import Black76, black76
from tools.breadth import AdvanceDecline, ad_line, advance_decline
from tools.budget import BudgetSplit, budget_split
from tools.butterfly import Butterfly, butterfly, butterfly_break_evens
from tools.butterfly_value import ButterflyValue, butterfly_value
from tools.catalogue import CATALOGUE
from tools.contracts import ContractValue, contract_value
from tools.cross import MacdCross, macd_cross
from tools.curve import TermStructure, term_structure
from tools.disclaimer import SHORT as DISCLAIMER
from tools.errors import ToolError
from tools.fills import StagedCost, staged_cost
from tools.implied import ImpliedVolatility, implied_vol, implied_volatility
from tools.macd import macd
from tools.methodology import METHOD
from tools.peaks import higher_highs
from tools.position import Leg, Position, position
from tools.quotes import ButterflyQuote, butterfly_quote
from tools.rsi import RsiExtreme, rsi, rsi_extreme
from tools.series import as_series
from tools.shares import RunningShare, running_share
from tools.table import Table, load_table
from tools.tranches import TranchePlan, tranche_plan
from tools.trigger import MacdTrigger, macd_trigger
from tools.units import TrancheUnits, UnitsForBudget, tranche_units, units_for_budget

__all__ = [
    "CATALOGUE",
    "DISCLAIMER",
    "METHOD",
    "AdvanceDecline",
    "BudgetSplit",
    "Black76",
    "Butterfly",
    "ButterflyQuote",
    "ButterflyValue",
    "ContractValue",
    "ImpliedVolatility",
    "Leg",
    "MacdCross",
    "MacdTrigger",
    "Position",
    "RsiExtreme",
    "RunningShare",
    "StagedCost",
    "Table",
    "TermStructure",
    "ToolError",
    "TranchePlan",
    "TrancheUnits",
    "UnitsForBudget",
    "ad_line",
    "advance_decline",
    "as_series",
    "black76",
    "budget_split",
    "butterfly",
    "butterfly_break_evens",
    "butterfly_quote",
    "butterfly_value",
    "contract_value",
    "ema",
    "higher_highs",
    "implied_vol",
    "implied_volatility",
    "load_table",
    "macd",
    "macd_cross",
    "macd_trigger",
    "position",
    "rsi",
    "rsi_extreme",
    "running_share",
    "staged_cost",
    "term_structure",
    "tranche_plan",
    "tranche_units",
    "units_for_budget",
]
