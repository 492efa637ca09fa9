"""The gate between a chosen model and the reader: a sentence is shown once it has passed the guards, and never taken back.

Sentences are checked as they arrive. The first that fails closes the gate; what follows it waits. When the reply has ended,
the model is told what is wrong with the sentences that failed and may write them again, once. What is still wrong is put in
the tool's own words, or left out with a note. No rule needs the whole answer: a sentence is judged by the turn's evidence
and its own citations alone.
"""

from __future__ import annotations

import re
from typing import Any, Final

from langchain_core.messages import AIMessage, HumanMessage, ToolMessage

from assistant.context import TurnContext
from assistant.embedded import EmbeddedModel
from assistant.guards.around import Around, Calls, Request, Response
from assistant.guards.citations import without_links
from assistant.guards.evidence import Evidence
from assistant.guards.numbers import unsupported
from assistant.guards.screening import Screened, screen
from assistant.guards.sentences import Sentences
from assistant.guards.support import Rarity, stems
from assistant.guards.talk import refuses

_THOUGHT: Final = re.compile(r"<(think|thinking|reasoning)>.{0,40000}?(?:</\1>|\Z)", re.DOTALL)
_CUT: Final = ("length", "max_tokens", "MAX_TOKENS")
_REFUSED: Final = ("content_filter", "refusal", "SAFETY")
_NUMBERED: Final = re.compile(r"(?m)^\W{0,3}(\d{1,2})[.):]\s+(.+)$")
_NEAR: Final = 0.45  # of a sentence's words: a tool's own line that has so many says the same
_LEFT_OUT: Final = {
    "number": "A sentence was left out because its numbers had no source.",
    "advice": "A sentence was left out because it advised or predicted.",
    "fact": "A sentence was left out because no cited claim says so.",
    "instead": "A sentence was put in the calculator's own words because its numbers had no source.",
}


class NothingShownError(RuntimeError):
    """A reply of which nothing may be shown; the message says in plain words what the model did."""


class SentenceGate(Around):
    """Lets a chosen model's words through sentence by sentence; the embedded model's words, made from the evidence, whole."""

    def __init__(self) -> None:
        super().__init__()
        self._rarity: Rarity | None = None

    def around(self, request: Request) -> Calls:
        """Listen to the reply, then mend what did not pass."""
        turn: TurnContext = request.runtime.context
        if turn.embedded_only or isinstance(request.model, EmbeddedModel):
            return _own_words(request, (yield request))
        if self._rarity is None:
            self._rarity = Rarity(turn.index.glossary, turn.index.embedding)
        passage = _Passage(turn, _evidence(request, self._rarity))
        turn.hear = passage.hear
        try:
            response = yield request
        finally:
            turn.hear = _deaf
        reply = response.result[-1] if response.result else None
        if not isinstance(reply, AIMessage):
            return response
        passage.end(str(reply.text), cut=_reason(reply) in _CUT)
        if passage.faulty and not reply.tool_calls:
            passage.mend((yield _again(request, passage.faulty)))
        passage.open()
        if not reply.tool_calls and not "".join(turn.shown).strip():
            raise NothingShownError(_nothing(reply))
        shown = reply.model_copy(update={"content": passage.said})
        return type(response)(result=[*response.result[:-1], shown])


