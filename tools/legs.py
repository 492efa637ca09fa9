"""The legs of a position: what one holds, and how legs are read in the words in which people write them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, cast

from tools.contracts import SPECIFICATIONS
from tools.errors import ToolError
from tools.parameters import Number
from tools.payoff import Kind
from tools.wording import level, listed, money, points

Side = Literal["long", "short"]
LegKind = Literal["call", "put", "future", "VX", "VXM"]


@dataclass(frozen=True)
class Leg:
    """One leg.

    Attributes:
        side: "long" (bought) or "short" (sold).
        kind: "call", "put", "VX" (VIX future) or "VXM" (mini VIX future), which bring their own dollars a point, or
            "future" for another future or a share, which counts as the options beside it do.
        strike: the strike; for a future or share its entry price.
        premium: option price in index points; 0 for a future or share.
        quantity: how many.
    """

    side: Side
    kind: LegKind
    strike: float
    premium: float = 0.0
    quantity: int = 1

    @property
    def signed(self) -> int:
        """The quantity, negative where the leg is short."""
        return self.quantity if self.side == "long" else -self.quantity

    @property
    def pays(self) -> Kind:
        """What it pays like."""
        return cast(Kind, "future" if self.point is not None else self.kind)

    @property
    def point(self) -> float | None:
        """Its own dollars a point, where its product fixes them."""
        return SPECIFICATIONS[self.kind].per_point if self.kind in ("VX", "VXM") else None

    def weight(self, multiplier: float) -> int:
        """The quantity in points of `multiplier` dollars, negative where the leg is short: a VX beside options counts ten."""
        return self.signed if self.point is None else self.signed * round(self.point / multiplier)

    def __str__(self) -> str:
        many = f"{self.side} {self.quantity:,} ×" if self.quantity > 1 else self.side
        if self.point is not None:
            return f"{many} {self.kind} future from {points(self.strike)} ({money(self.point)} a point)"
        if self.kind == "future":
            return f"{many} future or share from {points(self.strike)}"
        return f"{many} {level(self.strike)} {self.kind} at {points(self.premium)}"


_SIDES: dict[str, Side] = {
    **dict.fromkeys(("long", "buy", "bought", "b", "+"), "long"),
    **dict.fromkeys(("short", "sell", "sold", "s", "-", "−"), "short"),
}
# A share is no word for a future here: one leg of it counts as 100 shares, which who writes "future" has read.
_KINDS: dict[str, LegKind] = {
    **dict.fromkeys(("call", "calls", "c"), "call"),
    **dict.fromkeys(("put", "puts", "p"), "put"),
    **dict.fromkeys(("future", "futures"), "future"),
    "vx": "VX",
    "vxm": "VXM",
}
_PARTS = ("side", "kind", "strike", "premium", "quantity")
_FORM = "legs of the form (side, kind, strike, premium[, quantity]), for example ('long', 'call', 25, 1.5)"
_STRIKE = Number("strike", "index points", low=0, open_low=True)
_PREMIUM = Number("price", "index points", low=0)
_QUANTITY = Number("count", low=1, high=1_000_000, whole=True)
_MOST = 100


def read_legs(legs: object) -> tuple[Leg, ...]:
    """Legs given as `Leg`, as sequences or as mappings; ToolError naming the leg and its part for anything else."""
    if isinstance(legs, (str, bytes, Mapping)) or not isinstance(legs, Sequence):
        raise ToolError("legs", legs, f"a list of {_FORM}")
    if not 1 <= len(legs) <= _MOST:
        raise ToolError("legs", f"{len(legs)} legs", f"1 to {_MOST} {_FORM}")
    return tuple(_leg(f"legs[{i}]", leg) for i, leg in enumerate(legs))


def _leg(name: str, given: object) -> Leg:
    if isinstance(given, Leg):
        parts: dict[str, Any] = {part: getattr(given, part) for part in _PARTS}
    elif isinstance(given, Mapping):
        parts = {str(key): value for key, value in given.items()}
    elif isinstance(given, Sequence) and not isinstance(given, (str, bytes)) and len(given) <= len(_PARTS):
        parts = dict(zip(_PARTS, given, strict=False))
    else:
        raise ToolError(name, given, _FORM)
    kind = _KINDS.get(_word(parts.get("kind")))
    future = kind in ("future", "VX", "VXM")
    parts = {"quantity": 1, **({"premium": 0.0} if future else {}), **parts}
    if odd := [
        *(f"no {part}" for part in _PARTS if part not in parts),
        *(f"an unknown {p!r}" for p in parts if p not in _PARTS),
    ]:
        raise ToolError(name, given, _FORM, f"It has {listed(odd)}.")
    side = _SIDES.get(_word(parts["side"]))
    if side is None:
        raise ToolError(f"{name} side", parts["side"], "'long' (bought) or 'short' (sold)")
    if kind is None:
        raise ToolError(
            f"{name} kind",
            parts["kind"],
            "'call', 'put', 'future', 'VX' or 'VXM'",
            "Every option is a leg of its own; a share is written as 'future'.",
        )
    premium = float(_PREMIUM.check(f"{name} premium", parts["premium"]))
    if future and premium:
        raise ToolError(f"{name} premium", premium, "0 for a future or share", "Its entry price is the strike.")
    if isinstance(parts["quantity"], (int, float)) and parts["quantity"] < 0:
        raise ToolError(
            f"{name} quantity", parts["quantity"], _QUANTITY.allowed, "A sold leg is written with the side 'short'."
        )
    return Leg(
        side=side,
        kind=kind,
        strike=float(_STRIKE.check(f"{name} strike", parts["strike"])),
        premium=premium,
        quantity=int(_QUANTITY.check(f"{name} quantity", parts["quantity"])),
    )


def _word(given: object) -> str:
    return given.strip().lower() if isinstance(given, str) else ""
