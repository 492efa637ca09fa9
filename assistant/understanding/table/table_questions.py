"""What a loaded table leaves open, answered in words: "day first", "they are European dates", "use the sheet Feb",
"the fiscal year starts in October"."""

from __future__ import annotations

import calendar
import re
from typing import Any, Final

from tools import Table

_DAY_FIRST: Final = re.compile(r"\bday[- ](?:comes )?first\b|\bdd?[/.-]mm?\b|\b(?:european|british) (?:dates?|format|style)\b")
_MONTH_FIRST: Final = re.compile(r"\bmonth[- ](?:comes )?first\b|\bmm?[/.-]dd?\b|\b(?:us|american) (?:dates?|format|style)\b")
_FISCAL: Final = re.compile(r"\bfiscal years?\b[^.?!]{0,30}?\b(?P<month>jan|feb|apr|jul|sep|oct)[a-z]{0,6}\b")


def chosen(text: str, table: Table) -> str | None:
    """The label of the choice that lower-case `text` makes of what is open on `table`; None where it makes none."""
    for question in table.report.questions:
        for choice in question.choices:
            if text.strip(" .!?") == choice.label.lower() or _SAYS[choice.parameter](text, choice.value):
                return choice.label
    return None


def _says_order(text: str, day_first: Any) -> bool:
    wanted, other = (_DAY_FIRST, _MONTH_FIRST) if day_first else (_MONTH_FIRST, _DAY_FIRST)
    return wanted.search(text) is not None and other.search(text) is None


def _says_sheet(text: str, title: Any) -> bool:
    name = re.escape(str(title).lower())
    return re.search(rf"\b(?:sheet|tab)\b[^.?!]{{0,20}}(?<!\w){name}(?!\w)|(?<!\w){name} (?:sheet|tab)\b", text) is not None


def _says_month(text: str, month: Any) -> bool:
    said = _FISCAL.search(text)
    return said is not None and said["month"].startswith(calendar.month_abbr[month].lower())


_SAYS: Final = {"day_first": _says_order, "sheet": _says_sheet, "fiscal_start": _says_month}
