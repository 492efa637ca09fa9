"""A hedge shared out before its tranches are: a year's cost by quarters, one sum over accounts, part of a credit.

"2% of 320k a year, quarter by quarter, layer one each quarter?", "3 accounts 50k/30k/20k, 5k hedge overall pro rata". Or one
that is saved up first: "400 a month for 6 months as one plan".
"""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.calculation import Calculation, numbered
from assistant.understanding.hedge.hedge_words import FIRST_NAMED
from assistant.understanding.text.number_words import WORDS
from assistant.understanding.text.quantities import Quantity, Reading, blanked
from assistant.understanding.text.sought import Sought
from tools.methodology import METHOD
from tools.wording import counted, money

_TRANCHE: Final = re.compile(r"\b(?:tranches?|layers?|slices?|opener|opening|adds?|first|initial|ladder|start)\b")
_YEAR: Final = re.compile(r"\b(?:years?|yrs?|yearly|annual(?:ly)?|per annum|pa|p\.a\.)\b")
_PERIODS: Final = (
    (12, re.compile(r"\b(?:month(?:ly|s)?|mos?|mth|month by month)\b")),
    (4, re.compile(r"\b(?:quarter(?:ly|s)?|qtr(?:ly|s)?)\b")),
    (2, re.compile(r"\b(?:half[- ]years?|halves|semi-?annual(?:ly)?)\b")),
    (52, re.compile(r"\b(?:week(?:ly|s)?)\b")),
)
_UNIT: Final = r"(?P<{0}>month|mth|mo|quarter|qtr|week|wk|year|yr)s?\b"
_COUNT: Final = rf"\d{{1,2}}|{'|'.join(list(WORDS)[1:12])}"
_PAID_IN: Final = re.compile(
    rf"(?<![\w.])(?<!\d,)\$?(?P<sum>\d[\d,]*+)(?P<k>k)?(?![\d.%])(?: dollars?| bucks?)?"
    rf"(?: ?/ ?| (?:an? |per |each |every |from each )){_UNIT.format('unit')}"
    rf"|\b(?P<adverb>month|quarter|week|year)ly (?:\w{{3,9}} )?(?:of )?\$?(?P<other>\d[\d,]*+)(?P<l>k)?(?![\d.%])"
)
_SPAN: Final = re.compile(
    rf"(?<![\w.$,])(?P<n>{_COUNT})(?: (?:whole|full|straight))? {_UNIT.format('unit')}"
    r"|\b(?:for|over|during|across|within) (?:an?|the|one|a full|a whole|the whole) (?P<one>year|quarter)\b"
    rf"|(?<![\w.$,])(?P<m>{_COUNT}) (?P<adverb>month|quarter|week)ly\b"
)
_SHORT: Final = {"mth": "month", "mo": "month", "qtr": "quarter", "wk": "week", "yr": "year"}
_IN_YEAR: Final = {"month": 12, "quarter": 4, "week": 52, "year": 1}
_APIECE: Final = re.compile(r"\b(?:each|apiece)\b")
_EACH: Final = re.compile(r"\b(?:(?:an?|per|each|every) (?:month|quarter|qtr|week)|monthly|quarterly|weekly)\b")
_SPENT: Final = Sought(r"\b(?:hedg\w*|protect\w*|insurance|spend|spent|budget|tranches?|layers?|opener|opening)\b")
_OTHER: Final = re.compile(
    r"\b(?:fl(?:y|ies)|butterfl\w*|contracts?|strikes?|settle\w*|irr|wacc|rsi|macd|loan|interest|yields?|dte|expir\w*|left|used"
    r"|deployed|already|vx|vxm|minis?|futures?|4/4/2|should)\b"
)
_PRO_RATA: Final = re.compile(
    r"\bpro[- ]?rata\b|\bproportion\w*|\b(?:by|according to|relative to) (?:their |the |its |account )?"
    r"(?:sizes?|weights?|value)\b"
)
_ACCOUNTS: Final = re.compile(r"\b(?:accounts?|accts?|portfolios?|books?|sleeves?|iras?|people|partners?|members?|clients?)\b")
_WHOLE_AFTER: Final = re.compile(
    r"\s?(?:dollars? )?(?:(?:total|overall|vix|whole) )?(?:hedg\w+|budget|in all|overall|total|to (?:split|share))\b"
)
_WHOLE_BEFORE: Final = re.compile(
    r"\b(?:hedg\w+|budget|total|share(?: out)?|split|divide|spread)(?: (?:of|is|=|a|the|budget"
    r"|overall|hedge|total)){0,4}[\s:=]*\$?$"
)
_INCOME: Final = re.compile(r"\b(?:credits?|premiums?|income|collect\w*|bring in|take in|earn\w*|receiv\w*)\b")
_OF_IT: Final = re.compile(
    r"\s?of (?:(?:my |the |a )?(?:(?:monthly|weekly|quarterly|condor|spx) ){0,3}(?:credits?|premiums?|income)"
    r"|that|it|this|those|them|the money|what)\b"
)
_FIRST_BEFORE: Final = re.compile(
    r"\b(?:first|open\w*|initial|start\w*|begin\w*)(?: (?:layer|tranche|slice|at|of|is|with|=)){0,3}[\s:=]*$"
)
_FIRST_AFTER: Final = re.compile(r"\s?(?:first|initial|opener|opening|to start|start|layer|tranche)\b")
_HEDGE_MOST: Final = 0.12  # of an account
_FIRST_MOST: Final = 0.5
_LEAST: Final = 300.0  # dollars
_LAYERS: Final = 12  # parts that are told as layers


