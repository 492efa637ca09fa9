"""Time against level: what a call butterfly is worth for every number of days left and every level of its future.

The same spike pays little early and much late, because only the last days give a butterfly its shape. Every value is by
Black-76 with the strikes' volatilities held as they are; in a real spike they would change.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

import numpy as np
import pandas as pd

from tools.black76 import DAYS_A_YEAR, model_assumptions
from tools.black_working import price_steps
from tools.butterfly import Butterfly, as_butterfly
from tools.butterfly_today import Rate, fly_values
from tools.errors import ToolError
from tools.expression import dollars, figure
from tools.methodology import Assumption
from tools.parameters import Numbers, Price, checked
from tools.result import Result
from tools.settlement_working import butterfly_value_line
from tools.wording import counted, level, money, points
from tools.working import WorkingStep, step

if TYPE_CHECKING:
    import plotly.graph_objects as go

_STEPS = 12
_LEVELS = 41
_TOLD = 10  # numbers of days that are all told, since somebody chose them


@dataclass(frozen=True, kw_only=True)
class TimeShift(Result):
    """Model values of one butterfly.

    Attributes:
        frame: value in index points; one row for each number of days left (the index, most days first), one column for each
            level of the future.
        now: value today, with the most days left and the future where it is.
        unchanged: [days_left, value] at an unchanged future.
        at_body: [days_left, value] with the future at the body.
        multiplier: dollars a point.
        debit: what the butterfly cost, or None.
    """

    tool: ClassVar[str] = "time_shift"
    frame: pd.DataFrame
    now: float
    unchanged: pd.DataFrame
    at_body: pd.DataFrame
    multiplier: float
    debit: float | None

    def summary(self) -> str:
        """The value now, at an unchanged future as days pass, and at the body early and late."""
        fly: Butterfly = self.inputs["butterfly"]
        forward = level(self.inputs["forward"])
        first, last = int(self.frame.index[0]), int(self.frame.index[-1])
        lines = [f"At an unchanged future: {_path(self.unchanged)}."]
        moved = self.inputs["forward"] != fly.body
        if moved:
            lines.append(f"With the future at {level(fly.body)}: {_path(self.at_body)}.")
        early, late = float(self.at_body["value"].iloc[0]), float(self.at_body["value"].iloc[-1])
        if moved and first > last and late > early > 0:
            lines.append(
                f"So the same move to {level(fly.body)} is worth {points(early)} points with {counted(first, 'day')} left and "
                f"{points(late)} {f'with {last}' if last else 'at expiry'}: time does the rest."
            )
        if self.debit is not None:
            lines.append(f"The debit was {points(self.debit)} points; values above it are a profit before fees.")
        dollars = money(round(self.now * self.multiplier, 2))
        left = f"{counted(first, 'day')} left"
        head = f"**{fly.name}, future at {forward}, {left}: worth {points(self.now)} points = {dollars}** by Black-76."
        return f"{head}\n\n" + "\n".join(f"- {line}" for line in lines)

    def working(self) -> tuple[WorkingStep, ...]:
        """The three legs today, their net, and the value at the body on the last day shown."""
        given = self.inputs
        fly: Butterfly = given["butterfly"]
        forward, rate, vols = given["forward"], given.get("rate", 0.0), given["vols"]
        first, last = (float(self.frame.index[place]) / DAYS_A_YEAR for place in (0, -1))

        def net(at: float, years: float, name: str) -> list[WorkingStep]:
            if not years:
                return [step(name, butterfly_value_line(fly.lower, fly.body, fly.upper, at), "points")]
            steps: list[WorkingStep] = []
            for strike, vol in zip(fly.strikes, vols, strict=True):
                steps.append(price_steps(at, strike, years, vol, rate, "call", f"{name}: {level(strike)} call, ")[-1])
            low, body, high = (figure(found.value or 0.0) for found in steps)
            return [*steps, step(name, low - 2 * body + high, "points")]

        days = int(self.frame.index[-1])
        late = f"Future at {level(fly.body)}, " + (f"{counted(days, 'day')} left" if days else "at expiry")
        return (
            step("Years left", figure(self.frame.index[0]) / DAYS_A_YEAR),
            *net(forward, first, "Now"),
            *net(fly.body, last, late),
            step("Now in dollars", figure(self.now) * dollars(self.multiplier), "$"),
        )

    def figure(self) -> go.Figure:
        """A heat map of the value over level and days left, with today's point and the line of the debit."""
        from tools.time_shift_chart import time_shift_chart

        return time_shift_chart(self)


