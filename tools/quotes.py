"""A call or put butterfly priced from the bids and asks of an option chain: at mid and at the natural price.

Natural means crossing every spread: paying the ask of both long strikes and receiving the bid of the body twice. Mid means
trading each leg half-way between its bid and its ask, which nobody is obliged to grant. A blank quote is never read as 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, Any, ClassVar

import pandas as pd

from tools.butterfly import Butterfly, butterfly
from tools.errors import ToolError
from tools.expression import figure
from tools.leg_quotes import ChainSource, Kind, LegQuote, Snapped, leg_quote, long_form, one_of, snapped
from tools.methodology import Assumption
from tools.parameters import Cost, Count, Multiplier, Strike, checked
from tools.payoff import exact, number
from tools.result import Result
from tools.wording import level, listed, money, points
from tools.working import WorkingStep, step


@dataclass(frozen=True, kw_only=True)
class ButterflyQuote(Result):
    """What the chain asks for the butterfly, and what it makes at settlement at either price.

    Attributes:
        legs: the three legs with bid, ask and mid.
        natural_debit: cost of one butterfly crossing every spread, in index points; negative for a credit.
        mid_debit: cost of one butterfly with every leg at mid; None where a wing has no bid.
        natural, mid: the butterfly's figures at that debit; `mid` is None where `mid_debit` is.
        slippage: natural minus mid debit, in index points; None where `mid_debit` is.
        kind: "call" or "put".
        snapped: wished strikes that the chain does not list, each with the listed one that was taken and its neighbours.
        date, expiry: of the quotes as YYYY-MM-DD; None where the chain does not say.
    """

    tool: ClassVar[str] = "butterfly_quote"

    legs: tuple[LegQuote, LegQuote, LegQuote]
    natural_debit: float
    mid_debit: float | None
    natural: Butterfly
    mid: Butterfly | None
    slippage: float | None
    kind: Kind
    date: str | None
    expiry: str | None
    snapped: tuple[Snapped, ...] = ()

    def summary(self) -> str:
        """The debit and break-evens at mid and at the natural price, and the quotes they come from."""
        when = f", quotes of {self.date}" if self.date else ""
        when = (f", expiry {self.expiry}" if self.expiry else "") + when
        head = f"**{self.natural.name.replace('butterfly', f'{self.kind} butterfly')}** from the chain's quotes{when}:"
        lines = [f"**Not the strikes asked for**: {'; '.join(map(str, self.snapped))}."] if self.snapped else []
        lines += [_priced("Mid", self.mid)] if self.mid else []
        lines.append(_priced("Natural (every spread crossed)", self.natural))
        if self.slippage is not None and self.slippage > 0:
            dollars = money(number(exact(self.slippage) * exact(self.natural.multiplier)))
            lines.append(f"Crossing the spreads costs {points(self.slippage)} points = {dollars} per butterfly more than mid.")
        if self.natural.fees:
            lines.append(f"Fees of {money(self.natural.fees)} per butterfly are counted in break-evens, profit and loss.")
        lines.append(f"Bid / ask used: {listed(map(str, self.legs))}; the body counts twice.")
        unbid = [level(leg.strike) for leg in self.legs if leg.bid is None]
        if unbid:
            lines.append(
                f"No mid price: strike {listed(unbid)} has no bid. It is bought at its ask, so the natural price stands."
            )
        return f"{head}\n\n" + "\n".join(f"- {line}" for line in lines)

    def working(self) -> tuple[WorkingStep, ...]:
        """Both debits from the quotes, then the butterfly's figures at the natural one."""
        low, body, high = self.legs
        steps = []
        if self.mid_debit is not None:
            mids = [
                step(f"Mid of {level(leg.strike)}", (figure(leg.bid or 0.0) + (leg.ask or 0.0)) / 2, "points")
                for leg in self.legs
            ]
            a, b, c = (figure(found.value or 0.0) for found in mids)
            steps += [*mids, step("Mid debit", a - 2 * b + c, "points")]
        steps.append(step("Natural debit", figure(_side(low)) - 2 * figure(_side(body)) + _side(high), "points"))
        if self.mid_debit is not None:
            steps.append(step("Natural less mid", figure(self.natural_debit) - self.mid_debit, "points"))
        return (*steps, *self.natural.working())

    def figure(self) -> Any:
        """The payoff at the natural debit."""
        return self.natural.figure()


