"""The agent's tools: made from the catalogue, numbers in, and nothing of the program shown to a model."""

import json

import pytest

from assistant.session import Session
from assistant.toolbox import _arguments, build_tools
from tools import CATALOGUE, load_table
from tools.errors import ToolError

TOOLS = {tool.name: tool for tool in build_tools()}


def test_every_tool_of_the_catalogue_is_there_once() -> None:
    assert set(TOOLS) == {*CATALOGUE, "search_glossary", "describe_table", "reread_table"}
    assert len(build_tools()) == len(TOOLS)


@pytest.mark.parametrize("name", sorted(TOOLS))
def test_a_schema_is_plain_json_and_takes_no_path_or_code(name: str) -> None:
    schema = TOOLS[name].tool_call_schema.model_json_schema()
    told = json.dumps(schema)
    assert TOOLS[name].description
    for word in ("runtime", "TurnContext", "DataFrame", "Session"):
        assert word not in told
    assert not {"path", "file", "source", "url", "code"} & set(schema.get("properties", {}))


@pytest.mark.parametrize("name", sorted(CATALOGUE))
def test_every_parameter_says_what_it_means(name: str) -> None:
    properties = TOOLS[name].tool_call_schema.model_json_schema()["properties"]
    assert all(p.get("description", "").strip() for p in properties.values()), properties


@pytest.mark.parametrize("name", sorted(CATALOGUE))
def test_what_the_catalogue_requires_the_schema_requires(name: str) -> None:
    required = set(TOOLS[name].tool_call_schema.model_json_schema().get("required", ()))
    simple = {
        p.name for p in CATALOGUE[name].parameters if p.required and p.kind in ("number", "integer", "choice", "legs", "fills")
    }
    assert simple <= required


def test_a_series_comes_from_the_sessions_table() -> None:
    session = Session("s")
    rows = "\n".join(f"2024-01-{d:02},{d},{d * 2}" for d in range(1, 29))
    session.add(load_table(f"date,one,two\n{rows}\n".encode()).renamed("t.csv"))
    given = _arguments(CATALOGUE["rsi_extreme"], session, {"series": None, "column": "two"})
    assert list(given["series"]) == [d * 2 for d in range(1, 29)]


def test_without_a_table_a_series_is_asked_for() -> None:
    with pytest.raises(ToolError, match="Load a file"):
        _arguments(CATALOGUE["rsi_extreme"], Session("s"), {"series": None})
