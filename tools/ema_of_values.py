"""The average of a short list, exponential with both of its usual starts, and simple."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, cast

import numpy as np

from tools.averages import Seed, smoothed
from tools.errors import ToolError
from tools.expression import figure, function
from tools.parameters import Numbers, Periods, checked
from tools.result import Result
from tools.series import as_series
from tools.smoothing import moved, weight
from tools.wording import counted, points, significant
from tools.working import WorkingStep, step

_MOST = 10_000
_SHOWN = 12  # steps of a working
_PAIR = 2


@dataclass(frozen=True, kw_only=True)
class EmaOfValues(Result):
    """The average of a list on its last value.

    Attributes:
        mean_seeded: the exponential average that starts from the mean of its first `span` values; None of fewer values.
        first_seeded: the exponential average that starts from the first value.
        simple: the simple mean of the last `span` values; None of fewer values.
        total: the sum of those.
        alpha: weight of the newest value, 2/(span + 1).
        from_first: the average from the first value, on each value; at most the last 12.
        adjusted: the average whose weights fall by 1 − alpha a bar and are divided by their sum, as ewm(adjust=True) of
            pandas has it; it approaches `first_seeded` as values are added.
        from_mean: the average from the mean, on each value from the one at which it starts; at most the last 12.
    """

    tool: ClassVar[str] = "ema_of_values"
    mean_seeded: float | None
    first_seeded: float
    simple: float | None
    total: float | None
    alpha: float
    from_first: tuple[float, ...]
    adjusted: float
    from_mean: tuple[float, ...]

    def summary(self) -> str:
        """Both starts, the simple mean, and why the two differ."""
        span = self.inputs["span"]
        if self.mean_seeded is None or self.simple is None or self.total is None:
            return self._from_first_alone()
        gap = abs(self.mean_seeded - self.first_seeded)
        return (
            f"- **EMA({span:,}) = {points(self.mean_seeded)} from the mean of the first {counted(span, 'value')} (SMA seed), "
            f"{points(self.first_seeded)} from the first value**; {points(gap)} apart, which fades with every further bar.\n"
            f"{self._ways()}{self._weighed()}"
            f"- The simple mean of the last {counted(span, 'value')} is {significant(self.total, 12)}/{span:,} = "
            f"{points(self.simple)}."
        )

    def _from_first_alone(self) -> str:
        """The one start that fewer values than the span allow."""
        span, count = self.inputs["span"], len(self.inputs["values"])
        run = f": {', '.join(map(points, self.from_first))}" if count <= _SHOWN else ""
        return (
            f"- **EMA({span:,}) = {points(self.first_seeded)} from the first value**, with alpha = 2/{span + 1:,} = "
            f"{points(self.alpha)}{run}.\n"
            f"- A start from the mean of the first {span:,} values (SMA seed) has no value yet: {counted(count, 'value')} are "
            f"{span - count:,} too few.\n{self._weighed()}".rstrip("\n")
        )

    def _weighed(self) -> str:
        """The same with the weights of the values that are there, and those of the last two."""
        if not self.inputs.get("adjust"):
            return ""
        span, count = self.inputs["span"], len(self.inputs["values"])
        weights = ""
        if count == _PAIR:  # 1 and 1 − alpha, over their sum
            low, high = span - 1, span + 1
            weights = f", here {low:,}/{low + high:,} and {high:,}/{low + high:,}"
        return (
            f"- With the weights of the values that are there, divided by their sum (ewm in pandas with adjust=True){weights}: "
            f"{points(self.adjusted)}; the start from the first value is adjust=False, the recursive EMA. The two come "
            "together as bars are added.\n"
        )

    def _ways(self) -> str:
        """alpha, and every value of both averages of a short list."""
        span, values = self.inputs["span"], self.inputs["values"]
        start = self._start() if len(values) <= max(_SHOWN, span + 1) else ""
        if len(values) > _SHOWN:
            return start
        first, mean = (", ".join(map(points, way)) for way in (self.from_first, self.from_mean))
        told = f"- With alpha = 2/{span + 1:,} = {points(self.alpha)}, from the first value: {first}; from the mean: {mean}.\n"
        return told + start

    def _start(self) -> str:
        """Where the average from the mean begins, and its last step."""
        span, values = self.inputs["span"], self.inputs["values"]
        start = f"- The mean of the first {span:,} values stands at value {span:,} and starts the average"
        if len(values) > span:
            before, new = self.from_mean[-2], values[-1]
            start += f"; the last step from it: {moved(round(before, 4), new, weight(span))} = {points(self.from_mean[-1])}"
            start += f", a gap of {points(round(new - before, 12))}"
        return f"{start}.\n"

    def working(self) -> tuple[WorkingStep, ...]:
        """The last steps of both averages, and the simple mean."""
        data, span = np.array(self.inputs["values"]), self.inputs["span"]
        alpha = 2.0 / (span + 1.0)
        steps = [step("alpha", 2 / (figure(span) + 1))]
        starts = {"mean": "sma", "first value": "first"} if self.simple is not None else {"first value": "first"}
        for name, seed in starts.items():
            run = smoothed(data, span, alpha, cast("Seed", seed))
            begin = span - 1 if name == "mean" else 0
            if name == "mean":
                steps.append(step(f"From the mean, value {span}", function("mean", *data[:span].tolist())))
            for n in range(max(begin + 1, len(data) - _SHOWN), len(data)):
                moved = figure(run[n - 1]) + figure(alpha) * (figure(data[n]) - run[n - 1])
                steps.append(step(f"From the {name}, value {n + 1}", moved))
        if self.simple is None:
            return tuple(steps)
        return (*steps, step("Simple mean", function("mean", *data[-span:].tolist())))


@checked
def ema_of_values(values: Numbers, span: Periods, adjust: bool = False) -> EmaOfValues:
    """Average a list of values: exponential from its mean and from its first value, and simple.

    Args:
        values: the list, oldest first; of fewer than `span` only the start from the first value has a result.
        span: number of bars of the average; the newest value weighs 2/(span + 1).
        adjust: whether to tell the average of pandas' ewm(adjust=True) beside the others.

    Raises:
        ToolError: no value, or one that is no finite number.
    """
    data = as_series(values, "values").to_numpy()
    if len(data) > _MOST or not np.isfinite(data).all():
        raise ToolError("values", values, f"up to {_MOST:,} finite numbers, oldest first")
    alpha = 2.0 / (span + 1.0)
    first = np.round(smoothed(data, span, alpha, "first"), 12)
    mean = np.round(smoothed(data, span, alpha, "sma"), 12) if len(data) >= span else first[:0]
    return EmaOfValues(
        inputs={"values": [float(v) for v in data], "span": span, **({"adjust": True} if adjust else {})},
        mean_seeded=float(mean[-1]) if len(mean) else None,
        first_seeded=float(first[-1]),
        simple=round(float(np.mean(data[-span:])), 12) if len(mean) else None,
        total=round(float(np.sum(data[-span:])), 9) if len(mean) else None,
        alpha=alpha,
        adjusted=_adjusted(data, alpha),
        from_first=tuple(first[-_SHOWN:].tolist()),
        from_mean=tuple(mean[span - 1 :][-_SHOWN:].tolist()),
    )


def _adjusted(data: np.ndarray, alpha: float) -> float:
    weights = (1.0 - alpha) ** np.arange(len(data) - 1, -1, -1)
    return round(float(weights @ data / weights.sum()), 12)
