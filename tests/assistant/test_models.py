"""A chosen model comes from the server's settings; what is missing is said with the command that mends it, never a key."""

import pytest

from assistant import Assistant
from assistant.models import chat_model, check
from tools.disclaimer import SHORT
from tools.errors import ToolError

SECRET = "sk-never-shown-0123456789"


@pytest.mark.parametrize("name", ["", "gpt-5", ":x", "openai:"])
def test_a_name_without_provider_or_model_is_refused_with_the_form(name: str) -> None:
    with pytest.raises(ToolError, match="provider:name"):
        check(name, {})


@pytest.mark.parametrize("provider", ["openai", "anthropic", "ollama"])
def test_a_missing_package_is_told_with_the_command(provider: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.models.find_spec", lambda _: None)
    with pytest.raises(ToolError, match=rf'pip install -c constraints.txt "\.\[{provider}\]"'):
        check(f"{provider}:x", {})


@pytest.mark.parametrize(("provider", "key"), [("openai", "OPENAI_API_KEY"), ("anthropic", "ANTHROPIC_API_KEY")])
def test_a_missing_key_is_told_by_its_name(provider: str, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.models.find_spec", lambda _: object())
    with pytest.raises(ToolError, match=f"{key}=… ALVH_MODEL={provider}:x"):
        check(f"{provider}:x", {})
    check(f"{provider}:x", {key: SECRET})


def test_a_server_of_ones_own_needs_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.models.find_spec", lambda _: object())
    check("openai:x", {"ALVH_BASE_URL": "http://127.0.0.1:8080/v1"})
    check("ollama:x", {})


@pytest.mark.parametrize(
    ("setting", "value"),
    [("ALVH_BASE_URL", "127.0.0.1:8080"), ("ALVH_BASE_URL", "file:etc"), ("ALVH_TIMEOUT", "soon"), ("ALVH_TIMEOUT", "-1")],
)
def test_an_unusable_setting_is_named(setting: str, value: str) -> None:
    with pytest.raises(ToolError, match=setting):
        chat_model("ollama:x", {setting: value})


def test_what_a_package_says_is_not_repeated_for_it_may_quote_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise ValueError(f"key {SECRET} was refused")

    monkeypatch.setattr("langchain.chat_models.init_chat_model", refuse)
    monkeypatch.setenv("OPENAI_API_KEY", SECRET)
    monkeypatch.setattr("assistant.models.find_spec", lambda _: object())
    with pytest.raises(ToolError) as told:
        chat_model("openai:x")
    assert SECRET not in str(told.value)
    assert told.value.__suppress_context__


def test_an_answer_says_what_is_missing_and_carries_the_disclaimer(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("assistant.models.find_spec", lambda _: None)
    answer = Assistant(model="ollama:llama3.2").ask("What is contango?")
    assert answer.kind == "error"
    assert 'pip install -c constraints.txt ".[ollama]"' in answer.text
    assert SHORT in str(answer)
    assert "could not start" in caplog.text