class _Passage:
    """One reply on its way through the gate."""

    def __init__(self, turn: TurnContext, evidence: Evidence) -> None:
        self._turn = turn
        self._evidence = evidence
        self._sentences = Sentences()
        self._held: list[Screened] = []
        self._heard = 0
        self._said: list[str] = []
        self._gap = ""
        self._thinking = ""

    @property
    def faulty(self) -> list[Screened]:
        """The sentences that may not be shown as they are."""
        return [s for s in self._held if s.faults]

    @property
    def said(self) -> str:
        """What was shown of this reply."""
        return "".join(self._said).strip()

    def hear(self, text: str) -> None:
        """Take a further piece of the reply."""
        self._heard += len(text)
        for sentence in self._sentences.feed(self._aloud(text)):
            self._take(sentence)

    def end(self, text: str, *, cut: bool) -> None:
        """The reply is complete: `text` where none of it was streamed; a sentence that was cut off is left out."""
        if not self._heard:
            self.hear(text)
        rest = [*self._sentences.feed(self._thinking), *self._sentences.rest()]
        if cut and rest:
            rest.pop()
            self._note("The chosen model's reply was cut off at its length limit.")
        for sentence in rest:
            self._take(sentence)

    def mend(self, response: Response) -> None:
        """Put the model's second writing in the place of its faulty sentences, where it passes."""
        reply = response.result[-1] if response.result else None
        again = dict(_NUMBERED.findall(str(reply.text))) if isinstance(reply, AIMessage) else {}
        number = 0
        for n, held in enumerate(self._held):
            if not held.faults:
                continue
            number += 1
            space = held.text[len(held.text.rstrip()) :] or " "
            written = again.get(str(number), "").strip()
            if written and written.strip("-–. ") and not (new := screen(written + space, self._evidence)).faults:
                self._held[n] = new

    def open(self) -> None:
        """Show all that passed; stand-ins and notes for the rest."""
        used: set[str] = set(self._said)
        for held in self._held:
            if not held.faults:
                self._show(held.text)
                continue
            space = held.text[len(held.text.rstrip()) :]
            line = self._in_tools_words(held, used)
            if line:
                used.add(line)
                self._note(_LEFT_OUT["instead"])
                self._show(line + (space or " "))
            else:
                self._note(_LEFT_OUT[_kind(held.faults[0])])
                self._gap = space if "\n" in space else self._gap
        self._held = []

    def _aloud(self, text: str) -> str:
        """`text` without what a model thinks to itself between tags."""
        text = self._thinking + text
        self._thinking = ""
        text = _THOUGHT.sub(lambda m: "" if m.group().endswith(f"</{m.group(1)}>") else m.group(), text)
        start = re.search(
            r"<(?:t(?:h(?:i(?:n(?:k(?:i(?:n(?:g)?)?)?)?)?)?)?|r(?:e(?:a(?:s\w{0,5})?)?)?)?(?:>.{0,40000})?\Z", text, re.DOTALL
        )
        if start:
            self._thinking, text = text[start.start() :], text[: start.start()]
        return text

    def _take(self, sentence: str) -> None:
        screened = screen(sentence, self._evidence)
        if screened.removed:
            self._note(f"{screened.removed} citation{'s' if screened.removed > 1 else ''} or link of no known source removed.")
        if self._held or screened.faults:
            self._held.append(screened)
        else:
            self._show(screened.text)

    def _show(self, text: str) -> None:
        if self._gap and self._said and not self._said[-1].endswith("\n"):
            text = self._gap + text
        self._gap = ""
        if text:
            self._said.append(text)
            self._turn.show(text)

    def _in_tools_words(self, held: Screened, used: set[str]) -> str:
        """The tool's own line that says what a sentence with a wrong number meant to say; "" where there is none."""
        if _kind(held.faults[0]) != "number":
            return ""
        said, best, most = stems(held.text), "", _NEAR
        for line in self._evidence.lines:
            share = self._evidence.rarity.share(said, stems(line))
            if share > most and line not in used:
                best, most = line, share
        return best.removeprefix("- ") if best else ""

    def _note(self, words: str) -> None:
        if words not in self._turn.notes:
            self._turn.notes.append(words)


def _deaf(_: str) -> None:
    """Where no passage listens."""


def _evidence(request: Request, rarity: Rarity) -> Evidence:
    start = max((n for n, m in enumerate(request.messages) if isinstance(m, HumanMessage)), default=0)
    asked = "\n".join(str(m.text) for m in request.messages if isinstance(m, HumanMessage))
    artifacts = [m.artifact for m in request.messages[start:] if isinstance(m, ToolMessage)]
    turn: TurnContext = request.runtime.context
    return Evidence.of(turn.index, rarity, asked, artifacts, turn.session.tables.values())


def _again(request: Request, faulty: list[Screened]) -> Request:
    told = "\n".join(f"{n}. {s.text.strip()} — {'; '.join(s.faults)}" for n, s in enumerate(faulty, start=1))
    words = (
        f"These sentences of your reply cannot be shown:\n{told}\n\nWrite each again under its number, one line each, "
        f"using only "
        "what the tools returned, cited claims with their ids, or the user's words. Write “1. -” to leave one out. Nothing "
        "else."
    )
    return request.override(messages=[*request.messages, HumanMessage(words)], tools=[], tool_choice=None)


def _own_words(request: Request, response: Response) -> Response:
    """The embedded model's reply; a number without a source in it would be a fault of ours, and is not shown either."""
    reply = response.result[-1] if response.result else None
    if not isinstance(reply, AIMessage) or reply.tool_calls:
        return response
    turn: TurnContext = request.runtime.context
    text = without_links(str(reply.text))
    if stray := unsupported(text, _sources(request, text)):
        kept = [s for s in text.split("\n") if not unsupported(s, _sources(request, s))]
        turn.notes.append(_LEFT_OUT["number"] + f" ({len(stray)})" * (len(stray) > 1))
        text = "\n".join(kept).strip() or "No part of the answer had a source for its numbers, so none of it is shown."
    if text != reply.text:
        response.result[-1] = reply.model_copy(update={"content": text})
    return response


def _sources(request: Request, text: str) -> list[str]:
    """What the numbers may come from: the claims cited, which hold nearly all of an explanation's, then all that was said."""
    from assistant.guards.citations import MARK

    glossary = request.runtime.context.index.glossary
    said = [str(m.text) for m in request.messages if isinstance(m, (HumanMessage, ToolMessage))]
    return [*(glossary.claim(c).text for c in MARK.findall(text)), *said]


def _reason(reply: AIMessage) -> str:
    data: dict[str, Any] = reply.response_metadata
    return str(data.get("finish_reason") or data.get("stop_reason") or data.get("done_reason") or "")


def _nothing(reply: AIMessage) -> str:
    text = str(reply.text).strip()
    if not text and not reply.additional_kwargs.get("refusal"):
        return "refused to answer" if _reason(reply) in _REFUSED else "gave an empty reply"
    if reply.additional_kwargs.get("refusal") or _reason(reply) in _REFUSED or refuses(text):
        return "refused to answer"
    return "wrote nothing that a source supports"


def _kind(fault: str) -> str:
    if fault in ("is advice", "is a prediction"):
        return "advice"
    return "fact" if "claim" in fault else "number"
