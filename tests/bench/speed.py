"""The tools against the libraries that do the same, in one run, and how their time grows.

python -m tests.bench speed [--quick] [--vectorbt PYTHON] [--optionlab PYTHON]

PYTHON is the interpreter of an environment that holds the peer (see `peers`); a row whose peer is not there says so.
"""

from __future__ import annotations

import argparse
import importlib.util
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pandas as pd
import talib

from tests.bench.measure import HEAD, Row, in_turns, spread
from tests.bench.options import chains, implied
from tests.bench.peers import FAST, SIGNAL, SLOW, Peer
from tools import butterfly_break_evens, compiled, load_table, macd, rsi, sweep

POINTS = 1_000_000
BUTTERFLIES = 100_000
FLIES = "break-evens of butterflies"
SWEPT = "`sweep`, 1,000 combinations over 8,000 bars"
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)


def walk(points: int) -> np.ndarray:
    """A seeded random walk around 20."""
    return 20 + np.cumsum(np.random.default_rng(7).normal(0, 0.01, points))


def plainly(work: Callable[[int], object]) -> Callable[[int], object]:
    """`work` as it runs where numba is not installed."""

    def run(i: int) -> object:
        held, compiled.LONG = compiled.LONG, 10**12
        try:
            return work(i)
        finally:
            compiled.LONG = held

    return run


def ewm_macd(series: pd.Series) -> object:
    """MACD, signal and histogram by pandas."""
    line = series.ewm(span=12, adjust=False).mean() - series.ewm(span=26, adjust=False).mean()
    signal = line.ewm(span=9, adjust=False).mean()
    return line, signal, line - signal


def ewm_rsi(series: pd.Series) -> object:
    """RSI by pandas."""
    change = series.diff()
    gain = change.clip(lower=0).ewm(alpha=1 / 14, adjust=False).mean()
    loss = (-change).clip(lower=0).ewm(alpha=1 / 14, adjust=False).mean()
    return 100 - 100 / (1 + gain / loss)


def indicators(rounds: int) -> Iterator[Row | str]:
    values = walk(POINTS)
    series = pd.Series(values)
    for name, ours, theirs, pandas in (
        ("macd", lambda _: macd(values), lambda _: talib.MACD(values, 12, 26, 9), lambda _: ewm_macd(series)),
        ("rsi", lambda _: rsi(values), lambda _: talib.RSI(values, 14), lambda _: ewm_rsi(series)),
    ):
        what = f"`{name}`, {POINTS:,} points"
        if importlib.util.find_spec("numba") is not None:
            times = in_turns(ours, theirs, rounds)
            yield Row(f"{what}, with the extra `fast`", times[0], f"TA-Lib `{name.upper()}`", times[1])
        else:
            yield absent(f"{what}, with the extra `fast`", "numba")
        times = in_turns(plainly(ours), theirs, rounds)
        yield Row(f"{what}, without it", times[0], f"TA-Lib `{name.upper()}`", times[1])
        times = in_turns(plainly(ours), pandas, rounds)
        yield Row(f"{what}, without it", times[0], "pandas `ewm`", times[1])


def absent(what: str, peer: str) -> str:
    """The row of a peer that is not there."""
    return f"| {what} | – | {peer} is not installed, so this was not measured | – | – |"


def quotes(path: Path, rows: int) -> None:
    """A file of minute bars: date, open, high, low, close, volume."""
    close = np.round(walk(rows), 2)
    frame = pd.DataFrame(
        {
            "date": pd.date_range("1990-01-01 09:30", periods=rows, freq="min").strftime("%Y-%m-%d %H:%M"),
            "open": close,
            "high": np.round(close + 0.3, 2),
            "low": np.round(close - 0.3, 2),
            "close": np.round(close + 0.1, 2),
            "volume": np.random.default_rng(1).integers(1, 1_000_000, rows),
        }
    )
    frame.to_csv(path, index=False)


def days(path: Path, rows: int) -> None:
    """A list of daily bars of a hundred symbols below each other, dates as month/day/year."""
    each = rows // 100
    quotes(path, rows)
    frame = pd.read_csv(path).drop(columns="date")
    dates = pd.bdate_range("1985-01-01", periods=each).strftime("%m/%d/%Y")
    frame.insert(0, "date", np.tile(dates, 100))
    frame.insert(1, "symbol", np.repeat([f"S{i:02d}" for i in range(100)], each))
    frame.to_csv(path, index=False)


