"""Whole futures that one tranche of a hedge pays for: by the margin that is told for each, or else by their notional.

"Broker wants 9,800 margin per VX, 30k hedge, 30% first", "layer one of 5k using minis at 18, does one fit".
"""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.calculation import Calculation, numbered
from assistant.understanding.hedge.figures_told import Figures
from assistant.understanding.hedge.hedge_figures import figures
from assistant.understanding.hedge.hedge_words import FIRST_NAMED
from assistant.understanding.text.quantities import Quantity, Reading, blanked
from assistant.understanding.text.which_future import future_named, names_option
from tools.contracts import SPECIFICATIONS
from tools.methodology import METHOD

_FUTURE: Final = r"(?:vxm?s?|(?:vix |mini |vx )?(?:futures?|minis?)|contracts?|each|one|apiece|car)"
_MARGIN: Final = (
    r"(?:(?:initial|maintenance|overnight|intraday|day) )?(?:margin|performance bond|(?:broker|clearing) requirement)s?"
)
_MARGIN_BEFORE: Final = re.compile(
    rf"\b{_MARGIN}(?: (?:for|of|per|on|is|at|=|a|an|one|the|each|{_FUTURE}|requirement|being|around|about)){{0,6}}[\s:=]*\$?$"
)
_MARGIN_AFTER: Final = re.compile(
    rf"\s?(?:dollars?|bucks)?\s?(?:of |in |as )?{_MARGIN}\b(?: (?:for|per|on|a|an|each|every|one)(?: {_FUTURE})?| each)?"
)
_PRICED: Final = re.compile(r"(?:\b(?:at|@|from|trading(?: at)?|price[ds]?(?: at)?|is|are|around|about|=)|@)\s?\$?$")
_ASKED: Final = re.compile(
    r"\b(?:how many|contracts?|fits?|number of|afford|pays? for|cover|whole|does one|can (?:i|an?|the|my|it)"
    r"|carr(?:y|ies)|leftover|minis\?|how much)\b"
    r"|\b(?:contracts?|minis|futures)\W*$"
)
_ADD: Final = re.compile(
    r"\b(?:adds?|additions?|increments?|(?:later|next|second|each|every|another) (?:tranche|layer|slice|step|one))\b"
)
_OTHER: Final = re.compile(
    r"\b(?:drops?|falls?|fell|rises?|rose|points?|lost|lose|loss|profit|settle\w*|roll\w*|carry(?! (?:one|an?|it|\d))|sold"
    r"|short|spread|front|second month|contango|curve|averag\w*|avg|notional|wacc|irr|days?|leverage)\b"
)
_SLICE_TOLD: Final = re.compile(
    r"\b(?:tranche|slice|layer)(?: (?:is|was|has|gets|comes to|=|worth|at|of)){1,2}:? ?\$?\d|\d ?k? ?(?:dollars? "
    r"|bucks )?(?:tranche|slice|layer)\b"
)
_LOWEST, _HIGHEST = 8.0, 100.0  # what a VIX future may cost, in points
_LEAST: Final = 50.0  # dollars of margin


def futures_in_slice(reading: Reading) -> tuple[Calculation, ...]:
    """The futures that the tranche told pays for; () where no future with its margin or price, or no tranche, is told."""
    text = reading.lower
    product = future_named(text)
    if product is None or names_option(text) or _ASKED.search(text) is None or _OTHER.search(text):
        return ()
    margins = [q for q in reading.quantities if _is_margin(reading, q)]  # "VXM margin 1,150 and VX margin 9,800"
    prices = [] if margins else [q for q in reading.quantities if _is_price(reading, q)][:1]
    if not margins and not prices:
        return ()
    held = [q for q in reading.quantities if q.unit == "count"]  # "does it carry one VX"
    told = figures(Reading(blanked(text, [(q.start, q.end) for q in (*margins, *prices, *held)], "·")))
    a_point = SPECIFICATIONS[product].per_point
    costs = [q.value for q in margins] + [round(q.value * a_point, 9) for q in prices]
    counted = [
        Call("units_for_budget", {"budget": whole, "unit_cost": cost, "share": share})
        for cost in costs
        for whole, share in _slices(told, text)
    ]
    one = [Call("contract_value", {"product": product, "price": q.value}) for q in prices if counted]
    return tuple(Calculation(call, sources=numbered(reading)) for call in (*counted, *one))


def _is_margin(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number is what the broker holds for one future."""
    if quantity.unit not in ("plain", "money") or quantity.value < _LEAST:
        return False
    before, after = reading.before(quantity, 60), reading.after(quantity, 40)
    return _MARGIN_AFTER.match(after) is not None or _MARGIN_BEFORE.search(before) is not None


def _is_price(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number is the price of a future."""
    fits = quantity.unit == "plain" and _LOWEST <= quantity.value < _HIGHEST
    before = reading.before(quantity)
    return fits and _PRICED.search(before) is not None and future_named(before) is not None


def _slices(told: Figures, text: str) -> list[tuple[float, float]]:
    """Each tranche that is spoken of as a sum and the share of it; [] where none is, or a number has no clear role."""
    budget = told.budget
    if told.account is not None and told.hedge is not None:
        budget = round(told.account * told.hedge, 9)
    if told.unread or told.slices or told.cost is not None or told.planned is not None:
        return []
    if budget is None or (_SLICE_TOLD.search(text) and told.first is None and told.step is None):
        cash = told.first_cash or told.step_cash or budget
        return [] if cash is None else [(cash, 1.0)]
    firsts = (told.first,) if told.first else METHOD.first.value if FIRST_NAMED.search(text) else ()
    later = (told.step or METHOD.step.value,) if told.step or _ADD.search(text) else ()
    return [(budget, share) for share in (*firsts, *later)]
