"""`alvh`: starts the page; `alvh ask`, `alvh tool`, `alvh eval` and `alvh index` do the same work without one.

Exit codes: 0 answered · 1 a fault · 2 wrong usage or unusable input · 3 something is missing · 4 declined · 5 not covered.
Modules are imported by the command that needs them, so that each starts as fast as it can.
"""

from __future__ import annotations

import json
import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from tools.disclaimer import SHORT

if TYPE_CHECKING:
    from assistant import Answer, Assistant

EXIT: Final = {"explanation": 0, "calculation": 0, "error": 1, "clarification": 3, "no-advice": 4, "not-covered": 5}

_MODEL = click.option(
    "--model",
    envvar="ALVH_MODEL",
    help="A model by LangChain's name, e.g. ollama:llama3.2; left out: the embedded one, offline.",
)


class _Root(click.Group):
    """Loads the tool commands only when they are asked for: the catalogue imports pandas."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), "tool"])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name == "tool":
            from assistant.cli.tool import tool

            return tool
        return super().get_command(ctx, cmd_name)


@click.group(cls=_Root, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}, epilog=SHORT)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to serve the page on.")
@click.option("--port", type=click.IntRange(1, 65535), help="Port; left out: the first free one from 7860.")
@click.option("--no-browser", is_flag=True, help="Do not open a browser window.")
@_MODEL
@click.version_option(package_name="alvh-assistant", prog_name="alvh")
@click.pass_context
def main(ctx: click.Context, host: str, port: int | None, no_browser: bool, model: str | None) -> None:
    """Learn the Adaptive Layered VIX Hedge: without a command, open the chat page in the browser."""
    logging.basicConfig(level=os.environ.get("ALVH_LOG", "ERROR").upper(), format="%(levelname)s %(name)s: %(message)s")
    if ctx.invoked_subcommand is None:
        _serve(host, port, no_browser, model)


@main.command()
@click.argument("question", nargs=-1, required=True)
@click.option(
    "--data", multiple=True, type=click.Path(path_type=Path), help="A table to load first (CSV, Excel, Parquet, JSON)."
)
@click.option("--json", "as_json", is_flag=True, help="Print the whole answer as JSON.")
@_MODEL
def ask(question: tuple[str, ...], data: tuple[Path, ...], as_json: bool, model: str | None) -> None:
    """Answer one question, e.g. alvh ask "when did it last trigger?" --data vix.csv"""
    from assistant.core import failed
    from tools.errors import ToolError

    assistant = _assistant(model)
    words = " ".join(question)
    try:
        for path in data:
            assistant.load(path)
    except (ToolError, OSError) as error:
        _show(failed(words, error), as_json, code=2)
    _show(assistant.ask(words), as_json)


@main.command(name="eval")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print every row as JSON.")
@_MODEL
def evaluate(file: Path, as_json: bool, model: str | None) -> None:
    """Answer every question of a JSON Lines file and report kinds, terms, numbers, disclaimers and times."""
    from assistant.evaluation import evaluate as run
    from assistant.evaluation import read_rows

    report = run(_assistant(model), read_rows(file))
    click.echo(json.dumps(report.to_dict(), ensure_ascii=False, indent=1) if as_json else str(report))
    sys.exit(0 if report.sound else 1)


@main.command()
@click.option("--home", type=click.Path(path_type=Path), help="Folder to keep the index in; left out: the user's cache.")
def index(home: Path | None) -> None:
    """Build or check the search index on disk and say what it holds."""
    import time

    from platformdirs import user_cache_path

    from knowledge import Index

    folder = (home or user_cache_path("alvh-assistant")) / "index"
    started = time.perf_counter()
    opened = Index.open(folder)
    glossary = opened.glossary
    claims = sum(len(e.claims) for e in glossary.entries)
    click.echo(f"{len(glossary.entries)} terms, {claims} claims, {len(glossary.sources)} sources; content {glossary.hash[:12]}")
    click.echo(f"Index: {folder} (opened in {time.perf_counter() - started:.1f} s)")
    click.echo(SHORT)


def _assistant(model: str | None) -> Assistant:
    from assistant import Assistant

    return Assistant(model)


def _show(answer: Answer, as_json: bool, code: int | None = None) -> None:
    """Print the answer and leave with its exit code."""
    shown: Any = json.dumps(answer.to_dict(), ensure_ascii=False, indent=1) if as_json else str(answer)
    click.echo(shown)
    sys.exit(EXIT[answer.kind] if code is None else code)


def _serve(host: str, port: int | None, no_browser: bool, model: str | None) -> None:
    from assistant.page import serve

    try:
        page = serve(lambda: _assistant(model), host=host, port=port, open_browser=not no_browser)
    except OSError as error:
        raise click.ClickException(f"The page could not be served: {error}. Try another --port.") from error
    click.echo(f"alvh-assistant is at {page.url}  (Ctrl+C stops it)")
    click.echo(SHORT)
    page.wait()
