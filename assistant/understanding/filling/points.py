"""A butterfly's debit said in dollars ("cost me $85 each", "$510 for six"): read in points, and said so."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from assistant.understanding.text.number_words import WORDS
from assistant.understanding.text.quantities import Quantity, Reading
from tools.contracts import SPECIFICATIONS

LEAST: Final = 10.0  # no butterfly on an index of this size costs ten points, and few cost less than ten dollars
_PRICED: Final = re.compile(r"\b(?:debit|credit|pa(?:id|y(?:ing)?)|cost\w*|premium|price\w*|bought|for|risk\w*)\b")
_CALLED: Final = re.compile(r"[\s\-)]?(?:points? )?(?:net )?(?:debit|credit)")
_EACH: Final = re.compile(r"\s?(?:each|apiece|per|a (?:fly|butterfly|piece))\b")
_TOTAL_PRICE: Final = (  # "total risk" asks for what all of them risk, and says nothing of a price
    r"total(?![ -](?:\w{1,8} )?(?:risk\w*|loss\w*|profits?|gains?|max\w*|p/?l|pnl|exposure|outlay|rewards?|return|payoff"
    r"|break\w*|bes?|numbers|dollars|figures)\b)"
)
_SOME: Final = rf"(?:the )?(?:\d{{1,3}}|{'|'.join(list(WORDS)[1:12])})"  # "a buck forty for two of them"
_TOTAL: Final = re.compile(
    rf"\s?(?:points? )?(?:in all|in total|{_TOTAL_PRICE}|altogether|for (?:all|both|the lot|{_SOME} of (?:them|these|those)))\b"
)
_IN_ALL: Final = re.compile(rf"\b(?:in all|in total|{_TOTAL_PRICE}|altogether|all of them|for all|together)\b")


def in_points(
    reading: Reading, found: Mapping[str, Any], debit: Quantity | None, known: Mapping[str, Any] | None = None
) -> tuple[dict[str, Any], str]:
    """`found` with a debit in points, or with a settlement where "at 31" can be no price; and what was assumed.

    `known` are the arguments that stand already and that `found` changes.
    """
    out, all_ = dict(found), {**(known or {}), **found}
    value = out.get("debit")
    contracts = all_.get("contracts", 1)
    if value is None or debit is None:
        return out, ""
    shared = contracts > 1 and _TOTAL.match(reading.after(debit)) is not None
    if shared and (debit.unit != "money" or abs(value) < LEAST):
        out["debit"] = round(value / contracts, 12)
        return out, f"{value:g} in all was shared out over {contracts}: {out['debit']:g} points a butterfly."
    if not {"lower", "body", "upper"} <= all_.keys() or abs(value) < max(LEAST, all_["upper"] - all_["lower"]):
        return out, ""
    if debit.unit != "money" and not _EACH.match(reading.after(debit)):
        if not _PRICED.search(reading.before(debit)) and not _CALLED.match(reading.after(debit)):
            out.setdefault("settlement", out.pop("debit"))
        return out, ""
    a_point = all_.get("multiplier", SPECIFICATIONS["VIX option"].per_point)
    wing = all_["body"] - all_["lower"]
    near = reading.before(debit) + reading.after(debit)
    every = _EACH.match(reading.after(debit)) is not None
    dear = abs(value) / a_point >= wing > abs(value) / a_point / contracts
    total = not every and (dear or _IN_ALL.search(near) is not None)
    out["debit"] = round(value / a_point / (contracts if total else 1), 12)
    each = f"for all {contracts}" if total and contracts > 1 else "a butterfly"
    return out, f"${abs(value):g} was read as dollars {each}, which is {abs(out['debit']):g} points."
