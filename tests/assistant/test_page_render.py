"""An answer as chat messages."""

import json

import pytest

from assistant.answer import Answer, Citation, Step
from assistant.page import render
from tests.e2e.fake import Payoff
from tools.disclaimer import SHORT


def citation(mark=1, **changes):
    given = {
        "mark": mark,
        "claim_id": "a",
        "term": "Tranche",
        "text": "The first tranche is 25% to 30%.",
        "source": "Clark, R. (2025). *Title*. Publisher.",
        "url": "https://example.org/a",
        "tier": "primary",
    }
    return Citation(**{**given, **changes})


def parts(answer):
    return render.answer_messages(answer, "answer-1")[-1]["content"]


def words(answer):
    return "\n".join(part for part in parts(answer) if isinstance(part, str))


def test_a_known_mark_leads_to_its_source_and_an_unknown_one_stays_text():
    shown = words(Answer(kind="explanation", text="One [1], two [2].", citations=(citation(1),)))
    assert 'href="#answer-1-source-1"' in shown
    assert 'id="answer-1-source-1"' in shown
    assert "two [2]." in shown


def test_marks_side_by_side_are_each_a_link():
    shown = words(Answer(kind="explanation", text="Both [1][2].", citations=(citation(1), citation(2))))
    assert shown.count('class="mark"') == 2


def test_a_mark_in_code_stays_code():
    shown = words(Answer(kind="explanation", text="Use `x[1]`.", citations=(citation(1),)))
    assert 'class="mark"' not in shown


def test_a_source_shows_the_claim_its_reference_and_its_address():
    shown = words(Answer(kind="explanation", text="x [1]", citations=(citation(),)))
    assert "The first tranche is 25&#37; to 30&#37;&#46;" in shown
    assert "<em>Title</em>" in shown
    assert '<a href="https://example.org/a">' in shown
    assert "Primary article" in shown


def test_a_hostile_source_stays_words():
    bad = citation(term="<b>", text="<script>", source="<img src=x>", url="javascript:x", tier='"><b>')
    shown = words(Answer(kind="explanation", text="x [1]", citations=(bad,)))
    for tag in ("<b>", "<script>", "<img", "javascript:"):
        assert tag not in shown


def test_every_answer_ends_in_the_disclaimer_and_carries_it_once():
    for kind in ("explanation", "calculation", "clarification", "no-advice", "not-covered", "error"):
        content = parts(Answer(kind=kind, text="Words."))
        assert content[-1].endswith("</p>")
        assert content[-1].count('class="disclaimer"') == 1


def test_a_notice_carries_the_disclaimer():
    assert render.literal(SHORT) in render.notice("Words.")["content"][-1]


def test_a_result_with_a_picture_is_drawn_between_words_and_sources():
    answer = Answer(kind="calculation", text="x", results=(Payoff(inputs={}),))
    body, title, chart, below = parts(answer)
    picture = json.loads(chart.value["plot"])
    assert title.startswith('<p class="caption">25&#47;30&#47;35 call butterfly')  # words of the page, which a phone wraps
    assert "title" not in picture["layout"]
    assert picture["config"]["displaylogo"] is False
    assert isinstance(body, str)
    assert isinstance(below, str)


def test_steps_are_collapsed_when_done_and_open_while_pending():
    assert render.step("search", "found", 0.01)["metadata"] == {"title": "search", "status": "done", "duration": 0.01}
    assert render.step("search")["metadata"] == {"title": "search", "status": "pending"}


def test_steps_come_before_the_words():
    messages = render.answer_messages(Answer(kind="explanation", text="x", steps=(Step("a", "b"), Step("c", "d"))), "answer-1")
    assert [message.get("metadata", {}).get("title") for message in messages] == ["a", "c", None]


def test_follow_ups_are_buttons():
    message = render.answer_messages(Answer(kind="explanation", text="x", follow_ups=("Why?",)), "answer-1")[-1]
    assert message["options"] == [{"value": "Why?", "label": "Why?"}]


def test_the_python_is_folded_and_letter_for_letter():
    shown = words(Answer(kind="calculation", text="x", code="a < b\n\nc"))
    assert "<summary>Show the Python</summary>" in shown
    assert 'class="copy"' in shown
    assert "a &#60; b&#10;&#10;c" in shown


def test_a_question_is_shown_letter_for_letter():
    assert render.question(" <b>*x*</b>\nnext ")["content"] == render.literal("<b>*x*</b>") + "<br>next"


def test_a_list_that_opens_an_answer_stays_a_list():
    assert words(Answer(kind="calculation", text="- one\n- two")).startswith("- one")


def test_an_answer_that_is_none_says_so_first():
    for kind, label in (("not-covered", "Not covered"), ("error", "This did not work"), ("no-advice", "No advice")):
        assert words(Answer(kind=kind, text="Words.")).startswith(f'<p class="kind kind-{kind}">{label}</p>\n\nWords.')


def test_a_source_row_names_the_title_and_the_year():
    odd, untitled = citation(source="odd"), citation(source="Clark, R. (2025). Publisher.")
    assert '<span class="author"></span>' in words(Answer(kind="explanation", text="x [1]", citations=(odd,)))
    assert "Clark, R, 2025<" in words(Answer(kind="explanation", text="x [1]", citations=(untitled,)))
    assert "><em>Title</em>, 2025<" in words(Answer(kind="explanation", text="x [1]", citations=(citation(),)))


def test_a_calculation_shows_its_working_once(warmed, session):
    answer = warmed.ask("25/30/35 butterfly at 0.85", session=session)
    assert "*Working:* Lower break-even: 25 + 0.85 = 25.85;" in answer.text  # where nothing unfolds
    body, *_, below = parts(answer)
    assert "Working:" not in body
    assert "25 + 0.85" not in body
    assert all(f"<li>{render.literal(str(step))}</li>" in below for step in answer.results[0].working())


def test_a_working_that_was_asked_for_is_not_folded_away_again(warmed, session):
    warmed.ask("25/30/35 butterfly at 0.85", session=session)
    answer = warmed.ask("show the working", session=session)
    body, *_, below = parts(answer)
    assert "25 + 0.85 = 25.85" in body.replace("&#43;", "+").replace("&#61;", "=").replace("&#46;", ".")
    assert "<li>" not in below
    assert "Show the Python" in below


@pytest.mark.parametrize(("question", "missing"), [("hi", False), ("thanks!", False), ("break-evens of my fly", True)])
def test_nothing_is_missing_in_a_greeting(question: str, missing: bool):
    shown = words(Answer(kind="clarification", text="Words.", question=question))
    assert ("One thing is missing" in shown) is missing
