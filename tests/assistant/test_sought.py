"""Patterns that look first for letters: they say no sooner, and say nothing else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.framed.frames import FRAMES
from assistant.understanding.text.needed import needed
from assistant.understanding.text.sought import Sought
from knowledge import Glossary

CONSTRUCTS = {
    r"\bfl(?:y|ies)\b": (("fly", "flies"),),
    r"\bbutterfl\w*|\bwings?\b": (("wing", "butterfl"),),
    r"colou?r": (("color", "colour"),),
    r"(?:ab)?cde*": (("cd",),),
    r"[ab]cd": (("acd", "bcd"),),
    r"^(?=.*\brsi\b)(?=.*\b(?:first|enough)\b)": (("rsi",), ("first", "enough")),
    r"\d+ ?(?:%|percent)": (("%", "percent"),),
    r"(?<!\d)(?<=at )strike": (("at ",), ("strike",)),
    r"(?>macd)++ line": (("macd",), (" line",)),
    r"δ|delta": (("δ", "delta"),),
    r"^macd|^rsi": (("rsi", "macd"),),
    r"^macd|rsi": (("rsi", "macd"),),
}
SILENT = [
    r".",
    r"\d\s?d\b",
    r"\w+",
    r"(?:macd)?",
    r"(?:macd)*",
    r"[a-z]acd|\d",
    r"(?i:macd)",
    r"(?i)macd",
    r"[^m]x",
    "a|macd",
    "",
]
PATTERNS = sorted({text for frame in FRAMES for text in (frame.cue, frame.unless)} | CONSTRUCTS.keys() | set(SILENT))
PIECES = sorted({part for pattern in PATTERNS for choice in needed(pattern) for part in choice})


@pytest.mark.parametrize(("pattern", "choices"), CONSTRUCTS.items())
def test_what_a_match_needs_is_read_off_the_pattern(pattern: str, choices: tuple[tuple[str, ...], ...]) -> None:
    assert {frozenset(choice) for choice in needed(pattern)} == {frozenset(choice) for choice in choices}


@pytest.mark.parametrize("pattern", SILENT)
def test_where_nothing_is_certain_nothing_is_needed(pattern: str) -> None:
    assert needed(pattern) == ()


@given(
    st.sampled_from(PATTERNS),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text("abcdemrsfily 0123%/.-'$δ", max_size=4)), max_size=8).map(" ".join),
)
def test_it_finds_what_the_pattern_finds(pattern: str, text: str) -> None:
    plain, sought = re.compile(pattern), Sought(pattern)
    assert (plain.search(text) is None) == (sought.search(text) is None)
    assert [m.span() for m in plain.finditer(text)] == [m.span() for m in sought.finditer(text)]
    assert plain.findall(text) == sought.findall(text)
    assert plain.sub("·", text) == sought.sub("·", text)


def test_every_way_of_asking_is_read_alike() -> None:
    asked = [way.lower() for entry in Glossary.load().entries for way in (entry.term, *entry.asked, entry.summary)]
    wrong = [(p, a) for p in PATTERNS for a in asked if (re.search(p, a) is None) != (Sought(p).search(a) is None)]
    assert wrong == []


def test_most_patterns_of_the_frames_are_told_apart_by_letters() -> None:
    """Else each question would be asked for a hundred patterns in full."""
    assert sum(bool(needed(frame.cue)) for frame in FRAMES) > 0.9 * len(FRAMES)
