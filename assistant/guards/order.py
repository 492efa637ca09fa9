"""Whether a sentence takes a result's days, its days of breadth or its months of a curve in the wrong order.

"Two days after the decision" where the date lies before it, "decliners outnumbered advancers by 300" where it was the other
way, "the front month is the cheapest" of a curve that falls.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from assistant.guards.dates import dates, without_dates
from assistant.guards.fields import last_rows
from assistant.guards.numerals import numerals
from tools.result import Result

_DAYS: Final = ("days", "calendar days", "business days")
_A_DAY: Final = re.compile(r"\b(?P<one>an?|one|the) (?:calendar |business |trading )?day\b", re.IGNORECASE)
_WAY: Final = re.compile(
    r"[\s*_]{0,3}(?:\((?:[^()]{0,30})\)\s)?(?:(?P<later>after|later|following|past|since)|(?P<earlier>before|earlier|"
    r"prior|ahead|"
    r"away from))\b",
    re.IGNORECASE,
)
_EVENT: Final = re.compile(
    r"\b(?:events?|decisions?|meetings?|fomc|cpi|ppi|release|print|announcements?|settle\w*|expir\w*|fed)\b", re.IGNORECASE
)
_OWN: Final = re.compile(r"\b(?:dates?|signals?|triggers?|entry|entries|trades?|day you|yours?|today)\b", re.IGNORECASE)
_SUPPOSED: Final = re.compile(r"\b(?:not|never|no|if|within|would|at most|at least|holiday)\b|n['’]t\b", re.IGNORECASE)
_BREADTH: Final = re.compile(
    r"\b(?P<one>advanc\w+|declin\w+)\b(?:[^.;]{0,40}?\b(?:outnumber\w*|exceed\w*|outpac\w*|beat|led|topped|surpass\w*|"
    r"more numerous than)|\sthan)\s(?:the )?(?P<two>advanc\w+|declin\w+)",
    re.IGNORECASE,
)
_FEWER: Final = re.compile(r"\bfewer\s(?:\w{1,12}\s)?$", re.IGNORECASE)
_TOP: Final = r"high|highest|peak(?:ed)?|maximum|top"
_LOW: Final = r"low|lowest|trough|minimum|bottom(?:ed)?"
_EXTREMES: Final = re.compile(
    rf"\b(?:(?P<high1>{_TOP})|{_LOW})\b[^;:]{{0,60}}?\b(?:(?P<after>after|later than|followed)|before|earlier than|preceded)\b"
    rf"[^;:]{{0,40}}?\b(?:(?P<high2>{_TOP})|{_LOW})\b",
    re.IGNORECASE,
)
_MOST: Final = re.compile(
    r"\b(?:(?P<dear>dearest|highest|most expensive|priciest|costliest|richest)|(?P<cheap>cheapest|lowest|least expensive))\b",
    re.IGNORECASE,
)
_END: Final = re.compile(
    r"\b(?:(?P<front>front|first|nearest|nearby|near)|(?P<back>last|back|farthest|furthest|longest))\b", re.IGNORECASE
)
_STEP: Final = re.compile(
    r"\b(?:each|every)\s(?:further |later |next |successive |following |subsequent )?(?:month|contract|expiry|maturity)\b",
    re.IGNORECASE,
)
_RISE: Final = re.compile(
    r"\b(?:(?P<up>dearer|higher|above|more expensive|rises?|increases?|climbs?|up)|(?P<down>cheaper|lower|below|less expensive|"
    r"falls?|decreases?|declines?|drops?|down|under))\b",
    re.IGNORECASE,
)

Check = Callable[[str], str]


def checks(result: Result, told: Mapping[str, Any]) -> Iterator[Check]:
    """What can be held against that result, `told` as a dictionary: each takes a sentence and tells what is wrong, or ""."""
    last = last_rows(told)
    pairs = [(str(r["date"]), str(r["event_date"])) for r in last if r.get("date") and r.get("event_date")]
    asked = str(result.inputs.get("date", ""))
    pairs += [(asked, str(r["settles"])) for r in last if r.get("settles") and asked]
    if known := [(date.fromisoformat(a[:10]), date.fromisoformat(b[:10])) for a, b in pairs if a[4:5] == b[4:5] == "-"]:
        yield _of_days(known)
    ends = [date.fromisoformat(told[n][:10]) if _is_day(told.get(n)) else None for n in ("highest_on", "lowest_on")]
    if ends[0] is not None and ends[1] is not None and ends[0] != ends[1]:
        yield _of_extremes(1 if ends[0] > ends[1] else -1)
    net = told.get("net")
    if isinstance(net, dict) and {"advances", "declines"} & result.inputs.keys():
        yield _of_breadth([float(n) for n in net.get("last", []) if n is not None])
    curve = result.inputs.get("curve")
    if isinstance(curve, (list, tuple)) and len(curve) > 1:
        yield _of_months([float(price) for price in curve])


def _of_days(known: list[tuple[date, date]]) -> Check:
    def check(text: str) -> str:
        if _SUPPOSED.search(text):
            return ""
        told = dates(text)
        bare = without_dates(text, told)
        spans = [(n.end, n.value, n.start) for n in numerals(bare) if n.unit in _DAYS]
        spans += [(m.end(), 1.0, m.start()) for m in _A_DAY.finditer(bare)]
        for end, size, start in spans:
            m = _WAY.match(bare, end)
            if m is None:
                continue
            far = [(b - a).days for a, b in known if _meant(a, b, told)]
            fit = [d for d in far if abs(d) == size]
            said = _said(text, bare, start, m, known)
            if fit and said and all(d * said < 0 for d in fit):
                return f"it is {'after' if said < 0 else 'before'}, not {'before' if said < 0 else 'after'}"
        return ""

    return check


def _meant(one: date, two: date, told: list[Any]) -> bool:
    """Whether the dates that the sentence names are those of the pair; a sentence without dates may mean any."""
    return not told or any(
        d.day in (None, when.day) and d.month in (None, when.month) and d.year in (None, when.year)
        for d in told
        for when in (one, two)
    )


def _said(text: str, bare: str, start: int, way: re.Match[str], known: list[tuple[date, date]]) -> int:
    """1 where the sentence puts the event after the user's date, −1 where before it, 0 where it does not tell which
    is which."""
    direction = 1 if way["later"] else -1
    before, behind = text[max(0, start - 90) : start], bare[way.end() : way.end() + 40]
    of_event, of_own = _EVENT.search(behind), _OWN.search(behind)
    if of_event and not of_own:
        return -direction
    if of_own and not of_event:
        return direction
    named = dates(before)
    if named and not behind.strip(" .|)*"):
        latest = named[-1]
        events = any(latest.day == b.day and latest.month in (None, b.month) for _, b in known)
        own = any(latest.day == a.day and latest.month in (None, a.month) for a, _ in known)
        if events != own:
            return direction if events else -direction
    return 0


def _is_day(value: object) -> bool:
    return isinstance(value, str) and re.match(r"\d{4}-\d{2}-\d{2}", value) is not None


def _of_extremes(later: int) -> Check:
    """`later` is 1 where the high came after the low."""

    def check(text: str) -> str:
        m = _EXTREMES.search(text)
        if m is None or _SUPPOSED.search(text) or (m["high1"] is None) == (m["high2"] is None):
            return ""
        said = (1 if m["after"] else -1) * (1 if m["high1"] else -1)
        return f"the high came {'after' if later > 0 else 'before'} the low" if said != later else ""

    return check


def _of_breadth(net: list[float]) -> Check:
    def check(text: str) -> str:
        m = _BREADTH.search(text)
        if m is None or m["one"][:3].lower() == m["two"][:3].lower() or _SUPPOSED.search(text):
            return ""
        said = 1 if m["one"].lower().startswith("adv") else -1
        if _FEWER.search(text[: m.start()]):
            said = -said
        sizes = {n.value for n in numerals(text)}
        fit = [n for n in net if abs(n) in sizes]
        return "it was the other way round" if fit and all(n * said < 0 for n in fit) else ""

    return check


def _of_months(prices: list[float]) -> Check:
    rising = prices == sorted(prices) and prices[0] < prices[-1]
    falling = prices == sorted(prices, reverse=True) and prices[0] > prices[-1]

    def check(text: str) -> str:
        if _SUPPOSED.search(text) or not (rising or falling):
            return ""
        ends, most = list(_END.finditer(text)), list(_MOST.finditer(text))
        if len(most) == 1 and len(ends) == 1 and ends[0].start() < most[0].start():
            dear = bool(most[0]["dear"])
            if bool(ends[0]["front"]) != (dear == falling):
                return f"the {'front' if ends[0]['front'] else 'last'} month is the {'cheapest' if dear else 'dearest'}"
        if step := _STEP.search(text):
            ways = {bool(m["up"]) for m in _RISE.finditer(text, step.end())} or {bool(m["up"]) for m in _RISE.finditer(text)}
            if len(ways) == 1 and ways.pop() != rising:
                return f"each month is {'dearer' if rising else 'cheaper'} than the one before"
        return ""

    return check
