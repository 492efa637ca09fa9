"""The house: three rooms and one direction, small modules, quick imports, nothing of the machine it was written on."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("assistant", "knowledge", "tools")
MODULES = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]
LONGEST = 250
HEAVY = ("langchain", "langchain_core", "langgraph", "chromadb", "gradio")
MAY_NOT = {"tools": ("assistant", "knowledge", *HEAVY), "knowledge": ("assistant", "tools", "gradio")}
UNDERSTANDING = ROOT / "assistant" / "understanding"
READERS = ("text", "filling", "lines", "hedge", "positions")
MAY_USE = {  # what a package of the understanding may import of the others
    "text": (),
    "filling": ("text",),
    "premises": ("text",),
    **dict.fromkeys(("lines", "hedge", "positions"), ("text", "filling")),
    "framed": READERS,
    "composed": (*READERS, "framed"),
    "judged": (*READERS, "framed"),
}

# Written in pieces, so that this file does not hold what it looks for.
TRACES = [
    re.compile(r"(?<![\w.])/" + folder + r"/")
    for folder in ("wo" + "rk", "tm" + "p", "ro" + "ot", "home/" + r"(?!someone)\w+", "op" + "t/", "Us" + "ers")
] + [
    re.compile(word)
    for word in ("pypi" + r"\.org", "index" + "-url", "find" + "-links", "file:" + "//", r"\bFIX" + "ME\b|\bTO" + r"DO\b")
]


def project_files() -> Iterator[Path]:
    """Every text file of the project, without what is made by running it."""
    for name in (*ROOMS, "tests", ".ci"):
        yield from (p for p in sorted((ROOT / name).rglob("*")) if p.is_file() and "__pycache__" not in p.parts)
    # In a linked worktree .git is a file.
    yield from (p for p in sorted(ROOT.iterdir()) if p.is_file() and p.name != ".git")


def imports(path: Path) -> set[str]:
    """Top-level names that a module imports anywhere, also inside functions and for type checkers."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


@pytest.mark.parametrize("room", list(MAY_NOT))
def test_imports_go_one_way(room: str) -> None:
    wrong = {
        str(path.relative_to(ROOT)): sorted(imports(path).intersection(MAY_NOT[room]))
        for path in MODULES
        if path.is_relative_to(ROOT / room)
    }
    assert {path: names for path, names in wrong.items() if names} == {}


@pytest.mark.parametrize("package", list(MAY_USE))
def test_the_understanding_is_built_in_layers(package: str) -> None:
    used = {
        (path.name, node.module.split(".")[2])
        for path in sorted((UNDERSTANDING / package).glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("assistant.understanding.")
    }
    assert used
    assert {(name, other) for name, other in used if other not in (package, *MAY_USE[package])} == set()


def test_only_the_page_knows_the_page_framework() -> None:
    page = ROOT / "assistant" / "page"
    assert [str(p.relative_to(ROOT)) for p in MODULES if "gradio" in imports(p) and not p.is_relative_to(page)] == []


@pytest.mark.parametrize(
    ("room", "unwanted"),
    [
        ("tools", (*HEAVY, "assistant", "knowledge", "plotly", "openpyxl")),
        ("knowledge", (*HEAVY, "assistant", "tools")),
        ("assistant", (*HEAVY, "wordllama", "plotly")),
        ("assistant.cli", (*HEAVY, "wordllama", "plotly")),
    ],
)
def test_importing_a_room_loads_nothing_heavy(room: str, unwanted: tuple[str, ...]) -> None:
    code = f"import sys, {room}; print(*sorted(set({unwanted!r}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_no_module_is_long() -> None:
    lengths = {str(p.relative_to(ROOT)): len(p.read_text(encoding="utf-8").splitlines()) for p in MODULES}
    assert {path: lines for path, lines in lengths.items() if lines > LONGEST} == {}


def test_no_module_is_named_for_nothing() -> None:
    assert [str(p.relative_to(ROOT)) for p in MODULES if p.stem in ("utils", "util", "helpers", "common", "misc")] == []


def test_no_file_names_the_machine_or_a_registry() -> None:
    found = []
    for path in project_files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture or a workbook
        found += [f"{path.relative_to(ROOT)}: {m.group()}" for trace in TRACES for m in trace.finditer(text)]
    assert found == []
