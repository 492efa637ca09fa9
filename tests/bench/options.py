"""Option prices and chains against the libraries that do the same, in one run.

python -m tests.bench.options [--quick]
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd
import QuantLib

from tests.bench.measure import HEAD, Row, in_turns
from tools import black76, implied_vol, load_table, ten_delta_put_iv
from tools.black import value

OPTIONS = 100_000
DATES, EXPIRIES, STRIKES = 400, 10, 125  # times two kinds: a million quotes


def implied(rounds: int) -> Iterator[Row]:
    """Implied volatilities of options out of the money, within 2.5 deviations."""
    rng = np.random.default_rng(7)
    forward, years = rng.uniform(15, 40, OPTIONS), rng.uniform(0.05, 1, OPTIONS)
    vol = rng.uniform(0.2, 1.5, OPTIONS)
    strike = forward * np.exp(rng.uniform(0, 2.5, OPTIONS) * vol * np.sqrt(years))
    price = black76(forward, strike, years, vol).price
    columns = [a.tolist() for a in (strike, forward, price)]
    call, one = QuantLib.Option.Call, QuantLib.blackFormulaImpliedStdDev

    def loop(accuracy: float) -> object:
        return [one(call, k, f, p, 1.0, 0.0, 0.3, accuracy, 200) for k, f, p in zip(*columns, strict=True)]

    for accuracy in (1e-6, 1e-12):  # the library's own, and ours
        times = in_turns(lambda _: implied_vol(price, forward, strike, years), lambda _, a=accuracy: loop(a), rounds)
        yield Row(f"`implied_vol`, {OPTIONS:,} options, to 1e-12", times[0], f"QuantLib in a loop, to {accuracy:g}", times[1])


def chains(path: Path) -> None:
    """A file of a million quotes in long form, without volatilities."""
    level = 2700 * np.exp(np.cumsum(np.random.default_rng(7).normal(0, 0.01, DATES)))
    parts = []
    for date, spot in zip(pd.bdate_range("2018-01-02", periods=DATES), level, strict=True):
        strike = np.round(spot / 5) * 5 + 5.0 * np.arange(35 - STRIKES, 35)
        for week in range(1, EXPIRIES + 1):
            years = 7 * week / 365
            forward = np.full(STRIKES, spot * 1.001)
            vol = 0.17 + 0.12 * np.maximum(0, np.log(forward / strike)) / np.sqrt(years)
            for kind in ("call", "put"):
                price = value(forward, strike, vol * np.sqrt(years), kind == "call")
                quotes = {"strike": strike, "bid": np.round(price * 0.99, 2), "ask": np.round(price * 1.01 + 0.05, 2)}
                when = {"quote_date": f"{date:%Y-%m-%d}", "expiration": f"{date + pd.Timedelta(weeks=week):%Y-%m-%d}"}
                parts.append(pd.DataFrame({"option_type": kind, **when, "underlying_price": round(spot, 2), **quotes}))
    pd.concat(parts).to_csv(path, index=False)


def extraction(folder: Path, rounds: int) -> Iterator[Row]:
    """The 10-delta put from a million quotes: volatilities and deltas are both computed."""
    path = folder / "chains.csv"
    chains(path)
    table = load_table(path)
    quotes = 2 * DATES * EXPIRIES * STRIKES
    times = in_turns(lambda _: ten_delta_put_iv(table), lambda _: pd.read_csv(path), rounds)
    yield Row(f"`ten_delta_put_iv`, {quotes:,} quotes loaded", times[0], "pandas `read_csv` of the same", times[1])
    times = in_turns(lambda _: ten_delta_put_iv(path), lambda _: pd.read_csv(path), rounds)
    yield Row(f"`ten_delta_put_iv`, {quotes:,} quotes from the file", times[0], "pandas `read_csv` of the same", times[1])


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="fewer rounds, to see that it runs")
    rounds = 3 if parser.parse_args().quick else 11
    print(HEAD, flush=True)
    with tempfile.TemporaryDirectory() as name:
        for rows in (implied(rounds), extraction(Path(name), rounds)):
            for row in rows:
                print(row.markdown(), flush=True)


if __name__ == "__main__":
    main()
