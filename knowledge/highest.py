"""Where the highest of many values stand, found without sorting them all."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

_FEW: Final = 512
"""Values up to which sorting all of them is quicker."""
_PART: Final = 16
_MANY: Final = 64
"""Where there are more than so many times those wanted, each so-manieth value is looked at first."""


def highest(values: NDArray[Any], n: int) -> NDArray[np.intp]:
    """Positions of the `n` highest values, highest first; of equal ones the first."""
    if len(values) <= _FEW:
        return (-values).argsort(kind="stable")[:n]
    places = np.sort(among(values, n))
    return places[(-values[places]).argsort(kind="stable")]


def among(values: NDArray[Any], n: int) -> NDArray[np.intp]:
    """The same positions in no order."""
    if not 0 < n < len(values):
        return np.arange(len(values) if n else 0)
    if len(values) <= _MANY * n:
        return _parted(values, n)
    # The nth highest of a part is no higher than that of the whole: most values need no second look.
    part = values[::_PART]
    likely = np.flatnonzero(values >= np.partition(part, len(part) - n)[len(part) - n])
    return likely[_parted(values[likely], n)]


def _parted(values: NDArray[Any], n: int) -> NDArray[np.intp]:
    least = np.partition(values, len(values) - n)[len(values) - n]
    above = np.flatnonzero(values > least)
    return np.concatenate([above, np.flatnonzero(values == least)[: n - len(above)]])
