"""Every tool has a witness: a test that calls it and leans on another library, on real data, or on working set out by hand.

Read from the tests themselves, so that a tool added without one is noticed: a test counts for the tools whose names it (or a
function of its file that it uses) mentions, when it also uses a library that none of us wrote, the shared data, or a comment
with an equation.
"""

import ast
import re
from pathlib import Path

import pytest

from tools import CATALOGUE

LIBRARIES = {"QuantLib", "exchange_calendars", "numpy_financial", "py_lets_be_rational", "scipy", "talib"}
EQUATION = re.compile(r"#.*\d.*[=≈:].*\d")
TESTS = sorted(Path(__file__).parent.glob("test_*.py"))


def names(node):
    return {n.id for n in ast.walk(node) if isinstance(n, ast.Name)} | {a.arg for a in ast.walk(node) if isinstance(a, ast.arg)}


def borrowed(tree):
    """The names under which a file uses those libraries."""
    out = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            out |= {a.asname or a.name.partition(".")[0] for a in node.names if a.name.partition(".")[0] in LIBRARIES}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] in LIBRARIES:
            out |= {a.asname or a.name for a in node.names}
    return out


def witnessed(text):
    """The tools that the tests of one file call beside a witness."""
    tree = ast.parse(text)
    functions = {f.name: f for f in tree.body if isinstance(f, ast.FunctionDef)}
    used = {name: names(f) for name, f in functions.items()}
    for _ in functions:  # a test reaches what its helpers use
        used = {name: held.union(*(used[n] for n in held & set(functions))) for name, held in used.items()}
    lines, libraries, out = text.splitlines(), borrowed(tree), set()
    for name, function in functions.items():
        first = min([function.lineno, *(d.lineno for d in function.decorator_list)])
        source = "\n".join(lines[first - 1 : function.end_lineno])
        if name.startswith("test_") and (used[name] & libraries or "shared" in used[name] or EQUATION.search(source)):
            out |= used[name] & set(CATALOGUE)
    return out


@pytest.fixture(scope="module")
def all_witnessed():
    return set().union(*(witnessed(path.read_text(encoding="utf-8")) for path in TESTS))


@pytest.mark.parametrize("tool", CATALOGUE)
def test_the_tool_has_a_witness(tool, all_witnessed):
    assert tool in all_witnessed


def test_a_test_without_a_witness_does_not_count():
    alone = "from tools import irr\n\ndef test_it():\n    assert irr([-1, 2]).value == irr([-1, 2]).value\n"
    assert witnessed(alone) == set()
    assert witnessed(alone.replace("    assert", "    # −1 + 2 ÷ (1 + r) = 0 gives r = 1\n    assert")) == {"irr"}
    other = "import numpy_financial\n" + alone.replace("irr([-1, 2]).value\n", "numpy_financial.irr([-1, 2])\n")
    assert witnessed(other) == {"irr"}
