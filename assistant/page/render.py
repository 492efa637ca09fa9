"""An answer as chat messages: its steps, its words with clickable marks, its charts, its sources, its disclaimer."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from contextvars import Context
from functools import lru_cache
from typing import Any

import gradio as gr
from gradio.components.chatbot import ComponentMessage

from assistant.answer import Answer, Citation
from assistant.escape import attribute, code_block, literal, prose, web_address
from assistant.page.session import Message
from assistant.unanswered import STOPPED
from assistant.understanding.text.courtesy import courtesy
from assistant.wording.steps_told import told_once
from tools.disclaimer import SHORT

_TAG = re.compile(r"<[^<>]{0,99}>")
_MARK = re.compile(r"\[(\d{1,3})\](?!\(|:)")
_PLOT: dict[str, Any] = {"show_label": False, "container": False, "elem_classes": "chart"}
_INK = "#33403b"
_COLOURS = ["#1b7567", "#c2752c", "#5a6fb0", "#a33a2c", "#7d8a85", "#8a5a9e"]
_MARGIN = {"t": 36, "r": 24, "b": 56, "l": 64}
_LABELS = {
    "clarification": "One thing is missing",
    "no-advice": "No advice",
    "not-covered": "Not covered",
    "error": "This did not work",
    "stopped": "Stopped",
}
_TIERS = {
    "primary": "Primary article",
    "glossary": "Publisher’s glossary",
    "product": "Product page",
    "qa": "Publisher’s Q&A",
    "reference": "Reference",
}


def question(text: str) -> Message:
    """The user's words, letter for letter."""
    return {"role": "user", "content": literal(text.strip()).replace("\n", "<br>")}


def step(title: str, detail: str = "", seconds: float | None = None) -> Message:
    """One collapsible step; pending (with its detail open) until `seconds` are known."""
    metadata: dict[str, Any] = {"title": literal(title), "status": "pending" if seconds is None else "done"}
    if seconds is not None:
        metadata["duration"] = round(seconds, 4)
    return {"role": "assistant", "content": prose(detail) or "…", "metadata": metadata}


def answer_messages(answer: Answer, answer_id: str) -> list[Message]:
    """Steps first, then one message: text, charts, sources, code and disclaimer, with the follow-ups as its buttons."""
    messages = [step(done.title, done.detail, done.seconds) for done in answer.steps]
    text, workings = told_once(answer.text, [[str(s) for s in result.working()] for result in answer.results])
    content: list[Any] = [_body(answer, text, answer_id), *_charts(answer), _below(answer, workings, answer_id)]
    last: Message = {"role": "assistant", "content": content}
    if answer.follow_ups:
        last["options"] = [{"value": text, "label": text} for text in answer.follow_ups]
    return [*messages, last]


def notice(text: str, *, kind: str = "notice", follow_ups: tuple[str, ...] = ()) -> Message:
    """Something the page itself has to say, as an answer with the disclaimer; `text` is Markdown."""
    body = _label(kind) + prose(text)
    message: Message = {"role": "assistant", "content": [body, _disclaimer(SHORT)]}
    if follow_ups:
        message["options"] = [{"value": text, "label": text} for text in follow_ups]
    return message


def stopped(text: str) -> Message:
    """The words that had arrived when the reader pressed Stop."""
    arrived = [prose(text)] if text.strip() else []
    return {"role": "assistant", "content": [*arrived, f"{_label('stopped')}{prose(STOPPED)}", _disclaimer(SHORT)]}


def partial(text: str) -> Message:
    """The words that have arrived so far."""
    return {"role": "assistant", "content": prose(text)}


def failure(said: str = "") -> Answer:
    """The answer when an answer could not be made: what it means for the reader, and what to do."""
    text = "Something went wrong on the way to this answer, so nothing is shown rather than something uncertain."
    if said:
        text += f"\n\nWhat was reported: {said}"
    return Answer(kind="error", text=text + "\n\nPlease try again, or ask in other words. “New chat” starts afresh.")


def _body(answer: Answer, words: str, answer_id: str) -> str:
    known = {citation.mark for citation in answer.citations}

    def link(found: re.Match[str]) -> str:
        mark = int(found[1])
        if mark not in known:
            return found[0]
        return f'<a class="mark" href="#{answer_id}-source-{mark}" title="Show source {mark}">{mark}</a>'

    text = _MARK.sub(link, prose(words))
    greeted = answer.kind == "clarification" and courtesy(answer.question)  # to a greeting nothing is missing
    return ("" if greeted else _label(answer.kind)) + text


def _label(kind: str) -> str:
    """The kind of answer in words above it, where the reader should know before reading."""
    words = _LABELS.get(kind)
    return f'<p class="kind kind-{kind}">{words}</p>\n\n' if words else ""


def _charts(answer: Answer) -> list[Any]:
    """Each chart below its title, which is text of the page: in the picture a long one is cut off on a phone."""
    parts: list[Any] = []
    for result in answer.results:
        figure = result.figure()
        if figure is not None:
            title = figure.layout.title.text
            parts.extend([f'<p class="caption">{literal(_TAG.sub(" ", title))}</p>'] if title else [])
            parts.append(chart(figure))
    return parts


