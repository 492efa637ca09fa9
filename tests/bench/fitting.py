"""The fitting of a linear judgement of words (`assistant/judging`) to texts of several authors.

Logistic regression, one a head, both classes of equal weight, on runs of words weighed by rarity and on pooled directions of
the packaged embedding. The same texts give the same weights.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import minimize
from scipy.special import expit

from assistant import judging
from knowledge.embedding import packaged

Vector = NDArray[np.float64]

_FITS: Final = 20.0  # how closely the weights follow the texts
_OFTEN: Final = 3  # texts in which a run must stand
_KEPT: Final = 8_000  # runs of the largest weights, for each head


@dataclass(frozen=True)
class Example:
    """One text to learn from: its author and label, whether it cites, its runs and pooled words."""

    author: str
    label: str
    cites: bool
    runs: list[str]
    pooled: Vector

    @classmethod
    def of(cls, author: str, label: str, read: judging.Pieces, place: Vector | None = None, *, cites: bool = False) -> Example:
        """The example of a text that was read as `read`; `place`: where the embedding puts it, else its words pooled."""
        return cls(author, label, cites, judging.runs(read), judging.pooled(read, packaged()) if place is None else place)


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

    def judgement(self, least: float = 0.0) -> judging.Judgement:
        """What is kept: rarity is in the weights; those below `least`, and runs of small ones, are left out."""
        heads = np.array(list(self.heads.values()))
        size = len(self.runs)
        told = heads[:, 1 : size + 1] * self._rarity
        cut = [np.sort(np.abs(row))[-min(_KEPT, size)] for row in heads[:, 1 : size + 1]]
        kept = (np.abs(heads[:, 1 : size + 1]) >= np.array(cut)[:, None]) & (np.abs(told) >= least)
        weights = np.rint(np.where(kept, told, 0.0).T * judging.UNIT)
        runs = [run for run, row in zip(self.runs, weights, strict=True) if row.any()]
        return judging.Judgement(
            heads=tuple(self.heads),
            offset=heads[:, 0].round(4),
            pooled=heads[:, size + 1 :].round(3),
            runs={run: n for n, run in enumerate(runs)},
            weights=weights[weights.any(axis=1)] / judging.UNIT,
        )

    def save(self, path: Path, least: float = 0.0) -> int:
        """Write the judgement; how many runs it has."""
        judgement = self.judgement(least)
        np.savez_compressed(path, **judgement.arrays())  # type: ignore[arg-type]
        return len(judgement.runs)

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

    return np.asarray(
        minimize(loss, np.zeros(rows.shape[1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": 500, "ftol": 1e-7}).x
    )
