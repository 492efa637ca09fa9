"""What the figures told of a staged hedge come to: the budget behind a part, what is in and what is left, what comes next.

Every number of the question has a role here (`hedge_figures`); where one has none, nothing is worked out.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.calculation import Calculation, numbered
from assistant.understanding.framed.frames_sums import PART_ASKED
from assistant.understanding.hedge.figures_told import Figures
from assistant.understanding.hedge.hedge_dollars import in_dollars, opened
from assistant.understanding.hedge.hedge_figures import figures
from assistant.understanding.hedge.hedge_known import known
from assistant.understanding.hedge.hedge_links import is_whole, old_price
from assistant.understanding.hedge.hedge_shares import in_shares
from assistant.understanding.hedge.hedge_words import FIRST_NAMED
from assistant.understanding.hedge.staged_words import adds_told
from assistant.understanding.text.quantities import Reading, blanked
from assistant.understanding.text.sought import Sought
from tools.methodology import METHOD
from tools.wording import percent

_TOPICS: Final = (
    *("tranche", "slice", "layer", "hedg", "budget", "ladder", " add", "opener", "first", "deploy", " plan", "start", "left"),
    *("spent", "increment", "% of", "percent of", "pct of", " in", "pot", "divid", "straight", "upfront", "began", "begin"),
    *(" step", "share of", "all at once", "opening", "initial", "phase", "% is ", "% was ", "histogram", "higher high"),
    *("another", "on the cross", "half of", "third of", "quarter of", "fifth of"),
)
_OTHER: Final = re.compile(
    r"\b(?:irr|wacc|npv|rsi|macd line|ema|strikes?|dte|delta|averag\w*|avg|blended|vwap|break-?even|settle\w*|debt|equity"
    r"|backtest\w*|expir\w+|premium|credit|condors?|max(?:imum)?|risk(?:ing)?|pages?|tax|loans?|yield|wins?|iv|mean|weighted"
    r"|notional|vxm?|minis?|futures?|margin|contango|histogram (?:of|is|at)|equal\w*|vols?(?! (?:hedg|protect|budget|sleeve))"
    r"|spx|points?|stop|target|profit"
    r"|loss|lose|losing|odds|probab\w*|chance|return|rate|cash flows?"
    r"|forward|parity|spot|present value|discount\w*|\d years?"
    r"|interest|compound|savings|sold|sell|price[ds]?|month|monthly|quarterly)\b|#[-/]#"
)
# One share or another: which of them is meant is asked, nothing to add up. Nor is a decision, or an account by its number.
_EITHER: Final = re.compile(
    r"(?:%|percent)[^.?!,\d]{0,16}\bor\b[^.?!,\d]{0,16}\d{1,2}\s?(?:%|percent)|\dk? or \$?\d{1,3}(?:k|,?\d{3})\b"
)
_DECISION: Final = re.compile(
    r"\b(?:approve|ought|recommend\w*|advi[cs]e|sensible|wise|excessive|do it|protect it|give it"
    r"|borrow|enough|today|right now|pension|should (?:i|we|she|he|they)"
    r"|would you|401k?|403b|529|1256)\b"
)
_ASKED: Final = Sought(
    r"\b(?:how|count|what|whats|what's|which|where|total|sum|makes?|dollars|calculate|compute|work out|find|amounts?|number"
    r"|inside|within|between|remaining|left|in the range|fits?|too (?:much|big|little|small)|can (?:i|we)|(?:as|in) percents?"
    r"|(?:dry )?powder|show|right (?:size|amount)|vs)\b"
    r"|=\s?\?|__|\b(?:in|out|on|cash)\s?\?|\b(?:another|more|next|a further) (?:20\s?%?|add|step|tranche|slice)\s?\?"
    r"|\b(?:whole|full|total|planned|entire) (?:budget|hedge|plan|pot|sum)\W*$|[,.;?] (?:the |my |so )?(?:budget|plan"
    r"|total)\W*$"
)
_DAY: Final = re.compile(
    r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? (\d{1,2})(?:st|nd|rd|th)?\b(?![.,]\d|k|%)"
)
_WORTHLESS: Final = Sought(
    r"\b(?:(?:all|it|they|both|everything|the) ){0,2}(?:(?:vix )?(?:flies|butterflies|hedge|position|calls?) )?(?:(?:all"
    r"|both) )?"
    r"(?:dies?|died|(?:go(?:es)?|went|gone) (?:bust|poof|up in smoke)|(?:blow|blew|blown)(?:s)? up|(?:get|gets|got|is|are"
    r"|was) wiped out|los(?:es|t|e) (?:100|all|everything|the lot)(?: of)?)\b|"
    r"\b(?:(?:have |has |had |all |it |they |both ){0,2}(?:expired?|expires|expiring|went|go|gone|going|ends?"
    r"|ended|finish(?:ed)?|turned|dead|were|was|is|are) )?(?:out )?(?:all )?"
    r"(?:worthless|to (?:zero|nothing|0)|at zero|a total loss|a zero)\b"
)
_WHOLE_ASKED: Final = Sought(  # "what was my whole budget then", "…, total plan?"
    r"\b(?:what|whats|what's|which|how (?:much|big|large)|find|so|then|=)(?: (?:is|was|were|must|would|will|be|the|my|our"
    r"|his|her|a"
    r"|size|of|full|whole|total|entire|overall|planned|original|hedge|hedging|complete)){0,8} (?:budget|hedge|plan|pot"
    r"|whole|kitty)\b"
    r"(?: (?:then|budget|plan|sum|behind (?:it|that|this)))?(?=\W*$|[,.;?!])"
    r"|[,.;?] (?:the |my )?(?:total|full|whole|entire|planned|overall) (?:budget|plan|hedge|pot|sum|total)\W*$"
)
_IN_TURN: Final = re.compile(r"\d\s?%? ?(?:\+|plus|and|then|,) ?\d{2}\b")
_CAME_TO: Final = re.compile(
    r",?\s(?:and |which |so |so far |all told )?(?:that |this |it |they |those |i am |i'm |im )?(?:together |altogether "
    r"|have |has )?"
    r"(?:used(?: up)?|cost(?:s|ing)?(?: me| us)?|c[ao]mes? to|took(?: up)?|ate(?: up)?|burned|add(?:s|ed)? up to|total(?:s"
    r"|ed|ing)?"
    r"|sum(?:s|med)? to|amounts? to|r[ua]ns? to|is|was|are|were|that's|thats|=|makes?|made"
    r"|at) (?=\$?\d[\d,.]{2,9}k?\b(?! ?%)|\$?\d{1,3}(?:\.\d)?k\b)"
)
_ALL_OF_IT: Final = re.compile(
    r"\b(?:whole|entire|all of (?:the|my)|full) (?:\$?[\d,.]+k? )?(?:hedge|budget|plan|pot|sleeve)\b"
)
_SLICE_ASKED: Final = re.compile(
    rf"{FIRST_NAMED.pattern}|\b(?:opener|opening|tranches|layers|slices|adds?|ladder|each (?:tranche|layer|slice|step))\b"
)
_PRICE: Final = re.compile(r"\bprice[ds]?\b")
_LOSS: Final = re.compile(r"\b(?:my |the |total |whole )?(?:loss(?:es)?|lost|lose|losing)\b")
_UNTRIGGERED: Final = re.compile(
    r"\b(?:never|not|didn'?t|hasn'?t|haven'?t|no|without(?: an?)?|before(?: the)?|yet to)(?: yet)? (?:macd )?"
    r"(?:cross(?:ed|es|ing)?|trigger(?:ed)?|turn(?:ed)?|fire[ds]?)\b(?! (?:back|down|below))"
)
_OF_A_PLAN: Final = (*_TOPICS, "plan", "whole", "kitty")  # what came to a sum is told as spent, a topic, only later
_SHORT: Final = 14  # words that need no verb: "25% of 2% of 500k"


def hedge_sums(reading: Reading) -> tuple[Calculation, ...]:
    """The calculations that the question's figures make; () where one of them has no clear role, or nothing is asked."""
    asked, text = reading, reading.lower
    if not any(word in text for word in _OF_A_PLAN):
        return ()
    if _WHOLE_ASKED.search(text) and (adds_told(text) or _IN_TURN.search(text)):
        text = _CAME_TO.sub(", spent ", text)
    reading = asked if text == asked.lower else Reading(text)
    worthless, spoken = _WORTHLESS.search(text), text
    if worthless is not None:
        text = _LOSS.sub(" ", blanked(text, [worthless.span()]))
        reading = Reading(text)
    other = _OTHER.search(_PRICE.sub("", text) if old_price(text) else text)  # "the price went from .9 to 1.5" is a unit's
    if not reading.numbered or not any(word in spoken for word in _TOPICS) or other or reading.legs:
        return ()
    if reading.series or any(ladder.rises for ladder in reading.ladders):
        return ()
    if worthless is None and _ASKED.search(text) is None and len(text.split()) > _SHORT:
        return ()
    if several := _each_part(reading):
        return several
    if _EITHER.search(text) or _DECISION.search(text):
        return ()
    told = figures(reading)
    if told.planned is not None or (told.bought is not None and told.cost is not None):
        return _in_contracts(told, reading)
    if told.unread or round(sum(told.slices), 9) == 1:  # what makes the whole is shared out
        return ()
    if worthless is not None:
        told.lost = 1.0
        if _ALL_OF_IT.search(spoken) and told.on is None and told.first is None and not told.slices:
            told.on = 1.0
    if _untriggered(told) and _UNTRIGGERED.search(text):
        note = "the first tranche comes with the MACD's cross, and the later ones after it: without a cross nothing is in."
        return (Calculation(Call("tranche_plan", {"budget": told.budget}), sources=numbered(asked), note=note),)
    hedge = known(told, text)
    calls = in_dollars(hedge, text) if hedge.budget is not None else in_shares(hedge, text)
    return _dated(tuple(Calculation(call, sources=numbered(asked)) for call in calls), text)