def chart(figure: Any) -> ComponentMessage:
    """A Plotly figure as a part of a message, made once: the transcript is sent again with every question."""
    picture = json.loads(figure.to_json())
    layout = picture.setdefault("layout", {})
    layout.update(paper_bgcolor="rgba(0,0,0,0)", plot_bgcolor="rgba(0,0,0,0)", height=layout.get("height") or _height(layout))
    layout["font"] = {**layout.get("font", {}), "family": "system-ui, sans-serif", "size": 12, "color": _INK}
    layout.setdefault("colorway", _COLOURS)
    layout["margin"] = {**_MARGIN, **layout.get("margin", {}), "t": _MARGIN["t"]}
    layout.pop("title", None)
    axes = [layout[key] for key in layout if key.startswith("yaxis") and "text" in layout[key].get("title", {})]
    for axis in axes if len(axes) > 1 else ():  # panels are low: a unit beside its name would reach into the next one's
        axis["title"]["text"] = axis["title"]["text"].replace(" (", "<br>(")
    picture["config"] = {"displaylogo": False, "displayModeBar": False, "responsive": True}
    value = {"type": "plotly", "plot": json.dumps(picture)}
    return ComponentMessage(
        component="plot", value=value, constructor_args={**_PLOT, "render": False}, props={**_plot_props(), "value": value}
    )


def _height(layout: dict[str, Any]) -> int:
    """Pixels: more for panels one above the other."""
    panels = sum(key.startswith("yaxis") and "overlaying" not in axis for key, axis in layout.items())
    return 380 if panels < 2 else 300 + 160 * (panels - 1) + 80


@lru_cache(maxsize=1)
def _plot_props() -> dict[str, Any]:
    # inside an event the framework takes a new component for an update and leaves it half made; a fresh context is outside
    plot: Any = Context().run(lambda: gr.Plot(**_PLOT, render=False))
    props: dict[str, Any] = plot.get_config()
    return props


def _below(answer: Answer, workings: Sequence[Sequence[str]], answer_id: str) -> str:
    parts = []
    if answer.citations:
        rows = "".join(_source(citation, answer_id) for citation in answer.citations)
        parts.append(f'<section class="sources"><h2>Sources</h2>{rows}</section>')
    if answer.results or answer.code.strip():
        parts.append(_working(answer, workings))
    parts.extend(f'<p class="note">{literal(note)}</p>' for note in answer.notes)
    parts.append(_disclaimer(answer.disclaimer))
    return "".join(part.replace("\n", "") for part in parts)


def _working(answer: Answer, workings: Sequence[Sequence[str]]) -> str:
    """Each calculation's steps that the text does not tell, then the Python that gives the same; folded."""
    parts = []
    for result, lines in zip(answer.results, workings, strict=True):
        steps = "".join(f"<li>{literal(line)}</li>" for line in lines)
        name = f"<h3>{literal(result.tool.replace('_', ' ').capitalize())}</h3>" if len(answer.results) > 1 else ""
        parts.append(f"{name}<ol>{steps}</ol>" if steps else "")
    what = "Show the working and the Python" if any(parts) else "Show the Python"
    if answer.code.strip():
        head = '<div class="bar"><h3>The same in Python</h3><button type="button" class="copy">Copy</button></div>'
        parts.append(f'<div class="python">{head}{code_block(answer.code)}</div>')
    return f'<details class="working"><summary>{what}</summary>{"".join(parts)}</details>'


def _source(citation: Citation, answer_id: str) -> str:
    tier = _TIERS.get(citation.tier, "")
    badge = f'<span class="tier tier-{attribute(citation.tier)}">{literal(tier)}</span>' if tier else ""
    address = web_address(citation.url)
    link = f'<a href="{attribute(address)}">Open the source page</a>' if address else ""
    return (
        f'<details class="source" id="{answer_id}-source-{citation.mark}">'
        f'<summary><span class="number">{citation.mark}</span>'
        f'<span class="term">{literal(citation.term)}</span>{badge}'
        f'<span class="author">{_title(citation.source)}</span></summary>'
        f"<blockquote>{literal(citation.text)}</blockquote>"
        f'<p class="reference">{"<br>".join(_reference(line) for line in citation.source.splitlines())}</p>{link}</details>'
    )


def _title(source: str) -> str:
    """The title in an APA reference and its year, or its author and year: what tells one source from the next."""
    found = re.match(r"(?P<who>[^(*]{2,120})\((?P<year>n\.d\.|\d{4})", source)
    title = re.search(r"\*([^*]{2,300})\*", source)
    if title is None:
        return literal(f"{found['who'].strip().rstrip('.')}, {found['year']}") if found else ""
    return f"<em>{literal(title[1])}</em>" + (literal(f", {found['year']}") if found else "")


def _reference(line: str) -> str:
    """One APA reference: its titles stand between asterisks."""
    return "".join(f"<em>{literal(part)}</em>" if i % 2 else literal(part) for i, part in enumerate(line.split("*")))


def _disclaimer(text: str) -> str:
    return f'<p class="disclaimer">{literal(text)}</p>'
