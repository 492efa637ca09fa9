"""What a future makes or loses, or stands for, as a share of the money beside it ("drops 3 points, how much of the pot")."""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.brought import From
from assistant.understanding.filling.calculation import Calculation, numbered
from assistant.understanding.positions.future_trades import position
from assistant.understanding.text.quantities import Reading, blanked
from assistant.understanding.text.sought import Sought
from assistant.understanding.text.which_future import future_named, names_option

_POT: Final = r"(?:pot|account|acct|budget|capital|stake|kitty|fund|portfolio|book|cash|money|hedge|set aside|purse|sleeve)"
_ASKED: Final = re.compile(
    rf"\b(?:how much|what|which|how many|share|percent(?:age)?|part|fraction|portion)\b[^.?!]{{0,40}}\b{_POT}\b"
    rf"|\b(?:share|percent(?:age)?|part|fraction|portion|lever(?:age|aged|ed)|geared|gearing|times)\b|%|\b(?:vs\.?|versus"
    rf"|against|compared (?:to|with)) (?:an? |my |the |our )?\$?\d|\b{_POT}\b[^.?!]{{0,24}}\b(?:gone|lost|left|eaten|burn\w*)\b"
)
_SET_ASIDE: Final = re.compile(
    r"\b(?:pot|budget|kitty|purse|hedg\w+ (?:money|cash|fund))(?: (?:is|was|of|for (?:it|this)|only|just|=)){0,2}:? \$?$"
)
_IS_SET_ASIDE: Final = re.compile(
    r"(?: dollars?)? (?:(?:hedge|total|whole|tranche) )?(?:pot|budget|kitty|purse|(?:hedg\w+ )?(?:money|cash|fund))\b"
)
_OF_POT: Final = Sought(
    rf"\b(?:of|from|out of) (?:an? |the |my |our )?\$?\d[\d,.]{{0,9}}k? (?:(?:hedg\w+|vix|vol|total|whole|tranche) )?{_POT}\b"
    rf"|\b(?:of|from|out of) (?:an? |the |my |our )(?:(?:hedg\w+|vix|vol|total|whole) )?{_POT} of \$?\d[\d,.]{{0,9}}k?"
)
_HOW_FAR: Final = re.compile(
    r"\bhow (?:far|much|many points?|big a (?:move|drop))\b[^?!]{0,40}\b(?:drops?|falls?|moves?|rises?|go(?:es)?|slides?)\b"
    r"|\bwhat (?:drop|move|fall|rise|decline)\b"
)
_HELD: Final = re.compile(r"\s?(?:x\s)?(?:contracts?|vx|vxm|vix futures?|(?:mini|vix) |minis?|futures?|lots?)\b")
_EATS: Final = re.compile(
    r"\b(?:pays? (?:for|back)|covers?|recoups?|makes? (?:back|up)|eats?|wipes? out|burns?|use[sd]? up|uses?|cost(?:s|ing)?"
    r"|kill(?:s)?|consumes?|lose|loses|swallows?|gone|exhausts?)\b"
)
_DEAREST: Final = 100.0  # points
_TRADED: Final = 8.0  # points; no VIX future has settled as low: less is a move
_LEAST: Final = 300.0  # dollars; no future is quoted as high


def share_of_pot(reading: Reading, single: Calculation) -> tuple[Calculation, ...]:
    """The trade with its result, or the notional, as a share of the one sum named beside it; () where that is not asked.

    A result is held against a budget that is named, asked or not: a future can lose more than it.
    """
    brings = None if single.missing else _brings(single.call)
    if brings is None:
        return ()
    sums = [q for q in reading.quantities if q.unit in ("money", "plain") and q.value >= _LEAST]
    if len(sums) != 1:
        return ()
    aside = _SET_ASIDE.search(reading.before(sums[0])) or _IS_SET_ASIDE.match(reading.after(sums[0]))
    if _ASKED.search(reading.lower) is None and not (aside and brings.what == "risk"):
        return ()
    part = Call("part_of", {"amount": brings, "whole": sums[0].value})
    return Calculation(single.call, sources=numbered(reading), note=single.note), Calculation(part)


def moved_of_pot(reading: Reading) -> tuple[Calculation, ...]:
    """What a future's move made or lost, and its share of the pot that is named between the words; () where none is."""
    pot = _OF_POT.search(reading.lower)
    if pot is None or future_named(reading.lower) is None or names_option(reading.lower):
        return ()
    sums = [q for q in reading.quantities if pot.start() <= q.start < pot.end()]
    rest = blanked(reading.lower, [pot.span()])
    trade = position(Reading(f"{rest} p/l")) if len(sums) == 1 else None  # a part of the pot is asked for: the result
    if trade is None:
        return ()
    held, part = Call("position", trade), Call("part_of", {"amount": From("position", "risk"), "whole": sums[0].value})
    return Calculation(held, sources=numbered(reading)), Calculation(part)


def move_to_lose(reading: Reading) -> tuple[Calculation, ...]:
    """How far a future has to move to lose a sum ("how far has VX at 20 to drop to eat a 3,750 tranche"); () otherwise."""
    text, product = reading.lower, future_named(reading.lower)
    if product is None or names_option(text) or _HOW_FAR.search(text) is None or _EATS.search(text) is None:
        return ()
    sums = [q for q in reading.quantities if q.unit in ("money", "plain") and q.value >= _LEAST]
    shares = [q for q in reading.quantities if q.unit == "percent" and 0 < q.value <= 1]
    prices = [q for q in reading.quantities if q.unit == "plain" and _TRADED <= q.value < _DEAREST and q not in sums]
    counts = [q for q in reading.quantities if q not in sums and q not in shares and q not in prices and q.value >= 1]
    known = len(sums) + len(shares) + len(prices) + len(counts)
    if len(sums) != 1 or len(shares) > 1 or len(prices) > 1 or len(counts) > 1 or known != len(reading.quantities):
        return ()
    if any(q.unit != "count" and _HELD.match(reading.after(q)) is None for q in counts):
        return ()
    lost = round(sums[0].value * (shares[0].value if shares else 1.0), 9)
    held = {"contracts": int(counts[0].value)} if counts else {}
    start = {"entry": prices[0].value} if prices else {}
    call = Call("move_for_profit", {"product": product, "profit": lost, **held, **start})
    return (Calculation(call, sources=numbered(reading)),)


def _brings(call: Call) -> From | None:
    """The sum that the calculation brings: what a future made or lost at a price, or the notional of futures."""
    given = call.arguments
    if call.tool == "contract_value" and given.get("product") in ("VX", "VXM") and given.get("price", 0) >= _TRADED:
        return From("contract_value", "dollars")
    if call.tool != "position" or given.get("settlement") is None or "legs" not in given:
        return None
    futures = all(leg["kind"] in ("future", "VX", "VXM") for leg in given["legs"])
    return From("position", "risk") if futures else None
