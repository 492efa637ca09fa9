"""Adding a tool is one file and one registration: a copy of the program with both answers on every surface."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOOL = '''"""Dollars that one point of a position is worth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from tools.expression import dollars, figure
from tools.parameters import Count, Multiplier, checked
from tools.result import Result
from tools.wording import money
from tools.working import WorkingStep, step


@dataclass(frozen=True, kw_only=True)
class PointWorth(Result):
    """Worth of a point.

    Attributes:
        worth: dollars.
    """

    tool: ClassVar[str] = "point_worth"
    worth: float

    def summary(self) -> str:
        """The product."""
        return f"- **One point is worth {money(self.worth)}**."

    def working(self) -> tuple[WorkingStep, ...]:
        """The product."""
        line = figure(self.inputs["contracts"]) * dollars(self.inputs["multiplier"])
        return (step("One point", line, "$"),)


@checked
def point_worth(contracts: Count, multiplier: Multiplier = 100.0) -> PointWorth:
    """Say what one index point of so many contracts is worth in dollars.

    Args:
        contracts: number of contracts.
        multiplier: dollars a point of one contract.

    Raises:
        ToolError: a number out of its range.
    """
    given = {"contracts": contracts, "multiplier": multiplier}
    return PointWorth(inputs=given, worth=contracts * multiplier)
'''
ALVH = ("-c", "from assistant.cli import main; main()")
LAST = '    "confirmations.confirmations",\n'


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    """A copy of the program with one more file in `tools` and one more line in the catalogue."""
    folder = tmp_path_factory.mktemp("program")
    for room in ("assistant", "knowledge"):
        (folder / room).symlink_to(ROOT / room)
    shutil.copytree(ROOT / "tools", folder / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "tools" / "point_worth.py").write_text(TOOL, encoding="utf-8")
    catalogue = folder / "tools" / "catalogue.py"
    text = catalogue.read_text(encoding="utf-8")
    assert text.count(LAST) == 1
    catalogue.write_text(text.replace(LAST, f'{LAST}    "point_worth.point_worth",\n'), encoding="utf-8")
    return folder


def run(folder, *command, code=0):
    done = subprocess.run([sys.executable, *command], check=False, cwd=folder, capture_output=True, text=True, timeout=300)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout


def test_python_has_it(program):
    line = "from tools import point_worth; r = point_worth(3); print(r.worth, r.call, r.working()[0])"
    assert run(program, "-c", line) == "300.0 point_worth(contracts=3, multiplier=100.0) One point: 3 × $100 = $300\n"


def test_the_command_line_has_it(program):
    said = run(program, *ALVH, "tool", "point_worth", "--help")
    assert "Say what one index point of so many contracts is worth in dollars." in said
    assert "--contracts" in said
    assert "a whole number at least 1" in " ".join(said.split())
    told = json.loads(run(program, *ALVH, "tool", "point_worth", "--contracts", "3", "--json"))
    assert (told["worth"], told["tool"]) == (300.0, "point_worth")
    assert told["disclaimer"]
    run(program, *ALVH, "tool", "point_worth", "--contracts", "0", code=2)
    assert "point_worth" in run(program, *ALVH, "tool", "--help")


def test_the_agent_has_it(program):
    line = (
        "import json; from assistant.toolbox import build_tools; "
        "t = {t.name: t for t in build_tools()}['point_worth']; print(json.dumps([t.description, t.args]))"
    )
    described, arguments = json.loads(run(program, "-c", line))
    assert described == "Say what one index point of so many contracts is worth in dollars."
    assert arguments["contracts"]["type"] == "integer"
    assert arguments["multiplier"]["default"] == 100.0


def test_the_readme_wants_its_row(program):
    line = "from tools import CATALOGUE; print(*(f'| `{t.name}` | {t.meaning} |' for t in CATALOGUE.values()), sep='\\n')"
    rows = run(program, "-c", line).splitlines()
    new = "| `point_worth` | Say what one index point of so many contracts is worth in dollars. |"
    # The test of the README compares its table with just these rows, so that a row left out is noticed.
    held = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [row for row in rows if row not in held] == [new]
