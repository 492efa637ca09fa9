"""Questions that can only be meant of the data in hand, although they do not name it: "how often above 20?", "any triggers?".

They count while the conversation is on a table: nothing was asked since it came, or the last answer read it.
"""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call, Session
from assistant.understanding.conversation.carried import of_series
from assistant.understanding.conversation.references import last_calls

_LEAD: Final = r"^\W*(?:and |so |ok(?:ay)? |but |now |please |then ){0,2}"
_DATA: Final = re.compile(
    rf"{_LEAD}(?:(?:did|has|have|had|was|were) (?!the (?:article|method|page|author)|i\b|you\b|we\b(?! (?:get|have|see)))"
    r"|(?:when|where|how (?:far|high|low|often|many times|close|near|long)|what|which (?:day|date|bar|week|month)s?)"
    r" (?:did|was|were|has|have|had) (?!the (?:article|method|page|author)|i\b|you\b|we\b)"
    r"|how close (?:are|is) (?:the |my )?(?:trigger|cross|signal)\w*"
    r"|(?:does|do|is|did) (?:the |my )?(?:breadth|a/?d(?: line)?|advance[- ]decline line)\b[^?!]{0,20}\bdiverg"
    r"|(?:show|plot|draw|see|chart) (?:me )?(?:the |my )?(?:breadth|a/?d line|advance[- ]decline line)\b"
    r"|(?:the |my )?rsi (?:above|over|below|under) \d{2}(?: (?:when|ever|dates?|how often))?\W*$"
    r"|any (?!other|more|advice|risk|rule|reason|source|way|chance)"
    r"|(?:show|list|give|find|count|plot|mark) (?:me )?(?:all )?(?:the |its |any |every )?"
    r"(?:trigger|cross|signal|date|divergence|gap|event|bar|extreme)\w*"
    r"|(?:the )?(?:last|latest|first|previous|next) (?:trigger|cross|signal|value|bar|reading)\w*"
    r"|(?:average|mean|median|highest|lowest|max|min|maximum|minimum|high|low)(?: (?:close|value|level|reading|iv|price))?"
    r" (?:(?:in|during|of|since|for|from|over) )?(?:(?:the |this )?(?:year|month)|(?:the )?(?:last|past|previous) (?:\d{1,3} )?"
    r"(?:year|month|quarter|week|day|bar)|(?:early|late|mid)?-?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|19|20|q[1-4])))"
)
_CHAIN: Final = re.compile(
    r"(?<![\w.])(?:#+|\d{1,2}|ten)[- ]?d(?:elta)? puts?(?:'?s)? (?:iv|vol\w*|implied)"
    r"|\b(?:parity|implied|synthetic) forward\b"
    r"|\bparity (?:say|tell|give|imply|show)|\b(?:the|which|what) forward\b|\bdealers?'? gamma\b|\bgamma (?:flip|profile)\b"
)
_STATE: Final = re.compile(
    r"^\W*(?:(?:and|so|is|it|in|are|we|the|curve|now) ){0,5}(?:contango|backwardat\w+)"
    r"(?: or (?:not|contango|backwardat\w+)| now| today)+\W*$"
    r"|^\W*(?:(?:and|the|show|me|give|get) ){0,3}(?:#+|\d{1,2}|ten)[- ]?d(?:elta)?(?: put)?(?: iv| vol\w*)\W*$"
)
_MEANS: Final = re.compile(
    r"\bwhich (?:file|table|one|series|data\w*|of (?:them|the (?:two|files?|tables?)))\b[^.?!]{0,30}"
    r"\b(?:higher|lower|highest|lowest|bigger|smaller|larger|mean|average|median|max\w*|min\w*)\b"
    rf"|{_LEAD}(?:compare|show|put) (?:me )?(?:the |both |their |my )*(?:means?|averages?|medians?|highs?|lows?|values"
    rf"|files|tables|series"
    r"|data|two(?: (?:files|tables|series))?)(?: (?:of (?:them|both|the two)|side by side|together))*\W*$"
)
_MORE_TRIGGERS: Final = re.compile(
    rf"{_LEAD}which(?: (?:file|table|one|series|data\w*|of (?:them|the (?:two|files?|tables?))))?"
    r" (?:has|had|have|gave|gives|shows?|made|saw|triggers?|triggered|fired|crossed)"
    r"(?=[^?!]{0,24}\b(?:more|most|fewer|fewest|less|least)\b)[^?!]{0,24}\b"
    r"(?:trigger\w*|signals?|cross\w*|often|more|most|less|least)\W*$"
)
_ABOVE: Final = re.compile(
    rf"{_LEAD}(?:when|how (?:often|many times|many (?:bars|days)))\b[^.?!\d]{{0,24}}"
    r"\b(?:above|over) (?P<level>\d{1,3}(?:\.\d+)?)\W*$"
)
_BOUND: Final = 100  # of an RSI
_YEAR: Final = re.compile(r"(?:19|20)\d{2}")
_YEARS: Final = re.compile(
    r"^\W*(?:(?:and|so|ok|now|please|compare|show|me|how|about|what|did|does|was|is|the|year|in|of|it|look|like|put|set"
    r"|contango|backwardation|curves?|slopes?|shares?|average) ){0,6}"
    r"(?P<years>(?:19|20)\d{2}(?:(?:,? (?:and|vs\.?|versus|with|to|against|or|compared (?:to|with))|,) ?(?:19|20)\d{2}){1,3})"
    r"(?:,? (?:compared?|side by side|together|please|look|differ|in|the|data|contango|backwardation|curves?|slopes?|shares?"
    r"|average))*\W*$"
)
_MOST_YEARS: Final = 3
_FEW_WORDS: Final = 12
_ASKS: Final = r"^(?=.*\b(?:which|where|when|how (?:many|often)|did|does it|list|show|any|name)\b)"
_TOLD: Final = {
    "term_structure": re.compile(rf"{_ASKS}.*\b(?:steep\w*|flip\w*|chang\w+ sides|turn(?:ed|s)? (?:over|round)|invert\w*)\b"),
    "macd_trigger": re.compile(
        rf"{_ASKS}.*(?:\bdepress\w*|\bfrom (?:a )?low (?:level|base)|\b(?:below|under) (?:the )?0?\.8\b|\bconfirmed\b)"
    ),
}
"""What the result of each tool on a table tells besides, in words that name no figure."""


