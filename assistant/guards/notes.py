"""What a reader is told where a sentence was left out or put in other words."""

from __future__ import annotations

from typing import Final

LEFT_OUT: Final = {
    "number": "A sentence was left out because its numbers had no source.",
    "advice": "A sentence was left out because it advised or predicted.",
    "fact": "A sentence was left out because no cited claim says so.",
    "instead": "A sentence was put in the calculator's own words because its numbers had no source.",
}


class UnusableError(RuntimeError):
    """A reply that may not be shown, or not any further; the message says in plain words what the model did."""
