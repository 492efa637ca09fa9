"""`alvh`: starts the page; `alvh ask`, `alvh tool`, `alvh eval`, `alvh replay` and `alvh index` work without one.

Exit codes: 0 answered · 1 a fault · 2 wrong usage or unusable input · 3 something is missing · 4 declined · 5 not covered.
`alvh eval` leaves with 0 where every answer is sound (disclaimer, same twice, no number without a source), otherwise with 1.
Modules are imported by the command that needs them, so that each starts as fast as it can.
"""

from __future__ import annotations

import errno
import json
import logging
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from assistant.cli.starting import assistant_for, assistant_with, index_home, own_entries, require_model, speak_plainly
from tools.disclaimer import SHORT

if TYPE_CHECKING:
    from assistant import Answer
    from assistant.evaluation import Report

EXIT: Final = {"explanation": 0, "calculation": 0, "error": 1, "clarification": 3, "no-advice": 4, "not-covered": 5}

# Command → its module beside this one, imported when it is asked for.
_ELSEWHERE: Final = {"export": "documents", "glossary": "glossary", "mcp": "mcp", "replay": "documents", "tool": "tool"}

_MODEL = click.option(
    "--model",
    envvar="ALVH_MODEL",
    help="A model by LangChain's name, e.g. ollama:llama3.2; left out: the embedded one, offline.",
)


