"""Butterflies before expiry, in a question: strikes and debit, the future, the time left, volatilities, the RSI, a stretch."""

from __future__ import annotations

import re
from typing import Any, Final

from assistant.understanding.filling.structures import Arguments, strikes
from assistant.understanding.positions.pricing import option_terms, share
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.tokens import NUMBER

_N: Final = rf"({NUMBER})"
_LADDER: Final = re.compile(rf"(?<![\w.$]){_N}\s?([/\-])\s?{_N}\s?\2\s?{_N}(?!\s?%)")
_VOLS: Final = re.compile(
    rf"(?<![\w.]){_N}\s?%?\s?[,/]\s?{_N}\s?%?\s?(?:[,/]|and|,\sand)\s?{_N}\s?%\s?(?:vols?\b|volatilit\w+|iv\b)?"
)
_NAMED_VOLS: Final = re.compile(
    rf"\b(?:vols?|volatilit\w+|ivs?)\b[^\d.]{{0,12}}{_N}\s?%?(?:\s?[,/]\s?|\sand\s|\s){_N}\s?%?(?:\s?[,/]\s?|,?\sand\s|\s){_N}\s?%?"
    r"(?!\s?(?:days?|dte|weeks?|months?)\b|[/\w])"
)
_DEBIT: Final = re.compile(
    rf"\b(?:debit(?:\sof)?|paid|cost(?:s|ing)?|for|bought\sat|@)\s?\$?{_N}(?!\s?(?:days?|weeks?|months?|%|dte))"
)
_RSI: Final = re.compile(rf"\brsi\b(?:\s(?:of|is|at|now|hits?|on|the|vix|vx|futures?|for)){{0,5}}\s?[=:]?\s?{_N}")
_ROW: Final = r"((?:\d++(?:\.\d++)?|\.\d++)(?:(?:, | and |,|/| )(?:\d++(?:\.\d++)?|\.\d++)){2,40})"
_LISTS: Final = {
    "strikes": re.compile(rf"\bstrikes?:? {_ROW}"),
    "premiums": re.compile(rf"\b(?:prices?|premiums?|mids?|quotes?|at):? {_ROW}"),
}
_DAYS: Final = re.compile(
    r"\bdays(?: left)?:? (\d{1,3}(?:(?:, | and |,|/| )\d{1,3}){1,20})(?![\d.]|\s?%)"
    r"|(?<![\w.])(\d{1,3}(?:(?:, | and |,|/| )\d{1,3}){1,20}) days\b"
)
_BETWEEN: Final = re.compile(rf"\b(?:between|from|inside)\s\$?{_N}\s?(?:and|to|-)\s?\$?{_N}")


def today(reading: Reading) -> Arguments | None:
    """A butterfly with a volatility, one for all strikes or three; partly filled where strikes and volatility are there."""
    ladder, text = strikes(reading), _LADDER.sub(" , ", reading.lower, count=1)
    if ladder is None:
        return None
    several = _VOLS.search(text) or _NAMED_VOLS.search(text)
    if several is not None:
        text = f"{text[: several.start()]} , {text[several.end() :]}"
    found, rest = option_terms(text)
    one = found.pop("vol", None)
    vols = [share(v) for v in several.groups()] if several is not None else [one] * 3
    if vols[0] is None:
        return None
    debit = _DEBIT.search(rest)
    out: dict[str, Any] = {**ladder, **{k: found[k] for k in ("forward", "years", "rate") if k in found}}
    out |= dict(zip(("vol_lower", "vol_body", "vol_upper"), vols, strict=True))
    return out | ({"debit": float(debit[1])} if debit else {})


def shifted(reading: Reading) -> Arguments | None:
    """The same, as the arguments of a table over days and levels."""
    found = today(reading)
    if found is None:
        return None
    fly = [found[k] for k in ("lower", "body", "upper", "debit") if k in found]
    out: dict[str, Any] = {"butterfly": fly, "vols": [found[f"vol_{leg}"] for leg in ("lower", "body", "upper")]}
    if "forward" in found:
        out["forward"] = found["forward"]
    if days := _DAYS.search(reading.lower):
        return out | {"days": [float(n) for n in re.findall(r"\d+", days[1] or days[2])]}
    return out | ({"days": [float(round(365 * found["years"]))]} if "years" in found else {})


def adjusted(reading: Reading) -> Arguments | None:
    """A butterfly with its debit, and the RSI."""
    ladder, text = strikes(reading), _LADDER.sub(" , ", reading.lower, count=1)
    rsi = _RSI.search(text)
    if ladder is None or rsi is None:
        return None
    debit = _DEBIT.search(_RSI.sub(" , ", text)) or re.search(rf"\bat\s\$?{_N}", _RSI.sub(" , ", text))
    listed = {name: _numbers(form.search(text)) for name, form in _LISTS.items()}
    lists = listed if listed["strikes"] and len(listed["strikes"]) == len(listed["premiums"]) else {}
    return {"butterfly": [*ladder.values(), *([float(debit[1])] if debit else [])], "rsi_value": float(rsi[1]), **lists}


def _numbers(match: re.Match[str] | None) -> list[float]:
    return [float(n) for n in re.findall(r"\d+(?:\.\d+)?|\.\d+", match[1])] if match else []


def edges(reading: Reading) -> Arguments:
    """Two other prices of a stretch ("and between 28 and 32"); empty where the words give none."""
    found = _BETWEEN.search(reading.lower)
    return {"low": float(found[1]), "high": float(found[2])} if found else {}


def stretch(reading: Reading) -> Arguments | None:
    """Two prices, the future, the time left and its volatility; partly filled where prices and volatility are there."""
    found_edges = edges(reading)
    if not found_edges:
        return None
    found, _ = option_terms(_BETWEEN.sub(" , ", reading.lower))
    kept: dict[str, Any] = {k: found[k] for k in ("forward", "years", "vol") if k in found}
    return {**found_edges, **kept} if "vol" in kept else None
