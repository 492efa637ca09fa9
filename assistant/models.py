"""A chosen chat model from its name and the server's own configuration: never from a page, a file or a question.

Settings: ``ALVH_MODEL`` ("provider:name"), ``ALVH_BASE_URL`` (an OpenAI-compatible or Ollama server), ``ALVH_TIMEOUT`` (seconds
without a word), and the provider's own key variable. A key is read by the provider's package alone and told to nobody.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from tools.errors import ToolError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

_NAME: Final = "“provider:name”, e.g. ollama:llama3.2, openai:gpt-5-mini or anthropic:claude-sonnet-4-5"
_CONTEXT: Final = 16_384
"""Tokens that an Ollama server is asked to keep: it cuts what it is sent to 4,096 otherwise, and says nothing."""


@dataclass(frozen=True)
class Provider:
    """What a provider needs: its package, our extra that installs it, the variable of its key ("" where it has none), and
    how its client is told to give up.
    """

    package: str
    extra: str
    key: str
    limits: Mapping[str, Any]


def _patient(seconds: float) -> Mapping[str, Any]:
    return {"timeout": seconds, "max_retries": 0}


def _providers(seconds: float) -> Mapping[str, Provider]:
    return {
        "openai": Provider("langchain_openai", "openai", "OPENAI_API_KEY", _patient(seconds)),
        "anthropic": Provider("langchain_anthropic", "anthropic", "ANTHROPIC_API_KEY", _patient(seconds)),
        "ollama": Provider("langchain_ollama", "ollama", "", {"client_kwargs": {"timeout": seconds}, "num_ctx": _CONTEXT}),
    }


def check(name: str, settings: Mapping[str, str] | None = None) -> None:
    """Whether a model of that name could be made: its form, package and key. Raises ToolError with what to do; cheap."""
    settings = os.environ if settings is None else settings
    provider, _, model = name.partition(":")
    if not provider or not model:
        raise ToolError("model", name, _NAME)
    _base_url(settings)
    known = _providers(_seconds(settings)).get(provider)
    if known is None:
        return  # LangChain knows more providers than we have extras for; it says so itself if it does not
    if find_spec(known.package) is None:
        mend = f'Install it: .venv/bin/pip install -c constraints.txt ".[{known.extra}]".'
        raise ToolError("model", name, f"of a provider whose package is installed ({known.package} is not)", mend)
    if known.key and not settings.get(known.key) and not settings.get("ALVH_BASE_URL"):
        mend = f"Set it before the start: {known.key}=… ALVH_MODEL={name} .venv/bin/alvh."
        raise ToolError("model", name, f"of a provider whose key is set ({known.key} is not)", mend)


def chat_model(name: str, settings: Mapping[str, str] | None = None) -> BaseChatModel:
    """The chat model of that name. Raises ToolError, which never holds what a provider's package said: it may hold a key."""
    settings = os.environ if settings is None else settings
    check(name, settings)
    from langchain.chat_models import init_chat_model

    provider = name.partition(":")[0]
    known = _providers(_seconds(settings)).get(provider)
    options: dict[str, Any] = {"tags": ["nostream"], **(known.limits if known else _patient(_seconds(settings)))}
    if url := _base_url(settings):
        options["base_url"] = url
        if provider == "openai" and not settings.get("OPENAI_API_KEY"):
            options["api_key"] = "none"  # a server of one's own asks for none, its client insists on one
    try:
        made: BaseChatModel = init_chat_model(name, **options)
    except ImportError as error:
        package = f"langchain-{provider.replace('_', '-')}"
        mend = f"Install it: .venv/bin/pip install {package}."
        raise ToolError("model", name, "of a provider whose package is installed", mend) from error
    except Exception as error:
        mend = f"Check its name and its key ({type(error).__name__})."
        raise ToolError("model", name, _NAME, mend) from None  # the cause may quote a key
    return made


def checked(model: object) -> BaseChatModel | None:
    """`model` where it is a chat model or None; anything else is refused."""
    from langchain_core.language_models import BaseChatModel

    if model is None or isinstance(model, BaseChatModel):
        return model
    raise ToolError("model", model, f"None, a chat model of LangChain, or {_NAME}")


def _base_url(settings: Mapping[str, str]) -> str:
    url = settings.get("ALVH_BASE_URL", "").strip()
    try:
        parts = urlsplit(url)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # brackets that do not close, a port beyond all ports
        sound = False
    if url and not sound:
        raise ToolError("ALVH_BASE_URL", url.rpartition("@")[2], "an address such as http://127.0.0.1:8080/v1")
    return url


def _seconds(settings: Mapping[str, str]) -> float:
    given = settings.get("ALVH_TIMEOUT", "60")
    try:
        seconds = float(given)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= 600:
        raise ToolError("ALVH_TIMEOUT", given, "a number of seconds above 0 and at most 600")
    return seconds
