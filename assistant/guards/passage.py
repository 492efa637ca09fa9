"""One reply of a chosen model on its way to the reader: sentence by sentence, held where one fails, mended, then shown."""

from __future__ import annotations

import re
from typing import Final

from langchain_core.messages import AIMessage

from assistant.context import TurnContext
from assistant.guards.around import Response
from assistant.guards.evidence import Evidence
from assistant.guards.notes import LEFT_OUT, UnusableError
from assistant.guards.screening import Screened, screen
from assistant.guards.sentences import Sentences
from assistant.guards.support import stems

_THOUGHT: Final = re.compile(r"<(think|thinking|reasoning)>.{0,40000}?(?:</\1>|\Z)", re.DOTALL)
_NUMBERED: Final = re.compile(r"(?m)^\W{0,3}(\d{1,2})[.):]\s+(.+)$")
_WORD: Final = re.compile(r"[^\W\d_]+|[\d.]+")
_UNSEEN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SAYING: Final = 3  # words: shorter sentences may well come twice
_CIRCLES: Final = 3  # sentences that come again
_NEAR: Final = 0.45  # of a sentence's words: a tool's own line that has so many says the same


class Passage:
    """One reply on its way through the gate.

    Args:
        turn: where it is shown, and where notes are kept.
        evidence: what its sentences are judged by.
    """

    def __init__(self, turn: TurnContext, evidence: Evidence) -> None:
        self._turn = turn
        self._evidence = evidence
        self._sentences = Sentences()
        self._held: list[Screened] = []
        self._heard = 0
        self._said: list[str] = []
        self._gap = ""
        self._thinking = ""
        self._taken = set(map(_words, re.split(r"[.?!]\s|\n", turn.question)))
        self._again = 0

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

    def end(self, text: str, *, cut: bool, broken: bool = False) -> None:
        """The reply is complete: `text` where none of it was streamed; a sentence that was cut or broken off is left out."""
        if not self._heard:
            self.hear(text)
        rest = [*self._sentences.feed(self._thinking), *self._sentences.rest()]
        if (cut or broken) and rest:
            rest.pop()
        if cut:
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
                self._note(LEFT_OUT["instead"])
                self._show(line + (space or " "))
            else:
                self._note(LEFT_OUT[_kind(held.faults[0])])
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
        sentence = _UNSEEN.sub("", sentence).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        if self._told(sentence):
            return
        screened = screen(sentence, self._evidence)
        if screened.removed:
            self._note(f"{screened.removed} citation{'s' if screened.removed > 1 else ''} or link of no known source removed.")
        if self._held or screened.faults:
            self._held.append(screened)
        else:
            self._show(screened.text)

    def _told(self, sentence: str) -> bool:
        """Whether the reply, or the question, says the same word for word. Small models fall into saying one thing for ever."""
        words = _words(sentence)
        if len(words) < _SAYING:
            return False
        known = words in self._taken
        self._taken.add(words)
        self._again += known
        if self._again >= _CIRCLES:
            raise UnusableError("went round in circles")
        return known

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


def _words(sentence: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(sentence.casefold()))


def _kind(fault: str) -> str:
    if fault in ("is advice", "is a prediction"):
        return "advice"
    return "fact" if "claim" in fault or fault.startswith("names a source") else "number"
