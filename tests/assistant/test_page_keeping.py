"""The conversation of a tab as a file for its reader."""

import pytest

from assistant.page import keeping
from assistant.page.session import Session
from tests.e2e.fake import Fake


@pytest.mark.parametrize(("form", "ending"), [("markdown", ".md"), ("notebook", ".ipynb"), ("json", ".json")])
def test_each_form_comes_with_its_name_and_type(form: str, ending: str) -> None:
    conversation, session = Fake(), Session()
    conversation.ask("What is ALVH?", session.name)
    file = keeping.kept(conversation, session, form)
    assert file["name"].endswith(ending)
    assert file["text"] == f"{form} of 1 questions"
    assert "/" in file["type"]


def test_an_empty_conversation_is_answered_in_words_without_the_name_of_the_session() -> None:
    session = Session()
    file = keeping.kept(Fake(), session, "markdown")
    assert "text" not in file
    assert "Ask something first" in file["said"]
    assert session.name not in str(file)


@pytest.mark.parametrize("form", ["docx", None, 3, ["markdown"], {"form": "json"}])
def test_a_forged_form_gives_no_file(form: object) -> None:
    conversation, session = Fake(), Session()
    conversation.ask("What is ALVH?", session.name)
    assert "text" not in keeping.kept(conversation, session, form)


def test_a_fault_shows_no_trace(caplog: pytest.LogCaptureFixture) -> None:
    class Broken(Fake):
        def export(self, form: str = "markdown", session: str = "default") -> str:
            raise KeyError("internals")

    assert "internals" not in str(keeping.kept(Broken(), Session(), "json"))
    assert "could not be saved" in caplog.text
