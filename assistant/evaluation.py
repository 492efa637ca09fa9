"""Evaluation: answer every row of a JSON Lines file and count what can be counted without a judge.

A row has `question`; optionally `kind` (the kind of question), `terms` (glossary terms to rest on) and `answer_points`
(facts; a point that has numbers is met when all of them stand in the answer).
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, get_args

from assistant.answer import Kind
from assistant.guards.numbers import numerals, unsupported
from tools.errors import ToolError
from tools.result import plain

if TYPE_CHECKING:
    from assistant import Answer, Assistant

# Kinds of answer that a kind of question calls for; a row may also name an answer's kind itself.
CALLS_FOR: Final[Mapping[str, frozenset[str]]] = {
    "advice-seeking": frozenset({"no-advice"}),
    "out-of-scope": frozenset({"not-covered"}),
    "definition": frozenset({"explanation"}),
    "methodology": frozenset({"explanation"}),
    "comparison": frozenset({"explanation"}),
    "false-premise": frozenset({"explanation"}),
    "trigger-rule": frozenset({"explanation", "calculation"}),
    "allocation": frozenset({"explanation", "calculation"}),
    "butterfly-calc": frozenset({"explanation", "calculation"}),
    "macd-calc": frozenset({"explanation", "calculation"}),
    "own-data": frozenset({"explanation", "calculation", "clarification"}),
}

_KINDS: Final = frozenset(get_args(Kind))


@dataclass(frozen=True)
class Row:
    """What came of one question; None where the row says nothing to compare with."""

    question: str
    asked: str
    kind: str
    kind_right: bool | None
    term_right: bool | None
    numbers_right: bool | None
    unsupported: tuple[str, ...]
    disclaimer: bool
    same: bool
    milliseconds: float


@dataclass(frozen=True)
class Report:
    """All rows; `str()` is a table by kind of question."""

    rows: tuple[Row, ...]

    @property
    def sound(self) -> bool:
        """Whether every answer had the disclaimer, no unsupported number, and came out the same twice."""
        return all(r.disclaimer and r.same and not r.unsupported for r in self.rows)

    def to_dict(self) -> dict[str, Any]:
        """JSON-safe."""
        return {"rows": plain(self.rows), "sound": self.sound}

    def __str__(self) -> str:
        head = f"{'questions':16} {'n':>4} {'kind%':>6} {'term%':>6} {'numb%':>6} {'unsup':>6} {'discl%':>6} {'same%':>6}"
        kinds = list(dict.fromkeys(r.asked for r in self.rows))
        lines = [_line(k, [r for r in self.rows if r.asked == k]) for k in kinds] + [_line("all", self.rows)]
        times = sorted(r.milliseconds for r in self.rows)
        late = times[int(0.95 * (len(times) - 1))]
        return "\n".join([head, *lines, f"ms per answer: median {statistics.median(times):.1f}, p95 {late:.1f}"])


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON Lines file; ToolError names the line that cannot be read."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ToolError(path.name, f"byte {error.start}", "UTF-8 text", "Save the file as UTF-8.") from error
    rows = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise ToolError(f"{path.name}:{number}", line, "one JSON object a line") from error
        if not isinstance(row, dict) or not isinstance(row.get("question"), str):
            raise ToolError(f"{path.name}:{number}", line, 'an object with a "question"')
        for key in ("terms", "answer_points"):
            if not isinstance(row.get(key, []), list) or not all(isinstance(item, str) for item in row.get(key, [])):
                raise ToolError(f"{path.name}:{number}", row[key], f'a list of texts under "{key}"')
        rows.append(row)
    if not rows:
        raise ToolError(path.name, "no rows", "at least one question")
    return rows


def evaluate(assistant: Assistant, rows: Sequence[Mapping[str, Any]]) -> Report:
    """Answer every row twice, in sessions of its own."""
    assistant.warm()
    return Report(tuple(_row(assistant, row, number) for number, row in enumerate(rows)))


def _row(assistant: Assistant, row: Mapping[str, Any], number: int) -> Row:
    question = row["question"]
    started = time.perf_counter()
    answer = assistant.ask(question, session=f"eval-{number}")
    elapsed = (time.perf_counter() - started) * 1000
    again = assistant.ask(question, session=f"again-{number}")
    asked = str(row.get("kind", "any"))
    wanted = CALLS_FOR.get(asked, frozenset({asked}) & _KINDS)
    points = [p for p in row.get("answer_points", ()) if numerals(p)]
    return Row(
        question=question,
        asked=asked,
        kind=answer.kind,
        kind_right=answer.kind in wanted if wanted else None,
        term_right=_rests_on(answer, row["terms"])
        if row.get("terms") and asked not in ("advice-seeking", "out-of-scope")
        else None,
        numbers_right=all(not unsupported(p, [str(answer)]) for p in points) if points else None,
        unsupported=tuple(unsupported(answer.text, _support(question, answer))),
        disclaimer=answer.disclaimer in str(answer),
        same=again.text == answer.text,
        milliseconds=elapsed,
    )


def _support(question: str, answer: Answer) -> list[str]:
    return [question, *(c.text for c in answer.citations), *(json.dumps(r.to_dict(), default=str) for r in answer.results)]


def _rests_on(answer: Answer, wanted: Sequence[str]) -> bool:
    have = [t.lower() for t in answer.terms]
    return any(w.lower() in h or h in w.lower() for w in wanted for h in have)


def _line(name: str, rows: Sequence[Row]) -> str:
    def share(values: list[bool | None]) -> str:
        known = [v for v in values if v is not None]
        return f"{100 * sum(known) / len(known):5.1f}" if known else "    –"

    cells = [share([r.kind_right for r in rows]), share([r.term_right for r in rows]), share([r.numbers_right for r in rows])]
    wrong = sum(len(r.unsupported) for r in rows)
    tail = [share([r.disclaimer for r in rows]), share([r.same for r in rows])]
    return f"{name:16} {len(rows):4d} {cells[0]:>6} {cells[1]:>6} {cells[2]:>6} {wrong:6d} {tail[0]:>6} {tail[1]:>6}"
