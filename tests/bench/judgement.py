"""Fit the guards' judgement of words (`assistant/guards/judgement.json`), or hold each author out in turn.

python -m tests.bench judgement            fit on all sentences that may be tuned on, and write the weights
python -m tests.bench judgement --held-out fit without one author at a time; what is caught of his at 1, 2 and 5 % false alarms

Logistic regression with both classes of equal weight, on runs of words weighed by rarity and on pooled directions of the
packaged embedding. The same sentences give the same weights.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import minimize
from scipy.special import expit

from assistant.guards import judgement
from assistant.guards.citations import MARK
from assistant.guards.screening import unmarked
from knowledge import Index
from knowledge.embedding import packaged
from tests.assistant.planted import corpus, strangers
from tests.assistant.planted.measure import with_evidence

Vector = NDArray[np.float64]

FAULT: Final = {"advises": "advice", "states": "uncited fact"}
_FITS: Final = 20.0  # how closely the weights follow the sentences
_OFTEN: Final = 3  # sentences in which a run must stand
_KEPT: Final = 8_000  # runs of the largest weights, for each head
_UNIT: Final = 1_000
_FILE: Final = Path(judgement.__file__).with_suffix(".json")


@dataclass(frozen=True)
class Example:
    """One sentence to learn from: its author and fault, whether it cites, its runs and pooled words."""

    author: str
    fault: str
    cites: bool
    runs: list[str]
    pooled: Vector


def examples(index: Index) -> list[Example]:
    """All sentences that the guards may be tuned on."""
    told = {"own": corpus.sentences(index.glossary, "tuned")}
    told |= {a: strangers.sentences(a) for a in strangers.AUTHORS if a in strangers.TUNED_ON}
    return [e for author, sentences in told.items() for e in _examples(index, author, sentences)]


def _examples(index: Index, author: str, told: list[corpus.Sentence]) -> Iterator[Example]:
    for sentence, evidence in with_evidence(index, told):
        pieces = judgement.read(unmarked(sentence.text, evidence), evidence.words)
        cites = MARK.search(sentence.text) is not None
        yield Example(author, sentence.fault, cites, judgement.runs(pieces), judgement.pooled(pieces, packaged()))


class Fitted:
    """The weights of both heads, fitted to `told`."""

    def __init__(self, told: list[Example]) -> None:
        often = Counter(run for e in told for run in e.runs)
        self.runs = {run: n for n, run in enumerate(sorted(r for r, k in often.items() if k >= _OFTEN))}
        self._rarity = np.array([np.log(len(told) / often[run]) for run in self.runs])
        rows = self._rows(told)
        self.heads = {head: self._head(head, told, rows) for head in judgement.HEADS}

    def odds(self, head: str, told: list[Example]) -> Vector:
        """Log odds of each."""
        weights = self.heads[head]
        return np.asarray(self._rows(told) @ weights[1:] + weights[0])

    def document(self) -> dict[str, Any]:
        """What the judgement reads: rarity is in the weights; runs of small weights are left out."""
        both = np.array([self.heads[head] for head in judgement.HEADS])
        size = len(self.runs)
        told = both[:, 1 : size + 1] * self._rarity
        cut = [np.sort(np.abs(row))[-min(_KEPT, size)] for row in both[:, 1 : size + 1]]
        kept = np.abs(both[:, 1 : size + 1]) >= np.array(cut)[:, None]
        whole = np.rint(np.where(kept, told, 0.0) * _UNIT).astype(int)
        return {
            "unit": _UNIT,
            "offset": [round(float(x), 4) for x in both[:, 0]],
            "pooled": [[round(float(x), 3) for x in row] for row in both[:, size + 1 :]],
            "runs": {run: whole[:, n].tolist() for run, n in self.runs.items() if whole[:, n].any()},
        }

    def _rows(self, told: list[Example]) -> sparse.csr_matrix:
        at, columns, values = [], [], []
        for n, example in enumerate(told):
            share = 1.0 / (judgement.SCALE * max(len(example.runs), 1) ** 0.5)
            known = [self.runs[run] for run in example.runs if run in self.runs]
            at += [n] * len(known)
            columns += known
            values += [share * self._rarity[c] for c in known]
        runs = sparse.csr_matrix((values, (at, columns)), shape=(len(told), len(self.runs)))
        return sparse.hstack([runs, sparse.csr_matrix(np.array([e.pooled for e in told]))]).tocsr()

    def _head(self, head: str, told: list[Example], rows: sparse.csr_matrix) -> Vector:
        known = np.array([_counts(head, e) for e in told])
        sought = np.array([e.fault == FAULT[head] for e in told])[known]
        return _logistic(rows[known], sought)


def _counts(head: str, example: Example) -> bool:
    """Whether the sentence says anything about the head: what is advised may be false or stand under a mark, a fact not."""
    if head == "advises":
        return example.fault != "invented citation"
    return not example.cites and example.fault not in ("invented citation", "advice")


def _logistic(rows: sparse.csr_matrix, sought: NDArray[np.bool_]) -> Vector:
    """Weights, the offset first, of a regression in which both classes weigh the same; the offset is not held back."""
    n = len(sought)
    weight = np.where(sought, n / (2 * sought.sum()), n / (2 * (~sought).sum()))
    side = np.where(sought, 1.0, -1.0)

    def loss(w: Vector) -> tuple[float, Vector]:
        margin = side * (rows @ w[1:] + w[0])
        pull = -weight * side * expit(-margin)
        value = _FITS * float(weight @ np.logaddexp(0.0, -margin)) + 0.5 * float(w[1:] @ w[1:])
        return value, _FITS * np.concatenate([[pull.sum()], rows.T @ pull]) + np.concatenate([[0.0], w[1:]])

    return np.asarray(minimize(loss, np.zeros(rows.shape[1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x)


def _held_out(told: list[Example]) -> Iterator[str]:
    yield "| author | what | sentences | at 1 % | at 2 % | at 5 % |\n|---|---|---|---|---|---|"
    for author in dict.fromkeys(e.author for e in told):
        fitted = Fitted([e for e in told if e.author != author])
        for head, fault in FAULT.items():
            his = [e for e in told if e.author == author and e.fault in ("", fault) and _counts(head, e)]
            sought = np.array([bool(e.fault) for e in his])
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
    document = Fitted(told).document()
    lines = [f"{json.dumps(run, ensure_ascii=False)}: {json.dumps(both)}" for run, both in document.pop("runs").items()]
    head = json.dumps(document)[:-1]
    _FILE.write_text(head + ', "runs": {\n' + ",\n".join(lines) + "\n}}\n", encoding="utf-8")
    print(f"{len(told)} sentences, {len(lines)} runs written to {_FILE.name}")
