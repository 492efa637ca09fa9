"""The notebook: executed in a fresh kernel, on the conversation's own files, it gives every figure again."""

import ast
import json
import os
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

import tools
from assistant import Assistant
from assistant.documents import Record, read
from assistant.documents.notebook import harmless, laid_out, notebook
from assistant.wording.followups import TRY
from tests.assistant.conversations import CHANGES, OWN_NUMBERS, SERIES, TALKS, Talk, files, hold
from tools import CATALOGUE
from tools.disclaimer import SHORT

ROOT = Path(__file__).resolve().parents[2]
ALL_FIGURES = """
import json
print(json.dumps([held.to_dict() for name, held in list(globals().items()) if name.startswith("result_")]))
"""


def held(assistant: Assistant, session: str, talk: Talk, folder: Path):
    files(folder)
    hold(assistant, session, talk, folder)
    record = assistant.record(session)
    assistant.forget(session)
    return record


def figures(record: Record) -> list[dict]:
    """The results as they stand in the record."""
    return [r.model_dump(mode="json") for asked in record.questions for r in asked.answer.results]


def executed(text: str, folder: Path) -> list[dict]:
    """The results that the notebook's own cells hold after a headless run."""
    book = nbformat.reads(text, 4)
    book.cells.append(nbformat.v4.new_code_cell(ALL_FIGURES, id="figures"))
    client = NotebookClient(book, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(folder)}})
    client.execute(env={**os.environ, "PYTHONPATH": str(ROOT)})
    return json.loads(book.cells[-1].outputs[-1]["text"])


@pytest.mark.parametrize("talk", TALKS, ids=lambda talk: talk.name)
def test_every_figure_is_reproduced_headless(warmed: Assistant, session: str, tmp_path: Path, talk: Talk) -> None:
    record = held(warmed, session, talk, tmp_path)
    wanted = [result.model_dump(mode="json") for asked in record.questions for result in asked.answer.results]
    assert wanted
    assert executed(notebook(record), tmp_path) == wanted


@pytest.mark.shared
def test_a_conversation_on_real_files_is_reproduced(warmed: Assistant, session: str, shared: Path, tmp_path: Path) -> None:
    for file in ("vix/vix-daily.csv", "chains/vix.2013.06.25.csv"):
        (tmp_path / Path(file).name).write_bytes((shared / "data" / file).read_bytes())
    lines = ("vix-daily.csv", "when did it last trigger?", "Plan the tranches for $20,000 from these triggers", "backtest it")
    chain = ("vix.2013.06.25.csv", "Price the 25/30/35 call butterfly from these quotes")
    hold(warmed, session, Talk("real", lines + chain), tmp_path)
    record = warmed.record(session)
    warmed.forget(session)
    wanted = [result.model_dump(mode="json") for asked in record.questions for result in asked.answer.results]
    assert [result["tool"] for result in wanted] == ["macd_trigger", "tranche_plan", "backtest", "butterfly_quote"]
    assert executed(notebook(record), tmp_path) == wanted


def test_other_data_stop_the_notebook(warmed: Assistant, session: str, tmp_path: Path) -> None:
    record = held(warmed, session, SERIES, tmp_path)
    file = tmp_path / "prices.csv"
    text = file.read_text(encoding="utf-8")
    file.write_text(text[:-2] + ("1" if text[-2] != "1" else "2") + "\n", encoding="utf-8")
    with pytest.raises(CellExecutionError, match=r"prices\.csv is not the table of this conversation"):
        executed(notebook(record), tmp_path)


def test_the_disclaimer_is_in_the_first_and_in_the_last_cell(warmed: Assistant, session: str, tmp_path: Path) -> None:
    cells = json.loads(notebook(held(warmed, session, CHANGES, tmp_path)))["cells"]
    for cell in (cells[0], cells[-1]):
        assert cell["cell_type"] == "markdown"
        assert SHORT in "".join(cell["source"])


