"""The page's layout and what its parts do when pressed."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import gradio as gr

from assistant.answer import Answer
from assistant.page import chat, render, upload, words
from assistant.page.conversation import Conversation
from assistant.page.session import Message, Session

logger = logging.getLogger(__name__)

AT_ONCE = 8
"""Answers made at the same time; further ones wait in the queue."""
WAITING = 64
"""Questions that may wait; one more is told to try again later."""


def build(conversation: Conversation) -> gr.Blocks:
    """The page over a conversation: one chat, one composer, one disclaimer that is always in view."""
    with gr.Blocks(title=words.TITLE, fill_height=True, delete_cache=(60, 3600), analytics_enabled=False) as page:
        session = gr.State(Session(), delete_callback=lambda tab: conversation.forget(tab.name))
        with gr.Row(elem_id="top"):
            gr.HTML(words.BRAND, elem_id="brand")
            restart = gr.Button("New chat", size="sm", elem_id="new-chat", min_width=0, scale=0)
            about = gr.Button("About", size="sm", elem_id="about-button", min_width=0, scale=0)
        transcript = gr.Chatbot(
            label="Conversation",
            show_label=False,
            container=False,
            elem_id="chat",
            placeholder=words.WELCOME,
            examples=[{"text": question} for question in words.EXAMPLES],
            autoscroll=False,
            buttons=[],
            height=None,
            layout="bubble",
            allow_tags=False,
            feedback_options=None,
        )
        with gr.Column(elem_id="composer"):
            tables = gr.HTML("", elem_id="tables")
            with gr.Row(elem_id="entry"):
                add = gr.UploadButton(
                    "Add data",
                    size="sm",
                    file_count="multiple",
                    file_types=list(upload.TYPES),
                    elem_id="add-data",
                    min_width=0,
                    scale=0,
                )
                box = gr.Textbox(
                    label="Your question",
                    show_label=False,
                    placeholder="Ask a question",
                    lines=1,
                    max_lines=6,
                    container=False,
                    autofocus=True,
                    elem_id="question",
                    scale=1,
                )
                send = gr.Button("Send", variant="primary", size="sm", elem_id="send", min_width=0, scale=0)
            gr.HTML(words.HINTS, elem_id="hints")
            gr.HTML(words.FOOTER, elem_id="disclaimer")
        gr.HTML(words.ABOUT, elem_id="about")
        refused = gr.HTML("", elem_id="refused", js_on_load=_REFUSED)

        def take(text: str, tab: Session, event: gr.EventData) -> Any:
            """Takes the typed text, or the example or follow-up that was pressed; the box is emptied only when taken."""
            pressed = _pressed(event)
            question = text if pressed is None else pressed
            if not question.strip() or not tab.free():
                return gr.skip()
            tab.waiting = question
            return gr.skip() if pressed is not None or len(question) > chat.LIMIT else ""

        def answer(tab: Session) -> Iterator[list[Message]]:
            yield from chat.converse(conversation, tab)

        def add_files(paths: list[str] | None, tab: Session) -> list[Message]:
            return upload.add(conversation, tab, paths or [])

        def show_tables(tab: Session) -> str:
            return upload.chips(conversation, tab)

        def refuse(tab: Session, event: gr.EventData) -> list[Message]:
            told = _told(event)
            size = told.get("megabytes")
            return upload.too_large(tab, str(told.get("name", ""))[:200], size if isinstance(size, (int, float)) else 0.0)

        def new_chat(tab: Session) -> tuple[list[Message], str, str]:
            conversation.forget(tab.restart())
            return [], "", ""

        # Only answers go through the queue: two queued events of one tab can end and begin in the same moment, and the
        # framework then loses the second.
        quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
        direct: dict[str, Any] = {**quiet, "queue": False}
        asked = gr.on(
            [box.submit, send.click, transcript.option_select, transcript.example_select],
            take, [box, session], [box], **direct,
        )  # fmt: skip
        asked.then(answer, [session], [transcript], **quiet)
        added = add.upload(add_files, [add, session], [transcript], **direct)
        added.then(show_tables, [session], [tables], **direct)
        refused.submit(refuse, [session], [transcript], **direct)
        restart.click(new_chat, [session], [transcript, box, tables], **direct)
        about.click(None, js="() => { document.querySelector('#about dialog').showModal(); }", **quiet)

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
    return text.replace("CHART_SCRIPT", _chart_script())


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


_REFUSED = """
window.alvhRefuse = (name, megabytes) => trigger('submit', {name, megabytes});
"""
