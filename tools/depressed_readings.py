"""Readings that are normalised already, one after the other: which of them lie below the method's line of 0.8."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

import numpy as np

from tools.errors import ToolError
from tools.expression import figure
from tools.methodology import METHOD
from tools.parameters import Number, Numbers, checked
from tools.result import Result
from tools.series import as_series
from tools.wording import counted, fixed, level, listed
from tools.working import WorkingStep, said, step
from tools.yearless import Labels, checked_labels

_MOST = 1000
_SHOWN = 12

Place = Annotated[int, Number("count", "place in the list, from 1", low=1, high=_MOST, whole=True)]


@dataclass(frozen=True, kw_only=True)
class DepressedReadings(Result):
    """Readings against the line; places are counted from 1.

    Attributes:
        below: (place, value) of each reading below 0.8.
        on_line: places of readings that are just 0.8, which is not below it.
        value_at: the reading at the place asked about; None where none is.
        depressed_at: whether that one is below 0.8; None where none is asked about.
        distance: that one, or the lowest where none is asked about, less 0.8.
        ratios: each value over what is usual for it, where that is given beside each; () where the readings are typed so.
    """

    tool: ClassVar[str] = "depressed_readings"
    below: tuple[tuple[int, float], ...]
    on_line: tuple[int, ...]
    value_at: float | None
    depressed_at: bool | None
    distance: float
    ratios: tuple[float, ...] = ()

    def summary(self) -> str:
        """The reading asked about, and all that lie below the line."""
        line, count = level(METHOD.depressed_below.value), len(self.inputs["values"])
        lines = self._divided()
        if self.value_at is not None:
            verdict = f"is below {line}: depressed" if self.depressed_at else f"is not below {line}: not depressed"
            lines.append(f"**Reading {self.inputs['at']:,}, {self._told(self.value_at)}, {verdict}.**")
        shown = listed(f"{self._told(value)} ({self._called(place)})" for place, value in self.below[-_SHOWN:])
        more = f"the last of them {shown}" if len(self.below) > _SHOWN else shown
        found = f"Below {line}: {len(self.below):,} of {counted(count, 'reading')}{f': {more}' if self.below else ''}."
        lines.append(found if self.value_at is not None else f"**{found}**")
        if self.on_line:
            lines.append(f"{line} itself, on reading {listed(map(str, self.on_line[-_SHOWN:]))}, is not below it.")
        lines.extend(self._last(line))
        lines.append("The article, which says that such levels are often under 0.8, does not define its scale.")
        return "\n".join(f"- {text}" for text in lines)

    def _divided(self) -> list[str]:
        """Each value over what is usual for it."""
        if not self.ratios:
            return []
        pairs = zip(self.inputs["values"], self.inputs["usual"], self.ratios, strict=True)
        told = [f"{level(value)}/{level(usual)} = {fixed(ratio, 3)}" for value, usual, ratio in pairs]
        first = len(told) - len(told[-_SHOWN:]) + 1
        return [f"Ratios, from {self._called(first)} on: {', '.join(told[-_SHOWN:])}."]

    def _told(self, value: float) -> str:
        return fixed(value, 3) if self.ratios else level(value)

    @property
    def _read(self) -> tuple[float, ...]:
        """The readings on the scale."""
        return self.ratios or tuple(self.inputs["values"])

    def _called(self, place: int) -> str:
        labels = self.inputs.get("labels", ())
        return str(labels[place - 1]) if labels else f"reading {place:,}"

    def _last(self, line: str) -> list[str]:
        """The latest reading, where it has come back from below the line."""
        values = self._read
        if not self.below or values[-1] < METHOD.depressed_below.value:
            return []
        verb = "is just at" if values[-1] == METHOD.depressed_below.value else "is back above"
        return [f"The last reading, {self._told(values[-1])} ({self._called(len(values))}), {verb} {line}."]

    def working(self) -> tuple[WorkingStep, ...]:
        """How far the reading asked about, or the lowest, lies from the line."""
        values = self._read
        value = min(values) if self.value_at is None else self.value_at
        name = "Lowest reading" if self.value_at is None else f"Reading {self.inputs['at']}"
        far = step(f"{name} less the line", figure(value) - METHOD.depressed_below.value)
        return (far, said("Rule", "below the line counts as depressed, on it does not"))


@checked
def depressed_readings(
    values: Numbers, at: Place | None = None, labels: Labels | None = None, usual: Numbers | None = None
) -> DepressedReadings:
    """Say which of several normalised readings are depressed (below 0.8), and whether the one on a bar is.

    Args:
        values: normalised readings, oldest first; 1 is as usual.
        at: place of the reading asked about, such as that of a cross, counted from 1.
        labels: what the readings are called, such as days without a year.
        usual: what is usual for each value, its mean, where the values are not normalised yet.

    Raises:
        ToolError: no reading, one that is not above zero, or a place beyond the last.
    """
    data = as_series(values, "values").to_numpy()
    if not 1 <= len(data) <= _MOST or not (np.isfinite(data) & (data > 0)).all():
        raise ToolError("values", data.tolist(), f"1 to {_MOST:,} numbers above 0, oldest first")
    if at is not None and at > len(data):
        raise ToolError("at", at, f"the place of one of the {counted(len(data), 'reading')}")
    names = checked_labels(labels, len(data))
    means = _means(usual, len(data))
    held = [float(v) for v in data]
    ratios = tuple(round(v / m, 12) for v, m in zip(held, means, strict=True)) if means else ()
    line, readings = METHOD.depressed_below.value, list(ratios or held)
    value = None if at is None else readings[at - 1]
    return DepressedReadings(
        distance=round((min(readings) if value is None else value) - line, 12),
        inputs={
            "values": held,
            **({} if at is None else {"at": at}),
            **({"labels": list(names)} if names else {}),
            **({"usual": means} if means else {}),
        },
        assumptions=(METHOD.assume("depressed_below"),),
        below=tuple((n, v) for n, v in enumerate(readings, start=1) if v < line),
        on_line=tuple(n for n, v in enumerate(readings, start=1) if v == line),
        value_at=value,
        depressed_at=None if value is None else value < line,
        ratios=ratios,
    )


def _means(usual: Numbers | None, count: int) -> list[float]:
    """What is usual for each of `count` values; [] where it is not given."""
    if usual is None:
        return []
    data = as_series(usual, "usual").to_numpy()
    if len(data) != count or not (np.isfinite(data) & (data > 0)).all():
        raise ToolError("usual", data.tolist(), f"{counted(count, 'number')} above 0, one for each value")
    return [float(v) for v in data]
