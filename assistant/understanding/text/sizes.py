"""The size of a contract that a question on money names without a price: what one VIX future stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from assistant.session import Call
from assistant.understanding.text.quantities import Reading

_FUTURES: Final = re.compile(r"\b(?:(?:vix|vx|mini) futures?|futures|vx|vxm)\b")
_PRICED: Final = re.compile(r"\b(?:vix futures?|vx|vxm|futures?) (?:is |are |now |trading )?(?:at|@) \$?(\d++(?:\.\d++)?)")
_PLANS: Final = ("tranche_plan", "tranche_units", "budget_split", "units_for_budget")
_EXAMPLE: Final = 20.0  # near the long-run mean of the VIX; any price would show the size


def contracts_named(reading: Reading, tools: Sequence[str]) -> tuple[tuple[Call, ...], tuple[str, ...]]:
    """The notional of one future, full and mini, beside a plan that names futures; and that the price is an example."""
    if tools[-1] not in _PLANS or not _FUTURES.search(reading.lower):
        return (), ()
    priced = _PRICED.search(reading.lower)
    price = float(priced[1]) if priced else _EXAMPLE
    calls = tuple(Call("contract_value", {"product": product, "price": price}) for product in ("VX", "VXM"))
    words = "" if priced else f"no price of the future is given, so {price:g} stands as an example."
    return calls, (words,) if words else ()
