"""What is installed: dependencies are declared and used, constraints are complete, the wheel carries its data and no tests."""

import ast
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("assistant", "knowledge", "tools")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
# Run or loaded by name, never imported: the checkers, the stubs for them, pytest's plugins, and the kernel of notebooks.
NOT_IMPORTED = {"ruff", "mypy", "pandas-stubs", "types-pyyaml", "pytest-xdist", "hatchling", "ipykernel"}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def declared(requirements: list[str]) -> set[str]:
    """Names of the distributions, as the registry writes them."""
    return {normal(re.match(r"[\w.-]+", requirement).group()) for requirement in requirements}  # type: ignore[union-attr]


RUNTIME = declared(PROJECT["dependencies"])
EXTRA = declared([*PROJECT["optional-dependencies"]["fast"], *PROJECT["optional-dependencies"]["mcp"]])
TEST = declared(PROJECT["optional-dependencies"]["test"])
WIRE = declared(PROJECT["optional-dependencies"]["wire"])  # tests that skip themselves where it is not installed


def imported(folders: tuple[str, ...]) -> dict[str, set[str]]:
    """Third-party distribution → the import names that the modules in `folders` use, wherever in a module they stand."""
    names: set[str] = set()
    for path in (p for folder in folders for p in (ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names.update(alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module.partition(".")[0])
            elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "importorskip":
                names.add(str(getattr(node.args[0], "value", "")).partition(".")[0])
    found: dict[str, set[str]] = {}
    known = packages_distributions()
    local = {*ROOMS, "tests", *(p.stem for p in (ROOT / "tests").rglob("*.py"))}
    for name in names - sys.stdlib_module_names - local:
        for distribution in known.get(name, [name if name in WIRE else f"(not installed: {name})"]):
            found.setdefault(normal(distribution), set()).add(name)
    return found


def test_every_import_of_the_program_is_a_declared_dependency() -> None:
    assert {d: n for d, n in imported(ROOMS).items() if d not in RUNTIME | EXTRA} == {}


def test_every_declared_dependency_is_imported() -> None:
    assert RUNTIME - set(imported(ROOMS)) == set()


def test_every_import_of_the_tests_is_declared() -> None:
    assert {d: n for d, n in imported(("tests",)).items() if d not in RUNTIME | TEST | WIRE} == {}


def test_every_package_of_the_test_extra_is_used() -> None:
    assert TEST - set(imported(("tests",))) - NOT_IMPORTED == set()


def test_constraints_pin_every_dependency_and_name_no_address() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!]+", line)] == []
    assert lines == sorted(lines, key=str.lower)
    pinned = [normal(line.partition("==")[0]) for line in lines]
    assert len(pinned) == len(set(pinned))
    extras = {name for group in PROJECT["optional-dependencies"].values() for name in declared(group)}
    assert (RUNTIME | extras) - set(pinned) == set()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Names of the files in the built wheel; hatchling comes with the test extra, so that no network is needed."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("alvh_assistant-*.whl")
    return set(zipfile.ZipFile(built).namelist())


def test_the_wheel_carries_every_file_of_the_three_rooms_and_nothing_else(wheel: set[str]) -> None:
    rooms = {
        str(path.relative_to(ROOT).as_posix())
        for room in ROOMS
        for path in (ROOT / room).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert {name for name in wheel if ".dist-info/" not in name} == rooms


@pytest.mark.parametrize(
    "pattern",
    [
        r"knowledge/glossary/[\w-]+\.md",
        r"knowledge/bibliography/[\w-]+\.yaml",
        r"assistant/page/style\.css",
        r"assistant/page/page\.js",
        r"assistant/page/mark\.svg",
        *(rf"{room}/py\.typed" for room in ROOMS),
        r".*\.dist-info/licenses/LICENSE",
        r".*\.dist-info/entry_points\.txt",
    ],
)
def test_the_wheel_carries_what_an_installation_reads(wheel: set[str], pattern: str) -> None:
    assert [name for name in wheel if re.fullmatch(pattern, name)]


def test_the_wheel_carries_no_tests(wheel: set[str]) -> None:
    assert [name for name in wheel if "test" in name.partition("/")[0]] == []


@pytest.mark.parametrize("mark", ["run", "test"])
def test_the_readme_has_the_two_commands_that_the_checks_run(mark: str) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(rf"<!-- {mark} -->\n```(?:sh|bash)\n(.+)\n```", text)
    assert len(commands) == 1
    assert "-c constraints.txt" in commands[0]