def years_compared(text: str, session: Session) -> tuple[Call, ...]:
    """The active series, or curve, in each of two years or three that the few words set side by side ("2008 vs 2020")."""
    table, found = session.active, _YEARS.match(text)
    if table is None or found is None or table.date_column is None:
        return ()
    if table.kind != "curve" and table.default_column is None:
        return ()
    years = list(dict.fromkeys(_YEAR.findall(found["years"])))
    if not 1 < len(years) <= _MOST_YEARS:
        return ()
    tool, of = ("term_structure", {"use_table": True}) if table.kind == "curve" else ("series_summary", {})
    return tuple(Call(tool, {**of, "since": f"{year}-01-01", "upto": f"{year}-12-31"}) for year in years)


def of_last_result(text: str, session: Session) -> tuple[Call, ...]:
    """The last call on the table, where the words ask for something that its result tells ("where is it steepest?")."""
    last = last_calls(session)[-1:]
    asked = _TOLD.get(last[0].tool) if last and len(text.split()) <= _FEW_WORDS else None
    return tuple(last) if asked is not None and asked.search(text) and session.active is not None else ()


def asks_of_data(text: str) -> bool:
    """Whether lower-case `text` asks what happened in some data, and not what a term is."""
    return _DATA.match(text) is not None or (not text.startswith("what") and of_series(text) is not None)


def names_state(text: str) -> bool:
    """Whether lower-case `text` names a state of the data in hand and no more ("contango or not", "10 delta iv")."""
    return _STATE.match(text) is not None


def asks_of_chain(text: str) -> bool:
    """Whether lower-case `text` asks for something that an option chain gives."""
    return _CHAIN.search(text) is not None


def means_compared(text: str, session: Session) -> tuple[Call, ...]:
    """The summaries of the loaded tables side by side, where the words ask which of them is higher or lower."""
    names = [name for name, table in session.tables.items() if table.default_column is not None]
    if len(names) < 2:
        return ()
    tool = "series_summary" if _MEANS.search(text) else "macd_trigger" if _MORE_TRIGGERS.search(text) else None
    return () if tool is None else tuple(Call(tool, {"table": name}) for name in names[-3:])


def level_again(text: str, session: Session) -> Call | None:
    """The RSI looked at again at a level, where the answer before was on the RSI and the words name no other thing."""
    last = last_calls(session)[-1:]
    found = _ABOVE.match(text)
    if not last or last[0].tool != "rsi_extreme" or found is None or float(found["level"]) >= _BOUND:
        return None
    return Call("rsi_extreme", {**last[0].arguments, "above": float(found["level"])})
