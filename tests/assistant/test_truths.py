"""What holds in the field, held against the glossary, which was written from sources, and against textbook statements."""

import pytest

from assistant.guards.relations import RELATIONS, turned_relation
from assistant.guards.truths import TRUTHS, untrue
from knowledge import Glossary

TRUE = [
    "Theta works against the buyer of an option.",
    "A bought option has positive gamma and vega.",
    "Sold options have negative gamma.",
    "A call is in the money when its strike lies under the underlying's price.",
    "A put is out of the money when its strike is below the price.",
    "A histogram above zero means that the MACD is above its signal line.",
    "Backwardation means that the front month stands above the later months.",
    "In contango a long holder loses on each roll.",
    "In backwardation a long holder can gain on the roll.",
    "An RSI above 70 is called overbought.",
    "American options can be exercised on any day, European ones only at expiry.",
    "A conversion is long the underlying, long the put and short the call.",
    "A bought option cannot lose more than its premium.",
    "A sold option can lose more than it brought in.",
    "The break-even of a bought call is its strike plus the premium.",
    "The lower break-even of a butterfly is the lowest strike plus the debit.",
    "Positive dealer gamma dampens moves.",
    "A future can lose more than its deposit.",
    "A shorter EMA follows the series more closely.",
    "Markets have fatter tails than the bell curve.",
    "Traders do conversions when calls are too dear.",
    "Short strikes closer to the index bring a condor a lower chance of keeping its credit.",
    "Above its top strike a call butterfly is worth nothing.",
    "A put gains when the index falls.",
    "The VIX usually rises when the S&P 500 falls.",
    "Options gain when implied volatility rises.",
    "Calls lose value as time passes.",
    "A sold put loses when the index falls.",
    "Higher volatility does not make options cheaper.",
]
FALSE = [
    "Theta works for the buyer of an option.",
    "A bought option has negative gamma.",
    "Sold options have positive vega.",
    "A call is in the money when its strike lies above the underlying's price.",
    "A put is in the money when its strike is below the price.",
    "A histogram above zero means that the MACD is below its signal line.",
    "Contango means that the front month stands above the later months.",
    "In contango a long holder gains on each roll.",
    "An RSI above 70 is called oversold.",
    "European options can be exercised on any day.",
    "A conversion is short the underlying.",
    "A sold option never loses more than the premium.",
    "The break-even of a bought call is its strike minus the premium.",
    "The lower break-even of a butterfly is the lowest strike minus the debit.",
    "Negative dealer gamma dampens moves.",
    "The MACD line is an average of its signal line.",
    "Above its top strike an equal-wing butterfly keeps gaining.",
    "With a future you can never lose more than the deposit.",
    "A shorter EMA reacts more slowly.",
    "Markets have thinner tails than the bell curve.",
    "Traders do conversions when puts are too dear.",
    "Short strikes closer to the index bring a condor a higher chance of keeping its credit.",
    "Above the top strike a call spread is worth nothing.",
    "A put gains when the index rises.",
    "The VIX usually rises when the S&P 500 rises.",
    "Options lose when implied volatility rises.",
    "Calls gain value as time passes.",
]


def _wrong(text: str) -> str:
    return untrue(text) or turned_relation(text)


@pytest.mark.parametrize("said", TRUE)
def test_what_a_textbook_says_stands(said: str) -> None:
    assert _wrong(said) == ""


@pytest.mark.parametrize("said", FALSE)
def test_what_a_textbook_rules_out_is_stopped(said: str) -> None:
    assert _wrong(said)


def test_no_claim_is_against_what_holds_in_the_field(glossary: Glossary) -> None:
    assert [c.text for e in glossary.entries for c in e.claims if _wrong(c.text)] == []


def test_each_truth_names_a_claim(glossary: Glossary) -> None:
    for source in [t.source for t in TRUTHS] + [r.source for r in RELATIONS]:
        assert glossary.claim(source).text
