"""What part of a question the glossary knows."""

import pytest

from knowledge.index import Index


def test_a_question_in_the_glossarys_words_is_covered(index: Index):
    assert index.coverage("How does the lantern spread pay?") == 1.0


def test_a_question_of_strange_words_is_not(index: Index):
    assert index.coverage("purple elephants juggle zucchini") == 0.0
    assert index.unknown("purple elephants juggle zucchini") == ["purple", "elephants", "juggle", "zucchini"]


def test_one_strange_word_does_not_outweigh_the_known_ones(index: Index):
    assert 0.5 < index.coverage("does a lantern spread cost a debit in Ruritania") < 1


def test_figures_and_courtesy_do_not_count(index: Index):
    assert index.unknown("Lantern Zucchini, 25 candles pls") == ["Zucchini"]
    assert index.coverage("lantern 25/30 at 0.85, thx") == 1.0


def test_a_misspelt_name_is_known(index: Index):
    assert index.coverage("lantren") == 1.0


@pytest.mark.parametrize("question", ["", "what is it?", "25 30"])
def test_a_question_without_a_content_word_is_not_covered(index: Index, question: str):
    assert index.coverage(question) == 0.0
    assert index.unknown(question) == []
