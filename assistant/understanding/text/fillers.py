"""Words that say nothing beside a number: whether a question is hardly more than the number itself."""

from __future__ import annotations

import re

from assistant.understanding.text.quantities import Quantity, Reading


def fillers(*words: str, figures: str = r"[\d.,]++") -> re.Pattern[str]:
    """A text of nothing but these words (regular expressions, "|" between them), signs and figures."""
    return re.compile(rf"(?:[^\w]|\b(?:{'|'.join(words)})\b|{figures})*")


def hardly_more(reading: Reading, number: Quantity, words: re.Pattern[str]) -> bool:
    """Whether nothing but `words` stands around the number."""
    return words.fullmatch(reading.before(number) + reading.after(number)) is not None
