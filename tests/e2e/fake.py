"""A small hand-written assistant for the paths that the real one seldom takes: slow, failing, hostile, silent."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import pandas as pd
import plotly.graph_objects as go

from assistant.answer import Answer, Citation, Step
from assistant.events import Done, Event, StepEnded, StepStarted, TextReady
from tools.errors import ToolError
from tools.result import Result
from tools.working import WorkingStep


@dataclass(frozen=True, kw_only=True)
class Payoff(Result):
    """A butterfly's payoff at expiry, worked out by hand: 25/30/35 for 0.85 breaks even at 25.85 and 34.15."""

    tool: ClassVar[str] = "butterfly"

    def summary(self) -> str:
        return "It breaks even at **25.85** and **34.15**."

    def working(self) -> tuple[WorkingStep, ...]:
        return (WorkingStep("Lower break-even", "25 + 0.85", 25.85, "price"),)

    def figure(self) -> go.Figure:
        figure = go.Figure(
            go.Scatter(x=[20, 25, 30, 35, 40], y=[-85, -85, 415, -85, -85], mode="lines", name="Profit at expiry")
        )
        figure.update_layout(
            template="plotly_white",
            title="25/30/35 call butterfly: profit at expiry",
            xaxis_title="VIX settlement (index points)",
            yaxis_title="Profit per butterfly ($)",
        )
        return figure


@dataclass(frozen=True)
class Found:
    """What was odd in a table."""

    warnings: tuple[str, ...] = ()


@dataclass
class Sheet:
    """A loaded table, as far as the page looks at one."""

    name: str
    frame: pd.DataFrame
    roles: Mapping[str, str]
    kind: str = "series"
    other_readings: tuple[str, ...] = ()
    report: Found = Found()

    def summary(self) -> str:
        columns = ", ".join(f"{column} → {role}" for column, role in self.roles.items())
        return f"- {len(self.frame):,} rows read, none dropped\n- Columns: {columns}"


_SLOWER = 8


