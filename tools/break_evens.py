"""The break-evens of many butterflies at once, for those who try strikes and prices by the thousand."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from tools.errors import ToolError


def butterfly_break_evens(lower: npt.ArrayLike, body: npt.ArrayLike, upper: npt.ArrayLike, debit: npt.ArrayLike) -> np.ndarray:
    """The break-evens of many butterflies at once: shape (…, 2), lower and upper, NaN where there is none.

    The same formulas as `butterfly`, on arrays that broadcast; fees belong into the debit. ToolError where strikes are not
    ascending and above 0, or a figure is not finite.
    """
    try:
        k1, k2, k3, d = np.broadcast_arrays(*(np.asarray(a, dtype=float) for a in (lower, body, upper, debit)))
    except (TypeError, ValueError) as error:
        raise ToolError("strikes", str(error), "numbers, in arrays of one length") from error
    sound = np.isfinite(d) & (k1 > 0) & (k1 < k2) & (k2 < k3) & np.isfinite(k3)
    if not bool(np.all(sound)):
        row = int(np.argmin(sound))
        given = "/".join(f"{k.flat[row]:g}" for k in (k1, k2, k3)) + f" at {d.flat[row]:g}"
        raise ToolError("strikes", given, "0 < lower < body < upper with a finite debit in every row", f"See row {row}.")
    wing, tail = k2 - k1, (k2 - k1) - (k3 - k2)
    below = np.where((d >= 0) & (d < wing), k1 + d, np.nan)
    above = np.where((d >= tail) & (d < wing), 2 * k2 - k1 - d, np.nan)
    return np.stack([below, above], axis=-1)
