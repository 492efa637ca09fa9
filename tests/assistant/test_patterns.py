"""No pattern that reads a user's or a model's text takes more than linear time on a hostile one."""

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator

import pytest

import assistant.guards
import assistant.guards.facts
import assistant.understanding
from assistant.understanding.framed.calculations import calculation
from assistant.understanding.framed.frames import FRAMES
from assistant.understanding.limits.scope import decline
from assistant.understanding.premises.premise import contradiction
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.shape import shapes_of
from knowledge import Glossary

SHORT, LONG, WHOLE = 1_500, 6_000, 20_000
GROWTH = 9.0  # four times the text: a linear pattern takes four times as long, a quadratic one sixteen times
BUDGET = 0.06  # seconds of processor time under which growth is not looked at; many times what a linear pattern needs


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Those that meet a whole text; the words of a slot meet only the 28 characters beside a number."""
    for package in (assistant.understanding, assistant.guards):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            module = importlib.import_module(found.name)
            for name, value in vars(module).items():
                for n, pattern in enumerate(_inside(value)):
                    yield f"{module.__name__}.{name}[{n}]", pattern
    for frame in FRAMES:
        for part in ("cue", "asks", "unless"):
            yield f"frames.{frame.tool}.{part}", re.compile(getattr(frame, part))


def _inside(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _inside(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from _inside(inner)


PATTERNS = dict(patterns())
UNITS = [
    *("1", "1,", "1/", "1 ", "1, ", "1.", "1-2 ", "9,9,9,", "25/30/35 ", "1,000,", ".1", "1%", "-1 ", "$1 ", "١", "0.1|"),
    *("(", ")", "[", "[a](", "![", "[1]", "- ", "\n", " ", "\u00a0", '"', "*", "<b>", "https://", "#/"),
    *("a", "the ", "should i ", "should my ", "what ", "what is my ", "will the ", "is it too ", "do i ", "best ", "buy or "),
    *(
        "tell me ",
        "give me ",
        "write me a ",
        "where is ",
        "latest ",
        "long ",
        "long 2 ",
        "short 2x30c ",
        "+1c ",
        "macd 1 ",
        "yesterday ",
    ),
    *(
        "strikes 25 ",
        "at ",
        "of it ",
        "risk ",
        "settle at ",
        "ten ",
        "if ",
        "so ",
        "since a, ",
        "my data ",
        "ignore ",
        "1. 1. ",
    ),
]


@pytest.mark.parametrize("name", PATTERNS)
def test_time_grows_with_the_length_of_the_text(name: str) -> None:
    pattern = PATTERNS[name]
    for unit in UNITS:
        slow = _seconds(pattern, unit, LONG)
        if slow > BUDGET:  # a busy machine, or a fault: only growth tells
            fast = min(_seconds(pattern, unit, SHORT) for _ in range(3))
            slow = min(_seconds(pattern, unit, LONG) for _ in range(3))
            assert slow < BUDGET or slow < GROWTH * max(fast, 1e-4), (unit, fast, slow)


def _seconds(pattern: re.Pattern[str], unit: str, length: int) -> float:
    text = (unit * length)[:length]
    started = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - started


@pytest.mark.parametrize("unit", UNITS)
def test_a_long_hostile_question_is_understood_quickly(unit: str, glossary: Glossary) -> None:
    """The whole of the understanding on 20,000 characters; seconds would mean that something is not linear."""
    claims = glossary.entries[0].claims
    text = (unit * WHOLE)[:WHOLE]
    for question in (text, f"if {text[:SHORT]} ?", f"is 25/30/35 at 0.85 {text[:LONG]}"):
        started = time.process_time()
        decline(question, in_domain=True)
        shapes_of(question)
        calculation(Reading(question))
        contradiction(question, claims)
        assert time.process_time() - started < 5
