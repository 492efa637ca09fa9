"""The gate between a chosen model and the reader: a sentence is shown once it has passed the guards, and never taken back.

Sentences are checked as they arrive. The first that fails closes the gate; what follows it waits. When the reply has ended,
the model is told what is wrong with the sentences that failed and may write them again, once. What is still wrong is put in
the tool's own words, or left out with a note. No rule needs the whole answer: a sentence is judged by the turn's evidence
and its own citations alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from langchain_core.messages import AIMessage, HumanMessage, ToolMessage

from assistant.context import TurnContext
from assistant.embedded import EmbeddedModel
from assistant.guards.around import Around, Calls, Request, Response
from assistant.guards.citations import without_links
from assistant.guards.notes import LEFT_OUT, UnusableError
from assistant.guards.numbers import unsupported

if TYPE_CHECKING:
    from assistant.guards.evidence import Evidence
    from assistant.guards.screening import Screened
    from assistant.guards.support import Rarity

_ENDED: Final = re.compile(r"[.!?…:|`)\]][)\]\"'”’*_`]{0,4}$")
_CUT: Final = ("length", "max_tokens", "MAX_TOKENS")
_REFUSED: Final = ("content_filter", "refusal", "SAFETY")


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
        # What judges sentences is loaded with the first chosen model's reply: the embedded model never needs it.
        from assistant.guards.passage import Passage
        from assistant.guards.support import Rarity

        if self._rarity is None:
            self._rarity = Rarity(turn.index.glossary, turn.index.embedding)
        passage = Passage(turn, _evidence(request, self._rarity))
        turn.hear = passage.hear
        try:
            response = yield request
        finally:
            turn.hear = _deaf
        reply = response.result[-1] if response.result else None
        if not isinstance(reply, AIMessage):
            return response
        broken = not reply.tool_calls and _broken(reply)
        passage.end(str(reply.text), cut=_reason(reply) in _CUT, broken=broken)
        if passage.faulty and not (reply.tool_calls or broken):
            passage.mend((yield _again(request, passage.faulty)))
        passage.open()
        if broken:
            raise UnusableError("broke off in the middle of its reply")
        if not reply.tool_calls and not "".join(turn.shown).strip():
            raise UnusableError(_nothing(reply))
        shown = reply.model_copy(update={"content": passage.said})
        return type(response)(result=[*response.result[:-1], shown])


def _deaf(_: str) -> None:
    """Where no passage listens."""


def _evidence(request: Request, rarity: Rarity) -> Evidence:
    from assistant.guards.evidence import Evidence

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
        turn.notes.append(LEFT_OUT["number"] + f" ({len(stray)})" * (len(stray) > 1))
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


def _broken(reply: AIMessage) -> bool:
    """Whether the connection ended in the middle: every provider says why its reply is over, and a sentence has an end."""
    text = str(reply.text).rstrip()
    return bool(text and reply.response_metadata.get("model_provider") and not _reason(reply) and not _ENDED.search(text[-8:]))


def _nothing(reply: AIMessage) -> str:
    from assistant.guards.talk import refuses

    if reply.invalid_tool_calls:
        return "asked for a calculation in a form that cannot be read"
    text = str(reply.text).strip()
    if not text and not reply.additional_kwargs.get("refusal"):
        return "refused to answer" if _reason(reply) in _REFUSED else "gave an empty reply"
    if reply.additional_kwargs.get("refusal") or _reason(reply) in _REFUSED or refuses(text):
        return "refused to answer"
    return "wrote nothing that a source supports"
