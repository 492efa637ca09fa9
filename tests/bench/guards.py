"""The guards' catch and false alarms by class of planted fault, for the README.

python -m tests.bench guards
"""

from __future__ import annotations

from knowledge import Index
from tests.assistant.planted.measure import measure


def main(arguments: list[str]) -> None:
    index = Index.open(None)
    print("| planted | sentences, held out | stopped | sentences, tuned on | stopped |\n|---|---|---|---|---|")
    for held, tuned in zip(measure(index, "held-out"), measure(index, "tuned"), strict=True):
        cells = []
        for row in (held, tuned):
            stopped = row.right if row.name != "clean" else row.sentences - row.right
            cells += [str(row.sentences), f"{stopped} ({100 * stopped / row.sentences:.1f}%)"]
        print(f"| {'nothing (a false alarm)' if held.name == 'clean' else held.name} | {' | '.join(cells)} |")
