"""Which terms a text names."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.entries import Entry
from knowledge.mentions import Mentions
from knowledge.spelling import Spelling
from knowledge.words import norms

NAMES = {
    "Conversion (Options Arbitrage)": ["conversion"],
    "Reversal (Options Arbitrage)": ["reversal"],
    "Call butterfly": ["butterfly", "call fly"],
    "VIX futures": ["vx"],
    "VIX options": [],
    "VIX": [],
    "Price-to-Earnings Ratio (P/E Ratio)": ["P/E", "PE"],
    "Backtesting": ["backtest"],
    "Signal line": [],
    "At the money": ["ATM", "AT"],
    "Theta": [],
    "Tranche": ["25-30%", "25-30/20/20"],
    "Credit tiers": ["$0.70"],
}
ENTRIES = [Entry(t, t.lower(), tuple(a), "", ()) for t, a in NAMES.items()]
SPELLING = Spelling({w for e in ENTRIES for _, n in e.names() for w in norms(n)})
find = Mentions(ENTRIES, SPELLING)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("conversion vs reversal", ["Conversion (Options Arbitrage)", "Reversal (Options Arbitrage)"]),
        ("What is a Call-Butterfly?", ["Call butterfly"]),
        ("are BUTTERFLIES better than vix futures", ["Call butterfly", "VIX futures"]),
        ("the VIX's futures", ["VIX futures"]),
        ("why did VIX options lag the VIX", ["VIX options", "VIX"]),
        ("p/e or pe?", ["Price-to-Earnings Ratio (P/E Ratio)"] * 2),
        ("how to back test this", ["Backtesting"]),
        ("callfly", ["Call butterfly"]),
        ("Vix. Options are", ["VIX"]),
        ("a signal on the line", []),
        ("look at it AT the open", ["At the money"]),
        ("the reverse conversation", []),
        ("start with 25–30 % or 25-30%", ["Tranche", "Tranche"]),
        ("4/4/2 vs 25-30/20/20", ["Tranche"]),
        ("a 25/30/35 or 25-30-35 at 0.70", []),
        ("for $0.70", ["Credit tiers"]),
        ("for $0.705 or 10.70", []),
        ("", []),
    ],
)
def test_terms_are_found_in_the_order_of_the_text(text: str, terms: list[str]):
    assert [m.term for m in find(text)] == terms


def test_a_misspelt_name_is_found_and_said_to_be_inexact():
    (mention,) = find("explain buterflies")
    assert (mention.term, mention.exact, mention.alias) == ("Call butterfly", False, "butterfly")


def test_a_mention_points_into_the_text():
    text = "so what is VIX   futures, really"
    (mention,) = find(text)
    assert text[mention.start : mention.end] == "VIX   futures"
    assert mention.exact


@given(
    st.lists(st.sampled_from(["vix", "futures", "options", "call", "butterfly", "theta", "and", ".", "thetta"]), max_size=12)
)
def test_mentions_never_overlap(parts: list[str]):
    found = find(" ".join(parts))
    assert all(a.end <= b.start for a, b in pairwise(found))