def _untriggered(told: Figures) -> bool:
    """Whether a budget is told, and of its tranches at most a later one that is thought of."""
    alone = told.first is None and not told.slices and told.left is None
    return told.budget is not None and alone and told.on in (None, METHOD.step.value)


def _dated(found: tuple[Calculation, ...], text: str) -> tuple[Calculation, ...]:
    """The stages with the days that are told for them, where there are as many."""
    days = [f"{m[1].capitalize()} {m[2]}" for m in _DAY.finditer(text)]
    stages = [c for c in found if c.call.tool == "budget_split"]
    if not 1 < len(days) == len(stages):
        return found
    said = dict(zip(map(id, stages), days, strict=True))
    return tuple(
        c if id(c) not in said else replace(c, note=f"{said[id(c)]}: {percent(c.call.arguments['deployed'], 4)} is in.")
        for c in found
    )


def _each_part(reading: Reading) -> tuple[Calculation, ...]:
    """Shares of as many sums ("30% of 8k or 20% of 11k")."""
    numbers = reading.quantities
    pairs = list(zip(numbers[::2], numbers[1::2], strict=False))
    if len(pairs) < 2 or len(numbers) % 2 or any(p.unit != "percent" or w.unit == "percent" for p, w in pairs):
        return ()
    if len({w.value for _, w in pairs}) < 2 or not all(is_whole(reading, p, w) and 0 < p.value <= 1 for p, w in pairs):
        return ()
    return tuple(Calculation(Call("budget_split", {"budget": w.value, "deployed": p.value})) for p, w in pairs)


