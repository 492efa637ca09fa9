"""Cash flows told in words: which way each goes, by its verb or its sign, and when ("pay 2500 now, get 5400 next month").

Where nothing is said to come back ("-400 -250 -250 all expired worthless"), all of it is paid.
"""

from __future__ import annotations

import re
from typing import Any, Final

from assistant.understanding.filling.arithmetic import plainly
from assistant.understanding.positions.capital import REPEATED, counts_things, dated, flows
from assistant.understanding.text.number_rows import longest, rows, signs_written
from assistant.understanding.text.number_words import WORDS
from assistant.understanding.text.quantities import Quantity, Reading, blanked

_OUT: Final = (
    r"pay(?:ing|ment)?|paid|put(?:ting)?|invest(?:ed|ing|ment)?|spen[dt]|spending|costs?|outlay|outflow|buy(?:ing)?|bought"
    r"|la(?:y|id) out|add(?:ed|ing)?|deposit(?:ed)?|out|down"
)
_IN: Final = (
    r"gets?|getting|got|receiv\w+|collect\w*|comes? back|returned|back|sell(?:ing)?|sold|sale|inflow|takes? out|took out"
    r"|cash(?:ed)? (?:in|out)|payouts?|payoff|pay(?:s|ing)? (?:me|us|out|back|off)|paid (?:me|us|out|back)|proceeds|pays"
)
_WAY: Final = re.compile(rf"\b(?:(?P<in>{_IN})|(?P<out>{_OUT}))\b")
_SPAN: Final = r"(?:year|yr|period|month|quarter|week)"
_COUNT: Final = rf"(?:\d{{1,3}}|an?|{'|'.join(list(WORDS)[:12])})"
_WHEN: Final = re.compile(
    rf"\b(?:(?P<now>now|today|up ?front|initially|at (?:the )?(?:start|outset))"
    rf"|(?:in |after )?(?:{_SPAN} |t)(?P<at>\d{{1,3}})(?![\d.,]\d)"
    rf"|(?:in|after) (?P<n>{_COUNT}) (?P<more>more )?{_SPAN}s?"
    rf"|(?P<on>{_COUNT}) {_SPAN}s? (?:later|after(?:wards?)?|on)(?P<that> that)?"
    rf"|(?P<next>(?:the )?(?:next|following) {_SPAN}|the {_SPAN} after))\b"
)
_CLAUSE: Final = re.compile(r"[,;:.!?](?!\d)|\b(?:and|then|but|plus)\b")
_SIGNED: Final = re.compile(r"(?<![\w\d])[-−]\s?\$?\d")
_LOST: Final = re.compile(
    r"\b(?:(?:got|get|have|received?|came?|comes|paid|returned|there was|with) )?(?:nothing|zero|0|zilch|none of it|not a cent)"
    r"(?: (?:came|comes|come|was|is|ever))? (?:back|returned|received|paid out)\b"
    r"|\b(?:(?:all|both|each|everything|they|it|and|that|but|then) ){0,3}(?:expir\w+|died|went|go|gone|ended|were|was|are"
    r"|finish\w*|became|turned)? ?(?:all |both )?(?:out )?(?:worthless|to (?:zero|nothing|0)|at zero|a total loss|dead)\b"
    r"|\b(?:i |we |and |then )?(?:lost|lose) (?:it )?(?:all|everything|all of it|the lot)\b"
)
_ALIKE: Final = re.compile(
    rf"(?<![\w.$,])(?P<n>{_COUNT}) (?:equal |hedge )?(?:layers|tranches|slices|flies|butterflies|contracts|positions)"
    r"(?:,| at| of| for| costing)? \$?(?P<each>\d[\d,]*+(?:\.\d+)?) (?:each|apiece)\b"
)
_MOST: Final = 200  # periods
_FEWEST: Final = 3  # results of a row
_A_YEAR: Final = (("month", 12), ("quarter", 4), ("week", 52))


def irr_flows(reading: Reading) -> dict[str, Any] | None:
    """The flows of a rate of return, and how many of their periods make a year where the words name them."""
    found = flows_told(reading) or flows(reading)
    if found is None:
        return None
    periods = next((count for word, count in _A_YEAR if word in reading.lower), None)
    return {**found, "periods_a_year": periods} if periods else dict(found)


def results_told(reading: Reading) -> dict[str, Any] | None:
    """Results one after the other, some of them losses: "monthly p/l -85, 125, 235, -85: running total"."""
    text = signs_written(plainly(reading).lower)
    row = longest(rows(text))
    if row is None or len(row.values) < _FEWEST or not min(row.values) < 0 or len(rows(text)) > 1:
        return None
    return {"amounts": list(row.values)}


