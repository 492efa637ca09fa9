"""Fit the guards' judgement of words (`assistant/guards/judgement.npz`), or hold each author out in turn; see `fitting`.

python -m tests.bench judgement            fit on all sentences that may be tuned on, and write the weights
python -m tests.bench judgement --held-out fit without one author at a time; what is caught of his at 1, 2 and 5 % false alarms
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

import numpy as np

from assistant.guards import judgement
from assistant.guards.citations import MARK
from assistant.guards.screening import unmarked
from knowledge import Index
from tests.assistant.planted import corpus, strangers
from tests.assistant.planted.measure import with_evidence
from tests.bench.fitting import Example, Fitted, Lesson

FAULT: Final = {"advises": "advice", "states": "uncited fact"}
_FILE: Final = Path(judgement.__file__).with_suffix(".npz")


def examples(index: Index) -> list[Example]:
    """All sentences that the guards may be tuned on."""
    told = {"own": corpus.sentences(index.glossary, "tuned")}
    told |= {a: strangers.sentences(a) for a in strangers.AUTHORS if a in strangers.TUNED_ON}
    return [e for author, sentences in told.items() for e in _examples(index, author, sentences)]


def _examples(index: Index, author: str, told: list[corpus.Sentence]) -> Iterator[Example]:
    for sentence, evidence in with_evidence(index, told):
        pieces = judgement.read(unmarked(sentence.text, evidence), evidence.words)
        yield Example.of(author, sentence.fault, pieces, cites=MARK.search(sentence.text) is not None)


def _counts(head: str, example: Example) -> bool:
    """Whether the sentence says anything about the head: what is advised may be false or stand under a mark, a fact not."""
    if head == "advises":
        return example.label != "invented citation"
    return not example.cites and example.label not in ("invented citation", "advice")


def _own(head: str, example: Example) -> bool:
    return example.label == FAULT[head]


LESSONS: Final[dict[str, Lesson]] = {head: (partial(_counts, head), partial(_own, head)) for head in judgement.HEADS}


def _held_out(told: list[Example]) -> Iterator[str]:
    yield "| author | what | sentences | at 1 % | at 2 % | at 5 % |\n|---|---|---|---|---|---|"
    for author in dict.fromkeys(e.author for e in told):
        fitted = Fitted([e for e in told if e.author != author], LESSONS)
        for head, fault in FAULT.items():
            his = [e for e in told if e.author == author and e.label in ("", fault) and _counts(head, e)]
            sought = np.array([bool(e.label) for e in his])
            if not sought.any() or sought.all():
                continue
            odds = fitted.odds(head, his)
            caught = [float(np.mean(odds[sought] > np.quantile(odds[~sought], 1 - share))) for share in (0.01, 0.02, 0.05)]
            yield f"| {author} | {fault} | {sought.sum()} of {len(his)} | {' | '.join(f'{100 * c:.1f}%' for c in caught)} |"


def main(arguments: list[str]) -> None:
    told = examples(Index.open(None))
    if "--held-out" in arguments:
        for line in _held_out(told):
            print(line, flush=True)
        return
    runs = Fitted(told, LESSONS).save(_FILE)
    print(f"{len(told)} sentences, {runs} runs written to {_FILE.name}")
