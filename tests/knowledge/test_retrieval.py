"""Does a question in a user's own words find its entry? Hit rates over sixty questions written for this test.

A row: question | terms, any of which answers it. A third name the term, a third misspell it, a third only describe it.
"""

import numpy as np
import pytest

from knowledge.glossary import Glossary
from knowledge.index import Index
from tests.bench.retrieval import questions

NAMED = """
whats the A/D line? | Advance-Decline Line (A/D Line)
explain contango to a beginner | Contango
How is an iron condor built | Iron condor
difference between intrinsic and extrinsic value | Intrinsic value; Time Value (Extrinsic Value)
who is Russell Clark | SPX Mastery by Russell Clark
what does VRO stand for | VIX settlement
tell me about the second engine | The Second Engine / Private Leverage Layer
what are the greeks vega and theta | Vega; Theta
is REER used anywhere in this | Real Effective Exchange Rate
p/cf ratio meaning | Price-to-Cash Flow Ratio (P/CF)
black 76 model | Black-76
vix options expiry and settlement | VIX settlement; VIX options; Expiration and DTE
what is roll yield on VX futures | Roll yield
whats the 4/4/2 ratio about | 4/4/2 ratio
how do you compute RSI | Relative Strength Index (RSI)
how wide should the wings be | Wings
mini vix contract size | Mini VIX futures (VXM); Contract multiplier
look-ahead bias in a backtest | Look-ahead bias; Backtesting
steward vs promoter? | Steward vs. Promoter Distinction
bear call spread vs iron condor | Vertical spread; Iron condor
"""
MISSPELT = """
what is backwardatoin | Backwardation
explan the histogramm pls | Histogram
call buterfly breakeven | Call butterfly; Break-Even Point (Options)
put cal parity | Put-call parity
implied volatilty vs realised volatilty | Implied volatility; Realised volatility
whats a trache | Tranche
dealer gama | Dealer gamma; Gamma
exponental moving avarage | Exponential moving average (EMA)
iron condr | Iron condor
wieghted avg cost of captial | Weighted Average Cost of Capital (WACC)
divergense between breadth and price | Divergence; Advance-Decline Line (A/D Line)
temporal theta martingle | Temporal Theta Martingale / Theta Time Shift
vix futurs | VIX futures
europen exercise | European exercise
conversoin arbitrage | Conversion (Options Arbitrage)
broken wing buterfly | Broken-wing butterfly
overfiting | Overfitting
moneynes of an option | Moneyness
the corelation of spx and vix | Correlation
paper tradeing | Paper trading
"""
DESCRIBED = """
how quickly does an option lose value each day | Theta
how fast does delta itself change | Gamma
what the market expects the index to move, from option prices | Implied volatility; VIX
gauge of fear on wall street | VIX
further-out futures cost more than near ones | Contango; Term structure
near month is dearer than the far month | Backwardation; Term structure
number of stocks going up minus number going down | Advance-Decline Line (A/D Line)
practise without real money first | Paper trading
how much does insuring my stocks cost me every year | Hedge drag; Hedge cost and drawdown claims; Cost of carry; Hedge budget
rules were fitted to the past too tightly | Overfitting
put options that are way out of the money on the s&p | 10-delta puts; Skew; SPX options; Moneyness
price at which my fly neither makes nor loses money | Break-Even Point (Options); Call butterfly
when should the hedge be closed | Exit rules
buying in pieces rather than all at once | Layering (staged entry); Tranche
how many dollars is one point worth | Contract multiplier
company that owns property and must pay out its income | REIT
discount rate at which a string of cash flows is worth zero | Internal Rate of Return (IRR); Net present value
central bank meeting that sets interest rates | FOMC; Federal funds rate
why did my volatility calls not go up with the index | VIX option pricing; VIX options
which product do I buy for the hedge when the signal comes | Futures or butterflies (instrument choice); MACD trigger
"""


def rows(table: str) -> list[tuple[str, set[str]]]:
    pairs = (line.split(" | ") for line in table.strip().splitlines())
    return [(question, set(terms.split("; "))) for question, terms in pairs]


@pytest.fixture(scope="module")
def packaged() -> Index:
    return Index.open()


@pytest.mark.parametrize(
    ("table", "least"), [(NAMED, 0.95), (MISSPELT, 0.95), (DESCRIBED, 0.75)], ids=["named", "misspelt", "described"]
)
def test_questions_find_their_entry_among_the_first_three(packaged: Index, table: str, least: float):
    missed = {
        q: [t.term for t in packaged.rank(q, 3)]
        for q, terms in rows(table)
        if not terms & {t.term for t in packaged.rank(q, 3)}
    }
    assert 1 - len(missed) / len(rows(table)) >= least, missed


def test_nine_in_ten_of_all_questions_find_their_entry(packaged: Index):
    asked = rows(NAMED + MISSPELT.lstrip() + DESCRIBED.lstrip())
    assert len(asked) == 60
    assert sum(bool(terms & {t.term for t in packaged.rank(q, 3)}) for q, terms in asked) / 60 >= 0.9


def test_every_expected_term_is_an_entry():
    glossary = Glossary.load()
    wanted = set().union(*(terms for _, terms in rows(NAMED + MISSPELT.lstrip() + DESCRIBED.lstrip())))
    assert {t for t in wanted if (e := glossary.find(t)) is None or e.term != t} == set()


def test_every_entry_is_found_by_each_of_its_names(packaged: Index):
    lost = []
    for entry in packaged.glossary.entries:
        for rank, name in entry.names():
            if rank < 2 and entry.term not in [m.term for m in packaged.mentions(f"what is {name}?")]:
                lost.append((entry.term, name))
    assert lost == []


def test_the_passages_nearest_to_a_question_are_all_found(packaged: Index):
    """A graph misses some of a hundred, others in every build: two processes would then answer one question differently."""
    store = packaged._store
    for vector in packaged.embedding.embed([q.question for q in questions()]):
        nearest = np.argsort(-np.vecdot(store.vectors, vector), kind="stable")[:100]
        assert store.nearest(vector, 100) == nearest.tolist()
