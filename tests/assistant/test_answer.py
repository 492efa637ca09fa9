"""The answer: complete or not built at all."""

import dataclasses
import json

import pytest

from assistant.answer import Answer, Citation, Step
from tools import butterfly
from tools.disclaimer import SHORT


def citation(mark: int, source: str) -> Citation:
    return Citation(mark, f"term:{mark:06x}", "Term", f"claim {mark}", source, "https://example.org", "primary")


@pytest.mark.parametrize("disclaimer", ["", "  ", "\n"])
def test_cannot_be_built_without_the_disclaimer(disclaimer: str) -> None:
    with pytest.raises(ValueError, match="disclaimer"):
        Answer("explanation", "text", disclaimer=disclaimer)


@pytest.mark.parametrize("text", ["", " \n "])
def test_cannot_be_built_without_text(text: str) -> None:
    with pytest.raises(ValueError, match="text"):
        Answer("explanation", text)


def test_carries_the_disclaimer_unless_told_otherwise() -> None:
    assert Answer("error", "x").disclaimer == SHORT
    assert SHORT in str(Answer("error", "x"))


def test_cannot_be_changed() -> None:
    answer = Answer("error", "x")
    with pytest.raises(dataclasses.FrozenInstanceError):
        answer.disclaimer = ""  # type: ignore[misc]


def test_text_groups_the_marks_of_one_source_in_order_of_first_use() -> None:
    answer = Answer("explanation", "a [1] b [2] c [3]", citations=(citation(1, "B"), citation(2, "A"), citation(3, "B")))
    assert answer.sources == {"B": "[1][3]", "A": "[2]"}
    assert str(answer) == f"a [1] b [2] c [3]\n\n**Sources**\n\n[1][3] B\n[2] A\n\n*{SHORT}*"


def test_notes_stand_between_sources_and_disclaimer() -> None:
    assert str(Answer("explanation", "t", notes=("said so",))) == f"t\n\nsaid so\n\n*{SHORT}*"


def test_dictionary_is_json_safe_and_complete() -> None:
    answer = Answer(
        "calculation",
        "t",
        question="q",
        terms=("Term",),
        citations=(citation(1, "B"),),
        results=(butterfly(25, 30, 35, 0.85),),
        follow_ups=("more",),
        code="x",
        steps=(Step("s", "d", 0.1),),
        notes=("n",),
    )
    told = json.loads(json.dumps(answer.to_dict(), allow_nan=False))
    assert set(told) == {f.name for f in dataclasses.fields(Answer)}
    assert told["citations"][0]["claim_id"] == "term:000001"
    assert told["results"][0]["tool"] == "butterfly"
    assert told["disclaimer"] == SHORT
