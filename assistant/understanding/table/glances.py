"""Plain questions on the values of a series: its highest, its average, its last, how often it stood above a level."""

from __future__ import annotations

import re
from typing import Any, Final

from assistant.understanding.text.periods import with_iso_days
from assistant.understanding.text.quantities import Reading
from tools import Table

_EXTREME: Final = r"(?:highest|lowest|maximum|minimum|max|min|high|low|peak|trough|largest|smallest|biggest)"
_MIDDLE: Final = r"(?:average|mean|median|range|percentile)"
_VALUE: Final = r"(?:last|latest|current|most recent|newest) (?:value|level|reading|close|price|number)"
_OVER: Final = r"(?:\d{1,5}[ -](?:day|bar|session|week|month|year) (?:(?:simple|trailing|moving|rolling) ){0,2})?"
_NOT: Final = (
    r"(?! ?-?(?:loss(?:es)?|profit|gain|risk|drawdown|debit|credit|cost|true range|directional|true|price i|i can|to ))"
)
_WHOLE: Final = re.compile(
    rf"^\W*(?:and |so |ok |but )?(?:(?:what|when|where|which day|show me|give me|tell me)(?:'?s| is| was| were)? )?"
    rf"(?:the |its |my )?{_OVER}(?:{_EXTREME}|{_MIDDLE}|{_VALUE}){_NOT}"
    r"(?: (?:value|level|one|point|close|reading|ever|day|date|so far|of all)){0,3}(?: (?:of|in|for|on|since|over"
    r"|during) .{1,30}| (?:the )?(?:last|past|this) (?:year|month|quarter))?\W*$"
    r"|^\W*(?:and |so |ok )?(?:(?:what|show me|give me)(?:'?s| is)? )?the (?:latest|last|newest|most recent)(?: one"
    r"| number)?\W*$"
    r"|^\W*(?:and |so |ok )?(?:is|was|are|were) (?:it|that|this|they|the (?:last|latest)(?: value| one)?) (?:now )?"
    rf"(?:above|below|over|under|near|at) (?:the |its |their )?{_MIDDLE}\W*$"
)
_POLITE: Final = re.compile(r",? (?:please|pls|thanks|thx)\W*$")
_PAST: Final = re.compile(
    rf"\b(?:what|when|how (?:high|low|far)) (?:was|were|did) .{{0,20}}\b(?:{_EXTREME}|{_MIDDLE}|{_VALUE})\b{_NOT}"
)
_MOST: Final = r"(?:biggest|largest|worst|best|greatest|highest|steepest|max(?:imum)?)"
_A_DAY: Final = r"(?:(?:one|single|1)[ -])?(?:daily|day(?:'?s|-to-day)?|bar|weekly|week(?:'?s)?|overnight)"
_STEP: Final = re.compile(
    rf"\b{_MOST} (?:{_A_DAY} (?:up |down |percentage )?(?:gain|loss|profit)|(?:{_A_DAY} )?(?:up |down |percentage )?"
    r"(?:jump|move|drop|rise|fall|spike|change|swing|decline|increase|crash|day|bar|step))s?\b"
)
_RUN: Final = re.compile(r"\b(?:longest|how long)\b.{0,40}\b(?:above|below|over|under)\s?\$?(?P<level>\d++(?:\.\d++)?)")
_ON_DAY: Final = re.compile(
    r"^(?:.{0,24}\b(?:what|where|how (?:high|low|much))(?:'?s| was| were| did| is)? .{0,24}?\b(?:on|at|for) (?:the )?"
    r"|\W*(?:(?:and|so|ok|now|then|but|what|about|how|the|its|it|show|me|give) ){0,5}"
    r"(?:(?:close|value|level|reading|price|number|data|row)s? )?(?:on |for |at )?(?:the )?)"
    r"(?P<day>\d{4}-\d{2}-\d{2})(?: (?:then|please|pls|instead|too))?\W*$"
)
_NO_NAME: Final = frozenset(
    ("day", "daily", "data", "week", "weekly", "last", "high", "low", "close", "average", "mean", "max", "min")
)
_COUNT: Final = re.compile(
    r"\b(?:how (?:many|often|much)|(?:was|is|were) (?:it|this|that|they)|rows?|days?|bars?|times|count|when|share"
    r"|percent\w*)\b.{0,40}"
    r"(?:\b(?:above|over|exceed\w*|higher than|greater than|more than)\b|>)\s?\$?(?P<level>\d++(?:\.\d++)?)"
)


def glance(reading: Reading, *, own: bool, in_hand: bool, table: Table) -> dict[str, Any] | None:
    """The arguments of a glance at the series, where the words ask for one; `own` and `in_hand` say whether of the table."""
    text = _without_column(_POLITE.sub("", with_iso_days(reading.lower)), table)
    if (own or in_hand) and (count := _COUNT.search(text) or _RUN.search(text)):
        return {"above": float(count["level"])}
    if (own or in_hand) and (day := _ON_DAY.search(text)):
        return {"since": day["day"], "upto": day["day"]}
    if (own or in_hand) and _STEP.search(text):
        return {}
    if _PAST.search(text) or ((own or in_hand) and _WHOLE.match(text)):
        return {}
    return None


def _without_column(text: str, table: Table) -> str:
    """`text` without the name of a column, or of the table, beside what is asked of it ("highest vix", "spx average")."""
    named = (word for word in re.findall(r"[a-z]{3,}", table.name.lower().rpartition(".")[0]) if word not in _NO_NAME)
    for column in (*table.columns, *named):
        name = re.escape(column.lower())
        found = re.search(rf"(?<!\w){name}'?s?(?!\w)", text) if len(column) > 1 else None
        if found is not None and re.search(rf"\b(?:{_EXTREME}|{_MIDDLE}|{_VALUE})\b", text):
            text = f"{text[: found.start()]}{text[found.end() :]}"
            return re.sub(r" (?=\W*$)|  +", " ", text).strip()
    return text