class _Root(click.Group):
    """Makes the tool commands only when they are asked for; puts the disclaimer under every refusal."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        with _refusals():
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        with _refusals():
            return super().invoke(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), *_ELSEWHERE])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in _ELSEWHERE:
            command: click.Command = getattr(import_module(f"assistant.cli.{_ELSEWHERE[cmd_name]}"), cmd_name)
            return command
        return super().get_command(ctx, cmd_name)


def _version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked:
        try:
            click.echo(f"alvh {version('alvh-assistant')}")
        except PackageNotFoundError:
            click.echo("alvh, run from a checkout that is not installed")
        ctx.exit()


@click.group(cls=_Root, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}, epilog=SHORT)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to serve the page on.")
@click.option("--port", type=click.IntRange(1, 65535), help="Port; left out: the first free one from 7860.")
@click.option("--no-browser", is_flag=True, help="Do not open a browser window.")
@click.option(
    "--glossary", "notes", type=click.Path(exists=True, file_okay=False, path_type=Path), help="A folder of your own entries."
)
@_MODEL
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version.")
@click.pass_context
def main(ctx: click.Context, host: str, port: int | None, no_browser: bool, notes: Path | None, model: str | None) -> None:
    """Learn the Adaptive Layered VIX Hedge: without a command, open the chat page in the browser."""
    speak_plainly()
    level = logging.getLevelNamesMapping().get(os.environ.get("ALVH_LOG", "").upper(), logging.ERROR)
    logging.basicConfig(level=level, format="%(levelname)s %(name)s: %(message)s")
    ctx.obj = notes
    if ctx.invoked_subcommand is None:
        _serve(host, port, no_browser, model)


@main.command()
@click.argument("question", nargs=-1, required=True)
@click.option(
    "--data", multiple=True, type=click.Path(path_type=Path), help="A table to load first (CSV, Excel, Parquet, JSON)."
)
@click.option("--then", multiple=True, metavar="QUESTION", help="A further question of the same conversation; may be repeated.")
@click.option("--save", type=click.Path(dir_okay=False, path_type=Path), help="Keep the conversation: .md, .json or .ipynb.")
@click.option("--working", is_flag=True, help="Show the steps of each calculation with the numbers put in.")
@click.option("--json", "as_json", is_flag=True, help="Print the whole answer as JSON; with --then a list of them.")
@_MODEL
def ask(
    question: tuple[str, ...],
    data: tuple[Path, ...],
    then: tuple[str, ...],
    save: Path | None,
    working: bool,
    as_json: bool,
    model: str | None,
) -> None:
    """Answer one question, e.g. alvh ask "when did it last trigger?" --data vix.csv

    The exit code is that of the last answer.
    """
    from assistant.unanswered import failed
    from tools.errors import ToolError

    asked = [" ".join(question), *then]
    if save is not None:
        _savable(save)
    assistant = assistant_for(model)
    try:
        for path in data:
            for left in assistant.load(path).report.questions:
                ways = " or ".join(f'"{choice.label}"' for choice in left.choices if not choice.taken)
                click.echo(f"{path.name}: {left.text} If that is wrong, ask {ways} and the rest with --then.", err=True)
    except (ToolError, OSError) as error:
        click.echo(_shown([failed(asked[0], error)], as_json, working, listed=bool(then)))
        sys.exit(2)
    answers = [assistant.ask(words) for words in asked]
    click.echo(_shown(answers, as_json, working, listed=bool(then)))
    if save is not None:
        from assistant.cli.documents import save as keep

        keep(assistant, save)
    sys.exit(EXIT[answers[-1].kind])


@main.command(name="eval")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print every row as JSON.")
@_MODEL
def evaluate(file: Path, as_json: bool, model: str | None) -> None:
    """Answer every question of a JSON Lines file and report kinds, terms, numbers, disclaimers and times."""
    from assistant.evaluation import evaluate as run
    from assistant.evaluation import read_rows
    from tools.errors import ToolError

    try:
        rows = read_rows(file)
    except (ToolError, OSError) as error:
        raise click.UsageError(str(error)) from error
    report: Report = run(assistant_for(model), rows)
    told = {**report.to_dict(), "disclaimer": SHORT}
    click.echo(json.dumps(told, ensure_ascii=False, indent=1) if as_json else f"{report}\n\n{SHORT}")
    sys.exit(0 if report.sound else 1)


@main.command()
@click.option("--home", type=click.Path(path_type=Path), help="Folder to keep the index in; left out: the user's cache.")
def index(home: Path | None) -> None:
    """Build or check the search index on disk and say what it holds."""
    import time

    from knowledge import Index

    kept = home or index_home()
    if kept is None:
        raise click.UsageError("The user's cache folder cannot be written. Name another folder with --home.")
    folder = kept / "index"
    started = time.perf_counter()
    try:
        opened = Index.open(folder)
    except OSError as error:
        raise click.UsageError(f"{folder} cannot hold the index: {error}. Name another folder with --home.") from error
    if not opened.kept:
        raise click.UsageError(f"{folder} cannot hold the index. Name another folder with --home.")
    glossary = opened.glossary
    claims = sum(len(e.claims) for e in glossary.entries)
    click.echo(f"{len(glossary.entries)} terms, {claims} claims, {len(glossary.sources)} sources; content {glossary.hash[:12]}")
    click.echo(f"Index: {folder} (opened in {time.perf_counter() - started:.1f} s)")
    click.echo(SHORT)


@contextmanager
def _refusals() -> Iterator[None]:
    """Put the disclaimer under a usage error; a command without arguments shows its help, which has it already."""
    try:
        yield
    except click.exceptions.NoArgsIsHelpError:
        raise
    except click.UsageError as error:
        message = error.format_message()
        raise click.UsageError(message if SHORT in message else f"{message}\n\n{SHORT}", ctx=error.ctx) from error
    except OSError as error:
        if error.errno == errno.EPIPE:  # whoever read it has enough
            raise
        raise click.ClickException(f"The system refused to read or write: {error}.\n\n{SHORT}") from error


def _shown(answers: Sequence[Answer], as_json: bool, working: bool, *, listed: bool) -> str:
    """Answers as text, or as JSON: one, or a list where several were asked for."""
    if as_json:
        told = [answer.to_dict() for answer in answers]
        return json.dumps(told if listed else told[0], ensure_ascii=False, indent=1)
    return "\n\n".join(answer.with_working() if working else str(answer) for answer in answers)


def _savable(path: Path) -> None:
    """Refuse a file that no document can be written to before anything is asked."""
    from assistant.documents import format_of
    from tools.errors import ToolError

    try:
        format_of(path)
    except ToolError as error:
        raise click.UsageError(f"The conversation cannot be saved. {error}") from error


def _serve(host: str, port: int | None, no_browser: bool, model: str | None) -> None:
    from assistant.page import serve

    if model:
        require_model(model)
    notes = own_entries()  # read here: the assistant is made in another thread
    try:
        page = serve(lambda: assistant_with(model, notes), host=host, port=port, open_browser=not no_browser)
    except OSError as error:
        raise click.UsageError(f"The page could not be served: {error}") from error
    click.echo(f"alvh-assistant is at {page.url}  (Ctrl+C stops it)")
    click.echo(SHORT)
    page.wait()
