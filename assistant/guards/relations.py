"""Whether a sentence turns what moves with what in this field: "a put gains as the index rises", "rising volatility cheapens
options".

Such a sentence is wrong whatever it cites. Each relation names the claim of the glossary that says so. Nothing is said of a
sold option, of a position made of several, or of anything that is denied or compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import Final, NamedTuple

from assistant.understanding.premises.opposites import Lexicon, words_of
from assistant.understanding.premises.polarity import unshortened


class Relation(NamedTuple):
    """Two quantities, whether they move together (1) or against each other (−1), and the claim that says so."""

    one: str
    other: str
    way: int
    source: str


RELATIONS: Final = (
    Relation("index", "put", -1, "ten-delta-puts:e375e7"),
    Relation("index", "call", 1, "delta:9fc03d"),
    Relation("underlying", "put", -1, "ten-delta-puts:e375e7"),
    Relation("underlying", "call", 1, "delta:9fc03d"),
    Relation("underlying", "VIX call", 1, "vix-option-pricing:aac864"),
    Relation("future", "VIX call", 1, "vix-option-pricing:aac864"),
    Relation("index", "VIX", -1, "vix:4cc2cc"),
    Relation("index", "VIX call", -1, "vix:4cc2cc"),
    Relation("volatility", "option", 1, "vega:e130f2"),
    Relation("volatility", "call", 1, "vega:e130f2"),
    Relation("volatility", "put", 1, "vega:e130f2"),
    Relation("volatility", "VIX call", 1, "vega:e130f2"),
    Relation("passing time", "option", -1, "expiration-and-dte:4d6359"),
    Relation("passing time", "call", -1, "expiration-and-dte:4d6359"),
    Relation("passing time", "put", -1, "expiration-and-dte:4d6359"),
    Relation("passing time", "VIX call", -1, "expiration-and-dte:4d6359"),
    Relation("wings", "debit", 1, "wings:6bc946"),
    Relation("wings", "possible profit", 1, "wings:6bc946"),
    Relation("fees", "debit", 1, "break-even-point:fb2955"),
    Relation("fees", "possible profit", -1, "break-even-point:fb2955"),
    Relation("fees", "span", -1, "break-even-point:fb2955"),
)
_WAYS: Final = {frozenset((r.one, r.other)): r.way for r in RELATIONS}
# How each quantity is called; what stands for none of them, so that no shorter name is found in it, is "".
_NAMES: Final = {
    "index": "spx s_p_500 s_p stock_market stock_index equities stocks the_index index_level",
    "underlying": "underlying underlying_price underlying_s_price price_of_the_underlying",
    "future": "vix_future vix_futures its_future same_expiry_future vx_future vx_futures",
    "VIX": "vix fear_gauge spot_vix vix_index",
    "call": "call calls call_option call_options spx_call spx_calls",
    "put": "put puts put_option put_options spx_put spx_puts protective_put delta_put delta_puts",
    "VIX call": "vix_call vix_calls vix_call_option vix_call_options",
    "option": "option options option_price option_prices premiums option_premium option_premiums time_value",
    "volatility": "implied_volatility implied_vol iv vol volatility implied_volatilities vols",
    "passing time": "time_passes time_passing passing_time passage_of_time days_pass weeks_pass expiry_nears "
    "expiry_approaches expiration_nears expiration_approaches expiry_draws_near expiry_comes_closer time_runs_on "
    "each_passing_day each_day_that_passes every_passing_day every_day_that_passes",
    "wings": "wings wing_width",
    "debit": "debit cost price_of_the_butterfly",
    "possible profit": "possible_profit maximum_profit max_profit most_it_can_make",
    "fees": "fees commissions",
    "span": "break_evens breakevens profit_zone",
    "": "vix_put vix_puts call_butterfly call_butterflies call_spread call_spreads put_spread put_spreads put_call_parity "
    "call_fly calls_and_puts puts_and_calls put_skew call_side put_side put_series put_macd delta_put_macd put_iv put_level "
    "put_levels delta_put_series delta_put_iv delta_put_levels delta_put_level implied_volatility_of index_option "
    "index_options realised_volatility realized_volatility vix_curve vix_option vix_options call_strike put_strike "
    "long_volatility long_vol option_seller option_sellers option_holder call_buyer put_buyer",
}
_MOVES: Final = {1: ("move", "up", "result", "gain", "worth", "dear"), -1: ("move", "down", "result", "loss", "worth", "cheap")}
_MORE: Final = {
    1: "higher up gains_value more_expensive worth_more bigger larger wider swells rally rallies",
    -1: "lower down loses_value less_expensive worth_less smaller narrower sell_off selloff",
}
_NO_MOVE: Final = frozenset(
    (
        "net",
        "nets",
        "netting",
        "pay",
        "pays",
        "paid",
        "paying",
        "cost",
        "costs",
        "costing",
        "contract",
        "contracts",
        "profit",
        "profits",
        "loss",
        "income",
    )
)
_WORDS: Final = Lexicon(
    {word: name for name, words in _NAMES.items() for word in words.split()}
    | {
        word: way
        for way, sides in _MOVES.items()
        for group, side in zip(sides[::2], sides[1::2], strict=True)
        for word in words_of(group, side)
        if word not in _NO_MOVE
    }
    | {word: way for way, words in _MORE.items() for word in words.split()}
)
_PARTS: Final = re.compile(
    r"[;:.!?](?=\s|$)|,?\s(?:while|whereas|but|although|though|unless|until|even|and (?:not|vice)|or)\s|\s[–—]\s"
)
_LEADS: Final = re.compile(r"\s(?:(?:in|of|by|the|its|an?|your|both|any|every|all) ){0,3}$|[\s-]$")
_SKIPPED: Final = re.compile(
    r"\b(?:not|no|never|nor|neither|nothing|cannot|hardly|without|than|sold|short|sell(?:s|er|ers|ing)?|writ(?:e|es|"
    r"er|ers|ing)|"
    r"collar|condors?|spreads?|straddles?|net|too|only|both|ones|whether|may|might|could|can|page|pages|says|delta|gamma|dealers?|"
    r"skew|macd|drag|correlat\w+)\b"
)
_NEAR: Final = 60  # characters between a quantity and the word that says how it moves


def turned_relation(text: str) -> str:
    """What is wrong with how the sentence lets two quantities move, in plain words; "" where nothing is."""
    for part in _PARTS.split(unshortened(text.lower())):
        if _SKIPPED.search(part):
            continue
        for (one, way), (other, its) in combinations(_moved(part).items(), 2):
            known = _WAYS.get(frozenset((one, other)), 0)
            if known and way * its == -known:
                return f"{one} and {other} move {'together' if known > 0 else 'against each other'}"
    return ""


@lru_cache(maxsize=512)
def _moved(part: str) -> dict[str, int]:
    """Each quantity of a part of a sentence with the way in which it moves; not one that moves both ways."""
    found: dict[str, set[int]] = {}
    for name, way in _ways(part, _words(part)):
        found.setdefault(name, set()).add(way)
    return {name: ways.pop() for name, ways in found.items() if len(ways) == 1 and name}


def _words(part: str) -> list[tuple[int, int, str | int]]:
    """Names and words of moves in order; none that lies within a longer one."""
    found: list[tuple[int, int, str | int]] = []
    for begin, end, meaning in _WORDS.find(part):
        if not found or begin >= found[-1][1]:
            found.append((begin, end, meaning))
    return found


def _ways(part: str, words: Sequence[tuple[int, int, str | int]]) -> Iterator[tuple[str, int]]:
    last: tuple[int, str] | None = None  # the quantity before: where it ends, and its name
    for n, (begin, end, meaning) in enumerate(words):
        if isinstance(meaning, str):
            if meaning == "passing time":
                yield meaning, 1
            last = (end, meaning)
            continue
        behind = words[n + 1] if n + 1 < len(words) else None
        if behind is not None and isinstance(behind[2], str) and _LEADS.fullmatch(part, end, behind[0]):
            yield behind[2], meaning
            if last is not None and last[1] in ("volatility", "fees") and begin - last[0] < 2:
                yield last[1], 1  # "volatility lifts option prices"
        elif last is not None and begin - last[0] < _NEAR:
            yield last[1], meaning
