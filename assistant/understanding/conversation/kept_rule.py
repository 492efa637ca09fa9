"""The rule's own parameters in a conversation: those that the user has chosen stay until others are named, and it is said.

Whoever has asked for 5/35/5 and then asks "when did it last trigger?" means the same rule, also on another file, and where a
plan is dated by the triggers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from assistant.session import Call, Session
from tools import METHOD

_RULE: Final = ("fast", "slow", "signal", "seed", "normalise", "depressed_below")
_TAKERS: Final = ("macd_trigger", "backtest")
_BY_TRIGGERS: Final = "use_triggers"
_SPANS: Final = ("fast", "slow", "signal")
_OWN: Final = re.compile(
    r"\b(?:usual|default|standard|normal|original|regular|stated|classic)\b|\b(?:method|article)(?:'?s)? (?:own )?(?:periods?"
    r"|parameters?|settings?|rule|numbers?)|(?<![\d.])12\s?[/,-]\s?26\b|\breset\b"
)


def with_kept_rule(calls: Sequence[Call], session: Session, text: str) -> tuple[tuple[Call, ...], tuple[str, ...]]:
    """The calls with the parameters chosen before, and what is assumed by that; `text` is the question in lower case."""
    chosen = _chosen(session)
    if not chosen or _OWN.search(text):
        return tuple(calls), ()
    out, notes = [], []
    for call in calls:
        kept = chosen if call.tool in _TAKERS or call.arguments.get(_BY_TRIGGERS) else {}
        if kept and not call.arguments.keys() & set(_RULE):
            out.append(Call(call.tool, {**kept, **call.arguments}))
            notes.append(f"the rule with {_told(kept)} as before; say “with the usual periods” for the method's own.")
            continue
        out.append(call)
    return tuple(out), tuple(dict.fromkeys(notes))


def _chosen(session: Session) -> Mapping[str, Any]:
    """The rule's parameters of the last MACD that was worked out, where they are not the method's."""
    calls = (c for turn in reversed(session.turns) if turn.answer.results for c in turn.calls if c.tool == "macd_trigger")
    last = next(calls, None)
    given = {} if last is None else {k: last.arguments[k] for k in _RULE if last.arguments.get(k) is not None}
    return given if any(value != getattr(METHOD, name).value for name, value in given.items()) else {}


def _told(chosen: Mapping[str, Any]) -> str:
    spans = "/".join(f"{chosen.get(name, getattr(METHOD, name).value)}" for name in _SPANS)
    others = [f"{name.replace('_', ' ')} {value}" for name, value in chosen.items() if name not in _SPANS]
    return ", ".join(([spans] if chosen.keys() & set(_SPANS) else []) + others)
