"""The shape of a question: what kind of answer its words ask for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import Assistant
from assistant.understanding.text.shape import shapes_of, word_asked


@pytest.mark.parametrize(
    ("question", "shape"),
    [
        ("What is contango?", "what"),
        ("theta?", "what"),
        ("contango", "what"),
        ("define wacc", "what"),
        ("tell me about rsi", "what"),
        ("why the 10-delta put?", "why"),
        ("how come the vix is not tradable", "why"),
        ("how does a butterfly make money", "how"),
        ("how much is the first tranche", "how-much"),
        ("at what level is it depressed", "how-much"),
        ("when is a tranche added", "when"),
        ("formula of the ema", "formula"),
        ("how is rsi calculated", "formula"),
        ("contango vs backwardation", "difference"),
        ("is a future different from an option", "difference"),
        ("give me an example of a butterfly", "example"),
        ("who says so? cite it", "source"),
        ("which instruments are used", "list"),
        ("does the method use spot vix", "yes-no"),
        ("so the signal is 9 bars, right?", "yes-no"),
    ],
)
def test_the_leading_shape(question: str, shape: str) -> None:
    assert shapes_of(question)[0] == shape


def test_a_double_question_has_both_shapes() -> None:
    assert {"what", "why"} <= set(shapes_of("what is contango and why does it matter"))


@given(st.text(max_size=200))
def test_every_text_has_a_shape(text: str) -> None:
    shapes = shapes_of(text)
    assert shapes
    assert len(set(shapes)) == len(shapes)


@pytest.mark.parametrize(
    "asked",
    ["what does natural mean", "what does 'natural' mean here?", "so what does the word natural mean", "meaning of natural"],
)
def test_a_word_of_one_name_alone_asks_for_that_term(warmed: Assistant, session: str, asked: str) -> None:
    assert word_asked(asked) == "natural"
    answer = warmed.ask(asked, session)
    assert (answer.kind, answer.terms[0]) == ("explanation", "Mid and natural price")


@pytest.mark.parametrize("asked", ["what does price mean", "what does bitcoin mean", "what is natural gas", "natural"])
def test_a_word_of_several_names_or_of_none_does_not(warmed: Assistant, asked: str) -> None:
    assert warmed.glossary.of_word(word_asked(asked)) is None
