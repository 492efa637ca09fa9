"""Highs or lows of an index and of its advance-decline line told in words: do they diverge, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from tools.methodology import METHOD
from tools.parameters import checked
from tools.result import Result
from tools.two_pivots import MEANT, Kind, Pivots, kind_of
from tools.wording import percent
from tools.working import WorkingStep, said

Turn = Literal["higher", "equal", "lower"]
_SIGNS = {"higher": 1, "equal": 0, "lower": -1}


@dataclass(frozen=True, kw_only=True)
class DivergenceInWords(Result):
    """What two turns say together.

    Attributes:
        kind: "negative" (higher high of the index, lower of the line), "positive" (lower low, higher of the line) or "none".
        share: share of the hedge that the article's cue allows: its step for a negative divergence, otherwise 0.
    """

    tool: ClassVar[str] = "divergence_in_words"
    kind: Kind
    share: float

    def summary(self) -> str:
        """The kind, what it is the cue for in the article, and from when it can be known."""
        given, pivot = self.inputs, self.inputs["pivots"].removesuffix("s")
        agree = f": the index made a {given['index']} {pivot}, the line a {given['line']} one"
        lines = [MEANT[self.kind].format(agree=agree)]
        if self.kind == "negative":
            lines.append(
                f"In the primary article that is a cue for a further {percent(self.share)} once the first tranche is on, "
                "not for the first tranche."
            )
        elif given == {"index": "equal", "line": "lower", "pivots": "highs"}:
            lines.append("Some count an equal high of the index too; here, as in the other tools, it takes a higher one.")
        else:
            lines.append("The primary article's cue is a negative divergence; this is none, so nothing is added for it.")
        lines.append("It takes turns that are confirmed: a high or low is known only once the bars to its right are there.")
        return "\n".join(f"- {line}" for line in lines)

    def working(self) -> tuple[WorkingStep, ...]:
        """Both turns, side by side."""
        pivot = self.inputs["pivots"].removesuffix("s")
        return tuple(said(name, f"a {self.inputs[key]} {pivot}") for name, key in (("Index", "index"), ("A/D line", "line")))


@checked
def divergence_in_words(index: Turn, line: Turn, pivots: Pivots = "highs") -> DivergenceInWords:
    """Say whether turns told in words are a divergence of the advance-decline line ("SPX higher high, A/D lower high").

    Args:
        index: the later high (or low) of the index, beside the one before it: "higher", "equal" or "lower".
        line: the same of the advance-decline line.
        pivots: "highs" or "lows".

    Source: the primary article adds a tranche when breadth diverges negatively from SPX and does not define how that is
    measured; highs of both are compared, as the field does.
    """
    kind = kind_of(_SIGNS[index], _SIGNS[line], pivots)
    return DivergenceInWords(
        inputs={"index": index, "line": line, "pivots": pivots},
        kind=kind,
        share=METHOD.step.value if kind == "negative" else 0.0,
    )
