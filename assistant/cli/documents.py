"""`alvh export` and `alvh replay`: what can be done with a saved conversation."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tools.disclaimer import SHORT
from tools.errors import ToolError

if TYPE_CHECKING:
    from assistant import Assistant
    from assistant.documents import Record

_RECORD = click.argument("record", metavar="RECORD", type=click.Path(exists=True, dir_okay=False, path_type=Path))


@click.command(epilog=SHORT)
@_RECORD
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path))
def export(record: Path, out: Path) -> None:
    """Write a saved conversation (JSON) as another document: OUT ends in .md, .ipynb or .json."""
    _write(_read(record), out)


@click.command(epilog=SHORT)
@_RECORD
@click.option(
    "--data",
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    help="The conversation's files, or the folder that holds them; left out: the folder of the record.",
)
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
@click.option("--model", envvar="ALVH_MODEL", help="A model by LangChain's name; left out: the embedded one, offline.")
def replay(record: Path, data: tuple[Path, ...], as_json: bool, model: str | None) -> None:
    """Ask a saved conversation (JSON) again and report every difference.

    Leaves with 0 where every answer is identical, 1 where any differs, 2 for an unusable record, 3 where its data is missing.
    """
    from assistant.cli.starting import assistant_for
    from assistant.documents import replay as run

    saved = _read(record)
    try:
        found = run(assistant_for(model), saved, data or (record.parent,))
    except FileNotFoundError as error:
        _tell(str(error), as_json, 3)
    except ToolError as error:
        _tell(str(error), as_json, 2)
    click.echo(json.dumps(found.to_dict(), ensure_ascii=False, indent=1) if as_json else str(found))
    sys.exit(0 if found.identical else 1)


def save(assistant: Assistant, out: Path) -> None:
    """Write the conversation to a file, and say so on the error stream; nothing is written where nothing was kept of it."""
    try:
        kept = assistant.record()
    except ToolError as error:
        raise click.UsageError(f"The conversation was not saved. {error}") from error
    _write(kept, out)


def _write(record: Record, out: Path) -> None:
    """In the form that the file's ending asks for."""
    from assistant.documents import format_of, written

    if not out.parent.is_dir():
        raise click.UsageError(
            f"The conversation was not saved. There is no folder {out.parent}: make it, or name another file."
        )
    part = out.with_name(f"{out.name}.part")  # a program that is stopped meanwhile leaves no half of a document
    try:
        part.write_text(written(record, format_of(out)), encoding="utf-8")
        part.replace(out)
    except (ToolError, OSError) as error:
        raise click.UsageError(f"The conversation was not saved. {error}") from error
    click.echo(f"Saved in {out}", err=True)


def _read(path: Path) -> Record:
    from assistant.documents import read

    try:
        return read(path.read_bytes())
    except (ToolError, OSError) as error:
        raise click.UsageError(f"{path} cannot be used. {error}") from error


def _tell(words: str, as_json: bool, code: int) -> None:
    """Say why nothing was run again, with the disclaimer, and leave."""
    if as_json:
        click.echo(json.dumps({"error": words, "disclaimer": SHORT}, ensure_ascii=False, indent=1))
    else:
        click.echo(f"{words}\n\n{SHORT}", err=True)
    sys.exit(code)
