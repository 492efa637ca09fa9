"""The guards' catch and false alarms by class of planted fault, for the README.

python -m tests.bench guards [--strangers | --second | --third | …] [--missed]

With `--strangers`, on the sentences of all authors who knew neither the guards nor the phrases of the first; with a name, of
one of them. `--missed` lists what was judged wrongly, where the guards may be tuned on the author (`strangers.TUNED_ON`).
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from knowledge import Index
from tests.assistant.planted import strangers
from tests.assistant.planted.corpus import Sentence, sentences
from tests.assistant.planted.measure import Row, judged, measure


def main(arguments: list[str]) -> None:
    index = Index.open(None)
    named = [a for a in strangers.AUTHORS if f"--{a}" in arguments or "--strangers" in arguments]
    sets: dict[str, list[Sentence]]
    if named:
        sets = {}
        for author in named:
            sets.setdefault("tuned on" if author in strangers.TUNED_ON else "never tuned on", []).extend(
                strangers.sentences(author)
            )
    else:
        sets = {"held out": sentences(index.glossary, "held-out"), "tuned on": sentences(index.glossary, "tuned")}
    if "--missed" in arguments:
        for sentence, passed in judged(index, sets.get("tuned on", [])):
            if passed == bool(sentence.fault):
                print(sentence.fault or "clean", sentence.question, sentence.text, sep=" | ")
        return
    print(f"| planted | {' | '.join(f'sentences, {name} | stopped' for name in sets)} |")
    print("|---" * (1 + 2 * len(sets)) + "|")
    for rows in zip(*(measure(index, told) for told in sets.values()), strict=True):
        name = "nothing (a false alarm)" if rows[0].name == "clean" else rows[0].name
        print(f"| {name} | {' | '.join(chain.from_iterable(map(_cells, rows)))} |")


def _cells(row: Row) -> Iterable[str]:
    stopped = row.right if row.name != "clean" else row.sentences - row.right
    share = f" ({100 * stopped / row.sentences:.1f}%)" if row.sentences else ""
    return str(row.sentences), f"{stopped}{share}"
