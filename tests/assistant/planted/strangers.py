"""Sentences by authors who knew the tools and the claims but neither the guards nor the first author's phrases."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, get_args

from knowledge import Claim
from tools import CATALOGUE
from tools.result import Result

from .corpus import Sentence

Author = Literal[
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twentyfirst",
]
AUTHORS: Final[tuple[Author, ...]] = get_args(Author)
TUNED_ON: Final[frozenset[Author]] = frozenset(AUTHORS) - {"fourth", "sixteenth", "eighteenth", "twentieth"}
"""Whose sentences the guards may be tuned on; of the others only counts are looked at.

The sixth, ninth and twelfth wrote advice and what is near it, the seventh facts without a source and what is near them, the
seventeenth both, the eighth and thirteenth turned signs and true comparisons, the tenth numbers, units and citations, the
eleventh short sentences, the twenty-first turned claims and conditionals; the others every kind. The fifth judged until
thresholds had been set by his counts.
"""
_FOLDER: Final = Path(__file__).parents[2] / "bench"


def sentences(author: Author) -> list[Sentence]:
    """All sentences of one author."""
    files = sorted(_FOLDER.glob(f"guards-{author}-author-*.jsonl"))
    return [_sentence(json.loads(line)) for file in files for line in file.read_text("utf-8").splitlines()]


def _sentence(row: dict[str, Any]) -> Sentence:
    results: tuple[Result, ...] = ()
    if "tool" in row:
        results = (_result(row["tool"], json.dumps(row["arguments"])),)
    claims = tuple(Claim(c["id"], c["term"], "what", c["text"], ("a-page",)) for c in row.get("claims", []))
    return Sentence(row["text"], row["fault"], "stranger", row["question"], results, claims)


@cache
def _result(name: str, arguments: str) -> Result:
    return CATALOGUE[name].function(**json.loads(arguments))
