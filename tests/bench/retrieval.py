"""Does a question in a user's words find its entry? Hit rates of words and names, of vectors alone, and of all together.

The questions (`questions.jsonl`) were written before anything was tuned on them. Half of them, drawn with a fixed seed, served
for tuning; the other half is what is reported unless `--half` says otherwise. For a question on two terms, hit@3 needs both
among the first three and hit@1 both among the first two; "either" asks for one of them. Brackets: 95% bootstrap interval.

Many ways of asking in the glossary were written after these questions and by the same hand, so the gain over "hybrid without
ways of asking" flatters them. `--half second` takes those of a second author (`questions-second-author.jsonl`), who knew
the sources and the entries' names alone; nothing was tuned on them. There any of a row's terms answers it.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge import Glossary, Index
from knowledge.embedding import WordLlamaEmbedding
from knowledge.reading import Weights

QUESTIONS = Path(__file__).with_name("questions.jsonl")
SECOND = Path(__file__).with_name("questions-second-author.jsonl")
SEED = 2026
DEPTH = 10
RESAMPLES = 10_000


@dataclass(frozen=True)
class Question:
    """One row: the words, the entries that answer it (any of them; both for "two-terms"), and how it is put."""

    question: str
    terms: tuple[str, ...]
    style: str


def questions(path: Path = QUESTIONS) -> list[Question]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [Question(r["question"], tuple(r["terms"]), r["style"]) for r in rows]


def halves(asked: Sequence[Question]) -> dict[str, list[Question]]:
    """The half for tuning, the half held back, and all."""
    order = list(range(len(asked)))
    random.Random(SEED).shuffle(order)
    tuned = set(order[: len(asked) // 2])
    parts = {"tuned": [q for i, q in enumerate(asked) if i in tuned]}
    return parts | {"held": [q for i, q in enumerate(asked) if i not in tuned], "all": list(asked)}


def place(question: Question, ranked: Sequence[str], *, either: bool = False) -> int:
    """Where the answer stands, from 1: the first term, or of two terms the later less one; beyond `DEPTH` where missing."""
    places = [ranked.index(term) + 1 if term in ranked else DEPTH + 2 for term in question.terms]
    return max(places) - 1 if question.style == "two-terms" and not either else min(places)


def hits(question: Question, at: int) -> tuple[float, float, float]:
    """hit@1, hit@3, reciprocal rank."""
    third = 2 if question.style == "two-terms" else 3
    return float(at <= 1), float(at <= third), 1 / at if at <= DEPTH else 0.0


def interval(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """2.5% and 97.5% points of the resampled means, one column a measure."""
    drawn = np.random.default_rng(SEED).integers(0, len(rows), (RESAMPLES, len(rows)))
    low, high = np.percentile(rows[drawn].mean(axis=1), (2.5, 97.5), axis=0)
    return np.stack([low, high], axis=1)


def systems() -> dict[str, Index]:
    """What is compared; one embedding serves all."""
    glossary, model = Glossary.load(), WordLlamaEmbedding()
    bare = Glossary.of([replace(e, asked=()) for e in glossary.entries], glossary.sources)
    return {
        "lexical": Index.open(None, glossary, model, Weights(dense=0.0)),
        "dense": Index.open(None, glossary, model, Weights(words=0.0, trigrams=0.0, named=0.0, focus=2.0)),
        "hybrid": Index.open(None, glossary, model),
        "hybrid without ways of asking": Index.open(None, bare, model),
    }


def report(half: str) -> None:
    asked = questions(SECOND) if half == "second" else halves(questions())[half]
    compared = systems()
    told = [
        q for q in asked if q.style == "described" and {m.term for m in compared["hybrid"].mentions(q.question)} & {*q.terms}
    ]
    print(f"{len(asked)} questions ({half}); of those that only describe a term, {len(told)} hold one of its names by chance\n")
    print("| search | questions | n | hit@1 | hit@3 | MRR@10 |\n| --- | --- | --- | --- | --- | --- |")
    for name, index in compared.items():
        ranked = [[t.term for t in index.rank(q.question, DEPTH)] for q in asked]
        groups = {
            style: [i for i, q in enumerate(asked) if q.style == style] for style in dict.fromkeys(q.style for q in asked)
        }
        for style, members in {**groups, "all": list(range(len(asked)))}.items():
            line(name, style, np.array([hits(asked[i], place(asked[i], ranked[i])) for i in members]))
            if style == "two-terms":
                either = [place(asked[i], ranked[i], either=True) for i in members]
                line(name, "two-terms, either", np.array([(at <= 1, at <= 3, 1 / at if at <= DEPTH else 0.0) for at in either]))
        index.close()


def line(name: str, style: str, rows: NDArray[np.float64]) -> None:
    cells = (f"{mean:.3f} ({low:.2f}–{high:.2f})" for mean, (low, high) in zip(rows.mean(axis=0), interval(rows), strict=True))
    print(f"| {name} | {style} | {len(rows)} | {' | '.join(cells)} |", flush=True)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser("tests.bench retrieval", description=__doc__)
    parser.add_argument("--half", choices=("held", "tuned", "all", "second"), default="held", help="which questions")
    report(parser.parse_args(arguments).half)


if __name__ == "__main__":
    main()
