"""Questions on the assistant itself are answered as such, and questions on the method never are."""

from typing import get_args

import pytest

from assistant import Assistant
from assistant.understanding.text.of_itself import Topic, asks_length, topic_of

ASKED: dict[Topic, tuple[str, ...]] = {
    "loading": (
        "how do I load a file?",
        "Can I upload an Excel file?",
        "what file formats do you take",
        "where can i paste my data",
        "i have a csv with dates and put iv",
        "i've got an excel file, what do i do with it?",
    ),
    "columns": (
        "what columns does my csv need",
        "which headers should the file have?",
        "how should my data look",
        "what data do you need for the macd?",
    ),
    "private": ("is my data sent anywhere?", "do you store my questions", "privacy?", "what happens to my file"),
    "offline": ("do you work offline", "Do I need an API key?", "does this tool run without internet", "do i need an account"),
    "model": ("which model do you use?", "how can I use my own model", "can i use ollama with this"),
    "charts": ("can you make charts?", "do you draw graphs"),
    "saving": (
        "how do i export this conversation",
        "can I save our chat as a notebook?",
        "is there a way to download my session",
    ),
    "sources": ("where do your answers come from?", "what are your sources", "how do you know all this?"),
    "accuracy": ("how accurate are you", "can I trust you?", "do you ever make mistakes", "how reliable are your numbers"),
    "maker": ("who made this?", "are you official?", "is this affiliated with VixShield"),
    "calculations": ("what can you calculate?", "which calculators do you have"),
}


def test_every_topic_is_asked_for() -> None:
    assert set(ASKED) == set(get_args(Topic))


@pytest.mark.parametrize(("topic", "text"), [(topic, text) for topic, texts in ASKED.items() for text in texts])
def test_a_question_on_the_assistant_is_answered_by_what_it_says_of_itself(
    warmed: Assistant, session: str, topic: Topic, text: str
) -> None:
    assert topic_of(text) == topic
    answer = warmed.ask(text, session=session)
    assert answer.kind == "explanation"
    assert answer.notes == ()
    assert answer.results == ()
    assert answer.text == warmed.ask(ASKED[topic][0], session=session).text


@pytest.mark.parametrize("topic", get_args(Topic))
def test_what_it_offers_next_can_be_asked(warmed: Assistant, session: str, topic: Topic) -> None:
    offered = warmed.ask(ASKED[topic][0], session=session).follow_ups
    assert offered
    for question in offered:
        assert warmed.ask(question, session=session).kind != "not-covered", question


@pytest.mark.parametrize(
    "text",
    [
        "how reliable is the macd trigger",
        "what columns make up an option chain",
        "can I trust the article?",
        "what data does the fed publish",
        "where does that come from",
        "do I need a margin account for vix futures?",
        "what model prices a vix option",
        "what is a chart pattern",
        "which tools does the method use",
        "how much of my account is at risk with 10 flies",
        "did it cross in my data?",
        "explain my data",
        "save 20% for later",
        "i have a csv position of 3 vx",
    ],
)
def test_a_question_on_the_method_or_on_data_is_none(text: str) -> None:
    assert topic_of(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "how many values do you need?",
        "what's the smallest data set that works",
        "How many days of data do I need?",
        "minimum history for the trigger",
        "how much history does the macd need",
    ],
)
def test_how_much_data_there_must_be_is_counted(warmed: Assistant, session: str, text: str) -> None:
    assert asks_length(text)
    answer = warmed.ask(text, session=session)
    assert [r.tool for r in answer.results] == ["first_bars"]
    assert "bar 34" in answer.text  # 26 + 9 − 1


def test_a_question_on_the_assistant_leaves_the_conversation_where_it_was(warmed: Assistant, session: str) -> None:
    warmed.ask("25/30/35 fly at 0.85", session=session)
    warmed.ask("do you work offline?", session=session)
    assert "debit=1.1" in warmed.ask("and at 1.10?", session=session).code
