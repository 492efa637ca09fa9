"""One leg of a position as it was typed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Leg:
    """One leg as typed; `strike` is a future's entry price, `premium` None where none was given, `product` its contract."""

    side: str
    kind: str
    strike: float
    quantity: int
    premium: float | None
    product: str = ""
