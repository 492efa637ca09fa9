"""Conversations for the tests of documents: what is asked on which files, as people do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from assistant import Assistant

BARS = 420
CHAIN_QUOTES = """date,expiry,strike,type,bid,ask
2024-03-01,2024-04-17,20,call,2.10,2.20
2024-03-01,2024-04-17,25,call,1.05,1.15
2024-03-01,2024-04-17,30,call,0.60,0.70
2024-03-01,2024-04-17,35,call,0.35,0.45
2024-03-01,2024-04-17,40,call,0.20,0.30
"""


@dataclass(frozen=True)
class Talk:
    """Questions in order; a name of a file in between loads it."""

    name: str
    lines: tuple[str, ...]


OWN_NUMBERS = Talk(
    "own numbers",
    (
        "What are the break-evens of a 25/30/35 call butterfly bought for 0.85, 6 contracts?",
        "wacc of 60% equity at 9% and 40% debt at 5%, tax 21% on the debt",
        "irr of -1000, 300, 420, 680",
        "price a 25 call with the VIX future at 21.5, 30 days left and 85% vol",
        "MACD of " + ", ".join(f"{18 + abs(20 - n % 40) / 7:.3f}" for n in range(70)),
    ),
)
CHANGES = Talk(
    "changes by dialogue",
    (
        "25/30/35 butterfly at 0.85: break-evens?",
        "and at 1.10?",
        "make it 10 contracts",
        "What is contango?",
        "show me the code",
    ),
)
SERIES = Talk(
    "own series",
    ("prices.csv", "when did it last trigger?", "Plan the tranches for $20,000 from these triggers", "backtest it"),
)
CHAIN = Talk("own chain", ("chain.csv", "Price the 25/30/35 call butterfly from these quotes", "what is in my data?"))
BOTH = Talk("two tables", ("prices.csv", "did it cross?", "other.csv", "did it cross?", "should I buy it now?"))

TALKS = (OWN_NUMBERS, CHANGES, SERIES, CHAIN, BOTH)


def files(folder: Path) -> None:
    """Writes the files that the conversations load."""
    days = pd.bdate_range("2022-01-03", periods=BARS)
    beat = np.arange(BARS)
    for name, slow in (("prices.csv", 15), ("other.csv", 23)):
        close = (20 + 5 * np.sin(beat / slow) + 2 * np.sin(beat / 4)).round(3)
        pd.DataFrame({"date": days, "iv": close}).to_csv(folder / name, index=False)
    (folder / "chain.csv").write_text(CHAIN_QUOTES, encoding="utf-8")


def hold(assistant: Assistant, session: str, talk: Talk, folder: Path) -> None:
    """Says the lines of a conversation."""
    for line in talk.lines:
        if line.endswith(".csv"):
            assistant.load(folder / line, session=session)
        else:
            assistant.ask(line, session)