class Fake:
    """Answers by the first word of the question; anything else is explained with three citations."""

    def __init__(self, pause: float = 0.0) -> None:
        self.pause = pause
        self.gate = threading.Event()
        self.gate.set()
        self.forgotten: list[str] = []
        self.stopped: list[str] = []
        self.asked: dict[str, list[str]] = {}
        self._tables: dict[str, dict[str, Sheet]] = {}

    def warm(self) -> None:
        self.gate.wait()

    def load(self, source: Path, name: str | None = None, session: str = "default") -> Any:
        if source.suffix != ".csv":
            raise ToolError("source", source.name, "a table in CSV", "Save it as CSV and add it again.")
        frame = pd.read_csv(source)
        if frame.empty:
            raise ToolError("source", name, "a table with at least one row", "Check that the file holds data.")
        sheet = Sheet(name or source.name, frame, {str(column): "value" for column in frame.columns})
        self._tables.setdefault(session, {})[sheet.name] = sheet
        return sheet

    def tables(self, session: str = "default") -> Mapping[str, Any]:
        return self._tables.get(session, {})

    def take_up(self, name: str, session: str = "default") -> Any:
        held = self._tables[session]
        held[name] = held.pop(name)
        return held[name]

    def export(self, form: str = "markdown", session: str = "default") -> str:
        if session not in self.asked:
            raise ToolError("conversation", session, "one with a question")
        return f"{form} of {len(self.asked[session])} questions"

    def stop(self, session: str = "default") -> None:
        self.stopped.append(session)

    def forget(self, session: str) -> None:
        self.forgotten.append(session)
        self._tables.pop(session, None)

    def ask(self, question: str, session: str = "default") -> Answer:
        return next(event for event in self.stream(question, session) if isinstance(event, Done)).answer

    def stream(self, question: str, session: str = "default") -> Iterator[Event]:
        if question.startswith("fail"):
            raise RuntimeError("secret path /home/someone/keys.txt")
        self.asked.setdefault(session, []).append(question)
        yield StepStarted(id="1", title="Searching the glossary")
        time.sleep(self.pause)
        yield StepEnded(id="1", title="Searching the glossary", detail="Found 3 claims on *ALVH*.", seconds=0.012)
        if question.startswith("silent"):
            return
        answer = self._answer(question, session)
        pause = self.pause * (_SLOWER if question.startswith("slowly") else 1)  # a busy machine has time to stop it
        for word in answer.text.splitlines(keepends=True):
            yield TextReady(text=word)
            time.sleep(pause)
        yield Done(answer=answer)

    def _answer(self, question: str, session: str) -> Answer:
        steps = (Step("Searched the glossary", "Found 3 claims on *ALVH*.", 0.012),)
        if question.startswith("hostile"):
            return Answer(kind="explanation", question=question, text=HOSTILE, citations=(_citation(1, HOSTILE),), steps=steps)
        if "butterfly" in question:
            step = Step("butterfly(25, 30, 35, 0.85)", "Break-evens **25.85** and **34.15**.", 0.002)
            return Answer(
                kind="calculation",
                question=question,
                text=BUTTERFLY,
                terms=("VIX call butterfly",),
                citations=(_citation(1, "A butterfly centred between 25 and 35 is one of the method’s two instruments."),),
                results=(Payoff(inputs={"lower": 25, "body": 30, "upper": 35, "debit": 0.85}),),
                follow_ups=("And at a debit of 1.10?", "Why does it lose above 34.15?", "What is a wing?"),
                code="from tools import butterfly\n\nbutterfly(lower=25, body=30, upper=35, debit=0.85)",
                steps=(*steps, step),
            )
        if "tables" in question:
            names = ", ".join(self.tables(session)) or "none"
            return Answer(kind="explanation", question=question, text=f"Loaded here: {names}.", steps=steps)
        if "weather" in question:
            return Answer(
                kind="not-covered",
                question=question,
                text="The glossary does not cover that. The nearest terms are **VIX**, **Volatility** and **Contango**.",
                follow_ups=("What is the VIX?", "What is contango?"),
                steps=steps,
            )
        return Answer(
            kind="explanation",
            question=question,
            text=EXPLANATION,
            terms=("ALVH",),
            citations=tuple(_citation(mark, text) for mark, text in enumerate(CLAIMS, 1)),
            follow_ups=("When does the MACD trigger fire?", "How are the tranches sized?", "What is Time-Shifting?"),
            steps=steps,
        )


def _citation(mark: int, text: str) -> Citation:
    return Citation(
        mark=mark,
        claim_id=f"alvh-{mark}",
        term="Adaptive Layered VIX Hedge",
        text=text,
        source="Clark, R. (2025, May 4). *A made-up title for tests*. Example Publisher. https://example.org/article",
        url="https://example.org/article",
        tier="primary",
    )


CLAIMS = (
    "The hedge is built in layers, a part of the budget at a time.",
    "The timing comes from the MACD of the implied volatility of 10-delta SPX puts.",
    "The first tranche is 25% to 30% of the planned hedge.",
)
EXPLANATION = """The **Adaptive Layered VIX Hedge** (ALVH) is a way to buy protection in parts rather than all at once [1].

- **When:** the MACD line of 10-delta put volatility crosses above its signal line while the histogram grows [2].
- **How much:** a first tranche of 25% to 30%, further ones on later higher highs [3].
- **With what:** long VIX futures, or out-of-the-money call butterflies.

| Step | Share of the hedge |
| --- | ---: |
| First tranche | 25–30% |
| Each later one | 20% |

The article leaves exits open; this assistant says so rather than guess."""
BUTTERFLY = """The **25/30/35 call butterfly** at 0.85 points costs **$85** and breaks even at **25.85** and **34.15** [1].

- Largest profit: **$415**, at a settlement of 30
- Largest loss: **$85**, at or below 25 and at or above 35"""
HOSTILE = (
    "<script>window.hurt = 1</script> <img src=x onerror='window.hurt = 2'> ![picture](https://example.com/p.png) "
    "[press](javascript:window.hurt=3) <form action='https://example.com'><button>Send</button></form> "
    "<div style='position:fixed;inset:0'>over</div> `<b>code</b>` [1]\n\n```\n<img src=x onerror='window.hurt = 4'>\n```"
)
