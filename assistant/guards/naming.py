"""Numbers that measure nothing, by their form: ordinals, marks of lists, labels ("bar 3"), places of rounding, idioms."""

from __future__ import annotations

import re
from typing import Final

NO_QUANTITY: Final = re.compile(
    r"(?m)^[ \t]*(?:[-*+] )?\**\d{1,3}[.)](?=\s)|(?<=[\d,;.] )\d{1,2}\)(?=\s)|^\|[ \t]*\d{1,2}[ \t]*(?=\|)|\[\^?\d{1,4}\]|"
    r"\b\d{1,6}(?:st|nd|rd|th)\b(?! percentile)"
    r"|\b(?:step|case|example|leg|tranche|layer|item|part|option|scenario|question|day|bar|row|fill|trade|"
    r"point(?= #?\d[:.)]))\s#?\d\b(?!\s?%|[.,]\d)"
    r"|\b(?:\d|two|three|four|five|six)[ -](?:decimals?|digits?|decimal places?|significant (?:digits?|figures?))\b"
    r"|(?:n't|cannot|not|no such thing as) (?:\w{2,8} )?half an? (?=[a-z])|\bfifty-fifty\b|\bhalf the (?:story|"
    r"battle|picture|answer)\b"
    r"|^\W{0,4}(?:two|three|four) points\b(?=[:,]? (?:speak|stand out|matter|to (?:note|keep|bear|make|add)|about|"
    r"on (?:this|that)|"
    r"here|follow|deserve)\b)",
    re.IGNORECASE,
)
"""Finds them; what it finds is no numeral to be judged."""
