"""What could be done with a butterfly's wings when the RSI of VIX futures is above 70: the alternatives, none of them chosen.

The primary article says that the wings are adjusted then and does not say how. So the neighbours on the listed strikes are
laid side by side: what moving there costs with every leg at the side at which it trades at once, and where the break-evens
and extremes would lie with what was paid before counted in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

import pandas as pd

from tools.butterfly import Butterfly, as_butterfly, butterfly
from tools.errors import ToolError
from tools.expression import figure, total
from tools.leg_quotes import ChainSource, LegQuote, leg_quote, long_form, one_of
from tools.methodology import METHOD, Assumption
from tools.parameters import Number, Numbers, checked
from tools.result import Result
from tools.wing_moves import Neighbour, Trade, neighbours
from tools.wording import level, money, points
from tools.working import WorkingStep, step

if TYPE_CHECKING:
    import plotly.graph_objects as go

RsiValue = Annotated[float, Number("number", "RSI points", low=0, high=100)]


@dataclass(frozen=True, kw_only=True)
class WingAdjustment(Result):
    """The alternatives to a butterfly, in index points for one butterfly unless a column says dollars.

    Attributes:
        review: whether the RSI is above the line, so that the method asks for a review of the wings at all.
        frame: [alternative, lower, body, upper, change, total, break_even_low, break_even_high, max_profit, max_loss, tail],
            one row a neighbour that can be traded, after the row "as it is". change is what moving there costs (negative:
            it brings in), total what has been paid then in all; break-evens, max_profit and max_loss (dollars a butterfly)
            rest on total, NaN where there is none. Only the row "as it is" where `review` is False.
        trades: per row of `frame` the (count, strike, price) of what moving there buys (above 0) and sells.
        left_out: why other neighbours are not there.
    """

    tool: ClassVar[str] = "wing_adjustment"
    review: bool
    frame: pd.DataFrame
    trades: tuple[tuple[Trade, ...], ...]
    left_out: tuple[str, ...]

    def summary(self) -> str:
        """Whether a review is due, then every alternative with its cost and break-evens."""
        rsi, line = self.inputs["rsi_value"], METHOD.rsi_above.value
        fly: Butterfly = self.inputs["butterfly"]
        if not self.review:
            return (
                f"**No review is due:** the RSI of {level(rsi)} is not above {level(line)}, the level at which the primary "
                f"article reviews the wings.\n\n- {self._row(0)}"
            )
        lines = [
            f"**The RSI of {level(rsi)} is above {level(line)}: the primary article reviews the wings now.** It does not say "
            f"how; these are the neighbours of the {fly.name} on the listed strikes, and none is recommended.",
            *(self._row(i) for i in range(len(self.frame))),
            *(f"Left out {why}." for why in self.left_out),
        ]
        return "\n".join(f"- {text}" for text in lines)

    def working(self) -> tuple[WorkingStep, ...]:
        """What moving to each alternative costs, what is then paid in all, and its break-evens."""
        steps: list[WorkingStep] = []
        paid = figure(self.frame["total"].iloc[0])
        for i, row in enumerate(self.frame.to_dict("records")):
            name = f"{row['lower']:g}/{row['body']:g}/{row['upper']:g}"
            if self.trades[i]:
                bought_first = sorted(self.trades[i], reverse=True)
                change = total(count * figure(price) if count != 1 else figure(price) for count, _, price in bought_first)
                steps += [step(f"To {name}", change, "points"), step(f"{name} in all", total([paid, row["change"]]), "points")]
            if pd.notna(row["break_even_low"]):
                steps.append(step(f"{name}, lower break-even", total([row["lower"], row["total"]]), "price"))
            if pd.notna(row["break_even_high"]):
                steps.append(step(f"{name}, upper break-even", 2 * figure(row["body"]) - row["lower"] - row["total"], "price"))
        return tuple(steps)

    def figure(self) -> go.Figure:
        """The payoffs at settlement of the butterfly as it is and of every alternative, what was paid counted in."""
        import plotly.graph_objects as go

        figure = go.Figure()
        spread = self.frame[["lower", "upper"]]
        low, high = float(spread["lower"].min()), float(spread["upper"].max())
        for i, name in enumerate(self.frame["alternative"]):
            strikes = (float(self.frame[column].iloc[i]) for column in ("lower", "body", "upper", "total"))
            fly = butterfly(*strikes, multiplier=self.inputs["butterfly"].multiplier)
            grid = sorted({low - 0.1 * (high - low), high + 0.1 * (high - low), *fly.strikes, *fly.break_evens})
            payoff = fly.payoff([price for price in grid if price >= 0])
            line = {"width": 3, "color": "#1f4e79"} if i == 0 else {"width": 1.5}
            figure.add_scatter(x=payoff["price"], y=payoff["profit"], mode="lines", name=str(name), line=line)
        figure.add_hline(y=0, line={"color": "#757575", "width": 1})
        figure.update_layout(
            template="plotly_white",
            title={"text": "Butterfly and its alternatives at settlement"},
            xaxis={"title": {"text": "Settlement (index points)"}},
            yaxis={"title": {"text": "Profit or loss (dollars a butterfly)"}},
        )
        return figure

    def _row(self, place: int) -> str:
        row = self.frame.iloc[place]
        strikes = "/".join(level(row[name]) for name in ("lower", "body", "upper"))
        ends = [points(row[name]) for name in ("break_even_low", "break_even_high") if pd.notna(row[name])]
        paid = f"{points(row['total'])} paid in all" if row["total"] >= 0 else f"{points(-row['total'])} received in all"
        if place:
            cost = (
                f"costs {points(row['change'])} points" if row["change"] >= 0 else f"brings in {points(-row['change'])} points"
            )
            paid = f"moving there {cost}, {paid}"
        between = f"break-even{'s' if len(ends) > 1 else ''} {' and '.join(ends)}" if ends else "no break-even"
        kept = "worth" if row["tail"] > 0 else "owing"
        above = f", {kept} {points(abs(row['tail']))} points at and above the top strike" if row["tail"] else ""
        return (
            f"{str(row['alternative']).capitalize()}, {strikes}: {paid}; {between}; at best {money(row['max_profit'])}, at "
            f"worst {money(row['max_loss'])} a butterfly{above}."
        )


@checked
def wing_adjustment(
    butterfly: Annotated[Butterfly | Sequence[float], "numbers"],
    rsi_value: RsiValue,
    *,
    chain: Annotated[ChainSource | pd.DataFrame, "table"] | None = None,
    expiry: str | None = None,
    date: str | None = None,
    strikes: Numbers | None = None,
    premiums: Numbers | None = None,
) -> WingAdjustment:
    """List what a butterfly's wings could be changed to when the RSI is above 70, with cost and break-evens; choose none.

    Args:
        butterfly: lower, body and upper strike and the debit paid; or a result of butterfly(…).
        rsi_value: latest RSI of VIX futures.
        chain: an option chain with call quotes, loaded with load_table; or give strikes and premiums.
        expiry: expiry date (YYYY-MM-DD) where the chain has several.
        date: quote date (YYYY-MM-DD) where the chain has several.
        strikes: listed strikes, where there is no chain.
        premiums: the call's price at each of those strikes, in index points.

    Raises:
        ToolError: no prices, a strike of the butterfly that is not listed or not quoted, or a figure outside its range.
    """
    fly, debit = as_butterfly(butterfly)
    if debit is None:
        mend = "Give four numbers: lower, body, upper, debit."
        raise ToolError("butterfly", butterfly, "the three strikes and the debit that was paid", mend)
    given: dict[str, Any] = {"butterfly": fly, "rsi_value": rsi_value}
    if strikes is not None or premiums is not None:
        for name, value in (("chain", chain), ("expiry", expiry), ("date", date)):
            if value is not None:
                raise ToolError(name, value, "left out where strikes and premiums are given")
        quotes = _quotes(strikes, premiums)
        given |= {"strikes": list(quotes), "premiums": [quotes[k][0] for k in quotes]}
    elif chain is not None:
        calls = long_form(chain)
        calls, day = one_of(calls[calls["kind"] == "call"], "date", date)
        calls, end = one_of(calls, "expiry", expiry)
        quotes = {float(k): (None, None) for k in sorted(calls["strike"].dropna().unique())}
        given |= {"chain": chain} | ({"expiry": end} if expiry else {}) | ({"date": day} if date else {})
    else:
        raise ToolError("chain", None, "an option chain, or strikes with their premiums", "Load a chain, or give both lists.")

    def quote(strike: float, quantity: int) -> LegQuote:
        if strikes is None and premiums is None:
            return leg_quote(calls, strike, quantity)
        return LegQuote(strike, quantity, *quotes[strike])

    listed = list(quotes)
    absent = [k for k in fly.strikes if k not in quotes]
    if absent:
        near = min(listed, key=lambda k: (abs(k - absent[0]), k), default=0.0)
        raise ToolError("butterfly", absent[0], "made of listed strikes", f"The nearest listed strike is {level(near)}.")
    review = rsi_value > METHOD.rsi_above.value
    found, left_out = neighbours(fly, listed, quote) if review else ([], [])
    shown = [Neighbour("as it is", fly), *found]
    return WingAdjustment(
        inputs=given,
        assumptions=(METHOD.assume("rsi_above"), *_ASSUMED),
        review=review,
        frame=pd.DataFrame([each.row() for each in shown]),
        trades=tuple(each.trades for each in shown),
        left_out=tuple(left_out),
    )


_ASSUMED = (
    Assumption("how", "the neighbouring listed strikes", "assumption", "The article does not say how the wings are adjusted."),
    Assumption(
        "prices", "natural", "convention", "Moving buys at the ask and sells at the bid; fees are those of the butterfly."
    ),
)


def _quotes(strikes: Any, premiums: Any) -> dict[float, tuple[float | None, float | None]]:
    """strike → (price, price), strikes rising."""
    form = "a list of numbers above 0, each once, as long as the other list"
    lists = {}
    for name, values in (("strikes", strikes), ("premiums", premiums)):
        try:
            lists[name] = [float(v) for v in values if not isinstance(v, (bool, str, bytes))]
            sound = not isinstance(values, (str, bytes, Mapping, set, pd.DataFrame)) and len(lists[name]) == len(values)
        except (TypeError, ValueError, OverflowError) as error:
            raise ToolError(name, values, form) from error
        lowest = 0.0 if name == "premiums" else 1e-9
        if not sound or not lists[name] or not all(lowest <= v <= 1e9 for v in lists[name]):
            raise ToolError(name, values, form)
    if len(set(lists["strikes"])) != len(lists["strikes"]):
        raise ToolError("strikes", strikes, form)
    if len(lists["strikes"]) != len(lists["premiums"]):
        raise ToolError("premiums", premiums, f"as long as strikes ({len(lists['strikes'])})")
    return {k: (p, p) for k, p in sorted(zip(lists["strikes"], lists["premiums"], strict=True))}
