"""Peers that need an environment of their own, each asked in turn by `tests.bench.speed`.

python tests/bench/peers.py vectorbt VALUES.npy    waits for lines on standard input and answers each with seconds
python tests/bench/peers.py optionlab 20

vectorbt and OptionLab want other releases of pandas than this program and each other; so they are no extra of it:
`pip install vectorbt` and `pip install optionlab` in two environments, and name their interpreters to the bench.
"""

from __future__ import annotations

import itertools
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

FAST, SLOW, SIGNAL = range(5, 15), range(20, 40, 2), range(5, 15)


def vectorbt(values: str) -> Callable[[], object]:
    """A thousand MACD cross-overs carried out, with fees: gain and deepest fall of each."""
    import numpy as np
    import pandas as pd

    vbt = import_module("vectorbt")  # no dependency of this program: it lives in an environment of its own

    price = pd.Series(np.load(values), index=pd.date_range("1990-01-01", periods=8000, freq="D"))
    fast, slow, signal = map(list, zip(*itertools.product(FAST, SLOW, SIGNAL), strict=True))

    def work() -> object:
        found = vbt.MACD.run(price, fast_window=fast, slow_window=slow, signal_window=signal, macd_ewm=True, signal_ewm=True)
        bought, sold = found.macd_crossed_above(found.signal), found.macd_crossed_below(found.signal)
        done = vbt.Portfolio.from_signals(price, bought.vbt.signals.fshift(), sold.vbt.signals.fshift(), fees=0.001, freq="1D")
        return done.total_return(), done.max_drawdown()

    return work


def optionlab(count: str) -> Callable[[], object]:
    """Butterflies one by one, each with its profit ranges."""
    run_strategy = import_module("optionlab").run_strategy

    def one(debit: float) -> object:
        legs = [
            {"type": "call", "strike": strike, "premium": premium, "n": n, "action": action}
            for strike, premium, n, action in (
                (25.0, 1.45 + debit, 1, "buy"),
                (30.0, 0.85, 2, "sell"),
                (35.0, 0.25, 1, "buy"),
            )
        ]
        return run_strategy(
            {
                "stock_price": 20.0,
                "volatility": 0.8,
                "interest_rate": 0.02,
                "min_stock": 0.01,
                "max_stock": 100.0,
                "days_to_target_date": 30,
                "strategy": legs,
            }
        )

    return lambda: [one(0.01 * i) for i in range(int(count))]


class Peer:
    """A peer in its own process; `turn()` is the seconds of one turn of its work."""

    def __init__(self, interpreter: str, *command: str) -> None:
        script = str(Path(__file__).resolve())
        self._process = subprocess.Popen(
            [interpreter, "-W", "ignore", script, *command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def turn(self) -> float:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write("go\n")
        self._process.stdin.flush()
        return float(self._process.stdout.readline())

    def __enter__(self) -> Peer:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()


def main() -> None:
    work = {"vectorbt": vectorbt, "optionlab": optionlab}[sys.argv[1]](sys.argv[2])
    for _ in sys.stdin:
        begun = time.perf_counter()
        work()
        print(time.perf_counter() - begun, flush=True)


if __name__ == "__main__":
    main()
