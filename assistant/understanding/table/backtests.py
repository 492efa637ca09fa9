"""A backtest asked for in words: "backtest it", "how would the rule have done", held so long, with a budget, when depressed."""

from __future__ import annotations

import re
from typing import Any, Final

from assistant.session import Call
from assistant.understanding.text.quantities import Reading
from tools import METHOD

# "What is backtesting?" asks for the word, also beside a table.
_DEFINED: Final = "".join(
    f"(?<!{words} )"
    for words in ("what is", "what's", "whats", "what is a", "what's a", "whats a", "what are", "define", "explain")
)
BACKTEST: Final = re.compile(
    rf"{_DEFINED}\bback-?\s?test(?:ed|ing|s)?\b|\bback-?\s?test(?:ing|s)? (?:on |of )?(?:my|this|the|it|these|those)\b|"
    r"\b(?:test|try|simulate|replay) (?:the |this |that |its )?(?:rule|method|trigger|signal|"
    r"hedge|alvh)\b|\bhow (?:would|did|has|have) (?:the |this |that |its |alvh'?s? )?(?:rules?|method|triggers?|signals?|hedge|"
    r"alvh|strategy|layering)(?: have)? (?:do|done|worked?|performed?|fared?|gone|paid|made)\b"
)
REPLAYED: Final = re.compile(r"\bback-?\s?test(?:ing)? (?:it|this|that|them)\b")
SWEEP: Final = re.compile(
    r"\b(?:sweep\w*|grid search|optimi[sz]\w+)\b|\b(?:try|test|compare|run) (?:\w+ ){0,2}"
    r"(?:other|different|many|several|all|various) (?:\w+ )?(?:periods|parameters|settings|spans|combinations|choices)\b"
)
_HOLD: Final = re.compile(
    r"\b(?:h(?:o|e)ld\w*|exit\w*|sell\w*|sold|out|keep\w*)\b[^.?!\d]{0,20}(\d{1,4})\s?-?(?:bars?|days?|sessions?|weeks?)\b"
    r"|\b(\d{1,4})[- ](?:bar|day|session|week) (?:hold|exit)|\b(?:with|and|for|after) (\d{1,4}) (?:bars|sessions)\b"
)
_LOW: Final = re.compile(r"\b(?:only|just|require\w*|must be)\b[^.?!]{0,30}\bdepressed\b")


def backtest_call(reading: Reading, column: str | None = None) -> Call:
    """The rule on a column of the table, with the exit, the budget and the level that the words give."""
    return Call("backtest", {**({"series": column} if column else {}), **backtest_terms(reading)})


def backtest_terms(reading: Reading) -> dict[str, Any]:
    """The exit, the budget and the level that the words give."""
    out: dict[str, Any] = {}
    if hold := _HOLD.search(reading.lower):
        out["hold"] = int(hold[1] or hold[2] or hold[3])
    if budget := next((q.value for q in reading.quantities if q.unit == "money" and q.value > 0), None):
        out["budget"] = budget
    if _LOW.search(reading.lower):
        out["depressed_below"] = METHOD.depressed_below.value
    return out
