"""`alvh mcp`: the assistant's tools and answers for other programs, by the Model Context Protocol."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tools.disclaimer import SHORT
from tools.errors import ToolError


@click.command(epilog=SHORT)
@click.option("--data", multiple=True, type=click.Path(path_type=Path), help="A table that the tools may use.")
@click.option("--model", envvar="ALVH_MODEL", help="A model by LangChain's name; left out: the embedded one, offline.")
def mcp(data: tuple[Path, ...], model: str | None) -> None:
    """Serve every tool, `ask` and `search_glossary` on stdin and stdout (Model Context Protocol)."""
    try:
        import mcp as _  # noqa: F401
    except ModuleNotFoundError:
        click.echo(f"The MCP server needs a further package: pip install 'alvh-assistant[mcp]'\n\n{SHORT}", err=True)
        sys.exit(3)
    from assistant.cli.starting import assistant_for
    from assistant.protocol import SESSION, serve

    assistant = assistant_for(model)
    try:
        for path in data:
            assistant.load(path, session=SESSION)
    except (ToolError, OSError) as error:
        raise click.UsageError(str(error)) from error
    serve(assistant)
