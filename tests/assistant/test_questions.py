"""Questions as people type them, each with the tool, the arguments and the figures that were worked out by hand.

Every line of the answer file is one question: terse, verbose, misspelt, without units. `calls` are the tools meant, in
order, with the arguments that the words give; `says` are figures that stand in the answer; `working` is how they were got.
"""

import json
import math
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from assistant import Answer

from .conftest import Ask

_FILE = Path(__file__).parent / "answers" / "questions.jsonl"
ROWS = [json.loads(line) for line in _FILE.read_text(encoding="utf-8").splitlines()]
_NUMBER = re.compile(r"(?<![\w.])\d[\d,]*(?:\.\d+)?")


def stands(wanted: str, answer: Answer) -> bool:
    """Whether a figure stands in the text, equal at the coarser of the two precisions."""
    for seen in _NUMBER.findall(answer.text):
        places = min(len(n.partition(".")[2]) for n in (wanted, seen))
        if abs(float(wanted) - float(seen.replace(",", ""))) <= (0.5 * 10**-places if places else 0.0) + 1e-9:
            return True
    return False


def meets(given: Any, wanted: Any) -> bool:
    """Whether an argument is the one meant; legs are compared by side, strike and number."""
    if isinstance(wanted, list):
        rows = [(leg[0], leg[2], leg[4]) if isinstance(leg, tuple) else leg for leg in given]
        return len(rows) == len(wanted) and all(meets(g, w) for g, w in zip(rows, map(_row, wanted), strict=True))
    if isinstance(wanted, float | int):
        return math.isclose(float(given), wanted, rel_tol=1e-9)
    return bool(given == wanted)


def _row(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def made(answer: Answer) -> list[tuple[str, Mapping[str, Any]]]:
    return [(r.tool, r.inputs) for r in answer.results]


@pytest.mark.parametrize("row", ROWS, ids=[row["question"][:60] for row in ROWS])
def test_question(ask: Ask, row: Mapping[str, Any]) -> None:
    answer = ask(row["question"])
    assert answer.kind == row.get("answer", "calculation"), answer.text
    calls = made(answer)
    for tool, arguments in row.get("calls", ()):
        fits = [
            inputs
            for name, inputs in calls
            if name == tool and all(k in inputs and meets(inputs[k], v) for k, v in arguments.items())
        ]
        assert fits, (tool, arguments, calls)
    missing = [figure for figure in row["says"] if not stands(figure, answer)]
    assert not missing, (missing, answer.text)
