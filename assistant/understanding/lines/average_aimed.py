"""The level that an average should come to, and where it stands: "what print makes the 12 ema 21 if it was 20.5"."""

from __future__ import annotations

import re
from typing import Final

from assistant.understanding.filling.arithmetic import plainly, span_of
from assistant.understanding.filling.structures import Arguments
from assistant.understanding.text.quantities import Reading
from tools.methodology import METHOD

_INPUT_ASKED: Final = re.compile(
    r"\b(?:what|which|how (?:high|low|big|large))\b[^.?!]{0,30}"
    r"\b(?:input|values?|prints?|reading|close|iv|price|observation|needed|need|macd)\b"
)
_FROM_TO: Final = re.compile(
    r"\b(?:from|at|is|was|stands at) (\d++(?:\.\d++)?)\b[^.?!\d]{0,40}"
    r"\b(?:to|reach|hit|becomes?)\b[^.?!\d]{0,16}(\d++(?:\.\d++)?)"
)
# "what print makes the 12 ema 21 if it was 20.5": the level to come to, and the one that it comes from
_MADE: Final = re.compile(
    r"\b(?:makes?|brings?|gets?|lifts?|takes?|moves?|pushes|push|puts?|drags?|sends?|needed|for)\b[^.?!;]{0,32}?"
    r"\b(?:to|equals?|be|reach(?:es)?|hit|becomes?|come to|at|signal|average) (?P<n>-?(?:\d++(?:\.\d++)?|\.\d++))(?![\w%]|\.\d)"
)
_STOOD: Final = re.compile(
    r"\b(?:was|is|stands|stood|at|from|now|currently|yesterday|prior|previous(?:ly)?)(?: (?:at|is|was))? "
    r"(?P<n>-?(?:\d++(?:\.\d++)?|\.\d++))(?![\w%]|\.\d)"
)


def ema_input(reading: Reading) -> Arguments | None:
    """An average, the level that it should come to, and its span: "what input makes the 12-EMA move from 18 to 18.5"."""
    text = plainly(reading).lower
    span, asked = span_of(text), _INPUT_ASKED.search(text)
    move = _FROM_TO.search(text)
    of_signal = span is None and "sig" in text
    if (span is None and not of_signal) or asked is None:
        return None
    length = int(next(g for g in span.groups() if g)) if span else METHOD.signal.value
    if move is not None:
        return {"previous": float(move[1]), "wanted": float(move[2]), "span": length}
    made = _MADE.search(text)
    stood = None if made is None else _STOOD.search(text[: made.start()]) or _STOOD.search(text, made.end())
    if made is None or stood is None:
        return None
    return {"previous": float(stood["n"]), "wanted": float(made["n"]), "span": length}
