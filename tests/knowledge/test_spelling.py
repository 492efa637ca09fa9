"""Misspelt names are mended; words that are right, or mean something else, are left alone."""

import pytest

from knowledge.spelling import Spelling, common_words

_NAMES = (
    "butterfly theta gamma contango backwardation condor tranche volatility histogram implied reversal conversion skew breadth"
)
NAMES = _NAMES.split()


@pytest.fixture(scope="module")
def spelling() -> Spelling:
    return Spelling(NAMES, ["hedge", "strike"])


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("buterfly", "butterfly"),
        ("butterlfy", "butterfly"),
        ("thetta", "theta"),
        ("gama", "gamma"),
        ("contago", "contango"),
        ("backwardaton", "backwardation"),
        ("volatilty", "volatility"),
        ("histogramm", "histogram"),
        ("cnodor", "condor"),
        ("trache", "tranche"),
    ],
)
def test_a_slip_is_mended(spelling: Spelling, written: str, meant: str):
    assert spelling.correct(written) == meant


@pytest.mark.parametrize(
    "word",
    # Right as they are: names, words of the texts, common words one letter from a name, their forms, numbers, short words.
    [
        *NAMES,
        "hedge",
        "strike",
        "reverse",
        "version",
        "there",
        "grammar",
        "crashing",
        "1987",
        "vix",
        "mortgage",
        "bread",
        "conversation",
    ],
)
def test_other_words_are_left_alone(spelling: Spelling, word: str):
    assert spelling.correct(word) == word


def test_common_words_are_many_and_plain():
    assert len(common_words()) > 5000
    assert {"market", "price", "crash", "because"} <= common_words()
    assert not {"contango", "tranche", "theta"} & common_words()


@pytest.mark.parametrize(
    ("typed", "meant"), [("vgea", "vega"), ("wacc", "wacc"), ("wcac", "wacc"), ("veega", "vega"), ("maccd", "macd")]
)
def test_a_short_name_with_letters_swapped_or_typed_twice(typed: str, meant: str) -> None:
    assert Spelling({"vega", "wacc", "macd", "gamma"}).correct(typed) == meant


@pytest.mark.parametrize("typed", ["vera", "veg", "evga", "wack", "vegan", "mace"])
def test_any_other_slip_makes_another_word_of_a_short_name(typed: str) -> None:
    assert Spelling({"vega", "wacc", "macd"}).correct(typed) == typed
