"""A page that has just been loaded: it carries on what its tab held, or says that this is gone."""

from __future__ import annotations

import re
import threading
import weakref
from collections.abc import Mapping
from typing import Any

import gradio as gr

from assistant.page import render, upload
from assistant.page.conversation import Conversation
from assistant.page.session import Session

_KEY = re.compile(r"[0-9a-f]{32}")
_CUT_OFF = "The page was loaded again before this was finished. Please ask it, or add the file, once more."
_FORGOTTEN = (
    "**The conversation of this tab is gone, and so are its files.** They were kept in this program’s memory only; the program "
    "was started again, or the page was away for long. Add the files again and ask afresh."
)


class Tabs:
    """The records by the key that each browser tab keeps for itself, so that a page loaded again finds its conversation.

    The framework keeps a record for some time after its page has gone; nothing is kept beyond that.
    """

    def __init__(self) -> None:
        self._held: weakref.WeakValueDictionary[str, Session] = weakref.WeakValueDictionary()
        self._lock = threading.Lock()

    def enter(self, key: object, session: Session) -> bool:
        """Gives a page that has just been loaded what its tab held before; whether there was anything."""
        if not isinstance(key, str) or not _KEY.fullmatch(key):
            return False
        with self._lock:
            before = self._held.get(key)
            self._held[key] = session
            if before is None or before is session or not before.transcript or session.transcript or session.waiting:
                return False
            session.take_over(before)
            return True


def enter(conversation: Conversation, tabs: Tabs, tab: Session, told: Mapping[str, Any]) -> Any:
    """The transcript and the names of the tables that a page shows when it arrives."""
    tab.entered = True
    if tabs.enter(told.get("key"), tab):
        conversation.stop(tab.name)
        if tab.unfinished():
            tab.settle([render.notice(_CUT_OFF, kind="stopped")])
        return tab.transcript, upload.chips(conversation, tab)
    if told.get("talked") is True and not tab.transcript and not tab.waiting:
        tab.settle([render.notice(_FORGOTTEN)])
        return tab.transcript, ""
    return gr.skip(), gr.skip()  # a first question may be on its way already: nothing may be drawn over its answer


def recall(tab: Session) -> None:
    """Says that the conversation is gone, to a page that still shows it: the program was started again under it."""
    if not tab.entered and not tab.transcript:
        tab.settle([render.notice(_FORGOTTEN)])
    tab.entered = True
