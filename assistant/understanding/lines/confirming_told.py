"""The confirming inputs told each from one value to another: "P/E 24.0 to 22.8, P/CF 16.5 to 15.6, reit index 92 to 87.4"."""

from __future__ import annotations

import re
from typing import Final

from assistant.understanding.filling.arithmetic import plainly
from assistant.understanding.filling.structures import Arguments
from assistant.understanding.text.quantities import Reading

_N: Final = r"\$?((?>\d{1,3}(?:,\d{3})++|\d++)(?:\.\d++)?|\.\d++)(?![\w]|\.\d) ?%?"
_INPUTS: Final = {
    "P/E": r"p ?/ ?e|price[- ](?:to[- ])?earnings|pe(?= (?:ratio|from|was|went|fell|\d))",
    "P/CF": r"p ?/ ?cf|pcf|price[- ](?:to[- ])?cash[- ]?flow",
    "REITs": r"reits?|vnq|real estate",
    "REER": r"reer|(?:real )?effective exchange rate|exchange rate",
    "Rate differential": r"(?:interest[- ])?rate diff\w*|differential|rate (?:spread|gap)",
    "SPX": r"spx|s&p(?: ?500)?|spy|market",
}
_NAMES: Final = re.compile("|".join(rf"(?P<n{n}>\b(?:{said})\b)" for n, said in enumerate(_INPUTS.values())))
_TO: Final = r" ?(?:to|then|->|/|vs\.?|,? (?:and )?(?:is |it is |it's )?now|,? today|against)(?: (?:at|is))? ?"
_MOVE: Final = re.compile(rf"(?<![\w.]){_N}{_TO}{_N}|(?<![\w.]){_N},? (?:down|up)? ?from {_N}")
_GAP: Final = 40  # characters between a name and its values
_MARKET: Final = "SPX"


def confirming(reading: Reading) -> Arguments | None:
    """The names of the inputs with both values of each, and the market's beside them; None where none is told so."""
    text = plainly(reading).lower
    names = list(_NAMES.finditer(text))
    edges = [*(m.start() for m in names[1:]), len(text)]
    told: dict[str, tuple[float, float]] = {}
    for name, edge in zip(names, edges, strict=True):
        move = _MOVE.search(text, name.end(), edge)
        if move is None or move.start() - name.end() > _GAP:
            continue
        first, second = (float(n.replace(",", "")) for n in move.groups() if n)
        called = [*_INPUTS][int((name.lastgroup or "n0")[1:])]
        if called in told:
            return None
        told[called] = (second, first) if move[3] else (first, second)
    market = told.pop(_MARKET, None)
    if not told:
        return None
    beside = {} if market is None or min(market) <= 0 else {"market_before": market[0], "market_now": market[1]}
    return {"names": [*told], "before": [a for a, _ in told.values()], "now": [b for _, b in told.values()], **beside}
