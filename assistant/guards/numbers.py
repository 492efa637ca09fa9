"""Number guard, fail closed: a sentence whose number no tool, cited claim or word of the user supports is not shown.

The model is told once which numbers have no source and may write again; what is still unsupported is dropped with a note.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Final

from langchain.agents.middleware import AgentMiddleware, ModelRequest, ModelResponse
from langchain_core.messages import HumanMessage

from assistant.context import TurnContext
from assistant.embedded import EmbeddedModel
from assistant.guards.citations import MARK, without_unknown
from assistant.guards.reply import final_text, tool_words, user_words, with_text

_NUMERAL: Final = re.compile(
    r"(?<![\w.])\$?(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d+|\.\d+)(?:\s?(?P<scale>k|million)\b)?"
    r"(?!\d)(?P<hundredths>(?=\s?(?:%|percent\b|per cent\b|pct\b|¢|cents?\b)"
    r"|\s?(?:[-–—/]|to|or|and)\s?\d[\d.,]{0,9}\s?(?:%|percent\b|per cent\b)))?"
)
_EXEMPT: Final = re.compile(r"(?m)^[ \t]*\d{1,4}[.)]\s|\[\d{1,4}\]|\bS&P 500\b|\bBlack-76\b|\b\d{1,6}(?:st|nd|rd|th)\b")
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+(?=[^\s\[])|\n+")


class NumberGuard(AgentMiddleware[Any, TurnContext]):
    """Checks every numeral of the final reply against this turn's sources."""

    def wrap_model_call(
        self, request: ModelRequest[TurnContext], handler: Callable[[ModelRequest[TurnContext]], ModelResponse[Any]]
    ) -> ModelResponse[Any]:
        """Check, ask once for a rewrite, then drop."""
        response = handler(request)
        faults = _faults(request, response)
        if faults and not isinstance(request.model, EmbeddedModel):
            response = handler(_retry(request, faults))
            faults = _faults(request, response)
        return _without(request, response, faults)

    async def awrap_model_call(
        self, request: ModelRequest[TurnContext], handler: Callable[[ModelRequest[TurnContext]], Awaitable[ModelResponse[Any]]]
    ) -> ModelResponse[Any]:
        """The same, asynchronously."""
        response = await handler(request)
        faults = _faults(request, response)
        if faults and not isinstance(request.model, EmbeddedModel):
            response = await handler(_retry(request, faults))
            faults = _faults(request, response)
        return _without(request, response, faults)


@dataclass(frozen=True)
class Numeral:
    """One numeral: as written, its absolute value, its decimal places, and whether it counts hundredths (percent, cents)."""

    written: str
    value: float
    places: int
    hundredths: bool


def unsupported(text: str, sources: Iterable[str]) -> list[str]:
    """Numerals of `text` that stand in none of `sources`, after unit, sign, percent and rounding normalisation."""
    known = [n for source in sources for n in numerals(source)]
    plain = {n.value for n in known}
    percent = {n.value for n in known if n.hundredths}
    return [n.written for n in numerals(text) if not _supported(n, plain, percent)]


def numerals(text: str) -> list[Numeral]:
    """The numerals of `text`; list marks, ordinals and names are exempt."""
    found = []
    for match in _NUMERAL.finditer(_EXEMPT.sub(" ", MARK.sub(" ", text))):
        digits = match["digits"].replace(",", "")
        scale = {"k": 1e3, "million": 1e6}.get(match["scale"] or "", 1.0)
        places = len(digits.partition(".")[2]) if scale == 1.0 else 0
        found.append(Numeral(match.group(), float(digits) * scale, places, match["hundredths"] is not None))
    return found


def _supported(numeral: Numeral, plain: set[float], percent: set[float]) -> bool:
    """As it stands; as percent of a fraction ("25%" of 0.25); or as the fraction of a percentage."""
    value, places = numeral.value, numeral.places
    if _among(value, places, plain):
        return True
    if numeral.hundredths:
        return _among(round(value / 100, places + 2), places + 2, plain)
    return _among(round(value * 100, 10), max(places - 2, 0), percent)


def _among(value: float, places: int, known: set[float]) -> bool:
    if value in known:
        return True
    slack = 0.5 * 10.0**-places * (1 + 1e-9)
    return any(abs(k - value) <= slack and value in (round(k, places), _half_up(k, places)) for k in known)


def _half_up(value: float, places: int) -> float:
    """Rounded as by hand: 34.15 to 34.2, although the nearest binary number lies a hair below."""
    return float(Decimal(repr(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


def _sources(request: ModelRequest[TurnContext], text: str) -> list[str]:
    glossary = request.runtime.context.index.glossary
    cited = [glossary.claim(m).text for m in MARK.findall(text)]
    return [*cited, *tool_words(request), *user_words(request)]


def _faults(request: ModelRequest[TurnContext], response: ModelResponse[Any]) -> list[str]:
    text = final_text(response)
    if text is None:
        return []
    clean, _ = without_unknown(text, request.runtime.context.index.glossary)  # what goes anyway needs no source
    return unsupported(clean, _sources(request, clean))


def _retry(request: ModelRequest[TurnContext], faults: list[str]) -> ModelRequest[TurnContext]:
    reason = (
        "These numbers have no source in this turn: "
        + ", ".join(faults)
        + ". Write the answer again without them, or call a tool."
    )
    return request.override(messages=[*request.messages, HumanMessage(reason)])


def _without(request: ModelRequest[TurnContext], response: ModelResponse[Any], faults: list[str]) -> ModelResponse[Any]:
    if not faults:
        return response
    text = final_text(response) or ""
    kept = "".join(_kept(text, faults)).strip()
    request.runtime.context.notes.append("A sentence was left out because its numbers had no source.")
    return with_text(
        response,
        kept or "No part of the reply had a source for its numbers, so none of it is shown. Ask again, or give the numbers.",
    )


def _kept(text: str, faults: list[str]) -> list[str]:
    out, last = [], 0
    for match in [*_SENTENCE.finditer(text), None]:
        end = match.end() if match else len(text)
        piece = text[last:end]
        if not any(n.written in faults for n in numerals(piece)):
            out.append(piece)
        last = end
    return out
