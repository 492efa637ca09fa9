"""What follows from a result by one step more: an RSI by a further day, a settled profit in percent, a roll in dollars.

Each takes its figures from the last result of the conversation; the words give the rest, and what they leave open is said.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from assistant.session import Call, Session
from assistant.understanding.conversation.further_step import Derived
from assistant.understanding.conversation.future_onward import moved
from assistant.understanding.conversation.macd_onward import after_macd, first_bought, of_two_averages
from assistant.understanding.conversation.of_sum import bought_with, of_sum, one_step_more, with_all
from assistant.understanding.conversation.rsi_onward import after_rsi
from assistant.understanding.conversation.trade_onward import (
    against_future,
    at_side,
    between_months,
    bought_for,
    converged,
    decays,
    holds,
    part_closed,
    settled_from,
    total_of,
)
from assistant.understanding.conversation.two_options import as_spread
from assistant.understanding.conversation.typed_before import of_typed
from assistant.understanding.conversation.worth_later import bought_at_value, worth_later
from assistant.understanding.conversation.yearly import month_moved
from assistant.understanding.filling.slots import fill
from assistant.understanding.filling.structures import curve
from assistant.understanding.positions.trades import HELD
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.return_words import OF_PAID
from assistant.understanding.text.sought import Sought
from assistant.understanding.text.which_future import future_named
from tools.contracts import SPECIFICATIONS
from tools.outcome import Outcome
from tools.wording import money, percent

_LONGEST: Final = 12  # words
_LONG: Final = 18  # of an option at another price and on another day
_PRICED: Final = ("implied_volatility", "black76", "butterfly_value_today")
_ROLLED: Final = ("term_structure", "round_trip")
"""Of these a roll may be asked for; the roll of a curve is a round trip too."""
_NEAR: Final = 4  # turns
_PERCENT: Final = re.compile(
    r"^\W*(?:(?:and|so|ok|but|a|what|what'?s|is|are|was|would|be|that|it|this|how much|as|in|the|my|its|an?|return|profit|loss"
    r"|gain|roi|p/?l|pnl|terms?|return on) ){0,7}"
    r"(?:percent\w*|%|pct|(?<=in )percentage terms|roi|(?:percent\w* |% )?returns?)"
    r"(?: (?:return|terms|gain|profit|loss|of (?:the |my )?(?:cost|debit|premium|stake|risk)|on (?:the )?(?:cost|risk|debit"
    r"|premium|capital)|of (?:what|the money) (?:i|we) (?:paid|put in|put down|spent|invested|laid out|risked)|then"
    r"|please))?\W*$"
)
_PERCENT_OF: Final = re.compile(
    r"^\W*(?:(?:and|so|ok|but) ){0,2}(?:what|how many|how much) ?(?:percent\w*|%|pct|share|part|of)? ?(?:of|is that of) "
    r"(?:the |my |its )?(?P<of>max(?:imum|imal)? ?(?:loss|risk|profit|gain)|risk|(?:most|worst) (?:i can lose|case)|best case)"
    r"(?: (?:is|was|would be) (?:that|it|this))?\W*$"
)
_IMPLIED_FORWARD: Final = re.compile(
    r"\b(?:forward|future)s?\b.{0,16}\bimpl\w+|\bimpl\w+ (?:\w{1,9} ){0,2}(?:forward|future)s?\b|\bsynthetic\b"
)
_LEVEL_WANTED: Final = re.compile(
    r"^(?=[^?]{0,60}\b(?:(?:need|have|has|got) to (?:be|go|get|fall|drop|come|stand|read)|must|needed)\b|\W*(?:and )?"
    r"(?:what|which|at what|where)\b[^?]{0,40}\b(?:gives?|makes?|means?|puts?|is|would|be)\b)[^?]{0,60}?"
    r"\b(?:for|at|to|below|under|of|be|is|gives?|makes?)"
    r"(?: (?:an?|the|be|get|read|reach|level|normali[sz]ed|reading|at|of)){0,4} (0?\.\d{1,3})(?!\w|\.\d)"
)
_LINE_WANTED: Final = re.compile(
    r"^\W*(?:(?:and|so|ok|but|then) ){0,2}(?:at )?(?:what|which)(?:'?s| is)?(?: the)? (?:level|value|iv|reading|number|put "
    r"iv)\b"
    r"[^?\d]{0,32}\b(?:not depressed|depressed|the line|line|threshold|normal again|out of it)\b[^?\d]{0,16}\W*$"
)
_SOLD: Final = re.compile(
    r"\b(?:sold|sell(?:ing)?|closed?|exit(?:ed)?|got out|get out|out|dump(?:ed)?|unload(?:ed)?)\b.{0,40}?\d"
)
_GREEKS: Final = re.compile(r"\b(?:deltas?|gamma|vega|theta|greeks?)\b")
_ROLL: Final = Sought(
    r"\b(?:in|into) (?:dollars?|money|cash|usd)\b|\$\W*$|\bper contract\b"
    r"|\b(?:lose|cost|make|earn|bleed|lost)\b.{0,40}\b(?:curve|shape|nothing|it|they) (?:stays?|holds?|(?:doesn'?t "
    r")?changes?|moves?)\b"
    r"|\b(?:cost|make|lose|earn|pay|bleed)s?\b.{0,24}\b(?:on|in|with|from|by) (?:a|the|each|every|one) roll\w*\b"
    r"|\broll\w*\b.{0,30}\b(?:dollars?|contracts?|minis?|vxm?)\b"
    r"|\b(?:dollars?|cost) (?:of|to|per) (?:a |the )?roll\w*\b"
    r"|^\W*(?:and |so )?(?:if |when )?(?:i|we) (?:hold|own|have|am long|are long|keep) (?:\d{1,4}|an?|one) (?:vx |vix |mini "
    r")?(?:contracts?|futures?|minis?|vxm?)\b"
)


def derived(reading: Reading, session: Session) -> Derived | None:
    """The further step from the last result that the words ask for; None where they ask for none."""
    turn = next((t for t in reversed(session.turns) if t.answer.results), None)
    if turn is not None and turn.answer.results[-1].tool == "first_bars" and (again := of_typed(reading, session)):
        return Derived(again)
    results = turn.answer.results if turn is not None else ()
    longest = _LONG if results and results[-1].tool in _PRICED else _LONGEST
    if turn is None or len(reading.lower.split()) > longest or reading.ladders or reading.series:
        return None
    if (of := _PERCENT_OF.match(reading.lower)) is not None:
        payoffs = (r for t in reversed(session.turns[-_NEAR:]) for r in reversed(t.answer.results) if isinstance(r, Outcome))
        settled = next(payoffs, None)
        return None if settled is None else _of_extreme(settled, of["of"])
    if (of_all := next((d for read in _OF_SEVERAL if (d := read(reading, session)) is not None), None)) is not None:
        return of_all
    if results[-1].tool == "ema_step" and (macd := of_two_averages(reading.lower, session)) is not None:
        return macd
    of_last = of_sum(reading, results, turn.question) or with_all(reading, results) or bought_with(reading, results)
    if (found := of_last or as_spread(reading.lower, session)) is not None:
        return found
    if (
        results[-1].tool in _PRICED
        and (later := worth_later(reading, results) or bought_at_value(reading, results)) is not None
    ):
        return later
    if (further := _FURTHER.get(results[-1].tool)) is not None:
        found = further(reading, results)
        if found is not None or results[-1].tool not in _ROLLED:
            return found
    if _ROLL.search(reading.lower) is None or curve(reading) is not None:
        return None
    near = [r for t in session.turns[-_NEAR:] for r in t.answer.results if "roll" in reading.lower or t is turn]
    curves = [r.inputs["curve"] for r in near if r.tool == "term_structure" and "curve" in r.inputs]
    return rolled(reading, curves[-1]) if curves else None


def rolled(reading: Reading, prices: Any) -> Derived | None:
    """A long roll of one month in dollars, where the words ask for it: the second future, slid to the price of the front."""
    spread = "spread" in reading.lower and "roll" not in reading.lower  # of two months, which is no roll
    if spread or _ROLL.search(reading.lower) is None or not isinstance(prices, (list, tuple)) or len(prices) < 2:
        return None
    size = SPECIFICATIONS[future_named(reading.lower) or "VX"].per_point
    front, second = (float(price) for price in prices[:2])
    terms = {"entry": second, "leave": front, "multiplier": size, **fill(reading, (HELD,)).arguments}
    note = (
        "a roll in dollars is what the second future makes or loses when it slides to the price of the front one "
        f"while the curve stays as it is, at {money(size)} a point."
    )
    return Derived((Call("round_trip", terms),), (note,))


def _implied_forward(reading: Reading, results: tuple[Any, ...]) -> Derived | None:
    """The forward that a call and a put at one strike imply."""
    if reading.quantities or _IMPLIED_FORWARD.search(reading.lower) is None:
        return None
    known = results[-1].inputs
    quoted = {k: list(v) if isinstance(v, list | tuple) else [v] for k in ("call", "put") for v in (known[k],)}
    return Derived((Call("pair_forward", {**{k: known[k] for k in ("strike", "years", "rate")}, **quoted}),))


def _at_level(reading: Reading, results: tuple[Any, ...]) -> Derived | None:
    """The value that stands at another normalised level, of the same usual one."""
    level, usual = _LEVEL_WANTED.search(reading.lower), results[-1].inputs["usual"]
    if level is None and (reading.quantities or _LINE_WANTED.match(reading.lower) is None):
        return None
    wanted = {} if level is None else {"normalised": float(level[1])}
    return Derived((Call("value_at_level", {"usual": usual, **wanted}),))


def _sold_whole(reading: Reading, results: tuple[Any, ...]) -> Derived | None:
    """All that was bought in steps sold at one price."""
    result = results[-1]
    if len(reading.quantities) != 1 or _SOLD.search(reading.lower) is None or result.units != int(result.units):
        return None
    keep = {k: v for k, v in result.inputs.items() if k == "multiplier"}
    terms = {"entry": round(result.average, 9), "leave": reading.quantities[0].value, "contracts": int(result.units)}
    return Derived((Call("round_trip", {**terms, **keep}),), ("the average price of all steps is taken for the price paid.",))


def _in_percent(reading: Reading, results: tuple[Any, ...]) -> Derived | None:
    """What a position makes or loses at its settlement, as a share of the most that it can lose."""
    result = results[-1]
    if _PERCENT.match(reading.lower) is None or result.settlement_profit is None or OF_PAID in result.summary():
        return None
    if not math.isfinite(result.max_loss) or result.max_loss >= 0:
        return None
    if (paid := _paid(result)) is not None and result.settlement_value >= 0:
        keep = {k: v for k, v in result.inputs.items() if k in ("contracts", "multiplier", "fees")}
        note = f"what it is worth at a settlement of {result.settlement:g} is taken for the price at which it was sold."
        return Derived((Call("round_trip", {"entry": paid, "leave": round(result.settlement_value, 9), **keep}),), (note,))
    made, risk = round(result.settlement_profit, 9), round(-result.max_loss, 9)
    word = "profit" if made >= 0 else "loss"
    note = f"the {word} at a settlement of {result.settlement:g} against the {money(risk)} that the position can lose at most."
    return Derived((Call("part_of", {"amount": abs(made), "whole": risk}),), (note,))


def _of_extreme(result: Any, words: str) -> Derived | None:
    """What a position makes or loses at its settlement, as a share of the most that it can make or lose."""
    best = any(word in words for word in ("profit", "gain", "best"))
    whole = result.max_profit if best else -result.max_loss
    if result.settlement_profit is None or not math.isfinite(whole) or whole <= 0:
        return None
    made = round(result.settlement_profit, 9)
    told = (
        f"the {'profit' if made >= 0 else 'loss'} at a settlement of {result.settlement:g} against the {money(whole)} that the "
        f"position can {'make' if best else 'lose'} at most."
    )
    return Derived((Call("part_of", {"amount": abs(made), "whole": round(whole, 9)}),), (told,))


def _greeks(reading: Reading, results: tuple[Any, ...]) -> Derived | None:
    """The option whose implied volatility was found, priced with it for its delta and the others."""
    result = results[-1]
    if reading.quantities or _GREEKS.search(reading.lower) is None:
        return None
    terms = {k: result.inputs[k] for k in ("forward", "strike", "years", "rate", "kind") if k in result.inputs}
    note = f"the option at the implied volatility of {percent(result.vol)} that was just found."
    return Derived((Call("black76", {**terms, "vol": round(float(result.vol), 12)}),), (note,))


def _paid(result: Any) -> float | None:
    """What was paid for one unit, in points; None where it brought money in."""
    paid = result.debit if result.tool == "butterfly" else result.premium
    return float(paid) if paid > 0 else None


_OF_SEVERAL: Final = (total_of, at_side, between_months, settled_from, bought_for)
"""Readers that look at what was said some turns ago."""
_FURTHER: Final[Mapping[str, Callable[[Reading, tuple[Any, ...]], Derived | None]]] = {
    **dict.fromkeys(("rsi_value", "rsi_step", "rsi_ratio", "rsi_extreme", "rsi_line"), after_rsi),
    "contract_value": moved,
    "round_trip": lambda reading, results: moved(reading, results) or part_closed(reading, results),
    **dict.fromkeys(("macd_cross", "macd_trigger", "macd_lines", "histogram_bars"), first_bought),
    "macd_values": after_macd,
    "macd_step": after_macd,
    "yearly_slope": month_moved,
    "pair_forward": against_future,
    "spot_basis": converged,
    "black76": decays,
    "butterfly_value_today": decays,
    "parity": lambda reading, results: holds(reading, results) or _implied_forward(reading, results),
    "normalised_level": _at_level,
    **dict.fromkeys(("budget_split", "running_share", "tranche_plan"), one_step_more),
    "staged_cost": _sold_whole,
    "implied_volatility": _greeks,
    "butterfly": _in_percent,
    "position": _in_percent,
}
"""By the tool of the last result, what may follow from it."""
