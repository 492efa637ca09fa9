"""Whether a sentence turns how many values of a series lie above a level: "most of them are above 20" where few are."""

from __future__ import annotations

import re
from typing import Final

from assistant.guards.facts.reading import Reading
from assistant.guards.facts.things import Facts
from assistant.guards.numerals import numerals

_MOST: Final = re.compile(
    r"\b(?:(?P<most>most|(?:the |a )?majority|more than half|over half|the bulk|more often than not|nearly all|the greater "
    r"part)|"
    r"(?P<few>(?:only |just )?a minority|fewer than half|less than half|under half|only a few|hardly any|the smaller part))\b",
    re.IGNORECASE,
)
_MORE: Final = re.compile(r"\bmore of (?:the|your|its|these) \w{3,12}\b[^.;]{0,40}\bthan (?:not|below|under)\b", re.IGNORECASE)
_SIDE: Final = re.compile(
    r"\b(?:(?P<up>above|over|exceed\w*|beyond|higher than|top(?:ped|s)?|north of|surpass\w*)|(?P<down>below|under|beneath|"
    r"lower than|at or "
    r"(?:below|under)|south of|short of))\b",
    re.IGNORECASE,
)
_WHAT: Final = re.compile(
    r"\b(?:values?|bars?|numbers?|days?|points?|readings?|them|closes|observations|series|entries|data)\b", re.IGNORECASE
)
_DENIED: Final = re.compile(r"\b(?:not|no|never|if|would|mean|median|average)\b|n['’]t\b", re.IGNORECASE)
_EVEN: Final = 0.5


def wrong_share(reading: Reading, facts: Facts) -> str:
    """What is wrong with the shares of a series that a sentence tells, in plain words; "" where nothing is."""
    text = reading.text
    if facts.above is None:
        return ""
    level, share = facts.above
    side = _SIDE.search(text)
    if side is None or _DENIED.search(_MORE.sub(" ", text)) or not _WHAT.search(text):
        return ""
    told = share if side["up"] else 1.0 - share
    m = _MOST.search(text)
    most = (m is not None and m["most"] is not None) or _MORE.search(text) is not None
    if (most and told < _EVEN) or (m is not None and m["few"] is not None and told > _EVEN):
        return f"{share:.0%} of the values lie above {level:g}"
    for numeral in numerals(text):
        is_share = numeral.unit == "share" and abs(numeral.value - (1.0 - told)) <= numeral.slack + 1e-9
        if is_share and abs(share - _EVEN) > numeral.slack and any(abs(n.value - level) <= n.slack for n in numerals(text)):
            return f"{share:.0%} of the values lie above {level:g}"
    return ""
