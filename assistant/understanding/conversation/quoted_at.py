"""An option just valued, at what it costs in the market: the volatility that this price implies."""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call
from assistant.understanding.text.quantities import Reading

PRICED: Final = ("black76", "implied_volatility")
_PRICED_BY: Final = ("forward", "strike", "years", "rate", "kind")
_OF_FUTURE: Final = 0.5  # an option dearer than half its future is rather the future
_COSTS: Final = re.compile(
    r"^\W*(?:(?:and|so|but|ok|if|what if|when|say|suppose|now|the|its|it|that|option|call|put|market|actual|real|quoted"
    r"|observed|traded|mid),? ){0,5}"
    r"(?:(?:market |option |mid |actual )?(?:price|premium|quote|mid|mark|ask|offer)|costs?|trades|trading|priced|quoted|sells"
    r"|goes|(?:i )?pa(?:y|id))(?: (?:is|was|of|at|for|it|with|now|the)){0,3}\s?[:=]?\s?\$?(?P<price>\d{1,3}\.\d{1,3}|\d{1,2})"
    r"(?:,? (?:in the market|points?|now|instead|then|what(?:'?s| is)?|which|the|implied|iv|vol(?:atility)?|that|gives?"
    r"|means?)){0,8}\W*$"
)
_VOL_WANTED: Final = re.compile(
    r"^\W*(?:(?:and|so|ok|but|then) ){0,2}(?:what|which|at what)(?:'?s| is)?(?: the)? (?:implied )?(?:vol|iv"
    r"|volatility)\b[^\d?]{0,32}"
    r"\b(?:makes?|gives?|gets?|for|at|means?|puts?|be)\b[^\d?]{0,24}\$?(?P<price>\d{1,3}\.\d{1,3}|\d{1,2})(?: points?)?\W*$"
)
_BARE_PRICE: Final = re.compile(
    r"^\W*(?:(?:and|or|what about|what if|how about|but) ){0,2}(?:(?:at|for|@) \$?(?P<cents>\d{1,2}\.\d{2})|(?:for|@) "
    r"\$?(?P<price>\d{1,2}\.\d))\W*$"
)


def quoted_at(reading: Reading, last: Call) -> Call | None:
    """The volatility that a price implies ("price 2.2", "what vol makes it 2"); None where the words name no price."""
    text, known = reading.lower, last.arguments
    said = _VOL_WANTED.match(text) or (_COSTS.match(text) if last.tool == "black76" else None)
    bare = _BARE_PRICE.match(text) if said is None and last.tool == "black76" else None  # no volatility has cents
    told = said["price"] if said is not None else bare["price"] or bare["cents"] if bare is not None else None
    if told is None or not 0 < float(told) < known["forward"] * _OF_FUTURE:  # a dearer one is rather the future
        return None
    terms = {k: v for k, v in known.items() if k in _PRICED_BY}
    kind = {name for name in ("call", "put") if name in text}
    return Call("implied_volatility", {"price": float(told), **terms, **({"kind": kind.pop()} if len(kind) == 1 else {})})
