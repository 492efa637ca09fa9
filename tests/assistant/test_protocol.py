"""The MCP server, spoken to by the protocol's own client: in process, and as the installed program over stdin and stdout."""

import json
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import anyio
import pytest
from jsonschema import Draft202012Validator
from mcp import ClientSession, StdioServerParameters, types
from mcp.client.stdio import stdio_client
from mcp.shared.memory import create_connected_server_and_client_session

from assistant import Assistant
from assistant.protocol import SESSION, server
from tests.assistant.conversations import files
from tools import CATALOGUE
from tools.disclaimer import SHORT

ROOT = Path(__file__).resolve().parents[2]
FLY = {"lower": 25, "body": 30, "upper": 35, "debit": 0.85}


@pytest.fixture
def talk(warmed: Assistant, tmp_path: Path):
    """Runs a conversation of a client with the server in this process."""
    warmed.forget(SESSION)

    def run(say: Callable[[ClientSession], Awaitable[Any]]) -> Any:
        async def connected() -> Any:
            async with create_connected_server_and_client_session(server(warmed)) as client:
                return await say(client)

        return anyio.run(connected)

    yield run
    warmed.forget(SESSION)


def text(result: types.CallToolResult) -> str:
    return "".join(part.text for part in result.content if isinstance(part, types.TextContent))


def test_every_tool_of_the_catalogue_is_listed_with_a_sound_schema(talk) -> None:
    async def say(client: ClientSession) -> list[types.Tool]:
        return (await client.list_tools()).tools

    tools = talk(say)
    assert {tool.name for tool in tools} == {*CATALOGUE, "ask", "search_glossary", "describe_table", "reread_table"}
    for tool in tools:
        assert tool.description
        Draft202012Validator.check_schema(tool.inputSchema)
        assert "runtime" not in tool.inputSchema["properties"]


def test_a_calculation_comes_as_words_and_as_data(talk) -> None:
    result = talk(lambda client: client.call_tool("butterfly", FLY))
    assert not result.isError
    assert result.structuredContent["break_evens"] == [25.85, 34.15]
    assert json.loads(text(result)) == result.structuredContent
    assert SHORT in text(result)


def test_a_later_question_leans_on_an_earlier_one(talk) -> None:
    async def say(client: ClientSession) -> list[types.CallToolResult]:
        first = await client.call_tool("ask", {"question": "25/30/35 butterfly at 0.85: break-evens?"})
        return [first, await client.call_tool("ask", {"question": "and at 1.10?"})]

    first, second = talk(say)
    assert first.structuredContent["kind"] == "calculation"
    assert second.structuredContent["results"][0]["break_evens"] == [26.1, 33.9]
    assert text(second).rstrip().endswith(f"*{SHORT}*")


def test_the_glossary_is_searched(talk) -> None:
    result = talk(lambda client: client.call_tool("search_glossary", {"query": "tranche"}))
    assert "25–30%" in text(result)
    assert SHORT in text(result)


WRONG = [
    ("butterfly", {**FLY, "body": 24}, "ascending"),
    ("butterfly", {"lower": 25}, "body"),
    ("butterfly", {**FLY, "lower": "cheap"}, "lower"),
    ("butterfly", {**FLY, "path": "/etc/hosts"}, "path"),
    ("macd_trigger", {}, "load"),
    ("describe_table", {"table": "../secret.csv"}, "secret"),
    ("no_such_tool", {}, "no tool"),
    ("ask", {}, "question"),
    ("ask", {"question": 3}, "question"),
]


@pytest.mark.parametrize(("name", "arguments", "says"), WRONG)
def test_a_wrong_call_is_an_error_in_words_with_the_disclaimer(talk, name: str, arguments: dict, says: str) -> None:
    result = talk(lambda client: client.call_tool(name, arguments))
    assert result.isError
    assert says in text(result).lower() or says in text(result)
    assert SHORT in text(result)
    assert result.structuredContent["disclaimer"] == SHORT


def test_legs_pass_as_the_chat_passes_them(talk) -> None:
    legs = [
        {"side": "long", "kind": "call", "strike": 20, "premium": 2.0},
        {"side": "short", "kind": "call", "strike": 25, "premium": 0.8},
    ]
    result = talk(lambda client: client.call_tool("position", {"legs": legs}))
    assert not result.isError, text(result)
    assert result.structuredContent["break_evens"] == [21.2]  # 20 + 2.00 − 0.80


def test_the_program_serves_a_table_over_stdin_and_stdout(tmp_path: Path) -> None:
    files(tmp_path)
    parameters = StdioServerParameters(
        command=sys.executable,
        args=["-c", "from assistant.cli import main; main()", "mcp", "--data", str(tmp_path / "prices.csv")],
        env={**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)},
        cwd=tmp_path,
    )

    async def say() -> tuple[types.InitializeResult, types.CallToolResult, types.CallToolResult]:
        with anyio.fail_after(120):
            async with stdio_client(parameters) as (reading, writing), ClientSession(reading, writing) as client:
                hello = await client.initialize()
                table = await client.call_tool("describe_table", {})
                return hello, table, await client.call_tool("macd_trigger", {"column": "iv"})

    hello, table, triggers = anyio.run(say)
    assert hello.instructions == SHORT
    assert "420 rows" in text(table)
    assert triggers.structuredContent["tool"] == "macd_trigger"


def test_every_tool_without_arguments_says_what_it_needs(talk) -> None:
    async def say(client: ClientSession) -> dict[str, types.CallToolResult]:
        return {name: await client.call_tool(name, {}) for name in CATALOGUE}

    for name, result in talk(say).items():
        needs = [p.name for p in CATALOGUE[name].parameters if p.required]
        refused = text(result).startswith("Not computed.")  # of three numbers any two may be given
        assert result.isError is (bool(needs) or refused), name
        assert "internal fault" not in text(result), name
        assert SHORT in text(result)
