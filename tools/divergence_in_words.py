"""Highs or lows of an index and of its advance-decline line told in words: do they diverge, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from tools.expression import figure
from tools.methodology import METHOD
from tools.parameters import checked
from tools.result import Result
from tools.two_pivots import MEANT, Kind, Pivots, kind_of
from tools.wording import percent
from tools.working import WorkingStep, said, step

Turn = Literal["higher", "equal", "lower"]
_SIGNS = {"higher": 1, "equal": 0, "lower": -1}


@dataclass(frozen=True, kw_only=True)
class DivergenceInWords(Result):
    """What two turns say together.

    Attributes:
        kind: "negative" (higher high of the index, lower of the line), "positive" (lower low, higher of the line) or "none".
        share: share of the hedge that the article's cue allows: its step for a negative divergence, otherwise 0.
        together: share that is in with it, from the least to the most of a first tranche.
    """

    tool: ClassVar[str] = "divergence_in_words"
    kind: Kind
    share: float
    together: tuple[float, float]

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
            lines.append(f"With a first tranche of {_range(METHOD.first.value)} that makes {_range(self.together)}.")
        elif given == {"index": "equal", "line": "lower", "pivots": "highs"}:
            lines.append("Some count an equal high of the index too; here, as in the other tools, it takes a higher one.")
        else:
            lines.append("The primary article's cue is a negative divergence; this is none, so nothing is added for it.")
        lines.append("It takes turns that are confirmed: a high or low is known only once the bars to its right are there.")
        return "\n".join(f"- {line}" for line in lines)

    def working(self) -> tuple[WorkingStep, ...]:
        """Both turns, side by side, and the share of the hedge that they allow."""
        pivot = self.inputs["pivots"].removesuffix("s")
        turns = (said(name, f"a {self.inputs[key]} {pivot}") for name, key in (("Index", "index"), ("A/D line", "line")))
        firsts = zip(METHOD.first.value, ("least", "most"), strict=True)
        after = (step(f"In with the {which} of a first tranche", figure(first) + self.share, "%") for first, which in firsts)
        return (*turns, *after)


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
    share = METHOD.step.value if kind == "negative" else 0.0
    low, high = METHOD.first.value
    return DivergenceInWords(
        inputs={"index": index, "line": line, "pivots": pivots},
        kind=kind,
        share=share,
        together=(low + share, high + share),
    )


def _range(ends: tuple[float, float]) -> str:
    return f"{percent(ends[0]).removesuffix('%')}–{percent(ends[1])}"
