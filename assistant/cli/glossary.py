"""`alvh glossary`: check, show and export the glossary, with one's own notes when `--glossary DIR` names them."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from knowledge import Glossary
from tools.disclaimer import SHORT


@click.group(epilog=SHORT)
def glossary() -> None:
    """Check, show or export the cited glossary."""


@glossary.command()
@click.pass_obj
def check(notes: Path | None) -> None:
    """Validate entries, citations, names, links and the method's figures; names file and line of each problem."""
    from assistant.figures import disagreements
    from knowledge.check import problems

    found = problems(extra=notes)
    if not found:
        found = disagreements(Glossary.load(extra=notes))
    click.echo("\n".join([*found, f"{len(found)} problem{'' if len(found) == 1 else 's'}"]))
    sys.exit(1 if found else 0)


@glossary.command()
@click.argument("term", nargs=-1, required=True)
@click.pass_obj
def show(notes: Path | None, term: tuple[str, ...]) -> None:
    """Print one entry with its sources in APA style, e.g. alvh glossary show call butterfly"""
    from knowledge.export import entry_markdown

    loaded = Glossary.load(extra=notes)
    name = " ".join(term)
    entry = loaded.find(name)
    if entry is None:
        raise click.UsageError(f"The glossary has no term {name!r}. Near it: {', '.join(_near(name, loaded)) or 'nothing'}.")
    click.echo(entry_markdown(entry, loaded))
    click.echo(SHORT)


@glossary.command()
@click.option("--format", "kind", type=click.Choice(["markdown", "json"]), default="markdown", show_default=True)
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="File to write; left out: the screen.")
@click.pass_obj
def export(notes: Path | None, kind: str, output: Path | None) -> None:
    """Write the whole glossary as one Markdown or JSON document."""
    from knowledge.export import glossary_data, glossary_markdown

    loaded = Glossary.load(extra=notes)
    if kind == "json":
        text = json.dumps({**glossary_data(loaded), "disclaimer": SHORT}, ensure_ascii=False, indent=1)
    else:
        text = f"{glossary_markdown(loaded)}\n---\n\n{SHORT}"
    if output is None:
        click.echo(text)
    else:
        output.write_text(text + "\n", encoding="utf-8")
        click.echo(f"{len(loaded.entries)} entries written to {output}")


def _near(name: str, loaded: Glossary) -> list[str]:
    from rapidfuzz import process

    names = {n: e.term for e in loaded.entries for n in (e.term, *e.aliases)}
    return list(dict.fromkeys(names[found] for found, _, _ in process.extract(name, sorted(names), limit=5, score_cutoff=60)))
