"""Pieces of patterns that many readers share: a number as it is typed, a date, the months by the beginning of their names."""

from __future__ import annotations

import re
from typing import Final

NUMBER: Final = r"(?:\d++(?:\.\d++)?|\.\d++)"
"""Without sign or unit: "21", "0.85", ".85". It matches no less than all of its digits."""

MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

ISO_DATE: Final = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")