def loading(folder: Path, rounds: int) -> Iterator[Row]:
    shapes: tuple[tuple[str, Callable[[Path], None]], ...] = (
        ("1,000,000 minute bars in 6 columns", lambda path: quotes(path, POINTS)),
        ("1,000,000 quotes of option chains in 7 columns", chains),
        ("1,000,000 daily bars of 100 symbols, to be sorted by date", lambda path: days(path, POINTS)),
    )
    for what, write in shapes:
        path = folder / "shape.csv"
        write(path)
        times = in_turns(lambda _, p=path: load_table(p), lambda _, p=path: pd.read_csv(p), rounds)
        yield Row(f"`load_table`, {what}, with roles and report", times[0], "pandas `read_csv`", times[1])


def turns(ours: Callable[[], object], peer: Peer, rounds: int) -> tuple[list[float], list[float]]:
    """Times of both sides in turns; the first turn, in which a peer compiles, is not counted."""
    times: tuple[list[float], list[float]] = ([], [])
    for i in range(-1, rounds):
        begun = time.perf_counter()
        ours()
        pair = (time.perf_counter() - begun, peer.turn())
        for side, seconds in zip(times, pair, strict=True):
            if i >= 0:
                side.append(seconds)
    return times


def sweeping(folder: Path, interpreter: str, rounds: int) -> Iterator[Row]:
    values = walk(8_000)
    np.save(folder / "values.npy", values)
    count = len(FAST) * len(SLOW) * len(SIGNAL)
    assert count == 1_000

    def ours() -> object:
        found = sweep(values, fast=FAST, slow=SLOW, signal=SIGNAL, depressed_below=[0], hold=[0])
        assert found.combinations == count
        return found

    with Peer(interpreter, "vectorbt", str(folder / "values.npy")) as peer:
        times = turns(ours, peer, rounds)
    yield Row(f"{SWEPT}, with tranches", times[0], "vectorbt, without", times[1])


def butterflies(interpreter: str, rounds: int) -> Iterator[Row]:
    debits = np.linspace(0.01, 4.9, BUTTERFLIES)
    theirs = 20
    with Peer(interpreter, "optionlab", str(theirs)) as peer:
        times = turns(lambda: butterfly_break_evens(25.0, 30.0, 35.0, debits), peer, rounds)
    each = [[t / n for t in side] for side, n in zip(times, (BUTTERFLIES, theirs), strict=True)]
    times_as_many = statistics.median(each[1]) / statistics.median(each[0])
    what = f"{FLIES} ({times_as_many:,.0f} times as many a second)"
    yield Row(f"{what}, for a million", [1e6 * t for t in each[0]], "OptionLab", [1e6 * t for t in each[1]])


def growth(folder: Path, rounds: int) -> Iterator[str]:
    """Lines of a table: the least disturbed time at each size, and the time a value: level where growth is linear."""
    yield "| values | `macd` | `rsi` | `load_table`, two columns |"
    yield "| --- | --- | --- | --- |"
    for size in SIZES:
        values = walk(size)
        path = folder / "two.csv"
        pd.DataFrame({"close": np.round(values, 2), "volume": np.arange(size) % 1000}).to_csv(path, index=False)
        cells = []
        for work in (lambda v=values: macd(v), lambda v=values: rsi(v), lambda p=path: load_table(p)):
            work()
            times = []
            for _ in range(rounds if size < POINTS else max(3, rounds // 3)):
                begun = time.perf_counter()
                work()
                times.append(time.perf_counter() - begun)
            cells.append(f"{spread([min(times)]).partition(' (')[0]}, {1e9 * min(times) / size:,.0f} ns each")
        yield f"| {size:,} | {' | '.join(cells)} |"


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="fewer rounds, to see that it runs")
    parser.add_argument("--vectorbt", help="interpreter of an environment with vectorbt")
    parser.add_argument("--optionlab", help="interpreter of an environment with OptionLab")
    given = parser.parse_args(arguments)
    rounds = 3 if given.quick else 21
    print(HEAD, flush=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        swept = sweeping(folder, given.vectorbt, min(rounds, 7)) if given.vectorbt else [absent(SWEPT, "vectorbt")]
        flies = butterflies(given.optionlab, rounds) if given.optionlab else [absent(FLIES, "OptionLab")]
        for part in (indicators(rounds), implied(rounds), swept, flies, loading(folder, rounds)):
            for row in part:
                print(row if isinstance(row, str) else row.markdown(), flush=True)
        print()
        for line in growth(folder, min(rounds, 9)):
            print(line, flush=True)


if __name__ == "__main__":
    import sys

    main(sys.argv[1:])
