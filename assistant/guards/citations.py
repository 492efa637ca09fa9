"""Marks of claims and links in a text: a mark stands only for a claim that exists; links to sources are ours."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

MARK: Final = re.compile(r"\[([a-z0-9][a-z0-9-]*:[0-9a-f]{6})\]")
_LINK: Final = re.compile(
    r"!?\[([^\[\]]{0,300})\]\((?:[^()\s]|\([^()\s]{0,300}\)){0,600}\)"
    r"|^[ \t]{0,3}\[[^\[\]\n]{1,300}\]:[ \t]*\S+"
    r"|\b(?:https?://|ftp://|www\.|mailto:|javascript:|data:(?=\w+/)|doi:)\S+|\bdoi\.org/\S+",
    re.IGNORECASE | re.MULTILINE,
)
_MAY_LINK: Final = ("](", "]:", "http", "ftp:", "www.", "mailto:", "javascript:", "data:", "doi")  # one stands in every link
# A number in brackets would read as one of our marks, which are set only after the guards.
_POSED: Final = re.compile(r"(?<![\w`])\[\d{1,3}(?:[,;]\s?\d{1,3}){0,9}\](?!\()|\[\^[^\[\]]{1,40}\]:?")
# References of the model's own in brackets: "[VixShield, 2024]", "(see Hull)", "[source: chapter 4]", "[contango]".
_NAMED: Final = re.compile(
    r"[(\[](?:see|source|sources|cf\.?|ref\.?|ibid|citation|cited|via|from|quoted)\b[^()\[\]]{0,120}[)\]]"
    r"|\[(?![ xX]?\])[a-z][\w ,.:;&'’/-]{0,120}\](?!\()|[(\[][A-Z][\w&. ]{1,60},? (?:19|20)\d\d[a-z]?(?:, p{1,2}\. ?\d+)?[)\]]",
    re.IGNORECASE,
)
_HTML: Final = re.compile(r"</?[a-zA-Z!][^<>]{0,400}>")


def tidy(text: str, known: Callable[[str], bool]) -> tuple[str, int]:
    """A model's `text` without unknown or posed marks, links, references and HTML of its own; and how many there were.

    Args:
        text: as the model wrote it.
        known: whether a claim of that id exists.
    """
    kept: list[str] = []

    def mark(match: re.Match[str]) -> str:
        if not known(match.group(1)):
            return ""
        kept.append(match.group())
        return f"\x00{len(kept) - 1}\x01"

    marked = MARK.sub(mark, text)
    removed = len(MARK.findall(text)) - len(kept)
    for pattern in (_LINK, _POSED, _NAMED, _HTML):
        marked, count = pattern.subn(_label, marked)
        removed += count
    clean = re.sub("\x00(\\d{1,6})\x01", lambda m: kept[int(m.group(1))], marked)
    return (re.sub(r"(?<=\S)[ \t]+(?=[.,;:!?](?:\s|$))", "", clean) if removed else clean), removed


def without_links(text: str) -> str:
    """The embedded model's `text` without links: what stands in a user's file is never one of our sources."""
    lower = text.lower()
    return _LINK.sub(_label, text) if any(sign in lower for sign in _MAY_LINK) else text


def _label(match: re.Match[str]) -> str:
    """What a link shows; nothing is left of anything else."""
    return (match.group(1) or "") if match.re is _LINK else ""
