"""Which of two readings of a change stands: that of the frames, or that of all its words together.

A frame that finds its own words beside each number knows better. Where it took a number for want of another place ("only 5"),
left one out, or made something many times as large, all the words together do.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, TypeAlias

from assistant.session import Call, Session
from assistant.understanding.conversation.following import COUNTED, Changed
from assistant.understanding.conversation.leaning import Leaning
from assistant.understanding.conversation.references import computed_by, last_calls
from assistant.understanding.conversation.unread import stands
from assistant.understanding.filling.arithmetic import step_changed
from assistant.understanding.framed.frames import FRAMES_OF
from assistant.understanding.framed.named import filled
from assistant.understanding.judged.meaning import Meaning
from assistant.understanding.judged.roles import marked
from assistant.understanding.question import Question
from assistant.understanding.text.quantities import Quantity, Reading
from tools import CATALOGUE

Grounds: TypeAlias = Literal["named", "worked out", "none"]
"""Words beside every number; no single number of the question, but what the words make of it; nothing, or not for all."""
_PRICES: Final = frozenset({"debit", "settlement", "budget", "unit_cost", "price", "entry", "leave"})
_STEPS: Final = ("ema_step", "wilder_step")
_OVER: Final = 2.0
"""How much likelier each number's part must be than another, in log odds."""
_LEAP: Final = 15.0
"""How many times as large or small nobody makes a number without saying so."""


def surest(framed: Leaning | None, asked: Question) -> Leaning | None:
    """What the frames change in the last calculation; all the words together where those are surer; None for mere talk."""
    if framed is None or framed.choices or not framed.put_in:
        return framed
    last = last_calls(asked.session)
    if last and last[-1].tool in _STEPS and len(step_changed(asked.reading)) > 1:  # a length, and a value by its time
        return framed
    anew = asked.anew
    if asked.follows == "none" and len(framed.calls) == len(last):
        return framed if _grounds(framed.calls, last, asked.reading) == "named" else None
    if anew is None and len(framed.calls) == len(last) and _of_time(framed.calls, last, asked.reading):
        return None
    if anew is None or _goes_on(framed.calls, asked.session):
        return framed
    surer = _instead(framed.calls, anew, last, asked.reading)
    return framed if surer is None else Leaning(surer, assumed=(anew.note,))


def _instead(framed: Sequence[Call], anew: Changed, last: Sequence[Call], reading: Reading) -> tuple[Call, ...] | None:
    """The last calculations as all the words together change them; None where those of the frames stand.

    A choice that the frames read in the words ("minis, 30") is made in either.
    """
    if [c.tool for c in framed] != [c.tool for c in last]:
        return None
    leaps = _leaps(framed, last) and not _leaps(anew.calls, last)
    if not leaps and (anew.lead < _OVER or _grounds(framed, last, reading) != "none"):
        return None
    return tuple(map(_with_choices, anew.calls, framed, last))


def _grounds(framed: Sequence[Call], last: Sequence[Call], reading: Reading) -> Grounds:
    """What the frames went by in what they changed."""
    changed = [(call.tool, *each) for call, old in zip(framed, last, strict=True) for each in _changes(call, old)]
    if not changed:
        return "none"
    sources = [(tool, name, _source(value, reading)) for tool, name, value in changed]
    if any(source is None for _, _, source in sources):
        return "worked out"
    left = not _strange(reading) and any(not stands(q, [value for *_, value in changed]) for q in reading.quantities)
    beside = all(source is not None and _named(tool, name, source, reading) for tool, name, source in sources)
    return "named" if beside and not left else "none"


def _of_time(framed: Sequence[Call], last: Sequence[Call], reading: Reading) -> bool:
    """Whether the frames took a number of days for a price that no word of theirs names ("and 60 days", of a debit)."""
    changed = {name: value for call, old in zip(framed, last, strict=True) for name, value in _changes(call, old)}
    sources = [_source(value, reading) for name, value in changed.items() if name in _PRICES]
    timed = any(source is not None and COUNTED.match(reading.lower, source.end) for source in sources)
    return timed and _grounds(framed, last, reading) == "none"


def _source(value: float, reading: Reading) -> Quantity | None:
    return next((q for q in reading.quantities if stands(q, (value,))), None)


def _goes_on(framed: Sequence[Call], session: Session) -> bool:
    """Whether the frames change just what the turn before changed ("level 0.74", then "and 0.9?")."""
    done = [calls for turn in reversed(session.turns) if (calls := computed_by(turn))][:2]
    names = [
        {name for call, old in zip(new, before, strict=True) if call.tool == old.tool for name, _ in _changes(call, old)}
        for new, before in zip((framed, *done), done, strict=False)
        if len(new) == len(before)
    ]
    return len(names) == 2 and names[0] == names[1]


def _changes(call: Call, old: Call) -> list[tuple[str, float]]:
    changed = {name: value for name, value in call.arguments.items() if value != old.arguments.get(name)}
    return [(k, v if isinstance(v, int | float) else float("nan")) for k, v in changed.items() if not isinstance(v, str)]


def _named(tool: str, parameter: str, source: Quantity, reading: Reading) -> bool:
    """Whether words that stand beside the number name the parameter."""
    slots = [s for frame in FRAMES_OF.get(tool, ()) for s in frame.slots if s.parameter == parameter]
    return any(s.cued(reading, source) for s in slots) or filled(CATALOGUE[tool], reading).sources.get(parameter) == source


def _strange(reading: Reading) -> bool:
    """Whether a number counts something that nobody counts here ("there were 7 apples")."""
    asked = marked(reading)
    counted = [asked.words[place + 1] for place in asked.places if place + 1 < len(asked.words)]
    return any(word.isalpha() and f"R:{word}" not in Meaning.kept().parts.runs for word in counted)


def _with_choices(anew: Call, framed: Call, last: Call) -> Call:
    chosen = {k: v for k, v in framed.arguments.items() if isinstance(v, str) and v != last.arguments.get(k)}
    return Call(anew.tool, {**anew.arguments, **chosen})


def _leaps(calls: Sequence[Call], last: Sequence[Call]) -> bool:
    """Whether a number becomes many times as large or small ("they want $99 now", of the budget)."""
    pairs = [
        (old.arguments.get(name), new) for call, old in zip(calls, last, strict=True) for name, new in call.arguments.items()
    ]
    sized = [(a, b) for a, b in pairs if isinstance(a, int | float) and isinstance(b, int | float) and a and b]
    return any(not 1 / _LEAP < abs(b / a) < _LEAP for a, b in sized)