def test_the_same_conversation_gives_the_same_notebook(warmed: Assistant, session: str, tmp_path: Path) -> None:
    one = notebook(held(warmed, session, SERIES, tmp_path))
    assert one == notebook(held(warmed, session, SERIES, tmp_path))
    nbformat.validate(nbformat.reads(one, 4))


def test_the_figures_of_the_conversation_are_kept_as_outputs(warmed: Assistant, session: str, tmp_path: Path) -> None:
    book = nbformat.reads(notebook(held(warmed, session, OWN_NUMBERS, tmp_path)), 4)
    first = next(cell for cell in book.cells if cell.cell_type == "code" and cell.outputs)
    assert "25.85 and 34.15" in first.outputs[0].data["text/markdown"]


@pytest.mark.parametrize(
    "name", ["vix daily (1).csv", "2024.csv", "class.csv", "load_table.csv", "butterfly.csv", "Path.csv", "日経.csv", "-.csv"]
)
def test_a_table_of_any_name_gets_a_variable_of_its_own(warmed: Assistant, session: str, tmp_path: Path, name: str) -> None:
    files(tmp_path)
    (tmp_path / "prices.csv").rename(tmp_path / name)
    hold(warmed, session, Talk("named", (name, "did it cross?", "25/30/35 butterfly at 0.85: break-evens?")), tmp_path)
    record = warmed.record(session)
    warmed.forget(session)
    source = "\n".join("".join(c["source"]) for c in json.loads(notebook(record))["cells"] if c["cell_type"] == "code")
    assigned = [n.targets[0].id for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Assign)]  # type: ignore[attr-defined]
    assert len(set(assigned)) == len(assigned)
    assert not set(assigned) & set(CATALOGUE)


HARMFUL = [
    "__import__('os').system('ls')",
    "butterfly(lower=25, body=(lambda: 1)(), upper=35, debit=1)",
    "butterfly(lower=[x for x in ()], body=1, upper=2, debit=3)",
    "load_table('x').frame.to_csv('y')",
    "butterfly(lower=load_table('x').to_csv('y'), body=1, upper=2, debit=3)",
    "butterfly(1)\nimport os",
    "(butterfly)(1); print()",
    "butterfly(" * 5000,
    "open('x')",
    "DATA.unlink()",
]


@pytest.mark.parametrize("call", HARMFUL, ids=lambda call: call[:30])
def test_a_record_of_others_brings_no_code_of_its_own(warmed: Assistant, session: str, tmp_path: Path, call: str) -> None:
    told = json.loads(held(warmed, session, CHANGES, tmp_path).json_text())
    told["entries"][0]["answer"]["results"][0]["call"] = call
    book = nbformat.reads(notebook(read(json.dumps(told))), 4)
    code = "\n".join(cell.source for cell in book.cells if cell.cell_type == "code")
    assert not harmless(call)
    assert call not in code
    assert any("left out" in cell.source for cell in book.cells)


@pytest.mark.parametrize("talk", TALKS, ids=lambda talk: talk.name)
def test_the_calls_of_real_answers_are_harmless(warmed: Assistant, session: str, tmp_path: Path, talk: Talk) -> None:
    record = held(warmed, session, talk, tmp_path)
    for asked in record.questions:
        for result in asked.answer.results:
            assert harmless(result.call)
            assert ast.dump(ast.parse(laid_out(result.call))) == ast.dump(ast.parse(result.call))


@pytest.mark.parametrize("question", TRY.values(), ids=TRY.keys())
def test_the_python_of_every_example_gives_the_same_result(warmed: Assistant, session: str, question: str) -> None:
    answer = warmed.ask(question, session)
    warmed.forget(session)
    for result in answer.results:
        assert harmless(result.call)
        again = eval(laid_out(result.call), {name: getattr(tools, name) for name in tools.__all__})
        assert again.to_dict() == result.to_dict()