def _in_contracts(told: Figures, reading: Reading) -> tuple[Calculation, ...]:
    """A planned number of contracts in shares told one after the other, or in part bought; () where anything else is told."""
    later = set(told.slices[1:])
    if told.bought is not None and told.planned is not None and told.bought <= told.planned and not told.slices:
        rest = (told.unread, told.budget, told.cost, told.first, told.step, told.on, told.left)
        parts = {"planned": int(told.planned), "bought": int(told.bought)}
        return () if any(rest) else (Calculation(Call("tranche_units", parts), sources=numbered(reading)),)
    if told.cost is not None and told.unread == 0 and not told.slices and (told.planned is None) != (told.bought is None):
        return _in_contracts_and_dollars(told, reading)
    alone = (told.unread, told.budget, told.cost, told.step, told.on, told.left, told.target, told.bought, *told.slices)
    if not any(alone) and (told.first is not None or told.ranged or FIRST_NAMED.search(reading.lower)):  # the plan alone
        first = {} if told.first is None else {"first": told.first}
        return (Calculation(Call("tranche_units", {"planned": int(told.planned or 0), **first}), sources=numbered(reading)),)
    if told.unread or len(later) != 1 or told.budget is not None or told.cost is not None:
        return ()
    given = {"planned": int(told.planned or 0), "first": told.slices[0], "step": later.pop(), "tranches": len(told.slices)}
    return (Calculation(Call("tranche_units", given), sources=numbered(reading)),)


