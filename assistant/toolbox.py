"""The agent's tools, generated from the catalogue: numbers and enums in, the tool's own words out.

A model never passes a path, code or a table: a parameter that takes data becomes a choice of column of the user's loaded
table, or a list of numbers that stand in the conversation. Bad input comes back as the tool's own sentence, so that
any model can ask for what is missing.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any, Literal

import pandas as pd
from langchain.tools import ToolRuntime
from langchain_core.tools import BaseTool
from pydantic import BaseModel, ConfigDict, Field, create_model

from assistant.agent_tool import AgentTool
from assistant.context import TurnContext
from assistant.events import StepEnded
from assistant.findings import search
from assistant.outcomes import Artifact, Failure, title_of, told
from assistant.session import ROWS, Session, rows
from assistant.stretches import STRETCH, between, stretch
from tools import CATALOGUE, Table, macd_trigger
from tools.catalogue import Parameter, Tool
from tools.errors import ToolError
from tools.result import Result

DATA = ("series", "table", "events")  # kinds of parameter that the session fills, not the model


class _Leg(BaseModel):
    """One leg: a sold or bought option, or a future."""

    model_config = ConfigDict(extra="forbid")
    side: Literal["long", "short"]
    kind: Literal["call", "put", "future", "VX", "VXM"]
    strike: float
    premium: float
    quantity: int = 1


class _Fill(BaseModel):
    """One purchase."""

    model_config = ConfigDict(extra="forbid")
    price: float
    units: float


_TYPES: Mapping[str, Any] = {
    "number": float,
    "integer": int,
    "flag": bool,
    "numbers": list[float],
    "names": list[str],
    "dates": list[str],
    "legs": list[_Leg],
    "fills": list[_Fill],
}
_RULE: Mapping[str, Any] = {
    "fast": int,
    "slow": int,
    "signal": int,
    "seed": Literal["sma", "first"],
    "normalise": Literal["mean", "median", "max", "minmax", "percentile"],
    "depressed_below": float,
}
"""Parameters of the rule whose triggers stand for dates."""


def build_tools() -> list[BaseTool]:
    """Every agent tool: the catalogue, the search of the glossary, and what tells of a loaded table or reads it again."""
    return [_search_tool(), _table_tool(), _reread_tool(), *(_calculator(tool) for tool in CATALOGUE.values())]


def _calculator(tool: Tool) -> BaseTool:
    def compute(session: Session, arguments: dict[str, Any]) -> Result:
        given = _arguments(tool, session, arguments)
        for parameter in tool.parameters:
            if parameter.required and parameter.name not in given:
                raise ToolError(parameter.name, None, parameter.allowed, "Give it, or load a table that holds it.")
        return tool.run(**given)

    return _agent_tool(tool.name, tool.meaning, _schema(tool), compute)


def _search_tool() -> BaseTool:
    class Search(BaseModel):
        query: str = Field(description="what to look up, in the user's words", max_length=1000)
        terms: list[str] = Field(default=[], description="glossary terms that the question names")

    def run(runtime: ToolRuntime[TurnContext], query: str, terms: list[str] | None = None) -> tuple[str, Artifact]:
        return _step(runtime, "search_glossary", lambda: search(runtime.context.index, query, terms or []))

    words = (
        "Search the cited ALVH glossary. Returns claims with their ids; cite a claim as [id] right "
        "after the sentence that rests on it."
    )
    return AgentTool.from_function(
        run, name="search_glossary", description=words, args_schema=Search, response_format="content_and_artifact"
    )


def _table_tool() -> BaseTool:
    class Describe(BaseModel):
        table: str | None = Field(default=None, description="name of a loaded table; the latest one when left out")

    return _agent_tool(
        "describe_table",
        "Describe the user's loaded table: rows, dates, what each column is, and what is odd in it.",
        Describe,
        lambda session, arguments: session.pick(arguments.get("table")),
    )


def _reread_tool() -> BaseTool:
    class Reread(BaseModel):
        choice: str = Field(description="one of the choices that the table's description offers, word for word", max_length=200)

    def work(session: Session, arguments: dict[str, Any]) -> Table:
        table = session.pick(None).answered(arguments["choice"])
        session.reread(table)
        return table

    words = "Read the user's loaded table again in another way, where its description asks which is meant."
    return _agent_tool("reread_table", words, Reread, work)


def _agent_tool(
    name: str, meaning: str, schema: type[BaseModel], work: Callable[[Session, dict[str, Any]], Artifact]
) -> BaseTool:
    def run(runtime: ToolRuntime[TurnContext], **arguments: Any) -> tuple[str, Artifact]:
        given = {k: _plain(v) for k, v in arguments.items()}
        return _step(runtime, name, lambda: work(runtime.context.session, given))

    return AgentTool.from_function(
        run, name=name, description=meaning, args_schema=schema, response_format="content_and_artifact"
    )


def _step(runtime: ToolRuntime[TurnContext], name: str, work: Callable[[], Artifact]) -> tuple[str, Any]:
    """Run one call and tell its end; a ToolError is an answer, any other fault goes up."""
    started = time.perf_counter()
    artifact: Artifact
    try:
        artifact = work()
    except ToolError as error:
        artifact = Failure(error)
    content, detail = told(artifact)
    seconds = time.perf_counter() - started
    runtime.context.events.put(StepEnded(runtime.tool_call_id or name, title_of(name), detail, seconds))
    return content, artifact


def _schema(tool: Tool) -> type[BaseModel]:
    fields: dict[str, Any] = {}
    for parameter in tool.parameters:
        if parameter.kind == "series":
            column, table = _places(tool, parameter)
            fields[parameter.name] = (
                list[float] | None,
                Field(None, description=f"{parameter.meaning} Numbers, oldest first."),
            )
            fields[column] = (str | None, Field(None, description="instead: a column of the loaded table"))
            fields[table] = (str | None, Field(None, description="which loaded table, when there are several"))
            fields |= STRETCH
        elif parameter.kind == "events":
            fields[parameter.name] = (list[str] | None, Field(None, description=f"{parameter.meaning} Each as 2024-08-05."))
            fields["use_triggers"] = (bool, Field(False, description="take the dates from the triggers of the loaded table"))
            fields["column"] = (str | None, Field(None, description="the column whose triggers count"))
            fields |= {name: (kind | None, Field(None, description="of those triggers")) for name, kind in _RULE.items()}
            fields |= STRETCH
        elif parameter.kind == "calendar":
            fields[parameter.name] = (list[str] | None, Field(None, description=f"{parameter.meaning} Each as 2024-08-05."))
            fields[f"{parameter.name}_table"] = (str | None, Field(None, description="instead: a loaded table of dates"))
        elif parameter.kind == "table":
            fields["table"] = (str | None, Field(None, description="which loaded table, when there are several"))
        elif parameter.kind == "curve":
            fields[parameter.name] = (list[float] | None, Field(None, description=parameter.meaning))
            fields["use_table"] = (bool, Field(False, description="take the curve from the loaded table"))
            fields |= {name: STRETCH[name] for name in ("since", "upto")}
        elif parameter.kind != "rules":  # a Python caller's; single rules have parameters of their own
            fields[parameter.name] = _field(parameter)
    return create_model(tool.name, **fields)  # extra="forbid" would refuse the injected runtime too


def _places(tool: Tool, parameter: Parameter) -> tuple[str, str]:
    """Names of the arguments that say which column of which table; each series has its own where there are several."""
    several = sum(p.kind == "series" for p in tool.parameters) > 1
    return (f"{parameter.name}_column", f"{parameter.name}_table") if several else ("column", "table")


def _field(parameter: Parameter) -> tuple[Any, Any]:
    kind: Any = Literal[parameter.choices] if parameter.choices else _TYPES.get(parameter.kind, str)
    words = f"{parameter.meaning} ({parameter.allowed})"
    if parameter.required:
        return kind, Field(description=words)
    default = list(parameter.default) if isinstance(parameter.default, tuple) else parameter.default
    return (kind | None if default is None else kind), Field(default, description=words)


def _arguments(tool: Tool, session: Session, given: dict[str, Any]) -> dict[str, Any]:
    """The tool's arguments: the model's numbers, and the session's data where it chose a column or a table."""
    out = dict(given)
    column, name = out.pop("column", None), out.pop("table", None)
    period = (out.pop("since", None), out.pop("upto", None))
    part = (out.pop("bars", None), out.pop("until", None), period, out.pop("latest", None))
    by_triggers = any(p.kind == "events" for p in tool.parameters)
    rule = {k: v for k in _RULE if by_triggers and (v := out.pop(k, None)) is not None}
    use_triggers, use_table = out.pop("use_triggers", False), out.pop("use_table", False)
    for parameter in tool.parameters:
        value = out.get(parameter.name)
        if parameter.kind == "series":
            own_column, own_table = (out.pop(place, None) for place in _places(tool, parameter))
            if not value and (parameter.required or own_column or column):
                out[parameter.name] = stretch(session.pick(own_table or name).series(own_column or column), *part)
            elif value and any((*part[:2], *period, part[3])):
                out[parameter.name] = stretch(pd.Series(value, dtype=float), *part)
        elif parameter.kind == "events" and use_triggers:
            out[parameter.name] = macd_trigger(stretch(session.pick(name).series(column), *part), **rule)
        elif parameter.kind == "calendar" and (own_table := out.pop(f"{parameter.name}_table", None)):
            out[parameter.name] = session.pick(own_table)
        elif parameter.kind == "table":
            if parameter.required or name or session.active is not None:
                out[parameter.name] = session.pick(name)
        elif parameter.kind == "curve" and (use_table or not value):
            curve = session.pick(name).curve()
            out[parameter.name] = between(curve, *period) if any(period) else curve
        elif parameter.kind in ROWS:
            out[parameter.name] = rows(parameter.kind, value)
        elif value is None:
            out.pop(parameter.name, None)
    return out


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return value.model_dump()
    return [_plain(v) for v in value] if isinstance(value, list) else value
