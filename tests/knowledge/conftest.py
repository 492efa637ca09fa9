"""A small glossary of the tests' own, so that they do not depend on the packaged content."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from knowledge.glossary import Glossary
from knowledge.index import Index

ENTRIES = {
    "lantern-spread": """---
term: Lantern spread (LS)
aliases: [lantern, lamp spread]
related: [Harbour ratio]
tools: [lantern]
---
A lantern spread buys a near wick and sells a far wick. It pays when the evening grows darker. [@north; @south]

## What it is
- The near wick is bought and the far wick is sold in equal number. [@north]
- A lantern spread costs a debit paid at dusk. [@south]
## Numbers
- The usual wick is 12 candles long. [@north] {about: wick-length = 12}
## Open
- Nobody says when a lantern is put out. [@north]
""",
    "harbour-ratio": """---
term: Harbour ratio
aliases: [H/R, berth ratio]
---
The harbour ratio divides ships at anchor by free berths. [@south]

## Formula
- The ratio is $$H = \\frac{S}{B}$$ with $S$ ships and $B$ berths. [@south]
## Caution
- A ratio above one means that ships wait outside the port. [@south]
## Elsewhere
- One page gives a wick of 15 candles. [@south] {about: wick-length = 15}
""",
    "tide-gauge": """---
term: Tide gauge
aliases: [gauge, barnacle index]
---
A tide gauge shows how high the water stands. [@north]

## Why
- Sailors watch it because shallow water strands heavy boats. [@north]
""",
}
SOURCES = """
north:
  type: webpage
  title: Lights of the north
  author: [{family: Keeper, given: Ada Maria}]
  container-title: Coast Pages
  issued: 2026-05-09
  URL: https://example.org/north
  tier: primary
south:
  type: webpage
  title: What is a harbour?
  publisher: Harbour Board
  URL: https://example.org/south
  tier: reference
"""


def write(root: Path, entries: dict[str, str] = ENTRIES, sources: str = SOURCES) -> Path:
    """Write entries and sources under `root`."""
    (root / "entries").mkdir(parents=True, exist_ok=True)
    (root / "sources").mkdir(exist_ok=True)
    for name, text in entries.items():
        (root / "entries" / f"{name}.md").write_text(text, encoding="utf-8")
    (root / "sources" / "all.yaml").write_text(sources, encoding="utf-8")
    return root


def read(root: Path) -> Glossary:
    """Load what `write` wrote."""
    return Glossary.load(entries=root / "entries", bibliography=root / "sources")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "content")


@pytest.fixture
def reread(folder: Path) -> Callable[[], Glossary]:
    return lambda: read(folder)


@pytest.fixture(scope="session")
def glossary(tmp_path_factory: pytest.TempPathFactory) -> Glossary:
    return read(write(tmp_path_factory.mktemp("content")))


@pytest.fixture(scope="session")
def index(glossary: Glossary) -> Iterator[Index]:
    opened = Index.open(glossary=glossary)
    yield opened
    opened.close()
