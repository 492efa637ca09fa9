"""What a command starts with: the assistant with the model and the own entries asked for, and the folder of its index."""

from __future__ import annotations

import codecs
import io
import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from assistant import Assistant

logger = logging.getLogger(__name__)


_IN_ASCII: Final = str.maketrans(
    {"−": "-", "–": "-", "—": "-", "‑": "-", "“": '"', "”": '"', "‘": "'", "’": "'", "…": "...", "→": "->", "×": "x", "÷": "/"}
    | {"≥": ">=", "≤": "<=", "≈": "~", "±": "+-", "·": ".", "•": "*", "\u00a0": " ", "\u202f": " "}
)


def speak_plainly() -> None:
    """Let a terminal or a pipe whose encoding lacks a character show what comes nearest: a minus must stay a minus."""
    codecs.register_error("nearest", _nearest)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.errors != "nearest":
            stream.reconfigure(errors="nearest")


def _nearest(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end].translate(_IN_ASCII)
    return "".join(c if c.isascii() else "?" for c in lacking), error.end


def assistant_for(model: str | None) -> Assistant:
    """The assistant of a command, with the user's own entries where `--glossary` named a folder of them."""
    return assistant_with(model, own_entries())


def assistant_with(model: str | None, notes: Path | None) -> Assistant:
    """The assistant; a chosen model is made at once, so that a wrong name or a missing key is told before any question."""
    from assistant import Assistant
    from tools.errors import ToolError

    assistant = Assistant(model or None, home=index_home(), notes=notes)
    if notes is not None:
        from knowledge import Glossary, GlossaryError

        try:
            Glossary.load(extra=notes)
        except GlossaryError as error:
            raise click.UsageError(f"Your own entries cannot be read: {error}") from error
    if model:
        require_model(model)
        try:
            assistant.warm()
        except ToolError as error:
            raise click.UsageError(f"{error} Or leave --model out for the embedded one.") from error
    return assistant


def require_model(model: str) -> None:
    """Refuse at once, with the command to run, a model whose package or key is missing."""
    from assistant.models import check
    from tools.errors import ToolError

    try:
        check(model)
    except ToolError as error:
        raise click.UsageError(f"{error} Or leave --model out for the embedded one.") from error


def own_entries() -> Path | None:
    """The folder of the user's own entries that `--glossary` named."""
    notes: Path | None = click.get_current_context().find_root().obj
    return notes


def index_home() -> Path | None:
    """Where the search index is kept, built once and then opened in a fraction of the time; None: it stays in memory."""
    from platformdirs import user_cache_path

    home = user_cache_path("alvh-assistant")
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        logger.info("the search index is not kept: %s", error)
        return None
    return home if os.access(home, os.W_OK) else None
