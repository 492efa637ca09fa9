"""False premises: how often the correction leads, how often it is named as one, and how often a true premise is called wrong.

python -m tests.bench premises [--misses]

Two authors wrote the questions; the second knew neither the code nor the glossary's sentences.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path

from assistant import Assistant
from assistant.wording.explanation import CORRECTED

FILE = Path(__file__).with_name("premises.jsonl")
NAMED = (*CORRECTED.values(), "**Not stated by the sources.**")


def outcomes(assistant: Assistant) -> list[dict[str, object]]:
    """Every row with `named` (the answer begins by naming the fault) and `leads` (its first paragraph has the right fact)."""
    rows = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
    for n, row in enumerate(rows):
        lead, _, _ = (text := assistant.ask(row["question"], session=f"premise {n}").text).partition("\n\n")
        row |= {"named": text.startswith(NAMED), "leads": bool(re.search(row["says"], lead, re.IGNORECASE)), "lead": lead}
    return rows


def main(arguments: list[str]) -> None:
    """Print one line a kind of premise and author."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench premises", description=__doc__)
    parser.add_argument("--misses", action="store_true", help="print what went wrong")
    options = parser.parse_args(arguments)
    rows = outcomes(Assistant())
    print("| premise | author | n | right fact leads | named as a fault |\n|---|---|---|---|---|")
    for (premise, author), n in sorted(Counter((r["premise"], r["author"]) for r in rows).items()):
        own = [r for r in rows if (r["premise"], r["author"]) == (premise, author)]
        leads = "–" if premise == "true" else sum(bool(r["leads"]) for r in own)
        print(f"| {premise} | {author} | {n} | {leads} | {sum(bool(r['named']) for r in own)} |")
    for row in rows if options.misses else ():
        if row["named"] is (row["premise"] == "true") or (row["premise"] != "true" and not row["leads"]):
            print(f"\n[{row['premise']}] {row['question']}\n  {str(row['lead'])[:240]}")
