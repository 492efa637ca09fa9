"""The glossary's figures on the method against `tools.METHOD`: the one place where the two rooms are held together."""

from __future__ import annotations

from typing import Final

from knowledge import Glossary
from tools import METHOD

_FIRST: Final = "–".join(f"{100 * share:g}" for share in METHOD.first.value)
_ZONE: Final = "–".join(f"{strike:g}" for strike in METHOD.strike_zone.value)

# Term → what a claim that rests on the primary article must say there; written from METHOD, never by hand.
FIGURES: Final = {
    "Tranche": (f"{_FIRST}%", f"{100 * METHOD.step.value:g}%"),
    "MACD": (f"{METHOD.fast.value}", f"{METHOD.slow.value}"),
    "Normalised level": (f"{METHOD.depressed_below.value:g}",),
    "Strike zone": (_ZONE,),
    "Relative Strength Index (RSI)": (f"{METHOD.rsi_above.value:g}",),
    "10-delta puts": (f"{METHOD.delta.value:.2f}",),
}


def disagreements(glossary: Glossary) -> list[str]:
    """Figures of METHOD that the entry of their term does not state, each as one line; [] when the two agree."""
    found = []
    for term, figures in FIGURES.items():
        entry = glossary.find(term)
        if entry is None:
            found.append(f"{term}: no such entry, so its figures cannot be checked")
            continue
        told = " ".join(c.text for c in entry.claims)
        found += [f"{entry.path}: the method's figure {figure} is not stated" for figure in figures if figure not in told]
    return found
