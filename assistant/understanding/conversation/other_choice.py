"""The other of two choices that a calculation has: "with the other seed", "the other one" after "which seed did you use"."""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call, Session
from tools import CATALOGUE

_OTHER: Final = re.compile(
    r"^\W*(?:(?:and|now|ok|so|but|then|with|use|using|try|take|what about|how about|what if|run it|redo it|again),? ){0,4}"
    r"the other (?P<thing>[a-z]{2,12})(?: (?:instead|then|please|pls|too))*\W*$"
)
_ANY: Final = ("one", "choice", "option", "way", "method", "setting")
_PAIR: Final = 2


def other_choice(text: str, session: Session, last: Call) -> Call | None:
    """The last call with the other one of a choice of two that lower-case `text`, or the question before, names."""
    said = _OTHER.match(text) if "the other" in text and last.tool in CATALOGUE else None
    if said is None:
        return None
    before = session.turns[-1].question.lower()
    for parameter in CATALOGUE[last.tool].parameters:
        name = parameter.name.replace("_", " ")
        named = said["thing"] == name or (said["thing"] in _ANY and name in before)
        if named and len(parameter.choices or ()) == _PAIR:
            now = last.arguments.get(parameter.name, parameter.default)
            other = next(choice for choice in parameter.choices if choice != now)
            return Call(last.tool, {**last.arguments, parameter.name: other})
    return None
