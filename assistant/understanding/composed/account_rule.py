"""A rule of so many contracts for so much account, and another account: "20 spreads per 100k, and for 350k?"."""

from __future__ import annotations

import re
from typing import Any, Final

from assistant.session import Call
from assistant.understanding.filling.calculation import Calculation, numbered
from assistant.understanding.text.number_words import WORDS
from assistant.understanding.text.quantities import Quantity, Reading
from assistant.understanding.text.sought import Sought

_COUNT: Final = rf"(?P<n>\d{{1,4}}|{'|'.join(list(WORDS)[:20])}|an?)"
_UNIT: Final = (
    r"(?:(?:vix|spx|mini|iron|credit|call|put|short|long) ){0,2}"
    r"(?:contracts?|lots?|spreads?|flies|fly|butterfl\w+|condors?|ics?|units?|minis?|vxm?|futures?|calls?|puts?|options?)"
)
_RULE: Final = re.compile(
    rf"(?<![\w.$%]){_COUNT} ?(?:{_UNIT})? ?(?:are |is |goes |go )?(?:for (?:every|each)|per|to (?:every|each"
    rf"|the)|each|every|/|an?|in"
    r" (?:every|each)) ?\$?$"
)
_TURNED: Final = re.compile(r"\b(?:each|every|per|for (?:each|every)) \$?$")
_GETS: Final = re.compile(
    rf"(?: of (?:account|capital|equity|the account|margin))?,? ?(?:gets?|buys?|allows?|means?|is|are|=|holds?"
    rf"|i (?:do|hold|trade|have)|we"
    rf" (?:do|hold|trade)|you (?:do|get|trade|hold))? ?{_COUNT} {_UNIT}\b"
)
_OTHER: Final = Sought(
    r"\b(?:wide|width|credit of|risk\w*|settle\w*|break-?evens?|profit|loss|averag\w*|avg|commissions?|fees?"
    r"|months?|years?|weeks?)\b|%"
)
_COST: Final = re.compile(r"\b(?:cost(?:s|ing)?|at|price[ds]?|each)\b")
_LEAST: Final = 1000.0  # dollars of an account
_POINTS: Final = 10.0


def by_account(reading: Reading) -> tuple[Calculation, ...]:
    """The contracts that the rule gives the other account; () where not one rule and one other sum are told."""
    text = reading.lower
    if not any(word in text for word in ("per", "each", "every", "/", " a ")) or _OTHER.search(text):
        return ()
    sums = [q for q in reading.quantities if q.value >= _LEAST and q.unit in ("plain", "money")]
    if len(sums) < 2 or reading.ladders or reading.legs:
        return ()
    rules = [(q, count) for q in sums if (count := _rule(reading, q))]
    accounts = [q for q in sums if all(q is not rule for rule, _ in rules)]
    if len(rules) != 1 or len(accounts) != 1:
        return ()
    (per, count), (account,) = rules[0], accounts
    arguments: dict[str, Any] = {"count": count, "per": per.value, "account": account.value}
    rest = [q for q in reading.quantities if q not in sums and q.value != count]
    if len(rest) > 1 or (rest and _COST.search(reading.before(rest[0])) is None):
        return ()
    if rest:
        cost = rest[0].value
        arguments["unit_cost"] = round(cost * 100, 9) if cost < _POINTS else cost
    return (Calculation(Call("scaled_count", arguments), sources=numbered(reading)),)


def _rule(reading: Reading, per: Quantity) -> int | None:
    """The contracts for each sum of this size, told before it or behind."""
    before = reading.before(per, 48)
    start = before[:-1] if before.endswith("$") else before
    found = _RULE.search(f"{start.rstrip()} ".replace("/ ", "/"))  # one space before the sum, however it was typed
    if found is None:
        found = _GETS.match(reading.after(per, 60)) if _TURNED.search(f"{start.rstrip()} ") else None
    if found is None:
        return None
    return int(found["n"]) if found["n"].isdigit() else WORDS.get(found["n"], 1)
