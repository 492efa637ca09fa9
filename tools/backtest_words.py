"""A backtest in plain words: first what it says, then how little it shows; every figure is a field of the result."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tools.contracts import SPECIFICATIONS
from tools.expression import dollars, figure, total
from tools.market import off_scale
from tools.methodology import METHOD, Assumption
from tools.series import at, spoken, when
from tools.wording import fixed, money, percent, points, significant
from tools.working import WorkingStep, step

if TYPE_CHECKING:
    from tools.backtest import Backtest
    from tools.trigger import MacdTrigger

POINT = {name: SPECIFICATIONS.get(name, SPECIFICATIONS["VIX option"]).per_point for name in ("VXM", "VX", "VIX butterfly")}
_FEW = 30  # below this many trades the field calls a sample small
_LISTED = 200
HYPOTHETICAL = (
    "**Hypothetical**: nobody made these trades. The rule is applied with hindsight, fills and costs are assumed, and a past "
    "result guarantees nothing."
)
STAND_IN = (
    "The signal itself stood in for the price: an index or an implied volatility cannot be bought, and a VIX future moves less "
    "than the index and loses to the roll in contango."
)


def summary(result: Backtest) -> str:
    """Bullets: the end, the triggers, the trades, the falls, the exit, what was bought, and the caution."""
    told = [_count(result), _trades(result), _falls(result), _exit(result), _bought(result), HYPOTHETICAL]
    bullets = [_end(result), *off_scale(result.assumptions), *told]
    return "\n".join(f"- {text}" for text in bullets if text)


def working(result: Backtest) -> tuple[WorkingStep, ...]:
    """The last trade with its purchases, sale and profit, then the gain, the deepest fall and the exposure."""
    given, steps = result.inputs, []
    point = POINT[given["instrument"]]
    half, fee = figure(given["spread"]) / 2, given["cost"]
    for trade in result.trades.tail(1).to_dict("records"):
        fills = result.fills[result.fills["trade"] == trade["trade"]].to_dict("records")
        spent, got = [], []
        for fill in fills:
            units = abs(fill["units"])
            if fill["side"] == "buy":
                line = units * ((figure(fill["price"]) + half) * dollars(point) + dollars(fee))
                spent.append(step(f"Bought {at(fill['date'])} (tranche {fill['tranche']})", line, "$"))
            else:
                line = units * ((figure(fill["price"]) - half) * dollars(point) - dollars(fee))
                got.append(step(f"Sold {at(fill['date'])}", line, "$"))
        if trade["open"]:
            got.append(step("Open, at the last price", trade["units"] * figure(trade["sold"]) * dollars(point), "$"))
        line = total([*(dollars(s.value or 0.0) for s in got), *(dollars(-(s.value or 0.0)) for s in spent)])
        steps += [*spent, *got, step("Profit of this trade", line, "$")]
    steps.append(step("Gain of the account", dollars(result.final) / dollars(given["budget"]) - 1, "%"))
    lowest = int(result.frame["drawdown"].to_numpy().argmax())
    if result.max_drawdown:
        equity = result.frame["equity"].to_numpy()
        peak = max(given["budget"], float(equity[: lowest + 1].max()))
        steps.append(step("Deepest fall", 1 - dollars(equity[lowest]) / dollars(peak), "%"))
    held = int((result.frame["units"] > 0).sum())
    return (*steps, step("Exposure", figure(held) / result.bars, "%", "bars on which anything was held"))


def listing(result: Backtest) -> str:
    """Every trade as a Markdown table; "" where there is none."""
    if result.trades.empty:
        return ""
    rows = [_row(row) for row in result.trades.head(_LISTED).to_dict("records")]
    more = len(result.trades) - len(rows)
    head = ["| decided | bought from | sold | tranches | units | paid | sold at | profit |", "| --- " * 8 + "|"]
    return "\n".join(["**Every trade**\n", *head, *rows, *([f"\n{more:,} more in `.trades`."] if more > 0 else [])])


def assumptions(
    found: MacdTrigger, hold: int | None, sizes: Mapping[str, float], *, same: bool, required: bool
) -> tuple[Assumption, ...]:
    """What the backtest rests on besides its inputs; `required` is whether the level decides."""
    low, high = METHOD.first.value
    rule = "after the next MACD cross down" if hold is None else f"{hold:,} bars after the first purchase"
    ours = {
        "exit": (rule, f"The article states no exit; here everything is sold {rule}."),
        "fills": ("next bar", "A decision at the close of a bar is dealt at the next price, with half the spread and the fee."),
        "account": ("paid in full", "Shares are of the account as a campaign begins; no margin, interest or further slippage."),
        "cues": ("higher highs", "Later tranches follow higher highs of the histogram only, not divergences of the A/D line."),
        "rolls": ("none", "Prices are taken as they stand: rolls between futures and expiries of options are not modelled."),
    }
    if same:
        ours["price"] = ("the signal", "The signal stands in for a price at which one could have dealt.")
    return (
        *(a for a in found.assumptions if a.name != "depressed_below" or required),
        METHOD.assume("first") if low <= sizes["first"] <= high else METHOD.assume("first", sizes["first"]),
        METHOD.assume("step", sizes["step"]),
        METHOD.assume("one_step"),
        METHOD.assume("cap", sizes["cap"]),
        METHOD.assume("higher_high"),
        *(Assumption(name, value, "assumption", says) for name, (value, says) in ours.items()),
    )


def _row(row: Mapping[Any, Any]) -> str:
    left = "still open" if row["open"] else spoken(row["exited"])
    return (
        f"| {spoken(row['decided'])} | {spoken(row['entered'])} | {left} | {row['tranches']} | {_units(row['units'])} | "
        f"{points(row['paid'])} | {points(row['sold'])} | {money(row['profit'])} |"
    )


def _units(units: float) -> str:
    return fixed(units, 0 if units == int(units) else 2)


def _end(result: Backtest) -> str:
    first, last = when(result.frame.index, [0, result.bars - 1])
    span = f"from {spoken(first)} to {spoken(last)} ({result.bars:,} bars)"
    return (
        f"**In this backtest {money(result.inputs['budget'])} became {money(result.final)} ({percent(result.gain)})** {span}; "
        f"over the same bars the price itself changed by {percent(result.price_gain)}."
    )


def _count(result: Backtest) -> str:
    if not result.triggers:
        level = result.inputs["depressed_below"]
        which = "" if level is None else f" from a level below {significant(level, 6)}"
        return f"**No trigger{which}**, so nothing was bought and there is nothing to judge.{_unjudged(result)}"
    parts = [f"{_n(result.triggers, 'trigger')}, {_n(len(result.trades), 'trade')}"]
    if result.ignored:
        parts.append(f"{result.ignored:,} came while a trade was open")
    if result.unpriced:
        parts.append(f"{result.unpriced:,} had no later price to be acted on")
    if result.too_small:
        parts.append(f"{result.too_small:,} did not pay for one contract")
    count = len(result.trades)
    few = (
        "Without a trade there is nothing to judge."
        if not count
        else (
            f"{_n(count, 'trade').capitalize()} {'is' if count == 1 else 'are'} far too few to tell a rule from luck."
            if count < _FEW
            else f"Even {count:,} trades of one series show what was, not what will be."
        )
    )
    return f"**{'; '.join(parts)}.** {few}{_unjudged(result)}"


def _unjudged(result: Backtest) -> str:
    """How many triggers came before their level can be judged, and what became of them."""
    if not result.unjudged:
        return ""
    required = result.inputs["depressed_below"] is not None
    left = f"; {'it was' if result.unjudged == 1 else 'they were'} left out" if required else ""
    return (
        f" Of {_n(result.unjudged, 'further trigger' if required else 'trigger')} the level could not be judged, which needs "
        f"{result.inputs['window']:,} values up to the bar{left}."
    )


def _trades(result: Backtest) -> str:
    if result.trades.empty:
        return ""
    profit = result.trades["profit"].to_numpy()
    best, worst = (result.trades.iloc[int(i)] for i in (profit.argmax(), profit.argmin()))
    text = (
        f"{result.won:,} of {_n(len(result.trades), 'trade')} ended with a profit; best {money(best['profit'])} "
        f"(bought {at(best['entered'])}), worst {money(worst['profit'])} (bought {at(worst['entered'])})."
    )
    still = int(result.trades["open"].sum())
    low = int(result.trades["depressed"].sum())
    text += f" Triggered from a depressed level: {low:,}."
    return text + (" The last one is still open and marked at the last price." if still else "")


def _falls(result: Backtest) -> str:
    if result.trades.empty:
        return ""
    return (
        f"Deepest fall from a high: {percent(result.max_drawdown)}. Something was held on {percent(result.exposure)} of the "
        f"bars. Spread and fees took {money(result.costs)}."
    )


def _exit(result: Backtest) -> str:
    hold = result.inputs["hold"]
    rule = "after the MACD crossed down" if hold is None else f"{_n(hold, 'bar')} after the first purchase"
    return f"Sold {rule}: the primary article states no exit, so this one is our assumption and a parameter (`hold`)."


def _bought(result: Backtest) -> str:
    name = result.inputs["instrument"]
    cost, spread = result.inputs["cost"], result.inputs["spread"]
    text = (
        f"Bought: {name}, one bar after each decision, with a spread of {points(spread)} points and {money(cost)} a contract "
        "each way."
    )
    if result.same:
        text += f" {STAND_IN}"
    return text


def _n(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"