def hedge_shared(reading: Reading) -> tuple[Calculation, ...]:
    """The sums that the hedge is shared out in, and their tranches where those are asked for; () where none are told."""
    text = reading.lower
    if _SPENT.search(text) is None or _OTHER.search(text) or reading.legs or reading.series:
        return ()
    if saved := _saved(reading):
        return saved
    calls = _by_period(reading) or _pro_rata(reading) or _of_income(reading)
    return tuple(Calculation(call, sources=numbered(reading)) for call in calls)


def _saved(reading: Reading) -> tuple[Calculation, ...]:
    """The tranches of what is put aside period by period; () where no number of periods is told, or a part of each is asked."""
    text = reading.lower
    paid = _PAID_IN.search(text) if _INCOME.search(text) is None else None
    if paid is None:
        return ()
    rest = blanked(text, [paid.span()])
    span = _SPAN.search(rest)
    if span is None:
        return ()
    rest = blanked(rest, [span.span()])
    unit, of = (_SHORT.get(u, u) for u in (paid["unit"] or paid["adverb"], span["unit"] or span["one"] or span["adverb"]))
    told = span["n"] or span["m"] or "1"
    periods = _IN_YEAR[unit] / _IN_YEAR[of] * (WORDS.get(told) or int(told))
    shares = [q for q in Reading(rest).quantities if q.unit == "percent" and METHOD.first.value[0] <= q.value <= _FIRST_MOST]
    others = [q for q in Reading(rest).quantities if q not in shares and not _is_step(q)]
    each = float((paid["sum"] or paid["other"]).replace(",", "")) * (1e3 if paid["k"] or paid["l"] else 1)
    if _EACH.search(rest) or not periods.is_integer() or periods < 2 or others or len(shares) > 1:
        return ()
    whole = round(each * periods, 9)
    times = counted(int(periods), unit) if unit == of else f"every {unit} of {counted(WORDS.get(told) or int(told), of)}"
    note = f"{times} × {money(each)} = {money(whole)}, the planned hedge."
    begun = {"first": shares[0].value} if shares else {}
    return (Calculation(Call("tranche_plan", {"budget": whole, **begun}), sources=numbered(reading), note=note),)


def _is_step(quantity: Quantity) -> bool:
    """Whether a number is the share of a later tranche ("each 20% add", "20s")."""
    return quantity.value in (METHOD.step.value, 100 * METHOD.step.value)


