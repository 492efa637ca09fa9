"""Whether a sentence takes an option of a result for its opposite: bought for sold, a call for a put, in for out of the "
"money."""

from __future__ import annotations

import re
from typing import Final

from assistant.guards.facts.reading import Reading
from assistant.guards.facts.things import Facts, Thing
from assistant.guards.numeral import Numeral
from assistant.guards.numerals import numerals

_PART: Final = re.compile(
    r"[;:.!?](?=\s|$)|,\s|\b(?:and|while|whereas|but|as|with|since|because|though|although)\b|[()–—]", re.IGNORECASE
)
_LONG: Final = re.compile(
    r"\b(?:long|b[ou]y\w*|bought|own(?:s|ed|ing)?|paid for|pa(?:y|ys|id)(?= .{0,30}\bfor)|purchas\w+)\b", re.IGNORECASE
)
_SHORT: Final = re.compile(
    r"\b(?:short(?! of)|sell(?:s|ing)?|sold|wr(?:ote|itten|ite|ites|iting)(?![- ]?off)|received (?:\w+ )?for|collect\w* "
    r"(?:\w+ )?for|receiv\w+(?= .{0,30}\bfor))\b",
    re.IGNORECASE,
)
_CALL: Final = re.compile(r"\bcalls?\b(?! (?:for|on|it|this|that))", re.IGNORECASE)
_PUT: Final = re.compile(
    r"(?<!to )(?<!stay )(?<!stays )\bputs?\b(?! (?:as|back|in|on|it|up|down|\$|\d|into|together|differently|the|"
    r"another|money|that|this|"
    r"those|these|them|your|all|so|simply|plainly))",
    re.IGNORECASE,
)
_IN: Final = re.compile(r"\b(?:in[- ]the[- ]money|itm)\b", re.IGNORECASE)
_OUT: Final = re.compile(r"\b(?:out[- ]of[- ]the[- ]money|otm|worthless)\b", re.IGNORECASE)
_DENIED: Final = re.compile(
    r"\b(?:not|no|never|nor|neither|without|cannot|than|or|if|would|could|were|nothing|instead|both|another|compar\w+|"
    r"versus|parity)\b|"
    r"n['’]t\b",
    re.IGNORECASE,
)
_LATER: Final = re.compile(
    r"\b(?:chance|odds|probab\w+|expir\w*|end(?:s|ing)?|unless|until|need\w*|before|to (?:get|be|become|finish))\b",
    re.IGNORECASE,
)
_NEEDS: Final = re.compile(
    r"\b(?:needs?|ha(?:s|ve)|must|would have|yet|still)\b[^.;]{0,16}\b(?:(?P<up>rise|climb|gain|rally|go up|move up|get above)|"
    r"(?P<down>fall|drop|decline|slide|go down|move down|get below))\b[^.;]{0,40}\bin[- ]the[- ]money\b",
    re.IGNORECASE,
)
_NEVER: Final = re.compile(r"\b(?:not|no|never|neither)\b|n['’]t\b", re.IGNORECASE)
_PLACED: Final = re.compile(r"\b(?:(?P<high>higher|upper|top)|lower|bottom) (?:strike|leg|put|call|option)\b", re.IGNORECASE)
_UNSETTLED: Final = re.compile(
    r"\b(?:chance|odds|probab\w+|unless|until|need\w*|before)\b|\d or (?:more|less|higher|"
    r"lower)",
    re.IGNORECASE,
)
_ENDLESS: Final = re.compile(
    r"\b(?:without (?:end|limit|a (?:ceiling|cap|floor|limit))|unlimited|limitless|boundless|unbounded|uncapped|"
    r"endless(?:ly)?|no (?:ceiling|cap|"
    r"limit|upper limit|floor|end))\b",
    re.IGNORECASE,
)
_LIMITED: Final = re.compile(
    r"\b(?:limited|capped|bounded|(?:(?P<no>can(?:not|['’]t)|never|won['’]t|will not) (?:exceed|go (?:past|beyond|above)|"
    r"be more than|pass|top)))\b",
    re.IGNORECASE,
)
_GAINS: Final = re.compile(
    r"\b(?:gain|profit|pay|earn|win|make|reward|upside|benefit|keeps? (?:paying|earning))\w*", re.IGNORECASE
)
_LOSES: Final = re.compile(r"\b(?:los[est]\w*|loss\w*|risk|downside|damage|cost)\w*", re.IGNORECASE)


