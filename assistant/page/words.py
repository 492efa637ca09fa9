"""What the page says besides the answers: its name, its welcome, its examples, its footer and its About panel.

All of it is our own trusted HTML; nothing from a user or a model enters here.
"""

from __future__ import annotations

import html
from typing import Final

from assistant.page.chat import LIMIT
from tools.disclaimer import LONG, SHORT

TITLE: Final = "ALVH assistant"

BRAND: Final = (
    '<div class="brand"><svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">'
    '<rect width="32" height="32" rx="8"/><path d="M5 22 H11 L16 9 L21 22 H27" /></svg>'
    "<h1>ALVH <span>assistant</span></h1></div>"
)

WELCOME: Final = (
    "<h2>Understand the Adaptive Layered VIX Hedge</h2>"
    "<p>Every statement is cited, every figure is computed by code you can read, and everything stays on this machine. "
    "Ask a question, or add a file with your own prices or option quotes.</p>"
)

EXAMPLES: Final = (
    "What is the Adaptive Layered VIX Hedge?",
    "When does the MACD on 10-delta put volatility trigger?",
    "Break-evens of a 25/30/35 call butterfly bought for 0.85",
    "Plan the tranches for a $20,000 hedge budget",
    "How do contango and backwardation differ?",
    "What is Time-Shifting?",
)

HINTS: Final = (
    '<div class="hints"><span class="keys"><kbd>Enter</kbd> sends, <kbd>Shift</kbd> + <kbd>Enter</kbd> starts a line, '
    "<kbd>Esc</kbd> stops. Drop a CSV, Excel, Parquet or JSON file anywhere.</span>"
    f'<span class="counter" id="counter" aria-live="polite">0 / {LIMIT:,}</span></div>'
)


def _footer() -> str:
    first, rest = SHORT.split(". ", 1)
    return (
        f'<div class="standing" role="note" aria-label="Disclaimer"><p><strong>{html.escape(first)}.</strong> '
        f'<span class="rest">{html.escape(rest)}</span> '
        '<button type="button" class="more" data-opens-about>Full disclaimer</button></p></div>'
    )


def _about() -> str:
    paragraphs = "".join(f"<p>{html.escape(part)}</p>" for part in LONG.split("\n\n"))
    return (
        '<dialog aria-labelledby="about-title"><form method="dialog"><h2 id="about-title">About this assistant</h2>'
        "<p>It explains the Adaptive Layered VIX Hedge (ALVH) from a glossary of cited claims, and computes with plain "
        "functions that you can call yourself: open “Show the working” under an answer. Files that you add are read on this "
        "machine, kept for this tab only, also when its page is loaded again, and dropped with “New chat” or some time after "
        "the tab is closed.</p>"
        f"<h3>Disclaimer</h3>{paragraphs}"
        '<div class="close"><button type="submit" class="close-button" autofocus>Close</button></div></form></dialog>'
    )


def _save() -> str:
    rows = "".join(
        f'<li><button type="button" data-saves="{form}"><strong>{name}</strong><span>{what}</span></button></li>'
        for form, name, what in (
            ("markdown", "Markdown", "to read: questions, answers, sources, the working"),
            ("notebook", "Jupyter notebook", "to run: every figure computed again from the same data"),
            ("json", "JSON", "the whole record, for <code>alvh replay</code>"),
        )
    )
    return (
        '<dialog aria-labelledby="save-title"><form method="dialog"><h2 id="save-title">Save conversation</h2>'
        f'<ul>{rows}</ul><p role="status" id="saved"></p>'
        "<p>Your files stay where they are: put them beside the saved conversation to run it again.</p>"
        '<div class="close"><button type="submit" class="close-button">Close</button></div></form></dialog>'
    )


FOOTER: Final = _footer()
SAVE: Final = _save()
ABOUT: Final = _about()
