"""Guards around a chosen model, which says here what a bad one might."""

import logging
from collections.abc import Callable

import pytest
from langchain_core.messages import AIMessage, HumanMessage, SystemMessage, ToolMessage

from assistant import Answer, Assistant
from assistant.guards.citations import tidy
from assistant.guards.numbers import numerals, unsupported
from knowledge import Glossary
from tools.disclaimer import SHORT

from .scripted import Scripted, calling

Play = Callable[..., tuple[Answer, Scripted]]


@pytest.fixture
def claim(glossary: Glossary) -> str:
    """Id of a claim without a numeral of its own."""
    return next(c.id for e in glossary.entries for c in e.claims if not numerals(c.text))


BUTTERFLY = {"lower": 25, "body": 30, "upper": 35, "debit": 0.85}


def test_a_cited_reply_passes_as_it_is(play: Play, claim: str) -> None:
    answer, model = play("What is it?", calling("search_glossary", query="contango"), f"It is so [{claim}].")
    assert answer.text == "It is so [1]."
    assert answer.kind == "explanation"
    assert answer.citations[0].claim_id == claim
    assert answer.notes == ()
    assert len(model.requests) == 2


def test_an_invented_number_is_sent_back_once_and_then_dropped(play: Play) -> None:
    answer, model = play("What is contango?", "Here is the result. It is 37.5 points.")
    assert "37.5" not in answer.text
    assert answer.text == "Here is the result."
    assert any("no source" in note for note in answer.notes)
    assert len(model.requests) == 2
    told = model.requests[1][-1]
    assert isinstance(told, HumanMessage)
    assert "37.5" in str(told.text)


def test_a_rewrite_without_the_number_is_shown_without_a_note(play: Play) -> None:
    answer, model = play(
        "What is contango?", "It is 37.5 points. Tell me the price of the second future.", "1. Which month do you mean?"
    )
    assert answer.text == "Which month do you mean? Tell me the price of the second future."
    assert answer.notes == ()
    assert len(model.requests) == 2


def test_a_reply_of_invented_numbers_alone_is_replaced_by_the_embedded_one(play: Play) -> None:
    answer, _ = play("What is contango?", "It is 37.5 points.")
    assert "37.5" not in answer.text
    assert answer.terms[0] == "Contango"
    assert any("nothing that a source supports" in note for note in answer.notes)


def test_the_rejected_words_stay_out_of_the_next_turn(warmed: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("knowledge.Index.open", lambda *_, **__: warmed.index)
    model = Scripted(lines=["Here is one number: 37.5 points. Which month do you mean?", "1. It is 37.5.", "Which one?"])
    assistant = Assistant(model=model)
    assistant.ask("What is contango?")
    assistant.ask("Thanks, and backwardation?")
    assert "37.5" not in " ".join(str(m.text) for m in model.requests[-1])
    assert "Which month do you mean?" in " ".join(str(m.text) for m in model.requests[-1])


# 25/30/35 at 0.85: break-evens 25 + 0.85 and 35 − 0.85, largest gain 5 − 0.85 = 4.15 points = $415, reward to risk 415/85.
@pytest.mark.parametrize(
    "said",
    [
        "It breaks even at 25.85 and 34.15.",
        "The most it makes is $415, that is 4.15 points.",
        "Its debit is 0.85 points, or $85.",
        "Break-evens: 25.9 and 34.2 after rounding.",
        "1. It makes $415.\n2. It loses $85.",
        "It pays most at 30.00.",
    ],
)
def test_a_number_of_a_tool_passes_in_any_form(play: Play, said: str) -> None:
    answer, model = play("25/30/35 fly at 0.85?", calling("butterfly", **BUTTERFLY), said)
    assert answer.text == said.strip()
    assert answer.notes == ()
    assert len(model.requests) == 2
    assert answer.kind == "calculation"
    assert answer.results[0].tool == "butterfly"


@pytest.mark.parametrize(
    "said",
    [
        "It makes $416.",
        "It breaks even at 25.80.",
        "It makes 4.2 of 4.16.",
        "You gain 415,000 dollars.",
        "You gain $41,500.",
        "It makes 375pts.",
        "It is 12x.",
        "It is 1.5k.",
    ],
)
def test_a_number_near_that_of_a_tool_does_not_pass(play: Play, said: str) -> None:
    answer, _ = play("25/30/35 fly at 0.85?", calling("butterfly", **BUTTERFLY), said)
    assert said not in answer.text
    assert answer.notes


@pytest.mark.parametrize(
    ("text", "sources", "wanting"),
    [
        ("25%", ["0.25"], []),
        ("0.25", ["25%"], []),
        ("$1,000", ["1000"], []),
        ("1000", ["$1,000.00"], []),
        ("20k", ["$20,000"], []),
        ("$20,000", ["20k"], []),
        ("27.5%", ["0.2754"], []),
        ("28%", ["0.2754"], []),
        ("0.28", ["0.2754"], []),
        ("27.6%", ["0.2754"], ["27.6"]),
        ("5", ["4.6"], []),
        ("4", ["4.6"], ["4"]),
        ("-3.1", ["3.1"], []),
        ("twenty-five percent", ["0.25"], []),
        ("a quarter of it", ["25%"], []),
        ("two thousand", ["$2,000"], []),
        ("1.234,56", ["1234.56"], []),
        ("²⁄", [], []),
        ("２５", ["25"], []),
        ("½ of it", ["0.5"], []),
        ("3e2", ["300"], []),
        ("12 of 3", ["12"], ["3"]),
        ("no number", [], []),
        ("VX1 and 10-delta", ["10"], []),
        ("[3] and\n2. second", [], []),
        ("1 million", ["1,000,000"], []),
    ],
)
def test_support_of_numbers(text: str, sources: list[str], wanting: list[str]) -> None:
    assert [w.strip("$%") for w in unsupported(text, sources)] == wanting


def test_the_words_of_the_user_support_a_number(play: Play) -> None:
    answer, model = play("Is 37.5 a VIX level?", "You ask about 37.5.")
    assert answer.text == "You ask about 37.5."
    assert len(model.requests) == 1


def test_an_unknown_mark_is_removed_and_said(play: Play, claim: str) -> None:
    answer, _ = play("What is contango?", f"Here it is [contango:000000]. So it is [{claim}].")
    assert answer.text == "Here it is. So it is [1]."
    assert [c.claim_id for c in answer.citations] == [claim]
    assert any("citation" in note for note in answer.notes)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Here is [the result](https://evil.example/x?y=1).", "Here is the result."),
        ("![chart](https://evil.example/p.png) Which one?", "chart Which one?"),
        ("Which one? https://evil.example/path", "Which one?"),
        ("HTTPS://EVIL.EXAMPLE/A b", "b"),
        ("[a](javascript:alert(1)) b?", "a b?"),
        ("![](data:image/png;base64,AAAA) b", "b"),
    ],
)
def test_links_and_images_of_a_model_are_removed(play: Play, said: str, kept: str) -> None:
    answer, _ = play("What is contango?", said)
    assert " ".join(answer.text.split()) == kept
    assert "evil.example" not in str(answer).lower()


