"""Questions about the user's own table: which tool reads it, and which column is meant."""

from __future__ import annotations

import re
from typing import Any, Final

from assistant.session import Call, Session
from assistant.understanding.quantities import Reading
from tools import METHOD, Table

_OWN = re.compile(
    r"\b(?:my|this|these|the|loaded|uploaded|our) (?:own )?(?:\w+ )?(?:data|files?|series|tables?|csv|"
    r"sheet|chart|columns?|numbers|upload\w*|history|spreadsheet)\b"
    r"|\b(?:did|has|have|had|was|were|last|latest|most recent(?:ly)?|how many|how often|ever|currently|"
    r"right now|now|first time|here)\b|\bload(?:ed)?\b|\bup ?load|\b(?:is|does|do|are) (?:it|this|they)\b"
)
_FILE = re.compile(
    r"\b(?:my|the|this|these) (?:own )?(?:\w+ )?(?:data|files?|series|tables?|csv|spreadsheet|upload\w*|"
    r"history)\b|\bdid (?:it|the macd|macd) (?:cross|trigger|fire)\b|\bwhen did it (?:last )?(?:cross|"
    r"trigger|fire)\b"
)
_DESCRIBE = re.compile(
    r"\b(?:what (?:did i|have i) (?:load|upload)\w*|what(?:'s| is) in (?:it|this|the|my)|describe|"
    r"summar\w+|columns?|what do you see|explain (?:it|this|my|the) (?:data|file|table|csv)|"
    r"what(?:'s| is) (?:odd|wrong|missing|strange)|gaps?|duplicates?|how many rows)\b"
)
_TRIGGER = re.compile(r"\b(?:trigger\w*|cross\w*|macd|signal\w*|histogram|fire[ds]?|firing|depressed|alvh)\b")
_TRANCHE = re.compile(r"\b(?:tranches?|ladder|allocat\w+|layers?|plan)\b")
_RSI = re.compile(r"\brsi\b|\boverbought\b|\bwings?\b")
_BACKTEST: Final = re.compile(
    r"\bback-?\s?test(?:ed|ing|s)?\b|\b(?:test|try|simulate|replay) (?:the |this |that |its )?(?:rule|method|trigger|signal|hedge|"
    r"alvh)\b|\bhow (?:would|did|has|have) (?:the |this |that |its |alvh'?s? )?(?:rules?|method|triggers?|signals?|hedge|alvh|"
    r"strategy|layering)(?: have)? (?:do|done|worked?|performed?|fared?|gone|paid|made)\b"
)
_HOLD: Final = re.compile(
    r"\b(?:hold\w*|exit\w*|sell\w*|sold|out|keep\w*)\b[^.?!\d]{0,20}(\d{1,4})\s?-?(?:bars?|days?|sessions?|weeks?)\b"
    r"|\b(\d{1,4})[- ](?:bar|day|session|week) (?:hold|exit)"
)
_LOW: Final = re.compile(r"\b(?:only|just|require\w*|must be)\b[^.?!]{0,30}\bdepressed\b")
_CURVE = re.compile(r"\b(?:contango|backwardat\w+|term structure|curve|slope|roll yield)\b")


def about_table(reading: Reading, session: Session) -> tuple[Call, ...]:
    """The calls that answer a question on the active table; () where the question is not about it."""
    table = session.active
    if table is None:
        return ()
    text = reading.lower
    own = _OWN.search(text) is not None or names_column(text, table) is not None
    if not own:
        return ()
    if table.kind == "chain" and reading.ladder:
        return ()
    where = _where(text, table)
    if _BACKTEST.search(text):
        return (_backtest(reading, table),)
    if _CURVE.search(text) and table.kind == "curve":
        return (Call("term_structure", {"use_table": True}),)
    if _RSI.search(text) and not _TRIGGER.search(text):
        return (Call("rsi_extreme", where),)
    if _TRIGGER.search(text):
        return (Call("macd_trigger", where),)
    if _DESCRIBE.search(text):
        return (Call("describe_table", {}),)
    return ()


def staged_by_table(reading: Reading, session: Session) -> tuple[Call, ...]:
    """A plan of tranches from the active table's own triggers, where the question asks for one and names a budget."""
    table, text = session.active, reading.lower
    budget = _budget(reading)
    if table is None or table.kind == "chain" or budget is None:
        return ()
    if not _TRANCHE.search(text) or not (_TRIGGER.search(text) or _OWN.search(text)):
        return ()
    return (Call("tranche_plan", {"budget": budget, "use_triggers": True, **_where(text, table)}),)


def wants_table(reading: Reading) -> bool:
    """Whether the question is about the user's own data, of which none is loaded."""
    return _FILE.search(reading.lower) is not None and not reading.series


def names_column(text: str, table: Table) -> str | None:
    """The column of `table` that the question names, or None."""
    hits = [c for c in table.columns if len(c) > 1 and re.search(rf"(?<!\w){re.escape(c.lower())}(?!\w)", text)]
    return max(hits, key=len, default=None)


def _where(text: str, table: Table) -> dict[str, Any]:
    column = names_column(text, table)
    return {"column": column} if column and table.roles.get(column) not in (None, "date") else {}


def _backtest(reading: Reading, table: Table) -> Call:
    """The rule on the table's own column, with the exit, the budget and the level that the words give."""
    text = reading.lower
    arguments: dict[str, Any] = {}
    column = _where(text, table).get("column")
    if column:
        arguments["series"] = column
    hold, budget = _HOLD.search(text), _money(reading)
    if hold:
        arguments["hold"] = int(hold[1] or hold[2])
    if budget:
        arguments["budget"] = budget
    if _LOW.search(text):
        arguments["depressed_below"] = METHOD.depressed_below.value
    return Call("backtest", arguments)


def _money(reading: Reading) -> float | None:
    return next((q.value for q in reading.quantities if q.unit == "money" and q.value > 0), None)


def _budget(reading: Reading) -> float | None:
    money = [q.value for q in reading.quantities if q.unit == "money" and q.value > 0]
    plain = [q.value for q in reading.quantities if q.unit == "plain" and q.value >= 500]
    return next(iter(money + plain), None)
