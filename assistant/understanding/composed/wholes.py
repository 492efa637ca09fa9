"""The whole behind a part that is told in dollars: "used 45% and that was $5,400, what's the full budget?"."""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.sought import Sought
from tools.methodology import METHOD

_WHOLE: Final = r"(?:budget|hedge|plan|account|sum|total|whole|amount|stake|pot|planned (?:budget|hedge))"
_ASKED: Final = re.compile(
    r"\b(?:what|what's|whats|how (?:much|big|large)|which|find|recover|solve for|then|so)\b[^.?!\d$]{0,40}?"
    rf"\b(?:full|whole|total|entire|overall|planned|hedge|the|my|original) (?:\w{{3,9}} )?{_WHOLE}\b"
    r"|\bwhat (?:is|was|'s) the (?:whole|total)\b|\brecover the\b"
)
_FIRST: Final = re.compile(
    r"\b(?:first|opener|opening|initial|starting)\b"
    r"|\b(?:tranche|layer|slice|step) (?:(?:no\.? ?|number |#)?(?:1|one)\b|#(?!\d))"
)
_LATER: Final = re.compile(
    r"\b(?:add|adds|addition|increment|later|each|step)\b|\b(?:second|third|fourth) (?:tranche|layer|slice)\b"
)
_OF_IT: Final = re.compile(r"\b(?:of|budget|account|hedge|plan|total)(?: (?:of|is|was|the|my|a|an|=)){0,2}\s?\$?$")
_IS_WHOLE: Final = re.compile(r"\s?(?:dollars? |hedge |total )?(?:budget|account|total|hedge|plan|portfolio)\b")
_TIMES: Final = re.compile(
    r"(?<![\w.$])(?P<count>\d{1,4}) (?:whole )?(?:\w{3,9} )?(?:flies|butterflies|contracts|units|spreads)\b[^\d?!]{0,12}"
    r"(?:at|for|@) \$?(?P<price>\d{1,5}(?:\.\d{1,2})?)"
)
_LEFT_TO_ASK: Final = Sought(  # "first tranche was 3000. whole budget?"
    r"[,.;!?-] (?:so )?(?:the |my |our )?(?:whole |full |total |entire |planned )?(?:hedge )?"
    r"(?:budget|plan|hedge|pot|total)\s?\?+$"
)
_LEAST: Final = 50.0  # dollars


def wholes(reading: Reading) -> tuple[Calculation, ...]:
    """The whole of one part told in dollars; () where a whole is not asked for, or is told."""
    text = reading.lower
    asked = any(word in text for word in ("what", "how", "recover", "find")) and _ASKED.search(text) is not None
    if not asked and _LEFT_TO_ASK.search(text) is None:
        return ()
    if reading.ladders or reading.legs or reading.series:
        return ()
    shares = [q.value for q in reading.quantities if q.unit == "percent" and 0 < q.value <= 1]
    bought = _TIMES.search(text)
    if bought is not None:
        price = float(bought["price"])
        amounts = [int(bought["count"]) * price * (1 if price >= 10 else 100)]
    else:
        amounts = [
            q.value
            for q in reading.quantities
            if q.unit in ("money", "plain")
            and q.value >= _LEAST
            and not _OF_IT.search(reading.before(q))
            and not _IS_WHOLE.match(reading.after(q))
        ]
    if len(amounts) != 1 or len(shares) > 1:
        return ()
    if not shares:
        told = METHOD.first.value if _FIRST.search(text) else (METHOD.step.value,) if _LATER.search(text) else ()
        shares = list(told)
    return tuple(Calculation(Call("whole_of_part", {"amount": amounts[0], "share": share})) for share in shares)
