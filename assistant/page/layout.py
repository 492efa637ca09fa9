"""The page's parts and where they stand: a top bar, the chat, the composer, the disclaimer that is always in view."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import gradio as gr

from assistant.page import upload, words
from assistant.page.session import Session


@dataclass(frozen=True)
class Layout:
    """The parts that do something, or to which something is done; `refused`, `wanted`, `chosen` and `entered` hear
    the page's script.
    """

    session: gr.State
    save: gr.Button
    restart: gr.Button
    about: gr.Button
    transcript: gr.Chatbot
    tables: gr.HTML
    add: gr.UploadButton
    box: gr.Textbox
    send: gr.Button
    stop: gr.Button
    refused: gr.HTML
    wanted: gr.HTML
    chosen: gr.HTML
    entered: gr.HTML
    document: gr.JSON


def lay_out(left: Callable[[Session], None]) -> Layout:
    """The parts, made inside the page that is being built; `left` is called with a tab that was closed."""
    session = gr.State(Session(), delete_callback=left)
    with gr.Row(elem_id="top"):
        gr.HTML(words.BRAND, elem_id="brand")
        save = gr.Button("Save", size="sm", elem_id="save-button", min_width=0, scale=0)
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
            stop = gr.Button("Stop", size="sm", elem_id="stop", min_width=0, scale=0)
        gr.HTML(words.HINTS, elem_id="hints")
        gr.HTML(words.FOOTER, elem_id="disclaimer")
    gr.HTML(words.ABOUT, elem_id="about")
    gr.HTML(words.SAVE, elem_id="save")
    refused, wanted, chosen, entered = map(_told_by, ("alvhRefuse", "alvhSave", "alvhTable", "alvhEnter"))
    document = gr.JSON(visible=False)
    return Layout(
        session, save, restart, about, transcript, tables, add, box, send, stop, refused, wanted, chosen, entered, document
    )


def _told_by(function: str) -> gr.HTML:
    """An unseen part through which the page's script, calling `function`, tells the program something."""
    return gr.HTML("", elem_classes="unseen", js_on_load=f"window.{function} = (told) => trigger('submit', told);")