def _in_contracts_and_dollars(told: Figures, reading: Reading) -> tuple[Calculation, ...]:
    """Units that are in as the first tranche at their price, or a share of the planned ones; () where neither is told."""
    count, cost = int(told.planned or told.bought or 0), told.cost or 0.0
    value = {"product": "VIX option", "price": round(cost / 100, 9)}
    paid, share = round(count * cost, 9), told.first or told.on
    first = told.budget is not None and told.first is None and told.on is None
    if first and paid and re.search(PART_ASKED, reading.lower):  # "what share of 9k is 3 flies at 1.15"
        worth = Call("contract_value", {**value, "contracts": count})
        of_whole = Call("part_of", {"amount": paid, "whole": told.budget})
        return Calculation(worth, sources=numbered(reading)), Calculation(of_whole)
    if first and paid < (told.budget or 0.0) and (opened(reading.lower) or FIRST_NAMED.search(reading.lower)):
        part = {"budget": told.budget, "deployed": round(paid / (told.budget or 1.0), 12), "meant": "first tranche"}
        bought = Call("contract_value", {**value, "contracts": count})  # "14 flies at .78 was my layer 1 on 4,200"
        return Calculation(bought, sources=numbered(reading)), Calculation(Call("budget_split", part))
    if told.budget is None and share is not None and _WHOLE_ASKED.search(reading.lower):  # "9 flies at .62, thats 25%"
        worth = Call("contract_value", {**value, "contracts": count})
        return Calculation(worth, sources=numbered(reading)), Calculation(
            Call("whole_of_part", {"amount": paid, "share": share})
        )
    if told.planned is not None and told.budget is None and share is None and _SLICE_ASKED.search(reading.lower):
        plan = {"budget": paid, "unit_cost": cost}  # "18 flies planned at .75, what does tranche one cost"
        units = Call("tranche_units", {"planned": count})
        return Calculation(units, sources=numbered(reading)), Calculation(Call("tranche_plan", plan))
    of_plan = told.budget is None and told.planned is not None and "budget" not in reading.lower
    if of_plan and share is not None and int(count * share) > 0:
        units = Call("tranche_units", {"planned": count, "first": share, "tranches": 1})
        bought = Call("contract_value", {**value, "contracts": int(round(count * share, 9))})
        return Calculation(units, sources=numbered(reading)), Calculation(bought)
    return ()