@checked
def butterfly_quote(
    chain: Annotated[ChainSource | pd.DataFrame, "table"],
    lower: Strike,
    body: Strike,
    upper: Strike,
    *,
    kind: Kind = "call",
    expiry: str | None = None,
    date: str | None = None,
    contracts: Count = 1,
    multiplier: Multiplier = 100.0,
    fees: Cost = 0.0,
    snap: bool = True,
) -> ButterflyQuote:
    """Price a butterfly from an option chain's bids and asks, mid and natural, with its break-evens at both.

    Args:
        chain: an option chain loaded with load_table, or its long form as a DataFrame.
        lower: lower strike, bought once.
        body: middle strike, sold twice.
        upper: upper strike, bought once.
        kind: call or put; a put butterfly needs equal wings here.
        expiry: expiry date (YYYY-MM-DD) where the chain has several.
        date: quote date (YYYY-MM-DD) where the chain has several.
        contracts: number of butterflies.
        multiplier: dollars a point ($100 for VIX and SPX options).
        fees: fees in dollars per butterfly, all legs.
        snap: whether a strike that is not listed is replaced by the nearest listed one, which is then said.

    Raises:
        ToolError: a strike that is not listed and not snapped, a quote that is missing or crossed, or a date or expiry still
            to choose.
    """
    wished = butterfly(lower, body, upper, 0.0).strikes
    frame = long_form(chain)
    frame = frame[frame["kind"] == kind]
    if frame.empty:
        raise ToolError("kind", kind, "a kind that the chain has quotes for", "This chain has none of it.")
    frame, day = one_of(frame, "date", date)
    frame, end = one_of(frame, "expiry", expiry)
    moved = tuple(found for strike in wished if snap and (found := snapped(frame, strike)) is not None)
    lower, body, upper = (next((m.taken for m in moved if m.wished == k), k) for k in wished)
    if not lower < body < upper:
        given = "/".join(map(level, wished))
        raise ToolError("strikes", given, "strikes that lie nearest to three different listed ones", f"{moved[0]}.")
    if kind == "put" and butterfly(lower, body, upper, 0.0).tail:
        mend = "Price a broken-wing put butterfly leg by leg with position(…)."
        raise ToolError("upper", upper, f"{level(2 * body - lower)}, so that the put wings are equal", mend)
    legs = tuple(leg_quote(frame, strike, quantity) for strike, quantity in ((lower, 1), (body, -2), (upper, 1)))
    natural = sum((leg.quantity * exact(_side(leg)) for leg in legs), Fraction(0))
    mids = [leg.mid for leg in legs]
    mid = sum((leg.quantity * exact(m) for leg, m in zip(legs, mids, strict=True) if m is not None), Fraction(0))
    whole = None not in mids

    def at(debit: Fraction) -> Butterfly:
        return butterfly(lower, body, upper, number(debit), contracts=contracts, multiplier=multiplier, fees=fees)

    priced = at(natural)
    usual = {"kind": "call", "expiry": None, "date": None, "contracts": 1, "multiplier": 100.0, "fees": 0.0, "snap": True}
    chosen = {
        "kind": kind,
        "expiry": expiry and end,
        "date": date and day,
        "contracts": contracts,
        "multiplier": multiplier,
        "fees": fees,
        "snap": snap,
    }
    return ButterflyQuote(
        inputs={"chain": chain, **dict(zip(("lower", "body", "upper"), wished, strict=True))}
        | {name: value for name, value in chosen.items() if value != usual[name]},
        assumptions=(_PRICES, *priced.assumptions),
        legs=(legs[0], legs[1], legs[2]),
        natural_debit=number(natural),
        mid_debit=number(mid) if whole else None,
        natural=priced,
        mid=at(mid) if whole else None,
        slippage=number(natural - mid) if whole else None,
        kind=kind,
        date=day,
        expiry=end,
        snapped=moved,
    )


_PRICES = Assumption(
    "prices",
    "mid and natural",
    "convention",
    "Natural pays the ask of the wings and receives the bid of the body; mid takes each leg half-way between bid and ask.",
)


def _side(leg: LegQuote) -> float:
    """The price at which the leg trades at once: the ask where it is bought, the bid where it is sold."""
    price = leg.ask if leg.quantity > 0 else leg.bid
    assert price is not None, "a leg without the price it trades at is refused when it is read"
    return price


def _priced(label: str, fly: Butterfly) -> str:
    paid = f"debit {points(fly.debit)} points" if fly.debit >= 0 else f"credit {points(-fly.debit)} points"
    cost = money(abs(number(exact(fly.debit) * exact(fly.multiplier))))
    many = f" ({money(abs(number(exact(fly.debit) * exact(fly.multiplier) * fly.contracts)))} for {fly.contracts:,})"
    ends = f"break-evens {listed(map(points, fly.break_evens))}" if fly.break_evens else "no break-even"
    best = f"max profit {money(fly.max_profit_each)}" if fly.max_profit_each > 0 else "no profit at any settlement"
    worst = f"max loss {money(-fly.max_loss_each)}" if fly.max_loss_each < 0 else "no loss at any settlement"
    where = f" {fly.worst_where}" if fly.tail else ""  # equal wings lose the same at both ends
    return (
        f"**{label}:** {paid} = {cost} per butterfly{many if fly.contracts > 1 else ''}; {ends}; {best}, {worst} per "
        f"butterfly{where}."
    )