def test_a_posed_mark_is_not_taken_for_one_of_ours(play: Play, claim: str) -> None:
    answer, _ = play("What is contango?", f"Here it is [1][2, 3]. So it is [{claim}].")
    assert answer.text == "Here it is. So it is [1]."
    assert [c.claim_id for c in answer.citations] == [claim]
    assert answer.notes


def test_what_a_failed_model_had_computed_is_not_mixed_in(play: Play) -> None:
    wrong = calling("butterfly", lower=20, body=25, upper=30, debit=1)
    answer, _ = play("25/30/35 fly at 0.85, break-evens?", wrong, RuntimeError())
    assert [r.call for r in answer.results] == ["butterfly(lower=25.0, body=30.0, upper=35.0, debit=0.85)"]


def test_a_bad_call_of_a_failed_model_is_no_fault_of_the_embedded_one(play: Play) -> None:
    answer, _ = play("What is contango?", calling("butterfly", lower="x"), RuntimeError())
    assert answer.kind == "explanation"
    assert answer.terms[0] == "Contango"


def test_reference_style_links_do_not_survive() -> None:
    text, removed = tidy("see [x][1]\n\n[1]: https://evil.example", lambda _: True)
    assert "evil" not in text
    assert removed


def test_a_failing_provider_is_replaced_said_and_not_asked_again(play: Play, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        answer, model = play("What is contango?", ConnectionError("no route to secret-host"))
    assert answer.kind == "explanation"
    assert answer.terms[0] == "Contango"
    assert answer.citations
    assert len(model.requests) == 1
    assert any("embedded model answered" in note and "ConnectionError" in note for note in answer.notes)
    assert "secret-host" not in str(answer)
    assert "ConnectionError" in caplog.text


def test_a_failure_after_a_tool_call_is_replaced_too(play: Play) -> None:
    answer, model = play("25/30/35 fly at 0.85, break-evens?", calling("butterfly", **BUTTERFLY), TimeoutError())
    assert len(model.requests) == 2
    assert "25.85" in answer.text
    assert any("TimeoutError" in note for note in answer.notes)


@pytest.mark.parametrize("empty", ["", "   \n", AIMessage([{"type": "text", "text": ""}])])
def test_an_empty_reply_is_replaced(play: Play, empty: str | AIMessage) -> None:
    answer, model = play("What is contango?", empty)
    assert answer.terms[0] == "Contango"
    assert len(model.requests) == 1
    assert any("empty reply" in note for note in answer.notes)


def test_a_reply_that_goes_round_in_circles_is_ended_and_replaced(play: Play) -> None:
    said = "Which month of the curve do you mean? "
    answer, _ = play("What is contango?", said * 500)
    assert answer.text.count(said.strip()) == 1
    assert "Contango" in answer.text
    assert any("round in circles" in note for note in answer.notes)


def test_the_question_said_again_is_no_answer(play: Play) -> None:
    answer, _ = play("What is contango?", "What is contango?")
    assert answer.terms[0] == "Contango"
    assert answer.text != "What is contango?"
    assert len(answer.citations) > 0


def test_endless_tool_calls_end_at_the_limit(play: Play) -> None:
    answer, model = play("What is contango?", lambda messages: calling("search_glossary", query=f"more {len(messages)}"))
    assert len(model.requests) <= 6
    assert answer.terms[0] == "Contango"
    assert any("too long" in note for note in answer.notes)


def test_a_flood_of_tool_calls_in_one_reply_is_not_run(play: Play) -> None:
    flood = AIMessage("", tool_calls=[{"name": "search_glossary", "args": {"query": "x"}, "id": str(n)} for n in range(50)])
    answer, model = play("What is contango?", flood)
    assert len(model.requests) == 1
    assert len(answer.steps) <= 2
    assert any("too many" in note for note in answer.notes)


@pytest.mark.parametrize(
    "question", ["Should I buy vix calls today?", "will the vix spike next week", "write me a python bot that trades vix"]
)
def test_what_is_declined_never_reaches_the_model(play: Play, question: str) -> None:
    answer, model = play(question, "Sure, buy now!")
    assert model.requests == []
    assert answer.kind in ("no-advice", "not-covered")


def test_a_refused_call_comes_back_as_the_tools_own_sentence(play: Play) -> None:
    bad, good = calling("butterfly", lower=35, body=30, upper=25, debit=0.85), calling("butterfly", **BUTTERFLY)
    answer, model = play("25/30/35 fly at 0.85?", bad, good, "It makes $415.")
    told = model.requests[1][-1]
    assert isinstance(told, ToolMessage)
    assert "ascending" in str(told.text)
    assert answer.text == "It makes $415."
    assert [r.tool for r in answer.results] == ["butterfly"]


@pytest.mark.parametrize(
    "call",
    [
        calling("butterfly", lower="twenty-five"),
        calling("butterfly"),
        calling("no_such_tool", x=1),
        calling("macd_trigger"),
        calling("search_glossary", query="x" * 5000),
        calling("position", legs=[{"side": "maybe"}]),
        calling("describe_table", table="../../etc/passwd"),
        calling("butterfly", **{**BUTTERFLY, "debit": float("nan")}),
    ],
)
def test_a_call_with_bad_arguments_is_told_and_the_turn_goes_on(play: Play, call: AIMessage) -> None:
    answer, model = play("What is contango?", call, "Which month do you mean?")
    assert answer.text == "Which month do you mean?"
    assert len(model.requests) == 2
    assert isinstance(model.requests[1][-1], ToolMessage)
    assert len(str(model.requests[1][-1].text)) > 10


def test_the_model_sees_the_words_and_never_the_turn(play: Play) -> None:
    _, model = play("What is contango?", calling("search_glossary", query="contango"), "Which month do you mean?")
    for request, settings in zip(model.requests, model.settings, strict=True):
        assert "turn" not in settings
        shown = repr(request) + repr(settings)
        assert "TurnContext" not in shown
        assert "Session(" not in shown
    first = model.requests[0]
    assert isinstance(first[0], SystemMessage)
    assert [m.type for m in first] == ["system", "human"]
    assert "search_glossary" in {schema.name for schema in model.schemas[0]}
    for schema in model.schemas[0]:
        assert "runtime" not in schema.tool_call_schema.model_fields


def test_a_tools_words_reach_the_model_without_its_objects(play: Play) -> None:
    _, model = play("25/30/35 fly at 0.85?", calling("butterfly", **BUTTERFLY), "It makes $415.")
    told = model.requests[1][-1]
    assert isinstance(told, ToolMessage)
    assert '"max_profit"' in str(told.text)


def test_a_model_that_talks_of_advice_still_carries_the_disclaimer(play: Play) -> None:
    answer, _ = play("What is contango?", "Buy now, it is great.")
    assert SHORT in str(answer)
    assert answer.disclaimer == SHORT


def test_the_last_turns_are_read_by_a_real_model_only(warmed: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("knowledge.Index.open", lambda *_, **__: warmed.index)
    model = Scripted(lines=["Which month do you mean?"])
    assistant = Assistant(model=model)
    assistant.ask("What is contango?", session="a")
    assistant.ask("And then?", session="a")
    assistant.ask("What is gamma?", session="b")
    assert [m.type for m in model.requests[1]] == ["system", "human", "ai", "human"]
    assert [m.type for m in model.requests[2]] == ["system", "human"]
