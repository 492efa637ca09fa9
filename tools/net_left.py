"""The net advances that two levels of an A/D line leave for a bar, once the nets of the other bars are known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from tools.errors import ToolError
from tools.expression import figure, total
from tools.parameters import Level, Numbers, checked
from tools.result import Result
from tools.series import as_series
from tools.wording import counted, significant
from tools.working import WorkingStep, step

_MOST = 1000


@dataclass(frozen=True, kw_only=True)
class NetLeft(Result):
    """What is left of the way of an A/D line.

    Attributes:
        net: advances less declines of the bar whose net is not known.
        change: the way of the line over all bars, end − start.
        known: the line after the bars whose nets are known.
    """

    tool: ClassVar[str] = "net_left"
    net: float
    change: float
    known: float

    def summary(self) -> str:
        """The net that is left, and how it comes."""
        start, end = self.inputs["start"], self.inputs["end"]
        nets = self.inputs.get("nets", [])
        more = "more issues rose than fell" if self.net > 0 else "more issues fell than rose"
        move = more if self.net else "as many rose as fell"
        which = "the bar that is left" if nets else "the bar"
        lines = [f"**Net of {which}: {_signed(self.net)}**: {_told(end)} − {_bracketed(self.known)}; {move}."]
        if nets:
            way = "".join(f" {'−' if n < 0 else '+'} {_told(abs(n))}" for n in nets)
            lines.append(
                f"After the {counted(len(nets), 'bar')} that {'is' if len(nets) == 1 else 'are'} known the line stands at "
                f"{_told(start)}{way} = {_told(self.known)}."
            )
        lines.append(
            f"Over {counted(len(nets) + 1, 'bar')} the line goes from {_told(start)} to {_told(end)}, "
            f"{_signed(self.change)} in all; each bar adds advances minus declines."
        )
        return "\n".join(f"- {line}" for line in lines)

    def working(self) -> tuple[WorkingStep, ...]:
        """The line after the known bars, and the rest of its way."""
        nets = self.inputs.get("nets", [])
        first = (step("Line after the known bars", total([self.inputs["start"], *nets])),) if nets else ()
        return (*first, step("Net left", figure(self.inputs["end"]) - self.known))


@checked
def net_left(start: Level, end: Level, nets: Numbers | None = None) -> NetLeft:
    """Work out the net advances of one bar from two levels of the A/D line and the nets of the other bars between them.

    Args:
        start: the line before the first of the bars.
        end: the line after the last of them.
        nets: advances minus declines of the bars that are known; none where the two levels are one bar apart.

    Raises:
        ToolError: a value that is no finite number.
    """
    data = [] if nets is None else as_series(nets, "nets").to_numpy().tolist()
    if len(data) > _MOST or not np.isfinite(data).all():
        raise ToolError("nets", nets, f"up to {_MOST:,} finite numbers")
    known = round(start + sum(data), 9)
    return NetLeft(
        inputs={"start": start, "end": end, **({"nets": data} if data else {})},
        net=round(end - known, 9),
        change=round(end - start, 9),
        known=known,
    )


def _told(value: float) -> str:
    return significant(value, 9)


def _signed(value: float) -> str:
    return significant(value, 9, "+") if value else "0"


def _bracketed(value: float) -> str:
    return f"({_told(value)})" if value < 0 else _told(value)