def _by_period(reading: Reading) -> list[Call]:
    """A year's hedge, its part of one period, and a share or the tranches of that."""
    text = reading.lower
    told = [count for count, named in _PERIODS if named.search(text)]
    yearly = _YEAR.search(text) is not None
    if len(told) != 1 or not (yearly or (_EACH.search(text) and _TRANCHE.search(text))) or _INCOME.search(text):
        return []
    (count,) = told
    periods = [q for q in reading.quantities if q.value == count and q.unit in ("plain", "count")]
    told_too = [q for q in reading.quantities if q.unit == "count" or reading.after(q).startswith("s")]  # "one add", "20s"
    numbers = [q for q in reading.quantities if q not in periods and q not in told_too]
    sums = [q for q in numbers if _is_sum(q)]
    shares = [q.value for q in numbers if q.unit == "percent"]
    hedge = [share for share in shares if 0 < share <= _HEDGE_MOST]
    further = [share for share in shares if _HEDGE_MOST < share <= 1]
    if len(sums) != 1 or len(sums) + len(shares) != len(numbers) or len(hedge) > 1 or len(further) > 1:
        return []
    begun = {"first": further[0]} if further and further[0] >= METHOD.first.value[0] else {}
    if not yearly:  # "the hedge is 1,200 a month"
        share = {"share": hedge[0]} if hedge else {}
        return [Call("tranche_plan", {"budget": sums[0].value, **share, **begun})]
    year = round(sums[0].value * (hedge[0] if hedge else 1.0), 9)
    each = round(year / count, 9)
    calls = [Call("budget_split", {"budget": sums[0].value, "deployed": hedge[0]})] if hedge else []
    equal = Call("layer_split", {"planned": year, "parts": [1.0] * count, "of": "dollars"})
    calls.append(equal if count <= _LAYERS else Call("share_of", {"whole": year, "shares": [round(1 / count, 12)]}))
    if _TRANCHE.search(text):
        calls.append(Call("tranche_plan", {"budget": each, **begun}))
    elif further:
        calls.append(Call("share_of", {"whole": each, "shares": further}))
    return calls


def _pro_rata(reading: Reading) -> list[Call]:
    """One hedge over several accounts by their sizes, and the tranches of each."""
    text = reading.lower
    if _PRO_RATA.search(text) is None or _ACCOUNTS.search(text) is None:
        return []
    sums = [q for q in reading.quantities if _is_sum(q)]
    wholes = [q for q in sums if _WHOLE_AFTER.match(reading.after(q)) or _WHOLE_BEFORE.search(reading.before(q))]
    accounts = [q.value for q in sums if q not in wholes]
    counts = [q for q in reading.quantities if q not in sums]
    if len(accounts) == 1 and len(counts) == 1 and counts[0].value.is_integer() and _APIECE.search(text):
        accounts = accounts * int(min(counts[0].value, _LAYERS))  # "4 accounts of 25k each"
    if len(wholes) != 1 or len(accounts) < 2 or any(q.value != len(accounts) for q in counts):
        return []
    shares = [round(size / sum(accounts), 12) for size in accounts]
    each = [Call("tranche_plan", {"budget": round(wholes[0].value * share, 6)}) for share in dict.fromkeys(shares)]
    return [
        Call("share_of", {"whole": wholes[0].value, "shares": shares, "of": "dollars"}),
        *(each if _TRANCHE.search(text) else []),
    ]


def _of_income(reading: Reading) -> list[Call]:
    """The tranches of a share of what is taken in ("condors bring in 3,200, 15% of that on hedges, first layer 25%")."""
    text = reading.lower
    sums = [q for q in reading.quantities if _is_sum(q)]
    shares = [q for q in reading.quantities if q.unit == "percent" and 0 < q.value <= 1]
    spent = [q for q in shares if _OF_IT.match(reading.after(q))]
    first = [q for q in shares if q not in spent and _is_first(reading, q)]
    if _INCOME.search(text) is None or len(sums) != 1 or len(spent) != 1 or {*shares} != {*spent, *first} or len(first) > 1:
        return []
    if len(sums) + len(shares) != len(reading.quantities) or not (first or FIRST_NAMED.search(text)):
        return []
    begun = {"first": first[0].value} if first else {}
    return [Call("tranche_plan", {"budget": sums[0].value, "share": spent[0].value, **begun})]


def _is_sum(quantity: Quantity) -> bool:
    return quantity.unit in ("money", "plain") and quantity.value >= _LEAST


def _is_first(reading: Reading, share: Quantity) -> bool:
    before = _FIRST_BEFORE.search(reading.before(share)) is not None
    return before or _FIRST_AFTER.match(reading.after(share)) is not None
