"""The Model Context Protocol: the chat's own tools, and its answers, for other programs' models over stdin and stdout.

One conversation a server, with the tables it was started with: no caller can name a file. Needs the extra `mcp`.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from typing import Any, Final

import anyio
import anyio.to_thread
from langchain.tools import ToolRuntime
from langchain_core.tools import BaseTool
from mcp import types
from mcp.server.lowlevel import NotificationOptions, Server
from mcp.server.stdio import stdio_server
from pydantic import BaseModel, ValidationError

from assistant.core import Assistant
from assistant.outcomes import Failure
from assistant.toolbox import build_tools
from assistant.unanswered import MAX_QUESTION
from tools.disclaimer import SHORT

logger = logging.getLogger(__name__)

SESSION: Final = "mcp"
_ASK: Final = types.Tool(
    name="ask",
    description="Ask the ALVH assistant: a cited explanation or a calculation, worded and checked, with its sources. "
    "Later questions may lean on earlier ones.",
    inputSchema={
        "type": "object",
        "properties": {"question": {"type": "string", "minLength": 1, "maxLength": MAX_QUESTION}},
        "required": ["question"],
    },
)
_FAULT: Final = "An internal fault stopped this call. Try it again, or with other values."


def server(assistant: Assistant) -> Server[Any, Any]:
    """The protocol's server over one conversation of `assistant`."""
    made: Server[Any, Any] = Server("alvh-assistant", version=_version(), instructions=SHORT)
    tools = {tool.name: tool for tool in build_tools()}

    @made.list_tools()  # type: ignore[no-untyped-call, untyped-decorator]
    async def listed() -> list[types.Tool]:
        return [_ASK, *map(_described, tools.values())]

    # The protocol's own check of the arguments would complain without the disclaimer.
    @made.call_tool(validate_input=False)  # type: ignore[untyped-decorator]
    async def called(name: str, arguments: dict[str, Any]) -> types.CallToolResult:
        try:
            return await anyio.to_thread.run_sync(_called, assistant, tools, name, arguments)
        except Exception:
            logger.exception("a call failed")
            return _result(_FAULT, wrong=True)

    return made


def serve(assistant: Assistant) -> None:
    """Serves on stdin and stdout until the caller hangs up."""
    made = server(assistant)

    async def run() -> None:
        async with stdio_server() as (reading, writing):
            await made.run(reading, writing, made.create_initialization_options(NotificationOptions()))

    anyio.run(run)


def _described(tool: BaseTool) -> types.Tool:
    schema: Any = tool.tool_call_schema
    return types.Tool(name=tool.name, description=tool.description, inputSchema=schema.model_json_schema())


def _called(
    assistant: Assistant, tools: Mapping[str, BaseTool], name: str, arguments: Mapping[str, Any]
) -> types.CallToolResult:
    if name == "ask":
        answer = assistant.ask(arguments.get("question"), SESSION)  # type: ignore[arg-type]  # what is no text is told so
        return _result(str(answer), answer.to_dict(), wrong=answer.kind == "error")
    tool = tools.get(name)
    if tool is None:
        return _result(f"There is no tool {name!r}. The tools are: ask, {', '.join(tools)}.", wrong=True)
    try:
        given = _checked(tool, arguments)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"])) or "the arguments"
        return _result(f"{place}: {first['msg']}. See the tool's schema.", wrong=True)
    content, artifact = tool.func(_runtime(assistant), **given)  # type: ignore[attr-defined]
    if isinstance(artifact, Failure):
        return _result(content, wrong=True)
    return _result(content, json.loads(content) if content.startswith("{") else None)


def _checked(tool: BaseTool, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments by the tool's own schema; parts that are models stay models, as the agent passes them."""
    schema: Any = tool.tool_call_schema
    unknown = sorted(set(arguments) - set(schema.model_fields))
    if unknown:
        raise ValidationError.from_exception_data(
            tool.name, [{"type": "extra_forbidden", "loc": (unknown[0],), "input": arguments[unknown[0]]}]
        )
    held: BaseModel = schema.model_validate(dict(arguments))
    return {name: getattr(held, name) for name in schema.model_fields}


def _runtime(assistant: Assistant) -> ToolRuntime[Any, Any]:
    context = assistant.context(SESSION)
    return ToolRuntime(state={}, context=context, config={}, stream_writer=lambda _: None, tool_call_id=None, store=None)


def _result(text: str, told: dict[str, Any] | None = None, *, wrong: bool = False) -> types.CallToolResult:
    """A result; the disclaimer is in it whatever it says."""
    shown = text if SHORT in text else f"{text}\n\n{SHORT}"
    return types.CallToolResult(
        content=[types.TextContent(type="text", text=shown)],
        structuredContent=told if told is not None else {"text": text, "disclaimer": SHORT},
        isError=wrong,
    )


def _version() -> str | None:
    try:
        return version("alvh-assistant")
    except PackageNotFoundError:
        return None
