"""`python -m knowledge.check`: read every entry and report what is wrong, a line a problem; exit status 1 if anything is."""

from __future__ import annotations

import sys
from pathlib import Path

from knowledge.bibliography import load_bibliography
from knowledge.entries import Entry, GlossaryError, load_entry
from knowledge.glossary import HERE, Glossary


def problems(
    entries: Path = HERE / "glossary", bibliography: Path = HERE / "bibliography", *, extra: Path | None = None
) -> list[str]:
    """Every problem found, unreadable files included, so that one bad file does not hide the others.

    `extra` is a folder of the user's own entries, checked together with the others.
    """
    found: list[str] = []
    good: list[Entry] = []
    own = sorted(extra.glob("*.md")) if extra is not None else []
    for path in [*sorted(entries.glob("*.md")), *own]:
        try:
            good.append(load_entry(path))
        except GlossaryError as error:
            found.append(str(error))
    try:
        sources = load_bibliography(bibliography) | (load_bibliography(extra) if extra is not None else {})
        found += Glossary.of(good, sources).check()
    except GlossaryError as error:
        found.append(str(error))
    return found


def main() -> int:
    """Write the problems to standard output."""
    found = problems()
    sys.stdout.write("\n".join([*found, f"{len(found)} problem(s)"]) + "\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
