"""A tab's conversation as a file for its reader to keep; it is made in memory and leaves no copy on this machine."""

from __future__ import annotations

import logging
from typing import Any, Final

from assistant.page.conversation import Conversation
from assistant.page.session import Session
from tools.errors import ToolError

logger = logging.getLogger(__name__)

_TYPES: Final = {
    "markdown": ("alvh-conversation.md", "text/markdown"),
    "notebook": ("alvh-conversation.ipynb", "application/x-ipynb+json"),
    "json": ("alvh-conversation.json", "application/json"),
}
_EMPTY = "There is nothing to save yet. Ask something first."
_FAILED = "The conversation could not be saved. Please try again."


def kept(conversation: Conversation, session: Session, form: object) -> dict[str, Any]:
    """The file as the browser takes it: name, type and text; or what to say where there is none."""
    if not isinstance(form, str) or form not in _TYPES:
        return {"said": _FAILED}
    name, kind = _TYPES[form]
    try:
        text = conversation.export(form, session.name)  # type: ignore[arg-type]
    except ToolError:  # the only thing that can be wrong; its words name the session, which is nobody's business
        return {"said": _EMPTY}
    except Exception:
        logger.exception("A conversation could not be saved")
        return {"said": _FAILED}
    return {"name": name, "type": kind, "text": text, "said": f"Saved as {name}."}
