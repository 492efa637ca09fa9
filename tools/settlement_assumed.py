"""What every figure at settlement takes for granted: held to the end, settled to the opening quotation, fees and multiplier."""

from __future__ import annotations

from tools.methodology import Assumption
from tools.wording import money


def settlement_assumptions(multiplier: float, fees: float) -> tuple[Assumption, ...]:
    """What every figure at settlement rests on."""
    held = "Held to settlement: the figures are the payoff there, not the value on the days before."
    paid = (
        "The payoff is taken at the final settlement value; for VIX options that is the special opening quotation (VRO), "
        "not the closing VIX."
    )
    return (
        Assumption("held_to", "settlement", "assumption", held),
        Assumption("settles_to", "special opening quotation", "convention", paid),
        Assumption(
            "multiplier",
            multiplier,
            "convention" if multiplier == 100 else "assumption",
            f"One point is worth {money(multiplier)}" + (", as for VIX and SPX options." if multiplier == 100 else "."),
        ),
        Assumption("fees", fees, "assumption", f"Fees counted: {money(fees)}." if fees else "No fees are counted."),
    )
