"""The fitting of a linear judgement of words (`assistant/judging`) to texts of several authors.

Logistic regression, one a head, both classes of equal weight, on runs of words weighed by rarity and on pooled directions of
the packaged embedding. The same texts give the same weights.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import minimize
from scipy.special import expit

from assistant import judging
from knowledge.embedding import WordLlamaEmbedding, packaged

Vector = NDArray[np.float64]
Pool = Callable[[judging.Pieces, WordLlamaEmbedding], Vector]

_FITS: Final = 20.0  # how closely the weights follow the texts
_OFTEN: Final = 3  # texts in which a run must stand
_KEPT: Final = 8_000  # runs of the largest weights, for each head
_UNIT: Final = 1_000


@dataclass(frozen=True)
class Example:
    """One text to learn from: its author and label, whether it cites, its runs and pooled words."""

    author: str
    label: str
    cites: bool
    runs: list[str]
    pooled: Vector

    @classmethod
    def of(cls, author: str, label: str, read: judging.Pieces, pool: Pool = judging.pooled, *, cites: bool = False) -> Example:
        """The example of a text that was read as `read`; `pool` is what stands for its words in the embedding."""
        return cls(author, label, cites, judging.runs(read), pool(read, packaged()))


Lesson = tuple[Callable[[Example], bool], Callable[[Example], bool]]
"""Which examples say anything about a head, and which of them are its own."""


class Fitted:
    """The weights of all heads, fitted to `told`."""

    def __init__(self, told: list[Example], lessons: Mapping[str, Lesson]) -> None:
        often = Counter(run for e in told for run in e.runs)
        self.runs = {run: n for n, run in enumerate(sorted(r for r, k in often.items() if k >= _OFTEN))}
        self._rarity = np.array([np.log(len(told) / often[run]) for run in self.runs])
        rows = self._rows(told)
        self.heads = {head: self._head(lesson, told, rows) for head, lesson in lessons.items()}

    def odds(self, head: str, told: list[Example]) -> Vector:
        """Log odds of each."""
        weights = self.heads[head]
        return np.asarray(self._rows(told) @ weights[1:] + weights[0])

    def document(self) -> dict[str, Any]:
        """What the judgement reads: rarity is in the weights; runs of small weights are left out."""
        all_heads = np.array(list(self.heads.values()))
        size = len(self.runs)
        told = all_heads[:, 1 : size + 1] * self._rarity
        cut = [np.sort(np.abs(row))[-min(_KEPT, size)] for row in all_heads[:, 1 : size + 1]]
        kept = np.abs(all_heads[:, 1 : size + 1]) >= np.array(cut)[:, None]
        whole = np.rint(np.where(kept, told, 0.0) * _UNIT).astype(int)
        return {
            "unit": _UNIT,
            "offset": [round(float(x), 4) for x in all_heads[:, 0]],
            "pooled": [[round(float(x), 3) for x in row] for row in all_heads[:, size + 1 :]],
            "runs": {run: whole[:, n].tolist() for run, n in self.runs.items() if whole[:, n].any()},
        }

    def save(self, path: Path) -> int:
        """Write the document, a run a line; how many runs it has."""
        document = self.document()
        lines = [f"{json.dumps(run, ensure_ascii=False)}: {json.dumps(told)}" for run, told in document.pop("runs").items()]
        head = json.dumps(document)[:-1]
        path.write_text(head + ', "runs": {\n' + ",\n".join(lines) + "\n}}\n", encoding="utf-8")
        return len(lines)

    def _rows(self, told: list[Example]) -> sparse.csr_matrix:
        at, columns, values = [], [], []
        for n, example in enumerate(told):
            share = 1.0 / (judging.SCALE * max(len(example.runs), 1) ** 0.5)
            known = [self.runs[run] for run in example.runs if run in self.runs]
            at += [n] * len(known)
            columns += known
            values += [share * self._rarity[c] for c in known]
        runs = sparse.csr_matrix((values, (at, columns)), shape=(len(told), len(self.runs)))
        return sparse.hstack([runs, sparse.csr_matrix(np.array([e.pooled for e in told]))]).tocsr()

    def _head(self, lesson: Lesson, told: list[Example], rows: sparse.csr_matrix) -> Vector:
        counts, own = lesson
        known = np.array([counts(e) for e in told])
        return _logistic(rows[known], np.array([own(e) for e in told])[known])


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
