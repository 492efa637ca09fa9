"""A conversation as a Jupyter notebook whose cells call the same tools on the same data and give the same figures.

Tables are loaded by their file's name from one folder, named at the top, and checked against the fingerprint of the
conversation's own data. Inline numbers stand in the cells. The figures of the conversation are kept as the cells' outputs.
"""

from __future__ import annotations

import ast
import keyword
import re
from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import Any

from assistant.documents.markdown import TITLE, answered, asked, loaded, sources, working
from assistant.documents.record import AnswerRecord, Loaded, Record, TableRecord, reading_of
from assistant.escape import document, spoken
from tools import CATALOGUE
from tools import __all__ as TOOL_NAMES
from tools.result import Result

_WIDE = 100
_METHODS = ("series", "curve", "chain")  # of a table
_PLAIN = (
    ast.Expression, ast.keyword, ast.Constant, ast.List, ast.Tuple, ast.Dict, ast.Name, ast.Attribute, ast.Load, ast.UnaryOp,
    ast.USub, ast.UAdd,
)  # fmt: skip
_FOLDER = 'DATA = Path(".")  # the folder that holds the files of this conversation'


def notebook(record: Record) -> str:
    """The notebook as the text of an .ipynb file, valid for nbformat 4.5."""
    import nbformat
    from nbformat import v4

    made = _Cells(v4)
    made.text(f"# {TITLE}\n\n> {record.disclaimer}\n\n{_HOW}")
    if used := _names_used(record):
        paths = ["from pathlib import Path", ""] if record.tables else []
        folder = ["", _FOLDER] if record.tables else []
        made.code("\n".join([*paths, f"from tools import {', '.join(used)}", *folder]))
    variables: dict[str, str] = {}  # the Python that loads a table → the variable that holds it
    number = record.forgotten
    for entry in record.entries:
        if isinstance(entry, Loaded):
            variable = variables.setdefault(entry.table.call, _variable(entry.table.name, [*variables.values(), *used]))
            made.text(loaded(entry))
            if not entry.again:
                made.code(_loading(entry.table, variable))
            continue
        number += 1
        made.text("\n\n".join(p for p in (asked(entry, number), answered(entry.answer), sources(entry.answer)) if p))
        _calculations(made, entry.answer, variables)
    made.text(f"> {record.disclaimer}")
    whole = v4.new_notebook(cells=made.cells, metadata=_metadata(record))  # type: ignore[no-untyped-call]
    nbformat.validate(whole)
    return f"{nbformat.writes(whole, version=4)}\n"  # type: ignore[no-untyped-call]


class _Cells:
    """The cells so far; each has a fixed id, so that the same conversation gives the same bytes."""

    def __init__(self, v4: Any) -> None:
        self._v4 = v4
        self.cells: list[Any] = []
        self.results = 0

    def text(self, source: str) -> None:
        self.cells.append(self._v4.new_markdown_cell(source, id=self._id()))

    def code(self, source: str, outputs: Iterable[Any] = ()) -> None:
        self.cells.append(self._v4.new_code_cell(source, id=self._id(), outputs=list(outputs)))

    def result(self, call: str, told: str, *, chart: bool) -> None:
        """A cell that computes and shows one result, kept with what the conversation said, and one for its chart."""
        self.results += 1
        name = f"result_{self.results}"
        shown = self._v4.new_output("execute_result", {"text/markdown": told}, execution_count=None)
        self.code(f"{name} = {laid_out(call)}\n{name}", [shown])
        if chart:
            self.code(f"{name}.figure()")

    def _id(self) -> str:
        return f"cell-{len(self.cells) + 1}"


def laid_out(call: str) -> str:
    """A long call with one argument a line."""
    tree = ast.parse(call, mode="eval").body
    if len(call) <= _WIDE or not isinstance(tree, ast.Call) or tree.args:
        return call
    lines = "".join(f"    {k.arg}={ast.get_source_segment(call, k.value)},\n" for k in tree.keywords)
    return f"{ast.get_source_segment(call, tree.func)}(\n{lines})"


def _calculations(made: _Cells, answer: AnswerRecord, variables: Mapping[str, str]) -> None:
    for result in answer.results:
        call = result.call
        if not harmless(call):
            made.text(
                f"*The call of {spoken(result.tool)} is left out: a record was read that holds other code than a tool's call.*"
            )
            continue
        for loading, variable in variables.items():
            call = call.replace(loading, variable)
        tool = CATALOGUE.get(result.tool)
        chart = tool is not None and tool.result.figure is not Result.figure
        told = (document(result.summary), working(result), f"*{document(result.disclaimer)}*")
        made.result(call, "\n\n".join(part for part in told if part), chart=chart)


def harmless(call: str) -> bool:
    """Whether `call` is nothing but a tool's call on plain values and tables; a saved record may be the work of others."""
    try:
        tree = ast.parse(call, mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            target = node.func
            if isinstance(target, ast.Attribute):
                sound = target.attr in _METHODS and isinstance(target.value, ast.Call)
            else:
                sound = isinstance(target, ast.Name) and target.id in TOOL_NAMES
            if not sound:
                return False
        elif not isinstance(node, _PLAIN):
            return False
    return True


def _loading(table: TableRecord, variable: str) -> str:
    """The cell that loads a table by its file's name, and refuses another content."""
    check = f"assert {variable}.fingerprint == {table.fingerprint!r}, {f'{table.name} is not the table of this conversation'!r}"
    if table.call == "load_table(frame)":
        return f"# This table was a DataFrame in memory: define it as `frame` first.\n{variable} = load_table(frame)\n{check}"
    if table.inline and harmless(table.call):
        return f"{variable} = {table.call}\n{check}"
    file = PurePath(table.file or table.name).name
    again = f".renamed({table.name!r})" if table.file not in (None, table.name) else ""
    reading = "".join(f", {name}={value!r}" for name, value in reading_of(table).items())
    return f"{variable} = load_table(DATA / {file!r}{reading}){again}\n{check}"


def _names_used(record: Record) -> list[str]:
    """The tools' names that the cells call."""
    calls = [result.call for entry in record.questions for result in entry.answer.results if harmless(result.call)]
    called = {name for call in calls for name in re.findall(r"\b(\w+)\(", call)}
    return sorted((called & set(TOOL_NAMES)) | ({"load_table"} if record.tables else set()))


def _variable(name: str, taken: Iterable[str]) -> str:
    """A Python name for a table: "vix-daily.csv" → vix_daily."""
    stem = re.sub(r"\W+", "_", name.rpartition(".")[0] or name, flags=re.ASCII).strip("_").lower()
    stem = stem if stem and not stem[0].isdigit() and not keyword.iskeyword(stem) else f"table_{stem}".rstrip("_")
    held = {*taken, "DATA", "Path"}
    free = stem
    count = 2
    while free in held:
        free, count = f"{stem}_{count}", count + 1
    return free


def _metadata(record: Record) -> dict[str, Any]:
    return {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
        "alvh": {"record": record.digest, "glossary": record.glossary, "model": record.model, "versions": record.versions},
    }


_HOW = (
    "Run all cells to compute every figure of the conversation again. `alvh-assistant` must be installed in the notebook's "
    "Python. Where the conversation used files, put them beside this notebook or name their folder in the first cell."
)