@checked
def time_shift(
    butterfly: Annotated[Butterfly | Sequence[float], "numbers"],
    forward: Price,
    vols: Numbers,
    days: Numbers,
    *,
    levels: Numbers | None = None,
    rate: Rate = 0.0,
) -> TimeShift:
    """Value of a call butterfly for every number of days left and every level of its future, as a table and a heat map.

    Args:
        butterfly: lower, body and upper strike and, where known, the debit; or a result of butterfly(…).
        forward: price of the future of the same expiry now.
        vols: the volatilities of the three strikes as decimals, or one for all of them.
        days: calendar days left, most first; a single number is divided into steps down to 0.
        levels: levels of the future to show; chosen around the strikes when left out.
        rate: yearly interest rate, continuously compounded.

    Raises:
        ToolError: no butterfly, volatilities that are neither one nor three, or days or levels out of range.
    """
    fly, debit = as_butterfly(butterfly)
    smile = _smile(vols)
    left = _days(days)
    columns = _levels(levels, fly, forward)
    strikes = (fly.lower, fly.body, fly.upper)
    years = left / DAYS_A_YEAR

    def along(at: float) -> pd.DataFrame:
        return pd.DataFrame({"days_left": left, "value": fly_values(strikes, np.full(len(left), at), years, smile, rate)})

    values = fly_values(strikes, columns[None, :], years[:, None], smile, rate)
    unchanged = along(forward)
    given: dict[str, Any] = {"butterfly": fly, "forward": forward, "vols": list(smile), "days": left.tolist()}
    if levels is not None:
        given["levels"] = columns.tolist()
    if rate:
        given["rate"] = rate
    return TimeShift(
        inputs=given,
        assumptions=(*model_assumptions(), _HELD),
        frame=pd.DataFrame(values, index=pd.Index(left, name="days_left"), columns=pd.Index(columns, name="level")),
        now=float(unchanged["value"].iloc[0]),
        unchanged=unchanged,
        at_body=along(fly.body),
        multiplier=fly.multiplier,
        debit=debit,
    )


_HELD = Assumption(
    "volatility",
    "held at each strike",
    "assumption",
    "Each strike keeps its volatility while time passes and the future moves; in a real spike volatilities change as well.",
)


def _smile(given: Any) -> tuple[float, float, float]:
    allowed = "one volatility or three (lower, body, upper), each a decimal above 0 and at most 10: 0.208 is 20.8%"
    vols = _list("vols", [given] if isinstance(given, float) else given, allowed)
    if len(vols) not in (1, 3) or not ((vols > 0) & (vols <= 10)).all():
        raise ToolError("vols", given, allowed)
    low, body, high = np.broadcast_to(vols, 3).tolist()
    return low, body, high


def _days(given: Any) -> np.ndarray:
    """Whole days left, most first."""
    allowed = "whole calendar days left from 0 to 3650, each once; at least one above 0"
    alone = isinstance(given, (int, float, np.number)) and not isinstance(given, (bool, np.bool_))
    days = _list("days", [given] if alone else given, allowed)
    if (
        not ((days >= 0) & (days <= 3650) & (days == np.floor(days))).all()
        or len(np.unique(days)) != len(days)
        or days.max() < 1
    ):
        raise ToolError("days", given, allowed)
    if len(days) == 1:
        days = np.unique(np.round(np.linspace(0, days[0], _STEPS + 1)))
    return np.sort(days)[::-1].astype("int64")


def _levels(given: Any, fly: Butterfly, forward: float) -> np.ndarray:
    if given is None:
        low, high = min(fly.lower, forward), max(fly.upper, forward)
        room = 0.25 * (high - low)
        ends = np.linspace(max(low - room, 0.05 * low), high + room, _LEVELS - 4)
        return np.unique(np.concatenate([ends, [fly.lower, fly.body, fly.upper, forward]]))
    allowed = "levels of the future above 0, each once, at most 2,000 of them"
    levels = _list("levels", given, allowed)
    if not (levels > 0).all() or len(np.unique(levels)) != len(levels) or len(levels) > 2000:
        raise ToolError("levels", given, allowed)
    return np.sort(levels)


def _list(name: str, given: Any, allowed: str) -> np.ndarray:
    """A list of finite numbers; ToolError for anything else."""
    numbers = list(given) if isinstance(given, (list, tuple, np.ndarray, range)) else []
    plain = all(isinstance(n, (int, float, np.number)) and not isinstance(n, (bool, np.bool_, complex)) for n in numbers)
    try:
        out = np.array([float(n) for n in numbers]) if plain else np.empty(0)
    except (OverflowError, TypeError) as error:
        raise ToolError(name, given, allowed) from error
    if not len(out) or not np.isfinite(out).all():
        raise ToolError(name, given, allowed)
    return out


def _path(values: pd.DataFrame) -> str:
    """The values on the way, e.g. '0.92 points with 30 days left, 0.80 with 15, 0.00 at expiry'; of many only a few."""
    places = range(len(values)) if len(values) <= _TOLD else sorted({0, len(values) // 2, len(values) - 1})
    told: list[str] = []
    for i in places:
        days, worth = int(values["days_left"].iloc[i]), float(values["value"].iloc[i])
        unit = " points" if not told else ""
        told.append(f"{points(round(worth, 4))}{unit} " + (f"with {counted(days, 'day')} left" if days else "at expiry"))
    return ", ".join(told)