def wrong_leg(reading: Reading, facts: Facts) -> str:
    """What is wrong with the options of a sentence, in plain words; "" where nothing is."""
    text = reading.text
    legs = [t for t in facts.things if "option" in t.heads and t.figures]
    if legs:
        begin, found = 0, numerals(text)
        for end in [*(m.start() for m in _PART.finditer(text)), len(text)]:
            fault = _in_part(text[begin:end], [n for n in found if begin <= n.start < end], legs, facts)
            begin = end
            if fault:
                return fault
    return _needed(text, legs, facts) or _limits(text, facts) or _kind(text, facts)


def _in_part(part: str, numbers: list[Numeral], legs: list[Thing], facts: Facts) -> str:
    meant = _meant(part, numbers, legs)
    if not meant or _DENIED.search(part):
        return ""
    sides = {t.marks["side"] for t in meant if "side" in t.marks}
    said = (
        {1.0}
        if _LONG.search(part) and not _SHORT.search(part)
        else {-1.0}
        if _SHORT.search(part) and not _LONG.search(part)
        else set()
    )
    if said and sides and not said & sides:
        return f"{meant[0].name} was {'sold' if said == {1.0} else 'bought'}"
    inside = bool(_IN.search(part))
    settled = bool(facts.called("settlement"))
    if inside != bool(_OUT.search(part)) and not (_LATER if not settled else _UNSETTLED).search(part):
        states = {_in_the_money(t, facts) for t in meant} - {None}
        if states == {not inside}:
            return f"{meant[0].name} is {'out of' if inside else 'in'} the money"
    return ""


def _needed(text: str, legs: list[Thing], facts: Facts) -> str:
    """Whether the price is said to have yet to fall before a put is in the money that is so already, or the like."""
    m = _NEEDS.search(text)
    inside = _in_the_money(legs[0], facts) if m is not None and len(legs) == 1 and not _NEVER.search(text) else None
    if m is None or inside is None:
        return ""
    way = 1 if legs[0].marks.get("kind") == 1 else -1
    if inside or (1 if m["up"] else -1) != way:
        return f"{legs[0].name} is {'in' if inside else 'out of'} the money"
    return ""


def _meant(part: str, numbers: list[Numeral], legs: list[Thing]) -> list[Thing]:
    """The legs that the part speaks of: of a strike and kind that it names, or of a side and kind."""
    fit = [t for t in legs if any(t.named_by(n) for n in numbers)]
    kinds = (
        {1.0}
        if _CALL.search(part) and not _PUT.search(part)
        else {-1.0}
        if _PUT.search(part) and not _CALL.search(part)
        else set()
    )
    if kinds and fit:
        return [t for t in fit if t.marks.get("kind") in kinds]
    if fit:
        return fit
    placed = _PLACED.search(part)
    strikes = sorted({t.figures[0] for t in legs})
    if placed is not None and len(strikes) == 2:
        return [t for t in legs if t.figures[0] == strikes[-1 if placed["high"] else 0]]
    if len(legs) == 1 and not kinds and (_IN.search(part) or _OUT.search(part)):
        return legs
    if kinds and (_IN.search(part) or _OUT.search(part)):
        side = 1.0 if _LONG.search(part) else -1.0 if _SHORT.search(part) else 0.0
        return [t for t in legs if t.marks.get("kind") in kinds and (not side or t.marks.get("side", side) == side)]
    return []


def _in_the_money(leg: Thing, facts: Facts) -> bool | None:
    spot = next((t.value for t in facts.things if t.heads & {"settlement", "forward"}), None)
    if spot is None or spot == leg.figures[0]:
        return None
    return (spot > leg.figures[0]) == (leg.marks.get("kind") == 1)


def _limits(text: str, facts: Facts) -> str:
    """Whether a gain or a loss that has an end is said to have none."""
    if fault := _capped(text, facts):
        return fault
    m = _ENDLESS.search(text)
    if m is None or not {"gain", "loss"} <= facts.bounded.keys():
        return ""
    gains, loses = _GAINS.search(text) is not None, _LOSES.search(text) is not None
    side = "gain" if gains and not loses else "loss" if loses and not gains else ""
    denied = _DENIED.search(text[: m.start()]) is not None
    if side and facts.bounded[side] and not denied:
        return f"the {side} has an end"
    return ""


def _capped(text: str, facts: Facts) -> str:
    """Whether a loss that has no end is said to have one."""
    m = _LIMITED.search(text)
    if m is None or facts.bounded.get("loss", True) or not _LOSES.search(text):
        return ""
    denied = _DENIED.search(text) is not None
    return "the loss has no end" if denied == bool(m["no"]) else ""


def _kind(text: str, facts: Facts) -> str:
    """Whether a result about a call speaks of a put, or the other way."""
    holds = facts.states.get("call")
    if holds is None or _DENIED.search(text):
        return ""
    calls, puts = _CALL.search(text) is not None, _PUT.search(text) is not None
    return f"it is a {'call' if holds else 'put'}" if puts is not calls is not holds else ""
