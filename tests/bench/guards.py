"""The guards' catch and false alarms by class of planted fault, for the README.

python -m tests.bench guards [--second] [--missed]

With `--second` on the sentences of a second author. `--missed` lists what was judged wrongly, of the tuned half alone.
"""

from __future__ import annotations

from knowledge import Index
from tests.assistant.planted import second
from tests.assistant.planted.corpus import Half, Sentence, sentences
from tests.assistant.planted.measure import judged, measure


def main(arguments: list[str]) -> None:
    index = Index.open(None)

    def told(half: Half) -> list[Sentence]:
        return second.sentences(half) if "--second" in arguments else sentences(index.glossary, half)

    if "--missed" in arguments:
        for sentence, passed in judged(index, told("tuned")):
            if passed == bool(sentence.fault):
                print(sentence.fault or "clean", sentence.question, sentence.text, sep=" | ")
        return
    print("| planted | sentences, held out | stopped | sentences, tuned on | stopped |\n|---|---|---|---|---|")
    for held, tuned in zip(measure(index, told("held-out")), measure(index, told("tuned")), strict=True):
        cells = []
        for row in (held, tuned):
            stopped = row.right if row.name != "clean" else row.sentences - row.right
            share = f" ({100 * stopped / row.sentences:.1f}%)" if row.sentences else ""
            cells += [str(row.sentences), f"{stopped}{share}"]
        print(f"| {'nothing (a false alarm)' if held.name == 'clean' else held.name} | {' | '.join(cells)} |")
