"""The evaluation: rows read strictly, every count by hand."""

from pathlib import Path

import pytest

from assistant import Assistant
from assistant.evaluation import CALLS_FOR, evaluate, read_rows
from tools.errors import ToolError


def write(folder: Path, text: str | bytes) -> Path:
    path = folder / "rows.jsonl"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_blank_lines_and_a_byte_order_mark_are_no_rows(tmp_path: Path) -> None:
    rows = read_rows(write(tmp_path, '\ufeff{"question": "a"}\n\n{"question": "b\u2028c"}\r\n'))
    assert [r["question"] for r in rows] == ["a", "b\u2028c"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "no rows"),
        ("\n \n", "no rows"),
        ('{"question": "a"}\nnot json', "rows.jsonl:2"),
        ("[1]", "rows.jsonl:1"),
        ('{"kind": "definition"}', "question"),
        ('{"question": 3}', "question"),
        ('{"question": "a", "terms": "Delta"}', "terms"),
        ('{"question": "a", "answer_points": [1]}', "answer_points"),
        (b'{"question": "\xff"}', "UTF-8"),
    ],
)
def test_a_row_that_cannot_be_read_is_named(tmp_path: Path, text: str | bytes, told: str) -> None:
    with pytest.raises(ToolError, match=told):
        read_rows(write(tmp_path, text))


def test_counts(warmed: Assistant) -> None:
    rows = [
        {"question": "What is contango?", "kind": "definition", "terms": ["Contango"], "answer_points": ["no figure here"]},
        {"question": "What is contango?", "kind": "advice-seeking", "terms": ["Backwardation"]},
        {"question": "25/30/35 fly at 0.85, break-evens?", "kind": "butterfly-calc", "answer_points": ["25.85 and 34.15"]},
        {"question": "25/30/35 fly at 0.85, break-evens?", "kind": "calculation", "answer_points": ["26.85 is wrong"]},
        {"question": "hello"},
    ]
    report = evaluate(warmed, rows)
    assert [r.kind_right for r in report.rows] == [True, False, True, True, None]
    assert [r.term_right for r in report.rows] == [True, None, None, None, None]
    assert [r.numbers_right for r in report.rows] == [None, None, True, False, None]
    assert report.sound
    assert report.to_dict()["sound"] is True
    table = str(report)
    assert table.splitlines()[0].startswith("questions")
    assert "all" in table
    # four rows have a kind to compare with, three of them right: 75.0%
    assert "75.0" in table


def test_every_kind_that_is_called_for_exists() -> None:
    from typing import get_args

    from assistant.answer import Kind

    assert {kind for kinds in CALLS_FOR.values() for kind in kinds} <= set(get_args(Kind))
