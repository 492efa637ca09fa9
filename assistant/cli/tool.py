"""`alvh tool NAME …`: one sub-command a catalogue entry, its options made from the tool's own parameters."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn

import click

from tools import CATALOGUE, load_table
from tools.catalogue import Parameter, Tool
from tools.disclaimer import SHORT
from tools.errors import ToolError

DATA = ("series", "events", "table", "curve")
_NUMBERS = ("series", "numbers", "curve")
_DATES = ("dates", "events", "calendar", "names")
_LISTED = {
    "series": "Numbers separated by commas, oldest first.",
    "curve": "Numbers separated by commas, front month first.",
    "numbers": "Numbers separated by commas.",
    "names": "Names separated by commas.",
    "dates": "Dates separated by commas, each as 2024-08-05.",
    "events": "Dates separated by commas, each as 2024-08-05; or the triggers of --data.",
    "calendar": "Dates separated by commas, each as 2024-08-05.",
    "legs": "Repeat the option: side,kind,strike,premium[,quantity]",
    "fills": "Repeat the option: price,units",
}


class _Tools(click.Group):
    """The catalogue as a group of commands."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(CATALOGUE)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return command(CATALOGUE[cmd_name]) if cmd_name in CATALOGUE else None


@click.group(cls=_Tools, epilog=SHORT)
def tool() -> None:
    """Run one calculation, e.g. alvh tool butterfly --lower 25 --body 30 --upper 35 --debit 0.85"""


def command(entry: Tool) -> click.Command:
    """The click command of one tool."""
    kinds = {p.kind for p in entry.parameters}
    options = [_option(p) for p in entry.parameters if p.kind not in ("table", "rules")]
    if kinds.intersection(DATA):
        options.append(
            click.Option(["--data"], type=click.Path(path_type=Path), help="A table to read (CSV, Excel, Parquet, JSON).")
        )
    for p in entry.parameters:
        if p.kind == "calendar":
            words = "Instead: a table of dates, with a column that names the events if there is one."
            options.append(click.Option([f"--{p.name}-data"], type=click.Path(path_type=Path), help=words))
    several = _several(entry)
    for name in several:
        options.append(click.Option([f"--{name}-data"], type=click.Path(path_type=Path), help="The table of this series."))
        options.append(click.Option([f"--{name}-column"], help="Its column; left out: the one that fits best."))
    if kinds & {"series", "events"} and not several:
        options.append(click.Option(["--column"], help="The column to use; left out: the one that fits best."))
    options.append(click.Option(["--json", "as_json"], is_flag=True, help="Print the result as JSON."))

    def run(as_json: bool, data: Path | None = None, column: str | None = None, **given: Any) -> None:
        try:
            result = entry.run(**_arguments(entry, given, data, column))
        except (ToolError, OSError) as error:
            refuse(error, as_json)
        click.echo(json.dumps(result.to_dict(), ensure_ascii=False, indent=1) if as_json else result.explain())

    return click.Command(entry.name, params=list(options), callback=run, help=entry.meaning, epilog=SHORT)


def _several(entry: Tool) -> tuple[str, ...]:
    """Names, as options are written, of the series of a tool that takes several; each may come from its own table."""
    names = tuple(p.name.replace("_", "-") for p in entry.parameters if p.kind == "series")
    return names if len(names) > 1 else ()


def refuse(error: ToolError | OSError, as_json: bool) -> NoReturn:
    """Say what was wrong with the input, with the disclaimer, and leave with 2; JSON goes where a script reads it."""
    if as_json:
        click.echo(json.dumps({"error": str(error), "disclaimer": SHORT}, ensure_ascii=False, indent=1))
    else:
        click.echo(f"{error}\n\n{SHORT}", err=True)
    sys.exit(2)


def _option(parameter: Parameter) -> click.Option:
    name = f"--{parameter.name.replace('_', '-')}"
    repeated = parameter.kind in ("legs", "fills")
    kind: Any = {"number": float, "integer": int, "flag": bool}.get(parameter.kind, str)
    if parameter.choices:
        kind = click.Choice(parameter.choices, case_sensitive=False)
    required = parameter.required and parameter.kind not in DATA
    words = f"{parameter.meaning} {_LISTED.get(parameter.kind, '')}".strip()
    if parameter.number is not None:
        words = f"{parameter.meaning.rstrip('.')}: {parameter.allowed}."
    default = parameter.default
    if parameter.kind == "numbers" and default is not None:
        default = ",".join(f"{number:g}" for number in default)
    # click takes an explicit default, None included, for a value: a required option must come without one
    preset = {} if required or default is None else {"default": default, "show_default": True}
    return click.Option([name, parameter.name], type=kind, required=required, multiple=repeated, help=words, **preset)


def _arguments(entry: Tool, given: Mapping[str, Any], data: Path | None, column: str | None) -> dict[str, Any]:
    table = load_table(data) if data is not None else None
    out: dict[str, Any] = {}
    for parameter in entry.parameters:
        value = given.get(parameter.name)
        if parameter.kind in _DATES and value:
            value = [part.strip() for part in value.replace(";", ",").split(",") if part.strip()]
        elif parameter.kind in _NUMBERS and value:
            value = [_number(parameter.name, part) for part in value.replace(";", ",").split(",") if part.strip()]
        elif parameter.kind == "series":
            own = given.get(f"{parameter.name}_data")
            source = load_table(own) if own is not None else table
            value = source.series(given.get(f"{parameter.name}_column") or column) if source is not None else None
        elif parameter.kind == "events" and table is not None:
            value = CATALOGUE["macd_trigger"].run(series=table.series(column))
        elif parameter.kind == "calendar" and (own := given.get(f"{parameter.name}_data")) is not None:
            value = load_table(own)
        elif parameter.kind == "curve" and table is not None:
            value = table.curve()
        elif parameter.kind == "table":
            value = table
        elif parameter.kind in ("legs", "fills"):
            value = [_parts(parameter, text) for text in value or ()]
        if value is None and parameter.required:
            mend = "Give --data FILE." if parameter.kind == "table" else "Give --data FILE, or the numbers themselves."
            raise ToolError(parameter.name, None, parameter.allowed, mend)
        if value is not None:
            out[parameter.name] = value
    return out


def _parts(parameter: Parameter, text: str) -> tuple[Any, ...]:
    parts = [part.strip() for part in text.split(",")]
    if parameter.kind == "fills":
        return tuple(_number(parameter.name, part) for part in parts)
    if len(parts) not in (4, 5):
        raise ToolError(parameter.name, text, "side,kind,strike,premium[,quantity]", "For example long,call,25,2.40,1.")
    head: list[Any] = [*parts[:2], *(_number(parameter.name, part) for part in parts[2:4])]
    return (*head, *(_number(parameter.name, part) for part in parts[4:]))


def _number(name: str, text: str) -> float:
    try:
        return float(text)
    except ValueError as error:
        raise ToolError(name, text, "a number") from error
