"""The README stays true: its Python runs, its tables are the program's, its pictures exist, its dependencies are declared."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

from tools import CATALOGUE
from tools.disclaimer import SHORT

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def between(mark: str) -> str:
    found = re.search(rf"<!-- {mark} -->\n(.*?)<!-- /{mark} -->", README, re.DOTALL)
    assert found is not None, f"README.md has no part between <!-- {mark} --> and <!-- /{mark} -->"
    return found.group(1)


def test_the_table_of_tools_is_the_catalogue() -> None:
    rows = "".join(f"| `{name}` | {tool.meaning} |\n" for name, tool in CATALOGUE.items())
    assert between("tools") == "| tool | what it does |\n|---|---|\n" + rows


def test_the_python_example_runs_and_prints_what_it_says() -> None:
    found = re.search(r"<!-- python -->\n```python\n(.*?)```", README, re.DOTALL)
    assert found is not None
    code = found.group(1)
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=120, check=True)
    comment = re.search(r"print\(fly.*?# (.*)", code)
    assert comment is not None
    assert done.stdout.splitlines()[0] == comment.group(1)
    assert SHORT in done.stdout
    assert len([line for line in code.splitlines() if line.strip()]) <= 10


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    reasons = re.search(r"## Why each dependency\n(.*?)\n---", README, re.DOTALL)
    assert reasons is not None
    named = {name for row in re.findall(r"^\| ([^|]+) \|", reasons.group(1), re.MULTILINE) for name in row.strip().split(", ")}
    declared = {re.split(r"[<>=!~\[ ]", requirement)[0] for requirement in project["dependencies"]}
    assert declared - named == set()
    assert named - declared - {"package", "---"} == set()


def test_pictures_and_files_named_exist() -> None:
    for picture in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", README):
        assert (ROOT / picture).is_file(), picture
    for module in re.findall(r"`((?:assistant|knowledge|tools)/[\w/]+\.py)`", README):
        assert (ROOT / module).is_file(), module
