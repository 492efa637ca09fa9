"""The short sums by which the figures of a call butterfly hang together, and what follows from some of them.

Points of one butterfly throughout. `low` and `high` are its break-evens, `best` and `risk` its best result and largest loss,
`ratio` the one over the other, `share` the debit over the wing, `zone` the width of the profit zone, `worth` and `made` its
value and its profit at one settlement, `beyond` what a wider upper wing costs above the upper strike.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any, Final

from tools.expression import Expression, figure, share

Sum = tuple[str, tuple[str, ...], Callable[..., Any]]
"""What it brings, from what, and how; the same for fractions and for expressions that are written."""

_OF_ANY: Final[tuple[Sum, ...]] = (
    ("debit", ("worth", "made"), lambda worth, made: worth - made),
    ("wing", ("body", "lower"), lambda body, lower: body - lower),
    ("debit", ("low", "lower"), lambda low, lower: low - lower),
    ("wing", ("best", "debit"), lambda best, debit: best + debit),
    ("debit", ("wing", "best"), lambda wing, best: wing - best),
    ("best", ("wing", "debit"), lambda wing, debit: wing - debit),
    ("lower", ("low", "debit"), lambda low, debit: low - debit),
    ("low", ("lower", "debit"), lambda lower, debit: lower + debit),
)
_OF_EQUAL: Final[tuple[Sum, ...]] = (
    ("share", ("debit", "wing"), lambda debit, wing: debit / wing),
    ("debit", ("share", "wing"), lambda part, wing: part * wing),
    ("wing", ("debit", "share"), lambda debit, part: debit / part),
    ("ratio", ("best", "risk"), lambda best, risk: best / risk),
    ("wing", ("upper", "body"), lambda upper, body: upper - body),
    ("wing", ("upper", "lower"), lambda upper, lower: (upper - lower) / 2),
    ("debit", ("upper", "high"), lambda upper, high: upper - high),
    ("debit", ("risk",), lambda risk: risk),
    ("risk", ("debit",), lambda debit: debit),
    ("zone", ("high", "low"), lambda high, low: high - low),
    ("best", ("zone",), lambda zone: zone / 2),
    ("body", ("low", "high"), lambda low, high: (low + high) / 2),
    ("debit", ("best", "ratio"), lambda best, ratio: best / ratio),
    ("best", ("debit", "ratio"), lambda debit, ratio: debit * ratio),
    ("debit", ("wing", "ratio"), lambda wing, ratio: wing / (1 + ratio)),
    ("share", ("ratio",), lambda ratio: 1 / (1 + ratio)),
    ("debit", ("best", "share"), lambda best, part: best * part / (1 - part)),
    ("zone", ("best",), lambda best: 2 * best),
    ("lower", ("body", "wing"), lambda body, wing: body - wing),
    ("upper", ("body", "wing"), lambda body, wing: body + wing),
    ("body", ("lower", "wing"), lambda lower, wing: lower + wing),
    ("body", ("upper", "wing"), lambda upper, wing: upper - wing),
    ("upper", ("high", "debit"), lambda high, debit: high + debit),
    ("high", ("upper", "debit"), lambda upper, debit: upper - debit),
    ("body", ("low", "best"), lambda low, best: low + best),
    ("body", ("high", "best"), lambda high, best: high - best),
)
# Of unequal wings only what does not hang on the upper one; a wider upper wing adds to the largest loss.
_OF_BROKEN: Final[tuple[Sum, ...]] = (
    ("debit", ("body", "lower", "high"), lambda body, lower, high: 2 * body - lower - high),
    ("debit", ("risk", "beyond"), lambda risk, beyond: risk - beyond),
    ("risk", ("debit", "beyond"), lambda debit, beyond: debit + beyond),
)
_SAME: Final = (("debit", ("risk",)), ("risk", ("debit",)))
"""One and the same figure under another name: no sum that is told."""


def carried(given: Mapping[str, Fraction]) -> tuple[dict[str, Fraction], tuple[tuple[str, Expression], ...]]:
    """All that follows from what is given, with each sum written out in the order in which it was done."""
    known, steps = dict(given), list[tuple[str, Expression]]()
    sums = sums_of(known)
    if sums[-1] is _OF_BROKEN[-1]:
        known["beyond"] = max(Fraction(0), known["upper"] + known["lower"] - 2 * known["body"])
    while (found := next((s for s in sums if s[0] not in known and _can(s, known)), None)) is not None:
        name, of, how = found
        known[name] = how(*(known[part] for part in of))
        written = how(*(_written(part, known[part]) for part in of))
        if (name, of) not in _SAME:
            steps.append((name, written))
    return known, tuple(steps)


def apart(known: Mapping[str, Fraction]) -> tuple[str, Fraction, Fraction] | None:
    """The figure that its own sum contradicts most, as it stands and as it should be; None where all agree."""
    pairs = (
        (name, known[name], how(*(known[part] for part in of)))
        for name, of, how in sums_of(known)
        if name in known and _can((name, of, how), known)
    )
    name, stands, should = max(pairs, key=lambda pair: abs(pair[1] - pair[2]), default=("", Fraction(0), Fraction(0)))
    return (name, stands, should) if stands != should else None


def sums_of(known: Mapping[str, Fraction]) -> tuple[Sum, ...]:
    """The sums that hold: of equal wings unless the three strikes say otherwise."""
    if not {"lower", "body", "upper"} <= known.keys():
        return (*_OF_ANY, *_OF_EQUAL)
    equal = known["upper"] - known["body"] == known["body"] - known["lower"]
    return (*_OF_ANY, *(_OF_EQUAL if equal else _OF_BROKEN))


def _can(found: Sum, known: Mapping[str, Fraction]) -> bool:
    """Whether all that the sum is of is known, and nothing is divided by zero."""
    _, of, how = found
    if not all(part in known for part in of):
        return False
    try:
        how(*(known[part] for part in of))
    except ZeroDivisionError:
        return False
    return True


def _written(name: str, value: Fraction) -> Expression:
    return share(float(value)) if name == "share" else figure(float(value))
