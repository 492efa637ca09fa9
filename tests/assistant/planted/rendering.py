"""A figure as people write it, truly or wrongly: digits, words, scales, fractions, other units."""

from __future__ import annotations

from random import Random

from .results import Fact

_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
FRACTIONS = {0.25: ("a quarter", "one quarter", "¼"), 0.2: ("a fifth", "one fifth", "⅕"), 0.65: (), 0.45: ()}
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def in_words(n: int) -> str:
    """A whole number below ten million in English words."""
    if n < 20:
        return _SMALL[n]
    if n < 100:
        return _TENS[n // 10] + (f"-{_SMALL[n % 10]}" if n % 10 else "")
    if n < 1000:
        return f"{_SMALL[n // 100]} hundred" + (f" and {in_words(n % 100)}" if n % 100 else "")
    for size, name in ((1_000_000, "million"), (1000, "thousand")):
        if n >= size:
            return f"{in_words(n // size)} {name}" + (f" {in_words(n % size)}" if n % size else "")
    raise AssertionError(n)


def trimmed(value: float, places: int) -> str:
    text = f"{value:.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def honest(fact: Fact, r: Random, value: float | None = None) -> str:
    """One true way of writing the figure (or `value` in its place): rounded, spelled, scaled, in other units of the same."""
    v = fact.value if value is None else value
    size, minus = abs(v), r.choice(["-", "−"]) if v < 0 else ""
    if fact.unit == "money":
        ways = [
            f"{minus}${size:,.2f}".removesuffix(".00"),
            f"{minus}{trimmed(size, 2)} dollars",
            f"{minus}${size:,.0f}" if size >= 100 else f"{minus}${trimmed(size, 2)}",
        ]
        ways += [f"USD {trimmed(size, 2)}", f"{minus}${trimmed(size, 2)}"] if not minus else []
        if size == int(size) and not minus and size < 1e6:
            ways.append(f"{in_words(int(size))} dollars")
        if size >= 1000 and size % 100 == 0:
            ways += [f"{minus}${trimmed(size / 1000, 1)}k", f"{minus}{trimmed(size / 1000, 1)} thousand dollars"]
    elif fact.unit == "points":
        ways = [f"{trimmed(size, 4)} points", f"{size:.2f} points", f"{trimmed(size, 2)} index points", f"{size:.2f} pts"]
    elif fact.unit == "level":
        ways = [trimmed(v, 4), f"{v:.2f}", f"{trimmed(v, 1)}", f"{v:.2f} points", f"{v:.2f}".translate(WIDE)]
    elif fact.unit == "share":
        ways = [
            f"{minus}{trimmed(100 * size, 2)}%",
            f"{minus}{trimmed(100 * size, 1)} percent",
            f"{minus}{trimmed(100 * size, 1)} per cent",
            f"{minus}{trimmed(size, 4)}",
            f"{minus}{trimmed(100 * size, 1)} %",
        ]
        if round(100 * size, 6) == round(100 * size) and not minus:
            ways.append(f"{in_words(round(100 * size))} percent")
        if not minus:
            ways += FRACTIONS.get(round(size, 6), ())
    elif fact.unit == "count":
        n, thing = int(v), r.choice(["contracts", "contracts", "lots"])
        ways = [f"{n} {thing}", f"{in_words(n)} {thing}", f"{n} {thing}"]
    elif fact.unit == "ratio":
        ways = [f"{v:.2f} times", f"{trimmed(v, 1)} times", f"{trimmed(v, 2)}x"]
    else:
        ways = [f"{minus}{trimmed(size, 4)}", f"{minus}{size:.3g}", f"{minus}{size:.2g}"]
    return r.choice(ways)


def off(fact: Fact, r: Random) -> float:
    """A wrong value of the same kind: a slip of the digits, of the scale, or of the arithmetic."""
    v = fact.value
    if fact.unit == "count":
        return float(r.choice([n for n in (v + 1, v - 1, v + 2, 2 * v, v + 10) if n > 1]))
    slips = [v * 1.1, v * 0.9, v * 1.03, v * 2, v * 10, v / 10, v * 1.27, v * 0.62]
    if fact.unit == "share":
        slips = [v + 0.05, v + 0.011, v * 1.5, v * 0.8, v + 0.1]
    elif fact.unit == "level":
        slips = [v + 0.3, v - 0.45, v + 1, v - 2.2, v * 1.08]
    wrong = r.choice(slips)
    return float(round(wrong)) if fact.unit == "money" and abs(wrong) >= 100 else round(wrong, 4)


def other_unit(fact: Fact, r: Random) -> str:
    """The right figure, counted in what it does not count."""
    size = abs(fact.value)
    n = trimmed(size, 2)
    return r.choice(
        {
            "money": [f"{n} points", f"{n}%", f"{n} contracts", f"{n} index points", f"{n} days"],
            "points": [f"${n}", f"{n}%", f"{n} dollars", f"{n} percent", f"USD {n}"],
            "level": [f"${n}", f"{n} percent", f"{n} dollars", f"{n}%"],
            "share": [f"{trimmed(100 * size, 1)} points", f"${trimmed(100 * size, 1)}", f"{trimmed(100 * size, 1)} dollars"],
            "count": [f"${n}", f"{n} dollars", f"{n} points", f"{n}%", f"{n} percent"],
            "ratio": [f"${n}", f"{n}%", f"{n} points", f"{n} dollars"],
            "plain": [f"${n}", f"{n}%", f"{n} dollars"],
        }[fact.unit]
    )  # fmt: skip


def percent_slip(fact: Fact, r: Random) -> str:
    """A fraction written as if it were percent, or percent as if it were a fraction or a multiple."""
    size = abs(fact.value)
    return r.choice(
        [
            f"{trimmed(size, 4)}%",
            f"{trimmed(size, 4)} percent",
            f"{trimmed(10_000 * size, 1)}%",
            f"{trimmed(100 * size, 2)} times",
            f"{trimmed(size, 3)} per cent",
            f"{trimmed(size * 10, 3)}%",
        ]
    )