def flows_told(reading: Reading) -> dict[str, Any] | None:
    """Flows with a verb or a sign each; None where they follow each other as typed, or a time or a way is left open."""
    text = reading.lower
    if dated(text) or reading.series:
        return None
    if " each" in text or " apiece" in text:
        reading = Reading(text := _ALIKE.sub(_summed, text))
    lost = _LOST.search(text)
    if lost is not None:
        reading = Reading(blanked(text, [lost.span()]))
        text = reading.lower
    signed = _SIGNED.search(text) is not None
    times = [m.span() for m in _WHEN.finditer(text)]
    skip, amounts = 0, []
    for q in reading.quantities:
        if (
            q.unit != "percent"
            and q.start >= skip
            and not counts_things(reading, q)
            and not any(a < q.end and q.start < b for a, b in times)
        ):
            many = REPEATED.match(text, q.end)
            skip = many.end() if many else 0
            amounts.append((q, 1 if many is None else WORDS.get(many[1]) or int(many[1])))
    if lost is not None and amounts and all(q.value > 0 for q, _ in amounts) != signed and not times:
        return {"cash_flows": [-abs(q.value) for q, count in amounts for _ in range(count)]} if len(amounts) > 1 else None
    if len(amounts) < 2 or (signed and all(q.value > 0 for q, _ in amounts)):
        return None
    if signed and not times:  # as typed, where a number counts the layers without it
        counted = any(counts_things(reading, q) for q in reading.quantities)
        return {"cash_flows": [q.value for q, count in amounts for _ in range(count)]} if counted else None
    return _placed(text, amounts, signed=signed)


def _summed(match: re.Match[str]) -> str:
    """So many alike as what they cost together ("3 layers, 900 each" is paid 2700)."""
    count = WORDS.get(match["n"]) or int(match["n"]) if match["n"] not in ("a", "an") else 1
    return f"paid {count * float(match['each'].replace(',', '')):.12g}"


def _placed(text: str, amounts: list[tuple[Quantity, int]], *, signed: bool) -> dict[str, Any] | None:
    """The amounts with their signs at their periods."""
    out: dict[int, float] = {}
    ways, way, at, begins, later = set(), 0, -1, 0, 0
    said: list[int] = []  # the amounts that have a verb of their own
    leads = signed and _WHEN.search(text[: amounts[0][0].start]) is not None  # "t0 -1000 t1 -500"
    for n, (amount, count) in enumerate(amounts):
        end = amounts[n + 1][0].start if n + 1 < len(amounts) else len(text)
        mark = _CLAUSE.search(text, amount.end, end)
        cut = mark.start() if mark else end
        before, after = text[begins : amount.start], text[amount.end : cut]
        own = _last_way(before) or (_last_way(after) if mark or n in (0, len(amounts) - 1) else 0)
        said += [n] if own else []
        way = -1 if amount.value < 0 else own or 1 if signed else own or way or (-1 if n == 0 else 0)  # what opens is paid
        ahead, behind = _WHEN.search(before), _WHEN.search(after)
        when = (ahead or behind) if leads else (behind or ahead)
        told = _told(when)
        at = at + 1 if when is None else told if 0 < later < told and when["on"] and not when["that"] else _time(when, at)
        later = told if when is not None and when["on"] else 0
        if not way or at < 0 or at + count > _MOST or (out and at < max(out)):
            return None
        for period in range(at, at + count):
            out[period] = out.get(period, 0.0) + way * abs(amount.value)
        at += count - 1
        ways.add(way)
        begins = cut if mark else amount.end
    flows = [out.get(period, 0.0) for period in range(max(out) + 1)]
    if ways == {-1} and said == [0] and _WHEN.search(text, amounts[1][0].start) is not None:
        # "1,500 out, 400 after year 1, 1,400 after year 2": what is not said to go out comes back
        flows, ways = [flows[0], *map(abs, flows[1:])], {-1, 1}
    return {"cash_flows": flows} if ways == {-1, 1} else None


def _last_way(words: str) -> int:
    """Which way the last verb goes: 1 in, -1 out, 0 where there is none."""
    found = [*_WAY.finditer(words)]
    return 0 if not found else 1 if found[-1]["in"] else -1


def _told(when: re.Match[str] | None) -> int:
    """How many periods the words count; 0 where they count none. "One month later … two months later" are of one start."""
    word = when and (when["n"] or when["on"])
    return 0 if not word else 1 if word in ("a", "an") else WORDS.get(word) or int(word)


def _time(when: re.Match[str], before: int) -> int:
    """The period that the words name, after one at `before`."""
    if when["now"]:
        return max(before, 0)
    if when["at"]:
        return int(when["at"])
    if when["next"]:
        return max(before, 0) + 1
    return _told(when) + (max(before, 0) if when["on"] or when["more"] else 0)
