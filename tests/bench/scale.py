"""How search grows with the glossary, against plain Chroma with its default settings on the same claims and the same vectors.

Both keep a folder; one process a size, queries in turns. Ours is the whole of `search`, from the words of a question to eight
cited claims; theirs is `query` with the question's vector at hand. Passages are claims; ours also holds names and ways of
asking. Memory and reopening are those of a fresh process with the glossary and the embedding already loaded.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from knowledge import Index
from knowledge.embedding import WordLlamaEmbedding
from tests.bench.corpus import glossary_of
from tests.bench.measure import in_turns
from tests.bench.retrieval import questions

SIZES = (1_000, 10_000, 100_000)
K = 8
BATCH = 5_000


def timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def memory() -> float:
    """Resident megabytes of this process now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def measure(passages: int, rounds: int) -> None:
    """One line of the table, both sides."""
    import chromadb
    import chromadb.api.rust  # so that loading it counts neither as time nor as memory of the index

    model = WordLlamaEmbedding()
    asked = [q.question for q in questions()][:rounds]
    vectors = [model.embed([text])[0].tolist() for text in asked]
    glossary = glossary_of(passages)
    claims = [c for e in glossary.entries for c in e.claims]
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = Path(folder) / "ours", Path(folder) / "theirs"
        # Built by another process, so that the memory seen here is that of reopening.
        command = [sys.executable, "-m", "tests.bench.scale", "--build", str(ours), "--only", str(passages)]
        built = float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        before = memory()
        begun = time.perf_counter()
        index = Index.open(ours, glossary, model)
        index.search(asked[0])
        reopened, held = time.perf_counter() - begun, memory() - before
        rows = model.embed([f"{c.term}: {c.text}" for c in claims])
        client = chromadb.PersistentClient(str(theirs))
        begun = time.perf_counter()
        plain = client.create_collection("plain", embedding_function=None)
        for first in range(0, len(claims), BATCH):
            part = slice(first, first + BATCH)
            plain.add([c.id for c in claims[part]], embeddings=rows[part], documents=[c.text for c in claims[part]])
        filled = time.perf_counter() - begun
        mine, other = in_turns(
            lambda i: index.search(asked[i], K), lambda i: plain.query(query_embeddings=[vectors[i]], n_results=K), rounds
        )
        index.close()
    cells = [
        f"{len(claims):,}",
        f"{len(claims) / built:,.0f}",
        f"{len(claims) / filled:,.0f}",
        f"{reopened:.2f} s",
        f"{held:.0f} MB",
        f"{1e3 * statistics.median(mine):.2f}",
        f"{1e3 * float(np.percentile(mine, 99)):.2f}",
        f"{1e3 * statistics.median(other):.2f}",
        f"{1e3 * float(np.percentile(other, 99)):.2f}",
        f"**{statistics.median(mine) / statistics.median(other):.2f}**",
    ]
    print(f"| {' | '.join(cells)} |", flush=True)


HEAD = (
    "| passages | ours built a second | theirs | reopened, first search | memory by it"
    " | ours p50 ms | p99 | theirs p50 ms | p99 | ratio |\n|" + " --- |" * 10
)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser("tests.bench scale", description=__doc__)
    parser.add_argument(
        "--sizes", type=int, nargs="*", default=SIZES, help="numbers of passages besides the shipped glossary's"
    )
    parser.add_argument("--rounds", type=int, default=300, help="queries of each side")
    parser.add_argument("--only", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--build", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.build is not None:
        glossary, model = glossary_of(given.only), WordLlamaEmbedding()
        model.embed(["ready"])
        print(timed(lambda: Index.open(given.build, glossary, model).close()))
        return
    if given.only is not None:
        measure(given.only, given.rounds)
        return
    print(HEAD, flush=True)
    for size in sorted({shipped(), *given.sizes}):
        subprocess.run(
            [sys.executable, "-m", "tests.bench.scale", "--only", str(size), "--rounds", str(given.rounds)], check=True
        )


def shipped() -> int:
    from knowledge import Glossary

    return sum(len(e.claims) for e in Glossary.load().entries)


if __name__ == "__main__":
    main()
