"""The three forms of a document and the ending of their files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import Final, Literal

from assistant.documents.markdown import markdown
from assistant.documents.notebook import notebook
from assistant.documents.record import Record
from tools.errors import ToolError

Format = Literal["json", "markdown", "notebook"]

FORMATS: Final[Mapping[Format, str]] = {"markdown": ".md", "json": ".json", "notebook": ".ipynb"}
"""Format → ending of its files."""

_MAKERS: Final[Mapping[Format, Callable[[Record], str]]] = {
    "markdown": markdown,
    "json": Record.json_text,
    "notebook": notebook,
}


def written(record: Record, form: Format) -> str:
    """The record in one of the forms, as the text of a file.

    Raises:
        ToolError: there is no such form.
    """
    if form not in _MAKERS:
        raise ToolError("form", form, "one of " + ", ".join(_MAKERS))
    return _MAKERS[form](record)


def format_of(path: PurePath | str) -> Format:
    """The form that a file's ending asks for.

    Raises:
        ToolError: another ending.
    """
    ending = PurePath(path).suffix.lower()
    for form, own in FORMATS.items():
        if ending == own:
            return form
    raise ToolError("file", str(path), "a name that ends in " + ", ".join(FORMATS.values()), "The ending says what to write.")
