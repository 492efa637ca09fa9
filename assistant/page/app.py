"""What the page's parts do when pressed."""

from __future__ import annotations

import json
import logging
import secrets
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import gradio as gr

from assistant.answer import Answer
from assistant.page import chat, entering, keeping, render, upload, words
from assistant.page.conversation import Conversation
from assistant.page.layout import lay_out
from assistant.page.session import Message, Session

logger = logging.getLogger(__name__)

AT_ONCE = 8
"""Answers made at the same time; further ones wait in the queue."""
_ENDING = 2.0
"""Seconds that a question waits for an answer that is just ending."""
_READING = 60.0
"""Seconds that a question waits for a file that is being read."""
WAITING = 64
"""Questions that may wait; one more is told to try again later."""


def build(conversation: Conversation) -> gr.Blocks:
    """The page over a conversation: one chat, one composer, one disclaimer that is always in view."""
    tabs = entering.Tabs()
    with gr.Blocks(title=words.TITLE, fill_height=True, delete_cache=(60, 3600), analytics_enabled=False) as page:
        parts = lay_out(lambda tab: conversation.forget(tab.name))
        session, box, transcript, tables = parts.session, parts.box, parts.transcript, parts.tables

        def take(text: str, tab: Session, event: gr.EventData) -> Any:
            """Takes the typed text, or the example or follow-up that was pressed; the box is emptied only when taken."""
            pressed = _pressed(event)
            question = text if pressed is None else pressed
            name = tab.name
            if not question.strip() or not tab.free(_READING if tab.reads else _ENDING) or tab.name != name:
                return gr.skip()
            entering.recall(tab)
            tab.waiting = question
            return gr.skip() if pressed is not None or len(question) > chat.LIMIT else ""

        def answer(tab: Session) -> Iterator[list[Message]]:
            yield from chat.converse(conversation, tab)

        def add_files(paths: list[str] | None, tab: Session) -> list[Message]:
            entering.recall(tab)
            return upload.add(conversation, tab, paths or [])

        def show_tables(tab: Session) -> str:
            return upload.chips(conversation, tab)

        def refuse(tab: Session, event: gr.EventData) -> list[Message]:
            entering.recall(tab)
            return upload.refused(tab, _told(event))

        def halt(tab: Session) -> None:
            tab.stopping.set()
            conversation.stop(tab.name)

        def keep(tab: Session, event: gr.EventData) -> dict[str, Any]:
            return keeping.kept(conversation, tab, _told(event).get("form"))

        def choose(tab: Session, event: gr.EventData) -> str:
            upload.choose(conversation, tab, _told(event).get("place"))
            return upload.chips(conversation, tab)

        def enter(tab: Session, event: gr.EventData) -> Any:
            return entering.enter(conversation, tabs, tab, _told(event))

        def new_chat(tab: Session) -> tuple[list[Message], str, str]:
            halt(tab)
            conversation.forget(tab.restart())
            return [], "", ""

        # Only answers go through the queue: two queued events of one tab can end and begin in the same moment, and the
        # framework then loses the second.
        quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
        direct: dict[str, Any] = {**quiet, "queue": False}
        asked = gr.on(
            [box.submit, parts.send.click, transcript.option_select, transcript.example_select],
            take, [box, session], [box], **direct,
        )  # fmt: skip
        answered = asked.then(answer, [session], [transcript], **quiet)
        # Of names drawn while others are on their way the last must not be lost, or a file that has just arrived has none.
        latest: dict[str, Any] = {**direct, "trigger_mode": "always_last"}
        answered.then(show_tables, [session], [tables], **latest)
        parts.stop.click(halt, [session], None, **direct)
        added = parts.add.upload(add_files, [parts.add, session], [transcript], **direct)
        added.then(show_tables, [session], [tables], **latest)
        parts.refused.submit(refuse, [session], [transcript], **direct)
        parts.chosen.submit(choose, [session], [tables], **direct)
        parts.entered.submit(enter, [session], [transcript, tables], trigger_mode="multiple", **direct)
        made = parts.wanted.submit(keep, [session], [parts.document], **direct)
        made.then(None, [parts.document], None, js="(file) => { window.alvhKeep(file); }", **quiet)
        parts.restart.click(new_chat, [session], [transcript, box, tables], **direct)
        for button, dialog in ((parts.about, "about"), (parts.save, "save")):
            button.click(None, js=f"() => {{ document.querySelector('#{dialog} dialog').showModal(); }}", **quiet)

        def ask(question: str) -> dict[str, Any]:
            """Answers one question on the ALVH method; educational only, not financial advice.

            Args:
                question: the question, at most 1,000 characters.
            """
            return _ask_once(conversation, question)

        gr.api(ask, api_name="ask")  # type: ignore[attr-defined]
    blocks: gr.Blocks = page.queue(max_size=WAITING, default_concurrency_limit=AT_ONCE)
    return blocks


def style() -> str:
    """The page's style sheet."""
    return _file("style.css")


def script() -> str:
    """The page's script: counter, marks that open their source, dropped files, scrolling."""
    text = _file("page.js").replace("LIMIT_CHARACTERS", str(chat.LIMIT)).replace("LARGEST_MEGABYTES", str(upload.LARGEST_MB))
    return text.replace("FILE_TYPES", json.dumps(upload.TYPES)).replace("CHART_SCRIPT", _chart_script())


def _file(name: str) -> str:
    return files("assistant.page").joinpath(name).read_text(encoding="utf-8")


def _chart_script() -> str:
    """Where the framework keeps the script that draws charts, as the browser asks for it; "" when it has moved."""
    folder = files("gradio").joinpath("templates", "frontend", "assets")
    names = [item.name for item in folder.iterdir() if item.name.startswith("PlotlyPlot") and item.name.endswith(".js")]
    return f"./assets/{names[0]}" if names else ""


def _told(event: gr.EventData) -> dict[str, Any]:
    told = event._data  # the framework's own accessor fails on an event without data
    return told if isinstance(told, dict) else {}


def _pressed(event: gr.EventData) -> str | None:
    """The example or follow-up that was pressed; None for a typed question."""
    value = _told(event).get("value")
    if isinstance(value, dict):
        value = value.get("value") or value.get("text")
    return value if isinstance(value, str) else None


def _ask_once(conversation: Conversation, question: object) -> dict[str, Any]:
    """One answer outside any tab, as JSON; a question of the wrong kind or length is answered with what to mend."""
    if not isinstance(question, str):
        reason = f"The question must be a text; a value of the type {type(question).__name__} was sent."
    else:
        reason = chat.refusal(question)
    if reason:
        return Answer(kind="error", text=reason, question=question if isinstance(question, str) else "").to_dict()
    name = f"once-{secrets.token_hex(8)}"
    try:
        return conversation.ask(str(question), name).to_dict()
    except Exception:
        logger.exception("An answer failed")
        return render.failure().to_dict()
    finally:
        conversation.forget(name)
