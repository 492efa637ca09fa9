"""Fit the judgement of what a follow-up is to the calculation before it, or measure what becomes of follow-ups.

python -m tests.bench follow             fit on all authors, and write the weights
python -m tests.bench follow --held-out  fit without one author at a time; what is made of his follow-ups
python -m tests.bench follow --measured  what the program makes of an author whom nothing was fitted to
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from assistant import Assistant
from assistant.session import Call
from assistant.understanding.conversation import following
from knowledge import Index
from tests.bench.fitting import Example, Fitted, Lesson
from tests.bench.follow_ups import AUTHORS, JUDGE, Follow, follow_ups
from tools import CATALOGUE

_HERE: Final = Path(following.__file__).parent


def _fitted(told: Sequence[Follow]) -> Fitted:
    examples = [Example(f.author, f.kind, False, following.signs(f.marked, f.tool), f.place) for f in told if f.marked.items]
    return Fitted(examples, {head: _lesson(head) for head in following.HEADS})


def _lesson(head: str) -> Lesson:
    return lambda _: True, lambda example: example.label == head


def _held_out(told: Sequence[Follow]) -> Iterator[str]:
    """The kinds of each author's follow-ups, and how many are taken for each, fitted without him."""
    yield "| author | is | taken for |\n|---|---|---|"
    for author in dict.fromkeys(f.author for f in told):
        judgement = _fitted([f for f in told if f.author != author]).judgement()
        for kind in following.HEADS:
            his = [f for f in told if f.author == author and f.kind == kind and f.marked.items]
            found = [following.judge(f.marked, f.tool, f.place, judgement) for f in his]
            counts = Counter(of if lead >= following.SURE else "doubtful" for of, lead in found)
            yield f"| {author} | {kind} | {', '.join(f'{n} {of}' for of, n in counts.most_common())} |"


def _measured(index: Index, author: str = JUDGE) -> Iterator[str]:
    """What the program answers to the follow-ups of an author whom nothing was fitted to."""
    assistant = Assistant()
    counts: Counter[tuple[str, str]] = Counter()
    for number, one in enumerate(follow_ups(author, index)):
        wanted = one.wanted
        if one.kind != "none" and wanted is None:
            continue
        kind, name = f"{one.kind}, taking over" if one.takes else one.kind, f"bench-{number}"
        assistant.ask(one.before, name)
        results = assistant.ask(one.text, name).results
        if wanted is None:
            counts[kind, "otherwise" if results else "as marked"] += 1
        else:
            right = any(r.tool == wanted.tool and same(wanted, r.inputs) for r in results)
            counts[kind, "as marked" if right else "otherwise" if results else "nothing made"] += 1
    columns = ("as marked", "otherwise", "nothing made")
    yield f"| follow-up | {' | '.join(columns)} |\n|{'---|' * (len(columns) + 1)}"
    for kind in sorted({kind for kind, _ in counts}):
        yield f"| {kind} | {' | '.join(str(counts[kind, c]) for c in columns)} |"


def same(wanted: Call, inputs: Mapping[str, Any]) -> bool:
    defaults = {p.name: p.default for p in CATALOGUE[wanted.tool].parameters if not p.required}
    return all(_near(inputs.get(name), value) for name, value in {**defaults, **wanted.arguments}.items() if name in inputs)


def _near(one: Any, other: Any) -> bool:
    if isinstance(other, Mapping):
        other = list(other.values())
    if isinstance(one, list | tuple) and len(one) == 1 and not isinstance(other, list | tuple):
        other = [other]
    if isinstance(other, list | tuple) and len(other) == 1 and not isinstance(one, list | tuple):
        one = [one]
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(_near, one, other))
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) <= 1e-6 * max(1.0, abs(other))
    return bool(one == other)


def main(arguments: list[str]) -> None:
    index = Index.open(None)
    if "--measured" in arguments:
        for line in _measured(index):
            print(line, flush=True)
        return
    told = [f for author in AUTHORS for f in follow_ups(author, index)]
    if "--held-out" in arguments:
        for line in _held_out(told):
            print(line, flush=True)
        return
    runs = _fitted(told).save(_HERE / "following.npz")
    print(f"{len(told)} follow-ups; {runs} runs written")
