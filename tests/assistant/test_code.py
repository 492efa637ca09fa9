"""The Python that is shown for a calculation computes it again."""

from typing import Any

import pandas as pd
import pytest

from assistant import Assistant
from assistant.wording.replies import code_lines
from tests.tools.test_nasty import arguments
from tools import CATALOGUE
from tools.result import Result


def written_out(name: str) -> bool:
    """Whether the arguments of the tool's test stand in a line of Python: a table is named there."""
    given = arguments(CATALOGUE[name]).values()
    return not any(isinstance(v, pd.DataFrame | pd.Series) for v in given)


@pytest.mark.parametrize("name", sorted(filter(written_out, CATALOGUE)))
def test_the_lines_of_every_tool_run_and_give_the_same_figures(name: str) -> None:
    tool = CATALOGUE[name]
    found = tool.function(**arguments(tool))
    lines = code_lines([found])
    assert lines[0].startswith("from tools import ")
    names: dict[str, Any] = {}
    exec("\n".join([*lines[:-1], f"again = {lines[-1]}"]), names)
    again = names["again"]
    assert isinstance(again, Result)
    assert {k: v for k, v in again.to_dict().items() if k != "call"} == {
        k: v for k, v in found.to_dict().items() if k != "call"
    }


@pytest.mark.parametrize(
    "text", ["rsi 72, what ratio of gains to losses is that", "MACD .31, histogram .05, where is the signal", "18% of 2,000"]
)
def test_a_conversation_shows_them(warmed: Assistant, session: str, text: str) -> None:
    (found,) = warmed.ask(text, session=session).results
    answer = warmed.ask("show me the code", session=session)
    assert found.call in answer.text
    assert f"from tools import {found.tool}" in answer.text
