"""Sentences by a second author, who knew the tools and the claims but neither the guards nor the first author's phrases."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from knowledge import Claim
from tools import CATALOGUE
from tools.result import Result

from .corpus import Half, Sentence, half_of

FILES = tuple(sorted((Path(__file__).parents[2] / "bench").glob("guards-second-author-*.jsonl")))


def sentences(half: Half) -> list[Sentence]:
    """Every other one: the guards may be tuned on one half, and the other half only judges them."""
    return [_sentence(json.loads(line)) for file in FILES for line in half_of(file.read_text("utf-8").splitlines(), half)]


def _sentence(row: dict[str, Any]) -> Sentence:
    results: tuple[Result, ...] = ()
    if "tool" in row:
        results = (_result(row["tool"], json.dumps(row["arguments"])),)
    claims = tuple(Claim(c["id"], c["term"], "what", c["text"], ("a-page",)) for c in row.get("claims", []))
    return Sentence(row["text"], row["fault"], "second", row["question"], results, claims)


@cache
def _result(name: str, arguments: str) -> Result:
    return CATALOGUE[name].function(**json.loads(arguments))
