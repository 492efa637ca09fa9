"""The series that the method watches, from raw option chains: the implied volatility of the put of a given delta, by date.

Per date and expiry the volatility is interpolated linearly in delta between the two strikes whose deltas lie on either side;
a date on which none do is refused with the reason, never extrapolated. Where two expiries lie on either side of the tenor,
total variance is interpolated linearly in time between them; otherwise the nearest expiry is taken and its days are said.
Without a column of volatilities they are implied from the mids by Black-76 on the chain's own parity forward.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

import numpy as np
import pandas as pd

from tools.chain_book import Book, ChainInput, chain_frame
from tools.constant_tenor import by_date, refused
from tools.errors import ToolError
from tools.expression import figure, function, share
from tools.methodology import METHOD, Assumption
from tools.parameters import Number, checked
from tools.parity_forward import Rate, flagged, forward_assumptions, forward_frame, gap_words
from tools.put_iv_search import Found, reason, search
from tools.result import Result
from tools.wording import counted, listed, percent, points
from tools.working import WorkingStep, step

if TYPE_CHECKING:
    import plotly.graph_objects as go

_SHOWN = 5

Delta = Annotated[float, Number("fraction", "size of the put's delta", low=0.005, high=0.6)]
Tenor = Annotated[int, Number("count", "calendar days", low=1, high=1_500, whole=True)]


@dataclass(frozen=True, kw_only=True)
class PutIvSeries(Result):
    """Implied volatility of the put of one delta, by date.

    Attributes:
        frame: [date, iv, strike, dte, method], oldest first; iv a decimal; strike interpolated like iv; dte the days that the
            figure stands for; method "interpolated" (between two expiries, to the tenor) or "single" (one expiry, its dte).
        refused: [date, reason], every date of the chain that is not in `frame`.
        flags: [date, expiry, dte, forward, underlying, gap] of the dates used whose parity forward lies more than 0.5% from
            the file's underlying.
        brackets: [dte, delta_low, iv_low, delta_high, iv_high] of the expiries behind the last date.
        found: what was recognised: units of volatility, sign of delta, where each came from.
    """

    tool: ClassVar[str] = "ten_delta_put_iv"
    frame: pd.DataFrame
    refused: pd.DataFrame
    flags: pd.DataFrame
    brackets: pd.DataFrame
    found: tuple[str, ...]

    @property
    def series(self) -> pd.Series:
        """The volatilities by date, for `macd_trigger` and the like; `attrs` name the call and the role."""
        dates = pd.DatetimeIndex(self.frame["date"], name="date")
        out = pd.Series(self.frame["iv"].to_numpy(), index=dates, name="iv")
        out.attrs = {"call": f"{self.call}.series", "role": "iv"}
        return out

    def summary(self) -> str:
        """The latest value, the range, the tenor, what was refused and flagged, and what was recognised."""
        frame, delta = self.frame, self.inputs.get("delta", METHOD.delta.value)
        first, last = frame.iloc[0], frame.iloc[-1]
        total = len(frame) + len(self.refused)
        lines = [
            f"**Implied volatility of the {100 * delta:g}-delta put: {percent(last['iv'], 2)} on {last['date']:%Y-%m-%d}** "
            f"(strike about {points(round(float(last['strike']), 2))}), found on {len(frame):,} of {total:,} dates."
        ]
        if len(frame) > 1:
            low, high = (frame.iloc[int(place)] for place in (frame["iv"].argmin(), frame["iv"].argmax()))
            lines.append(
                f"First {percent(first['iv'], 2)} on {first['date']:%Y-%m-%d}; lowest {percent(low['iv'], 2)} on "
                f"{low['date']:%Y-%m-%d}, highest {percent(high['iv'], 2)} on {high['date']:%Y-%m-%d}."
            )
        lines.append(self._tenor())
        lines += self._refusals()
        return "\n".join(f"- {line}" for line in [*lines, *gap_words(self.flags), *self.found])

    def working(self) -> tuple[WorkingStep, ...]:
        """The last date: interpolation in delta for each expiry behind it, then in total variance between two expiries."""
        delta, tenor = self.inputs.get("delta", METHOD.delta.value), self.inputs.get("tenor_days", _TENOR)
        steps = []
        for dte, low, iv_low, high, iv_high in self.brackets.itertuples(index=False):
            name = f"{dte:g} days, volatility at delta {delta:g}"
            if not low < high or delta == low:
                steps.append(step(name, share(iv_low), "%", "a strike has just this delta"))
                continue
            way = (figure(delta) - low) / (figure(high) - low)
            steps.append(step(name, share(iv_low) + way * (share(iv_high) - share(iv_low)), "%"))
        if len(steps) == 2:
            near, far = self.brackets["dte"].tolist()
            weight = step("Share of the later expiry", (figure(tenor) - near) / (figure(far) - near))
            w, (a, b) = figure(weight.value or 0.0), (share(s.value or 0.0) for s in steps)
            spread = ((1 - w) * a**2 * near + w * b**2 * far) / tenor
            steps += [weight, step(f"Volatility at {tenor} days", function("√", spread), "%")]
        return tuple(steps)

    def figure(self) -> go.Figure:
        """The series over time, flagged dates marked."""
        from tools.put_iv_chart import put_iv_chart

        return put_iv_chart(self)

    def _refusals(self) -> list[str]:
        """One line a reason, the commonest first, with its first dates."""
        reasons: dict[str, list[str]] = {}
        for date, why in zip(self.refused["date"], self.refused["reason"], strict=True):
            reasons.setdefault(why, []).append(f"{date:%Y-%m-%d}")
        lines = []
        for why, days in sorted(reasons.items(), key=lambda item: -len(item[1]))[:_SHOWN]:
            more = len(days) - _SHOWN
            told = f"{', '.join(days[:_SHOWN])} and {more:,} more" if more > 0 else listed(days)
            lines.append(f"Refused, {why}: {told}.")
        if len(reasons) > _SHOWN:
            lines.append(f"And {len(reasons) - _SHOWN:,} more reasons; `refused` has them by date.")
        return lines

    def _tenor(self) -> str:
        tenor = self.inputs.get("tenor_days", _TENOR)
        single = self.frame.loc[self.frame["method"] == "single", "dte"]
        if single.empty:
            return f"Constant tenor: every date is interpolated to {tenor} days."
        days = f"{single.min():g}" if single.min() == single.max() else f"{single.max():g} down to {single.min():g}"
        many = len(self.frame) - len(single)
        head = f"{many:,} dates are interpolated to {tenor} days; on" if many else "No two expiries lie around the tenor: on"
        told = f"{head} {counted(len(single), 'date')} the nearest expiry stands as it is, {days} days away."
        return told if single.nunique() == 1 and not many else f"{told} Part of the movement is then the shrinking tenor."


_TENOR, _LEAST = 30, 5


@checked
def ten_delta_put_iv(
    chain: ChainInput,
    *,
    delta: Delta = METHOD.delta.value,
    tenor_days: Tenor = _TENOR,
    min_dte: Tenor = _LEAST,
    rate: Rate = 0.0,
) -> PutIvSeries:
    """Implied volatility of the 10-delta put by date, from option chains: the series that the method's trigger reads.

    Args:
        chain: option chains of one or more dates, loaded with load_table, in long form as a DataFrame, or a file.
        delta: size of the put's delta.
        tenor_days: calendar days to expiry that the series should stand for.
        min_dte: expiries with fewer calendar days left are not used.
        rate: yearly interest rate for discounting; matters only where volatilities or deltas have to be computed.

    Raises:
        ToolError: no chain, no dates in it, or no date on which that put is bracketed.
    """
    frame = chain_frame(chain)
    book = Book.of(frame)
    if not np.isfinite(book.days).any():
        raise ToolError("chain", "a chain without quote dates and expiries", "a chain with a date and an expiry in each row")
    forward = book.forwards(rate)
    found = search(book, forward, delta, min_dte, rate)
    good = np.flatnonzero(found.why == 0)
    if len(good) == 0:
        why = pd.Series([reason(found, g, delta, min_dte) for g in range(len(book))])
        raise ToolError("chain", f"{len(book):,} dates and expiries", f"a chain with a put of delta {delta:g}", _most(why))
    series = by_date(book, found, good, tenor_days)
    given = {"delta": delta, "tenor_days": tenor_days, "min_dte": min_dte, "rate": rate}
    usual = {"delta": METHOD.delta.value, "tenor_days": _TENOR, "min_dte": _LEAST, "rate": 0.0}
    kept: dict[str, Any] = {"chain": frame if "call" in frame.attrs else chain}
    return PutIvSeries(
        inputs=kept | {k: v for k, v in given.items() if v != usual[k]},
        assumptions=_assumptions(found, delta, tenor_days, min_dte, rate),
        frame=series.frame,
        refused=refused(book, found, series.frame, delta, min_dte),
        flags=flagged(forward_frame(book, forward).iloc[series.used]),
        brackets=pd.DataFrame(
            np.column_stack([book.days[series.last], found.bracket[series.last]]),
            columns=pd.Index(["dte", "delta_low", "iv_low", "delta_high", "iv_high"]),
        ),
        found=_recognised(chain, found),
    )


def _most(why: pd.Series) -> str:
    """The commonest reason, as a sentence."""
    return f"Mostly: {why.mode().iloc[0]}."


def _recognised(chain: Any, found: Found) -> tuple[str, ...]:
    units = getattr(getattr(chain, "report", None), "units", {})
    as_percent = found.percent or "percent" in units.values()
    vols = {
        "file": "Volatilities are the file's, " + ("given in percent and read as decimals." if as_percent else "in decimals."),
        "implied": "The file has no volatilities: they are implied from the mids by Black-76 on the parity forward.",
    }[found.iv_source]
    if found.negative is None:
        return vols, "The file has no deltas: they are computed by Black-76."
    return vols, f"Deltas are the file's; its put deltas are {'negative' if found.negative else 'positive'}."


def _assumptions(found: Found, delta: float, tenor: int, least: int, rate: float) -> tuple[Assumption, ...]:
    across = "Volatility is interpolated linearly in delta between the two bracketing strikes; nothing is extrapolated."
    along = f"Where two expiries lie around {tenor} days, total variance is interpolated linearly in time."
    return (
        METHOD.assume("series"),
        METHOD.assume("delta", delta),
        Assumption("across_strikes", "linear in delta", "convention", across),
        Assumption("tenor_days", tenor, "assumption", f"The article names no tenor; here it is {tenor} days. {along}"),
        Assumption("min_dte", least, "assumption", f"Expiries with fewer than {least} days left are not used."),
        *(forward_assumptions(rate) if found.iv_source == "implied" or found.delta_source == "computed" else ()),
    )
