"""How much stock dealers would have to trade as the index moves, if they hold what a chain's open interest suggests.

Nobody publishes who holds what. The usual reading, an assumption shown with every figure: customers sold the calls to
dealers and bought the puts from them, so calls count as positive and puts as negative gamma. Each option's gamma is by
Black-76 at its own volatility, which is held while the level moves; the flip level is where the sum changes its sign.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

import numpy as np
import pandas as pd

from tools.chain_book import Book, ChainInput, chain_frame
from tools.errors import ToolError
from tools.expression import dollars
from tools.implied import solve
from tools.leg_quotes import one_of
from tools.methodology import Assumption
from tools.normal import density
from tools.parameters import Multiplier, Number, Price, checked
from tools.result import Result
from tools.wording import fixed, level, money
from tools.working import WorkingStep, said, step

if TYPE_CHECKING:
    import plotly.graph_objects as go

_REACH = 0.15
_LEVELS = 121
_MOST_VOL = 5.0

Days = Annotated[int, Number("count", "calendar days", low=1, high=3_650, whole=True)]


@dataclass(frozen=True, kw_only=True)
class DealerGamma(Result):
    """Gamma exposure in dollars of the index that dealers would have to trade for a move of 1%.

    Attributes:
        total: exposure at the spot; positive gamma means selling as it rises and buying as it falls, which dampens moves.
        flips: levels within 15% of the spot at which the exposure changes its sign, ascending; () where there is none.
        by_strike: [strike, calls, puts, net] at the spot.
        profile: [level, gamma], the exposure over levels from 15% below to 15% above the spot.
        options: how many options counted.
        skipped: how many with open interest did not, for want of a volatility.
    """

    tool: ClassVar[str] = "dealer_gamma"
    total: float
    flips: tuple[float, ...]
    by_strike: pd.DataFrame
    profile: pd.DataFrame
    options: int
    skipped: int

    def summary(self) -> str:
        """The exposure at the spot, the flip level, the heaviest strikes, and the assumption behind the sign."""
        spot = level(self.inputs["spot"])
        does = "calls and puts balance, so there is nothing to trade"
        if self.total:
            does = "selling into rises and buying into falls" if self.total > 0 else "buying into rises and selling into falls"
            does += f", which would {'dampen' if self.total > 0 else 'amplify'} moves"
        lines = [
            f"**Dealer gamma at {spot}: {money(round(self.total))} for a move of 1%**, if dealers are long the calls and short "
            f"the puts: {does}."
        ]
        if self.flips:
            near = min(self.flips, key=lambda at: abs(at - self.inputs["spot"]))
            lines.append(
                f"It changes its sign at {fixed(near, 2)}, {'above' if near > self.inputs['spot'] else 'below'} the spot."
            )
        else:
            lines.append("It does not change its sign within 15% of the spot.")
        heaviest = self.by_strike.iloc[int(self.by_strike["net"].abs().argmax())]
        lines.append(f"The heaviest strike is {level(heaviest['strike'])}, with {money(round(float(heaviest['net'])))}.")
        left = f"; {self.skipped:,} were left out for want of a volatility" if self.skipped else ""
        lines.append(f"Counted: {self.options:,} options with open interest{left}.")
        lines.append("Who holds which side is not published: with another assumption the sign can be the opposite.")
        return "\n".join(f"- {line}" for line in lines)

    def working(self) -> tuple[WorkingStep, ...]:
        """Calls and puts put together, over all strikes and at the heaviest one."""
        rows = self.by_strike
        worst = rows.iloc[int(rows["net"].abs().argmax())]
        both = [(f"Strike {level(worst['strike'])}", worst["calls"], worst["puts"])]
        both.append(("All strikes", math.fsum(rows["calls"]), math.fsum(rows["puts"])))
        how = "each option: gamma × open interest × dollars a point × level² × 1%, puts negative"
        return (said("One option", how), *(step(name, dollars(c) - dollars(-p), "$", "calls less puts") for name, c, p in both))

    def figure(self) -> go.Figure:
        """The exposure over the level, with the spot and the flip levels."""
        import plotly.graph_objects as go

        figure = go.Figure(
            go.Scatter(x=self.profile["level"], y=self.profile["gamma"], mode="lines", line={"color": "#1f4e79", "width": 2})
        )
        figure.add_hline(y=0, line={"color": "#757575", "width": 1})
        figure.add_vline(x=self.inputs["spot"], line={"color": "#2e7d32", "dash": "dash"}, annotation_text="spot")
        for flip in self.flips:
            figure.add_vline(x=flip, line={"color": "#c62828", "dash": "dot"}, annotation_text="flip")
        figure.update_layout(
            template="plotly_white",
            title={"text": "Dealer gamma by level (calls positive, puts negative: an assumption)"},
            xaxis={"title": {"text": "Level of the index (points)"}},
            yaxis={"title": {"text": "Dollars to trade for a move of 1%"}},
        )
        return figure


@checked
def dealer_gamma(
    chain: ChainInput,
    spot: Price | None = None,
    *,
    date: str | None = None,
    days: Days | None = None,
    multiplier: Multiplier = 100.0,
) -> DealerGamma:
    """Profile of dealers' gamma over the level of the index and where it changes its sign, from a chain's open interest.

    Args:
        chain: an option chain with open interest, and volatilities or bids and asks; all its expiries count.
        spot: level of the index now; the chain's own underlying when left out.
        date: quote date (YYYY-MM-DD) where the chain has several.
        days: calendar days to expiry, where the chain has no dates.
        multiplier: dollars a point of one option.

    Raises:
        ToolError: no level of the index, no open interest, no time to expiry, or neither volatilities nor quotes.
    """
    frame = chain_frame(chain)
    rows, day = one_of(frame, "date", date)
    book = Book.of(rows)
    spot = _underlying(book) if spot is None else spot
    left = book.days if days is None else np.full(len(book), float(days))
    if not (left > 0).any():
        raise ToolError("days", days, "given where the chain has no dates with time left", "Say how many days are left.")
    counted = np.flatnonzero((book.open_interest > 0) & (left[book.group] > 0))
    if not len(counted):
        raise ToolError("chain", "a chain without open interest", "an option chain with a column of open interest")
    forward = book.forwards()
    forward = np.where(np.isfinite(forward), forward, spot)[book.group]
    years = np.maximum(left, 0.0)[book.group] / 365.0
    vols = _vols(book, forward, years)
    options = counted[np.isfinite(vols[counted])]
    if not len(options):
        raise ToolError("chain", "no volatility for any option", "a chain with volatilities, or with bids and asks")
    k, contracts, t, f, v = (a[options] for a in (book.strike, book.open_interest, years, forward, vols))
    sign = np.where(book.is_call[options], 1.0, -1.0)

    def exposures(at: np.ndarray) -> np.ndarray:
        """Dollars for 1%, one row a level, one column an option."""
        moved = f[None, :] * (at[:, None] / spot)
        sd = (v * np.sqrt(t))[None, :]
        gamma = density(np.log(moved / k[None, :]) / sd + 0.5 * sd) / (moved * sd)
        return np.asarray(sign * contracts * multiplier * gamma * at[:, None] ** 2 * 0.01)

    levels = np.linspace((1 - _REACH) * spot, (1 + _REACH) * spot, _LEVELS)
    profile = _netted(exposures(levels))
    here = exposures(np.array([spot]))[0]
    split = {"strike": k, "calls": np.where(sign > 0, here, 0.0), "puts": np.where(sign < 0, here, 0.0)}
    by_strike = pd.DataFrame(split).groupby("strike", as_index=False).sum()
    given: dict[str, Any] = {"chain": frame if "call" in frame.attrs else chain, "spot": spot}
    given |= ({"date": day} if date else {}) | ({"days": days} if days else {})
    return DealerGamma(
        inputs=given | ({"multiplier": multiplier} if multiplier != 100 else {}),
        assumptions=_ASSUMED,
        total=float(_netted(here)),
        flips=_flips(levels, profile, lambda at: float(_netted(exposures(np.array([at]))[0]))),
        by_strike=by_strike.assign(net=by_strike["calls"] + by_strike["puts"]),
        profile=pd.DataFrame({"level": levels, "gamma": profile}),
        options=len(options),
        skipped=len(counted) - len(options),
    )


_ASSUMED = (
    Assumption(
        "sign",
        "dealers long calls, short puts",
        "assumption",
        "Dealers are taken as long every call and short every put; their real positions are not published.",
    ),
    Assumption("volatility", "held", "assumption", "Each option keeps its volatility while the level moves."),
    Assumption("model", "Black-76", "convention", "Gamma by Black-76 on the parity forward, moved along with the level."),
)


def _underlying(book: Book) -> float:
    known = book.underlying[np.isfinite(book.underlying) & (book.underlying > 0)]
    if not len(known):
        raise ToolError("spot", None, "given where the chain does not name its underlying's level", "Say where the index is.")
    return float(known[-1])


def _vols(book: Book, forward: np.ndarray, years: np.ndarray) -> np.ndarray:
    """The file's volatilities as decimals; where it has none, those that the mids imply. NaN where there is neither."""
    held = np.where(book.iv > 0, book.iv, np.nan)
    known = held[np.isfinite(held)]
    if len(known):
        return np.asarray(held / 100.0 if float(np.median(known)) > _MOST_VOL else held)
    return solve(book.mid, forward, book.strike, years, np.zeros(len(years)), book.is_call)[0]


def _netted(parts: np.ndarray) -> np.ndarray:
    """The sum over the options; what only rounding leaves of calls and puts that balance is nothing."""
    net, gross = parts.sum(axis=-1), np.abs(parts).sum(axis=-1)
    return np.asarray(np.where(np.abs(net) <= 1e-12 * gross, 0.0, net))


def _flips(levels: np.ndarray, profile: np.ndarray, total: Any) -> tuple[float, ...]:
    """Levels at which the profile changes its sign, each by bisection between its neighbours."""
    found = []
    for i in np.flatnonzero(profile[:-1] * profile[1:] < 0):
        low, high = float(levels[i]), float(levels[i + 1])
        for _ in range(60):
            middle = 0.5 * (low + high)
            low, high = (middle, high) if (total(middle) > 0) == (profile[i] > 0) else (low, middle)
        found.append(0.5 * (low + high))
    return tuple(found)
