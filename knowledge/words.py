"""Words as the glossary compares them: lower case, without plural, possessive, slash or dot; positions in the text kept.

"Butterflies", "butterfly's" and "BUTTERFLY" are one word; "P/E", "P.E." and "PE" are one word; "10-delta" is two.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(
    r"[^\W_](?:[/&.][^\W_])+(?![^\W_])"  # P/E, A/D, P&L, S&P, U.S.
    r"|[^\W_][/&][^\W_]{2}(?![^\W_])"  # P/CF
    r"|\d+(?:[.,]\d+)+"
    r"|[^\W_]+(?:['’][^\W_]+)?"
)

_STOP = """
a about actually after again aka all also am an and any anyone apr april are as at aug august basically be because
been before being between bit both bro btw but by can cant cons could dec december define definition did diff
difference do does doesnt doing don dont each eg else english etc even ever everyone exactly explain explained
explanation feb february few for friday from get gets give given go going gonna got guys had has have having he heard
hello her here hers hey hi him his how i id ie if im imo in into is isn isnt it its itself ive jan january jul july
jun june just kinda know let like lol lot make makes many mar march may maybe me mean meaning means might monday more
most much must my need no nor not nov november now oct october of off ok on once one only or other our ours out over
own people please pls plz pros quick really s same saturday say says sep sept september she should simple simply so
some someone such sunday t tell than thanks that the their theirs them then there these they thing things this tho
those through thursday thx to today tomorrow tonight too tuesday under up us use used using versus very vs wanna want
wants was way we wednesday were what whats when where which while who whom whose why will with without wont work works
would wtf ya yeah yes yesterday you your yours teh waht wat whta hwo taht adn wen whn wich agian agin
"""
STOP = frozenset(_STOP.split())
"""Words that any question may have and that say nothing of its subject: grammar, courtesy, days and months."""


_SHORT = {
    "atm": "at-the-money",
    "otm": "out-of-the-money",
    "itm": "in-the-money",
    "hist": "histogram",
    "sig": "signal",
    "fut": "future",
    "futs": "futures",
    "opts": "options",
    "exp": "expiry",
    "mkt": "market",
    "prem": "premium",
    "strat": "strategy",
    "pos": "position",
    "div": "divergence",
    "mo": "month",
    "mos": "months",
    "yr": "year",
    "1st": "first",
    "2nd": "second",
    "3rd": "third",
    "4th": "fourth",
}
_CUT = re.compile(rf"(?<![\w/-])(?:{'|'.join(_SHORT)})(?![\w/-])", re.IGNORECASE)


def written_out(text: str) -> str:
    """The text with the field's short forms ("ATM", "futs", "2nd") as the words that a glossary writes."""
    return _CUT.sub(lambda m: _SHORT[m[0].lower()], text)


class Word(NamedTuple):  # some twenty are made for a question
    """One word of a text: its comparable form and where it stands (`text[start:end]`)."""

    norm: str
    start: int
    end: int


@lru_cache(maxsize=65536)
def norm(token: str) -> str:
    """Comparable form of one token: folded case and accents, no possessive, no plural, no slash, ampersand or inner dot."""
    folded = unicodedata.normalize("NFKD", token.casefold())
    folded = "".join(c for c in folded if not unicodedata.combining(c)).replace("’", "'")
    if folded[:1].isdigit():
        return folded.replace(",", "")
    for ending in ("'s", "'ll", "'re", "'ve", "'d", "'m", "n't", "'t"):
        folded = folded.removesuffix(ending) or folded  # a word that is an ending and nothing else stays
    bare = re.sub(r"[^a-z0-9α-ωа-я]", "", folded) or folded
    return _singular(bare)


@lru_cache(maxsize=64)  # a question is looked into from many sides
def words(text: str) -> tuple[Word, ...]:
    """The words of `text` in order; one-letter words included."""
    return tuple(Word(norm(m.group()), m.start(), m.end()) for m in _TOKEN.finditer(text))


def norms(text: str) -> list[str]:
    """Comparable forms only."""
    return [norm(token) for token in _TOKEN.findall(text)]


def content(text: str) -> list[str]:
    """Comparable forms without the words that every question has ("what", "the", "explain")."""
    return [n for token in _TOKEN.findall(text) if (n := content_form(token))]


@lru_cache(maxsize=65536)
def content_form(token: str) -> str:
    """Comparable form of one token; "" for a word that every question has."""
    form = norm(token)
    return "" if form in STOP or token.casefold() in STOP else form


@lru_cache(maxsize=16384)  # a question looks up the same few names again and again
def key(text: str) -> str:
    """One comparable string for a whole name: "Put–Call Parity" and "put call parities" have the same."""
    return " ".join(norms(text))


def slug(text: str) -> str:
    """Lower-case ASCII name for a file or an id: "P/E ratio" → "p-e-ratio"."""
    folded = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", folded).strip("-")


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
