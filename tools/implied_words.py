"""What follows of a butterfly behind its figures, in plain words; every figure in them is a field of the result."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING, Final

from tools.payoff import exact, number
from tools.wording import fixed, level, listed, money, percent, points

if TYPE_CHECKING:
    from tools.implied_butterfly import ImpliedButterfly

_STRIKES: Final = ("lower", "body", "upper")


def summary(result: ImpliedButterfly, found: Set[str]) -> str:
    """Bullets: what was `found`, by the names of the sums, before what was given."""
    lines = [(not found.isdisjoint(names), line) for names, line in _lines(result) if line]
    follows = [line for new, line in lines if new]
    if not follows:
        return "- **Nothing more follows from these figures alone.**"
    return "\n".join(f"- {line}" for line in (f"**{follows[0]}**", *follows[1:], *(line for new, line in lines if not new)))


def _lines(result: ImpliedButterfly) -> list[tuple[tuple[str, ...], str]]:
    """Each line of words, with the figures that it tells; "" where none of them is known."""
    ends = [points(e) for e in (result.break_even_low, result.break_even_high) if e is not None]
    zone = result.zone_width
    return [
        (("debit",), _debit(result)),
        (("wing",), _wing(result)),
        (_STRIKES, _strikes(result)),
        (("low", "high"), f"Break-even{'s' if len(ends) > 1 else ''} {listed(ends)}." if ends else ""),
        (("best", "ratio"), _best(result)),
        (("zone",), "" if zone is None else f"The profit zone is {points(zone)} points wide."),
        (("share",), _share(result)),
    ]


def _debit(result: ImpliedButterfly) -> str:
    if result.debit is None:
        return ""
    each = exact(result.debit) * exact(result.inputs.get("multiplier", 100.0))
    count = result.inputs.get("contracts", 1)
    said = f"Debit {points(result.debit)} points = {money(number(each))} a butterfly"
    ratio = result.inputs.get("reward_to_risk")
    if ratio is not None and result.wing is not None:
        parts = number(1 + exact(ratio))
        said += f", the wing over 1 + {level(ratio)}: {level(result.wing)}/{level(parts)}"
    return said + (f", {money(number(each * count))} for {count:,}." if count > 1 else ".")


def _wing(result: ImpliedButterfly) -> str:
    if result.wing is None:
        return ""
    equal = result.debit_share is not None or "lower" not in result.inputs
    return f"{'Each' if equal else 'The lower'} wing is {points(result.wing)} points wide."


def _strikes(result: ImpliedButterfly) -> str:
    named = {"lower strike": result.lower, "body": result.body, "upper strike": result.upper}
    known = {name: level(strike) for name, strike in named.items() if strike is not None}
    if len(known) == len(_STRIKES):
        return f"Strikes {'/'.join(known.values())}."
    said = listed(f"{name} {strike}" for name, strike in known.items())
    return said and f"{said[0].upper()}{said[1:]}."


def _best(result: ImpliedButterfly) -> str:
    if result.max_profit is None:
        return ""
    said = f"Max profit {money(result.max_profit)} a butterfly"
    if result.max_loss is not None:
        said += f" against a max loss of {money(-result.max_loss)}"
    return said + (f": reward to risk {fixed(result.reward_to_risk, 2)}." if result.reward_to_risk is not None else ".")


def _share(result: ImpliedButterfly) -> str:
    if result.debit_share is None:
        return ""
    share = percent(result.debit_share, 2)
    return (
        f"The debit is {share} of the wing: if it either settled at the body or was lost whole, it would have to settle "
        f"there {share} of the time to come out even. How often it does, this does not tell.{_between(result)}"
    )


def _between(result: ImpliedButterfly) -> str:
    """What a bet on the body alone leaves out."""
    if result.wing is None:
        return ""
    return (
        f" That is simplified: between the outer strikes it is also worth something between 0 and {level(result.wing)} points."
    )
